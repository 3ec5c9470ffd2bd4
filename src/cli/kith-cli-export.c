/* kith-cli-export.c: export: everything out, in formats that others read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-export.h"

static char *output_path;
static char *audience_name;
static gint64 school_urn;
static char *hub;
static char *family;
static char *arrangement;
static char *authority;
static char *phase;
static char *tier;

static const GOptionEntry export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_ ("Write FILE.graphml, .gexf, .csv (a file for each table), .zip, .xlsx or .json"),
    N_ ("FILE") },
  { "for", 0, 0, G_OPTION_ARG_STRING, &audience_name,
    N_ ("Leave out what these are not told; officers unless said otherwise"),
    N_ ("officers|partners|commissioner|public") },
  { "school", 0, 0, G_OPTION_ARG_INT64, &school_urn, N_ ("One school and those it works with"),
    N_ ("URN") },
  { "hub", 0, 0, G_OPTION_ARG_STRING, &hub, N_ ("The members of a hub: its name or id"), N_ ("A") },
  { "family", 0, 0, G_OPTION_ARG_STRING, &family,
    N_ ("The members of a Family of Schools: its name or id"), N_ ("A") },
  { "arrangement", 0, 0, G_OPTION_ARG_STRING, &arrangement,
    N_ ("The members of any arrangement: its name, id or UID"), N_ ("A") },
  { "authority", 0, 0, G_OPTION_ARG_STRING, &authority,
    N_ ("Schools of this authority: its code or name"), N_ ("LA") },
  { "phase", 0, 0, G_OPTION_ARG_STRING, &phase, N_ ("Schools of this phase: primary …"),
    N_ ("PHASE") },
  { "tier", 0, 0, G_OPTION_ARG_STRING, &tier, N_ ("Schools of this tier"), N_ ("1|2|3|U|4") },
  { NULL },
};

/* Which schools are asked for: those that fit all that is said. */
typedef struct
{
  KithRoll *roll;
  GHashTable *members; /* URNs of an arrangement, or of a school and those it works with; or NULL */
  gint64 la;           /* KITH_INT_NONE for any */
} Filter;

static void
take_urn (Filter *self, gint64 urn)
{
  g_hash_table_add (self->members, g_memdup2 (&urn, sizeof urn));
}

static gboolean
read_school (Filter *self, GError **error)
{
  KithNetwork *network = kith_roll_get_network (self->roll);
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  guint school = kith_network_find_school (network, school_urn), n;
  const KithTied *tied;

  if (school == KITH_INDEX_NONE)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("There is no school %" G_GINT64_FORMAT " in scope at this date."),
                   school_urn);
      return FALSE;
    }
  take_urn (self, school_urn);
  tied = kith_network_get_tied (network, school, &n);
  for (guint t = 0; t < n; t++)
    take_urn (self, schools[tied[t].school].record->urn);
  return TRUE;
}

static gboolean
read_members (Filter *self, const char *name, KithKind kind, GError **error)
{
  KithNetwork *network = kith_roll_get_network (self->roll);
  const KithNetworkArrangement *in;
  gint64 id = kith_cli_find_arrangement (network, name, kind, error);

  if (id == KITH_INT_NONE)
    return FALSE;
  in = &kith_network_get_arrangements (network,
                                       &(guint){ 0 })[kith_network_find_arrangement (network, id)];
  for (guint m = 0; m < in->n_members; m++)
    if (in->members[m].urn != KITH_INT_NONE)
      take_urn (self, in->members[m].urn);
  return TRUE;
}

static gboolean
read_filter (Filter *self, GError **error)
{
  const struct
  {
    const char *name;
    KithKind kind;
  } asked[] = { { hub, KITH_KIND_HUB },
                { family, KITH_KIND_FAMILY },
                { arrangement, KITH_N_KINDS } };
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (self->roll));
  guint n_asked = (school_urn != 0) + (hub != NULL) + (family != NULL) + (arrangement != NULL);

  self->la = KITH_INT_NONE;
  if (n_asked > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Export one thing: --school, --hub, --family or --arrangement."));
      return FALSE;
    }
  if (authority != NULL)
    {
      self->la = kith_settings_find_authority (ledger, authority);
      if (kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, self->la) == NULL)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("No authority of the register is called “%s”."), authority);
          return FALSE;
        }
    }
  if (n_asked == 1)
    self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (school_urn != 0)
    return read_school (self, error);
  for (guint a = 0; a < G_N_ELEMENTS (asked); a++)
    if (asked[a].name != NULL)
      return read_members (self, asked[a].name, asked[a].kind, error);
  return TRUE;
}

