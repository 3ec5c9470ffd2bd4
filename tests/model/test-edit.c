/* test-edit.c: what officers change by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-edit-aside.h"
#include "kith-edit-contact.h"
#include "kith-edit-member.h"
#include "kith-edit-partnership.h"
#include "kith-edit-removal.h"
#include "kith-edit-school.h"
#include "kith-naming.h"
#include "kith-suggestions.h"
#include "ledger-plan.h"
#include "trial-edit.h"

#include <string.h>

#define TODAY kith_date_new (2026, 11, 22)

/* Two schools, one of them twice by name; a hub with a member, a trust; two people and a charity.
 */
static KithLedger *
make_ledger (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *trust = plan_arrangement (plan, "trust", "Marsh Trust");
  KithMembership *member;

  plan_school (plan, 100001, 0, 0)->name = "Willow Court School";
  plan_school (plan, 100002, 0, 0)->name = "Pond Street";
  plan_school (plan, 100003, 0, 0)->name = "St Mary’s";
  plan_school (plan, 100004, 0, 0)->name = "St Mary's";
  plan_school (plan, 100005, 0, 0)->name = "Pond Street";
  ((KithSchool *)plan_school (plan, 100006, 0, 0))->name = "Weir Lane";
  hub->code = "L1";
  trust->uid = 2044;
  member = plan_member (plan, hub, 100002);
  member->role = "member";
  member->joined = kith_date_new (2020, 1, 1);
  member->left_date = kith_date_new (2022, 1, 1);
  member = plan_member (plan, hub, 100001);
  member->role = "member";
  member = plan_member (plan, trust, 100001);
  member->role = "member";
  ((KithOrganisation *)plan_row (plan, KITH_TABLE_ORGANISATION))->name = "Reading Charity";
  ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
  return plan_end (plan);
}

static void
close_school (LedgerPlan *plan, gint64 urn)
{
  plan_school (plan, urn, 0, 0)->status = "Closed";
}

/* Naming. */

static void
test_naming (void)
{
  static const struct
  {
    const char *text;
    gint64 urn;
    const char *fault;
  } schools[] = {
    { "", KITH_INT_NONE, NULL },
    { NULL, KITH_INT_NONE, NULL },
    { "100001", 100001, NULL },
    { " willow  court school ", 100001, NULL },
    { "Willow Court School (100001)", 100001, NULL },
    { "anything (100002)", 100002, NULL },
    { "Willow Court", KITH_INT_NONE, "no school of this name" },
    { "Pond Street", KITH_INT_NONE, "Several schools" },
    { "999999", 999999, NULL }, /* outside the register */
    { "0", KITH_INT_NONE, "not a URN" },
    { "St Mary's", KITH_INT_NONE, "Several schools" }, /* two apostrophes, one name */
    { "WEIR LANE", 100006, NULL },
  };
  static const struct
  {
    const char *text;
    gint64 id;
    const char *fault;
  } arrangements[] = {
    { "l1", 1, NULL },           { "Larkmead EAL Hub", 1, NULL },
    { "2044", 2, NULL },         { "Larkmead", KITH_INT_NONE, "No arrangement" },
    { "", KITH_INT_NONE, NULL },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();

  for (guint c = 0; c < G_N_ELEMENTS (schools); c++)
    {
      gint64 urn;
      const char *fault = kith_naming_find_school (ledger, schools[c].text, &urn);

      g_assert_cmpint (urn, ==, schools[c].urn);
      g_assert_true ((fault == NULL) == (schools[c].fault == NULL));
      g_assert_true (fault == NULL || strstr (fault, schools[c].fault) != NULL);
    }
  for (guint c = 0; c < G_N_ELEMENTS (arrangements); c++)
    {
      gint64 id;
      const char *fault = kith_naming_find_arrangement (ledger, arrangements[c].text, &id);

      g_assert_cmpint (id, ==, arrangements[c].id);
      g_assert_true ((fault == NULL) == (arrangements[c].fault == NULL));
    }
  g_assert_cmpint (kith_naming_find_organisation (ledger, "READING charity"), ==, 1);
  g_assert_cmpint (kith_naming_find_person (ledger, "Ada  Marsh", NULL), ==, 1);
  g_assert_cmpint (kith_naming_find_person (ledger, "Ada", NULL), ==, KITH_INT_NONE);
}

/* Of two schools of one name the open one is meant */
static void
test_naming_open (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  gint64 urn;

  close_school (plan, 100001);
  plan_school (plan, 100002, 0, 0);
  ledger = plan_end (plan);
  g_assert_null (kith_naming_find_school (ledger, "Invented School", &urn));
  g_assert_cmpint (urn, ==, 100002);
}

/* Two arrangements of one name are told apart by what the lists offer */
static void
test_naming_alike (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  gint64 id;

  plan_arrangement (plan, "hub", "Reading");
  plan_arrangement (plan, "programme", "Reading");
  plan_arrangement (plan, "hub", "Mathematics");
  ledger = plan_end (plan);
  g_assert_nonnull (kith_naming_find_arrangement (ledger, "reading", &id));
  for (gint64 arrangement = 1; arrangement <= 3; arrangement++)
    {
      g_autofree char *text = kith_naming_dup_arrangement (ledger, arrangement);

      g_assert_null (kith_naming_find_arrangement (ledger, text, &id));
      g_assert_cmpint (id, ==, arrangement);
      g_assert_true ((strchr (text, '(') == NULL) == (arrangement == 3));
    }
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *typed;
    KithSuggestWhat what;
    const char *expected; /* one after the other, | between */
  } cases[] = {
    { "", KITH_SUGGEST_SCHOOLS, "" },
    { "will", KITH_SUGGEST_SCHOOLS, "Willow Court School (100001)" },
    { "court WILLOW", KITH_SUGGEST_SCHOOLS, "Willow Court School (100001)" },
    { "10000", KITH_SUGGEST_SCHOOLS, "Willow Court School (100001)|Pond Street (100002)" },
    { "street", KITH_SUGGEST_SCHOOLS, "Pond Street (100002)|Pond Street (100005)" },
    { "mar", KITH_SUGGEST_PEOPLE | KITH_SUGGEST_SCHOOLS, "Ada Marsh|St Mary’s (100003)" },
    { "re", KITH_SUGGEST_ORGANISATIONS | KITH_SUGGEST_SCHOOLS,
      "Reading Charity|Pond Street (100002)" },             /* begins with it, then holds it */
    { "e", KITH_SUGGEST_ARRANGEMENTS, "Larkmead EAL hub" }, /* a trust is not officers' */
  };
  g_autoptr (KithLedger) ledger = make_ledger ();

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (GPtrArray) found =
          kith_suggestions_list (ledger, cases[c].typed, cases[c].what, 2);
      g_autoptr (GString) texts = g_string_new (NULL);

      for (guint i = 0; i < found->len; i++)
        g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "",
                                ((KithSuggestion *)g_ptr_array_index (found, i))->text);
      g_assert_cmpstr (texts->str, ==, cases[c].expected);
    }
}

