/* kith-label.c: where names stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-label.h"

#include <math.h>

/* LOOK, section 7. */
#define COST_ORDER 0.6
#define COST_MM 0.55
#define COST_AWAY 0.12

/* Names of places avoid everything: what others may cover costs them so many times as much. */
#define COST_FREE 3
#define COST_CROSSING 2.2
#define COST_CROSSING_MM 0.4
#define N_PASSES 12
#define N_DIRECTIONS 20

/* Between a name and its mark, two names, a name and the edge. */
#define GAP_MARK 0.55
#define GAP_NAMES 0.35
#define GAP_EDGE 0.6
#define GAP_LEADER 0.3
#define GAP_FREE 0.7
#define GAP_FIRM 0.2

/* A small mark that looks out beside a letter reads as a comma: it counts as covered. */
#define GAP_CONTEXT 0.5

/* A leader costs at least this; while a name stands for less without one, none is sought. */
#define COST_LEADER (N_POSITIONS * COST_ORDER + 2)

#define CELL 5.0
#define PIECE 6.0

typedef struct
{
  double dx, dy; /* from the mark: −1, 0 or 1 */
  KithAnchor anchor;
} Position;

/* in the order in which they are liked */
static const Position positions[] = {
  { 1, 0, KITH_ANCHOR_START }, { -1, 0, KITH_ANCHOR_END },   { 1, -1, KITH_ANCHOR_START },
  { 1, 1, KITH_ANCHOR_START }, { 0, 1, KITH_ANCHOR_MIDDLE }, { 0, -1, KITH_ANCHOR_MIDDLE },
  { -1, -1, KITH_ANCHOR_END }, { -1, 1, KITH_ANCHOR_END },
};
#define N_POSITIONS G_N_ELEMENTS (positions)

/* one line, two lines, a number, in steps of the order */
static const double form_costs[KITH_LABEL_FORMS] = { 0, 0.7, 60 };

static const double distances[] = { 3.2, 4.6, 6.4, 8.6, 11.2, 14.2, 17.5, 21, 25 };

typedef struct
{
  KithPoint at;
  double reach, cost;
} Spot;

typedef struct
{
  KithPoint a, b;
  guint number;
} Line;

typedef struct
{
  KithLabelPlace place;
  double cost;
} Candidate;

typedef struct
{
  KithLabel label;
  GArray *candidates; /* those that touch nothing firm, cheapest first */
  gboolean has_leaders;
  gint taken; /* which of them, −1 for none */
} Entry;

struct _KithLabels
{
  KithBox bounds;
  GArray *furniture;
  GArray *spots;
  GArray *lines;
  GArray *entries;
  KithBoxIndex *spot_index;
  KithBoxIndex *line_index;
  KithBoxIndex *taken_index; /* names and leaders as they stand, by number of the entry */
  GHashTable *crossed;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->candidates, g_array_unref);
}

static KithBox
get_around (KithPoint at, double reach)
{
  return (KithBox){ at.x - reach, at.y - reach, at.x + reach, at.y + reach };
}

static KithBox
get_span (KithPoint a, KithPoint b)
{
  return (KithBox){ MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y) };
}

/* what covering marks costs; infinite for one that must be seen. From @most on it does not matter
 * how much. */
static double
measure_spots (KithLabels *self, KithBox box, KithPoint own, double most)
{
  guint n;
  const guint *near = kith_box_index_find (self->spot_index, box, &n);
  double cost = 0;

  for (guint i = 0; i < n && cost < most; i++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, near[i]);
      double room = spot->at.x == own.x && spot->at.y == own.y ? 0
                    : isinf (spot->cost)                       ? GAP_FIRM
                                                               : GAP_CONTEXT;

      if (kith_box_get_distance (box, spot->at) < spot->reach + room)
        cost += spot->cost;
    }
  return cost;
}

/* what lying on ties and outlines costs: each once, and for its length */
static double
measure_crossings (KithLabels *self, KithBox box)
{
  guint n;
  const guint *near = kith_box_index_find (self->line_index, box, &n);
  double cost = 0;

  g_hash_table_remove_all (self->crossed);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, near[i]);
      double inside = kith_box_get_length_inside (box, line->a, line->b);

      if (inside < 0)
        continue;
      cost += COST_CROSSING_MM * inside;
      if (g_hash_table_add (self->crossed, GUINT_TO_POINTER (line->number + 1)))
        cost += COST_CROSSING;
    }
  return cost;
}

