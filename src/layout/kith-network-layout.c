/* kith-network-layout.c: who works with whom, near to each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-layout.h"

#include "kith-apart.h"
#include "kith-graph-forces.h"
#include "kith-hull.h"

#include <math.h>

/* Vertices are the schools, then a centre for each group, so that members stand around it; where
 * somebody leads, around the lead. */
#define PULL_MEMBER 1.0
#define PULL_PAIR 2.0
#define PULL_PARENT 2.0
#define STEPS 500
#define STEPS_MANY 300
#define MANY 400

/* Afterwards: how often schools that are too near, or in an outline that is not theirs, give
 * way; and how far at once, in gaps. */
#define ROUNDS 240
#define ROUNDS_MANY 60
#define MOST_AROUND 150 /* among more, outlines are a lost cause */
#define GIVE_WAY 0.22
#define GIVE_WAY_MEMBERS 0.3

/* Of the distance to the nearest school, what is made of the middle one, in gaps. */
#define NEAREST 1.25
#define PAIR 0.75

/* Around what has no outline, in gaps. */
#define PIECE_GAP 0.45

/* What the name of an outline takes above it, in margins. */
#define NAME_PART 0.6

/* The whole may be drawn out so far to fill what it is laid out for. */
#define MOST_STRETCH 1.4

typedef struct
{
  const KithNetworkLayout *self;
  KithPoint *places; /* of schools, in mm */
  gboolean *is_held;
  guint *component; /* of each vertex; G_MAXUINT for one without a tie */
  guint n_components;
  GArray *pulls;
} Work;

static guint
find_root (guint *roots, guint vertex)
{
  while (roots[vertex] != vertex)
    vertex = roots[vertex] = roots[roots[vertex]];
  return vertex;
}

static void
add_pull (Work *work, guint a, guint b, double strength)
{
  g_array_append_val (work->pulls, ((KithPull){ a, b, strength }));
}

/* the vertex around which a group stands; G_MAXUINT where it is a pair */
static guint
get_centre (const KithNetworkLayout *self, guint group)
{
  if (self->groups[group].n_members <= 2)
    return G_MAXUINT;
  return self->groups[group].lead != G_MAXUINT ? self->groups[group].lead : self->n_schools + group;
}

static void
collect_pulls (Work *work)
{
  const KithNetworkLayout *self = work->self;

  for (guint g = 0; g < self->n_groups; g++)
    {
      const KithLayoutGroup *group = &self->groups[g];
      guint parent = group->parent == G_MAXUINT ? G_MAXUINT : get_centre (self, group->parent);

      if (group->n_members == 2)
        add_pull (work, group->members[0], group->members[1], PULL_PAIR);
      for (guint m = 0; group->n_members > 2 && m < group->n_members; m++)
        if (group->members[m] != group->lead)
          add_pull (work, group->members[m], get_centre (self, g), PULL_MEMBER);
      if (group->n_members > 2 && parent != G_MAXUINT && parent != get_centre (self, g))
        add_pull (work, get_centre (self, g), parent, PULL_PARENT);
    }
}

/* numbered by their first school */
static void
find_components (Work *work)
{
  guint n = work->self->n_schools + work->self->n_groups;
  g_autofree guint *roots = g_new (guint, n);
  g_autofree guint *numbers = g_new (guint, n);
  g_autofree gboolean *is_tied = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      roots[i] = i;
      numbers[i] = G_MAXUINT;
    }
  for (guint p = 0; p < work->pulls->len; p++)
    {
      const KithPull *pull = &g_array_index (work->pulls, KithPull, p);

      roots[find_root (roots, pull->a)] = find_root (roots, pull->b);
      is_tied[pull->a] = is_tied[pull->b] = TRUE;
    }
  work->component = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      guint *number = &numbers[find_root (roots, i)];

      if (is_tied[i] && *number == G_MAXUINT)
        *number = work->n_components++;
      work->component[i] = is_tied[i] ? *number : G_MAXUINT;
    }
}

static gboolean
has_held (Work *work, guint component)
{
  for (guint i = 0; i < work->self->n_schools; i++)
    if (work->component[i] == component && work->is_held[i])
      return TRUE;
  return FALSE;
}

