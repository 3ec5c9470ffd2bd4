/* kith-roster-item.c: a person or an organisation, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roster-item.h"

#include <string.h>

/**
 * KithRosterItem:
 *
 * Immutable; keeps the list that its row belongs to, and that list's ledger.
 */
struct _KithRosterItem
{
  GObject parent_instance;

  KithLedger *ledger;
  GArray *rows;
  guint at;
  char *folded; /* what a search looks in */
};

G_DEFINE_FINAL_TYPE (KithRosterItem, kith_roster_item, G_TYPE_OBJECT)

static void
kith_roster_item_finalize (GObject *object)
{
  KithRosterItem *self = KITH_ROSTER_ITEM (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->ledger, kith_ledger_unref);
  g_free (self->folded);
  G_OBJECT_CLASS (kith_roster_item_parent_class)->finalize (object);
}

static void
kith_roster_item_class_init (KithRosterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_roster_item_finalize;
}

static void
kith_roster_item_init (KithRosterItem *self)
{
}

static char *
fold (const KithRosterRow *row)
{
  const char *parts[] = { row->name, row->what, row->areas, row->partnerships };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s ", parts[i]);
  return kith_text_dup_key (text->str);
}

/**
 * kith_roster_item_list:
 * @ledger: what the register says
 * @table: person or organisation
 * @as_at: the day that is asked about
 *
 * For a worker, as kith_roster_list().
 *
 * Returns: (transfer full) (element-type KithRosterItem): everybody, by name
 */
GPtrArray *
kith_roster_item_list (KithLedger *ledger, KithTable table, KithDate as_at)
{
  g_autoptr (GArray) rows = kith_roster_list (ledger, table, as_at);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      KithRosterItem *self = g_object_new (KITH_TYPE_ROSTER_ITEM, NULL);

      self->ledger = kith_ledger_ref (ledger);
      self->rows = g_array_ref (rows);
      self->at = i;
      self->folded = fold (kith_roster_item_get (self));
      g_ptr_array_add (items, self);
    }
  return items;
}

/**
 * kith_roster_item_get:
 *
 * Returns: (transfer none): who it is and what they do
 */
const KithRosterRow *
kith_roster_item_get (KithRosterItem *self)
{
  return &g_array_index (self->rows, KithRosterRow, self->at);
}

/**
 * kith_roster_item_has_words:
 * @key: (nullable): what was typed, as kith_text_dup_key() folds it
 *
 * Returns: whether it occurs in what is said of them
 */
gboolean
kith_roster_item_has_words (KithRosterItem *self, const char *key)
{
  return key == NULL || strstr (self->folded, key) != NULL;
}
