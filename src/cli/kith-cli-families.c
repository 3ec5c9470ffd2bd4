/* kith-cli-families.c: families: Families of Schools
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "kith-cli-family.h"
#include "kith-family-compare.h"
#include "kith-family-standing.h"

#define MOST_SEEDS 100

static char *phase_name = NULL;
static char *authority_names = NULL;
static char *preset_name = NULL;
static char *weights_text = NULL;
static int least = 12, most = 20, n_families = 0, least_authorities = 3;
static gboolean allows_majority = FALSE;
static int seed = 1, n_seeds = 4;
static double churn = -1;
static gboolean is_despite_rules = FALSE;
static char *goal_measure = NULL;
static int goal_year = 0;

static const GOptionEntry family_options[] = {
  { "phase", 0, 0, G_OPTION_ARG_STRING, &phase_name, N_ ("Build Families of PHASE (primary)"),
    N_ ("PHASE") },
  { "authorities", 0, 0, G_OPTION_ARG_STRING, &authority_names,
    N_ ("Of these authorities instead of the home ones, by code or name"), N_ ("LA;LA") },
  { "preset", 0, 0, G_OPTION_ARG_STRING, &preset_name, N_ ("Compare schools by PRESET"),
    N_ ("families|eef-like|dfe-nine|background") },
  { "weights", 0, 0, G_OPTION_ARG_STRING, &weights_text, N_ ("Compare schools by these weights"),
    N_ ("eal=0.5,roll=0.5") },
  { "least", 0, 0, G_OPTION_ARG_INT, &least, N_ ("The fewest schools in a Family (12)"), "N" },
  { "most", 0, 0, G_OPTION_ARG_INT, &most, N_ ("The most (20)"), "N" },
  { "families", 0, 0, G_OPTION_ARG_INT, &n_families, N_ ("How many Families"), "N" },
  { "least-authorities", 0, 0, G_OPTION_ARG_INT, &least_authorities,
    N_ ("The fewest authorities in a Family (3)"), "N" },
  { "allow-majority", 0, 0, G_OPTION_ARG_NONE, &allows_majority,
    N_ ("One authority may have more than half of a Family"), NULL },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("The same number gives the same Families"), "N" },
  { "seeds", 0, 0, G_OPTION_ARG_INT, &n_seeds, N_ ("How many searches (4)"), "N" },
  { "keep", 0, 0, G_OPTION_ARG_DOUBLE, &churn,
    N_ ("Start from the Families that were kept; LAMBDA is the price of a school that leaves its "
        "own"),
    N_ ("LAMBDA") },
  { "despite-rules", 0, 0, G_OPTION_ARG_NONE, &is_despite_rules,
    N_ ("Move a school though it breaks a rule"), NULL },
  { "measure", 0, 0, G_OPTION_ARG_STRING, &goal_measure,
    N_ ("A goal for another measure than the attainment of the phase"), N_ ("NAME") },
  { "year", 0, 0, G_OPTION_ARG_INT, &goal_year,
    N_ ("A goal for the results of the academic year that begins in Y (three years on)"),
    N_ ("Y") },
  { NULL },
};

static gboolean
read_phase (KithPhase *phase, GError **error)
{
  for (guint p = 0; p < KITH_PHASE_OTHER; p++)
    if (strcmp (kith_phase_get_key ((KithPhase)p), phase_name != NULL ? phase_name : "primary") ==
        0)
      {
        *phase = kith_phase_get_compared ((KithPhase)p);
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a phase. Choose primary, secondary, special, nursery or "
                  "alternative-provision."),
               phase_name);
  return FALSE;
}

static gboolean
read_preset (KithPreset *preset, GError **error)
{
  if (preset_name == NULL)
    {
      *preset = KITH_PRESET_FAMILIES;
      return TRUE;
    }
  for (guint p = 0; p < KITH_N_PRESETS; p++)
    if (strcmp (kith_preset_get_key ((KithPreset)p), preset_name) == 0)
      {
        *preset = (KithPreset)p;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a preset. Choose families, eef-like, dfe-nine or background."),
               preset_name);
  return FALSE;
}

static gboolean
read_weight (const char *text, double *weights, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  for (guint v = 0; v < KITH_N_VARIABLES && g_strv_length (parts) == 2; v++)
    if (strcmp (kith_variable_get_key ((KithVariable)v), g_strstrip (parts[0])) == 0 &&
        kith_text_parse_real (parts[1], -1, &weights[v]) && weights[v] >= 0 && weights[v] <= 1000)
      return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a weight. Write prior-attainment=0.5, with one of "
                  "prior-attainment, disadvantage, eal, sen, roll, stability, idaci, polar4, "
                  "ehc-plans and sen-support."),
               text);
  return FALSE;
}

static gboolean
read_weights (double *weights, GError **error)
{
  g_auto (GStrv) items = g_strsplit (weights_text != NULL ? weights_text : "", ",", -1);
  double whole = 0;

  if (weights_text == NULL)
    return TRUE;
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    weights[v] = 0;
  for (guint i = 0; items[i] != NULL; i++)
    if (!read_weight (items[i], weights, error))
      return FALSE;
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    whole += weights[v];
  if (whole <= 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("The weights add up to nothing. Give one of them at least."));
      return FALSE;
    }
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    weights[v] /= whole;
  return TRUE;
}

static gboolean
read_authorities (KithLedger *ledger, GArray *codes, GError **error)
{
  g_auto (GStrv) names = g_strsplit (authority_names != NULL ? authority_names : "", ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 code = kith_settings_find_authority (ledger, names[i]);

      if (kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, code) == NULL)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("The register has no authority “%s”. Give a code or a name."), names[i]);
          return FALSE;
        }
      g_array_append_val (codes, code);
    }
  return TRUE;
}

static gboolean
check_numbers (GError **error)
{
  if (least >= 1 && most >= least && most <= 1000 && n_families >= 0 && least_authorities >= 0 &&
      n_seeds >= 1 && n_seeds <= MOST_SEEDS && seed >= 0)
    return TRUE;
  g_set_error (
      error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
      _ ("A Family has one school at least, and at most as many as --most says; --seeds is "
         "from 1 to %u."),
      MOST_SEEDS);
  return FALSE;
}

/* @codes belongs to the caller, and is pointed at. */
static gboolean
read_terms (KithLedger *ledger, GArray *codes, KithFamilyTerms *terms, GError **error)
{
  KithPhase phase;
  KithPreset preset;

  if (!check_numbers (error) || !read_phase (&phase, error) || !read_preset (&preset, error) ||
      !read_authorities (ledger, codes, error))
    return FALSE;
  kith_family_terms_init (terms, phase, preset);
  if (!read_weights (terms->weights, error))
    return FALSE;
  terms->authorities = codes->len > 0 ? (const gint64 *)codes->data : NULL;
  terms->n_authorities = codes->len;
  terms->least = (guint)least;
  terms->most = (guint)most;
  terms->n_families = (guint)n_families;
  terms->least_authorities = (guint)least_authorities;
  terms->is_mixed = !allows_majority;
  return TRUE;
}

