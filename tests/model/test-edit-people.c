/* test-edit-people.c: people and organisations that officers keep by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-edit-person.h"
#include "kith-reference.h"
#include "kith-roster.h"
#include "ledger-plan.h"
#include "trial-edit.h"

#include <string.h>

#define TODAY kith_date_new (2026, 11, 22)

/* Ada Marsh heads Pond Street, ran a hub that Reading Charity is in, and was met; Ben Oakes has
 * done nothing yet; a second Ada Marsh has a post that has ended. */
static KithLedger *
make_ledger (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *ended = plan_arrangement (plan, "hub", "Old hub");
  static const char *const people[] = { "Ada Marsh", "Ben Oakes", "Ada Marsh" };
  KithPost *post;
  KithMembership *member;
  KithExpertise *strong;

  plan_school (plan, 100001, 0, 0)->name = "Willow Court School";
  plan_school (plan, 100002, 0, 0)->name = "Pond Street";
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = people[i];
  ((KithOrganisation *)plan_row (plan, KITH_TABLE_ORGANISATION))->name = "Reading Charity";
  ((KithOrganisation *)plan_row (plan, KITH_TABLE_ORGANISATION))->name = "Weir College";
  hub->coordinator_id = hub->deputy_id = 1;
  ended->ends = kith_date_new (2025, 1, 1);
  ended->lead_person_id = 1;
  ended->lead_organisation_id = 1;
  member = plan_member (plan, hub, KITH_INT_NONE);
  member->organisation_id = 1;
  member->role = "partner";
  post = plan_row (plan, KITH_TABLE_POST);
  post->person_id = 1;
  post->title = "Headteacher";
  post->urn = 100002;
  post->days_a_year = 12;
  post = plan_row (plan, KITH_TABLE_POST);
  post->person_id = 3;
  post->title = "Deputy";
  post->organisation_id = 2;
  post->to_date = kith_date_new (2024, 9, 1);
  plan_party (plan, plan_contact (plan, hub, "visit", kith_date_new (2026, 3, 2)), KITH_INT_NONE)
      ->person_id = 1;
  strong = plan_row (plan, KITH_TABLE_EXPERTISE);
  strong->person_id = 1;
  strong->area = "Phonics";
  strong = plan_row (plan, KITH_TABLE_EXPERTISE);
  strong->person_id = 1;
  strong->area = "EAL";
  strong->date = kith_date_new (2025, 5, 1);
  strong = plan_row (plan, KITH_TABLE_EXPERTISE);
  strong->urn = 100001;
  strong->area = "Mathematics";
  return plan_end (plan);
}

