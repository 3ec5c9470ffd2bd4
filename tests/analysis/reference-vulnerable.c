/* reference-vulnerable.c: section 6 and finding 14 of METHODS, read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <string.h>

/* The attainment of a school in an academic year that counts at t, NaN where none is shown. */
static double
get_attainment (ReferenceWork *work, guint i, int year)
{
  char phase = reference_get_phase (work->schools[i].school);
  const char *measure = phase == 'p' ? "PTRWM_EXP" : phase == 's' ? "ATT8SCR" : "";
  gsize n;
  const KithValue *rows = ROWS (work, MEASURE, &n);
  double value = NAN;

  if (kith_date_new (year + 1, 9, 1) > work->t || year == 2019 || year == 2020)
    return NAN;
  for (gsize r = 0; r < n; r++)
    if (rows[r].urn == work->schools[i].school->urn && rows[r].year == year &&
        strcmp (rows[r].name, measure) == 0 && rows[r].subgroup == NULL && rows[r].subject == NULL)
      value = rows[r].cohort != NONE && rows[r].cohort < 6 ? NAN : rows[r].value;
  return value;
}

/* Whether a line may be drawn from one year to a later one. */
static gboolean
is_unbroken (char phase, int from, int to)
{
  for (int year = from; year <= to; year++)
    if (year == 2019 || year == 2020 || (year == (phase == 'p' ? 2015 : 2016) && year > from))
      return FALSE;
  return TRUE;
}

