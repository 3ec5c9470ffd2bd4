/* kith-family-state.c: Families in the making
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-state-private.h"

#include <string.h>

/* A Family's members may pass the rule's size for a while, by so many. */
#define SPARE 8

/* Σ_k w_k s² / m of sums s and masses m, a unit's added @plus and @minus times. */
static double
measure_gain (const KithFamilyState *self, guint family, guint minus, guint plus)
{
  guint n_k = self->problem->n_variables;
  const double *w = self->problem->weights;
  const double *mass = &self->mass[(gsize)family * n_k], *sum = &self->sum[(gsize)family * n_k];
  const double *mass_of = self->units->mass, *sum_of = self->units->sum;
  double gain = 0;

  for (guint k = 0; k < n_k; k++)
    {
      double m = mass[k], s = sum[k];

      if (minus != KITH_FAMILY_NONE)
        {
          m -= mass_of[(gsize)minus * n_k + k];
          s -= sum_of[(gsize)minus * n_k + k];
        }
      if (plus != KITH_FAMILY_NONE)
        {
          m += mass_of[(gsize)plus * n_k + k];
          s += sum_of[(gsize)plus * n_k + k];
        }
      if (m > 0)
        gain += w[k] * s * s / m;
    }
  return gain;
}

static guint
measure_broken (const KithFamilyState *self, guint family)
{
  const KithFamilyProblem *problem = self->problem;
  const guint16 *count = &self->count[(gsize)family * problem->n_authorities];
  guint size = self->size[family], most = 0, broken = 0;

  if (size < problem->least)
    broken += problem->least - size;
  if (size > problem->most)
    broken += size - problem->most;
  if (self->n_present[family] < problem->least_authorities)
    broken += problem->least_authorities - self->n_present[family];
  if (!problem->is_mixed)
    return broken;
  for (guint a = 0; a < problem->n_authorities; a++)
    most = MAX (most, count[a]);
  return 2 * most > size ? broken + 2 * most - size : broken;
}

/* Schools of a unit that would not be where they were last year. */
static guint
count_moved (const KithFamilyState *self, guint unit, guint family)
{
  const KithFamilyUnits *units = self->units;
  guint n = 0;

  if (self->problem->previous == NULL)
    return 0;
  for (guint s = units->first[unit]; s < units->first[unit + 1]; s++)
    {
      guint before = self->problem->previous[units->schools[s]];

      n += before != KITH_FAMILY_NONE && before != family;
    }
  return n;
}

static void
add_unit (KithFamilyState *self, guint unit, guint family, int sign)
{
  const KithFamilyUnits *units = self->units;
  guint n_k = self->problem->n_variables;

  for (guint k = 0; k < n_k; k++)
    {
      self->mass[(gsize)family * n_k + k] += sign * units->mass[(gsize)unit * n_k + k];
      self->sum[(gsize)family * n_k + k] += sign * units->sum[(gsize)unit * n_k + k];
    }
  for (guint s = units->first[unit]; s < units->first[unit + 1]; s++)
    {
      guint16 *count = &self->count[(gsize)family * self->problem->n_authorities +
                                    self->problem->authorities[units->schools[s]]];

      self->n_present[family] = (guint16)(self->n_present[family] - (*count > 0));
      *count = (guint16)(*count + sign);
      self->n_present[family] = (guint16)(self->n_present[family] + (*count > 0));
    }
  self->size[family] += (guint)(sign * (int)kith_family_units_get_size (units, unit));
  self->gain[family] = measure_gain (self, family, KITH_FAMILY_NONE, KITH_FAMILY_NONE);
  self->broken[family] = measure_broken (self, family);
}

/**
 * kith_family_state_put:
 * @unit: is taken out of the Family that it is in, if any
 * @family: and put into this one, or nowhere where %KITH_FAMILY_NONE
 */
void
kith_family_state_put (KithFamilyState *self, guint unit, guint family)
{
  guint from = self->family[unit];

  if (from != KITH_FAMILY_NONE)
    {
      guint *members = &self->members[(gsize)from * self->room];
      guint last = members[--self->n_members[from]];

      members[self->slot[unit]] = last;
      self->slot[last] = self->slot[unit];
      add_unit (self, unit, from, -1);
    }
  self->family[unit] = family;
  if (family == KITH_FAMILY_NONE)
    return;
  self->slot[unit] = self->n_members[family]++;
  self->members[(gsize)family * self->room + self->slot[unit]] = unit;
  add_unit (self, unit, family, 1);
}

