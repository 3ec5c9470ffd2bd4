/* briefing-register.c: a small register with much in it that not everybody may see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "briefing-register.h"

#include "ledger-plan.h"

/* Officers, partners, commissioner, public. */
const BriefingSecret briefing_secrets[] = {
  /* alone runs the zone: findings name her */
  { "Beatrix Quillfeather", { TRUE, TRUE, FALSE, FALSE } },
  { "Quillfeather", { TRUE, TRUE, FALSE, FALSE } },
  { "beatrix@example.org", { FALSE, FALSE, FALSE, FALSE } },
  /* owns actions, took part in contacts, set something aside */
  { "Ambrose Tindlewick", { TRUE, TRUE, FALSE, FALSE } },
  { "Tindlewick", { TRUE, TRUE, FALSE, FALSE } },
  /* named in an officer's words, and in no table */
  { "Harkaway", { TRUE, TRUE, FALSE, FALSE } },
  /* of a contact in confidence, and agreed at it */
  { "head is about to resign", { FALSE, FALSE, FALSE, FALSE } },
  { "settle the grievance", { TRUE, FALSE, FALSE, FALSE } },
  /* what an action is, and what came of one */
  { "Arrange a maths visit", { TRUE, TRUE, FALSE, FALSE } },
  { "Maths visit went well", { TRUE, TRUE, FALSE, FALSE } },
  /* why a finding is set aside */
  { "the diocese has been", { TRUE, FALSE, FALSE, FALSE } },
  { "Set aside", { TRUE, FALSE, FALSE, FALSE } },
  /* of findings school by school */
  { "What would clear it", { TRUE, TRUE, TRUE, FALSE } },
  { "Hangs by a thread: school by school", { TRUE, TRUE, TRUE, FALSE } },
  { "Act now", { TRUE, TRUE, TRUE, TRUE } },
  { "St Aldhelm’s Primary School", { TRUE, TRUE, TRUE, TRUE } },
  { "Wexbridge zone", { TRUE, TRUE, TRUE, TRUE } },
};
const guint n_briefing_secrets = G_N_ELEMENTS (briefing_secrets);

static const char *const names[BRIEFING_SCHOOLS] = {
  "St Aldhelm’s Primary School",
  "Pond Street Primary School",
  "Willow Court Infant School",
  "Longacre Primary School",
  "Larkmead School",
  "Marsh & Moor <Primary> School",
  "Moorside Primary School",
  "Chantry Field School",
  "Elm Tree Primary School",
  "Foxhill Primary School",
};

static void
add_people (LedgerPlan *plan, KithArrangement *zone)
{
  KithPerson *runner = plan_row (plan, KITH_TABLE_PERSON);
  KithPerson *deputy = plan_row (plan, KITH_TABLE_PERSON);
  KithPost *post = plan_row (plan, KITH_TABLE_POST);

  runner->name = "Beatrix Quillfeather";
  runner->email = "beatrix@example.org";
  deputy->name = "Ambrose Tindlewick";
  post->person_id = runner->id;
  post->title = "co-ordinator";
  post->urn = BRIEFING_FIRST + 4;
  zone->coordinator_id = runner->id;
}

static void
add_contacts (LedgerPlan *plan, KithArrangement *hub)
{
  KithContact *visit = plan_contact (plan, hub, "visit", kith_date_new (2026, 6, 3));
  KithContact *confided = plan_contact (plan, NULL, "meeting", kith_date_new (2026, 7, 1));
  KithAction *action;

  visit->officer = "Ambrose Tindlewick";
  plan_party (plan, visit, BRIEFING_FIRST)->part = "host";
  plan_party (plan, visit, BRIEFING_FIRST + 1)->part = "visitor";
  confided->officer = "Ambrose Tindlewick";
  confided->confidential = 1;
  confided->summary = "The head is about to resign.";
  plan_party (plan, confided, BRIEFING_FIRST + 2);

  action = plan_row (plan, KITH_TABLE_ACTION);
  action->urn = BRIEFING_FIRST + 2;
  action->contact_id = confided->id;
  action->what = "Help to settle the grievance";
  action->owner = "Ambrose Tindlewick";
  action->due = kith_date_new (2026, 9, 1);
  action = plan_row (plan, KITH_TABLE_ACTION);
  action->urn = BRIEFING_FIRST;
  action->what = "Arrange a maths visit with Mrs Harkaway and Quillfeather";
  action->owner = "Ambrose Tindlewick";
  action->due = kith_date_new (2026, 10, 1);
  action = plan_row (plan, KITH_TABLE_ACTION);
  action->urn = BRIEFING_FIRST + 1;
  action->what = "Arrange a maths visit";
  action->done = kith_date_new (2026, 5, 1);
  action->outcome = "Maths visit went well";
}

static void
add_partnerships (LedgerPlan *plan)
{
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *zone = plan_arrangement (plan, "zone", "Wexbridge zone");

  for (guint s = 0; s < 4; s++)
    plan_member (plan, hub, BRIEFING_FIRST + s)->joined = kith_date_new (2026, 1, 10);
  for (guint s = 4; s < 7; s++)
    plan_member (plan, zone, BRIEFING_FIRST + s)->joined = kith_date_new (2026, 1, 10);
  hub->funding = "Opportunity fund";
  hub->funding_ends = kith_date_new (2026, 12, 31);
  add_people (plan, zone);
  add_contacts (plan, hub);
}

/* Seven of Foxhill's neighbours are in something that it is not in, or nobody has asked it: its
   finding is set aside. The last school has no place. */
KithRoll *
draw_up_briefing_register (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (GError) error = NULL;
  KithAuthority *authority = plan_row (plan, KITH_TABLE_AUTHORITY);
  KithSettingAside *aside = plan_row (plan, KITH_TABLE_SETTING_ASIDE);
  KithInspection *inspection = plan_row (plan, KITH_TABLE_INSPECTION);
  KithRoll *roll;

  authority->code = 850;
  authority->name = "Wexbridge";
  for (guint s = 0; s < BRIEFING_SCHOOLS; s++)
    plan_school (plan, BRIEFING_FIRST + s, 400000 + 900.0 * s, 200000)->name = names[s];
  plan_school (plan, BRIEFING_FIRST + BRIEFING_SCHOOLS, NAN, NAN)->name = "Unplaced School";
  add_partnerships (plan);
  plan_source (plan, "establishments")->dated = kith_date_new (2026, 9, 1);
  inspection->urn = BRIEFING_FIRST + 2;
  inspection->scheme = "single-grade";
  inspection->area = "Overall effectiveness";
  inspection->grade = "Inadequate";
  inspection->date = kith_date_new (2024, 3, 1);
  aside->urn = BRIEFING_FIRST + 9;
  aside->code = "no-live-link";
  aside->reason = "Ambrose Tindlewick says the diocese has been";
  aside->by = "Ambrose Tindlewick";
  aside->since = kith_date_new (2026, 9, 1);
  aside->until = kith_date_new (2027, 9, 1);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, BRIEFING_DAY, NULL, &error);
  g_assert_no_error (error);
  roll = kith_roll_new (network, NULL, &error);
  g_assert_no_error (error);
  return roll;
}
