/* kith-repair-model.c: who does not stand on two links, and what could help
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-repair-private.h"
#include "kith-rivals.h"
#include "kith-travel.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Minutes that stand for what speaks against a link that is allowed. */
#define OTHER_PHASE_MINUTES 20
#define OWN_TRUST_MINUTES 15

/* What a model in the making needs. */
typedef struct
{
  KithRepairModel *model;
  const KithRepairOptions *options;
  KithRivals *rivals;
  guint8 *is_excluded;
  double metres;
  guint most;
  GHashTable *known; /* pairings there are already: a · n + b */
} Making;

static void
find_wanting (Making *making)
{
  KithRepairModel *model = making->model;

  for (guint i = 0; i < model->n_schools; i++)
    if (model->schools[i].is_home && !making->is_excluded[i] &&
        kith_footing_get_lack (&model->footings[i]) > 0)
      {
        model->wanting[model->n_wanting] = i;
        model->number[i] = ++model->n_wanting;
      }
}

static guint64
make_pair (const Making *making, guint a, guint b)
{
  return (guint64)MIN (a, b) * making->model->n_schools + MAX (a, b);
}

/* An active pairing, live or faded, is not made again. */
static void
find_known (Making *making)
{
  guint n;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (making->model->network, &n);

  for (guint g = 0; g < n; g++)
    if (arrangements[g].kind == KITH_KIND_PAIRING)
      for (guint a = 0; a < arrangements[g].n_schools; a++)
        for (guint b = a + 1; b < arrangements[g].n_schools; b++)
          {
            guint64 pair = make_pair (making, arrangements[g].members[a].school,
                                      arrangements[g].members[b].school);

            g_hash_table_add (making->known, g_memdup2 (&pair, sizeof pair));
          }
}

