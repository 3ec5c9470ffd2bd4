/* test-real-files.c: the published files themselves
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include <string.h>

/*
 * Runs where KITH_REAL_DATA names a folder of published files. Every number was counted by a
 * Python script on its csv module, which shares no code with this program: rows, rows whose
 * kept columns differ, distinct URNs, cells that are no figure.
 */

static GFile *
find_file (const char *name)
{
  const char *folder = g_getenv ("KITH_REAL_DATA");
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, name, NULL);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  return g_file_new_for_path (path);
}

/* Reads a file into the ledger; what it counted must be @count. FALSE where it is not there. */
static gboolean
read_real (Trial *trial, const char *name, const char *count)
{
  g_autoptr (GFile) file = find_file (name);
  g_autoptr (KithPreview) preview = NULL;
  g_autoptr (KithPreview) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    {
      g_test_skip ("KITH_REAL_DATA names no folder with this file");
      return FALSE;
    }
  preview = kith_import_read (trial->ledger, &file, 1, &trial->options, NULL, &error);
  g_assert_no_error (error);
  text = trial_count (preview, 0);
  g_test_message ("%s: %s", name, text);
  g_assert_cmpstr (text, ==, count);
  trial_accept (trial, preview);
  /* and the same again adds nothing */
  again = kith_import_read (trial->ledger, &file, 1, &trial->options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kith_changeset_get_size (again->changes), ==, 0);
  return TRUE;
}

static gsize
count_rows (Trial *trial, KithTable table)
{
  gsize n;

  kith_ledger_get_rows (trial->ledger, table, &n);
  return n;
}

/* How many memberships are in arrangements of a kind, and of schools that the register holds. */
static guint
count_members (Trial *trial, const char *kind, gboolean is_known)
{
  gsize n;
  const KithMembership *members = kith_ledger_get_rows (trial->ledger, KITH_TABLE_MEMBERSHIP, &n);
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    {
      const KithArrangement *arrangement =
          kith_ledger_find (trial->ledger, KITH_TABLE_ARRANGEMENT, members[i].arrangement_id);

      count += strcmp (arrangement->kind, kind) == 0 &&
               (!is_known ||
                kith_ledger_find (trial->ledger, KITH_TABLE_SCHOOL, members[i].urn) != NULL);
    }
  return count;
}

static void
test_register (void)
{
  g_autoptr (Trial) trial = trial_new ();

  /* 728 schools, 35 of whose rows have more cells than names */
  if (!read_real (trial, "gias/hampshire-surrey-20220419-gias.csv", "+728 ~0 =0 !0 -0") ||
      !read_real (trial, "gias/groups-2022-03-31.csv", "+6230 ~0 =0 !0 -653") ||
      !read_real (trial, "gias/group-links-2022-03-31.csv", "+18772 ~0 =0 !0 -1623"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_SCHOOL), ==, 728);
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_AUTHORITY), ==, 2);
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_ARRANGEMENT), ==, 6230);
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_MEMBERSHIP), ==, 18772);
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_OUTSIDE_SCHOOL), ==, 11217);
  g_assert_cmpuint (count_members (trial, "sponsor", FALSE), ==, 7276);
  g_assert_cmpuint (count_members (trial, "trust", TRUE), ==, 155);
  g_assert_cmpuint (count_members (trial, "federation", TRUE), ==, 71);
  g_assert_cmpuint (count_members (trial, "foundation-trust", TRUE), ==, 10);
  g_assert_cmpuint (count_members (trial, "single-academy-trust", TRUE), ==, 7);
  g_assert_cmpuint (count_members (trial, "sponsor", TRUE), ==, 114);
}

/* 294 schools are in both, and differ at least in the day of their last change */
static void
test_two_years (void)
{
  g_autoptr (Trial) trial = trial_new ();

  trial->options.dated = kith_date_new (2021, 9, 1);
  if (!read_real (trial, "gias/surrey-2021-gias.csv", "+590 ~0 =0 !0 -0") ||
      !read_real (trial, "gias/hampshire-surrey-20220419-gias.csv", "+434 ~294 =0 !0 -0"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_SCHOOL), ==, 1024);
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_SCHOOL_AUTHORITY), ==, 1024);
}

static void
test_links (void)
{
  g_autoptr (Trial) trial = trial_new ();

  if (!read_real (trial, "gias/links_edubasealldata20230421.csv", "+31274 ~0 =0 !0 -0") ||
      !read_real (trial, "gias/links_edubasealldata20240717.csv", "+1636 ~188 =31001 !0 -0"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_SCHOOL_LINK), ==, 32910);
}

/* 584 of the first file's memberships are not in the second, which names the school or the
 * group of 461 */
