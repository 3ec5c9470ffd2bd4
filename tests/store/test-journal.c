/* test-journal.c: what was changed is recorded, taken back and brought back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <string.h>

static void
add_school (KithStore *store, gint64 urn, const char *name)
{
  g_autoptr (KithChangeset) changes = store_change (store);

  put_school (changes, urn, name);
  store_apply (store, changes, name);
}

static void
undo (KithStore *store, gint64 entry)
{
  g_autoptr (GError) error = NULL;

  kith_store_undo (store, entry, "Ben Oakes", NULL, &error);
  g_assert_no_error (error);
}

static void
redo (KithStore *store)
{
  g_autoptr (GError) error = NULL;

  kith_store_redo (store, "Ben Oakes", NULL, &error);
  g_assert_no_error (error);
}

static void
assert_cannot_undo (KithStore *store, gint64 entry, KithStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_dump (store);
  g_autofree char *after = NULL;

  g_assert_false (kith_store_undo (store, entry, "Ben Oakes", NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
  after = store_dump (store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_entry (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const KithJournalRow *row;

  put_school (changes, 100001, "Alder Primary School");
  put_school (changes, 100002, "Beech Primary School");
  g_assert_true (kith_store_apply (
      store, changes,
      &(KithEntry){
          .who = "Ann Lee", .what = "Import of 1 file", .why = "spring", .file = "schools.csv" },
      NULL, NULL));
  ledger = store_read (store);
  g_assert_cmpint (kith_ledger_get_head (ledger), ==, 1);

  history = kith_store_read_history (store, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  row = g_ptr_array_index (history, 0);
  g_assert_cmpint (row->entry, ==, 1);
  g_assert_cmpstr (row->who, ==, "Ann Lee");
  g_assert_cmpstr (row->what, ==, "Import of 1 file");
  g_assert_cmpstr (row->why, ==, "spring");
  g_assert_cmpstr (row->file, ==, "schools.csv");
  g_assert_cmpuint (row->n_rows, ==, 2);
  g_assert_cmpint (row->undoes, ==, 0);
  g_assert_cmpint (row->undone_by, ==, 0);
  g_assert_cmpint (ABS (g_date_time_to_unix (row->at) - g_get_real_time () / 1000000), <, 60);
}

static void
test_nothing (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (GError) error = NULL;

  store_apply (store, changes, "nothing");
  g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 0);
  g_assert_cmpint (kith_store_get_redoable (store, NULL), ==, 0);
  assert_cannot_undo (store, 0, KITH_STORE_ERROR_NOTHING, "nothing to undo");
  assert_cannot_undo (store, 7, KITH_STORE_ERROR_NOTHING, "no entry 7");
  g_assert_false (kith_store_redo (store, "Ben Oakes", NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING);
}

static void
test_undo_redo (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  char *states[4] = { NULL };

  {
    g_autoptr (KithStore) store = store_fixture_create (fixture);

    states[0] = store_dump (store);
    add_school (store, 100001, "Alder");
    states[1] = store_dump (store);
    add_school (store, 100001, "Alder Primary School");
    states[2] = store_dump (store);
    add_school (store, 100002, "Beech");
    states[3] = store_dump (store);
  }
  /* each step in a sitting of its own */
  for (int s = 2; s >= 0; s--)
    {
      g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_WRITE);
      g_autofree char *now = NULL;

      g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, s + 1);
      undo (store, 0);
      g_assert_cmpint (kith_store_get_redoable (store, NULL), ==, s + 1);
      now = store_dump (store);
      g_assert_cmpstr (now, ==, states[s]);
    }
  for (int s = 1; s <= 3; s++)
    {
      g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_WRITE);
      g_autofree char *now = NULL;

      g_assert_cmpint (kith_store_get_redoable (store, NULL), ==, s);
      redo (store);
      g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, s);
      now = store_dump (store);
      g_assert_cmpstr (now, ==, states[s]);
    }
  for (int s = 0; s < 4; s++)
    g_free (states[s]);
}

