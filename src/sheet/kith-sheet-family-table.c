/* kith-sheet-family-table.c: the table and the strips beside the map of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-family-private.h"

#include "kith-family-display.h"
#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>

/* From row to row, in mm at A4: as much as there is room for. */
#define ROW_MOST 4.0
#define ROW_LEAST 3.15
#define HEAD_PART 0.95
#define HEAD_ABOVE 1.06

/* Of the table, what is no row. */
#define TABLE_EDGES 9.6
#define BADGE_R 1.5

/* Where names begin and how wide they may be; how wide a column of figures is. */
#define INDENT 4.6
#define FIGURE 12.5

/* A strip, and of two side by side the gap. */
#define STRIP_HEIGHT 3.2
#define STRIP_WHOLE 9.9
#define STRIP_GAP 3.0
#define RULE 4.6
#define HEADING 4.6
#define LAST_LINES 6.4

/* More dots than this in a strip are a grey bar; then every so manieth is drawn. */
#define MOST_DOTS 1000

/* what a variable is called over a column of figures, and how its figures are written */
static const struct
{
  const char *words;
  gboolean is_percentage;
  guint digits;
} heads[KITH_N_VARIABLES] = {
  [KITH_VARIABLE_PRIOR_ATTAINMENT] = { N_ ("prior"), FALSE, 1 },
  [KITH_VARIABLE_DISADVANTAGE] = { N_ ("FSM ever"), TRUE, 0 },
  [KITH_VARIABLE_EAL] = { N_ ("EAL"), TRUE, 0 },
  [KITH_VARIABLE_SEN] = { N_ ("SEN"), TRUE, 0 },
  [KITH_VARIABLE_ROLL] = { N_ ("pupils"), FALSE, 0 },
  [KITH_VARIABLE_STABILITY] = { N_ ("stable"), TRUE, 0 },
  [KITH_VARIABLE_IDACI] = { N_ ("IDACI"), FALSE, 2 },
  [KITH_VARIABLE_POLAR4] = { N_ ("POLAR4"), FALSE, 1 },
  [KITH_VARIABLE_EHC_PLANS] = { N_ ("EHC plans"), TRUE, 0 },
  [KITH_VARIABLE_SEN_SUPPORT] = { N_ ("SEN supp."), TRUE, 0 },
};

/* a value of a school, for a strip */
typedef struct
{
  double value;
  guint school;
  guint badge; /* 0: not in the Family */
} Bead;

static double
get_weight (const KithFamilyPool *pool, guint variable)
{
  return g_array_index (pool->variables, KithPoolVariable, variable).weight;
}

/**
 * kith_map_family_list_variables:
 * @variables: (array length=most): takes indices among the variables of the pool
 * @most: how many at most
 *
 * The heaviest first; of equal ones in the pool's order.
 *
 * Returns: how many there are
 */
guint
kith_map_family_list_variables (const KithMapDraft *draft, guint *variables, guint most)
{
  const KithFamilyPool *pool = draft->standing == NULL ? NULL : draft->standing->pool;
  guint n = 0;

  while (pool != NULL && n < most)
    {
      guint best = G_MAXUINT;

      for (guint v = 0; v < pool->variables->len; v++)
        {
          gboolean is_in = FALSE;

          for (guint i = 0; i < n; i++)
            is_in |= variables[i] == v;
          if (!is_in && (best == G_MAXUINT || get_weight (pool, v) > get_weight (pool, best)))
            best = v;
        }
      if (best == G_MAXUINT)
        break;
      variables[n++] = best;
    }
  return n;
}

static KithVariable
get_variable (const KithMapDraft *draft, guint variable)
{
  return g_array_index (draft->standing->pool->variables, KithPoolVariable, variable).variable;
}

static double
get_figure (const KithMapDraft *draft, guint school, KithVariable variable)
{
  const GArray *lists[] = { draft->standing->pool->schools, draft->standing->pool->left_out };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint s = 0; s < lists[l]->len; s++)
      if (g_array_index (lists[l], KithPoolSchool, s).school == school)
        return g_array_index (lists[l], KithPoolSchool, s).figures[variable].value;
  return NAN;
}

static char *
dup_figure (double value, gboolean is_percentage, guint digits)
{
  if (isnan (value))
    return g_strdup ("–");
  return g_strdup_printf ("%s%.*f%s", value < 0 ? "−" : "", (int)digits, fabs (value),
                          is_percentage ? "%" : "");
}

