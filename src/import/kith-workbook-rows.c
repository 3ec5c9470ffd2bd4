/* kith-workbook-rows.c: one row of an officers' workbook
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_example (KithReading *reading)
{
  for (guint c = 0; c < kith_rows_get_n_cells (reading->rows); c++)
    {
      const char *text = kith_reading_get_text (reading, c);

      /* some programs turn the dash into a hyphen */
      if (text != NULL && g_str_has_prefix (text, "EXAMPLE ") &&
          g_str_has_suffix (text, " delete this row"))
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_workbook_next:
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * As kith_reading_next(); rows that a template had for an example are skipped and counted.
 *
 * Returns: %FALSE after the last row, or with @error set
 */
gboolean
kith_workbook_next (KithReading *reading, GError **error)
{
  while (kith_reading_next (reading, error))
    {
      if (!is_example (reading))
        return TRUE;
      kith_reading_count (reading, KITH_OUTCOME_SKIPPED);
    }
  return FALSE;
}

/**
 * kith_workbook_find_columns:
 * @plan: (array length=n): columns that a workbook may have
 * @n: how many, %KITH_WORKBOOK_MAX_COLUMNS at most
 * @columns: (out caller-allocates) (array length=n): where they are, or %KITH_NO_COLUMN
 */
void
kith_workbook_find_columns (KithReading *reading,
                            const KithWorkbookColumn *plan,
                            guint n,
                            guint *columns)
{
  for (guint i = 0; i < n; i++)
    columns[i] = kith_reading_find_column (reading, plan[i].names);
}

static gboolean
read_field (KithReading *reading, const KithField *field, guint column, void *row)
{
  gint64 number;
  double figure;
  KithDate date;

  switch (field->type)
    {
    case KITH_FIELD_INT:
      if (!kith_reading_get_int (reading, column, &number))
        return FALSE;
      kith_field_set_int (field, row, number);
      return TRUE;
    case KITH_FIELD_REAL:
      if (!kith_reading_get_real (reading, column, &figure))
        return FALSE;
      kith_field_set_real (field, row, figure);
      return TRUE;
    case KITH_FIELD_DATE:
      if (!kith_reading_get_date (reading, column, &date))
        return FALSE;
      kith_field_set_date (field, row, date);
      return TRUE;
    case KITH_FIELD_TEXT:
    default:
      kith_field_set_text (field, row, kith_reading_get_text (reading, column));
      return TRUE;
    }
}

/**
 * kith_workbook_read_fields:
 * @table: whose fields the columns hold
 * @plan: (array length=n): the columns
 * @n: how many
 * @columns: (array length=n): where they are
 * @row: a row of @table, whose fields are set; text lives until the next row of the file
 *
 * Returns: %FALSE where a cell is not what its column holds; the row is then rejected
 */
gboolean
kith_workbook_read_fields (KithReading *reading,
                           KithTable table,
                           const KithWorkbookColumn *plan,
                           guint n,
                           const guint *columns,
                           void *row)
{
  gboolean is_good = TRUE;

  for (guint i = 0; i < n; i++)
    if (columns[i] != KITH_NO_COLUMN &&
        !read_field (reading, kith_table_find_field (table, plan[i].field), columns[i], row))
      is_good = FALSE;
  return is_good;
}

/* Two rows of one file that say different things of one field. */
static void
remark_conflict (KithReading *reading, const KithField *field, const void *row, const void *said)
{
  g_autofree char *before = kith_field_dup_text (field, row);
  g_autofree char *now = kith_field_dup_text (field, said);
  g_autofree char *reason =
      g_strdup_printf (_ ("An earlier row of this file says “%.80s” where this one says “%.80s”. "
                          "The earlier stays. Make them alike."),
                       before, now);

  kith_reading_remark (reading, KITH_NO_COLUMN, reason);
}

/**
 * kith_workbook_is_set:
 * @table: a table
 * @key: of a row
 * @field: of the table
 *
 * Returns: whether this file has said what stands there
 */
