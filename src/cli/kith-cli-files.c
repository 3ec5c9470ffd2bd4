/* kith-cli-files.c: files: sample, import, template
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-import.h"
#include "kith-sample.h"

/* So many problems of a file are told; --rejects FILE has them all. */
#define MAX_TOLD 20

static gint64 seed = KITH_SAMPLE_SEED;
static int n_schools;
static int n_authorities;
static char *dated_text;
static char *year_text;
static char *rejects_path;
static gboolean is_dry_run;

static const GOptionEntry sample_options[] = {
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("The same number gives the same region"),
    N_ ("N") },
  { "schools", 0, 0, G_OPTION_ARG_INT, &n_schools, N_ ("How many in scope (1000)"), N_ ("N") },
  { "authorities", 0, 0, G_OPTION_ARG_INT, &n_authorities, N_ ("How many"), N_ ("N") },
  { "dated", 0, 0, G_OPTION_ARG_STRING, &dated_text, N_ ("As the files stand on DATE (2026-09-01)"),
    N_ ("DATE") },
  { NULL },
};

static const GOptionEntry import_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Tell what would change; change nothing"),
    NULL },
  { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &rejects_path, N_ ("Write the rejected rows to FILE"),
    N_ ("FILE") },
  { "year", 0, 0, G_OPTION_ARG_STRING, &year_text,
    N_ ("The academic year of files that do not say: 2018/19"), N_ ("Y") },
  { "dated", 0, 0, G_OPTION_ARG_STRING, &dated_text, N_ ("The day of files that do not say"),
    N_ ("DATE") },
  { NULL },
};

static gboolean
read_dated (KithDate *date, GError **error)
{
  if (dated_text == NULL)
    return TRUE;
  if (kith_date_parse (dated_text, -1, date) && *date != KITH_DATE_UNKNOWN)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a date. Write it as 2026-09-01 or 01/09/2026."), dated_text);
  return FALSE;
}

static KithExit
run_sample (const KithCli *cli, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (cli->args[0]);
  KithSampleOptions options = {
    .seed = (guint64)seed,
    .n_schools = (guint)MAX (n_schools, 0),
    .n_authorities = (guint)MAX (n_authorities, 0),
  };

  if (!read_dated (&options.dated, error) || !kith_sample_write (folder, &options, NULL, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell (_ ("The sample region lies in “%s”. Its names are invented."), cli->args[0]);
  return KITH_EXIT_DONE;
}

/* 2018, 2018/19, 2018-19 and 2018-2019 are the year that begins in 2018. */
static gboolean
read_year (int *year, GError **error)
{
  gint64 begins, ends;
  g_auto (GStrv) parts = NULL;

  if (year_text == NULL)
    return TRUE;
  parts = g_strsplit_set (year_text, "/-", 2);
  if (kith_text_parse_int (parts[0], -1, &begins) && begins >= 1980 && begins <= 2200 &&
      (parts[1] == NULL ||
       (kith_text_parse_int (parts[1], -1, &ends) && ends % 100 == (begins + 1) % 100)))
    {
      *year = (int)begins;
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not an academic year. Write it as 2018/19."), year_text);
  return FALSE;
}

static void
print_reports (const KithCli *cli, const KithPreview *preview)
{
  static const KithColumn columns[] = {
    { "file", KITH_COLUMN_TEXT },        { "kind", KITH_COLUMN_TEXT },
    { "dated", KITH_COLUMN_TEXT },       { "rows", KITH_COLUMN_NUMBER },
    { "added", KITH_COLUMN_NUMBER },     { "changed", KITH_COLUMN_NUMBER },
    { "unchanged", KITH_COLUMN_NUMBER }, { "rejected", KITH_COLUMN_NUMBER },
    { "skipped", KITH_COLUMN_NUMBER },
  };
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < preview->reports->len; i++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, i);

      kith_output_add_text (output, report->name);
      kith_output_add_text (output, kith_file_kind_get_key (report->kind));
      if (report->year != 0)
        {
          g_autofree char *year =
              g_strdup_printf ("%d/%02d", report->year, (report->year + 1) % 100);

          kith_output_add_text (output, year);
        }
      else
        kith_output_add_date (output, report->dated);
      kith_output_add_int (output, (gint64)report->n_rows);
      kith_output_add_int (output, (gint64)report->n_added);
      kith_output_add_int (output, (gint64)report->n_changed);
      kith_output_add_int (output, (gint64)report->n_unchanged);
      kith_output_add_int (output, (gint64)report->n_rejected);
      kith_output_add_int (output, (gint64)report->n_skipped);
    }
  kith_cli_print (kith_output_end (output));
}

static void
tell_problem (const KithFileReport *report, const KithProblem *problem)
{
  g_autoptr (GString) words = g_string_new (report->name);

  if (problem->row > 0)
    g_string_append_printf (words, _ (", row %" G_GUINT64_FORMAT), problem->row);
  if (problem->column != NULL)
    g_string_append_printf (words, _ (", column %s"), problem->column);
  if (problem->value != NULL)
    g_string_append_printf (words, _ (", “%s”"), problem->value);
  kith_cli_tell ("%s: %s", words->str, problem->reason);
}

/* Rejected rows first: they are what somebody has to do something about. */
static void
tell_problems (const KithFileReport *report)
{
  guint n_told = 0;

  for (int is_remark = 0; is_remark <= 1; is_remark++)
    for (guint i = 0; i < report->problems->len && n_told < MAX_TOLD; i++)
      {
        const KithProblem *problem = g_ptr_array_index (report->problems, i);

        if (problem->is_rejection == is_remark)
          continue;
        tell_problem (report, problem);
        n_told++;
      }
  if (report->problems->len > n_told)
    {
      g_autofree char *more = kith_text_dup_count (report->problems->len - n_told);

      kith_cli_tell (_ ("%s: and %s more. --rejects FILE lists the rejected rows."), report->name,
                     more);
    }
}

static gboolean
write_rejects (const KithPreview *preview, GError **error)
{
  g_autofree char *rows = kith_import_dup_rejects (preview);

  return g_file_set_contents (rejects_path, rows, -1, error);
}

static KithPreview *
read_files (const KithCli *cli, KithStore *store, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KithLedger) ledger = NULL;
  KithImportOptions options = { .today = kith_date_today () };
  gboolean with_measures;

  if (!read_year (&options.year, error) || !read_dated (&options.dated, error))
    return NULL;
  for (guint i = 1; i < cli->n_args; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (cli->args[i]));
  with_measures = kith_import_needs_measures ((GFile *const *)files->pdata, files->len);
  ledger = kith_store_read_ledger (store, NULL, with_measures, NULL, error);
  if (ledger == NULL)
    return NULL;
  return kith_import_read (ledger, (GFile *const *)files->pdata, files->len, &options, NULL, error);
}

