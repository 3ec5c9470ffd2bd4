/* kith-repair-private.h: what a repair can choose from, and how it is chosen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-repair.h"

G_BEGIN_DECLS

/**
 * KithFooting:
 * @n_carriers: arrangements that tie it to anybody
 * @n_tied: schools that it is tied to: 0, 1, or 2 for more
 * @tied: the one, where @n_tied is 1
 *
 * What a school stands on.
 */
typedef struct
{
  guint n_carriers;
  guint n_tied;
  guint tied;
} KithFooting;

/**
 * KithGroup:
 * @arrangement: index
 * @room: schools that may still join
 * @n_live: live members: 1, 2, or 3 for more
 * @live: the first two
 * @lead: where its lead school stands, or KITH_PLACE_NONE
 *
 * An arrangement that a school could join.
 */
typedef struct
{
  guint arrangement;
  guint room;
  guint n_live;
  guint live[2];
  KithPlace lead;
} KithGroup;

/**
 * KithOffer:
 * @school: who would be paired, or would join
 * @other: whom with, or %KITH_INDEX_NONE
 * @group: number of the group to join, or %KITH_INDEX_NONE
 * @minutes: the way
 * @cost: minutes, and what else speaks against it; of as few links the cheaper are chosen
 *
 * A new link that is allowed.
 */
typedef struct
{
  guint school;
  guint other;
  guint group;
  double minutes;
  double cost;
} KithOffer;

/**
 * KithRepairModel:
 * @footings: of each school of the network
 * @wanting: (array length=n_wanting): home schools that do not stand on two
 * @number: of each school, 1 + its number in @wanting, or 0
 * @offers: (array): all that would help somebody wanting, each once: pairings with the lower
 *   index first, then joinings
 * @of_first: those that help wanting school w are
 *   @of[@of_first[w]] … @of[@of_first[w + 1] − 1]
 * @is_whole: of each wanting school, whether none of its offers was left out for being one of
 *   many
 */
typedef struct
{
  KithNetwork *network;
  const KithNetworkSchool *schools;
  guint n_schools;
  KithFooting *footings;
  guint *wanting;
  guint n_wanting;
  guint *number;
  GArray *groups;
  GArray *offers;
  guint *of;
  guint *of_first;
  guint8 *is_whole;
} KithRepairModel;

KithRepairModel  *kith_repair_model_new      (KithNetwork              *network,
                                              const KithRepairOptions  *options,
                                              guint                     most,
                                              KithJob                  *job,
                                              GError                  **error);
void              kith_repair_model_free     (KithRepairModel          *self);
KithFooting      *kith_footings_new          (KithNetwork              *network);
GArray           *kith_repair_list_groups    (KithNetwork              *network);
gboolean          kith_repair_model_is_whole (const KithRepairModel    *self);
guint             kith_footing_get_lack      (const KithFooting        *footing);

/**
 * KithRepairState:
 * @footings: of each school, with what was taken
 * @room: of each group, what is left
 * @joined: of each group, (element-type guint): schools that joined
 * @is_taken: of each offer
 * @n_pairings: of each school: new ones
 */
typedef struct
{
  const KithRepairModel *model;
  KithFooting *footings;
  guint *room;
  GArray **joined;
  guint8 *is_taken;
  guint *n_pairings;
} KithRepairState;

KithRepairState  *kith_repair_state_new      (const KithRepairModel    *model);
void              kith_repair_state_free     (KithRepairState          *self);
gboolean          kith_repair_state_may_take (const KithRepairState    *self,
                                              guint                     offer);
void              kith_repair_state_take     (KithRepairState          *self,
                                              guint                     offer);
guint             kith_repair_state_try      (const KithRepairState    *self,
                                              guint                     offer,
                                              guint                     school);

guint             kith_repair_find_bound     (const KithRepairModel    *model);
GArray           *kith_repair_find_greedily  (const KithRepairModel    *model,
                                              KithJob                  *job,
                                              GError                  **error);
GArray           *kith_repair_find_exactly   (const KithRepairModel    *model,
                                              KithJob                  *job,
                                              gboolean                 *is_proved,
                                              GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRepairModel, kith_repair_model_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRepairState, kith_repair_state_free)

G_END_DECLS
