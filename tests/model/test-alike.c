/* test-alike.c: one that was recorded twice is found, told and made one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-alike.h"
#include "kith-edit-contact.h"
#include "kith-edit-merge.h"
#include "kith-edit-partnership.h"
#include "kith-edit-person.h"
#include "ledger-plan.h"

#include <string.h>

#define TODAY kith_date_new (2026, 11, 22)

static void
test_keys (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean is_same;
  } cases[] = {
    { "The Marsh Trust Ltd.", "marsh trust", TRUE },
    { "Marsh & Weir Housing", "Marsh and Weir housing", TRUE },
    { "St. Mary’s Church of England School", "Saint Marys CofE School", TRUE },
    { "St Mary's C of E School", "St Mary’s CE School", TRUE },
    { "Roman Catholic Diocese of Weir", "RC Diocese of Weir", TRUE },
    { "Dr Ada Marsh", "ADA MARSH", TRUE },
    { "Marsh Trust", "Marsh Trusts", FALSE },
    { "Theatre Royal", "atre Royal", FALSE },
    { "Ltd", "", TRUE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree char *a = kith_alike_dup_key (cases[c].a);
      g_autofree char *b = kith_alike_dup_key (cases[c].b);

      if ((strcmp (a, b) == 0) != cases[c].is_same)
        g_error ("“%s” is “%s”, “%s” is “%s”", cases[c].a, a, cases[c].b, b);
    }
}

static KithPerson *
plan_person (LedgerPlan *plan, const char *name)
{
  KithPerson *person = plan_row (plan, KITH_TABLE_PERSON);

  person->name = name;
  return person;
}

static KithOrganisation *
plan_organisation (LedgerPlan *plan, const char *name)
{
  KithOrganisation *organisation = plan_row (plan, KITH_TABLE_ORGANISATION);

  organisation->name = name;
  return organisation;
}

static void
test_list (void)
{
  static const char *const names[] = { "Cleo Weirwood", "Ada Marsh",      "Cloe Weirwood",
                                       "Dr Ada Marsh",  "Cleo Weirwoods", "Ben Oak",
                                       "Ben Oat",       "Zoë Weirwood" };
  static const KithAlike expected[] = {
    { 2, 4, TRUE },
    { 1, 3, FALSE },
    { 1, 5, FALSE },
  };
  static const struct
  {
    const char *name;
    gint64 id;
  } typed[] = {
    { "ada  marsh", KITH_INT_NONE }, /* her own name */
    { "Ms Ada Marsh", 4 },           /* the last of those spelled alike */
    { "Cleo Weirwod", 1 },           { "Zoé Weirwood", 8 },
    { "Ben Oar", KITH_INT_NONE }, /* too short to tell */
    { "", KITH_INT_NONE },           { "Somebody Else", KITH_INT_NONE },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    plan_person (plan, names[i]);
  ledger = plan_end (plan);
  found = kith_alike_list (ledger, KITH_TABLE_PERSON);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    {
      const KithAlike *alike = &g_array_index (found, KithAlike, i);

      g_assert_cmpint (alike->one, ==, expected[i].one);
      g_assert_cmpint (alike->other, ==, expected[i].other);
      g_assert_cmpint (alike->is_spelling, ==, expected[i].is_spelling);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_cmpint (kith_alike_find (ledger, KITH_TABLE_PERSON, typed[i].name), ==, typed[i].id);
}

