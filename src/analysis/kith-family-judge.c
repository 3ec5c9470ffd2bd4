/* kith-family-judge.c: whether schools can be split into Families at all
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-judge.h"
#include "kith-family-state-private.h"
#include "kith-graph-clique.h"

/* Fills in what makes it impossible. */
static gboolean
forbid (KithFamilyJudgement *self, KithFamilyObstacle obstacle, guint number, guint limit)
{
  self->outlook = KITH_FAMILY_OUTLOOK_IMPOSSIBLE;
  self->obstacle = obstacle;
  self->number = number;
  self->limit = limit;
  return FALSE;
}

static void
add_schools (KithFamilyJudgement *self, const KithFamilyUnits *units, guint unit)
{
  g_array_append_vals (self->schools, &units->schools[units->first[unit]],
                       kith_family_units_get_size (units, unit));
}

static gboolean
judge_number (KithFamilyJudgement *self, const KithFamilyProblem *problem)
{
  if (problem->n_families > 0 && problem->n_families * problem->least <= problem->n_schools &&
      problem->n_schools <= problem->n_families * problem->most)
    return TRUE;
  return forbid (self, KITH_FAMILY_OBSTACLE_NUMBER, problem->n_schools, problem->n_families);
}

/* Locks that no Family can hold. */
static gboolean
judge_locks (KithFamilyJudgement *self, const KithFamilyUnits *units)
{
  const KithFamilyProblem *problem = units->problem;
  g_autofree guint *n_stay = g_new0 (guint, problem->n_families);

  for (guint u = 0; u < units->n; u++)
    {
      guint size = kith_family_units_get_size (units, u), family = units->fixed[u];

      if (size > problem->most ||
          (family != KITH_FAMILY_NONE && n_stay[family] + size > problem->most))
        {
          add_schools (self, units, u);
          return forbid (self, KITH_FAMILY_OBSTACLE_LOCKED_SIZE,
                         size + (family != KITH_FAMILY_NONE ? n_stay[family] : 0), problem->most);
        }
      if (family == KITH_FAMILY_NONE)
        continue;
      n_stay[family] += size;
      for (guint s = units->first[u]; s < units->first[u + 1]; s++)
        if (problem->stays[units->schools[s]] && problem->previous[units->schools[s]] != family)
          {
            add_schools (self, units, u);
            return forbid (self, KITH_FAMILY_OBSTACLE_LOCKED_WAYS, size, 1);
          }
      for (guint r = units->rival_first[u]; r < units->rival_first[u + 1]; r++)
        if (units->fixed[units->rivals[r]] == family)
          {
            add_schools (self, units, u);
            add_schools (self, units, units->rivals[r]);
            return forbid (self, KITH_FAMILY_OBSTACLE_LOCKED_RIVALS, 2, 1);
          }
    }
  return TRUE;
}

/* The most places that one authority may have: Σ ⌊|f| / 2⌋ with as few odd sizes as can be. */
static guint
count_places (const KithFamilyProblem *problem)
{
  guint even_least = problem->least + problem->least % 2,
        even_most = problem->most - problem->most % 2;
  guint odd_least = problem->least + 1 - problem->least % 2;
  guint odd_most = problem->most - 1 + problem->most % 2;

  for (guint odd = problem->n_schools % 2; odd <= problem->n_families; odd += 2)
    {
      guint even = problem->n_families - odd;

      if ((even > 0 && even_least > even_most) || (odd > 0 && odd_least > odd_most))
        continue;
      if (even * even_least + odd * odd_least <= problem->n_schools &&
          problem->n_schools <= even * even_most + odd * odd_most)
        return (problem->n_schools - odd) / 2;
    }
  return problem->n_schools / 2;
}

static gboolean
judge_mix (KithFamilyJudgement *self, const KithFamilyProblem *problem)
{
  g_autofree guint *n = g_new0 (guint, problem->n_authorities + 1);
  guint places = count_places (problem), n_present = 0;

  for (guint i = 0; i < problem->n_schools; i++)
    n[problem->authorities[i]]++;
  for (guint a = 0; a < problem->n_authorities; a++)
    {
      n_present += MIN (n[a], problem->n_families);
      if (!problem->is_mixed || n[a] <= places)
        continue;
      self->authority = a;
      return forbid (self, KITH_FAMILY_OBSTACLE_MAJORITY, n[a], places);
    }
  if (n_present < problem->least_authorities * problem->n_families)
    return forbid (self, KITH_FAMILY_OBSTACLE_AUTHORITIES, n_present,
                   problem->least_authorities * problem->n_families);
  return TRUE;
}

/* Schools that are all rivals of each other each need a Family of their own. */
static gboolean
judge_rivals (KithFamilyJudgement *self, const KithFamilyUnits *units, KithJob *job, GError **error)
{
  guint n_families = units->problem->n_families;
  g_autoptr (GArray) clique = NULL;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (KithGraphPair));

  for (guint u = 0; u < units->n; u++)
    {
      self->most_rivals =
          MAX (self->most_rivals, units->rival_first[u + 1] - units->rival_first[u]);
      for (guint r = units->rival_first[u]; r < units->rival_first[u + 1]; r++)
        {
          KithGraphPair pair = { u, units->rivals[r] };

          if (pair.a < pair.b)
            g_array_append_val (pairs, pair);
        }
    }
  if (self->most_rivals < n_families)
    {
      self->outlook = units->n == units->problem->n_schools ? KITH_FAMILY_OUTLOOK_CERTIFIED
                                                            : KITH_FAMILY_OUTLOOK_OPEN;
      return TRUE;
    }
  if (!kith_graph_find_clique (units->n, (const KithGraphPair *)pairs->data, pairs->len,
                               n_families + 1, &clique, job, error))
    return FALSE;
  if (clique == NULL)
    return TRUE;
  for (guint i = 0; i < clique->len; i++)
    add_schools (self, units, g_array_index (clique, guint, i));
  forbid (self, KITH_FAMILY_OBSTACLE_RIVALS, clique->len, n_families);
  return TRUE;
}

/**
 * kith_family_judge:
 * @problem: to be looked at before it is searched
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * METHODS, section 7: certified where the most rivals that any school has is below the number of
 * Families (Hajnal & Szemerédi 1970: an equitable colouring exists; it covers sizes and rivals
 * only), impossible with the reason, else open. Cost: O(n) and the search for a clique, which
 * takes milliseconds where rivals are schools close by.
 *
 * Returns: (transfer full): what can be said, or %NULL
 */
KithFamilyJudgement *
kith_family_judge (const KithFamilyProblem *problem, KithJob *job, GError **error)
{
  g_autoptr (KithFamilyJudgement) self = g_new0 (KithFamilyJudgement, 1);
  g_autoptr (KithFamilyUnits) units = NULL;

  self->outlook = KITH_FAMILY_OUTLOOK_OPEN;
  self->authority = KITH_FAMILY_NONE;
  self->schools = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!judge_number (self, problem))
    return g_steal_pointer (&self);
  units = kith_family_units_new (problem);
  if (judge_locks (self, units) && judge_mix (self, problem) &&
      !judge_rivals (self, units, job, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kith_family_judgement_free:
 * @self: (transfer full) (nullable): a judgement
 */
void
kith_family_judgement_free (KithFamilyJudgement *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->schools);
  g_free (self);
}