static void
test_new_person (void)
{
  static const KithPostForm posts[] = {
    { .id = KITH_INT_NONE,
      .title = " Headteacher ",
      .at = { KITH_PARTY_ANY, "Willow Court School (100001)", NULL },
      .from = "1/9/2026",
      .days = "12.5" },
    { .id = KITH_INT_NONE, .title = "", .at = { KITH_PARTY_ANY, " ", NULL }, .from = "" },
    { .id = KITH_INT_NONE,
      .title = "Trustee",
      .at = { KITH_PARTY_ORGANISATION, "Marsh Trust", NULL } },
    { .id = KITH_INT_NONE, .at = { KITH_PARTY_SCHOOL, "999999", NULL } },
  };
  KithPersonForm form = { .id = KITH_INT_NONE,
                          .name = "Cleo Weir",
                          .email = "cleo@example.org",
                          .expertise = "Phonics; early reading ;phonics;",
                          .posts = posts,
                          .n_posts = G_N_ELEMENTS (posts),
                          .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_person (ledger, &form);
  g_autoptr (KithLedger) after = apply_edit (edit, "Recorded: Cleo Weir");
  const KithPerson *person = get_row (after, KITH_TABLE_PERSON, 3, 4);
  const KithPost *post = get_row (after, KITH_TABLE_POST, 2, 5);
  const KithExpertise *strong = get_row (after, KITH_TABLE_EXPERTISE, 3, 5);

  g_assert_cmpstr (person->email, ==, "cleo@example.org");
  g_assert_cmpstr (post[0].title, ==, "Headteacher");
  g_assert_cmpint (post[0].urn, ==, 100001);
  g_assert_cmpuint (post[0].from_date, ==, kith_date_new (2026, 9, 1));
  g_assert_cmpfloat (post[0].days_a_year, ==, 12.5);
  g_assert_cmpint (post[1].organisation_id, ==, 3); /* made */
  g_assert_cmpint (post[2].urn, ==, 999999);
  g_assert_null (post[2].title);
  g_assert_nonnull (kith_ledger_find (after, KITH_TABLE_OUTSIDE_SCHOOL, 999999));
  g_assert_cmpstr (strong[0].area, ==, "Phonics");
  g_assert_cmpint (strong[0].person_id, ==, person->id);
  g_assert_cmpstr (strong[1].area, ==, "early reading");
  g_assert_cmpuint (strong[1].date, ==, TODAY);
}

static void
test_person_problems (void)
{
  static const struct
  {
    const char *name, *email;
    KithPostForm second; /* of two posts */
    const char *field, *words;
  } cases[] = {
    { " ", NULL, { .id = KITH_INT_NONE }, "name", "Give the name" },
    { "Cleo", "cleo", { .id = KITH_INT_NONE }, "email", "not an e-mail address" },
    { "Cleo", "a@b@c.org", { .id = KITH_INT_NONE }, "email", "not an e-mail address" },
    { "Cleo", "cleo@example", { .id = KITH_INT_NONE }, "email", "not an e-mail address" },
    { "Cleo",
      NULL,
      { .id = KITH_INT_NONE, .title = "Head", .from = "soon" },
      "from-2",
      "not a date" },
    { "Cleo",
      NULL,
      { .id = KITH_INT_NONE, .title = "Head", .from = "2026-09-01", .to = "2026-08-31" },
      "to-2",
      "before the day the post began" },
    { "Cleo",
      NULL,
      { .id = KITH_INT_NONE, .title = "Head", .days = "many" },
      "days-2",
      "not a number" },
    { "Cleo", NULL, { .id = KITH_INT_NONE, .title = "Head", .days = "-1" }, "days-2", "0 or more" },
    { "Cleo", NULL, { .id = KITH_INT_NONE, .days = "3" }, "post-2", "what the post is" },
    { "Cleo", NULL, { .id = 77, .title = "Head" }, "post-2", "no longer recorded" },
    { "Cleo", NULL, { .id = KITH_INT_NONE, .title = "trustee" }, "post-2", "recorded already" },
    { "Cleo",
      NULL,
      { .id = KITH_INT_NONE, .at = { KITH_PARTY_ANY, "Nowhere", NULL } },
      "urn-2",
      "“Nowhere”: The register has no school" },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithPostForm posts[] = { { .id = KITH_INT_NONE, .title = "Trustee" }, cases[c].second };
      KithPersonForm form = { .id = KITH_INT_NONE,
                              .name = cases[c].name,
                              .email = cases[c].email,
                              .posts = posts,
                              .n_posts = G_N_ELEMENTS (posts),
                              .today = TODAY };
      g_autoptr (KithEdit) edit = kith_edit_person (ledger, &form);

      if (strcmp (cases[c].words, "recorded already") == 0)
        {
          /* two of one form are told apart by the ledger alone: the first must stand there */
          KithPersonForm first = { .id = 2, .posts = posts, .n_posts = 1, .today = TODAY };
          g_autoptr (KithEdit) earlier = kith_edit_person (ledger, &first);
          g_autoptr (KithLedger) with = apply_edit (earlier, "Changed: Ben Oakes");

          form.id = 2;
          posts[0] = (KithPostForm){ .id = KITH_INT_NONE };
          kith_edit_free (g_steal_pointer (&edit));
          edit = kith_edit_person (with, &form);
        }
      assert_problem (edit, cases[c].field, cases[c].words);
    }
}

/* What is not said stays; a post that is emptied goes; an area that is named no longer ends */
static void
test_change_person (void)
{
  static const KithPostForm emptied[] = {
    { .id = 1, .title = "", .at = { KITH_PARTY_ANY, "", NULL }, .from = "", .to = "", .days = "" }
  };
  static const KithPostForm moved[] = { { .id = 1, .to = "2026-12-31" } };
  KithPersonForm form = { .id = 1, .posts = moved, .n_posts = 1, .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_person (ledger, &form);
  g_autoptr (KithLedger) after = apply_edit (edit, "Changed: Ada Marsh");
  const KithPost *post = get_row (after, KITH_TABLE_POST, 0, 2);
  g_autoptr (KithEdit) second = NULL, third = NULL, gone = NULL;
  g_autoptr (KithLedger) less = NULL, again = NULL;
  g_autofree char *before = kith_edit_dup_expertise (ledger, KITH_TABLE_PERSON, 1, TODAY);
  g_autofree char *later = NULL;
  g_autofree char *last = NULL;

  g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, 1);
  g_assert_cmpuint (post->to_date, ==, kith_date_new (2026, 12, 31));
  g_assert_cmpstr (post->title, ==, "Headteacher");
  g_assert_cmpfloat (post->days_a_year, ==, 12);
  g_assert_cmpstr (before, ==, "Phonics; EAL");

  form.posts = emptied;
  form.name = "Ada Marsh-Weir";
  form.expertise = "eal; Oracy";
  second = kith_edit_person (ledger, &form);
  less = apply_edit (second, "Changed: Ada Marsh-Weir");
  get_row (less, KITH_TABLE_POST, 0, 1);
  later = kith_edit_dup_expertise (less, KITH_TABLE_PERSON, 1, TODAY);
  g_assert_cmpstr (later, ==, "EAL; Oracy");
  /* it stays on record that she was */
  get_row (less, KITH_TABLE_EXPERTISE, 0, 5);

  form = (KithPersonForm){ .id = 1, .expertise = "EAL; Oracy; Phonics", .today = TODAY };
  third = kith_edit_person (less, &form);
  again = apply_edit (third, "Changed: Ada Marsh-Weir");
  last = kith_edit_dup_expertise (again, KITH_TABLE_PERSON, 1, TODAY);
  g_assert_cmpstr (last, ==, "Phonics; EAL; Oracy");
  get_row (again, KITH_TABLE_EXPERTISE, 0, 5); /* the end of the same day is taken back */

  form.id = 99;
  gone = kith_edit_person (ledger, &form);
  assert_problem (gone, "name", "no longer recorded");
}

static void
test_organisation (void)
{
  static const struct
  {
    KithOrganisationForm form;
    const char *field, *words;
  } cases[] = {
    { { .id = KITH_INT_NONE, .name = "" }, "name", "Give its name" },
    { { .id = KITH_INT_NONE, .name = "reading  CHARITY" }, "name", "already" },
    { { .id = 2, .name = "Reading Charity" }, "name", "already" },
    { { .id = 9, .name = "A" }, "name", "no longer recorded" },
    { { .id = KITH_INT_NONE, .name = "A", .kind = "club" }, "kind", "no kind of organisation" },
    { { .id = KITH_INT_NONE, .name = "A", .companies_house = "12" }, "company", "eight digits" },
    { { .id = KITH_INT_NONE, .name = "A", .postcode = "Wexbridge" }, "postcode", "not a postcode" },
  };
  KithOrganisationForm form = { .id = KITH_INT_NONE,
                                .name = "Weir Housing",
                                .kind = "Housing association",
                                .companies_house = "RS007123",
                                .postcode = "m1 2ab",
                                .expertise = "Attendance",
                                .today = TODAY };
  KithOrganisationForm change = { .id = 1, .name = "READING Charity", .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_organisation (ledger, &form);
  g_autoptr (KithLedger) after = apply_edit (edit, "Recorded: Weir Housing");
  const KithOrganisation *made = get_row (after, KITH_TABLE_ORGANISATION, 2, 3);
  g_autofree char *areas = kith_edit_dup_expertise (after, KITH_TABLE_ORGANISATION, 3, TODAY);
  g_autoptr (KithEdit) changed = kith_edit_organisation (ledger, &change);
  g_autoptr (KithLedger) later = apply_edit (changed, "Changed: READING Charity");

  /* its own name is no other’s */
  g_assert_cmpstr (((const KithOrganisation *)get_row (later, KITH_TABLE_ORGANISATION, 0, 2))->name,
                   ==, "READING Charity");
  g_assert_cmpstr (made->kind, ==, "housing association");
  g_assert_cmpstr (made->companies_house, ==, "RS007123");
  g_assert_cmpstr (areas, ==, "Attendance");
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithOrganisationForm wrong = cases[c].form;
      g_autoptr (KithEdit) refused = NULL;

      wrong.today = TODAY;
      refused = kith_edit_organisation (ledger, &wrong);
      assert_problem (refused, cases[c].field, cases[c].words);
    }
}

/* Whoever something rests on stays; the others go with what is theirs alone */
static void
test_remove (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) held = kith_edit_remove_person (ledger, 1);
  g_autoptr (KithEdit) free_one = kith_edit_remove_person (ledger, 3);
  g_autoptr (KithEdit) missing = kith_edit_remove_person (ledger, 9);
  g_autoptr (KithEdit) in_hub = kith_edit_remove_organisation (ledger, 1);
  g_autoptr (KithEdit) with_post = kith_edit_remove_organisation (ledger, 2);
  g_autoptr (KithLedger) after = apply_edit (free_one, "Taken out: Ada Marsh");
  g_autoptr (KithEdit) without_post = NULL;
  g_autoptr (KithLedger) last = NULL;

  /* the hub names her twice, and is one */
  assert_problem (held, "name", "Named by 2 partnerships and 1 contact,");
  assert_problem (missing, "name", "no longer recorded");
  assert_problem (in_hub, "name", "Named by 2 partnerships,");
  assert_problem (with_post, "name", "Named by 1 post,");
  g_assert_null (kith_ledger_find (after, KITH_TABLE_PERSON, 3));
  get_row (after, KITH_TABLE_POST, 0, 1);
  without_post = kith_edit_remove_organisation (after, 2);
  last = apply_edit (without_post, "Taken out: Weir College");
  get_row (last, KITH_TABLE_ORGANISATION, 0, 1);
}

