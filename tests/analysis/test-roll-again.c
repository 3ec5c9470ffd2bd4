/* test-roll-again.c: a roll made from another is the roll made anew, to the letter
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-removal.h"
#include "kith-roll.h"
#include "random-register.h"
#include "read-region.h"

#include <string.h>

#define REVIEW kith_date_new (2026, 9, 1)

/* How often a roll took anything over, and how often anything came, went or was said otherwise. */
typedef struct
{
  guint n_kept;
  guint n_changed;
} Tally;

static void
assert_same_findings (const KithFinding *a, const KithFinding *b, guint n)
{
  for (guint f = 0; f < n; f++)
    {
      g_assert_cmpuint (a[f].code, ==, b[f].code);
      g_assert_cmpuint (a[f].severity, ==, b[f].severity);
      g_assert_cmpint (a[f].urn, ==, b[f].urn);
      g_assert_cmpint (a[f].arrangement_id, ==, b[f].arrangement_id);
      g_assert_cmpstr (a[f].state, ==, b[f].state);
      g_assert_cmpstr (a[f].chip, ==, b[f].chip);
      g_assert_cmpstr (a[f].sentence, ==, b[f].sentence);
      g_assert_cmpstr (a[f].evidence, ==, b[f].evidence);
      g_assert_cmpstr (a[f].clears, ==, b[f].clears);
      g_assert_cmpstr (a[f].basis, ==, b[f].basis);
      g_assert_true (a[f].aside == NULL ? b[f].aside == NULL
                                        : b[f].aside != NULL && a[f].aside->id == b[f].aside->id);
    }
}

static void
assert_same_number (double a, double b)
{
  g_assert_true (a == b || (isnan (a) && isnan (b)));
}

static void
assert_same_row (const KithRollRow *a, const KithRollRow *b)
{
  g_assert_cmpuint (a->school, ==, b->school);
  g_assert_cmpuint (a->n_findings, ==, b->n_findings);
  assert_same_findings (a->findings, b->findings, a->n_findings);
  g_assert_cmpuint (a->n_set_aside, ==, b->n_set_aside);
  assert_same_findings (a->set_aside, b->set_aside, a->n_set_aside);
  g_assert_cmpuint (a->tier, ==, b->tier);
  g_assert_cmpuint (a->n_arrangements, ==, b->n_arrangements);
  g_assert_cmpuint (a->n_links, ==, b->n_links);
  g_assert_cmpuint (a->component, ==, b->component);
  g_assert_cmpuint (a->last_contact, ==, b->last_contact);
  assert_same_number (a->rho, b->rho);
  assert_same_number (a->strength, b->strength);
  g_assert_cmpstr (a->trust, ==, b->trust);
  g_assert_true (a->tick == NULL ? b->tick == NULL : b->tick != NULL && a->tick->id == b->tick->id);
}

static void
assert_same_roll (KithRoll *a, KithRoll *b)
{
  guint n, n_other;
  const KithRollRow *rows = kith_roll_get_rows (a, &n);
  const KithRollRow *others = kith_roll_get_rows (b, &n_other);
  const KithRollArrangement *on, *other_on;

  g_assert_cmpuint (n, ==, n_other);
  for (guint r = 0; r < n; r++)
    assert_same_row (&rows[r], &others[r]);
  on = kith_roll_get_arrangements (a, &n);
  other_on = kith_roll_get_arrangements (b, &n_other);
  g_assert_cmpuint (n, ==, n_other);
  for (guint g = 0; g < n; g++)
    {
      g_assert_cmpuint (on[g].arrangement, ==, other_on[g].arrangement);
      g_assert_cmpuint (on[g].n_findings, ==, other_on[g].n_findings);
      assert_same_findings (on[g].findings, other_on[g].findings, on[g].n_findings);
      g_assert_cmpuint (on[g].n_set_aside, ==, other_on[g].n_set_aside);
      assert_same_findings (on[g].set_aside, other_on[g].set_aside, on[g].n_set_aside);
    }
}

/* Whether the texts are those of the roll before: the same memory. */
static void
count (KithRoll *before, KithRoll *after, Tally *tally)
{
  guint n;
  const KithFinding *findings = kith_roll_get_findings (after, &n);

  for (guint f = 0; f < n; f++)
    {
      const KithRollRow *was = kith_roll_find (before, findings[f].urn);
      const KithFinding *same = NULL;

      for (guint o = 0; was != NULL && o < was->n_findings; o++)
        if (was->findings[o].code == findings[f].code)
          same = &was->findings[o];
      tally->n_kept += same != NULL && same->sentence == findings[f].sentence;
      tally->n_changed += same == NULL || same->severity != findings[f].severity ||
                          g_strcmp0 (same->sentence, findings[f].sentence) != 0 ||
                          g_strcmp0 (same->evidence, findings[f].evidence) != 0;
    }
}

static void
check (KithRoll *before, KithChangeset *changes, Tally *tally)
{
  KithNetwork *network = kith_roll_get_network (before);
  g_autoptr (KithLedger) ledger =
      kith_changeset_apply (changes, kith_ledger_get_head (kith_network_get_ledger (network)));
  g_autoptr (KithNetwork) after =
      kith_network_new_from (network, ledger, kith_network_get_date (network), NULL, NULL);
  g_autoptr (KithRoll) anew = kith_roll_new (after, NULL, NULL);
  g_autoptr (KithRoll) again = kith_roll_new_from (before, after, changes, NULL, NULL);

  assert_same_roll (anew, again);
  count (before, again, tally);
}