static void
write_at (KithMapColumn *column,
          double x,
          double y,
          double size_pt,
          KithWeight weight,
          KithRole ink,
          KithAnchor anchor,
          const char *words)
{
  kith_map_write (column->scene, (KithType){ size_pt * column->k, weight }, KITH_INK (ink), anchor,
                  (KithPoint){ x, y }, words);
}

/* by badge */
static GArray *
list_members (KithMapDraft *draft)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint badge = 1;; badge++)
    {
      guint i = 0;

      while (i < draft->spots->len && kith_map_get_spot (draft, i)->badge != badge)
        i++;
      if (i == draft->spots->len)
        break;
      g_array_append_val (members, i);
    }
  return members;
}

static guint
count_heads (KithMapDraft *draft, const GArray *members)
{
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      guint spot = g_array_index (members, guint, i);
      guint before = i == 0 ? spot : g_array_index (members, guint, i - 1);

      n += i == 0 || draft->schools[kith_map_get_spot (draft, spot)->school].record->la !=
                         draft->schools[kith_map_get_spot (draft, before)->school].record->la;
    }
  return n;
}

/* a name too wide even when it is shortened ends in an ellipsis */
static char *
dup_name (KithMapDraft *draft, guint school, const KithType *type, double most)
{
  char *name = kith_map_dup_name (draft, school, most, type);

  while (kith_measure_get_width (draft->measure, type, name) > most && g_utf8_strlen (name, -1) > 4)
    {
      char *end = g_utf8_offset_to_pointer (name, g_utf8_strlen (name, -1) - 2);
      g_autofree char *longer = name;

      *end = '\0';
      name = g_strconcat (g_strchomp (longer), "…", NULL);
    }
  return name;
}

static void
write_head (KithMapColumn *column, const guint *variables, guint n)
{
  column->y += 2.6 * column->k;
  write_at (column, column->x0 + INDENT * column->k, column->y, 6.8, KITH_WEIGHT_SEMIBOLD,
            KITH_ROLE_INK, KITH_ANCHOR_START, _ ("School"));
  for (guint v = 0; v < n; v++)
    write_at (column, column->x1 - (n - 1 - v) * FIGURE * column->k, column->y, 6.3,
              KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK2, KITH_ANCHOR_END,
              _ (heads[get_variable (column->draft, variables[v])].words));
  column->y += 1.2 * column->k;
  kith_scene_add_line (column->scene, (KithPoint){ column->x0, column->y },
                       (KithPoint){ column->x1, column->y },
                       &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_INK2), .width = 0.25 });
}

static void
write_badge (KithMapColumn *column, const KithMapSpot *spot)
{
  KithTie tie = kith_kind_get_info (column->draft->arrangement->kind)->tie;
  KithSign sign =
      kith_map_make_sign (spot->stand, column->draft->schools[spot->school].phase, tie, 1);
  gboolean is_filled = spot->stand == KITH_STAND_LEAD || spot->stand == KITH_STAND_LIVE;
  g_autofree char *number = g_strdup_printf ("%u", spot->badge);
  double x = column->x0 + 1.6 * column->k;

  sign.r = BADGE_R;
  sign.edge_width = MIN (sign.edge_width, 0.3);
  sign.ground = KITH_ROLE_NOTHING;
  sign.rings[0].width = 0;
  sign = kith_sign_scale (sign, column->k);
  kith_scene_add_sign (column->scene, &sign, (KithPoint){ x, column->y - 0.75 * column->k }, 0,
                       NULL);
  write_at (column, x, column->y - 0.02 * column->k, 5.8, KITH_WEIGHT_BOLD,
            is_filled ? KITH_ROLE_VIEW : KITH_ROLE_INK, KITH_ANCHOR_MIDDLE, number);
}

