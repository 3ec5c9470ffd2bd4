/* reference.c: METHODS once more, slowly and plainly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <stdlib.h>
#include <string.h>

/* Section 2, by key: ω, half-life (0: standing) and whether it ties. */
const ReferenceKind reference_kinds[] = {
  { "trust", 1, 0, TRUE, TRUE },
  { "single-academy-trust", 1, 0, TRUE, TRUE },
  { "secure-single-academy-trust", 1, 0, TRUE, TRUE },
  { "federation", 1, 0, TRUE, TRUE },
  { "foundation-trust", 1, 0, TRUE, FALSE },
  { "umbrella-trust", 1, 0, TRUE, FALSE },
  { "sponsor", 0, 0, FALSE, FALSE },
  { "diocese", 0, 0, FALSE, FALSE },
  { "authority", 0, 0, FALSE, FALSE },
  { "family", 0.5, 365, TRUE, FALSE },
  { "pairing", 2, 180, TRUE, FALSE },
  { "hub", 1, 365, TRUE, FALSE },
  { "teaching-school-alliance", 1, 365, TRUE, FALSE },
  { "area-partnership", 1, 365, TRUE, FALSE },
  { "cluster", 1, 365, TRUE, FALSE },
  { "zone", 1, 365, TRUE, FALSE },
  { "steering-group", 1, 365, TRUE, FALSE },
  { "learning-partnership", 1, 365, TRUE, FALSE },
  { "work-strand", 0.5, 365, TRUE, FALSE },
  { "programme", 1, 365, TRUE, FALSE },
  { "research-group", 1, 365, TRUE, FALSE },
  { "peer-review", 1, 365, TRUE, FALSE },
  { "other", 1, 365, TRUE, FALSE },
};
const guint reference_n_kinds = G_N_ELEMENTS (reference_kinds);

guint
reference_find_kind (const char *key)
{
  guint k = 0;

  while (k + 1 < reference_n_kinds && strcmp (reference_kinds[k].key, key) != 0)
    k++;
  return k;
}

/* "Active at t: a start that is unknown or ≤ t, and an end that is unknown or > t." */
gboolean
reference_lasts (KithDate start, KithDate end, KithDate t)
{
  return (start == UNKNOWN || start <= t) && (end == UNKNOWN || end > t);
}

gboolean
reference_is_arrangement_active (ReferenceWork *work, const KithArrangement *a, KithDate t)
{
  gsize n;

  ROWS (work, ARRANGEMENT, &n);
  /* every parent; after n steps it has gone round */
  for (gsize step = 0; a != NULL && step <= n; step++)
    {
      if (g_strcmp0 (a->status, "closed") == 0 && a->ends == UNKNOWN)
        return FALSE;
      if (g_strcmp0 (a->status, "proposed") == 0)
        return FALSE;
      if (!reference_lasts (a->starts, a->ends, t))
        return FALSE;
      a = kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, a->parent_id);
    }
  return TRUE;
}

gboolean
reference_is_stay_active (ReferenceWork *work, const ReferenceStay *stay, KithDate t)
{
  return reference_lasts (stay->joined, stay->left, t) &&
         (stay->arrangement == NULL ||
          reference_is_arrangement_active (work, stay->arrangement, t));
}

gboolean
reference_is_same_thing (const ReferenceStay *stay, const ReferenceThing *thing)
{
  if (stay->arrangement != NULL || thing->row != NULL)
    return stay->arrangement == thing->row;
  return stay->kind == thing->kind && g_ascii_strcasecmp (stay->name, thing->name) == 0;
}

gboolean
reference_is_in_scope (const KithSchool *s)
{
  if (s->type_group == NULL)
    return FALSE;
  if (strcmp (s->type_group, "Special schools") == 0)
    return s->type == NULL || strstr (s->type, "ndependent") == NULL;
  return strcmp (s->type_group, "Local authority maintained schools") == 0 ||
         strcmp (s->type_group, "Academies") == 0 || strcmp (s->type_group, "Free Schools") == 0;
}

