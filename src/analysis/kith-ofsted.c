/* kith-ofsted.c: which inspection outcome of a school is in force
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-ofsted.h"

#include "kith-row-index.h"

#include <string.h>

struct _KithOfsted
{
  KithNetwork *network;
  const KithNetworkSchool *schools;
  guint n_schools;
  KithDate as_at;
  KithLedger *ledger;
  KithRowIndex *by_urn;
  const KithInspection *rows;
};

static gboolean
is_word (const char *text, const char *word)
{
  return text != NULL && g_ascii_strcasecmp (text, word) == 0;
}

static gboolean
is_grade_of_concern (const char *grade)
{
  return is_word (grade, "Inadequate") || is_word (grade, "Serious weaknesses") ||
         is_word (grade, "Special measures");
}

static gboolean
is_card (const KithInspection *row)
{
  return g_strcmp0 (row->scheme, "report-card") == 0;
}

static gboolean
is_overall (const KithInspection *row)
{
  return row->area == NULL || strcmp (row->area, "Overall effectiveness") == 0;
}

/* Of a single-grade inspection the overall grade and the category speak, not each area. */
static gboolean
is_of_concern (const KithInspection *row)
{
  if (is_card (row))
    return kith_ofsted_is_urgent (row);
  return (is_overall (row) || strcmp (row->area, "Category of concern") == 0) &&
         is_grade_of_concern (row->grade);
}

static gboolean
has_come (const KithOfsted *self, const KithInspection *row)
{
  return kith_ofsted_get_day (self, row) <= self->as_at &&
         g_strcmp0 (row->area, "Ungraded inspection") != 0;
}

static KithOfstedScheme
get_scheme (const KithInspection *row)
{
  return is_card (row) ? KITH_OFSTED_REPORT_CARD : KITH_OFSTED_SINGLE_GRADE;
}

/* Of a scheme's rows, with a day of their own or without, the latest; of one day the last. */
static const KithInspection *
find_latest (
    const KithOfsted *self, const guint *found, guint n, KithOfstedScheme scheme, gboolean is_dated)
{
  const KithInspection *latest = NULL;

  for (guint f = 0; f < n; f++)
    {
      const KithInspection *row = &self->rows[found[f]];

      if ((row->date != KITH_DATE_UNKNOWN) == is_dated && get_scheme (row) == scheme &&
          (latest == NULL ||
           kith_ofsted_get_day (self, row) >= kith_ofsted_get_day (self, latest)) &&
          has_come (self, row))
        latest = row;
    }
  return latest;
}

/* The overall grade of the inspection that a row is of, or %NULL. */
static const char *
find_overall (const KithOfsted *self, const guint *found, guint n, const KithInspection *of)
{
  const char *grade = NULL;

  for (guint f = 0; f < n; f++)
    {
      const KithInspection *row = &self->rows[found[f]];

      if (row->date == of->date && get_scheme (row) == get_scheme (of) &&
          kith_ofsted_get_day (self, row) == kith_ofsted_get_day (self, of) && is_overall (row) &&
          has_come (self, row))
        grade = row->grade;
    }
  return grade;
}

/*
 * A plain list of ratings gives no days. It says more than an older inspection only where it
 * says otherwise; beside an inspection without an overall grade, or a report card, its rating is
 * a leftover.
 */
static gboolean
is_news (const KithOfsted *self,
         const guint *found,
         guint n,
         const KithInspection *undated,
         const KithInspection *dated)
{
  const char *grade = find_overall (self, found, n, undated);
  const char *known = dated == NULL ? NULL : find_overall (self, found, n, dated);

  return dated == NULL || (known != NULL && grade != NULL && !is_word (known, grade) &&
                           kith_ofsted_get_day (self, undated) > dated->date);
}

/* A row of the inspection that is in force: the latest, in whichever scheme. */
static const KithInspection *
find_inspection (const KithOfsted *self, const guint *found, guint n)
{
  const KithInspection *card = find_latest (self, found, n, KITH_OFSTED_REPORT_CARD, TRUE);
  const KithInspection *dated = find_latest (self, found, n, KITH_OFSTED_SINGLE_GRADE, TRUE);
  const KithInspection *undated = find_latest (self, found, n, KITH_OFSTED_SINGLE_GRADE, FALSE);

  if (card == NULL && dated == NULL && undated == NULL)
    return find_latest (self, found, n, KITH_OFSTED_REPORT_CARD, FALSE);
  if (card != NULL && (dated == NULL || card->date >= dated->date))
    return card;
  return undated != NULL && is_news (self, found, n, undated, dated) ? undated : dated;
}

