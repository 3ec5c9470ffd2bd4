/* kith-cli-records.c: officers' own records with their ids
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>
#include <string.h>

static char *urn_text;

static const GOptionEntry records_options[] = {
  { "urn", 0, 0, G_OPTION_ARG_STRING, &urn_text, N_ ("Those of one school"), N_ ("URN") },
  { NULL },
};

static const struct
{
  const char *name;
  KithTable table;
} topics[] = {
  { "contact", KITH_TABLE_CONTACT },     { "action", KITH_TABLE_ACTION },
  { "enquiry", KITH_TABLE_ENQUIRY },     { "need", KITH_TABLE_NEED },
  { "expertise", KITH_TABLE_EXPERTISE }, { "interest", KITH_TABLE_INTEREST },
  { "rival", KITH_TABLE_RIVALRY },       { "catchment", KITH_TABLE_CATCHMENT },
  { "post", KITH_TABLE_POST },           { "partnership", KITH_TABLE_ARRANGEMENT },
};

/* Which contacts a school was at. */
static GHashTable *
list_contacts_of (KithLedger *ledger, gint64 urn)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  gsize n;
  const KithContactParty *parties = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n);

  for (gsize i = 0; i < n; i++)
    if (parties[i].urn == urn)
      g_hash_table_add (ids, (gpointer)&parties[i].contact_id);
  return ids;
}

static gboolean
is_of (const KithTableInfo *info, const void *row, gint64 urn, GHashTable *contacts)
{
  gint64 id = kith_row_get_key (row);

  if (contacts != NULL && g_hash_table_contains (contacts, &id))
    return TRUE;
  for (guint f = 1; f < info->n_fields; f++)
    if (g_str_has_suffix (info->fields[f].name, "urn") &&
        kith_field_get_int (&info->fields[f], row) == urn)
      return TRUE;
  return FALSE;
}

static void
print_table (const KithCli *cli, KithLedger *ledger, KithTable table, gint64 urn)
{
  const KithTableInfo *info = kith_table_get_info (table);
  g_autofree KithColumn *columns = g_new0 (KithColumn, info->n_fields);
  g_autoptr (GHashTable) contacts =
      table == KITH_TABLE_CONTACT && urn != KITH_INT_NONE ? list_contacts_of (ledger, urn) : NULL;
  KithOutput *output;
  gsize n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);

  for (guint f = 0; f < info->n_fields; f++)
    columns[f] = (KithColumn){ info->fields[f].name, info->fields[f].type == KITH_FIELD_INT
                                                         ? KITH_COLUMN_NUMBER
                                                         : KITH_COLUMN_TEXT };
  output = kith_output_new (cli->format, columns, info->n_fields);
  for (gsize i = 0; i < n; i++)
    {
      const char *row = rows + i * info->row_size;

      if (urn != KITH_INT_NONE && !is_of (info, row, urn, contacts))
        continue;
      for (guint f = 0; f < info->n_fields; f++)
        {
          g_autofree char *text = kith_field_dup_text (&info->fields[f], row);

          if (columns[f].type == KITH_COLUMN_NUMBER)
            kith_output_add_int (output, kith_field_get_int (&info->fields[f], row));
          else
            kith_output_add_text (output, text);
        }
    }
  kith_cli_print (kith_output_end (output));
}

static KithExit
run_records (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithLedger) ledger = NULL;
  gint64 urn = KITH_INT_NONE;
  guint t;

  for (t = 0; t < G_N_ELEMENTS (topics) && strcmp (topics[t].name, cli->args[1]) != 0; t++)
    ;
  if (t == G_N_ELEMENTS (topics))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("There are no records called “%s”."), cli->args[1]);
      return KITH_EXIT_NOT_DONE;
    }
  if (urn_text != NULL && !kith_cli_read_urn (urn_text, &urn, error))
    return KITH_EXIT_NOT_DONE;
  store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  ledger = store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  if (ledger == NULL)
    return KITH_EXIT_NOT_DONE;
  print_table (cli, ledger, topics[t].table, urn);
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_records[] = {
  { "records", "R TOPIC [--urn U]",
    N_ ("contact, action, enquiry, need, expertise, interest, rival, catchment, post or "
        "partnership: each with its id"),
    2, 2, records_options, run_records },
  { NULL },
};
