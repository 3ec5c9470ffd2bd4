/* test-briefing-edges.c: briefings of one school, of one hub, and of registers with little in them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "briefing-register.h"
#include "document-text.h"
#include "fixed-measure.h"
#include "ledger-plan.h"

#include <string.h>

#include "kith-briefing-issue.h"
#include "kith-html.h"
#include "kith-typeset.h"

/* In HTML and on pages it says what it means; and how many schools are in it. */
static guint
check_paper (KithRoll *roll, const KithBriefingOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document =
      kith_briefing_compose (roll, options, &fixed_measure, NULL, &error);
  g_autoptr (GBytes) html = NULL;
  g_autoptr (KithBook) book = NULL;
  g_autofree char *meant = NULL, *joined = NULL, *said = NULL, *read = NULL, *text = NULL;
  const KithPiece *schools;

  g_assert_no_error (error);
  html = kith_html_write (document);
  book = kith_typeset (document, &fixed_measure);
  meant = dup_document_text (document);
  joined = dup_joined (meant);
  text = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
  said = dup_html_text (text);
  read = dup_book_text (book);
  g_assert_cmpstr (said, ==, meant);
  g_assert_cmpstr (read, ==, joined);
  schools = kith_document_find_table (document, "schools");
  return schools == NULL ? 0 : schools->n_rows;
}

static void
check_audiences (KithRoll *roll, gint64 urn, gint64 arrangement_id, guint n_schools)
{
  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    {
      const KithBriefingOptions options = { .audience = a,
                                            .urn = urn,
                                            .arrangement_id = arrangement_id };

      g_assert_cmpuint (check_paper (roll, &options), ==, n_schools);
    }
}

static KithRoll *
call_roll (LedgerPlan *plan)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithNetwork) network = kith_network_new (ledger, BRIEFING_DAY, NULL, &error);
  KithRoll *roll;

  g_assert_no_error (error);
  roll = kith_roll_new (network, NULL, &error);
  g_assert_no_error (error);
  return roll;
}

/* Each school alone; the hub has four members, the zone three. */
static void
test_scopes (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  guint n;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (roll), &n);

  for (guint s = 0; s <= BRIEFING_SCHOOLS; s++)
    check_audiences (roll, BRIEFING_FIRST + s, 0, 1);
  g_assert_cmpuint (n, ==, 2);
  for (guint g = 0; g < n; g++)
    check_audiences (roll, 0, arrangements[g].record->id,
                     strcmp (arrangements[g].name, "Wexbridge zone") == 0 ? 3 : 4);
}

static void
test_missing (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_autoptr (GError) error = NULL;
  const KithBriefingOptions school = { .urn = 999999 };
  const KithBriefingOptions arrangement = { .arrangement_id = 77 };

  g_assert_null (kith_briefing_compose (roll, &school, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SCHOOL);
  g_clear_error (&error);
  g_assert_null (kith_briefing_compose (roll, &arrangement, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_ARRANGEMENT);
}

static void
test_empty (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = call_roll (plan);

  check_audiences (roll, 0, 0, 0);
}

static void
test_one_school (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  plan_school (plan, 100001, 400000, 200000);
  roll = call_roll (plan);
  check_audiences (roll, 0, 0, 1);
  check_audiences (roll, 100001, 0, 1);
}

static void
test_no_place (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  for (guint s = 0; s < 5; s++)
    plan_school (plan, 100001 + s, NAN, NAN);
  roll = call_roll (plan);
  check_audiences (roll, 0, 0, 5);
}

/* With spaces and without; of schools, of an authority, of an arrangement */
static void
test_long_names (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  g_autofree char *whole = g_strnfill (400, 'm');
  g_autoptr (GString) words = g_string_new (NULL);
  KithAuthority *authority = plan_row (plan, KITH_TABLE_AUTHORITY);
  KithArrangement *hub = plan_arrangement (plan, "hub", whole);

  while (words->len < 400)
    g_string_append (words, "Saint & <Mary> ");
  authority->code = 850;
  authority->name = whole;
  for (guint s = 0; s < 6; s++)
    {
      plan_school (plan, 100001 + s, 400000 + 1000.0 * s, 200000)->name =
          s % 2 == 0 ? whole : words->str;
      plan_member (plan, hub, 100001 + s);
    }
  roll = call_roll (plan);
  check_audiences (roll, 0, 0, 6);
  check_audiences (roll, 100001, 0, 1);
  check_audiences (roll, 0, hub->id, 6);
}

/* Of five schools the first was graver before, the second is new; a sixth has gone. The last
   summary for those readers before the day counts; what cannot be read is passed over. */
static void
test_since (void)
{
  static const struct
  {
    const char *audience, *day, *summary;
  } rows[] = {
    { "partners", "2026-01-01",
      "{\"schools\":{\"100001\":\"1\",\"100003\":\"U\",\"100004\":\"U\","
      "\"100005\":\"U\",\"100077\":\"2\"}}" },
    { "partners", "2025-01-01", "{\"schools\":{}}" },
    { "public", "2026-02-01", "{\"schools\":{\"100001\":\"4\"}}" },
    { "partners", "2026-09-12", "{\"schools\":{\"100001\":\"4\"}}" },
    { "officers", "2026-01-01", "{\"schools\":{\"100001\":\"9\",\"10000" },
  };
  const KithBriefingOptions options = { .audience = KITH_AUDIENCE_PARTNERS };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithDocument) document = NULL;
  g_autofree char *text = NULL;

  for (guint s = 0; s < 5; s++)
    plan_school (plan, 100001 + s, 400000 + 30000.0 * s, 200000);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      KithBriefing *row = plan_row (plan, KITH_TABLE_BRIEFING);

      row->audience = rows[r].audience;
      row->summary = rows[r].summary;
      row->title = "A briefing";
      kith_date_parse (rows[r].day, -1, &row->issued);
    }
  roll = call_roll (plan);
  g_assert_cmpint (kith_roll_find (roll, 100001)->tier, ==, KITH_TIER_ASK);
  check_audiences (roll, 0, 0, 5);
  document = kith_briefing_compose (roll, &options, &fixed_measure, NULL, NULL);
  text = dup_document_text (document);
  g_assert_nonnull (strstr (text, "Since the briefing of 1 January 2026 1 school: needs less "
                                  "attention 1 school: new on the roll 1 school: no longer on the "
                                  "roll What is asked"));
}

