/* test-chronicle.c: the dated story of one school, and that the roll agrees with it day by day
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-chronicle.h"
#include "random-register.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

static KithChronicle *
tell (KithLedger *ledger, KithDate as_at, gint64 urn)
{
  g_autoptr (KithRoll) roll = call_roll (ledger, as_at);
  g_autoptr (GError) error = NULL;
  KithChronicle *story = kith_chronicle_new (roll, urn, NULL, &error);

  g_assert_no_error (error);
  return story;
}

/* "2024-02-03 joined: Joined Fen hub.", a line each */
static char *
describe (const KithChronicle *story)
{
  GString *text = g_string_new (NULL);
  char day[KITH_DATE_TEXT_SIZE + 8];

  for (guint e = 0; e < story->n_events; e++)
    {
      const KithEvent *event = &story->events[e];

      g_string_append_printf (
          text, "%s %s: %s\n",
          event->day == KITH_DATE_UNKNOWN ? "-" : kith_date_format (event->day, KITH_DATE_ISO, day),
          kith_event_get_key (event->kind), event->words);
    }
  return g_string_free (text, FALSE);
}

static void
add_visit (LedgerPlan *plan, KithArrangement *under, gint64 urn, KithDate day)
{
  KithContact *contact = plan_contact (plan, under, "visit", day);

  contact->officer = "J Wren";
  plan_party (plan, contact, urn);
}

static void
add_link (LedgerPlan *plan, gint64 urn, gint64 other, const char *kind, KithDate day)
{
  KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

  link->urn = urn;
  link->link_urn = other;
  link->kind = kind;
  link->date = day;
}

/* Oakfield was a community school, became an academy, changed its trust, was in a hub that it
   did not come to any more, and was met twice with more than a year between. */
static KithLedger *
make_past (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *ash = plan_arrangement (plan, "trust", "Ash Trust");
  KithArrangement *birch = plan_arrangement (plan, "trust", "Birch Trust");
  KithArrangement *hub = plan_arrangement (plan, "hub", "Fen hub");
  KithArrangement *group = plan_arrangement (plan, "research-group", "Reading group");
  KithSchool *academy = plan_school (plan, 100001, 0, 0);
  KithSchool *before = plan_school (plan, 100002, 0, 0);
  KithMembership *member;
  KithEnquiry *enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);

  academy->name = "Oakfield Academy";
  academy->type_group = "Academies";
  academy->opened = kith_date_new (2023, 9, 1);
  before->name = "Oakfield Primary School";
  before->status = "Closed";
  before->closed = kith_date_new (2023, 8, 31);
  add_link (plan, 100001, 100002, "Predecessor", kith_date_new (2023, 9, 1));
  add_link (plan, 100002, 100001, "Successor", KITH_DATE_UNKNOWN);
  plan_school (plan, 100003, 0, 0)->name = "Pond Street";
  plan_member (plan, ash, 100001)->joined = kith_date_new (2023, 9, 1);
  member = plan_member (plan, birch, 100001);
  member->joined = kith_date_new (2025, 1, 1);
  plan_member (plan, birch, 100003)->joined = kith_date_new (2023, 9, 1);
  member = plan_member (plan, ash, 100003);
  member->joined = kith_date_new (2020, 9, 1);
  member->left_after = kith_date_new (2023, 6, 1);
  member->left_date = kith_date_new (2023, 9, 1);
  member = plan_member (plan, plan_arrangement (plan, "federation", "Two Rivers"), 100003);
  member->left_after = kith_date_new (2024, 6, 1);
  member->left_date = kith_date_new (2024, 9, 1);
  plan_member (plan, plan_arrangement (plan, "sponsor", "Ash Trust"), 100003)->joined =
      kith_date_new (2022, 9, 1);
  /* live for 730 days, until 1 October 2025 */
  member = plan_member (plan, hub, 100001);
  member->joined = kith_date_new (2023, 10, 2);
  member->role = "lead";
  plan_contact (plan, hub, "meeting", kith_date_new (2024, 1, 15));
  group->starts = kith_date_new (2024, 2, 3);
  group->ends = kith_date_new (2024, 7, 1);
  plan_member (plan, group, 100001);
  add_visit (plan, NULL, 100001, kith_date_new (2024, 3, 4));
  add_visit (plan, NULL, 100001, kith_date_new (2026, 2, 2));
  *enquiry = (KithEnquiry){ enquiry->id, 100001, "pairing",    kith_date_new (2026, 2, 3),
                            "none",      NULL,   KITH_INT_NONE };
  return plan_end (plan);
}