static void
write_row (
    KithMapColumn *column, const KithMapSpot *spot, const guint *variables, guint n, double row)
{
  KithMapDraft *draft = column->draft;
  KithType type = { 6.8 * column->k, KITH_WEIGHT_MEDIUM };
  double most = column->x1 - column->x0 - (INDENT + n * FIGURE + 0.5) * column->k;
  g_autofree char *name = dup_name (draft, spot->school, &type, most);
  g_autofree char *full = kith_map_dup_full_name (draft, spot->school);
  g_autofree char *entry = g_strdup_printf ("%u  %s", spot->badge, full);

  kith_map_column_list (column, entry);
  column->y += row;
  write_badge (column, spot);
  kith_map_write (column->scene, type, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START,
                  (KithPoint){ column->x0 + INDENT * column->k, column->y }, name);
  for (guint v = 0; v < n; v++)
    {
      KithVariable variable = get_variable (draft, variables[v]);
      g_autofree char *figure = dup_figure (get_figure (draft, spot->school, variable),
                                            heads[variable].is_percentage, heads[variable].digits);

      write_at (column, column->x1 - (n - 1 - v) * FIGURE * column->k, column->y, 6.8,
                KITH_WEIGHT_REGULAR, KITH_ROLE_INK, KITH_ANCHOR_END, figure);
    }
}

/**
 * kith_map_family_fill_table:
 * @column: is filled from where it stands
 * @room: how high the table may be, in mm
 *
 * The schools by number under their authorities, with the figures that they were compared by.
 */
void
kith_map_family_fill_table (KithMapColumn *column, double room)
{
  KithMapDraft *draft = column->draft;
  g_autoptr (GArray) members = list_members (draft);
  guint variables[KITH_FAMILY_COLUMNS];
  guint n = kith_map_family_list_variables (draft, variables, KITH_FAMILY_COLUMNS);
  double rows = members->len + HEAD_PART * count_heads (draft, members);
  double row = CLAMP ((room - TABLE_EDGES * column->k) / MAX (1, rows), ROW_LEAST * column->k,
                      ROW_MOST * column->k);
  gint64 la = KITH_INT_NONE;

  kith_map_column_heading (column, _ ("Schools by number"), NULL);
  write_head (column, variables, n);
  for (guint i = 0; i < members->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, g_array_index (members, guint, i));
      gint64 own = draft->schools[spot->school].record->la;

      if (draft->options->is_sheet && kith_map_column_left (column) < 2.6 * row)
        {
          g_autofree char *more = g_strdup_printf (
              ngettext ("and %u more, in the table", "and %u more, in the table", members->len - i),
              members->len - i);

          kith_map_column_words (column, more);
          break;
        }
      if (i == 0 || own != la)
        {
          column->y += HEAD_ABOVE * row;
          write_at (column, column->x0 + INDENT * column->k, column->y, 6.3, KITH_WEIGHT_REGULAR,
                    KITH_ROLE_INK2, KITH_ANCHOR_START, kith_map_get_authority (draft, own));
          column->y -= (HEAD_ABOVE - HEAD_PART) * row;
        }
      la = own;
      write_row (column, spot, variables, n, row);
    }
  column->y += 1.0 * column->k;
}

static KithFamilyDisplay *
make_display (KithMapDraft *draft)
{
  if (draft->standing == NULL)
    return NULL;
  return kith_family_display_new (draft->roll, draft->options->arrangement_id, NULL,
                                  KITH_DISPLAY_IMPROVEMENT, NULL);
}

/**
 * kith_map_family_measure_strips:
 *
 * Returns: how high the strips are, in mm; 0 where nothing is known of the schools
 */
double
kith_map_family_measure_strips (KithMapDraft *draft, double k)
{
  g_autoptr (KithFamilyDisplay) display = make_display (draft);
  guint variables[KITH_FAMILY_COLUMNS];
  guint n = kith_map_family_list_variables (draft, variables, KITH_FAMILY_COLUMNS);
  double height = n > 0 ? RULE + HEADING + STRIP_WHOLE : 0;

  if (display != NULL && display->points->len > 0)
    height += HEADING + STRIP_WHOLE;
  return height * k;
}

static guint
find_badge (KithMapDraft *draft, guint school)
{
  for (guint i = 0; i < draft->spots->len; i++)
    if (kith_map_get_spot (draft, i)->school == school)
      return kith_map_get_spot (draft, i)->badge;
  return 0;
}

static void
find_range (const GArray *beads, gboolean is_percentage, double *low, double *high)
{
  static const double ends[] = { 10, 25, 50, 100 };

  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < beads->len; i++)
    {
      *low = MIN (*low, g_array_index (beads, Bead, i).value);
      *high = MAX (*high, g_array_index (beads, Bead, i).value);
    }
  if (is_percentage && *low >= 0)
    {
      *low = 0;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (*high <= ends[i])
          {
            *high = ends[i];
            break;
          }
    }
  if (!(*high > *low))
    *high = *low + 1;
}