static void
test_history_reads (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GPtrArray) redone = NULL;
  const KithJournalRow *row;

  add_school (store, 100001, "Alder");
  undo (store, 0);
  undone = kith_store_read_history (store, NULL);
  row = g_ptr_array_index (undone, 0);
  g_assert_cmpstr (row->what, ==, "Undo of entry 1: Alder");
  g_assert_cmpstr (row->who, ==, "Ben Oakes");
  g_assert_cmpint (row->undoes, ==, 1);
  row = g_ptr_array_index (undone, 1);
  g_assert_cmpint (row->undone_by, ==, 2);

  redo (store);
  redone = kith_store_read_history (store, NULL);
  g_assert_cmpuint (redone->len, ==, 3);
  row = g_ptr_array_index (redone, 0);
  g_assert_cmpstr (row->what, ==, "Redo of entry 1: Alder");
  g_assert_cmpint (row->undoes, ==, 2);
  row = g_ptr_array_index (redone, 1);
  g_assert_cmpint (row->undone_by, ==, 3);
  row = g_ptr_array_index (redone, 2);
  g_assert_cmpint (row->undone_by, ==, 0);

  undo (store, 0);
  assert_cannot_undo (store, 1, KITH_STORE_ERROR_NOTHING, "undone already");
  assert_cannot_undo (store, 2, KITH_STORE_ERROR_NOTHING, "itself an undo");
  assert_cannot_undo (store, 3, KITH_STORE_ERROR_NOTHING, "itself an undo");
}

static void
test_edit_ends_redo (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (GError) error = NULL;

  add_school (store, 100001, "Alder");
  undo (store, 0);
  add_school (store, 100002, "Beech");
  g_assert_cmpint (kith_store_get_redoable (store, NULL), ==, 0);
  g_assert_false (kith_store_redo (store, "Ben Oakes", NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING);
  g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 3);
}

static void
test_older_entry (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_school (store, 100001, "Alder");        /* 1 */
  add_school (store, 100002, "Beech");        /* 2 */
  add_school (store, 100001, "Alder Infant"); /* 3 */
  assert_cannot_undo (store, 1, KITH_STORE_ERROR_BLOCKED, "entry 3 (Alder Infant)");
  before = store_dump (store);
  undo (store, 2); /* nobody touched it since */
  redo (store);
  after = store_dump (store);
  g_assert_cmpstr (before, ==, after);
  undo (store, 3);
  undo (store, 1);
}

static void
test_reference_blocks (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  gint64 hub;

  {
    g_autoptr (KithChangeset) changes = store_change (store);

    hub = put_arrangement (changes, "Maths hub");
    store_apply (store, changes, "a hub");
  }
  {
    g_autoptr (KithChangeset) changes = store_change (store);

    put_membership (changes, hub, 100001);
    store_apply (store, changes, "a member");
  }
  assert_cannot_undo (store, 1, KITH_STORE_ERROR_BLOCKED, "entry 2 (a member)");
}

static void
test_place_taken (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  KithSetting setting = { .id = 1, .key = "home", .value = "850" };

  for (int step = 0; step < 3; step++)
    {
      g_autoptr (KithChangeset) changes = store_change (store);

      if (step == 1)
        kith_changeset_remove (changes, KITH_TABLE_SETTING, 1);
      else
        kith_changeset_put (changes, KITH_TABLE_SETTING, &setting);
      store_apply (store, changes, "home");
      setting.id = 9;
    }
  /* taking back the removal would set the same parameter twice */
  assert_cannot_undo (store, 2, KITH_STORE_ERROR_BLOCKED, "later record of setting");
}

static void
test_stale (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (GError) error = NULL;

  put_school (changes, 100001, "Alder");
  add_school (store, 100002, "Beech");
  g_assert_false (kith_store_apply (
      store, changes, &(KithEntry){ .who = "Ann Lee", .what = "late" }, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE);
  g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 1);
}

static void
test_broken_rule (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autofree char *before = NULL;

  add_school (store, 100001, "Alder");
  before = store_dump (store);
  for (int rule = 0; rule < 2; rule++)
    {
      g_autoptr (KithChangeset) changes = store_change (store);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      put_school (changes, 100002, "Beech");
      if (rule == 0)
        put_school (changes, 100003, NULL);
      else
        put_membership (changes, 77, 100001); /* of no arrangement */
      g_assert_false (kith_store_apply (
          store, changes, &(KithEntry){ .who = "Ann Lee", .what = "bad" }, NULL, &error));
      g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CONSTRAINT);
      if (rule == 0)
        g_assert_nonnull (strstr (error->message, "row 100003 of school"));
      after = store_dump (store);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 1);
    }
}

static void
test_unrecorded (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithLedger) before = store_read (store);
  g_autoptr (KithChangeset) changes = kith_changeset_new (before);
  g_autoptr (KithLedger) after = NULL;
  KithPosition position;
  gsize n;

  kith_row_clear (KITH_TABLE_POSITION, &position);
  position.id = 1;
  position.view = "network";
  position.subject = "school:100001";
  position.x = 12.5;
  position.y = -3;
  kith_changeset_put (changes, KITH_TABLE_POSITION, &position);
  store_apply (store, changes, "moved");
  after = kith_store_read_ledger (store, before, TRUE, NULL, NULL);
  kith_ledger_get_rows (after, KITH_TABLE_POSITION, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (kith_ledger_get_head (after), ==, 0);
  g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 0);
}

