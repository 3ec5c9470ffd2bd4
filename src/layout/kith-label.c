/* kith-label.c: where names stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-label.h"

#include "kith-obstacles-private.h"

#include <math.h>

/* LOOK, section 7. */
#define COST_ORDER 0.6
#define COST_MM 0.55
#define COST_AWAY 0.12

/* Names of places avoid everything: what others may cover costs them so many times as much. */
#define COST_FREE 3
#define N_PASSES 12
#define N_DIRECTIONS 20

/* Between a name and its mark, two names, a name and the edge. */
#define GAP_MARK 0.55
#define GAP_NAMES 0.35
#define GAP_LEADER 0.3
#define GAP_FREE 0.7

/* A leader costs at least this; while a name stands for less without one, none is sought. */
#define COST_LEADER (N_POSITIONS * COST_ORDER + 2)

#define CELL 5.0

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
  KithObstacles *obstacles;
  GArray *entries;
  KithBoxIndex *taken_index; /* names and leaders as they stand, by number of the entry */
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->candidates, g_array_unref);
}

static void
add_candidate (KithLabels *self, Entry *entry, const KithLabelPlace *place, double cost)
{
  Candidate candidate = { *place, cost };

  if (cost >= entry->label.rank || !kith_obstacles_is_inside (self->obstacles, place->box))
    return;
  if (place->has_leader &&
      !kith_obstacles_is_leader_free (self->obstacles, place, entry->label.at, &candidate.cost))
    return;
  candidate.cost += kith_obstacles_measure (self->obstacles, place->box, entry->label.at,
                                            entry->label.rank - candidate.cost);
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
      KithBox span = kith_line_get_span (place->from, place->to);

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

  self->obstacles = kith_obstacles_new (bounds, CELL);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->taken_index = kith_box_index_new (bounds, CELL);
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
  kith_obstacles_free (self->obstacles);
  g_array_unref (self->entries);
  kith_box_index_free (self->taken_index);
  g_free (self);
}

/**
 * kith_labels_add_furniture:
 * @box: a scale bar, a panel: no name and no leader touches it
 */
void
kith_labels_add_furniture (KithLabels *self, KithBox box)
{
  kith_obstacles_add_furniture (self->obstacles, box);
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
  kith_obstacles_add_spot (self->obstacles, at, reach, cost);
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
  kith_obstacles_add_line (self->obstacles, a, b, number);
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
      cost += COST_FREE * kith_obstacles_measure (self->obstacles, place.box,
                                                  (KithPoint){ NAN, NAN }, INFINITY);
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
