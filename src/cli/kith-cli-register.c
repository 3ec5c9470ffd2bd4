/* kith-cli-register.c: a register: new, history, undo, redo, settings, check
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-edit-setting.h"
#include "kith-parameter.h"
#include "kith-settings.h"

static char *home;

static const GOptionEntry new_options[] = {
  { "home", 0, 0, G_OPTION_ARG_STRING, &home,
    N_ ("The authorities whose conscience this is: codes or names"), N_ ("LA,…") },
  { NULL },
};

/* Sets one parameter; NULL takes it out. */
static KithExit
put_setting (KithStore *store, const char *key, const char *value, GError **error)
{
  g_autoptr (KithLedger) ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  g_autoptr (KithEdit) edit = ledger == NULL ? NULL : kith_edit_setting (ledger, key, value);

  return edit == NULL ? KITH_EXIT_NOT_DONE : kith_cli_write_edit (store, edit, error);
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

      if (put_setting (store, "home", value, error) != KITH_EXIT_DONE)
        return KITH_EXIT_NOT_DONE;
    }
  kith_cli_tell (_ ("“%s” is ready. Next: kith-cli import %s FILE…"), cli->args[0], cli->args[0]);
  return KITH_EXIT_DONE;
}

static void
add_parameter_row (
    KithOutput *output, KithLedger *ledger, const char *key, double standard, const char *what)
{
  kith_output_add_text (output, key);
  kith_output_add_text (output, kith_ledger_get_setting (ledger, key));
  kith_output_add_real (output, standard, standard == floor (standard) ? 0 : 2);
  kith_output_add_text (output, what);
}

/* Every parameter; the value is empty where the default holds. */
static KithExit
list_parameters (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = { { "key", KITH_COLUMN_TEXT },
                                        { "value", KITH_COLUMN_TEXT },
                                        { "default", KITH_COLUMN_NUMBER },
                                        { "what", KITH_COLUMN_TEXT } };
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (KithLedger) ledger =
      store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  g_autoptr (GPtrArray) parameters = kith_parameter_list ();
  g_autofree char *home_title = kith_parameter_dup_title ("home");
  KithOutput *output;

  if (ledger == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  add_parameter_row (output, ledger, "home", KITH_REAL_NONE, home_title);
  for (guint p = 0; p < parameters->len; p++)
    {
      const KithParameter *parameter = g_ptr_array_index (parameters, p);
      g_autofree char *title = kith_parameter_dup_title (parameter->key);

      add_parameter_row (output, ledger, parameter->key, parameter->standard, title);
    }
  kith_cli_print (kith_output_end (output));
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
    return list_parameters (cli, error);
  problem = kith_settings_dup_problem (key, cli->n_args > 2 ? cli->args[2] : NULL);
  if (problem != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", key, problem);
      return KITH_EXIT_NOT_DONE;
    }
  store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  if (store == NULL)
    return KITH_EXIT_NOT_DONE;
  if (cli->n_args > 2)
    value = g_strcmp0 (key, "home") == 0 ? dup_home_value (cli->args[2]) : g_strdup (cli->args[2]);
  return put_setting (store, key, value, error);
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
