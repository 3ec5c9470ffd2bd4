/* reference-findings.c: section 4 of METHODS, findings 1, 2, 4, 7 and the tiers
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <stdlib.h>
#include <string.h>

/* The answer about a kind, or about every kind: n none, s some, 0 blank or never asked. */
char
reference_get_held (ReferenceWork *work, gint64 urn, const char *kind, KithDate *asked)
{
  gsize n;
  const KithEnquiry *rows = ROWS (work, ENQUIRY, &n);
  const KithEnquiry *latest = NULL;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == urn && g_strcmp0 (rows[i].kind, kind) == 0 &&
        (rows[i].asked == UNKNOWN || rows[i].asked <= work->t) &&
        (latest == NULL || rows[i].asked >= latest->asked))
      latest = &rows[i];
  *asked = latest != NULL ? latest->asked : UNKNOWN;
  return latest == NULL || latest->answer == NULL ? 0 : latest->answer[0];
}

char
reference_get_answer (ReferenceWork *work, gint64 urn, const char *kind)
{
  KithDate own_day, every_day;
  char own = reference_get_held (work, urn, kind, &own_day);
  char every = reference_get_held (work, urn, NULL, &every_day);

  if (own != 0 && every != 0)
    return every_day > own_day ? every : own;
  return own != 0 ? own : every;
}

/* Recorded now or ended: it began on or before t. kind NULL: any that ties. */
gboolean
reference_is_recorded (ReferenceWork *work, gint64 urn, const char *kind)
{
  for (guint i = 0; i < work->stays->len; i++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, i);
      const KithArrangement *a = stay->arrangement;
      gboolean began = stay->joined <= work->t;
      gsize n;

      ROWS (work, ARRANGEMENT, &n);
      for (gsize step = 0; a != NULL && step <= n; step++)
        {
          began = began && a->starts <= work->t && g_strcmp0 (a->status, "proposed") != 0;
          a = kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, a->parent_id);
        }
      /* the establishment file says how it is, not how it was */
      if (stay->row == NULL && !reference_is_stay_active (work, stay, work->t))
        continue;
      if (stay->urn == urn && reference_kinds[stay->kind].ties && began &&
          (kind == NULL || strcmp (reference_kinds[stay->kind].key, kind) == 0))
        return TRUE;
    }
  return FALSE;
}

void
reference_find_1 (ReferenceWork *work, ReferenceSchool *s)
{
  gint64 urn = s->school->urn;
  gboolean any_live = FALSE, all_none = TRUE, all_answered = TRUE, some_unrecorded = FALSE;
  KithDate day;

  if (s->links > 0)
    return;
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      any_live = any_live ||
                 (reference_kinds[g->kind].ties && reference_get_recency (work, g, urn) >= 0.25);
    }
  for (guint k = 0; k < reference_n_kinds; k++)
    if (reference_kinds[k].ties)
      {
        all_none = all_none && reference_get_answer (work, urn, reference_kinds[k].key) == 'n';
        all_answered =
            all_answered && reference_get_answer (work, urn, reference_kinds[k].key) != 0;
        some_unrecorded = some_unrecorded ||
                          (reference_get_held (work, urn, reference_kinds[k].key, &day) == 's' &&
                           reference_get_answer (work, urn, reference_kinds[k].key) == 's' &&
                           !reference_is_recorded (work, urn, reference_kinds[k].key));
      }
  some_unrecorded = some_unrecorded || (reference_get_held (work, urn, NULL, &day) == 's' &&
                                        !reference_is_recorded (work, urn, NULL));

  if (!any_live && (reference_is_recorded (work, urn, NULL) || all_none))
    {
      s->finding[1] = 'r';
      return;
    }
  s->finding[1] = 'k';
  if (s->outside_links > 0)
    s->state[1] = "tied only to schools outside this register";
  else if (some_unrecorded)
    s->state[1] = "answered, not recorded";
  else if (!all_answered)
    s->state[1] = "nobody has asked";
}

void
reference_find_2 (ReferenceWork *work, guint i)
{
  gboolean any_placed = FALSE;

  for (guint j = 0; j < work->n; j++)
    any_placed = any_placed || (reference_is_tied (work, i, j) && reference_is_placed (work, j));
  if (work->schools[i].links > 0 && work->schools[i].local_links == 0 &&
      reference_is_placed (work, i) && any_placed)
    work->schools[i].finding[2] = 'a';
}

