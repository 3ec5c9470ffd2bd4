/* kith-session.c: the open register, and what it says as at a day
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-session.h"
#include "kith-register-view.h"
#include "kith-sample-register.h"
#include "kith-store-thread.h"

#include <glib/gi18n.h>

/* Rows of a list are made on the main thread: no more of them at a time than are made in a
 * moment. */
#define ROWS_AT_ONCE 24

/* How often a register that somebody else holds is looked at. */
#define WATCH_SECONDS 3

typedef struct
{
  KithRoll *roll;
  GPtrArray *items;
} RollResult;

/**
 * KithSession:
 *
 * One register, or none. Reading and writing happen in the store's thread, the network and the
 * roll are worked out in a worker, and what comes back is told by signals:
 *
 * - register-changed: another register, or none, or what it says has changed
 * - as-at-changed, selection-changed: another day, another school
 * - roll-changed: the roll and the list of schools are new
 * - hold-changed: somebody else holds it, or does no longer, or it is waited for
 * - done (words, can_undo): something was done that an officer should see
 * - failed (heading, message): something was not done, and why
 * - unopened (file, heading, message): a register that has backups could not be opened, and why
 */
struct _KithSession
{
  GObject parent_instance;

  GApplication *application; /* nullable: runs for as long as there is a session */
  KithStoreThread *thread;
  KithJobQueue *jobs;
  KithRegisterView *view; /* NULL while no register is open */
  KithDate as_at;
  KithJob *roll_job; /* the newest; of an older one the result is dropped */
  KithRoll *roll;
  GPtrArray *items;    /* of KithRollItem: of the roll, in its order */
  GListStore *schools; /* the same, as a list */
  RollResult *coming;  /* a newer roll on its way into the list */
  guint n_come;
  guint coming_idle;
  gint64 selected;
  KithChosen *chosen;
  guint watch;         /* while somebody else holds the register */
  gboolean is_looking; /* whether the store's thread is at it */
  gboolean is_waiting; /* whether to write as soon as it is free */
  KithJob *backing_up; /* the day's backup, which is made beside all else */
  KithRollFilter *filter;
};

enum
{
  REGISTER_CHANGED,
  AS_AT_CHANGED,
  SELECTION_CHANGED,
  ROLL_CHANGED,
  HOLD_CHANGED,
  DONE,
  FAILED,
  UNOPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KithSession, kith_session, G_TYPE_OBJECT)

/* An errand for the store's thread, with what it needs and what people are told. */
typedef struct
{
  KithSession *session; /* for the main thread alone */
  KithJob *job;
  char *words;   /* nullable: what is said when it is done */
  char *heading; /* what is said when it is not */
  GFile *file;
  KithLedger *previous;
  KithAccess access;
  KithHolder *holder; /* who was seen to hold it */
  gboolean is_waiting;
  KithBackup *backup;
  GPtrArray *backups; /* of a register that could not be opened */
  gboolean can_undo;
  gint64 entry;
  KithPreview *preview;
  KithChangeset *changes;
  char *why;
  char *who;
  GFile **files;
  guint n_files;
  KithImportOptions options;
} Errand;

static void
free_errand (Errand *errand)
{
  g_clear_object (&errand->job);
  g_clear_object (&errand->file);
  g_clear_pointer (&errand->previous, kith_ledger_unref);
  g_clear_pointer (&errand->holder, kith_holder_free);
  g_clear_pointer (&errand->backup, kith_backup_free);
  g_clear_pointer (&errand->backups, g_ptr_array_unref);
  g_clear_pointer (&errand->preview, kith_preview_free);
  g_clear_pointer (&errand->changes, kith_changeset_unref);
  for (guint i = 0; i < errand->n_files; i++)
    g_object_unref (errand->files[i]);
  g_free (errand->files);
  g_free (errand->words);
  g_free (errand->heading);
  g_free (errand->who);
  g_free (errand->why);
  g_free (errand);
}

static Errand *
new_errand (KithSession *self, const char *title, const char *heading)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = self;
  errand->job = kith_job_queue_begin (self->jobs, title);
  errand->heading = g_strdup (heading);
  if (self->view != NULL)
    {
      errand->previous = kith_ledger_ref (self->view->ledger);
      errand->access = self->view->access;
      errand->holder = kith_holder_copy (self->view->holder);
    }
  return errand;
}

static void
tell_failure (KithSession *self, const char *heading, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, heading, error->message);
}

static gboolean watch_cb (gpointer data);

/* The roll, in a worker. */

typedef struct
{
  KithRoll *previous; /* nullable: what is shown now, of which much stays as it is */
  KithLedger *ledger;
  KithDate as_at;
  KithJob *job;
} RollOrder;

static void
free_roll_order (RollOrder *order)
{
  kith_roll_unref (order->previous);
  kith_ledger_unref (order->ledger);
  g_object_unref (order->job);
  g_free (order);
}

static void
free_roll_result (RollResult *result)
{
  kith_roll_unref (result->roll);
  g_ptr_array_unref (result->items);
  g_free (result);
}

