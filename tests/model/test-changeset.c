/* test-changeset.c: changes, and the ledger after them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-changeset.h"

static void
put_person (KithChangeset *changes, gint64 id, const char *name)
{
  KithPerson person;

  kith_row_clear (KITH_TABLE_PERSON, &person);
  person.id = id;
  person.name = name;
  kith_changeset_put (changes, KITH_TABLE_PERSON, &person);
}

static KithLedger *
make_base (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);

  put_person (changes, 3, "Ada Marsh");
  put_person (changes, 1, "Ben Oakes");
  return kith_changeset_apply (changes, 1);
}

static void
test_apply (void)
{
  g_autoptr (KithLedger) base = make_base ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (base);
  g_autoptr (KithLedger) after = NULL;
  const KithPerson *people;
  gsize n;

  g_assert_cmpint (kith_changeset_take_key (changes, KITH_TABLE_PERSON), ==, 4);
  g_assert_cmpint (kith_changeset_take_key (changes, KITH_TABLE_PERSON), ==, 5);
  put_person (changes, 4, "Cass Reed");
  put_person (changes, 1, "Benjamin Oakes");
  kith_changeset_remove (changes, KITH_TABLE_PERSON, 3);
  after = kith_changeset_apply (changes, 2);

  people = kith_ledger_get_rows (after, KITH_TABLE_PERSON, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (people[0].name, ==, "Benjamin Oakes");
  g_assert_cmpstr (people[1].name, ==, "Cass Reed");
  g_assert_cmpint (kith_ledger_get_head (after), ==, 2);
  g_assert_true (kith_ledger_get_block (after, KITH_TABLE_SCHOOL) ==
                 kith_ledger_get_block (base, KITH_TABLE_SCHOOL));
  /* the base says what it said */
  g_assert_cmpstr (((const KithPerson *)kith_ledger_find (base, KITH_TABLE_PERSON, 1))->name, ==,
                   "Ben Oakes");
}

/* A row is found by its key, whether keys are missing before it or not */
static void
test_find (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
      g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
      g_autoptr (KithLedger) ledger = NULL;
      gint64 first = g_rand_int_range (rand, 1, 1000);
      double held = g_rand_int_range (rand, 0, 5) / 4.0;
      gboolean is_held[60];

      for (guint k = 0; k < G_N_ELEMENTS (is_held); k++)
        {
          is_held[k] = g_rand_double (rand) < held;
          if (is_held[k])
            put_person (changes, first + k, "Ada Marsh");
        }
      ledger = kith_changeset_apply (changes, 1);
      for (guint k = 0; k < G_N_ELEMENTS (is_held); k++)
        {
          const KithPerson *found = kith_ledger_find (ledger, KITH_TABLE_PERSON, first + k);

          g_assert_cmpint (found != NULL, ==, is_held[k]);
          if (found != NULL)
            g_assert_cmpint (found->id, ==, first + k);
        }
      g_assert_null (kith_ledger_find (ledger, KITH_TABLE_PERSON, first - 1));
      g_assert_null (kith_ledger_find (ledger, KITH_TABLE_PERSON, first + 60));
      g_assert_null (kith_ledger_find (ledger, KITH_TABLE_PERSON, G_MAXINT64));
      g_assert_null (kith_ledger_find (ledger, KITH_TABLE_PERSON, -G_MAXINT64));
    }
}

static void
test_no_change (void)
{
  g_autoptr (KithLedger) base = make_base ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (base);

  put_person (changes, 1, "Ben Oakes");
  g_assert_cmpuint (kith_changeset_get_size (changes), ==, 0);
  put_person (changes, 1, "B. Oakes");
  put_person (changes, 9, "New");
  put_person (changes, 1, "Ben Oakes");
  g_assert_cmpuint (kith_changeset_get_size (changes), ==, 1);
  kith_changeset_remove (changes, KITH_TABLE_PERSON, 9);
  g_assert_cmpuint (kith_changeset_get_size (changes), ==, 0);
  kith_changeset_remove (changes, KITH_TABLE_PERSON, 3);
  g_assert_null (kith_changeset_find (changes, KITH_TABLE_PERSON, 3));
  put_person (changes, 3, "Ada Marsh");
  g_assert_cmpuint (kith_changeset_get_size (changes), ==, 0);
}