static void
test_sharing (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithLedger) first = NULL;
  g_autoptr (KithLedger) second = NULL;
  g_autoptr (KithLedger) third = NULL;

  add_school (store, 100001, "Alder");
  first = store_read (store);
  {
    g_autoptr (KithChangeset) changes = kith_changeset_new (first);

    put_arrangement (changes, "Maths hub");
    store_apply (store, changes, "a hub");
  }
  second = kith_store_read_ledger (store, first, TRUE, NULL, NULL);
  g_assert_true (kith_ledger_get_block (second, KITH_TABLE_SCHOOL) ==
                 kith_ledger_get_block (first, KITH_TABLE_SCHOOL));
  g_assert_true (kith_ledger_get_block (second, KITH_TABLE_ARRANGEMENT) !=
                 kith_ledger_get_block (first, KITH_TABLE_ARRANGEMENT));
  undo (store, 1);
  third = kith_store_read_ledger (store, second, TRUE, NULL, NULL);
  g_assert_null (kith_ledger_find (third, KITH_TABLE_SCHOOL, 100001));
  g_assert_true (kith_ledger_get_block (third, KITH_TABLE_ARRANGEMENT) ==
                 kith_ledger_get_block (second, KITH_TABLE_ARRANGEMENT));
}

static void
put_measure (KithChangeset *changes, const char *name, const char *subgroup, const char *subject)
{
  KithValue row;

  kith_row_clear (KITH_TABLE_MEASURE, &row);
  row.id = kith_changeset_take_key (changes, KITH_TABLE_MEASURE);
  row.urn = 100001;
  row.year = 2024;
  row.name = name;
  row.subgroup = subgroup;
  row.subject = subject;
  row.value = 64.5;
  kith_changeset_put (changes, KITH_TABLE_MEASURE, &row);
}

static char *
dup_headlines (KithLedger *ledger)
{
  gsize n;
  const KithValue *rows = kith_block_get_rows (kith_ledger_get_headlines (ledger), &n);
  GString *text = g_string_new (NULL);

  for (gsize r = 0; r < n; r++)
    g_string_append_printf (text, "%ld %s %g|", (long)rows[r].id, rows[r].name, rows[r].value);
  return g_string_free (text, FALSE);
}

/* Read alone or picked from the table they are the same; an edit elsewhere leaves them be */
static void
test_headlines (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (KithLedger) whole = NULL, alone = NULL, elsewhere = NULL, undone = NULL;
  g_autofree char *picked = NULL, *read = NULL, *none = NULL;

  put_measure (changes, "PTRWM_EXP", NULL, NULL);
  put_measure (changes, "PTRWM_EXP", "boys", NULL);
  put_measure (changes, "ATT8SCR", NULL, NULL);
  put_measure (changes, "ATT8SCR", NULL, "maths");
  put_measure (changes, "P8MEA", NULL, NULL);
  store_apply (store, changes, "results");
  whole = store_read (store);
  alone = kith_store_read_ledger (store, NULL, FALSE, NULL, NULL);
  g_assert_false (kith_ledger_has_table (alone, KITH_TABLE_MEASURE));
  picked = dup_headlines (whole);
  read = dup_headlines (alone);
  g_assert_cmpstr (picked, ==, "1 PTRWM_EXP 64.5|3 ATT8SCR 64.5|");
  g_assert_cmpstr (read, ==, picked);

  add_school (store, 100001, "Alder");
  elsewhere = kith_store_read_ledger (store, alone, FALSE, NULL, NULL);
  g_assert_true (kith_ledger_get_headlines (elsewhere) == kith_ledger_get_headlines (alone));
  undo (store, 1);
  undone = kith_store_read_ledger (store, elsewhere, FALSE, NULL, NULL);
  none = dup_headlines (undone);
  g_assert_cmpstr (none, ==, "");
}

static void
test_another_program (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) writer = store_fixture_create (fixture);
  g_autoptr (KithStore) reader = store_fixture_open (fixture, KITH_STORE_READ);
  g_autoptr (KithLedger) before = store_read (reader);
  g_autoptr (KithLedger) after = NULL;

  add_school (writer, 100001, "Alder");
  after = kith_store_read_ledger (reader, before, TRUE, NULL, NULL);
  g_assert_nonnull (kith_ledger_find (after, KITH_TABLE_SCHOOL, 100001));
}

