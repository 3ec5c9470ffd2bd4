/* kith-family-terms.c: what an officer asked for, kept in the register
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-families.h"
#include "kith-family-pool.h"

#include <string.h>

#define GROUP KITH_FAMILY_RUN_GROUP

static const char *const number_keys[] = { "least", "most", "families", "least-authorities" };

static guint *
get_number (KithFamilyTerms *terms, guint n)
{
  guint *const numbers[] = { &terms->least, &terms->most, &terms->n_families,
                             &terms->least_authorities };

  return numbers[n];
}

/**
 * kith_phase_get_key:
 *
 * Returns: (transfer none): a phase that schools are compared in, as registers and the command
 *   line have it: "primary"
 */
const char *
kith_phase_get_key (KithPhase phase)
{
  static const char *const keys[KITH_N_PHASES] = {
    [KITH_PHASE_NURSERY] = "nursery",
    [KITH_PHASE_PRIMARY] = "primary",
    [KITH_PHASE_SECONDARY] = "secondary",
    [KITH_PHASE_ALL_THROUGH] = "all-through",
    [KITH_PHASE_SPECIAL] = "special",
    [KITH_PHASE_ALTERNATIVE_PROVISION] = "alternative-provision",
    [KITH_PHASE_SIXTEEN_PLUS] = "16-plus",
    [KITH_PHASE_OTHER] = "other",
  };

  g_return_val_if_fail (phase < KITH_N_PHASES, NULL);
  return keys[phase];
}

/**
 * kith_family_terms_dup_text:
 * @terms: what was asked for
 *
 * Returns: (transfer full): all of it, for kith_family_terms_read()
 */
char *
kith_family_terms_dup_text (const KithFamilyTerms *terms)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GString) codes = g_string_new (NULL);
  KithFamilyTerms copy = *terms;

  g_key_file_set_string (file, GROUP, "phase", kith_phase_get_key (terms->phase));
  for (guint a = 0; a < terms->n_authorities; a++)
    g_string_append_printf (codes, "%" G_GINT64_FORMAT ";", terms->authorities[a]);
  if (codes->len > 0)
    g_key_file_set_string (file, GROUP, "authorities", codes->str);
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    if (terms->weights[v] > 0)
      g_key_file_set_double (file, GROUP, kith_variable_get_key ((KithVariable)v),
                             terms->weights[v]);
  for (guint n = 0; n < G_N_ELEMENTS (number_keys); n++)
    g_key_file_set_uint64 (file, GROUP, number_keys[n], *get_number (&copy, n));
  g_key_file_set_boolean (file, GROUP, "mixed", terms->is_mixed);
  g_key_file_set_double (file, GROUP, "churn", terms->churn);
  return g_key_file_to_data (file, NULL, NULL);
}

static KithPhase
find_phase (const char *key)
{
  for (guint p = 0; p < KITH_N_PHASES; p++)
    if (g_strcmp0 (kith_phase_get_key ((KithPhase)p), key) == 0)
      return (KithPhase)p;
  return KITH_PHASE_OTHER;
}

/**
 * kith_family_terms_read:
 * @terms: (out): is filled
 * @codes: (element-type gint64) (inout): holds the authorities that @terms points at
 * @text: (nullable): from kith_family_terms_dup_text()
 *
 * What the text does not say, or says in another way than Kith writes it, is as METHODS has it.
 */
void
kith_family_terms_read (KithFamilyTerms *terms, GArray *codes, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *phase = NULL, *authorities = NULL;
  g_auto (GStrv) parts = NULL;

  kith_family_terms_init (terms, KITH_PHASE_PRIMARY, KITH_PRESET_FAMILIES);
  g_array_set_size (codes, 0);
  if (text == NULL || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return;
  phase = g_key_file_get_string (file, GROUP, "phase", NULL);
  terms->phase = find_phase (phase);
  authorities = g_key_file_get_string (file, GROUP, "authorities", NULL);
  parts = g_strsplit (authorities != NULL ? authorities : "", ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 code;

      if (kith_text_parse_int (parts[i], -1, &code) && code != KITH_INT_NONE)
        g_array_append_val (codes, code);
    }
  terms->authorities = codes->len > 0 ? (const gint64 *)codes->data : NULL;
  terms->n_authorities = codes->len;
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    terms->weights[v] =
        MAX (0, g_key_file_get_double (file, GROUP, kith_variable_get_key ((KithVariable)v), NULL));
  for (guint n = 0; n < G_N_ELEMENTS (number_keys); n++)
    if (g_key_file_has_key (file, GROUP, number_keys[n], NULL))
      *get_number (terms, n) = (guint)g_key_file_get_uint64 (file, GROUP, number_keys[n], NULL);
  terms->least = CLAMP (terms->least, 1, 1000);
  terms->most = CLAMP (terms->most, terms->least, 1000);
  terms->is_mixed = g_key_file_get_boolean (file, GROUP, "mixed", NULL);
  terms->churn = MAX (0, g_key_file_get_double (file, GROUP, "churn", NULL));
}