gboolean
kith_workbook_is_set (KithReading *reading, KithTable table, gint64 key, const char *field)
{
  guint f = (guint)(kith_table_find_field (table, field) - kith_table_get_info (table)->fields);

  return kith_workbooks_is_touched (reading->workbooks, table, key, f);
}

/**
 * kith_workbook_merge:
 * @table: a table
 * @row: a row of it, as the register has it
 * @said: what the file's row says of it; blank fields say nothing
 *
 * Sets the fields that the file gives. What this file has set before stays, and a problem
 * tells of it.
 */
void
kith_workbook_merge (KithReading *reading, KithTable table, void *row, const void *said)
{
  const KithTableInfo *info = kith_table_get_info (table);
  gint64 key = kith_row_get_key (row);

  for (guint f = 1; f < info->n_fields; f++)
    {
      const KithField *field = &info->fields[f];
      gboolean is_set;

      if (kith_field_is_blank (field, said) || strcmp (field->name, "source_id") == 0)
        continue;
      is_set = kith_workbooks_is_touched (reading->workbooks, table, key, f);
      if (is_set && !kith_field_is_equal (field, row, said))
        {
          remark_conflict (reading, field, row, said);
          continue;
        }
      kith_workbooks_touch (reading->workbooks, table, key, f);
      kith_field_copy (field, row, said);
    }
}

/**
 * kith_workbook_put:
 * @table: a table
 * @row: (inout): as kith_reading_put()
 *
 * Also tells the workbooks of it.
 *
 * Returns: whether the row is new, changed or as it was
 */
KithOutcome
kith_workbook_put (KithReading *reading, KithTable table, void *row)
{
  KithOutcome outcome = kith_reading_put (reading, table, row);
  gint64 key = kith_row_get_key (row);

  kith_workbooks_touch (reading->workbooks, table, key, 0);
  if (outcome != KITH_OUTCOME_UNCHANGED)
    kith_workbooks_note_row (reading->workbooks, table,
                             kith_changeset_find (reading->changes, table, key));
  return outcome;
}

/**
 * kith_workbook_count:
 * @main: what came of the record that the row is about
 * @others: what came of what it names besides
 *
 * Counts the row: one whose record is known, and that adds others, has changed something.
 */
void
kith_workbook_count (KithReading *reading, KithOutcome main, KithOutcome others)
{
  if (main == KITH_OUTCOME_UNCHANGED && others != KITH_OUTCOME_UNCHANGED)
    main = KITH_OUTCOME_CHANGED;
  kith_reading_count (reading, main);
}

/**
 * kith_workbook_check:
 * @column: where something stands
 * @fault: (nullable): what is wrong with it
 *
 * Returns: whether nothing is; else the row is rejected
 */
gboolean
kith_workbook_check (KithReading *reading, guint column, const char *fault)
{
  if (fault != NULL)
    kith_reading_reject (reading, column, fault);
  return fault == NULL;
}

/**
 * kith_workbook_read_word:
 * @column: a column, or %KITH_NO_COLUMN
 * @read: what its words are
 * @word: (out): what the cell says, in the register's words
 *
 * Returns: %FALSE where it says none of them; the row is then rejected
 */
gboolean
kith_workbook_read_word (KithReading *reading,
                         guint column,
                         KithVocabularyReader read,
                         const char **word)
{
  return kith_workbook_check (reading, column,
                              read (kith_reading_get_text (reading, column), word));
}

/**
 * kith_workbook_read_urn:
 * @column: a column, or %KITH_NO_COLUMN
 * @urn: (out): the school's number, %KITH_INT_NONE where the cell is blank
 *
 * Returns: %FALSE where the cell is no URN; the row is then rejected
 */
gboolean
kith_workbook_read_urn (KithReading *reading, guint column, gint64 *urn)
{
  return kith_workbook_check (
      reading, column, kith_vocabulary_read_urn (kith_reading_get_text (reading, column), urn));
}

