/* test-engagement.c: whom hubs reach, and whom they do not
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-engagement.h"
#include "kith-hubs.h"
#include "random-register.h"
#include "reference.h"

#include <math.h>

#define REVIEW (kith_date_new (2026, 3, 1))

static gint64
get_urn (const KithRoll *roll, guint school)
{
  return kith_network_get_schools (kith_roll_get_network (roll), &(guint){ 0 })[school].record->urn;
}

/* Those not reached, one after the other: "100003 100007" */
static char *
describe (const KithRoll *roll, gint64 id, KithEngagement *engagement)
{
  guint arrangement = kith_network_find_arrangement (kith_roll_get_network (roll), id);
  g_autoptr (GArray) not_reached = g_array_new (FALSE, FALSE, sizeof (KithNotReached));
  GString *text = g_string_new (NULL);

  *engagement = kith_engagement_measure (roll, arrangement, not_reached);
  g_assert_cmpuint (not_reached->len, ==, engagement->n_not_reached);
  for (guint i = 0; i < not_reached->len; i++)
    g_string_append_printf (
        text, "%s%ld", i == 0 ? "" : " ",
        (long)get_urn (roll, g_array_index (not_reached, KithNotReached, i).school));
  return g_string_free (text, FALSE);
}

/* Ten members on a line, a kilometre apart from the hub at 0, and others between and beyond */
static KithArrangement *
plan_line (LedgerPlan *plan, const char *kind)
{
  KithArrangement *hub = plan_arrangement (plan, kind, "Larkmead EAL hub");

  for (guint i = 0; i < 10; i++)
    {
      plan_school (plan, 100001 + i, 1000.0 * i, 0);
      plan_member (plan, hub, 100001 + i);
    }
  hub->lead_urn = 100001;
  plan_school (plan, 100021, 0, 8000);                          /* as far as the ninth member */
  plan_school (plan, 100022, 0, 8001);                          /* a metre further */
  plan_school (plan, 100023, 0, 100)->phase = "Secondary";      /* not of its phases */
  plan_school (plan, 100024, NAN, NAN)->district = "Guildford"; /* nobody knows where */
  plan_school (plan, 100025, 90000, 0)->la = 936;
  return hub;
}

static void
test_engaged (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_line (plan, "hub");
  KithContact *old = plan_contact (plan, hub, "training", kith_date_new (2025, 3, 1));
  KithContact *recent = plan_contact (plan, hub, "training", kith_date_new (2025, 3, 2));
  KithContact *later = plan_contact (plan, hub, "training", REVIEW + 1);
  KithContact *other = plan_contact (plan, NULL, "visit", REVIEW);
  KithContactParty *charity = plan_party (plan, recent, KITH_INT_NONE);
  g_autoptr (KithRoll) roll = NULL;
  g_autofree char *not_reached = NULL;
  KithEngagement engagement;

  charity->organisation_id = 7;
  plan_member (plan, hub, KITH_INT_NONE)->organisation_id = 7;
  plan_member (plan, hub, 900001);
  plan_party (plan, old, 100001);
  plan_party (plan, recent, 100002);
  plan_party (plan, recent, 100003);
  plan_party (plan, recent, 100021); /* a guest */
  plan_party (plan, later, 100004);
  plan_party (plan, other, 100005);
  roll = call_plan_roll (plan, REVIEW);
  not_reached = describe (roll, hub->id, &engagement);
  g_assert_cmpuint (engagement.n_schools, ==, 10);
  g_assert_cmpuint (engagement.n_engaged, ==, 2);
  g_assert_cmpuint (engagement.n_silent, ==, 8);
  g_assert_cmpuint (engagement.n_others, ==, 2);
  g_assert_cmpuint (engagement.n_others_engaged, ==, 1);
  g_assert_true (engagement.has_contacts);
  g_assert_cmpstr (not_reached, ==, "100021");
  g_assert_cmpuint (engagement.n_guests, ==, 1);
}

