/* kith-needs.c: needs, expertise and enquiries, from officers' workbooks
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  guint urn, area, side, level, evidence, date;
} NeedColumns;

typedef struct
{
  guint urn, kind, asked, answer, by;
} EnquiryColumns;

static gboolean
need_urn (KithReading *self, guint column, gint64 *urn)
{
  if (!kith_workbook_read_urn (self, column, urn))
    return FALSE;
  if (*urn == KITH_INT_NONE)
    kith_reading_reject (self, column, _ ("The row names no school. Give its URN."));
  return *urn != KITH_INT_NONE;
}

static gboolean
read_side (KithReading *self, guint column, KithTable *table)
{
  g_autofree char *key = kith_text_dup_key (kith_reading_get_text (self, column));

  if (strcmp (key, "need") == 0)
    *table = KITH_TABLE_NEED;
  else if (strcmp (key, "expertise") == 0 || strcmp (key, "strength") == 0)
    *table = KITH_TABLE_EXPERTISE;
  else
    {
      kith_reading_reject (self, column, _ ("This is neither need nor expertise."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_area (const char *a, const char *b)
{
  g_autofree char *x = kith_text_dup_key (a);
  g_autofree char *y = kith_text_dup_key (b);

  return strcmp (x, y) == 0;
}

static KithOutcome
put_need (KithReading *self, const KithNeed *said)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_NEED);
  KithNeed need = *said;
  const KithNeed *known;
  gsize at = 0;

  while ((known = kith_lookup_next (lookup, said, &at)) != NULL)
    if (known->date == said->date && is_same_area (known->area, said->area))
      break;
  if (known != NULL)
    need = *known;
  else
    need.id = kith_changeset_take_key (self->changes, KITH_TABLE_NEED);
  kith_workbook_merge (self, KITH_TABLE_NEED, &need, said);
  return kith_workbook_put (self, KITH_TABLE_NEED, &need);
}

static KithOutcome
put_expertise (KithReading *self, const KithNeed *from)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_EXPERTISE);
  const KithExpertise *known;
  KithExpertise said, expertise;
  gsize at = 0;

  kith_row_clear (KITH_TABLE_EXPERTISE, &said);
  said.urn = from->urn;
  said.area = from->area;
  said.level = from->level;
  said.evidence = from->evidence;
  said.date = from->date;
  while ((known = kith_lookup_next (lookup, &said, &at)) != NULL)
    if (known->date == said.date && is_same_area (known->area, said.area))
      break;
  expertise = known != NULL ? *known : said;
  if (known == NULL)
    expertise.id = kith_changeset_take_key (self->changes, KITH_TABLE_EXPERTISE);
  kith_workbook_merge (self, KITH_TABLE_EXPERTISE, &expertise, &said);
  return kith_workbook_put (self, KITH_TABLE_EXPERTISE, &expertise);
}

static void
read_need (KithReading *self, const NeedColumns *columns)
{
  KithTable table = KITH_TABLE_NEED;
  KithOutcome others;
  KithNeed said;
  gboolean is_good;

  kith_row_clear (KITH_TABLE_NEED, &said);
  is_good = need_urn (self, columns->urn, &said.urn);
  is_good = read_side (self, columns->side, &table) && is_good;
  is_good =
      kith_workbook_read_word (self, columns->level, kith_vocabulary_read_level, &said.level) &&
      is_good;
  is_good = kith_reading_get_date (self, columns->date, &said.date) && is_good;
  said.area = kith_reading_get_text (self, columns->area);
  said.evidence = kith_reading_get_text (self, columns->evidence);
  if (said.area == NULL)
    {
      kith_reading_reject (self, columns->area, _ ("The row names no area. Give it."));
      is_good = FALSE;
    }
  if (!is_good)
    return;
  others = kith_workbook_put_urn (self, columns->urn, said.urn);
  kith_workbook_count (
      self, table == KITH_TABLE_NEED ? put_need (self, &said) : put_expertise (self, &said),
      others);
}

/**
 * kith_needs_read:
 * @self: a file of needs and expertise under way
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * A row is told by school, area, side and day: rows of other days stay beside it, and the
 * latest holds.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_needs_read (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  NeedColumns columns;

  if (!kith_reading_need_column (self, "URN", &columns.urn, error) ||
      !kith_reading_need_column (self, "Area", &columns.area, error) ||
      !kith_reading_need_column (self, "Need or expertise", &columns.side, error))
    return FALSE;
  columns.level = kith_reading_find_column (self, "Level");
  columns.evidence = kith_reading_find_column (self, "Evidence");
  columns.date = kith_reading_find_column (self, "Date");
  while (kith_workbook_next (self, &reason))
    read_need (self, &columns);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static void
read_enquiry (KithReading *self, const EnquiryColumns *columns)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_ENQUIRY);
  const KithEnquiry *known;
  KithEnquiry said, enquiry;
  KithOutcome others;
  gboolean is_good;
  gsize at = 0;

  kith_row_clear (KITH_TABLE_ENQUIRY, &said);
  is_good = need_urn (self, columns->urn, &said.urn);
  is_good = kith_workbook_read_word (self, columns->kind, kith_vocabulary_read_kind, &said.kind) &&
            is_good;
  is_good = kith_reading_get_date (self, columns->asked, &said.asked) && is_good;
  is_good =
      kith_workbook_read_word (self, columns->answer, kith_vocabulary_read_answer, &said.answer) &&
      is_good;
  said.by = kith_reading_get_text (self, columns->by);
  if (!is_good)
    return;
  others = kith_workbook_put_urn (self, columns->urn, said.urn);
  while ((known = kith_lookup_next (lookup, &said, &at)) != NULL)
    if (known->asked == said.asked && g_strcmp0 (known->kind, said.kind) == 0)
      break;
  enquiry = known != NULL ? *known : said;
  if (known == NULL)
    enquiry.id = kith_changeset_take_key (self->changes, KITH_TABLE_ENQUIRY);
  kith_workbook_merge (self, KITH_TABLE_ENQUIRY, &enquiry, &said);
  kith_workbook_count (self, kith_workbook_put (self, KITH_TABLE_ENQUIRY, &enquiry), others);
}

/**
 * kith_enquiries_read:
 * @self: a file of enquiries under way
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * A row is told by school, kind and day.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_enquiries_read (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  EnquiryColumns columns;

  if (!kith_reading_need_column (self, "URN", &columns.urn, error) ||
      !kith_reading_need_column (self, "Asked", &columns.asked, error))
    return FALSE;
  columns.kind = kith_reading_find_column (self, "Kind");
  columns.answer = kith_reading_find_column (self, "Answer");
  columns.by = kith_reading_find_column (self, "By");
  while (kith_workbook_next (self, &reason))
    read_enquiry (self, &columns);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