/* 0 not open, 1 open, 2 due to have closed */
int
reference_get_opening (const KithSchool *s, KithDate t)
{
  if (s->opened == UNKNOWN && g_strcmp0 (s->status, "Proposed to open") == 0)
    return 0;
  if (s->opened != UNKNOWN && s->opened > t)
    return 0;
  if (g_strcmp0 (s->status, "Closed") == 0)
    return s->closed != UNKNOWN && s->closed > t;
  return s->closed != UNKNOWN && s->closed <= t ? 2 : 1;
}

static gint64
find_la (ReferenceWork *work, const KithSchool *s)
{
  gsize n;
  const KithSchoolAuthority *rows = ROWS (work, SCHOOL_AUTHORITY, &n);
  gint64 la = s->la;
  KithDate from = 0;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == s->urn && (rows[i].from_date != UNKNOWN || rows[i].to_date != UNKNOWN) &&
        reference_lasts (rows[i].from_date, rows[i].to_date, work->t) && rows[i].from_date >= from)
      {
        la = rows[i].la;
        from = rows[i].from_date;
      }
  return la;
}

static gboolean
is_home (ReferenceWork *work, gint64 la)
{
  const char *home = kith_ledger_get_setting (work->ledger, "home");
  g_autofree char *text = g_strdup_printf (";%s;", home);
  g_autofree char *code = g_strdup_printf (";%" G_GINT64_FORMAT ";", la);

  return home == NULL || strstr (text, code) != NULL;
}

static void
find_schools (ReferenceWork *work)
{
  gsize n;
  const KithSchool *rows = ROWS (work, SCHOOL, &n);

  for (gsize i = 0; i < n; i++)
    {
      ReferenceSchool s = { .school = &rows[i], .la = find_la (work, &rows[i]), .rho = NAN };

      s.is_home = is_home (work, s.la);
      if (reference_is_in_scope (&rows[i]) && reference_get_opening (&rows[i], work->t) == 2)
        work->out->n_due_closed += s.is_home;
      if (reference_is_in_scope (&rows[i]) && reference_get_opening (&rows[i], work->t) == 1)
        g_array_append_val (work->out->schools, s);
    }
  work->schools = (ReferenceSchool *)work->out->schools->data;
  work->n = work->out->schools->len;
}

