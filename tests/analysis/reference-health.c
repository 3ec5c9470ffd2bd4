/* reference-health.c: METHODS, findings 11, 12 and 13, read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <stdio.h>
#include <string.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || strspn (text, " ") == strlen (text);
}

/* 11: three or more meetings in 12 months and no objective recorded, no action that names it or
   one of those meetings, no outcome of those meetings */
static gboolean
only_meets (ReferenceWork *work, const KithArrangement *a)
{
  gsize n, n_actions;
  const KithContact *contacts = ROWS (work, CONTACT, &n);
  const KithAction *actions = ROWS (work, ACTION, &n_actions);
  KithDate year = kith_date_add_months (work->t, -12);
  guint n_meetings = 0;

  if (!is_blank (a->objective))
    return FALSE;
  for (gsize i = 0; i < n_actions; i++)
    if (actions[i].arrangement_id == a->id)
      return FALSE;
  for (gsize c = 0; c < n; c++)
    {
      if (contacts[c].arrangement_id != a->id || !reference_is_word (contacts[c].kind, "meeting") ||
          contacts[c].date <= year || contacts[c].date > work->t)
        continue;
      n_meetings++;
      if (!is_blank (contacts[c].outcome))
        return FALSE;
      for (gsize i = 0; i < n_actions; i++)
        if (actions[i].contact_id == contacts[c].id)
          return FALSE;
    }
  return n_meetings >= 3;
}

/* b blank, y yes or a day still to come, n no or a day that has passed */
static char
read_cell (ReferenceWork *work, const char *cell)
{
  int year, month, day;

  if (is_blank (cell))
    return 'b';
  if (strcmp (cell, "no") == 0)
    return 'n';
  if (sscanf (cell, "%d-%d-%d", &year, &month, &day) == 3)
    return kith_date_new (year, month, day) < work->t ? 'n' : 'y';
  return 'y';
}

static gboolean
has_organisation (ReferenceWork *work, const KithArrangement *a)
{
  if (a->lead_organisation_id != NONE)
    return TRUE;
  for (guint i = 0; i < work->stays->len; i++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, i);

      if (stay->arrangement == a && stay->organisation != NONE &&
          reference_is_stay_active (work, stay, work->t))
        return TRUE;
    }
  return FALSE;
}

static void
find_13 (ReferenceWork *work, ReferenceArrangement *it)
{
  char memorandum = read_cell (work, it->arrangement->memorandum);
  char data_sharing = read_cell (work, it->arrangement->data_sharing);

  if (!has_organisation (work, it->arrangement))
    return;
  if (memorandum == 'n' || data_sharing == 'n')
    it->finding[13] = 'n';
  else if (memorandum == 'b' && data_sharing == 'b')
    it->finding[13] = 'k';
}

/* Whose conscience is it? */
static gboolean
is_listed (ReferenceWork *work, const KithArrangement *a)
{
  const char *home = kith_ledger_get_setting (work->ledger, "home");
  g_autofree char *homes = g_strdup_printf (";%s;", home);
  g_autofree char *la = g_strdup_printf (";%" G_GINT64_FORMAT ";", a->lead_la);
  const KithSource *source = kith_ledger_find (work->ledger, KITH_TABLE_SOURCE, a->source_id);
  const ReferenceThing thing = { a, a->name, 0 };
  gboolean has_school = FALSE;

  if (home == NULL || strstr (homes, la) != NULL)
    return TRUE;
  for (guint i = 0; i < work->n; i++)
    {
      const ReferenceSchool *s = &work->schools[i];
      KithDate joined;
      gboolean is_in = reference_is_member (work, &thing, s->school->urn, &joined);

      has_school = has_school || is_in;
      if (s->is_home && (is_in || a->lead_urn == s->school->urn))
        return TRUE;
    }
  return !has_school && a->lead_la == NONE && a->lead_urn == NONE &&
         (source == NULL || strcmp (source->kind, "partnerships") == 0);
}

void
reference_find_arrangements (ReferenceWork *work)
{
  gsize n;
  const KithArrangement *rows = ROWS (work, ARRANGEMENT, &n);

  for (gsize i = 0; i < n; i++)
    {
      ReferenceArrangement it = { .arrangement = &rows[i] };

      if (!reference_is_arrangement_active (work, &rows[i], work->t) || !is_listed (work, &rows[i]))
        continue;
      if (only_meets (work, &rows[i]))
        it.finding[11] = 'n';
      find_13 (work, &it);
      reference_find_reach (work, &it);
      g_array_append_val (work->out->arrangements, it);
    }
}

/* 12: three or more visits in 24 months in which another school took part, the school always host
   or always visitor; a single predecessor's contacts are the school's */
void
reference_find_12 (ReferenceWork *work, ReferenceSchool *s)
{
  gsize n, n_parties;
  const KithContact *contacts = ROWS (work, CONTACT, &n);
  const KithContactParty *parties = ROWS (work, CONTACT_PARTY, &n_parties);
  KithDate since = kith_date_add_months (work->t, -24);
  guint n_visits = 0;
  gboolean is_always_host = TRUE, is_always_visitor = TRUE;

  for (gsize c = 0; c < n; c++)
    {
      gboolean takes_part = FALSE, has_other = FALSE, is_host = TRUE, is_visitor = TRUE;

      if (!reference_is_word (contacts[c].kind, "visit") || contacts[c].date <= since ||
          contacts[c].date > work->t)
        continue;
      for (gsize p = 0; p < n_parties; p++)
        {
          if (parties[p].contact_id != contacts[c].id || parties[p].urn == NONE)
            continue;
          if (!reference_is_itself (work, s->school->urn, parties[p].urn))
            {
              has_other = TRUE;
              continue;
            }
          takes_part = TRUE;
          is_host = is_host && reference_is_word (parties[p].part, "host");
          is_visitor = is_visitor && reference_is_word (parties[p].part, "visitor");
        }
      if (!takes_part || !has_other)
        continue;
      n_visits++;
      is_always_host = is_always_host && is_host;
      is_always_visitor = is_always_visitor && is_visitor;
    }
  if (n_visits >= 3 && (is_always_host || is_always_visitor))
    s->finding[12] = 'n';
}