static void
work_out_roll (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RollOrder *order = data;
  g_autoptr (KithNetwork) network = NULL;
  GError *error = NULL;
  RollResult *result;
  KithRoll *roll = NULL;

  network = kith_network_new_from (order->previous != NULL ? kith_roll_get_network (order->previous)
                                                           : NULL,
                                   order->ledger, order->as_at, order->job, &error);
  g_clear_pointer (&order->previous, kith_roll_unref);
  if (network != NULL)
    roll = kith_roll_new (network, order->job, &error);
  if (roll == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  result = g_new0 (RollResult, 1);
  result->roll = roll;
  result->items = kith_roll_item_list_all (roll);
  g_task_return_pointer (task, result, (GDestroyNotify)free_roll_result);
}

/* Another roll is asked for, or none: what was on its way stops where it is. */
static void
stop_coming (KithSession *self)
{
  g_clear_handle_id (&self->coming_idle, g_source_remove);
  g_clear_pointer (&self->coming, free_roll_result);
}

static void
adopt_roll (KithSession *self, KithRoll *roll, GPtrArray *items)
{
  g_clear_pointer (&self->roll, kith_roll_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->roll = roll;
  self->items = items;
  g_signal_emit (self, signals[ROLL_CHANGED], 0);
}

static gboolean
show_some_cb (gpointer data)
{
  KithSession *self = KITH_SESSION (data);
  GPtrArray *items = self->coming->items;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->schools));
  guint at = self->n_come;
  gboolean is_last = at + ROWS_AT_ONCE >= items->len;

  g_list_store_splice (self->schools, at, is_last ? n - at : MIN (ROWS_AT_ONCE, n - at),
                       items->len == 0 ? NULL : items->pdata + at,
                       MIN (ROWS_AT_ONCE, items->len - at));
  self->n_come += ROWS_AT_ONCE;
  if (!is_last)
    return G_SOURCE_CONTINUE;

  self->coming_idle = 0;
  adopt_roll (self, kith_roll_ref (self->coming->roll), g_ptr_array_ref (items));
  stop_coming (self);
  kith_job_queue_end (self->jobs, self->roll_job);
  g_clear_object (&self->roll_job);
  return G_SOURCE_REMOVE;
}

static void
roll_worked_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithSession) self = data;
  RollOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  RollResult *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->roll_job == order->job && found != NULL)
    {
      self->coming = found;
      self->n_come = 0;
      self->coming_idle = g_idle_add (show_some_cb, self);
      return;
    }
  kith_job_queue_end (self->jobs, order->job);
  g_clear_pointer (&found, free_roll_result);
  if (self->roll_job != order->job)
    return;
  g_clear_object (&self->roll_job);
  tell_failure (self, _ ("The roll call could not be worked out"), error);
  g_signal_emit (self, signals[ROLL_CHANGED], 0); /* there is still none, or still the last */
}

static void
renew_roll (KithSession *self)
{
  g_autoptr (GTask) task = NULL;
  RollOrder *order;

  if (self->roll_job != NULL)
    kith_job_cancel (self->roll_job);
  if (self->coming != NULL)
    kith_job_queue_end (self->jobs, self->roll_job);
  stop_coming (self);
  g_clear_object (&self->roll_job);
  if (self->view == NULL)
    return;

  self->roll_job = kith_job_queue_begin (self->jobs, _ ("Working out the roll call"));
  order = g_new0 (RollOrder, 1);
  order->previous = self->roll != NULL ? kith_roll_ref (self->roll) : NULL;
  order->ledger = kith_ledger_ref (self->view->ledger);
  order->as_at = self->as_at;
  order->job = g_object_ref (self->roll_job);
  task = g_task_new (NULL, NULL, roll_worked_out_cb, g_object_ref (self));
  g_task_set_task_data (task, order, (GDestroyNotify)free_roll_order);
  g_task_run_in_thread (task, work_out_roll);
}

/* Errands that end in a new view of the register. */

static void
return_view (KithStore *store, GTask *task, const Errand *errand)
{
  GError *error = NULL;
  KithRegisterView *view =
      kith_register_view_read (store, errand->previous, errand->access, errand->job, &error);

  if (view == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, view, (GDestroyNotify)kith_register_view_free);
}

/* Somebody else holds the register: who that is, and what they write, is looked at now and then. */
static void
set_watch (KithSession *self)
{
  gboolean is_held = self->view != NULL && self->view->access == KITH_ACCESS_HELD;

  if (!is_held)
    {
      g_clear_handle_id (&self->watch, g_source_remove);
      self->is_waiting = FALSE;
    }
  else if (self->watch == 0)
    self->watch = g_timeout_add_seconds (WATCH_SECONDS, watch_cb, self);
}

static void
adopt_view (KithSession *self, KithRegisterView *view)
{
  g_clear_pointer (&self->view, kith_register_view_free);
  self->view = view;
  set_watch (self);
  g_signal_emit (self, signals[REGISTER_CHANGED], 0);
  renew_roll (self);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *place = data;
  g_autoptr (KithSession) self = g_weak_ref_get (place);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (place);
  g_free (place);
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self != NULL)
    tell_failure (self, _ ("Today’s backup was not made"), error);
}

