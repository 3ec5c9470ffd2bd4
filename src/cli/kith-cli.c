/* kith-cli.c: kith-cli: every job, no display
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include "kith-backup.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const KithVerb *const verb_groups[] = {
  kith_verbs_of_register, kith_verbs_of_files,     kith_verbs_of_schools, kith_verbs_of_measures,
  kith_verbs_of_school,   kith_verbs_of_hubs,      kith_verbs_of_maps,    kith_verbs_of_paths,
  kith_verbs_of_record,   kith_verbs_of_families,  kith_verbs_of_charts,  kith_verbs_of_what_if,
  kith_verbs_of_repair,   kith_verbs_of_diff,      kith_verbs_of_backups, kith_verbs_of_asides,
  kith_verbs_of_people,   kith_verbs_of_briefings, kith_verbs_of_export,  kith_verbs_of_records,
};

static char *format_name;
static char *as_at_text;
static gboolean is_strict;

static const GOptionEntry shared_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("Write results as FORMAT"),
    N_ ("table|csv|json") },
  { "as-at", 0, 0, G_OPTION_ARG_STRING, &as_at_text, N_ ("Ask about DATE instead of today"),
    N_ ("DATE") },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, N_ ("Exit with 1 where a finding is red"),
    NULL },
  { NULL },
};

static const KithVerb *
find_verb (const char *name)
{
  for (guint g = 0; g < G_N_ELEMENTS (verb_groups); g++)
    for (const KithVerb *verb = verb_groups[g]; verb->name != NULL; verb++)
      if (g_strcmp0 (verb->name, name) == 0)
        return verb;
  return NULL;
}

/* A call too long for its column has what it does on the next line. */
static void
append_call (GString *text, const KithVerb *verb)
{
  const glong width = 34;
  g_autofree char *call = g_strdup_printf ("%s %s", verb->name, verb->form);
  glong length = g_utf8_strlen (call, -1);

  g_string_append_printf (text, "  %s", call);
  if (length > width)
    g_string_append (text, "\n  ");
  g_string_append_printf (text, "%*s %s\n", (int)(length > width ? width : width - length), "",
                          _ (verb->does));
}

static void
print_help (void)
{
  g_autoptr (GString) text = g_string_new (_ ("Usage: kith-cli VERB REGISTER …\n\n"));

  for (guint g = 0; g < G_N_ELEMENTS (verb_groups); g++)
    for (const KithVerb *verb = verb_groups[g]; verb->name != NULL; verb++)
      append_call (text, verb);
  g_string_append (text, _ ("\nkith-cli VERB --help tells a verb’s options. Everywhere: --format "
                            "table|csv|json, --as-at DATE.\nExit: 0 done, 1 done with rejected "
                            "rows or (--strict) red findings, 2 not done and nothing changed.\n"));
  fputs (text->str, stdout);
}

static gboolean
read_shared_options (KithCli *cli, GError **error)
{
  static const char *const names[] = { "table", "csv", "json" };

  cli->format = KITH_OUTPUT_TABLE;
  cli->is_strict = is_strict;
  if (format_name != NULL)
    {
      guint f;

      for (f = 0; f < G_N_ELEMENTS (names) && strcmp (names[f], format_name) != 0; f++)
        ;
      if (f == G_N_ELEMENTS (names))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("“%s” is not a format. Choose table, csv or json."), format_name);
          return FALSE;
        }
      cli->format = (KithOutputFormat)f;
    }
  cli->as_at = kith_date_today ();
  if (as_at_text != NULL &&
      (!kith_date_parse (as_at_text, -1, &cli->as_at) || cli->as_at == KITH_DATE_UNKNOWN))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a date. Write it as 2026-09-01 or 01/09/2026."), as_at_text);
      return FALSE;
    }
  return TRUE;
}

static GOptionContext *
make_context (const KithVerb *verb)
{
  g_autofree char *form = g_strdup_printf ("%s %s", verb->name, verb->form);
  GOptionContext *context = g_option_context_new (form);

  g_option_context_set_summary (context, _ (verb->does));
  if (verb->options != NULL)
    g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared_options, GETTEXT_PACKAGE);
  return context;
}

/* @args begins with the program and the verb. */
static KithExit
run_verb (const KithVerb *verb, char ***args, GError **error)
{
  g_autoptr (GOptionContext) context = make_context (verb);
  KithCli cli;

  if (!g_option_context_parse_strv (context, args, error))
    return KITH_EXIT_NOT_DONE;
  cli.args = *args + 2;
  cli.n_args = g_strv_length (cli.args);
  if (cli.n_args > 0 && strcmp (cli.args[0], "--") == 0)
    cli.args++, cli.n_args--;
  if (cli.n_args < verb->min_args || cli.n_args > verb->max_args)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("This is called as: kith-cli %s %s"), verb->name, verb->form);
      return KITH_EXIT_NOT_DONE;
    }
  if (!read_shared_options (&cli, error))
    return KITH_EXIT_NOT_DONE;
  return verb->run (&cli, error);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) args = NULL;
  g_autoptr (GError) error = NULL;
  const KithVerb *verb;
  KithExit status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KITH_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return argc < 2 ? KITH_EXIT_NOT_DONE : KITH_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      puts ("kith-cli " KITH_VERSION);
      return KITH_EXIT_DONE;
    }
  verb = find_verb (argv[1]);
  if (verb == NULL)
    {
      kith_cli_tell (_ ("“%s” is nothing that kith-cli does. kith-cli --help lists what it does."),
                     argv[1]);
      return KITH_EXIT_NOT_DONE;
    }
  args = g_strdupv (argv);
  status = run_verb (verb, &args, &error);
  if (error != NULL)
    kith_cli_tell ("%s", error->message);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      kith_cli_tell (_ ("The result could not be written. Is the disk full?"));
      return KITH_EXIT_NOT_DONE;
    }
  return status;
}

