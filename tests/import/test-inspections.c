/* test-inspections.c: what Ofsted found, in the forms that it was published in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include <string.h>

#define FIELDS "urn,scheme,area,grade,date"

/* Since November 2025: report cards, and beside them the latest inspection of the older scheme */
#define CARDS                                                                                      \
  "Web Link (opens in new window),URN,School name,Inspection start date,Publication date,Does "    \
  "the latest full inspection relate to the URN of the current school?,URN at time of latest "     \
  "full inspection,Category of concern,Safeguarding standards,Safeguarding standards - date of "   \
  "grade,Inclusion,Inclusion - date of grade,Curriculum and teaching,Post-16 provision (where "    \
  "applicable),Inspection start date of latest OEIF graded inspection,Does the latest OEIF "       \
  "graded inspection relate to the URN of the current school?,URN at time of latest OEIF graded "  \
  "inspection,Latest OEIF category of concern,Latest OEIF overall effectiveness,Latest OEIF "      \
  "quality of education,Latest OEIF  safeguarding is effective?,Date of latest ungraded "          \
  "inspection,Does the ungraded inspection relate to the URN of the current school?,Ungraded "     \
  "inspection overall outcome\n"

static void
test_cards (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview = trial_read (
      trial, "State-funded_schools_-_latest_inspections_as_at_30_Apr_2026.csv",
      CARDS
      /* both schemes; one area graded anew; a category; no overall grade since September 2024 */
      "x,100001,Alder,02/12/2025,20/01/2026,Yes,100001,RSI,Not met,02/12/2025,Urgent improvement,"
      "15/04/2026,Needs attention,NULL,11/03/2025,Yes,100001,SWK,Not judged,4,No,NULL,NULL,NULL\n"
      /* an older grade, an ungraded visit after it, no report card yet */
      "x,100002,Beech,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,14/06/2011,Yes,100002,"
      "NULL,3,9,Yes,21/05/2019,Yes,School remains Good (Concerns) - S5 Next\n"
      /* found of the school before it, which had a number of its own; one nobody knows */
      "x,100003,Cedar,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,05/10/2016,No,99003,"
      "NULL,4,9,Yes,03/02/2020,No,School remains Good\n"
      "x,100004,Dogwood,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,"
      "NULL,NULL,NULL,NULL,NULL,NULL\n"
      "x,NULLS,Elder,,,,,,,,,,,,,,,,,,,,,\n"
      "x,100006,Fir,31/02/2026,NULL,Yes,100006,NULL,Met,NULL,Exceptional,NULL,Strong standard,NULL,"
      "NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL\n"
      "x,100007,Gorse,09/02/2026,NULL,Yes,100007,NULL,Met,NULL,Very good,NULL,Expected standard,"
      "Strong standard,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL\n"
      "x,,A total,,,,,,,,,,,,,,,,,,,,,\n");
  const KithFileReport *report = preview->reports->pdata[0];

  trial_assert_count (preview, "+4 ~0 =1 !2 -1");
  g_assert_cmpint (report->dated, ==, kith_date_new (2026, 4, 30));
  trial_assert_list (
      trial, "inspection", FIELDS,
      "100001 report-card Category of concern Requires significant improvement 2025-12-02|"
      "100001 report-card Curriculum and teaching Needs attention 2025-12-02|"
      "100001 report-card Inclusion Urgent improvement 2026-04-15|"
      "100001 report-card Safeguarding standards Not met 2025-12-02|"
      "100001 single-grade Category of concern Serious weaknesses 2025-03-11|"
      "100001 single-grade Quality of education Inadequate 2025-03-11|"
      "100001 single-grade Safeguarding Not effective 2025-03-11|"
      "100002 single-grade Overall effectiveness Satisfactory 2011-06-14|"
      "100002 single-grade Safeguarding Effective 2011-06-14|"
      "100002 single-grade Ungraded inspection School remains Good (Concerns) - S5 Next "
      "2019-05-21|"
      "100007 report-card Curriculum and teaching Expected standard 2026-02-09|"
      "100007 report-card Post-16 provision Strong standard 2026-02-09|"
      "100007 report-card Safeguarding standards Met 2026-02-09|"
      "99003 single-grade Overall effectiveness Inadequate 2016-10-05|"
      "99003 single-grade Safeguarding Effective 2016-10-05");
  g_assert_cmpuint (report->problems->len, ==, 3);
  g_assert_cmpstr (((KithProblem *)report->problems->pdata[0])->column, ==, "URN");
  g_assert_cmpstr (((KithProblem *)report->problems->pdata[1])->value, ==, "31/02/2026");
  g_assert_cmpstr (((KithProblem *)report->problems->pdata[2])->value, ==, "Very good");
  g_assert_false (((KithProblem *)report->problems->pdata[2])->is_rejection);
}

