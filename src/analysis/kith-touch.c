/* kith-touch.c: what a change of the record is about
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-touch-private.h"

#include <string.h>

/* A field that names something, and the set that it goes to. */
static const struct
{
  const char *field;
  gsize keys;
} references[] = {
  { "urn", G_STRUCT_OFFSET (KithTouch, urns) },
  { "link_urn", G_STRUCT_OFFSET (KithTouch, urns) },
  { "lead_urn", G_STRUCT_OFFSET (KithTouch, urns) },
  { "arrangement_id", G_STRUCT_OFFSET (KithTouch, arrangements) },
  { "parent_id", G_STRUCT_OFFSET (KithTouch, arrangements) },
  { "person_id", G_STRUCT_OFFSET (KithTouch, people) },
  { "lead_person_id", G_STRUCT_OFFSET (KithTouch, people) },
  { "coordinator_id", G_STRUCT_OFFSET (KithTouch, people) },
  { "deputy_id", G_STRUCT_OFFSET (KithTouch, people) },
  { "contact_id", G_STRUCT_OFFSET (KithTouch, contacts) },
};

/* The tables of which it is known here how findings read them. */
static const struct
{
  KithTable table;
  gsize keys; /* the set that the row's own key goes to, or 0 */
  gboolean is_birth;
} known[] = {
  { KITH_TABLE_SCHOOL, G_STRUCT_OFFSET (KithTouch, urns), TRUE },
  { KITH_TABLE_SCHOOL_AUTHORITY, 0, FALSE },
  { KITH_TABLE_SCHOOL_LINK, 0, TRUE },
  { KITH_TABLE_PERSON, G_STRUCT_OFFSET (KithTouch, people), FALSE },
  { KITH_TABLE_POST, 0, FALSE },
  { KITH_TABLE_ARRANGEMENT, G_STRUCT_OFFSET (KithTouch, arrangements), FALSE },
  { KITH_TABLE_MEMBERSHIP, 0, FALSE },
  { KITH_TABLE_CONTACT, G_STRUCT_OFFSET (KithTouch, contacts), FALSE },
  { KITH_TABLE_CONTACT_PARTY, 0, FALSE },
  { KITH_TABLE_ACTION, 0, FALSE },
  { KITH_TABLE_MEASURE, 0, FALSE },
  { KITH_TABLE_NEED, 0, FALSE },
  { KITH_TABLE_EXPERTISE, 0, TRUE },
  { KITH_TABLE_ENQUIRY, 0, FALSE },
  { KITH_TABLE_INSPECTION, 0, FALSE },
  { KITH_TABLE_SETTING_ASIDE, 0, FALSE },
  { KITH_TABLE_INTEREST, 0, FALSE },
  { KITH_TABLE_LOCK, 0, FALSE },
};

void
kith_touch_add (GHashTable *keys, gint64 key)
{
  if (key != KITH_INT_NONE)
    g_hash_table_add (keys, GSIZE_TO_POINTER (key));
}

gboolean
kith_touch_has (GHashTable *keys, gint64 key)
{
  return key != KITH_INT_NONE && g_hash_table_contains (keys, GSIZE_TO_POINTER (key));
}

static void
add_field (KithTouch *self, const KithField *field, const void *row, gboolean is_birth)
{
  for (guint r = 0; r < G_N_ELEMENTS (references); r++)
    {
      GHashTable *keys = G_STRUCT_MEMBER (GHashTable *, self, references[r].keys);

      if (strcmp (references[r].field, field->name) != 0)
        continue;
      kith_touch_add (keys, kith_field_get_int (field, row));
      if (is_birth && keys == self->urns)
        kith_touch_add (self->reborn, kith_field_get_int (field, row));
    }
}

static void
add_row (KithTouch *self, const KithChange *change, const void *row, guint k)
{
  const KithTableInfo *info = kith_table_get_info (change->table);

  for (guint f = 0; f < info->n_fields; f++)
    add_field (self, &info->fields[f], row, known[k].is_birth);
  if (change->table == KITH_TABLE_EXPERTISE)
    self->is_help = self->is_help || ((const KithExpertise *)row)->urn == KITH_INT_NONE;
  if (known[k].keys != 0)
    kith_touch_add (G_STRUCT_MEMBER (GHashTable *, self, known[k].keys), kith_row_get_key (row));
}

static void
add_change (KithTouch *self, const KithChange *change)
{
  guint k = 0;

  while (k < G_N_ELEMENTS (known) && known[k].table != change->table)
    k++;
  self->is_all = self->is_all || k == G_N_ELEMENTS (known);
  if (self->is_all)
    return;
  if (change->before != NULL)
    add_row (self, change, change->before, k);
  if (change->after != NULL)
    add_row (self, change, change->after, k);
}

/* Whom the contacts were between, and under what. */
static void
follow_contacts (KithTouch *self, const KithRecord *record)
{
  gsize n;
  const KithContactParty *parties =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &n);
  const KithContact *contacts;

  if (g_hash_table_size (self->contacts) == 0)
    return;
  for (gsize p = 0; p < n; p++)
    if (kith_touch_has (self->contacts, parties[p].contact_id))
      kith_touch_add (self->urns, parties[p].urn);
  contacts = kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT, &n);
  for (gsize c = 0; c < n; c++)
    if (kith_touch_has (self->contacts, contacts[c].id))
      kith_touch_add (self->arrangements, contacts[c].arrangement_id);
}

