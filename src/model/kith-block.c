/* kith-block.c: the rows of one table, never changed once made
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-block.h"

#include <string.h>

/* A block that was made of this many others holds its own copy of all text again. */
#define MAX_POOLS 16

/* How many texts a builder remembers, to keep what repeats once; longer ones rarely do. */
#define N_REMEMBERED 4096u
#define MAX_REMEMBERED_LENGTH 64

/* Text that one or several blocks point into. */
typedef struct
{
  gatomicrefcount n_refs;
  GStringChunk *chunk;
} TextPool;

struct _KithBlock
{
  gatomicrefcount n_refs;
  KithTable table;
  gsize n_rows;
  char *rows;
  GPtrArray *pools; /* of TextPool */
};

/* Text in the pool, and how long it is. */
typedef struct
{
  const char *text;
  gsize length;
} RememberedText;

struct _KithBlockBuilder
{
  KithTable table;
  gsize row_size;
  GByteArray *rows;
  gsize n_rows;
  gboolean is_sorted;
  gint64 last_key;
  TextPool *pool;
  GPtrArray *pools;
  RememberedText *remembered; /* N_REMEMBERED, by hash; the newest of each */
};

static TextPool *
text_pool_new (void)
{
  TextPool *pool = g_new0 (TextPool, 1);

  g_atomic_ref_count_init (&pool->n_refs);
  pool->chunk = g_string_chunk_new (64 * 1024);
  return pool;
}

static void
text_pool_unref (gpointer data)
{
  TextPool *pool = data;

  if (!g_atomic_ref_count_dec (&pool->n_refs))
    return;
  g_string_chunk_free (pool->chunk);
  g_free (pool);
}

/* Eight bytes at a time; a register has millions of texts. */
static guint
measure_hash (const char *text, gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  while (length > 0)
    {
      gsize n = MIN (length, 8);
      guint64 part = 0;

      memcpy (&part, text, n);
      hash = (hash ^ part) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      text += n;
      length -= n;
    }
  return (guint)(hash % N_REMEMBERED);
}

static int
compare_keys (const void *a, const void *b)
{
  gint64 x = kith_row_get_key (a);
  gint64 y = kith_row_get_key (b);

  return x < y ? -1 : x > y;
}

/**
 * kith_block_builder_new:
 * @table: whose rows will be added
 *
 * Returns: (transfer full): a builder, which kith_block_builder_end() uses up
 */
KithBlockBuilder *
kith_block_builder_new (KithTable table)
{
  KithBlockBuilder *self = g_new0 (KithBlockBuilder, 1);

  self->table = table;
  self->row_size = kith_table_get_info (table)->row_size;
  self->rows = g_byte_array_new ();
  self->is_sorted = TRUE;
  self->last_key = G_MININT64;
  self->pool = text_pool_new ();
  self->pools = g_ptr_array_new_with_free_func (text_pool_unref);
  g_ptr_array_add (self->pools, self->pool);
  self->remembered = g_new0 (RememberedText, N_REMEMBERED);
  return self;
}

/**
 * kith_block_builder_free:
 * @self: (nullable): a builder that is given up
 */
void
kith_block_builder_free (KithBlockBuilder *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->rows);
  g_ptr_array_unref (self->pools);
  g_free (self->remembered);
  g_free (self);
}

/**
 * kith_block_builder_share:
 * @block: a block whose text rows added with kith_block_builder_add_shared() point into
 */
void
kith_block_builder_share (KithBlockBuilder *self, KithBlock *block)
{
  for (guint p = 0; p < block->pools->len; p++)
    {
      TextPool *pool = g_ptr_array_index (block->pools, p);

      g_atomic_ref_count_inc (&pool->n_refs);
      g_ptr_array_add (self->pools, pool);
    }
}

/**
 * kith_block_builder_keep_text:
 * @text: (nullable): text in UTF-8
 * @length: bytes in it, or -1 when it ends in NUL
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the block will; %NULL for
 *   %NULL and for nothing. Text that was kept lately is not kept again.
 */
const char *
kith_block_builder_keep_text (KithBlockBuilder *self, const char *text, gssize length)
{
  RememberedText *known;

  if (text == NULL || length == 0 || text[0] == '\0')
    return NULL;
  if (length < 0)
    length = (gssize)strlen (text);
  if (length > MAX_REMEMBERED_LENGTH)
    return g_string_chunk_insert_len (self->pool->chunk, text, length);
  known = &self->remembered[measure_hash (text, (gsize)length)];
  if (known->length != (gsize)length || memcmp (known->text, text, (gsize)length) != 0)
    {
      known->text = g_string_chunk_insert_len (self->pool->chunk, text, length);
      known->length = (gsize)length;
    }
  return known->text;
}