/* From 2018 to 2025, in the words of each year */
static void
test_grades (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) graded =
      trial_read (trial, "inspections_as_at_31_Aug_2025.csv",
                  "URN,Inspection start date,URN at time of latest graded inspection,Overall "
                  "effectiveness,Category of concern,Effectiveness of leadership and management,"
                  "Early years provision (where applicable),Previous inspection start date,URN at "
                  "time of previous graded inspection,Previous graded inspection overall "
                  "effectiveness,Previous category of concern\n"
                  "100001,12/03/2024,100001,4,SM,4,8,05/06/2019,99001,2,NULL\n");
  g_autoptr (KithPreview) full = trial_read (
      trial, "inspections_2019-03-31.csv",
      "URN,Inspection start date,Overall effectiveness,Sixth form provision (where applicable),"
      "Previous inspection start date,Previous full inspection overall effectiveness,Previous "
      "category of concern,Date of latest section 8 inspection,Section 8 inspection overall "
      "outcome\n"
      "100002,2018-11-06,2,9,39800,4,NTI,43515,School remains Good\n");

  trial_assert_count (graded, "+1 ~0 =0 !0 -0");
  trial_assert_count (full, "+1 ~0 =0 !0 -0");
  /* 39,800 days after 30 December 1899 are 18 December 2008, 43,515 are 19 February 2019 */
  trial_assert_list (trial, "inspection", FIELDS,
                     "100001 single-grade Category of concern Special measures 2024-03-12|"
                     "100001 single-grade Leadership and management Inadequate 2024-03-12|"
                     "100001 single-grade Overall effectiveness Inadequate 2024-03-12|"
                     "100002 single-grade Category of concern Notice to improve 2008-12-18|"
                     "100002 single-grade Overall effectiveness Good 2018-11-06|"
                     "100002 single-grade Overall effectiveness Inadequate 2008-12-18|"
                     "100002 single-grade Ungraded inspection School remains Good 2019-02-19|"
                     "99001 single-grade Overall effectiveness Good 2019-06-05");
}

/* A form without the school's own number has that of the day of the inspection */
static void
test_numbers (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview =
      trial_read (trial, "2022-03_trusts.csv",
                  "LAESTAB,School name,URN at time of latest full inspection,Overall effectiveness,"
                  "Inspection start date\n"
                  "9012001,Alder,100001,1,43000\n9012002,Beech,,2,43000\n");

  trial_assert_count (preview, "+1 ~0 =0 !0 -1");
  trial_assert_list (trial, "inspection", FIELDS,
                     "100001 single-grade Overall effectiveness Outstanding 2017-09-22");
}

#define LIST "unique_reference_number,authority_code,pupil_number,rating\n"

/* A plain list gives no day, so it must have one itself; the newest of several stands */
static void
test_list (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) none = trial_try (trial, "ratings.csv", LIST, &error);
  g_autoptr (KithPreview) newer = trial_read (trial, "ratings-2024-05-01.csv",
                                              LIST "100001,901,210,Inadequate\n"
                                                   "100002,901,180,Requires improvement\n");
  g_autoptr (KithPreview) older = trial_read (trial, "ratings-2023-05-01.csv",
                                              LIST "100001,901,210,Good\n100003,901,90,Good\n");
  g_autoptr (KithPreview) newest =
      trial_read (trial, "ratings-2025-05-01.csv", LIST "100002,901,175,Good\n");
  g_autoptr (KithPreview) again =
      trial_read (trial, "ratings-2025-05-02.csv", LIST "100002,901,175,good\n");

  g_assert_null (none);
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_DATED);
  trial_assert_count (newer, "+2 ~0 =0 !0 -0");
  trial_assert_count (older, "+1 ~0 =1 !0 -0");
  trial_assert_count (newest, "+0 ~1 =0 !0 -0");
  trial_assert_count (again, "+0 ~0 =1 !0 -0");
  trial_assert_list (trial, "inspection", FIELDS,
                     "100001 single-grade Overall effectiveness Inadequate |"
                     "100002 single-grade Overall effectiveness Good |"
                     "100003 single-grade Overall effectiveness Good ");
}

