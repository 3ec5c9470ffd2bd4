/* kith-repair-greedy.c: few new links, and a bound below which none will do
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-repair-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* A supporter's second new pairing is as good as its first and so many minutes more. */
#define LOAD_MINUTES 15

/* The wanting among themselves: a graph with a place for each unit that a school lacks, in
   which as many pairings as can be are chosen. */
typedef struct
{
  const KithRepairModel *model;
  KithRepairState *state;
  guint8 *is_chosen;  /* of each offer */
  guint *lack;        /* of each wanting school, what is not covered yet */
  guint *from_offer;  /* of each wanting school reached by a search: the chosen pairing to it */
  guint *from_school; /* where the search was before: number of a wanting school */
  guint *via;         /* the pairing, not chosen, from there */
  guint *seen;        /* which search reached it last */
  guint n_searches;
} Matching;

static const KithOffer *
get_offer (const KithRepairModel *model, guint offer)
{
  return &g_array_index (model->offers, KithOffer, offer);
}

/* The wanting school at the other end of a pairing, by its number from 0; KITH_INDEX_NONE where
   the other is not wanting, or it is no pairing. */
static guint
get_other_end (const KithRepairModel *model, guint offer, guint wanting)
{
  const KithOffer *at = get_offer (model, offer);
  guint other;

  if (at->group != KITH_INDEX_NONE)
    return KITH_INDEX_NONE;
  other = at->school == model->wanting[wanting] ? at->other : at->school;
  return model->number[other] == 0 ? KITH_INDEX_NONE : model->number[other] - 1;
}

static void
choose (Matching *self, guint offer, gboolean is_chosen)
{
  const KithOffer *at = get_offer (self->model, offer);
  int by = is_chosen ? -1 : 1;

  self->is_chosen[offer] = is_chosen;
  self->lack[self->model->number[at->school] - 1] += by;
  self->lack[self->model->number[at->other] - 1] += by;
}

/* The cheapest pairing with a school that lacks one still. */
static guint
find_cheapest (const Matching *self, guint wanting)
{
  const KithRepairModel *model = self->model;
  guint best = KITH_INDEX_NONE;

  for (guint i = model->of_first[wanting]; i < model->of_first[wanting + 1]; i++)
    {
      guint offer = model->of[i], other = get_other_end (model, offer, wanting);

      if (other == KITH_INDEX_NONE || self->is_chosen[offer] || self->lack[other] == 0)
        continue;
      if (best == KITH_INDEX_NONE || get_offer (model, offer)->cost < get_offer (model, best)->cost)
        best = offer;
    }
  return best;
}

typedef struct
{
  guint wanting;
  guint n_offers;
} Scarcity;

static int
compare_scarcities (const void *a, const void *b)
{
  const Scarcity *one = a, *other = b;

  if (one->n_offers != other->n_offers)
    return one->n_offers < other->n_offers ? -1 : 1;
  return (one->wanting > other->wanting) - (one->wanting < other->wanting);
}

/* Whoever has fewest to choose from chooses first. */
static Scarcity *
order_by_scarcity (const KithRepairModel *model)
{
  Scarcity *order = g_new (Scarcity, model->n_wanting + 1);

  for (guint w = 0; w < model->n_wanting; w++)
    order[w] = (Scarcity){ w, model->of_first[w + 1] - model->of_first[w] };
  qsort (order, model->n_wanting, sizeof *order, compare_scarcities);
  return order;
}

static void
flip_path (Matching *self, guint last, guint offer)
{
  guint at = last;

  choose (self, offer, TRUE);
  while (self->from_offer[at] != KITH_INDEX_NONE)
    {
      choose (self, self->from_offer[at], FALSE);
      choose (self, self->via[at], TRUE);
      at = self->from_school[at];
    }
}

/* Steps over pairings that are not chosen and chosen ones by turns, from a school that lacks
   one to another that does: then one more can be chosen. Odd circles are not looked into, so
   that it may miss some. */
static gboolean
improve (Matching *self, guint from, GArray *queue)
{
  const KithRepairModel *model = self->model;

  self->n_searches++;
  self->seen[from] = self->n_searches;
  self->from_offer[from] = KITH_INDEX_NONE;
  g_array_set_size (queue, 0);
  g_array_append_val (queue, from);
  for (guint q = 0; q < queue->len; q++)
    {
      guint at = g_array_index (queue, guint, q);

      for (guint i = model->of_first[at]; i < model->of_first[at + 1]; i++)
        {
          guint offer = model->of[i], inner = get_other_end (model, offer, at);

          if (inner == KITH_INDEX_NONE || self->is_chosen[offer])
            continue;
          if (self->lack[inner] > (inner == from ? 1 : 0))
            {
              flip_path (self, at, offer);
              return TRUE;
            }
          if (self->seen[inner] == self->n_searches)
            continue;
          self->seen[inner] = self->n_searches;
          for (guint j = model->of_first[inner]; j < model->of_first[inner + 1]; j++)
            {
              guint chosen = model->of[j], outer = get_other_end (model, chosen, inner);

              if (outer == KITH_INDEX_NONE || !self->is_chosen[chosen] ||
                  self->seen[outer] == self->n_searches)
                continue;
              self->seen[outer] = self->n_searches;
              self->from_offer[outer] = chosen;
              self->from_school[outer] = at;
              self->via[outer] = offer;
              g_array_append_val (queue, outer);
            }
        }
    }
  return FALSE;
}

