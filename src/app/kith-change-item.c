/* kith-change-item.c: something that changed, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-change-item.h"

#include <glib/gi18n.h>

/**
 * KithChangeItem:
 *
 * Immutable; keeps its comparison.
 */
struct _KithChangeItem
{
  GObject parent_instance;

  KithDiff *diff;
  guint number;
  char *heading; /* NULL where it is not the first under one */
};

G_DEFINE_FINAL_TYPE (KithChangeItem, kith_change_item, G_TYPE_OBJECT)

static void
kith_change_item_finalize (GObject *object)
{
  KithChangeItem *self = KITH_CHANGE_ITEM (object);

  g_clear_pointer (&self->diff, kith_diff_unref);
  g_free (self->heading);
  G_OBJECT_CLASS (kith_change_item_parent_class)->finalize (object);
}

static void
kith_change_item_class_init (KithChangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_change_item_finalize;
}

static void
kith_change_item_init (KithChangeItem *self)
{
}

static gboolean
is_same_group (const KithDiffItem *a, const KithDiffItem *b)
{
  return (a->decision != NULL) == (b->decision != NULL) &&
         (a->decision != NULL || a->kind == b->kind);
}

/* “Closed (3)”: how many stand under it. */
static char *
dup_heading (const KithDiffItem *items, guint first, guint n)
{
  const char *words = items[first].decision != NULL ? _ ("Needs a decision")
                                                    : kith_diff_kind_get_words (items[first].kind);
  g_autofree char *count = NULL;
  guint end = first;

  while (end < n && is_same_group (&items[first], &items[end]))
    end++;
  count = kith_text_dup_count (end - first);
  return g_strdup_printf ("%s (%s)", words, count);
}

/**
 * kith_change_item_list_all:
 * @diff: what changed
 *
 * Returns: (transfer full) (element-type KithChangeItem): all of it, in its order
 */
GPtrArray *
kith_change_item_list_all (KithDiff *diff)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;
  const KithDiffItem *items = kith_diff_get_items (diff, &n);

  for (guint i = 0; i < n; i++)
    {
      KithChangeItem *self = g_object_new (KITH_TYPE_CHANGE_ITEM, NULL);

      self->diff = kith_diff_ref (diff);
      self->number = i;
      if (i == 0 || !is_same_group (&items[i - 1], &items[i]))
        self->heading = dup_heading (items, i, n);
      g_ptr_array_add (list, self);
    }
  return list;
}

/**
 * kith_change_item_get:
 *
 * Returns: (transfer none): what changed
 */
const KithDiffItem *
kith_change_item_get (KithChangeItem *self)
{
  return &kith_diff_get_items (self->diff, &(guint){ 0 })[self->number];
}

/**
 * kith_change_item_get_heading:
 *
 * Returns: (transfer none) (nullable): what stands over it, where it is the first of its group
 */
const char *
kith_change_item_get_heading (KithChangeItem *self)
{
  return self->heading;
}