/**
 * kith_workbook_put_urn:
 * @column: where the school is named
 * @urn: a school, or %KITH_INT_NONE
 *
 * Keeps a school that the register does not hold as an outside school, and says so.
 *
 * Returns: whether that is new
 */
KithOutcome
kith_workbook_put_urn (KithReading *reading, guint column, gint64 urn)
{
  KithOutsideSchool school;

  if (urn == KITH_INT_NONE ||
      kith_changeset_find (reading->changes, KITH_TABLE_SCHOOL, urn) != NULL)
    return KITH_OUTCOME_UNCHANGED;
  kith_reading_remark (reading, column,
                       _ ("The register has no school with this URN. It is kept as a school "
                          "outside the register."));
  if (kith_changeset_find (reading->changes, KITH_TABLE_OUTSIDE_SCHOOL, urn) != NULL)
    return KITH_OUTCOME_UNCHANGED;
  kith_row_clear (KITH_TABLE_OUTSIDE_SCHOOL, &school);
  school.urn = urn;
  return kith_workbook_put (reading, KITH_TABLE_OUTSIDE_SCHOOL, &school);
}

/**
 * kith_workbook_find_organisation:
 * @name: (nullable): what it is called
 *
 * Returns: its key, or %KITH_INT_NONE
 */
gint64
kith_workbook_find_organisation (KithReading *reading, const char *name)
{
  const GArray *ids = kith_workbooks_find (reading->workbooks, KITH_NAMES_ORGANISATION, name);

  return ids == NULL ? KITH_INT_NONE : g_array_index (ids, gint64, 0);
}

/**
 * kith_workbook_put_organisation:
 * @name: (nullable): what it is called
 * @outcome: (inout): raised where it is new
 *
 * Makes the organisation when it is first named.
 *
 * Returns: its key, %KITH_INT_NONE for no name
 */
gint64
kith_workbook_put_organisation (KithReading *reading, const char *name, KithOutcome *outcome)
{
  gint64 known = kith_workbook_find_organisation (reading, name);
  KithOrganisation organisation;

  if (name == NULL || known != KITH_INT_NONE)
    return known;
  kith_row_clear (KITH_TABLE_ORGANISATION, &organisation);
  organisation.id = kith_changeset_take_key (reading->changes, KITH_TABLE_ORGANISATION);
  organisation.name = name;
  kith_outcome_raise (outcome, kith_workbook_put (reading, KITH_TABLE_ORGANISATION, &organisation));
  return organisation.id;
}

static const KithPerson *
find_person (KithReading *reading, const char *name, const char *email)
{
  const GArray *ids = kith_workbooks_find (reading->workbooks, KITH_NAMES_PERSON, name);
  g_autofree char *email_key = kith_text_dup_key (email);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const KithPerson *person =
          kith_changeset_find (reading->changes, KITH_TABLE_PERSON, g_array_index (ids, gint64, i));
      g_autofree char *other = kith_text_dup_key (person == NULL ? NULL : person->email);

      if (person != NULL &&
          (email_key[0] == '\0' || other[0] == '\0' || strcmp (email_key, other) == 0))
        return person;
    }
  return NULL;
}

/**
 * kith_workbook_put_person:
 * @name: (nullable): what they are called
 * @email: (nullable): where to write to
 * @outcome: (inout): raised where they are new, or their address is
 *
 * Makes the person when first named. Two of one name are told apart by their addresses.
 *
 * Returns: their key, %KITH_INT_NONE for no name
 */
gint64
kith_workbook_put_person (KithReading *reading,
                          const char *name,
                          const char *email,
                          KithOutcome *outcome)
{
  const KithPerson *known = name == NULL ? NULL : find_person (reading, name, email);
  KithPerson person;

  if (name == NULL)
    return KITH_INT_NONE;
  if (known != NULL && (email == NULL || known->email != NULL))
    return known->id;
  kith_row_clear (KITH_TABLE_PERSON, &person);
  if (known != NULL)
    person = *known;
  else
    person.id = kith_changeset_take_key (reading->changes, KITH_TABLE_PERSON);
  person.name = known != NULL ? known->name : name;
  person.email = email;
  kith_outcome_raise (outcome, kith_workbook_put (reading, KITH_TABLE_PERSON, &person));
  return person.id;
}