static void
test_past (void)
{
  g_autoptr (KithLedger) ledger = make_past ();
  g_autoptr (KithChronicle) story = tell (ledger, REVIEW, 100001);
  g_autofree char *text = describe (story);
  /* Silence: from 4 March 2024 to 10 April 2025 are 402 days, less 41 of one summer 361; to 15
     May 2025 437, less 41. To 2 February 2026 700, less two summers 618. */
  static const char expected[] =
      "2023-08-31 followed: Oakfield Primary School (URN 100002), which it follows, closed.\n"
      "2023-09-01 opened: The school opened.\n"
      "2023-09-01 followed: Became an academy; it was Oakfield Primary School (URN 100002) "
      "before.\n"
      "2023-09-01 joined: Joined Ash Trust.\n"
      "2023-09-01 finding-began: No live link (ask). Nobody has asked Oakfield Academy about its "
      "other partnerships.\n"
      "2023-09-01 finding-began: Off the radar (ask). No contact from outside its trust is "
      "recorded for Oakfield Academy.\n"
      "2023-10-02 joined: Joined Fen hub as lead.\n"
      "2024-02-03 began: Reading group, which it was in, began.\n"
      "2024-03-04 met: The first contact on record with somebody from outside.\n"
      "2024-03-04 finding-ended: No longer so: Off the radar (ask).\n"
      "2024-07-01 ended: Reading group, which it was in, ended.\n"
      "2025-01-01 trust-changed: Changed trust, from Ash Trust to Birch Trust.\n"
      "2025-01-01 finding-began: One affiliation (ask). The one school that works with Oakfield "
      "Academy does so through Birch Trust alone. Nobody has asked about other links.\n"
      "2025-01-01 finding-ended: No longer so: No live link (ask).\n"
      "2025-04-10 finding-began: Off the radar (amber). Oakfield Academy was last met on 4 March "
      "2024, 361 counted days ago. Too few contacts to know what is usual; 180 days are taken.\n"
      "2025-05-15 finding-changed: Off the radar: amber before, red now. Oakfield Academy was "
      "last met on 4 March 2024, 396 counted days ago. Too few contacts to know what is usual; "
      "180 days are taken.\n"
      "2025-10-02 faded: Its link to Fen hub faded: nothing on record since 2 October 2023.\n"
      "2026-02-02 met: Met again, after 618 counted days without a contact.\n"
      "2026-02-02 finding-ended: No longer so: Off the radar (red).\n"
      "2026-02-03 asked: Asked about pairings: none.\n"
      "2026-02-03 finding-changed: One affiliation: ask before, amber now. The one school that "
      "works with Oakfield Academy does so through Birch Trust alone. Asked about pairings, it "
      "named no other.\n";

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (story->from, ==, kith_date_new (2023, 9, 1));
}