static gboolean
fits (const Filter *self, const KithNetworkSchool *school)
{
  const KithRollRow *row = kith_roll_find (self->roll, school->record->urn);

  return (self->members == NULL || g_hash_table_contains (self->members, &school->record->urn)) &&
         (self->la == KITH_INT_NONE || school->la == self->la) &&
         (phase == NULL || g_ascii_strcasecmp (phase, kith_phase_get_words (school->phase)) == 0) &&
         (tier == NULL ||
          (row != NULL && g_ascii_strcasecmp (tier, kith_tier_get_key (row->tier)) == 0));
}

/* NULL, without an error, for all. */
static GArray *
list_schools (const Filter *self, GError **error)
{
  g_autoptr (GArray) urns = NULL;
  guint n;
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (self->roll), &n);

  if (self->members == NULL && self->la == KITH_INT_NONE && phase == NULL && tier == NULL)
    return NULL;
  urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++)
    if (fits (self, &schools[i]))
      g_array_append_val (urns, schools[i].record->urn);
  if (urns->len == 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("No school fits what was asked for."));
      return NULL;
    }
  return g_steal_pointer (&urns);
}

static gboolean
read_options (KithExportOptions *options, KithExportFormat *format, GError **error)
{
  options->audience = KITH_AUDIENCE_OFFICERS;
  if (audience_name != NULL && !kith_audience_find (audience_name, &options->audience))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is no audience. Choose officers, partners, commissioner or public."),
                 audience_name);
  else if (output_path == NULL || !kith_export_find_format (output_path, format))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("Where to? Write -o FILE.graphml, .gexf, .csv, .zip, .xlsx or .json."));
  else if (tier != NULL && !kith_audience_may_see (options->audience, KITH_TOPIC_FINDINGS))
    g_set_error (
        error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
        _ ("An export of one tier tells which schools are in it; for %s leave --tier out."),
        kith_audience_get_words (options->audience));
  else
    return TRUE;
  return FALSE;
}

static KithRoll *
read_roll (const KithCli *cli, KithExportFormat format, GError **error)
{
  gboolean with_figures =
      format == KITH_EXPORT_CSV || format == KITH_EXPORT_ZIP || format == KITH_EXPORT_JSON;
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (KithLedger) ledger =
      store == NULL ? NULL : kith_store_read_ledger (store, NULL, with_figures, NULL, error);
  g_autoptr (KithNetwork) network =
      ledger == NULL ? NULL : kith_network_new (ledger, cli->as_at, NULL, error);

  return network == NULL ? NULL : kith_roll_new (network, NULL, error);
}

static KithExit
run_export (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) schools = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) reason = NULL;
  KithExportOptions options = { 0 };
  KithExportFormat format;
  Filter filter = { 0 };
  gboolean is_read;

  if (!read_options (&options, &format, error))
    return KITH_EXIT_NOT_DONE;
  roll = read_roll (cli, format, error);
  if (roll == NULL)
    return KITH_EXIT_NOT_DONE;
  filter.roll = roll;
  is_read = read_filter (&filter, &reason);
  if (is_read)
    options.schools = schools = list_schools (&filter, &reason);
  g_clear_pointer (&filter.members, g_hash_table_unref);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return KITH_EXIT_NOT_DONE;
    }
  file = g_file_new_for_commandline_arg (output_path);
  if (!kith_export_write (roll, &options, format, file, NULL, error))
    return KITH_EXIT_NOT_DONE;
  for (guint t = 0; t < KITH_N_TOPICS; t++)
    if (!kith_audience_may_see (options.audience, (KithTopic)t))
      kith_cli_tell ("%s", kith_audience_tell (options.audience, (KithTopic)t));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_export[] = {
  { "export", "R -o FILE", N_ ("the network and the tables, in formats that others read"), 1, 1,
    export_options, run_export },
  { NULL },
};
