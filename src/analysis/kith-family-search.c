/* kith-family-search.c: splits schools into Families
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-search.h"
#include "kith-family-estimate.h"
#include "kith-family-near-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Values are standardised, so that a school put anywhere costs about 1: a broken rule costs as
   much as a good many schools in the wrong Family. */
#define PRICE 4.0
#define DEARER 8
#define MOST_PRICE 300.0
#define STRICT_PRICE 1e6

/* The heat, in J, of the first and the last proposals. */
#define HOT 2.0
#define COLD 0.0005

/* Families that a search begins with are no longer there after a hotter beginning. */
#define WARM 0.02

/* Where schools stand in clear groups, cooling leaves some groups cut in two and others thrown
   together, and no move of few schools mends that; k-means++ finds them. That beginning takes so
   many runs, in a pool that is not too large for it, and a part of the steps. */
#define LEAST_SPLIT_RUNS 2
#define MOST_SPLIT_RUNS 20
#define SPLIT_WORK 1e6 /* schools times Families of all runs */
#define SPLIT_POOL 4000
#define SPLIT_PART 4

/* A pool half as large is cooled twice. */
#define SMALL_POOL 200
#define MOST_COOLINGS 8

#define N_NEAR 40
#define LONGEST_CLOSURE 12
/* Steps between two looks at Cancel, and at most between two degrees of heat. */
#define MOST_STEPS 4096
#define N_DEGREES 400
#define N_NAMINGS 32

/* What the searches of all seeds share. */
typedef struct
{
  const KithFamilyProblem *problem;
  KithFamilyUnits *units;
  KithFamilyNear *near;
  guint64 n_steps;  /* of one cooling */
  guint n_coolings; /* of one search: rules leave a small pool few ways from one good answer to
                       another */
  GCancellable *cancellable;
  GMutex lock;
  GCond told;
  guint64 n_done; /* steps of all */
  guint n_running;
} Shared;

typedef struct
{
  Shared *shared;
  guint32 seed;
  KithFamilyAnswer *answer; /* NULL where it was cancelled before the end */
} Search;

/* Someone else's Family that may suit: that of a unit much alike, or any. */
static guint
choose_family (const Shared *shared, const KithFamilyState *state, KithRandom *random, guint unit)
{
  if (shared->near->n > 0 && kith_random_below (random, 8) != 0)
    return state->family[shared->near->units[(gsize)unit * shared->near->n +
                                             kith_random_below (random, shared->near->n)]];
  return kith_random_below (random, state->problem->n_families);
}

static void
propose (const Shared *shared, KithFamilyState *state, KithRandom *random, double heat)
{
  guint unit = kith_random_below (random, shared->units->n), way, other;
  guint family = choose_family (shared, state, random, unit);
  double most;

  if (family == state->family[unit] || shared->units->fixed[unit] != KITH_FAMILY_NONE)
    return;
  way = kith_random_below (random, 16);
  most = -heat * log ((double)(kith_random_next (random) >> 11) * 0x1p-53 + 0x1p-54);
  if (way == 0 || state->n_members[family] == 0)
    kith_family_state_try_move (state, unit, family, most);
  else if (way == 1)
    kith_family_state_try_kempe (state, unit, family, LONGEST_CLOSURE, most);
  else
    {
      other = state->members[(gsize)family * state->room +
                             kith_random_below (random, state->n_members[family])];
      if (shared->units->fixed[other] == KITH_FAMILY_NONE)
        kith_family_state_try_swap (state, unit, other, most);
    }
}

/* Tells how far it is; FALSE when it shall stop. */
static gboolean
look_up (Shared *shared, guint64 n_steps)
{
  g_mutex_lock (&shared->lock);
  shared->n_done += n_steps;
  g_cond_signal (&shared->told);
  g_mutex_unlock (&shared->lock);
  return !g_cancellable_is_cancelled (shared->cancellable);
}

