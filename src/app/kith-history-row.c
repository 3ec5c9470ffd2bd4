/* kith-history-row.c: how it came to this, told when it is unfolded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-history-row.h"
#include "kith-chronicle.h"

#include <glib/gi18n.h>

/* The pane is for a look; the command line tells all of it. */
#define MOST_ROWS 60

/**
 * KithHistoryRow:
 *
 * The dated story of the selected school, a row a day, the latest first. Looking back takes a
 * while, so it begins when the row is unfolded, in a worker, and stops when another school is
 * selected or somebody cancels it.
 */
struct _KithHistoryRow
{
  AdwExpanderRow parent_instance;

  KithSession *session;
  KithJob *job;    /* NULL when nobody looks back */
  GPtrArray *rows; /* owned by the expander */
  gboolean is_told;
};

G_DEFINE_FINAL_TYPE (KithHistoryRow, kith_history_row, ADW_TYPE_EXPANDER_ROW)

typedef struct
{
  KithRoll *roll;
  KithJob *job;
  KithJobQueue *jobs;
  gint64 urn;
} Order;

static void
free_order (Order *order)
{
  kith_roll_unref (order->roll);
  g_object_unref (order->job);
  g_object_unref (order->jobs);
  g_free (order);
}

static void
remove_rows (KithHistoryRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (KithHistoryRow *self, KithDate day, const char *words)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *title = day != KITH_DATE_UNKNOWN ? kith_date_dup_text (day, KITH_DATE_LONG)
                                                    : g_strdup (_ ("No day on record"));
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_set_subtitle (row, escaped);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* Events of one day stand in one row, in the order of the story. */
static void
show_story (KithHistoryRow *self, const KithChronicle *story)
{
  guint end = story->n_events, first;

  for (; end > 0 && self->rows->len < MOST_ROWS; end = first)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      for (first = end - 1; first > 0; first--)
        if (story->events[first - 1].day != story->events[end - 1].day)
          break;
      for (guint e = first; e < end; e++)
        g_string_append_printf (words, "%s%s", e > first ? "\n" : "", story->events[e].words);
      add_row (self, story->events[first].day, words->str);
    }
}

static void
show_subtitle (KithHistoryRow *self, const KithChronicle *story)
{
  g_autofree char *day = kith_date_dup_text (story->from, KITH_DATE_LONG);
  g_autofree char *words = g_strdup_printf (_ ("findings since %s"), day);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 story->n_events > 0 ? words : _ ("nothing on record"));
}

static void
look_back (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  KithChronicle *story = kith_chronicle_new (order->roll, order->urn, order->job, &error);

  if (story != NULL)
    g_task_return_pointer (task, story, (GDestroyNotify)kith_chronicle_free);
  else
    g_task_return_error (task, error);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KithHistoryRow *self = KITH_HISTORY_ROW (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithChronicle) story = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (order->jobs, order->job);
  if (self->job != order->job) /* another school was selected meanwhile */
    return;
  g_clear_object (&self->job);
  if (story == NULL)
    {
      g_debug ("Without a story: %s", error->message);
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ ("how it came to this"));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
      return;
    }
  self->is_told = TRUE;
  show_story (self, story);
  show_subtitle (self, story);
}

static void
begin (KithHistoryRow *self)
{
  KithRoll *roll = kith_session_get_roll (self->session);
  gint64 urn = kith_session_get_selected (self->session);
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (roll == NULL || kith_roll_find (roll, urn) == NULL)
    return;
  order = g_new0 (Order, 1);
  order->roll = kith_roll_ref (roll);
  order->urn = urn;
  order->jobs = g_object_ref (kith_session_get_jobs (self->session));
  order->job = kith_job_queue_begin (order->jobs, _ ("Looking back"));
  self->job = g_object_ref (order->job);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ ("looking back…"));
  task = g_task_new (self, kith_job_get_cancellable (order->job), told_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, look_back);
}

static void
stop (KithHistoryRow *self)
{
  if (self->job != NULL)
    kith_job_cancel (self->job);
  g_clear_object (&self->job);
}

static void
expanded_cb (KithHistoryRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->session != NULL &&
      !self->is_told && self->job == NULL)
    begin (self);
}

/* Of another school, or as at another day. */
static void
renew (KithHistoryRow *self)
{
  stop (self);
  remove_rows (self);
  self->is_told = FALSE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ ("how it came to this"));
  expanded_cb (self);
}

static void
kith_history_row_dispose (GObject *object)
{
  KithHistoryRow *self = KITH_HISTORY_ROW (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_history_row_parent_class)->dispose (object);
}

static void
kith_history_row_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_HISTORY_ROW (object)->rows);
  G_OBJECT_CLASS (kith_history_row_parent_class)->finalize (object);
}

static void
kith_history_row_class_init (KithHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_history_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_history_row_finalize;
}

static void
kith_history_row_init (KithHistoryRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("History"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * kith_history_row_set_session:
 * @session: whose selection is followed; set once
 */
void
kith_history_row_set_session (KithHistoryRow *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);
}
