/* kith-family-why.c: why a school is in its Family, and what another would cost
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-why.h"

#include <glib/gi18n.h>
#include <math.h>

struct _KithFamilyExplainer
{
  const KithFamilyPool *pool;
  const KithFamilyProblem *problem;
  const guint *families;
  guint n_families;
  double *shares; /* v_i */
  double *mass;   /* Σ v_i over those that know, a row a Family */
  double *sum;    /* Σ v_i z_ik */
};

static const double *
get_values (const KithFamilyExplainer *self, guint school)
{
  return &self->problem->values[(gsize)school * self->problem->n_variables];
}

static void
add_school (KithFamilyExplainer *self, guint school)
{
  const double *z = get_values (self, school);
  gsize row = (gsize)self->families[school] * self->problem->n_variables;

  for (guint k = 0; k < self->problem->n_variables; k++)
    if (!isnan (z[k]))
      {
        self->mass[row + k] += self->shares[school];
        self->sum[row + k] += self->shares[school] * z[k];
      }
}

/**
 * kith_family_explainer_new:
 * @pool: with a problem; outlives the explainer
 * @families: (array): of each school of it, from 0, or %KITH_FAMILY_NONE of one that is in none;
 *   outlives the explainer
 *
 * Returns: (transfer full): an explainer
 */
KithFamilyExplainer *
kith_family_explainer_new (const KithFamilyPool *pool, const guint *families)
{
  KithFamilyExplainer *self = g_new0 (KithFamilyExplainer, 1);

  self->pool = pool;
  self->problem = pool->problem;
  self->families = families;
  for (guint i = 0; i < self->problem->n_schools; i++)
    if (families[i] != KITH_FAMILY_NONE)
      self->n_families = MAX (self->n_families, families[i] + 1);
  self->shares = g_new0 (double, self->problem->n_schools);
  self->mass = g_new0 (double, (gsize)self->n_families * self->problem->n_variables);
  self->sum = g_new0 (double, (gsize)self->n_families * self->problem->n_variables);
  for (guint i = 0; i < self->problem->n_schools; i++)
    {
      self->shares[i] = kith_family_problem_get_share (self->problem, i);
      if (families[i] != KITH_FAMILY_NONE)
        add_school (self, i);
    }
  return self;
}

/**
 * kith_family_explainer_free:
 * @self: (transfer full) (nullable): an explainer
 */
void
kith_family_explainer_free (KithFamilyExplainer *self)
{
  if (self == NULL)
    return;
  g_free (self->shares);
  g_free (self->mass);
  g_free (self->sum);
  g_free (self);
}

/* w_k v_i (z_ik − μ_fk)², 0 where either is unknown */
static double
measure_part (const KithFamilyExplainer *self, guint school, guint family, guint k)
{
  gsize at = (gsize)family * self->problem->n_variables + k;
  double z = get_values (self, school)[k], off;

  if (isnan (z) || !(self->mass[at] > 0))
    return 0;
  off = z - self->sum[at] / self->mass[at];
  return self->problem->weights[k] * self->shares[school] * off * off;
}

static double
measure_square (const KithFamilyExplainer *self, guint school, guint family)
{
  double square = 0;

  for (guint k = 0; k < self->problem->n_variables; k++)
    square += measure_part (self, school, family, k);
  return square;
}

/**
 * kith_family_explainer_explain:
 * @school: number in the pool, of one that is in a Family
 *
 * The square of the distance is D_i² = Σ_k w_k v_i (z_ik − μ_fk)² over what the school knows, the
 * school's part of J; a variable's share is its part of that.
 *
 * Returns: why the school is where it is
 */
KithFamilyWhy
kith_family_explainer_explain (const KithFamilyExplainer *self, guint school)
{
  guint own = self->families[school];
  double square = measure_square (self, school, own);
  KithFamilyWhy why = { .distance = sqrt (square), .nearest = KITH_FAMILY_NONE };

  for (guint k = 0; k < self->problem->n_variables && square > 0; k++)
    why.shares[g_array_index (self->pool->variables, KithPoolVariable, k).variable] =
        measure_part (self, school, own, k) / square;
  for (guint f = 0; f < self->n_families; f++)
    {
      double distance = f == own ? INFINITY : sqrt (measure_square (self, school, f));

      if (f == own || (why.nearest != KITH_FAMILY_NONE && distance >= why.nearest_distance))
        continue;
      why.nearest = f;
      why.nearest_distance = distance;
    }
  return why;
}