/* p n s h v t 6: as section 1 compares them; 0 where nobody knows */
char
reference_get_phase (const KithSchool *s)
{
  if (s->type != NULL && strstr (s->type, "eferral") != NULL)
    return 'v';
  if (s->type != NULL && strstr (s->type, "pecial") != NULL)
    return 'h';
  if (s->phase == NULL || strcmp (s->phase, "Not applicable") == 0)
    return 0;
  if (strcmp (s->phase, "Primary") == 0 || strcmp (s->phase, "Middle deemed primary") == 0)
    return 'p';
  if (strcmp (s->phase, "Nursery") == 0)
    return 'n';
  if (strcmp (s->phase, "16 plus") == 0)
    return '6';
  return 's'; /* Secondary, Middle deemed secondary, All-through */
}

guint
reference_find_neighbours (ReferenceWork *work, guint i, guint near[8])
{
  char phase = reference_get_phase (work->schools[i].school);
  guint n_near = 0;

  for (; n_near < 8; n_near++)
    {
      guint best = G_MAXUINT;

      for (guint j = 0; j < work->n; j++)
        {
          gboolean is_taken = j == i || phase == 0 ||
                              reference_get_phase (work->schools[j].school) != phase ||
                              !(reference_get_distance (work, i, j) <= 10000);

          for (guint m = 0; m < n_near; m++)
            is_taken = is_taken || near[m] == j;
          if (!is_taken && (best == G_MAXUINT || reference_get_distance (work, i, j) <
                                                     reference_get_distance (work, i, best)))
            best = j;
        }
      if (best == G_MAXUINT)
        break;
      near[n_near] = best;
    }
  return n_near;
}

gboolean
reference_is_above (ReferenceWork *work, const KithArrangement *above, const KithArrangement *below)
{
  gsize n;

  ROWS (work, ARRANGEMENT, &n);
  for (gsize step = 0; below != NULL && step <= n; step++)
    {
      if (below == above)
        return TRUE;
      below = kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, below->parent_id);
    }
  return FALSE;
}

void
reference_find_4 (ReferenceWork *work, guint i)
{
  guint near[8], n_near = reference_find_neighbours (work, i, near);
  gboolean any_placed = work->schools[i].links == 0;
  KithDate joined;

  if (n_near < 4)
    return;
  for (guint j = 0; j < work->n; j++)
    any_placed = any_placed || (reference_is_tied (work, i, j) && reference_is_placed (work, j));
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);
      gboolean is_part = FALSE;
      guint n_held = 0;

      if (!reference_kinds[g->kind].ties || reference_is_assembly (work, g))
        continue;
      for (guint m = 0; m < n_near; m++)
        n_held += reference_is_member (work, g, work->schools[near[m]].school->urn, &joined);
      for (guint l = 0; l < work->things->len; l++)
        {
          const ReferenceThing *h = &g_array_index (work->things, ReferenceThing, l);

          if (reference_is_member (work, h, work->schools[i].school->urn, &joined))
            is_part = is_part || h == g ||
                      (g->row != NULL && h->row != NULL &&
                       (reference_is_above (work, g->row, h->row) ||
                        reference_is_above (work, h->row, g->row)));
        }
      if (n_held + 1 >= n_near && !is_part)
        work->schools[i].finding[4] = work->schools[i].local_links == 0 && any_placed ? 'r' : 'a';
    }
}

gboolean
reference_is_in_own_trust (
    ReferenceWork *work, gint64 urn, gint64 other, gboolean is_organisation, KithDate day)
{
  for (guint a = 0; a < work->stays->len; a++)
    for (guint b = 0; b < work->stays->len; b++)
      {
        const ReferenceStay *own = &g_array_index (work->stays, ReferenceStay, a);
        const ReferenceStay *their = &g_array_index (work->stays, ReferenceStay, b);
        ReferenceThing thing = { own->arrangement, own->name, own->kind };

        if (own->urn == urn && other != NONE && reference_kinds[own->kind].is_own_trust &&
            (is_organisation ? their->organisation : their->urn) == other &&
            reference_is_same_thing (their, &thing) && reference_is_stay_active (work, own, day) &&
            reference_is_stay_active (work, their, day))
          return TRUE;
      }
  return FALSE;
}

