/* test-network.c: the whole system as at one date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-network.h"
#include "ledger-plan.h"

/* 1 September 2026 */
#define REVIEW (kith_date_new (2026, 9, 1))

static KithNetwork *
make_network (LedgerPlan *plan)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);
  KithNetwork *network = kith_network_new (ledger, REVIEW, NULL, NULL);

  g_assert_nonnull (network);
  return network;
}

static guint
count_schools (const KithNetwork *network)
{
  guint n;

  kith_network_get_schools (network, &n);
  return n;
}

static double
get_weight (const KithNetwork *network, gint64 a, gint64 b)
{
  guint i = kith_network_find_school (network, a), j = kith_network_find_school (network, b), n;
  const KithTied *tied = kith_network_get_tied (network, i, &n);
  const KithEdge *edges = kith_network_get_edges (network, &(guint){ 0 });

  for (guint t = 0; t < n; t++)
    if (tied[t].school == j)
      return edges[tied[t].edge].weight;
  return 0;
}

static const KithNetworkMember *
get_only_member (const KithNetwork *network, gint64 urn)
{
  guint n;
  const guint *memberships =
      kith_network_get_memberships (network, kith_network_find_school (network, urn), &n);

  g_assert_cmpuint (n, ==, 1);
  return kith_network_get_member (network, memberships[0]);
}

/* METHODS, section 1, "in scope" and "open at t" */
static void
test_open (void)
{
  static const struct
  {
    const char *status;
    int opened, closed; /* days after the review date; 0 the day itself, -1000 unknown */
    gboolean is_open;
  } cases[] = {
    { "Open", -1000, -1000, TRUE },
    { "Open", 0, -1000, TRUE },
    { "Open", 1, -1000, FALSE },
    { "Proposed to open", -1000, -1000, FALSE },
    { "Proposed to open", 0, -1000, TRUE },
    { "Closed", -1000, -1000, FALSE },
    { "Closed", -1000, 0, FALSE },
    { "Closed", -1000, 1, TRUE },
    { "Open, but proposed to close", -1000, 1, TRUE },
    { "Open, but proposed to close", -1000, 0, FALSE },
    { NULL, -1000, -1000, TRUE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      KithSchool *school = plan_school (plan, 100001, 0, 0);

      school->status = cases[c].status;
      school->opened =
          cases[c].opened == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)cases[c].opened;
      school->closed =
          cases[c].closed == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)cases[c].closed;
      network = make_network (plan);
      g_assert_cmpuint (count_schools (network), ==, cases[c].is_open);
    }
}

static void
test_due_closed (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;

  plan_school (plan, 100001, 0, 0)->closed = REVIEW;
  plan_school (plan, 100002, 0, 0)->closed = REVIEW + 1;
  network = make_network (plan);
  g_assert_cmpuint (kith_network_count_due_closed (network), ==, 1);
}

/* A hub of three; 1 September 2026 is 730 days after 1 September 2024: r = 1/4 of what it was */
static void
test_fading (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithContact *contact = plan_contact (plan, hub, "visit", REVIEW);

  for (gint64 urn = 100001; urn <= 100003; urn++)
    plan_school (plan, urn, 0, 0);
  plan_party (plan, contact, 100003);
  plan_member (plan, hub, 100001)->joined = REVIEW - 730;
  plan_member (plan, hub, 100002)->joined = REVIEW - 731;
  plan_member (plan, hub, 100003)->joined = REVIEW - 1000;
  network = make_network (plan);

  g_assert_cmpfloat (get_only_member (network, 100001)->recency, ==, 0.25);
  g_assert_true (get_only_member (network, 100001)->is_live);
  g_assert_false (get_only_member (network, 100002)->is_live);
  g_assert_cmpfloat (get_only_member (network, 100003)->recency, ==, 1);
  g_assert_false (get_only_member (network, 100002)->is_unrecorded);
  /* 1 × √(1/4 × 1) / (3 − 1): the faded member still counts in n_g */
  g_assert_cmpfloat (get_weight (network, 100001, 100003), ==, 0.25);
  g_assert_cmpfloat (get_weight (network, 100001, 100002), ==, 0);
}

