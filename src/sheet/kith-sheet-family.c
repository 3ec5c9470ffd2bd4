/* kith-sheet-family.c: the map of a Family of Schools, whose numbers tie it to its table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-groups-private.h"
#include "kith-sheet-family-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* What it is alike in, in the line under the title. */
#define MOST_ALIKE 4

/* a member, and where it and its authority lie, clockwise from the west of the Family's middle */
typedef struct
{
  guint spot;
  gint64 la;
  double turn_la;
  double turn;
} Seat;

static gboolean
is_member (const KithMapSpot *spot)
{
  return spot->stand != KITH_STAND_CONTEXT;
}

/* the phase that most of its schools are compared in */
static KithPhase
find_phase (KithMapDraft *draft)
{
  guint n[KITH_N_PHASES] = { 0 };
  KithPhase phase = KITH_PHASE_PRIMARY;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (is_member (spot))
        n[kith_phase_get_compared (draft->schools[spot->school].phase)]++;
    }
  for (guint p = 0; p < KITH_N_PHASES; p++)
    if (n[p] > n[phase])
      phase = p;
  return phase;
}

/* who could have been in it stays; other phases tell nothing of it */
static void
leave_out_others (KithMapDraft *draft, KithPhase phase)
{
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (KithMapSpot));

  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);

      g_clear_pointer (&spot->figure, g_free);
      if (is_member (spot) || kith_phase_get_compared (draft->schools[spot->school].phase) == phase)
        g_array_append_val (kept, *spot);
    }
  g_array_set_size (draft->spots, 0);
  g_array_append_vals (draft->spots, kept->data, kept->len);
  g_array_unref (kept);
}

static KithPlace
find_middle (KithMapDraft *draft, const GArray *seats, gint64 la)
{
  KithPlace sum = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = &g_array_index (seats, Seat, i);
      KithPlace place = kith_map_get_spot (draft, seat->spot)->place;

      if (!kith_place_is_known (place) || (la != KITH_INT_NONE && seat->la != la))
        continue;
      sum.x += place.x;
      sum.y += place.y;
      n++;
    }
  return (KithPlace){ sum.x / MAX (1, n), sum.y / MAX (1, n) };
}

/* from 0 in the west by north, east and south to 2π */
static double
get_turn (KithPlace middle, KithPlace place)
{
  double turn = G_PI - atan2 (place.y - middle.y, place.x - middle.x);

  return turn >= 2 * G_PI ? 0 : turn;
}

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  const Seat *p = a, *q = b;

  if (p->turn_la != q->turn_la)
    return p->turn_la < q->turn_la ? -1 : 1;
  if (p->la != q->la)
    return p->la < q->la ? -1 : 1;
  if (p->turn != q->turn)
    return p->turn < q->turn ? -1 : 1;
  return p->spot < q->spot ? -1 : p->spot > q->spot;
}

/* LOOK, section 8: by authority, clockwise from the west; who has no place comes last */
static void
number_members (KithMapDraft *draft)
{
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (Seat));
  KithPlace middle;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (is_member (spot))
        g_array_append_val (seats, ((Seat){ i, draft->schools[spot->school].record->la, 0, 0 }));
    }
  middle = find_middle (draft, seats, KITH_INT_NONE);
  for (guint i = 0; i < seats->len; i++)
    {
      Seat *seat = &g_array_index (seats, Seat, i);
      KithPlace place = kith_map_get_spot (draft, seat->spot)->place;

      if (!kith_place_is_known (place))
        {
          seat->turn_la = seat->turn = INFINITY;
          continue;
        }
      seat->turn_la = get_turn (middle, find_middle (draft, seats, seat->la));
      seat->turn = get_turn (middle, place);
    }
  g_array_sort (seats, compare_seats);
  for (guint i = 0; i < seats->len; i++)
    kith_map_get_spot (draft, g_array_index (seats, Seat, i).spot)->badge = i + 1;
}

