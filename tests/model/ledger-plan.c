/* ledger-plan.c: a small register, drawn up row by row for a test
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger-plan.h"
#include "kith-changeset.h"

struct _LedgerPlan
{
  GPtrArray *rows[KITH_N_TABLES];
};

LedgerPlan *
plan_new (void)
{
  LedgerPlan *self = g_new0 (LedgerPlan, 1);

  for (guint t = 0; t < KITH_N_TABLES; t++)
    self->rows[t] = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
plan_free (LedgerPlan *self)
{
  for (guint t = 0; t < KITH_N_TABLES; t++)
    g_ptr_array_unref (self->rows[t]);
  g_free (self);
}

KithLedger *
plan_end (LedgerPlan *self)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);

  for (guint t = 0; t < KITH_N_TABLES; t++)
    for (guint r = 0; r < self->rows[t]->len; r++)
      kith_changeset_put (changes, (KithTable)t, self->rows[t]->pdata[r]);
  return kith_changeset_apply (changes, 1);
}

void *
plan_row (LedgerPlan *self, KithTable table)
{
  gint64 *row = g_malloc0 (kith_table_get_info (table)->row_size);

  kith_row_clear (table, row);
  g_ptr_array_add (self->rows[table], row);
  *row = self->rows[table]->len;
  return row;
}

KithSchool *
plan_school (LedgerPlan *self, gint64 urn, double east_metres, double north_metres)
{
  KithSchool *school = plan_row (self, KITH_TABLE_SCHOOL);

  school->urn = urn;
  school->name = "Invented School";
  school->la = 850;
  school->type = "Community school";
  school->type_group = "Local authority maintained schools";
  school->status = "Open";
  school->phase = "Primary";
  school->easting = east_metres;
  school->northing = north_metres;
  return school;
}

KithArrangement *
plan_arrangement (LedgerPlan *self, const char *kind, const char *name)
{
  KithArrangement *arrangement = plan_row (self, KITH_TABLE_ARRANGEMENT);

  arrangement->kind = kind;
  arrangement->name = name;
  return arrangement;
}

KithMembership *
plan_member (LedgerPlan *self, KithArrangement *arrangement, gint64 urn)
{
  KithMembership *member = plan_row (self, KITH_TABLE_MEMBERSHIP);

  member->arrangement_id = arrangement->id;
  member->urn = urn;
  return member;
}

KithContact *
plan_contact (LedgerPlan *self, KithArrangement *arrangement, const char *kind, KithDate date)
{
  KithContact *contact = plan_row (self, KITH_TABLE_CONTACT);

  contact->arrangement_id = arrangement != NULL ? arrangement->id : KITH_INT_NONE;
  contact->kind = kind;
  contact->date = date;
  return contact;
}

KithContactParty *
plan_party (LedgerPlan *self, KithContact *contact, gint64 urn)
{
  KithContactParty *party = plan_row (self, KITH_TABLE_CONTACT_PARTY);

  party->contact_id = contact->id;
  party->urn = urn;
  return party;
}

KithSource *
plan_source (LedgerPlan *self, const char *kind)
{
  KithSource *source = plan_row (self, KITH_TABLE_SOURCE);

  source->name = "invented.csv";
  source->kind = kind;
  return source;
}

void
plan_setting (LedgerPlan *self, const char *key, const char *value)
{
  KithSetting *setting = plan_row (self, KITH_TABLE_SETTING);

  setting->key = key;
  setting->value = value;
}
