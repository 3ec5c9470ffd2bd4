/* test-what-if.c: the system as it would be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-addition.h"
#include "kith-cliff.h"
#include "kith-graph.h"
#include "kith-keystones.h"
#include "kith-removal.h"
#include "kith-what-if.h"
#include "ledger-plan.h"
#include "random-register.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 9, 1))

/* Everything that a network says */

static void
assert_same_schools (KithNetwork *a, KithNetwork *b)
{
  guint n, n_other;
  const KithNetworkSchool *one = kith_network_get_schools (a, &n);
  const KithNetworkSchool *other = kith_network_get_schools (b, &n_other);

  g_assert_cmpuint (n, ==, n_other);
  g_assert_cmpuint (kith_network_count_due_closed (a), ==, kith_network_count_due_closed (b));
  for (guint i = 0; i < n; i++)
    {
      guint n_near, n_other_near;
      const KithNear *near = kith_network_get_neighbours (a, i, &n_near);
      const KithNear *other_near = kith_network_get_neighbours (b, i, &n_other_near);

      g_assert_true (one[i].record == other[i].record);
      g_assert_cmpint (one[i].la, ==, other[i].la);
      g_assert_cmpint (one[i].is_home, ==, other[i].is_home);
      g_assert_cmpuint (one[i].trust, ==, other[i].trust);
      g_assert_cmpuint (one[i].n_outside_links, ==, other[i].n_outside_links);
      g_assert_true (one[i].strength == other[i].strength);
      g_assert_cmpuint (kith_network_find_school (a, one[i].record->urn), ==, i);
      g_assert_cmpuint (n_near, ==, n_other_near);
      for (guint k = 0; k < n_near; k++)
        {
          g_assert_cmpuint (near[k].index, ==, other_near[k].index);
          g_assert_true (near[k].metres == other_near[k].metres);
        }
      for (guint j = 0; j < n; j++)
        g_assert_cmpint (kith_network_is_local (a, i, j), ==, kith_network_is_local (b, i, j));
    }
}

static void
assert_same_network (KithNetwork *a, KithNetwork *b)
{
  guint n, n_other;
  const KithEdge *edges = kith_network_get_edges (a, &n);
  const KithEdge *other = kith_network_get_edges (b, &n_other);

  assert_same_schools (a, b);
  g_assert_cmpuint (n, ==, n_other);
  for (guint e = 0; e < n; e++)
    {
      g_assert_cmpuint (edges[e].a, ==, other[e].a);
      g_assert_cmpuint (edges[e].b, ==, other[e].b);
      g_assert_cmpuint (edges[e].arrangement, ==, other[e].arrangement);
      g_assert_true (edges[e].weight == other[e].weight);
    }
}

/* Closes, moves or takes away some schools, or alters what does not touch them */
static KithLedger *
disturb (KithLedger *ledger, GRand *rand, KithDate t)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);

  for (gsize i = 0; i < n; i++)
    {
      KithSchool school = schools[i];
      int what = g_rand_int_range (rand, 0, 12);

      if (what == 0)
        school.closed = t;
      else if (what == 1)
        school.easting += 2500;
      else if (what == 2)
        school.phase = "Secondary";
      else if (what == 3)
        school.status = "Open";
      if (what == 4)
        kith_changeset_remove (changes, KITH_TABLE_SCHOOL, school.urn);
      else
        kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
    }
  return kith_changeset_apply (changes, 1);
}

static void
test_taken_over (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, REVIEW);
      g_autoptr (KithNetwork) first = kith_network_new (ledger, REVIEW, NULL, NULL);
      g_autoptr (KithNetwork) again = kith_network_new_from (first, ledger, REVIEW, NULL, NULL);
      g_autoptr (KithLedger) disturbed = disturb (ledger, rand, REVIEW);
      g_autoptr (KithNetwork) plain = kith_network_new (disturbed, REVIEW, NULL, NULL);
      g_autoptr (KithNetwork) taken = kith_network_new_from (first, disturbed, REVIEW, NULL, NULL);
      KithDate other_day = REVIEW - 1500 + g_rand_int_range (rand, 0, 1500);
      g_autoptr (KithNetwork) earlier = kith_network_new (ledger, other_day, NULL, NULL);
      g_autoptr (KithNetwork) back = kith_network_new_from (first, ledger, other_day, NULL, NULL);

      assert_same_network (first, again);
      assert_same_network (plain, taken);
      assert_same_network (earlier, back);
    }
}

