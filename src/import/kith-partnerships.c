/* kith-partnerships.c: arrangements and their members, from an officers' workbook
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include "kith-authority.h"
#include "kith-span.h"
#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Cells that go into the arrangement as they are. */
static const KithWorkbookColumn plain_columns[] = {
  { "starts", "Starts" },
  { "ends", "Ends" },
  { "review", "Review" },
  { "focus", "Focus" },
  { "objective", "Objective" },
  { "funding", "Funding" },
  { "funding_ends", "Funding ends" },
  { "capacity", "Capacity" },
  { "patch", "Patch" },
};

typedef struct
{
  guint code, name, kind, parent, lead, coordinator, deputy, memorandum, data_sharing;
  guint urn, organisation, role, joined, left;
  guint plain[G_N_ELEMENTS (plain_columns)];
} Columns;

/* What one row says. People and organisations are made only when the whole row is good. */
typedef struct
{
  KithArrangement arrangement;
  KithMembership membership;
  const char *lead_person;
  const char *lead_organisation;
  const char *coordinator;
  const char *deputy;
  const char *organisation;
  char days[2][KITH_DATE_TEXT_SIZE + 8];
} Row;

static gboolean
find_columns (KithReading *self, Columns *columns, GError **error)
{
  if (!kith_reading_need_column (self, "Arrangement", &columns->name, error))
    return FALSE;
  columns->code = kith_reading_find_column (self, "Arrangement id");
  columns->kind = kith_reading_find_column (self, "Kind");
  columns->parent = kith_reading_find_column (self, "Parent");
  columns->lead = kith_reading_find_column (self, "Lead");
  columns->coordinator = kith_reading_find_column (self, "Coordinator|Co-ordinator");
  columns->deputy = kith_reading_find_column (self, "Deputy");
  columns->memorandum = kith_reading_find_column (self, "Memorandum");
  columns->data_sharing = kith_reading_find_column (self, "Data sharing|Data-sharing");
  columns->urn = kith_reading_find_column (self, "URN");
  columns->organisation = kith_reading_find_column (self, "Organisation");
  columns->role = kith_reading_find_column (self, "Role");
  columns->joined = kith_reading_find_column (self, "Joined");
  columns->left = kith_reading_find_column (self, "Left");
  kith_workbook_find_columns (self, plain_columns, G_N_ELEMENTS (plain_columns), columns->plain);
  return TRUE;
}

/**
 * kith_partnerships_note:
 * @self: a file of partnerships under way
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Notes which arrangements the file describes, so that a row may name one that stands below
 * it or in another file.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_partnerships_note (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Columns columns;

  if (!find_columns (self, &columns, error))
    return FALSE;
  while (kith_workbook_next (self, &reason))
    {
      kith_workbooks_note_arrangement (self->workbooks, kith_reading_get_text (self, columns.code),
                                       kith_reading_get_text (self, columns.name),
                                       kith_reading_get_text (self, columns.kind),
                                       kith_reading_get_text (self, columns.parent));
      kith_workbooks_note_name (self->workbooks, KITH_NAMES_PERSON,
                                kith_reading_get_text (self, columns.coordinator));
      kith_workbooks_note_name (self->workbooks, KITH_NAMES_PERSON,
                                kith_reading_get_text (self, columns.deputy));
      kith_workbooks_note_name (self->workbooks, KITH_NAMES_ORGANISATION,
                                kith_reading_get_text (self, columns.organisation));
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* yes, no or the last day; blank is not recorded. */
static gboolean
read_agreement (KithReading *self,
                guint column,
                char day[static KITH_DATE_TEXT_SIZE + 8],
                const char **value)
{
  return kith_workbook_check (
      self, column,
      kith_vocabulary_read_agreement (kith_reading_get_text (self, column), day, value));
}

