/* kith-spine.c: reads what a year's spine and lists of co-ordinates add to known schools
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"
#include "kith-wgs84.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Neither file is the register: they only fill what is not known of schools that the
 * register holds. Which schools there are, and whether they are open, the establishment file
 * says.
 */

static const struct
{
  const char *field;
  const char *columns;
} fields[] = {
  { "estab", "ESTAB" },       { "name", "SCHNAME" },      { "type", "NFTYPE" },
  { "opened", "OPENDATE" },   { "low_age", "AGEL" },      { "high_age", "AGEH" },
  { "gender", "GENDER" },     { "religion", "RELDENOM" }, { "admissions", "ADMPOL" },
  { "street", "STREET" },     { "locality", "LOCALITY" }, { "town", "TOWN" },
  { "postcode", "POSTCODE" }, { "telephone", "TELNUM" },
};

/* Finds the school of the row under way. %FALSE where the row is counted. */
static gboolean
find_school (KithReading *self, guint column, guint *n_unknown, KithSchool *row)
{
  const KithSchool *known;
  gint64 urn;

  if (kith_reading_is_total (self, column))
    {
      kith_reading_count (self, KITH_OUTCOME_SKIPPED);
      return FALSE;
    }
  if (!kith_reading_get_urn (self, column, &urn) || !kith_reading_is_first (self, column, urn))
    return FALSE;
  known = kith_changeset_find (self->changes, KITH_TABLE_SCHOOL, urn);
  if (known == NULL)
    {
      ++*n_unknown;
      kith_reading_count (self, KITH_OUTCOME_SKIPPED);
      return FALSE;
    }
  *row = *known;
  return TRUE;
}

static void
report_unknown (KithReading *self, guint n_unknown)
{
  g_autofree char *count = g_strdup_printf ("%u", n_unknown);

  if (n_unknown > 0)
    kith_reading_remark_whole (self, count,
                               _ ("So many rows are about schools that the register does not hold, "
                                  "and were passed over. Read an establishment file for them."));
}

/* Fills one field where it is blank. %FALSE where the row is rejected. */
static gboolean
fill_field (KithReading *self, const KithField *field, guint column, KithSchool *row)
{
  gboolean is_blank = kith_field_is_blank (field, row);
  gint64 number;
  KithDate date;

  switch (field->type)
    {
    case KITH_FIELD_INT:
      if (!kith_reading_get_int (self, column, &number))
        return FALSE;
      if (is_blank)
        kith_field_set_int (field, row, number);
      return TRUE;
    case KITH_FIELD_DATE:
      if (!kith_reading_get_date (self, column, &date))
        return FALSE;
      if (is_blank)
        kith_field_set_date (field, row, date);
      return TRUE;
    case KITH_FIELD_TEXT:
    case KITH_FIELD_REAL:
    default:
      if (is_blank)
        kith_field_set_text (field, row, kith_reading_get_text (self, column));
      return TRUE;
    }
}

static gboolean
fill_school (KithReading *self, const guint columns[static G_N_ELEMENTS (fields)], KithSchool *row)
{
  const KithTableInfo *info = kith_table_get_info (KITH_TABLE_SCHOOL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    for (guint f = 0; columns[i] != KITH_NO_COLUMN && f < info->n_fields; f++)
      if (strcmp (info->fields[f].name, fields[i].field) == 0 &&
          !fill_field (self, &info->fields[f], columns[i], row))
        return FALSE;
  return TRUE;
}

/**
 * kith_spine_read:
 * @self: a file under way
 * @error: return location for a #KithImportError
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_spine_read (KithReading *self, GError **error)
{
  guint columns[G_N_ELEMENTS (fields)];
  guint n_unknown = 0;
  GError *reason = NULL;
  KithSchool row;
  guint urn;

  if (!kith_reading_need_column (self, "URN", &urn, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    columns[i] = kith_reading_find_column (self, fields[i].columns);
  while (kith_reading_next (self, &reason))
    if (find_school (self, urn, &n_unknown, &row) && fill_school (self, columns, &row))
      kith_reading_count (self, kith_reading_put (self, KITH_TABLE_SCHOOL, &row));
  if (reason == NULL)
    {
      report_unknown (self, n_unknown);
      return TRUE;
    }
  g_propagate_error (error, reason);
  return FALSE;
}

/* Places the school of the row under way, unless it is placed. */
static void
place_school (KithReading *self, guint east, guint north, gboolean is_wgs84, KithSchool *row)
{
  double x, y;
  KithPlace place;

  if (!kith_reading_get_real (self, east, &x) || !kith_reading_get_real (self, north, &y))
    return;
  if (isnan (x) || isnan (y) || (x == 0 && y == 0))
    {
      kith_reading_count (self, KITH_OUTCOME_SKIPPED);
      return;
    }
  place = is_wgs84 ? kith_place_from_wgs84 (y, x) : (KithPlace){ x, y };
  if (!kith_place_is_known (place) || !kith_place_is_in_britain (place))
    {
      kith_reading_reject (self, east,
                           _ ("This place is not in Great Britain. Check that latitude and "
                              "longitude, or easting and northing, stand under their own names."));
      return;
    }
  if (isnan (row->easting))
    {
      /* to the decimetre: more would be pretence */
      row->easting = round (place.x * 10) / 10;
      row->northing = round (place.y * 10) / 10;
    }
  kith_reading_count (self, kith_reading_put (self, KITH_TABLE_SCHOOL, row));
}

/**
 * kith_coordinates_read:
 * @self: a file under way
 * @error: return location for a #KithImportError
 *
 * Places schools whose register row has no co-ordinates.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_coordinates_read (KithReading *self, GError **error)
{
  guint n_unknown = 0;
  GError *reason = NULL;
  gboolean is_wgs84;
  guint urn, east, north;
  KithSchool row;

  if (!kith_reading_need_column (self, "URN", &urn, error))
    return FALSE;
  east = kith_reading_find_column (self, "LON|LONG|LNG|LONGITUDE");
  north = kith_reading_find_column (self, "LAT|LATITUDE");
  is_wgs84 = east != KITH_NO_COLUMN && north != KITH_NO_COLUMN;
  if (!is_wgs84 && (!kith_reading_need_column (self, "Easting", &east, error) ||
                    !kith_reading_need_column (self, "Northing", &north, error)))
    return FALSE;
  while (kith_reading_next (self, &reason))
    if (find_school (self, urn, &n_unknown, &row))
      place_school (self, east, north, is_wgs84, &row);
  if (reason == NULL)
    {
      report_unknown (self, n_unknown);
      return TRUE;
    }
  g_propagate_error (error, reason);
  return FALSE;
}
