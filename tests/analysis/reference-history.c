/* reference-history.c: section 4 of METHODS, findings 3, 5, 6 and 8
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <string.h>

static gboolean
is_one_of (const char *key, const char *const *keys)
{
  return g_strv_contains (keys, key);
}

static const char *const trusts[] = { "trust", "single-academy-trust",
                                      "secure-single-academy-trust", NULL };

/* Is g one of the arrangements that give i an edge to j? */
static gboolean
is_carried (ReferenceWork *work, const ReferenceThing *g, guint i, guint j)
{
  return i != j && reference_kinds[g->kind].ties && !reference_is_assembly (work, g) &&
         reference_get_recency (work, g, work->schools[i].school->urn) >= 0.25 &&
         reference_get_recency (work, g, work->schools[j].school->urn) >= 0.25;
}

static gboolean
is_folded_same (const char *a, const char *b)
{
  g_autofree char *one = a == NULL ? NULL : g_strstrip (g_ascii_strdown (a, -1));
  g_autofree char *other = b == NULL ? NULL : g_strstrip (g_ascii_strdown (b, -1));

  return one != NULL && other != NULL && *one != '\0' && strcmp (one, other) == 0 &&
         strcmp (one, "not applicable") != 0;
}

/* The name under which a school has a sponsor or diocese, in a list or in its own cell. */
static gboolean
has_name (ReferenceWork *work, const KithSchool *s, const char *kind, const char *name)
{
  KithDate joined;

  if (is_folded_same (strcmp (kind, "sponsor") == 0 ? s->sponsors : s->diocese, name))
    return TRUE;
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (strcmp (reference_kinds[g->kind].key, kind) == 0 && is_folded_same (g->name, name) &&
          reference_is_member (work, g, s->urn, &joined))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_shared_name (ReferenceWork *work, guint i, const char *kind, const char *name)
{
  if (name == NULL || !has_name (work, work->schools[i].school, kind, name))
    return FALSE;
  for (guint j = 0; j < work->n; j++)
    if (reference_is_tied (work, i, j) && !has_name (work, work->schools[j].school, kind, name))
      return FALSE;
  return TRUE;
}

static gboolean
is_shared_trust (ReferenceWork *work, guint i, const ReferenceThing *g)
{
  KithDate joined;

  if (!is_one_of (reference_kinds[g->kind].key, trusts) ||
      !reference_is_member (work, g, work->schools[i].school->urn, &joined))
    return FALSE;
  for (guint j = 0; j < work->n; j++)
    if (reference_is_tied (work, i, j) &&
        !reference_is_member (work, g, work->schools[j].school->urn, &joined))
      return FALSE;
  return TRUE;
}

/* Any trust, sponsor or diocese that the school and all tied to it have. */
static gboolean
has_shared_house (ReferenceWork *work, guint i)
{
  static const char *const named[] = { "sponsor", "diocese" };
  const KithSchool *s = work->schools[i].school;

  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (is_shared_trust (work, i, g))
        return TRUE;
      for (guint n = 0; n < G_N_ELEMENTS (named); n++)
        if (strcmp (reference_kinds[g->kind].key, named[n]) == 0 &&
            is_shared_name (work, i, named[n], g->name))
          return TRUE;
    }
  return is_shared_name (work, i, "sponsor", s->sponsors) ||
         is_shared_name (work, i, "diocese", s->diocese);
}

static void
judge_answers (ReferenceWork *work, ReferenceSchool *s, const gboolean *is_own)
{
  gint64 urn = s->school->urn;
  gboolean any_none = FALSE, some_unrecorded = FALSE;
  KithDate day;

  for (guint k = 0; k < reference_n_kinds; k++)
    {
      const char *key = reference_kinds[k].key;
      char answer = reference_get_answer (work, urn, key);

      if (!reference_kinds[k].ties || is_own[k])
        continue;
      any_none = any_none || answer == 'n';
      some_unrecorded =
          some_unrecorded || (answer == 's' && reference_get_held (work, urn, key, &day) == 's' &&
                              !reference_is_recorded (work, urn, key));
    }
  s->finding[3] = any_none && !some_unrecorded ? 'a' : 'k';
  if (some_unrecorded)
    s->state[3] = "answered, not recorded";
  else if (!any_none)
    s->state[3] = "nobody has asked about other links";
}

/* "Exactly one arrangement carries i's edges, or one trust, sponsor or diocese of i is shared." */
void
reference_find_3 (ReferenceWork *work, guint i)
{
  g_autofree gboolean *is_own = g_new0 (gboolean, reference_n_kinds);
  guint n_carrying = 0;

  if (work->schools[i].links == 0)
    return;
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);
      gboolean is_carrying = FALSE;

      for (guint j = 0; j < work->n; j++)
        is_carrying = is_carrying || is_carried (work, g, i, j);
      n_carrying += is_carrying;
      is_own[g->kind] = is_own[g->kind] || is_carrying;
    }
  if (n_carrying == 1 || has_shared_house (work, i))
    judge_answers (work, &work->schools[i], is_own);
}