static void
tell_pool (const KithFamilyPool *pool)
{
  g_autofree char *phase = g_utf8_strdown (kith_phase_get_words (pool->terms.phase), -1);

  kith_cli_tell (g_dngettext (NULL, "%u %s school is compared; %u cannot be.",
                              "%u %s schools are compared; %u cannot be.", pool->schools->len),
                 pool->schools->len, phase, pool->left_out->len);
  for (guint v = 0; v < pool->variables->len; v++)
    {
      const KithPoolVariable *by = &g_array_index (pool->variables, KithPoolVariable, v);

      kith_cli_tell (_ ("By %s, weight %.3g: known of %u of %u."),
                     kith_variable_get_words (by->variable), by->weight, by->n_known,
                     pool->schools->len);
    }
  for (guint v = 0; v < pool->dropped->len; v++)
    kith_cli_tell (_ ("Left out: %s, of which nothing is known, or nothing differs; its weight is "
                      "shared out."),
                   kith_variable_get_words (g_array_index (pool->dropped, KithVariable, v)));
  if (pool->problem != NULL && pool->problem->is_mixed != pool->terms.is_mixed)
    kith_cli_tell (g_dngettext (NULL, "%u authority: its share of a Family is not limited.",
                                "%u authorities: their share of a Family is not limited.",
                                pool->authorities->len),
                   pool->authorities->len);
  if (pool->stand_in != NULL)
    kith_cli_tell (_ ("No table tells of prior attainment: %s stands in for it."), pool->stand_in);
}

/* A register with all that is measured. */
typedef struct
{
  KithStore *store;
  KithLedger *ledger;
  KithNetwork *network;
  GArray *codes;
  KithFamilyTerms terms;
} Opened;

static void
close_register (Opened *opened)
{
  g_clear_object (&opened->store);
  g_clear_pointer (&opened->ledger, kith_ledger_unref);
  g_clear_pointer (&opened->network, kith_network_unref);
  g_clear_pointer (&opened->codes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opened, close_register)

static gboolean
open_register (const KithCli *cli, KithStoreMode mode, Opened *opened, GError **error)
{
  opened->codes = g_array_new (FALSE, FALSE, sizeof (gint64));
  opened->store = kith_cli_open_store (cli, mode, error);
  if (opened->store == NULL)
    return FALSE;
  opened->ledger = kith_store_read_ledger (opened->store, NULL, TRUE, NULL, error);
  if (opened->ledger == NULL || !read_terms (opened->ledger, opened->codes, &opened->terms, error))
    return FALSE;
  opened->network = kith_network_new (opened->ledger, cli->as_at, NULL, error);
  return opened->network != NULL;
}

static void
print_answer (const KithCli *cli, const KithFamilies *families)
{
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);

  kith_cli_print_families (cli, families->pool, answer->families,
                           families->pool->problem->n_families, NULL);
}