/* As kith_ledger_find_authority(), in the register as it will be. */
static gint64
find_authority (KithReading *self, const char *name)
{
  gint64 code = kith_ledger_find_authority (self->base, NULL, name);
  g_autofree char *key = kith_authority_dup_key (name);

  for (guint c = 0; code == KITH_INT_NONE && c < kith_changeset_get_size (self->changes); c++)
    {
      const KithChange *change = kith_changeset_get (self->changes, c);

      if (change->table == KITH_TABLE_AUTHORITY && change->after != NULL)
        {
          const KithAuthority *authority = change->after;
          g_autofree char *other = kith_authority_dup_key (authority->name);

          if (strcmp (other, key) == 0)
            code = authority->code;
        }
    }
  return code;
}

/* A person, a school, an organisation or an authority, in this order. */
static gboolean
read_lead (KithReading *self, guint column, Row *row)
{
  const char *text = kith_reading_get_text (self, column);
  gint64 number;

  if (text == NULL)
    return TRUE;
  if (kith_text_parse_int (text, -1, &number))
    {
      if (kith_changeset_find (self->changes, KITH_TABLE_AUTHORITY, number) == NULL)
        return kith_workbook_read_urn (self, column, &row->arrangement.lead_urn);
      row->arrangement.lead_la = number;
      return TRUE;
    }
  if (kith_workbooks_has_name (self->workbooks, KITH_NAMES_PERSON, text))
    row->lead_person = text;
  else if (kith_workbooks_has_name (self->workbooks, KITH_NAMES_ORGANISATION, text))
    row->lead_organisation = text;
  else
    row->arrangement.lead_la = find_authority (self, text);
  if (row->lead_person != NULL || row->lead_organisation != NULL ||
      row->arrangement.lead_la != KITH_INT_NONE)
    return TRUE;
  kith_reading_reject (self, column,
                       _ ("This is no person in people, no URN, no organisation and no authority "
                          "of the register. Add it, or correct the cell."));
  return FALSE;
}

static gboolean
read_member (KithReading *self, const Columns *columns, Row *row)
{
  KithMembership *member = &row->membership;
  gboolean is_good = kith_workbook_read_urn (self, columns->urn, &member->urn);

  row->organisation = kith_reading_get_text (self, columns->organisation);
  if (member->urn != KITH_INT_NONE && row->organisation != NULL)
    {
      kith_reading_reject (self, columns->organisation,
                           _ ("A member is a school or an organisation, not both. Give each a row "
                              "of its own."));
      is_good = FALSE;
    }
  is_good =
      kith_workbook_read_word (self, columns->role, kith_vocabulary_read_role, &member->role) &&
      is_good;
  is_good = kith_reading_get_date (self, columns->joined, &member->joined) && is_good;
  is_good = kith_reading_get_date (self, columns->left, &member->left_date) && is_good;
  if (is_good)
    is_good = kith_workbook_check (self, columns->left,
                                   kith_vocabulary_check_left (member->joined, member->left_date));
  return is_good;
}

/* Which arrangement the row is about, and its parent. */
static gboolean
read_identity (KithReading *self, const Columns *columns, Row *row)
{
  KithArrangement *said = &row->arrangement;
  const char *kind = kith_reading_get_text (self, columns->kind);
  const char *fault;

  said->code = kith_reading_get_text (self, columns->code);
  said->name = kith_reading_get_text (self, columns->name);
  if (said->code == NULL && said->name == NULL)
    {
      kith_reading_reject (self, columns->name, _ ("The row names no arrangement. Give its name."));
      return FALSE;
    }
  if (!kith_workbook_read_word (self, columns->kind, kith_vocabulary_read_kind, &said->kind))
    return FALSE;
  said->id = kith_workbooks_find_planned (self, said->code, said->name, kind,
                                          kith_reading_get_text (self, columns->parent),
                                          &said->parent_id, &fault);
  if (said->id != KITH_INT_NONE)
    return TRUE;
  kith_reading_reject (self,
                       kith_reading_get_text (self, columns->parent) != NULL ? columns->parent
                       : kind == NULL                                        ? columns->name
                                                                             : columns->kind,
                       fault);
  return FALSE;
}

