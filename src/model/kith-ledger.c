/* kith-ledger.c: what the register says
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-ledger.h"

struct _KithLedger
{
  gatomicrefcount n_refs;
  gint64 head;
  KithBlock *blocks[KITH_N_TABLES]; /* NULL where the table was not read */
  KithBlock *headlines;             /* likewise */
};

G_DEFINE_BOXED_TYPE (KithLedger, kith_ledger, kith_ledger_ref, kith_ledger_unref)

static gboolean
is_headline (const KithValue *value)
{
  return value->subgroup == NULL && value->subject == NULL &&
         (g_strcmp0 (value->name, KITH_HEADLINE_PRIMARY) == 0 ||
          g_strcmp0 (value->name, KITH_HEADLINE_SECONDARY) == 0);
}

static KithBlock *
pick_headlines (KithBlock *measures)
{
  KithBlockBuilder *builder = kith_block_builder_new (KITH_TABLE_MEASURE);
  gsize n;
  const KithValue *rows = kith_block_get_rows (measures, &n);

  kith_block_builder_share (builder, measures);
  for (gsize r = 0; r < n; r++)
    if (is_headline (&rows[r]))
      kith_block_builder_add_shared (builder, &rows[r]);
  return kith_block_builder_end (builder);
}

/**
 * kith_ledger_new:
 * @previous: (nullable): the ledger whose blocks are shared where @blocks has none
 * @blocks: (array fixed-size=KITH_N_TABLES) (transfer none): a block a table, %NULL to share
 *   @previous's or to leave the table unread
 * @headlines: (nullable) (transfer none): the headlines of table measure; %NULL to pick them from
 *   its block, or to share @previous's where that is shared
 * @head: the journal's newest entry, 0 for none
 *
 * Returns: (transfer full): a ledger
 */
KithLedger *
kith_ledger_new (KithLedger *previous, KithBlock *const *blocks, KithBlock *headlines, gint64 head)
{
  KithLedger *self = g_new0 (KithLedger, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->head = head;
  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      KithBlock *block = blocks[t] == NULL && previous != NULL ? previous->blocks[t] : blocks[t];

      self->blocks[t] = block == NULL ? NULL : kith_block_ref (block);
    }
  if (headlines == NULL && blocks[KITH_TABLE_MEASURE] == NULL && previous != NULL)
    headlines = previous->headlines;
  if (headlines != NULL)
    self->headlines = kith_block_ref (headlines);
  else if (blocks[KITH_TABLE_MEASURE] != NULL)
    self->headlines = pick_headlines (blocks[KITH_TABLE_MEASURE]);
  return self;
}

/**
 * kith_ledger_new_empty:
 *
 * Returns: (transfer full): what an empty register says, every table read
 */
KithLedger *
kith_ledger_new_empty (void)
{
  KithLedger *self = g_new0 (KithLedger, 1);

  g_atomic_ref_count_init (&self->n_refs);
  for (guint t = 0; t < KITH_N_TABLES; t++)
    self->blocks[t] = kith_block_builder_end (kith_block_builder_new ((KithTable)t));
  self->headlines = kith_block_ref (self->blocks[KITH_TABLE_MEASURE]);
  return self;
}

/**
 * kith_ledger_ref:
 *
 * Returns: (transfer full): @self
 */
KithLedger *
kith_ledger_ref (KithLedger *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_ledger_unref:
 * @self: (transfer full) (nullable): a ledger
 */
void
kith_ledger_unref (KithLedger *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  for (guint t = 0; t < KITH_N_TABLES; t++)
    kith_block_unref (self->blocks[t]);
  kith_block_unref (self->headlines);
  g_free (self);
}

/**
 * kith_ledger_get_head:
 *
 * Returns: the journal's newest entry when this was read, 0 for none
 */
gint64
kith_ledger_get_head (const KithLedger *self)
{
  return self->head;
}

/**
 * kith_ledger_has_table:
 *
 * Returns: whether @table was read
 */
gboolean
kith_ledger_has_table (const KithLedger *self, KithTable table)
{
  return self->blocks[table] != NULL;
}

/**
 * kith_ledger_get_block:
 *
 * Returns: (transfer none) (nullable): the rows of @table
 */
KithBlock *
kith_ledger_get_block (const KithLedger *self, KithTable table)
{
  return self->blocks[table];
}

/**
 * kith_ledger_get_headlines:
 *
 * Returns: (transfer none) (nullable): of table measure the rows of %KITH_HEADLINE_PRIMARY and
 *   %KITH_HEADLINE_SECONDARY about all pupils and all subjects, by key; %NULL where nobody read
 * them
 */
KithBlock *
kith_ledger_get_headlines (const KithLedger *self)
{
  return self->headlines;
}

/**
 * kith_ledger_get_rows:
 * @table: a table that was read
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): its structs, by key:
 *   `const KithSchool *schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);`
 */
const void *
kith_ledger_get_rows (const KithLedger *self, KithTable table, gsize *n_rows)
{
  *n_rows = 0;
  g_return_val_if_fail (self->blocks[table] != NULL, NULL);
  return kith_block_get_rows (self->blocks[table], n_rows);
}

/**
 * kith_ledger_find:
 * @table: a table that was read
 * @key: of a row; %KITH_INT_NONE finds nothing
 *
 * Cost: O(log n).
 *
 * Returns: (transfer none) (nullable): the row
 */
const void *
kith_ledger_find (const KithLedger *self, KithTable table, gint64 key)
{
  g_return_val_if_fail (self->blocks[table] != NULL, NULL);
  return key == KITH_INT_NONE ? NULL : kith_block_find (self->blocks[table], key);
}

/**
 * kith_ledger_get_setting:
 * @key: a parameter's name
 *
 * Returns: (transfer none) (nullable): what the register sets it to
 */
const char *
kith_ledger_get_setting (const KithLedger *self, const char *key)
{
  gsize n;
  const KithSetting *settings = kith_ledger_get_rows (self, KITH_TABLE_SETTING, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (settings[i].key, key) == 0)
      return settings[i].value;
  return NULL;
}