/* NULL, and @error or what was told says why, where nothing came of it. */
static KithFamilies *
build (const Opened *opened, GError **error)
{
  const KithFamilySearch search = { (guint32)seed, (guint)n_seeds, 0 };
  g_autoptr (KithFamilyStanding) standing = NULL;
  KithFamilyPool *pool = kith_family_pool_new (opened->network, &opened->terms);

  tell_pool (pool);
  if (pool->problem == NULL)
    {
      kith_family_pool_free (pool);
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("No school of this phase can be compared. Read the tables that tell "
                              "of it, or choose another preset."));
      return NULL;
    }
  if (churn >= 0)
    {
      standing = kith_family_standing_new (opened->network, opened->terms.phase);
      kith_family_standing_keep (standing, pool, churn);
    }
  return kith_families_build (pool, &search, NULL, error);
}

/* "St Anne’s Primary School leaves its Family: staying would raise J by 0.412." */
static void
tell_movers (const KithFamilies *families)
{
  const KithFamilyPool *pool = families->pool;
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &(guint){ 0 });
  g_autoptr (GArray) movers =
      kith_family_list_movers (pool, g_ptr_array_index (families->answers, 0));

  for (guint m = 0; m < movers->len; m++)
    {
      const KithFamilyMover *mover = &g_array_index (movers, KithFamilyMover, m);
      const char *name =
          schools[g_array_index (pool->schools, KithPoolSchool, mover->school).school].record->name;

      if (isnan (mover->price))
        kith_cli_tell (_ ("%s moves to Family %u: its own does not go on."), name, mover->to + 1);
      else
        kith_cli_tell (mover->breaks ? _ ("%s moves from Family %u to %u: staying would change J "
                                          "by %+.3f, and break a rule.")
                                     : _ ("%s moves from Family %u to %u: staying would change J "
                                          "by %+.3f."),
                       name, mover->goes_on + 1, mover->to + 1, mover->price);
    }
}

static void
tell_families (const KithFamilies *families)
{
  g_autofree char *outlook = kith_families_dup_outlook (families);
  g_autofree char *method = kith_families_dup_method (families);

  kith_cli_tell ("%s", outlook);
  if (families->answers == NULL)
    return;
  kith_cli_tell ("%s", method);
  if (families->pool->problem->previous != NULL)
    {
      guint n = ((KithFamilyAnswer *)g_ptr_array_index (families->answers, 0))->n_moved;

      kith_cli_tell (g_dngettext (NULL, "%u school leaves the Family that it is in.",
                                  "%u schools leave the Family that they are in.", n),
                     n);
      tell_movers (families);
    }
}

static KithExit
propose (const KithCli *cli, GError **error)
{
  g_auto (Opened) opened = { 0 };
  g_autoptr (KithFamilies) families = NULL;

  if (!open_register (cli, KITH_STORE_READ, &opened, error) ||
      (families = build (&opened, error)) == NULL)
    return KITH_EXIT_NOT_DONE;
  tell_families (families);
  if (families->answers != NULL)
    print_answer (cli, families);
  return kith_families_is_found (families) ? KITH_EXIT_DONE : KITH_EXIT_NOT_DONE;
}

static KithExit
keep (const KithCli *cli, GError **error)
{
  g_auto (Opened) opened = { 0 };
  g_autoptr (KithFamilies) families = NULL;
  g_autoptr (KithEdit) edit = NULL;

  if (!open_register (cli, KITH_STORE_WRITE, &opened, error) ||
      (families = build (&opened, error)) == NULL)
    return KITH_EXIT_NOT_DONE;
  tell_families (families);
  if (!kith_families_is_found (families))
    return KITH_EXIT_NOT_DONE;
  edit = kith_families_keep (families, 0);
  return kith_cli_write_edit (opened.store, edit, error);
}