gboolean
reference_is_word (const char *text, const char *word)
{
  return text != NULL && g_ascii_strcasecmp (text, word) == 0;
}

/* The single predecessor, or NONE. */
gint64
reference_get_predecessor (ReferenceWork *work, gint64 urn)
{
  gsize n;
  const KithSchoolLink *rows = ROWS (work, SCHOOL_LINK, &n);
  gint64 found = NONE;

  for (gsize i = 0; i < n; i++)
    {
      gint64 before = NONE;

      if (rows[i].date > work->t)
        continue;
      if (g_str_has_prefix (rows[i].kind, "Predecessor") && rows[i].urn == urn)
        before = rows[i].link_urn;
      if (g_str_has_prefix (rows[i].kind, "Successor") && rows[i].link_urn == urn)
        before = rows[i].urn;
      if (before == NONE || before == urn || before == found)
        continue;
      if (found != NONE)
        return NONE;
      found = before;
    }
  return found;
}

/* Whether other is the school itself, under this or a former URN. */
gboolean
reference_is_itself (ReferenceWork *work, gint64 urn, gint64 other)
{
  for (guint step = 0; urn != NONE && step < 100; step++)
    {
      if (urn == other)
        return TRUE;
      urn = reference_get_predecessor (work, urn);
    }
  return FALSE;
}

gboolean
reference_is_person_of (ReferenceWork *work, gint64 urn, gint64 as, gint64 person, KithDate day)
{
  gsize n;
  const KithPost *rows = ROWS (work, POST, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].person_id == person && reference_lasts (rows[i].from_date, rows[i].to_date, day) &&
        ((rows[i].urn != NONE && (reference_is_itself (work, urn, rows[i].urn) ||
                                  reference_is_in_own_trust (work, as, rows[i].urn, FALSE, day))) ||
         reference_is_in_own_trust (work, as, rows[i].organisation_id, TRUE, day)))
      return TRUE;
  return FALSE;
}

/* Does the contact count for the school, which took part in it as URN as? */
gboolean
reference_counts (ReferenceWork *work, gint64 urn, gint64 as, const KithContact *contact)
{
  gsize n;
  const KithContactParty *rows = ROWS (work, CONTACT_PARTY, &n);

  if (reference_is_word (contact->kind, "letter"))
    return FALSE;
  if (contact->officer != NULL || reference_is_word (contact->kind, "inspection"))
    return TRUE;
  for (gsize i = 0; i < n; i++)
    {
      const KithContactParty *p = &rows[i];

      if (p->contact_id != contact->id)
        continue;
      if (p->urn != NONE)
        {
          if (!reference_is_itself (work, urn, p->urn) &&
              !reference_is_in_own_trust (work, as, p->urn, FALSE, contact->date))
            return TRUE;
        }
      else if (p->organisation_id != NONE)
        {
          if (!reference_is_in_own_trust (work, as, p->organisation_id, TRUE, contact->date))
            return TRUE;
        }
      else if (p->person_id != NONE &&
               !reference_is_person_of (work, urn, as, p->person_id, contact->date))
        return TRUE;
    }
  return FALSE;
}

gboolean
reference_was_contacted_on (ReferenceWork *work, gint64 urn, KithDate day)
{
  gsize n;
  const KithContact *rows = ROWS (work, CONTACT, &n);

  for (gsize i = 0; i < n; i++)
    {
      gint64 as = urn;

      if (rows[i].date != day)
        continue;
      for (guint step = 0; as != NONE && step < 100; step++)
        {
          if (reference_is_party (work, rows[i].id, as) &&
              reference_counts (work, urn, as, &rows[i]))
            return TRUE;
          as = reference_get_predecessor (work, as);
        }
    }
  return FALSE;
}

/* Days after a, up to b, less the summer holidays: one by one. */
guint
reference_count_days (KithDate a, KithDate b)
{
  guint n = 0;

  for (KithDate d = a + 1; d <= b; d++)
    {
      int month, day;

      kith_date_get_parts (d, NULL, &month, &day);
      n += !((month == 7 && day >= 22) || month == 8);
    }
  return n;
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

gboolean
reference_was_recorded_since (ReferenceWork *work, gint64 urn, KithDate after)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (KithDate));
  gsize n;
  const KithMembership *memberships = ROWS (work, MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithSource *source =
          kith_ledger_find (work->ledger, KITH_TABLE_SOURCE, memberships[i].source_id);

      if (memberships[i].urn == urn &&
          (source == NULL || strcmp (source->kind, "partnerships") == 0))
        {
          g_array_append_val (days, memberships[i].joined);
          g_array_append_val (days, memberships[i].left_date);
        }
    }