/* Setting aside. */

static KithAsideForm
make_aside_form (void)
{
  return (KithAsideForm){
    .urn = 100001,
    .arrangement_id = KITH_INT_NONE,
    .code = "off-the-radar",
    .title = "Off the radar",
    .basis = "red;739000",
    .reason = " visited by the diocese ",
    .until = "22/05/2027",
    .since = TODAY,
    .by = "Ben Oakes",
  };
}

static const KithSettingAside *
get_aside (KithLedger *ledger, gsize row, gsize *n)
{
  const KithSettingAside *rows = kith_ledger_get_rows (ledger, KITH_TABLE_SETTING_ASIDE, n);

  return row < *n ? &rows[row] : NULL;
}

static void
test_set_aside (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithLedger) after = NULL, later = NULL, returned = NULL, at_once = NULL;
  KithAsideForm form = make_aside_form ();
  g_autoptr (KithEdit) edit = kith_edit_set_aside (ledger, &form);
  g_autoptr (KithEdit) again = NULL, back = NULL, undone = NULL;
  const KithSettingAside *aside;
  gsize n;

  assert_good (edit, "Set aside: Off the radar, Willow Court School – visited by the diocese");
  after = kith_changeset_apply (edit->changes, 2);
  aside = get_aside (after, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (aside->urn, ==, 100001);
  g_assert_cmpint (aside->arrangement_id, ==, KITH_INT_NONE);
  g_assert_cmpstr (aside->reason, ==, "visited by the diocese");
  g_assert_cmpstr (aside->by, ==, "Ben Oakes");
  g_assert_cmpstr (aside->evidence, ==, "red;739000");
  g_assert_cmpuint (aside->until, ==, kith_date_new (2027, 5, 22));
  g_assert_false (kith_aside_runs (aside, TODAY - 1));
  g_assert_true (kith_aside_runs (aside, TODAY));
  g_assert_true (kith_aside_runs (aside, kith_date_new (2027, 5, 21)));
  g_assert_false (kith_aside_runs (aside, kith_date_new (2027, 5, 22)));

  /* set aside anew ten days later: the first ends, and stays on record */
  form.since = TODAY + 10;
  form.reason = "closes in July";
  again = kith_edit_set_aside (after, &form);
  later = kith_changeset_apply (again->changes, 3);
  g_assert_cmpuint (get_aside (later, 0, &n)->until, ==, TODAY + 10);
  g_assert_cmpuint (n, ==, 2);

  /* returned five days after that */
  back = kith_edit_return (later, 2, "Off the radar", TODAY + 15);
  assert_good (back, "Returned: Off the radar, Willow Court School");
  returned = kith_changeset_apply (back->changes, 4);
  g_assert_cmpuint (get_aside (returned, 1, &n)->until, ==, TODAY + 15);
  g_assert_cmpuint (n, ==, 2);

  /* on the day itself: it never was aside */
  undone = kith_edit_return (later, 2, "Off the radar", TODAY + 10);
  at_once = kith_changeset_apply (undone->changes, 4);
  get_aside (at_once, 0, &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_set_aside_problems (void)
{
  static const struct
  {
    const char *reason, *until, *field, *words;
  } cases[] = {
    { "", "2027-05-22", "reason", "Give the reason" },
    { "  ", "2027-05-22", "reason", "Give the reason" },
    { "so", "", "until", "Give the day" },
    { "so", "31/02/2027", "until", "not a date" },
    { "so", "2026-11-22", "until", "after 22 November 2026" },
    { "so", "2025-11-22", "until", "come back at once" },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithAsideForm form = make_aside_form ();
      g_autoptr (KithEdit) edit = NULL;

      form.reason = cases[c].reason;
      form.until = cases[c].until;
      edit = kith_edit_set_aside (ledger, &form);
      assert_problem (edit, cases[c].field, cases[c].words);
      g_assert_cmpuint (edit->problems->len, ==, 1);
    }
}

/* An arrangement's own finding */
static void
test_set_aside_arrangement (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithAsideForm form = make_aside_form ();
  g_autoptr (KithEdit) edit = NULL;
  const KithSettingAside *aside;

  form.urn = KITH_INT_NONE;
  form.arrangement_id = 1;
  form.title = "Meetings only";
  edit = kith_edit_set_aside (ledger, &form);
  assert_good (edit, "Set aside: Meetings only, Larkmead EAL hub – visited by the diocese");
  aside = kith_changeset_get (edit->changes, 0)->after;
  g_assert_cmpint (aside->arrangement_id, ==, 1);
  g_assert_cmpint (aside->urn, ==, KITH_INT_NONE);
}

static void
test_tick (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit =
      kith_edit_tick (ledger, 100001, "off-the-radar red;1", TODAY, "Ben Oakes");
  g_autoptr (KithLedger) ticked = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) again = kith_edit_tick (ticked, 100001, "odd-one-out", TODAY, "Ada Marsh");
  g_autoptr (KithLedger) twice = kith_changeset_apply (again->changes, 3);
  g_autoptr (KithEdit) off = kith_edit_untick (twice, 100001, TODAY);
  g_autoptr (KithEdit) nothing = kith_edit_untick (ledger, 100001, TODAY);
  const KithSettingAside *aside;
  gsize n;

  assert_good (edit, "Ticked off: Willow Court School");
  aside = get_aside (ticked, 0, &n);
  g_assert_cmpstr (aside->code, ==, KITH_ASIDE_WORKLIST);
  g_assert_cmpstr (aside->by, ==, "Ben Oakes");
  g_assert_cmpuint (aside->since, ==, TODAY);
  /* one tick a school */
  aside = get_aside (twice, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (aside->by, ==, "Ada Marsh");
  assert_good (off, "Back on the worklist: Willow Court School");
  g_assert_cmpuint (
      kith_changeset_count (off->changes, KITH_TABLE_SETTING_ASIDE, KITH_CHANGE_REMOVE), ==, 1);
  g_assert_cmpuint (kith_changeset_get_size (nothing->changes), ==, 0);
}

/* Contacts. */

static KithContactForm
make_contact_form (const KithPartySaid *parties, guint n)
{
  return (KithContactForm){
    .id = KITH_INT_NONE,
    .date = "2026-11-20",
    .kind = "Visit",
    .parties = parties,
    .n_parties = n,
    .officer = "Ben Oakes",
    .summary = "Walked the school",
    .today = TODAY,
  };
}

static void
test_contact (void)
{
  static const KithPartySaid parties[] = {
    { KITH_PARTY_SCHOOL, "100001", "host" },
    { KITH_PARTY_ANY, "reading charity", "visitor" },
    { KITH_PARTY_ANY, " ", NULL },
    { KITH_PARTY_ANY, "Ada Marsh", "present" },
    { KITH_PARTY_ORGANISATION, "New Body", "host" },
    { KITH_PARTY_PERSON, "Cass Reed", NULL },
    { KITH_PARTY_SCHOOL, "999999", "visitor" },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithContactForm form = make_contact_form (parties, G_N_ELEMENTS (parties));
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (KithLedger) after = NULL;
  const KithContact *contact;
  const KithContactParty *rows;
  const KithAction *action;
  gsize n;

  form.arrangement = "L1";
  form.confidential = "yes";
  form.outcome = "Will join";
  form.what = "Send the invitation";
  form.owner = "Ben Oakes";
  form.due = "1/12/2026";
  edit = kith_edit_contact (ledger, &form);
  assert_good (edit,
               "Recorded: Willow Court School, visit of 20 November 2026, and what was agreed");
  after = kith_changeset_apply (edit->changes, 2);

  contact = kith_ledger_get_rows (after, KITH_TABLE_CONTACT, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (contact->date, ==, kith_date_new (2026, 11, 20));
  g_assert_cmpstr (contact->kind, ==, "visit");
  g_assert_cmpint (contact->arrangement_id, ==, 1);
  g_assert_cmpint (contact->confidential, ==, 1);
  g_assert_cmpstr (contact->officer, ==, "Ben Oakes");
  g_assert_cmpstr (contact->outcome, ==, "Will join");

  rows = kith_ledger_get_rows (after, KITH_TABLE_CONTACT_PARTY, &n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpint (rows[0].urn, ==, 100001);
  g_assert_cmpstr (rows[0].part, ==, "host");
  g_assert_cmpint (rows[1].organisation_id, ==, 1);
  g_assert_cmpint (rows[2].person_id, ==, 1);
  g_assert_cmpint (rows[3].organisation_id, ==, 2);
  g_assert_cmpint (rows[4].person_id, ==, 2);
  g_assert_cmpint (rows[5].urn, ==, 999999);
  g_assert_nonnull (kith_ledger_find (after, KITH_TABLE_OUTSIDE_SCHOOL, 999999));

  action = kith_ledger_get_rows (after, KITH_TABLE_ACTION, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (action->urn, ==, 100001);
  g_assert_cmpint (action->contact_id, ==, contact->id);
  g_assert_cmpint (action->arrangement_id, ==, 1);
  g_assert_cmpstr (action->what, ==, "Send the invitation");
  g_assert_cmpuint (action->due, ==, kith_date_new (2026, 12, 1));
}

static void
test_contact_problems (void)
{
  static const KithPartySaid good[] = { { KITH_PARTY_SCHOOL, "100001", "host" } };
  static const KithPartySaid unknown[] = { { KITH_PARTY_ANY, "Nobody", NULL } };
  static const KithPartySaid twice[] = { { KITH_PARTY_SCHOOL, "100001", "host" },
                                         { KITH_PARTY_ANY, "Willow Court School", "present" } };
  static const KithPartySaid part[] = { { KITH_PARTY_SCHOOL, "100001", "guest" } };
  static const struct
  {
    const char *date, *kind;
    const KithPartySaid *parties;
    guint n_parties;
    const char *arrangement, *due, *field, *words;
  } cases[] = {
    { "", "visit", good, 1, NULL, NULL, "date", "Give the day" },
    { "2026-11-23", "visit", good, 1, NULL, NULL, "date", "still to come" },
    { "yesterday", "visit", good, 1, NULL, NULL, "date", "not a date" },
    { "2026-11-22", "", good, 1, NULL, NULL, "kind", "Say what it was" },
    { "2026-11-22", "chat", good, 1, NULL, NULL, "kind", "no kind of contact" },
    { "2026-11-22", "visit", NULL, 0, NULL, NULL, "party", "at least one school" },
    { "2026-11-22", "visit", unknown, 1, NULL, NULL, "party", "called “Nobody”" },
    { "2026-11-22", "visit", twice, 2, NULL, NULL, "party", "named twice" },
    { "2026-11-22", "visit", part, 1, NULL, NULL, "party", "no part in a contact" },
    { "2026-11-22", "visit", good, 1, "Pond hub", NULL, "arrangement", "No arrangement" },
    { "2026-11-22", "visit", good, 1, NULL, "soon", "due", "not a date" },
    { "2026-11-22", "visit", good, 1, NULL, "2026-12-01", "what", "what is to be done" },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithContactForm form = make_contact_form (cases[c].parties, cases[c].n_parties);
      g_autoptr (KithEdit) edit = NULL;

      form.date = cases[c].date;
      form.kind = cases[c].kind;
      form.arrangement = cases[c].arrangement;
      form.due = cases[c].due;
      edit = kith_edit_contact (ledger, &form);
      assert_problem (edit, cases[c].field, cases[c].words);
    }
}

/* The same day, kind and words, and somebody who was there both times */
static void
test_contact_twice (void)
{
  static const KithPartySaid one[] = { { KITH_PARTY_SCHOOL, "100001", "host" } };
  static const KithPartySaid other[] = { { KITH_PARTY_SCHOOL, "100002", "host" } };
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithContactForm form = make_contact_form (one, 1), elsewhere = make_contact_form (other, 1);
  g_autoptr (KithEdit) first = kith_edit_contact (ledger, &form);
  g_autoptr (KithLedger) after = kith_changeset_apply (first->changes, 2);
  g_autoptr (KithEdit) second = NULL, third = NULL, fourth = NULL;

  form.summary = "walked  THE school";
  second = kith_edit_contact (after, &form);
  assert_problem (second, "summary", "recorded already");
  form.summary = "Came back in the afternoon";
  third = kith_edit_contact (after, &form);
  g_assert_true (kith_edit_check (third, NULL));
  fourth = kith_edit_contact (after, &elsewhere);
  g_assert_true (kith_edit_check (fourth, NULL));
}

static void
test_action (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithActionForm form = { .id = KITH_INT_NONE,
                          .urn = "100001",
                          .contact_id = KITH_INT_NONE,
                          .what = "Ring the head",
                          .owner = "Ben Oakes",
                          .due = "2026-11-30",
                          .today = TODAY };
  KithActionForm done = {
    .id = 1, .contact_id = KITH_INT_NONE, .done = "2026-11-21", .today = TODAY
  };
  g_autoptr (KithEdit) edit = kith_edit_action (ledger, &form);
  g_autoptr (KithLedger) after = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) close = NULL, late = NULL, open = NULL, blank = NULL, gone = NULL;
  g_autoptr (KithLedger) closed = NULL;
  const KithAction *action;

  assert_good (edit, "Agreed: Ring the head");
  done.outcome = "She was glad";
  close = kith_edit_action (after, &done);
  assert_good (close, "Done: Ring the head");
  closed = kith_changeset_apply (close->changes, 3);
  action = kith_ledger_find (closed, KITH_TABLE_ACTION, 1);
  g_assert_cmpuint (action->done, ==, kith_date_new (2026, 11, 21));
  g_assert_cmpstr (action->owner, ==, "Ben Oakes");
  g_assert_cmpstr (action->outcome, ==, "She was glad");

  done.done = "2026-11-23";
  late = kith_edit_action (after, &done);
  assert_problem (late, "done", "still to come");
  done.done = "";
  open = kith_edit_action (closed, &done);
  assert_good (open, "To be done after all: Ring the head");
  form.what = " ";
  blank = kith_edit_action (ledger, &form);
  assert_problem (blank, "what", "to be done");
  gone = kith_edit_action (ledger, &done);
  assert_problem (gone, "action", "no longer recorded");
}

/* Enquiries and needs. */

static void
test_enquiry (void)
{
  static const struct
  {
    const char *urn, *kind, *asked, *answer, *field, *words;
  } cases[] = {
    { "", "hub", "2026-11-22", "none", "urn", "Name the school" },
    { "100001", "club", "2026-11-22", "none", "kind", "no kind of arrangement" },
    { "100001", "", "", "none", "asked", "Give the day" },
    { "100001", "", "2026-11-23", "none", "asked", "still to come" },
    { "100001", "", "2026-11-22", "perhaps", "answer", "none or some" },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithEnquiryForm form = { KITH_INT_NONE, "100001", "Hub", "2026-11-22", "", "Ben Oakes", TODAY };
  g_autoptr (KithEdit) edit = kith_edit_enquiry (ledger, &form);
  g_autoptr (KithLedger) after = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) answered = NULL;
  const KithChange *change;

  assert_good (edit, "Asked: Willow Court School about hubs – no answer yet");
  /* the answer comes the same day: one enquiry */
  form.answer = "None";
  answered = kith_edit_enquiry (after, &form);
  assert_good (answered, "Asked: Willow Court School about hubs – none");
  g_assert_cmpuint (kith_changeset_get_size (answered->changes), ==, 1);
  change = kith_changeset_get (answered->changes, 0);
  g_assert_cmpint (change->kind, ==, KITH_CHANGE_ALTER);
  g_assert_cmpstr (((const KithEnquiry *)change->after)->answer, ==, "none");

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithEnquiryForm bad = { KITH_INT_NONE,   cases[c].urn, cases[c].kind, cases[c].asked,
                              cases[c].answer, NULL,         TODAY };
      g_autoptr (KithEdit) refused = kith_edit_enquiry (ledger, &bad);

      assert_problem (refused, cases[c].field, cases[c].words);
    }
}

static void
test_need (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithNeedForm form = { KITH_INT_NONE, "100001", FALSE,        "Early reading",
                        "3",           "KS1",    "2026-11-01", TODAY };
  g_autoptr (KithEdit) edit = kith_edit_need (ledger, &form);
  g_autoptr (KithLedger) after = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) changed = NULL, strength = NULL, bad = NULL;

  assert_good (edit, "Recorded: Willow Court School needs help with Early reading");
  form.area = "early  READING";
  form.level = "0";
  changed = kith_edit_need (after, &form);
  g_assert_cmpuint (kith_changeset_count (changed->changes, KITH_TABLE_NEED, KITH_CHANGE_ALTER), ==,
                    1);
  g_assert_cmpstr (((const KithNeed *)kith_changeset_get (changed->changes, 0)->after)->level, ==,
                   "met");
  form.is_strength = TRUE;
  form.level = "5";
  strength = kith_edit_need (after, &form);
  g_assert_cmpuint (kith_changeset_count (strength->changes, KITH_TABLE_EXPERTISE, KITH_CHANGE_ADD),
                    ==, 1);
  form.level = "6";
  bad = kith_edit_need (after, &form);
  assert_problem (bad, "level", "no level");
}

/* Members. */

static void
test_add_members (void)
{
  static const KithPartySaid members[] = { { KITH_PARTY_ANY, "100003", NULL },
                                           { KITH_PARTY_ANY, "Reading Charity", NULL },
                                           { KITH_PARTY_SCHOOL, "Weir Lane", NULL },
                                           { KITH_PARTY_SCHOOL, "100002", NULL } };
  static const KithPartySaid bad[] = { { KITH_PARTY_ANY, "100001", NULL },
                                       { KITH_PARTY_ANY, "100003", NULL },
                                       { KITH_PARTY_ANY, "100003", NULL },
                                       { KITH_PARTY_ANY, "No Such School", NULL } };
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithMemberForm form = { "L1",        KITH_INT_NONE, members, G_N_ELEMENTS (members),
                          "Supported", "2026-11-22",  NULL };
  g_autoptr (KithEdit) edit = kith_edit_add_members (ledger, &form);
  g_autoptr (KithEdit) refused = NULL, group = NULL, spell = NULL, days = NULL;

  assert_good (edit, "Added: 4 members to Larkmead EAL hub");
  g_assert_cmpuint (kith_changeset_count (edit->changes, KITH_TABLE_MEMBERSHIP, KITH_CHANGE_ADD),
                    ==, 4);
  g_assert_cmpstr (((const KithMembership *)kith_changeset_get (edit->changes, 0)->after)->role, ==,
                   "supported");

  form.members = bad;
  refused = kith_edit_add_members (ledger, &form);
  assert_problem (refused, "member", "Willow Court School is a member already");
  g_assert_cmpuint (refused->problems->len, ==, 3); /* already, twice, unknown */

  form.members = &members[3];
  form.n_members = 1;
  form.joined = "2021-06-01";
  spell = kith_edit_add_members (ledger, &form);
  assert_problem (spell, "member", "was a member until 1 January 2022");
  form.joined = "2026-11-22";
  form.left = "2026-11-01";
  days = kith_edit_add_members (ledger, &form);
  assert_problem (days, "left", "before the day of joining");
  form.arrangement = "Marsh Trust";
  group = kith_edit_add_members (ledger, &form);
  assert_problem (group, "arrangement", "Get Information about Schools");
}

static void
test_end_members (void)
{
  static const gint64 hub[] = { 2 }, trust[] = { 3 }, gone[] = { 9 };
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_end_members (ledger, hub, 1, "2026-11-22");
  g_autoptr (KithEdit) blank = kith_edit_end_members (ledger, hub, 1, "");
  g_autoptr (KithEdit) group = kith_edit_end_members (ledger, trust, 1, "2026-11-22");
  g_autoptr (KithEdit) missing = kith_edit_end_members (ledger, gone, 1, "2026-11-22");
  g_autoptr (KithEdit) removed = kith_edit_remove_members (ledger, hub, 1);

  assert_good (edit, "Ended: Willow Court School in Larkmead EAL hub");
  g_assert_cmpuint (
      ((const KithMembership *)kith_changeset_get (edit->changes, 0)->after)->left_date, ==, TODAY);
  assert_problem (blank, "left", "Give the day");
  assert_problem (group, "member", "Get Information about Schools");
  assert_problem (missing, "member", "no longer recorded");
  assert_good (removed, "Taken out: Willow Court School of Larkmead EAL hub");
  g_assert_cmpuint (
      kith_changeset_count (removed->changes, KITH_TABLE_MEMBERSHIP, KITH_CHANGE_REMOVE), ==, 1);
}

static void
test_split (void)
{
  g_autoptr (GPtrArray) members = kith_edit_split_members (
      "100001, 100002\t100003\r\nPond Street, Wexbridge; 100004 \n\n ;100005");
  static const char *const expected[] = { "100001", "100002", "100003", "Pond Street, Wexbridge",
                                          "100004", "100005" };

  g_assert_cmpuint (members->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < members->len; i++)
    g_assert_cmpstr (g_ptr_array_index (members, i), ==, expected[i]);
}

/* Partnerships. */

static void
test_make_partnership (void)
{
  static const KithPartySaid members[] = { { KITH_PARTY_ANY, "100003", NULL },
                                           { KITH_PARTY_ANY, "Reading Charity", NULL } };
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithPartnershipForm form = {
    .id = KITH_INT_NONE,
    .name = " Tripod north ",
    .kind = "tripod",
    .parent = "L1",
    .lead = { KITH_PARTY_ANY, "Ada Marsh", NULL },
    .coordinator = "Cass Reed",
    .deputy = "Cass Reed",
    .starts = "1/9/2026",
    .ends = "",
    .funding = "Charity",
    .funding_ends = "2027-08-31",
    .memorandum = "31/08/2027",
    .data_sharing = "No",
    .capacity = "5",
    .members = members,
    .n_members = 2,
  };
  g_autoptr (KithEdit) edit = kith_edit_partnership (ledger, &form);
  g_autoptr (KithLedger) after = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) twin = kith_edit_partnership (after, &form);
  const KithArrangement *row;
  gsize n;

  assert_good (edit, "Made: Tripod north");
  row = kith_ledger_find (after, KITH_TABLE_ARRANGEMENT, 3);
  g_assert_cmpstr (row->name, ==, "Tripod north");
  g_assert_cmpstr (row->kind, ==, "cluster");
  g_assert_cmpint (row->parent_id, ==, 1);
  g_assert_cmpint (row->lead_person_id, ==, 1);
  g_assert_cmpint (row->coordinator_id, ==, 2);
  g_assert_cmpint (row->deputy_id, ==, 2); /* made once */
  g_assert_cmpuint (row->starts, ==, kith_date_new (2026, 9, 1));
  g_assert_cmpuint (row->ends, ==, KITH_DATE_UNKNOWN);
  g_assert_cmpstr (row->memorandum, ==, "2027-08-31");
  g_assert_cmpstr (row->data_sharing, ==, "no");
  g_assert_cmpint (row->capacity, ==, 5);
  kith_ledger_get_rows (after, KITH_TABLE_PERSON, &n);
  g_assert_cmpuint (n, ==, 2);
  kith_ledger_get_rows (after, KITH_TABLE_MEMBERSHIP, &n);
  g_assert_cmpuint (n, ==, 5);
  assert_problem (twin, "name", "of this kind and name already");
}

static void
test_partnership_problems (void)
{
  static const struct
  {
    KithPartnershipForm form;
    const char *field, *words;
  } cases[] = {
    { { .name = " ", .kind = "hub" }, "name", "Give its name" },
    { { .name = "A", .kind = "" }, "kind", "of what kind" },
    { { .name = "A", .kind = "club" }, "kind", "no kind of arrangement" },
    { { .name = "A", .kind = "hub", .parent = "nothing" }, "parent", "No arrangement" },
    { { .name = "A", .kind = "hub", .lead = { KITH_PARTY_ANY, "Nobody", NULL } },
      "lead",
      "called “Nobody”" },
    { { .name = "A", .kind = "hub", .starts = "2026-09-01", .ends = "2026-08-31" },
      "ends",
      "before the day it starts" },
    { { .name = "A", .kind = "hub", .review = "soon" }, "review", "not a date" },
    { { .name = "A", .kind = "hub", .funding_ends = "soon" }, "funding-ends", "not a date" },
    { { .name = "A", .kind = "hub", .memorandum = "perhaps" }, "memorandum", "neither yes nor no" },
    { { .name = "A", .kind = "hub", .data_sharing = "soon" }, "data-sharing", "neither yes" },
    { { .name = "A", .kind = "hub", .capacity = "-1" }, "capacity", "0 or more" },
    { { .name = "A", .kind = "hub", .capacity = "ten" }, "capacity", "whole number" },
    { { .name = "larkmead eal HUB", .kind = "hub" }, "name", "of this kind and name already" },
  };
  g_autoptr (KithLedger) ledger = make_ledger ();

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithPartnershipForm form = cases[c].form;
      g_autoptr (KithEdit) edit = NULL;

      form.id = KITH_INT_NONE;
      edit = kith_edit_partnership (ledger, &form);
      assert_problem (edit, cases[c].field, cases[c].words);
    }
}

static void
test_change_partnership (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithPartnershipForm form = { .id = 1, .review = "2027-01-01", .coordinator = "Ada Marsh" };
  KithPartnershipForm group = { .id = 2, .name = "Marsh Academies", .focus = "Reading" };
  KithPartnershipForm self = { .id = 1, .parent = "L1" };
  g_autoptr (KithEdit) edit = kith_edit_partnership (ledger, &form);
  g_autoptr (KithLedger) after = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) same = kith_edit_partnership (after, &form);
  g_autoptr (KithEdit) renamed = kith_edit_partnership (ledger, &group);
  g_autoptr (KithEdit) circle = kith_edit_partnership (ledger, &self);
  g_autoptr (KithEdit) focused = NULL;
  const KithArrangement *row = kith_ledger_find (after, KITH_TABLE_ARRANGEMENT, 1);

  assert_good (edit, "Changed: Larkmead EAL hub");
  g_assert_cmpuint (row->review, ==, kith_date_new (2027, 1, 1));
  g_assert_cmpint (row->coordinator_id, ==, 1);
  g_assert_cmpstr (row->code, ==, "L1");
  g_assert_cmpuint (kith_changeset_get_size (same->changes), ==, 0);
  assert_problem (renamed, "name", "Get Information about Schools");
  assert_problem (circle, "parent", "its own parent");
  group.name = NULL;
  focused = kith_edit_partnership (ledger, &group);
  assert_good (focused, "Changed: Marsh Trust"); /* an officer may add to it */
}

