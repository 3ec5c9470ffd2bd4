/* test-two-officers.c: one register, two processes, and drives that do not hold
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-hold-bar.h"
#include "other-officer.h"
#include "trial-app.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a session told last. */
typedef struct
{
  char *done;
  char *failed;
  GFile *unopened;
  GError *error;
  gboolean is_applied;
} Told;

static void
done_cb (Told *told, const char *words)
{
  g_free (told->done);
  told->done = g_strdup (words);
}

static void
failed_cb (Told *told, const char *heading, const char *message)
{
  g_free (told->failed);
  told->failed = g_strdup (message);
}

static void
unopened_cb (Told *told, GFile *file)
{
  g_set_object (&told->unopened, file);
}

static void
clear_told (Told *told)
{
  g_clear_pointer (&told->done, g_free);
  g_clear_pointer (&told->failed, g_free);
  g_clear_object (&told->unopened);
  g_clear_error (&told->error);
}

static KithSession *
open_session (GFile *file, Told *told)
{
  KithSession *session = kith_session_new ();

  g_signal_connect_swapped (session, "failed", G_CALLBACK (failed_cb), told);
  g_signal_connect_swapped (session, "done", G_CALLBACK (done_cb), told);
  g_signal_connect_swapped (session, "unopened", G_CALLBACK (unopened_cb), told);
  kith_session_open (session, file);
  return session;
}

static guint
count_people (KithSession *session)
{
  gsize n;

  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_PERSON, &n);
  return (guint)n;
}

static gboolean
can_write (gpointer session)
{
  return !kith_session_is_read_only (session);
}

static gboolean
is_free (gpointer session)
{
  return kith_session_get_holder (session) == NULL;
}

static gboolean
is_quiet (gpointer session)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kith_session_get_jobs (session))) == 0;
}

static gboolean
is_told (gpointer text)
{
  return *(char **)text != NULL;
}

static gboolean
is_answered (gpointer data)
{
  Told *told = data;

  return told->is_applied || told->error != NULL;
}

/* How many people the register has when next it is looked at. */
typedef struct
{
  KithSession *session;
  guint n;
} Crowd;

static gboolean
has_crowd (gpointer data)
{
  Crowd *crowd = data;

  return count_people (crowd->session) == crowd->n;
}

static KithChangeset *
add_person (KithSession *session, const char *name)
{
  KithChangeset *changes = kith_changeset_new (kith_session_get_ledger (session));
  KithPerson person;

  kith_row_clear (KITH_TABLE_PERSON, &person);
  person.id = kith_changeset_take_key (changes, KITH_TABLE_PERSON);
  person.name = name;
  kith_changeset_put (changes, KITH_TABLE_PERSON, &person);
  return changes;
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  told->is_applied = kith_session_apply_finish (KITH_SESSION (source), result, &told->error);
}

static void
apply (KithSession *session, Told *told, KithChangeset *changes)
{
  KithEntry entry = { .what = "Recorded: a person" };

  g_clear_error (&told->error);
  told->is_applied = FALSE;
  kith_session_apply (session, changes, &entry, applied_cb, told);
  trial_wait (is_answered, told);
  trial_wait (is_quiet, session);
}

static void
test_close (void)
{
  g_autoptr (GFile) file = trial_make_register ("close.kith");
  g_autoptr (GSubprocess) officer = other_officer_start (file);
  Told told = { 0 };
  g_autoptr (KithSession) session = open_session (file, &told);
  g_autoptr (KithChangeset) changes = NULL;
  Crowd crowd = { session };
  g_autofree char *words = NULL;

  trial_wait_for_roll (session);
  g_assert_cmpint (kith_session_get_access (session), ==, KITH_ACCESS_HELD);
  g_assert_cmpstr (kith_session_get_holder (session)->user, ==, "Cass Reed");
  words = kith_hold_bar_dup_words (KITH_ACCESS_HELD, kith_session_get_holder (session), FALSE);
  g_assert_true (g_str_has_prefix (words, "Open for writing by Cass Reed on "));
  g_assert_nonnull (strstr (words, ", since "));

  /* what the other writes appears */
  crowd.n = count_people (session) + 1;
  other_officer_add (officer, "Zoë O’Hara");
  trial_wait (has_crowd, &crowd);
  g_assert_true (kith_session_is_read_only (session));

  /* they close it: it is free, and taken when that is asked for */
  other_officer_close (officer);
  trial_wait (is_free, session);
  g_assert_true (kith_session_is_read_only (session));
  kith_session_set_waiting (session, TRUE);
  trial_wait (can_write, session);
  g_assert_cmpstr (told.done, ==, "The register is yours to write");
  changes = add_person (session, "Ada Marsh");
  apply (session, &told, changes);
  g_assert_no_error (told.error);
  g_assert_null (told.failed);
  clear_told (&told);
}

