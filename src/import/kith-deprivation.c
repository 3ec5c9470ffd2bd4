/* kith-deprivation.c: reads how deprived the places are where schools stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"
#include "kith-lookup-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The measure that Families are compared by (METHODS, section 7). */
#define MEASURE "IDACI"

#define INDEX_COLUMN                                                                               \
  "IDACI Score|Income Deprivation Affecting Children Index (IDACI) Score (rate)|"                  \
  "Income Deprivation Affecting Children Index (IDACI) Score (rate) (2025)"

typedef struct
{
  KithReading *reading;
  guint place; /* the column that says where */
  guint score;
  gboolean is_postcode;
  KithLookup *schools; /* by where they stand */
  KithLookup *values;
} Reader;

static gboolean
init_reader (Reader *self, KithReading *reading, GError **error)
{
  static const char *const by_postcode[] = { "postcode", NULL };
  static const char *const by_lsoa[] = { "lsoa", NULL };
  static const char *const by_figure[] = { "urn", "year", "name", "subgroup", "subject", NULL };

  *self = (Reader){ .reading = reading };
  if (!kith_reading_need_year (reading, error) ||
      !kith_reading_need_column (reading, INDEX_COLUMN, &self->score, error))
    return FALSE;
  self->place = kith_reading_find_column (reading, "Postcode|PCD|PCDS");
  self->is_postcode = self->place != KITH_NO_COLUMN;
  if (!self->is_postcode &&
      !kith_reading_need_column (reading,
                                 "LSOA code (2021)|LSOA code (2011)|LSOA code|LSOA11CD|"
                                 "LSOA21CD",
                                 &self->place, error))
    return FALSE;
  self->schools = kith_lookup_new (reading->changes, KITH_TABLE_SCHOOL,
                                   self->is_postcode ? by_postcode : by_lsoa);
  self->values = kith_lookup_new (reading->changes, KITH_TABLE_MEASURE, by_figure);
  return TRUE;
}

/* As Get Information about Schools writes it: capitals, and one space before the last three. */
static char *
dup_postcode (const char *text)
{
  GString *postcode = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (postcode, g_ascii_toupper (*text));
  if (postcode->len > 3)
    g_string_insert_c (postcode, (gssize)postcode->len - 3, ' ');
  return g_string_free (postcode, FALSE);
}

static KithOutcome
put_score (Reader *self, gint64 urn, double score)
{
  KithReading *reading = self->reading;
  const KithValue *before;
  KithOutcome outcome;
  KithValue row;

  kith_row_clear (KITH_TABLE_MEASURE, &row);
  row.urn = urn;
  row.year = reading->year;
  row.name = MEASURE;
  row.value = score;
  before = kith_lookup_find (self->values, &row);
  row.id =
      before != NULL ? before->id : kith_changeset_take_key (reading->changes, KITH_TABLE_MEASURE);
  outcome = kith_reading_put (reading, KITH_TABLE_MEASURE, &row);
  if (before == NULL)
    kith_lookup_note (self->values, row.id);
  return outcome;
}

/* The scores of all schools that stand there; more places than not have none. */
static void
read_row (gpointer reader)
{
  Reader *self = reader;
  KithReading *reading = self->reading;
  const char *text = kith_reading_get_text (reading, self->place);
  g_autofree char *postcode = text != NULL && self->is_postcode ? dup_postcode (text) : NULL;
  KithOutcome worst = KITH_OUTCOME_UNCHANGED;
  gboolean is_found = FALSE;
  const KithSchool *school;
  KithSchool probe;
  double score;
  gsize at = 0;

  if (!kith_reading_get_real (reading, self->score, &score))
    return;
  kith_row_clear (KITH_TABLE_SCHOOL, &probe);
  if (self->is_postcode)
    probe.postcode = postcode;
  else
    probe.lsoa = text;
  while (text != NULL && !isnan (score) &&
         (school = kith_lookup_next (self->schools, &probe, &at)) != NULL)
    {
      is_found = TRUE;
      kith_outcome_raise (&worst, put_score (self, school->urn, score));
    }
  kith_reading_count (reading, is_found ? worst : KITH_OUTCOME_SKIPPED);
}

/**
 * kith_deprivation_read:
 * @self: a file under way
 * @error: return location for a #KithImportError
 *
 * Reads the Income Deprivation Affecting Children Index by postcode or by LSOA into measure IDACI
 * of the schools that stand there: a share of children, from 0 to 1. Places without a school of
 * the register are skipped and counted. The file does not say its year.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_deprivation_read (KithReading *self, GError **error)
{
  Reader reader;
  gboolean is_whole;

  if (!init_reader (&reader, self, error))
    return FALSE;
  is_whole = kith_reading_each (self, read_row, &reader, error);
  kith_lookup_free (reader.schools);
  kith_lookup_free (reader.values);
  return is_whole;
}
