/* kith-family-variables.c: what schools are compared by, and with which weights
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-pool.h"

#include <glib/gi18n.h>

static const struct
{
  const char *key;
  const char *words;
} variables[KITH_N_VARIABLES] = {
  [KITH_VARIABLE_PRIOR_ATTAINMENT] = { "prior-attainment", N_ ("prior attainment") },
  [KITH_VARIABLE_DISADVANTAGE] = { "disadvantage", N_ ("disadvantage") },
  [KITH_VARIABLE_EAL] = { "eal", N_ ("EAL") },
  [KITH_VARIABLE_SEN] = { "sen", N_ ("SEN") },
  [KITH_VARIABLE_ROLL] = { "roll", N_ ("pupils on roll") },
  [KITH_VARIABLE_STABILITY] = { "stability", N_ ("stability") },
  [KITH_VARIABLE_IDACI] = { "idaci", N_ ("IDACI") },
  [KITH_VARIABLE_POLAR4] = { "polar4", N_ ("POLAR4") },
  [KITH_VARIABLE_EHC_PLANS] = { "ehc-plans", N_ ("EHC plans") },
  [KITH_VARIABLE_SEN_SUPPORT] = { "sen-support", N_ ("SEN support") },
};

static const struct
{
  const char *key;
  const char *words;
  double weights[KITH_N_VARIABLES];
} presets[KITH_N_PRESETS] = {
  [KITH_PRESET_FAMILIES] = { "families",
                             N_ ("Families: prior attainment and disadvantage"),
                             { [KITH_VARIABLE_PRIOR_ATTAINMENT] = 0.5,
                               [KITH_VARIABLE_DISADVANTAGE] = 0.5 } },
  [KITH_PRESET_EEF_LIKE] = { "eef-like",
                             N_ ("EEF-like: prior attainment, disadvantage, EAL and SEN"),
                             { [KITH_VARIABLE_PRIOR_ATTAINMENT] = 0.25,
                               [KITH_VARIABLE_DISADVANTAGE] = 0.25,
                               [KITH_VARIABLE_EAL] = 0.25,
                               [KITH_VARIABLE_SEN] = 0.25 } },
  [KITH_PRESET_DFE_NINE] = { "dfe-nine",
                             N_ ("DfE nine: the variables of the DfE’s similar schools"),
                             { [KITH_VARIABLE_PRIOR_ATTAINMENT] = 1.0 / 9,
                               [KITH_VARIABLE_ROLL] = 1.0 / 9,
                               [KITH_VARIABLE_STABILITY] = 1.0 / 9,
                               [KITH_VARIABLE_DISADVANTAGE] = 1.0 / 9,
                               [KITH_VARIABLE_IDACI] = 1.0 / 9,
                               [KITH_VARIABLE_POLAR4] = 1.0 / 9,
                               [KITH_VARIABLE_EHC_PLANS] = 1.0 / 9,
                               [KITH_VARIABLE_SEN_SUPPORT] = 1.0 / 9,
                               [KITH_VARIABLE_EAL] = 1.0 / 9 } },
  [KITH_PRESET_BACKGROUND] = { "background",
                               N_ ("Background: disadvantage, EAL and SEN"),
                               { [KITH_VARIABLE_DISADVANTAGE] = 1.0 / 3,
                                 [KITH_VARIABLE_EAL] = 1.0 / 3,
                                 [KITH_VARIABLE_SEN] = 1.0 / 3 } },
};

/**
 * kith_family_terms_init:
 * @terms: (out): is filled: the home schools, the sizes and the mix of METHODS
 * @phase: that schools are compared in
 * @preset: whose weights
 */
void
kith_family_terms_init (KithFamilyTerms *terms, KithPhase phase, KithPreset preset)
{
  g_return_if_fail (preset < KITH_N_PRESETS);

  *terms = (KithFamilyTerms){
    .phase = phase, .least = 12, .most = 20, .least_authorities = 3, .is_mixed = TRUE
  };
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    terms->weights[v] = presets[preset].weights[v];
}

/**
 * kith_variable_get_key:
 *
 * Returns: (transfer none): as it is typed: "prior-attainment"
 */
const char *
kith_variable_get_key (KithVariable variable)
{
  g_return_val_if_fail (variable < KITH_N_VARIABLES, NULL);
  return variables[variable].key;
}

/**
 * kith_variable_get_words:
 *
 * Returns: (transfer none): for people, translated: "prior attainment"
 */
const char *
kith_variable_get_words (KithVariable variable)
{
  g_return_val_if_fail (variable < KITH_N_VARIABLES, NULL);
  return _ (variables[variable].words);
}

/**
 * kith_preset_get_key:
 *
 * Returns: (transfer none): as it is typed: "eef-like"
 */
const char *
kith_preset_get_key (KithPreset preset)
{
  g_return_val_if_fail (preset < KITH_N_PRESETS, NULL);
  return presets[preset].key;
}

/**
 * kith_preset_get_words:
 *
 * Returns: (transfer none): for people, translated
 */
const char *
kith_preset_get_words (KithPreset preset)
{
  g_return_val_if_fail (preset < KITH_N_PRESETS, NULL);
  return _ (presets[preset].words);
}
