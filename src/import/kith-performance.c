/* kith-performance.c: reads KS2 and KS4 tables and the school census
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-figures-private.h"
#include "kith-file-kinds-private.h"
#include "kith-lookup-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  KithReading *reading;
  guint urn;
  guint record_type; /* RECTYPE: 3, 4 and 5 are totals */
  guint level;       /* geographic_level: School, or a total */
  guint period;      /* time_period: 202324 */
  GArray *figures;
  KithLookup *values;
} Reader;

static gboolean
init_reader (Reader *self, KithReading *reading, GError **error)
{
  static const char *const by[] = { "urn", "year", "name", "subgroup", "subject", NULL };

  *self = (Reader){ .reading = reading };
  if (!kith_reading_need_column (reading, "URN|school_urn", &self->urn, error))
    return FALSE;
  self->record_type = kith_reading_find_column (reading, "RECTYPE");
  self->level = kith_reading_find_column (reading, "geographic_level");
  self->period = kith_reading_find_column (reading, "time_period|academic_year");
  if (self->period == KITH_NO_COLUMN && !kith_reading_need_year (reading, error))
    return FALSE;
  self->figures = kith_figures_find (reading);
  self->values = kith_lookup_new (reading->changes, KITH_TABLE_MEASURE, by);
  return TRUE;
}

static gboolean
is_total (Reader *self)
{
  const char *level = kith_reading_get_text (self->reading, self->level);
  const char *type = kith_reading_get_text (self->reading, self->record_type);

  return kith_reading_is_total (self->reading, self->urn) ||
         (level != NULL && g_ascii_strcasecmp (level, "School") != 0) ||
         (type != NULL && strlen (type) == 1 && strchr ("345", type[0]) != NULL);
}

/* The academic year that the row tells of, or 0 with the row rejected. */
static int
find_year (Reader *self)
{
  const char *period = kith_reading_get_text (self->reading, self->period);
  int year = period == NULL ? self->reading->year : kith_file_name_find_year (period);

  if (year == 0)
    kith_reading_reject (self->reading, self->period,
                         _ ("This is no academic year. Write it as 202324 or 2023/24."));
  return year;
}

/* Reads one cell. %FALSE where nothing is to be kept. */
static gboolean
read_value (Reader *self, const KithFigure *figure, KithValue *row)
{
  KithCell cell = kith_rows_get_cell (self->reading->rows, figure->column);
  const char *text;

  row->reason = NULL;
  if (kith_text_parse_real (cell.text, (gssize)cell.length, &row->value))
    {
      if (!isnan (row->value))
        return TRUE;
      /* a blank says no more than that; the headline keeps it, so that it can be told */
      row->reason = figure->is_headline ? "blank" : NULL;
      return figure->is_headline;
    }
  row->value = KITH_REAL_NONE;
  text = kith_reading_get_text (self->reading, figure->column);
  if (!kith_figure_is_reason (text))
    {
      kith_reading_remark (self->reading, figure->column,
                           _ ("This is neither a figure nor a reason for its absence that Kith "
                              "knows, and was passed over."));
      return FALSE;
    }
  row->reason = text;
  return TRUE;
}

/* Of KS2 and KS4 tables that both tell of an all-through school's background, KS4 stands. */
static gboolean
is_told_by_ks4 (const Reader *self, const KithValue *value)
{
  if (self->reading->report->kind != KITH_FILE_KS2)
    return FALSE;
  for (guint i = 0; i < self->reading->sources->len; i++)
    {
      const KithSource *source = g_ptr_array_index (self->reading->sources, i);

      if (source->id == value->source_id)
        return g_strcmp0 (source->kind, kith_file_kind_get_key (KITH_FILE_KS4)) == 0;
    }
  return FALSE;
}

/* Goes through the figures of the row under way. */
static KithOutcome
read_figures (Reader *self, gint64 urn, int year)
{
  KithOutcome worst = KITH_OUTCOME_UNCHANGED;
  KithValue row;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const KithFigure *figure = &g_array_index (self->figures, KithFigure, i);
      const KithValue *before;
      KithOutcome outcome;
      KithCell cohort = kith_rows_get_cell (self->reading->rows, figure->cohort);

      kith_row_clear (KITH_TABLE_MEASURE, &row);
      row.urn = urn;
      row.year = year;
      row.name = figure->name;
      row.subgroup = figure->subgroup;
      row.subject = figure->subject;
      if (!read_value (self, figure, &row))
        continue;
      if (!kith_text_parse_int (cohort.text, (gssize)cohort.length, &row.cohort))
        row.cohort = KITH_INT_NONE;
      before = kith_lookup_find (self->values, &row);
      if (before != NULL && is_told_by_ks4 (self, before))
        continue;
      /* a blank takes nothing away, nor does a table that does not count the pupils */
      if (before != NULL && g_strcmp0 (row.reason, "blank") == 0)
        {
          row.value = before->value;
          row.reason = before->reason;
        }
      if (before != NULL && row.cohort == KITH_INT_NONE)
        row.cohort = before->cohort;
      row.id = before != NULL
                   ? before->id
                   : kith_changeset_take_key (self->reading->changes, KITH_TABLE_MEASURE);
      outcome = kith_reading_put (self->reading, KITH_TABLE_MEASURE, &row);
      if (outcome == KITH_OUTCOME_CHANGED)
        kith_lookup_note (self->values, row.id);
      worst = MAX (worst, outcome);
    }
  return worst;
}

static void
read_row (gpointer reader)
{
  Reader *self = reader;
  KithReading *reading = self->reading;
  gint64 urn;
  int year;

  if (is_total (self))
    {
      kith_reading_count (reading, KITH_OUTCOME_SKIPPED);
      return;
    }
  if (!kith_reading_get_urn (reading, self->urn, &urn) || (year = find_year (self)) == 0)
    return;
  if (reading->report->n_rows == 1)
    reading->year = year;
  if (kith_reading_is_first (reading, self->urn, urn * 10000 + year))
    kith_reading_count (reading, read_figures (self, urn, year));
}

/**
 * kith_performance_read:
 * @self: a file under way: KS2, KS4 or census
 * @error: return location for a #KithImportError
 *
 * Reads figures, or the reasons why there are none, with the numbers of pupils they are
 * about. Total rows are skipped. The year comes from a column, the name, or the options.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_performance_read (KithReading *self, GError **error)
{
  Reader reader;
  gboolean is_whole;

  if (!init_reader (&reader, self, error))
    return FALSE;
  is_whole = kith_reading_each (self, read_row, &reader, error);
  g_array_unref (reader.figures);
  kith_lookup_free (reader.values);
  return is_whole;
}
