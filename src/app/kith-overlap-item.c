/* kith-overlap-item.c: two hubs that share schools, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-overlap-item.h"

/**
 * KithOverlapItem:
 *
 * Immutable; keeps its roll.
 */
struct _KithOverlapItem
{
  GObject parent_instance;

  KithRoll *roll;
  KithOverlap overlap;
};

G_DEFINE_FINAL_TYPE (KithOverlapItem, kith_overlap_item, G_TYPE_OBJECT)

static void
kith_overlap_item_finalize (GObject *object)
{
  g_clear_pointer (&KITH_OVERLAP_ITEM (object)->roll, kith_roll_unref);
  G_OBJECT_CLASS (kith_overlap_item_parent_class)->finalize (object);
}

static void
kith_overlap_item_class_init (KithOverlapItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_overlap_item_finalize;
}

static void
kith_overlap_item_init (KithOverlapItem *self)
{
}

/**
 * kith_overlap_item_list_all:
 * @roll: the roll
 *
 * Returns: (transfer full) (element-type KithOverlapItem): pairs of hubs that share home schools,
 *   most first
 */
GPtrArray *
kith_overlap_item_list_all (KithRoll *roll)
{
  g_autoptr (GArray) overlaps = kith_hubs_list_overlaps (roll);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < overlaps->len; i++)
    {
      KithOverlapItem *self = g_object_new (KITH_TYPE_OVERLAP_ITEM, NULL);

      self->roll = kith_roll_ref (roll);
      self->overlap = g_array_index (overlaps, KithOverlap, i);
      g_ptr_array_add (items, self);
    }
  return items;
}

/**
 * kith_overlap_item_get_shared:
 *
 * Returns: home schools that are members of both
 */
guint
kith_overlap_item_get_shared (KithOverlapItem *self)
{
  return self->overlap.n_shared;
}

/**
 * kith_overlap_item_get_hub:
 * @which: 0 or 1
 *
 * Returns: (transfer none): one of the two
 */
const KithNetworkArrangement *
kith_overlap_item_get_hub (KithOverlapItem *self, guint which)
{
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (self->roll), &(guint){ 0 });

  return &arrangements[which == 0 ? self->overlap.a : self->overlap.b];
}
