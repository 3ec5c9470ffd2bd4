/* kith-family-compare.c: proposals beside each other, and beside last year's Families
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-compare.h"

#include <math.h>

/**
 * kith_family_traits_measure:
 * @answer: over the schools of @pool
 *
 * Returns: sizes and mix of its Families
 */
KithFamilyTraits
kith_family_traits_measure (const KithFamilyPool *pool, const KithFamilyAnswer *answer)
{
  const KithFamilyProblem *problem = pool->problem;
  KithFamilyTraits traits = { G_MAXUINT, 0, G_MAXUINT, 0 };
  g_autofree guint *n_of = g_new (guint, problem->n_authorities + 1);

  for (guint f = 0; f < problem->n_families; f++)
    {
      guint size = 0, n_authorities = 0, most = 0;

      for (guint a = 0; a < problem->n_authorities; a++)
        n_of[a] = 0;
      for (guint s = 0; s < answer->n_schools; s++)
        if (answer->families[s] == f)
          {
            size++;
            n_authorities += n_of[problem->authorities[s]]++ == 0;
            most = MAX (most, n_of[problem->authorities[s]]);
          }
      traits.least = MIN (traits.least, size);
      traits.most = MAX (traits.most, size);
      traits.least_authorities = MIN (traits.least_authorities, n_authorities);
      traits.most_share = fmax (traits.most_share, size > 0 ? (double)most / size : 0);
    }
  return traits;
}

/**
 * kith_family_list_elsewhere:
 * @answer: over the schools of @pool
 * @other: another
 *
 * Returns: (transfer full) (element-type guint): schools of the pool that stand in another Family
 *   in @other than those with which most of their Family stand there
 */
GArray *
kith_family_list_elsewhere (const KithFamilyPool *pool,
                            const KithFamilyAnswer *answer,
                            const KithFamilyAnswer *other)
{
  g_autofree guint *match = kith_family_match (answer->families, other->families, answer->n_schools,
                                               pool->problem->n_families);
  GArray *elsewhere = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint s = 0; s < answer->n_schools; s++)
    if (match[answer->families[s]] != other->families[s])
      g_array_append_val (elsewhere, s);
  return elsewhere;
}

static void
price_stay (const KithFamilyExplainer *explainer, KithFamilyMover *mover)
{
  g_autoptr (KithFamilyMove) back = NULL;

  if (mover->goes_on == KITH_FAMILY_NONE)
    return;
  back = kith_family_explainer_price_move (explainer, mover->school, mover->goes_on);
  mover->price = back->rise;
  mover->breaks = !kith_family_move_is_allowed (back);
}

/**
 * kith_family_list_movers:
 * @pool: whose problem knows last year's Families
 * @answer: over its schools
 *
 * Returns: (transfer full) (element-type KithFamilyMover): the schools that do not stay in their
 *   Family, by URN, and why: what their staying would cost
 */
GArray *
kith_family_list_movers (const KithFamilyPool *pool, const KithFamilyAnswer *answer)
{
  const KithFamilyProblem *problem = pool->problem;
  GArray *movers = g_array_new (FALSE, FALSE, sizeof (KithFamilyMover));
  g_autoptr (KithFamilyExplainer) explainer = NULL;
  g_autofree guint *match = NULL;

  if (problem->previous == NULL)
    return movers;
  explainer = kith_family_explainer_new (pool, answer->families);
  match = kith_family_match (problem->previous, answer->families, answer->n_schools,
                             problem->n_families);
  for (guint s = 0; s < answer->n_schools; s++)
    {
      guint from = problem->previous[s];
      KithFamilyMover mover = { s, from, KITH_FAMILY_NONE, answer->families[s], NAN, FALSE };

      if (from == KITH_FAMILY_NONE || match[from] == answer->families[s])
        continue;
      mover.goes_on = match[from];
      price_stay (explainer, &mover);
      g_array_append_val (movers, mover);
    }
  return movers;
}