/* 200 edits, one after the other, against a plain array of names */
static void
test_long_chain (void)
{
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *names[20] = { NULL };

  for (guint step = 0; step < 200; step++)
    {
      g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
      KithLedger *after;
      gsize n, expected = 0;

      for (guint e = 0; e < 5; e++)
        {
          guint id = g_rand_int_range (rand, 0, G_N_ELEMENTS (names));

          g_clear_pointer (&names[id], g_free);
          if (g_rand_int_range (rand, 0, 3) == 0)
            kith_changeset_remove (changes, KITH_TABLE_PERSON, id);
          else
            {
              names[id] = g_strdup_printf ("person %u of step %u, whose name is long", id, step);
              put_person (changes, id, names[id]);
            }
        }
      after = kith_changeset_apply (changes, step);
      kith_ledger_unref (ledger);
      ledger = after;
      kith_ledger_get_rows (ledger, KITH_TABLE_PERSON, &n);
      for (guint id = 0; id < G_N_ELEMENTS (names); id++)
        {
          const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, id);

          g_assert_cmpstr (person == NULL ? NULL : person->name, ==, names[id]);
          expected += names[id] != NULL;
        }
      g_assert_cmpuint (n, ==, expected);
    }
  for (guint id = 1; id < G_N_ELEMENTS (names); id++)
    g_clear_pointer (&names[id], g_free);
}

/* Whatever two ledgers say, the changes between them lead from one to the other, and there are no
 * more of them than rows that differ. */
static void
test_between (void)
{
  static const char *const names[] = { "Ada Marsh", "Ben Oakes", "Zoë O’Hara" };
  guint n_changes = 0;

  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
      g_autoptr (KithChangeset) first = kith_changeset_new (empty);
      g_autoptr (KithChangeset) second = kith_changeset_new (empty);
      g_autoptr (KithLedger) from = NULL;
      g_autoptr (KithLedger) to = NULL;
      g_autoptr (KithLedger) after = NULL;
      g_autoptr (KithChangeset) between = NULL;
      guint n_different = 0;

      for (gint64 key = 1; key <= 30; key++)
        {
          int one = g_rand_int_range (rand, 0, 4), other = g_rand_int_range (rand, 0, 4);

          if (one > 0)
            put_person (first, key, names[one - 1]);
          if (other > 0)
            put_person (second, key, names[other - 1]);
          n_different += one != other;
        }
      from = kith_changeset_apply (first, 1);
      to = kith_changeset_apply (second, 1);
      between = kith_changeset_new_between (from, to);
      g_assert_cmpuint (kith_changeset_get_size (between), ==, n_different);
      after = kith_changeset_apply (between, 2);
      for (gint64 key = 1; key <= 30; key++)
        {
          const KithPerson *wanted = kith_ledger_find (to, KITH_TABLE_PERSON, key);
          const KithPerson *found = kith_ledger_find (after, KITH_TABLE_PERSON, key);

          g_assert_cmpstr (found == NULL ? NULL : found->name, ==,
                           wanted == NULL ? NULL : wanted->name);
        }
      n_changes += n_different;
    }
  g_assert_cmpuint (n_changes, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changeset/a row is found by its key", test_find);
  g_test_add_func ("/changeset/adds, alters and removes; the base stays", test_apply);
  g_test_add_func ("/changeset/what equals the base is no change", test_no_change);
  g_test_add_func ("/changeset/the changes between two ledgers lead from one to the other",
                   test_between);
  g_test_add_func ("/changeset/a long chain of edits says what was last written", test_long_chain);
  return g_test_run ();
}
