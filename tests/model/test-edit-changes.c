/* test-edit-changes.c: what is recorded changed, taken out, and what goes with it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-edit-contact.h"
#include "kith-edit-declared.h"
#include "kith-edit-removal.h"
#include "kith-edit-school.h"
#include "ledger-plan.h"
#include "trial-edit.h"

#include <string.h>

#define TODAY kith_date_new (2026, 11, 22)

/* A partnership with a part, a hub, two members, a contact that both Ada Marshes were at, and what
 * was agreed there; an enquiry, a need and a strength. */
static KithLedger *
make_ledger (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *whole = plan_arrangement (plan, "learning-partnership", "Marsh and Weir");
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *part = plan_arrangement (plan, "cluster", "Tripod north");
  KithContact *contact = plan_contact (plan, hub, "visit", kith_date_new (2026, 3, 2));
  KithAction *action = plan_row (plan, KITH_TABLE_ACTION);
  KithSettingAside *aside = plan_row (plan, KITH_TABLE_SETTING_ASIDE);
  KithEnquiry *enquiry;
  KithNeed *need;
  KithExpertise *strength;

  plan_school (plan, 100001, 0, 0)->name = "Willow Court School";
  plan_school (plan, 100002, 0, 0)->name = "Pond Street";
  ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
  ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
  ((KithOrganisation *)plan_row (plan, KITH_TABLE_ORGANISATION))->name = "Reading Charity";
  hub->parent_id = whole->id;
  part->parent_id = hub->id;
  plan_member (plan, hub, 100001)->role = "member";
  plan_member (plan, hub, 100002)->role = "member";
  contact->summary = "Walked the school";
  contact->officer = "Ben Oakes";
  plan_party (plan, contact, 100001)->part = "host";
  plan_party (plan, contact, KITH_INT_NONE)->person_id = 1;
  plan_party (plan, contact, KITH_INT_NONE)->person_id = 2;
  action->what = "Ring the head";
  action->contact_id = contact->id;
  action->arrangement_id = hub->id;
  aside->arrangement_id = hub->id;
  aside->code = "paper-agreement";
  aside->reason = "so";
  for (guint i = 0; i < 2; i++)
    {
      enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);
      enquiry->urn = 100001;
      enquiry->asked = kith_date_new (2026, 3, 2 + i);
      enquiry->answer = "none";
      need = plan_row (plan, KITH_TABLE_NEED);
      need->urn = 100001;
      need->area = "Early reading";
      need->level = "3";
      need->date = kith_date_new (2026, 3, 2 + i);
    }
  strength = plan_row (plan, KITH_TABLE_EXPERTISE);
  strength->urn = 100002;
  strength->area = "Early reading";
  strength->evidence = "KS1";
  return plan_end (plan);
}

/* Only what is said changes; the parties that are named take the place of those that were */
static void
test_contact (void)
{
  static const KithPartySaid parties[] = {
    { KITH_PARTY_SCHOOL, "Willow Court School (100001)", "visitor" },
    { KITH_PARTY_PERSON, "Ada Marsh", NULL, 2 },
    { KITH_PARTY_ORGANISATION, "Reading Charity", "present", 1 },
  };
  KithContactForm form = { .id = 1, .outcome = "Will join", .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_contact (ledger, &form);
  g_autoptr (KithLedger) after =
      apply_edit (edit, "Changed: Willow Court School, visit of 2 March 2026");
  const KithContact *contact = get_row (after, KITH_TABLE_CONTACT, 0, 1);
  const KithContactParty *party;
  g_autoptr (KithEdit) second = NULL, bare = NULL, gone = NULL;
  g_autoptr (KithLedger) later = NULL;

  g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, 1);
  g_assert_cmpstr (contact->outcome, ==, "Will join");
  g_assert_cmpstr (contact->summary, ==, "Walked the school");
  g_assert_cmpint (contact->arrangement_id, ==, 2);

  form.kind = "meeting";
  form.arrangement = "";
  form.parties = parties;
  form.n_parties = G_N_ELEMENTS (parties);
  second = kith_edit_contact (after, &form);
  later = apply_edit (second, "Changed: Willow Court School, meeting of 2 March 2026");
  contact = get_row (later, KITH_TABLE_CONTACT, 0, 1);
  g_assert_cmpint (contact->arrangement_id, ==, KITH_INT_NONE);
  party = get_row (later, KITH_TABLE_CONTACT_PARTY, 0, 3);
  g_assert_cmpint (party[0].id, ==, 3); /* the second Ada Marsh, in her own row */
  g_assert_cmpint (party[0].person_id, ==, 2);
  g_assert_cmpstr (party[1].part, ==, "visitor");
  g_assert_cmpint (party[2].organisation_id, ==, 1);

  form.kind = "";
  bare = kith_edit_contact (ledger, &form);
  assert_problem (bare, "kind", "Say what it was");
  form.id = 9;
  gone = kith_edit_contact (ledger, &form);
  assert_problem (gone, "contact", "somebody has taken it out");
}