/* What is taken away */

typedef struct
{
  LedgerPlan *plan;
  KithLedger *ledger;
  KithNetwork *network;
  KithHolders *holders;
} Trial;

static void
begin (Trial *self, LedgerPlan *plan)
{
  self->ledger = plan_end (plan);
  self->network = kith_network_new (self->ledger, REVIEW, NULL, NULL);
  self->holders = kith_holders_new (self->network);
}

static void
end (Trial *self)
{
  kith_holders_free (self->holders);
  kith_network_unref (self->network);
  kith_ledger_unref (self->ledger);
}

static KithChangeset *
remove_one (Trial *self, KithThingType type, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithThing) thing = kith_thing_find (self->ledger, type, text, &error);
  KithChangeset *changes = kith_changeset_new (self->ledger);

  g_assert_no_error (error);
  kith_removal_plan (self->holders, (const KithThing *const *)&thing, 1, changes);
  return changes;
}

static guint
count (KithChangeset *changes, KithTable table, KithChangeKind kind)
{
  return kith_changeset_count (changes, table, kind);
}

/* A partnership with a tripod in it, run by Ada and paid for by a fund of two spellings; a
   pairing of its own; each of four schools, contacts and what an officer wrote beside it */
static LedgerPlan *
make_plan (void)
{
  LedgerPlan *plan = plan_new ();
  KithArrangement *area = plan_arrangement (plan, "area-partnership", "Moor");
  KithArrangement *tripod = plan_arrangement (plan, "cluster", "Moor, tripod 1");
  KithArrangement *pair = plan_arrangement (plan, "pairing", "Pair");
  KithPerson *ada = plan_row (plan, KITH_TABLE_PERSON), *ben = plan_row (plan, KITH_TABLE_PERSON);
  KithContact *visit;
  KithContactParty *party;

  for (guint s = 1; s <= 4; s++)
    plan_school (plan, 100000 + s, 1000 * s, 0);
  ada->name = "Ada Marsh";
  ben->name = "Ben Fen";
  ((KithPost *)plan_row (plan, KITH_TABLE_POST))->person_id = ada->id;
  tripod->parent_id = area->id;
  area->coordinator_id = ada->id;
  area->funding = "Area fund";
  pair->funding = " AREA fund ";
  pair->coordinator_id = pair->deputy_id = ben->id;
  pair->lead_person_id = ada->id;
  for (guint s = 1; s <= 4; s++)
    plan_member (plan, area, 100000 + s);
  plan_member (plan, tripod, 100001);
  plan_member (plan, tripod, 100002);
  plan_member (plan, pair, 100003);
  plan_member (plan, pair, 100004);
  visit = plan_contact (plan, area, "visit", REVIEW - 20);
  plan_party (plan, visit, 100001)->person_id = ada->id;
  party = plan_party (plan, visit, KITH_INT_NONE);
  party->person_id = ada->id;
  ((KithSettingAside *)plan_row (plan, KITH_TABLE_SETTING_ASIDE))->arrangement_id = tripod->id;
  return plan;
}

static void
test_person_goes (void)
{
  g_autoptr (LedgerPlan) plan = make_plan ();
  g_autoptr (KithChangeset) changes = NULL;
  Trial trial;

  begin (&trial, plan);
  changes = remove_one (&trial, KITH_THING_PERSON, "ada marsh");
  /* the partnership rests on her alone and takes its tripod with it; the pairing has Ben */
  g_assert_cmpuint (count (changes, KITH_TABLE_ARRANGEMENT, KITH_CHANGE_REMOVE), ==, 2);
  g_assert_cmpuint (count (changes, KITH_TABLE_ARRANGEMENT, KITH_CHANGE_ALTER), ==, 1);
  g_assert_cmpuint (count (changes, KITH_TABLE_MEMBERSHIP, KITH_CHANGE_REMOVE), ==, 6);
  g_assert_cmpuint (count (changes, KITH_TABLE_PERSON, KITH_CHANGE_REMOVE), ==, 1);
  g_assert_cmpuint (count (changes, KITH_TABLE_POST, KITH_CHANGE_REMOVE), ==, 1);
  g_assert_cmpuint (count (changes, KITH_TABLE_SETTING_ASIDE, KITH_CHANGE_REMOVE), ==, 1);
  /* the visit stays, without the partnership; the school's part in it stays, without her */
  g_assert_cmpuint (count (changes, KITH_TABLE_CONTACT, KITH_CHANGE_ALTER), ==, 1);
  g_assert_cmpuint (count (changes, KITH_TABLE_CONTACT_PARTY, KITH_CHANGE_ALTER), ==, 1);
  g_assert_cmpuint (count (changes, KITH_TABLE_CONTACT_PARTY, KITH_CHANGE_REMOVE), ==, 1);
  end (&trial);
}

