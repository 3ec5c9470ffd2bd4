/* kith-lookup.c: rows by what they say, in the ledger and among the changes
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-lookup-private.h"

#include <string.h>

#define MAX_FIELDS 6

/* An open table of rows, half empty at least; equal rows follow each other. */
struct _KithLookup
{
  KithChangeset *changes;
  KithTable table;
  const KithField *fields[MAX_FIELDS];
  guint n_fields;
  const void **slots;
  gsize n_slots; /* a power of two */
  gsize n_rows;
};

static guint64
mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

static guint64
hash_row (const KithLookup *self, const void *row)
{
  guint64 hash = 0;

  for (guint f = 0; f < self->n_fields; f++)
    switch (self->fields[f]->type)
      {
      case KITH_FIELD_INT:
        hash = mix (hash, (guint64)kith_field_get_int (self->fields[f], row));
        break;
      case KITH_FIELD_DATE:
        hash = mix (hash, kith_field_get_date (self->fields[f], row));
        break;
      case KITH_FIELD_TEXT:
        {
          const char *text = kith_field_get_text (self->fields[f], row);

          hash = mix (hash, text == NULL ? 0 : g_str_hash (text));
        }
        break;
      case KITH_FIELD_REAL:
      default:
        g_assert_not_reached ();
      }
  return hash;
}

static gboolean
is_alike (const KithLookup *self, const void *a, const void *b)
{
  for (guint f = 0; f < self->n_fields; f++)
    if (!kith_field_is_equal (self->fields[f], a, b))
      return FALSE;
  return TRUE;
}

static void
insert (KithLookup *self, const void *row)
{
  gsize slot = hash_row (self, row) & (self->n_slots - 1);

  while (self->slots[slot] != NULL)
    slot = (slot + 1) & (self->n_slots - 1);
  self->slots[slot] = row;
}

static void
grow (KithLookup *self)
{
  g_autofree const void **old = self->slots;
  gsize n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (const void *, self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i] != NULL)
      insert (self, old[i]);
}

static void
add (KithLookup *self, const void *row)
{
  if (++self->n_rows * 2 > self->n_slots)
    grow (self);
  insert (self, row);
}

/**
 * kith_lookup_new:
 * @changes: changes so far, which must outlive it
 * @table: whose rows
 * @fields: (array zero-terminated=1): names of fields that hold no figures; six at most
 *
 * Cost: O(rows of the table and changes).
 *
 * Returns: (transfer full): a lookup of all rows of the table
 */
KithLookup *
kith_lookup_new (KithChangeset *changes, KithTable table, const char *const *fields)
{
  const KithTableInfo *info = kith_table_get_info (table);
  KithLookup *self = g_new0 (KithLookup, 1);
  gboolean has_changes = FALSE;
  const char *rows;
  gsize n;

  self->changes = changes;
  self->table = table;
  for (guint i = 0; fields[i] != NULL; i++)
    for (guint f = 0; f < info->n_fields; f++)
      if (strcmp (info->fields[f].name, fields[i]) == 0)
        self->fields[self->n_fields++] = &info->fields[f];
  g_assert (self->n_fields == g_strv_length ((char **)fields) && self->n_fields <= MAX_FIELDS);
  rows = kith_ledger_get_rows (kith_changeset_get_base (changes), table, &n);
  for (self->n_slots = 64; self->n_slots < n * 2 + 2;)
    self->n_slots *= 2;
  self->slots = g_new0 (const void *, self->n_slots);

  for (guint i = 0; i < kith_changeset_get_size (changes); i++)
    {
      const KithChange *change = kith_changeset_get (changes, i);

      if (change->table != table)
        continue;
      has_changes = TRUE;
      if (change->kind == KITH_CHANGE_ADD)
        add (self, change->after);
    }
  for (gsize i = 0; i < n; i++)
    {
      const void *row = rows + i * info->row_size;

      if (has_changes)
        row = kith_changeset_find (changes, table, kith_row_get_key (row));
      if (row != NULL)
        add (self, row);
    }
  return self;
}

/**
 * kith_lookup_free:
 * @self: (nullable): a lookup
 */
void
kith_lookup_free (KithLookup *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

/**
 * kith_lookup_next:
 * @probe: a row of the table that has the fields looked for
 * @at: (inout): 0 at first
 *
 * Returns: (transfer none) (nullable): the next row alike, as it now is
 */
const void *
kith_lookup_next (const KithLookup *self, const void *probe, gsize *at)
{
  gsize start = hash_row (self, probe);

  for (;; (*at)++)
    {
      const void *row = self->slots[(start + *at) & (self->n_slots - 1)];

      if (row == NULL)
        return NULL;
      if (is_alike (self, row, probe))
        {
          (*at)++;
          return row;
        }
    }
}

/**
 * kith_lookup_find:
 * @probe: a row of the table that has the fields looked for
 *
 * Returns: (transfer none) (nullable): a row alike, as it now is
 */
const void *
kith_lookup_find (const KithLookup *self, const void *probe)
{
  gsize at = 0;

  return kith_lookup_next (self, probe, &at);
}

/**
 * kith_lookup_note:
 * @key: of a row that was put into the changes; the fields looked for stay as they are for
 *   ever
 */
void
kith_lookup_note (KithLookup *self, gint64 key)
{
  const void *row = kith_changeset_find (self->changes, self->table, key);
  gsize slot = hash_row (self, row);

  for (;; slot++)
    {
      const void **place = &self->slots[slot & (self->n_slots - 1)];

      if (*place == NULL)
        break;
      if (kith_row_get_key (*place) == key)
        {
          *place = row;
          return;
        }
    }
  add (self, row);
}
