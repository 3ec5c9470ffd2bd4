/* kith-establishments.c: reads GIAS establishment fields
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-authorities-private.h"
#include "kith-file-kinds-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Absent schools are named up to this many, and counted beyond. */
#define MAX_ABSENT 500u

/**
 * Blank:
 * @UNKNOWN: the file does not know, so what was known stays
 * @NONE: there is none: the school is in no trust, has no date to close. A newer file takes
 *   away what an older one said, and an older one adds nothing
 */
typedef enum
{
  UNKNOWN,
  NONE,
} Blank;

/* Fields of a school and the columns that they come from; those of the full download and of
 * the search export are named alike. */
static const struct
{
  const char *field;
  const char *columns;
  Blank blank;
  guint width; /* a code of so many digits, where it is one */
} sources[] = {
  { "name", "EstablishmentName" },
  { "la", "LA (code)" },
  { "estab", "EstablishmentNumber" },
  { "type", "TypeOfEstablishment (name)" },
  { "type_group", "EstablishmentTypeGroup (name)" },
  { "status", "EstablishmentStatus (name)" },
  { "opened", "OpenDate" },
  { "open_reason", "ReasonEstablishmentOpened (name)" },
  { "closed", "CloseDate", NONE },
  { "close_reason", "ReasonEstablishmentClosed (name)", NONE },
  { "phase", "PhaseOfEducation (name)" },
  { "low_age", "StatutoryLowAge" },
  { "high_age", "StatutoryHighAge" },
  { "gender", "Gender (name)" },
  { "religion", "ReligiousCharacter (name)" },
  { "diocese", "Diocese (name)" },
  { "admissions", "AdmissionsPolicy (name)" },
  { "sixth_form", "OfficialSixthForm (name)" },
  { "nursery", "NurseryProvision (name)" },
  { "boarders", "Boarders (name)" },
  { "capacity", "SchoolCapacity" },
  { "pupils", "NumberOfPupils" },
  { "boys", "NumberOfBoys" },
  { "girls", "NumberOfGirls" },
  { "fsm_percent", "PercentageFSM" },
  { "census", "CensusDate" },
  { "trust_flag", "TrustSchoolFlag (name)", NONE },
  { "trusts", "Trusts (name)", NONE },
  { "sponsors", "SchoolSponsors (name)", NONE },
  { "federations", "Federations (name)", NONE },
  { "ukprn", "UKPRN", UNKNOWN, 8 },
  { "uprn", "UPRN", UNKNOWN, 1 },
  { "companies_house", "CHNumber|Companies House Number", UNKNOWN, 8 },
  { "street", "Street" },
  { "locality", "Locality" },
  { "town", "Town" },
  { "county", "County (name)" },
  { "postcode", "Postcode" },
  { "website", "SchoolWebsite" },
  { "telephone", "TelephoneNum" },
  { "region", "GOR (name)" },
  { "district", "DistrictAdministrative (name)" },
  { "ward", "AdministrativeWard (name)" },
  { "urban_rural", "UrbanRural (name)" },
  { "rsc_region", "RSCRegion (name)" },
  { "easting", "Easting" },
  { "northing", "Northing" },
  { "lsoa", "LSOA (code)" },
  { "msoa", "MSOA (code)" },
  { "ofsted_rating", "OfstedRating (name)" },
  { "ofsted_last", "OfstedLastInsp" },
  { "changed", "LastChangedDate" },
};

typedef struct
{
  KithReading *reading;
  guint urn;
  guint name;
  guint la;
  struct
  {
    const KithField *field;
    guint column;
    Blank blank;
    guint width;
  } used[G_N_ELEMENTS (sources)];
  guint n_used;
  KithAuthorities *authorities;
  GHashTable *seen;  /* URNs */
  GHashTable *known; /* authorities that the register has schools of; older files only */
  guint n_late;      /* schools that only this older file holds */
} Reader;

static void
find_columns (Reader *self)
{
  const KithTableInfo *info = kith_table_get_info (KITH_TABLE_SCHOOL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      guint column = kith_reading_find_column (self->reading, sources[i].columns);

      for (guint f = 0; column != KITH_NO_COLUMN && f < info->n_fields; f++)
        if (strcmp (info->fields[f].name, sources[i].field) == 0)
          {
            self->used[self->n_used].field = &info->fields[f];
            self->used[self->n_used].column = column;
            self->used[self->n_used].blank = sources[i].blank;
            self->used[self->n_used].width = sources[i].width;
            self->n_used++;
          }
    }
}