static void
test_funding_goes (void)
{
  g_autoptr (LedgerPlan) plan = make_plan ();
  g_autoptr (KithChangeset) changes = NULL;
  Trial trial;

  begin (&trial, plan);
  changes = remove_one (&trial, KITH_THING_FUNDING, "area FUND");
  g_assert_cmpuint (count (changes, KITH_TABLE_ARRANGEMENT, KITH_CHANGE_REMOVE), ==, 3);
  g_assert_cmpuint (count (changes, KITH_TABLE_PERSON, KITH_CHANGE_REMOVE), ==, 0);
  end (&trial);
}

/* Several things together: Ben and Ada hold the pairing up between them */
static void
test_both_go (void)
{
  g_autoptr (LedgerPlan) plan = make_plan ();
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithThing) ada = kith_thing_new (KITH_THING_PERSON, 1, KITH_INT_NONE, NULL);
  g_autoptr (KithThing) ben = kith_thing_new (KITH_THING_PERSON, 2, KITH_INT_NONE, NULL);
  const KithThing *both[] = { ben, ada };
  Trial trial;

  begin (&trial, plan);
  changes = remove_one (&trial, KITH_THING_PERSON, "Ben Fen");
  g_assert_cmpuint (count (changes, KITH_TABLE_ARRANGEMENT, KITH_CHANGE_REMOVE), ==, 0);
  g_clear_pointer (&changes, kith_changeset_unref);
  changes = kith_changeset_new (trial.ledger);
  kith_removal_plan (trial.holders, both, 2, changes);
  g_assert_cmpuint (count (changes, KITH_TABLE_ARRANGEMENT, KITH_CHANGE_REMOVE), ==, 3);
  end (&trial);
}

/* A school that a file of group links named is not brought back into its trust by the
   establishment file, and one that only that file names goes too */
static void
test_columns_stay_silent (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *trust = plan_arrangement (plan, "trust", "Marsh Trust");
  gint64 links = plan_source (plan, "group-links")->id;
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithWhatIf) what_if = NULL;
  Trial trial;

  for (guint s = 1; s <= 3; s++)
    {
      plan_school (plan, 100000 + s, 0, 0)->trusts = s == 2 ? "MARSH TRUST" : "Marsh Trust Ltd";
      if (s != 2)
        plan_member (plan, trust, 100000 + s)->source_id = links;
    }
  begin (&trial, plan);
  changes = remove_one (&trial, KITH_THING_ARRANGEMENT, "Marsh trust");
  what_if = kith_what_if_new (trial.network, changes, NULL, NULL);
  g_assert_cmpuint (kith_what_if_get_side (what_if, FALSE)->n_links, ==, 3);
  g_assert_cmpuint (kith_what_if_get_side (what_if, TRUE)->n_links, ==, 0);
  end (&trial);
}

