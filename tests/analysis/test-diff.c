/* test-diff.c: what changed between two days, by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-changeset.h"
#include "kith-diff.h"
#include "random-register.h"

#include <string.h>

#define SINCE (kith_date_new (2026, 3, 1))
#define UNTIL (kith_date_new (2026, 9, 1))

static KithDiff *
compare (KithLedger *ledger, KithDate since, KithDate until)
{
  g_autoptr (KithRoll) before = call_roll (ledger, since);
  g_autoptr (KithRoll) after = call_roll (ledger, until);
  g_autoptr (GError) error = NULL;
  KithDiff *diff = kith_diff_new (before, after, NULL, &error);

  g_assert_no_error (error);
  return diff;
}

/* Schools in a row, 1 km apart, that are known to each other in an area partnership */
static KithSchool *
add_school (LedgerPlan *plan, guint number, const char *name)
{
  KithSchool *school = plan_school (plan, 100000 + number, 1000.0 * number, 0);

  school->name = name;
  return school;
}

static void
close_school (KithSchool *school, KithDate day)
{
  school->status = "Closed";
  school->closed = day;
}

static void
follow (LedgerPlan *plan, gint64 urn, gint64 before, KithDate day)
{
  KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

  link->urn = urn;
  link->link_urn = before;
  link->kind = "Predecessor";
  link->date = day;
}

/* Longacre closes and leads a hub; Pond Street becomes an academy of a trust; Oak and Elm become
   one school; Willow goes from one trust to another; Fern leaves a cluster. */
static KithLedger *
plan_half_a_year (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithDate june = kith_date_new (2026, 6, 1);
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *one = plan_arrangement (plan, "trust", "Marsh Trust");
  KithArrangement *two = plan_arrangement (plan, "trust", "Fen Trust");
  KithArrangement *cluster = plan_arrangement (plan, "cluster", "Reading cluster");
  KithSource *links = plan_source (plan, "group-links");
  KithMembership *member;
  KithSchool *school;
  KithAction *action;

  one->source_id = two->source_id = links->id;
  close_school (add_school (plan, 1, "Longacre"), june);
  close_school (add_school (plan, 2, "Pond Street"), june);
  school = add_school (plan, 3, "Pond Street Academy");
  school->type_group = "Academies";
  school->opened = june;
  close_school (add_school (plan, 4, "Oak"), june);
  close_school (add_school (plan, 5, "Elm"), june);
  add_school (plan, 6, "Oak and Elm")->opened = june;
  add_school (plan, 7, "Willow");
  add_school (plan, 8, "Fern");
  add_school (plan, 9, "Rowan");
  add_school (plan, 10, "Sedge");
  follow (plan, 100003, 100002, june);
  follow (plan, 100006, 100004, june);
  follow (plan, 100006, 100005, june);
  plan_member (plan, hub, 100001)->role = "hub";
  plan_member (plan, hub, 100002);
  plan_member (plan, hub, 100009);
  plan_member (plan, two, 100003)->joined = june;
  plan_member (plan, two, 100010);
  member = plan_member (plan, one, 100007);
  member->left_date = kith_date_new (2026, 5, 1);
  plan_member (plan, two, 100007)->joined = kith_date_new (2026, 5, 1);
  plan_member (plan, one, 100009);
  plan_member (plan, cluster, 100008)->left_date = kith_date_new (2026, 4, 1);
  plan_member (plan, cluster, 100009);
  plan_member (plan, cluster, 100010);
  action = plan_row (plan, KITH_TABLE_ACTION);
  action->urn = 100004;
  action->what = "Visit the new head";
  return plan_end (plan);
}

static const struct
{
  KithDiffKind kind;
  gint64 urn;
  const char *story;    /* how it begins */
  const char *decision; /* NULL for none */
} half_a_year[] = {
  { KITH_DIFF_CLOSED, 100001, "Longacre closed on 1 June 2026.",
    "Longacre leads Larkmead EAL hub, which goes on: who leads it now?" },
  { KITH_DIFF_CONVERTED, 100003,
    "Pond Street became an academy on 1 June 2026 and is now Pond Street Academy (URN 100003). It "
    "is in Fen Trust.",
    "It is still recorded in Larkmead EAL hub: does Pond Street Academy take its place?" },
  { KITH_DIFF_MERGED, 100006, "Oak and Elm became one school on 1 June 2026: Oak and Elm",
    "1 action about it is still open." },
  { KITH_DIFF_MOVED_TRUST, 100007, "Willow moved from Marsh Trust to Fen Trust, on 1 May 2026.",
    NULL },
};

/* Which pairs, by hand: in the hub 1, 2 and 9 worked together, and now nobody but 9 is left; 2 is
   3 by now. 7 worked with 9 in the one trust; now 3, 7 and 10 work together in the other. In the
   cluster 8 worked with 9 and 10, who still do. */