/* the strongest kind of live arrangement, other than the Family, that holds both */
static gboolean
find_tie (KithMapDraft *draft, guint one, guint other, KithTie *tie)
{
  guint n_one, n_other, n;
  const guint *of_one = kith_network_get_memberships (draft->network, one, &n_one);
  const guint *of_other = kith_network_get_memberships (draft->network, other, &n_other);
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (draft->network, &n);

  *tie = KITH_N_TIES;
  for (guint i = 0; i < n_one; i++)
    for (guint k = 0; k < n_other; k++)
      {
        const KithNetworkMember *a = kith_network_get_member (draft->network, of_one[i]);
        const KithNetworkMember *b = kith_network_get_member (draft->network, of_other[k]);
        const KithNetworkArrangement *in = &arrangements[a->arrangement];

        if (a->arrangement == b->arrangement && in != draft->arrangement && in->ties &&
            kith_map_may_show (draft, in->kind) && a->is_live && b->is_live)
          *tie = MIN (*tie, kith_kind_get_info (in->kind)->tie);
      }
  return *tie != KITH_N_TIES;
}

static void
find_ties (KithMapDraft *draft)
{
  for (guint i = 0; i < draft->spots->len; i++)
    for (guint k = 0; is_member (kith_map_get_spot (draft, i)) && k < i; k++)
      {
        const KithMapSpot *one = kith_map_get_spot (draft, i),
                          *other = kith_map_get_spot (draft, k);
        KithTie tie;

        if (is_member (other) && find_tie (draft, one->school, other->school, &tie))
          g_array_append_val (draft->ties, ((KithMapTie){ k, i, tie, TRUE }));
      }
  kith_map_sort_ties (draft);
}

/* NaN where fewer than two have a place */
static double
find_least_metres (KithMapDraft *draft)
{
  double least = NAN;

  for (guint i = 0; i < draft->spots->len; i++)
    for (guint k = 0; kith_map_get_spot (draft, i)->badge > 0 && k < i; k++)
      {
        KithPlace one = kith_map_get_spot (draft, i)->place;
        KithPlace other = kith_map_get_spot (draft, k)->place;

        if (kith_map_get_spot (draft, k)->badge > 0 && kith_place_is_known (one) &&
            kith_place_is_known (other))
          least = fmin (least, kith_place_get_metres (one, other));
      }
  return least;
}

/* only where it was built: a list of schools that somebody typed is not alike in anything known */
static char *
dup_alike (KithMapDraft *draft)
{
  guint variables[MOST_ALIKE];
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gboolean is_built = FALSE;

  for (guint a = 0; draft->standing != NULL && a < draft->standing->arrangements->len; a++)
    is_built |=
        g_array_index (draft->standing->arrangements, gint64, a) == draft->options->arrangement_id;
  if (!is_built)
    return NULL;
  for (guint v = 0; v < kith_map_family_list_variables (draft, variables, MOST_ALIKE); v++)
    g_ptr_array_add (
        words, (char *)kith_variable_get_words (
                   g_array_index (draft->standing->pool->variables, KithPoolVariable, variables[v])
                       .variable));
  g_ptr_array_add (words, NULL);
  return words->len == 1 ? NULL : kith_text_dup_list ((const char *const *)words->pdata);
}