/* "Seeking a trust": the latest row on or before t, unless its level is 0 or met. */
static gboolean
is_seeking (ReferenceWork *work, gint64 urn)
{
  gsize n;
  const KithNeed *rows = ROWS (work, NEED, &n);
  const KithNeed *latest = NULL;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == urn && is_folded_same (rows[i].area, "Seeking a trust") &&
        (rows[i].date == UNKNOWN || rows[i].date <= work->t) &&
        (latest == NULL || rows[i].date >= latest->date))
      latest = &rows[i];
  return latest != NULL && !is_folded_same (latest->level, "0") &&
         !is_folded_same (latest->level, "met");
}

/* Did it hold on the day before d, and not on d? It, its arrangement and every parent. */
static gboolean
ended_on (ReferenceWork *work, const ReferenceStay *stay, KithDate d)
{
  return reference_is_stay_active (work, stay, d - 1) && !reference_is_stay_active (work, stay, d);
}

void
reference_find_5 (ReferenceWork *work, guint i)
{
  static const char *const houses[] = {
    "trust",      "single-academy-trust", "secure-single-academy-trust",
    "federation", "area-partnership",     "learning-partnership",
    NULL
  };
  gint64 urn = work->schools[i].school->urn;
  KithDate since = kith_date_add_months (work->t, -24), joined;
  gboolean is_in = FALSE, has_left = FALSE;

  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      is_in = is_in || (is_one_of (reference_kinds[g->kind].key, houses) &&
                        reference_is_member (work, g, urn, &joined));
    }
  for (guint s = 0; s < work->stays->len; s++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);

      if (stay->row == NULL || stay->urn != urn ||
          !is_one_of (reference_kinds[stay->kind].key, houses))
        continue;
      for (KithDate d = since + 1; d <= work->t; d++)
        has_left = has_left || ended_on (work, stay, d);
    }
  if ((has_left && !is_in) || is_seeking (work, urn))
    work->schools[i].finding[5] = 'r';
}

/* Is later a successor of urn, or one of a successor of it? Links known on t. */
static gboolean
follows (ReferenceWork *work, gint64 later, gint64 urn, guint depth)
{
  gsize n;
  const KithSchoolLink *rows = ROWS (work, SCHOOL_LINK, &n);

  if (later == urn)
    return TRUE;
  for (gsize i = 0; i < n && depth > 0; i++)
    if (rows[i].date <= work->t &&
        ((g_str_has_prefix (rows[i].kind, "Predecessor") && rows[i].urn == later &&
          follows (work, rows[i].link_urn, urn, depth - 1)) ||
         (g_str_has_prefix (rows[i].kind, "Successor") && rows[i].link_urn == later &&
          follows (work, rows[i].urn, urn, depth - 1))))
      return TRUE;
  return FALSE;
}

/* A joining of a trust that lasted at least a day. */
static gboolean
is_joining (ReferenceWork *work, const ReferenceStay *stay)
{
  return stay->row != NULL && stay->urn != NONE &&
         is_one_of (reference_kinds[stay->kind].key, trusts) && stay->joined != UNKNOWN &&
         stay->joined <= work->t && (stay->left == UNKNOWN || stay->left > stay->joined) &&
         (stay->arrangement->ends == UNKNOWN || stay->arrangement->ends > stay->joined);
}

static gboolean
is_in_on (ReferenceWork *work, const ReferenceStay *stay, KithDate day)
{
  const KithSchool *s = kith_ledger_find (work->ledger, KITH_TABLE_SCHOOL, stay->urn);

  return reference_lasts (stay->joined, stay->left, day) &&
         (s == NULL || s->closed == UNKNOWN || s->closed > day);
}

static gboolean
is_on_path (const GArray *path, gint64 urn)
{
  for (guint p = 0; p < path->len; p++)
    if (g_array_index (path, gint64, p) == urn)
      return TRUE;
  return FALSE;
}

/* The last day, before d, on which a school of the path was in trust from, which it joined on
   day joined. */
static KithDate
find_last_day (ReferenceWork *work,
               const GArray *path,
               const KithArrangement *from,
               KithDate joined,
               KithDate d)
{
  for (KithDate day = d - 1; day >= joined; day--)
    for (guint s = 0; s < work->stays->len; s++)
      {
        const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);

        if (is_joining (work, stay) && is_on_path (path, stay->urn) && stay->arrangement == from &&
            stay->joined == joined && is_in_on (work, stay, day))
          return day;
      }
  return 0;
}

/* Did all of trust from, two or more, join trust to on day d, as themselves or as those that
   came after them? */