/* What lies after the date is not told, and what was before two files says so */
static void
test_until (void)
{
  g_autoptr (KithLedger) ledger = make_past ();
  g_autoptr (KithChronicle) early = tell (ledger, kith_date_new (2024, 3, 3), 100001);
  g_autoptr (KithChronicle) other = tell (ledger, REVIEW, 100003);
  g_autofree char *text = describe (early), *other_text = describe (other);

  g_assert_nonnull (strstr (text, "2024-02-03 began"));
  g_assert_null (strstr (text, "2024-03-04"));
  g_assert_null (strstr (text, "ended"));
  g_assert_nonnull (strstr (other_text, "2023-09-01 trust-changed: Changed trust, from Ash Trust "
                                        "to Birch Trust.\n"));
  g_assert_null (strstr (other_text, "Left Ash Trust")); /* the change tells it */
  g_assert_nonnull (strstr (other_text, "2024-09-01 left: Left Two Rivers, between 1 June 2024 and "
                                        "1 September 2024.\n"));
  g_assert_nonnull (strstr (other_text, "2022-09-01 joined: Joined Ash Trust (sponsor).\n"));
  for (guint e = 0; e < other->n_events; e++)
    if (other->events[e].kind == KITH_EVENT_LEFT)
      g_assert_cmpuint (other->events[e].after, ==, kith_date_new (2024, 6, 1));
  /* what held already on the day that findings begin */
  g_assert_nonnull (strstr (other_text, "2021-03-01 finding-began: Off the radar (ask), on this "
                                        "day or before."));
}

static void
test_aside (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithChronicle) story = NULL;
  g_autofree char *text = NULL;
  KithSettingAside *aside = plan_row (plan, KITH_TABLE_SETTING_ASIDE);

  plan_school (plan, 100001, 0, 0)->opened = kith_date_new (2025, 9, 1);
  aside->urn = 100001;
  aside->code = "no-live-link";
  aside->reason = "Its head is new.";
  aside->since = kith_date_new (2025, 10, 6);
  aside->until = kith_date_new (2026, 1, 7);
  ledger = plan_end (plan);
  story = tell (ledger, REVIEW, 100001);
  text = describe (story);
  g_assert_nonnull (
      strstr (text, "2025-10-06 set-aside: Set aside: No live link (ask). Its head is new.\n"));
  g_assert_nonnull (strstr (text, "2026-01-07 returned: No live link (ask) is no longer set aside. "
                                  "Nobody has asked Invented School about its partnerships.\n"));
}

/* Nothing dated, nothing named, round in circles */
static void
test_blank (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  KithArrangement *closed = plan_arrangement (plan, "hub", NULL);

  closed->status = "closed";
  for (guint i = 0; i < 3; i++)
    {
      KithSchool *school = plan_school (plan, 100001 + i, NAN, NAN);

      school->name = NULL;
      school->trusts = i < 2 ? "Ash Trust" : NULL;
      add_link (plan, school->urn, 100001 + (i + 1) % 3, i == 2 ? "Predecessor" : "Successor",
                KITH_DATE_UNKNOWN);
      add_link (plan, school->urn, school->urn, "Successor", KITH_DATE_UNKNOWN);
      plan_member (plan, closed, school->urn);
      plan_member (plan, plan_arrangement (plan, "pairing", "A pairing"), school->urn);
    }
  plan_contact (plan, NULL, NULL, KITH_DATE_UNKNOWN);
  plan_row (plan, KITH_TABLE_ENQUIRY);
  plan_row (plan, KITH_TABLE_SCHOOL_LINK);
  ledger = plan_end (plan);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KithChronicle) story = tell (ledger, REVIEW, 100001 + i);
      g_autofree char *text = describe (story);

      g_test_message ("%s", text);
      g_assert_null (strstr (text, "(null)"));
      g_assert_null (strstr (text, "nan"));
      g_assert_nonnull (strstr (text, "- joined: In A pairing, since a day that is not recorded."));
      g_assert_nonnull (strstr (text, "- ended: hub has closed, on a day that is not recorded."));
      g_assert_nonnull (strstr (text, "a school without a name (URN"));
    }
}