/* Pieces of three, two and one: F = 1 − (3·2 + 2·1) / (6·5) = 11/15 */
static void
test_sides (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *three = plan_arrangement (plan, "hub", "Three");
  KithArrangement *two = plan_arrangement (plan, "pairing", "Two");
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithWhatIf) what_if = NULL;
  const KithWhatIfSchool *schools;
  const KithWhatIfSide *side;
  Trial trial;
  guint n;

  for (guint s = 1; s <= 6; s++)
    plan_school (plan, 100000 + s, 0, 0);
  for (guint s = 1; s <= 3; s++)
    plan_member (plan, three, 100000 + s);
  plan_member (plan, two, 100004);
  plan_member (plan, two, 100005);
  begin (&trial, plan);
  changes = remove_one (&trial, KITH_THING_SCHOOL, "100004");
  what_if = kith_what_if_new (trial.network, changes, NULL, NULL);
  side = kith_what_if_get_side (what_if, FALSE);
  g_assert_cmpuint (side->n_schools, ==, 6);
  g_assert_cmpuint (side->n_links, ==, 4);
  g_assert_cmpuint (side->n_alone, ==, 1);
  g_assert_cmpuint (side->n_components, ==, 3);
  g_assert_cmpuint (side->largest, ==, 3);
  g_assert_cmpfloat_with_epsilon (side->fragmentation, 11.0 / 15, 1e-12);
  /* of five: three and two alone: 1 − 6/20 */
  side = kith_what_if_get_side (what_if, TRUE);
  g_assert_cmpuint (side->n_schools, ==, 5);
  g_assert_cmpuint (side->n_alone, ==, 2);
  g_assert_cmpfloat_with_epsilon (side->fragmentation, 0.7, 1e-12);
  /* what has gone comes first, then who is left without a link */
  schools = kith_what_if_get_schools (what_if, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (schools[0].record->urn, ==, 100004);
  g_assert_cmpuint (schools[0].after, ==, KITH_INDEX_NONE);
  g_assert_cmpint (schools[1].record->urn, ==, 100005);
  g_assert_cmpuint (schools[1].n_links_before, ==, 1);
  g_assert_cmpuint (schools[1].n_links_after, ==, 0);
  g_assert_cmpuint (schools[1].n_lost, ==, 1);
  end (&trial);
}

/* The pieces are those of igraph, and a network of less than two schools is not broken up */
static void
test_pieces (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, REVIEW);
      g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
      g_autoptr (KithGraph) graph = kith_graph_new (network, 0, NULL);
      g_autoptr (KithComponents) components = kith_graph_find_components (graph, NULL, NULL);
      KithWhatIfSide side;
      guint largest = 0;

      kith_what_if_measure (network, &side);
      for (guint c = 0; c < components->n_components; c++)
        largest = MAX (largest, components->size[c]);
      g_assert_cmpuint (side.n_components, ==, components->n_components);
      g_assert_cmpuint (side.largest, ==, largest);
      g_assert_cmpint (isnan (side.fragmentation), ==, side.n_schools < 2);
      if (side.n_schools >= 2)
        {
          g_assert_cmpfloat (side.fragmentation, >=, 0);
          g_assert_cmpfloat (side.fragmentation, <=, 1);
        }
    }
}

/* Findings come and go: without Ada no school of the partnership but the pair has a link */
static void
test_findings (void)
{
  g_autoptr (LedgerPlan) plan = make_plan ();
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithWhatIf) what_if = NULL;
  g_autoptr (KithRoll) roll = NULL;
  const KithWhatIfFinding *findings;
  guint n, n_come = 0, n_go = 0;
  Trial trial;

  begin (&trial, plan);
  roll = kith_roll_new (trial.network, NULL, NULL);
  changes = remove_one (&trial, KITH_THING_PERSON, "Ada Marsh");
  what_if = kith_what_if_new (trial.network, changes, NULL, NULL);
  g_assert_true (kith_what_if_find (what_if, roll, NULL, NULL));
  findings = kith_what_if_get_findings (what_if, &n);
  for (guint f = 0; f < n; f++)
    {
      const KithFinding *before = findings[f].before, *after = findings[f].after;

      if (findings[f].urn != 100001 && findings[f].urn != 100002)
        continue;
      n_come += after != NULL && after->code == KITH_FINDING_NO_LIVE_LINK;
      n_go += before != NULL && before->code == KITH_FINDING_HANGS_BY_A_THREAD && after == NULL;
    }
  g_assert_cmpuint (n_come, ==, 2);
  g_assert_cmpuint (n_go, ==, 2);
  /* what is set aside in the changes, and not in the register: that is as it was */
  g_assert_cmpuint (kith_what_if_get_side (what_if, FALSE)->n_links, ==, 6);
  g_assert_cmpuint (kith_what_if_get_side (what_if, TRUE)->n_links, ==, 1);
  end (&trial);
}

/* What is added */