static void
test_scope (void)
{
  static const struct
  {
    const char *group, *type;
    gboolean is_in, is_in_with_independent;
  } cases[] = {
    { "Local authority maintained schools", "Community school", TRUE, TRUE },
    { "Academies", "Academy converter", TRUE, TRUE },
    { "Free Schools", "Free schools", TRUE, TRUE },
    { "Special schools", "Community special school", TRUE, TRUE },
    { "Special schools", "Non-maintained special school", TRUE, TRUE },
    { "Special schools", "Other independent special school", FALSE, TRUE },
    { "Independent schools", "Other independent school", FALSE, TRUE },
    { "Colleges", "Further education", FALSE, FALSE },
    { "Universities", "Higher education institutions", FALSE, FALSE },
    { "Children's Centres", "Children's centre", FALSE, FALSE },
    { NULL, NULL, FALSE, FALSE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    for (gboolean independent = FALSE; independent <= TRUE; independent++)
      {
        g_autoptr (LedgerPlan) plan = plan_new ();
        g_autoptr (KithNetwork) network = NULL;
        KithSchool *school = plan_school (plan, 100001, 0, 0);

        school->type_group = cases[c].group;
        school->type = cases[c].type;
        plan_setting (plan, "scope.independent", independent ? "1" : "0");
        network = make_network (plan);
        g_assert_cmpuint (count_schools (network), ==,
                          independent ? cases[c].is_in_with_independent : cases[c].is_in);
      }
}

static void
add_authority (LedgerPlan *plan, gint64 la, KithDate from, KithDate to)
{
  KithSchoolAuthority *row = plan_row (plan, KITH_TABLE_SCHOOL_AUTHORITY);

  row->urn = 100001;
  row->la = la;
  row->from_date = from;
  row->to_date = to;
}

static void
test_authority (void)
{
  static const struct
  {
    int from, to; /* days after the review date; -1000 unknown */
    gint64 la;
  } cases[] = {
    { -1000, -1000, 850 }, /* no dated row */
    { 0, -1000, 936 },     { 1, -1000, 850 }, { -1000, 1, 936 },
    { -1000, 0, 850 },     { -10, 10, 936 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;

      plan_school (plan, 100001, 0, 0);
      add_authority (plan, 936,
                     cases[c].from == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)cases[c].from,
                     cases[c].to == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)cases[c].to);
      plan_setting (plan, "home", "936");
      network = make_network (plan);
      g_assert_cmpint (kith_network_get_schools (network, &(guint){ 0 })->la, ==, cases[c].la);
      g_assert_cmpint (kith_network_get_schools (network, &(guint){ 0 })->is_home, ==,
                       cases[c].la == 936);
    }
}

/* Nobody has recorded a contact under it: never below a half, and marked */
static void
test_unrecorded (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Old");
  KithArrangement *fresh = plan_arrangement (plan, "hub", "Fresh");
  KithArrangement *undated = plan_arrangement (plan, "hub", "Undated");
  KithArrangement *trust = plan_arrangement (plan, "trust", "Trust");
  const KithNetworkMember *member;

  for (gint64 urn = 100001; urn <= 100004; urn++)
    plan_school (plan, urn, 0, 0);
  plan_member (plan, hub, 100001)->joined = REVIEW - 5000;
  plan_member (plan, fresh, 100002)->joined = REVIEW - 73;
  plan_member (plan, undated, 100003);
  plan_party (plan, plan_contact (plan, undated, "visit", REVIEW), 100001);
  plan_member (plan, trust, 100004)->joined = REVIEW - 5000;
  /* a contact after the date is not on record yet */
  plan_party (plan, plan_contact (plan, hub, "visit", REVIEW + 1), 100001);
  network = make_network (plan);

  member = get_only_member (network, 100001);
  g_assert_cmpfloat (member->recency, ==, 0.5);
  g_assert_true (member->is_unrecorded && member->is_live);
  /* 2^(−73/365) = 2^(−0.2) */
  member = get_only_member (network, 100002);
  g_assert_cmpfloat_with_epsilon (member->recency, 0.870550563296124, 1e-12);
  g_assert_true (member->is_unrecorded);
  /* contacts of others are recorded, and it has no day at all */
  member = get_only_member (network, 100003);
  g_assert_cmpfloat (member->recency, ==, 0.5);
  g_assert_true (member->is_unrecorded);
  member = get_only_member (network, 100004);
  g_assert_cmpfloat (member->recency, ==, 1);
  g_assert_false (member->is_unrecorded);
}

/* 40 tie, each pair 1/39; 41 are an assembly, and a trust never is */
static void
test_assembly (void)
{
  static const struct
  {
    const char *kind;
    guint n;
    gboolean ties;
  } cases[] = {
    { "zone", 40, TRUE },
    { "zone", 41, FALSE },
    { "trust", 41, TRUE },
    { "hub", 3000, FALSE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      KithArrangement *group = plan_arrangement (plan, cases[c].kind, "Group");
      guint n = cases[c].n;
      const KithNetworkSchool *schools;

      for (guint i = 0; i < n; i++)
        {
          plan_school (plan, 100001 + i, 0, 0);
          plan_member (plan, group, 100001 + i)->joined = REVIEW;
        }
      /* neither an outside school nor one that is not in scope nor one that is closed counts */
      plan_member (plan, group, 999999)->joined = REVIEW;
      plan_school (plan, 200001, 0, 0)->type_group = "Independent schools";
      plan_member (plan, group, 200001)->joined = REVIEW;
      plan_school (plan, 200002, 0, 0)->status = "Closed";
      plan_member (plan, group, 200002)->joined = REVIEW;
      network = make_network (plan);
      schools = kith_network_get_schools (network, &(guint){ 0 });

      g_assert_cmpuint (kith_network_get_arrangements (network, &(guint){ 0 })->n_schools, ==, n);
      g_assert_cmpuint (kith_network_get_arrangements (network, &(guint){ 0 })->n_members, ==,
                        n + 2);
      g_assert_cmpfloat_with_epsilon (schools[0].strength, cases[c].ties ? 1 : 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (get_weight (network, 100001, 100002),
                                      cases[c].ties ? 1.0 / (n - 1) : 0, 1e-15);
      g_assert_cmpuint (schools[0].n_outside_links, ==, cases[c].ties);
    }
}

/* Sponsor, diocese and authority are affiliations */
static void
test_affiliations (void)
{
  static const char *const kinds[] = { "sponsor", "diocese", "authority" };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  guint n;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      KithArrangement *affiliation = plan_arrangement (plan, kinds[k], kinds[k]);

      plan_member (plan, affiliation, 100001);
      plan_member (plan, affiliation, 100002);
      plan_member (plan, affiliation, 999999);
    }
  network = make_network (plan);
  kith_network_get_edges (network, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (kith_network_get_schools (network, &n)->n_outside_links, ==, 0);
  kith_network_get_memberships (network, 0, &n);
  g_assert_cmpuint (n, ==, 3);
}

/* The same twice is one, and of two spells the later joining holds */
static void
test_twice (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "Pair");
  const KithNetworkArrangement *arrangement;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0);
  plan_member (plan, pairing, 100001)->joined = REVIEW - 900;
  plan_member (plan, pairing, 100001)->joined = REVIEW - 180;
  plan_member (plan, pairing, 100001);
  plan_member (plan, pairing, 100002)->joined = REVIEW;
  plan_contact (plan, pairing, "visit", REVIEW - 1);
  network = make_network (plan);
  arrangement = kith_network_get_arrangements (network, &(guint){ 0 });
  g_assert_cmpuint (arrangement->n_schools, ==, 2);
  g_assert_cmpuint (arrangement->n_members, ==, 2);
  g_assert_cmpfloat (get_only_member (network, 100001)->recency, ==, 0.5);
  /* 2 × √(1/2) / 1 */
  g_assert_cmpfloat_with_epsilon (get_weight (network, 100001, 100002), 1.4142135623730951, 1e-12);
}

/* Days that bound a membership, its arrangement and its arrangement's parent */
static void
test_active (void)
{
  static const struct
  {
    int joined, left, starts, ends, parent_starts, parent_ends; /* -1000 unknown */
    const char *status, *parent_status;
    gboolean is_active;
  } cases[] = {
    { -1000, -1000, -1000, -1000, -1000, -1000, NULL, NULL, TRUE },
    { 0, 1, 0, 1, 0, 1, NULL, NULL, TRUE },
    { 1, -1000, -1000, -1000, -1000, -1000, NULL, NULL, FALSE },
    { -1000, 0, -1000, -1000, -1000, -1000, NULL, NULL, FALSE },
    { -1000, -1000, 1, -1000, -1000, -1000, NULL, NULL, FALSE },
    { -1000, -1000, -1000, 0, -1000, -1000, NULL, NULL, FALSE },
    { -1000, -1000, -1000, -1000, 1, -1000, NULL, NULL, FALSE },
    { -1000, -1000, -1000, -1000, -1000, 0, NULL, NULL, FALSE },
    { -1000, -1000, -1000, -1000, -1000, -1000, "closed", NULL, FALSE },
    { -1000, -1000, -1000, 1, -1000, -1000, "closed", NULL, TRUE },
    { -1000, -1000, -1000, -1000, -1000, -1000, "open", "closed", FALSE },
    /* it began before its group did: real files say so */
    { -900, -1000, -100, -1000, -1000, -1000, "open", NULL, TRUE },
  };

#define DAY(days) ((days) == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)(days))
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      KithArrangement *parent = plan_arrangement (plan, "area-partnership", "Parent");
      KithArrangement *group = plan_arrangement (plan, "cluster", "Group");
      KithMembership *member;
      guint n;

      plan_school (plan, 100001, 0, 0);
      member = plan_member (plan, group, 100001);
      member->joined = DAY (cases[c].joined);
      member->left_date = DAY (cases[c].left);
      group->parent_id = parent->id;
      group->starts = DAY (cases[c].starts);
      group->ends = DAY (cases[c].ends);
      group->status = cases[c].status;
      parent->starts = DAY (cases[c].parent_starts);
      parent->ends = DAY (cases[c].parent_ends);
      parent->status = cases[c].parent_status;
      network = make_network (plan);
      kith_network_get_memberships (network, 0, &n);
      g_assert_cmpuint (n, ==, cases[c].is_active);
    }
#undef DAY
}