/* where a vertex without a place begins: among those it is tied to, else anywhere */
static void
begin_vertices (Work *work, const GArray *vertices, KithVertex *at, const guint *local)
{
  guint n_schools = work->self->n_schools;
  double around = sqrt (vertices->len);
  g_autoptr (GRand) rand = g_rand_new_with_seed (work->self->seed);
  g_autofree guint *n_known = g_new0 (guint, vertices->len);
  g_autofree KithPoint *sum = g_new0 (KithPoint, vertices->len);

  for (guint p = 0; p < work->pulls->len; p++)
    {
      const KithPull *pull = &g_array_index (work->pulls, KithPull, p);

      for (guint side = 0; side < 2; side++)
        {
          guint from = side == 0 ? pull->a : pull->b, to = side == 0 ? pull->b : pull->a;

          if (local[to] == G_MAXUINT || from >= n_schools || isnan (work->places[from].x))
            continue;
          n_known[local[to]]++;
          sum[local[to]].x += work->places[from].x / work->self->gap;
          sum[local[to]].y += work->places[from].y / work->self->gap;
        }
    }
  for (guint v = 0; v < vertices->len; v++)
    {
      guint vertex = g_array_index (vertices, guint, v);
      double x = g_rand_double_range (rand, -around, around);
      double y = g_rand_double_range (rand, -around, around);

      if (vertex < n_schools && !isnan (work->places[vertex].x))
        at[v] = (KithVertex){ work->places[vertex].x / work->self->gap,
                              work->places[vertex].y / work->self->gap, work->is_held[vertex] };
      else if (n_known[v] > 0)
        at[v] = (KithVertex){ sum[v].x / n_known[v] + x / around,
                              sum[v].y / n_known[v] + y / around, FALSE };
      else
        at[v] = (KithVertex){ x, y, FALSE };
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* what makes the middle of all distances to the nearest school what it should be */
static double
find_scale (Work *work, const GArray *vertices, const KithVertex *at)
{
  g_autoptr (GArray) nearest = g_array_new (FALSE, FALSE, sizeof (double));
  double middle;

  for (guint i = 0; i < vertices->len; i++)
    {
      double best = INFINITY;

      if (g_array_index (vertices, guint, i) >= work->self->n_schools)
        continue;
      for (guint j = 0; j < vertices->len; j++)
        if (i != j && g_array_index (vertices, guint, j) < work->self->n_schools)
          best = MIN (best, hypot (at[i].x - at[j].x, at[i].y - at[j].y));
      if (isfinite (best))
        g_array_append_val (nearest, best);
    }
  g_array_sort (nearest, compare_doubles);
  middle = nearest->len == 0 ? 1 : g_array_index (nearest, double, nearest->len / 2);
  return NEAREST * work->self->gap / MAX (middle, 1e-3);
}

static gboolean
lay_out_component (Work *work, guint number, KithJob *job, GError **error)
{
  guint n = work->self->n_schools + work->self->n_groups;
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) pulls = g_array_new (FALSE, FALSE, sizeof (KithPull));
  g_autofree guint *local = g_new (guint, n);
  g_autofree KithVertex *at = NULL;
  gboolean is_begun = has_held (work, number);
  double scale;

  for (guint i = 0; i < n; i++)
    {
      local[i] = work->component[i] == number ? vertices->len : G_MAXUINT;
      if (work->component[i] == number)
        g_array_append_val (vertices, i);
    }
  for (guint p = 0; p < work->pulls->len; p++)
    {
      KithPull pull = g_array_index (work->pulls, KithPull, p);

      if (local[pull.a] == G_MAXUINT)
        continue;
      pull.a = local[pull.a];
      pull.b = local[pull.b];
      g_array_append_val (pulls, pull);
    }
  at = g_new (KithVertex, vertices->len);
  begin_vertices (work, vertices, at, local);
  if (!kith_graph_lay_out (at, vertices->len, (const KithPull *)pulls->data, pulls->len,
                           vertices->len > MANY ? STEPS_MANY : STEPS,
                           is_begun ? 1 : sqrt (vertices->len), work->self->seed, job, error))
    return FALSE;
  if (!is_begun && vertices->len == 2)
    at[1] = (KithVertex){ at[0].x, at[0].y + 1, FALSE };
  scale = is_begun ? work->self->gap : find_scale (work, vertices, at);
  /* a pair stands one above the other, so that names find room beside both */
  if (!is_begun && vertices->len == 2)
    scale = PAIR * work->self->gap;
  for (guint v = 0; v < vertices->len; v++)
    {
      guint vertex = g_array_index (vertices, guint, v);

      if (vertex < work->self->n_schools && !work->is_held[vertex])
        work->places[vertex] = (KithPoint){ at[v].x * scale, at[v].y * scale };
    }
  return TRUE;
}

/* Afterwards: room for each. */

static void
move (Work *work, guint school, double dx, double dy)
{
  if (work->is_held[school])
    return;
  work->places[school].x += dx;
  work->places[school].y += dy;
}

static gboolean
is_member (const KithLayoutGroup *group, guint school)
{
  for (guint m = 0; m < group->n_members; m++)
    if (group->members[m] == school)
      return TRUE;
  return FALSE;
}

/* Who stands in the outline of a group and is no member goes the shortest way out, and its
 * members a little the other way. */
static gboolean
clear_outline (Work *work, const KithLayoutGroup *group, const GArray *schools)
{
  g_autofree KithPoint *points = g_new (KithPoint, group->n_members);
  g_autoptr (GArray) hull = NULL, outline = NULL;
  gboolean has_moved = FALSE;

  for (guint m = 0; m < group->n_members; m++)
    points[m] = work->places[group->members[m]];
  hull = kith_hull_new (points, group->n_members);
  outline = kith_hull_grow (hull, work->self->margin);
  for (guint i = 0; i < schools->len; i++)
    {
      guint school = g_array_index (schools, guint, i);
      KithPoint edge;
      double far, by;

      if (!kith_outline_holds (outline, work->places[school]) || is_member (group, school))
        continue;
      far = kith_outline_get_distance (outline, work->places[school], &edge);
      by = MIN (far + 0.2, GIVE_WAY * work->self->gap) / MAX (far, 1e-6);
      edge.x = (edge.x - work->places[school].x) * by;
      edge.y = (edge.y - work->places[school].y) * by;
      move (work, school, edge.x, edge.y);
      for (guint m = 0; m < group->n_members; m++)
        move (work, group->members[m], -edge.x * GIVE_WAY_MEMBERS / group->n_members,
              -edge.y * GIVE_WAY_MEMBERS / group->n_members);
      has_moved = TRUE;
    }
  return has_moved;
}

static void
settle (Work *work, guint number)
{
  g_autoptr (GArray) schools = g_array_new (FALSE, FALSE, sizeof (guint));
  guint rounds;

  for (guint i = 0; i < work->self->n_schools; i++)
    if (work->component[i] == number)
      g_array_append_val (schools, i);
  rounds = schools->len > MANY ? ROUNDS_MANY : ROUNDS;
  for (guint round = 0; round < rounds; round++)
    {
      gboolean has_moved = FALSE;

      /* in the end only room for each mark counts */
      for (guint g = 0;
           schools->len <= MOST_AROUND && round + rounds / 8 < rounds && g < work->self->n_groups;
           g++)
        if (work->self->groups[g].is_outlined && work->self->groups[g].n_members > 2 &&
            work->component[work->self->groups[g].members[0]] == number)
          has_moved |= clear_outline (work, &work->self->groups[g], schools);
      has_moved |= kith_apart_step (work->places, work->is_held, (const guint *)schools->data,
                                    schools->len, work->self->gap);
      if (!has_moved)
        return;
    }
}

/* Side by side. */

typedef struct
{
  guint number;
  KithBox box; /* where it stands now; then where it shall */
} Piece;

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *p = a, *q = b;
  double p_size = (p->box.x1 - p->box.x0) * (p->box.y1 - p->box.y0);
  double q_size = (q->box.x1 - q->box.x0) * (q->box.y1 - q->box.y0);

  if (p_size != q_size)
    return p_size > q_size ? -1 : 1;
  return p->number < q->number ? -1 : 1;
}

