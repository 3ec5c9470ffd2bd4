/* kith-family-standing.c: the Families that were kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-standing.h"
#include "kith-edit-families.h"

#include <glib/gi18n.h>

static guint
find_arrangement (const KithFamilyStanding *self, gint64 id)
{
  for (guint a = 0; a < self->arrangements->len; a++)
    if (g_array_index (self->arrangements, gint64, a) == id)
      return a;
  return KITH_FAMILY_NONE;
}

static guint
find_family (const KithFamilyStanding *self, guint school)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (self->pool->network, school, &n);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (self->pool->network, &(guint){ 0 });

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (self->pool->network, memberships[m]);
      const KithArrangement *record = arrangements[own->arrangement].record;
      guint family = record == NULL ? KITH_FAMILY_NONE : find_arrangement (self, record->id);

      if (family != KITH_FAMILY_NONE)
        return family;
    }
  return KITH_FAMILY_NONE;
}

/* Families that other hands have ended are none any more. */
static void
list_active (KithFamilyStanding *self, KithNetwork *network)
{
  g_autoptr (GArray) all = kith_family_run_list (kith_network_get_ledger (network), self->run);

  self->arrangements = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint a = 0; a < all->len; a++)
    if (kith_network_find_arrangement (network, g_array_index (all, gint64, a)) != KITH_INDEX_NONE)
      g_array_append_val (self->arrangements, g_array_index (all, gint64, a));
}

/**
 * kith_family_standing_new:
 * @network: of a ledger whose table measure was read
 * @phase: that schools are compared in
 *
 * Returns: (transfer full): the Families of that phase at the date
 */
KithFamilyStanding *
kith_family_standing_new (KithNetwork *network, KithPhase phase)
{
  KithFamilyStanding *self = g_new0 (KithFamilyStanding, 1);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (gint64));
  KithFamilyTerms terms;

  self->run = kith_family_run_find (kith_network_get_ledger (network), kith_phase_get_key (phase),
                                    kith_network_get_date (network));
  kith_family_terms_read (&terms, codes, self->run == NULL ? NULL : self->run->settings);
  terms.phase = phase;
  self->pool = kith_family_pool_new (network, &terms);
  list_active (self, network);
  self->families = g_new (guint, self->pool->schools->len + 1);
  for (guint s = 0; s < self->pool->schools->len; s++)
    {
      self->families[s] =
          find_family (self, g_array_index (self->pool->schools, KithPoolSchool, s).school);
      self->n_placed += self->families[s] != KITH_FAMILY_NONE;
    }
  return self;
}

/**
 * kith_family_standing_free:
 * @self: (transfer full) (nullable): Families
 */
void
kith_family_standing_free (KithFamilyStanding *self)
{
  if (self == NULL)
    return;
  kith_family_pool_free (self->pool);
  g_array_unref (self->arrangements);
  g_free (self->families);
  g_free (self);
}

static guint *
count_members (const KithFamilyStanding *self)
{
  guint *n = g_new0 (guint, self->arrangements->len + 1);

  for (guint s = 0; s < self->pool->schools->len; s++)
    if (self->families[s] != KITH_FAMILY_NONE)
      n[self->families[s]]++;
  return n;
}

/* Of more Families than there shall be the largest go on. */
static guint *
number_families (const KithFamilyStanding *self, guint n_families)
{
  g_autofree guint *n = count_members (self);
  guint *numbers = g_new (guint, self->arrangements->len + 1);

  for (guint a = 0; a < self->arrangements->len; a++)
    {
      guint rank = 0;

      for (guint b = 0; b < self->arrangements->len; b++)
        rank += n[b] > n[a] || (n[b] == n[a] && b < a);
      numbers[a] = rank < n_families ? rank : KITH_FAMILY_NONE;
    }
  return numbers;
}