/* The normal equations, solved for the slope. */
static double
get_improvement (ReferenceWork *work, guint i, int year)
{
  char phase = reference_get_phase (work->schools[i].school);
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;

  for (int y = year; y > 2000 && n < 4; y--)
    {
      double value = is_unbroken (phase, y, year) ? get_attainment (work, i, y) : NAN;

      if (isnan (value))
        continue;
      n++;
      sx += y - year;
      sy += value;
      sxx += (y - year) * (y - year);
      sxy += (y - year) * value;
    }
  return n < 3 ? NAN : 3 * (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

static int
get_year (ReferenceWork *work, char phase)
{
  for (int year = 2030; year > 2000; year--)
    for (guint i = 0; i < work->n; i++)
      if (reference_get_phase (work->schools[i].school) == phase &&
          !isnan (get_attainment (work, i, year)))
        return year;
  return 0;
}

/* The Family on record first that the school is in, or NULL. */
static const ReferenceThing *
find_family (ReferenceWork *work, gint64 urn)
{
  const ReferenceThing *found = NULL;
  KithDate joined;

  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (strcmp (reference_kinds[g->kind].key, "family") == 0 && g->row != NULL &&
          reference_is_member (work, g, urn, &joined) &&
          (found == NULL || g->row->id < found->row->id))
        found = g;
    }
  return found;
}

static gboolean
is_low_and_slipping (ReferenceWork *work, guint i)
{
  char phase = reference_get_phase (work->schools[i].school);
  int year = phase == 'p' || phase == 's' ? get_year (work, phase) : 0;
  const ReferenceThing *family = find_family (work, work->schools[i].school->urn);
  double own, change, sum = 0, squares = 0, changes = 0, mean, deviation;
  guint n = 0, n_changes = 0;
  KithDate joined;

  if (year == 0)
    return FALSE;
  own = get_attainment (work, i, year);
  change = get_improvement (work, i, year);
  for (guint pass = 0; pass < 2; pass++)
    for (guint j = 0; j < work->n; j++)
      {
        const KithSchool *s = work->schools[j].school;
        double value = get_attainment (work, j, year), its_change;

        if (reference_get_phase (s) != phase ||
            (family != NULL && !reference_is_member (work, family, s->urn, &joined)))
          continue;
        if (pass == 1)
          {
            squares += isnan (value) ? 0 : (value - sum / n) * (value - sum / n);
            continue;
          }
        its_change = get_improvement (work, j, year);
        n += !isnan (value);
        sum += isnan (value) ? 0 : value;
        n_changes += !isnan (its_change);
        changes += isnan (its_change) ? 0 : its_change;
      }
  if (isnan (own) || isnan (change) || n < 5 || n_changes < 5)
    return FALSE;
  mean = sum / n;
  deviation = sqrt (squares / (n - 1));
  return deviation > 1e-9 && own <= mean - deviation + 1e-9 && change < changes / n_changes - 1e-9;
}

static gboolean
is_bad_word (const char *grade)
{
  return reference_is_word (grade, "inadequate") || reference_is_word (grade, "special measures") ||
         reference_is_word (grade, "serious weaknesses");
}

static gboolean
is_card (const KithInspection *row)
{
  return strcmp (row->scheme, "report-card") == 0;
}

/* The day of a row, or of the file that told it; graded ones of the school that have come. */
static KithDate
get_day (ReferenceWork *work, const KithInspection *row)
{
  const KithSource *source = kith_ledger_find (work->ledger, KITH_TABLE_SOURCE, row->source_id);

  return row->date != UNKNOWN ? row->date : source != NULL ? source->dated : UNKNOWN;
}

static gboolean
is_of (ReferenceWork *work, const KithInspection *row, const KithSchool *s)
{
  return row->urn == s->urn && !reference_is_word (row->area, "Ungraded inspection") &&
         get_day (work, row) <= work->t;
}

/* The last day of the school's rows of a scheme, with or without a day of their own; NONE. */
static gint64
get_last (ReferenceWork *work, const KithSchool *s, gboolean of_cards, gboolean is_dated)
{
  gsize n;
  const KithInspection *rows = ROWS (work, INSPECTION, &n);
  gint64 last = NONE;

  for (gsize r = 0; r < n; r++)
    if (is_of (work, &rows[r], s) && is_card (&rows[r]) == of_cards &&
        (rows[r].date != UNKNOWN) == is_dated)
      last = MAX (last, (gint64)get_day (work, &rows[r]));
  return last;
}

/* The last row about an area of one single-grade inspection, or of any report card. */
static const char *
get_grade (ReferenceWork *work,
           const KithSchool *s,
           gboolean of_cards,
           gboolean is_dated,
           gint64 day,
           const char *area)
{
  gsize n;
  const KithInspection *rows = ROWS (work, INSPECTION, &n);
  const KithInspection *found = NULL;

  for (gsize r = 0; r < n; r++)
    if (is_of (work, &rows[r], s) && is_card (&rows[r]) == of_cards &&
        reference_is_word (rows[r].area, area) &&
        (of_cards || ((rows[r].date != UNKNOWN) == is_dated && get_day (work, &rows[r]) == day)) &&
        (found == NULL || rows[r].date >= found->date))
      found = &rows[r];
  return found == NULL ? NULL : found->grade;
}

static gboolean
is_bad_single (ReferenceWork *work, const KithSchool *s, gboolean is_dated, gint64 day)
{
  return is_bad_word (get_grade (work, s, FALSE, is_dated, day, "Overall effectiveness")) ||
         is_bad_word (get_grade (work, s, FALSE, is_dated, day, "Category of concern"));
}

/* An inspection of concern in force, by the school's own rows or else by the schools file. */
static gboolean
is_of_concern (ReferenceWork *work, const KithSchool *s)
{
  gint64 card = get_last (work, s, TRUE, TRUE), dated = get_last (work, s, FALSE, TRUE);
  gint64 listed = get_last (work, s, FALSE, FALSE), loose = get_last (work, s, TRUE, FALSE);
  const char *known, *told;
  gsize n;
  const KithInspection *rows = ROWS (work, INSPECTION, &n);

  if (card == NONE && dated == NONE && listed == NONE && loose == NONE)
    return is_bad_word (s->ofsted_rating) && s->ofsted_last <= work->t;
  if ((card != NONE && card >= dated) || (dated == NONE && listed == NONE))
    {
      for (gsize r = 0; r < n; r++)
        if (is_of (work, &rows[r], s) && is_card (&rows[r]) &&
            reference_is_word (get_grade (work, s, TRUE, FALSE, 0, rows[r].area),
                               "urgent improvement"))
          return TRUE;
      return FALSE;
    }
  if (dated == NONE)
    return is_bad_single (work, s, FALSE, listed);
  known = get_grade (work, s, FALSE, TRUE, dated, "Overall effectiveness");
  told = listed == NONE ? NULL : get_grade (work, s, FALSE, FALSE, listed, "Overall effectiveness");
  if (listed > dated && known != NULL && told != NULL && !reference_is_word (known, told))
    return is_bad_single (work, s, FALSE, listed);
  return is_bad_single (work, s, TRUE, dated);
}

void
reference_find_14 (ReferenceWork *work, guint i)
{
  if (is_of_concern (work, work->schools[i].school))
    work->schools[i].finding[14] = 'r';
  else if (is_low_and_slipping (work, i))
    work->schools[i].finding[14] = 'a';
}