static gboolean
read_row (KithReading *self, const Columns *columns, Row *row)
{
  KithArrangement *said = &row->arrangement;
  gboolean is_good;

  memset (row, 0, sizeof *row);
  kith_row_clear (KITH_TABLE_ARRANGEMENT, said);
  kith_row_clear (KITH_TABLE_MEMBERSHIP, &row->membership);
  is_good = read_identity (self, columns, row);
  is_good = kith_workbook_read_fields (self, KITH_TABLE_ARRANGEMENT, plain_columns,
                                       G_N_ELEMENTS (plain_columns), columns->plain, said) &&
            is_good;
  is_good = kith_workbook_check (self, kith_reading_find_column (self, "Capacity"),
                                 kith_vocabulary_check_capacity (said->capacity)) &&
            is_good;
  is_good = read_lead (self, columns->lead, row) && is_good;
  row->coordinator = kith_reading_get_text (self, columns->coordinator);
  row->deputy = kith_reading_get_text (self, columns->deputy);
  is_good = read_agreement (self, columns->memorandum, row->days[0], &said->memorandum) && is_good;
  is_good =
      read_agreement (self, columns->data_sharing, row->days[1], &said->data_sharing) && is_good;
  return read_member (self, columns, row) && is_good;
}

static void
clear_lead (KithArrangement *arrangement)
{
  arrangement->lead_person_id = KITH_INT_NONE;
  arrangement->lead_urn = KITH_INT_NONE;
  arrangement->lead_organisation_id = KITH_INT_NONE;
  arrangement->lead_la = KITH_INT_NONE;
}

static gboolean
has_lead (const KithArrangement *arrangement)
{
  return arrangement->lead_person_id != KITH_INT_NONE || arrangement->lead_urn != KITH_INT_NONE ||
         arrangement->lead_organisation_id != KITH_INT_NONE ||
         arrangement->lead_la != KITH_INT_NONE;
}

/* One lead takes the place of another, unless this file has said who leads. */
static void
replace_lead (KithReading *self, guint column, KithArrangement *row, KithArrangement *said)
{
  static const char *const fields[] = { "lead_person_id", "lead_urn", "lead_organisation_id",
                                        "lead_la" };
  gboolean is_set = FALSE;

  if (!has_lead (said) ||
      (said->lead_person_id == row->lead_person_id && said->lead_urn == row->lead_urn &&
       said->lead_organisation_id == row->lead_organisation_id && said->lead_la == row->lead_la))
    return;
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    is_set = is_set || kith_workbook_is_set (self, KITH_TABLE_ARRANGEMENT, row->id, fields[f]);
  if (!is_set)
    {
      clear_lead (row);
      return;
    }
  kith_reading_remark (self, column,
                       _ ("An earlier row of this file names another lead of this "
                          "arrangement. The earlier stays. Make them alike."));
  clear_lead (said);
}

static gboolean
is_alike (const char *a, const char *b)
{
  g_autofree char *x = kith_text_dup_key (a);
  g_autofree char *y = kith_text_dup_key (b);

  return strcmp (x, y) == 0;
}

/* What GIAS says of its own groups stands: an officer adds to it. */
static void
keep_group (const KithArrangement *row, KithArrangement *said)
{
  said->name = NULL;
  said->kind = NULL;
  if (row->starts != KITH_DATE_UNKNOWN)
    said->starts = KITH_DATE_UNKNOWN;
  if (row->ends != KITH_DATE_UNKNOWN)
    said->ends = KITH_DATE_UNKNOWN;
  /* an id may be GIAS's own */
  if (said->code != NULL && row->code == NULL)
    {
      g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, row->uid);

      if (strcmp (uid, said->code) == 0 || g_strcmp0 (row->group_id, said->code) == 0)
        said->code = NULL;
    }
}

