/* kith-cli-what-if.c: what-if: what would be without this, or with that
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-addition.h"
#include "kith-cliff.h"
#include "kith-keystones.h"
#include "kith-removal.h"
#include "kith-text.h"
#include "kith-what-if.h"

static char **without_texts;
static char **with_texts;
static gboolean wants_counts;
static gboolean wants_cliff;
static gboolean wants_cut;

static const GOptionEntry what_if_options[] = {
  { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &without_texts,
    N_ ("Take away TYPE:ID: a person, arrangement, funding, school or membership "
        "(URN/ARRANGEMENT); of one TYPE alone the IDs may follow R"),
    N_ ("TYPE[:ID]") },
  { "with", 0, 0, G_OPTION_ARG_STRING_ARRAY, &with_texts,
    N_ ("Add membership:URN/ARRANGEMENT, arrangement:KIND/URN,URN…, person:NAME/ARRANGEMENT, "
        "funding:NAME/ARRANGEMENT/DATE or school:URN"),
    N_ ("TYPE:WHAT") },
  { "counts", 0, 0, G_OPTION_ARG_NONE, &wants_counts,
    N_ ("Write the counts before and after instead of the schools"), NULL },
  { "cliff", 0, 0, G_OPTION_ARG_NONE, &wants_cliff,
    N_ ("Write the months in which money ends, and the schools without a link then"), NULL },
  { "cut", 0, 0, G_OPTION_ARG_NONE, &wants_cut,
    N_ ("Write the people and arrangements that hold schools together"), NULL },
  { NULL },
};

/* Reads "person:Ada Marsh"; id: %NULL where only the type is written. */
static gboolean
read_type (const char *text, KithThingType *type, const char **id, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *name = colon != NULL ? g_strndup (text, (gsize)(colon - text)) : g_strdup (text);

  *id = colon != NULL ? colon + 1 : NULL;
  if (kith_thing_type_find (name, type))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is nothing that can be taken away or added. Choose person, arrangement, "
                  "funding, school or membership."),
               name);
  return FALSE;
}

static gboolean
add_thing (
    GPtrArray *things, KithLedger *ledger, KithThingType type, const char *id, GError **error)
{
  KithThing *thing = kith_thing_find (ledger, type, id, error);

  if (thing == NULL)
    return FALSE;
  g_ptr_array_add (things, thing);
  return TRUE;
}

