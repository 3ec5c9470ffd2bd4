/* kith-cli-schools.c: schools: roll, findings
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-told.h"
#include "kith-cli.h"

#include "kith-finder.h"
#include "kith-roll-view.h"

#include <glib/gi18n.h>

/* The tiers as the contract writes them. */
static const char *const tier_cells[KITH_N_TIERS] = { "1", "2", "3", "U", "4" };

static KithExit
judge (const KithCli *cli, const KithRoll *roll)
{
  guint n;
  const KithFinding *findings = kith_roll_get_findings (roll, &n);

  for (guint i = 0; cli->is_strict && i < n; i++)
    if (findings[i].severity == KITH_SEVERITY_RED)
      return KITH_EXIT_WITH_PROBLEMS;
  return KITH_EXIT_DONE;
}

static void
tell_roll (const KithRoll *roll)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *date =
      kith_date_dup_text (kith_network_get_date (kith_roll_get_network (roll)), KITH_DATE_LONG);
  guint n_rows, n_due;

  kith_roll_get_rows (roll, &n_rows);
  for (guint t = 0; t < KITH_N_TIERS; t++)
    g_string_append_printf (words, "%s%s %u", t == 0 ? "" : ", ", kith_tier_get_words (t),
                            kith_roll_count_tier (roll, t));
  kith_cli_tell (g_dngettext (GETTEXT_PACKAGE, "%u school as at %s: %s.",
                              "%u schools, each one once, as at %s: %s.", n_rows),
                 n_rows, date, words->str);
  n_due = kith_network_count_due_closed (kith_roll_get_network (roll));
  if (n_due > 0)
    kith_cli_tell (
        g_dngettext (GETTEXT_PACKAGE, "%u school is due to have closed; a newer file is needed.",
                     "%u schools are due to have closed; a newer file is needed.", n_due),
        n_due);
}

static void
add_roll_row (KithOutput *output, const KithRoll *roll, const KithRollRow *row)
{
  KithNetwork *network = kith_roll_get_network (roll);
  guint n_schools;
  const KithNetworkSchool *school = &kith_network_get_schools (network, &n_schools)[row->school];
  g_autofree char *codes = kith_cli_dup_codes (row->findings, row->n_findings);

  kith_output_add_int (output, school->record->urn);
  kith_output_add_text (output, school->record->name);
  kith_output_add_text (output, kith_network_get_authority (network, row->school));
  kith_output_add_text (output, kith_phase_get_words (school->phase));
  kith_output_add_text (output, school->record->type);
  kith_output_add_text (output, row->trust);
  kith_output_add_int (output, row->n_arrangements);
  kith_output_add_int (output, row->n_links);
  kith_output_add_int (output, row->n_outside_links);
  kith_output_add_int (output, row->n_local_links);
  kith_output_add_real (output, row->strength, 2);
  kith_output_add_int (output, row->component);
  kith_output_add_date (output, row->last_contact);
  kith_output_add_real (output, row->rho, 1);
  kith_output_add_text (output, tier_cells[row->tier]);
  kith_output_add_text (output, codes);
}

static char *filter_text;
static char *view_name;

static const GOptionEntry roll_options[] = {
  { "filter", 0, 0, G_OPTION_ARG_STRING, &filter_text,
    N_ ("Only schools that fit: tier=1,2;authority=Northmoor;phase=Primary;finding=off-the-radar"),
    N_ ("FILTER") },
  { "view", 0, 0, G_OPTION_ARG_STRING, &view_name, N_ ("Only schools of a view that was saved"),
    N_ ("NAME") },
  { NULL },
};

/* What is asked for; every school where nothing is. */
static KithRollView *
read_view (const KithRoll *roll, GError **error)
{
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (roll));
  const KithSavedView *saved;

  if (view_name == NULL)
    return kith_roll_view_parse (filter_text != NULL ? filter_text : "", error);
  saved = kith_roll_view_find (ledger, view_name);
  if (saved != NULL)
    return kith_roll_view_parse (saved->state, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("No view is called “%s”. Views are saved in the window."), view_name);
  return NULL;
}