static void
test_kill (void)
{
  g_autoptr (GFile) file = trial_make_register ("kill.kith");
  g_autoptr (GSubprocess) officer = other_officer_start (file);
  Told told = { 0 };
  g_autoptr (KithSession) session = open_session (file, &told);
  guint n;

  trial_wait_for_roll (session);
  n = count_people (session);
  kith_session_set_waiting (session, TRUE);
  other_officer_add (officer, "Ben Oakes");
  other_officer_kill (officer);
  trial_wait (can_write, session);
  g_assert_cmpuint (count_people (session), ==, n + 1); /* the last accepted change is there */
  g_assert_false (kith_session_is_waiting (session));
  clear_told (&told);
}

/* A machine that slept: meanwhile the lock was taken over, and the register written to. */
static void
test_lost (void)
{
  g_autoptr (GFile) file = trial_make_register ("lost.kith");
  g_autofree char *lock = g_strconcat (g_file_peek_path (file), ".lock", NULL);
  Told told = { 0 };
  g_autoptr (KithSession) session = open_session (file, &told);
  g_autoptr (GSubprocess) officer = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithChangeset) again = NULL;
  guint n;

  trial_wait_for_roll (session);
  n = count_people (session);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  officer = other_officer_start (file);
  other_officer_add (officer, "Ben Oakes");
  changes = add_person (session, "Ada Marsh");
  apply (session, &told, changes);
  g_assert_error (told.error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (told.error->message, "Cass Reed"));

  /* it says so from now on, shows what they wrote, and what was typed can be repeated later */
  g_assert_cmpint (kith_session_get_access (session), ==, KITH_ACCESS_HELD);
  g_assert_cmpuint (count_people (session), ==, n + 1);
  kith_session_set_waiting (session, TRUE);
  other_officer_close (officer);
  trial_wait (can_write, session);
  again = add_person (session, "Ada Marsh");
  apply (session, &told, again);
  g_assert_no_error (told.error);
  g_assert_cmpuint (count_people (session), ==, n + 2);
  clear_told (&told);
}

/* Another program wrote in between, and is gone: the change is refused, and goes through when it
 * is repeated. */
static void
test_stale (void)
{
  g_autoptr (GFile) file = trial_make_register ("stale.kith");
  g_autofree char *lock = g_strconcat (g_file_peek_path (file), ".lock", NULL);
  Told told = { 0 };
  g_autoptr (KithSession) session = open_session (file, &told);
  g_autoptr (GSubprocess) officer = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithChangeset) again = NULL;
  guint n;

  trial_wait_for_roll (session);
  n = count_people (session);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  officer = other_officer_start (file);
  other_officer_add (officer, "Ben Oakes");
  other_officer_close (officer);
  changes = add_person (session, "Ada Marsh");
  apply (session, &told, changes);
  g_assert_error (told.error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE);
  g_assert_false (kith_session_is_read_only (session));
  again = add_person (session, "Ada Marsh");
  apply (session, &told, again);
  g_assert_no_error (told.error);
  g_assert_cmpuint (count_people (session), ==, n + 2);
  clear_told (&told);
}

/* The drive drops while somebody saves, and comes back. */
static void
test_drive (void)
{
  g_autofree char *drive = g_build_filename (g_file_peek_path (trial_get_folder ()), "drive", NULL);
  g_autofree char *away = g_build_filename (g_file_peek_path (trial_get_folder ()), "away", NULL);
  g_autoptr (GFile) made = trial_make_register ("made.kith");
  g_autoptr (GFile) file = g_file_new_build_filename (drive, "shared.kith", NULL);
  g_autoptr (GFile) copy = g_file_get_child (trial_get_folder (), "rescue.kith");
  Told told = { 0 };
  g_autoptr (KithSession) session = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  guint n;

  g_assert_cmpint (g_mkdir (drive, 0700), ==, 0);
  g_assert_true (g_file_move (made, file, 0, NULL, NULL, NULL, NULL));
  session = open_session (file, &told);
  trial_wait_for_roll (session);
  trial_settle (); /* the day's backup */
  n = count_people (session);
  changes = add_person (session, "Ada Marsh");
  g_assert_cmpint (g_rename (drive, away), ==, 0);
  apply (session, &told, changes);
  g_assert_error (told.error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (told.error->message, "Nothing was written"));
  g_assert_true (kith_session_is_open (session));

  kith_session_copy (session, copy);
  trial_wait (is_told, &told.done);
  g_assert_cmpstr (told.done, ==, "A copy was saved as “rescue.kith”");

  g_assert_cmpint (g_rename (away, drive), ==, 0);
  apply (session, &told, changes);
  g_assert_no_error (told.error);
  g_assert_cmpuint (count_people (session), ==, n + 1);
  clear_told (&told);
}