static void
test_additions (void)
{
  static const struct
  {
    KithThingType type;
    const char *text;
    KithTable table;
    guint n_added, n_altered;
  } cases[] = {
    { KITH_THING_MEMBERSHIP, "100001/Pair", KITH_TABLE_MEMBERSHIP, 1, 0 },
    { KITH_THING_ARRANGEMENT, "pairing/100001, 100002", KITH_TABLE_MEMBERSHIP, 2, 0 },
    { KITH_THING_ARRANGEMENT, "hub/100001,100002,100003", KITH_TABLE_ARRANGEMENT, 1, 0 },
    { KITH_THING_PERSON, "Cal Pond/Moor", KITH_TABLE_PERSON, 1, 0 },
    { KITH_THING_PERSON, "Ben Fen/Moor", KITH_TABLE_PERSON, 0, 0 },
    { KITH_THING_PERSON, "Ben Fen/Moor", KITH_TABLE_ARRANGEMENT, 0, 1 },
    { KITH_THING_FUNDING, "A charity/Moor/2027-08-31", KITH_TABLE_ARRANGEMENT, 0, 1 },
    { KITH_THING_SCHOOL, "100005", KITH_TABLE_SCHOOL, 0, 1 },
  };
  static const struct
  {
    KithThingType type;
    const char *text;
    int code;
  } refused[] = {
    { KITH_THING_MEMBERSHIP, "100001", KITH_ANALYSIS_ERROR_FORM },
    { KITH_THING_MEMBERSHIP, "100009/Pair", KITH_ANALYSIS_ERROR_NOT_FOUND },
    { KITH_THING_MEMBERSHIP, "100001/Nowhere", KITH_ANALYSIS_ERROR_NOT_FOUND },
    { KITH_THING_ARRANGEMENT, "pairing/100001", KITH_ANALYSIS_ERROR_FORM },
    { KITH_THING_ARRANGEMENT, "friends/100001,100002", KITH_ANALYSIS_ERROR_FORM },
    { KITH_THING_PERSON, "Cal Pond/Pair", KITH_ANALYSIS_ERROR_FORM }, /* it has all three */
    { KITH_THING_SCHOOL, "100009", KITH_ANALYSIS_ERROR_NOT_FOUND },
    { KITH_THING_MEMBERSHIP, "Invented School/Pair", KITH_ANALYSIS_ERROR_AMBIGUOUS },
  };
  g_autoptr (LedgerPlan) plan = make_plan ();
  Trial trial;

  plan_school (plan, 100005, 0, 0)->status = "Proposed to open";
  begin (&trial, plan);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithChangeset) changes = kith_changeset_new (trial.ledger);
      g_autoptr (GError) error = NULL;

      kith_addition_plan (changes, cases[c].type, cases[c].text, REVIEW, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (changes, cases[c].table, KITH_CHANGE_ADD), ==, cases[c].n_added);
      g_assert_cmpuint (count (changes, cases[c].table, KITH_CHANGE_ALTER), ==, cases[c].n_altered);
    }
  for (guint c = 0; c < G_N_ELEMENTS (refused); c++)
    {
      g_autoptr (KithChangeset) changes = kith_changeset_new (trial.ledger);
      g_autoptr (GError) error = NULL;

      g_assert_false (
          kith_addition_plan (changes, refused[c].type, refused[c].text, REVIEW, &error));
      g_assert_error (error, KITH_ANALYSIS_ERROR, refused[c].code);
    }
  end (&trial);
}

/* A second person, and the school hangs by nobody */
static void
test_second_person (void)
{
  g_autoptr (LedgerPlan) plan = make_plan ();
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithWhatIf) what_if = NULL;
  g_autoptr (KithRoll) roll = NULL;
  const KithWhatIfSchool *schools;
  const KithWhatIfFinding *findings;
  guint n, n_schools;
  Trial trial;

  begin (&trial, plan);
  roll = kith_roll_new (trial.network, NULL, NULL);
  changes = kith_changeset_new (trial.ledger);
  g_assert_true (kith_addition_plan (changes, KITH_THING_PERSON, "Cal Pond/Moor", REVIEW, NULL));
  what_if = kith_what_if_new (trial.network, changes, NULL, NULL);
  g_assert_true (kith_what_if_find (what_if, roll, NULL, NULL));
  findings = kith_what_if_get_findings (what_if, &n);
  schools = kith_what_if_get_schools (what_if, &n_schools);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (n_schools, ==, 2);
  for (guint f = 0; f < n; f++)
    {
      g_assert_cmpint (findings[f].urn, ==, 100001 + f);
      g_assert_null (findings[f].after);
      g_assert_cmpuint (schools[f].n_lost + schools[f].n_gained, ==, 0);
    }
  end (&trial);
}