static void
test_patch (void)
{
  static const struct
  {
    const char *name, *kind, *patch, *role;
    gint64 lead;
    KithPatch way;
    double metres;
    guint n_patch;
    const char *not_reached;
  } cases[] = {
    { "from its lead to the ninth of ten", "hub", NULL, NULL, 100001, KITH_PATCH_AROUND, 8000, 10,
      "100021" },
    { "from the member with the role hub", "hub", NULL, "hub", KITH_INT_NONE, KITH_PATCH_AROUND,
      8000, 10, "100021" },
    { "from the middle of its members", "hub", NULL, NULL, KITH_INT_NONE, KITH_PATCH_MIDDLE, 4500,
      10, "" },
    { "the lead reached though no member", "hub", NULL, NULL, 100022, KITH_PATCH_AROUND, 11315, 11,
      "100021" },
    { "a pairing has none", "pairing", NULL, NULL, 100001, KITH_PATCH_NONE, NAN, 0, "" },
    { "unless one is recorded", "pairing", "936", NULL, 100001, KITH_PATCH_RECORDED, NAN, 1,
      "100025" },
    { "two authorities", "hub", "850; 936", NULL, 100001, KITH_PATCH_RECORDED, NAN, 14,
      "100021 100022 100024 100025" },
    { "a district", "hub", "GUILDFORD", NULL, 100001, KITH_PATCH_RECORDED, NAN, 1, "100024" },
    { "an authority by name", "hub", "Surrey", NULL, 100001, KITH_PATCH_RECORDED, NAN, 1,
      "100025" },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *hub = plan_line (plan, cases[c].kind);
      KithAuthority *authority = plan_row (plan, KITH_TABLE_AUTHORITY);
      g_autoptr (KithRoll) roll = NULL;
      g_autofree char *not_reached = NULL;
      KithEngagement engagement;

      g_test_message ("%s", cases[c].name);
      authority->code = 936;
      authority->name = "Surrey";
      hub->lead_urn = cases[c].lead;
      hub->patch = cases[c].patch;
      if (cases[c].role != NULL)
        {
          KithMembership *again = plan_member (plan, hub, 100001);

          again->role = cases[c].role;
          again->joined = REVIEW - 100;
        }
      roll = call_plan_roll (plan, REVIEW);
      not_reached = describe (roll, hub->id, &engagement);
      g_assert_cmpint (engagement.patch, ==, cases[c].way);
      if (isnan (cases[c].metres))
        g_assert_true (isnan (engagement.patch_metres));
      else
        g_assert_cmpfloat_with_epsilon (engagement.patch_metres, cases[c].metres, 1);
      g_assert_cmpuint (engagement.n_patch, ==, cases[c].n_patch);
      g_assert_cmpstr (not_reached, ==, cases[c].not_reached);
    }
}

/* 100001 a member of a hub, 100002 only once at a seminar of it, 100003 leads it, 100004 in one
   that has ended, 100005 with nothing, 100006 not of home */
static void
test_untouched (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Maths hub");
  KithArrangement *ended = plan_arrangement (plan, "hub", "Old hub");
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) untouched = NULL;

  for (guint i = 1; i <= 6; i++)
    plan_school (plan, 100000 + i, 0, 0)->la = i == 6 ? 936 : 850;
  plan_setting (plan, "home", "850");
  hub->lead_urn = 100003;
  ended->ends = REVIEW;
  plan_member (plan, hub, 100001);
  plan_member (plan, ended, 100004);
  plan_party (plan, plan_contact (plan, hub, "training", kith_date_new (2020, 1, 6)), 100002);
  roll = call_plan_roll (plan, REVIEW);
  untouched = kith_hubs_list_untouched (roll);
  g_assert_cmpuint (untouched->len, ==, 2);
  g_assert_cmpint (get_urn (roll, g_array_index (untouched, guint, 0)), ==, 100004);
  g_assert_cmpint (get_urn (roll, g_array_index (untouched, guint, 1)), ==, 100005);
}

static void
test_overlaps (void)
{
  static const char *const members[] = { "1234", "234", "45", "12345" };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) overlaps = NULL;
  static const KithOverlap expected[] = { { 0, 1, 3 }, { 0, 2, 1 }, { 1, 2, 1 } };

  for (guint i = 1; i <= 5; i++)
    plan_school (plan, 100000 + i, 0, 0);
  for (guint a = 0; a < G_N_ELEMENTS (members); a++)
    {
      KithArrangement *hub = plan_arrangement (plan, a == 3 ? "family" : "hub", "Hub");

      for (const char *at = members[a]; *at != '\0'; at++)
        plan_member (plan, hub, 100000 + (*at - '0'));
    }
  roll = call_plan_roll (plan, REVIEW);
  overlaps = kith_hubs_list_overlaps (roll);
  g_assert_cmpuint (overlaps->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < overlaps->len; i++)
    {
      const KithOverlap *overlap = &g_array_index (overlaps, KithOverlap, i);

      g_assert_cmpuint (overlap->a, ==, expected[i].a);
      g_assert_cmpuint (overlap->b, ==, expected[i].b);
      g_assert_cmpuint (overlap->n_shared, ==, expected[i].n_shared);
    }
}