/* Changes of any row */

/* A row that another has, a few days more or less, or nothing. */
static void
alter (KithTable table, const KithField *field, void *row, const void *other, GRand *rand)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    switch (field->type)
      {
      case KITH_FIELD_INT:
        kith_field_set_int (field, row, KITH_INT_NONE);
        return;
      case KITH_FIELD_REAL:
        kith_field_set_real (field, row, NAN);
        return;
      case KITH_FIELD_TEXT:
        kith_field_set_text (field, row, NULL);
        return;
      case KITH_FIELD_DATE:
        kith_field_set_date (field, row, KITH_DATE_UNKNOWN);
        return;
      }
  else if (field->type == KITH_FIELD_DATE && g_rand_int_range (rand, 0, 2) == 0)
    kith_field_set_date (field, row, REVIEW + (KithDate)g_rand_int_range (rand, -800, 200));
  else
    kith_field_copy (field, row, other);
}

static void
change_row (KithChangeset *changes, KithLedger *ledger, GRand *rand)
{
  KithTable table = (KithTable)g_rand_int_range (rand, 0, KITH_N_TABLES);
  const KithTableInfo *info = kith_table_get_info (table);
  gsize n = 0;
  const char *rows =
      kith_ledger_has_table (ledger, table) ? kith_ledger_get_rows (ledger, table, &n) : NULL;
  g_autofree char *row = NULL;
  gint64 key;

  if (n == 0)
    return;
  row = g_memdup2 (rows + info->row_size * (gsize)g_rand_int_range (rand, 0, (gint32)n),
                   info->row_size);
  key = kith_row_get_key (row);
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      kith_changeset_remove (changes, table, key);
      return;
    case 1:
      kith_field_set_int (&info->fields[0], row, kith_changeset_take_key (changes, table));
      break;
    default:
      break;
    }
  for (guint left = (guint)g_rand_int_range (rand, 1, 4); left > 0 && info->n_fields > 1; left--)
    alter (table, &info->fields[g_rand_int_range (rand, 1, (gint32)info->n_fields)], row,
           rows + info->row_size * (gsize)g_rand_int_range (rand, 0, (gint32)n), rand);
  kith_changeset_put (changes, table, row);
}

static void
check_changes (KithRoll *before, GRand *rand, guint n_trials, Tally *tally)
{
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (before));

  for (guint trial = 0; trial < n_trials; trial++)
    {
      g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);

      for (guint left = (guint)g_rand_int_range (rand, 1, 4); left > 0; left--)
        change_row (changes, ledger, rand);
      check (before, changes, tally);
    }
}

/* What is taken away whole */

static KithThing *
pick_thing (KithLedger *ledger, GRand *rand)
{
  static const struct
  {
    KithThingType type;
    KithTable table;
  } kinds[] = {
    { KITH_THING_PERSON, KITH_TABLE_PERSON },
    { KITH_THING_ARRANGEMENT, KITH_TABLE_ARRANGEMENT },
    { KITH_THING_SCHOOL, KITH_TABLE_SCHOOL },
  };
  guint k = (guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds));
  gsize n;
  const char *rows = kith_ledger_get_rows (ledger, kinds[k].table, &n);
  gsize size = kith_table_get_info (kinds[k].table)->row_size;

  if (n == 0)
    return NULL;
  return kith_thing_new (
      kinds[k].type, kith_row_get_key (rows + size * (gsize)g_rand_int_range (rand, 0, (gint32)n)),
      KITH_INT_NONE, NULL);
}

static void
check_removals (KithRoll *before, GRand *rand, guint n_trials, Tally *tally)
{
  KithNetwork *network = kith_roll_get_network (before);
  KithLedger *ledger = kith_network_get_ledger (network);
  g_autoptr (KithHolders) holders = kith_holders_new (network);

  for (guint trial = 0; trial < n_trials; trial++)
    {
      g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
      g_autoptr (KithThing) thing = pick_thing (ledger, rand);
      const KithThing *things[] = { thing };

      if (thing == NULL)
        continue;
      kith_removal_plan (holders, things, 1, changes);
      check (before, changes, tally);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  Tally tally = { 0, 0 };

  for (guint32 seed = 1; seed <= (g_test_slow () ? 3000 : 300); seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, REVIEW);
      g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
      g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);

      check_changes (roll, rand, 8, &tally);
      check_removals (roll, rand, 4, &tally);
    }
  g_test_message ("%u findings taken over, %u made or said otherwise", tally.n_kept,
                  tally.n_changed);
  g_assert_cmpuint (tally.n_kept, >, 1000);
  g_assert_cmpuint (tally.n_changed, >, 1000);
}

/* A region is large enough that most of it is out of a change's reach. */
static void
test_region (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (KithLedger) ledger = read_region (7, 400);
  g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
  g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);
  Tally tally = { 0, 0 };
  guint n, n_trials = g_test_slow () ? 2000 : 100;

  kith_roll_get_findings (roll, &n);
  check_changes (roll, rand, n_trials, &tally);
  check_removals (roll, rand, n_trials, &tally);
  g_test_message ("%u findings; %u of them taken over in the mean, %u made or said otherwise", n,
                  tally.n_kept / (2 * n_trials), tally.n_changed);
  g_assert_cmpuint (tally.n_kept, >, n_trials * n);
  g_assert_cmpuint (tally.n_changed, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll-again/random registers", test_random);
  g_test_add_func ("/roll-again/a region", test_region);
  return g_test_run ();
}