/* What follows the register are the ids of the one type that stands alone. */
static gboolean
read_removals (const KithCli *cli, KithLedger *ledger, GPtrArray *things, GError **error)
{
  KithThingType type, bare = KITH_N_THINGS;
  const char *id;

  for (guint i = 0; without_texts != NULL && without_texts[i] != NULL; i++)
    {
      if (!read_type (without_texts[i], &type, &id, error) ||
          (id != NULL && !add_thing (things, ledger, type, id, error)))
        return FALSE;
      if (id == NULL && bare != KITH_N_THINGS && bare != type)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               _ ("Of several types write each as --without TYPE:ID."));
          return FALSE;
        }
      if (id == NULL)
        bare = type;
    }
  if ((bare == KITH_N_THINGS) != (cli->n_args == 1))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           bare == KITH_N_THINGS
                               ? _ ("What is it that is taken away? Write --without TYPE before.")
                               : _ ("Which is taken away? Write its name or number after the "
                                    "register."));
      return FALSE;
    }
  for (guint a = 1; a < cli->n_args; a++)
    if (!add_thing (things, ledger, bare, cli->args[a], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_additions (const KithCli *cli, KithChangeset *changes, GError **error)
{
  KithThingType type;
  const char *what;

  for (guint i = 0; with_texts != NULL && with_texts[i] != NULL; i++)
    if (!read_type (with_texts[i], &type, &what, error) ||
        !kith_addition_plan (changes, type, what != NULL ? what : "", cli->as_at, error))
      return FALSE;
  return TRUE;
}

static KithChangeset *
read_changes (const KithCli *cli, KithNetwork *network, GError **error)
{
  KithLedger *ledger = kith_network_get_ledger (network);
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  g_autoptr (KithHolders) holders = kith_holders_new (network);
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_thing_free);

  if (without_texts == NULL && with_texts == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("What if what? Write --without, --with, --cliff or --cut; "
                              "kith-cli what-if --help tells how."));
      return NULL;
    }
  if (!read_removals (cli, ledger, things, error))
    return NULL;
  kith_removal_plan (holders, (const KithThing *const *)things->pdata, things->len, changes);
  if (!read_additions (cli, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}

static void
add_count (KithOutput *output, const char *measure, guint before, guint after)
{
  kith_output_add_text (output, measure);
  kith_output_add_int (output, before);
  kith_output_add_int (output, after);
}

static void
print_counts (const KithCli *cli, const KithWhatIf *what_if)
{
  static const KithColumn columns[] = {
    { "measure", KITH_COLUMN_TEXT },
    { "before", KITH_COLUMN_NUMBER },
    { "after", KITH_COLUMN_NUMBER },
  };
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  const KithWhatIfSide *before = kith_what_if_get_side (what_if, FALSE);
  const KithWhatIfSide *after = kith_what_if_get_side (what_if, TRUE);

  add_count (output, "schools", before->n_schools, after->n_schools);
  add_count (output, "links", before->n_links, after->n_links);
  add_count (output, "without_link", before->n_alone, after->n_alone);
  add_count (output, "pieces", before->n_components, after->n_components);
  add_count (output, "largest_piece", before->largest, after->largest);
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      g_autofree char *name = g_strdup_printf ("tier_%s", kith_tier_get_key (t));

      add_count (output, name, kith_roll_count_tier (kith_what_if_get_roll (what_if, FALSE), t),
                 kith_roll_count_tier (kith_what_if_get_roll (what_if, TRUE), t));
    }
  kith_output_add_text (output, "fragmentation");
  kith_output_add_real (output, before->fragmentation, 6);
  kith_output_add_real (output, after->fragmentation, 6);
  kith_cli_print (kith_output_end (output));
}

/* "+no-live-link:red;-hangs-by-a-thread:amber" */
static char *
dup_turns (const KithWhatIfFinding *findings, guint n, gint64 urn)
{
  GString *turns = g_string_new (NULL);

  for (guint f = 0; f < n; f++)
    {
      const KithFinding *sides[] = { findings[f].before, findings[f].after };

      for (guint s = 0; findings[f].urn == urn && s < 2; s++)
        if (sides[s] != NULL)
          g_string_append_printf (turns, "%s%s%s:%s", turns->len > 0 ? ";" : "", s == 0 ? "-" : "+",
                                  kith_finding_get_key (sides[s]->code),
                                  kith_severity_get_key (sides[s]->severity));
    }
  return g_string_free (turns, FALSE);
}

static void
add_tier (KithOutput *output, KithTier tier)
{
  kith_output_add_text (output, tier == KITH_N_TIERS ? NULL : kith_tier_get_key (tier));
}

static void
print_schools (const KithCli *cli, const KithWhatIf *what_if)
{
  static const KithColumn columns[] = {
    { "urn", KITH_COLUMN_NUMBER },          { "name", KITH_COLUMN_TEXT },
    { "links_before", KITH_COLUMN_NUMBER }, { "links_after", KITH_COLUMN_NUMBER },
    { "lost", KITH_COLUMN_NUMBER },         { "gained", KITH_COLUMN_NUMBER },
    { "tier_before", KITH_COLUMN_TEXT },    { "tier_after", KITH_COLUMN_TEXT },
    { "findings", KITH_COLUMN_TEXT },
  };
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  guint n, n_findings;
  const KithWhatIfSchool *schools = kith_what_if_get_schools (what_if, &n);
  const KithWhatIfFinding *findings = kith_what_if_get_findings (what_if, &n_findings);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *turns = dup_turns (findings, n_findings, schools[i].record->urn);

      kith_output_add_int (output, schools[i].record->urn);
      kith_output_add_text (output, schools[i].record->name);
      kith_output_add_int (output, schools[i].before == KITH_INDEX_NONE
                                       ? KITH_INT_NONE
                                       : (gint64)schools[i].n_links_before);
      kith_output_add_int (output, schools[i].after == KITH_INDEX_NONE
                                       ? KITH_INT_NONE
                                       : (gint64)schools[i].n_links_after);
      kith_output_add_int (output, schools[i].n_lost);
      kith_output_add_int (output, schools[i].n_gained);
      add_tier (output, schools[i].tier_before);
      add_tier (output, schools[i].tier_after);
      kith_output_add_text (output, turns);
    }
  kith_cli_print (kith_output_end (output));
}

