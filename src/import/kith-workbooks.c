/* kith-workbooks.c: who and what officers' workbooks and the register name
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-workbooks-private.h"

#include "kith-workbook-plans-private.h"

#include <string.h>

struct _KithWorkbooks
{
  KithChangeset *changes;
  GHashTable *names[KITH_N_NAMES]; /* key → GArray of gint64; NULL until asked for */
  KithLookup *lookups[KITH_N_TABLES];
  GHashTable *noted[KITH_N_NAMES]; /* keys of names that rows to come will make */
  GHashTable *touched;             /* rows that the file under way has written, as table:key */
  KithPlans *plans;
};

/* By which fields rows of a table are found; none of them ever changes. */
static const char *const *
get_lookup_fields (KithTable table)
{
  static const char *const membership[] = { "arrangement_id", "urn", "organisation_id", NULL };
  static const char *const post[] = { "person_id", "urn", "organisation_id", NULL };
  static const char *const expertise[] = { "urn", "person_id", "organisation_id", NULL };
  static const char *const party[] = { "contact_id", "urn", "organisation_id", "person_id", NULL };
  static const char *const action[] = { "arrangement_id", "urn", "contact_id", NULL };
  static const char *const contact[] = { "date", "kind", "arrangement_id", NULL };
  static const char *const urn[] = { "urn", NULL };

  switch ((guint)table)
    {
    case KITH_TABLE_MEMBERSHIP:
      return membership;
    case KITH_TABLE_POST:
      return post;
    case KITH_TABLE_EXPERTISE:
      return expertise;
    case KITH_TABLE_CONTACT_PARTY:
      return party;
    case KITH_TABLE_CONTACT:
      return contact;
    case KITH_TABLE_ACTION:
      return action;
    default:
      return urn;
    }
}

static KithTable
get_table (KithNames names)
{
  static const KithTable tables[KITH_N_NAMES] = {
    [KITH_NAMES_PERSON] = KITH_TABLE_PERSON,
    [KITH_NAMES_ORGANISATION] = KITH_TABLE_ORGANISATION,
    [KITH_NAMES_ARRANGEMENT] = KITH_TABLE_ARRANGEMENT,
    [KITH_NAMES_ARRANGEMENT_ID] = KITH_TABLE_ARRANGEMENT,
    [KITH_NAMES_CONTACT_ID] = KITH_TABLE_CONTACT,
    [KITH_NAMES_ACTION_ID] = KITH_TABLE_ACTION,
  };

  return tables[names];
}

static void
add_name (GHashTable *names, const char *name, gint64 id)
{
  char *key = kith_text_dup_key (name);
  GArray *ids = g_hash_table_lookup (names, key);

  if (key[0] == '\0')
    {
      g_free (key);
      return;
    }
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (names, key, ids);
    }
  else
    g_free (key);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

static void
add_arrangement_ids (GHashTable *names, const KithArrangement *arrangement)
{
  add_name (names, arrangement->code, arrangement->id);
  add_name (names, arrangement->group_id, arrangement->id);
  if (arrangement->uid != KITH_INT_NONE)
    {
      char uid[24];

      g_snprintf (uid, sizeof uid, "%" G_GINT64_FORMAT, arrangement->uid);
      add_name (names, uid, arrangement->id);
    }
}

static void
add_row (GHashTable *table, KithNames names, const void *row)
{
  switch (names)
    {
    case KITH_NAMES_PERSON:
      add_name (table, ((const KithPerson *)row)->name, ((const KithPerson *)row)->id);
      break;
    case KITH_NAMES_ORGANISATION:
      add_name (table, ((const KithOrganisation *)row)->name, ((const KithOrganisation *)row)->id);
      break;
    case KITH_NAMES_ARRANGEMENT:
      /* a cell never means a sponsor, a diocese or an authority */
      if (!kith_workbooks_is_affiliation (row))
        add_name (table, ((const KithArrangement *)row)->name, ((const KithArrangement *)row)->id);
      break;
    case KITH_NAMES_ARRANGEMENT_ID:
      if (!kith_workbooks_is_affiliation (row))
        add_arrangement_ids (table, row);
      break;
    case KITH_NAMES_CONTACT_ID:
      add_name (table, ((const KithContact *)row)->code, ((const KithContact *)row)->id);
      break;
    case KITH_NAMES_ACTION_ID:
      add_name (table, ((const KithAction *)row)->code, ((const KithAction *)row)->id);
      break;
    case KITH_N_NAMES:
    default:
      g_assert_not_reached ();
    }
}

static GHashTable *
list_names (KithWorkbooks *self, KithNames names)
{
  GHashTable *table =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  KithLedger *base = kith_changeset_get_base (self->changes);
  gsize n, size = kith_table_get_info (get_table (names))->row_size;
  const char *rows = kith_ledger_get_rows (base, get_table (names), &n);

  for (gsize i = 0; i < n; i++)
    {
      gint64 key = kith_row_get_key (rows + i * size);
      const void *row = kith_changeset_find (self->changes, get_table (names), key);

      if (row != NULL)
        add_row (table, names, row);
    }
  for (guint c = 0; c < kith_changeset_get_size (self->changes); c++)
    {
      const KithChange *change = kith_changeset_get (self->changes, c);

      if (change->table == get_table (names) && change->kind == KITH_CHANGE_ADD)
        add_row (table, names, change->after);
    }
  return table;
}