static void
test_school_records (void)
{
  KithEnquiryForm asked = { .id = 1, .answer = "some", .today = TODAY };
  KithNeedForm need = { .id = 1, .level = "met", .today = TODAY };
  KithNeedForm strength = { .id = 1, .is_strength = TRUE, .area = "Phonics", .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_enquiry (ledger, &asked);
  g_autoptr (KithLedger) after = apply_edit (
      edit, "Changed: Willow Court School was asked about every kind of partnership – some");
  g_autoptr (KithEdit) met = kith_edit_need (ledger, &need);
  g_autoptr (KithLedger) without =
      apply_edit (met, "Changed: what Willow Court School needs help with: Early reading");
  g_autoptr (KithEdit) strong = kith_edit_need (ledger, &strength);
  g_autoptr (KithLedger) with =
      apply_edit (strong, "Changed: what Pond Street is strong at: Phonics");
  g_autoptr (KithEdit) twice = NULL, same = NULL, gone = NULL, lost = NULL;

  g_assert_cmpstr (((const KithEnquiry *)get_row (after, KITH_TABLE_ENQUIRY, 0, 2))->answer, ==,
                   "some");
  g_assert_cmpstr (((const KithNeed *)get_row (without, KITH_TABLE_NEED, 0, 2))->level, ==, "met");
  g_assert_cmpuint (((const KithNeed *)get_row (without, KITH_TABLE_NEED, 0, 2))->date, ==,
                    kith_date_new (2026, 3, 2));
  g_assert_cmpstr (((const KithExpertise *)get_row (with, KITH_TABLE_EXPERTISE, 0, 1))->evidence,
                   ==, "KS1");
  asked.asked = "2026-03-03";
  twice = kith_edit_enquiry (ledger, &asked);
  assert_problem (twice, "asked", "on that day already");
  need.date = "2026-03-03";
  same = kith_edit_need (ledger, &need);
  assert_problem (same, "area", "of that day already");
  asked.id = need.id = 9;
  gone = kith_edit_enquiry (ledger, &asked);
  assert_problem (gone, "enquiry", "somebody has taken it out");
  lost = kith_edit_need (ledger, &need);
  assert_problem (lost, "need", "somebody has taken it out");
}

/* Each in words, and nothing else with it but a contact's parties */
static void
test_remove_records (void)
{
  static const struct
  {
    KithTable table;
    gint64 id;
    const char *what;
    guint n_changes;
  } cases[] = {
    { KITH_TABLE_CONTACT, 1, "Taken out: Willow Court School, visit of 2 March 2026", 5 },
    { KITH_TABLE_ACTION, 1, "Taken out: Ring the head", 1 },
    { KITH_TABLE_ENQUIRY, 2, "Taken out: Willow Court School: asked on 3 March 2026", 1 },
    { KITH_TABLE_NEED, 1, "Taken out: Willow Court School: Early reading", 1 },
    { KITH_TABLE_EXPERTISE, 1, "Taken out: Pond Street: Early reading", 1 },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) missing = kith_edit_remove_record (ledger, KITH_TABLE_CONTACT, 9);

  assert_problem (missing, "id", "somebody has taken it out already");
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithEdit) edit = kith_edit_remove_record (ledger, cases[c].table, cases[c].id);
      g_autoptr (KithLedger) after = apply_edit (edit, cases[c].what);

      g_assert_null (kith_ledger_find (after, cases[c].table, cases[c].id));
      g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, cases[c].n_changes);
      if (cases[c].table == KITH_TABLE_CONTACT)
        {
          const KithAction *action = get_row (after, KITH_TABLE_ACTION, 0, 1);

          g_assert_cmpint (action->contact_id, ==, KITH_INT_NONE);
          g_assert_cmpint (action->arrangement_id, ==, 2);
          get_row (after, KITH_TABLE_CONTACT_PARTY, 0, 0);
        }
    }
}