static void
back_up (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  KithJob *job = g_object_get_data (G_OBJECT (task), "job");
  GError *error = NULL;

  if (kith_backup_keep (file, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The day's backup is made beside all else, and holds nobody up: neither whoever writes meanwhile,
 * nor whoever closes the window. */
static void
keep_backup (KithSession *self)
{
  GWeakRef *place = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  if (self->backing_up != NULL)
    kith_job_cancel (self->backing_up);
  g_clear_object (&self->backing_up);
  self->backing_up = kith_job_new (_ ("Making a backup"));
  g_weak_ref_init (place, self);
  task = g_task_new (NULL, NULL, backed_up_cb, place);
  g_object_set_data_full (G_OBJECT (task), "job", g_object_ref (self->backing_up), g_object_unref);
  g_task_set_task_data (task, g_object_ref (self->view->file), g_object_unref);
  g_task_run_in_thread (task, back_up);
}

/* Where somebody else has written, what is shown is read again: who typed something can repeat
 * it then. Where they hold the register now, that is shown too. */
static void
follow_others (KithSession *self, const Errand *errand, const GError *error)
{
  if (self->view == NULL || errand->file != NULL)
    return;
  if (g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY) ||
      g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE))
    kith_session_open (self, self->view->file);
}

/* A register that has backups need not stay unopened. */
static void
tell_undone (KithSession *self, const Errand *errand, const GError *error)
{
  if (errand->backups != NULL && errand->backups->len > 0 &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[UNOPENED], 0, errand->file, errand->heading, error->message);
  else
    tell_failure (self, errand->heading, error);
}

static void
errand_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithSession) self = data;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  KithRegisterView *view = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (self->jobs, errand->job);
  if (view == NULL)
    {
      tell_undone (self, errand, error);
      follow_others (self, errand, error);
      return;
    }
  adopt_view (self, view);
  if (errand->file != NULL && view->access == KITH_ACCESS_WRITE)
    keep_backup (self);
  if (errand->words != NULL)
    g_signal_emit (self, signals[DONE], 0, errand->words, errand->can_undo);
}

/* The task has no source: its last reference may go in the store's thread, and a session
 * must not. */
static void
post (KithSession *self, Errand *errand, KithStoreFunc func, GAsyncReadyCallback callback)
{
  GTask *task =
      g_task_new (NULL, kith_job_get_cancellable (errand->job), callback, g_object_ref (self));

  g_task_set_check_cancellable (task, FALSE); /* what was done is shown, whoever gave up */
  g_task_set_task_data (task, errand, (GDestroyNotify)free_errand);
  kith_store_thread_post (self->thread, task, func);
}

/* Another register takes the place of the open one only when all of it could be read. */
static void
return_other_register (KithStore **store, KithStore *opened, GTask *task, const Errand *errand)
{
  GError *error = NULL;
  KithRegisterView *view =
      kith_register_view_read (opened, NULL, errand->access, errand->job, &error);

  if (view == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_set_object (store, opened);
  g_task_return_pointer (task, view, (GDestroyNotify)kith_register_view_free);
}

/* Whether the register is the one that is open, and still ours to write. */
static gboolean
is_held_here (KithStore *store, GFile *file)
{
  g_autoptr (KithHolder) holder = NULL;

  if (store == NULL || !g_file_equal (kith_store_get_file (store), file))
    return FALSE;
  holder = kith_holder_find (file);
  return holder != NULL && holder->is_ours;
}

static void
open_register (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  g_autoptr (KithStore) opened = NULL;
  g_autoptr (GError) error = NULL;

  if (errand->access == KITH_ACCESS_WRITE && is_held_here (*store, errand->file))
    {
      return_view (*store, task, errand);
      return;
    }
  errand->access = KITH_ACCESS_WRITE;
  opened = kith_store_open (errand->file, KITH_STORE_WRITE, errand->job, &error);
  if (g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY) ||
      g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY))
    {
      errand->access = error->code == KITH_STORE_ERROR_BUSY ? KITH_ACCESS_HELD : KITH_ACCESS_SHUT;
      g_clear_error (&error);
      opened = kith_store_open (errand->file, KITH_STORE_READ, errand->job, &error);
    }
  if (opened != NULL)
    {
      return_other_register (store, opened, task, errand);
      return;
    }
  errand->backups = kith_backup_list (errand->file);
  g_task_return_error (task, g_steal_pointer (&error));
}

/* Whether somebody else still holds the register, and what they wrote; NULL for nothing new. */
static void
look_again (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  g_autoptr (KithHolder) holder = kith_holder_find (errand->file);
  g_autoptr (KithStore) opened = NULL;
  g_autoptr (KithRegisterView) view = NULL;
  GError *error = NULL;

  if (errand->is_waiting && (holder == NULL || holder->is_gone))
    opened = kith_store_open (errand->file, KITH_STORE_WRITE, NULL, NULL); /* or some time later */
  if (opened != NULL)
    {
      errand->access = KITH_ACCESS_WRITE;
      return_other_register (store, opened, task, errand);
      return;
    }
  if (*store == NULL || !g_file_equal (kith_store_get_file (*store), errand->file))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  view = kith_register_view_read (*store, errand->previous, KITH_ACCESS_HELD, NULL, &error);
  if (view == NULL)
    g_task_return_error (task, error);
  else if (kith_ledger_get_head (view->ledger) == kith_ledger_get_head (errand->previous) &&
           kith_holder_is_equal (view->holder, errand->holder))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, g_steal_pointer (&view), (GDestroyNotify)kith_register_view_free);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithSession) self = data;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  KithRegisterView *view = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = NULL;

  self->is_looking = FALSE;
  if (error != NULL) /* the drive may come back */
    g_debug ("the register could not be looked at: %s", error->message);
  if (view == NULL || self->view == NULL || !g_file_equal (view->file, self->view->file))
    {
      g_clear_pointer (&view, kith_register_view_free);
      return;
    }
  if (view->access == KITH_ACCESS_HELD &&
      kith_ledger_get_head (view->ledger) == kith_ledger_get_head (errand->previous))
    {
      g_clear_pointer (&self->view, kith_register_view_free);
      self->view = view;
      g_signal_emit (self, signals[HOLD_CHANGED], 0);
      return;
    }
  adopt_view (self, view);
  if (view->access != KITH_ACCESS_WRITE)
    return;
  keep_backup (self);
  words = g_strdup (_ ("The register is yours to write"));
  g_signal_emit (self, signals[DONE], 0, words, FALSE);
}