/* Every pair that the slow way finds, on names of few letters so that many are near */
static void
test_list_random (void)
{
  static const char *const parts[] = {
    "ada", "adam", "ad", "marsh", "march", "mars", "the", "weir"
  };

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (KithLedger) ledger = NULL;
      g_autoptr (GArray) found = NULL;
      guint n_slow = 0;

      for (guint i = 0; i < 40; i++)
        {
          g_ptr_array_add (texts,
                           g_strdup_printf ("%s %s %s", parts[g_rand_int_range (random, 0, 8)],
                                            parts[g_rand_int_range (random, 0, 8)],
                                            parts[g_rand_int_range (random, 0, 8)]));
          plan_person (plan, texts->pdata[i]);
        }
      ledger = plan_end (plan);
      found = kith_alike_list (ledger, KITH_TABLE_PERSON);
      for (guint i = 0; i < texts->len; i++)
        for (guint j = i + 1; j < texts->len; j++)
          {
            g_autofree char *a = kith_alike_dup_key (texts->pdata[i]);
            g_autofree char *b = kith_alike_dup_key (texts->pdata[j]);
            gsize n = strlen (a), m = strlen (b);
            guint before[64], now[64], older[64];

            /* the optimal string alignment distance, row by row */
            for (guint y = 0; y <= m; y++)
              before[y] = y;
            for (guint x = 1; x <= n; x++)
              {
                now[0] = x;
                for (guint y = 1; y <= m; y++)
                  {
                    now[y] = MIN (before[y] + 1, now[y - 1] + 1);
                    now[y] = MIN (now[y], before[y - 1] + (a[x - 1] != b[y - 1]));
                    if (x > 1 && y > 1 && a[x - 1] == b[y - 2] && a[x - 2] == b[y - 1])
                      now[y] = MIN (now[y], older[y - 2] + 1);
                  }
                memcpy (older, before, sizeof older);
                memcpy (before, now, sizeof before);
              }
            n_slow += n > 0 && m > 0 && (before[m] == 0 || (before[m] == 1 && n >= 8 && m >= 8));
          }
      g_assert_cmpuint (found->len, ==, n_slow);
      g_assert_cmpuint (n_slow, >, 0);
    }
}

static KithLedger *
make_ledger (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithContact *contact = plan_contact (plan, hub, "visit", kith_date_new (2026, 3, 2));
  KithMembership *member;
  KithPost *post;

  plan_school (plan, 100001, 0, 0)->district = "Marshland";
  plan_person (plan, "Ada Marsh");
  plan_person (plan, "Dr Ada Marsh")->email = "ada@example.org";
  plan_organisation (plan, "Weir Housing");
  plan_organisation (plan, "Weir Housing Ltd")->kind = "housing association";
  hub->lead_person_id = hub->coordinator_id = 2;
  for (gint64 id = 1; id <= 2; id++)
    {
      member = plan_member (plan, hub, KITH_INT_NONE);
      member->organisation_id = id;
      member->role = "partner";
      member->joined = kith_date_new (2024, id, 1);
      member->left_date = id == 1 ? kith_date_new (2025, 1, 1) : KITH_DATE_UNKNOWN;
      plan_party (plan, contact, KITH_INT_NONE)->person_id = id;
      post = plan_row (plan, KITH_TABLE_POST);
      post->person_id = id;
      post->title = "Headteacher";
      post->urn = 100001;
      post = plan_row (plan, KITH_TABLE_POST);
      post->person_id = id;
      post->title = id == 1 ? "Trustee" : "System leader";
    }
  return plan_end (plan);
}

static gsize
count (KithLedger *ledger, KithTable table)
{
  gsize n;

  kith_ledger_get_rows (ledger, table, &n);
  return n;
}

static void
test_merge (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) people = kith_edit_merge (ledger, KITH_TABLE_PERSON, 1, 2);
  g_autoptr (KithEdit) bodies = kith_edit_merge (ledger, KITH_TABLE_ORGANISATION, 2, 1);
  g_autoptr (KithEdit) gone = kith_edit_merge (ledger, KITH_TABLE_PERSON, 1, 9);
  g_autoptr (KithEdit) self = kith_edit_merge (ledger, KITH_TABLE_PERSON, 1, 1);
  g_autoptr (KithLedger) after = kith_changeset_apply (people->changes, 2);
  g_autoptr (KithLedger) later = kith_changeset_apply (bodies->changes, 2);
  const KithArrangement *hub = kith_ledger_find (after, KITH_TABLE_ARRANGEMENT, 1);
  const KithPerson *ada = kith_ledger_find (after, KITH_TABLE_PERSON, 1);
  const KithOrganisation *housing = kith_ledger_find (later, KITH_TABLE_ORGANISATION, 2);
  const KithMembership *member = kith_ledger_find (later, KITH_TABLE_MEMBERSHIP, 2);

  g_assert_cmpstr (people->what, ==, "Merged: Dr Ada Marsh into Ada Marsh");
  g_assert_cmpuint (count (after, KITH_TABLE_PERSON), ==, 1);
  g_assert_cmpstr (ada->name, ==, "Ada Marsh");
  g_assert_cmpstr (ada->email, ==, "ada@example.org");
  g_assert_cmpint (hub->lead_person_id, ==, 1);
  g_assert_cmpint (hub->coordinator_id, ==, 1);
  /* what both said is said once: one was there, and one is head */
  g_assert_cmpuint (count (after, KITH_TABLE_CONTACT_PARTY), ==, 1);
  g_assert_cmpuint (count (after, KITH_TABLE_POST), ==, 3);

  g_assert_cmpuint (count (later, KITH_TABLE_ORGANISATION), ==, 1);
  g_assert_cmpstr (housing->kind, ==, "housing association");
  g_assert_cmpuint (count (later, KITH_TABLE_MEMBERSHIP), ==, 1);
  g_assert_cmpuint (member->joined, ==, kith_date_new (2024, 1, 1));
  g_assert_cmpuint (member->left_date, ==, KITH_DATE_UNKNOWN);
  g_assert_nonnull (strstr (kith_edit_find_problem (gone, "keep"), "no longer recorded"));
  g_assert_nonnull (kith_edit_find_problem (self, "keep"));
}