/* whether anything firm stands in the way of a leader; ties crossed add to the cost */
static gboolean
is_leader_free (KithLabels *self, const KithLabelPlace *place, KithPoint own, double *cost)
{
  KithBox span = kith_box_grow (get_span (place->from, place->to), 0.5);
  guint n;
  const guint *near = kith_box_index_find (self->spot_index, span, &n);

  for (guint i = 0; i < n; i++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, near[i]);

      if ((spot->at.x != own.x || spot->at.y != own.y) &&
          kith_line_get_distance (place->from, place->to, spot->at) < spot->reach + 0.15)
        return FALSE;
    }
  for (guint i = 0; i < self->furniture->len; i++)
    if (kith_box_get_length_inside (g_array_index (self->furniture, KithBox, i), place->from,
                                    place->to) >= 0)
      return FALSE;
  near = kith_box_index_find (self->line_index, span, &n);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, near[i]);

      if (kith_lines_cross (line->a, line->b, place->from, place->to))
        *cost += COST_CROSSING / 2;
    }
  return TRUE;
}

static gboolean
is_inside (KithLabels *self, KithBox box)
{
  return kith_box_holds (kith_box_grow (self->bounds, -GAP_EDGE), box);
}

/* what it costs to stand there, infinite where that cannot be or costs @most or more */
static double
measure_box (KithLabels *self, KithBox box, KithPoint own, double most)
{
  double cost;

  if (!is_inside (self, box))
    return INFINITY;
  for (guint i = 0; i < self->furniture->len; i++)
    if (kith_box_touches (g_array_index (self->furniture, KithBox, i), box))
      return INFINITY;
  cost = measure_spots (self, box, own, most);
  return cost >= most ? INFINITY : cost + measure_crossings (self, box);
}

static void
add_candidate (KithLabels *self, Entry *entry, const KithLabelPlace *place, double cost)
{
  Candidate candidate = { *place, cost };

  if (cost >= entry->label.rank || !is_inside (self, place->box))
    return;
  if (place->has_leader && !is_leader_free (self, place, entry->label.at, &candidate.cost))
    return;
  candidate.cost +=
      measure_box (self, place->box, entry->label.at, entry->label.rank - candidate.cost);
  if (candidate.cost < entry->label.rank)
    g_array_append_val (entry->candidates, candidate);
}

static KithBox
get_box_at (KithPoint corner, double dx, double dy, const KithLabelForm *form)
{
  double x = corner.x + (dx - 1) * form->width / 2;
  double y = corner.y + (dy - 1) * form->height / 2;

  return (KithBox){ x, y, x + form->width, y + form->height };
}

static void
add_direct (KithLabels *self, Entry *entry)
{
  const KithLabel *label = &entry->label;
  double gap = label->reach + GAP_MARK;

  for (guint p = 0; p < N_POSITIONS; p++)
    for (guint f = 0; f < KITH_LABEL_FORMS && label->forms[f].width > 0; f++)
      {
        /* to a corner it is nearer along each axis */
        double part = positions[p].dx != 0 && positions[p].dy != 0 ? 0.75 : 1;
        KithPoint corner = { label->at.x + positions[p].dx * gap * part,
                             label->at.y + positions[p].dy * gap * part };
        KithLabelPlace place = { .is_placed = TRUE, .form = f, .anchor = positions[p].anchor };

        place.box = get_box_at (corner, positions[p].dx, positions[p].dy, &label->forms[f]);
        add_candidate (self, entry, &place, COST_ORDER * (p + form_costs[f]));
      }
}

static void
add_leaders (KithLabels *self, Entry *entry)
{
  const KithLabel *label = &entry->label;

  entry->has_leaders = TRUE;
  for (guint d = 0; d < G_N_ELEMENTS (distances); d++)
    for (guint k = 0; k < N_DIRECTIONS; k++)
      for (guint f = 0; f < KITH_LABEL_FORMS && label->forms[f].width > 0; f++)
        {
          double angle = 2 * G_PI * k / N_DIRECTIONS;
          double ux = cos (angle), uy = sin (angle);
          double far = label->reach + distances[d];
          double dx = fabs (ux) > 0.5 ? (ux > 0 ? 1 : -1) : 0;
          double dy = dx == 0 ? (uy > 0 ? 1 : -1) : 0;
          KithPoint end = { label->at.x + ux * far, label->at.y + uy * far };
          KithLabelPlace place = { .is_placed = TRUE, .form = f, .has_leader = TRUE };

          place.anchor = dx > 0 ? KITH_ANCHOR_START : dx < 0 ? KITH_ANCHOR_END : KITH_ANCHOR_MIDDLE;
          place.box = get_box_at (end, dx, dy, &label->forms[f]);
          place.from = (KithPoint){ label->at.x + ux * (label->reach + GAP_LEADER),
                                    label->at.y + uy * (label->reach + GAP_LEADER) };
          place.to = (KithPoint){ end.x - ux * GAP_LEADER, end.y - uy * GAP_LEADER };
          add_candidate (self, entry, &place,
                         COST_ORDER * (N_POSITIONS + form_costs[f]) + COST_MM * distances[d]);
        }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  double x = ((const Candidate *)a)->cost, y = ((const Candidate *)b)->cost;

  return x < y ? -1 : x > y;
}