/* No job: this goes on for hours and is nothing to wait for. */
static void
look (KithSession *self)
{
  Errand *errand;

  if (self->is_looking || self->view == NULL || self->view->access != KITH_ACCESS_HELD)
    return;
  self->is_looking = TRUE;
  errand = g_new0 (Errand, 1);
  errand->session = self;
  errand->file = g_object_ref (self->view->file);
  errand->previous = kith_ledger_ref (self->view->ledger);
  errand->holder = kith_holder_copy (self->view->holder);
  errand->is_waiting = self->is_waiting;
  post (self, errand, look_again, looked_cb);
}

static gboolean
watch_cb (gpointer data)
{
  look (KITH_SESSION (data));
  return G_SOURCE_CONTINUE;
}

static void
copy_register (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;

  if (kith_store_copy (*store, errand->file, errand->job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithSession) self = data;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  kith_job_queue_end (self->jobs, errand->job);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[DONE], 0, errand->words, FALSE);
  else
    tell_failure (self, errand->heading, error);
}

static void
restore_backup (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;

  if (kith_backup_restore (errand->backup, *store, errand->who, errand->job, &error))
    return_view (*store, task, errand);
  else
    g_task_return_error (task, error);
}

static void
put_backup_back (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;

  if (kith_backup_put_back (errand->backup, errand->file, NULL, &error))
    open_register (store, task, errand);
  else
    g_task_return_error (task, error);
}

static void
create_register (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  g_autoptr (KithStore) created = NULL;
  GError *error = NULL;

  errand->access = KITH_ACCESS_WRITE;
  created = kith_store_create (errand->file, &error);
  if (created == NULL)
    g_task_return_error (task, error);
  else
    return_other_register (store, created, task, errand);
}

static void
open_sample (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;

  if (!g_file_query_exists (errand->file, NULL) &&
      !kith_sample_register_make (errand->file, 0, errand->job, &error))
    g_task_return_error (task, error);
  else
    open_register (store, task, errand);
}

static void
close_register (KithStore **store, GTask *task, gpointer data)
{
  g_clear_object (store);
  g_task_return_boolean (task, TRUE);
}

static void
undo_entry (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;

  if (kith_store_undo (*store, errand->entry, kith_entry_get_officer (), errand->job, &error))
    return_view (*store, task, errand);
  else
    g_task_return_error (task, error);
}

static void
redo_entry (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;

  if (kith_store_redo (*store, kith_entry_get_officer (), errand->job, &error))
    return_view (*store, task, errand);
  else
    g_task_return_error (task, error);
}

static void
apply_preview (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  g_autoptr (GString) names = g_string_new (NULL);
  GError *error = NULL;
  KithEntry entry = { 0 };

  for (guint i = 0; i < errand->preview->reports->len; i++)
    {
      const KithFileReport *report = errand->preview->reports->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", report->name);
    }
  entry.who = kith_entry_get_officer ();
  entry.what = errand->preview->summary;
  entry.file = names->str;
  if (kith_store_apply (*store, errand->preview->changes, &entry, errand->job, &error))
    return_view (*store, task, errand);
  else
    g_task_return_error (task, error);
}

static void
apply_changes (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  KithEntry entry = { .who = errand->who, .what = errand->words, .why = errand->why };
  GError *error = NULL;

  if (kith_store_apply (*store, errand->changes, &entry, errand->job, &error))
    return_view (*store, task, errand);
  else
    g_task_return_error (task, error);
}

/* Reading compares with what the register says at this moment, so it waits for its turn. */
static void
read_files (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  g_autoptr (KithLedger) ledger = NULL;
  KithPreview *preview = NULL;
  GError *error = NULL;
  gboolean with_measures = kith_import_needs_measures (errand->files, errand->n_files);

  ledger = kith_store_read_ledger (*store, errand->previous, with_measures, errand->job, &error);
  if (ledger != NULL)
    preview = kith_import_read (ledger, errand->files, errand->n_files, &errand->options,
                                errand->job, &error);
  if (preview == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, preview, (GDestroyNotify)kith_preview_free);
}

static void
read_figures (KithStore **store, GTask *task, gpointer data)
{
  Errand *errand = data;
  GError *error = NULL;
  KithLedger *ledger = kith_store_read_ledger (*store, errand->previous, TRUE, errand->job, &error);

  if (ledger == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ledger, (GDestroyNotify)kith_ledger_unref);
}

