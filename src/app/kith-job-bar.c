/* kith-job-bar.c: what is running, how far it is, and Cancel
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-job-bar.h"

#include <glib/gi18n.h>

/* Work that is over sooner is not worth a flicker. */
#define DELAY_MS 400

/**
 * KithJobBar:
 *
 * Shows the oldest job of the queue. Property "is-busy": whether there is one that has been
 * running for a while.
 */
struct _KithJobBar
{
  GtkWidget parent_instance;

  GtkLabel *words;
  GtkProgressBar *bar;
  GtkButton *cancel;

  KithJobQueue *queue;
  KithJob *job;
  GSignalGroup *job_signals;
  gboolean is_busy;
  guint delay;
};

enum
{
  PROP_0,
  PROP_IS_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KithJobBar, kith_job_bar, GTK_TYPE_WIDGET)

static void
set_busy (KithJobBar *self, gboolean is_busy)
{
  if (self->is_busy == is_busy)
    return;
  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BUSY]);
}

static gboolean
delay_over_cb (gpointer data)
{
  KithJobBar *self = KITH_JOB_BAR (data);

  self->delay = 0;
  set_busy (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_progress (KithJobBar *self)
{
  g_autofree char *words = NULL;

  if (self->job == NULL)
    return;
  words = kith_job_dup_words (self->job);
  gtk_label_set_text (self->words, words != NULL ? words : kith_job_get_title (self->job));
  gtk_progress_bar_set_fraction (self->bar, kith_job_get_fraction (self->job));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel),
                            !g_cancellable_is_cancelled (kith_job_get_cancellable (self->job)));
}

static void
jobs_changed_cb (KithJobBar *self)
{
  g_autoptr (KithJob) job = g_list_model_get_item (G_LIST_MODEL (self->queue), 0);

  if (!g_set_object (&self->job, job))
    return;
  g_signal_group_set_target (self->job_signals, job);
  g_clear_handle_id (&self->delay, g_source_remove);
  if (job == NULL)
    set_busy (self, FALSE);
  else if (!self->is_busy)
    self->delay = g_timeout_add (DELAY_MS, delay_over_cb, self);
  show_progress (self);
}

static void
cancel_cb (KithJobBar *self)
{
  if (self->job == NULL)
    return;
  kith_job_cancel (self->job);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), FALSE);
}

static void
kith_job_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, KITH_JOB_BAR (object)->is_busy);
}

static void
kith_job_bar_dispose (GObject *object)
{
  KithJobBar *self = KITH_JOB_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_object (&self->job_signals);
  g_clear_object (&self->job);
  g_clear_object (&self->queue);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_job_bar_parent_class)->dispose (object);
}

static void
kith_job_bar_class_init (KithJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_job_bar_dispose;
  G_OBJECT_CLASS (klass)->get_property = kith_job_bar_get_property;
  properties[PROP_IS_BUSY] = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "jobbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KithJobBar, words);
  gtk_widget_class_bind_template_child (widget_class, KithJobBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KithJobBar, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
kith_job_bar_init (KithJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job_signals = g_signal_group_new (KITH_TYPE_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify", G_CALLBACK (show_progress), self);
}

/**
 * kith_job_bar_set_queue:
 * @queue: what is shown; set once
 */
void
kith_job_bar_set_queue (KithJobBar *self, KithJobQueue *queue)
{
  g_return_if_fail (self->queue == NULL);

  self->queue = g_object_ref (queue);
  g_signal_connect_object (queue, "items-changed", G_CALLBACK (jobs_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jobs_changed_cb (self);
}

/**
 * kith_job_bar_is_busy:
 *
 * Returns: whether work has been running for a while
 */
gboolean
kith_job_bar_is_busy (KithJobBar *self)
{
  return self->is_busy;
}
