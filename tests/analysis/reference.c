/* reference.c: METHODS once more, slowly and plainly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define UNKNOWN KITH_DATE_UNKNOWN
#define NONE KITH_INT_NONE

/* Section 2, by key: ω, half-life (0: standing) and whether it ties. */
static const struct
{
  const char *key;
  double omega, half_life;
  gboolean ties, is_own_trust;
} kinds[] = {
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

/* One row of membership, or one cell of the establishment file; arrangement NULL where the
   register has none of that kind and name, and then name and kind tell which it is. */
typedef struct
{
  const KithMembership *row;
  const KithArrangement *arrangement;
  const char *name;
  guint kind;
  gint64 urn, organisation;
  KithDate joined, left;
} Stay;

/* An arrangement as a thing: a row, or a name in the establishment file. */
typedef struct
{
  const KithArrangement *row;
  const char *name;
  guint kind;
} Thing;

typedef struct
{
  KithLedger *ledger;
  KithDate t;
  guint assembly;
  GArray *stays;
  GArray *things;
  Reference *out;
  ReferenceSchool *schools;
  guint n;
  double *recencies; /* of each thing and school, once it was asked for */
  int *assemblies;   /* of each thing, likewise */
} Work;

#define ROWS(work, TABLE, n) kith_ledger_get_rows ((work)->ledger, KITH_TABLE_##TABLE, (n))

static guint
find_kind (const char *key)
{
  guint k = 0;

  while (k + 1 < G_N_ELEMENTS (kinds) && strcmp (kinds[k].key, key) != 0)
    k++;
  return k;
}

/* "Active at t: a start that is unknown or ≤ t, and an end that is unknown or > t." */
static gboolean
lasts (KithDate start, KithDate end, KithDate t)
{
  return (start == UNKNOWN || start <= t) && (end == UNKNOWN || end > t);
}

static gboolean
is_arrangement_active (Work *work, const KithArrangement *a, KithDate t)
{
  gsize n;

  ROWS (work, ARRANGEMENT, &n);
  /* every parent; after n steps it has gone round */
  for (gsize step = 0; a != NULL && step <= n; step++)
    {
      if (g_strcmp0 (a->status, "closed") == 0 && a->ends == UNKNOWN)
        return FALSE;
      if (!lasts (a->starts, a->ends, t))
        return FALSE;
      a = kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, a->parent_id);
    }
  return TRUE;
}

static gboolean
is_stay_active (Work *work, const Stay *stay, KithDate t)
{
  return lasts (stay->joined, stay->left, t) &&
         (stay->arrangement == NULL || is_arrangement_active (work, stay->arrangement, t));
}

static gboolean
is_same_thing (const Stay *stay, const Thing *thing)
{
  if (stay->arrangement != NULL || thing->row != NULL)
    return stay->arrangement == thing->row;
  return stay->kind == thing->kind && g_ascii_strcasecmp (stay->name, thing->name) == 0;
}

static gboolean
is_in_scope (const KithSchool *s)
{
  if (s->type_group == NULL)
    return FALSE;
  if (strcmp (s->type_group, "Special schools") == 0)
    return s->type == NULL || strstr (s->type, "ndependent") == NULL;
  return strcmp (s->type_group, "Local authority maintained schools") == 0 ||
         strcmp (s->type_group, "Academies") == 0 || strcmp (s->type_group, "Free Schools") == 0;
}

/* 0 not open, 1 open, 2 due to have closed */
static int
get_opening (const KithSchool *s, KithDate t)
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
find_la (Work *work, const KithSchool *s)
{
  gsize n;
  const KithSchoolAuthority *rows = ROWS (work, SCHOOL_AUTHORITY, &n);
  gint64 la = s->la;
  KithDate from = 0;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == s->urn && (rows[i].from_date != UNKNOWN || rows[i].to_date != UNKNOWN) &&
        lasts (rows[i].from_date, rows[i].to_date, work->t) && rows[i].from_date >= from)
      {
        la = rows[i].la;
        from = rows[i].from_date;
      }
  return la;
}

static gboolean
is_home (Work *work, gint64 la)
{
  const char *home = kith_ledger_get_setting (work->ledger, "home");
  g_autofree char *text = g_strdup_printf (";%s;", home);
  g_autofree char *code = g_strdup_printf (";%" G_GINT64_FORMAT ";", la);

  return home == NULL || strstr (text, code) != NULL;
}

