/* kith-network-schools.c: which schools are open, in scope and at home at a date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-private.h"

#include <string.h>

/* What opens and closes a school, its planned closing aside. */
static gboolean
is_open_but_for_plans (const KithSchool *school, KithDate date)
{
  gboolean is_closed = school->status != NULL && g_ascii_strcasecmp (school->status, "Closed") == 0;

  if (school->opened > date)
    return FALSE;
  if (school->opened == KITH_DATE_UNKNOWN && school->status != NULL &&
      g_ascii_strcasecmp (school->status, "Proposed to open") == 0)
    return FALSE;
  return !is_closed || school->closed > date;
}

static gboolean
is_planned_to_be_closed (const KithSchool *school, KithDate date)
{
  return school->closed != KITH_DATE_UNKNOWN && school->closed <= date;
}

static gboolean
is_group (const KithSchool *school, const char *group)
{
  return school->type_group != NULL && g_ascii_strcasecmp (school->type_group, group) == 0;
}

static gboolean
is_independent (const KithSchool *school)
{
  static const char word[] = "independent";

  for (const char *at = school->type; at != NULL && *at != '\0'; at++)
    if (g_ascii_strncasecmp (at, word, strlen (word)) == 0)
      return TRUE;
  return FALSE;
}

static KithPlace
find_place (const KithSchool *school)
{
  if (isnan (school->easting) || isnan (school->northing))
    return KITH_PLACE_NONE;
  return (KithPlace){ school->easting, school->northing };
}

static gboolean
holds (const KithSchoolAuthority *row, KithDate date)
{
  return (row->from_date != KITH_DATE_UNKNOWN || row->to_date != KITH_DATE_UNKNOWN) &&
         row->from_date <= date && (row->to_date == KITH_DATE_UNKNOWN || row->to_date > date);
}

/* The dated row of each school that holds at the date; of several the latest. */
static const KithSchoolAuthority **
list_authorities (KithLedger *ledger, const KithSchool *schools, gsize n_schools, KithDate date)
{
  gsize n;
  const KithSchoolAuthority *rows = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL_AUTHORITY, &n);
  const KithSchoolAuthority **found;

  if (n == 0)
    return NULL;
  found = g_new0 (const KithSchoolAuthority *, n_schools + 1);
  for (gsize i = 0; i < n; i++)
    {
      const KithSchool *school;
      const KithSchoolAuthority **best;

      if (!holds (&rows[i], date))
        continue;
      school = kith_ledger_find (ledger, KITH_TABLE_SCHOOL, rows[i].urn);
      if (school == NULL)
        continue;
      best = &found[school - schools];
      if (*best == NULL || rows[i].from_date >= (*best)->from_date)
        *best = &rows[i];
    }
  return found;
}

/**
 * kith_network_is_open:
 * @date: a known day
 *
 * METHODS, section 1: a school that is Closed is closed from its close date, and always where
 * nobody knows it; a close date of another is a plan, and from that day it is out too.
 *
 * Returns: whether @school is open at @date
 */
gboolean
kith_network_is_open (const KithSchool *school, KithDate date)
{
  return is_open_but_for_plans (school, date) && !is_planned_to_be_closed (school, date);
}

/**
 * kith_network_is_scope:
 *
 * Returns: whether @school is state-funded, or of a sort that the officer includes
 */
gboolean
kith_network_is_scope (const KithSchool *school, const KithSettings *settings)
{
  if (is_group (school, "Local authority maintained schools") || is_group (school, "Academies") ||
      is_group (school, "Free Schools"))
    return TRUE;
  if (is_group (school, "Special schools"))
    return settings->include_independent || !is_independent (school);
  if (is_group (school, "Independent schools"))
    return settings->include_independent;
  return is_group (school, "Colleges") && settings->include_colleges;
}

/* England's URNs are mostly five digits apart: a table of them all is small. */
static void
number_schools (KithNetwork *self)
{
  gint64 range = self->n_schools == 0 ? 0 : self->urns[self->n_schools - 1] - self->urns[0] + 1;

  if (range > 16 * (gint64)self->n_schools + 1000)
    return;
  self->numbers = g_new (guint, range + 1);
  for (gint64 u = 0; u < range; u++)
    self->numbers[u] = KITH_INDEX_NONE;
  for (guint i = 0; i < self->n_schools; i++)
    self->numbers[self->urns[i] - self->urns[0]] = i;
}

/**
 * kith_network_find_schools:
 * @self: a network in the making
 *
 * Finds the schools in scope and open at the date, with their authority on that day.
 */
void
kith_network_find_schools (KithNetwork *self)
{
  gsize n;
  const KithSchool *rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_SCHOOL, &n);
  g_autofree const KithSchoolAuthority **authorities =
      list_authorities (self->ledger, rows, n, self->as_at);

  self->schools = g_new (KithNetworkSchool, n + 1);
  self->urns = g_new (gint64, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      gint64 la = authorities != NULL && authorities[i] != NULL ? authorities[i]->la : rows[i].la;

      if (!is_open_but_for_plans (&rows[i], self->as_at) ||
          !kith_network_is_scope (&rows[i], self->settings))
        continue;
      if (is_planned_to_be_closed (&rows[i], self->as_at))
        {
          self->n_due_closed += kith_settings_is_home (self->settings, la);
          continue;
        }
      self->urns[self->n_schools] = rows[i].urn;
      self->schools[self->n_schools++] = (KithNetworkSchool){
        .record = &rows[i],
        .la = la,
        .phase = kith_phase_find (rows[i].phase, rows[i].type),
        .place = find_place (&rows[i]),
        .is_home = kith_settings_is_home (self->settings, la),
        .trust = KITH_INDEX_NONE,
      };
    }
  number_schools (self);
}

/**
 * kith_network_is_same_ground:
 *
 * Returns: whether both stand on the same schools, authorities and settings, on the same day
 */
gboolean
kith_network_is_same_ground (const KithNetwork *self, const KithNetwork *other)
{
  static const KithTable tables[] = { KITH_TABLE_SCHOOL, KITH_TABLE_SCHOOL_AUTHORITY,
                                      KITH_TABLE_AUTHORITY, KITH_TABLE_SETTING };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    if (kith_ledger_get_block (self->ledger, tables[t]) !=
        kith_ledger_get_block (other->ledger, tables[t]))
      return FALSE;
  return self->as_at == other->as_at;
}

/**
 * kith_network_take_schools:
 * @self: a network in the making
 * @previous: one on the same ground
 *
 * Takes over the schools, what is local to them and their neighbours; nothing that memberships
 * decide.
 */
void
kith_network_take_schools (KithNetwork *self, const KithNetwork *previous)
{
  gsize n = previous->n_schools, k = previous->settings->n_neighbours;

  self->n_schools = previous->n_schools;
  self->n_due_closed = previous->n_due_closed;
  self->schools = g_memdup2 (previous->schools, (n + 1) * sizeof *self->schools);
  for (guint i = 0; i < n; i++)
    {
      self->schools[i].trust = KITH_INDEX_NONE;
      self->schools[i].n_outside_links = 0;
      self->schools[i].strength = 0;
    }
  self->urns = g_memdup2 (previous->urns, (n + 1) * sizeof *self->urns);
  number_schools (self);
  self->is_compact = g_memdup2 (previous->is_compact, (n + 1) * sizeof *self->is_compact);
  self->near = g_memdup2 (previous->near, (n * k + 1) * sizeof *self->near);
  self->n_near = g_memdup2 (previous->n_near, (n + 1) * sizeof *self->n_near);
}
