/* kith-families.c: Families of Schools, proposed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-families.h"
#include "kith-family-estimate.h"

#include <glib/gi18n.h>
#include <math.h>

#define ESTIMATE_RUNS 50

/* Answers that agree by less differ in more than a few schools. */
#define ALIKE 0.9

/**
 * kith_families_build:
 * @pool: (transfer full): with a problem
 * @search: seeds and effort
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Judges, searches, and looks how good Families without rules could be. What is impossible is not
 * searched.
 *
 * Returns: (transfer full): what came of it, or %NULL
 */
KithFamilies *
kith_families_build (KithFamilyPool *pool,
                     const KithFamilySearch *search,
                     KithJob *job,
                     GError **error)
{
  g_autoptr (KithFamilies) self = g_new0 (KithFamilies, 1);

  self->pool = pool;
  self->judgement = kith_family_judge (pool->problem, job, error);
  if (self->judgement == NULL)
    return NULL;
  if (self->judgement->outlook == KITH_FAMILY_OUTLOOK_IMPOSSIBLE)
    return g_steal_pointer (&self);
  self->answers = kith_family_search (pool->problem, search, job, error);
  if (self->answers == NULL)
    return NULL;
  self->estimate = kith_family_estimate (pool->problem, search->seed, ESTIMATE_RUNS, job);
  return g_steal_pointer (&self);
}

/**
 * kith_families_free:
 * @self: (transfer full) (nullable): Families
 */
void
kith_families_free (KithFamilies *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  kith_family_judgement_free (self->judgement);
  kith_family_pool_free (self->pool);
  g_free (self);
}

/**
 * kith_families_is_found:
 *
 * Returns: whether an answer breaks no rule
 */
gboolean
kith_families_is_found (const KithFamilies *self)
{
  return self->answers != NULL &&
         ((KithFamilyAnswer *)g_ptr_array_index (self->answers, 0))->n_broken == 0;
}

