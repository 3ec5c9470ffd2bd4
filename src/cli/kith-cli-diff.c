/* kith-cli-diff.c: diff: what changed between two days, and what was entered since
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-diff.h"

static char *since_text;
static gboolean is_recorded;

static const GOptionEntry diff_options[] = {
  { "since", 0, 0, G_OPTION_ARG_STRING, &since_text, N_ ("The earlier day"), N_ ("DATE") },
  { "recorded", 0, 0, G_OPTION_ARG_NONE, &is_recorded,
    N_ ("Tell what was entered since then, instead of what changed in the system"), NULL },
  { NULL },
};

static const KithColumn columns[] = {
  { "change", KITH_COLUMN_TEXT },   { "day", KITH_COLUMN_TEXT },
  { "urn", KITH_COLUMN_NUMBER },    { "name", KITH_COLUMN_TEXT },
  { "others", KITH_COLUMN_TEXT },   { "arrangement", KITH_COLUMN_NUMBER },
  { "code", KITH_COLUMN_TEXT },     { "before", KITH_COLUMN_TEXT },
  { "after", KITH_COLUMN_TEXT },    { "story", KITH_COLUMN_TEXT },
  { "decision", KITH_COLUMN_TEXT }, { "links", KITH_COLUMN_TEXT },
};

static char *
dup_others (const KithDiffItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint o = 0; item->others != NULL && item->others[o] != 0; o++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, o == 0 ? "" : ";", item->others[o]);
  return g_string_free (text, FALSE);
}

static char *
dup_pairs (const KithDiff *diff, const KithDiffItem *item)
{
  const KithDiffPair *pairs = kith_diff_get_pairs (diff, item);
  GString *text = g_string_new (NULL);

  for (guint p = 0; p < item->n_pairs; p++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, p == 0 ? "" : ";",
                            pairs[p].a, pairs[p].b);
  return g_string_free (text, FALSE);
}

static void
add_item (KithOutput *output, const KithDiff *diff, const KithDiffItem *item)
{
  g_autofree char *others = dup_others (item);
  g_autofree char *links = dup_pairs (diff, item);

  kith_output_add_text (output, kith_diff_kind_get_key (item->kind));
  kith_output_add_date (output, item->day);
  kith_output_add_int (output, item->urn);
  kith_output_add_text (output, item->name);
  kith_output_add_text (output, others);
  kith_output_add_int (output, item->arrangement_id);
  kith_output_add_text (output,
                        item->code < KITH_N_FINDINGS ? kith_finding_get_key (item->code) : NULL);
  kith_output_add_text (output, item->before);
  kith_output_add_text (output, item->after);
  kith_output_add_text (output, item->story);
  kith_output_add_text (output, item->decision);
  kith_output_add_text (output, links);
}

/* For people: a heading for what needs a decision, then one for each kind; sentences whole. */
static void
append_words (GString *text, const KithDiffItem *items, guint n)
{
  const char *heading = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *own = items[i].decision != NULL ? _ ("Needs a decision")
                                                  : kith_diff_kind_get_words (items[i].kind);

      if (own != heading)
        g_string_append_printf (text, "%s%s\n", i == 0 ? "" : "\n", own);
      heading = own;
      g_string_append_printf (text, "  %s\n", items[i].story);
      if (items[i].decision != NULL)
        g_string_append_printf (text, "    → %s\n", items[i].decision);
    }
}

static KithExit
judge (const KithCli *cli, const KithDiff *diff)
{
  guint n;
  const KithDiffItem *items = kith_diff_get_items (diff, &n);

  for (guint i = 0; cli->is_strict && i < n; i++)
    if (items[i].decision != NULL || (items[i].kind == KITH_DIFF_FINDING_CAME && items[i].is_grave))
      return KITH_EXIT_WITH_PROBLEMS;
  return KITH_EXIT_DONE;
}