/* The same twice adds nothing; a later file's grade of the same day is a correction */
static void
test_corrected (void)
{
#define FORM "URN,Inspection start date,Overall effectiveness\n"
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "as_at_31_May_2024.csv",
                                              FORM "100001,14/05/2024,3\n100002,15/05/2024,2\n");
  g_autoptr (KithPreview) same = trial_read (trial, "as_at_30_Jun_2024.csv",
                                             FORM "100001,14/05/2024,3\n100002,15/05/2024,2\n");
  g_autoptr (KithPreview) corrected =
      trial_read (trial, "as_at_31_Jul_2024.csv", FORM "100001,14/05/2024,2\n");
  g_autoptr (KithPreview) late = trial_read (trial, "as_at_31_May_2024 again.csv",
                                             FORM "100001,14/05/2024,4\n100003,16/05/2024,1\n");

  trial_assert_count (first, "+2 ~0 =0 !0 -0");
  trial_assert_count (same, "+0 ~0 =2 !0 -0");
  trial_assert_count (corrected, "+0 ~1 =0 !0 -0");
  trial_assert_count (late, "+1 ~0 =1 !0 -0");
  trial_assert_list (trial, "inspection", FIELDS,
                     "100001 single-grade Overall effectiveness Good 2024-05-14|"
                     "100002 single-grade Overall effectiveness Good 2024-05-15|"
                     "100003 single-grade Overall effectiveness Outstanding 2024-05-16");
}

/* An inspection that Ofsted took back is in no later file: the one before it is the latest again */
static void
test_withdrawn (void)
{
#define LATEST                                                                                     \
  "URN,Inspection start date,Overall effectiveness,Category of concern,Date of latest ungraded "   \
  "inspection,Ungraded inspection overall outcome\n"
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "as_at_31_May_2024.csv",
                                              LATEST "100001,10/04/2024,4,SM,,\n"
                                                     "100002,11/04/2024,2,,12/05/2024,Fine\n"
                                                     "100003,12/04/2024,2,,,\n");
  /* told of a day that has come since, by a file of a later day */
  g_autoptr (KithPreview) other =
      trial_read (trial, "as_at_30_Sep_2024.csv", LATEST "100003,20/09/2024,1,,,\n");
  g_autoptr (KithPreview) late =
      trial_read (trial, "as_at_31_Jul_2024.csv", LATEST "100003,12/04/2018,2,,,\n");
  g_autoptr (KithPreview) second = trial_read (trial, "as_at_31_Oct_2024.csv",
                                               LATEST "100001,05/05/2019,2,,,\n"
                                                      "100002,11/04/2024,2,,,\n"
                                                      "100003,20/09/2024,1,,,\n");
  g_autoptr (KithPreview) again =
      trial_read (trial, "as_at_30_Nov_2024.csv", LATEST "100001,05/05/2019,2,,,\n");
  const KithFileReport *report = second->reports->pdata[0];

  trial_assert_count (first, "+3 ~0 =0 !0 -0");
  trial_assert_count (other, "+1 ~0 =0 !0 -0");
  trial_assert_count (late, "+1 ~0 =0 !0 -0");
  trial_assert_count (second, "+1 ~0 =2 !0 -0");
  trial_assert_count (again, "+0 ~0 =1 !0 -0");
  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_cmpstr (((KithProblem *)report->problems->pdata[0])->value, ==, "100001");
  trial_assert_list (trial, "inspection", FIELDS,
                     "100001 single-grade Overall effectiveness Good 2019-05-05|"
                     "100002 single-grade Overall effectiveness Good 2024-04-11|"
                     "100002 single-grade Ungraded inspection Fine 2024-05-12|"
                     "100003 single-grade Overall effectiveness Good 2018-04-12|"
                     "100003 single-grade Overall effectiveness Good 2024-04-12|"
                     "100003 single-grade Overall effectiveness Outstanding 2024-09-20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspections/report cards and single grades stay apart", test_cards);
  g_test_add_func ("/inspections/the forms since 2018", test_grades);
  g_test_add_func ("/inspections/numbers of the day of the inspection", test_numbers);
  g_test_add_func ("/inspections/a plain list of ratings", test_list);
  g_test_add_func ("/inspections/twice, corrected, and out of order", test_corrected);
  g_test_add_func ("/inspections/one that was taken back", test_withdrawn);
  return g_test_run ();
}