static KithExit
run_roll (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "urn", KITH_COLUMN_NUMBER },
    { "name", KITH_COLUMN_TEXT },
    { "authority", KITH_COLUMN_TEXT },
    { "phase", KITH_COLUMN_TEXT },
    { "type", KITH_COLUMN_TEXT },
    { "trust", KITH_COLUMN_TEXT },
    { "arrangements", KITH_COLUMN_NUMBER },
    { "links", KITH_COLUMN_NUMBER },
    { "outside_links", KITH_COLUMN_NUMBER },
    { "local_links", KITH_COLUMN_NUMBER },
    { "strength", KITH_COLUMN_NUMBER },
    { "component", KITH_COLUMN_NUMBER },
    { "last_contact", KITH_COLUMN_TEXT },
    { "rho", KITH_COLUMN_NUMBER },
    { "tier", KITH_COLUMN_TEXT },
    { "findings", KITH_COLUMN_TEXT },
  };
  g_autoptr (KithRoll) roll = kith_cli_read_roll (cli, error);
  g_autoptr (KithRollView) view = roll == NULL ? NULL : read_view (roll, error);
  const KithRollRow *rows;
  KithOutput *output;
  guint n;

  if (view == NULL)
    return KITH_EXIT_NOT_DONE;
  rows = kith_roll_get_rows (roll, &n);
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    if (kith_roll_view_fits (view, roll, &rows[i]))
      add_roll_row (output, roll, &rows[i]);
  kith_cli_print (kith_output_end (output));
  tell_roll (roll);
  return judge (cli, roll);
}

static KithExit
run_findings (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "urn", KITH_COLUMN_NUMBER },    { "arrangement", KITH_COLUMN_NUMBER },
    { "code", KITH_COLUMN_TEXT },     { "severity", KITH_COLUMN_TEXT },
    { "state", KITH_COLUMN_TEXT },    { "sentence", KITH_COLUMN_TEXT },
    { "evidence", KITH_COLUMN_TEXT }, { "clears", KITH_COLUMN_TEXT },
  };
  g_autoptr (KithRoll) roll = kith_cli_read_roll (cli, error);
  const KithFinding *findings;
  KithOutput *output;
  guint n;

  if (roll == NULL)
    return KITH_EXIT_NOT_DONE;
  findings = kith_roll_get_findings (roll, &n);
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    {
      kith_output_add_int (output, findings[i].urn);
      kith_output_add_int (output, findings[i].arrangement_id);
      kith_output_add_text (output, kith_finding_get_key (findings[i].code));
      kith_output_add_text (output, kith_severity_get_key (findings[i].severity));
      kith_output_add_text (output, findings[i].state);
      kith_output_add_text (output, findings[i].sentence);
      kith_output_add_text (output, findings[i].evidence);
      kith_output_add_text (output, findings[i].clears);
    }
  kith_cli_print (kith_output_end (output));
  return judge (cli, roll);
}

/* As many as somebody reads. */
#define MOST_FOUND 50

static KithExit
run_find (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = { { "what", KITH_COLUMN_TEXT },
                                        { "id", KITH_COLUMN_NUMBER },
                                        { "name", KITH_COLUMN_TEXT },
                                        { "detail", KITH_COLUMN_TEXT } };
  g_autofree char *words = g_strjoinv (" ", cli->args + 1);
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (KithLedger) ledger =
      store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  g_autoptr (KithFinder) finder = NULL;
  g_autoptr (GPtrArray) found = NULL;
  KithOutput *output;

  if (ledger == NULL)
    return KITH_EXIT_NOT_DONE;
  finder = kith_finder_new (ledger);
  found = kith_finder_find (finder, words, MOST_FOUND);
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < found->len; i++)
    {
      const KithFound *one = g_ptr_array_index (found, i);

      kith_output_add_text (output, kith_found_get_words (one));
      kith_output_add_int (output, one->key);
      kith_output_add_text (output, one->name);
      kith_output_add_text (output, one->detail);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_schools[] = {
  { "roll", "R [--filter F] [--view NAME]", N_ ("the roll call: every school in scope, once"), 1, 1,
    roll_options, run_roll },
  { "findings", "R", N_ ("every finding, with its evidence"), 1, 1, NULL, run_findings },
  { "find", "R WORDS…",
    N_ ("finds schools, arrangements, organisations and people by name, URN, postcode or town"), 2,
    G_MAXUINT, NULL, run_find },
  { NULL },
};