/* A school takes the lead: it leads among the members from that day on */
static void
test_hand_over (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  KithPartySaid first = { KITH_PARTY_ANY, "100002", NULL },
                second = { KITH_PARTY_ANY, "100001", NULL };
  g_autoptr (KithEdit) edit = kith_edit_hand_over (ledger, 1, &first, "2026-09-01", TODAY);
  g_autoptr (KithLedger) after = kith_changeset_apply (edit->changes, 2);
  g_autoptr (KithEdit) on = kith_edit_hand_over (after, 1, &second, "2026-11-01", TODAY);
  g_autoptr (KithLedger) later = kith_changeset_apply (on->changes, 3);
  g_autoptr (KithEdit) coming = kith_edit_hand_over (later, 1, &first, "2027-09-01", TODAY);
  g_autoptr (KithEdit) nobody = NULL;
  const KithArrangement *row = kith_ledger_find (after, KITH_TABLE_ARRANGEMENT, 1);
  const KithMembership *members;
  const KithAction *action;
  gsize n;

  assert_good (edit, "Handed over: Larkmead EAL hub to 100002 on 1 September 2026");
  g_assert_cmpint (row->lead_urn, ==, 100002);
  members = kith_ledger_get_rows (after, KITH_TABLE_MEMBERSHIP, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (members[3].role, ==, "lead");
  g_assert_cmpuint (members[3].joined, ==, kith_date_new (2026, 9, 1));

  /* 100001 was a member: its spell ends and it leads; 100002 led and is a member */
  row = kith_ledger_find (later, KITH_TABLE_ARRANGEMENT, 1);
  g_assert_cmpint (row->lead_urn, ==, 100001);
  members = kith_ledger_get_rows (later, KITH_TABLE_MEMBERSHIP, &n);
  g_assert_cmpuint (n, ==, 6);
  for (gsize i = 0; i < n; i++)
    if (members[i].arrangement_id == 1 && members[i].left_date == KITH_DATE_UNKNOWN)
      g_assert_cmpstr (members[i].role, ==, members[i].urn == 100001 ? "lead" : "member");

  /* a day to come changes nobody's lead yet */
  assert_good (coming, "To be handed over: Larkmead EAL hub to 100002 on 1 September 2027");
  g_assert_cmpuint (kith_changeset_get_size (coming->changes), ==, 1);
  action = kith_changeset_get (coming->changes, 0)->after;
  g_assert_cmpuint (action->due, ==, kith_date_new (2027, 9, 1));
  g_assert_cmpint (action->arrangement_id, ==, 1);
  first.who = " ";
  nobody = kith_edit_hand_over (ledger, 1, &first, "2026-09-01", TODAY);
  assert_problem (nobody, "lead", "who takes the lead");
}

static void
test_end_partnership (void)
{
  g_autoptr (KithLedger) ledger = make_ledger ();
  g_autoptr (KithEdit) edit = kith_edit_end_partnership (ledger, 1, "2026-11-22");
  g_autoptr (KithEdit) blank = kith_edit_end_partnership (ledger, 1, " ");
  g_autoptr (KithEdit) group = kith_edit_end_partnership (ledger, 2, "2026-11-22");
  g_autoptr (KithEdit) removed = kith_edit_remove_partnership (ledger, 1);
  g_autoptr (KithEdit) trust = kith_edit_remove_partnership (ledger, 2);

  assert_good (edit, "Ended: Larkmead EAL hub on 22 November 2026");
  assert_problem (blank, "ends", "Give the day");
  assert_problem (group, "ends", "Get Information about Schools");
  assert_good (removed, "Taken out: Larkmead EAL hub");
  g_assert_cmpuint (
      kith_changeset_count (removed->changes, KITH_TABLE_MEMBERSHIP, KITH_CHANGE_REMOVE), ==, 2);
  assert_problem (trust, "name", "cannot be taken out");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/naming/numbers, names and what cannot be told", test_naming);
  g_test_add_func ("/edit/naming/of two of one name the open one", test_naming_open);
  g_test_add_func ("/edit/naming/two alike are told apart", test_naming_alike);
  g_test_add_func ("/edit/naming/whom somebody may mean", test_suggestions);
  g_test_add_func ("/edit/aside/until a day; returned; set aside anew", test_set_aside);
  g_test_add_func ("/edit/aside/a reason and a day to come", test_set_aside_problems);
  g_test_add_func ("/edit/aside/an arrangement's finding", test_set_aside_arrangement);
  g_test_add_func ("/edit/aside/one tick a school, by whom and when", test_tick);
  g_test_add_func ("/edit/contact/parties of every kind, and what was agreed", test_contact);
  g_test_add_func ("/edit/contact/what is wrong is told beside its field", test_contact_problems);
  g_test_add_func ("/edit/contact/the same twice is told", test_contact_twice);
  g_test_add_func ("/edit/action/agreed, done, open again", test_action);
  g_test_add_func ("/edit/enquiry/asked, and answered the same day", test_enquiry);
  g_test_add_func ("/edit/need/a need and a strength", test_need);
  g_test_add_func ("/edit/member/added, all or none", test_add_members);
  g_test_add_func ("/edit/member/ended and taken out", test_end_members);
  g_test_add_func ("/edit/member/pasted URNs and names are told apart", test_split);
  g_test_add_func ("/edit/partnership/made with people and first members", test_make_partnership);
  g_test_add_func ("/edit/partnership/what is wrong is told beside its field",
                   test_partnership_problems);
  g_test_add_func ("/edit/partnership/changed; a group's own words stay", test_change_partnership);
  g_test_add_func ("/edit/partnership/the lead is handed over on a day", test_hand_over);
  g_test_add_func ("/edit/partnership/ended, or taken out", test_end_partnership);
  return g_test_run ();
}