static gboolean
has_room (const KithFamilyState *self, guint family, guint n)
{
  return self->n_members[family] + n <= self->room;
}

static guint
count_fixed (const KithFamilyUnits *units)
{
  g_autofree guint *n = g_new0 (guint, units->problem->n_families);
  guint most = 0;

  for (guint u = 0; u < units->n; u++)
    if (units->fixed[u] != KITH_FAMILY_NONE)
      most = MAX (most, ++n[units->fixed[u]]);
  return most;
}

/**
 * kith_family_state_new:
 * @units: outlive the state
 * @price: of one broken rule, in J
 *
 * Returns: (transfer full): Families with nobody in them
 */
KithFamilyState *
kith_family_state_new (const KithFamilyUnits *units, double price)
{
  KithFamilyState *self = g_new0 (KithFamilyState, 1);
  const KithFamilyProblem *problem = units->problem;
  gsize n_families = problem->n_families, n_k = problem->n_variables;

  self->units = units;
  self->problem = problem;
  self->price = price;
  self->room = MAX (problem->most, problem->n_schools / problem->n_families + 1) +
               count_fixed (units) + SPARE;
  self->family = g_new (guint, units->n);
  for (guint u = 0; u < units->n; u++)
    self->family[u] = KITH_FAMILY_NONE;
  self->slot = g_new0 (guint, units->n);
  self->size = g_new0 (guint, n_families);
  self->members = g_new0 (guint, n_families * self->room);
  self->n_members = g_new0 (guint, n_families);
  self->mass = g_new0 (double, n_families *n_k);
  self->sum = g_new0 (double, n_families *n_k);
  self->gain = g_new0 (double, n_families);
  self->broken = g_new0 (guint, n_families);
  self->count = g_new0 (guint16, n_families * problem->n_authorities);
  self->n_present = g_new0 (guint16, n_families);
  for (guint f = 0; f < n_families; f++)
    self->broken[f] = measure_broken (self, f);
  return self;
}

/**
 * kith_family_state_free:
 * @self: (transfer full) (nullable): Families
 */
void
kith_family_state_free (KithFamilyState *self)
{
  if (self == NULL)
    return;
  g_free (self->family);
  g_free (self->size);
  g_free (self->members);
  g_free (self->n_members);
  g_free (self->slot);
  g_free (self->mass);
  g_free (self->sum);
  g_free (self->gain);
  g_free (self->broken);
  g_free (self->count);
  g_free (self->n_present);
  g_free (self);
}

static guint
find_smallest (const KithFamilyState *self)
{
  guint smallest = KITH_FAMILY_NONE;

  for (guint f = 0; f < self->problem->n_families; f++)
    if (has_room (self, f, 1) &&
        (smallest == KITH_FAMILY_NONE || self->size[f] < self->size[smallest]))
      smallest = f;
  return smallest;
}

/* Where locks, and the Families that it shall begin with, have it. */
static guint
find_beginning (const KithFamilyState *self, guint unit, const guint *families)
{
  guint before = families == NULL ? KITH_FAMILY_NONE
                                  : families[self->units->schools[self->units->first[unit]]];

  if (self->units->fixed[unit] != KITH_FAMILY_NONE)
    return self->units->fixed[unit];
  return before < self->problem->n_families && has_room (self, before, 1) ? before
                                                                          : KITH_FAMILY_NONE;
}

/**
 * kith_family_state_scatter:
 * @random: decides
 * @families: (nullable) (array): of each school: where it shall be, as far as there is room
 *
 * Puts every unit somewhere: where it shall be, else the larger units first, each into the smallest
 * Family.
 */
void
kith_family_state_scatter (KithFamilyState *self, KithRandom *random, const guint *families)
{
  g_autofree guint *order = g_new (guint, self->units->n);

  for (guint u = 0; u < self->units->n; u++)
    order[u] = u;
  kith_random_shuffle (random, order, self->units->n);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->units->n; i++)
      if ((self->units->fixed[order[i]] == KITH_FAMILY_NONE) == (pass == 1))
        {
          guint beginning = find_beginning (self, order[i], families);

          if (beginning != KITH_FAMILY_NONE)
            kith_family_state_put (self, order[i], beginning);
        }
  for (guint size = self->units->largest; size > 0; size--)
    for (guint i = 0; i < self->units->n; i++)
      if (self->family[order[i]] == KITH_FAMILY_NONE &&
          kith_family_units_get_size (self->units, order[i]) == size)
        kith_family_state_put (self, order[i], find_smallest (self));
}