static gboolean
has_member (KithReading *reading, gint64 arrangement_id, GHashTable *parties)
{
  KithLookup *members = kith_workbooks_get_lookup (reading->workbooks, KITH_TABLE_MEMBERSHIP);
  GHashTableIter iter;
  gpointer party;

  g_hash_table_iter_init (&iter, parties);
  while (g_hash_table_iter_next (&iter, &party, NULL))
    {
      const char *who = (const char *)party + 2;
      gboolean is_school = ((const char *)party)[0] == 'u';
      KithMembership probe = { .arrangement_id = arrangement_id };

      if (strchr ("uo", ((const char *)party)[0]) == NULL)
        continue;
      probe.urn = is_school ? g_ascii_strtoll (who, NULL, 10) : KITH_INT_NONE;
      probe.organisation_id =
          is_school ? KITH_INT_NONE : kith_workbook_find_organisation (reading, who);
      if (kith_lookup_find (members, &probe) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const KithArrangement *
get_arrangement (KithReading *reading, const GArray *ids, guint i)
{
  return kith_changeset_find (reading->changes, KITH_TABLE_ARRANGEMENT,
                              g_array_index (ids, gint64, i));
}

/* Of several arrangements of one name: the one that is not closed; else the one with a party
 * among its members. */
static gint64
choose_arrangement (KithReading *reading, const GArray *ids, GHashTable *parties)
{
  gint64 chosen = KITH_INT_NONE;
  guint n_open = 0, n_chosen = 0;

  for (guint i = 0; i < ids->len; i++)
    n_open += g_strcmp0 (get_arrangement (reading, ids, i)->status, "closed") != 0;
  for (guint i = 0; i < ids->len; i++)
    {
      const KithArrangement *row = get_arrangement (reading, ids, i);

      if (n_open > 0 && g_strcmp0 (row->status, "closed") == 0)
        continue;
      if (n_open == 1 || ids->len == 1 ||
          (parties != NULL && has_member (reading, row->id, parties)))
        {
          chosen = row->id;
          n_chosen++;
        }
    }
  return n_chosen == 1 ? chosen : KITH_INT_NONE;
}

/**
 * kith_workbook_read_arrangement:
 * @column: a column, or %KITH_NO_COLUMN
 * @parties: (nullable): u:URN and o:name of those who took part
 * @id: (out): the arrangement of this id or name, %KITH_INT_NONE where the cell is blank
 *
 * Returns: %FALSE where there is none, or it cannot be told which; the row is then rejected
 */
gboolean
kith_workbook_read_arrangement (KithReading *reading, guint column, GHashTable *parties, gint64 *id)
{
  const char *text = kith_reading_get_text (reading, column);
  const GArray *ids;

  *id = KITH_INT_NONE;
  if (text == NULL)
    return TRUE;
  ids = kith_workbooks_find (reading->workbooks, KITH_NAMES_ARRANGEMENT_ID, text);
  if (ids == NULL)
    ids = kith_workbooks_find (reading->workbooks, KITH_NAMES_ARRANGEMENT, text);
  if (ids == NULL)
    {
      kith_reading_reject (reading, column,
                           _ ("No arrangement has this id or name. Read its partnerships first, "
                              "or correct the cell."));
      return FALSE;
    }
  *id = choose_arrangement (reading, ids, parties);
  if (*id == KITH_INT_NONE)
    kith_reading_reject (reading, column,
                         _ ("Several arrangements have this name, and the school does not tell "
                            "which is meant. Give its id."));
  return *id != KITH_INT_NONE;
}