static char *
dup_file_names (const KithPreview *preview)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < preview->reports->len; i++)
    g_ptr_array_add (names,
                     ((const KithFileReport *)g_ptr_array_index (preview->reports, i))->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **)names->pdata);
}

static KithExit
run_import (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store =
      kith_cli_open_store (cli, is_dry_run ? KITH_STORE_READ : KITH_STORE_WRITE, error);
  g_autoptr (KithPreview) preview = store == NULL ? NULL : read_files (cli, store, error);
  g_autofree char *names = NULL;
  guint64 n_rejected = 0;

  if (preview == NULL)
    return KITH_EXIT_NOT_DONE;
  if (rejects_path != NULL && !write_rejects (preview, error))
    return KITH_EXIT_NOT_DONE;
  names = dup_file_names (preview);
  if (!is_dry_run &&
      !kith_store_apply (
          store, preview->changes,
          &(KithEntry){ .who = kith_entry_get_officer (), .what = preview->summary, .file = names },
          NULL, error))
    return KITH_EXIT_NOT_DONE;
  for (guint i = 0; i < preview->reports->len; i++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, i);

      tell_problems (report);
      n_rejected += report->n_rejected;
    }
  print_reports (cli, preview);
  if (is_dry_run)
    kith_cli_tell (_ ("Nothing was changed."));
  else if (kith_changeset_get_size (preview->changes) == 0)
    kith_cli_tell (_ ("All of this is known already. Nothing was changed."));
  return n_rejected > 0 ? KITH_EXIT_WITH_PROBLEMS : KITH_EXIT_DONE;
}

static KithExit
run_template (const KithCli *cli, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (cli->args[0]);

  if (!kith_import_write_templates (folder, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell (_ ("Six empty workbooks lie in “%s”."), cli->args[0]);
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_files[] = {
  { "sample", "DIR", N_ ("writes the files of an invented region"), 1, 1, sample_options,
    run_sample },
  { "import", "R FILE…", N_ ("reads files; --dry-run shows what they would change"), 2, G_MAXUINT,
    import_options, run_import },
  { "template", "DIR", N_ ("writes an empty workbook of each kind"), 1, 1, NULL, run_template },
  { NULL },
};
