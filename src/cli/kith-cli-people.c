/* kith-cli-people.c: everybody whom officers have named
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-alike.h"
#include "kith-edit-merge.h"
#include "kith-roster.h"

static gboolean is_organisations;
static gboolean is_alike;

static const GOptionEntry people_options[] = {
  { "organisations", 0, 0, G_OPTION_ARG_NONE, &is_organisations,
    N_ ("Organisations, and what is of them"), NULL },
  { "alike", 0, 0, G_OPTION_ARG_NONE, &is_alike,
    N_ ("Names that may be of one and the same, for kith-cli merge"), NULL },
  { NULL },
};

static const KithColumn person_columns[] = {
  { "id", KITH_COLUMN_NUMBER },       { "name", KITH_COLUMN_TEXT },
  { "posts", KITH_COLUMN_TEXT },      { "days_a_year", KITH_COLUMN_NUMBER },
  { "expertise", KITH_COLUMN_TEXT },  { "runs", KITH_COLUMN_TEXT },
  { "contacts", KITH_COLUMN_NUMBER }, { "last_contact", KITH_COLUMN_TEXT },
};

static const KithColumn organisation_columns[] = {
  { "id", KITH_COLUMN_NUMBER },         { "name", KITH_COLUMN_TEXT },
  { "kind", KITH_COLUMN_TEXT },         { "expertise", KITH_COLUMN_TEXT },
  { "partnerships", KITH_COLUMN_TEXT }, { "contacts", KITH_COLUMN_NUMBER },
  { "last_contact", KITH_COLUMN_TEXT },
};

static const KithColumn alike_columns[] = {
  { "id", KITH_COLUMN_NUMBER },       { "name", KITH_COLUMN_TEXT },
  { "other_id", KITH_COLUMN_NUMBER }, { "other_name", KITH_COLUMN_TEXT },
  { "differs", KITH_COLUMN_TEXT },
};

static void
print_alike (const KithCli *cli, KithLedger *ledger, KithTable table)
{
  g_autoptr (GArray) pairs = kith_alike_list (ledger, table);
  KithOutput *output = kith_output_new (cli->format, alike_columns, G_N_ELEMENTS (alike_columns));

  for (guint i = 0; i < pairs->len; i++)
    {
      const KithAlike *pair = &g_array_index (pairs, KithAlike, i);

      kith_output_add_int (output, pair->one);
      kith_output_add_text (output, kith_alike_get_name (ledger, table, pair->one));
      kith_output_add_int (output, pair->other);
      kith_output_add_text (output, kith_alike_get_name (ledger, table, pair->other));
      kith_output_add_text (output, pair->is_spelling ? _ ("spelling") : _ ("one letter"));
    }
  kith_cli_print (kith_output_end (output));
}

static KithExit
run_people (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (KithLedger) ledger =
      store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  g_autoptr (GArray) rows = NULL;
  KithOutput *output;

  if (ledger == NULL)
    return KITH_EXIT_NOT_DONE;
  if (is_alike)
    {
      print_alike (cli, ledger, is_organisations ? KITH_TABLE_ORGANISATION : KITH_TABLE_PERSON);
      return KITH_EXIT_DONE;
    }
  rows = kith_roster_list (ledger, is_organisations ? KITH_TABLE_ORGANISATION : KITH_TABLE_PERSON,
                           cli->as_at);
  output =
      is_organisations
          ? kith_output_new (cli->format, organisation_columns, G_N_ELEMENTS (organisation_columns))
          : kith_output_new (cli->format, person_columns, G_N_ELEMENTS (person_columns));
  for (guint i = 0; i < rows->len; i++)
    {
      const KithRosterRow *row = &g_array_index (rows, KithRosterRow, i);

      kith_output_add_int (output, row->id);
      kith_output_add_text (output, row->name);
      kith_output_add_text (output, row->what);
      if (!is_organisations)
        kith_output_add_real (output, row->days, 1);
      kith_output_add_text (output, row->areas);
      kith_output_add_text (output, row->partnerships);
      kith_output_add_int (output, row->n_contacts);
      kith_output_add_date (output, row->last_contact);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

/* Merging: by ids, since names are what is alike. */
static KithExit
run_merge (const KithCli *cli, GError **error)
{
  gboolean is_person = g_strcmp0 (cli->args[1], "person") == 0;
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithEdit) edit = NULL;
  gint64 keep, gone;

  if ((!is_person && g_strcmp0 (cli->args[1], "organisation") != 0) ||
      !kith_text_parse_int (cli->args[2], -1, &keep) ||
      !kith_text_parse_int (cli->args[3], -1, &gone))
    {
      g_set_error (
          error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s",
          _ ("Give person or organisation, the id of the one that stays, and the id of the "
             "other. kith-cli people --alike lists them."));
      return KITH_EXIT_NOT_DONE;
    }
  store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  ledger = store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  if (ledger == NULL)
    return KITH_EXIT_NOT_DONE;
  edit =
      kith_edit_merge (ledger, is_person ? KITH_TABLE_PERSON : KITH_TABLE_ORGANISATION, keep, gone);
  return kith_cli_write_edit (store, edit, error);
}

const KithVerb kith_verbs_of_people[] = {
  { "people", "R [--organisations] [--alike]", N_ ("people and organisations, and what they do"), 1,
    1, people_options, run_people },
  { "merge", "R person|organisation KEEP GONE", N_ ("two that are one: GONE becomes KEEP"), 4, 4,
    NULL, run_merge },
  { NULL },
};