static void
test_academies (void)
{
  g_autoptr (Trial) trial = trial_new ();
  const KithMembership *members;
  guint n_ended = 0;
  gsize n;

  if (!read_real (trial, "gias/grouplinks_edubaseallacademiesandfree20180501.csv",
                  "+11871 ~0 =0 !0 -0") ||
      !read_real (trial, "gias/grouplinks_edubaseallacademiesandfree20190501.csv",
                  "+2467 ~165 =11122 !0 -0"))
    return;
  members = kith_ledger_get_rows (trial->ledger, KITH_TABLE_MEMBERSHIP, &n);
  for (gsize i = 0; i < n; i++)
    if (members[i].left_date != KITH_DATE_UNKNOWN)
      {
        g_assert_cmpuint (members[i].left_date, ==, kith_date_new (2019, 5, 1));
        g_assert_cmpuint (members[i].left_after, ==, kith_date_new (2018, 5, 1));
        n_ended++;
      }
  g_assert_cmpuint (n, ==, 11871 + 2467);
  g_assert_cmpuint (n_ended, ==, 461);
}

static guint
count_reasons (Trial *trial, int year)
{
  gsize n;
  const KithValue *values = kith_ledger_get_rows (trial->ledger, KITH_TABLE_MEASURE, &n);
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    if (values[i].year == year && values[i].reason != NULL)
      {
        g_assert_true (isnan (values[i].value));
        count++;
      }
  return count;
}

static void
test_key_stage_2 (void)
{
  g_autoptr (Trial) trial = trial_new ();

  if (!read_real (trial, "performance/2016-936-ks2.csv", "+232 ~0 =0 !0 -3") ||
      !read_real (trial, "performance/2017-936-ks2.csv", "+235 ~0 =0 !0 -3") ||
      !read_real (trial, "performance/2018-936-ks2.csv", "+239 ~0 =0 !0 -3"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_MEASURE), ==, 14203 + 14394 + 14509);
  /* 2,657 SUPP, 99 NA and 44 blank headlines; 2,763, 141, 40; 2,627, 102, 48 */
  g_assert_cmpuint (count_reasons (trial, 2016), ==, 2800);
  g_assert_cmpuint (count_reasons (trial, 2017), ==, 2944);
  g_assert_cmpuint (count_reasons (trial, 2018), ==, 2777);
}

static void
test_england (void)
{
  g_autoptr (Trial) trial = trial_new ();

  if (!read_real (trial, "performance/2018-2019_england_ks2final.csv", "+16355 ~0 =0 !0 -0") ||
      !read_real (trial, "performance/2018-2019_england_ks4final.csv", "+5516 ~0 =0 !0 -0") ||
      !read_real (trial, "performance/2018-2019_england_census.csv", "+23939 ~0 =0 !0 -3") ||
      !read_real (trial, "performance/2024-2025_england_census.csv", "+24470 ~0 =0 !0 -3") ||
      !read_real (trial, "performance/2023-2024_ks4_school_info.csv", "+5709 ~0 =0 !0 -0"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_SOURCE), ==, 5);
}

/* of the 26,078 rows of the workbook 704 are about known schools, of 25,632 places 713 */
static void
test_spine (void)
{
  g_autoptr (Trial) trial = trial_new ();

  if (!read_real (trial, "gias/hampshire-surrey-20220419-gias.csv", "+728 ~0 =0 !0 -0") ||
      !read_real (trial, "performance/2017-2018_england_spine.xlsx", "+0 ~704 =0 !0 -25374") ||
      !read_real (trial, "context/england_school_coords.csv", "+0 ~0 =713 !0 -24919"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_SCHOOL), ==, 728);
}

static guint
count_grades (Trial *trial, const char *grade)
{
  gsize n;
  const KithInspection *rows = kith_ledger_get_rows (trial->ledger, KITH_TABLE_INSPECTION, &n);
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += strcmp (rows[i].grade, grade) == 0;
  return count;
}

/* A plain list without days, and the management information on a part of the academies: its
   workbook's other sheets are summaries and charts. 48 are in special measures now and 105 were
   before. */
static void
test_inspections (void)
{
  g_autoptr (Trial) trial = trial_new ();

  trial->options.dated = kith_date_new (2024, 9, 1);
  if (!read_real (trial, "ofsted/2024_school_ofsted_rating.csv", "+20571 ~0 =0 !0 -0"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_INSPECTION), ==, 20571);
  g_assert_cmpuint (count_grades (trial, "Inadequate"), ==, 90);
  if (!read_real (trial, "ofsted/2022-03_multi-academy_trusts.xlsx", "+1227 ~0 =0 !0 -0"))
    return;
  g_assert_cmpuint (count_rows (trial, KITH_TABLE_INSPECTION), ==, 20571 + 7220);
  g_assert_cmpuint (count_grades (trial, "Special measures"), ==, 48 + 105);
  g_assert_cmpuint (count_grades (trial, "Satisfactory"), ==, 19);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/two-counties-and-their-groups", test_register);
  g_test_add_func ("/real/a-year-later-what-changed-changes", test_two_years);
  g_test_add_func ("/real/links-of-two-years", test_links);
  g_test_add_func ("/real/academies-of-two-years", test_academies);
  g_test_add_func ("/real/key-stage-2-of-three-years", test_key_stage_2);
  g_test_add_func ("/real/tables-of-england", test_england);
  g_test_add_func ("/real/what-ofsted-found", test_inspections);
  g_test_add_func ("/real/a-spine-and-co-ordinates", test_spine);
  return g_test_run ();
}