/* When money ends: the tripod with its parent, and a school when the last of it has */
static void
test_cliff (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *area = plan_arrangement (plan, "area-partnership", "Area");
  KithArrangement *tripod = plan_arrangement (plan, "cluster", "Tripod");
  KithArrangement *pair = plan_arrangement (plan, "pairing", "Pair");
  KithArrangement *old = plan_arrangement (plan, "hub", "Old");
  g_autoptr (KithCliff) cliff = NULL;
  const KithCliffMonth *months;
  Trial trial;
  guint n;

  for (guint s = 1; s <= 7; s++)
    plan_school (plan, 100000 + s, 0, 0);
  tripod->parent_id = area->id;
  area->funding_ends = kith_date_new (2026, 11, 30);
  tripod->funding_ends = kith_date_new (2027, 3, 1); /* it has ended with the area by then */
  pair->funding_ends = kith_date_new (2026, 12, 1);
  old->funding_ends = REVIEW; /* it goes on without */
  plan_member (plan, area, 100001);
  plan_member (plan, area, 100002);
  plan_member (plan, area, 100005);
  plan_member (plan, tripod, 100002);
  plan_member (plan, tripod, 100003);
  plan_member (plan, pair, 100003);
  plan_member (plan, pair, 100004);
  plan_member (plan, old, 100005);
  plan_member (plan, old, 100006);
  begin (&trial, plan);
  cliff = kith_cliff_new (trial.holders);
  months = kith_cliff_get_months (cliff, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (kith_cliff_count_alone (cliff), ==, 1); /* 100007 */
  /* November: area and tripod; 100001 and 100002 have no other link */
  g_assert_cmpint (months[0].year, ==, 2026);
  g_assert_cmpint (months[0].month, ==, 11);
  g_assert_cmpuint (months[0].n_arrangements, ==, 1);
  g_assert_cmpuint (months[0].n_ended, ==, 2);
  g_assert_cmpuint (months[0].n_schools, ==, 2);
  g_assert_cmpuint (months[0].schools[0], ==, 0);
  g_assert_cmpuint (months[0].schools[1], ==, 1);
  /* December: the pair; 100003 and 100004 */
  g_assert_cmpuint (months[1].n_ended, ==, 3);
  g_assert_cmpuint (months[1].n_schools, ==, 2);
  g_assert_cmpuint (months[1].n_alone, ==, 4);
  /* March: the tripod's own money, long after */
  g_assert_cmpint (months[2].year, ==, 2027);
  g_assert_cmpint (months[2].month, ==, 3);
  g_assert_cmpuint (months[2].n_ended, ==, 3);
  g_assert_cmpuint (months[2].n_alone, ==, 4);
  end (&trial);
}

/* The cliff of any register: asked again with the arrangements of each month deleted */
static void
test_cliff_is_deletion (void)
{
  guint n_lost = 0;

  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, REVIEW);
      g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
      g_autoptr (KithHolders) holders = kith_holders_new (network);
      g_autoptr (KithCliff) cliff = kith_cliff_new (holders);
      g_autoptr (GPtrArray) things =
          g_ptr_array_new_with_free_func ((GDestroyNotify)kith_thing_free);
      guint n_months, n_arrangements;
      const KithCliffMonth *months = kith_cliff_get_months (cliff, &n_months);
      const KithNetworkArrangement *arrangements =
          kith_network_get_arrangements (network, &n_arrangements);

      for (guint m = 0; m < n_months; m++)
        {
          g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
          g_autoptr (KithWhatIf) what_if = NULL;

          for (guint a = 0; a < months[m].n_arrangements; a++)
            g_ptr_array_add (things,
                             kith_thing_new (KITH_THING_ARRANGEMENT,
                                             arrangements[months[m].arrangements[a]].record->id,
                                             KITH_INT_NONE, NULL));
          kith_removal_plan (holders, (const KithThing *const *)things->pdata, things->len,
                             changes);
          what_if = kith_what_if_new (network, changes, NULL, NULL);
          g_assert_cmpuint (kith_what_if_get_side (what_if, TRUE)->n_alone, ==,
                            months[m].n_alone + kith_cliff_count_alone (cliff));
          g_assert_cmpuint (count (changes, KITH_TABLE_ARRANGEMENT, KITH_CHANGE_REMOVE), ==,
                            months[m].n_ended);
          n_lost += months[m].n_alone;
        }
    }
  g_assert_cmpuint (n_lost, >, 50);
}