static gboolean
is_named_by_group_links (ReferenceWork *work, gint64 urn)
{
  gsize n;
  const KithMembership *rows = ROWS (work, MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithSource *source =
          kith_ledger_find (work->ledger, KITH_TABLE_SOURCE, rows[i].source_id);

      if (rows[i].urn == urn && source != NULL && strcmp (source->kind, "group-links") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_cell (ReferenceWork *work, const KithSchool *s, const char *kind, const char *name)
{
  gsize n;
  const KithArrangement *rows = ROWS (work, ARRANGEMENT, &n);
  ReferenceStay stay = { NULL,   NULL, name,    reference_find_kind (kind),
                         s->urn, NONE, UNKNOWN, UNKNOWN };

  for (gsize i = 0; i < n; i++)
    if (rows[i].parent_id == NONE && strcmp (rows[i].kind, kind) == 0 &&
        g_ascii_strcasecmp (rows[i].name, name) == 0)
      stay.arrangement = &rows[i];
  g_array_append_val (work->stays, stay);
}

static void
find_stays (ReferenceWork *work)
{
  gsize n, n_schools;
  const KithMembership *rows = ROWS (work, MEMBERSHIP, &n);
  const KithSchool *schools = ROWS (work, SCHOOL, &n_schools);

  for (gsize i = 0; i < n; i++)
    {
      const KithArrangement *a =
          kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, rows[i].arrangement_id);
      ReferenceStay stay = { &rows[i],       a,
                             NULL,           0,
                             rows[i].urn,    rows[i].urn == NONE ? rows[i].organisation_id : NONE,
                             rows[i].joined, rows[i].left_date };

      if (a == NULL)
        continue;
      stay.name = a->name;
      stay.kind = reference_find_kind (a->kind);
      g_array_append_val (work->stays, stay);
    }
  for (gsize i = 0; i < n_schools; i++)
    {
      const KithSchool *s = &schools[i];

      if (is_named_by_group_links (work, s->urn))
        continue;
      if (s->trusts != NULL)
        add_cell (work, s,
                  g_strcmp0 (s->trust_flag, "Supported by a trust") == 0 ? "foundation-trust"
                  : g_strcmp0 (s->trust_flag, "Supported by a single-academy trust") == 0
                      ? "single-academy-trust"
                      : "trust",
                  s->trusts);
      if (s->federations != NULL)
        add_cell (work, s, "federation", s->federations);
    }
}

static void
find_things (ReferenceWork *work)
{
  for (guint i = 0; i < work->stays->len; i++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, i);
      ReferenceThing thing = { stay->arrangement, stay->name, stay->kind };
      gboolean is_known = FALSE;

      for (guint k = 0; k < work->things->len; k++)
        is_known = is_known ||
                   reference_is_same_thing (stay, &g_array_index (work->things, ReferenceThing, k));
      if (!is_known)
        g_array_append_val (work->things, thing);
    }
}

/* Is i active in thing g, and if so, when did it join last? The member itself must be open. */
gboolean
reference_is_member (ReferenceWork *work, const ReferenceThing *g, gint64 urn, KithDate *joined)
{
  const KithSchool *s = kith_ledger_find (work->ledger, KITH_TABLE_SCHOOL, urn);
  gboolean is_in = FALSE;

  *joined = UNKNOWN;
  if (s != NULL && reference_get_opening (s, work->t) != 1)
    return FALSE;
  for (guint i = 0; i < work->stays->len; i++)
    {
      const ReferenceStay *stay = &g_array_index (work->stays, ReferenceStay, i);

      if (stay->urn != urn || !reference_is_same_thing (stay, g) ||
          !reference_is_stay_active (work, stay, work->t))
        continue;
      is_in = TRUE;
      *joined = MAX (*joined, stay->joined);
    }
  return is_in;
}

guint
reference_count_members (ReferenceWork *work, const ReferenceThing *g)
{
  guint n_g = 0;
  KithDate joined;

  for (guint i = 0; i < work->n; i++)
    n_g += reference_is_member (work, g, work->schools[i].school->urn, &joined);
  return n_g;
}

gboolean
reference_is_assembly (ReferenceWork *work, const ReferenceThing *g)
{
  int *known = &work->assemblies[g - (const ReferenceThing *)work->things->data];

  if (*known < 0)
    *known = reference_kinds[g->kind].half_life > 0 &&
             reference_count_members (work, g) > work->assembly;
  return *known;
}

gboolean
reference_is_party (ReferenceWork *work, gint64 contact, gint64 urn)
{
  gsize n;
  const KithContactParty *rows = ROWS (work, CONTACT_PARTY, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].contact_id == contact && rows[i].urn == urn)
      return TRUE;
  return FALSE;
}

static double
read_recency (ReferenceWork *work, const ReferenceThing *g, gint64 urn)
{
  gsize n;
  const KithContact *contacts = ROWS (work, CONTACT, &n);
  gboolean anybody = FALSE;
  KithDate c, joined;
  double r = 0;

  if (!reference_is_member (work, g, urn, &joined))
    return -1;
  if (reference_kinds[g->kind].half_life == 0)
    return 1;
  c = MAX (joined, g->row->starts);
  for (gsize i = 0; i < n; i++)
    if (contacts[i].arrangement_id == g->row->id && contacts[i].date != UNKNOWN &&
        contacts[i].date <= work->t)
      {
        anybody = TRUE;
        if (reference_is_party (work, contacts[i].id, urn) && contacts[i].date > c)
          c = contacts[i].date;
      }
  if (c != UNKNOWN)
    r = pow (2, -((double)work->t - c) / reference_kinds[g->kind].half_life);
  if (!anybody || c == UNKNOWN)
    r = MAX (r, 0.5);
  return r;
}

