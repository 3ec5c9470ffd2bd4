/* kith-cli-people.c: everybody whom officers have named
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-roster.h"

static gboolean is_organisations;

static const GOptionEntry people_options[] = {
  { "organisations", 0, 0, G_OPTION_ARG_NONE, &is_organisations,
    N_ ("Organisations, and what is of them"), NULL },
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

const KithVerb kith_verbs_of_people[] = {
  { "people", "R [--organisations]", N_ ("people and organisations, and what they do"), 1, 1,
    people_options, run_people },
  { NULL },
};