static KithOutcome
put_arrangement (KithReading *self, const Columns *columns, Row *row, KithOutcome *others)
{
  KithArrangement *said = &row->arrangement;
  KithArrangement arrangement;
  KithOutcome outcome;

  kith_outcome_raise (others, kith_workbooks_put_stub (self, said->parent_id));
  kith_outcome_raise (others, kith_workbook_put_urn (self, columns->lead, said->lead_urn));
  said->lead_person_id = kith_workbook_put_person (self, row->lead_person, NULL, others);
  said->lead_organisation_id =
      kith_workbook_put_organisation (self, row->lead_organisation, others);
  said->coordinator_id = kith_workbook_put_person (self, row->coordinator, NULL, others);
  said->deputy_id = kith_workbook_put_person (self, row->deputy, NULL, others);

  kith_workbooks_fill_stub (self->workbooks, said->id, &arrangement);
  if (arrangement.uid != KITH_INT_NONE)
    keep_group (&arrangement, said);
  else if (said->code == NULL && is_alike (said->name, arrangement.code))
    said->name = NULL; /* the cell holds the id */
  replace_lead (self, columns->lead, &arrangement, said);
  kith_workbook_merge (self, KITH_TABLE_ARRANGEMENT, &arrangement, said);
  if (kith_span_is_proposed (&arrangement))
    arrangement.status = NULL; /* an officer records it: it is no proposal any more */
  outcome = kith_workbook_put (self, KITH_TABLE_ARRANGEMENT, &arrangement);
  return kith_workbooks_take_stub (self->workbooks, said->id) ? KITH_OUTCOME_ADDED : outcome;
}

static gboolean
is_apart (KithDate left, KithDate joined)
{
  return left != KITH_DATE_UNKNOWN && joined != KITH_DATE_UNKNOWN && left <= joined;
}

/* The spell that the row is about: the one that began on its day; or one of which this file
 * has said nothing, where either beginning is not known and the two overlap. */
static const KithMembership *
find_spell (KithReading *self, const KithMembership *said)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_MEMBERSHIP);
  const KithMembership *best = NULL;
  const KithMembership *spell;
  gsize at = 0;

  while ((spell = kith_lookup_next (lookup, said, &at)) != NULL)
    {
      if (spell->joined == said->joined)
        return spell;
      if ((spell->joined != KITH_DATE_UNKNOWN && said->joined != KITH_DATE_UNKNOWN) ||
          is_apart (spell->left_date, said->joined) || is_apart (said->left_date, spell->joined) ||
          kith_workbooks_is_touched (self->workbooks, KITH_TABLE_MEMBERSHIP, spell->id, 0))
        continue;
      if (best == NULL ||
          (spell->left_date == KITH_DATE_UNKNOWN && best->left_date != KITH_DATE_UNKNOWN))
        best = spell;
    }
  return best;
}

static KithOutcome
put_membership (KithReading *self, const Columns *columns, Row *row, KithOutcome *others)
{
  KithMembership *said = &row->membership;
  const KithMembership *known;
  KithMembership membership;

  kith_outcome_raise (others, kith_workbook_put_urn (self, columns->urn, said->urn));
  said->organisation_id = kith_workbook_put_organisation (self, row->organisation, others);
  said->arrangement_id = row->arrangement.id;
  known = find_spell (self, said);
  if (known == NULL)
    {
      membership = *said;
      membership.id = kith_changeset_take_key (self->changes, KITH_TABLE_MEMBERSHIP);
      said = &membership;
    }
  else
    membership = *known;
  if (known != NULL && kith_reading_get_text (self, columns->role) == NULL)
    said->role = NULL;
  kith_workbook_merge (self, KITH_TABLE_MEMBERSHIP, &membership, said);
  return kith_workbook_put (self, KITH_TABLE_MEMBERSHIP, &membership);
}

/**
 * kith_partnerships_read:
 * @self: a file of partnerships under way, which was noted before
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * One row a member; a row without member describes the arrangement alone. Blank cells say
 * nothing, and nothing is ever taken away.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_partnerships_read (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Columns columns;
  Row row;

  if (!find_columns (self, &columns, error))
    return FALSE;
  while (kith_workbook_next (self, &reason))
    {
      KithOutcome others = KITH_OUTCOME_UNCHANGED;
      KithOutcome outcome;

      if (!read_row (self, &columns, &row))
        continue;
      outcome = put_arrangement (self, &columns, &row, &others);
      if (row.membership.urn != KITH_INT_NONE || row.organisation != NULL)
        {
          kith_outcome_raise (&others, outcome);
          outcome = put_membership (self, &columns, &row, &others);
        }
      kith_workbook_count (self, outcome, others);
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