static void
kith_session_dispose (GObject *object)
{
  KithSession *self = KITH_SESSION (object);

  if (self->jobs != NULL)
    kith_job_queue_cancel_all (self->jobs);
  stop_coming (self);
  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->backing_up != NULL)
    kith_job_cancel (self->backing_up);
  g_clear_object (&self->backing_up);
  g_clear_object (&self->thread);
  g_clear_object (&self->roll_job);
  g_clear_object (&self->schools);
  g_clear_object (&self->filter);
  g_clear_object (&self->chosen);
  g_clear_object (&self->jobs);
  g_clear_pointer (&self->roll, kith_roll_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->view, kith_register_view_free);
  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (kith_session_parent_class)->dispose (object);
}

static guint
add_signal (GType type, const char *name)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_session_class_init (KithSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_session_dispose;

  signals[REGISTER_CHANGED] = add_signal (type, "register-changed");
  signals[AS_AT_CHANGED] = add_signal (type, "as-at-changed");
  signals[SELECTION_CHANGED] = add_signal (type, "selection-changed");
  signals[ROLL_CHANGED] = add_signal (type, "roll-changed");
  signals[HOLD_CHANGED] = add_signal (type, "hold-changed");
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[UNOPENED] = g_signal_new ("unopened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_STRING, G_TYPE_STRING);
}

static void
kith_session_init (KithSession *self)
{
  self->application = g_application_get_default ();
  if (self->application != NULL)
    g_application_hold (g_object_ref (self->application));
  self->thread = kith_store_thread_new ();
  self->jobs = kith_job_queue_new ();
  self->schools = g_list_store_new (KITH_TYPE_ROLL_ITEM);
  self->chosen = kith_chosen_new ();
  self->filter = kith_roll_filter_new ();
  self->as_at = kith_date_today ();
}

/**
 * kith_session_new:
 *
 * Returns: (transfer full): a session with no register open
 */
KithSession *
kith_session_new (void)
{
  return g_object_new (KITH_TYPE_SESSION, NULL);
}

/**
 * kith_session_get_jobs:
 *
 * Returns: (transfer none): the long work that is running
 */
KithJobQueue *
kith_session_get_jobs (KithSession *self)
{
  return self->jobs;
}

static void
post_other_register (KithSession *self, GFile *file, const char *heading, KithStoreFunc func)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("Opening %s"), name);
  Errand *errand = new_errand (self, title, heading);

  errand->file = g_object_ref (file);
  post (self, errand, func, errand_done_cb);
}

/**
 * kith_session_open:
 *
 * Opens a register in place of the open one, which stays if this one cannot be read. One that
 * cannot be written, or that somebody else has open for writing, is opened to be looked at.
 */
void
kith_session_open (KithSession *self, GFile *file)
{
  post_other_register (self, file, _ ("This register could not be opened"), open_register);
}

/**
 * kith_session_create:
 *
 * Makes an empty register and opens it.
 */
void
kith_session_create (KithSession *self, GFile *file)
{
  post_other_register (self, file, _ ("The register could not be made"), create_register);
}

/**
 * kith_session_open_sample:
 *
 * Opens the sample region; the first time it is invented.
 */
void
kith_session_open_sample (KithSession *self)
{
  g_autoptr (GFile) file = kith_sample_register_get_file ();

  post_other_register (self, file, _ ("The sample region could not be opened"), open_sample);
}

/**
 * kith_session_close:
 *
 * Closes the register; what is queued for it is done first.
 */
void
kith_session_close (KithSession *self)
{
  GTask *task;

  if (self->view == NULL)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  kith_store_thread_post (self->thread, task, close_register);
  g_clear_pointer (&self->view, kith_register_view_free);
  set_watch (self);
  renew_roll (self);
  g_list_store_remove_all (self->schools);
  kith_session_set_selected (self, 0);
  kith_chosen_keep_known (self->chosen, NULL);
  g_signal_emit (self, signals[REGISTER_CHANGED], 0);
  adopt_roll (self, NULL, NULL);
}

/**
 * kith_session_undo:
 * @entry: of the journal
 *
 * Takes an entry back.
 */
void
kith_session_undo (KithSession *self, gint64 entry)
{
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  errand = new_errand (self, _ ("Undoing"), _ ("This could not be undone"));
  errand->entry = entry;
  errand->words = g_strdup (_ ("Undone"));
  post (self, errand, undo_entry, errand_done_cb);
}

/**
 * kith_session_redo:
 *
 * Brings back what was undone last.
 */
void
kith_session_redo (KithSession *self)
{
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  errand = new_errand (self, _ ("Redoing"), _ ("This could not be done again"));
  errand->words = g_strdup (_ ("Done again"));
  errand->can_undo = TRUE;
  post (self, errand, redo_entry, errand_done_cb);
}

/**
 * kith_session_copy:
 * @to: where the copy goes
 *
 * Saves the register once more. The one that is open stays open.
 */
void
kith_session_copy (KithSession *self, GFile *to)
{
  g_autofree char *name = g_file_get_basename (to);
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  errand = new_errand (self, _ ("Saving a copy"), _ ("The copy was not saved"));
  errand->file = g_object_ref (to);
  errand->words = g_strdup_printf (_ ("A copy was saved as “%s”"), name);
  post (self, errand, copy_register, copied_cb);
}

