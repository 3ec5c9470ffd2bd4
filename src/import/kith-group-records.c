/* kith-group-records.c: a group as GIAS files write it, as an arrangement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-group-records-private.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * kith_group_records_init:
 * @self: (out caller-allocates): what files of groups have in common
 * @reading: a file under way
 * @error: return location for %KITH_IMPORT_ERROR_COLUMN
 *
 * Returns: %FALSE where the file lacks a column
 */
gboolean
kith_group_records_init (KithGroupRecords *self, KithReading *reading, GError **error)
{
  static const char *const by[] = { "uid", NULL };
  guint links =
      KITH_FILE_KIND_BIT (KITH_FILE_GROUP_LINKS) | KITH_FILE_KIND_BIT (KITH_FILE_ACADEMY_LINKS);
  KithDate groups = kith_reading_find_newest (reading, KITH_FILE_KIND_BIT (KITH_FILE_GROUPS));

  *self = (KithGroupRecords){ .reading = reading };
  if (!kith_reading_need_column (reading, "Group UID|Linked UID", &self->uid, error) ||
      !kith_reading_need_column (reading, "Group Name", &self->name, error) ||
      !kith_reading_need_column (reading, "Group Type", &self->type, error))
    return FALSE;
  self->group_id = kith_reading_find_column (reading, "Group ID");
  self->companies_house = kith_reading_find_column (reading, "Companies House Number");
  self->starts = kith_reading_find_column (reading, "Open date");
  self->incorporated = kith_reading_find_column (reading, "Incorporated on (open date)");
  self->ends = kith_reading_find_column (reading, "Closed Date");
  self->status = kith_reading_find_column (reading, "Group Status");
  /* of one day, the file of groups knows them better than the file of links */
  self->is_newest = reading->dated >= kith_reading_find_newest (reading, links) &&
                    (reading->report->kind == KITH_FILE_GROUPS ? reading->dated >= groups
                                                               : reading->dated > groups);
  self->by_uid = kith_lookup_new (reading->changes, KITH_TABLE_ARRANGEMENT, by);
  return TRUE;
}

/**
 * kith_group_records_clear:
 * @self: records
 */
void
kith_group_records_clear (KithGroupRecords *self)
{
  g_clear_pointer (&self->by_uid, kith_lookup_free);
}

/* GIAS calls a foundation school's trust just “Trust”; groups of children's centres are no
 * arrangements. */
static KithKind
find_kind (KithGroupRecords *self, gboolean *is_passed_over)
{
  const char *type = kith_reading_get_text (self->reading, self->type);
  g_autofree char *key = kith_text_dup_key (type);

  *is_passed_over = g_str_has_prefix (key, "children's centre");
  return strcmp (key, "trust") == 0 ? KITH_KIND_FOUNDATION_TRUST : kith_kind_find (type);
}

static void
set_text (const KithGroupRecords *self, const char **field, const char *text)
{
  if (text != NULL && (self->is_newest || *field == NULL))
    *field = text;
}

/* Reads what the row says of its group on top of what is known. %FALSE where it is rejected. */
static gboolean
merge (KithGroupRecords *self, KithArrangement *row)
{
  KithReading *reading = self->reading;
  KithDate starts, incorporated, ends;
  g_autofree char *status = NULL;

  if (!kith_reading_get_date (reading, self->starts, &starts) ||
      !kith_reading_get_date (reading, self->incorporated, &incorporated) ||
      !kith_reading_get_date (reading, self->ends, &ends))
    return FALSE;
  if (starts == KITH_DATE_UNKNOWN)
    starts = incorporated;
  set_text (self, &row->name, kith_reading_get_text (reading, self->name));
  set_text (self, &row->group_id, kith_reading_get_text (reading, self->group_id));
  set_text (self, &row->companies_house, kith_reading_get_code (reading, self->companies_house, 8));
  if (kith_reading_get_text (reading, self->status) != NULL)
    status = g_utf8_strdown (kith_reading_get_text (reading, self->status), -1);
  if (status != NULL && (self->is_newest || row->status == NULL))
    row->status = kith_reading_keep_text (reading, status);
  if (starts != KITH_DATE_UNKNOWN && (self->is_newest || row->starts == KITH_DATE_UNKNOWN))
    row->starts = starts;
  /* a group that is open again has no day of closing; an older file knows nothing of that */
  if (self->is_newest && self->ends != KITH_NO_COLUMN)
    row->ends = ends;
  return TRUE;
}

/**
 * kith_group_records_find:
 * @before: (out) (nullable): the group of the row under way, as it is known
 * @row: (out caller-allocates): the same as it would be after this row
 *
 * Returns: %FALSE where the row is rejected or passed over; it is counted then
 */
gboolean
kith_group_records_find (KithGroupRecords *self,
                         const KithArrangement **before,
                         KithArrangement *row)
{
  KithReading *reading = self->reading;
  gboolean is_passed_over;
  KithKind kind = find_kind (self, &is_passed_over);

  if (is_passed_over)
    {
      kith_reading_count (reading, KITH_OUTCOME_SKIPPED);
      return FALSE;
    }
  if (kind == KITH_N_KINDS)
    {
      kith_reading_reject (reading, self->type,
                           _ ("This is no type of group that Kith knows. Correct it in the file."));
      return FALSE;
    }
  kith_row_clear (KITH_TABLE_ARRANGEMENT, row);
  if (!kith_reading_get_int (reading, self->uid, &row->uid))
    return FALSE;
  if (row->uid == KITH_INT_NONE || kith_reading_get_text (reading, self->name) == NULL)
    {
      kith_reading_reject (reading, self->uid,
                           _ ("The row has no number or no name for the group. Complete it."));
      return FALSE;
    }
  *before = kith_lookup_find (self->by_uid, row);
  if (*before != NULL)
    *row = **before;
  if (*before == NULL || self->is_newest)
    row->kind = kith_kind_get_info (kind)->key;
  return merge (self, row);
}

/**
 * kith_group_records_put:
 * @row: (inout): a group as it shall be; it gets a key where it has none
 *
 * Returns: whether it is new, changed or as it was
 */
KithOutcome
kith_group_records_put (KithGroupRecords *self, KithArrangement *row)
{
  KithOutcome outcome;

  if (row->id == KITH_INT_NONE)
    row->id = kith_changeset_take_key (self->reading->changes, KITH_TABLE_ARRANGEMENT);
  outcome = kith_reading_put (self->reading, KITH_TABLE_ARRANGEMENT, row);
  if (outcome != KITH_OUTCOME_UNCHANGED)
    kith_lookup_note (self->by_uid, row->id);
  return outcome;
}