/* Reads one cell into a field of @row. %FALSE, with a remark, where it is not of its kind. */
static gboolean
read_field (Reader *self, guint i, KithSchool *row)
{
  const KithField *field = self->used[i].field;
  KithCell cell = kith_rows_get_cell (self->reading->rows, self->used[i].column);
  gint64 number;
  double figure;
  KithDate date;

  switch (field->type)
    {
    case KITH_FIELD_TEXT:
      kith_field_set_text (
          field, row,
          self->used[i].width > 0
              ? kith_reading_get_code (self->reading, self->used[i].column, self->used[i].width)
              : kith_reading_get_text (self->reading, self->used[i].column));
      return TRUE;
    case KITH_FIELD_INT:
      if (!kith_text_parse_int (cell.text, (gssize)cell.length, &number))
        break;
      kith_field_set_int (field, row, number);
      return TRUE;
    case KITH_FIELD_REAL:
      if (!kith_text_parse_real (cell.text, (gssize)cell.length, &figure))
        break;
      kith_field_set_real (field, row, figure);
      return TRUE;
    case KITH_FIELD_DATE:
    default:
      if (!kith_date_parse (cell.text, (gssize)cell.length, &date))
        break;
      kith_field_set_date (field, row, date);
      return TRUE;
    }
  kith_reading_remark (self->reading, self->used[i].column,
                       _ ("This cell is not what its column holds, and was passed over. The rest "
                          "of the row was read."));
  return FALSE;
}

/* Nobody stands at 0, 0: half a place or none is not placed. */
static void
clear_half_place (KithSchool *row)
{
  if (!(row->easting > 0) || !(row->northing > 0))
    row->easting = row->northing = KITH_REAL_NONE;
}

/* Reads the row under way on top of what is known of the school. */
static void
merge (Reader *self, const KithSchool *before, KithSchool *row)
{
  KithSchool read;

  kith_row_clear (KITH_TABLE_SCHOOL, &read);
  if (before != NULL)
    *row = *before;
  for (guint i = 0; i < self->n_used; i++)
    {
      const KithField *field = self->used[i].field;
      gboolean is_read = read_field (self, i, &read);

      if (!is_read)
        continue;
      if (before == NULL)
        kith_field_copy (field, row, &read);
      else if (self->reading->is_newest)
        {
          if (self->used[i].blank == NONE || !kith_field_is_blank (field, &read))
            kith_field_copy (field, row, &read);
        }
      else if (self->used[i].blank == UNKNOWN && kith_field_is_blank (field, row))
        kith_field_copy (field, row, &read);
    }
  clear_half_place (row);
  if (before != NULL && isnan (row->easting))
    {
      row->easting = before->easting;
      row->northing = before->northing;
    }
}

/* A URN's second row: the same is one, and of two that differ the first stands. */
static void
read_again (Reader *self, gint64 urn, const KithSchool *before)
{
  KithSchool row = *before;

  merge (self, before, &row);
  if (kith_row_is_equal (KITH_TABLE_SCHOOL, before, &row))
    kith_reading_count (self->reading, KITH_OUTCOME_UNCHANGED);
  else
    kith_reading_reject (self->reading, self->urn,
                         _ ("The file has this URN twice, with different values; the first row "
                            "was read. Correct the file and read it again."));
}

/* Whether the register calls the school open. */
static gboolean
is_open (const KithSchool *school)
{
  return school->status != NULL && g_ascii_strncasecmp (school->status, "open", 4) == 0;
}