static KithExit
print_diff (const KithCli *cli, const KithDiff *diff)
{
  g_autofree char *headline = kith_diff_dup_headline (diff);
  guint n;
  const KithDiffItem *items = kith_diff_get_items (diff, &n);

  if (cli->format == KITH_OUTPUT_TABLE)
    {
      GString *text = g_string_new (NULL);

      append_words (text, items, n);
      kith_cli_print (g_string_free (text, FALSE));
    }
  else
    {
      KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

      for (guint i = 0; i < n; i++)
        add_item (output, diff, &items[i]);
      kith_cli_print (kith_output_end (output));
    }
  kith_cli_tell ("%s", headline);
  return judge (cli, diff);
}

static KithExit
compare_days (const KithCli *cli, KithDate since, GError **error)
{
  g_autoptr (KithRoll) roll = kith_cli_read_roll (cli, error);
  g_autoptr (KithDiff) diff = roll == NULL ? NULL : kith_diff_new_since (roll, since, NULL, error);

  return diff == NULL ? KITH_EXIT_NOT_DONE : print_diff (cli, diff);
}

/* The day on the officer’s own calendar. */
static KithDate
get_day (GDateTime *at)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (at);

  return kith_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                        g_date_time_get_day_of_month (local));
}

/* Whether it was entered since, and stands: what was undone, and the undoing, is not told. */
static gboolean
is_told (const KithJournalRow *row, KithDate since)
{
  return row->undoes == 0 && row->undone_by == 0 && get_day (row->at) >= since;
}

static void
add_entry (KithOutput *output, GString *words, const KithJournalRow *row)
{
  g_autofree char *day = kith_date_dup_text (get_day (row->at), KITH_DATE_LONG);

  kith_output_add_int (output, row->entry);
  kith_output_add_date (output, get_day (row->at));
  kith_output_add_text (output, row->who);
  kith_output_add_text (output, row->what);
  kith_output_add_text (output, row->why);
  kith_output_add_text (output, row->file);
  g_string_append_printf (words, "%s, %s\n  %s\n", day, row->who, row->what);
  if (row->why != NULL)
    g_string_append_printf (words, "  %s\n", row->why);
}

/* The journal’s entries say in words what was done. */
static KithExit
print_recorded (const KithCli *cli, KithDate since, GError **error)
{
  static const KithColumn recorded_columns[] = {
    { "entry", KITH_COLUMN_NUMBER }, { "day", KITH_COLUMN_TEXT }, { "who", KITH_COLUMN_TEXT },
    { "what", KITH_COLUMN_TEXT },    { "why", KITH_COLUMN_TEXT }, { "file", KITH_COLUMN_TEXT },
  };
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (GPtrArray) history = store == NULL ? NULL : kith_store_read_history (store, error);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *rows = NULL;
  KithOutput *output;
  guint n_told = 0;

  if (history == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, recorded_columns, G_N_ELEMENTS (recorded_columns));
  for (guint i = 0; i < history->len; i++)
    if (is_told (g_ptr_array_index (history, i), since))
      {
        add_entry (output, words, g_ptr_array_index (history, i));
        n_told++;
      }
  rows = kith_output_end (output);
  kith_cli_print (g_strdup (cli->format == KITH_OUTPUT_TABLE ? words->str : rows));
  kith_cli_tell (g_dngettext (GETTEXT_PACKAGE, "%u entry since then, and it stands.",
                              "%u entries since then that stand.", n_told),
                 n_told);
  return KITH_EXIT_DONE;
}

static KithExit
run_diff (const KithCli *cli, GError **error)
{
  KithDate since = KITH_DATE_UNKNOWN;

  if (since_text == NULL || !kith_date_parse (since_text, -1, &since) ||
      since == KITH_DATE_UNKNOWN || since > cli->as_at)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Since when? Write --since DATE, a day before the one that is asked "
                              "about, as 2026-03-01."));
      return KITH_EXIT_NOT_DONE;
    }
  return is_recorded ? print_recorded (cli, since, error) : compare_days (cli, since, error);
}

const KithVerb kith_verbs_of_diff[] = {
  { "diff", "R --since DATE [--recorded]",
    N_ ("what changed between two days, and what needs a decision"), 1, 1, diff_options, run_diff },
  { NULL },
};