static void
test_references (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (GArray) of_ada = kith_reference_list (ledger, KITH_TABLE_PERSON, 1);
  g_autoptr (GArray) of_hub = kith_reference_list (ledger, KITH_TABLE_ARRANGEMENT, 1);
  g_autoptr (GArray) of_nobody = kith_reference_list (ledger, KITH_TABLE_PERSON, 2);

  /* a post, three fields of two arrangements, one party, two areas */
  g_assert_cmpuint (of_ada->len, ==, 7);
  g_assert_cmpuint (kith_reference_count (of_ada, KITH_TABLE_ARRANGEMENT), ==, 3);
  g_assert_cmpuint (kith_reference_count (of_ada, KITH_TABLE_EXPERTISE), ==, 2);
  g_assert_cmpuint (of_hub->len, ==, 2); /* a member, a contact */
  g_assert_cmpuint (of_nobody->len, ==, 0);
}

static void
test_roster (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (GArray) people = kith_roster_list (ledger, KITH_TABLE_PERSON, TODAY);
  g_autoptr (GArray) bodies = kith_roster_list (ledger, KITH_TABLE_ORGANISATION, TODAY);
  g_autoptr (GArray) then =
      kith_roster_list (ledger, KITH_TABLE_PERSON, kith_date_new (2024, 8, 31));
  const KithRosterRow *row = &g_array_index (people, KithRosterRow, 0);

  g_assert_cmpuint (people->len, ==, 3);
  g_assert_cmpint (row[0].id, ==, 1);
  g_assert_cmpint (row[1].id, ==, 3);
  g_assert_cmpint (row[2].id, ==, 2);
  g_assert_cmpstr (row[0].what, ==, "Headteacher, Pond Street");
  g_assert_cmpfloat (row[0].days, ==, 12);
  g_assert_cmpstr (row[0].areas, ==, "Phonics; EAL");
  g_assert_cmpstr (row[0].partnerships, ==, "Larkmead EAL hub");
  g_assert_cmpuint (row[0].n_contacts, ==, 1);
  g_assert_cmpuint (row[0].last_contact, ==, kith_date_new (2026, 3, 2));
  g_assert_cmpstr (row[1].what, ==, "until 1 Sep 2024: Deputy, Weir College");
  g_assert_true (isnan (row[1].days));
  g_assert_null (row[2].what);

  row = &g_array_index (bodies, KithRosterRow, 0);
  g_assert_cmpuint (bodies->len, ==, 2);
  g_assert_cmpstr (row[0].partnerships, ==, "Larkmead EAL hub");
  g_assert_null (row[1].partnerships);

  /* before it ended, and before she was met */
  row = &g_array_index (then, KithRosterRow, 0);
  g_assert_cmpstr (row[0].partnerships, ==, "Larkmead EAL hub; Old hub");
  g_assert_cmpuint (row[0].n_contacts, ==, 0);
  g_assert_cmpstr (row[0].areas, ==, "Phonics");
  g_assert_cmpstr (row[1].what, ==, "Deputy, Weir College");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-people/a person with posts and expertise", test_new_person);
  g_test_add_func ("/edit-people/what is wrong is told of its field", test_person_problems);
  g_test_add_func ("/edit-people/what is not said stays", test_change_person);
  g_test_add_func ("/edit-people/an organisation", test_organisation);
  g_test_add_func ("/edit-people/only who holds nothing is taken out", test_remove);
  g_test_add_func ("/edit-people/every row that names a row", test_references);
  g_test_add_func ("/edit-people/who does what, on a day", test_roster);
  return g_test_run ();
}
