/* kith-job.c: progress goes in, cancellation comes out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-job.h"

#include <glib/gi18n.h>

/**
 * KithJob:
 *
 * One piece of long work. The function that works calls kith_job_begin() for each part and
 * kith_job_step() in its loop, from any one thread; whoever waits watches the properties
 * "fraction" and "words", which are notified on the main context at most once per idle.
 */
struct _KithJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;

  GMutex lock; /* for all below */
  char *words;
  double from, to;
  double fraction;
  guint idle;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_WORDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KithJob, kith_job, G_TYPE_OBJECT)

static gboolean
publish_cb (gpointer data)
{
  KithJob *self = KITH_JOB (data);

  g_mutex_lock (&self->lock);
  self->idle = 0;
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* Called with the lock held. */
static void
ask_to_publish (KithJob *self)
{
  if (self->idle == 0)
    self->idle =
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, publish_cb, g_object_ref (self), g_object_unref);
}

static void
kith_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KithJob *self = KITH_JOB (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, kith_job_get_fraction (self));
      break;
    case PROP_WORDS:
      g_value_take_string (value, kith_job_dup_words (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kith_job_finalize (GObject *object)
{
  KithJob *self = KITH_JOB (object);

  g_clear_object (&self->cancellable);
  g_free (self->title);
  g_free (self->words);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (kith_job_parent_class)->finalize (object);
}

static void
kith_job_class_init (KithJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kith_job_get_property;
  object_class->finalize = kith_job_finalize;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
      g_param_spec_string ("words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kith_job_init (KithJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->to = 1;
  g_mutex_init (&self->lock);
}

/**
 * kith_job_new:
 * @title: what the work is, for people: "Import of 3 files"
 *
 * Returns: (transfer full): a job that has not begun
 */
KithJob *
kith_job_new (const char *title)
{
  KithJob *self = g_object_new (KITH_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * kith_job_get_title:
 *
 * Returns: (transfer none): what the work is
 */
const char *
kith_job_get_title (KithJob *self)
{
  g_return_val_if_fail (KITH_IS_JOB (self), NULL);
  return self->title;
}

/**
 * kith_job_get_cancellable:
 *
 * Returns: (transfer none): for calls that take one
 */
GCancellable *
kith_job_get_cancellable (KithJob *self)
{
  return self == NULL ? NULL : self->cancellable;
}

/**
 * kith_job_get_fraction:
 *
 * Returns: how much is done, in [0, 1]; it never falls
 */
double
kith_job_get_fraction (KithJob *self)
{
  double fraction;

  g_return_val_if_fail (KITH_IS_JOB (self), 0);
  g_mutex_lock (&self->lock);
  fraction = self->fraction;
  g_mutex_unlock (&self->lock);
  return fraction;
}

/**
 * kith_job_dup_words:
 *
 * Returns: (transfer full) (nullable): what is being done now, for people
 */
char *
kith_job_dup_words (KithJob *self)
{
  char *words;

  g_return_val_if_fail (KITH_IS_JOB (self), NULL);
  g_mutex_lock (&self->lock);
  words = g_strdup (self->words);
  g_mutex_unlock (&self->lock);
  return words;
}

/**
 * kith_job_cancel:
 *
 * Asks the work to stop. Its function returns %G_IO_ERROR_CANCELLED and leaves nothing
 * half-written. From any thread.
 */
void
kith_job_cancel (KithJob *self)
{
  g_return_if_fail (KITH_IS_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

/**
 * kith_job_begin:
 * @self: (nullable): a job
 * @words: what is done from here on: "Reading groups.csv"
 * @from: the part of the whole at which this begins, in [0, 1]
 * @to: the part at which it will be done
 */
void
kith_job_begin (KithJob *self, const char *words, double from, double to)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  g_free (self->words);
  self->words = g_strdup (words);
  self->from = from;
  self->to = to;
  self->fraction = MAX (self->fraction, from);
  ask_to_publish (self);
  g_mutex_unlock (&self->lock);
}

/**
 * kith_job_step:
 * @self: (nullable): a job
 * @done: how many of @total are done in this part
 * @total: how many there are
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Cheap enough for every row: it does its work at every 256th and at the last.
 *
 * Returns: %FALSE when somebody cancelled
 */
gboolean
kith_job_step (KithJob *self, guint64 done, guint64 total, GError **error)
{
  if (self == NULL || (done % 256 != 0 && done != total))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (total > 0)
    {
      double part = MIN (1.0, (double)done / (double)total);

      g_mutex_lock (&self->lock);
      self->fraction = MAX (self->fraction, self->from + part * (self->to - self->from));
      ask_to_publish (self);
      g_mutex_unlock (&self->lock);
    }
  return TRUE;
}
