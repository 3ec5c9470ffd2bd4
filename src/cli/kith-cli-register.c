/* kith-cli-register.c: a register: new, history, undo, redo, settings, check
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-changeset.h"
#include "kith-settings.h"

static char *home;

static const GOptionEntry new_options[] = {
  { "home", 0, 0, G_OPTION_ARG_STRING, &home,
    N_ ("The authorities whose conscience this is: codes or names"), N_ ("LA,…") },
  { NULL },
};

/* Sets one parameter; NULL takes it out. */
static gboolean
put_setting (KithStore *store, const char *key, const char *value, GError **error)
{
  g_autoptr (KithLedger) ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  g_autoptr (KithChangeset) changes = NULL;
  g_autofree char *what = NULL;
  const KithSetting *settings;
  KithSetting setting;
  gsize n;

  if (ledger == NULL)
    return FALSE;
  changes = kith_changeset_new (ledger);
  kith_row_clear (KITH_TABLE_SETTING, &setting);
  settings = kith_ledger_get_rows (ledger, KITH_TABLE_SETTING, &n);
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (settings[i].key, key) == 0)
      setting = settings[i];
  if (value != NULL)
    {
      if (setting.key == NULL)
        setting.id = kith_changeset_take_key (changes, KITH_TABLE_SETTING);
      setting.key = key;
      setting.value = value;
      kith_changeset_put (changes, KITH_TABLE_SETTING, &setting);
      what = g_strdup_printf (_ ("Set %s to %s"), key, value);
    }
  else if (setting.key != NULL)
    {
      kith_changeset_remove (changes, KITH_TABLE_SETTING, setting.id);
      what = g_strdup_printf (_ ("Set %s back to its default"), key);
    }
  else
    return TRUE;
  return kith_store_apply (
      store, changes, &(KithEntry){ .who = kith_entry_get_officer (), .what = what }, NULL, error);
}

static char *
dup_home_value (const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return g_strjoinv (";", parts);
}

static KithExit
run_new (const KithCli *cli, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->args[0]);
  g_autoptr (KithStore) store = kith_store_create (file, error);

  if (store == NULL)
    return KITH_EXIT_NOT_DONE;
  if (home != NULL)
    {
      g_autofree char *value = dup_home_value (home);

      if (!put_setting (store, "home", value, error))
        return KITH_EXIT_NOT_DONE;
    }
  kith_cli_tell (_ ("“%s” is ready. Next: kith-cli import %s FILE…"), cli->args[0], cli->args[0]);
  return KITH_EXIT_DONE;
}

static KithExit
run_set (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *value = NULL;
  const char *key = cli->n_args > 1 ? cli->args[1] : NULL;

  if (key == NULL)
    {
      static const KithColumn columns[] = { { "key", KITH_COLUMN_TEXT },
                                            { "value", KITH_COLUMN_TEXT } };
      KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
      g_autoptr (KithLedger) ledger = NULL;
      const KithSetting *settings;
      gsize n;

      store = kith_cli_open_store (cli, KITH_STORE_READ, error);
      ledger = store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
      if (ledger == NULL)
        {
          g_free (kith_output_end (output));
          return KITH_EXIT_NOT_DONE;
        }
      settings = kith_ledger_get_rows (ledger, KITH_TABLE_SETTING, &n);
      for (gsize i = 0; i < n; i++)
        {
          kith_output_add_text (output, settings[i].key);
          kith_output_add_text (output, settings[i].value);
        }
      kith_cli_print (kith_output_end (output));
      return KITH_EXIT_DONE;
    }
  problem = kith_settings_dup_problem (key, cli->n_args > 2 ? cli->args[2] : NULL);
  if (problem != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem);
      return KITH_EXIT_NOT_DONE;
    }
  store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  if (store == NULL)
    return KITH_EXIT_NOT_DONE;
  if (cli->n_args > 2)
    value = g_strcmp0 (key, "home") == 0 ? dup_home_value (cli->args[2]) : g_strdup (cli->args[2]);
  return put_setting (store, key, value, error) ? KITH_EXIT_DONE : KITH_EXIT_NOT_DONE;
}

static KithExit
run_history (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "entry", KITH_COLUMN_NUMBER },     { "at", KITH_COLUMN_TEXT },
    { "who", KITH_COLUMN_TEXT },         { "what", KITH_COLUMN_TEXT },
    { "rows", KITH_COLUMN_NUMBER },      { "file", KITH_COLUMN_TEXT },
    { "why", KITH_COLUMN_TEXT },         { "undoes", KITH_COLUMN_NUMBER },
    { "undone_by", KITH_COLUMN_NUMBER },
  };
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (GPtrArray) rows = store == NULL ? NULL : kith_store_read_history (store, error);
  KithOutput *output;

  if (rows == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    {
      const KithJournalRow *row = g_ptr_array_index (rows, i);
      g_autofree char *at = g_date_time_format_iso8601 (row->at);

      kith_output_add_int (output, row->entry);
      kith_output_add_text (output, at);
      kith_output_add_text (output, row->who);
      kith_output_add_text (output, row->what);
      kith_output_add_int (output, row->n_rows);
      kith_output_add_text (output, row->file);
      kith_output_add_text (output, row->why);
      kith_output_add_int (output, row->undoes == 0 ? KITH_INT_NONE : row->undoes);
      kith_output_add_int (output, row->undone_by == 0 ? KITH_INT_NONE : row->undone_by);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static KithExit
run_undo (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = NULL;
  gint64 entry = 0;

  if (cli->n_args > 1 &&
      (!kith_text_parse_int (cli->args[1], -1, &entry) || entry == KITH_INT_NONE || entry < 1))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not the number of an entry. kith-cli history lists them."),
                   cli->args[1]);
      return KITH_EXIT_NOT_DONE;
    }
  store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  if (store == NULL || !kith_store_undo (store, entry, kith_entry_get_officer (), NULL, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell (_ ("Undone. kith-cli redo %s brings it back."), cli->args[0]);
  return KITH_EXIT_DONE;
}

static KithExit
run_redo (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);

  if (store == NULL || !kith_store_redo (store, kith_entry_get_officer (), NULL, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell (_ ("Done again."));
  return KITH_EXIT_DONE;
}

static KithExit
run_check (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (GPtrArray) problems = store == NULL ? NULL : kith_store_check (store, NULL, error);

  if (problems == NULL)
    return KITH_EXIT_NOT_DONE;
  for (guint i = 0; i < problems->len; i++)
    kith_cli_tell ("%s", (const char *)g_ptr_array_index (problems, i));
  if (problems->len == 0)
    kith_cli_tell (_ ("“%s” is sound."), cli->args[0]);
  return problems->len == 0 ? KITH_EXIT_DONE : KITH_EXIT_WITH_PROBLEMS;
}

const KithVerb kith_verbs_of_register[] = {
  { "new", "R [--home LA,…]", N_ ("makes an empty register"), 1, 1, new_options, run_new },
  { "set", "R [KEY [VALUE]]", N_ ("lists parameters, sets one, or sets it back"), 1, 3, NULL,
    run_set },
  { "history", "R", N_ ("lists what was changed, when and by whom"), 1, 1, NULL, run_history },
  { "undo", "R [ENTRY]", N_ ("takes back the last change, or one of the history"), 1, 2, NULL,
    run_undo },
  { "redo", "R", N_ ("brings back what was undone"), 1, 1, NULL, run_redo },
  { "check", "R", N_ ("tells whether a register is sound"), 1, 1, NULL, run_check },
  { NULL },
};