/* the pool as dots, each always at the same height; then the Family as ticks */
static void
draw_beads (KithMapColumn *column, const GArray *beads, KithBox box, double low, double high)
{
  KithTie tie = kith_kind_get_info (column->draft->arrangement->kind)->tie;
  KithPaint tick = { .stroke = KITH_INK (kith_tie_get_line (tie)->role), .width = 0.4 * column->k };
  KithSign dot = { .shape = KITH_SHAPE_CIRCLE,
                   .r = 0.24 * column->k,
                   .fill = KITH_INK_MIX (KITH_ROLE_CONTEXT, 0.38, KITH_ROLE_PAGE) };
  guint step = 1 + beads->len / MOST_DOTS;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < beads->len; i++)
      {
        const Bead *bead = &g_array_index (beads, Bead, i);
        double x = box.x0 + (bead->value - low) / (high - low) * (box.x1 - box.x0);
        double part = (double)(bead->school * 2654435761u >> 24) / 255;

        if (pass == 0 && bead->badge == 0 && i % step == 0)
          kith_scene_add_sign (column->scene, &dot,
                               (KithPoint){ x, box.y0 + (0.1 + 0.8 * part) * (box.y1 - box.y0) }, 0,
                               NULL);
        else if (pass == 1 && bead->badge > 0)
          kith_scene_add_line (column->scene, (KithPoint){ x, box.y0 }, (KithPoint){ x, box.y1 },
                               &tick);
      }
}

/* @left, @right: what stands at the ends below */
static void
draw_strip (KithMapColumn *column,
            const GArray *beads,
            const char *words,
            gboolean is_right,
            double low,
            double high,
            const char *left,
            const char *right)
{
  double k = column->k;
  double width = (column->x1 - column->x0 - STRIP_GAP * k) / 2;
  double x0 = is_right ? column->x1 - width : column->x0;
  KithBox box = { x0, column->y + 3.4 * k, x0 + width, column->y + (3.4 + STRIP_HEIGHT) * k };

  write_at (column, x0, column->y + 2.4 * k, 6.3, KITH_WEIGHT_REGULAR, KITH_ROLE_INK2,
            KITH_ANCHOR_START, words);
  draw_beads (column, beads, box, low, high);
  kith_scene_add_line (column->scene, (KithPoint){ x0, box.y1 + 0.4 * k },
                       (KithPoint){ box.x1, box.y1 + 0.4 * k },
                       &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.2 });
  write_at (column, x0, box.y1 + 2.8 * k, 5.8, KITH_WEIGHT_REGULAR, KITH_ROLE_INK2,
            KITH_ANCHOR_START, left);
  write_at (column, box.x1, box.y1 + 2.8 * k, 5.8, KITH_WEIGHT_REGULAR, KITH_ROLE_INK2,
            KITH_ANCHOR_END, right);
}

static void
draw_why (KithMapColumn *column, guint index, gboolean is_right)
{
  KithMapDraft *draft = column->draft;
  KithVariable variable = get_variable (draft, index);
  g_autoptr (GArray) beads = g_array_new (FALSE, FALSE, sizeof (Bead));
  g_autofree char *left = NULL, *right = NULL;
  double low, high;

  for (guint s = 0; s < draft->standing->pool->schools->len; s++)
    {
      const KithPoolSchool *school =
          &g_array_index (draft->standing->pool->schools, KithPoolSchool, s);
      Bead bead = { school->figures[variable].value, school->school,
                    find_badge (draft, school->school) };

      if (!isnan (bead.value))
        g_array_append_val (beads, bead);
    }
  find_range (beads, heads[variable].is_percentage, &low, &high);
  left = dup_figure (low, heads[variable].is_percentage, heads[variable].digits);
  right = dup_figure (high, heads[variable].is_percentage, heads[variable].digits);
  draw_strip (column, beads, kith_variable_get_words (variable), is_right, low, high, left, right);
}

