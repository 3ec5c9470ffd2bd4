/* kith-repair-state.c: what schools stand on while new links are taken
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-repair-private.h"

/**
 * kith_repair_state_new:
 * @model: what there is to choose from; outlives the state
 *
 * Returns: (transfer full): nothing taken yet
 */
KithRepairState *
kith_repair_state_new (const KithRepairModel *model)
{
  KithRepairState *self = g_new0 (KithRepairState, 1);

  self->model = model;
  self->footings = g_memdup2 (model->footings, (model->n_schools + 1) * sizeof *self->footings);
  self->room = g_new (guint, model->groups->len + 1);
  self->joined = g_new (GArray *, model->groups->len + 1);
  for (guint g = 0; g < model->groups->len; g++)
    {
      self->room[g] = g_array_index (model->groups, KithGroup, g).room;
      self->joined[g] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  self->is_taken = g_new0 (guint8, model->offers->len + 1);
  self->n_pairings = g_new0 (guint, model->n_schools + 1);
  return self;
}

/**
 * kith_repair_state_free:
 * @self: (transfer full) (nullable): a state
 */
void
kith_repair_state_free (KithRepairState *self)
{
  if (self == NULL)
    return;
  for (guint g = 0; g < self->model->groups->len; g++)
    g_array_unref (self->joined[g]);
  g_free (self->joined);
  g_free (self->footings);
  g_free (self->room);
  g_free (self->is_taken);
  g_free (self->n_pairings);
  g_free (self);
}

static void
add_tie (KithFooting *footing, guint school)
{
  if (footing->n_tied == 0)
    {
      footing->tied = school;
      footing->n_tied = 1;
    }
  else if (footing->n_tied == 1 && footing->tied != school)
    footing->n_tied = 2;
}

/* What would come of @school if the offer were taken. */
static KithFooting
read_joined (const KithRepairState *self, const KithOffer *offer, guint school)
{
  const KithGroup *group = &g_array_index (self->model->groups, KithGroup, offer->group);
  const GArray *joined = self->joined[offer->group];
  KithFooting footing = self->footings[school];
  gboolean is_member = FALSE;

  for (guint m = 0; m < MIN (2, group->n_live); m++)
    is_member = is_member || group->live[m] == school;
  for (guint j = 0; j < joined->len; j++)
    is_member = is_member || g_array_index (joined, guint, j) == school;
  if (school == offer->school)
    {
      footing.n_carriers++;
      for (guint m = 0; m < MIN (2, group->n_live); m++)
        add_tie (&footing, group->live[m]);
      for (guint j = 0; j < joined->len; j++)
        add_tie (&footing, g_array_index (joined, guint, j));
    }
  else if (is_member)
    {
      footing.n_carriers += group->n_live + joined->len == 1;
      add_tie (&footing, offer->school);
    }
  return footing;
}

static KithFooting
read_taken (const KithRepairState *self, const KithOffer *offer, guint school)
{
  KithFooting footing = self->footings[school];

  if (offer->group != KITH_INDEX_NONE)
    return read_joined (self, offer, school);
  if (school != offer->school && school != offer->other)
    return footing;
  footing.n_carriers++;
  add_tie (&footing, school == offer->school ? offer->other : offer->school);
  return footing;
}

/**
 * kith_repair_state_may_take:
 * @offer: number of an offer
 *
 * Returns: whether it is not taken yet, and there is room left
 */
gboolean
kith_repair_state_may_take (const KithRepairState *self, guint offer)
{
  const KithOffer *at = &g_array_index (self->model->offers, KithOffer, offer);

  return !self->is_taken[offer] && (at->group == KITH_INDEX_NONE || self->room[at->group] > 0);
}

/**
 * kith_repair_state_try:
 * @offer: number of an offer
 * @school: index of a school
 *
 * Returns: by how much @offer would lessen what @school lacks
 */
guint
kith_repair_state_try (const KithRepairState *self, guint offer, guint school)
{
  KithFooting after =
      read_taken (self, &g_array_index (self->model->offers, KithOffer, offer), school);

  return kith_footing_get_lack (&self->footings[school]) - kith_footing_get_lack (&after);
}

/**
 * kith_repair_state_take:
 * @offer: number of an offer that may be taken
 */
void
kith_repair_state_take (KithRepairState *self, guint offer)
{
  const KithOffer *at = &g_array_index (self->model->offers, KithOffer, offer);
  const KithGroup *group;
  GArray *joined;
  KithFooting own = read_taken (self, at, at->school);

  self->is_taken[offer] = TRUE;
  if (at->group == KITH_INDEX_NONE)
    {
      self->footings[at->other] = read_taken (self, at, at->other);
      self->footings[at->school] = own;
      self->n_pairings[at->school]++;
      self->n_pairings[at->other]++;
      return;
    }
  group = &g_array_index (self->model->groups, KithGroup, at->group);
  joined = self->joined[at->group];
  for (guint m = 0; m < MIN (2, group->n_live); m++)
    self->footings[group->live[m]] = read_joined (self, at, group->live[m]);
  for (guint j = 0; j < joined->len; j++)
    {
      guint school = g_array_index (joined, guint, j);

      self->footings[school] = read_joined (self, at, school);
    }
  self->footings[at->school] = own;
  g_array_append_val (joined, at->school);
  self->room[at->group]--;
}