static gboolean
is_free (const GArray *pieces, guint n_placed, KithBox box)
{
  for (guint i = 0; i < n_placed; i++)
    if (kith_box_touches (kith_box_grow (g_array_index (pieces, Piece, i).box, -1e-6), box))
      return FALSE;
  return TRUE;
}

/* beside or below one that is placed, so that the whole stays small and of the right aspect */
static KithBox
find_room (const KithNetworkLayout *self, const GArray *pieces, guint n_placed, KithBox own)
{
  double width = own.x1 - own.x0, height = own.y1 - own.y0, best = INFINITY;
  KithBox room = { 0, 0, width, height };

  for (guint i = 0; i < 2 * n_placed; i++)
    {
      KithBox other = g_array_index (pieces, Piece, i / 2).box;
      KithBox box = i % 2 == 0
                        ? (KithBox){ other.x1, other.y0, other.x1 + width, other.y0 + height }
                        : (KithBox){ other.x0, other.y1, other.x0 + width, other.y1 + height };
      double cost = MAX (box.x1 / self->aspect, box.y1) * 1e3 + box.x0 + box.y0;

      if (cost < best && is_free (pieces, n_placed, box))
        {
          best = cost;
          room = box;
        }
    }
  return room;
}

static gboolean
has_outline (Work *work, guint component)
{
  for (guint g = 0; g < work->self->n_groups; g++)
    if (work->self->groups[g].is_outlined && work->self->groups[g].n_members > 2 &&
        work->component[work->self->groups[g].members[0]] == component)
      return TRUE;
  return FALSE;
}