static void
fix_locked (const KithFamilyStanding *self, KithFamilyPool *pool, const guint *numbers)
{
  gsize n;
  const KithLock *locks =
      kith_ledger_get_rows (kith_network_get_ledger (pool->network), KITH_TABLE_LOCK, &n);

  for (gsize l = 0; l < n; l++)
    {
      guint school = kith_family_pool_find (pool, locks[l].urn);
      guint family = find_arrangement (self, locks[l].arrangement_id);

      if (g_strcmp0 (locks[l].kind, "stays") != 0 || school == KITH_FAMILY_NONE ||
          family == KITH_FAMILY_NONE || numbers[family] == KITH_FAMILY_NONE)
        continue;
      pool->problem->previous[school] = numbers[family];
      pool->problem->stays[school] = TRUE;
    }
}

/**
 * kith_family_standing_keep:
 * @pool: with a problem; the next Families are built of it
 * @churn: λ
 *
 * Gives last year's Families to the problem, and holds the schools that an officer locked to
 * theirs.
 */
void
kith_family_standing_keep (const KithFamilyStanding *self, KithFamilyPool *pool, double churn)
{
  KithFamilyProblem *problem = pool->problem;
  g_autofree guint *numbers = number_families (self, problem->n_families);
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &(guint){ 0 });

  problem->churn = pool->terms.churn = churn;
  problem->previous = g_new (guint, problem->n_schools);
  problem->stays = g_new0 (gboolean, problem->n_schools);
  for (guint s = 0; s < problem->n_schools; s++)
    {
      guint school = g_array_index (pool->schools, KithPoolSchool, s).school;
      guint before = kith_family_pool_find (self->pool, schools[school].record->urn);

      problem->previous[s] =
          before == KITH_FAMILY_NONE || self->families[before] == KITH_FAMILY_NONE
              ? KITH_FAMILY_NONE
              : numbers[self->families[before]];
    }
  fix_locked (self, pool, numbers);
}

static char *
dup_focus (const KithFamilyPool *pool)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint v = 0; v < pool->variables->len; v++)
    g_ptr_array_add (words, (gpointer)kith_variable_get_words (
                                g_array_index (pool->variables, KithPoolVariable, v).variable));
  g_ptr_array_add (words, NULL);
  list = kith_text_dup_list ((const char *const *)words->pdata);
  return g_strdup_printf (_ ("Alike in %s"), list);
}

static char *
dup_result (const KithFamilyAnswer *answer)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_double (file, KITH_FAMILY_RUN_GROUP, "objective", answer->objective);
  g_key_file_set_uint64 (file, KITH_FAMILY_RUN_GROUP, "moved", answer->n_moved);
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * kith_families_keep:
 * @answer: which, from 0; it breaks no rule
 *
 * Returns: (transfer full): the edit by which they become arrangements on the network's date
 */
KithEdit *
kith_families_keep (const KithFamilies *self, guint answer)
{
  const KithFamilyPool *pool = self->pool;
  const KithFamilyAnswer *chosen = g_ptr_array_index (self->answers, answer);
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &(guint){ 0 });
  g_autofree KithFamilyPlace *places = g_new (KithFamilyPlace, chosen->n_schools + 1);
  g_autofree char *settings = kith_family_terms_dup_text (&pool->terms);
  g_autofree char *result = dup_result (chosen);
  g_autofree char *focus = dup_focus (pool);
  KithFamiliesForm form = {
    .phase = kith_phase_get_key (pool->terms.phase),
    .places = places,
    .n_places = chosen->n_schools,
    .n_families = pool->problem->n_families,
    .focus = focus,
    .settings = settings,
    .result = result,
    .seed = chosen->seed,
    .on = kith_network_get_date (pool->network),
  };

  g_return_val_if_fail (chosen->n_broken == 0, NULL);

  for (guint s = 0; s < chosen->n_schools; s++)
    places[s] = (KithFamilyPlace){
      schools[g_array_index (pool->schools, KithPoolSchool, s).school].record->urn,
      chosen->families[s],
    };
  return kith_edit_keep_families (kith_network_get_ledger (pool->network), &form);
}