static gboolean
is_tied (const Making *making, guint a, guint b)
{
  guint low = 0, high, n;
  const KithTied *tied = kith_network_get_tied (making->model->network, a, &n);

  for (high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (tied[middle].school < b)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && tied[low].school == b;
}

static gboolean
has_member (const KithNetworkArrangement *at, guint school)
{
  for (guint m = 0; m < at->n_schools; m++)
    if (at->members[m].school == school)
      return TRUE;
  return FALSE;
}

static KithPhase
get_phase (const KithRepairModel *model, guint school)
{
  return kith_phase_get_compared (model->schools[school].phase);
}

/* An officer knows why not. @other is a school, or none for what @arrangement_id is. */
static gboolean
is_refused (const Making *making, guint school, guint other, gint64 arrangement_id)
{
  const KithNetworkSchool *schools = making->model->schools;
  gint64 urn = schools[school].record->urn;
  gint64 other_urn = other == KITH_INDEX_NONE ? KITH_INT_NONE : schools[other].record->urn;

  for (guint r = 0; r < making->options->n_refused; r++)
    {
      const KithProposal *refused = &making->options->refused[r];

      if (refused->arrangement_id == arrangement_id &&
          ((refused->urn == urn && refused->other_urn == other_urn) ||
           (refused->urn == other_urn && refused->other_urn == urn)))
        return TRUE;
    }
  return FALSE;
}

static void
add_pairing (Making *making, guint a, guint b)
{
  KithRepairModel *model = making->model;
  double minutes = kith_travel_get_minutes (model->schools[a].place, model->schools[b].place);
  KithOffer offer = { MIN (a, b), MAX (a, b), KITH_INDEX_NONE, minutes, minutes };
  guint64 pair = make_pair (making, a, b);

  if (!(minutes <= making->options->minutes) || making->is_excluded[b] || is_tied (making, a, b) ||
      kith_rivals_find (making->rivals, a, b) != KITH_RIVAL_NONE ||
      g_hash_table_contains (making->known, &pair) || is_refused (making, a, b, KITH_INT_NONE))
    return;
  if (get_phase (model, a) != get_phase (model, b))
    offer.cost += OTHER_PHASE_MINUTES;
  if (model->schools[a].trust != KITH_INDEX_NONE &&
      model->schools[a].trust == model->schools[b].trust)
    offer.cost += OWN_TRUST_MINUTES;
  g_array_append_val (model->offers, offer);
}

/* To its lead school, else to the nearest that is live in it. */
static double
get_minutes (const Making *making, const KithGroup *group, guint school)
{
  const KithRepairModel *model = making->model;
  const KithNetworkArrangement *at =
      &kith_network_get_arrangements (model->network, &(guint){ 0 })[group->arrangement];
  double nearest = INFINITY;

  if (kith_place_is_known (group->lead))
    return kith_travel_get_minutes (model->schools[school].place, group->lead);
  for (guint m = 0; m < at->n_schools; m++)
    {
      double minutes = at->members[m].is_live
                           ? kith_travel_get_minutes (model->schools[school].place,
                                                      model->schools[at->members[m].school].place)
                           : NAN;

      if (minutes < nearest)
        nearest = minutes;
    }
  return nearest;
}

/* It must bring somebody whom the school is not tied to yet. */
static void
add_joining (Making *making, guint number, guint school)
{
  KithRepairModel *model = making->model;
  const KithGroup *group = &g_array_index (model->groups, KithGroup, number);
  const KithNetworkArrangement *at =
      &kith_network_get_arrangements (model->network, &(guint){ 0 })[group->arrangement];
  double minutes = get_minutes (making, group, school);
  KithOffer offer = { school, KITH_INDEX_NONE, number, minutes, minutes };
  gboolean is_new = FALSE, is_like = FALSE;

  if (!(minutes <= making->options->minutes) || making->is_excluded[school] ||
      has_member (at, school) || is_refused (making, school, KITH_INDEX_NONE, at->record->id))
    return;
  for (guint m = 0; m < at->n_schools; m++)
    if (at->members[m].is_live)
      {
        is_new = is_new || !is_tied (making, school, at->members[m].school);
        is_like = is_like || get_phase (model, at->members[m].school) == get_phase (model, school);
      }
  if (!is_new)
    return;
  if (!is_like)
    offer.cost += OTHER_PHASE_MINUTES;
  g_array_append_val (model->offers, offer);
}

/* Of the wanting among themselves first: these help two. */
static gboolean
add_pairings (Making *making, KithJob *job, GError **error)
{
  KithRepairModel *model = making->model;
  g_autofree KithPlace *places = g_new (KithPlace, model->n_schools + 1);
  g_autofree KithPlace *wanting = g_new (KithPlace, model->n_wanting + 1);
  g_autofree KithNear *near = g_new (KithNear, model->n_schools + 1);
  g_autoptr (KithGrid) all = NULL, own = NULL;
  guint k_own = MIN (making->most, model->n_wanting);
  guint k_all = MIN (making->most, model->n_schools);

  for (guint i = 0; i < model->n_schools; i++)
    places[i] =
        making->is_excluded[i] || model->number[i] != 0 ? KITH_PLACE_NONE : model->schools[i].place;
  for (guint w = 0; w < model->n_wanting; w++)
    wanting[w] = model->schools[model->wanting[w]].place;
  all = kith_grid_new (places, model->n_schools);
  own = kith_grid_new (wanting, model->n_wanting);
  for (guint w = 0; w < model->n_wanting && making->options->has_pairings; w++)
    {
      guint n;

      if (!kith_job_step (job, w, model->n_wanting, error))
        return FALSE;
      n = kith_grid_find_nearest (own, wanting[w], w, k_own, making->metres, near);
      for (guint i = 0; i < n; i++)
        add_pairing (making, model->wanting[w], model->wanting[near[i].index]);
      model->is_whole[w] &= n < k_own || n + 1 == model->n_wanting;
      n = kith_grid_find_nearest (all, wanting[w], G_MAXUINT, k_all, making->metres, near);
      for (guint i = 0; i < n; i++)
        add_pairing (making, model->wanting[w], near[i].index);
      model->is_whole[w] &= n < k_all || k_all == model->n_schools;
    }
  return TRUE;
}

/* Where groups can be met: at the lead school, else at every live member. */
static KithGrid *
make_group_grid (const Making *making, GArray *numbers)
{
  const KithRepairModel *model = making->model;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (model->network, &(guint){ 0 });
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (KithPlace));

  for (guint g = 0; g < model->groups->len; g++)
    {
      const KithGroup *group = &g_array_index (model->groups, KithGroup, g);
      const KithNetworkArrangement *at = &arrangements[group->arrangement];

      if (kith_place_is_known (group->lead))
        {
          g_array_append_val (places, group->lead);
          g_array_append_val (numbers, g);
          continue;
        }
      for (guint m = 0; m < at->n_schools; m++)
        if (at->members[m].is_live)
          {
            g_array_append_val (places, model->schools[at->members[m].school].place);
            g_array_append_val (numbers, g);
          }
    }
  return kith_grid_new ((const KithPlace *)places->data, places->len);
}