static void
find_candidates (KithLabels *self, Entry *entry)
{
  entry->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  add_direct (self, entry);
  g_array_sort (entry->candidates, compare_candidates);
  if (entry->candidates->len == 0 ||
      g_array_index (entry->candidates, Candidate, 0).cost > COST_LEADER)
    {
      add_leaders (self, entry);
      g_array_sort (entry->candidates, compare_candidates);
    }
}

static void
find_leaders (KithLabels *self, Entry *entry)
{
  gint taken = entry->taken;
  Candidate kept = { .cost = 0 };

  if (entry->has_leaders)
    return;
  if (taken >= 0)
    kept = g_array_index (entry->candidates, Candidate, taken);
  add_leaders (self, entry);
  g_array_sort (entry->candidates, compare_candidates);
  for (guint c = 0; taken >= 0 && c < entry->candidates->len; c++)
    {
      const Candidate *candidate = &g_array_index (entry->candidates, Candidate, c);

      if (!candidate->place.has_leader && candidate->place.form == kept.place.form &&
          candidate->place.box.x0 == kept.place.box.x0 &&
          candidate->place.box.y0 == kept.place.box.y0)
        entry->taken = (gint)c;
    }
}

static gboolean
is_in_way (const KithLabelPlace *a, const KithLabelPlace *b)
{
  if (kith_box_touches (kith_box_grow (a->box, GAP_NAMES), b->box))
    return TRUE;
  if (a->has_leader &&
      kith_box_get_length_inside (kith_box_grow (b->box, 0.2), a->from, a->to) >= 0)
    return TRUE;
  if (b->has_leader &&
      kith_box_get_length_inside (kith_box_grow (a->box, 0.2), b->from, b->to) >= 0)
    return TRUE;
  return a->has_leader && b->has_leader && kith_lines_cross (a->from, a->to, b->from, b->to);
}

static KithBox
get_whole (const KithLabelPlace *place)
{
  KithBox box = kith_box_grow (place->box, GAP_NAMES);

  if (place->has_leader)
    {
      KithBox span = get_span (place->from, place->to);

      box = (KithBox){ MIN (box.x0, span.x0), MIN (box.y0, span.y0), MAX (box.x1, span.x1),
                       MAX (box.y1, span.y1) };
    }
  return box;
}

/* how many other names stand in the way; one of them is told */
static guint
count_in_way (KithLabels *self, guint own, const KithLabelPlace *place, guint *other)
{
  guint n, count = 0;
  const guint *near = kith_box_index_find (self->taken_index, get_whole (place), &n);

  for (guint i = 0; i < n; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, near[i]);

      if (near[i] != own &&
          is_in_way (place, &g_array_index (entry->candidates, Candidate, entry->taken).place))
        {
          *other = near[i];
          count++;
        }
    }
  return count;
}

static void
take (KithLabels *self, guint number, gint candidate)
{
  Entry *entry = &g_array_index (self->entries, Entry, number);

  if (entry->taken >= 0)
    kith_box_index_remove (
        self->taken_index,
        get_whole (&g_array_index (entry->candidates, Candidate, entry->taken).place), number);
  entry->taken = candidate;
  if (candidate >= 0)
    kith_box_index_add (self->taken_index,
                        get_whole (&g_array_index (entry->candidates, Candidate, candidate).place),
                        number);
}

static double
get_cost (const Entry *entry, gint candidate)
{
  return candidate < 0 ? entry->label.rank
                       : g_array_index (entry->candidates, Candidate, candidate).cost;
}