/**
 * kith_family_state_rename:
 * @names: (array length=n_families): the number that each Family has from now on, each once
 */
void
kith_family_state_rename (KithFamilyState *self, const guint *names)
{
  g_autofree guint *families = g_memdup2 (self->family, self->units->n * sizeof *families);

  for (guint u = 0; u < self->units->n; u++)
    kith_family_state_put (self, u, KITH_FAMILY_NONE);
  for (guint u = 0; u < self->units->n; u++)
    kith_family_state_put (self, u, names[families[u]]);
}

/**
 * kith_family_state_count_rivals:
 *
 * Returns: how many rivals of @unit are in @family
 */
guint
kith_family_state_count_rivals (const KithFamilyState *self, guint unit, guint family)
{
  const KithFamilyUnits *units = self->units;
  guint n = 0;

  for (guint r = units->rival_first[unit]; r < units->rival_first[unit + 1]; r++)
    n += self->family[units->rivals[r]] == family;
  return n;
}

static gboolean
is_rival (const KithFamilyState *self, guint a, guint b)
{
  const KithFamilyUnits *units = self->units;

  for (guint r = units->rival_first[a]; r < units->rival_first[a + 1]; r++)
    if (units->rivals[r] == b)
      return TRUE;
  return FALSE;
}

/**
 * kith_family_state_price_move:
 * @family: not its own
 *
 * Returns: by how much J and λ would rise; rules aside
 */
double
kith_family_state_price_move (const KithFamilyState *self, guint unit, guint family)
{
  guint from = self->family[unit];
  double churn = self->problem->churn * ((double)count_moved (self, unit, family) -
                                         (double)count_moved (self, unit, from));

  return self->gain[from] + self->gain[family] + churn -
         measure_gain (self, from, unit, KITH_FAMILY_NONE) -
         measure_gain (self, family, KITH_FAMILY_NONE, unit);
}

/**
 * kith_family_state_price_swap:
 * @a: in one Family
 * @b: in another
 *
 * Returns: by how much J and λ would rise; rules aside
 */
double
kith_family_state_price_swap (const KithFamilyState *self, guint a, guint b)
{
  guint f = self->family[a], g = self->family[b];
  double churn = 0;

  if (self->problem->previous != NULL)
    churn = self->problem->churn *
            ((double)count_moved (self, a, g) + (double)count_moved (self, b, f) -
             (double)count_moved (self, a, f) - (double)count_moved (self, b, g));
  return self->gain[f] + self->gain[g] + churn - measure_gain (self, f, a, b) -
         measure_gain (self, g, b, a);
}

/**
 * kith_family_state_try_move:
 * @most: by how much J, λ and the prices of broken rules may rise at the most
 *
 * Returns: whether @unit was put into @family; if not, all is as it was
 */
gboolean
kith_family_state_try_move (KithFamilyState *self, guint unit, guint family, double most)
{
  guint from = self->family[unit];
  guint before = self->broken[from] + self->broken[family];
  double rise = kith_family_state_price_move (self, unit, family);

  if (rise - self->price * before > most || !has_room (self, family, 1))
    return FALSE;
  rise += self->price * ((double)kith_family_state_count_rivals (self, unit, family) -
                         (double)kith_family_state_count_rivals (self, unit, from));
  if (rise - self->price * before > most)
    return FALSE;
  kith_family_state_put (self, unit, family);
  rise += self->price * ((double)(self->broken[from] + self->broken[family]) - (double)before);
  if (rise <= most)
    return TRUE;
  kith_family_state_put (self, unit, from);
  return FALSE;
}

/* Schools of one authority can take each other's place without touching a rule but rivalry. */
static gboolean
is_like (const KithFamilyState *self, guint a, guint b)
{
  const KithFamilyUnits *units = self->units;

  return kith_family_units_get_size (units, a) == 1 && kith_family_units_get_size (units, b) == 1 &&
         self->problem->authorities[units->schools[units->first[a]]] ==
             self->problem->authorities[units->schools[units->first[b]]];
}

static void
swap (KithFamilyState *self, guint a, guint b)
{
  guint f = self->family[a], g = self->family[b];

  kith_family_state_put (self, a, KITH_FAMILY_NONE);
  kith_family_state_put (self, b, f);
  kith_family_state_put (self, a, g);
}

/**
 * kith_family_state_try_swap:
 * @a: in one Family
 * @b: in another
 * @most: by how much J, λ and the prices of broken rules may rise at the most
 *
 * Returns: whether they took each other's place; if not, all is as it was
 */