static void
find_schools (Work *work)
{
  gsize n;
  const KithSchool *rows = ROWS (work, SCHOOL, &n);

  for (gsize i = 0; i < n; i++)
    {
      ReferenceSchool s = { .school = &rows[i], .la = find_la (work, &rows[i]), .rho = NAN };

      s.is_home = is_home (work, s.la);
      if (is_in_scope (&rows[i]) && get_opening (&rows[i], work->t) == 2)
        work->out->n_due_closed += s.is_home;
      if (is_in_scope (&rows[i]) && get_opening (&rows[i], work->t) == 1)
        g_array_append_val (work->out->schools, s);
    }
  work->schools = (ReferenceSchool *)work->out->schools->data;
  work->n = work->out->schools->len;
}

static gboolean
is_named_by_group_links (Work *work, gint64 urn)
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
add_cell (Work *work, const KithSchool *s, const char *kind, const char *name)
{
  gsize n;
  const KithArrangement *rows = ROWS (work, ARRANGEMENT, &n);
  Stay stay = { NULL, NULL, name, find_kind (kind), s->urn, NONE, UNKNOWN, UNKNOWN };

  for (gsize i = 0; i < n; i++)
    if (rows[i].parent_id == NONE && strcmp (rows[i].kind, kind) == 0 &&
        g_ascii_strcasecmp (rows[i].name, name) == 0)
      stay.arrangement = &rows[i];
  g_array_append_val (work->stays, stay);
}

static void
find_stays (Work *work)
{
  gsize n, n_schools;
  const KithMembership *rows = ROWS (work, MEMBERSHIP, &n);
  const KithSchool *schools = ROWS (work, SCHOOL, &n_schools);

  for (gsize i = 0; i < n; i++)
    {
      const KithArrangement *a =
          kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, rows[i].arrangement_id);
      Stay stay = { &rows[i],       a,
                    NULL,           0,
                    rows[i].urn,    rows[i].urn == NONE ? rows[i].organisation_id : NONE,
                    rows[i].joined, rows[i].left_date };

      if (a == NULL)
        continue;
      stay.name = a->name;
      stay.kind = find_kind (a->kind);
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
find_things (Work *work)
{
  for (guint i = 0; i < work->stays->len; i++)
    {
      const Stay *stay = &g_array_index (work->stays, Stay, i);
      Thing thing = { stay->arrangement, stay->name, stay->kind };
      gboolean is_known = FALSE;

      for (guint k = 0; k < work->things->len; k++)
        is_known = is_known || is_same_thing (stay, &g_array_index (work->things, Thing, k));
      if (!is_known)
        g_array_append_val (work->things, thing);
    }
}

/* Is i active in thing g, and if so, when did it join last? The member itself must be open. */
static gboolean
is_member (Work *work, const Thing *g, gint64 urn, KithDate *joined)
{
  const KithSchool *s = kith_ledger_find (work->ledger, KITH_TABLE_SCHOOL, urn);
  gboolean is_in = FALSE;

  *joined = UNKNOWN;
  if (s != NULL && get_opening (s, work->t) != 1)
    return FALSE;
  for (guint i = 0; i < work->stays->len; i++)
    {
      const Stay *stay = &g_array_index (work->stays, Stay, i);

      if (stay->urn != urn || !is_same_thing (stay, g) || !is_stay_active (work, stay, work->t))
        continue;
      is_in = TRUE;
      *joined = MAX (*joined, stay->joined);
    }
  return is_in;
}

static guint
count_members (Work *work, const Thing *g)
{
  guint n_g = 0;
  KithDate joined;

  for (guint i = 0; i < work->n; i++)
    n_g += is_member (work, g, work->schools[i].school->urn, &joined);
  return n_g;
}

static gboolean
is_assembly (Work *work, const Thing *g)
{
  int *known = &work->assemblies[g - (const Thing *)work->things->data];

  if (*known < 0)
    *known = kinds[g->kind].half_life > 0 && count_members (work, g) > work->assembly;
  return *known;
}

static gboolean
is_party (Work *work, gint64 contact, gint64 urn)
{
  gsize n;
  const KithContactParty *rows = ROWS (work, CONTACT_PARTY, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].contact_id == contact && rows[i].urn == urn)
      return TRUE;
  return FALSE;
}

