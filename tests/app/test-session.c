/* test-session.c: one register at a time, read, written and undone without holding anybody up
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-edit-aside.h"
#include "kith-worklist.h"
#include "trial-app.h"

/* What a session told: how often, and the words of the last. */
typedef struct
{
  guint n_failed, n_done, n_rolls, n_registers;
  char *words;
  KithPreview *preview;
  GError *error;
  gboolean is_read;
  gboolean is_applied;
} Told;

static void
failed_cb (Told *told, const char *heading, const char *message)
{
  told->n_failed++;
  g_free (told->words);
  told->words = g_strdup (message);
}

static void
done_cb (Told *told, const char *words)
{
  told->n_done++;
  g_free (told->words);
  told->words = g_strdup (words);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static KithSession *
new_session (Told *told)
{
  KithSession *session = kith_session_new ();

  g_signal_connect_swapped (session, "failed", G_CALLBACK (failed_cb), told);
  g_signal_connect_swapped (session, "done", G_CALLBACK (done_cb), told);
  g_signal_connect_swapped (session, "roll-changed", G_CALLBACK (count_cb), &told->n_rolls);
  g_signal_connect_swapped (session, "register-changed", G_CALLBACK (count_cb), &told->n_registers);
  return session;
}

static void
clear_told (Told *told)
{
  g_clear_pointer (&told->words, g_free);
  g_clear_pointer (&told->preview, kith_preview_free);
  g_clear_error (&told->error);
}

static gboolean
has_failed (gpointer data)
{
  return ((Told *)data)->n_failed > 0;
}

static gboolean
is_done (gpointer data)
{
  return ((Told *)data)->n_done > 0;
}

static gboolean
is_read (gpointer data)
{
  return ((Told *)data)->is_read;
}

static gboolean
is_quiet (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kith_session_get_jobs (data))) == 0;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  told->preview = kith_session_read_files_finish (KITH_SESSION (source), result, &told->error);
  told->is_read = TRUE;
}

static void
read_file (KithSession *session, Told *told, GFile *file, KithDate dated)
{
  KithImportOptions options = { .dated = dated, .today = kith_date_new (2026, 11, 22) };

  g_clear_pointer (&told->preview, kith_preview_free);
  g_clear_error (&told->error);
  told->is_read = FALSE;
  kith_session_read_files (session, &file, 1, &options, read_cb, told);
  trial_wait (is_read, told);
}

static guint
count_schools (KithSession *session)
{
  return g_list_model_get_n_items (kith_session_get_schools (session));
}

/* Accepts, undoes or redoes, and waits until the roll has followed. */
static void
await_done (KithSession *session, Told *told)
{
  trial_wait (is_done, told);
  trial_wait (is_quiet, session);
  told->n_done = 0;
}

#define SCHOOLS                                                                                    \
  "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),"      \
  "EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,"                   \
  "PhaseOfEducation (name),Easting,Northing\n"                                                     \
  "100001,901,Northmoor,2001,Alder Primary School,Community school,"                               \
  "Local authority maintained schools,Open,01-09-1990,,Primary,400100,300200\n"                    \
  "100002,901,Northmoor,4002,Beech School,Community school,"                                       \
  "Local authority maintained schools,Open,01-09-2012,,Secondary,401000,301000\n"                  \
  "100003,901,Northmoor,2003,Cedar Primary School,Community school,"                               \
  "Local authority maintained schools,Open,01-09-1995,,Primary,401500,301500\n"

static void
test_no_register (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) missing = g_file_get_child (trial_get_folder (), "missing.kith");

  g_assert_false (kith_session_is_open (session));
  g_assert_null (kith_session_get_roll (session));
  g_assert_cmpint (kith_session_get_undoable (session), ==, 0);

  kith_session_open (session, missing);
  trial_wait (has_failed, &told);
  g_assert_cmpuint (told.n_failed, ==, 1);
  g_assert_true (strlen (told.words) > 20);
  g_assert_false (kith_session_is_open (session));
  g_assert_false (g_file_query_exists (missing, NULL));
  clear_told (&told);
}

static void
test_other_register (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = trial_make_register ("good.kith");
  g_autoptr (GFile) bad = trial_write_file ("bad.kith", "This is no register.");
  g_autofree char *name = NULL;

  kith_session_open (session, file);
  trial_wait_for_roll (session);
  kith_session_open (session, bad);
  trial_wait (has_failed, &told);
  g_assert_true (kith_session_is_open (session));
  name = kith_session_dup_name (session);
  g_assert_cmpstr (name, ==, "good");
  g_assert_cmpuint (count_schools (session), ==, TRIAL_SCHOOLS);

  kith_session_close (session);
  g_assert_false (kith_session_is_open (session));
  g_assert_cmpuint (count_schools (session), ==, 0);
  clear_told (&told);
}