/* Σ_k w_k s² / m of a Family with a school taken away (−1), as it is (0) or added (1). */
static double
measure_gain (const KithFamilyExplainer *self, guint family, guint school, int sign)
{
  const double *z = get_values (self, school);
  double gain = 0;

  for (guint k = 0; k < self->problem->n_variables; k++)
    {
      gsize at = (gsize)family * self->problem->n_variables + k;
      double share = isnan (z[k]) ? 0 : sign * self->shares[school];
      double mass = self->mass[at] + share, sum = self->sum[at] + (isnan (z[k]) ? 0 : share * z[k]);

      /* what is left when the only one goes is nothing but rounding */
      if (mass > 1e-9)
        gain += self->problem->weights[k] * sum * sum / mass;
    }
  return gain;
}

/* The authorities of a Family, with or without a school. */
typedef struct
{
  guint size, n_authorities, majority;
} Mix;

static Mix
measure_mix (const KithFamilyExplainer *self, guint family, guint school, gboolean is_in)
{
  g_autofree guint *n = g_new0 (guint, self->problem->n_authorities);
  Mix mix = { .majority = KITH_FAMILY_NONE };

  for (guint i = 0; i < self->problem->n_schools; i++)
    if (i == school ? is_in : self->families[i] == family)
      {
        mix.size++;
        n[self->problem->authorities[i]]++;
      }
  for (guint a = 0; a < self->problem->n_authorities; a++)
    {
      mix.n_authorities += n[a] > 0;
      if (self->problem->is_mixed && 2 * n[a] > mix.size)
        mix.majority = a;
    }
  return mix;
}

static GArray *
list_rivals (const KithFamilyExplainer *self, guint school, guint family)
{
  GArray *rivals = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 0; p < self->problem->rivals->len; p++)
    {
      KithFamilyPair pair = g_array_index (self->problem->rivals, KithFamilyPair, p);
      guint other = pair.a == school ? pair.b : pair.a;

      if ((pair.a == school || pair.b == school) && self->families[other] == family)
        g_array_append_val (rivals, other);
    }
  return rivals;
}

/* Σ_k w_k v_i z_ik²: what a school brings to J before any mean is taken off. */
static double
measure_own_square (const KithFamilyExplainer *self, guint school)
{
  const double *z = get_values (self, school);
  double square = 0;

  for (guint k = 0; k < self->problem->n_variables; k++)
    if (!isnan (z[k]))
      square += self->problem->weights[k] * self->shares[school] * z[k] * z[k];
  return square;
}

/* What stays behind, and the price of it. */
static void
leave_family (const KithFamilyExplainer *self, guint school, KithFamilyMove *move)
{
  guint own = self->families[school];
  Mix left = measure_mix (self, own, school, FALSE);

  move->rise += measure_gain (self, own, school, 0) - measure_gain (self, own, school, -1) -
                measure_own_square (self, school);
  move->size_left = left.size;
  move->is_too_small = left.size < self->problem->least;
  move->n_authorities_left = left.n_authorities;
  move->has_too_few_authorities = left.n_authorities < self->problem->least_authorities;
  move->majority_left = left.majority;
}

/**
 * kith_family_explainer_price_move:
 * @school: number in the pool; it may be in no Family yet
 * @family: not its own
 *
 * Returns: (transfer full): what it would mean to put the school there
 */
KithFamilyMove *
kith_family_explainer_price_move (const KithFamilyExplainer *self, guint school, guint family)
{
  KithFamilyMove *move = g_new0 (KithFamilyMove, 1);
  guint own = self->families[school];
  Mix joined = measure_mix (self, family, school, TRUE);

  move->rise = measure_gain (self, family, school, 0) - measure_gain (self, family, school, 1) +
               measure_own_square (self, school);
  move->size_joined = joined.size;
  move->is_too_large = joined.size > self->problem->most;
  move->majority_left = KITH_FAMILY_NONE;
  move->majority_joined = joined.majority;
  move->rivals = list_rivals (self, school, family);
  if (own == KITH_FAMILY_NONE)
    return move;
  leave_family (self, school, move);
  return move;
}