/* of the schools of a component, with room for outlines and for names, which stand beside */
static KithBox
find_box (Work *work, guint component)
{
  KithBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < work->self->n_schools; i++)
    if (work->component[i] == component)
      box = (KithBox){ MIN (box.x0, work->places[i].x), MIN (box.y0, work->places[i].y),
                       MAX (box.x1, work->places[i].x), MAX (box.y1, work->places[i].y) };
  box = kith_box_grow (box, has_outline (work, component) ? work->self->margin
                                                          : work->self->gap * PIECE_GAP);
  box.x0 -= work->self->gap / 2;
  box.x1 += work->self->gap / 2;
  if (has_outline (work, component))
    box.y0 -= work->self->margin * NAME_PART;
  return box;
}

/* Components that are not held move; those that are count as one piece that stands already. */
static void
pack (Work *work)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  KithBox held = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  guint n_placed = 0;

  for (guint c = 0; c < work->n_components; c++)
    {
      Piece piece = { c, find_box (work, c) };

      if (has_held (work, c))
        held = (KithBox){ MIN (held.x0, piece.box.x0), MIN (held.y0, piece.box.y0),
                          MAX (held.x1, piece.box.x1), MAX (held.y1, piece.box.y1) };
      else
        g_array_append_val (pieces, piece);
    }
  g_array_sort (pieces, compare_pieces);
  if (isfinite (held.x0))
    {
      Piece piece = { G_MAXUINT, { 0, 0, held.x1 - held.x0, held.y1 - held.y0 } };

      g_array_prepend_val (pieces, piece);
      n_placed = 1;
    }
  else
    held = (KithBox){ 0, 0, 0, 0 };
  for (guint p = n_placed; p < pieces->len; p++)
    {
      Piece *piece = &g_array_index (pieces, Piece, p);
      KithBox room = find_room (work->self, pieces, p, piece->box);
      double dx = held.x0 + room.x0 - piece->box.x0, dy = held.y0 + room.y0 - piece->box.y0;

      for (guint i = 0; i < work->self->n_schools; i++)
        if (work->component[i] == piece->number)
          {
            work->places[i].x += dx;
            work->places[i].y += dy;
          }
      piece->box = room;
    }
}

/* Places mean no distance: what is too narrow or too low is drawn out, and nobody comes nearer to
 * another. */
static void
stretch (Work *work)
{
  KithBox all = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double x = 1, y = 1, width, height;

  for (guint i = 0; i < work->self->n_schools; i++)
    if (work->component[i] != G_MAXUINT)
      all = (KithBox){ MIN (all.x0, work->places[i].x), MIN (all.y0, work->places[i].y),
                       MAX (all.x1, work->places[i].x), MAX (all.y1, work->places[i].y) };
  width = MAX (all.x1 - all.x0, work->self->gap);
  height = MAX (all.y1 - all.y0, work->self->gap);
  if (width < height * work->self->aspect)
    x = MIN (MOST_STRETCH, height * work->self->aspect / width);
  else
    y = MIN (MOST_STRETCH, width / work->self->aspect / height);
  for (guint i = 0; i < work->self->n_schools; i++)
    if (work->component[i] != G_MAXUINT)
      work->places[i] = (KithPoint){ work->places[i].x * x, work->places[i].y * y };
}

/**
 * kith_network_layout_find:
 * @self: who is tied
 * @places: (array) (inout): of each school, in mm; known ones stay, NaN is found. A school
 *   without any tie has none in the end either
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithGraphError
 *
 * Finds a place for each school: members of a group around its middle, groups that share
 * members near to each other, no two schools nearer than the gap. What hangs together is laid
 * out for itself and put side by side. Where some are known, the others come next to them and
 * nothing is put elsewhere.
 *
 * The same input gives the same places.
 *
 * Cost: 1,000 schools in 300 groups in about 1 s.
 *
 * Returns: whether it was done
 */
gboolean
kith_network_layout_find (const KithNetworkLayout *self,
                          KithPoint *places,
                          KithJob *job,
                          GError **error)
{
  g_autofree gboolean *is_held = g_new (gboolean, MAX (1, self->n_schools));
  g_autoptr (GArray) pulls = g_array_new (FALSE, FALSE, sizeof (KithPull));
  Work work = { .self = self, .places = places, .is_held = is_held, .pulls = pulls };
  g_autofree guint *component = NULL;

  for (guint i = 0; i < self->n_schools; i++)
    is_held[i] = !isnan (places[i].x);
  collect_pulls (&work);
  find_components (&work);
  component = work.component;
  for (guint c = 0; c < work.n_components; c++)
    {
      if (!lay_out_component (&work, c, job, error))
        return FALSE;
      settle (&work, c);
    }
  pack (&work);
  for (guint i = 0; i < self->n_schools; i++)
    if (is_held[i])
      return TRUE;
  stretch (&work);
  return TRUE;
}
