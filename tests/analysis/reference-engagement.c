/* reference-engagement.c: METHODS, section 3, engaged, silent, patch and not reached, read off
 * slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <stdlib.h>
#include <string.h>

static gboolean
is_member (ReferenceWork *work, const KithArrangement *a, gint64 urn)
{
  const ReferenceThing thing = { a, a->name, 0 };
  KithDate joined;

  return reference_is_member (work, &thing, urn, &joined);
}

static gboolean
has_party (ReferenceWork *work, gint64 contact, gint64 urn, gint64 organisation)
{
  gsize n;
  const KithContactParty *rows = ROWS (work, CONTACT_PARTY, &n);

  if (urn != NONE)
    return reference_is_party (work, contact, urn);
  for (gsize i = 0; i < n; i++)
    if (rows[i].contact_id == contact && rows[i].urn == NONE &&
        rows[i].organisation_id == organisation)
      return TRUE;
  return FALSE;
}

/* The latest contact under it with that school or organisation. */
static KithDate
find_last (ReferenceWork *work, const KithArrangement *a, gint64 urn, gint64 organisation)
{
  gsize n;
  const KithContact *contacts = ROWS (work, CONTACT, &n);
  KithDate last = UNKNOWN;

  for (gsize c = 0; c < n; c++)
    if (contacts[c].arrangement_id == a->id && contacts[c].date <= work->t &&
        contacts[c].date > last && has_party (work, contacts[c].id, urn, organisation))
      last = contacts[c].date;
  return last;
}

static gboolean
is_in_scope_now (ReferenceWork *work, gint64 urn)
{
  for (guint i = 0; i < work->n; i++)
    if (work->schools[i].school->urn == urn)
      return TRUE;
  return FALSE;
}

static void
count_others (ReferenceWork *work, ReferenceArrangement *it)
{
  KithDate year = kith_date_add_months (work->t, -12);

  for (guint s = 0; s < work->stays->len; s++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);
      gboolean is_known = FALSE;

      if (stay->arrangement != it->arrangement || !reference_is_stay_active (work, stay, work->t) ||
          (stay->urn != NONE &&
           (is_in_scope_now (work, stay->urn) || !is_member (work, it->arrangement, stay->urn))))
        continue;
      for (guint b = 0; b < s; b++)
        {
          const ReferenceStay *before = &g_array_index (work->stays, ReferenceStay, b);

          is_known =
              is_known || (before->arrangement == it->arrangement &&
                           reference_is_stay_active (work, before, work->t) &&
                           before->urn == stay->urn && before->organisation == stay->organisation);
        }
      if (is_known)
        continue;
      it->others++;
      it->others_engaged += find_last (work, it->arrangement, stay->urn, stay->organisation) > year;
    }
}

/* The role of the spell that it joined last. */
static const char *
get_role (ReferenceWork *work, const KithArrangement *a, gint64 urn)
{
  const ReferenceStay *latest = NULL;

  for (guint s = 0; s < work->stays->len; s++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);

      if (stay->arrangement == a && stay->urn == urn && stay->row != NULL &&
          reference_is_stay_active (work, stay, work->t) &&
          (latest == NULL || stay->joined > latest->joined))
        latest = stay;
    }
  return latest == NULL ? NULL : latest->row->role;
}

static int
find_lead (ReferenceWork *work, const KithArrangement *a)
{
  for (guint i = 0; i < work->n; i++)
    if (work->schools[i].school->urn == a->lead_urn)
      return (int)i;
  for (int r = 0; r < 2; r++)
    for (guint i = 0; i < work->n; i++)
      if (is_member (work, a, work->schools[i].school->urn) &&
          g_strcmp0 (get_role (work, a, work->schools[i].school->urn), r == 0 ? "hub" : "lead") ==
              0)
        return (int)i;
  return -1;
}