static const struct
{
  KithDiffKind kind;
  gint64 urn; /* KITH_INT_NONE: the arrangement as a whole */
  const char *arrangement;
  KithDiffPair pairs[3];
  guint n_pairs;
  const char *story;
} links[] = {
  { KITH_DIFF_NEW_LINKS,
    KITH_INT_NONE,
    "Fen Trust",
    { { 100003, 100007 }, { 100003, 100010 }, { 100007, 100010 } },
    3,
    "Through Fen Trust these work together now: Pond Street Academy, Willow and Sedge." },
  { KITH_DIFF_LOST_LINKS,
    KITH_INT_NONE,
    "Larkmead EAL hub",
    { { 100001, 100003 }, { 100001, 100009 }, { 100003, 100009 } },
    3,
    "Larkmead EAL hub ties no schools any more. Through it these worked together: Longacre, Pond "
    "Street Academy and Rowan." },
  { KITH_DIFF_LOST_LINKS,
    KITH_INT_NONE,
    "Marsh Trust",
    { { 100007, 100009 } },
    1,
    "Marsh Trust ties no schools any more. Through it these worked together: Willow and Rowan." },
  { KITH_DIFF_LOST_LINKS,
    100008,
    "Fern",
    { { 100008, 100009 }, { 100008, 100010 } },
    2,
    "Fern no longer works with Rowan and Sedge through Reading cluster. It left on 1 April 2026." },
};

static const KithDiffItem *
find_item (const KithDiff *diff, KithDiffKind kind, gint64 urn, const char *name)
{
  guint n;
  const KithDiffItem *items = kith_diff_get_items (diff, &n), *found = NULL;

  for (guint i = 0; i < n; i++)
    if (items[i].kind == kind && items[i].urn == urn &&
        (name == NULL || g_strcmp0 (items[i].name, name) == 0))
      {
        g_assert_null (found);
        found = &items[i];
      }
  g_assert_nonnull (found);
  return found;
}

static void
test_by_hand (void)
{
  g_autoptr (KithLedger) ledger = plan_half_a_year ();
  g_autoptr (KithDiff) diff = compare (ledger, SINCE, UNTIL);
  guint n, n_schools = 0, n_links = 0;
  const KithDiffItem *items = kith_diff_get_items (diff, &n);

  for (guint i = 0; i < n; i++)
    {
      n_schools += items[i].kind <= KITH_DIFF_MOVED_AUTHORITY;
      n_links += items[i].n_pairs > 0;
      g_assert_cmpint (items[i].decision != NULL, ==, i < 3); /* they come first */
    }
  g_assert_cmpuint (n_schools, ==, G_N_ELEMENTS (half_a_year));
  g_assert_cmpuint (n_links, ==, G_N_ELEMENTS (links));
  g_assert_cmpuint (kith_diff_count_decisions (diff), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (half_a_year); i++)
    {
      const KithDiffItem *item = find_item (diff, half_a_year[i].kind, half_a_year[i].urn, NULL);

      g_assert_true (g_str_has_prefix (item->story, half_a_year[i].story));
      g_assert_cmpstr (item->decision, ==, half_a_year[i].decision);
    }
  for (guint l = 0; l < G_N_ELEMENTS (links); l++)
    {
      const KithDiffItem *item =
          find_item (diff, links[l].kind, links[l].urn, links[l].arrangement);
      const KithDiffPair *pairs = kith_diff_get_pairs (diff, item);

      g_assert_cmpstr (item->story, ==, links[l].story);
      g_assert_cmpmem (pairs, item->n_pairs * sizeof *pairs, links[l].pairs,
                       links[l].n_pairs * sizeof *pairs);
    }
}

/* Longacre's hub has a new lead, Pond Street Academy has joined, the action is done. */
static void
test_decided (void)
{
  g_autoptr (KithLedger) open = plan_half_a_year ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (open);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithDiff) diff = NULL;
  KithArrangement hub =
      *(const KithArrangement *)kith_ledger_find (open, KITH_TABLE_ARRANGEMENT, 1);
  KithAction action = *(const KithAction *)kith_ledger_find (open, KITH_TABLE_ACTION, 1);
  KithMembership member;
  gsize n;
  const KithMembership *members = kith_ledger_get_rows (open, KITH_TABLE_MEMBERSHIP, &n);

  hub.lead_urn = 100009;
  action.done = UNTIL;
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &hub);
  kith_changeset_put (changes, KITH_TABLE_ACTION, &action);
  kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
  member.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
  member.arrangement_id = 1;
  member.urn = 100003;
  kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
  member = members[0];
  g_assert_cmpint (member.urn, ==, 100001);
  member.left_date = kith_date_new (2026, 6, 1);
  kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
  ledger = kith_changeset_apply (changes, 2);
  diff = compare (ledger, SINCE, UNTIL);

  g_assert_cmpuint (kith_diff_count_decisions (diff), ==, 0);
}

static void
test_same_day (void)
{
  for (guint32 seed = 1; seed <= 50; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, UNTIL);
      g_autoptr (KithDiff) diff = compare (ledger, UNTIL, UNTIL);
      g_autofree char *headline = kith_diff_dup_headline (diff);

      kith_diff_get_items (diff, &(guint){ 0 });
      for (guint k = 0; k < KITH_N_DIFFS; k++)
        g_assert_cmpuint (kith_diff_count (diff, (KithDiffKind)k), ==, 0);
      g_assert_cmpstr (headline, ==,
                       "Nothing changed between 1 September 2026 and 1 September 2026.");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/half a year by hand", test_by_hand);
  g_test_add_func ("/diff/what is decided needs no decision", test_decided);
  g_test_add_func ("/diff/nothing changes within a day", test_same_day);
  return g_test_run ();
}
