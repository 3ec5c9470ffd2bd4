/* reference-reach.c: section 4 of METHODS, finding 10
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <string.h>

/* "Areas match trimmed and case folded." */
static gboolean
is_same_area (const char *a, const char *b)
{
  g_autofree char *x = g_strstrip (g_utf8_casefold (a != NULL ? a : "", -1));
  g_autofree char *y = g_strstrip (g_utf8_casefold (b != NULL ? b : "", -1));

  return *x != '\0' && strcmp (x, y) == 0;
}

/* "The latest row per school, area and side holds; level 0 or met ends it." */
static void
read_row (ReferenceWork *work, KithDate date, const char *level, KithDate *latest, gboolean *holds)
{
  if ((date != UNKNOWN && date > work->t) || date < *latest)
    return;
  *latest = date;
  *holds = level == NULL || (strcmp (level, "met") != 0 && strcmp (level, "0") != 0);
}

static gboolean
is_needed (ReferenceWork *work, gint64 urn, const char *area)
{
  gsize n;
  const KithNeed *rows = ROWS (work, NEED, &n);
  KithDate latest = 0;
  gboolean is_held = FALSE;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == urn && is_same_area (rows[i].area, area))
      read_row (work, rows[i].date, rows[i].level, &latest, &is_held);
  return is_held;
}

/* Exactly one of the three says who. */
static gboolean
is_strong (ReferenceWork *work, gint64 urn, gint64 person, gint64 organisation, const char *area)
{
  gsize n;
  const KithExpertise *rows = ROWS (work, EXPERTISE, &n);
  KithDate latest = 0;
  gboolean is_held = FALSE;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == urn && rows[i].person_id == person &&
        rows[i].organisation_id == organisation && is_same_area (rows[i].area, area))
      read_row (work, rows[i].date, rows[i].level, &latest, &is_held);
  return is_held;
}

/* "Schools reached": within two introductions, itself not counted. */
static gboolean
is_reached (ReferenceWork *work, guint i, guint j)
{
  if (i == j)
    return FALSE;
  if (reference_is_tied (work, i, j))
    return TRUE;
  for (guint k = 0; k < work->n; k++)
    if (reference_is_tied (work, i, k) && reference_is_tied (work, k, j))
      return TRUE;
  return FALSE;
}

/* "Arrangements live for i or a school tied to i"; affiliations are "used by 4.3 only". */
static gboolean
is_near (ReferenceWork *work, guint i, const ReferenceThing *g)
{
  if (!reference_kinds[g->kind].ties)
    return FALSE;
  for (guint j = 0; j < work->n; j++)
    if ((j == i || reference_is_tied (work, i, j)) &&
        reference_get_recency (work, g, work->schools[j].school->urn) >= 0.25)
      return TRUE;
  return FALSE;
}

static gboolean
is_organisation_reached (ReferenceWork *work, guint i, gint64 organisation)
{
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (!is_near (work, i, g))
        continue;
      if (g->row != NULL && g->row->lead_organisation_id == organisation)
        return TRUE;
      for (guint s = 0; s < work->stays->len; s++)
        {
          const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);

          if (stay->organisation == organisation && reference_is_same_thing (stay, g) &&
              reference_is_stay_active (work, stay, work->t))
            return TRUE;
        }
    }
  return FALSE;
}

/* A school reached, or one that leads such an arrangement; "the school's own does not count". */
static gboolean
is_school_reached (ReferenceWork *work, guint i, guint j)
{
  if (i == j)
    return FALSE;
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (g->row != NULL && g->row->lead_urn == work->schools[j].school->urn &&
          is_near (work, i, g))
        return TRUE;
    }
  return is_reached (work, i, j);
}

static gboolean
is_person_reached (ReferenceWork *work, guint i, gint64 person)
{
  gsize n;
  const KithPost *posts = ROWS (work, POST, &n);
  gboolean any_recorded = FALSE, any_held = FALSE, is_reached_in_post = FALSE;

  for (gsize p = 0; p < n; p++)
    {
      if (posts[p].person_id != person)
        continue;
      any_recorded = TRUE;
      if (!reference_lasts (posts[p].from_date, posts[p].to_date, work->t))
        continue;
      any_held = TRUE;
      for (guint j = 0; j < work->n; j++)
        is_reached_in_post = is_reached_in_post || (posts[p].urn == work->schools[j].school->urn &&
                                                    is_school_reached (work, i, j));
      is_reached_in_post =
          is_reached_in_post || (posts[p].organisation_id != NONE &&
                                 is_organisation_reached (work, i, posts[p].organisation_id));
    }
  if (is_reached_in_post)
    return TRUE;
  for (guint k = 0; k < work->things->len && (any_held || !any_recorded); k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (g->row != NULL &&
          (g->row->lead_person_id == person || g->row->coordinator_id == person ||
           g->row->deputy_id == person) &&
          is_near (work, i, g))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_helped (ReferenceWork *work, guint i, const char *area)
{
  gsize n_people, n_organisations;
  const KithPerson *people = ROWS (work, PERSON, &n_people);
  const KithOrganisation *organisations = ROWS (work, ORGANISATION, &n_organisations);

  for (guint j = 0; j < work->n; j++)
    if (is_strong (work, work->schools[j].school->urn, NONE, NONE, area) &&
        is_school_reached (work, i, j))
      return TRUE;
  for (gsize p = 0; p < n_people; p++)
    if (is_strong (work, NONE, people[p].id, NONE, area) &&
        is_person_reached (work, i, people[p].id))
      return TRUE;
  for (gsize o = 0; o < n_organisations; o++)
    if (is_strong (work, NONE, NONE, organisations[o].id, area) &&
        is_organisation_reached (work, i, organisations[o].id))
      return TRUE;
  return FALSE;
}

void
reference_find_10 (ReferenceWork *work, guint i)
{
  gsize n;
  const KithNeed *rows = ROWS (work, NEED, &n);
  gint64 urn = work->schools[i].school->urn;

  for (gsize r = 0; r < n; r++)
    if (rows[r].urn == urn && !is_same_area (rows[r].area, "Seeking a trust") &&
        is_needed (work, urn, rows[r].area) && !is_helped (work, i, rows[r].area))
      work->schools[i].finding[10] = 'a';
}