static char *
dup_names (const KithFamilies *self, guint most)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (self->pool->network, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const GArray *of = self->judgement->schools;

  for (guint s = 0; s < of->len && s < most; s++)
    {
      const KithPoolSchool *school =
          &g_array_index (self->pool->schools, KithPoolSchool, g_array_index (of, guint, s));

      g_ptr_array_add (names, g_strdup (schools[school->school].record->name));
    }
  if (of->len > most)
    g_ptr_array_add (names, g_strdup_printf (_ ("%u more"), of->len - most));
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

/* The next smaller least size with which the number can be split, or 0. */
static guint
find_smaller_least (const KithFamilyProblem *problem)
{
  for (guint least = problem->least; least-- > 1;)
    if (kith_family_problem_count_families (problem->n_schools, least, problem->most) > 0)
      return least;
  return 0;
}

static char *
dup_number (const KithFamilies *self)
{
  const KithFamilyProblem *problem = self->pool->problem;
  guint smaller = find_smaller_least (problem);

  if (problem->n_families > 0)
    return g_strdup_printf (_ ("%u schools cannot be split into %u Families of %u to %u. Ask for "
                               "another number of Families."),
                            problem->n_schools, problem->n_families, problem->least, problem->most);
  if (problem->n_schools < problem->least)
    return g_strdup_printf (
        g_dngettext (NULL,
                     "%u school is too few for Families of %u to %u. Add schools or authorities.",
                     "%u schools are too few for Families of %u to %u. Add schools or authorities.",
                     problem->n_schools),
        problem->n_schools, problem->least, problem->most);
  return g_strdup_printf (
      _ ("%u schools cannot be split into Families of %u to %u. Add a school or "
         "take one away, or allow Families of %u."),
      problem->n_schools, problem->least, problem->most, smaller);
}

static char *
dup_obstacle (const KithFamilies *self)
{
  const KithFamilyJudgement *judgement = self->judgement;
  const KithFamilyProblem *problem = self->pool->problem;
  const KithAuthority *authority = NULL;
  g_autofree char *names = dup_names (self, 30);

  if (judgement->authority != KITH_FAMILY_NONE)
    authority =
        kith_ledger_find (kith_network_get_ledger (self->pool->network), KITH_TABLE_AUTHORITY,
                          g_array_index (self->pool->authorities, gint64, judgement->authority));
  switch (judgement->obstacle)
    {
    case KITH_FAMILY_OBSTACLE_NUMBER:
      return dup_number (self);
    case KITH_FAMILY_OBSTACLE_LOCKED_SIZE:
      return g_strdup_printf (
          _ ("%u schools are locked into one Family, which takes %u at the most: "
             "%s. Take a lock away."),
          judgement->number, judgement->limit, names);
    case KITH_FAMILY_OBSTACLE_LOCKED_WAYS:
      return g_strdup_printf (_ ("%s are locked together, and must stay in two different Families. "
                                 "Take a lock away."),
                              names);
    case KITH_FAMILY_OBSTACLE_LOCKED_RIVALS:
      return g_strdup_printf (
          _ ("%s must stay in one Family, and are rivals or locked apart. Take a "
             "lock away."),
          names);
    case KITH_FAMILY_OBSTACLE_RIVALS:
      return g_strdup_printf (_ ("%u schools are all rivals of each other, more than there are "
                                 "Families (%u): %s. Count fewer nearest schools as rivals, or a "
                                 "smaller distance."),
                              judgement->number, judgement->limit, names);
    case KITH_FAMILY_OBSTACLE_MAJORITY:
      return g_strdup_printf (
          _ ("%s has %u of the %u schools. With no more than half of any Family, "
             "there is room for %u of them. Add authorities, or allow a "
             "majority."),
          authority != NULL && authority->name != NULL ? authority->name : _ ("One authority"),
          judgement->number, problem->n_schools, judgement->limit);
    case KITH_FAMILY_OBSTACLE_AUTHORITIES:
      return g_strdup_printf (_ ("%u Families of at least %u authorities each need %u places, and "
                                 "the schools give %u. Ask for fewer authorities in a Family."),
                              problem->n_families, problem->least_authorities, judgement->limit,
                              judgement->number);
    case KITH_FAMILY_OBSTACLE_NONE:
      break;
    }
  return g_strdup ("");
}

static char *
dup_answers (const KithFamilies *self)
{
  const KithFamilyAnswer *best = g_ptr_array_index (self->answers, 0);

  if (best->n_broken > 0)
    return g_strdup_printf (
        g_dngettext (
            NULL,
            "No Families were found that keep every rule: the best of %u search breaks %u. "
            "Count fewer nearest schools as rivals, or a smaller distance.",
            "No Families were found that keep every rule: the best of %u searches breaks "
            "%u. Count fewer nearest schools as rivals, or a smaller distance.",
            self->answers->len),
        self->answers->len, best->n_broken);
  return g_strdup_printf (ngettext ("%u schools in %u Family of %u to %u; every rule is kept.",
                                    "%u schools in %u Families of %u to %u; every rule is kept.",
                                    self->pool->problem->n_families),
                          best->n_schools, self->pool->problem->n_families,
                          self->pool->problem->least, self->pool->problem->most);
}

/**
 * kith_families_dup_outlook:
 *
 * Returns: (transfer full): what came of it, in sentences: impossible with the reason, not found,
 *   or found, and whether that was certain beforehand
 */
char *
kith_families_dup_outlook (const KithFamilies *self)
{
  g_autofree char *found = NULL;

  if (self->judgement->outlook == KITH_FAMILY_OUTLOOK_IMPOSSIBLE)
    return dup_obstacle (self);
  found = dup_answers (self);
  if (self->judgement->outlook != KITH_FAMILY_OUTLOOK_CERTIFIED)
    return g_steal_pointer (&found);
  return g_strdup_printf (
      _ ("%s That sizes and rivals can be kept is certain: no school has more than "
         "%u rivals."),
      found, self->judgement->most_rivals);
}

static double
measure_agreement (const KithFamilies *self)
{
  double least = 1;

  for (guint a = 1; a < self->answers->len; a++)
    least = MIN (least, kith_family_answer_compare (g_ptr_array_index (self->answers, 0),
                                                    g_ptr_array_index (self->answers, a)));
  return least;
}

/**
 * kith_families_dup_method:
 *
 * Returns: (transfer full): J, against what, the seeds and how alike their answers are
 */
char *
kith_families_dup_method (const KithFamilies *self)
{
  const KithFamilyAnswer *best;
  GString *text;

  if (self->answers == NULL)
    return g_strdup ("");
  best = g_ptr_array_index (self->answers, 0);
  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("J %.3f from seed %u"), best->objective, best->seed);
  /* where schools hardly differ the best is nothing, and so is a ratio to it */
  if (self->estimate > best->objective / 1000 && isfinite (self->estimate))
    g_string_append_printf (text, _ (", %.2f of the best of %u k-means++ runs without rules"),
                            best->objective / self->estimate, ESTIMATE_RUNS);
  g_string_append_c (text, '.');
  if (self->answers->len > 1)
    g_string_append_printf (text, _ (" The answers of %u seeds agree by %.2f (adjusted Rand)."),
                            self->answers->len, measure_agreement (self));
  if (measure_agreement (self) < ALIKE)
    g_string_append (text, _ (" Many ways to split these schools are about equally good."));
  return g_string_free (text, FALSE);
}