gboolean
kith_family_state_try_swap (KithFamilyState *self, guint a, guint b, double most)
{
  guint f = self->family[a], g = self->family[b];
  guint before = self->broken[f] + self->broken[g];
  double rise = kith_family_state_price_swap (self, a, b);
  guint between;

  if (rise - self->price * before > most)
    return FALSE;
  between = is_rival (self, a, b);
  rise += self->price * ((double)kith_family_state_count_rivals (self, a, g) +
                         (double)kith_family_state_count_rivals (self, b, f) - 2.0 * between -
                         (double)kith_family_state_count_rivals (self, a, f) -
                         (double)kith_family_state_count_rivals (self, b, g));
  if (rise - (is_like (self, a, b) ? 0 : self->price * before) > most)
    return FALSE;
  swap (self, a, b);
  rise += self->price * ((double)(self->broken[f] + self->broken[g]) - (double)before);
  if (rise <= most)
    return TRUE;
  swap (self, b, a);
  return FALSE;
}

/* Those of the two Families that a chain of rivals joins to the first, each from one Family to
   the other; 0 where they are more than @longest or one of them must stay. */
static guint
find_closure (const KithFamilyState *self, guint unit, guint family, guint longest, guint *closure)
{
  const KithFamilyUnits *units = self->units;
  guint from = self->family[unit], n = 0;

  closure[n++] = unit;
  for (guint i = 0; i < n; i++)
    {
      guint other = self->family[closure[i]] == from ? family : from;

      for (guint r = units->rival_first[closure[i]]; r < units->rival_first[closure[i] + 1]; r++)
        {
          guint rival = units->rivals[r];
          gboolean is_new = self->family[rival] == other;

          for (guint j = 0; j < n && is_new; j++)
            is_new = closure[j] != rival;
          if (!is_new)
            continue;
          if (n == longest || units->fixed[rival] != KITH_FAMILY_NONE)
            return 0;
          closure[n++] = rival;
        }
    }
  return n;
}

static double
measure_two (const KithFamilyState *self, guint f, guint g)
{
  const guint both[] = { f, g };
  double value = 0, n_rivals = 0;

  for (guint i = 0; i < 2; i++)
    {
      value += self->price * self->broken[both[i]] - self->gain[both[i]];
      for (guint m = 0; m < self->n_members[both[i]]; m++)
        {
          guint unit = self->members[(gsize)both[i] * self->room + m];

          n_rivals += kith_family_state_count_rivals (self, unit, both[i]);
          value += self->problem->churn * count_moved (self, unit, both[i]);
        }
    }
  return value + self->price * n_rivals / 2;
}

static void
exchange (KithFamilyState *self, const guint *closure, guint n, guint f, guint g)
{
  for (guint i = 0; i < n; i++)
    kith_family_state_put (self, closure[i], self->family[closure[i]] == f ? g : f);
}

#define LONGEST 32

/**
 * kith_family_state_try_kempe:
 * @unit: moves to @family
 * @longest: how many may move, at most 32
 * @most: by how much J, λ and the prices of broken rules may rise at the most
 *
 * A Kempe closure: its rivals in @family move the other way, theirs with them and so on, so that
 * no rivals meet who did not before.
 *
 * Returns: whether it was done; if not, all is as it was
 */
gboolean
kith_family_state_try_kempe (
    KithFamilyState *self, guint unit, guint family, guint longest, double most)
{
  guint closure[LONGEST], from = self->family[unit];
  guint n = find_closure (self, unit, family, MIN (longest, LONGEST), closure);
  double before;

  if (n == 0 || !has_room (self, from, n) || !has_room (self, family, n))
    return FALSE;
  before = measure_two (self, from, family);
  exchange (self, closure, n, from, family);
  if (measure_two (self, from, family) - before <= most)
    return TRUE;
  exchange (self, closure, n, from, family);
  return FALSE;
}

/**
 * kith_family_state_count_broken:
 *
 * Returns: how far rules are broken: schools too many or too few, authorities missing or too
 *   strong, and pairs of rivals in one Family
 */
guint
kith_family_state_count_broken (const KithFamilyState *self)
{
  guint n_broken = 0, n_rivals = 0;

  for (guint f = 0; f < self->problem->n_families; f++)
    n_broken += self->broken[f];
  for (guint u = 0; u < self->units->n; u++)
    n_rivals += kith_family_state_count_rivals (self, u, self->family[u]);
  return n_broken + n_rivals / 2;
}