static void
assert_hint (const KithEdit *edit, const char *field, const char *use)
{
  const KithEditHint *hint;

  g_assert_true (kith_edit_check (edit, NULL)); /* it does not stand against it */
  g_assert_cmpuint (edit->hints->len, ==, field != NULL);
  if (field == NULL)
    return;
  hint = edit->hints->pdata[0];
  g_assert_cmpstr (hint->field, ==, field);
  g_assert_cmpstr (hint->use, ==, use);
  g_assert_nonnull (strstr (hint->sentence, "already"));
}

static void
test_hints (void)
{
  static const KithPartySaid parties[] = { { KITH_PARTY_SCHOOL, "100001", "host" },
                                           { KITH_PARTY_ORGANISATION, "The Weir Housing", NULL } };
  KithContactForm contact = { .id = KITH_INT_NONE,
                              .date = "2026-11-01",
                              .kind = "visit",
                              .parties = parties,
                              .n_parties = 2,
                              .today = TODAY };
  KithPartnershipForm hub = { .id = 1, .deputy = "Ada March" };
  KithPersonForm again = { .id = KITH_INT_NONE, .name = "Ada Marsh", .today = TODAY };
  KithPersonForm renamed = { .id = 1, .name = "Ada Marshe", .today = TODAY };
  KithPersonForm other = { .id = KITH_INT_NONE, .name = "Cleo Weirwood", .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) one = kith_edit_contact (ledger, &contact);
  g_autoptr (KithEdit) two = kith_edit_partnership (ledger, &hub);
  g_autoptr (KithEdit) three = kith_edit_person (ledger, &again);
  g_autoptr (KithEdit) four = kith_edit_person (ledger, &other);
  g_autoptr (KithEdit) five = kith_edit_person (ledger, &renamed);

  assert_hint (one, "party", "Weir Housing Ltd");
  assert_hint (two, "deputy", "Ada Marsh");
  assert_hint (three, "name", NULL);
  assert_hint (four, NULL, NULL);
  assert_hint (five, NULL, NULL); /* nearly her own name */
}

static void
test_patch (void)
{
  KithPartnershipForm form = { .id = 1, .patch = "Marshland" };
  KithPartnershipForm wrong = { .id = 1, .patch = "Marshland; Nowhere; 999" };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_partnership (ledger, &form);
  g_autoptr (KithEdit) refused = kith_edit_partnership (ledger, &wrong);
  g_autofree char *words = kith_edit_dup_problems (refused, "patch");
  const KithArrangement *hub = kith_changeset_find (edit->changes, KITH_TABLE_ARRANGEMENT, 1);

  g_assert_cmpstr (hub->patch, ==, "Marshland");
  g_assert_cmpstr (words, ==,
                   "“Nowhere” is neither an authority nor a district of a school here.\n"
                   "“999” is neither an authority nor a district of a school here.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alike/spellings of one name", test_keys);
  g_test_add_func ("/alike/pairs, and whom somebody may mean", test_list);
  g_test_add_func ("/alike/the pairs that a slow search finds", test_list_random);
  g_test_add_func ("/alike/two become one, and say each thing once", test_merge);
  g_test_add_func ("/alike/who may be meant is told and stands against nothing", test_hints);
  g_test_add_func ("/alike/a patch of areas that are known", test_patch);
  return g_test_run ();
}