static gboolean
match (Matching *self, const Scarcity *order, KithJob *job, GError **error)
{
  const KithRepairModel *model = self->model;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint w = 0; w < model->n_wanting; w++)
    {
      guint wanting = order[w].wanting, offer;

      while (self->lack[wanting] > 0 && (offer = find_cheapest (self, wanting)) != KITH_INDEX_NONE)
        choose (self, offer, TRUE);
    }
  for (guint w = 0; w < model->n_wanting; w++)
    {
      if (!kith_job_step (job, w, model->n_wanting, error))
        return FALSE;
      while (self->lack[order[w].wanting] > 0 && improve (self, order[w].wanting, queue))
        ;
    }
  return TRUE;
}

static gboolean
pair_wanting (const KithRepairModel *model,
              KithRepairState *state,
              const Scarcity *order,
              KithJob *job,
              GError **error)
{
  guint n = model->n_wanting;
  g_autofree guint8 *is_chosen = g_new0 (guint8, model->offers->len + 1);
  g_autofree guint *lack = g_new (guint, n + 1);
  g_autofree guint *from_offer = g_new0 (guint, n + 1);
  g_autofree guint *from_school = g_new0 (guint, n + 1);
  g_autofree guint *via = g_new0 (guint, n + 1);
  g_autofree guint *seen = g_new0 (guint, n + 1);
  Matching matching = { model, state, is_chosen, lack, from_offer, from_school, via, seen, 0 };

  for (guint w = 0; w < n; w++)
    lack[w] = kith_footing_get_lack (&state->footings[model->wanting[w]]);
  if (!match (&matching, order, job, error))
    return FALSE;
  for (guint o = 0; o < model->offers->len; o++)
    if (is_chosen[o])
      kith_repair_state_take (state, o);
  return TRUE;
}

static guint
count_gain (const KithRepairModel *model, const KithRepairState *state, guint offer)
{
  const KithOffer *at = get_offer (model, offer);
  const KithGroup *group;
  guint gain = 0;

  if (model->number[at->school] != 0)
    gain += kith_repair_state_try (state, offer, at->school);
  if (at->other != KITH_INDEX_NONE && model->number[at->other] != 0)
    gain += kith_repair_state_try (state, offer, at->other);
  if (at->group == KITH_INDEX_NONE)
    return gain;
  group = &g_array_index (model->groups, KithGroup, at->group);
  for (guint m = 0; m < MIN (2, group->n_live); m++)
    if (model->number[group->live[m]] != 0)
      gain += kith_repair_state_try (state, offer, group->live[m]);
  return gain;
}

/* Joining two that know nobody but each other can help three at once. */
static void
join_few (const KithRepairModel *model, KithRepairState *state, guint least)
{
  for (guint o = 0; o < model->offers->len; o++)
    if (get_offer (model, o)->group != KITH_INDEX_NONE && kith_repair_state_may_take (state, o) &&
        count_gain (model, state, o) >= least)
      kith_repair_state_take (state, o);
}

static double
get_cost (const KithRepairModel *model, const KithRepairState *state, guint offer, guint school)
{
  const KithOffer *at = get_offer (model, offer);
  guint other = at->school == school ? at->other : at->school;

  if (at->group != KITH_INDEX_NONE)
    return at->cost;
  return at->cost + LOAD_MINUTES * state->n_pairings[other];
}

/* What helps one school most cheaply; of two what helps more schools. */
static guint
find_best (const KithRepairModel *model, const KithRepairState *state, guint wanting)
{
  guint school = model->wanting[wanting], best = KITH_INDEX_NONE, best_gain = 0;

  for (guint i = model->of_first[wanting]; i < model->of_first[wanting + 1]; i++)
    {
      guint offer = model->of[i], gain;

      if (!kith_repair_state_may_take (state, offer) ||
          kith_repair_state_try (state, offer, school) == 0)
        continue;
      gain = count_gain (model, state, offer);
      if (best == KITH_INDEX_NONE || gain > best_gain ||
          (gain == best_gain &&
           get_cost (model, state, offer, school) < get_cost (model, state, best, school)))
        {
          best = offer;
          best_gain = gain;
        }
    }
  return best;
}