static gboolean
add_joinings (Making *making, KithJob *job, GError **error)
{
  KithRepairModel *model = making->model;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (KithGrid) grid = make_group_grid (making, numbers);
  g_autofree KithNear *near = g_new (KithNear, numbers->len + 1);
  g_autofree guint *seen = g_new0 (guint, model->groups->len + 1);
  guint k = MIN (making->most, numbers->len);

  for (guint w = 0; w < model->n_wanting; w++)
    {
      guint n;

      if (!kith_job_step (job, w, model->n_wanting, error))
        return FALSE;
      n = kith_grid_find_nearest (grid, model->schools[model->wanting[w]].place, G_MAXUINT, k,
                                  making->metres, near);
      for (guint i = 0; i < n; i++)
        {
          guint number = g_array_index (numbers, guint, near[i].index);

          if (seen[number] != w + 1)
            add_joining (making, number, model->wanting[w]);
          seen[number] = w + 1;
        }
      model->is_whole[w] &= n < k || k == numbers->len;
    }
  return TRUE;
}

/* Whether it matters who else joins: one member is alone and would not be, or is the only one
   whom others meet there; or two know nobody but each other. */
static gboolean
is_small (const KithRepairModel *model, const KithGroup *group)
{
  if (group->n_live == 1)
    return TRUE;
  for (guint m = 0; m < group->n_live && group->n_live == 2; m++)
    if (model->number[group->live[m]] != 0 && model->footings[group->live[m]].n_tied < 2)
      return TRUE;
  return FALSE;
}

/* Others than the wanting may join small groups too. */
static void
add_invitations (Making *making)
{
  KithRepairModel *model = making->model;
  g_autofree KithPlace *places = g_new (KithPlace, model->n_schools + 1);
  g_autofree KithNear *near = g_new (KithNear, model->n_schools + 1);
  g_autoptr (KithGrid) grid = NULL;
  guint k = MIN (making->most, model->n_schools);

  for (guint i = 0; i < model->n_schools; i++)
    places[i] = model->number[i] != 0 ? KITH_PLACE_NONE : model->schools[i].place;
  grid = kith_grid_new (places, model->n_schools);
  for (guint g = 0; g < model->groups->len; g++)
    {
      const KithGroup *group = &g_array_index (model->groups, KithGroup, g);

      for (guint m = 0; m < MIN (2, group->n_live) && is_small (model, group); m++)
        {
          KithPlace place = kith_place_is_known (group->lead)
                                ? group->lead
                                : model->schools[group->live[m]].place;
          guint n = kith_grid_find_nearest (grid, place, G_MAXUINT, k, making->metres, near);

          for (guint i = 0; i < n; i++)
            add_joining (making, g, near[i].index);
          if (n == k && k < model->n_schools && model->number[group->live[m]] != 0)
            model->is_whole[model->number[group->live[m]] - 1] = FALSE;
        }
    }
}

static int
compare_offers (const void *a, const void *b)
{
  const KithOffer *one = a, *other = b;
  guint x[] = { one->group == KITH_INDEX_NONE, one->school, one->other, one->group };
  guint y[] = { other->group == KITH_INDEX_NONE, other->school, other->other, other->group };

  if (x[0] != y[0])
    return x[0] ? -1 : 1; /* pairings first */
  for (guint i = 1; i < 4; i++)
    if (x[i] != y[i])
      return x[i] < y[i] ? -1 : 1;
  return 0;
}

static void
order_offers (KithRepairModel *model)
{
  guint n_kept = 0;

  g_array_sort (model->offers, compare_offers);
  for (guint o = 0; o < model->offers->len; o++)
    {
      const KithOffer *offer = &g_array_index (model->offers, KithOffer, o);

      if (n_kept == 0 ||
          compare_offers (&g_array_index (model->offers, KithOffer, n_kept - 1), offer) != 0)
        g_array_index (model->offers, KithOffer, n_kept++) = *offer;
    }
  g_array_set_size (model->offers, n_kept);
}

/* Whom an offer helps, most of all four: a pair, or who joins and the two that know nobody. */
static guint
list_helped (const KithRepairModel *model, const KithOffer *offer, guint helped[3])
{
  guint n = 0;

  if (model->number[offer->school] != 0)
    helped[n++] = offer->school;
  if (offer->other != KITH_INDEX_NONE && model->number[offer->other] != 0)
    helped[n++] = offer->other;
  if (offer->group != KITH_INDEX_NONE)
    {
      const KithGroup *group = &g_array_index (model->groups, KithGroup, offer->group);

      for (guint m = 0; m < group->n_live && group->n_live <= 2; m++)
        if (model->number[group->live[m]] != 0 &&
            (group->n_live == 1 || model->footings[group->live[m]].n_tied < 2))
          helped[n++] = group->live[m];
    }
  return n;
}