/**
 * kith_cli_open_store:
 * @cli: whose first argument is a register
 * @mode: to read or to change it
 *
 * Before the first change of a day a backup is made.
 *
 * Returns: (transfer full): the register, or %NULL with @error set
 */
KithStore *
kith_cli_open_store (const KithCli *cli, KithStoreMode mode, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->args[0]);
  g_autoptr (KithStore) store = kith_store_open (file, mode, NULL, error);
  g_autoptr (GError) local_error = NULL;

  if (store != NULL && mode == KITH_STORE_WRITE && !kith_backup_keep (file, NULL, &local_error))
    kith_cli_tell (_ ("No backup was made. %s"), local_error->message);
  return g_steal_pointer (&store);
}

/**
 * kith_cli_read_network_of:
 * @store: the register
 *
 * Returns: (transfer full): its network as at --as-at, or %NULL with @error set
 */
KithNetwork *
kith_cli_read_network_of (const KithCli *cli, KithStore *store, GError **error)
{
  g_autoptr (KithLedger) ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, error);

  return ledger == NULL ? NULL : kith_network_new (ledger, cli->as_at, NULL, error);
}

/**
 * kith_cli_read_network:
 * @cli: whose first argument is a register
 *
 * Returns: (transfer full): its network as at --as-at, or %NULL with @error set
 */
KithNetwork *
kith_cli_read_network (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);

  return store == NULL ? NULL : kith_cli_read_network_of (cli, store, error);
}

/**
 * kith_cli_read_roll:
 * @cli: whose first argument is a register
 *
 * Returns: (transfer full): its roll as at --as-at, or %NULL with @error set
 */
KithRoll *
kith_cli_read_roll (const KithCli *cli, GError **error)
{
  g_autoptr (KithNetwork) network = kith_cli_read_network (cli, error);

  return network == NULL ? NULL : kith_roll_new (network, NULL, error);
}

/**
 * kith_cli_read_roll_of:
 * @store: the register
 *
 * Returns: (transfer full): its roll as at --as-at, of a ledger with all figures, or %NULL with
 *   @error set
 */
KithRoll *
kith_cli_read_roll_of (const KithCli *cli, KithStore *store, GError **error)
{
  g_autoptr (KithLedger) ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, error);
  g_autoptr (KithNetwork) network =
      ledger == NULL ? NULL : kith_network_new (ledger, cli->as_at, NULL, error);

  return network == NULL ? NULL : kith_roll_new (network, NULL, error);
}

/**
 * kith_cli_read_roll_with_measures:
 * @cli: whose first argument is a register
 *
 * Returns: (transfer full): its roll as at --as-at, of a ledger that holds all results and
 *   censuses, or %NULL with @error set
 */
KithRoll *
kith_cli_read_roll_with_measures (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);

  return store == NULL ? NULL : kith_cli_read_roll_of (cli, store, error);
}

/**
 * kith_cli_read_urn:
 * @text: an argument
 * @urn: (out): what it says
 *
 * Returns: %FALSE with @error set where it is no URN
 */
gboolean
kith_cli_read_urn (const char *text, gint64 *urn, GError **error)
{
  if (kith_text_parse_int (text, -1, urn) && *urn != KITH_INT_NONE)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a URN: a URN is a number, such as 100123."), text);
  return FALSE;
}

/**
 * kith_cli_write_edit:
 * @store: the register, open for writing
 * @edit: of what it says
 *
 * Writes an edit as one entry of the journal and says on standard error what was done. One that
 * has a problem is refused, each of them named by its option.
 *
 * Returns: %KITH_EXIT_DONE, or %KITH_EXIT_NOT_DONE with @error set
 */
KithExit
kith_cli_write_edit (KithStore *store, const KithEdit *edit, GError **error)
{
  KithEntry entry = { .who = kith_entry_get_officer (), .what = edit->what };

  for (guint i = 0; i < edit->hints->len; i++)
    kith_cli_tell ("%s: %s", ((KithEditHint *)edit->hints->pdata[i])->field,
                   ((KithEditHint *)edit->hints->pdata[i])->sentence);
  if (!kith_edit_check (edit, error))
    return KITH_EXIT_NOT_DONE;
  if (kith_changeset_get_size (edit->changes) == 0)
    {
      kith_cli_tell (_ ("All of this is recorded already."));
      return KITH_EXIT_DONE;
    }
  if (!kith_store_apply (store, edit->changes, &entry, NULL, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell ("%s", edit->what);
  return KITH_EXIT_DONE;
}

/**
 * kith_cli_print:
 * @text: (transfer full): a result
 */
void
kith_cli_print (char *text)
{
  fputs (text, stdout);
  g_free (text);
}

/**
 * kith_cli_tell:
 * @format: a sentence for standard error
 */
void
kith_cli_tell (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "%s\n", sentence);
}