/* Families that hold locked schools keep their number; for the others no match is wanted. */
static void
leave_fixed_out (const KithFamilyState *state, guint *families)
{
  const KithFamilyUnits *units = state->units;

  for (guint u = 0; u < units->n; u++)
    for (guint i = 0; units->fixed[u] != KITH_FAMILY_NONE && i < state->problem->n_schools; i++)
      if (families[i] == units->fixed[u])
        families[i] = KITH_FAMILY_NONE;
}

/* Whole Families wander while it is hot. Each takes the number of last year's Family that it has
   most in common with, so that only schools that leave count as leaving. */
static void
keep_names (KithFamilyState *state)
{
  const KithFamilyProblem *problem = state->problem;
  g_autofree guint *before = NULL, *now = NULL, *match = NULL, *names = NULL;
  g_autofree gboolean *is_used = NULL;
  guint next = 0;

  if (problem->previous == NULL)
    return;
  before = g_memdup2 (problem->previous, problem->n_schools * sizeof *before);
  now = g_new (guint, problem->n_schools + 1);
  for (guint i = 0; i < problem->n_schools; i++)
    now[i] = state->family[state->units->of[i]];
  leave_fixed_out (state, before);
  leave_fixed_out (state, now);
  match = kith_family_match (before, now, problem->n_schools, problem->n_families);
  names = g_new (guint, problem->n_families + 1);
  is_used = g_new0 (gboolean, problem->n_families + 1);
  for (guint f = 0; f < problem->n_families; f++)
    names[f] = KITH_FAMILY_NONE;
  for (guint u = 0; u < state->units->n; u++)
    if (state->units->fixed[u] != KITH_FAMILY_NONE)
      names[state->units->fixed[u]] = state->units->fixed[u];
  for (guint f = 0; f < problem->n_families; f++)
    if (match[f] != KITH_FAMILY_NONE)
      names[match[f]] = f;
  for (guint f = 0; f < problem->n_families; f++)
    if (names[f] != KITH_FAMILY_NONE)
      is_used[names[f]] = TRUE;
  for (guint f = 0; f < problem->n_families; f++)
    if (names[f] == KITH_FAMILY_NONE)
      {
        while (is_used[next])
          next++;
        names[f] = next++;
      }
  kith_family_state_rename (state, names);
}

static gboolean
anneal (Shared *shared, KithFamilyState *state, KithRandom *random, guint64 n_all, double hot)
{
  guint n_steps = (guint)CLAMP (n_all / N_DEGREES, 1, MOST_STEPS), n_untold = 0;
  guint64 next_names = n_all / N_NAMINGS;

  for (guint64 step = 0; step < n_all; step += n_steps)
    {
      double heat = hot * pow (COLD / hot, (double)step / n_all);

      for (guint s = 0; s < n_steps; s++)
        propose (shared, state, random, heat);
      if (step >= next_names)
        {
          keep_names (state);
          next_names += n_all / N_NAMINGS;
        }
      n_untold += n_steps;
      if (n_untold < MOST_STEPS)
        continue;
      if (!look_up (shared, n_untold))
        return FALSE;
      n_untold = 0;
    }
  keep_names (state);
  return look_up (shared, n_untold);
}

/* The Families that may suit a unit: all, or those of the units much alike. */
static guint
list_families (const Shared *shared, const KithFamilyState *state, guint unit, guint *families)
{
  guint n = 0;

  if (state->problem->n_families <= 2 * N_NEAR)
    for (guint f = 0; f < state->problem->n_families; f++)
      families[n++] = f;
  else
    for (guint i = 0; i < shared->near->n; i++)
      {
        guint family = state->family[shared->near->units[(gsize)unit * shared->near->n + i]];
        gboolean is_new = TRUE;

        for (guint j = 0; j < n && is_new; j++)
          is_new = families[j] != family;
        if (is_new)
          families[n++] = family;
      }
  return n;
}