static void
tell_sides (const KithWhatIf *what_if)
{
  const KithWhatIfSide *before = kith_what_if_get_side (what_if, FALSE);
  const KithWhatIfSide *after = kith_what_if_get_side (what_if, TRUE);

  kith_cli_tell (_ ("Links %u → %u, schools without a link %u → %u, pieces %u → %u, fragmentation "
                    "%.4f → %.4f. The register is as it was."),
                 before->n_links, after->n_links, before->n_alone, after->n_alone,
                 before->n_components, after->n_components, before->fragmentation,
                 after->fragmentation);
}

static KithExit
run_comparison (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = kith_cli_read_roll (cli, error);
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithWhatIf) what_if = NULL;
  g_autofree char *ended = NULL;

  if (roll == NULL)
    return KITH_EXIT_NOT_DONE;
  changes = read_changes (cli, kith_roll_get_network (roll), error);
  if (changes == NULL)
    return KITH_EXIT_NOT_DONE;
  what_if = kith_what_if_new (kith_roll_get_network (roll), changes, NULL, error);
  if (what_if == NULL || !kith_what_if_find (what_if, roll, NULL, error))
    return KITH_EXIT_NOT_DONE;
  if (wants_counts)
    print_counts (cli, what_if);
  else
    print_schools (cli, what_if);
  ended = kith_removal_dup_ended (changes);
  if (ended != NULL)
    kith_cli_tell ("%s", ended);
  tell_sides (what_if);
  return KITH_EXIT_DONE;
}

static char *
dup_month_names (KithNetwork *network, const KithCliffMonth *month)
{
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &(guint){ 0 });
  GString *names = g_string_new (NULL);

  for (guint a = 0; a < month->n_arrangements; a++)
    g_string_append_printf (names, "%s%s", a == 0 ? "" : "; ",
                            arrangements[month->arrangements[a]].name);
  return g_string_free (names, FALSE);
}

static char *
dup_month_urns (KithNetwork *network, const KithCliffMonth *month)
{
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  GString *urns = g_string_new (NULL);

  for (guint s = 0; s < month->n_schools; s++)
    g_string_append_printf (urns, "%s%" G_GINT64_FORMAT, s == 0 ? "" : ";",
                            schools[month->schools[s]].record->urn);
  return g_string_free (urns, FALSE);
}

static KithExit
run_cliff (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "month", KITH_COLUMN_TEXT },      { "money_ends", KITH_COLUMN_NUMBER },
    { "ended", KITH_COLUMN_NUMBER },    { "lose_last_link", KITH_COLUMN_NUMBER },
    { "lost_all", KITH_COLUMN_NUMBER }, { "without_link", KITH_COLUMN_NUMBER },
    { "schools", KITH_COLUMN_TEXT },    { "arrangements", KITH_COLUMN_TEXT },
  };
  g_autoptr (KithNetwork) network = kith_cli_read_network (cli, error);
  g_autoptr (KithHolders) holders = NULL;
  g_autoptr (KithCliff) cliff = NULL;
  const KithCliffMonth *months;
  KithOutput *output;
  guint n;

  if (network == NULL)
    return KITH_EXIT_NOT_DONE;
  holders = kith_holders_new (network);
  cliff = kith_cliff_new (holders);
  months = kith_cliff_get_months (cliff, &n);
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint m = 0; m < n; m++)
    {
      g_autofree char *name = g_strdup_printf ("%04d-%02d", months[m].year, months[m].month);
      g_autofree char *urns = dup_month_urns (network, &months[m]);
      g_autofree char *names = dup_month_names (network, &months[m]);

      kith_output_add_text (output, name);
      kith_output_add_int (output, months[m].n_arrangements);
      kith_output_add_int (output, months[m].n_ended);
      kith_output_add_int (output, months[m].n_schools);
      kith_output_add_int (output, months[m].n_alone);
      kith_output_add_int (output, months[m].n_alone + kith_cliff_count_alone (cliff));
      kith_output_add_text (output, urns);
      kith_output_add_text (output, names);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static const char *
get_person_name (KithLedger *ledger, gint64 person_id)
{
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, person_id);

  return person == NULL ? NULL : person->name;
}

