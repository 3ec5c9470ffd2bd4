/* kith-partnership-item.c: one partnership of the ledger, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnership-item.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * KithPartnershipItem:
 *
 * Immutable; keeps its roll. What sorting and searching need is worked out once, when the item
 * is made.
 */
struct _KithPartnershipItem
{
  GObject parent_instance;

  KithRoll *roll;
  KithPartnership partnership;
  guint position; /* kinds that fade first, then by kind and name */
  char *sort_key;
  char *folded;
};

G_DEFINE_FINAL_TYPE (KithPartnershipItem, kith_partnership_item, G_TYPE_OBJECT)

static void
kith_partnership_item_finalize (GObject *object)
{
  KithPartnershipItem *self = KITH_PARTNERSHIP_ITEM (object);

  g_clear_pointer (&self->roll, kith_roll_unref);
  g_free (self->sort_key);
  g_free (self->folded);
  G_OBJECT_CLASS (kith_partnership_item_parent_class)->finalize (object);
}

static void
kith_partnership_item_class_init (KithPartnershipItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_partnership_item_finalize;
}

static void
kith_partnership_item_init (KithPartnershipItem *self)
{
}

static char *
fold_search_text (const KithPartnership *partnership)
{
  const KithArrangement *record = partnership->record;
  g_autofree char *text = g_strdup_printf ("%s %s %s %s", kith_partnership_get_name (partnership),
                                           _ (kith_kind_get_info (partnership->kind)->words),
                                           record->code != NULL ? record->code : "",
                                           record->focus != NULL ? record->focus : "");

  return kith_text_dup_key (text);
}

static KithPartnershipItem *
make_item (KithRoll *roll, const KithPartnership *partnership)
{
  KithPartnershipItem *self = g_object_new (KITH_TYPE_PARTNERSHIP_ITEM, NULL);

  self->roll = kith_roll_ref (roll);
  self->partnership = *partnership;
  self->sort_key = g_utf8_collate_key_for_filename (kith_partnership_get_name (partnership), -1);
  self->folded = fold_search_text (partnership);
  return self;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KithPartnershipItem *one = *(KithPartnershipItem *const *)a;
  const KithPartnershipItem *other = *(KithPartnershipItem *const *)b;

  gboolean is_standing = kith_kind_is_standing (one->partnership.kind);

  /* what officers look after themselves, then what the published files name */
  if (is_standing != kith_kind_is_standing (other->partnership.kind))
    return is_standing ? 1 : -1;
  if (one->partnership.kind != other->partnership.kind)
    return one->partnership.kind < other->partnership.kind ? -1 : 1;
  return strcmp (one->sort_key, other->sort_key);
}

/**
 * kith_partnership_item_list_all:
 * @roll: the roll
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Made in a worker.
 *
 * Returns: (transfer full) (element-type KithPartnershipItem): an item a partnership: kinds that
 * fade first, then by kind and name; or %NULL
 */
GPtrArray *
kith_partnership_item_list_all (KithRoll *roll, KithJob *job, GError **error)
{
  g_autoptr (GArray) partnerships = kith_partnerships_list (roll, job, error);
  GPtrArray *items;

  if (partnerships == NULL)
    return NULL;
  items = g_ptr_array_new_full (partnerships->len, g_object_unref);
  for (guint p = 0; p < partnerships->len; p++)
    g_ptr_array_add (items, make_item (roll, &g_array_index (partnerships, KithPartnership, p)));
  g_ptr_array_sort (items, compare_items);
  for (guint p = 0; p < items->len; p++)
    KITH_PARTNERSHIP_ITEM (items->pdata[p])->position = p;
  return items;
}

/**
 * kith_partnership_item_get_roll:
 *
 * Returns: (transfer none): the roll that it keeps
 */
KithRoll *
kith_partnership_item_get_roll (KithPartnershipItem *self)
{
  return self->roll;
}

/**
 * kith_partnership_item_get_id:
 *
 * Returns: the arrangement's key
 */
gint64
kith_partnership_item_get_id (KithPartnershipItem *self)
{
  return self->partnership.record->id;
}

/**
 * kith_partnership_item_get:
 *
 * Returns: (transfer none): its row
 */
const KithPartnership *
kith_partnership_item_get (KithPartnershipItem *self)
{
  return &self->partnership;
}

/**
 * kith_partnership_item_get_position:
 *
 * Returns: where it stands by kind and name, from 0
 */
guint
kith_partnership_item_get_position (KithPartnershipItem *self)
{
  return self->position;
}

/**
 * kith_partnership_item_get_sort_key:
 *
 * Returns: (transfer none): its name, to be compared byte by byte
 */
const char *
kith_partnership_item_get_sort_key (KithPartnershipItem *self)
{
  return self->sort_key;
}

/**
 * kith_partnership_item_has_text:
 * @folded: as kith_text_dup_key() makes it
 *
 * Returns: whether name, kind, id or focus has it
 */
gboolean
kith_partnership_item_has_text (KithPartnershipItem *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}
