/* kith-look.c: what a widget shows of a roll, worked out elsewhere
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-look.h"

/**
 * KithLook:
 *
 * Asks a question of the session's roll in a worker, and again when the roll changes; a newer
 * question takes the place of one under way. A widget that nobody sees is not asked for: it asks
 * when it is shown.
 */
struct _KithLook
{
  GObject parent_instance;

  GtkWidget *widget; /* owns this */
  KithSession *session;
  char *title;
  KithLookFunc func;
  GDestroyNotify free_answer;
  KithLookDone done;
  GPtrArray *question;
  gpointer answer;
  KithJob *job; /* NULL when nothing is under way */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (KithLook, kith_look, G_TYPE_OBJECT)

/* What a worker needs. Its last reference may go in the worker: nothing of the window's. */
typedef struct
{
  KithJob *job;
  KithRoll *roll;
  GPtrArray *question;
  KithLookFunc func;
  GDestroyNotify free_answer;
} LookOrder;

static void
free_order (LookOrder *order)
{
  g_object_unref (order->job);
  kith_roll_unref (order->roll);
  g_clear_pointer (&order->question, g_ptr_array_unref);
  g_free (order);
}

static void
look_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LookOrder *order = data;
  GError *error = NULL;
  gpointer answer = order->func (order->roll, order->question, order->job, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, order->free_answer);
}

static void
set_answer (KithLook *self, gpointer answer)
{
  if (self->answer != NULL)
    {
      gpointer old = g_steal_pointer (&self->answer);

      self->done (self->widget, NULL);
      self->free_answer (old);
    }
  self->answer = answer;
  self->done (self->widget, answer);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithLook) self = data;
  g_autoptr (KithSession) session = g_object_ref (self->session);
  LookOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (kith_session_get_jobs (session), order->job);
  if (self->job != order->job)
    {
      /* something newer is asked, or the widget has gone */
      if (answer != NULL)
        self->free_answer (answer);
      return;
    }
  g_clear_object (&self->job);
  set_answer (self, answer);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (session, "failed", self->title, error->message);
}

static void
stop_looking (KithLook *self)
{
  if (self->job != NULL)
    kith_job_cancel (self->job);
  g_clear_object (&self->job);
}

static void
begin_looking (KithLook *self)
{
  KithRoll *roll = kith_session_get_roll (self->session);
  g_autoptr (GTask) task = NULL;
  LookOrder *order;

  stop_looking (self);
  self->is_stale = FALSE;
  if (roll == NULL)
    {
      set_answer (self, NULL);
      return;
    }
  self->job = kith_job_queue_begin (kith_session_get_jobs (self->session), self->title);
  order = g_new0 (LookOrder, 1);
  order->job = g_object_ref (self->job);
  order->roll = kith_roll_ref (roll);
  order->question = self->question != NULL ? g_ptr_array_ref (self->question) : NULL;
  order->func = self->func;
  order->free_answer = self->free_answer;
  task = g_task_new (NULL, kith_job_get_cancellable (self->job), looked_cb, g_object_ref (self));
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, look_in_worker);
}

static void
look_when_seen (KithLook *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (self->widget))
    begin_looking (self);
}

static void
roll_changed_cb (KithLook *self)
{
  stop_looking (self);
  if (kith_session_get_roll (self->session) == NULL)
    begin_looking (self); /* there is nothing to see any more */
  else
    look_when_seen (self);
}

static void
mapped_cb (KithLook *self)
{
  if (self->is_stale)
    begin_looking (self);
}

static void
kith_look_dispose (GObject *object)
{
  KithLook *self = KITH_LOOK (object);

  if (self->answer != NULL)
    self->free_answer (g_steal_pointer (&self->answer));
  g_clear_pointer (&self->question, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_look_parent_class)->dispose (object);
}

static void
kith_look_finalize (GObject *object)
{
  KithLook *self = KITH_LOOK (object);

  g_object_unref (self->session);
  g_free (self->title);
  G_OBJECT_CLASS (kith_look_parent_class)->finalize (object);
}

static void
kith_look_class_init (KithLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_look_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_look_finalize;
}

static void
kith_look_init (KithLook *self)
{
  self->is_stale = TRUE;
}

/**
 * kith_look_new:
 * @widget: which looks; it keeps the answer no longer than the next call of @done
 * @title: for people: "Looking at what holds schools together"
 * @func: answers, in a worker
 * @free_answer: frees an answer
 * @done: shows an answer, or that there is none
 *
 * Returns: (transfer full): to be given to kith_look_end() when the widget goes
 */
KithLook *
kith_look_new (GtkWidget *widget,
               KithSession *session,
               const char *title,
               KithLookFunc func,
               GDestroyNotify free_answer,
               KithLookDone done)
{
  KithLook *self = g_object_new (KITH_TYPE_LOOK, NULL);

  self->widget = widget;
  self->session = g_object_ref (session);
  self->title = g_strdup (title);
  self->func = func;
  self->free_answer = free_answer;
  self->done = done;
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kith_look_ask:
 * @question: (nullable): never changed again
 *
 * Asks, as soon as the widget can be seen.
 */
void
kith_look_ask (KithLook *self, GPtrArray *question)
{
  if (question != NULL)
    g_ptr_array_ref (question);
  g_clear_pointer (&self->question, g_ptr_array_unref);
  self->question = question;
  look_when_seen (self);
}

/**
 * kith_look_end:
 * @self: (transfer full): whose widget goes
 *
 * Looks no more.
 */
void
kith_look_end (KithLook *self)
{
  stop_looking (self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->widget, self);
  g_object_unref (self);
}

/**
 * kith_look_get_answer:
 *
 * Returns: (transfer none) (nullable): the latest answer
 */
gpointer
kith_look_get_answer (KithLook *self)
{
  return self->answer;
}
