/* test-refusals.c: files that are not what they claim change nothing, and say why
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include <string.h>
#include <unistd.h>

#define GIAS                                                                                       \
  "URN,LA (code),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name)\n"

static const struct
{
  const char *claim;
  const char *name;
  const char *text;
  KithImportError code;
  const char *part; /* of the sentence */
} cases[] = {
  { "empty", "a-20250901.csv", "", KITH_IMPORT_ERROR_FORM, "is empty" },
  { "of-no-kind", "a-20250901.csv", "Fruit,Colour\nApple,Red\n", KITH_IMPORT_ERROR_KIND,
    "of no kind that Kith reads" },
  { "nothing-but-a-line", "a-20250901.csv", "\n\n \n", KITH_IMPORT_ERROR_KIND, "of no kind" },
  { "a-picture", "a-20250901.csv", "\x89PNG\r\n\x1a\n chunk", KITH_IMPORT_ERROR_KIND,
    "of no kind" },
  { "without-urns", "a-20250901.csv",
    "LA (code),EstablishmentName,EstablishmentStatus (name)\n901,Alder,Open\n",
    KITH_IMPORT_ERROR_COLUMN, "no column “URN”" },
  { "without-status", "a-20250901.csv",
    "URN,LA (code),EstablishmentName,EstablishmentTypeGroup (name)\n1,901,Alder,Academies\n",
    KITH_IMPORT_ERROR_COLUMN, "no column “EstablishmentStatus (name)”" },
  { "groups-without-uid", "groups-2022-03-31.csv", "Group Name,Group Type\nA,Federation\n",
    KITH_IMPORT_ERROR_COLUMN, "no column “Group UID”" },
  { "links-without-type", "links-2022-03-31.csv", "URN,LinkURN,LinkType2\n1,2,x\n",
    KITH_IMPORT_ERROR_KIND, "of no kind" },
  { "results-without-urns", "2018-936-ks2.csv", "SCHNAME,PTRWM_EXP\nA,1\n",
    KITH_IMPORT_ERROR_COLUMN, "no column “URN”" },
  { "undated", "gias.csv", GIAS "1,901,Alder,Open,Academies\n", KITH_IMPORT_ERROR_DATED,
    "of which day" },
  { "cut-short-in-quotes", "a-20250901.csv", GIAS "1,901,Alder,Open,Academies\n2,901,\"Bee",
    KITH_IMPORT_ERROR_FORM, "row 3: the file ends inside" },
  { "cut-short-in-a-row", "a-20250901.csv", GIAS "1,901,Alder,Open,Academies\n2,901,Bee",
    KITH_IMPORT_ERROR_FORM, "row 3: the file ends in the middle" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (trial_try (trial, cases[i].name, cases[i].text, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, (int)cases[i].code);
  g_assert_nonnull (strstr (error->message, cases[i].part));
  g_assert_nonnull (strstr (error->message, cases[i].name));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Two gigabytes without a line end, most of them a hole in the file, are given up at once. */
static void
test_two_gigabytes (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autofree char *filler = g_strnfill (20 * 1024 * 1024, 'x');
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (filler, GIAS, strlen (GIAS));
  file = trial_write (trial, "a-20250901.csv", filler);
  if (truncate (g_file_peek_path (file), G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024) != 0)
    {
      g_test_skip ("the disk has no room for a sparse file");
      return;
    }
  g_assert_null (kith_import_read (trial->ledger, &file, 1, &trial->options, NULL, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM);
  g_assert_nonnull (strstr (error->message, "longer than 16 MB"));
}

/* one bad file among good ones: nothing is read */
static void
test_one_of_many (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (GFile) good =
      trial_write (trial, "a-20250901.csv", GIAS "1,901,Alder,Open,Academies\n");
  g_autoptr (GFile) bad = trial_write (trial, "b.csv", "Fruit\nApple\n");
  GFile *files[] = { good, bad };
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_import_read (trial->ledger, files, 2, &trial->options, NULL, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_KIND);
}

static void
test_not_there (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (trial->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "not-there.csv");
  GFile *files[] = { folder, missing };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kith_import_read (trial->ledger, &files[i], 1, &trial->options, NULL, &error));
      g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE);
    }
  g_assert_false (kith_import_needs_measures (files, 2));
}

static void
test_cancelled (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (GFile) file =
      trial_write (trial, "a-20250901.csv", GIAS "1,901,Alder,Open,Academies\n");
  g_autoptr (KithJob) job = kith_job_new ("Import");
  g_autoptr (GError) error = NULL;

  kith_job_cancel (job);
  g_assert_null (kith_import_read (trial->ledger, &file, 1, &trial->options, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* cells under the wrong names are worse than no row; GIAS's own list in the last column is not */
static void
test_shifted (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview = trial_read (trial, "2018-936-ks2.csv",
                                                "URN,SCHNAME,TOWN,PTRWM_EXP,OTHER\n"
                                                "100001,Alder, Beech and Elm,Northmoor,64,x\n"
                                                "100002,Fir,Northmoor,64,x,,\n");
  g_autofree char *rejects = kith_import_dup_rejects (preview);
  g_autofree char *count = trial_count (preview, 0);

  g_assert_cmpstr (count, ==, "+1 ~0 =0 !1 -0");
  g_assert_cmpstr (rejects, ==,
                   "file,row,column,value,reason\n"
                   "2018-936-ks2.csv,2,,,The row has more cells than the header has names. Put "
                   "quotation marks round text that has a comma in it.\n");
}

/* a file with rejected rows is read again: what it lacked may be known now */
static void
test_again (void)
{
  static const char text[] = GIAS "1,901,Alder,Open,Academies\nX,901,=1+2,Open,Academies\n";
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "a-20250901.csv", text);
  g_autoptr (KithPreview) second = trial_read (trial, "a-20250901.csv", text);
  g_autofree char *counts = trial_count (first, 0);
  g_autofree char *again = trial_count (second, 0);

  g_assert_cmpstr (counts, ==, "+1 ~0 =0 !1 -0");
  g_assert_cmpstr (again, ==, "+0 ~0 =1 !1 -0");
  g_assert_cmpuint (kith_changeset_get_size (second->changes), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/refusals/%s", cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/refusals/two-gigabytes-in-a-line", test_two_gigabytes);
  g_test_add_func ("/refusals/one-bad-file-refuses-all", test_one_of_many);
  g_test_add_func ("/refusals/what-is-not-there", test_not_there);
  g_test_add_func ("/refusals/cancelled", test_cancelled);
  g_test_add_func ("/refusals/shifted-rows-are-left-out", test_shifted);
  g_test_add_func ("/refusals/rejected-rows-are-read-again", test_again);
  return g_test_run ();
}