/* 1 → 2 → 3 → 1, and 4 → 1: all of it is active, or none */
static void
test_circle (void)
{
  for (guint ended = 0; ended <= 3; ended++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      KithArrangement *ring[4];
      guint n;

      plan_school (plan, 100001, 0, 0);
      for (guint g = 0; g < 4; g++)
        {
          ring[g] = plan_arrangement (plan, "hub", "Hub");
          ring[g]->parent_id = g == 3 ? 1 : (g + 1) % 3 + 1;
          plan_member (plan, ring[g], 100001);
        }
      if (ended > 0)
        ring[ended - 1]->ends = REVIEW;
      network = make_network (plan);
      kith_network_get_memberships (network, 0, &n);
      g_assert_cmpuint (n, ==, ended == 0 ? 4 : 0);
    }
}

static void
test_outside (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "Across the border");
  KithArrangement *hub = plan_arrangement (plan, "hub", "Hub");
  KithArrangement *faded = plan_arrangement (plan, "hub", "Faded");

  plan_school (plan, 100001, 0, 0);
  plan_member (plan, pairing, 100001);
  plan_member (plan, pairing, 999999);
  plan_member (plan, hub, 100001);
  plan_member (plan, hub, 999999);
  plan_member (plan, hub, 999998);
  plan_member (plan, faded, 100001)->joined = REVIEW;
  plan_member (plan, faded, 999997)->joined = REVIEW - 731;
  plan_contact (plan, faded, "visit", REVIEW);
  network = make_network (plan);
  g_assert_cmpuint (kith_network_get_schools (network, &(guint){ 0 })->n_outside_links, ==, 2);
}

