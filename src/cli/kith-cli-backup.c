/* kith-cli-backup.c: backup, restore
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include "kith-backup.h"

#include <glib/gi18n.h>

static KithExit
run_backup (const KithCli *cli, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->args[0]);
  g_autoptr (KithBackup) backup = NULL;
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GFile) to = NULL;

  if (cli->n_args == 1)
    {
      backup = kith_backup_make (file, NULL, error);
      if (backup == NULL)
        return KITH_EXIT_NOT_DONE;
      kith_cli_print (g_strdup_printf ("%s\n", g_file_peek_path (backup->file)));
      return KITH_EXIT_DONE;
    }
  to = g_file_new_for_commandline_arg (cli->args[1]);
  store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  if (store == NULL || !kith_store_copy (store, to, NULL, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_print (g_strdup_printf ("%s\n", g_file_peek_path (to)));
  return KITH_EXIT_DONE;
}

static KithExit
list_backups (const KithCli *cli, GPtrArray *backups)
{
  static const KithColumn columns[] = { { "backup", KITH_COLUMN_NUMBER },
                                        { "made", KITH_COLUMN_TEXT },
                                        { "bytes", KITH_COLUMN_NUMBER },
                                        { "file", KITH_COLUMN_TEXT } };
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < backups->len; i++)
    {
      const KithBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *made = g_date_time_format (backup->made, "%Y-%m-%dT%H:%M");

      kith_output_add_int (output, backup->number);
      kith_output_add_text (output, made);
      kith_output_add_int (output, backup->size);
      kith_output_add_text (output, g_file_peek_path (backup->file));
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static const KithBackup *
find_backup (GPtrArray *backups, const char *text, GError **error)
{
  gint64 number;

  if (kith_text_parse_int (text, -1, &number) && number != KITH_INT_NONE)
    for (guint i = 0; i < backups->len; i++)
      if (((const KithBackup *)g_ptr_array_index (backups, i))->number == number)
        return g_ptr_array_index (backups, i);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not the number of a backup. kith-cli restore without a number lists "
                  "them."),
               text);
  return NULL;
}

/* The register cannot be opened, or is not there: its backup takes its place. */
static KithExit
put_back (const KithBackup *backup, GFile *file, GError **error)
{
  g_autofree char *when = kith_backup_dup_when (backup);
  g_autoptr (GFile) aside = NULL;

  if (!kith_backup_put_back (backup, file, &aside, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell (_ ("The backup of %s is in the register’s place."), when);
  if (aside != NULL)
    kith_cli_tell (_ ("What could not be opened was kept as %s."), g_file_peek_path (aside));
  return KITH_EXIT_DONE;
}

static KithExit
run_restore (const KithCli *cli, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->args[0]);
  g_autoptr (GPtrArray) backups = kith_backup_list (file);
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) local_error = NULL;
  const KithBackup *backup;

  if (cli->n_args == 1)
    return list_backups (cli, backups);
  backup = find_backup (backups, cli->args[1], error);
  if (backup == NULL)
    return KITH_EXIT_NOT_DONE;
  store = kith_store_open (file, KITH_STORE_WRITE, NULL, &local_error);
  if (g_error_matches (local_error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN) ||
      g_error_matches (local_error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT))
    return put_back (backup, file, error);
  if (store == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return KITH_EXIT_NOT_DONE;
    }
  if (!kith_backup_restore (backup, store, kith_entry_get_officer (), NULL, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell (_ ("Restored. kith-cli undo %s takes it back."), cli->args[0]);
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_backups[] = {
  { "backup", "R [FILE]",
    N_ ("makes a backup beside the register, of which ten are kept, or a copy as FILE"), 1, 2, NULL,
    run_backup },
  { "restore", "R [BACKUP]", N_ ("lists the backups, or goes back to one"), 1, 2, NULL,
    run_restore },
  { NULL },
};