/* r_ig; −1 where i is not in g */
double
reference_get_recency (ReferenceWork *work, const ReferenceThing *g, gint64 urn)
{
  for (guint i = 0; i < work->n; i++)
    if (work->schools[i].school->urn == urn)
      {
        double *known =
            &work->recencies[(g - (const ReferenceThing *)work->things->data) * work->n + i];

        if (isnan (*known))
          *known = read_recency (work, g, urn);
        return *known;
      }
  return read_recency (work, g, urn);
}

static void
forget_all (ReferenceWork *work)
{
  work->recencies = g_new (double, work->things->len * work->n + 1);
  work->assemblies = g_new (int, work->things->len + 1);
  for (gsize k = 0; k < (gsize)work->things->len * work->n; k++)
    work->recencies[k] = NAN;
  for (guint k = 0; k < work->things->len; k++)
    work->assemblies[k] = -1;
}

static void
find_weights (ReferenceWork *work)
{
  work->out->weights = g_new0 (double, work->n * work->n + 1);
  work->parts = g_new0 (double, work->things->len * work->n + 1);
  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);
      guint n_g = reference_count_members (work, g);

      if (!reference_kinds[g->kind].ties || n_g < 2 || reference_is_assembly (work, g))
        continue;
      for (guint i = 0; i < work->n; i++)
        {
          double r_i = reference_get_recency (work, g, work->schools[i].school->urn);

          for (guint j = 0; j < work->n && r_i >= 0.25; j++)
            {
              double r_j = reference_get_recency (work, g, work->schools[j].school->urn);

              double w = reference_kinds[g->kind].omega * sqrt (r_i * r_j) / (n_g - 1);

              if (i == j || r_j < 0.25)
                continue;
              work->out->weights[i * work->n + j] += w;
              work->parts[k * work->n + i] += w;
            }
        }
    }
}

gboolean
reference_is_tied (ReferenceWork *work, guint i, guint j)
{
  return work->out->weights[i * work->n + j] > 0;
}

double
reference_get_distance (ReferenceWork *work, guint i, guint j)
{
  const KithSchool *a = work->schools[i].school, *b = work->schools[j].school;

  return sqrt ((a->easting - b->easting) * (a->easting - b->easting) +
               (a->northing - b->northing) * (a->northing - b->northing));
}

gboolean
reference_is_placed (ReferenceWork *work, guint i)
{
  return !isnan (work->schools[i].school->easting) && !isnan (work->schools[i].school->northing);
}

gboolean
reference_is_local (ReferenceWork *work, guint i, guint j)
{
  if (reference_get_distance (work, i, j) <= 10000)
    return TRUE;
  if (work->schools[i].la == NONE || work->schools[i].la != work->schools[j].la)
    return FALSE;
  for (guint a = 0; a < work->n; a++)
    for (guint b = 0; b < work->n; b++)
      if (work->schools[a].la == work->schools[i].la &&
          work->schools[b].la == work->schools[i].la && reference_get_distance (work, a, b) > 25000)
        return FALSE;
  return TRUE;
}

static void
visit (ReferenceWork *work, guint i, gboolean *seen)
{
  if (seen[i])
    return;
  seen[i] = TRUE;
  for (guint j = 0; j < work->n; j++)
    if (reference_is_tied (work, i, j))
      visit (work, j, seen);
}

static guint
count_outside (ReferenceWork *work, gint64 urn)
{
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint k = 0; k < work->things->len; k++)
    {
      const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

      if (!reference_kinds[g->kind].ties || reference_is_assembly (work, g) ||
          reference_get_recency (work, g, urn) < 0.25)
        continue;
      for (guint s = 0; s < work->stays->len; s++)
        {
          gint64 other = g_array_index (work->stays, ReferenceStay, s).urn;
          gboolean is_known = FALSE;

          if (other == NONE || kith_ledger_find (work->ledger, KITH_TABLE_SCHOOL, other) != NULL ||
              reference_get_recency (work, g, other) < 0.25)
            continue;
          for (guint m = 0; m < met->len; m++)
            is_known = is_known || g_array_index (met, gint64, m) == other;
          if (!is_known)
            g_array_append_val (met, other);
        }
    }
  return met->len;
}