/**
 * kith_block_builder_add_shared:
 * @row: a row of the table, whose text this builder keeps or shares; copied
 */
void
kith_block_builder_add_shared (KithBlockBuilder *self, const void *row)
{
  gint64 key = kith_row_get_key (row);

  self->is_sorted = self->is_sorted && (self->n_rows == 0 || key > self->last_key);
  self->last_key = key;
  g_byte_array_append (self->rows, row, (guint)self->row_size);
  self->n_rows++;
}

/**
 * kith_block_builder_add_run:
 * @rows: (array length=n_rows): rows of a block that this builder shares, one after the other
 * @n_rows: how many, 0 for none
 *
 * As kith_block_builder_add_shared() does for each, at once.
 */
void
kith_block_builder_add_run (KithBlockBuilder *self, const void *rows, gsize n_rows)
{
  if (n_rows == 0)
    return;
  self->is_sorted =
      self->is_sorted && (self->n_rows == 0 || kith_row_get_key (rows) > self->last_key);
  self->last_key = kith_row_get_key ((const char *)rows + (n_rows - 1) * self->row_size);
  g_byte_array_append (self->rows, rows, (guint)(n_rows * self->row_size));
  self->n_rows += n_rows;
}

/**
 * kith_block_builder_add:
 * @row: a row of the table; copied with its text
 */
void
kith_block_builder_add (KithBlockBuilder *self, const void *row)
{
  const KithTableInfo *info = kith_table_get_info (self->table);
  void *copy;

  kith_block_builder_add_shared (self, row);
  copy = self->rows->data + (self->n_rows - 1) * self->row_size;
  for (guint f = 0; f < info->n_fields; f++)
    if (info->fields[f].type == KITH_FIELD_TEXT)
      kith_field_set_text (
          &info->fields[f], copy,
          kith_block_builder_keep_text (self, kith_field_get_text (&info->fields[f], row), -1));
}

/**
 * kith_block_builder_end:
 * @self: (transfer full): a builder
 *
 * Keys must differ. Cost: O(n) when rows came in the order of their keys, else O(n log n).
 *
 * Returns: (transfer full): the block
 */
KithBlock *
kith_block_builder_end (KithBlockBuilder *self)
{
  KithBlock *block;

  if (self->pools->len > MAX_POOLS)
    {
      KithBlockBuilder *fresh = kith_block_builder_new (self->table);

      for (gsize r = 0; r < self->n_rows; r++)
        kith_block_builder_add (fresh, self->rows->data + r * self->row_size);
      kith_block_builder_free (self);
      self = fresh;
    }
  if (!self->is_sorted)
    qsort (self->rows->data, self->n_rows, self->row_size, compare_keys);

  block = g_new0 (KithBlock, 1);
  g_atomic_ref_count_init (&block->n_refs);
  block->table = self->table;
  block->n_rows = self->n_rows;
  block->rows = (char *)g_byte_array_free (g_steal_pointer (&self->rows), FALSE);
  block->pools = g_steal_pointer (&self->pools);
  g_free (self->remembered);
  g_free (self);
  return block;
}

/**
 * kith_block_ref:
 *
 * Returns: (transfer full): @self
 */
KithBlock *
kith_block_ref (KithBlock *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_block_unref:
 * @self: (transfer full) (nullable): a block
 */
void
kith_block_unref (KithBlock *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->rows);
  g_ptr_array_unref (self->pools);
  g_free (self);
}

/**
 * kith_block_get_table:
 *
 * Returns: whose rows these are
 */
KithTable
kith_block_get_table (const KithBlock *self)
{
  return self->table;
}

/**
 * kith_block_get_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the table's structs, by key
 */
const void *
kith_block_get_rows (const KithBlock *self, gsize *n_rows)
{
  *n_rows = self->n_rows;
  return self->rows;
}

/**
 * kith_block_find:
 * @key: of a row
 *
 * Cost: O(1) where no key is missing between the first and @key, O(log n) else.
 *
 * Returns: (transfer none) (nullable): the row
 */
const void *
kith_block_find (const KithBlock *self, gint64 key)
{
  gsize row_size = kith_table_get_info (self->table)->row_size;
  guint64 offset;
  gsize n = self->n_rows;

  if (n == 0 || key < kith_row_get_key (self->rows))
    return NULL;
  /* keys are whole numbers, each once: so many rows at most stand before the one with this key,
     and no fewer where none is missing */
  offset = (guint64)key - (guint64)kith_row_get_key (self->rows);
  if (offset < n)
    {
      const char *row = self->rows + offset * row_size;

      if (kith_row_get_key (row) == key)
        return row;
      n = offset;
    }
  return bsearch (&key, self->rows, n, row_size, compare_keys);
}