static gboolean
is_of_same (const KithOfsted *self, const KithInspection *row, const KithInspection *latest)
{
  return is_card (row) == is_card (latest) &&
         (is_card (latest) ||
          (row->date == latest->date &&
           kith_ofsted_get_day (self, row) == kith_ofsted_get_day (self, latest))) &&
         has_come (self, row);
}

/* Of an area the later grade stands; of two on one day the later row. */
static gboolean
is_superseded (const KithOfsted *self,
               const KithInspection *row,
               const KithInspection *latest,
               const guint *found,
               guint n)
{
  for (guint f = 0; f < n; f++)
    {
      const KithInspection *other = &self->rows[found[f]];

      if ((other->date > row->date || (other->date == row->date && other > row)) &&
          g_strcmp0 (other->area, row->area) == 0 && is_of_same (self, other, latest))
        return TRUE;
    }
  return FALSE;
}

static void
find_gias (const KithSchool *school, KithDate as_at, KithOfstedOutcome *outcome)
{
  if (kith_text_is_blank (school->ofsted_rating) || school->ofsted_last > as_at)
    return;
  outcome->scheme = KITH_OFSTED_GIAS;
  outcome->date = school->ofsted_last;
  outcome->rating = school->ofsted_rating;
  outcome->is_of_concern = is_grade_of_concern (school->ofsted_rating);
}

/**
 * kith_ofsted_new:
 * @network: the whole system as at one date
 *
 * Returns: (transfer full): what Ofsted found
 */
KithOfsted *
kith_ofsted_new (KithNetwork *network)
{
  KithOfsted *self = g_new0 (KithOfsted, 1);

  self->network = kith_network_ref (network);
  self->ledger = kith_network_get_ledger (network);
  self->schools = kith_network_get_schools (network, &self->n_schools);
  self->as_at = kith_network_get_date (network);
  self->by_urn = kith_row_index_new (self->ledger, KITH_TABLE_INSPECTION, "urn");
  self->rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_INSPECTION, &(gsize){ 0 });
  return self;
}

/**
 * kith_ofsted_free:
 * @self: (transfer full) (nullable): what Ofsted found
 */
void
kith_ofsted_free (KithOfsted *self)
{
  if (self == NULL)
    return;
  kith_row_index_free (self->by_urn);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_ofsted_find:
 * @school: index in the network
 * @outcome: (out caller-allocates): what is in force at the network's date
 *
 * The latest graded inspection of the school itself: what was found of a predecessor is not its
 * own. A visit may grade one area of a report card anew, so of each area the latest is in force. An
 * outcome that no file dates holds from the day of the file that told it, where that says
 * otherwise than an older inspection.
 * Where no file of inspections tells of the school, the schools file's rating stands in.
 */
void
kith_ofsted_find (const KithOfsted *self, guint school, KithOfstedOutcome *outcome)
{
  const KithInspection *latest;
  const guint *found;
  guint n;

  g_return_if_fail (school < self->n_schools);

  *outcome = (KithOfstedOutcome){ .date = KITH_DATE_UNKNOWN };
  found = kith_row_index_find (self->by_urn, self->schools[school].record->urn, &n);
  latest = find_inspection (self, found, n);
  if (latest == NULL)
    {
      find_gias (self->schools[school].record, self->as_at, outcome);
      return;
    }
  outcome->scheme = get_scheme (latest);
  outcome->date = latest->date;
  for (guint f = 0; f < n; f++)
    {
      const KithInspection *row = &self->rows[found[f]];

      if (!is_of_same (self, row, latest) || is_superseded (self, row, latest, found, n))
        continue;
      outcome->is_of_concern = outcome->is_of_concern || is_of_concern (row);
      if (outcome->scheme == KITH_OFSTED_SINGLE_GRADE && is_overall (row))
        outcome->rating = row->grade;
      if (outcome->n_rows < KITH_OFSTED_AREAS)
        outcome->rows[outcome->n_rows++] = row;
    }
}

/**
 * kith_ofsted_get_day:
 *
 * Returns: the day from which @row counts: that of the inspection, or where no file tells it that
 *   of the file which told the rest
 */
KithDate
kith_ofsted_get_day (const KithOfsted *self, const KithInspection *row)
{
  const KithSource *source;

  if (row->date != KITH_DATE_UNKNOWN)
    return row->date;
  source = kith_ledger_find (self->ledger, KITH_TABLE_SOURCE, row->source_id);
  return source == NULL ? KITH_DATE_UNKNOWN : source->dated;
}

/**
 * kith_ofsted_is_urgent:
 *
 * Returns: whether @row grades an area of a report card “urgent improvement”
 */
gboolean
kith_ofsted_is_urgent (const KithInspection *row)
{
  return is_card (row) && is_word (row->grade, "Urgent improvement");
}