/* What one answer is, beside the best. */
static void
print_proposal (KithOutput *output, const KithFamilies *families, guint number)
{
  const KithFamilyAnswer *best = g_ptr_array_index (families->answers, 0);
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, number);
  KithFamilyTraits traits = kith_family_traits_measure (families->pool, answer);
  g_autoptr (GArray) elsewhere = kith_family_list_elsewhere (families->pool, best, answer);

  kith_output_add_int (output, answer->seed);
  kith_output_add_real (output, answer->objective, 3);
  kith_output_add_real (output,
                        families->estimate > 0 ? answer->objective / families->estimate : NAN, 3);
  kith_output_add_int (output, answer->n_broken);
  kith_output_add_int (output, answer->n_moved);
  kith_output_add_real (output, kith_family_answer_compare (best, answer), 2);
  kith_output_add_int (output, traits.least);
  kith_output_add_int (output, traits.most);
  kith_output_add_int (output, traits.least_authorities);
  kith_output_add_real (output, traits.most_share, 2);
  kith_output_add_int (output, elsewhere->len);
}

static KithExit
compare (const KithCli *cli, GError **error)
{
  static const KithColumn columns[] = {
    { "seed", KITH_COLUMN_NUMBER },        { "objective", KITH_COLUMN_NUMBER },
    { "of_estimate", KITH_COLUMN_NUMBER }, { "broken", KITH_COLUMN_NUMBER },
    { "moved", KITH_COLUMN_NUMBER },       { "alike", KITH_COLUMN_NUMBER },
    { "least", KITH_COLUMN_NUMBER },       { "most", KITH_COLUMN_NUMBER },
    { "authorities", KITH_COLUMN_NUMBER }, { "largest_share", KITH_COLUMN_NUMBER },
    { "elsewhere", KITH_COLUMN_NUMBER },
  };
  g_auto (Opened) opened = { 0 };
  g_autoptr (KithFamilies) families = NULL;
  KithOutput *output;

  if (!open_register (cli, KITH_STORE_READ, &opened, error) ||
      (families = build (&opened, error)) == NULL)
    return KITH_EXIT_NOT_DONE;
  tell_families (families);
  if (families->answers == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  for (guint a = 0; a < families->answers->len; a++)
    print_proposal (output, families, a);
  kith_cli_print (kith_output_end (output));
  return kith_families_is_found (families) ? KITH_EXIT_DONE : KITH_EXIT_NOT_DONE;
}

static KithExit
run_families (const KithCli *cli, GError **error)
{
  static const struct
  {
    const char *name;
    KithExit (*run) (const KithCli *cli, GError **error);
    guint n_args;
    const char *form;
  } jobs[] = {
    { "propose", propose, 2, "families R propose" },
    { "compare", compare, 2, "families R compare" },
    { "accept", keep, 2, "families R accept" },
    { "show", kith_cli_show_families, 2, "families R show" },
    { "explain", kith_cli_explain_family, 3, "families R explain URN" },
    { "move", kith_cli_move_to_family, 4, "families R move URN FAMILY" },
    { "lock", kith_cli_lock_family, 4,
      "families R lock stays URN | together URN URN | apart URN URN" },
    { "unlock", kith_cli_lock_family, 3, "families R unlock URN" },
    { "name", kith_cli_name_family, 4, "families R name FAMILY NAME" },
    { "goals", kith_cli_set_goals, 3, "families R goals FAMILY" },
    { "goal", kith_cli_set_goals, 4, "families R goal URN FIGURE|none" },
  };

  for (guint j = 0; j < G_N_ELEMENTS (jobs); j++)
    {
      if (strcmp (cli->args[1], jobs[j].name) != 0)
        continue;
      if (cli->n_args == jobs[j].n_args ||
          (jobs[j].run == kith_cli_lock_family && cli->n_args == jobs[j].n_args + 1))
        return jobs[j].run (cli, error);
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("This is called as: kith-cli %s"), jobs[j].form);
      return KITH_EXIT_NOT_DONE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("“%s” is nothing that families does. It does propose, compare, accept, show, "
                  "explain, move, lock, unlock, name, goals and goal."),
               cli->args[1]);
  return KITH_EXIT_NOT_DONE;
}

/**
 * kith_cli_read_family_phase:
 *
 * Returns: whether --phase names a phase
 */
gboolean
kith_cli_read_family_phase (KithPhase *phase, GError **error)
{
  return read_phase (phase, error);
}

/**
 * kith_cli_is_despite_rules:
 *
 * Returns: whether --despite-rules was given
 */
gboolean
kith_cli_is_despite_rules (void)
{
  return is_despite_rules;
}

/**
 * kith_cli_get_goal_measure:
 *
 * Returns: (transfer none) (nullable): --measure
 */
const char *
kith_cli_get_goal_measure (void)
{
  return goal_measure;
}

/**
 * kith_cli_get_goal_year:
 *
 * Returns: --year, or 0
 */
int
kith_cli_get_goal_year (void)
{
  return goal_year;
}

const KithVerb kith_verbs_of_families[] = {
  { "families", "R propose|accept|compare|show|explain|move|lock|unlock|name|goals|goal",
    N_ ("Families of schools alike, of several authorities, no rivals"), 2, 5, family_options,
    run_families },
  { NULL },
};