/* A trust that only the establishment file names */
static void
test_named_trust (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithSource *links = plan_source (plan, "group-links");
  KithArrangement *known = plan_arrangement (plan, "trust", "Known Trust");
  KithMembership *ended;
  KithSchool *foundation;
  const KithNetworkArrangement *arrangements;
  guint n;

  /* 1, 2 and 5 in "Marsh Trust", however written; 3 in a foundation trust of that name */
  plan_school (plan, 100001, 0, 0)->trusts = "Marsh Trust";
  plan_school (plan, 100002, 0, 0)->trusts = " MARSH  trust";
  foundation = plan_school (plan, 100003, 0, 0);
  foundation->trusts = "Marsh Trust";
  foundation->trust_flag = "Supported by a trust";
  plan_school (plan, 100004, 0, 0)->trusts = "Known trust";
  plan_school (plan, 100005, 0, 0)->trusts = "Marsh Trust";
  plan_school (plan, 100006, 0, 0)->federations = "Two Rivers";
  plan_school (plan, 100007, 0, 0)->federations = "Two Rivers";
  plan_member (plan, known, 100005)->left_date = REVIEW - 900;
  ended = plan_member (plan, known, 100006);
  ended->left_date = REVIEW - 900;
  ended->source_id = links->id;
  network = make_network (plan);
  arrangements = kith_network_get_arrangements (network, &n);

  g_assert_cmpfloat (get_weight (network, 100001, 100002), ==, 0.5);
  g_assert_cmpfloat (get_weight (network, 100001, 100005), ==, 0.5);
  /* an officer's row about the fifth is no row of a group-links file; the sixth's is */
  kith_network_get_memberships (network, kith_network_find_school (network, 100006), &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (arrangements[get_only_member (network, 100004)->arrangement].record->id, ==,
                   known->id);
  g_assert_cmpint (arrangements[get_only_member (network, 100007)->arrangement].kind, ==,
                   KITH_KIND_FEDERATION);
  g_assert_cmpuint (kith_network_get_schools (network, &n)[0].trust, ==,
                    get_only_member (network, 100001)->arrangement);
}

static void
test_trust_flags (void)
{
  static const struct
  {
    const char *flag;
    KithKind kind;
  } cases[] = {
    { "Supported by a multi-academy trust", KITH_KIND_TRUST },
    { "Supported by a single-academy trust", KITH_KIND_SINGLE_ACADEMY_TRUST },
    { "Supported by a trust", KITH_KIND_FOUNDATION_TRUST },
    { NULL, KITH_KIND_TRUST },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      KithSchool *school = plan_school (plan, 100001, 0, 0);

      school->trusts = "Marsh Trust";
      school->trust_flag = cases[c].flag;
      network = make_network (plan);
      g_assert_cmpint (kith_network_get_arrangements (network, &(guint){ 0 })->kind, ==,
                       cases[c].kind);
    }
}

/* Within 10 km, the bound included; or in one authority no more than 25 km across */
static void
test_local (void)
{
  static const struct
  {
    double metres, furthest; /* of the second school, and of a third in the same authority */
    gint64 la;               /* of the second */
    gboolean is_local;
  } cases[] = {
    { 10000, 30000, 851, TRUE }, { 10000.5, 30000, 851, FALSE }, { 10001, 30000, 850, FALSE },
    { 20000, 25000, 850, TRUE }, { 20000, 25001, 850, FALSE },   { 20000, 25000, 851, FALSE },
    { 25000, 25000, 850, TRUE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;

      plan_school (plan, 100001, 0, 0);
      plan_school (plan, 100002, cases[c].metres, 0)->la = cases[c].la;
      plan_school (plan, 100003, cases[c].furthest, 0);
      network = make_network (plan);
      g_assert_cmpint (kith_network_is_local (network, 0, 1), ==, cases[c].is_local);
      g_assert_cmpint (kith_network_is_local (network, 1, 0), ==,
                       kith_network_is_local (network, 0, 1));
    }
}

/* Diagonal of 20 km by 15 km is 25 km: the corners of a rectangle, and one a metre further */
static void
test_compact (void)
{
  for (guint further = 0; further <= 1; further++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;

      for (guint i = 0; i < 400; i++)
        plan_school (plan, 100001 + i, i % 20 * 1000, i / 20 * 750);
      plan_school (plan, 200001, 20000 + further, 15000);
      plan_school (plan, 200002, 0, 0);
      plan_school (plan, 200003, NAN, NAN);
      network = make_network (plan);
      g_assert_cmpint (kith_network_is_local (network, kith_network_find_school (network, 200001),
                                              kith_network_find_school (network, 200002)),
                       ==, !further);
    }
}

static void
test_neighbours (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  const KithNear *near;
  guint n;

  /* nine on a circle of 10 km, by their URNs; the tenth is a metre out; the rest is of
     another phase */
  plan_school (plan, 100001, 0, 0)->phase = "Middle deemed secondary";
  for (guint i = 0; i < 9; i++)
    plan_school (plan, 100020 - i, 0, 10000)->phase = i % 2 ? "All-through" : "Secondary";
  plan_school (plan, 100021, 10001, 0)->phase = "Secondary";
  plan_school (plan, 100022, 1, 0)->phase = "Primary";
  plan_school (plan, 100023, 2, 0)->phase = "Middle deemed primary";
  plan_school (plan, 100024, 3, 0)->phase = "Not applicable";
  plan_school (plan, 100025, NAN, 0)->phase = "Secondary";
  network = make_network (plan);

  near = kith_network_get_neighbours (network, 0, &n);
  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (kith_network_get_schools (network, &(guint){ 0 })[near[i].index].record->urn,
                       ==, 100012 + i);
      g_assert_cmpfloat (near[i].metres, ==, 10000);
    }
  near = kith_network_get_neighbours (network, kith_network_find_school (network, 100022), &n);
  g_assert_cmpuint (n, ==, 1);
  kith_network_get_neighbours (network, kith_network_find_school (network, 100024), &n);
  g_assert_cmpuint (n, ==, 0);
  kith_network_get_neighbours (network, kith_network_find_school (network, 100025), &n);
  g_assert_cmpuint (n, ==, 0);
}

/* METHODS, section 3: with every r = 1 and ω = 1, s_i is the number of i's linking
   arrangements that have another member */
static void
test_row_sums (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint trial = 0; trial < 50; trial++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      const KithNetworkArrangement *arrangements;
      const KithNetworkSchool *schools;
      guint n_schools;

      for (gint64 urn = 100001; urn <= 100030; urn++)
        plan_school (plan, urn, 0, 0);
      for (guint g = 0; g < 12; g++)
        {
          KithArrangement *hub = plan_arrangement (plan, g % 2 ? "hub" : "trust", "Group");

          for (guint m = (guint)g_rand_int_range (rand, 0, 14); m > 0; m--)
            plan_member (plan, hub, 100001 + g_rand_int_range (rand, 0, 30))->joined = REVIEW;
        }
      network = make_network (plan);
      schools = kith_network_get_schools (network, &n_schools);
      arrangements = kith_network_get_arrangements (network, &(guint){ 0 });
      for (guint i = 0; i < n_schools; i++)
        {
          guint n, n_shared = 0;
          const guint *memberships = kith_network_get_memberships (network, i, &n);

          for (guint m = 0; m < n; m++)
            n_shared += arrangements[kith_network_get_member (network, memberships[m])->arrangement]
                            .n_schools > 1;
          g_assert_cmpfloat_with_epsilon (schools[i].strength, n_shared, 1e-9);
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithJob) job = kith_job_new ("Network");
  g_autoptr (GError) error = NULL;

  plan_school (plan, 100001, 0, 0);
  ledger = plan_end (plan);
  kith_job_cancel (job);
  g_assert_null (kith_network_new (ledger, REVIEW, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty (void)
{
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
  guint n;

  g_assert_cmpuint (count_schools (network), ==, 0);
  kith_network_get_edges (network, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (kith_network_find_school (network, 100001), ==, KITH_INDEX_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/open/status, opened and closed decide", test_open);
  g_test_add_func ("/network/due-closed/a plan that has come is counted", test_due_closed);
  (void)get_weight;
  (void)get_only_member;
  g_test_add_func ("/network/recency/two half-lives are live and a day more is not", test_fading);
  g_test_add_func ("/network/scope/state-funded, and independent where included", test_scope);
  g_test_add_func ("/network/authority/a dated row says which it was", test_authority);
  g_test_add_func ("/network/recency/a list of members does not count against them",
                   test_unrecorded);
  g_test_add_func ("/network/assembly/40 schools tie and 41 do not", test_assembly);
  g_test_add_func ("/network/ties/affiliations do not", test_affiliations);
  g_test_add_func ("/network/members/the same twice is one", test_twice);
  g_test_add_func ("/network/members/active is a matter of seven days", test_active);
  g_test_add_func ("/network/members/parents in a circle end together", test_circle);
  g_test_add_func ("/network/members/outside schools are counted beside", test_outside);
  g_test_add_func ("/network/named-trust/only where no group links name the school",
                   test_named_trust);
  g_test_add_func ("/network/named-trust/the flag says of which kind", test_trust_flags);
  g_test_add_func ("/network/local/ten kilometres, or one small authority", test_local);
  g_test_add_func ("/network/local/the diagonal counts", test_compact);
  g_test_add_func ("/network/neighbours/eight nearest of the phase within ten kilometres",
                   test_neighbours);
  g_test_add_func ("/network/ties/strength counts arrangements", test_row_sums);
  g_test_add_func ("/network/cancelled gives nothing", test_cancelled);
  g_test_add_func ("/network/of an empty register is empty", test_empty);
  return g_test_run ();
}