static void
write_finding (KithMapDraft *draft, KithPhase phase)
{
  g_autoptr (GHashTable) authorities = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *alike = dup_alike (draft);
  double metres = find_least_metres (draft);
  guint n = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    if (is_member (kith_map_get_spot (draft, i)))
      {
        n++;
        g_hash_table_add (
            authorities,
            (gpointer)&draft->schools[kith_map_get_spot (draft, i)->school].record->la);
      }
  g_string_printf (text, ngettext ("%u %s school", "%u %s schools", n), n,
                   kith_phase_get_words (phase));
  if (alike != NULL)
    g_string_append_printf (text, _ (" alike in %s,"), alike);
  g_string_append_printf (
      text, ngettext (" in %u authority", " in %u authorities", g_hash_table_size (authorities)),
      g_hash_table_size (authorities));
  if (!isnan (metres))
    g_string_append_printf (text, _ ("; no two closer than %.1f km"), floor (metres / 100) / 10);
  g_free (draft->finding);
  draft->finding = g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
collect (KithMapDraft *draft, GError **error)
{
  KithPhase phase = find_phase (draft);

  leave_out_others (draft, phase);
  if (kith_ledger_has_table (kith_network_get_ledger (draft->network), KITH_TABLE_MEASURE))
    draft->standing = kith_family_standing_new (draft->network, phase);
  number_members (draft);
  find_ties (draft);
  write_finding (draft, phase);
  return TRUE;
}

/* no spokes and no web: that all belong to it is what the numbers say */
static void
draw_ties (KithMapDraft *draft)
{
  kith_scene_begin_group (draft->scene, "ties", NULL, NULL);
  for (guint i = 0; i < draft->ties->len; i++)
    {
      const KithMapTie *tie = &g_array_index (draft->ties, KithMapTie, i);
      const KithMapSpot *from = kith_map_get_spot (draft, tie->from);
      const KithMapSpot *to = kith_map_get_spot (draft, tie->to);
      KithTiePath path = { from->at, to->at, from->reach, to->reach, 0 };

      if (!from->is_drawn || !to->is_drawn)
        continue;
      kith_labels_add_line (draft->labels, from->at, to->at, i);
      kith_scene_add_tie (draft->scene, tie->tie, TRUE, &path, KITH_ROLE_LAND);
      draft->n_lines[tie->tie]++;
    }
  kith_scene_end_group (draft->scene);
}

static void
fill_stands (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  KithTie tie = kith_kind_get_info (draft->arrangement->kind)->tie;

  kith_map_column_heading (column, _ ("Schools and how they stand with the Family"), NULL);
  for (guint stand = KITH_STAND_LEAD; stand < KITH_N_STANDS; stand++)
    {
      KithSign sign = kith_map_make_sign (stand, find_phase (draft), tie, 1);

      if (draft->counts[stand] == 0)
        continue;
      if (stand != KITH_STAND_CONTEXT)
        sign.r = 1.6;
      kith_map_column_sign (
          column, &sign, kith_map_get_stand_words (draft, stand),
          stand == KITH_STAND_UNRECORDED ? _ ("nobody has recorded one; counted as live") : NULL,
          draft->counts[stand], NULL, 0);
      column->y -= 1.1 * column->k;
    }
  kith_map_column_undrawn (column, _ ("Not placed: no co-ordinates"), draft->n_unplaced);
  kith_map_column_undrawn (column, _ ("Left out by choice"), draft->n_left_out);
  kith_map_column_members (column);
}

/* who already works with whom */
static void
fill_lines (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  gboolean has_any = FALSE;

  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    {
      g_autofree char *words =
          g_strdup_printf (ngettext ("%u pair works together: %s", "%u pairs work together: %s",
                                     draft->n_lines[tie]),
                           draft->n_lines[tie], kith_map_get_tie_words (tie));

      if (draft->n_lines[tie] == 0)
        continue;
      has_any = TRUE;
      kith_map_column_tie (column, tie, TRUE, words);
    }
  column->y += 0.6 * column->k;
  if (!has_any)
    kith_map_column_words (column, _ ("No two of them work together yet, except in the Family."));
}

static void
fill_column (KithMapDraft *draft)
{
  KithMapColumn column;
  double strips = kith_map_family_measure_strips (draft, draft->type);

  kith_map_column_begin (&column, draft);
  fill_stands (&column);
  fill_lines (&column);
  kith_map_column_rule (&column);
  kith_map_family_fill_table (&column, kith_map_column_left (&column) - strips);
  if (strips > 0 && kith_map_column_left (&column) >= strips)
    kith_map_family_fill_strips (&column);
  kith_map_column_end (&column);
}

const KithMapSteps kith_map_family_steps = { collect, draw_ties, fill_column };
