/* kith-changeset.c: what a file or an officer would change
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-changeset.h"

#include <string.h>

struct _KithChangeset
{
  gatomicrefcount n_refs;
  KithLedger *base;
  GArray *changes;                   /* of KithChange, in the order they came */
  GHashTable *places[KITH_N_TABLES]; /* key → index + 1 in changes; NULL while none */
  gint64 next_keys[KITH_N_TABLES];   /* 0: not asked yet */
  GStringChunk *text;
  GPtrArray *row_pages; /* rows, in pages that never move */
  gsize page_left;
  char *page_at;
};

#define PAGE_SIZE (256u * 1024u)

static void *
allot_row (KithChangeset *self, gsize size)
{
  void *row;

  if (self->page_left < size)
    {
      self->page_at = g_malloc (PAGE_SIZE);
      self->page_left = PAGE_SIZE;
      g_ptr_array_add (self->row_pages, self->page_at);
    }
  row = self->page_at;
  self->page_at += size;
  self->page_left -= size;
  return row;
}

/* Tables are keyed by gint64; the hash tables keep each key inside its row's memory. */
static KithChange *
find_change (const KithChangeset *self, KithTable table, gint64 key)
{
  guint place;

  if (self->places[table] == NULL)
    return NULL;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places[table], &key));
  return place == 0 ? NULL : &g_array_index (self->changes, KithChange, place - 1);
}

static void
add_change (KithChangeset *self, const KithChange *change)
{
  const void *row = change->after != NULL ? change->after : change->before;

  if (self->places[change->table] == NULL)
    self->places[change->table] = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_array_append_val (self->changes, *change);
  g_hash_table_insert (self->places[change->table], (gpointer)row,
                       GUINT_TO_POINTER (self->changes->len));
}

static const void *
copy_row (KithChangeset *self, KithTable table, const void *row)
{
  const KithTableInfo *info = kith_table_get_info (table);
  void *copy = allot_row (self, info->row_size);

  memcpy (copy, row, info->row_size);
  for (guint f = 0; f < info->n_fields; f++)
    if (info->fields[f].type == KITH_FIELD_TEXT)
      kith_field_set_text (
          &info->fields[f], copy,
          kith_changeset_keep_text (self, kith_field_get_text (&info->fields[f], row), -1));
  return copy;
}

/* Takes change i out, moving the last into its place. */
static void
drop_change (KithChangeset *self, KithChange *change)
{
  guint i = (guint)(change - &g_array_index (self->changes, KithChange, 0));
  gint64 key = kith_row_get_key (change->after != NULL ? change->after : change->before);

  g_hash_table_remove (self->places[change->table], &key);
  g_array_remove_index_fast (self->changes, i);
  if (i < self->changes->len)
    {
      KithChange *moved = &g_array_index (self->changes, KithChange, i);
      const void *row = moved->after != NULL ? moved->after : moved->before;

      g_hash_table_insert (self->places[moved->table], (gpointer)row, GUINT_TO_POINTER (i + 1));
    }
}

/**
 * kith_changeset_new:
 * @base: the ledger that the changes are to be made to
 *
 * Returns: (transfer full): no changes yet
 */