static void
test_interest (void)
{
  static const struct
  {
    KithInterestForm form;
    const char *field, *words;
  } cases[] = {
    { { .id = KITH_INT_NONE, .who = { KITH_PARTY_ANY, "Ada Marsh", NULL } },
      "what",
      "what the interest is" },
    { { .id = KITH_INT_NONE, .what = "Governor" }, "who", "whose interest" },
    { { .id = KITH_INT_NONE, .what = "Governor", .who = { KITH_PARTY_ANY, "Nobody", NULL } },
      "who",
      "“Nobody”" },
    { { .id = KITH_INT_NONE,
        .what = "Governor",
        .who = { KITH_PARTY_ANY, "Ada Marsh", NULL },
        .urn = "Nowhere" },
      "urn",
      "no school" },
    { { .id = KITH_INT_NONE,
        .what = "Governor",
        .who = { KITH_PARTY_ANY, "Ada Marsh", NULL },
        .declared = "2026-11-01",
        .resolved = "2026-10-31" },
      "resolved",
      "before the day" },
    { { .id = KITH_INT_NONE,
        .what = "Governor",
        .who = { KITH_PARTY_ANY, "Ada Marsh", NULL },
        .declared = "2026-11-23" },
      "declared",
      "still to come" },
    { { .id = 9 }, "interest", "somebody has taken it out" },
  };
  KithInterestForm form = { .id = KITH_INT_NONE,
                            .urn = "100001",
                            .who = { KITH_PARTY_ANY, "reading charity", NULL },
                            .what = "Pays the co-ordinator",
                            .declared = "1/11/2026",
                            .today = TODAY };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_interest (ledger, &form);
  g_autoptr (KithLedger) after = apply_edit (edit, "Declared: Pays the co-ordinator");
  const KithInterest *row = get_row (after, KITH_TABLE_INTEREST, 0, 1);
  KithInterestForm over = { .id = 1, .resolved = "2026-11-20", .today = TODAY };
  g_autoptr (KithEdit) resolved = kith_edit_interest (after, &over);
  g_autoptr (KithLedger) later = apply_edit (resolved, "Changed: Pays the co-ordinator");
  g_autoptr (KithEdit) removed = kith_edit_remove_record (after, KITH_TABLE_INTEREST, 1);
  g_autoptr (KithLedger) last =
      apply_edit (removed, "Taken out: Willow Court School: Pays the co-ordinator");

  g_assert_cmpint (row->urn, ==, 100001);
  g_assert_cmpint (row->organisation_id, ==, 1);
  g_assert_cmpint (row->person_id, ==, KITH_INT_NONE);
  row = get_row (later, KITH_TABLE_INTEREST, 0, 1);
  g_assert_cmpuint (row->declared, ==, kith_date_new (2026, 11, 1));
  g_assert_cmpuint (row->resolved, ==, kith_date_new (2026, 11, 20));
  get_row (last, KITH_TABLE_INTEREST, 0, 0);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithInterestForm wrong = cases[c].form;
      g_autoptr (KithEdit) refused = NULL;

      wrong.today = TODAY;
      refused = kith_edit_interest (ledger, &wrong);
      assert_problem (refused, cases[c].field, cases[c].words);
    }
}

/* Of a pair there is one word, whichever way round it is said */
static void
test_rivalry (void)
{
  KithRivalryForm form = { "100002", "Willow Court School", FALSE, "Same bus" };
  KithRivalryForm back = { "100001", "100002", TRUE, NULL };
  KithRivalryForm self = { "100001", "Willow Court School", FALSE, NULL };
  KithRivalryForm nobody = { "100001", "", FALSE, NULL };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_rivalry (ledger, &form);
  g_autoptr (KithLedger) after =
      apply_edit (edit, "Declared rivals: Pond Street and Willow Court School");
  const KithRivalry *row = get_row (after, KITH_TABLE_RIVALRY, 0, 1);
  g_autoptr (KithEdit) struck = kith_edit_rivalry (after, &back);
  g_autoptr (KithLedger) later =
      apply_edit (struck, "Declared no rivals: Willow Court School and Pond Street");
  g_autoptr (KithEdit) same = kith_edit_rivalry (ledger, &self);
  g_autoptr (KithEdit) none = kith_edit_rivalry (ledger, &nobody);

  g_assert_cmpint (row->urn, ==, 100001);
  g_assert_cmpint (row->other_urn, ==, 100002);
  g_assert_cmpstr (row->decision, ==, "rivals");
  row = get_row (later, KITH_TABLE_RIVALRY, 0, 1);
  g_assert_cmpstr (row->decision, ==, "struck-out");
  g_assert_cmpstr (row->reason, ==, "Same bus");
  assert_problem (same, "other", "no rival of itself");
  assert_problem (none, "other", "Name the school");
}