/**
 * kith_session_restore:
 * @backup: of the register that is open for writing
 *
 * Makes the register say what the backup says, as one entry of the journal.
 */
void
kith_session_restore (KithSession *self, const KithBackup *backup)
{
  g_autofree char *when = kith_backup_dup_when (backup);
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  errand = new_errand (self, _ ("Restoring a backup"), _ ("The backup was not restored"));
  errand->backup = kith_backup_copy (backup);
  errand->who = g_strdup (kith_entry_get_officer ());
  errand->words = g_strdup_printf (_ ("All is as it was on %s"), when);
  errand->can_undo = TRUE;
  post (self, errand, restore_backup, errand_done_cb);
}

/**
 * kith_session_put_back:
 * @file: a register that could not be opened
 * @backup: of it
 *
 * Puts the backup in its place, and opens it. What was there is set aside.
 */
void
kith_session_put_back (KithSession *self, GFile *file, const KithBackup *backup)
{
  g_autofree char *when = kith_backup_dup_when (backup);
  Errand *errand = new_errand (self, _ ("Restoring a backup"), _ ("The backup was not restored"));

  errand->file = g_object_ref (file);
  errand->backup = kith_backup_copy (backup);
  errand->words = g_strdup_printf (_ ("All is as it was on %s"), when);
  post (self, errand, put_backup_back, errand_done_cb);
}

/**
 * kith_session_get_access:
 *
 * Returns: what can be done with the register that is open
 */
KithAccess
kith_session_get_access (KithSession *self)
{
  return self->view != NULL ? self->view->access : KITH_ACCESS_WRITE;
}

/**
 * kith_session_get_holder:
 *
 * Returns: (transfer none) (nullable): who else holds the register, nobody if %NULL
 */
const KithHolder *
kith_session_get_holder (KithSession *self)
{
  return self->view != NULL ? self->view->holder : NULL;
}

/**
 * kith_session_set_waiting:
 * @is_waiting: whether to open the register for writing as soon as nobody else holds it
 */
void
kith_session_set_waiting (KithSession *self, gboolean is_waiting)
{
  self->is_waiting = is_waiting;
  g_signal_emit (self, signals[HOLD_CHANGED], 0);
  if (is_waiting)
    look (self);
}

/**
 * kith_session_is_waiting:
 *
 * Returns: whether the register is opened for writing as soon as nobody else holds it
 */
gboolean
kith_session_is_waiting (KithSession *self)
{
  return self->is_waiting;
}

/* What somebody waits for who is told what came of it. */
typedef struct
{
  KithSession *session;
  GTask *task;
  GDestroyNotify free_answer;
} Waiting;

/* Sends an errand; what comes of it is told to whoever asked. Without @free_answer it is written
 * even where somebody gives up. */