/* What the people run. */
static void
follow_people (KithTouch *self, const KithRecord *record)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &n);

  for (gsize i = 0; i < n && g_hash_table_size (self->people) > 0; i++)
    if (kith_touch_has (self->people, rows[i].lead_person_id) ||
        kith_touch_has (self->people, rows[i].coordinator_id) ||
        kith_touch_has (self->people, rows[i].deputy_id))
      kith_touch_add (self->arrangements, rows[i].id);
}

/* Whoever is strong at something can be met wherever they work. */
static void
follow_strong (KithTouch *self, const KithRecord *record)
{
  gsize n;
  const KithExpertise *rows = kith_ledger_get_rows (record->ledger, KITH_TABLE_EXPERTISE, &n);

  for (gsize e = 0; e < n; e++)
    self->is_help = self->is_help || kith_touch_has (self->people, rows[e].person_id);
}

/* An area of need or strength is named as it was first written, whoever wrote it, and they are told
   in that order. */
static gboolean
has_other_words (const KithStrengths *before, const KithStrengths *after)
{
  guint latest = 0;

  for (guint is = 0; is < kith_strengths_count_areas (after); is++)
    {
      const char *words = kith_strengths_get_area (after, is);
      guint was = kith_strengths_find_area (before, words);

      if (was == KITH_AREA_NONE)
        continue;
      if (was < latest || strcmp (kith_strengths_get_area (before, was), words) != 0)
        return TRUE;
      latest = was;
    }
  return FALSE;
}

/* What a school that is not what it was has ever been in, or leads: its days end others' too. */
static void
follow_reborn (KithTouch *self, const KithRecord *record)
{
  gsize n;
  const KithMembership *members = kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &n);
  const KithArrangement *rows;

  if (g_hash_table_size (self->reborn) == 0)
    return;
  for (gsize m = 0; m < n; m++)
    if (kith_touch_has (self->reborn, members[m].urn))
      kith_touch_add (self->arrangements, members[m].arrangement_id);
  rows = kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &n);
  for (gsize i = 0; i < n; i++)
    if (kith_touch_has (self->reborn, rows[i].lead_urn))
      kith_touch_add (self->arrangements, rows[i].id);
}

/**
 * kith_touch_init:
 * @self: (out caller-allocates): what the changed rows name, as they were and as they shall be,
 *   and what those are part of
 * @changes: that make the ledger of @after from that of @before
 */
void
kith_touch_init (KithTouch *self,
                 const KithRecord *before,
                 const KithRecord *after,
                 const KithChangeset *changes)
{
  *self = (KithTouch){
    .sides = { before, after },
    .was = g_new (guint, after->n_schools + 1),
    .urns = g_hash_table_new (NULL, NULL),
    .reborn = g_hash_table_new (NULL, NULL),
    .arrangements = g_hash_table_new (NULL, NULL),
    .people = g_hash_table_new (NULL, NULL),
    .contacts = g_hash_table_new (NULL, NULL),
  };
  for (guint i = 0; i < after->n_schools; i++)
    self->was[i] = kith_network_find_school (before->network, after->schools[i].record->urn);
  for (guint c = 0; c < kith_changeset_get_size (changes); c++)
    add_change (self, kith_changeset_get (changes, c));
  kith_touch_follow_schools (self, self->reborn);
  for (guint side = 0; side < 2; side++)
    {
      follow_contacts (self, self->sides[side]);
      follow_people (self, self->sides[side]);
      follow_strong (self, self->sides[side]);
      follow_reborn (self, self->sides[side]);
    }
  kith_touch_follow_schools (self, self->urns);
  self->is_help = self->is_help || has_other_words (before->strengths, after->strengths);
}

void
kith_touch_clear (KithTouch *self)
{
  g_free (self->was);
  g_hash_table_unref (self->urns);
  g_hash_table_unref (self->reborn);
  g_hash_table_unref (self->arrangements);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->contacts);
}

static gboolean
is_same_block (const KithTouch *self, KithTable table)
{
  return kith_ledger_get_rows (self->sides[0]->ledger, table, &(gsize){ 0 }) ==
         kith_ledger_get_rows (self->sides[1]->ledger, table, &(gsize){ 0 });
}

/**
 * kith_touch_follow_schools:
 * @urns: (inout): takes those that were these schools before, and those that they became
 *
 * Findings follow a school under its earlier numbers.
 */
void
kith_touch_follow_schools (const KithTouch *self, GHashTable *urns)
{
  guint n_sides = is_same_block (self, KITH_TABLE_SCHOOL_LINK) ? 1 : 2;
  guint n_known = 0;

  while (g_hash_table_size (urns) > n_known)
    {
      n_known = g_hash_table_size (urns);
      for (guint side = 0; side < n_sides; side++)
        {
          gsize n;
          const KithSchoolLink *links =
              kith_ledger_get_rows (self->sides[side]->ledger, KITH_TABLE_SCHOOL_LINK, &n);

          for (gsize l = 0; l < n; l++)
            if (kith_touch_has (urns, links[l].urn))
              kith_touch_add (urns, links[l].link_urn);
            else if (kith_touch_has (urns, links[l].link_urn))
              kith_touch_add (urns, links[l].urn);
        }
    }
}