static double
get_metres (const KithSchool *s, double x, double y)
{
  return sqrt ((s->easting - x) * (s->easting - x) + (s->northing - y) * (s->northing - y));
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

/* The distance that holds nine tenths of its members. */
static void
find_circle (ReferenceWork *work, ReferenceArrangement *it, int lead, double *x, double *y)
{
  g_autofree double *metres = g_new (double, work->n + 1);
  guint n = 0, holds = 0;

  if (lead >= 0 && reference_is_placed (work, (guint)lead))
    {
      *x = work->schools[lead].school->easting;
      *y = work->schools[lead].school->northing;
      it->patch = 'l';
    }
  else
    {
      *x = *y = 0;
      it->patch = 'm';
      for (guint i = 0; i < work->n; i++)
        if (is_member (work, it->arrangement, work->schools[i].school->urn) &&
            reference_is_placed (work, i))
          {
            *x += work->schools[i].school->easting;
            *y += work->schools[i].school->northing;
            n++;
          }
      *x /= n;
      *y /= n;
      if (n == 0)
        it->patch = 'n';
    }
  n = 0;
  for (guint i = 0; i < work->n; i++)
    if (is_member (work, it->arrangement, work->schools[i].school->urn) &&
        reference_is_placed (work, i))
      metres[n++] = get_metres (work->schools[i].school, *x, *y);
  qsort (metres, n, sizeof *metres, compare_doubles);
  while (holds < n && 10 * holds < 9 * n)
    holds++;
  it->metres = n == 0 ? NAN : metres[holds - 1];
}

static gboolean
has_word (const char *kinds, const char *kind)
{
  g_autofree char *word = g_strdup_printf (" %s ", kind);

  return strstr (kinds, word) != NULL;
}

/* Of its phases: those of its members; all-through counts as secondary. */
static gboolean
is_of_phase (ReferenceWork *work, const KithArrangement *a, guint i)
{
  for (guint j = 0; j < work->n; j++)
    if (reference_get_phase (work->schools[i].school) != 0 &&
        is_member (work, a, work->schools[j].school->urn) &&
        reference_get_phase (work->schools[j].school) ==
            reference_get_phase (work->schools[i].school))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_areas (ReferenceWork *work, const KithArrangement *a, guint i)
{
  g_auto (GStrv) areas = g_strsplit (a->patch, ";", -1);

  for (guint k = 0; areas[k] != NULL; k++)
    {
      const char *area = g_strstrip (areas[k]);

      if (atoi (area) > 0 ? atoi (area) == work->schools[i].la
                          : g_ascii_strcasecmp (area, work->schools[i].school->district) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
find_not_reached (ReferenceWork *work, ReferenceArrangement *it)
{
  const KithArrangement *a = it->arrangement;
  gboolean is_recorded = a->patch != NULL && *a->patch != '\0';
  int lead = find_lead (work, a);
  double x = NAN, y = NAN;

  it->patch = 'n';
  it->metres = NAN;
  if (it->schools == 0 ||
      (!is_recorded &&
       !has_word (" hub teaching-school-alliance area-partnership cluster zone steering-group "
                  "learning-partnership work-strand programme other ",
                  a->kind)))
    return;
  if (is_recorded)
    it->patch = 'r';
  else
    find_circle (work, it, lead, &x, &y);
  for (guint i = 0; i < work->n && it->patch != 'n'; i++)
    {
      const KithSchool *s = work->schools[i].school;

      if (!is_of_phase (work, a, i) ||
          !(is_recorded ? is_in_areas (work, a, i)
                        : reference_is_placed (work, i) && get_metres (s, x, y) <= it->metres))
        continue;
      it->in_patch++;
      if (is_member (work, a, s->urn) || (int)i == lead)
        continue;
      g_array_append_val (it->not_reached, s->urn);
      it->guests += find_last (work, a, s->urn, NONE) != UNKNOWN;
    }
}

void
reference_find_reach (ReferenceWork *work, ReferenceArrangement *it)
{
  KithDate year = kith_date_add_months (work->t, -12);

  it->not_reached = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < work->n; i++)
    {
      gint64 urn = work->schools[i].school->urn;

      if (!is_member (work, it->arrangement, urn))
        continue;
      it->schools++;
      it->engaged += find_last (work, it->arrangement, urn, NONE) > year;
    }
  count_others (work, it);
  find_not_reached (work, it);
}

void
reference_find_untouched (ReferenceWork *work)
{
  gsize n;
  const KithArrangement *rows = ROWS (work, ARRANGEMENT, &n);

  for (guint i = 0; i < work->n; i++)
    {
      gint64 urn = work->schools[i].school->urn;
      gboolean is_touched = FALSE;

      for (gsize a = 0; a < n; a++)
        is_touched = is_touched || (has_word (" hub teaching-school-alliance ", rows[a].kind) &&
                                    reference_is_arrangement_active (work, &rows[a], work->t) &&
                                    (is_member (work, &rows[a], urn) || rows[a].lead_urn == urn ||
                                     find_last (work, &rows[a], urn, NONE) != UNKNOWN));
      if (work->schools[i].is_home && !is_touched)
        g_array_append_val (work->out->untouched, urn);
    }
}