static void
test_cancel (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (KithJob) job = kith_job_new ("Import");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KithEntry entry = { .who = "Ann Lee", .what = "cancelled" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) undo_error = NULL;
  g_autoptr (GError) read_error = NULL;

  add_school (store, 100001, "Alder");
  before = store_dump (store);
  kith_changeset_unref (g_steal_pointer (&changes));
  changes = store_change (store);
  for (gint64 urn = 0; urn < 2000; urn++)
    put_school (changes, 110000 + urn, "Beech");
  kith_job_cancel (job);
  g_assert_false (kith_store_apply (store, changes, &entry, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (kith_store_read_ledger (store, NULL, TRUE, job, &read_error));
  g_assert_error (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = store_dump (store);
  g_assert_cmpstr (before, ==, after);

  store_apply (store, changes, "2,000 schools");
  g_assert_false (kith_store_undo (store, 0, "Ann Lee", job, &undo_error));
  g_assert_error (undo_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 2);
}

/* Random edits, undos and redos, beside a list of dumps that does the same by hand. */
static void
make_random_edit (KithStore *store, GRand *rand)
{
  g_autoptr (KithChangeset) changes = store_change (store);
  guint n = (guint)g_rand_int_range (rand, 1, 6);

  for (guint i = 0; i < n; i++)
    {
      gint64 urn = g_rand_int_range (rand, 100001, 100020);
      g_autofree char *name = g_strdup_printf ("School %d", g_rand_int_range (rand, 0, 1000000));

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          kith_changeset_remove (changes, KITH_TABLE_SCHOOL, urn);
          break;
        case 1:
          put_membership (changes, put_arrangement (changes, name), urn);
          break;
        default:
          put_school (changes, urn, name);
        }
    }
  store_apply (store, changes, "edit");
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autoptr (KithStore) store = store_fixture_create (fixture);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      guint at = 0;

      g_ptr_array_add (states, store_dump (store));
      for (guint step = 0; step < 30; step++)
        {
          g_autofree char *now = NULL;
          int what = g_rand_int_range (rand, 0, 10);

          if (what < 4)
            {
              g_autofree char *after = NULL;

              make_random_edit (store, rand);
              after = store_dump (store);
              if (g_str_equal (after, g_ptr_array_index (states, at)))
                continue;
              g_ptr_array_set_size (states, (int)++at);
              g_ptr_array_add (states, g_steal_pointer (&after));
            }
          else if (what < 7 && at > 0)
            {
              undo (store, 0);
              at--;
            }
          else if (at + 1 < states->len)
            {
              redo (store);
              at++;
            }
          else
            g_assert_cmpint (kith_store_get_redoable (store, NULL), ==, 0);
          now = store_dump (store);
          g_assert_cmpstr (now, ==, g_ptr_array_index (states, at));
          if (step % 10 == 9)
            {
              g_clear_object (&store);
              store = store_fixture_open (fixture, KITH_STORE_WRITE);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/an entry says who, when, what, why, from where", test_entry);
  g_test_add_func ("/journal/nothing changed writes nothing", test_nothing);
  g_test_add_func ("/journal/undo and redo go back and forth across sittings", test_undo_redo);
  g_test_add_func ("/journal/undo and redo are entries themselves", test_history_reads);
  g_test_add_func ("/journal/an edit ends redo", test_edit_ends_redo);
  g_test_add_func ("/journal/an older entry whose rows were touched since is refused",
                   test_older_entry);
  g_test_add_func ("/journal/an entry that later rows refer to is refused", test_reference_blocks);
  g_test_add_func ("/journal/an entry whose place was taken is refused", test_place_taken);
  g_test_add_func ("/journal/changes of an earlier ledger are refused", test_stale);
  g_test_add_func ("/journal/a change that breaks a rule leaves all as it was", test_broken_rule);
  g_test_add_func ("/journal/positions are written without an entry", test_unrecorded);
  g_test_add_func ("/journal/a ledger shares what no entry touched", test_sharing);
  g_test_add_func ("/journal/headlines, alone or with all measures", test_headlines);
  g_test_add_func ("/journal/a ledger sees what another program wrote", test_another_program);
  g_test_add_func ("/journal/a cancelled change leaves all as it was", test_cancel);
  g_test_add_func ("/journal/random edits, undos and redos end where a list of states does",
                   test_random);
  return g_test_run ();
}