static double
read_recency (Work *work, const Thing *g, gint64 urn)
{
  gsize n;
  const KithContact *contacts = ROWS (work, CONTACT, &n);
  gboolean anybody = FALSE;
  KithDate c, joined;
  double r = 0;

  if (!is_member (work, g, urn, &joined))
    return -1;
  if (kinds[g->kind].half_life == 0)
    return 1;
  c = MAX (joined, g->row->starts);
  for (gsize i = 0; i < n; i++)
    if (contacts[i].arrangement_id == g->row->id && contacts[i].date != UNKNOWN &&
        contacts[i].date <= work->t)
      {
        anybody = TRUE;
        if (is_party (work, contacts[i].id, urn) && contacts[i].date > c)
          c = contacts[i].date;
      }
  if (c != UNKNOWN)
    r = pow (2, -((double)work->t - c) / kinds[g->kind].half_life);
  if (!anybody || c == UNKNOWN)
    r = MAX (r, 0.5);
  return r;
}

/* r_ig; −1 where i is not in g */
static double
get_recency (Work *work, const Thing *g, gint64 urn)
{
  for (guint i = 0; i < work->n; i++)
    if (work->schools[i].school->urn == urn)
      {
        double *known = &work->recencies[(g - (const Thing *)work->things->data) * work->n + i];

        if (isnan (*known))
          *known = read_recency (work, g, urn);
        return *known;
      }
  return read_recency (work, g, urn);
}

static void
forget_all (Work *work)
{
  work->recencies = g_new (double, work->things->len * work->n + 1);
  work->assemblies = g_new (int, work->things->len + 1);
  for (gsize k = 0; k < (gsize)work->things->len * work->n; k++)
    work->recencies[k] = NAN;
  for (guint k = 0; k < work->things->len; k++)
    work->assemblies[k] = -1;
}

static void
find_weights (Work *work)
{
  work->out->weights = g_new0 (double, work->n * work->n + 1);
  for (guint k = 0; k < work->things->len; k++)
    {
      const Thing *g = &g_array_index (work->things, Thing, k);
      guint n_g = count_members (work, g);

      if (!kinds[g->kind].ties || n_g < 2 || is_assembly (work, g))
        continue;
      for (guint i = 0; i < work->n; i++)
        {
          double r_i = get_recency (work, g, work->schools[i].school->urn);

          for (guint j = 0; j < work->n && r_i >= 0.25; j++)
            {
              double r_j = get_recency (work, g, work->schools[j].school->urn);

              if (i != j && r_j >= 0.25)
                work->out->weights[i * work->n + j] +=
                    kinds[g->kind].omega * sqrt (r_i * r_j) / (n_g - 1);
            }
        }
    }
}

static gboolean
is_tied (Work *work, guint i, guint j)
{
  return work->out->weights[i * work->n + j] > 0;
}

static double
get_distance (Work *work, guint i, guint j)
{
  const KithSchool *a = work->schools[i].school, *b = work->schools[j].school;

  return sqrt ((a->easting - b->easting) * (a->easting - b->easting) +
               (a->northing - b->northing) * (a->northing - b->northing));
}

static gboolean
is_placed (Work *work, guint i)
{
  return !isnan (work->schools[i].school->easting) && !isnan (work->schools[i].school->northing);
}

static gboolean
is_local (Work *work, guint i, guint j)
{
  if (get_distance (work, i, j) <= 10000)
    return TRUE;
  if (work->schools[i].la == NONE || work->schools[i].la != work->schools[j].la)
    return FALSE;
  for (guint a = 0; a < work->n; a++)
    for (guint b = 0; b < work->n; b++)
      if (work->schools[a].la == work->schools[i].la &&
          work->schools[b].la == work->schools[i].la && get_distance (work, a, b) > 25000)
        return FALSE;
  return TRUE;
}

static void
visit (Work *work, guint i, gboolean *seen)
{
  if (seen[i])
    return;
  seen[i] = TRUE;
  for (guint j = 0; j < work->n; j++)
    if (is_tied (work, i, j))
      visit (work, j, seen);
}

