/* reference-rivals.c: section 1 of METHODS, rivals, read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <string.h>

static gboolean
has_ages (const KithSchool *s)
{
  return s->low_age != NONE && s->high_age != NONE;
}

/* Ages 5 to 7 and 7 to 11 have no year in common, 5 to 8 and 7 to 11 have one. */
static gboolean
overlap (const KithSchool *a, const KithSchool *b)
{
  for (gint64 age = 0; age < 30; age++)
    if (a->low_age <= age && age + 1 <= a->high_age && b->low_age <= age && age + 1 <= b->high_age)
      return TRUE;
  return FALSE;
}

/* "such schools": of the same phase, with ages that overlap by a year or more */
static gboolean
is_such (ReferenceWork *work, guint i, guint j)
{
  const KithSchool *a = work->schools[i].school, *b = work->schools[j].school;

  return i != j && reference_get_phase (a) != 0 &&
         reference_get_phase (a) == reference_get_phase (b) && has_ages (a) && has_ages (b) &&
         overlap (a, b);
}

/* How many such schools are nearer to i than j is. */
static guint
count_nearer (ReferenceWork *work, guint i, guint j)
{
  double far = reference_get_distance (work, i, j);
  guint n = 0;

  for (guint k = 0; k < work->n; k++)
    {
      double d = reference_get_distance (work, i, k);

      n += k != j && is_such (work, i, k) && (d < far || (d == far && k < j));
    }
  return n;
}

static gboolean
are_near (ReferenceWork *work, guint i, guint j)
{
  char phase = reference_get_phase (work->schools[i].school);
  double limit = phase == 'p' || phase == 'n' ? 3000 : phase == 's' ? 6000 : -1;
  const char *nearest = kith_ledger_get_setting (work->ledger, "rivals.nearest");
  guint most = nearest == NULL ? 3 : g_str_equal (nearest, "0") ? G_MAXUINT : 1;

  return is_such (work, i, j) && reference_get_distance (work, i, j) < limit &&
         (count_nearer (work, i, j) < most || count_nearer (work, j, i) < most);
}

static gboolean
share_catchment (ReferenceWork *work, const KithSchool *a, const KithSchool *b)
{
  gsize n;
  const KithCatchment *rows = ROWS (work, CATCHMENT, &n);

  if (reference_get_phase (a) != reference_get_phase (b) || reference_get_phase (a) == 0)
    return FALSE;
  if (has_ages (a) && has_ages (b) && !overlap (a, b))
    return FALSE;
  for (gsize x = 0; x < n; x++)
    for (gsize y = 0; y < n; y++)
      if (rows[x].urn == a->urn && rows[y].urn == b->urn &&
          g_ascii_strcasecmp (rows[x].name, rows[y].name) == 0)
        return TRUE;
  return FALSE;
}

static char
find_rivalry (ReferenceWork *work, guint i, guint j)
{
  const KithSchool *a = work->schools[MIN (i, j)].school, *b = work->schools[MAX (i, j)].school;
  char found = are_near (work, i, j) ? 'd' : 0;
  gsize n;
  const KithRivalry *rows = ROWS (work, RIVALRY, &n);

  if (i == j)
    return 0;
  if (share_catchment (work, a, b))
    found = 'c';
  for (gsize r = 0; r < n; r++)
    if (rows[r].urn == a->urn && rows[r].other_urn == b->urn)
      found = strcmp (rows[r].decision, "rivals") == 0 ? 'o' : 0;
  return found;
}

void
reference_find_rivals (ReferenceWork *work)
{
  work->out->rivals = g_new0 (char, work->n * work->n + 1);
  for (guint i = 0; i < work->n; i++)
    for (guint j = 0; j < work->n; j++)
      work->out->rivals[i * work->n + j] = find_rivalry (work, i, j);
}
