/* reference-fragility.c: section 5 of METHODS, and finding 9
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <string.h>

/* What is taken away: a person, the money of one name, or an arrangement and its end. */
typedef struct
{
  gint64 person;
  const char *money; /* "" for the money without a name of arrangement */
  gint64 arrangement;
} Removal;

/* "Within the next 180 days is t < d ≤ t + 180." */
static gboolean
is_soon (ReferenceWork *work, KithDate d)
{
  return d != UNKNOWN && work->t < d && d <= work->t + 180;
}

/* "who hold a post or none is recorded for them" */
gboolean
reference_is_in_post (ReferenceWork *work, gint64 person)
{
  gsize n;
  const KithPost *rows = ROWS (work, POST, &n);
  gboolean has_post = FALSE, holds_one = FALSE;

  for (gsize i = 0; i < n; i++)
    if (rows[i].person_id == person)
      {
        has_post = TRUE;
        holds_one = holds_one || reference_lasts (rows[i].from_date, rows[i].to_date, work->t);
      }
  return holds_one || !has_post;
}

/* "that person is the only one and no memorandum is in force" */
gboolean
reference_is_run_by_one (ReferenceWork *work, const KithArrangement *a, gint64 person)
{
  const gint64 named[] = { a->lead_person_id, a->coordinator_id, a->deputy_id };
  gboolean is_named = FALSE;
  KithDate last;

  if (a->memorandum != NULL &&
      (strcmp (a->memorandum, "yes") == 0 ||
       (kith_date_parse (a->memorandum, -1, &last) && last != UNKNOWN && last >= work->t)))
    return FALSE;
  for (guint p = 0; p < 3; p++)
    {
      if (named[p] == NONE || !reference_is_in_post (work, named[p]))
        continue;
      if (named[p] != person)
        return FALSE;
      is_named = TRUE;
    }
  return is_named;
}

static gboolean
is_same_money (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1), *other = g_utf8_casefold (b, -1);

  return strcmp (g_strstrip (one), g_strstrip (other)) == 0;
}

static gboolean
is_struck (ReferenceWork *work, const KithArrangement *a, const Removal *gone)
{
  if (gone->person != NONE)
    return reference_is_run_by_one (work, a, gone->person);
  if (gone->money == NULL)
    return a->id == gone->arrangement;
  if (!is_soon (work, a->funding_ends))
    return FALSE;
  return *gone->money == '\0' ? a->id == gone->arrangement
                              : a->funding != NULL && is_same_money (a->funding, gone->money);
}

/* "What ends a parent, money included, ends its children." */
static gboolean
is_gone (ReferenceWork *work, const KithArrangement *a, const Removal *gone)
{
  gsize n;

  ROWS (work, ARRANGEMENT, &n);
  for (gsize step = 0; a != NULL && step <= n; step++)
    {
      if (is_struck (work, a, gone))
        return TRUE;
      a = kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, a->parent_id);
    }
  return FALSE;
}

/* Is i tied to anybody by what is left? */
static gboolean
has_link_without (ReferenceWork *work, guint i, const Removal *gone)
{
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (!reference_kinds[g->kind].ties || reference_is_assembly (work, g) ||
          (g->row != NULL && is_gone (work, g->row, gone)) ||
          reference_get_recency (work, g, work->schools[i].school->urn) < 0.25)
        continue;
      for (guint j = 0; j < work->n; j++)
        if (j != i && reference_get_recency (work, g, work->schools[j].school->urn) >= 0.25)
          return TRUE;
    }
  return FALSE;
}

static void
try_removal (ReferenceWork *work, guint i, const Removal *gone, const char *thread)
{
  if (work->schools[i].thread != NULL || has_link_without (work, i, gone))
    return;
  work->schools[i].finding[9] = 'a';
  work->schools[i].thread = thread;
}

/* People first, then money, then ends. */
void
reference_find_9 (ReferenceWork *work, guint i)
{
  gsize n, n_people;
  const KithArrangement *rows = ROWS (work, ARRANGEMENT, &n);
  const KithPerson *people = ROWS (work, PERSON, &n_people);

  if (work->schools[i].links == 0)
    return;
  for (gsize p = 0; p < n_people; p++)
    try_removal (work, i, &(Removal){ people[p].id, NULL, NONE }, "person");
  for (gsize a = 0; a < n; a++)
    if (reference_is_arrangement_active (work, &rows[a], work->t) &&
        is_soon (work, rows[a].funding_ends))
      try_removal (work, i,
                   &(Removal){ NONE, rows[a].funding == NULL ? "" : rows[a].funding, rows[a].id },
                   "money");
  for (gsize a = 0; a < n; a++)
    if (reference_is_arrangement_active (work, &rows[a], work->t) && is_soon (work, rows[a].ends))
      try_removal (work, i, &(Removal){ NONE, NULL, rows[a].id }, "end");
}