static void
test_import (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "import.kith");
  g_autoptr (GFile) schools = trial_write_file ("gias-20250901.csv", SCHOOLS);

  kith_session_create (session, file);
  trial_wait_for_roll (session);
  g_assert_cmpuint (count_schools (session), ==, 0);

  read_file (session, &told, schools, KITH_DATE_UNKNOWN);
  g_assert_no_error (told.error);
  g_assert_cmpuint (((KithFileReport *)told.preview->reports->pdata[0])->n_added, ==, 3);
  g_assert_cmpuint (count_schools (session), ==, 0); /* only looked at */
  g_assert_cmpint (kith_session_get_undoable (session), ==, 0);

  kith_session_accept (session, g_steal_pointer (&told.preview));
  await_done (session, &told);
  g_assert_cmpuint (count_schools (session), ==, 3);
  g_assert_cmpint (kith_session_get_undoable (session), >, 0);
  g_assert_cmpuint (kith_session_get_schools_dated (session), ==, kith_date_new (2025, 9, 1));

  kith_session_undo (session, kith_session_get_undoable (session));
  await_done (session, &told);
  g_assert_cmpuint (count_schools (session), ==, 0);
  g_assert_cmpint (kith_session_get_undoable (session), ==, 0);
  g_assert_cmpint (kith_session_get_redoable (session), >, 0);

  kith_session_redo (session);
  await_done (session, &told);
  g_assert_cmpuint (count_schools (session), ==, 3);

  read_file (session, &told, schools, KITH_DATE_UNKNOWN);
  g_assert_cmpuint (kith_changeset_get_size (told.preview->changes), ==, 0);
  g_assert_cmpuint (told.n_failed, ==, 0);
  clear_told (&told);
}

static void
test_question (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "question.kith");
  g_autoptr (GFile) schools = trial_write_file ("schools.csv", SCHOOLS);

  kith_session_create (session, file);
  trial_wait_for_roll (session);
  read_file (session, &told, schools, KITH_DATE_UNKNOWN);
  g_assert_error (told.error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_DATED);
  read_file (session, &told, schools, kith_date_new (2024, 9, 1));
  g_assert_no_error (told.error);
  clear_told (&told);
}

static void
test_as_at (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "as-at.kith");
  g_autoptr (GFile) schools = trial_write_file ("gias-20250901.csv", SCHOOLS);

  kith_session_create (session, file);
  trial_wait_for_roll (session);
  read_file (session, &told, schools, KITH_DATE_UNKNOWN);
  kith_session_accept (session, g_steal_pointer (&told.preview));
  await_done (session, &told);
  g_assert_cmpuint (kith_session_get_as_at (session), ==, kith_date_today ());

  /* opened 1990, 1995 and 2012: by hand, two in 2000 and one in 1992 */
  kith_session_set_as_at (session, kith_date_new (2000, 1, 1));
  trial_wait (is_quiet, session);
  g_assert_cmpuint (count_schools (session), ==, 2);

  /* of two changes in a row only the second is answered */
  told.n_rolls = 0;
  kith_session_set_as_at (session, kith_date_new (2013, 1, 1));
  kith_session_set_as_at (session, kith_date_new (1992, 1, 1));
  trial_wait (is_quiet, session);
  g_assert_cmpuint (count_schools (session), ==, 1);
  g_assert_cmpuint (told.n_rolls, ==, 1);
  clear_told (&told);
}

static void
test_cancel (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = trial_make_register ("cancel.kith");
  KithImportOptions options = { .today = kith_date_today () };
  g_autoptr (GFile) schools = trial_write_file ("gias-20250901.csv", SCHOOLS);
  guint n;

  kith_session_open (session, file);
  trial_wait_for_roll (session);
  n = count_schools (session);
  kith_session_read_files (session, &schools, 1, &options, read_cb, &told);
  kith_job_queue_cancel_all (kith_session_get_jobs (session));
  trial_wait (is_read, &told);
  trial_wait (is_quiet, session);
  g_assert_error (told.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (told.n_failed, ==, 0);
  g_assert_cmpuint (count_schools (session), ==, n);
  clear_told (&told);
}

static void
test_two_at_once (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) first = new_session (&told);
  g_autoptr (KithSession) second = new_session (&told);
  g_autoptr (GFile) file = trial_make_register ("two.kith");

  kith_session_open (first, file);
  trial_wait_for_roll (first);
  kith_session_open (second, file);
  trial_wait_for_roll (second);
  g_assert_cmpuint (told.n_failed, ==, 0);
  g_assert_false (kith_session_is_read_only (first));
  g_assert_true (kith_session_is_read_only (second));
  g_assert_cmpint (kith_session_get_undoable (second), ==, 0);
  g_assert_cmpuint (count_schools (second), ==, count_schools (first));
  clear_told (&told);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  g_clear_error (&told->error);
  told->is_applied = kith_session_apply_finish (KITH_SESSION (source), result, &told->error);
  told->is_read = TRUE;
}