/* Whether anything that takes the unit to the Family is better than how it is. */
static gboolean
improve_unit (const Shared *shared, KithFamilyState *state, guint unit, guint family)
{
  const double less = -1e-9;

  if (kith_family_state_try_move (state, unit, family, less))
    return TRUE;
  for (guint m = 0; m < state->n_members[family]; m++)
    {
      guint other = state->members[(gsize)family * state->room + m];

      if (shared->units->fixed[other] == KITH_FAMILY_NONE &&
          kith_family_state_try_swap (state, unit, other, less))
        return TRUE;
    }
  return shared->units->rival_first[unit + 1] > shared->units->rival_first[unit] &&
         kith_family_state_try_kempe (state, unit, family, LONGEST_CLOSURE, less);
}

/* Moves, swaps and Kempe closures until none improves. */
static gboolean
descend (Shared *shared, KithFamilyState *state)
{
  guint families[2 * N_NEAR];
  gboolean is_better = TRUE;

  while (is_better)
    {
      is_better = FALSE;
      for (guint unit = 0; unit < shared->units->n; unit++)
        {
          guint n;

          if (shared->units->fixed[unit] != KITH_FAMILY_NONE)
            continue;
          n = list_families (shared, state, unit, families);
          for (guint i = 0; i < n; i++)
            if (families[i] != state->family[unit] &&
                improve_unit (shared, state, unit, families[i]))
              is_better = TRUE;
          if (unit % 256 == 0 && !look_up (shared, 0))
            return FALSE;
        }
    }
  return TRUE;
}

static guint
count_moved (const KithFamilyProblem *problem, const KithFamilyState *state)
{
  guint n = 0;

  for (guint i = 0; problem->previous != NULL && i < problem->n_schools; i++)
    n += problem->previous[i] != KITH_FAMILY_NONE &&
         problem->previous[i] != state->family[state->units->of[i]];
  return n;
}

/* Families by their first school, whatever they were called on the way. */
static void
number_families (const KithFamilyState *state, guint *families)
{
  const KithFamilyProblem *problem = state->problem;
  g_autofree guint *numbers = g_new (guint, problem->n_families);
  guint n = 0;

  for (guint f = 0; f < problem->n_families; f++)
    numbers[f] = KITH_FAMILY_NONE;
  for (guint i = 0; i < problem->n_schools; i++)
    {
      guint *number = &numbers[state->family[state->units->of[i]]];

      if (*number == KITH_FAMILY_NONE)
        *number = n++;
      families[i] = *number;
    }
}

static KithFamilyAnswer *
make_answer (const KithFamilyState *state, guint32 seed)
{
  KithFamilyAnswer *answer = g_new0 (KithFamilyAnswer, 1);

  answer->n_schools = state->problem->n_schools;
  answer->families = g_new (guint, answer->n_schools);
  answer->seed = seed;
  answer->n_broken = kith_family_state_count_broken (state);
  answer->n_moved = count_moved (state->problem, state);
  number_families (state, answer->families);
  answer->objective = kith_family_problem_measure (state->problem, answer->families);
  return answer;
}

/* One cooling more begins with last year's Families. */
static gboolean
has_warm_beginning (const KithFamilyProblem *problem)
{
  return problem->previous != NULL && problem->churn > 0;
}

/* Cools and descends; again at a higher price while rules are broken. NULL where it was
   cancelled. */
static KithFamilyAnswer *
cool (Search *self, KithRandom *random, const guint *families, guint64 n_steps, double hot)
{
  for (double price = PRICE;; price *= DEARER)
    {
      g_autoptr (KithFamilyState) state = kith_family_state_new (self->shared->units, price);

      kith_family_state_scatter (state, random, families);
      if (!anneal (self->shared, state, random, n_steps, hot))
        return NULL;
      state->price = STRICT_PRICE;
      if (!descend (self->shared, state))
        return NULL;
      if (price * DEARER > MOST_PRICE || kith_family_state_count_broken (state) == 0)
        return make_answer (state, self->seed);
    }
}

static gboolean
is_better (const KithFamilyProblem *problem, const KithFamilyAnswer *a, const KithFamilyAnswer *b)
{
  if (a->n_broken != b->n_broken)
    return a->n_broken < b->n_broken;
  return a->objective + problem->churn * a->n_moved < b->objective + problem->churn * b->n_moved;
}