static void
post_for (KithSession *self,
          Errand *errand,
          KithStoreFunc func,
          GAsyncReadyCallback done,
          GDestroyNotify free_answer,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  GTask *task = g_task_new (NULL, kith_job_get_cancellable (errand->job), done, waiting);

  waiting->session = g_object_ref (self);
  waiting->task = g_task_new (self, NULL, callback, user_data);
  waiting->free_answer = free_answer;
  g_task_set_check_cancellable (task, free_answer != NULL);
  g_task_set_task_data (task, errand, (GDestroyNotify)free_errand);
  kith_store_thread_post (self->thread, task, func);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (KithSession) self = waiting->session;
  g_autoptr (GTask) task = waiting->task;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  KithRegisterView *view = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (self->jobs, errand->job);
  if (view == NULL)
    {
      follow_others (self, errand, error);
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
  adopt_view (self, view);
  g_signal_emit (self, signals[DONE], 0, errand->words, errand->can_undo);
}

/* Whether the journal tells of it: a saved view is not undone. */
static gboolean
is_recorded (KithChangeset *changes)
{
  for (guint i = 0; i < kith_changeset_get_size (changes); i++)
    if (kith_table_get_info (kith_changeset_get (changes, i)->table)->is_recorded)
      return TRUE;
  return FALSE;
}

/**
 * kith_session_apply:
 * @changes: of what the register says: kith_session_get_ledger()
 * @entry: for the journal: what and, where there is one, why; @who is the officer where it is
 *   %NULL
 * @callback: (nullable): called when it is written, or was not; without one, "failed" tells of
 *   a failure
 *
 * Writes what an officer changed, as one entry of the journal that can be undone. Where it
 * cannot be written, nothing is changed, and what the officer typed stays with whoever asked.
 */
void
kith_session_apply (KithSession *self,
                    KithChangeset *changes,
                    const KithEntry *entry,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  errand = new_errand (self, _ ("Saving"), _ ("This was not saved"));
  errand->changes = kith_changeset_ref (changes);
  errand->words = g_strdup (entry->what);
  errand->why = g_strdup (entry->why);
  errand->who = g_strdup (entry->who != NULL ? entry->who : kith_entry_get_officer ());
  errand->can_undo = is_recorded (changes);
  if (callback == NULL)
    {
      post (self, errand, apply_changes, errand_done_cb);
      return;
    }
  post_for (self, errand, apply_changes, applied_cb, NULL, callback, user_data);
}

/**
 * kith_session_apply_finish:
 *
 * Returns: whether it was written; else %FALSE with @error set
 */
gboolean
kith_session_apply_finish (KithSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Nothing that anybody reads has changed: the roll call stays as it is. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (KithSession) self = waiting->session;
  g_autoptr (GTask) task = waiting->task;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  KithRegisterView *view = g_task_propagate_pointer (G_TASK (result), &error);

  if (view == NULL)
    g_task_return_error (task, error);
  else
    {
      g_clear_pointer (&self->view, kith_register_view_free);
      self->view = view;
      g_task_return_boolean (task, TRUE);
    }
  kith_job_queue_end (self->jobs, errand->job);
}

/**
 * kith_session_can_keep:
 *
 * Returns: whether kith_session_keep() writes now. While something is under way it does not: that
 *   may end with another register in the place of this one
 */
gboolean
kith_session_can_keep (KithSession *self)
{
  return self->view != NULL && self->view->access == KITH_ACCESS_WRITE &&
         g_list_model_get_n_items (G_LIST_MODEL (self->jobs)) == 0;
}

/**
 * kith_session_keep:
 * @changes: of tables that are not journalled, of kith_session_get_ledger()
 * @callback: (nullable): called when it is written, or was not
 *
 * Writes what is no record, such as where marks stand. Only while kith_session_can_keep() says so.
 */
void
kith_session_keep (KithSession *self,
                   KithChangeset *changes,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  Errand *errand;

  g_return_if_fail (kith_session_can_keep (self));
  errand = new_errand (self, _ ("Saving"), _ ("This was not saved"));
  errand->changes = kith_changeset_ref (changes);
  errand->words = g_strdup (_ ("Where marks stand"));
  errand->who = g_strdup (kith_entry_get_officer ());
  post_for (self, errand, apply_changes, kept_cb, NULL, callback, user_data);
}

/**
 * kith_session_keep_finish:
 *
 * Returns: whether it was written; else %FALSE with @error set
 */
gboolean
kith_session_keep_finish (KithSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (KithSession) self = waiting->session;
  g_autoptr (GTask) task = waiting->task;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (self->jobs, errand->job);
  if (answer == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, waiting->free_answer);
}

/* Sends an errand that changes nothing; the answer goes to whoever asked. */
static void
ask (KithSession *self,
     Errand *errand,
     KithStoreFunc read,
     GDestroyNotify free_answer,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  post_for (self, errand, read, answered_cb, free_answer, callback, user_data);
}

/**
 * kith_session_read_files:
 * @files: (array length=n_files): to be read together
 * @options: what the files do not say
 * @callback: called with the preview
 *
 * Reads files and compares them with the register. Changes nothing.
 */
void
kith_session_read_files (KithSession *self,
                         GFile *const *files,
                         guint n_files,
                         const KithImportOptions *options,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autofree char *title = NULL;
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  title = g_strdup_printf (ngettext ("Reading %u file", "Reading %u files", n_files), n_files);
  errand = new_errand (self, title, NULL);
  errand->files = g_new (GFile *, n_files);
  errand->n_files = n_files;
  for (guint i = 0; i < n_files; i++)
    errand->files[i] = g_object_ref (files[i]);
  errand->options = *options;
  ask (self, errand, read_files, (GDestroyNotify)kith_preview_free, callback, user_data);
}

/**
 * kith_session_read_files_finish:
 *
 * Returns: (transfer full): what accepting the files would change, or %NULL with @error set
 */
KithPreview *
kith_session_read_files_finish (KithSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kith_session_accept:
 * @preview: (transfer full): of kith_session_read_files()
 *
 * Writes what a preview would change, as one entry of the journal.
 */
void
kith_session_accept (KithSession *self, KithPreview *preview)
{
  Errand *errand;

  g_return_if_fail (self->view != NULL);
  errand = new_errand (self, _ ("Importing"), _ ("Nothing was imported"));
  errand->preview = preview;
  errand->words = g_strdup (preview->summary);
  errand->can_undo = TRUE;
  post (self, errand, apply_preview, errand_done_cb);
}

/**
 * kith_session_read_figures:
 * @callback: called with the ledger
 *
 * Reads what the register says once more, with all published figures. They are many: whoever asks
 * lets go of them when they are no longer looked at.
 */
void
kith_session_read_figures (KithSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (self->view != NULL);
  ask (self, new_errand (self, _ ("Reading the published figures"), NULL), read_figures,
       (GDestroyNotify)kith_ledger_unref, callback, user_data);
}

/**
 * kith_session_read_figures_finish:
 *
 * Returns: (transfer full): the ledger, or %NULL with @error set
 */
KithLedger *
kith_session_read_figures_finish (KithSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kith_session_is_open:
 *
 * Returns: whether a register is open
 */
gboolean
kith_session_is_open (KithSession *self)
{
  return self->view != NULL;
}

/**
 * kith_session_is_read_only:
 *
 * Returns: whether the register can only be looked at
 */
gboolean
kith_session_is_read_only (KithSession *self)
{
  return self->view != NULL && self->view->access != KITH_ACCESS_WRITE;
}

/**
 * kith_session_get_file:
 *
 * Returns: (transfer none) (nullable): the register's file
 */
GFile *
kith_session_get_file (KithSession *self)
{
  return self->view != NULL ? self->view->file : NULL;
}

/**
 * kith_session_dup_name:
 *
 * Returns: (transfer full) (nullable): the register's name: its file's, without ".kith"
 */
char *
kith_session_dup_name (KithSession *self)
{
  char *name;

  if (self->view == NULL)
    return NULL;
  name = g_file_get_basename (self->view->file);
  if (g_str_has_suffix (name, ".kith"))
    name[strlen (name) - strlen (".kith")] = '\0';
  return name;
}

/**
 * kith_session_get_ledger:
 *
 * Returns: (transfer none) (nullable): what the register says, measures left unread
 */
KithLedger *
kith_session_get_ledger (KithSession *self)
{
  return self->view != NULL ? self->view->ledger : NULL;
}

/**
 * kith_session_get_history:
 *
 * Returns: (transfer none) (nullable) (element-type KithJournalRow): the journal
 */
GPtrArray *
kith_session_get_history (KithSession *self)
{
  return self->view != NULL ? self->view->history : NULL;
}

/**
 * kith_session_get_undoable:
 *
 * Returns: the entry that undo takes back, 0 for none
 */
gint64
kith_session_get_undoable (KithSession *self)
{
  return self->view != NULL && self->view->access == KITH_ACCESS_WRITE ? self->view->undoable : 0;
}

/**
 * kith_session_get_redoable:
 *
 * Returns: the entry that redo brings back, 0 for none
 */
gint64
kith_session_get_redoable (KithSession *self)
{
  return self->view != NULL && self->view->access == KITH_ACCESS_WRITE ? self->view->redoable : 0;
}

/**
 * kith_session_get_schools_dated:
 *
 * Returns: the day of the newest file of schools, or unknown
 */
KithDate
kith_session_get_schools_dated (KithSession *self)
{
  const char *key = kith_file_kind_get_key (KITH_FILE_ESTABLISHMENTS);
  KithDate dated = KITH_DATE_UNKNOWN;
  const KithSource *sources;
  gsize n_sources;

  if (self->view == NULL)
    return dated;
  sources = kith_ledger_get_rows (self->view->ledger, KITH_TABLE_SOURCE, &n_sources);
  for (gsize i = 0; i < n_sources; i++)
    if (g_strcmp0 (sources[i].kind, key) == 0)
      dated = MAX (dated, sources[i].dated);
  return dated;
}

/**
 * kith_session_get_as_at:
 *
 * Returns: the day that the roll is of
 */
KithDate
kith_session_get_as_at (KithSession *self)
{
  return self->as_at;
}

/**
 * kith_session_set_as_at:
 *
 * Asks the question about another day. The roll follows as soon as it is worked out.
 */
void
kith_session_set_as_at (KithSession *self, KithDate as_at)
{
  g_return_if_fail (as_at != KITH_DATE_UNKNOWN);

  if (self->as_at == as_at)
    return;
  self->as_at = as_at;
  g_signal_emit (self, signals[AS_AT_CHANGED], 0);
  renew_roll (self);
}

/**
 * kith_session_is_working:
 *
 * Returns: whether a roll is being worked out
 */
gboolean
kith_session_is_working (KithSession *self)
{
  return self->roll_job != NULL;
}

/**
 * kith_session_renew:
 *
 * Works the roll out again: somebody cancelled it.
 */
void
kith_session_renew (KithSession *self)
{
  renew_roll (self);
  g_signal_emit (self, signals[ROLL_CHANGED], 0);
}

/**
 * kith_session_get_roll:
 *
 * Returns: (transfer none) (nullable): the roll, once it is worked out
 */
KithRoll *
kith_session_get_roll (KithSession *self)
{
  return self->roll;
}

/**
 * kith_session_get_schools:
 *
 * Returns: (transfer none): a list of #KithRollItem in the order of the worklist, the same
 *   object for as long as the session lives
 */
GListModel *
kith_session_get_schools (KithSession *self)
{
  return G_LIST_MODEL (self->schools);
}

/**
 * kith_session_get_selected:
 *
 * Returns: the URN of the selected school, 0 for none
 */
gint64
kith_session_get_selected (KithSession *self)
{
  return self->selected;
}

/**
 * kith_session_set_selected:
 * @urn: of a school, 0 for none
 */
void
kith_session_set_selected (KithSession *self, gint64 urn)
{
  if (self->selected == urn)
    return;
  self->selected = urn;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * kith_session_get_filter:
 *
 * Returns: (transfer none): which schools the roll call shows
 */
KithRollFilter *
kith_session_get_filter (KithSession *self)
{
  return self->filter;
}

/**
 * kith_session_get_chosen:
 *
 * Returns: (transfer none): the schools that were put together, on the map or in a list
 */
KithChosen *
kith_session_get_chosen (KithSession *self)
{
  return self->chosen;
}

/**
 * kith_session_find_school:
 *
 * Returns: (transfer full) (nullable): the school's row, %NULL if the roll does not list it
 */
KithRollItem *
kith_session_find_school (KithSession *self, gint64 urn)
{
  const KithRollRow *row;
  guint n_rows;

  if (self->roll == NULL || urn == 0)
    return NULL;
  row = kith_roll_find (self->roll, urn);
  if (row == NULL)
    return NULL;
  return g_object_ref (self->items->pdata[row - kith_roll_get_rows (self->roll, &n_rows)]);
}