/**
 * kith_workbooks_new:
 * @changes: what the files before the first workbook change; must outlive it
 *
 * Returns: (transfer full): nothing noted yet
 */
KithWorkbooks *
kith_workbooks_new (KithChangeset *changes)
{
  KithWorkbooks *self = g_new0 (KithWorkbooks, 1);

  self->changes = changes;
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < KITH_N_NAMES; i++)
    self->noted[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->plans = kith_plans_new (self, changes);
  return self;
}

/**
 * kith_workbooks_free:
 * @self: (transfer full) (nullable): workbooks
 */
void
kith_workbooks_free (KithWorkbooks *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < KITH_N_NAMES; i++)
    {
      g_clear_pointer (&self->names[i], g_hash_table_unref);
      g_hash_table_unref (self->noted[i]);
    }
  for (guint t = 0; t < KITH_N_TABLES; t++)
    kith_lookup_free (self->lookups[t]);
  g_hash_table_unref (self->touched);
  kith_plans_free (self->plans);
  g_free (self);
}

/**
 * kith_workbooks_begin_file:
 *
 * Before each file: what it says twice, it must say alike.
 */
void
kith_workbooks_begin_file (KithWorkbooks *self)
{
  g_hash_table_remove_all (self->touched);
}

/**
 * kith_workbooks_get_plans:
 *
 * Returns: (transfer none): arrangements and contacts that were noted
 */
KithPlans *
kith_workbooks_get_plans (KithWorkbooks *self)
{
  return self->plans;
}

/**
 * kith_workbooks_find:
 * @names: what is looked for
 * @name: (nullable): what it is called, in any letter case
 *
 * Returns: (transfer none) (nullable) (element-type gint64): the keys of the rows of that
 *   name, one or more
 */
const GArray *
kith_workbooks_find (KithWorkbooks *self, KithNames names, const char *name)
{
  g_autofree char *key = kith_text_dup_key (name);

  if (self->names[names] == NULL)
    self->names[names] = list_names (self, names);
  return g_hash_table_lookup (self->names[names], key);
}

/**
 * kith_workbooks_note_row:
 * @table: a table
 * @row: a row of it that was put
 */
void
kith_workbooks_note_row (KithWorkbooks *self, KithTable table, const void *row)
{
  for (guint i = 0; i < KITH_N_NAMES; i++)
    if (self->names[i] != NULL && get_table ((KithNames)i) == table)
      add_row (self->names[i], (KithNames)i, row);
  if (self->lookups[table] != NULL)
    kith_lookup_note (self->lookups[table], kith_row_get_key (row));
}

/**
 * kith_workbooks_note_name:
 * @names: what it is
 * @name: (nullable): what it is called
 *
 * Tells that a row to come will make it.
 */
void
kith_workbooks_note_name (KithWorkbooks *self, KithNames names, const char *name)
{
  if (name != NULL)
    g_hash_table_add (self->noted[names], kith_text_dup_key (name));
}

/**
 * kith_workbooks_has_name:
 *
 * Returns: whether there is one of this name, or a row to come will make it
 */
gboolean
kith_workbooks_has_name (KithWorkbooks *self, KithNames names, const char *name)
{
  g_autofree char *key = kith_text_dup_key (name);

  return g_hash_table_contains (self->noted[names], key) ||
         kith_workbooks_find (self, names, name) != NULL;
}

/**
 * kith_workbooks_get_lookup:
 * @table: membership, post, expertise, contact, contact_party, action, need or enquiry
 *
 * Returns: (transfer none): its rows by whom they are about: see get_lookup_fields()
 */
KithLookup *
kith_workbooks_get_lookup (KithWorkbooks *self, KithTable table)
{
  if (self->lookups[table] == NULL)
    self->lookups[table] = kith_lookup_new (self->changes, table, get_lookup_fields (table));
  return self->lookups[table];
}

/* One number for a field of a row: tables have fewer than 64 fields. */
static gint64
get_touched_key (KithTable table, gint64 key, guint field)
{
  return (key * KITH_N_TABLES + (gint64)table) * 64 + field;
}

/**
 * kith_workbooks_is_touched:
 * @table: a table
 * @key: of a row
 * @field: which of its fields, 0 (the key) for the row as such
 *
 * Returns: whether the file under way has written it
 */
gboolean
kith_workbooks_is_touched (KithWorkbooks *self, KithTable table, gint64 key, guint field)
{
  gint64 touched = get_touched_key (table, key, field);

  return g_hash_table_contains (self->touched, &touched);
}

/**
 * kith_workbooks_touch:
 *
 * Tells that the file under way has written this field of this row.
 */
void
kith_workbooks_touch (KithWorkbooks *self, KithTable table, gint64 key, guint field)
{
  gint64 touched = get_touched_key (table, key, field);

  if (!g_hash_table_contains (self->touched, &touched))
    g_hash_table_add (self->touched, g_memdup2 (&touched, sizeof touched));
}