/* FALSE where it was cancelled. */
static gboolean
keep_better (Search *self, KithFamilyAnswer *answer)
{
  if (answer == NULL)
    return FALSE;
  if (self->answer == NULL || is_better (self->shared->problem, answer, self->answer))
    {
      kith_family_answer_free (self->answer);
      self->answer = answer;
    }
  else
    kith_family_answer_free (answer);
  return TRUE;
}

static KithFamilyAnswer *
cool_split (Search *self)
{
  const KithFamilyProblem *problem = self->shared->problem;
  g_autofree guint *families = NULL;
  KithRandom random;

  kith_random_seed (&random, self->seed, problem->n_schools + 1);
  families = kith_family_estimate_split (
      problem, &random,
      (guint)CLAMP (SPLIT_WORK / ((double)problem->n_schools * problem->n_families),
                    LEAST_SPLIT_RUNS, MOST_SPLIT_RUNS));
  return cool (self, &random, families, self->shared->n_steps / SPLIT_PART, WARM);
}

static void
search (gpointer data, gpointer unused)
{
  Search *self = data;
  Shared *shared = self->shared;
  const KithFamilyProblem *problem = shared->problem;
  gboolean goes_on = TRUE;
  KithRandom random;

  kith_random_seed (&random, self->seed, problem->n_schools);
  for (guint c = 0; c < shared->n_coolings && goes_on; c++)
    goes_on = keep_better (self, cool (self, &random, problem->previous, shared->n_steps,
                                       has_warm_beginning (problem) && c == 0 ? WARM : HOT));
  if (goes_on && problem->n_schools <= SPLIT_POOL && problem->n_schools > problem->n_families)
    keep_better (self, cool_split (self));
  g_mutex_lock (&shared->lock);
  shared->n_running--;
  g_cond_signal (&shared->told);
  g_mutex_unlock (&shared->lock);
}

/* Steps are worth more to a school of a small pool: all its Families can be tried. */
static guint
get_effort (guint n_schools)
{
  return (guint)CLAMP (2e7 / n_schools, 2000.0, 40000.0);
}

static int
compare_answers (const void *a, const void *b, gpointer problem)
{
  const KithFamilyAnswer *one = *(KithFamilyAnswer *const *)a;
  const KithFamilyAnswer *other = *(KithFamilyAnswer *const *)b;

  if (is_better (problem, one, other))
    return -1;
  return is_better (problem, other, one) ? 1
                                         : (one->seed > other->seed) - (one->seed < other->seed);
}

/* Waits for all, and passes on how far they are and that they shall stop. */
static void
watch (Shared *shared, guint n_seeds, KithJob *job)
{
  guint64 n_all = n_seeds * shared->n_coolings * shared->n_steps;

  g_mutex_lock (&shared->lock);
  while (shared->n_running > 0)
    {
      guint64 n_done = MIN (shared->n_done, n_all);

      g_cond_wait_until (&shared->told, &shared->lock, g_get_monotonic_time () + 100000);
      g_mutex_unlock (&shared->lock);
      kith_job_step (job, n_done, n_all, NULL);
      g_mutex_lock (&shared->lock);
    }
  g_mutex_unlock (&shared->lock);
}

/**
 * kith_family_search:
 * @problem: with at least one Family
 * @search: seeds and effort
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Simulated annealing over moves, swaps and Kempe closures (Kirkpatrick, Gelatt & Vecchi 1983,
 * Science 220), cooled by the number of proposals, then descent until none improves; from several
 * seeds, two at a time. The same problem and seeds give the same answers on every machine.
 * A cancelled search answers with what is finished, if anything is.
 *
 * Returns: (transfer full) (element-type KithFamilyAnswer): an answer for each seed, those that
 *   break no rule first, then by J and λ; or %NULL
 */