/* Room may be scarce: first one link for each that has none, then the second. */
static void
fill (const KithRepairModel *model, KithRepairState *state, const Scarcity *order)
{
  for (guint round = 2; round > 0; round--)
    for (guint w = 0; w < model->n_wanting; w++)
      {
        guint wanting = order[w].wanting, offer;

        while (kith_footing_get_lack (&state->footings[model->wanting[wanting]]) >= round &&
               (offer = find_best (model, state, wanting)) != KITH_INDEX_NONE)
          kith_repair_state_take (state, offer);
      }
}

/**
 * kith_repair_find_greedily:
 * @model: what there is to choose from
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Joins that help three; then as many pairings among those who lack a link as can be found,
 * the shortest first, with augmenting paths; then for each that still lacks one what is
 * cheapest. No random numbers. Cost: about linear in the offers.
 *
 * Returns: (transfer full) (element-type guint): numbers of the offers taken, or %NULL
 */
GArray *
kith_repair_find_greedily (const KithRepairModel *model, KithJob *job, GError **error)
{
  g_autoptr (KithRepairState) state = kith_repair_state_new (model);
  g_autofree Scarcity *order = order_by_scarcity (model);
  GArray *taken;

  kith_job_begin (job, _ ("Choosing links"), 0.5, 0.8);
  join_few (model, state, 3);
  if (!pair_wanting (model, state, order, job, error))
    return NULL;
  fill (model, state, order);
  taken = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint o = 0; o < model->offers->len; o++)
    if (state->is_taken[o])
      g_array_append_val (taken, o);
  return taken;
}

/* How many schools besides the joining one a group's joinings can help: the one alone in it and
   who joined it first, or two that know nobody but each other. */
static guint
count_guests (const KithRepairModel *model, const KithGroup *group)
{
  guint n_helped = group->n_live == 1;

  for (guint m = 0; m < group->n_live && group->n_live <= 2; m++)
    n_helped += model->number[group->live[m]] != 0 &&
                (group->n_live == 1 || (model->footings[group->live[m]].n_tied < 2 &&
                                        model->footings[group->live[m]].n_carriers >= 2));
  return n_helped;
}

/* How many units of what a school lacks might be covered by links that help another too; by
   pairings alone where @is_paired. */
static guint
count_shared (const KithRepairModel *model, guint wanting, guint need, gboolean is_paired)
{
  guint n_shared = 0;

  for (guint i = model->of_first[wanting]; i < model->of_first[wanting + 1] && n_shared < need; i++)
    {
      const KithOffer *at = get_offer (model, model->of[i]);

      if (at->group == KITH_INDEX_NONE)
        n_shared += get_other_end (model, model->of[i], wanting) != KITH_INDEX_NONE;
      else if (!is_paired)
        n_shared += g_array_index (model->groups, KithGroup, at->group).n_live <= 2;
    }
  return n_shared;
}

/**
 * kith_repair_find_bound:
 * @model: what there is to choose from
 *
 * Each link covers one unit of what schools lack, one more where it helps another school, and a
 * joining that helps two who know nobody else one more again. With need for what a school lacks,
 * and no more than its offers, links that cover all that can be covered are at least
 *
 *     Σ need − min (⌊(Σ shared + groups of two) / 2⌋, ⌊Σ paired / 2⌋ + guests)
 *
 * where shared are units that links helping another might cover, paired those that pairings
 * might, and guests the schools that joinings by others might help.
 *
 * Returns: that number
 */
guint
kith_repair_find_bound (const KithRepairModel *model)
{
  gboolean has_pairings = model->offers->len > 0 && get_offer (model, 0)->group == KITH_INDEX_NONE;
  guint n_needed = 0, n_shared = 0, n_paired = 0, n_guests = 0;

  for (guint w = 0; w < model->n_wanting; w++)
    {
      guint n_offers = model->of_first[w + 1] - model->of_first[w];
      guint lack = kith_footing_get_lack (&model->footings[model->wanting[w]]);
      guint need = model->is_whole[w] ? MIN (lack, n_offers) : lack;

      n_needed += need;
      n_shared += model->is_whole[w] ? count_shared (model, w, need, FALSE) : need;
      if (has_pairings)
        n_paired += model->is_whole[w] ? count_shared (model, w, need, TRUE) : need;
    }
  for (guint g = 0; g < model->groups->len; g++)
    {
      const KithGroup *group = &g_array_index (model->groups, KithGroup, g);
      guint guests = count_guests (model, group);

      n_shared += guests == 2 && group->n_live == 2;
      n_guests += guests;
    }
  return n_needed - MIN (n_needed, MIN (n_shared / 2, n_paired / 2 + n_guests));
}