static gboolean
has_backup (gpointer file)
{
  g_autoptr (GPtrArray) backups = kith_backup_list (file);

  g_usleep (1000);
  g_main_context_wakeup (NULL);
  return backups->len > 0;
}

static void
test_backup (void)
{
  g_autoptr (GFile) file = trial_make_register ("backup.kith");
  Told told = { 0 };
  g_autoptr (KithSession) session = open_session (file, &told);
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  guint n;

  trial_wait_for_roll (session);
  trial_wait (has_backup, file);
  n = count_people (session);
  changes = add_person (session, "Ada Marsh");
  apply (session, &told, changes);
  g_assert_cmpuint (count_people (session), ==, n + 1);

  backups = kith_backup_list (file);
  g_clear_pointer (&told.done, g_free);
  kith_session_restore (session, backups->pdata[0]);
  trial_wait (is_told, &told.done);
  trial_wait (is_quiet, session);
  g_assert_true (g_str_has_prefix (told.done, "All is as it was on "));
  g_assert_cmpuint (count_people (session), ==, n);
  kith_session_undo (session, kith_session_get_undoable (session));
  trial_wait (is_quiet, session);
  g_assert_cmpuint (count_people (session), ==, n + 1);

  /* what cannot be opened is told together with its backups, and one takes its place */
  kith_session_close (session);
  g_assert_null (told.failed);
  trial_wait (is_quiet, session);
  trial_settle ();
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "This is no register.", -1, NULL));
  kith_session_open (session, file);
  trial_wait (is_told, &told.unopened);
  g_assert_null (told.failed);
  g_assert_true (g_file_equal (told.unopened, file));
  g_assert_false (kith_session_is_open (session));
  kith_session_put_back (session, file, backups->pdata[0]);
  trial_wait_for_roll (session);
  g_assert_cmpuint (count_people (session), ==, n);
  clear_told (&told);
}

static void
test_words (void)
{
  KithHolder holder = { .user = (char *)"Cass Reed", .host = (char *)"lancs-042" };
  g_autoptr (GDateTime) before = g_date_time_new_local (2026, 3, 2, 9, 5, 0);
  g_autofree char *earlier = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *nobody = kith_hold_bar_dup_words (KITH_ACCESS_HELD, NULL, FALSE);
  g_autofree char *shut = kith_hold_bar_dup_words (KITH_ACCESS_SHUT, NULL, FALSE);

  holder.since = before;
  earlier = kith_hold_bar_dup_words (KITH_ACCESS_HELD, &holder, TRUE);
  g_assert_cmpstr (earlier, ==,
                   "Open for writing by Cass Reed on lancs-042, since 09:05 on 2 March 2026. "
                   "It is yours as soon as they close it.");
  holder.is_gone = TRUE;
  gone = kith_hold_bar_dup_words (KITH_ACCESS_HELD, &holder, FALSE);
  g_assert_cmpstr (gone, ==,
                   "Cass Reed had this register open on lancs-042 and left it without closing it.");
  g_assert_cmpstr (nobody, ==, "Nobody has this register open for writing any more.");
  g_assert_nonnull (strstr (shut, "save a copy"));
  g_assert_null (kith_hold_bar_dup_words (KITH_ACCESS_WRITE, NULL, FALSE));
}

int
main (int argc, char **argv)
{
  int status = other_officer_main (argc, argv);

  if (status >= 0)
    return status;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/two officers/the second sees who holds it and what they write, and takes over",
                   test_close);
  g_test_add_func ("/two officers/what a process that was killed held is taken over", test_kill);
  g_test_add_func ("/two officers/a lock that was lost is told, and nothing is lost", test_lost);
  g_test_add_func ("/two officers/a change is refused where another came first, and repeated",
                   test_stale);
  g_test_add_func ("/two officers/a drive that drops loses nothing, and saving goes on after it",
                   test_drive);
  g_test_add_func ("/two officers/the day's backup is made, and gone back to", test_backup);
  g_test_add_func ("/two officers/what is said names who, where and since when", test_words);
  status = g_test_run ();
  trial_end ();
  return status;
}