static void
measure_schools (ReferenceWork *work)
{
  for (guint i = 0; i < work->n; i++)
    {
      ReferenceSchool *s = &work->schools[i];
      g_autofree gboolean *seen = g_new0 (gboolean, work->n + 1);

      for (guint j = 0; j < work->n; j++)
        {
          s->strength += work->out->weights[i * work->n + j];
          if (!reference_is_tied (work, i, j))
            continue;
          s->links++;
          s->local_links += reference_is_local (work, i, j);
          s->cross_border_links +=
              s->la != NONE && work->schools[j].la != NONE && s->la != work->schools[j].la;
        }
      s->outside_links = count_outside (work, s->school->urn);
      visit (work, i, seen);
      for (guint j = 0; j < work->n; j++)
        s->component += seen[j];
      for (guint k = 0; k < work->things->len; k++)
        {
          const ReferenceThing *g = &g_array_index (work->things, ReferenceThing, k);

          s->arrangements +=
              reference_kinds[g->kind].ties && reference_get_recency (work, g, s->school->urn) >= 0;
        }
    }
}

Reference *
reference_new (KithLedger *ledger, KithDate t)
{
  const char *assembly = kith_ledger_get_setting (ledger, "assembly.schools");
  ReferenceWork work = { ledger, t, assembly == NULL ? 40 : (guint)atoi (assembly) };

  work.out = g_new0 (Reference, 1);
  work.out->schools = g_array_new (FALSE, FALSE, sizeof (ReferenceSchool));
  work.out->arrangements = g_array_new (FALSE, FALSE, sizeof (ReferenceArrangement));
  work.out->untouched = g_array_new (FALSE, FALSE, sizeof (gint64));
  work.stays = g_array_new (FALSE, FALSE, sizeof (ReferenceStay));
  work.things = g_array_new (FALSE, FALSE, sizeof (ReferenceThing));
  find_schools (&work);
  find_stays (&work);
  find_things (&work);
  forget_all (&work);
  find_weights (&work);
  measure_schools (&work);
  for (guint i = 0; i < work.n; i++)
    reference_measure (&work, i);
  reference_find_rivals (&work);
  for (guint i = 0; i < work.n; i++)
    reference_find_last (&work, &work.schools[i]);
  for (guint i = 0; i < work.n; i++)
    {
      reference_find_1 (&work, &work.schools[i]);
      reference_find_2 (&work, i);
      reference_find_3 (&work, i);
      reference_find_4 (&work, i);
      reference_find_5 (&work, i);
      reference_find_6 (&work, i);
      reference_find_7 (&work, &work.schools[i]);
      reference_find_9 (&work, i);
      reference_find_12 (&work, &work.schools[i]);
      reference_find_10 (&work, i);
      reference_find_8 (&work, i);
      reference_find_14 (&work, i);
      reference_find_tier (&work.schools[i]);
    }
  reference_find_arrangements (&work);
  reference_find_untouched (&work);
  g_array_unref (work.stays);
  g_array_unref (work.things);
  g_free (work.recencies);
  g_free (work.assemblies);
  g_free (work.parts);
  return work.out;
}

void
reference_free (Reference *self)
{
  g_array_unref (self->schools);
  for (guint a = 0; a < self->arrangements->len; a++)
    g_array_unref (g_array_index (self->arrangements, ReferenceArrangement, a).not_reached);
  g_array_unref (self->arrangements);
  g_array_unref (self->untouched);
  g_free (self->weights);
  g_free (self->rivals);
  g_free (self);
}