GPtrArray *
kith_family_search (const KithFamilyProblem *problem,
                    const KithFamilySearch *search_for,
                    KithJob *job,
                    GError **error)
{
  g_autoptr (GPtrArray) answers =
      g_ptr_array_new_with_free_func ((GDestroyNotify)kith_family_answer_free);
  g_autoptr (KithFamilyUnits) units = kith_family_units_new (problem);
  g_autoptr (KithFamilyNear) near = NULL;
  g_autofree Search *searches = g_new0 (Search, search_for->n_seeds);
  guint effort = search_for->effort > 0 ? search_for->effort : get_effort (problem->n_schools);
  Shared shared = { problem, units };
  GThreadPool *pool;

  g_return_val_if_fail (problem->n_families > 0 && search_for->n_seeds > 0, NULL);

  kith_job_begin (job, _ ("Building Families"), 0, 1);
  near = shared.near = kith_family_near_new (units, MIN (N_NEAR, units->n - 1));
  shared.n_coolings =
      CLAMP (SMALL_POOL / units->n, 1, MOST_COOLINGS) + (guint)has_warm_beginning (problem);
  shared.n_steps = (guint64)effort * units->n;
  shared.cancellable = job != NULL ? kith_job_get_cancellable (job) : NULL;
  shared.n_running = search_for->n_seeds;
  g_mutex_init (&shared.lock);
  g_cond_init (&shared.told);
  pool = g_thread_pool_new (search, NULL, (int)MAX (g_get_num_processors (), 1), FALSE, NULL);
  for (guint s = 0; s < search_for->n_seeds; s++)
    {
      searches[s] = (Search){ &shared, search_for->seed + s, NULL };
      g_thread_pool_push (pool, &searches[s], NULL);
    }
  watch (&shared, search_for->n_seeds, job);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&shared.lock);
  g_cond_clear (&shared.told);

  for (guint s = 0; s < search_for->n_seeds; s++)
    if (searches[s].answer != NULL)
      g_ptr_array_add (answers, searches[s].answer);
  g_ptr_array_sort_with_data (answers, compare_answers, (gpointer)problem);
  if (answers->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      return NULL;
    }
  return g_steal_pointer (&answers);
}

/**
 * kith_family_answer_free:
 * @self: (transfer full) (nullable): an answer
 */
void
kith_family_answer_free (KithFamilyAnswer *self)
{
  if (self == NULL)
    return;
  g_free (self->families);
  g_free (self);
}

static double
count_pairs (double n)
{
  return n * (n - 1) / 2;
}

static guint
count_families (const KithFamilyAnswer *self)
{
  guint most = 0;

  for (guint i = 0; i < self->n_schools; i++)
    most = MAX (most, self->families[i] + 1);
  return most;
}

/**
 * kith_family_answer_compare:
 * @a: an answer
 * @b: another, over the same schools
 *
 * The adjusted Rand index (Hubert & Arabie 1985, J. Classif. 2, 193–218).
 *
 * Returns: 1 where both have the same Families, about 0 where they agree as by chance
 */
double
kith_family_answer_compare (const KithFamilyAnswer *a, const KithFamilyAnswer *b)
{
  guint n_a = count_families (a), n_b = count_families (b);
  g_autofree guint *both = g_new0 (guint, (gsize)n_a * n_b + 1);
  g_autofree guint *of_a = g_new0 (guint, n_a + 1);
  g_autofree guint *of_b = g_new0 (guint, n_b + 1);
  double pairs = 0, pairs_a = 0, pairs_b = 0, chance, most;

  g_return_val_if_fail (a->n_schools == b->n_schools, 0);

  for (guint i = 0; i < a->n_schools; i++)
    {
      both[(gsize)a->families[i] * n_b + b->families[i]]++;
      of_a[a->families[i]]++;
      of_b[b->families[i]]++;
    }
  for (gsize c = 0; c < (gsize)n_a * n_b; c++)
    pairs += count_pairs (both[c]);
  for (guint f = 0; f < n_a; f++)
    pairs_a += count_pairs (of_a[f]);
  for (guint f = 0; f < n_b; f++)
    pairs_b += count_pairs (of_b[f]);
  if (a->n_schools < 2)
    return 1;
  chance = pairs_a * pairs_b / count_pairs (a->n_schools);
  most = (pairs_a + pairs_b) / 2;
  return most == chance ? 1 : (pairs - chance) / (most - chance);
}