typedef struct
{
  guint n_engaged, n_others_engaged, n_not_reached, n_guests, n_untouched;
  guint n_patches[4];
} Seen;

static void
compare_reach (const KithRoll *roll, const ReferenceArrangement *it, Seen *seen)
{
  guint arrangement =
      kith_network_find_arrangement (kith_roll_get_network (roll), it->arrangement->id);
  g_autoptr (GArray) not_reached = g_array_new (FALSE, FALSE, sizeof (KithNotReached));
  KithEngagement engagement = kith_engagement_measure (roll, arrangement, not_reached);

  g_assert_cmpuint (engagement.n_schools, ==, it->schools);
  g_assert_cmpuint (engagement.n_engaged, ==, it->engaged);
  g_assert_cmpuint (engagement.n_silent, ==, it->schools - it->engaged);
  g_assert_cmpuint (engagement.n_others, ==, it->others);
  g_assert_cmpuint (engagement.n_others_engaged, ==, it->others_engaged);
  g_assert_cmpint ("nrlm"[engagement.patch], ==, it->patch);
  if (isnan (it->metres))
    g_assert_true (isnan (engagement.patch_metres));
  else
    g_assert_cmpfloat_with_epsilon (engagement.patch_metres, it->metres, 1e-6);
  g_assert_cmpuint (engagement.n_patch, ==, it->in_patch);
  g_assert_cmpuint (engagement.n_guests, ==, it->guests);
  g_assert_cmpuint (not_reached->len, ==, it->not_reached->len);
  for (guint i = 0; i < not_reached->len; i++)
    g_assert_cmpint (get_urn (roll, g_array_index (not_reached, KithNotReached, i).school), ==,
                     g_array_index (it->not_reached, gint64, i));
  seen->n_engaged += it->engaged;
  seen->n_others_engaged += it->others_engaged;
  seen->n_not_reached += not_reached->len;
  seen->n_guests += it->guests;
  seen->n_patches[engagement.patch]++;
}

static void
test_random (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 1; seed <= 300; seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1) + seed % 400;
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      g_autoptr (Reference) expected = reference_new (ledger, t);
      g_autoptr (KithRoll) roll = call_roll (ledger, t);
      g_autoptr (GArray) untouched = kith_hubs_list_untouched (roll);

      g_test_message ("seed %u", seed);
      for (guint a = 0; a < expected->arrangements->len; a++)
        compare_reach (roll, &g_array_index (expected->arrangements, ReferenceArrangement, a),
                       &seen);
      g_assert_cmpuint (untouched->len, ==, expected->untouched->len);
      for (guint i = 0; i < untouched->len; i++)
        g_assert_cmpint (get_urn (roll, g_array_index (untouched, guint, i)), ==,
                         g_array_index (expected->untouched, gint64, i));
      seen.n_untouched += untouched->len;
    }
  g_test_message ("%u engaged, %u others engaged, %u not reached, %u guests, %u untouched; patches "
                  "none %u, recorded %u, about the lead %u, about the middle %u",
                  seen.n_engaged, seen.n_others_engaged, seen.n_not_reached, seen.n_guests,
                  seen.n_untouched, seen.n_patches[0], seen.n_patches[1], seen.n_patches[2],
                  seen.n_patches[3]);
  /* what never occurs is not compared */
  g_assert_cmpuint (seen.n_engaged, >, 20);
  g_assert_cmpuint (seen.n_others_engaged, >, 4);
  g_assert_cmpuint (seen.n_not_reached, >, 20);
  g_assert_cmpuint (seen.n_guests, >, 4);
  g_assert_cmpuint (seen.n_untouched, >, 20);
  for (guint p = 0; p < 4; p++)
    g_assert_cmpuint (seen.n_patches[p], >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engagement/a contact in the last twelve months", test_engaged);
  g_test_add_func ("/engagement/the patch holds nine tenths, or what is recorded", test_patch);
  g_test_add_func ("/engagement/schools that no hub touches", test_untouched);
  g_test_add_func ("/engagement/hubs that share schools", test_overlaps);
  g_test_add_func ("/engagement/random registers agree with METHODS read off slowly", test_random);
  return g_test_run ();
}