static KithEdit *
tick_first (KithSession *session)
{
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 0);
  g_autofree char *evidence = kith_worklist_dup_evidence (kith_roll_item_get_row (item));

  return kith_edit_tick (kith_session_get_ledger (session), kith_roll_item_get_urn (item), evidence,
                         kith_session_get_as_at (session), "Ada Marsh");
}

static gboolean
is_first_ticked (KithSession *session)
{
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 0);

  return kith_roll_item_get_row (item)->tick != NULL;
}

static void
test_apply (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = trial_make_register ("apply.kith");
  g_autoptr (KithEdit) edit = NULL;
  KithEntry entry = { .why = "rung up" };
  const KithJournalRow *newest;
  GPtrArray *history;

  kith_session_open (session, file);
  trial_wait_for_roll (session);
  edit = tick_first (session);
  entry.what = edit->what;
  kith_session_apply (session, edit->changes, &entry, applied_cb, &told);
  trial_wait (is_read, &told);
  await_done (session, &told);
  g_assert_no_error (told.error);
  g_assert_true (told.is_applied);
  g_assert_cmpstr (told.words, ==, edit->what);
  g_assert_true (is_first_ticked (session));
  history = kith_session_get_history (session);
  newest = history->pdata[0];
  if (newest->entry != kith_session_get_undoable (session))
    newest = history->pdata[history->len - 1];
  g_assert_cmpstr (newest->what, ==, edit->what);
  g_assert_cmpstr (newest->why, ==, "rung up");
  g_assert_cmpstr (newest->who, ==, kith_entry_get_officer ());
  g_assert_cmpuint (newest->n_rows, ==, 1);

  /* made from what the register said before: refused, with a sentence, and nothing is changed */
  told.is_read = FALSE;
  kith_session_apply (session, edit->changes, &entry, applied_cb, &told);
  trial_wait (is_read, &told);
  g_assert_error (told.error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE);
  g_assert_cmpuint (told.n_failed, ==, 0);
  kith_session_apply (session, edit->changes, &entry, NULL, NULL);
  trial_wait (has_failed, &told);

  kith_session_undo (session, kith_session_get_undoable (session));
  await_done (session, &told);
  g_assert_false (is_first_ticked (session));
  clear_told (&told);
}

static void
test_selection (void)
{
  Told told = { 0 };
  g_autoptr (KithSession) session = new_session (&told);
  g_autoptr (GFile) file = trial_make_register ("selection.kith");
  guint n_changes = 0;

  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_cb), &n_changes);
  kith_session_open (session, file);
  trial_wait_for_roll (session);
  for (guint i = 0; i < count_schools (session); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), i);
      g_autoptr (KithRollItem) found =
          kith_session_find_school (session, kith_roll_item_get_urn (item));

      g_assert_true (found == item);
      g_assert_cmpuint (kith_roll_item_get_position (item), ==, i);
    }
  g_assert_null (kith_session_find_school (session, 1));

  kith_session_set_selected (session, 42);
  kith_session_set_selected (session, 42);
  g_assert_cmpuint (n_changes, ==, 1);
  clear_told (&told);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/a file that is missing is told, and not made", test_no_register);
  g_test_add_func ("/session/what cannot be opened leaves the open register open",
                   test_other_register);
  g_test_add_func ("/session/an import is a preview, then one entry, undone and redone",
                   test_import);
  g_test_add_func ("/session/a file that does not say its day is asked about", test_question);
  g_test_add_func ("/session/another day is another roll, and only the last asked for is answered",
                   test_as_at);
  g_test_add_func ("/session/cancelling changes nothing and is no failure", test_cancel);
  g_test_add_func ("/session/a register that somebody writes is opened to be looked at",
                   test_two_at_once);
  g_test_add_func ("/session/an edit is one entry, refused where it is stale, and undone",
                   test_apply);
  g_test_add_func ("/session/every school of the roll is found by its URN", test_selection);
  status = g_test_run ();
  trial_end ();
  return status;
}
