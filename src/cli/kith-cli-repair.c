/* kith-cli-repair.c: the fewest new links, accepted as proposals and confirmed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-edit-proposal.h"
#include "kith-repair.h"
#include "kith-span.h"
#include "kith-vocabulary.h"

#include <string.h>

static int minutes;
static char **excluded_texts;
static char **refused_texts;
static gboolean is_without_pairings;
static gboolean is_without_joinings;

#define REPAIR_OPTIONS                                                                             \
  { "minutes", 0, 0, G_OPTION_ARG_INT, &minutes, N_ ("No way longer than N minutes"), N_ ("N") },  \
      { "exclude",                                                                                 \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING_ARRAY,                                                                 \
        &excluded_texts,                                                                           \
        N_ ("Leave the school out; may be given again"),                                           \
        N_ ("URN") },                                                                              \
      { "refuse",                                                                                  \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING_ARRAY,                                                                 \
        &refused_texts,                                                                            \
        N_ ("Do not propose this link; may be given again"),                                       \
        N_ ("LINK") },                                                                             \
      { "without-pairings",   0,   0, G_OPTION_ARG_NONE, &is_without_pairings,                     \
        N_ ("Only joinings"), NULL },                                                              \
  {                                                                                                \
    "without-joinings", 0, 0, G_OPTION_ARG_NONE, &is_without_joinings, N_ ("Only pairings"), NULL  \
  }

static const GOptionEntry repair_options[] = {
  REPAIR_OPTIONS,
  { NULL },
};

/* As dup_key() writes it. */
static gboolean
read_link (const char *text, KithProposal *link, GError **error)
{
  const char *sign = strpbrk (text, "+@");
  gint64 other;

  *link = (KithProposal){ NULL, KITH_INT_NONE, KITH_INT_NONE, KITH_INT_NONE };
  if (sign == NULL || !kith_text_parse_int (text, sign - text, &link->urn) ||
      !kith_text_parse_int (sign + 1, -1, &other))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no link as repair names it: two URNs with + between them, or a URN "
                      "and the number of an arrangement with @ between them."),
                   text);
      return FALSE;
    }
  *(*sign == '+' ? &link->other_urn : &link->arrangement_id) = other;
  return TRUE;
}

static KithRepair *
make_repair (const KithCli *cli, KithRoll *roll, GError **error)
{
  const KithSettings *settings = kith_network_get_settings (kith_roll_get_network (roll));
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) refused = g_array_new (FALSE, FALSE, sizeof (KithProposal));
  KithRepairOptions options = {
    .minutes = minutes > 0 ? (double)minutes : settings->repair_minutes,
    .has_pairings = !is_without_pairings,
    .has_joinings = !is_without_joinings,
  };

  for (char **text = excluded_texts; text != NULL && *text != NULL; text++)
    {
      gint64 urn;

      if (!kith_cli_read_urn (*text, &urn, error))
        return NULL;
      g_array_append_val (excluded, urn);
    }
  for (char **text = refused_texts; text != NULL && *text != NULL; text++)
    {
      KithProposal link;

      if (!read_link (*text, &link, error))
        return NULL;
      g_array_append_val (refused, link);
    }
  options.refused = (const KithProposal *)(gpointer)refused->data;
  options.n_refused = refused->len;
  options.excluded = (const gint64 *)excluded->data;
  options.n_excluded = excluded->len;
  return kith_repair_new (roll, &options, NULL, error);
}

/* What a link is called on the command line, in this register and any other: the schools, or the
   school and the arrangement. Numbers would mean another link when the register has changed. */
static char *
dup_key (const KithRepair *repair, guint number)
{
  KithProposal proposal = kith_repair_get_proposal (repair, number);

  if (proposal.other_urn != KITH_INT_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT "+%" G_GINT64_FORMAT, proposal.urn,
                            proposal.other_urn);
  return g_strdup_printf ("%" G_GINT64_FORMAT "@%" G_GINT64_FORMAT, proposal.urn,
                          proposal.arrangement_id);
}

static const KithColumn repair_columns[] = {
  { "link", KITH_COLUMN_TEXT },          { "kind", KITH_COLUMN_TEXT },
  { "urn", KITH_COLUMN_NUMBER },         { "other_urn", KITH_COLUMN_NUMBER },
  { "arrangement", KITH_COLUMN_NUMBER }, { "name", KITH_COLUMN_TEXT },
  { "minutes", KITH_COLUMN_NUMBER },     { "why", KITH_COLUMN_TEXT },
  { "clears", KITH_COLUMN_TEXT },
};

static void
add_link (KithOutput *output, const KithRepair *repair, guint number)
{
  KithProposal proposal = kith_repair_get_proposal (repair, number);
  const KithNewLink *link = &repair->links[number];
  g_autofree char *key = dup_key (repair, number);

  kith_output_add_text (output, key);
  kith_output_add_text (output, proposal.other_urn != KITH_INT_NONE ? "pairing" : "joining");
  kith_output_add_int (output, proposal.urn);
  kith_output_add_int (output, proposal.other_urn);
  kith_output_add_int (output, proposal.arrangement_id);
  kith_output_add_text (output, link->name);
  kith_output_add_real (output, link->minutes, 0);
  kith_output_add_text (output, link->why);
  kith_output_add_text (output, link->clears);
}

static void
tell_repair (const KithRepair *repair)
{
  const KithNetworkSchool *schools = kith_network_get_schools (repair->network, &(guint){ 0 });

  kith_cli_tell ("%s", repair->words);
  for (guint i = 0; i < repair->n_unmended; i++)
    kith_cli_tell ("%" G_GINT64_FORMAT " %s: %s", schools[repair->unmended[i].school].record->urn,
                   schools[repair->unmended[i].school].record->name, repair->unmended[i].why);
  kith_cli_tell ("%s", repair->rules);
}

