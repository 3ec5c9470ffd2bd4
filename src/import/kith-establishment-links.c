/* kith-establishment-links.c: reads GIAS links between establishments
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"
#include "kith-lookup-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  KithReading *reading;
  guint urn;
  guint link_urn;
  guint name;
  guint kind;
  guint date;
  KithLookup *links;       /* by urn, link_urn and kind */
  KithLookup *memberships; /* by urn */
} Reader;

static gboolean
init_reader (Reader *self, KithReading *reading, GError **error)
{
  static const char *const by_link[] = { "urn", "link_urn", "kind", NULL };
  static const char *const by_school[] = { "urn", NULL };

  *self = (Reader){ .reading = reading };
  if (!kith_reading_need_column (reading, "URN", &self->urn, error) ||
      !kith_reading_need_column (reading, "LinkURN", &self->link_urn, error) ||
      !kith_reading_need_column (reading, "LinkType", &self->kind, error))
    return FALSE;
  self->name = kith_reading_find_column (reading, "LinkName");
  self->date = kith_reading_find_column (reading, "LinkEstablishedDate");
  self->links = kith_lookup_new (reading->changes, KITH_TABLE_SCHOOL_LINK, by_link);
  self->memberships = kith_lookup_new (reading->changes, KITH_TABLE_MEMBERSHIP, by_school);
  return TRUE;
}

/* Whether an officer, not GIAS, has recorded that the school is in something. */
static gboolean
is_in_officers_arrangement (Reader *self, gint64 urn)
{
  KithMembership probe = { .urn = urn };
  const KithMembership *member;
  gsize at = 0;

  while ((member = kith_lookup_next (self->memberships, &probe, &at)) != NULL)
    {
      const KithArrangement *arrangement = kith_changeset_find (
          self->reading->changes, KITH_TABLE_ARRANGEMENT, member->arrangement_id);

      if (arrangement != NULL && arrangement->uid == KITH_INT_NONE &&
          member->left_date == KITH_DATE_UNKNOWN)
        return TRUE;
    }
  return FALSE;
}

static void
remark_successor (Reader *self, const KithSchoolLink *link)
{
  g_autofree char *kind = g_ascii_strdown (link->kind, -1);

  if (g_str_has_prefix (kind, "successor") && is_in_officers_arrangement (self, link->urn))
    kith_reading_remark (self->reading, self->link_urn,
                         _ ("This school follows one that is in arrangements which officers "
                            "recorded. Its memberships there can be carried over."));
}

static void
read_row (gpointer reader)
{
  Reader *self = reader;
  KithReading *reading = self->reading;
  const KithSchoolLink *before;
  KithSchoolLink row;
  KithOutcome outcome;
  const char *name;
  KithDate date;

  if (kith_reading_is_total (reading, self->urn))
    {
      kith_reading_count (reading, KITH_OUTCOME_SKIPPED);
      return;
    }
  kith_row_clear (KITH_TABLE_SCHOOL_LINK, &row);
  if (!kith_reading_get_urn (reading, self->urn, &row.urn) ||
      !kith_reading_get_urn (reading, self->link_urn, &row.link_urn) ||
      !kith_reading_get_date (reading, self->date, &date))
    return;
  row.kind = kith_reading_get_text (reading, self->kind);
  if (row.kind == NULL)
    {
      kith_reading_reject (reading, self->kind,
                           _ ("The row does not say what kind of link it is. Complete it."));
      return;
    }
  before = kith_lookup_find (self->links, &row);
  if (before != NULL)
    row = *before;
  else
    row.id = kith_changeset_take_key (reading->changes, KITH_TABLE_SCHOOL_LINK);
  name = kith_reading_get_text (reading, self->name);
  if (name != NULL && (reading->is_newest || row.name == NULL))
    row.name = name;
  if (date != KITH_DATE_UNKNOWN && (reading->is_newest || row.date == KITH_DATE_UNKNOWN))
    row.date = date;
  outcome = kith_reading_put (reading, KITH_TABLE_SCHOOL_LINK, &row);
  if (outcome != KITH_OUTCOME_UNCHANGED)
    kith_lookup_note (self->links, row.id);
  if (outcome == KITH_OUTCOME_ADDED)
    remark_successor (self, &row);
  kith_reading_count (reading, outcome);
}

/**
 * kith_establishment_links_read:
 * @self: a file under way
 * @error: return location for a #KithImportError
 *
 * Reads predecessors, successors and mergers as they stand: not reciprocal, in circles, with
 * and without a day. A newer file dates and renames them; absence removes none.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_establishment_links_read (KithReading *self, GError **error)
{
  Reader reader;
  gboolean is_whole;

  if (!init_reader (&reader, self, error))
    return FALSE;
  is_whole = kith_reading_each (self, read_row, &reader, error);
  kith_lookup_free (reader.links);
  kith_lookup_free (reader.memberships);
  return is_whole;
}