#define ADD(TABLE, Type, first, second)                                                            \
  {                                                                                                \
    const Type *rows = ROWS (work, TABLE, &n);                                                     \
    for (gsize i = 0; i < n; i++)                                                                  \
      if (rows[i].urn == urn)                                                                      \
        {                                                                                          \
          g_array_append_val (days, rows[i].first);                                                \
          g_array_append_val (days, rows[i].second);                                               \
        }                                                                                          \
  }
  ADD (ACTION, KithAction, due, done);
  ADD (NEED, KithNeed, date, date);
  ADD (EXPERTISE, KithExpertise, date, date);
  ADD (ENQUIRY, KithEnquiry, asked, asked);
  ADD (POST, KithPost, from_date, to_date);
#undef ADD
  {
    const KithContact *rows = ROWS (work, CONTACT, &n);
    for (gsize i = 0; i < n; i++)
      if (reference_is_party (work, rows[i].id, urn))
        g_array_append_val (days, rows[i].date);
  }
  for (guint d = 0; d < days->len; d++)
    if (g_array_index (days, KithDate, d) > after && g_array_index (days, KithDate, d) <= work->t)
      return TRUE;
  return FALSE;
}

void
reference_find_last (ReferenceWork *work, ReferenceSchool *s)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (KithDate));
  double gaps[8], m = 180;
  guint n_gaps = 0;

  /* no contact of the tests is more than ten years old */
  for (KithDate d = work->t - 3700; d <= work->t; d++)
    if (reference_was_contacted_on (work, s->school->urn, d))
      g_array_append_val (days, d);
  if (days->len == 0)
    return;
  s->last_contact = g_array_index (days, KithDate, days->len - 1);
  if (days->len >= 3)
    {
      for (guint d = days->len - 1; d > 0 && n_gaps < 8; d--)
        gaps[n_gaps++] = reference_count_days (g_array_index (days, KithDate, d - 1),
                                               g_array_index (days, KithDate, d));
      qsort (gaps, n_gaps, sizeof *gaps, compare_doubles);
      m = n_gaps % 2 == 1 ? gaps[n_gaps / 2] : (gaps[n_gaps / 2 - 1] + gaps[n_gaps / 2]) / 2;
    }
  s->rho = reference_count_days (s->last_contact, work->t) / MAX (m, 28);
}

void
reference_find_7 (ReferenceWork *work, ReferenceSchool *s)
{
  KithDate year = kith_date_add_months (work->t, -12);
  guint n_home = 0, n_met = 0;

  if (s->last_contact != UNKNOWN)
    {
      if (s->rho > 4 || reference_count_days (s->last_contact, work->t) > 395)
        s->finding[7] = 'r';
      else if (s->rho > 2)
        s->finding[7] = 'a';
      return;
    }
  for (guint j = 0; j < work->n; j++)
    if (work->schools[j].is_home && work->schools[j].la == s->la && s->la != NONE)
      {
        n_home++;
        n_met += work->schools[j].last_contact > year;
      }
  s->finding[7] = 'k';
  if ((s->school->opened == UNKNOWN || reference_count_days (s->school->opened, work->t) > 180) &&
      reference_was_recorded_since (work, s->school->urn, kith_date_add_months (work->t, -24)) &&
      n_home > 0 && 2 * n_met >= n_home)
    s->finding[7] = 'r';
  else
    s->state[7] = "contact not recorded";
}

void
reference_find_tier (ReferenceSchool *s)
{
  gboolean is_alone = s->finding[1] == 'r' || s->finding[5] == 'r' || s->finding[7] == 'r';

  s->tier = s->finding[14] != 0 && is_alone                       ? '1'
            : memchr (s->finding, 'r', sizeof s->finding) != NULL ? '2'
            : memchr (s->finding, 'a', sizeof s->finding) != NULL ? '3'
            : memchr (s->finding, 'k', sizeof s->finding) != NULL ? 'U'
                                                                  : '4';
}