/* The calendar ends somewhere, and no story goes on for ever because of it */
static void
test_far_days (void)
{
  static const int years[] = { 1, 3, 6, 7, 9994, 9999 };
  g_autoptr (KithLedger) ledger = make_past ();

  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    {
      g_autoptr (KithChronicle) story = tell (ledger, kith_date_new (years[y], 12, 31), 100003);

      g_assert_cmpuint (story->from, >=, 1);
      g_assert_cmpuint (story->from, <=, kith_date_new (years[y], 12, 31));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (KithLedger) ledger = make_past ();
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithJob) job = kith_job_new ("Looking back");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (kith_job_get_cancellable (job));
  g_assert_null (kith_chronicle_new (roll, 100001, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* How a finding stands by the story after all events up to a day: 0, or r a k n */
static void
replay (const KithChronicle *story, KithDate until, char standing[KITH_N_FINDINGS])
{
  memset (standing, 0, KITH_N_FINDINGS);
  for (guint e = 0; e < story->n_events; e++)
    {
      const KithEvent *event = &story->events[e];

      if (event->code == KITH_N_FINDINGS || event->day > until)
        continue;
      standing[event->code] =
          event->kind == KITH_EVENT_FINDING_ENDED || event->kind == KITH_EVENT_SET_ASIDE
              ? 0
              : "rakn"[event->severity];
    }
}

static guint
count_differing (const KithRoll *roll, KithDate day, gint64 urn, const KithChronicle *story)
{
  const KithRollRow *row = kith_roll_find (roll, urn);
  char told[KITH_N_FINDINGS], found[KITH_N_FINDINGS] = { 0 };
  char text[KITH_DATE_TEXT_SIZE + 8];
  guint n_differing = 0;

  replay (story, day, told);
  for (guint f = 0; row != NULL && f < row->n_findings; f++)
    found[row->findings[f].code] = "rakn"[row->findings[f].severity];
  for (guint c = 0; c < KITH_N_FINDINGS; c++)
    {
      if (told[c] != found[c])
        g_test_message ("%s, school %d, %s", kith_date_format (day, KITH_DATE_ISO, text), (int)urn,
                        kith_finding_get_key (c));
      n_differing += told[c] != found[c];
    }
  return n_differing;
}

static void
compare_day (KithLedger *ledger, KithDate day, gint64 urn, const KithChronicle *story)
{
  g_autoptr (KithRoll) roll = call_roll (ledger, day);

  g_assert_cmpuint (count_differing (roll, day, urn, story), ==, 0);
}

/* On each day of the story and on the day before it, and on the first of each month */
static void
test_agrees (void)
{
  guint n_days = 0, n_changed = 0;

  for (guint32 seed = 1; seed <= (g_test_slow () ? 150 : 25); seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1) + 31 * seed;
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      gsize n;

      kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);
      for (gsize i = seed % 3; i < n; i += 3)
        {
          gint64 urn = 100001 + (gint64)i;
          g_autoptr (KithChronicle) story = tell (ledger, t, urn);

          g_test_message ("seed %u, school %d: %u events, looked at on %u days", seed, (int)urn,
                          story->n_events, story->n_looked);
          for (guint e = 0; e < story->n_events; e++)
            if (story->events[e].code != KITH_N_FINDINGS && story->events[e].day > story->from)
              {
                compare_day (ledger, story->events[e].day, urn, story);
                compare_day (ledger, story->events[e].day - 1, urn, story);
                n_changed += story->events[e].kind == KITH_EVENT_FINDING_CHANGED;
                n_days++;
              }
          for (KithDate day = kith_date_new (2024, 1, 1); day <= t;
               day = kith_date_add_months (day, 1))
            if (day >= story->from)
              compare_day (ledger, day, urn, story);
        }
    }
  g_test_message ("%u days on which a finding began or ended", n_days);
  g_assert_cmpuint (n_days, >, 150);
  g_assert_cmpuint (n_changed, >, 10);
}

/* On every day of two years: what others did and took back within a month may be missing, and
   is rarer than one answer in 100,000 */
static void
test_every_day (void)
{
  guint n_answers = 0, n_missed = 0;

  for (guint32 seed = 1; seed <= (g_test_slow () ? 60 : 3); seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1) + 31 * seed;
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      g_autoptr (GPtrArray) stories = g_ptr_array_new ();
      gsize n;

      kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);
      for (gsize i = 0; i < n; i++)
        g_ptr_array_add (stories, tell (ledger, t, 100001 + (gint64)i));
      for (KithDate day = t - (g_test_slow () ? 730 : 100); day <= t; day++)
        {
          g_autoptr (KithRoll) roll = call_roll (ledger, day);

          for (gsize i = 0; i < n; i++)
            {
              const KithChronicle *story = stories->pdata[i];

              if (day < story->from)
                continue;
              n_missed += count_differing (roll, day, 100001 + (gint64)i, story);
              n_answers += KITH_N_FINDINGS;
            }
        }
      for (gsize i = 0; i < n; i++)
        kith_chronicle_free (stories->pdata[i]);
    }
  g_test_message ("%u of %u answers missed", n_missed, n_answers);
  g_assert_cmpuint (n_answers, >, 20000);
  g_assert_cmpuint (n_missed, <=, n_answers / 100000);
}

