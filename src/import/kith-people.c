/* kith-people.c: who holds which post where, from an officers' workbook
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const KithWorkbookColumn post_columns[] = {
  { "title", "Post" },
  { "from_date", "From" },
  { "to_date", "To" },
  { "days_a_year", "Days a year" },
};

typedef struct
{
  guint plain[G_N_ELEMENTS (post_columns)];
  guint person, urn, organisation, expertise, email;
} Columns;

/* The post of this person there under this title that began on the same day; or one whose
 * beginning either does not know, of which this file has said nothing. */
static const KithPost *
find_post (KithReading *self, const KithPost *said)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_POST);
  g_autofree char *title = kith_text_dup_key (said->title);
  const KithPost *best = NULL;
  const KithPost *post;
  gsize at = 0;

  while ((post = kith_lookup_next (lookup, said, &at)) != NULL)
    {
      g_autofree char *other = kith_text_dup_key (post->title);

      if (strcmp (title, other) != 0)
        continue;
      if (post->from_date == said->from_date)
        return post;
      if ((post->from_date == KITH_DATE_UNKNOWN || said->from_date == KITH_DATE_UNKNOWN) &&
          !kith_workbooks_is_touched (self->workbooks, KITH_TABLE_POST, post->id, 0))
        best = post;
    }
  return best;
}

static KithOutcome
put_post (KithReading *self, KithPost *said)
{
  const KithPost *known = find_post (self, said);
  KithPost post = known != NULL ? *known : *said;

  if (known == NULL)
    post.id = kith_changeset_take_key (self->changes, KITH_TABLE_POST);
  kith_workbook_merge (self, KITH_TABLE_POST, &post, said);
  return kith_workbook_put (self, KITH_TABLE_POST, &post);
}

/* One area of several in a cell. */
static KithOutcome
put_expertise (KithReading *self, gint64 person_id, const char *area)
{
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_EXPERTISE);
  g_autofree char *key = kith_text_dup_key (area);
  const KithExpertise *known;
  KithExpertise said;
  gsize at = 0;

  kith_row_clear (KITH_TABLE_EXPERTISE, &said);
  said.person_id = person_id;
  said.area = area;
  while ((known = kith_lookup_next (lookup, &said, &at)) != NULL)
    {
      g_autofree char *other = kith_text_dup_key (known->area);

      if (strcmp (key, other) == 0)
        return KITH_OUTCOME_UNCHANGED;
    }
  if (key[0] == '\0')
    return KITH_OUTCOME_UNCHANGED;
  said.id = kith_changeset_take_key (self->changes, KITH_TABLE_EXPERTISE);
  return kith_workbook_put (self, KITH_TABLE_EXPERTISE, &said);
}

static gboolean
check_post (KithReading *self, const Columns *columns, const KithPost *post)
{
  return kith_workbook_check (self, columns->plain[3],
                              kith_vocabulary_check_days_a_year (post->days_a_year)) &&
         kith_workbook_check (self, columns->plain[2],
                              kith_vocabulary_check_post_end (post->from_date, post->to_date));
}

static void
read_person (KithReading *self, const Columns *columns)
{
  const char *name = kith_reading_get_text (self, columns->person);
  const char *organisation = kith_reading_get_text (self, columns->organisation);
  g_auto (GStrv) areas = NULL;
  KithOutcome others = KITH_OUTCOME_UNCHANGED;
  KithOutcome outcome = KITH_OUTCOME_UNCHANGED;
  KithPost post;
  gboolean is_good;

  kith_row_clear (KITH_TABLE_POST, &post);
  is_good = kith_workbook_read_fields (self, KITH_TABLE_POST, post_columns,
                                       G_N_ELEMENTS (post_columns), columns->plain, &post);
  is_good = kith_workbook_read_urn (self, columns->urn, &post.urn) && is_good;
  is_good = is_good && check_post (self, columns, &post);
  if (is_good && name == NULL)
    {
      kith_reading_reject (self, columns->person, _ ("The row names no person. Give the name."));
      is_good = FALSE;
    }
  if (!is_good)
    return;
  post.person_id =
      kith_workbook_put_person (self, name, kith_reading_get_text (self, columns->email), &outcome);
  others = kith_workbook_put_urn (self, columns->urn, post.urn);
  post.organisation_id = kith_workbook_put_organisation (self, organisation, &others);
  areas = g_strsplit_set (kith_reading_get_text (self, columns->expertise) != NULL
                              ? kith_reading_get_text (self, columns->expertise)
                              : "",
                          ";\n", -1);
  for (guint a = 0; areas[a] != NULL; a++)
    kith_outcome_raise (&others, put_expertise (self, post.person_id, g_strstrip (areas[a])));
  if (post.title != NULL || post.urn != KITH_INT_NONE || organisation != NULL)
    {
      kith_outcome_raise (&others, outcome);
      outcome = put_post (self, &post);
    }
  kith_workbook_count (self, outcome, others);
}

/**
 * kith_people_read:
 * @self: a file of people under way
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * One row a post; several areas of expertise are parted by semicolons.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_people_read (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Columns columns;

  if (!kith_reading_need_column (self, "Person", &columns.person, error))
    return FALSE;
  kith_workbook_find_columns (self, post_columns, G_N_ELEMENTS (post_columns), columns.plain);
  columns.urn = kith_reading_find_column (self, "URN");
  columns.organisation = kith_reading_find_column (self, "Organisation");
  columns.expertise = kith_reading_find_column (self, "Expertise");
  columns.email = kith_reading_find_column (self, "Email|E-mail");
  while (kith_workbook_next (self, &reason))
    read_person (self, &columns);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