/**
 * kith_family_explainer_profile:
 * @family: from 0
 *
 * Returns: the Family against the pool; a mean is that of the schools that know the variable,
 *   each counted once
 */
KithFamilyProfile
kith_family_explainer_profile (const KithFamilyExplainer *self, guint family)
{
  KithFamilyProfile profile = { .n_authorities = 0 };

  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    profile.mean[v] = profile.z[v] = NAN;
  profile.n_authorities = measure_mix (self, family, KITH_FAMILY_NONE, FALSE).n_authorities;
  for (guint i = 0; i < self->problem->n_schools; i++)
    profile.n_schools += self->families[i] == family;
  for (guint k = 0; k < self->problem->n_variables; k++)
    {
      const KithPoolVariable *by = &g_array_index (self->pool->variables, KithPoolVariable, k);
      double sum = 0;
      guint n = 0;

      for (guint i = 0; i < self->problem->n_schools; i++)
        if (self->families[i] == family && !isnan (get_values (self, i)[k]))
          {
            sum += get_values (self, i)[k];
            n++;
          }
      profile.n_known[by->variable] = n;
      if (n == 0)
        continue;
      profile.z[by->variable] = sum / n;
      profile.mean[by->variable] = by->mean + by->sd * sum / n;
    }
  return profile;
}

/**
 * kith_family_move_free:
 * @self: (transfer full) (nullable): a move
 */
void
kith_family_move_free (KithFamilyMove *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rivals);
  g_free (self);
}

static const char *
get_authority (const KithFamilyPool *pool, guint authority)
{
  const KithAuthority *row =
      kith_ledger_find (kith_network_get_ledger (pool->network), KITH_TABLE_AUTHORITY,
                        g_array_index (pool->authorities, gint64, authority));

  return row != NULL && row->name != NULL ? row->name : _ ("One authority");
}

static void
append_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, line);
  g_free (line);
}

/**
 * kith_family_move_dup_words:
 * @pool: that its schools are of
 *
 * Returns: (transfer full): a sentence for each rule that it would break, or that it breaks none
 */
char *
kith_family_move_dup_words (const KithFamilyMove *self, const KithFamilyPool *pool)
{
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &(guint){ 0 });
  GString *text = g_string_new (NULL);

  if (self->is_too_small)
    append_line (text, g_strdup_printf (_ ("It would leave %u schools behind, below the least."),
                                        self->size_left));
  if (self->is_too_large)
    append_line (text, g_strdup_printf (_ ("The Family would have %u schools, above the most."),
                                        self->size_joined));
  if (self->has_too_few_authorities)
    append_line (text, g_strdup_printf (_ ("It would leave schools of only %u authorities behind."),
                                        self->n_authorities_left));
  if (self->majority_left != KITH_FAMILY_NONE)
    append_line (text,
                 g_strdup_printf (_ ("%s would have more than half of what it leaves behind."),
                                  get_authority (pool, self->majority_left)));
  if (self->majority_joined != KITH_FAMILY_NONE)
    append_line (text, g_strdup_printf (_ ("%s would have more than half of the Family."),
                                        get_authority (pool, self->majority_joined)));
  for (guint r = 0; r < self->rivals->len; r++)
    append_line (text,
                 g_strdup_printf (_ ("%s, a rival or locked apart, is in that Family."),
                                  schools[g_array_index (pool->schools, KithPoolSchool,
                                                         g_array_index (self->rivals, guint, r))
                                              .school]
                                      .record->name));
  if (text->len == 0)
    g_string_append (text, _ ("It breaks no rule."));
  return g_string_free (text, FALSE);
}

/**
 * kith_family_move_is_allowed:
 *
 * Returns: whether it breaks no rule
 */
gboolean
kith_family_move_is_allowed (const KithFamilyMove *self)
{
  return !self->is_too_small && !self->is_too_large && !self->has_too_few_authorities &&
         self->majority_left == KITH_FAMILY_NONE && self->majority_joined == KITH_FAMILY_NONE &&
         self->rivals->len == 0;
}