static void
list_of (KithRepairModel *model)
{
  guint helped[3];
  g_autofree guint *fill = NULL;

  model->of_first = g_new0 (guint, model->n_wanting + 1);
  for (guint o = 0; o < model->offers->len; o++)
    for (guint n = list_helped (model, &g_array_index (model->offers, KithOffer, o), helped); n > 0;
         n--)
      model->of_first[model->number[helped[n - 1]]]++;
  for (guint w = 0; w < model->n_wanting; w++)
    model->of_first[w + 1] += model->of_first[w];
  model->of = g_new (guint, model->of_first[model->n_wanting] + 1);
  fill = g_memdup2 (model->of_first, (model->n_wanting + 1) * sizeof *fill);
  for (guint o = 0; o < model->offers->len; o++)
    for (guint n = list_helped (model, &g_array_index (model->offers, KithOffer, o), helped); n > 0;
         n--)
      model->of[fill[model->number[helped[n - 1]] - 1]++] = o;
}

static gboolean
find_offers (Making *making, KithJob *job, GError **error)
{
  kith_job_begin (job, _ ("Looking for partners"), 0.1, 0.3);
  if (!add_pairings (making, job, error))
    return FALSE;
  kith_job_begin (job, _ ("Looking for arrangements with room"), 0.3, 0.5);
  if (!add_joinings (making, job, error))
    return FALSE;
  add_invitations (making);
  order_offers (making->model);
  list_of (making->model);
  return TRUE;
}

static void
find_excluded (Making *making)
{
  for (guint e = 0; e < making->options->n_excluded; e++)
    {
      guint school =
          kith_network_find_school (making->model->network, making->options->excluded[e]);

      if (school != KITH_INDEX_NONE)
        making->is_excluded[school] = TRUE;
    }
}

/**
 * kith_repair_model_new:
 * @network: the whole system as at one date
 * @options: what is allowed
 * @most: of how many of the nearest schools in need, others and meeting places offers are made
 *   to each
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * New links are pairings of two schools that are not tied yet and no rivals, and the joining
 * of an arrangement with room by a school that it ties to somebody new; both within the travel
 * cap.
 *
 * Returns: (transfer full): what there is to choose from, or %NULL
 */
KithRepairModel *
kith_repair_model_new (KithNetwork *network,
                       const KithRepairOptions *options,
                       guint most,
                       KithJob *job,
                       GError **error)
{
  g_autoptr (KithRepairModel) model = g_new0 (KithRepairModel, 1);
  g_autoptr (KithRivals) rivals = kith_rivals_new (network);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint8 *is_excluded = NULL;
  Making making = {
    .model = model,
    .options = options,
    .rivals = rivals,
    /* what lies on the bound is not lost to rounding */
    .metres = kith_travel_get_metres (options->minutes) * (1 + 1e-9),
    .most = most,
    .known = known,
  };

  model->network = kith_network_ref (network);
  model->schools = kith_network_get_schools (network, &model->n_schools);
  model->footings = kith_footings_new (network);
  model->wanting = g_new0 (guint, model->n_schools + 1);
  model->number = g_new0 (guint, model->n_schools + 1);
  model->offers = g_array_new (FALSE, FALSE, sizeof (KithOffer));
  making.is_excluded = is_excluded = g_new0 (guint8, model->n_schools + 1);
  find_excluded (&making);
  find_wanting (&making);
  model->is_whole = g_malloc (model->n_wanting + 1);
  memset (model->is_whole, TRUE, model->n_wanting + 1);
  model->groups = options->has_joinings ? kith_repair_list_groups (network)
                                        : g_array_new (FALSE, FALSE, sizeof (KithGroup));
  find_known (&making);
  if (!find_offers (&making, job, error))
    return NULL;
  return g_steal_pointer (&model);
}

/**
 * kith_repair_model_free:
 * @self: (transfer full) (nullable): a model
 */
void
kith_repair_model_free (KithRepairModel *self)
{
  if (self == NULL)
    return;
  g_free (self->footings);
  g_free (self->wanting);
  g_free (self->number);
  g_array_unref (self->groups);
  g_array_unref (self->offers);
  g_free (self->of);
  g_free (self->of_first);
  g_free (self->is_whole);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_repair_model_is_whole:
 *
 * Returns: whether no offer was left out for being one of many
 */
gboolean
kith_repair_model_is_whole (const KithRepairModel *self)
{
  return memchr (self->is_whole, FALSE, self->n_wanting) == NULL;
}