static gboolean
is_live (KithLedger *ledger, KithDate day, gint64 urn, gint64 arrangement_id)
{
  g_autoptr (KithNetwork) network = kith_network_new (ledger, day, NULL, NULL);
  guint g = kith_network_find_arrangement (network, arrangement_id), n;
  const KithNetworkArrangement *in;

  if (g == KITH_INDEX_NONE)
    return FALSE;
  in = &kith_network_get_arrangements (network, &n)[g];
  for (guint m = 0; m < in->n_members; m++)
    if (in->members[m].urn == urn)
      return in->members[m].is_live;
  return FALSE;
}

/* A link that the story has faded is not live on that day; one that it has come to life again is,
   and was not on the day before */
static void
test_fades (void)
{
  guint n_faded = 0, n_revived = 0;

  for (guint32 seed = 1; seed <= (g_test_slow () ? 300 : 60); seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1);
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      g_autoptr (KithRoll) roll = call_roll (ledger, t);
      const KithNetworkSchool *schools;
      guint n;

      schools = kith_network_get_schools (kith_roll_get_network (roll), &n);
      for (guint i = 0; i < n && i < 2; i++)
        {
          gint64 urn = schools[i].record->urn;
          g_autoptr (KithChronicle) story = kith_chronicle_new (roll, urn, NULL, NULL);

          for (guint e = 0; e < story->n_events; e++)
            {
              const KithEvent *event = &story->events[e];

              if (event->kind == KITH_EVENT_FADED && event->day > schools[i].record->opened)
                {
                  g_test_message ("seed %u, school %d: %s", seed, (int)urn, event->words);
                  g_assert_false (is_live (ledger, event->day, urn, event->arrangement_id));
                  n_faded++;
                }
              if (event->kind == KITH_EVENT_REVIVED && event->day > schools[i].record->opened)
                {
                  g_assert_true (is_live (ledger, event->day, urn, event->arrangement_id));
                  g_assert_false (is_live (ledger, event->day - 1, urn, event->arrangement_id));
                  n_revived++;
                }
            }
        }
    }
  g_test_message ("%u faded, %u came to life again", n_faded, n_revived);
  g_assert_cmpuint (n_faded, >, 10);
  g_assert_cmpuint (n_revived, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronicle/links, contacts, answers and findings, day by day", test_past);
  g_test_add_func ("/chronicle/up to the date, and between two files", test_until);
  g_test_add_func ("/chronicle/what was set aside comes back", test_aside);
  g_test_add_func ("/chronicle/a register of gaps is told in words", test_blank);
  g_test_add_func ("/chronicle/as at the ends of the calendar", test_far_days);
  g_test_add_func ("/chronicle/cancelled gives nothing", test_cancelled);
  g_test_add_func ("/chronicle/the roll agrees, on each day and on the day before", test_agrees);
  g_test_add_func ("/chronicle/hardly anything is missed on any other day", test_every_day);
  g_test_add_func ("/chronicle/a link fades on its day", test_fades);
  return g_test_run ();
}
