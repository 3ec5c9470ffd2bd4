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

#include "kith-families.h"
#include "kith-family-why.h"

#define MOST_SEEDS 100

static char *phase_name = NULL;
static char *authority_names = NULL;
static char *preset_name = NULL;
static char *weights_text = NULL;
static int least = 12, most = 20, n_families = 0, least_authorities = 3;
static gboolean allows_majority = FALSE;
static int seed = 1, n_seeds = 4;

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
  { NULL },
};

static gboolean
read_phase (KithPhase *phase, GError **error)
{
  g_autofree char *key = kith_text_dup_key (phase_name != NULL ? phase_name : "primary");

  for (guint p = 0; p < KITH_N_PHASES; p++)
    {
      g_autofree char *words = kith_text_dup_key (kith_phase_get_words ((KithPhase)p));

      if (strcmp (words, key) != 0)
        continue;
      *phase = kith_phase_get_compared ((KithPhase)p);
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a phase. Choose primary, secondary, special, nursery or alternative "
                  "provision."),
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

static void
print_answer (const KithCli *cli, const KithFamilies *families)
{
  static const KithColumn columns[] = {
    { "family", KITH_COLUMN_NUMBER },  { "urn", KITH_COLUMN_NUMBER },
    { "name", KITH_COLUMN_TEXT },      { "authority", KITH_COLUMN_TEXT },
    { "known", KITH_COLUMN_NUMBER },   { "distance", KITH_COLUMN_NUMBER },
    { "nearest", KITH_COLUMN_NUMBER }, { "nearest_distance", KITH_COLUMN_NUMBER },
  };
  const KithFamilyPool *pool = families->pool;
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &(guint){ 0 });
  g_autoptr (KithFamilyExplainer) explainer = kith_family_explainer_new (pool, answer->families);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint f = 0; f < pool->problem->n_families; f++)
    for (guint s = 0; s < answer->n_schools; s++)
      {
        const KithPoolSchool *school = &g_array_index (pool->schools, KithPoolSchool, s);
        KithFamilyWhy why;

        if (answer->families[s] != f)
          continue;
        why = kith_family_explainer_explain (explainer, s);
        kith_output_add_int (output, f + 1);
        kith_output_add_int (output, schools[school->school].record->urn);
        kith_output_add_text (output, schools[school->school].record->name);
        kith_output_add_text (output, kith_network_get_authority (pool->network, school->school));
        kith_output_add_real (output, school->known, 2);
        kith_output_add_real (output, why.distance, 3);
        kith_output_add_int (output,
                             why.nearest == KITH_FAMILY_NONE ? KITH_INT_NONE : why.nearest + 1);
        kith_output_add_real (output, why.nearest == KITH_FAMILY_NONE ? NAN : why.nearest_distance,
                              3);
      }
  kith_cli_print (kith_output_end (output));
}

static KithExit
propose (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_READ, error);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KithFamilies) families = NULL;
  g_autofree char *outlook = NULL, *method = NULL;
  const KithFamilySearch search = { (guint32)seed, (guint)n_seeds, 0 };
  KithFamilyTerms terms;
  KithFamilyPool *pool;

  if (store == NULL || (ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, error)) == NULL ||
      !read_terms (ledger, codes, &terms, error) ||
      (network = kith_network_new (ledger, cli->as_at, NULL, error)) == NULL)
    return KITH_EXIT_NOT_DONE;
  pool = kith_family_pool_new (network, &terms);
  tell_pool (pool);
  if (pool->problem == NULL)
    {
      kith_family_pool_free (pool);
      kith_cli_tell (_ ("No school of this phase can be compared. Read the tables that tell of it, "
                        "or choose another preset."));
      return KITH_EXIT_NOT_DONE;
    }
  families = kith_families_build (pool, &search, NULL, error);
  if (families == NULL)
    return KITH_EXIT_NOT_DONE;
  outlook = kith_families_dup_outlook (families);
  method = kith_families_dup_method (families);
  kith_cli_tell ("%s", outlook);
  if (families->answers != NULL)
    {
      kith_cli_tell ("%s", method);
      print_answer (cli, families);
    }
  return kith_families_is_found (families) ? KITH_EXIT_DONE : KITH_EXIT_NOT_DONE;
}

static KithExit
run_families (const KithCli *cli, GError **error)
{
  if (strcmp (cli->args[1], "propose") == 0)
    return propose (cli, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("“%s” is nothing that families does. It does: propose."), cli->args[1]);
  return KITH_EXIT_NOT_DONE;
}

const KithVerb kith_verbs_of_families[] = {
  { "families", "R propose", N_ ("Families of schools alike, of several authorities, no rivals"), 2,
    2, family_options, run_families },
  { NULL },
};