static KithExit
run_repair (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = kith_cli_read_roll (cli, error);
  g_autoptr (KithRepair) repair = roll == NULL ? NULL : make_repair (cli, roll, error);
  KithOutput *output;

  if (repair == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, repair_columns, G_N_ELEMENTS (repair_columns));
  for (guint i = 0; i < repair->n_links; i++)
    add_link (output, repair, i);
  kith_cli_print (kith_output_end (output));
  tell_repair (repair);
  return KITH_EXIT_DONE;
}

static char *starts_text;

static const GOptionEntry accept_options[] = {
  { "starts", 0, 0, G_OPTION_ARG_STRING, &starts_text, N_ ("The first day"), N_ ("DATE") },
  REPAIR_OPTIONS,
  { NULL },
};

static gboolean
read_starts (KithDate *starts, GError **error)
{
  const char *fault = kith_vocabulary_read_date (starts_text, -1, starts);

  if (fault != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "starts: %s", fault);
  return fault == NULL;
}

static gboolean
add_proposal (GArray *proposals, const KithRepair *repair, const char *key, GError **error)
{
  for (guint i = 0; i < repair->n_links; i++)
    {
      g_autofree char *own = dup_key (repair, i);
      KithProposal proposal = kith_repair_get_proposal (repair, i);

      if (g_strcmp0 (key, "all") != 0 && g_strcmp0 (key, own) != 0)
        continue;
      g_array_append_val (proposals, proposal);
      if (g_strcmp0 (key, own) == 0)
        return TRUE;
    }
  if (g_strcmp0 (key, "all") == 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is none of the new links that repair proposes with these options. Ask it "
                  "again: the register may have changed."),
               key);
  return FALSE;
}

static KithExit
accept_links (const KithCli *cli, KithStore *store, KithNetwork *network, GError **error)
{
  g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, error);
  g_autoptr (KithRepair) repair = roll == NULL ? NULL : make_repair (cli, roll, error);
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (KithProposal));
  g_autoptr (KithEdit) edit = NULL;
  KithDate starts;

  if (repair == NULL || !read_starts (&starts, error))
    return KITH_EXIT_NOT_DONE;
  for (guint a = 2; a < cli->n_args; a++)
    if (!add_proposal (proposals, repair, cli->args[a], error))
      return KITH_EXIT_NOT_DONE;
  edit = kith_edit_propose (kith_network_get_ledger (network),
                            (const KithProposal *)proposals->data, proposals->len, starts);
  return kith_cli_write_edit (store, edit, error);
}

static KithExit
accept_proposal (const KithCli *cli, KithStore *store, KithNetwork *network, GError **error)
{
  gboolean is_drop = g_strcmp0 (cli->args[1], "drop") == 0;
  g_autoptr (KithEdit) edit = NULL;
  gint64 id = KITH_INT_NONE;
  KithDate starts;

  if (!read_starts (&starts, error))
    return KITH_EXIT_NOT_DONE;
  if (cli->n_args != 3 || !kith_text_parse_int (cli->args[2], -1, &id))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s",
                   _ ("Give the number of one proposed arrangement. kith-cli proposals lists "
                      "them."));
      return KITH_EXIT_NOT_DONE;
    }
  edit = is_drop ? kith_edit_drop (kith_network_get_ledger (network), id)
                 : kith_edit_confirm (kith_network_get_ledger (network), id,
                                      starts == KITH_DATE_UNKNOWN ? cli->as_at : starts);
  return kith_cli_write_edit (store, edit, error);
}

static KithExit
run_accept (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  g_autoptr (KithNetwork) network =
      store == NULL ? NULL : kith_cli_read_network_of (cli, store, error);

  if (network == NULL)
    return KITH_EXIT_NOT_DONE;
  if (g_strcmp0 (cli->args[1], "repair") == 0)
    return accept_links (cli, store, network, error);
  if (g_strcmp0 (cli->args[1], "proposal") == 0 || g_strcmp0 (cli->args[1], "drop") == 0)
    return accept_proposal (cli, store, network, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” cannot be accepted. Accept a repair’s links, confirm a proposal, or drop "
                  "it."),
               cli->args[1]);
  return KITH_EXIT_NOT_DONE;
}

static KithExit
run_proposals (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "proposal", KITH_COLUMN_NUMBER },
    { "kind", KITH_COLUMN_TEXT },
    { "name", KITH_COLUMN_TEXT },
    { "starts", KITH_COLUMN_TEXT },
  };
  g_autoptr (KithNetwork) network = kith_cli_read_network (cli, error);
  const KithArrangement *rows;
  KithOutput *output;
  gsize n;

  if (network == NULL)
    return KITH_EXIT_NOT_DONE;
  rows = kith_ledger_get_rows (kith_network_get_ledger (network), KITH_TABLE_ARRANGEMENT, &n);
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < n; i++)
    if (kith_span_is_proposed (&rows[i]))
      {
        kith_output_add_int (output, rows[i].id);
        kith_output_add_text (output, rows[i].kind);
        kith_output_add_text (output, rows[i].name);
        kith_output_add_date (output, rows[i].starts);
      }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_repair[] = {
  { "repair", "R", N_ ("the fewest new links that leave no school alone"), 1, 1, repair_options,
    run_repair },
  { "accept", "R repair LINK…|proposal ID|drop ID",
    N_ ("propose new links; confirm or drop what is proposed"), 3, G_MAXUINT, accept_options,
    run_accept },
  { "proposals", "R", N_ ("arrangements that are proposed and tie nobody yet"), 1, 1, NULL,
    run_proposals },
  { NULL },
};
