/* kith-contacts.c: what happened between whom, and what was agreed, from officers' workbooks
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const KithWorkbookColumn contact_columns[] = {
  { "code", "Contact" },    { "date", "Date" },       { "officer", "Officer" },
  { "summary", "Summary" }, { "outcome", "Outcome" },
};

typedef struct
{
  guint plain[G_N_ELEMENTS (contact_columns)];
  guint kind, urn, organisation, person, part, arrangement, confidential;
} Columns;

typedef struct
{
  KithContact contact;
  KithContactParty party;
  const char *organisation;
  const char *person;
} Row;

static gboolean
find_columns (KithReading *self, Columns *columns, GError **error)
{
  guint date;

  if (!kith_reading_need_column (self, "Date", &date, error) ||
      !kith_reading_need_column (self, "Kind", &columns->kind, error))
    return FALSE;
  kith_workbook_find_columns (self, contact_columns, G_N_ELEMENTS (contact_columns),
                              columns->plain);
  columns->urn = kith_reading_find_column (self, "URN");
  columns->organisation = kith_reading_find_column (self, "Organisation");
  columns->person = kith_reading_find_column (self, "Person");
  columns->part = kith_reading_find_column (self, "Part");
  columns->arrangement = kith_reading_find_column (self, "Arrangement");
  columns->confidential = kith_reading_find_column (self, "Confidential");
  return TRUE;
}

/* What the rows of one contact have in common: its id, else day, kind, arrangement, summary. */
static char *
dup_contact_key (KithReading *self, const Columns *columns)
{
  g_autofree char *code = kith_text_dup_key (kith_reading_get_text (self, columns->plain[0]));
  g_autofree char *kind = kith_text_dup_key (kith_reading_get_text (self, columns->kind));
  g_autofree char *summary = kith_text_dup_key (kith_reading_get_text (self, columns->plain[3]));
  g_autofree char *arrangement =
      kith_text_dup_key (kith_reading_get_text (self, columns->arrangement));
  KithCell cell = kith_rows_get_cell (self->rows, columns->plain[1]);
  KithDate date = KITH_DATE_UNKNOWN;

  if (code[0] != '\0')
    return g_strdup_printf ("id %s", code);
  if (!kith_date_parse (cell.text, (gssize)cell.length, &date))
    date = KITH_DATE_UNKNOWN;
  return g_strdup_printf ("%u\n%s\n%s\n%s", date, kind, arrangement, summary);
}

/**
 * kith_contacts_note:
 * @self: a file of contacts under way
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Notes who took part in each contact, which may tell which of two arrangements of one name
 * is meant; and when it was, for rows that leave it to others to say.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_contacts_note (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Columns columns;

  if (!find_columns (self, &columns, error))
    return FALSE;
  while (kith_workbook_next (self, &reason))
    {
      g_autofree char *key = dup_contact_key (self, &columns);
      GHashTable *parties = kith_workbooks_get_parties (self->workbooks, key);
      const char *urn = kith_reading_get_text (self, columns.urn);
      const char *organisation = kith_reading_get_text (self, columns.organisation);
      const char *date = kith_reading_get_text (self, columns.plain[1]);
      const char *kind = kith_reading_get_text (self, columns.kind);

      if (date != NULL)
        g_hash_table_add (parties, g_strconcat ("d:", date, NULL));
      if (kind != NULL)
        g_hash_table_add (parties, g_strconcat ("k:", kind, NULL));
      if (urn != NULL)
        g_hash_table_add (parties, g_strconcat ("u:", urn, NULL));
      if (organisation != NULL)
        g_hash_table_add (parties, g_strconcat ("o:", organisation, NULL));
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* The contact of this id; else the one of this day, kind, arrangement and summary. */
static const KithContact *
find_contact (KithReading *self, const KithContact *said)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_CONTACT_ID, said->code);
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_CONTACT);
  g_autofree char *summary = kith_text_dup_key (said->summary);
  const KithContact *contact;
  gsize at = 0;

  if (ids != NULL)
    return kith_changeset_find (self->changes, KITH_TABLE_CONTACT, g_array_index (ids, gint64, 0));
  if (said->date == KITH_DATE_UNKNOWN || said->kind == NULL)
    return NULL;
  while ((contact = kith_lookup_next (lookup, said, &at)) != NULL)
    {
      g_autofree char *other = NULL;

      if (contact->code != NULL && said->code != NULL)
        continue; /* two ids, two contacts */
      other = kith_text_dup_key (contact->summary);
      if (strcmp (summary, other) == 0)
        return contact;
    }
  return NULL;
}