static guint
count_outside (Work *work, gint64 urn)
{
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint k = 0; k < work->things->len; k++)
    {
      const Thing *g = &g_array_index (work->things, Thing, k);

      if (!kinds[g->kind].ties || is_assembly (work, g) || get_recency (work, g, urn) < 0.25)
        continue;
      for (guint s = 0; s < work->stays->len; s++)
        {
          gint64 other = g_array_index (work->stays, Stay, s).urn;
          gboolean is_known = FALSE;

          if (other == NONE || kith_ledger_find (work->ledger, KITH_TABLE_SCHOOL, other) != NULL ||
              get_recency (work, g, other) < 0.25)
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
measure_schools (Work *work)
{
  for (guint i = 0; i < work->n; i++)
    {
      ReferenceSchool *s = &work->schools[i];
      g_autofree gboolean *seen = g_new0 (gboolean, work->n + 1);

      for (guint j = 0; j < work->n; j++)
        {
          s->strength += work->out->weights[i * work->n + j];
          if (!is_tied (work, i, j))
            continue;
          s->links++;
          s->local_links += is_local (work, i, j);
          s->cross_border_links +=
              s->la != NONE && work->schools[j].la != NONE && s->la != work->schools[j].la;
        }
      s->outside_links = count_outside (work, s->school->urn);
      visit (work, i, seen);
      for (guint j = 0; j < work->n; j++)
        s->component += seen[j];
      for (guint k = 0; k < work->things->len; k++)
        {
          const Thing *g = &g_array_index (work->things, Thing, k);

          s->arrangements += kinds[g->kind].ties && get_recency (work, g, s->school->urn) >= 0;
        }
    }
}

/* The answer about a kind, or about every kind: n none, s some, 0 blank or never asked. */
static char
get_held (Work *work, gint64 urn, const char *kind, KithDate *asked)
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

static char
get_answer (Work *work, gint64 urn, const char *kind)
{
  KithDate own_day, every_day;
  char own = get_held (work, urn, kind, &own_day);
  char every = get_held (work, urn, NULL, &every_day);

  if (own != 0 && every != 0)
    return every_day > own_day ? every : own;
  return own != 0 ? own : every;
}

/* Recorded now or ended: it began on or before t. kind NULL: any that ties. */
static gboolean
is_recorded (Work *work, gint64 urn, const char *kind)
{
  for (guint i = 0; i < work->stays->len; i++)
    {
      const Stay *stay = &g_array_index (work->stays, Stay, i);
      const KithArrangement *a = stay->arrangement;
      gboolean began = stay->joined <= work->t;
      gsize n;

      ROWS (work, ARRANGEMENT, &n);
      for (gsize step = 0; a != NULL && step <= n; step++)
        {
          began = began && a->starts <= work->t;
          a = kith_ledger_find (work->ledger, KITH_TABLE_ARRANGEMENT, a->parent_id);
        }
      /* the establishment file says how it is, not how it was */
      if (stay->row == NULL && !is_stay_active (work, stay, work->t))
        continue;
      if (stay->urn == urn && kinds[stay->kind].ties && began &&
          (kind == NULL || strcmp (kinds[stay->kind].key, kind) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
find_1 (Work *work, ReferenceSchool *s)
{
  gint64 urn = s->school->urn;
  gboolean any_live = FALSE, all_none = TRUE, all_answered = TRUE, some_unrecorded = FALSE;
  KithDate day;

  if (s->links > 0)
    return;
  for (guint k = 0; k < work->things->len; k++)
    {
      const Thing *g = &g_array_index (work->things, Thing, k);

      any_live = any_live || (kinds[g->kind].ties && get_recency (work, g, urn) >= 0.25);
    }
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    if (kinds[k].ties)
      {
        all_none = all_none && get_answer (work, urn, kinds[k].key) == 'n';
        all_answered = all_answered && get_answer (work, urn, kinds[k].key) != 0;
        some_unrecorded = some_unrecorded || (get_held (work, urn, kinds[k].key, &day) == 's' &&
                                              get_answer (work, urn, kinds[k].key) == 's' &&
                                              !is_recorded (work, urn, kinds[k].key));
      }
  some_unrecorded = some_unrecorded ||
                    (get_held (work, urn, NULL, &day) == 's' && !is_recorded (work, urn, NULL));

  if (!any_live && (is_recorded (work, urn, NULL) || all_none))
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

static void
find_2 (Work *work, guint i)
{
  gboolean any_placed = FALSE;

  for (guint j = 0; j < work->n; j++)
    any_placed = any_placed || (is_tied (work, i, j) && is_placed (work, j));
  if (work->schools[i].links > 0 && work->schools[i].local_links == 0 && is_placed (work, i) &&
      any_placed)
    work->schools[i].finding[2] = 'a';
}

/* p n s h v t 6: as section 1 compares them; 0 where nobody knows */
static char
get_phase (const KithSchool *s)
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

static guint
find_neighbours (Work *work, guint i, guint near[8])
{
  char phase = get_phase (work->schools[i].school);
  guint n_near = 0;

  for (; n_near < 8; n_near++)
    {
      guint best = G_MAXUINT;

      for (guint j = 0; j < work->n; j++)
        {
          gboolean is_taken = j == i || phase == 0 ||
                              get_phase (work->schools[j].school) != phase ||
                              !(get_distance (work, i, j) <= 10000);

          for (guint m = 0; m < n_near; m++)
            is_taken = is_taken || near[m] == j;
          if (!is_taken &&
              (best == G_MAXUINT || get_distance (work, i, j) < get_distance (work, i, best)))
            best = j;
        }
      if (best == G_MAXUINT)
        break;
      near[n_near] = best;
    }
  return n_near;
}

static gboolean
is_above (Work *work, const KithArrangement *above, const KithArrangement *below)
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

static void
find_4 (Work *work, guint i)
{
  guint near[8], n_near = find_neighbours (work, i, near);
  gboolean any_placed = work->schools[i].links == 0;
  KithDate joined;

  if (n_near < 4)
    return;
  for (guint j = 0; j < work->n; j++)
    any_placed = any_placed || (is_tied (work, i, j) && is_placed (work, j));
  for (guint k = 0; k < work->things->len; k++)
    {
      const Thing *g = &g_array_index (work->things, Thing, k);
      gboolean is_part = FALSE;
      guint n_held = 0;

      if (!kinds[g->kind].ties || is_assembly (work, g))
        continue;
      for (guint m = 0; m < n_near; m++)
        n_held += is_member (work, g, work->schools[near[m]].school->urn, &joined);
      for (guint l = 0; l < work->things->len; l++)
        {
          const Thing *h = &g_array_index (work->things, Thing, l);

          if (is_member (work, h, work->schools[i].school->urn, &joined))
            is_part = is_part || h == g ||
                      (g->row != NULL && h->row != NULL &&
                       (is_above (work, g->row, h->row) || is_above (work, h->row, g->row)));
        }
      if (n_held + 1 >= n_near && !is_part)
        work->schools[i].finding[4] = work->schools[i].local_links == 0 && any_placed ? 'r' : 'a';
    }
}

static gboolean
is_in_own_trust (Work *work, gint64 urn, gint64 other, gboolean is_organisation, KithDate day)
{
  for (guint a = 0; a < work->stays->len; a++)
    for (guint b = 0; b < work->stays->len; b++)
      {
        const Stay *own = &g_array_index (work->stays, Stay, a);
        const Stay *their = &g_array_index (work->stays, Stay, b);
        Thing thing = { own->arrangement, own->name, own->kind };

        if (own->urn == urn && other != NONE && kinds[own->kind].is_own_trust &&
            (is_organisation ? their->organisation : their->urn) == other &&
            is_same_thing (their, &thing) && is_stay_active (work, own, day) &&
            is_stay_active (work, their, day))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_word (const char *text, const char *word)
{
  return text != NULL && g_ascii_strcasecmp (text, word) == 0;
}

/* The single predecessor, or NONE. */
static gint64
get_predecessor (Work *work, gint64 urn)
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
static gboolean
is_itself (Work *work, gint64 urn, gint64 other)
{
  for (guint step = 0; urn != NONE && step < 100; step++)
    {
      if (urn == other)
        return TRUE;
      urn = get_predecessor (work, urn);
    }
  return FALSE;
}

static gboolean
is_person_of (Work *work, gint64 urn, gint64 as, gint64 person, KithDate day)
{
  gsize n;
  const KithPost *rows = ROWS (work, POST, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].person_id == person && lasts (rows[i].from_date, rows[i].to_date, day) &&
        ((rows[i].urn != NONE && (is_itself (work, urn, rows[i].urn) ||
                                  is_in_own_trust (work, as, rows[i].urn, FALSE, day))) ||
         is_in_own_trust (work, as, rows[i].organisation_id, TRUE, day)))
      return TRUE;
  return FALSE;
}

/* Does the contact count for the school, which took part in it as URN as? */
static gboolean
counts (Work *work, gint64 urn, gint64 as, const KithContact *contact)
{
  gsize n;
  const KithContactParty *rows = ROWS (work, CONTACT_PARTY, &n);

  if (is_word (contact->kind, "letter"))
    return FALSE;
  if (contact->officer != NULL || is_word (contact->kind, "inspection"))
    return TRUE;
  for (gsize i = 0; i < n; i++)
    {
      const KithContactParty *p = &rows[i];

      if (p->contact_id != contact->id)
        continue;
      if (p->urn != NONE)
        {
          if (!is_itself (work, urn, p->urn) &&
              !is_in_own_trust (work, as, p->urn, FALSE, contact->date))
            return TRUE;
        }
      else if (p->organisation_id != NONE)
        {
          if (!is_in_own_trust (work, as, p->organisation_id, TRUE, contact->date))
            return TRUE;
        }
      else if (p->person_id != NONE && !is_person_of (work, urn, as, p->person_id, contact->date))
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_contacted_on (Work *work, gint64 urn, KithDate day)
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
          if (is_party (work, rows[i].id, as) && counts (work, urn, as, &rows[i]))
            return TRUE;
          as = get_predecessor (work, as);
        }
    }
  return FALSE;
}

/* Days after a, up to b, less the summer holidays: one by one. */
static guint
count_days (KithDate a, KithDate b)
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

static gboolean
was_recorded_since (Work *work, gint64 urn, KithDate after)
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
      if (is_party (work, rows[i].id, urn))
        g_array_append_val (days, rows[i].date);
  }
  for (guint d = 0; d < days->len; d++)
    if (g_array_index (days, KithDate, d) > after && g_array_index (days, KithDate, d) <= work->t)
      return TRUE;
  return FALSE;
}

static void
find_last (Work *work, ReferenceSchool *s)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (KithDate));
  double gaps[8], m = 180;
  guint n_gaps = 0;

  /* no contact of the tests is more than ten years old */
  for (KithDate d = work->t - 3700; d <= work->t; d++)
    if (was_contacted_on (work, s->school->urn, d))
      g_array_append_val (days, d);
  if (days->len == 0)
    return;
  s->last_contact = g_array_index (days, KithDate, days->len - 1);
  if (days->len >= 3)
    {
      for (guint d = days->len - 1; d > 0 && n_gaps < 8; d--)
        gaps[n_gaps++] =
            count_days (g_array_index (days, KithDate, d - 1), g_array_index (days, KithDate, d));
      qsort (gaps, n_gaps, sizeof *gaps, compare_doubles);
      m = n_gaps % 2 == 1 ? gaps[n_gaps / 2] : (gaps[n_gaps / 2 - 1] + gaps[n_gaps / 2]) / 2;
    }
  s->rho = count_days (s->last_contact, work->t) / MAX (m, 28);
}

static void
find_7 (Work *work, ReferenceSchool *s)
{
  KithDate year = kith_date_add_months (work->t, -12);
  guint n_home = 0, n_met = 0;

  if (s->last_contact != UNKNOWN)
    {
      if (s->rho > 4 || count_days (s->last_contact, work->t) > 395)
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
  if ((s->school->opened == UNKNOWN || count_days (s->school->opened, work->t) > 180) &&
      was_recorded_since (work, s->school->urn, kith_date_add_months (work->t, -24)) &&
      n_home > 0 && 2 * n_met >= n_home)
    s->finding[7] = 'r';
  else
    s->state[7] = "contact not recorded";
}

static void
find_tier (ReferenceSchool *s)
{
  s->tier = memchr (s->finding, 'r', sizeof s->finding) != NULL   ? '2'
            : memchr (s->finding, 'a', sizeof s->finding) != NULL ? '3'
            : memchr (s->finding, 'k', sizeof s->finding) != NULL ? 'U'
                                                                  : '4';
}

Reference *
reference_new (KithLedger *ledger, KithDate t)
{
  const char *assembly = kith_ledger_get_setting (ledger, "assembly.schools");
  Work work = { ledger, t, assembly == NULL ? 40 : (guint)atoi (assembly) };

  work.out = g_new0 (Reference, 1);
  work.out->schools = g_array_new (FALSE, FALSE, sizeof (ReferenceSchool));
  work.stays = g_array_new (FALSE, FALSE, sizeof (Stay));
  work.things = g_array_new (FALSE, FALSE, sizeof (Thing));
  find_schools (&work);
  find_stays (&work);
  find_things (&work);
  forget_all (&work);
  find_weights (&work);
  measure_schools (&work);
  for (guint i = 0; i < work.n; i++)
    find_last (&work, &work.schools[i]);
  for (guint i = 0; i < work.n; i++)
    {
      find_1 (&work, &work.schools[i]);
      find_2 (&work, i);
      find_4 (&work, i);
      find_7 (&work, &work.schools[i]);
      find_tier (&work.schools[i]);
    }
  g_array_unref (work.stays);
  g_array_unref (work.things);
  g_free (work.recencies);
  g_free (work.assemblies);
  return work.out;
}

void
reference_free (Reference *self)
{
  g_array_unref (self->schools);
  g_free (self->weights);
  g_free (self);
}