static char *
dup_runners (KithLedger *ledger, const KithHolding *holding)
{
  GString *names = g_string_new (NULL);

  for (guint p = 0; p < holding->n_people; p++)
    g_string_append_printf (names, "%s%s", p == 0 ? "" : ";",
                            get_person_name (ledger, holding->people[p]));
  return g_string_free (names, FALSE);
}

static void
add_keystone (KithOutput *output, const KithHolders *holders, const KithKeystone *keystone)
{
  KithNetwork *network = kith_holders_get_network (holders);
  KithLedger *ledger = kith_network_get_ledger (network);
  g_autofree char *runners = NULL;
  gint64 key = keystone->person_id;
  const char *name = NULL, *kind = NULL, *gone = NULL;

  if (keystone->type == KITH_THING_PERSON)
    name = get_person_name (ledger, key);
  else
    {
      const KithNetworkArrangement *arrangement =
          &kith_network_get_arrangements (network, &(guint){ 0 })[keystone->arrangement];
      const KithHolding *holding = kith_holders_get (holders, keystone->arrangement);

      key = arrangement->record != NULL ? arrangement->record->id : KITH_INT_NONE;
      name = arrangement->name;
      kind = kith_kind_get_info (arrangement->kind)->key;
      runners = dup_runners (ledger, holding);
      if (holding->is_coordinator_gone)
        gone = get_person_name (ledger, arrangement->record->coordinator_id);
    }
  kith_output_add_text (output, kith_thing_type_get_key (keystone->type));
  kith_output_add_int (output, key);
  kith_output_add_text (output, name);
  kith_output_add_text (output, kind);
  kith_output_add_int (output, keystone->n_pieces);
  kith_output_add_int (output, keystone->n_parted);
  kith_output_add_int (output, keystone->largest);
  kith_output_add_text (output, runners);
  kith_output_add_text (output, gone);
}

static KithExit
run_cut (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "type", KITH_COLUMN_TEXT },     { "id", KITH_COLUMN_NUMBER },
    { "name", KITH_COLUMN_TEXT },     { "kind", KITH_COLUMN_TEXT },
    { "pieces", KITH_COLUMN_NUMBER }, { "parted", KITH_COLUMN_NUMBER },
    { "rest", KITH_COLUMN_NUMBER },   { "run_by", KITH_COLUMN_TEXT },
    { "gone", KITH_COLUMN_TEXT },
  };
  g_autoptr (KithNetwork) network = kith_cli_read_network (cli, error);
  g_autoptr (KithHolders) holders = network == NULL ? NULL : kith_holders_new (network);
  g_autofree KithKeystone *keystones = NULL;
  KithOutput *output;
  guint n;

  if (holders == NULL)
    return KITH_EXIT_NOT_DONE;
  keystones = kith_keystones_list (holders, &n, NULL, error);
  if (keystones == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint k = 0; k < n; k++)
    add_keystone (output, holders, &keystones[k]);
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static KithExit
run_what_if (const KithCli *cli, GError **error)
{
  gboolean is_asked = without_texts != NULL || with_texts != NULL || wants_counts;

  if (wants_cliff + wants_cut + is_asked > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--cliff and --cut are asked for alone."));
      return KITH_EXIT_NOT_DONE;
    }
  if (wants_cliff)
    return run_cliff (cli, error);
  return wants_cut ? run_cut (cli, error) : run_comparison (cli, error);
}

const KithVerb kith_verbs_of_what_if[] = {
  { "what-if", "R [ID…]", N_ ("what would be without this, or with that"), 1, G_MAXUINT,
    what_if_options, run_what_if },
  { NULL },
};
