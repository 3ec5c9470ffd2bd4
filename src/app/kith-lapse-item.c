/* kith-lapse-item.c: something of a partnership that lapses, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-lapse-item.h"

#include <glib/gi18n.h>

/**
 * KithLapseItem:
 *
 * Immutable; keeps its roll.
 */
struct _KithLapseItem
{
  GObject parent_instance;

  KithRoll *roll;
  KithLapsing lapsing;
};

G_DEFINE_FINAL_TYPE (KithLapseItem, kith_lapse_item, G_TYPE_OBJECT)

static void
kith_lapse_item_finalize (GObject *object)
{
  g_clear_pointer (&KITH_LAPSE_ITEM (object)->roll, kith_roll_unref);
  G_OBJECT_CLASS (kith_lapse_item_parent_class)->finalize (object);
}

static void
kith_lapse_item_class_init (KithLapseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_lapse_item_finalize;
}

static void
kith_lapse_item_init (KithLapseItem *self)
{
}

/**
 * kith_lapse_item_list_all:
 * @roll: the roll
 *
 * Returns: (transfer full) (element-type KithLapseItem): what has lapsed, and what soon does, by
 *   day
 */
GPtrArray *
kith_lapse_item_list_all (KithRoll *roll)
{
  g_autoptr (GArray) list = kith_lapses_list (roll);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->len; i++)
    {
      KithLapseItem *self = g_object_new (KITH_TYPE_LAPSE_ITEM, NULL);

      self->roll = kith_roll_ref (roll);
      self->lapsing = g_array_index (list, KithLapsing, i);
      g_ptr_array_add (items, self);
    }
  return items;
}

/**
 * kith_lapse_item_get:
 *
 * Returns: (transfer none): what lapses, and when
 */
const KithLapse *
kith_lapse_item_get (KithLapseItem *self)
{
  return &self->lapsing.lapse;
}

/**
 * kith_lapse_item_get_name:
 *
 * Returns: (transfer none): of the partnership, or what its kind is called
 */
const char *
kith_lapse_item_get_name (KithLapseItem *self)
{
  const KithNetworkArrangement *in = &kith_network_get_arrangements (
      kith_roll_get_network (self->roll), &(guint){ 0 })[self->lapsing.arrangement];

  return in->name != NULL ? in->name : _ (kith_kind_get_info (in->kind)->words);
}

/**
 * kith_lapse_item_get_as_at:
 *
 * Returns: the day that is asked about
 */
KithDate
kith_lapse_item_get_as_at (KithLapseItem *self)
{
  return kith_network_get_date (kith_roll_get_network (self->roll));
}