/* What other rows of the same id say of day and kind, where this one does not. */
static void
complete_contact (KithContact *said, GHashTable *noted)
{
  GHashTableIter iter;
  gpointer text;
  KithDate date;

  if (said->code == NULL)
    return;
  g_hash_table_iter_init (&iter, noted);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      const char *word = (const char *)text + 2;

      if (((char *)text)[0] == 'd' && said->date == KITH_DATE_UNKNOWN &&
          kith_date_parse (word, -1, &date))
        said->date = date;
      if (((char *)text)[0] == 'k' && said->kind == NULL)
        kith_vocabulary_read_contact_kind (word, &said->kind);
    }
}

static gboolean
read_row (KithReading *self, const Columns *columns, Row *row)
{
  g_autofree char *key = dup_contact_key (self, columns);
  gboolean is_good;

  memset (row, 0, sizeof *row);
  kith_row_clear (KITH_TABLE_CONTACT, &row->contact);
  kith_row_clear (KITH_TABLE_CONTACT_PARTY, &row->party);
  is_good =
      kith_workbook_read_fields (self, KITH_TABLE_CONTACT, contact_columns,
                                 G_N_ELEMENTS (contact_columns), columns->plain, &row->contact);
  is_good = kith_workbook_read_word (self, columns->kind, kith_vocabulary_read_contact_kind,
                                     &row->contact.kind) &&
            is_good;
  is_good = kith_workbook_check (
                self, columns->confidential,
                kith_vocabulary_read_yes_no (kith_reading_get_text (self, columns->confidential),
                                             &row->contact.confidential)) &&
            is_good;
  is_good = kith_workbook_read_urn (self, columns->urn, &row->party.urn) && is_good;
  is_good =
      kith_workbook_read_word (self, columns->part, kith_vocabulary_read_part, &row->party.part) &&
      is_good;
  row->organisation = kith_reading_get_text (self, columns->organisation);
  row->person = kith_reading_get_text (self, columns->person);
  complete_contact (&row->contact, kith_workbooks_get_parties (self->workbooks, key));
  return kith_workbook_read_arrangement (self, columns->arrangement,
                                         kith_workbooks_get_parties (self->workbooks, key),
                                         &row->contact.arrangement_id) &&
         is_good;
}

static KithOutcome
put_contact (KithReading *self, Row *row, const KithContact *known)
{
  KithContact contact = row->contact;

  if (known != NULL)
    contact = *known;
  else
    contact.id = kith_changeset_take_key (self->changes, KITH_TABLE_CONTACT);
  kith_workbook_merge (self, KITH_TABLE_CONTACT, &contact, &row->contact);
  row->party.contact_id = contact.id;
  return kith_workbook_put (self, KITH_TABLE_CONTACT, &contact);
}

static KithOutcome
put_party (KithReading *self, const Columns *columns, Row *row, KithOutcome *others)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_CONTACT_PARTY);
  KithContactParty *said = &row->party;
  const KithContactParty *known;
  KithContactParty party;

  kith_outcome_raise (others, kith_workbook_put_urn (self, columns->urn, said->urn));
  said->organisation_id = kith_workbook_put_organisation (self, row->organisation, others);
  said->person_id = kith_workbook_put_person (self, row->person, NULL, others);
  known = kith_lookup_find (lookup, said);
  party = known != NULL ? *known : *said;
  if (known == NULL)
    party.id = kith_changeset_take_key (self->changes, KITH_TABLE_CONTACT_PARTY);
  kith_workbook_merge (self, KITH_TABLE_CONTACT_PARTY, &party, said);
  return kith_workbook_put (self, KITH_TABLE_CONTACT_PARTY, &party);
}

/* A row of a contact that others have described need not say when and what it was. */
static gboolean
check_described (KithReading *self,
                 const Columns *columns,
                 const Row *row,
                 const KithContact *known)
{
  if (known != NULL)
    return TRUE;
  if (row->contact.date == KITH_DATE_UNKNOWN)
    kith_reading_reject (self, columns->plain[1],
                         _ ("A contact needs its day. Write it as yyyy-mm-dd or dd/mm/yyyy."));
  else if (row->contact.kind == NULL)
    kith_reading_reject (self, columns->kind,
                         _ ("A contact needs its kind: visit, meeting, call, review, inspection, "
                            "training or letter."));
  else
    return TRUE;
  return FALSE;
}

/**
 * kith_contacts_read:
 * @self: a file of contacts under way, which was noted before
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * One row a party.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_contacts_read (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Columns columns;
  Row row;

  if (!find_columns (self, &columns, error))
    return FALSE;
  while (kith_workbook_next (self, &reason))
    {
      KithOutcome others = KITH_OUTCOME_UNCHANGED;
      const KithContact *known;
      KithOutcome outcome;

      if (!read_row (self, &columns, &row))
        continue;
      known = find_contact (self, &row.contact);
      if (!check_described (self, &columns, &row, known))
        continue;
      outcome = put_contact (self, &row, known);
      if (row.party.urn != KITH_INT_NONE || row.organisation != NULL || row.person != NULL)
        {
          others = outcome;
          outcome = put_party (self, &columns, &row, &others);
        }
      kith_workbook_count (self, outcome, others);
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
