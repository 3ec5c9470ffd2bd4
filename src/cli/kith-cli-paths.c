/* kith-cli-paths.c: who can help a school, and who can introduce it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-paths.h"

static char *path_area;
static gboolean is_own_trust_left_out;

static const GOptionEntry path_options[] = {
  { "area", 0, 0, G_OPTION_ARG_STRING, &path_area, N_ ("Seek help with AREA, needed or not"),
    N_ ("AREA") },
  { "not-own-trust", 0, 0, G_OPTION_ARG_NONE, &is_own_trust_left_out,
    N_ ("Leave the school’s own trust out"), NULL },
  { NULL },
};

static const KithColumn path_columns[] = {
  { "area", KITH_COLUMN_TEXT },
  { "helper", KITH_COLUMN_TEXT },
  { "name", KITH_COLUMN_TEXT },
  { "urn", KITH_COLUMN_NUMBER },
  { "at", KITH_COLUMN_TEXT },
  { "level", KITH_COLUMN_TEXT },
  { "introductions", KITH_COLUMN_NUMBER },
  { "introduced_by", KITH_COLUMN_TEXT },
  { "strength", KITH_COLUMN_NUMBER },
  { "minutes", KITH_COLUMN_NUMBER },
  { "way", KITH_COLUMN_TEXT },
  { "other_way", KITH_COLUMN_TEXT },
};

static void
add_helper (KithOutput *output,
            KithNetwork *network,
            const KithHelp *help,
            const KithHelper *helper)
{
  static const char *const kinds[] = { "school", "person", "organisation" };
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });

  kith_output_add_text (output, help->area);
  kith_output_add_text (output, kinds[helper->strong->kind]);
  kith_output_add_text (output, helper->name);
  kith_output_add_int (output, helper->urn);
  kith_output_add_text (output, helper->at);
  kith_output_add_text (output, helper->strong->record->level);
  kith_output_add_int (output, helper->route.n_introductions);
  kith_output_add_text (output, helper->route.between == KITH_INDEX_NONE
                                    ? NULL
                                    : schools[helper->route.between].record->name);
  kith_output_add_real (output, helper->route.strength, 3);
  kith_output_add_real (output, helper->minutes, 0);
  kith_output_add_text (output, helper->route.words);
  kith_output_add_text (output, helper->other.n_introductions > 0 ? helper->other.words : NULL);
}

static KithExit
run_path (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithPaths) paths = NULL;
  const KithHelp *help;
  KithOutput *output;
  gint64 urn;
  guint n;

  if (!kith_cli_read_urn (cli->args[1], &urn, error))
    return KITH_EXIT_NOT_DONE;
  roll = kith_cli_read_roll (cli, error);
  if (roll == NULL)
    return KITH_EXIT_NOT_DONE;
  paths = kith_paths_new (roll, urn, path_area, is_own_trust_left_out);
  if (paths == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("There is no school with URN %s open and in scope on that day."),
                   cli->args[1]);
      return KITH_EXIT_NOT_DONE;
    }
  help = kith_paths_get (paths, &n);
  output = kith_output_new (cli->format, path_columns, G_N_ELEMENTS (path_columns));
  for (guint i = 0; i < n; i++)
    for (guint h = 0; h < help[i].n_helpers; h++)
      add_helper (output, kith_roll_get_network (roll), &help[i], &help[i].helpers[h]);
  kith_cli_print (kith_output_end (output));
  for (guint i = 0; i < n; i++)
    kith_cli_tell ("%s", help[i].words);
  if (n == 0)
    kith_cli_tell (_ ("No need is on record for this school. --area asks about any area."));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_paths[] = {
  { "path", "R URN", N_ ("who can help a school, and who can introduce it"), 2, 2, path_options,
    run_path },
  { NULL },
};