static void
read_row (gpointer reader)
{
  Reader *self = reader;
  KithReading *reading = self->reading;
  const KithSchool *before;
  KithOutcome outcome, moved;
  KithSchool row;
  gint64 urn, la;

  if (kith_reading_is_total (reading, self->urn))
    {
      kith_reading_count (reading, KITH_OUTCOME_SKIPPED);
      return;
    }
  if (!kith_reading_get_urn (reading, self->urn, &urn) ||
      !kith_reading_get_int (reading, self->la, &la))
    return;
  if (la == KITH_INT_NONE || kith_reading_get_text (reading, self->name) == NULL)
    {
      kith_reading_reject (reading, self->urn,
                           _ ("The row has no name or no authority’s code for this school. "
                              "Complete the row, or fetch the file again."));
      return;
    }
  before = kith_changeset_find (reading->changes, KITH_TABLE_SCHOOL, urn);
  if (!g_hash_table_add (self->seen, GUINT_TO_POINTER ((guint)urn)) && before != NULL)
    {
      read_again (self, urn, before);
      return;
    }
  kith_row_clear (KITH_TABLE_SCHOOL, &row);
  row.urn = urn;
  merge (self, before, &row);
  outcome = kith_reading_put (reading, KITH_TABLE_SCHOOL, &row);
  self->n_late += before == NULL && self->known != NULL && is_open (&row) &&
                  g_hash_table_contains (self->known, GINT_TO_POINTER ((int)row.la));
  if (before == NULL && kith_changeset_find (reading->changes, KITH_TABLE_OUTSIDE_SCHOOL, urn))
    kith_reading_remove (reading, KITH_TABLE_OUTSIDE_SCHOOL, urn);
  moved = kith_authorities_note (self->authorities, urn, before, row.la);
  kith_reading_count (reading, MAX (outcome, moved));
}

/* Absence closes nothing: a search export is a part of the register. It is worth knowing. */
static void
report_absent (Reader *self)
{
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (self->reading->base, KITH_TABLE_SCHOOL, &n);
  guint n_absent = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *value = NULL;

      if (!is_open (&schools[i]) || !kith_authorities_has_read (self->authorities, schools[i].la) ||
          g_hash_table_contains (self->seen, GUINT_TO_POINTER ((guint)schools[i].urn)))
        continue;
      if (++n_absent > MAX_ABSENT)
        continue;
      value = g_strdup_printf ("%" G_GINT64_FORMAT " %s", schools[i].urn, schools[i].name);
      kith_reading_remark_whole (self->reading, value,
                                 _ ("The register holds this school as open, and the file does "
                                    "not hold it. Nothing was changed; find out whether it "
                                    "closed."));
    }
  if (n_absent > MAX_ABSENT)
    {
      g_autofree char *more = g_strdup_printf ("%u", n_absent - MAX_ABSENT);

      kith_reading_remark_whole (self->reading, more,
                                 _ ("So many more open schools of the register are not in the "
                                    "file. Nothing was changed."));
    }
}

/* An older file is held against the newer one only where that told of the same authority. */
static void
find_known (Reader *self)
{
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (self->reading->base, KITH_TABLE_SCHOOL, &n);

  self->known = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < n; i++)
    g_hash_table_add (self->known, GINT_TO_POINTER ((int)schools[i].la));
}

static void
report_late (Reader *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->n_late);

  if (self->n_late > 0)
    kith_reading_remark_whole (self->reading, count,
                               _ ("So many open schools were added from this file, though it is "
                                  "older than another that was read and did not hold them. Find "
                                  "out whether they closed."));
}

/**
 * kith_establishments_read:
 * @self: a file under way
 * @error: return location for a #KithImportError
 *
 * Reads the full download or a search export. A newer file changes, closes and renames
 * schools; an older one only fills what is not known; absence is listed and closes nothing.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_establishments_read (KithReading *self, GError **error)
{
  static const char *const needed[] = { "EstablishmentStatus (name)",
                                        "EstablishmentTypeGroup (name)" };
  Reader reader = { .reading = self };
  gboolean is_whole;
  guint column;

  if (!kith_reading_need_column (self, "URN", &reader.urn, error) ||
      !kith_reading_need_column (self, "EstablishmentName", &reader.name, error) ||
      !kith_reading_need_column (self, "LA (code)", &reader.la, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!kith_reading_need_column (self, needed[i], &column, error))
      return FALSE;
  find_columns (&reader);
  reader.seen = g_hash_table_new (NULL, NULL);
  reader.authorities = kith_authorities_new (self);
  if (!self->is_newest)
    find_known (&reader);
  is_whole = kith_reading_each (self, read_row, &reader, error);
  if (is_whole)
    {
      kith_authorities_end (reader.authorities);
      if (self->is_newest)
        report_absent (&reader);
      report_late (&reader);
    }
  kith_authorities_free (reader.authorities);
  g_hash_table_unref (reader.seen);
  g_clear_pointer (&reader.known, g_hash_table_unref);
  return is_whole;
}