/* Two hubs that one school joins, and a third that only their co-ordinator does */
static void
test_keystones (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autofree KithKeystone *keystones = NULL;
  Trial trial;
  guint n;

  for (guint s = 1; s <= 8; s++)
    plan_school (plan, 100000 + s, 0, 0);
  ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
  for (guint h = 0; h < 3; h++)
    {
      KithArrangement *hub = plan_arrangement (plan, "hub", "Hub");

      for (guint s = 0; s < 3; s++) /* 1 2 3, 3 4 5, 6 7 8 */
        plan_member (plan, hub, 100001 + s + (h == 0 ? 0 : 3 * h - 1));
      if (h > 0)
        hub->coordinator_id = 1;
    }
  begin (&trial, plan);
  keystones = kith_keystones_list (trial.holders, &n, NULL, NULL);
  g_assert_cmpuint (n, ==, 4);
  /* Ada parts 6, 7 and 8 from five; the second hub {4}, {5} and {6, 7, 8} from {1, 2, 3};
     of the same number people come first, then arrangements */
  g_assert_cmpint (keystones[0].type, ==, KITH_THING_ARRANGEMENT);
  g_assert_cmpuint (keystones[0].arrangement, ==, 1);
  g_assert_cmpuint (keystones[0].n_pieces, ==, 4);
  g_assert_cmpuint (keystones[0].n_parted, ==, 5);
  g_assert_cmpuint (keystones[0].largest, ==, 3);
  g_assert_cmpint (keystones[1].type, ==, KITH_THING_PERSON);
  g_assert_cmpint (keystones[1].person_id, ==, 1);
  g_assert_cmpuint (keystones[1].n_pieces, ==, 2);
  g_assert_cmpuint (keystones[1].n_parted, ==, 3);
  g_assert_cmpuint (keystones[1].largest, ==, 5);
  /* the third hub parts each of its three from the others and from the rest */
  g_assert_cmpuint (keystones[2].arrangement, ==, 2);
  g_assert_cmpuint (keystones[2].n_pieces, ==, 4);
  g_assert_cmpuint (keystones[2].n_parted, ==, 3);
  g_assert_cmpuint (keystones[2].largest, ==, 5);
  /* the first hub parts 1 and 2 from the six others */
  g_assert_cmpuint (keystones[3].arrangement, ==, 0);
  g_assert_cmpuint (keystones[3].n_parted, ==, 2);
  g_assert_cmpuint (keystones[3].largest, ==, 6);
  end (&trial);
}

/* An empty register: no months, nothing that holds anything together, and no NaN but F */
static void
test_empty (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithCliff) cliff = NULL;
  g_autofree KithKeystone *keystones = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithWhatIf) what_if = NULL;
  Trial trial;
  guint n;

  begin (&trial, plan);
  cliff = kith_cliff_new (trial.holders);
  kith_cliff_get_months (cliff, &n);
  g_assert_cmpuint (n, ==, 0);
  keystones = kith_keystones_list (trial.holders, &n, NULL, NULL);
  g_assert_nonnull (keystones);
  g_assert_cmpuint (n, ==, 0);
  changes = kith_changeset_new (trial.ledger);
  what_if = kith_what_if_new (trial.network, changes, NULL, NULL);
  kith_what_if_get_schools (what_if, &n);
  g_assert_cmpuint (n, ==, 0);
  end (&trial);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if/what is taken over is what would be found", test_taken_over);
  g_test_add_func ("/what-if/a person goes, with what only that person runs", test_person_goes);
  g_test_add_func ("/what-if/money goes, however it is spelt", test_funding_goes);
  g_test_add_func ("/what-if/two people hold up together", test_both_go);
  g_test_add_func ("/what-if/columns bring no trust back", test_columns_stay_silent);
  g_test_add_func ("/what-if/both sides, counted by hand", test_sides);
  g_test_add_func ("/what-if/pieces as igraph finds them", test_pieces);
  g_test_add_func ("/what-if/findings come and go", test_findings);
  g_test_add_func ("/what-if/what can be added", test_additions);
  g_test_add_func ("/what-if/a second person", test_second_person);
  g_test_add_func ("/what-if/cliff by hand", test_cliff);
  g_test_add_func ("/what-if/cliff is deletion", test_cliff_is_deletion);
  g_test_add_func ("/what-if/what holds schools together", test_keystones);
  g_test_add_func ("/what-if/of an empty register", test_empty);
  return g_test_run ();
}