static void
test_catchment (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_catchment (ledger, KITH_INT_NONE, "100001", "Marsh side");
  g_autoptr (KithLedger) after =
      apply_edit (edit, "In the catchment Marsh side: Willow Court School");
  g_autoptr (KithEdit) second = kith_edit_catchment (after, KITH_INT_NONE, "100002", "marsh SIDE");
  g_autoptr (KithLedger) both = apply_edit (second, "In the catchment Marsh side: Pond Street");
  g_autoptr (KithEdit) again = kith_edit_catchment (both, KITH_INT_NONE, "100002", "Marsh side");
  g_autoptr (KithEdit) blank = kith_edit_catchment (ledger, KITH_INT_NONE, "100001", " ");
  const KithCatchment *row = get_row (both, KITH_TABLE_CATCHMENT, 1, 2);

  g_assert_cmpstr (row->name, ==, "Marsh side");
  {
    g_autoptr (KithEdit) renamed = kith_edit_catchment (both, 2, "100002", "Weir side");
    g_autoptr (KithEdit) gone = kith_edit_catchment (both, 9, "100002", "Weir side");
    g_autoptr (KithLedger) other = apply_edit (renamed, "In the catchment Weir side: Pond Street");

    row = get_row (other, KITH_TABLE_CATCHMENT, 1, 2);
    g_assert_cmpstr (row->name, ==, "Weir side");
    assert_problem (gone, "catchment", "somebody has taken it out");
  }
  assert_problem (again, "name", "already");
  assert_problem (blank, "name", "Name the catchment");
}

/* Its members go; what happened stays; its parts are taken over */
static void
test_remove_partnership (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autofree char *goes = kith_edit_dup_what_goes (ledger, 2);
  g_autofree char *nothing = kith_edit_dup_what_goes (ledger, 3);
  g_autoptr (KithEdit) edit = kith_edit_remove_partnership (ledger, 2);
  g_autoptr (KithEdit) missing = kith_edit_remove_partnership (ledger, 9);
  g_autoptr (KithLedger) after = apply_edit (edit, "Taken out: Larkmead EAL hub");
  const KithArrangement *part = get_row (after, KITH_TABLE_ARRANGEMENT, 1, 2);

  g_assert_cmpstr (
      goes, ==,
      "With it go 2 memberships and 1 finding set aside. On record, but under no "
      "partnership, stay 1 contact and 1 action. What it is part of takes over 1 part.");
  g_assert_null (nothing);
  assert_problem (missing, "name", "no longer recorded");
  g_assert_cmpstr (part->name, ==, "Tripod north");
  g_assert_cmpint (part->parent_id, ==, 1);
  get_row (after, KITH_TABLE_MEMBERSHIP, 0, 0);
  get_row (after, KITH_TABLE_SETTING_ASIDE, 0, 0);
  g_assert_cmpint (((const KithContact *)get_row (after, KITH_TABLE_CONTACT, 0, 1))->arrangement_id,
                   ==, KITH_INT_NONE);
  g_assert_cmpint (((const KithAction *)get_row (after, KITH_TABLE_ACTION, 0, 1))->arrangement_id,
                   ==, KITH_INT_NONE);
  g_assert_cmpint (((const KithAction *)get_row (after, KITH_TABLE_ACTION, 0, 1))->contact_id, ==,
                   1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-changes/a contact and who took part", test_contact);
  g_test_add_func ("/edit-changes/enquiries, needs and strengths", test_school_records);
  g_test_add_func ("/edit-changes/records are taken out", test_remove_records);
  g_test_add_func ("/edit-changes/an interest is declared and resolved", test_interest);
  g_test_add_func ("/edit-changes/rivals, one word a pair", test_rivalry);
  g_test_add_func ("/edit-changes/a catchment that schools share", test_catchment);
  g_test_add_func ("/edit-changes/a partnership and what goes with it", test_remove_partnership);
  return g_test_run ();
}