/* the cheapest that no other name is in the way of, −1 for none */
static gint
find_free (KithLabels *self, guint number)
{
  Entry *entry = &g_array_index (self->entries, Entry, number);
  guint other;

  for (guint c = 0; c < entry->candidates->len; c++)
    if (count_in_way (self, number, &g_array_index (entry->candidates, Candidate, c).place,
                      &other) == 0)
      return (gint)c;
  return -1;
}

/* takes a place from another name where that finds a second one and both together gain */
static gboolean
push_out (KithLabels *self, guint number)
{
  Entry *entry = &g_array_index (self->entries, Entry, number);
  double now = get_cost (entry, entry->taken);

  for (guint c = 0; c < entry->candidates->len; c++)
    {
      const Candidate *candidate = &g_array_index (entry->candidates, Candidate, c);
      guint other = 0;
      Entry *pushed;
      gint was, had;

      if (candidate->cost >= now)
        break;
      if (count_in_way (self, number, &candidate->place, &other) != 1)
        continue;
      pushed = &g_array_index (self->entries, Entry, other);
      find_leaders (self, pushed);
      was = entry->taken;
      had = pushed->taken;
      take (self, other, -1);
      take (self, number, (gint)c);
      take (self, other, find_free (self, other));
      if (get_cost (entry, entry->taken) + get_cost (pushed, pushed->taken) + 1e-9 <
          now + get_cost (pushed, had))
        return TRUE;
      take (self, other, -1);
      take (self, number, was);
      take (self, other, had);
    }
  return FALSE;
}

static gboolean
improve (KithLabels *self, guint number)
{
  Entry *entry = &g_array_index (self->entries, Entry, number);
  gint best = find_free (self, number);

  if (best < 0 || get_cost (entry, best) > COST_LEADER)
    {
      find_leaders (self, entry);
      best = find_free (self, number);
    }
  if (best >= 0 && get_cost (entry, best) + 1e-9 < get_cost (entry, entry->taken))
    {
      take (self, number, best);
      return TRUE;
    }
  return entry->taken != 0 && push_out (self, number);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  KithLabels *self = data;
  guint x = *(const guint *)a, y = *(const guint *)b;
  const Entry *p = &g_array_index (self->entries, Entry, x);
  const Entry *q = &g_array_index (self->entries, Entry, y);

  if (p->label.rank != q->label.rank)
    return p->label.rank > q->label.rank ? -1 : 1;
  if (p->candidates->len != q->candidates->len)
    return p->candidates->len < q->candidates->len ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
shuffle (guint *order, guint n, GRand *rand)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint)g_rand_int_range (rand, 0, (gint32)i);
      guint kept = order[i - 1];

      order[i - 1] = order[j];
      order[j] = kept;
    }
}

/**
 * kith_labels_new:
 * @bounds: the edge that nothing crosses
 *
 * Returns: (transfer full): no names yet
 */
KithLabels *
kith_labels_new (KithBox bounds)
{
  KithLabels *self = g_new0 (KithLabels, 1);

  self->bounds = bounds;
  self->furniture = g_array_new (FALSE, FALSE, sizeof (KithBox));
  self->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->spot_index = kith_box_index_new (bounds, CELL);
  self->line_index = kith_box_index_new (bounds, CELL);
  self->taken_index = kith_box_index_new (bounds, CELL);
  self->crossed = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * kith_labels_free:
 * @self: (nullable): names
 */
void
kith_labels_free (KithLabels *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->furniture);
  g_array_unref (self->spots);
  g_array_unref (self->lines);
  g_array_unref (self->entries);
  kith_box_index_free (self->spot_index);
  kith_box_index_free (self->line_index);
  kith_box_index_free (self->taken_index);
  g_hash_table_unref (self->crossed);
  g_free (self);
}

/**
 * kith_labels_add_furniture:
 * @box: a scale bar, a panel: no name and no leader touches it
 */
void
kith_labels_add_furniture (KithLabels *self, KithBox box)
{
  g_array_append_val (self->furniture, box);
}

/**
 * kith_labels_add_spot:
 * @at: centre of a mark
 * @reach: how far it reaches, in mm
 * @cost: what covering it costs; INFINITY for one that no name ever covers
 *
 * No leader crosses it, whatever its cost.
 */
void
kith_labels_add_spot (KithLabels *self, KithPoint at, double reach, double cost)
{
  Spot spot = { at, reach, cost };

  kith_box_index_add (self->spot_index, kith_box_grow (get_around (at, reach), GAP_CONTEXT),
                      self->spots->len);
  g_array_append_val (self->spots, spot);
}