static gboolean
is_merger (ReferenceWork *work,
           const KithArrangement *from,
           const KithArrangement *to,
           KithDate last,
           KithDate d)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint s = 0; s < work->stays->len; s++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);
      gboolean has_moved = FALSE;

      if (stay->row == NULL || stay->arrangement != from || stay->urn == NONE ||
          !is_in_on (work, stay, last))
        continue;
      for (guint o = 0; o < work->stays->len; o++)
        {
          const ReferenceStay *other = &g_array_index (work->stays, ReferenceStay, o);

          has_moved =
              has_moved || (other->row != NULL && other->arrangement == to && other->joined == d &&
                            other->urn != NONE && follows (work, other->urn, stay->urn, 8));
        }
      if (!has_moved)
        return FALSE;
      if (!is_on_path (members, stay->urn))
        g_array_append_val (members, stay->urn);
    }
  return members->len >= 2;
}

/* The trusts joined on the path's next day after d; the lowest key first. */
static GPtrArray *
list_joined (ReferenceWork *work, const GArray *path, KithDate after, KithDate *day)
{
  GPtrArray *found = g_ptr_array_new ();
  const KithArrangement *least = NULL;

  *day = UNKNOWN;
  for (guint pass = 0; pass < 2; pass++)
    for (guint s = 0; s < work->stays->len; s++)
      {
        const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, s);

        if (!is_joining (work, stay) || !is_on_path (path, stay->urn) || stay->joined <= after)
          continue;
        if (pass == 0 && (*day == UNKNOWN || stay->joined < *day))
          *day = stay->joined;
        if (pass == 1 && stay->joined == *day)
          {
            g_ptr_array_add (found, (gpointer)stay->arrangement);
            if (least == NULL || stay->arrangement->id < least->id)
              least = stay->arrangement;
          }
      }
  if (least != NULL)
    g_ptr_array_insert (found, 0, (gpointer)least);
  return found;
}

static guint
count_changes (ReferenceWork *work, const GArray *path)
{
  KithDate since = kith_date_add_months (work->t, -60), day, before_day = UNKNOWN;
  g_autoptr (GPtrArray) before = list_joined (work, path, 0, &before_day);
  guint n = 0;

  while (before->len > 0)
    {
      GPtrArray *joined = list_joined (work, path, before_day, &day);
      gboolean is_same = FALSE;

      for (guint a = 0; a < before->len; a++)
        is_same = is_same || g_ptr_array_find (joined, before->pdata[a], NULL);
      if (joined->len > 0 && !is_same && day > since)
        n += !is_merger (work, before->pdata[0], joined->pdata[0],
                         find_last_day (work, path, before->pdata[0], before_day, day), day);
      g_ptr_array_unref (before);
      before = joined;
      before_day = day;
    }
  return n;
}

/* The most changes on any path that goes on to predecessors until it can go no further. */
static guint
find_most_changes (ReferenceWork *work, GArray *path)
{
  gsize n;
  const KithSchoolLink *rows = ROWS (work, SCHOOL_LINK, &n);
  gint64 at = g_array_index (path, gint64, path->len - 1);
  gboolean is_end = TRUE;
  guint most = 0;

  for (gsize i = 0; i < n; i++)
    {
      gint64 before = NONE;

      if (rows[i].date != UNKNOWN && rows[i].date > work->t)
        continue;
      if (g_str_has_prefix (rows[i].kind, "Predecessor") && rows[i].urn == at)
        before = rows[i].link_urn;
      if (g_str_has_prefix (rows[i].kind, "Successor") && rows[i].link_urn == at)
        before = rows[i].urn;
      if (before == NONE || is_on_path (path, before))
        continue;
      is_end = FALSE;
      g_array_append_val (path, before);
      most = MAX (most, find_most_changes (work, path));
      g_array_set_size (path, path->len - 1);
    }
  return is_end ? count_changes (work, path) : most;
}

void
reference_find_6 (ReferenceWork *work, guint i)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (path, work->schools[i].school->urn);
  if (find_most_changes (work, path) >= 2)
    work->schools[i].finding[6] = 'a';
}

static void
mark (ReferenceWork *work, guint i, gboolean *seen)
{
  seen[i] = TRUE;
  for (guint j = 0; j < work->n; j++)
    if (!seen[j] && reference_is_tied (work, i, j))
      mark (work, j, seen);
}

void
reference_find_8 (ReferenceWork *work, guint i)
{
  g_autofree gboolean *own = g_new0 (gboolean, work->n);

  mark (work, i, own);
  if (work->schools[i].links == 0 || work->schools[i].component >= 5)
    return;
  for (guint j = 0; j < work->n; j++)
    if (!own[j] && 2 * work->schools[j].component > work->n)
      work->schools[i].finding[8] = 'a';
}