/* What is kept of a briefing is read again as it was. */
static void
test_issue (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  const KithBriefingOptions options = { .audience = KITH_AUDIENCE_PARTNERS };
  g_autoptr (KithDocument) document =
      kith_briefing_compose (roll, &options, &fixed_measure, NULL, NULL);
  g_autoptr (GBytes) file = g_bytes_new_static ("abc", 3);
  g_autofree char *what = NULL;
  g_autoptr (KithChangeset) changes =
      kith_briefing_make_issue (roll, options.audience, document, file, &what);
  g_autoptr (KithLedger) ledger = kith_changeset_apply (changes, 1);
  const KithBriefing *issued =
      kith_briefing_find_issued (ledger, options.audience, BRIEFING_DAY + 1);
  g_autoptr (GHashTable) tiers = NULL;

  g_assert_nonnull (issued);
  g_assert_null (kith_briefing_find_issued (ledger, options.audience, BRIEFING_DAY));
  g_assert_null (kith_briefing_find_issued (ledger, KITH_AUDIENCE_PUBLIC, BRIEFING_DAY + 1));
  /* FIPS 180, appendix B.1 */
  g_assert_cmpstr (issued->sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  tiers = kith_briefing_read_tiers (issued);
  g_assert_cmpuint (g_hash_table_size (tiers), ==, BRIEFING_SCHOOLS + 1);
  for (gint64 urn = BRIEFING_FIRST; urn <= BRIEFING_FIRST + BRIEFING_SCHOOLS; urn++)
    {
      gpointer tier;

      g_assert_true (g_hash_table_lookup_extended (tiers, &urn, NULL, &tier));
      g_assert_cmpuint (GPOINTER_TO_UINT (tier), ==, kith_roll_find (roll, urn)->tier);
    }
}

/* Of a Family of five, a Family of six and one school without a place, six and no other number is
   told in public. */
static void
test_small_numbers (void)
{
  static const struct
  {
    KithAudience audience;
    const char *five, *unplaced;
  } rows[] = {
    { KITH_AUDIENCE_OFFICERS, "The five 5 1 ", "1 school without co-ordinates: it is" },
    { KITH_AUDIENCE_PUBLIC, "The five fewer than 6 1 ",
      "fewer than 6 schools without co-ordinates: they are" },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithAuthority *authority = plan_row (plan, KITH_TABLE_AUTHORITY);
  KithArrangement *five = plan_arrangement (plan, "family", "The five");
  KithArrangement *six = plan_arrangement (plan, "family", "The six");

  authority->code = 850;
  authority->name = "Wexbridge";
  for (guint s = 0; s < 11; s++)
    {
      plan_school (plan, 100001 + s, 400000 + 3000.0 * s, 200000);
      plan_member (plan, s < 5 ? five : six, 100001 + s);
    }
  plan_school (plan, 100012, NAN, NAN);
  roll = call_roll (plan);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      const KithBriefingOptions options = { .audience = rows[r].audience };
      g_autoptr (KithDocument) document =
          kith_briefing_compose (roll, &options, &fixed_measure, NULL, NULL);
      g_autofree char *text = dup_document_text (document);

      g_assert_nonnull (strstr (text, rows[r].five));
      g_assert_nonnull (strstr (text, "The six 6 1 "));
      g_assert_nonnull (strstr (text, rows[r].unplaced));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing-edges/one school, one hub", test_scopes);
  g_test_add_func ("/briefing-edges/what is not there is said", test_missing);
  g_test_add_func ("/briefing-edges/since the last", test_since);
  g_test_add_func ("/briefing-edges/what is issued is kept", test_issue);
  g_test_add_func ("/briefing-edges/an empty register", test_empty);
  g_test_add_func ("/briefing-edges/one school alone", test_one_school);
  g_test_add_func ("/briefing-edges/no co-ordinates", test_no_place);
  g_test_add_func ("/briefing-edges/names of 400 letters", test_long_names);
  g_test_add_func ("/briefing-edges/small numbers in public", test_small_numbers);
  return g_test_run ();
}