/**
 * kith_labels_add_line:
 * @a: where a piece of a tie or outline begins
 * @b: where it ends
 * @number: of the tie or outline: crossing several pieces of it counts as one crossing
 */
void
kith_labels_add_line (KithLabels *self, KithPoint a, KithPoint b, guint number)
{
  guint n = (guint)CLAMP (ceil (hypot (b.x - a.x, b.y - a.y) / PIECE), 1, 1000);

  for (guint i = 0; i < n; i++)
    {
      double from = (double)i / n, to = (double)(i + 1) / n;
      Line line = { { a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from },
                    { a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to },
                    number };

      kith_box_index_add (self->line_index, get_span (line.a, line.b), self->lines->len);
      g_array_append_val (self->lines, line);
    }
}

/**
 * kith_labels_add:
 * @label: a name; its mark is one that no name covers
 *
 * Returns: its number, from 0
 */
guint
kith_labels_add (KithLabels *self, const KithLabel *label)
{
  Entry entry = { .label = *label, .taken = -1 };

  kith_labels_add_spot (self, label->at, label->reach, INFINITY);
  g_array_append_val (self->entries, entry);
  return self->entries->len - 1;
}

/**
 * kith_labels_place:
 * @self: names, and everything they must keep clear of
 * @seed: of the order in which they are tried
 *
 * Places the names: each first takes the cheapest free place, the dear ones first; then in
 * up to twelve passes each moves, or pushes another away, where that gains. No name ever lies
 * over another, a firm mark, furniture or the edge, and no leader crosses one of them, a mark
 * or another leader. The same input gives the same places.
 *
 * Cost: 300 names among 1,200 marks and 5,000 lines in about 50 ms.
 */
void
kith_labels_place (KithLabels *self, guint64 seed)
{
  guint n = self->entries->len;
  g_autofree guint *order = g_new (guint, MAX (1, n));
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)(seed ^ seed >> 32));
  gboolean has_changed = TRUE;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      find_candidates (self, &g_array_index (self->entries, Entry, i));
    }
  g_qsort_with_data (order, (gint)n, sizeof *order, compare_ranks, self);
  for (guint i = 0; i < n; i++)
    take (self, order[i], find_free (self, order[i]));
  for (guint pass = 0; pass < N_PASSES && has_changed; pass++)
    {
      has_changed = FALSE;
      shuffle (order, n, rand);
      for (guint i = 0; i < n; i++)
        has_changed |= improve (self, order[i]);
    }
}

/**
 * kith_labels_get:
 *
 * Returns: (transfer none) (nullable): where the name stands; %NULL where there is no room
 */
const KithLabelPlace *
kith_labels_get (const KithLabels *self, guint label)
{
  const Entry *entry;

  g_return_val_if_fail (label < self->entries->len, NULL);
  entry = &g_array_index (self->entries, Entry, label);
  return entry->taken < 0 ? NULL
                          : &g_array_index (entry->candidates, Candidate, entry->taken).place;
}

/**
 * kith_labels_place_free:
 * @self: after kith_labels_place()
 * @form: what the words take
 * @centres: (array length=n_centres): where their middle may be, the best first; the further
 *   from that one, the dearer
 * @n_centres: how many
 * @most: what it may cost at most
 * @box: (out): where they go
 *
 * Places the name of an area or a place after all others: it keeps clear of everything that
 * they keep clear of, and of them.
 *
 * Returns: whether there was room
 */
gboolean
kith_labels_place_free (KithLabels *self,
                        KithLabelForm form,
                        const KithPoint *centres,
                        guint n_centres,
                        double most,
                        KithBox *box)
{
  double best = most;
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_centres; i++)
    {
      KithLabelPlace place = { .is_placed = TRUE };
      double far = hypot (centres[i].x - centres[0].x, centres[i].y - centres[0].y);
      double cost = COST_AWAY * far;
      guint other;

      if (cost >= best)
        continue;
      place.box = kith_box_grow (get_box_at (centres[i], 0, 0, &form), GAP_FREE);
      cost += COST_FREE * measure_box (self, place.box, (KithPoint){ NAN, NAN }, INFINITY);
      if (cost < best && count_in_way (self, G_MAXUINT, &place, &other) == 0)
        {
          best = cost;
          *box = kith_box_grow (place.box, -GAP_FREE);
          is_found = TRUE;
        }
    }
  if (is_found)
    kith_labels_add_furniture (self, *box);
  return is_found;
}