KithChangeset *
kith_changeset_new (KithLedger *base)
{
  KithChangeset *self = g_new0 (KithChangeset, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->base = kith_ledger_ref (base);
  self->changes = g_array_new (FALSE, FALSE, sizeof (KithChange));
  self->text = g_string_chunk_new (64 * 1024);
  self->row_pages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * kith_changeset_new_between:
 * @from: what a register says
 * @to: what it shall say
 *
 * Only of tables that are recorded, and that both ledgers have read. Cost: O(rows of these).
 *
 * Returns: (transfer full): changes of @from after which it says what @to says
 */
KithChangeset *
kith_changeset_new_between (KithLedger *from, KithLedger *to)
{
  KithChangeset *self = kith_changeset_new (from);

  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      KithTable table = (KithTable)t;
      gsize size = kith_table_get_info (table)->row_size, n_from, n_to;
      const char *from_rows, *to_rows;

      if (!kith_table_get_info (table)->is_recorded || !kith_ledger_has_table (from, table) ||
          !kith_ledger_has_table (to, table))
        continue;
      from_rows = kith_ledger_get_rows (from, table, &n_from);
      to_rows = kith_ledger_get_rows (to, table, &n_to);
      for (gsize i = 0; i < n_from; i++)
        if (kith_ledger_find (to, table, kith_row_get_key (from_rows + i * size)) == NULL)
          kith_changeset_remove (self, table, kith_row_get_key (from_rows + i * size));
      for (gsize i = 0; i < n_to; i++)
        kith_changeset_put (self, table, to_rows + i * size);
    }
  return self;
}

/**
 * kith_changeset_ref:
 *
 * Returns: (transfer full): @self
 */
KithChangeset *
kith_changeset_ref (KithChangeset *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_changeset_unref:
 * @self: (transfer full) (nullable): changes
 */
void
kith_changeset_unref (KithChangeset *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  for (guint t = 0; t < KITH_N_TABLES; t++)
    g_clear_pointer (&self->places[t], g_hash_table_unref);
  g_array_unref (self->changes);
  g_ptr_array_unref (self->row_pages);
  g_string_chunk_free (self->text);
  kith_ledger_unref (self->base);
  g_free (self);
}

/**
 * kith_changeset_get_base:
 *
 * Returns: (transfer none): the ledger that these are changes of
 */
KithLedger *
kith_changeset_get_base (const KithChangeset *self)
{
  return self->base;
}

/**
 * kith_changeset_take_key:
 * @table: a table whose key is a plain number (not school, authority or outside_school)
 *
 * Returns: a key that neither the base nor these changes use
 */
gint64
kith_changeset_take_key (KithChangeset *self, KithTable table)
{
  if (self->next_keys[table] == 0)
    {
      gsize n;
      const char *rows = kith_ledger_get_rows (self->base, table, &n);
      gsize size = kith_table_get_info (table)->row_size;

      self->next_keys[table] = n == 0 ? 1 : kith_row_get_key (rows + (n - 1) * size) + 1;
    }
  return self->next_keys[table]++;
}

/**
 * kith_changeset_put:
 * @table: a table
 * @row: the row as it shall be; copied with its text
 *
 * Adds the row, or alters the one that has its key. A row that equals the base's is no
 * change, and takes back an earlier one.
 */
void
kith_changeset_put (KithChangeset *self, KithTable table, const void *row)
{
  gint64 key = kith_row_get_key (row);
  KithChange *earlier = find_change (self, table, key);
  const void *before =
      earlier != NULL ? earlier->before : kith_ledger_find (self->base, table, key);
  KithChange change;

  if (before != NULL && kith_row_is_equal (table, before, row))
    {
      if (earlier != NULL)
        drop_change (self, earlier);
      return;
    }
  change = (KithChange){
    .table = table,
    .kind = before == NULL ? KITH_CHANGE_ADD : KITH_CHANGE_ALTER,
    .before = before,
    .after = copy_row (self, table, row),
  };
  if (earlier == NULL)
    {
      add_change (self, &change);
      return;
    }
  /* the key in the hash table lies in the earlier row, which stays in its page */
  *earlier = change;
}

/**
 * kith_changeset_remove:
 * @table: a table
 * @key: of a row of the base or of these changes
 */
void
kith_changeset_remove (KithChangeset *self, KithTable table, gint64 key)
{
  KithChange *earlier = find_change (self, table, key);
  const void *before =
      earlier != NULL ? earlier->before : kith_ledger_find (self->base, table, key);

  if (earlier != NULL)
    drop_change (self, earlier);
  if (before != NULL)
    add_change (self,
                &(KithChange){ .table = table, .kind = KITH_CHANGE_REMOVE, .before = before });
}

/**
 * kith_changeset_find:
 * @table: a table
 * @key: of a row
 *
 * Returns: (transfer none) (nullable): the row as it will be: changed here or as the base has
 *   it; %NULL where there will be none
 */
const void *
kith_changeset_find (const KithChangeset *self, KithTable table, gint64 key)
{
  const KithChange *change = find_change (self, table, key);

  return change != NULL ? change->after : kith_ledger_find (self->base, table, key);
}

/**
 * kith_changeset_keep_text:
 * @text: (nullable): text in UTF-8
 * @length: bytes in it, or -1 when it ends in NUL
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as these changes; %NULL for
 *   %NULL and for nothing
 */
const char *
kith_changeset_keep_text (KithChangeset *self, const char *text, gssize length)
{
  if (text == NULL || length == 0 || text[0] == '\0')
    return NULL;
  return g_string_chunk_insert_len (self->text, text, length);
}

/**
 * kith_changeset_get_size:
 *
 * Returns: how many rows change
 */
guint
kith_changeset_get_size (const KithChangeset *self)
{
  return self->changes->len;
}

/**
 * kith_changeset_get:
 * @i: less than kith_changeset_get_size()
 *
 * Returns: (transfer none): one change
 */
const KithChange *
kith_changeset_get (const KithChangeset *self, guint i)
{
  g_return_val_if_fail (i < self->changes->len, NULL);
  return &g_array_index (self->changes, KithChange, i);
}

/**
 * kith_changeset_count:
 *
 * Returns: how many rows of @table are changed in this way
 */
guint
kith_changeset_count (const KithChangeset *self, KithTable table, KithChangeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const KithChange *change = &g_array_index (self->changes, KithChange, i);

      n += change->table == table && change->kind == kind;
    }
  return n;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const KithChange *one = *(const KithChange *const *)a, *other = *(const KithChange *const *)b;
  gint64 key = kith_row_get_key (one->after != NULL ? one->after : one->before);
  gint64 other_key = kith_row_get_key (other->after != NULL ? other->after : other->before);

  return (key > other_key) - (key < other_key);
}

static GPtrArray *
list_changes (const KithChangeset *self, KithTable table)
{
  GPtrArray *changes = g_ptr_array_new ();

  for (guint i = 0; i < self->changes->len; i++)
    {
      KithChange *change = &g_array_index (self->changes, KithChange, i);

      if (change->table == table)
        g_ptr_array_add (changes, change);
    }
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}

/* The first of the rows from @from on whose key is not below @key. */
static gsize
find_row (const char *rows, gsize size, gsize from, gsize n, gint64 key)
{
  while (from < n)
    {
      gsize middle = from + (n - from) / 2;

      if (kith_row_get_key (rows + middle * size) < key)
        from = middle + 1;
      else
        n = middle;
    }
  return from;
}

static void
add_rows (KithBlockBuilder *builder, const char *rows, gsize size, gsize from, gsize to)
{
  /* of an empty table there is no address to count from */
  if (to > from)
    kith_block_builder_add_run (builder, rows + from * size, to - from);
}

/* What stands between two changes is copied in one piece: rows are many, and changes few. */
static KithBlock *
apply_to_table (const KithChangeset *self, KithTable table)
{
  gsize size = kith_table_get_info (table)->row_size, n, at = 0;
  const char *rows = kith_ledger_get_rows (self->base, table, &n);
  g_autoptr (GPtrArray) changes = list_changes (self, table);
  KithBlockBuilder *builder = kith_block_builder_new (table);

  kith_block_builder_share (builder, kith_ledger_get_block (self->base, table));
  for (guint c = 0; c < changes->len; c++)
    {
      const KithChange *change = g_ptr_array_index (changes, c);
      gint64 key = kith_row_get_key (change->after != NULL ? change->after : change->before);
      gsize to = find_row (rows, size, at, n, key);

      add_rows (builder, rows, size, at, to);
      at = change->before != NULL ? to + 1 : to;
      if (change->after != NULL)
        kith_block_builder_add (builder, change->after);
    }
  add_rows (builder, rows, size, at, n);
  return kith_block_builder_end (builder);
}

/**
 * kith_changeset_apply:
 * @head: the journal's newest entry after them; the base's own for a what-if
 *
 * What the register would say after these changes. Only the blocks of tables that change
 * are made anew. Cost: O(rows of those tables), as fast as they can be copied.
 *
 * Returns: (transfer full): the ledger after them
 */
KithLedger *
kith_changeset_apply (const KithChangeset *self, gint64 head)
{
  KithBlock *blocks[KITH_N_TABLES] = { NULL };
  KithLedger *ledger;

  for (guint t = 0; t < KITH_N_TABLES; t++)
    if (self->places[t] != NULL && g_hash_table_size (self->places[t]) > 0 &&
        kith_ledger_has_table (self->base, (KithTable)t))
      blocks[t] = apply_to_table (self, (KithTable)t);
  ledger = kith_ledger_new (self->base, blocks, NULL, head);
  for (guint t = 0; t < KITH_N_TABLES; t++)
    kith_block_unref (blocks[t]);
  return ledger;
}