/* the lowest and the highest of those with a number, as "low 4: 31%" */
static char *
dup_end (const GArray *beads, gboolean is_highest, gboolean is_percentage)
{
  const Bead *end = NULL;
  g_autofree char *figure = NULL;

  for (guint i = 0; i < beads->len; i++)
    {
      const Bead *bead = &g_array_index (beads, Bead, i);

      if (bead->badge > 0 &&
          (end == NULL || (is_highest ? bead->value > end->value : bead->value < end->value)))
        end = bead;
    }
  if (end == NULL)
    return g_strdup ("");
  figure = dup_figure (end->value, is_percentage, is_percentage ? 0 : 1);
  return g_strdup_printf (is_highest ? _ ("high %u: %s") : _ ("low %u: %s"), end->badge, figure);
}

static void
draw_results (KithMapColumn *column, const KithFamilyDisplay *display, gboolean is_change)
{
  g_autoptr (GArray) beads = g_array_new (FALSE, FALSE, sizeof (Bead));
  gboolean is_percentage = !is_change && g_str_has_prefix (display->measure, "PT");
  g_autofree char *left = NULL, *right = NULL;
  double low, high;

  for (guint p = 0; p < display->points->len; p++)
    {
      const KithDisplayPoint *point = &g_array_index (display->points, KithDisplayPoint, p);
      Bead bead = { is_change ? point->change : point->attainment, point->school,
                    find_badge (column->draft, point->school) };

      g_array_append_val (beads, bead);
    }
  for (guint p = 0; p < display->pool->len; p++)
    {
      const KithDisplayPlace *place = &g_array_index (display->pool, KithDisplayPlace, p);
      Bead bead = { is_change ? place->change : place->attainment, p, 0 };

      g_array_append_val (beads, bead);
    }
  find_range (beads, is_percentage, &low, &high);
  left = dup_end (beads, FALSE, is_percentage);
  right = dup_end (beads, TRUE, is_percentage);
  draw_strip (column, beads, is_change ? _ ("three-year improvement") : _ ("attainment"), is_change,
              low, high, left, right);
}

/* what grey is, and where to learn from */
static char *
dup_last (KithMapDraft *draft, const KithFamilyDisplay *display)
{
  g_autofree char *count = kith_text_dup_count (draft->standing->pool->schools->len);
  g_autoptr (GPtrArray) badges = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint m = 0; display != NULL && m < display->mentors->len; m++)
    {
      guint point = g_array_index (display->mentors, guint, m);
      guint school = g_array_index (display->points, KithDisplayPoint, point).school;

      if (find_badge (draft, school) > 0)
        g_ptr_array_add (badges, g_strdup_printf ("%u", find_badge (draft, school)));
    }
  if (badges->len == 0)
    return g_strdup_printf (_ ("Grey: all %s schools that are compared."), count);
  g_ptr_array_add (badges, NULL);
  list = kith_text_dup_list ((const char *const *)badges->pdata);
  return g_strdup_printf (_ ("Grey: all %s schools that are compared. Where to learn from, above "
                             "both means: %s."),
                          count, list);
}

/**
 * kith_map_family_fill_strips:
 * @column: is filled from where it stands
 *
 * LOOK, section 8: what the schools were compared by, and how they stand on the data display:
 * the Family as ticks among all that could have been in it.
 */
void
kith_map_family_fill_strips (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  g_autoptr (KithFamilyDisplay) display = make_display (draft);
  guint variables[KITH_FAMILY_COLUMNS];
  guint n = kith_map_family_list_variables (draft, variables, KITH_FAMILY_COLUMNS);
  g_autofree char *last = dup_last (draft, display);

  if (n > 0)
    {
      kith_map_column_rule (column);
      kith_map_column_heading (column, _ ("Why these schools"), NULL);
      for (guint v = 0; v < n; v++)
        draw_why (column, variables[v], v > 0);
      column->y += STRIP_WHOLE * column->k;
    }
  if (display != NULL && display->points->len > 0)
    {
      g_autofree char *heading = g_strdup_printf (_ ("On the data display, %d/%02d"), display->year,
                                                  (display->year + 1) % 100);

      kith_map_column_heading (column, heading, NULL);
      draw_results (column, display, FALSE);
      draw_results (column, display, TRUE);
      column->y += STRIP_WHOLE * column->k;
    }
  if (kith_map_column_left (column) >= LAST_LINES * column->k)
    kith_map_column_words (column, last);
  column->heading = NULL; /* neither of these has an entry */
}
