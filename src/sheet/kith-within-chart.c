/* kith-within-chart.c: subjects and groups of pupils of a Family on one page
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-within-chart.h"
#include "kith-map-column-private.h"
#include "kith-sheet-page-private.h"
#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>

#define NAME_WIDTH 46.0
#define HEAD_HEIGHT 13.0
#define FOOT_HEIGHT 5.0
#define ROW_HEIGHT 6.4
#define GAP 2.6        /* between panels */
#define LEAST_SIZE 5.8 /* of letters, where a name is very long */

/* What is drawn, and where. */
typedef struct
{
  const KithFamilyWithin *within;
  const KithWithinOptions *options;
  const KithMeasure *measure;
  KithScene *scene;
  double k;
  KithBox box;      /* of the rows of all panels, names at its left */
  double row;       /* height */
  double panel;     /* width */
  double low, high; /* of all percentages */
} Draft;

static const KithWithinPanel *
get_panel (const Draft *draft, guint p)
{
  return &g_array_index (draft->within->panels, KithWithinPanel, p);
}

static guint
count_members (const Draft *draft)
{
  return draft->within->display->members->len;
}

static gboolean
is_selected (const Draft *draft, guint member)
{
  return kith_family_within_get_school (draft->within, member)->urn == draft->options->selected;
}

static void
stretch (const Draft *draft, const KithWithinPanel *panel, double *low, double *high)
{
  for (guint m = 0; m < count_members (draft); m++)
    if (!isnan (panel->cells[m].value))
      {
        *low = fmin (*low, panel->cells[m].value);
        *high = fmax (*high, panel->cells[m].value);
      }
}

/* Percentages have one scale, so that panels can be compared; points have each their own. */
static void
find_scale (const Draft *draft, const KithWithinPanel *panel, double *low, double *high)
{
  double pad;

  *low = draft->low;
  *high = draft->high;
  if (panel->is_percentage)
    return;
  *low = INFINITY;
  *high = -INFINITY;
  stretch (draft, panel, low, high);
  pad = fmax ((*high - *low) * 0.1, 0.5);
  *low -= pad;
  *high += pad;
}

static double
find_x (const Draft *draft, guint p, double value)
{
  double low, high, left = draft->box.x0 + p * (draft->panel + GAP * draft->k);

  find_scale (draft, get_panel (draft, p), &low, &high);
  return left + (CLAMP (value, low, high) - low) / (high - low) * draft->panel;
}

static double
find_y (const Draft *draft, guint member)
{
  return draft->box.y0 + (member + 0.5) * draft->row;
}

static void
write_words (const Draft *draft,
             double x,
             double y,
             double size_pt,
             KithWeight weight,
             KithInk ink,
             KithAnchor anchor,
             const char *words)
{
  kith_map_write (draft->scene, (KithType){ size_pt * draft->k, weight }, ink, anchor,
                  (KithPoint){ x, y }, words);
}

/* The size in points, up to @size_pt, in which words fit; they are cut off nowhere. */
static double
fit_size (const Draft *draft, double size_pt, KithWeight weight, const char *words, double width)
{
  const KithType type = { size_pt * draft->k, weight };
  double is = kith_measure_get_width (draft->measure, &type, words);

  return is <= width ? size_pt : fmax (LEAST_SIZE, size_pt * width / is);
}

static KithSign
make_sign (const Draft *draft, KithWithinStand stand)
{
  KithSign sign = { .shape = KITH_SHAPE_CIRCLE,
                    .r = 0.85,
                    .fill = KITH_INK (KITH_ROLE_FAMILY),
                    .ground = KITH_ROLE_VIEW,
                    .halo = 0.25 };

  if (stand == KITH_WITHIN_STRENGTH)
    {
      sign.shape = KITH_SHAPE_TRIANGLE;
      sign.r = 1.15;
      sign.fill = KITH_INK_WORD (KITH_ROLE_HUB);
    }
  if (stand == KITH_WITHIN_NEED)
    {
      sign.shape = KITH_SHAPE_DIAMOND;
      sign.r = 1.15;
      sign.fill = KITH_INK (KITH_ROLE_T3);
      sign.edge = KITH_INK (KITH_ROLE_T3_EDGE);
      sign.edge_width = 0.3;
    }
  return kith_sign_scale (sign, draft->k);
}

static const char *
get_stand_words (KithWithinStand stand)
{
  static const char *const words[] = { N_ ("near the mean of the Family"),
                                       N_ ("far above the mean of the Family"),
                                       N_ ("far below the mean of the Family") };

  return _ (words[stand]);
}

static void
draw_cell (const Draft *draft, guint p, guint member)
{
  const KithWithinPanel *panel = get_panel (draft, p);
  const KithWithinCell *cell = &panel->cells[member];
  const KithSchool *school = kith_family_within_get_school (draft->within, member);
  double y = find_y (draft, member);
  KithSign sign = make_sign (draft, cell->stand);
  g_autofree char *value = NULL, *title = NULL;

  if (isnan (cell->value))
    {
      write_words (draft, draft->box.x0 + p * (draft->panel + GAP * draft->k) + 1.2 * draft->k,
                   y + 0.8 * draft->k, 6.3, KITH_WEIGHT_REGULAR, KITH_INK (KITH_ROLE_INK3),
                   KITH_ANCHOR_START, "–");
      return;
    }
  if (cell->has_interval)
    kith_scene_add_line (draft->scene, (KithPoint){ find_x (draft, p, cell->low), y },
                         (KithPoint){ find_x (draft, p, cell->high), y },
                         &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_CONTEXT), .width = 0.2 });
  value = kith_family_within_dup_value (panel, cell->value);
  title = g_strdup_printf ("%s, %s, %s, %s", school->name, panel->head, value,
                           get_stand_words (cell->stand));
  kith_scene_add_sign (draft->scene, &sign, (KithPoint){ find_x (draft, p, cell->value), y },
                       school->urn, title);
}

static void
draw_panel (const Draft *draft, guint p)
{
  const KithWithinPanel *panel = get_panel (draft, p);
  double left = draft->box.x0 + p * (draft->panel + GAP * draft->k), right = left + draft->panel;
  double mean = find_x (draft, p, panel->mean), low, high;
  g_autofree char *value = kith_family_within_dup_value (panel, panel->mean);
  g_autofree char *least = NULL, *most = NULL;

  find_scale (draft, panel, &low, &high);
  least = kith_family_within_dup_value (panel, low);
  most = kith_family_within_dup_value (panel, high);
  kith_scene_begin_group (draft->scene, "panel", panel->head, NULL);
  kith_scene_add_box (draft->scene, (KithBox){ left, draft->box.y0, right, draft->box.y1 },
                      &(KithPaint){ .fill = KITH_INK (KITH_ROLE_VIEW),
                                    .stroke = KITH_INK (KITH_ROLE_RULE),
                                    .width = 0.2 });
  kith_scene_add_line (draft->scene, (KithPoint){ mean, draft->box.y0 },
                       (KithPoint){ mean, draft->box.y1 },
                       &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_FAMILY), .width = 0.35 });
  write_words (draft, left, draft->box.y0 - 4.6 * draft->k,
               fit_size (draft, 6.8, KITH_WEIGHT_SEMIBOLD, panel->head, draft->panel + GAP / 2),
               KITH_WEIGHT_SEMIBOLD, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START, panel->head);
  write_words (draft, mean, draft->box.y0 - 1.2 * draft->k, 6.3, KITH_WEIGHT_SEMIBOLD,
               KITH_INK_WORD (KITH_ROLE_FAMILY), KITH_ANCHOR_MIDDLE, value);
  write_words (draft, left, draft->box.y1 + 2.8 * draft->k, 5.8, KITH_WEIGHT_REGULAR,
               KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START, least);
  write_words (draft, right, draft->box.y1 + 2.8 * draft->k, 5.8, KITH_WEIGHT_REGULAR,
               KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_END, most);
  for (guint m = 0; m < count_members (draft); m++)
    draw_cell (draft, p, m);
  kith_scene_end_group (draft->scene);
}

static void
draw_names (const Draft *draft)
{
  for (guint m = 0; m < count_members (draft); m++)
    {
      KithWeight weight = is_selected (draft, m) ? KITH_WEIGHT_BOLD : KITH_WEIGHT_MEDIUM;
      KithType type = { 7.2 * draft->k, weight };
      double y = find_y (draft, m) + 0.9 * draft->k;
      g_autofree char *number = g_strdup_printf ("%u", m + 1);
      g_autofree char *name =
          kith_short_name_dup (kith_family_within_get_school (draft->within, m)->name,
                               (NAME_WIDTH - 7) * draft->k, &type, draft->measure);

      write_words (draft, draft->box.x0 - (NAME_WIDTH - 4) * draft->k, y, 7.2, weight,
                   KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_END, number);
      write_words (draft, draft->box.x0 - (NAME_WIDTH - 6) * draft->k, y,
                   fit_size (draft, 7.2, weight, name, (NAME_WIDTH - 7) * draft->k), weight,
                   KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START, name);
      kith_scene_add_line (draft->scene,
                           (KithPoint){ draft->box.x0 - NAME_WIDTH * draft->k,
                                        draft->box.y0 + (m + 1) * draft->row },
                           (KithPoint){ draft->box.x1, draft->box.y0 + (m + 1) * draft->row },
                           &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_GRAT), .width = 0.2 });
    }
}

/* What is of subjects and what of groups of pupils. */
static void
write_kinds (const Draft *draft)
{
  const char *headline = draft->within->display->measure;
  guint n_subjects = 0;

  for (guint p = 0; p < draft->within->panels->len; p++)
    n_subjects += !get_panel (draft, p)->is_group;
  if (n_subjects > 0)
    write_words (draft, draft->box.x0, draft->box.y0 - 9.4 * draft->k, 7.2, KITH_WEIGHT_REGULAR,
                 KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START, _ ("All pupils, by subject"));
  if (n_subjects < draft->within->panels->len)
    {
      double left = draft->box.x0 + n_subjects * (draft->panel + GAP * draft->k);
      g_autofree char *words =
          g_strdup_printf (_ ("By group: %s"), kith_measure_get_words (headline));

      write_words (draft, left, draft->box.y0 - 9.4 * draft->k,
                   fit_size (draft, 7.2, KITH_WEIGHT_REGULAR, words, draft->box.x1 - left),
                   KITH_WEIGHT_REGULAR, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START, words);
    }
}

static void
fill_column (const Draft *draft)
{
  const KithFamilyWithin *within = draft->within;
  KithMapColumn column;
  KithSign signs[] = { make_sign (draft, KITH_WITHIN_STRENGTH),
                       make_sign (draft, KITH_WITHIN_NEED) };

  kith_map_column_begin_beside (&column, draft->scene, draft->measure, draft->options->width,
                                draft->options->height, draft->k);
  kith_map_column_heading (&column, _ ("Read the page"), NULL);
  kith_map_column_sign (&column, &signs[0], get_stand_words (KITH_WITHIN_STRENGTH), NULL,
                        within->n_strengths, NULL, 0);
  kith_map_column_sign (&column, &signs[1], get_stand_words (KITH_WITHIN_NEED), NULL,
                        within->n_needs, NULL, 0);
  kith_map_column_words (&column, _ ("A dash: not shown, the table says why. Thin line: 95% "
                                     "interval. Upright line: mean of the Family."));
  kith_map_column_rule (&column);
  kith_map_column_heading (&column, _ ("Where one can learn from another"), NULL);
  if (within->meetings->len == 0)
    kith_map_column_words (&column, _ ("No strength of one meets a need of another here."));
  for (guint i = 0; i < within->meetings->len; i++)
    {
      if (kith_map_column_left (&column) < 24 * draft->k && i + 1 < within->meetings->len)
        {
          guint n_left = within->meetings->len - i;
          g_autofree char *more = g_strdup_printf (
              ngettext ("and %u more, in the table", "and %u more, in the table", n_left), n_left);

          kith_map_column_words (&column, more);
          break;
        }
      kith_map_column_words (&column, g_ptr_array_index (within->meetings, i));
    }
  kith_map_column_end (&column);
}

static void
draw_page (const KithWithinChart *self, const Draft *draft)
{
  const KithFamilyDisplay *display = self->within->display;
  const KithSettings *settings = kith_network_get_settings (kith_roll_get_network (display->roll));
  g_autofree char *region = g_strdup_printf ("%d/%02d", display->year, (display->year + 1) % 100);
  g_autofree char *note = g_strdup_printf (
      _ ("Far: a standard deviation or more, and farther than chance explains (95%%). Figures "
         "about "
         "fewer than %u pupils are not shown, and no mean holds them. Schools are named, not "
         "ranked."),
      settings->suppressed_cohort);
  const KithSheetPage page = {
    .scene = self->scene,
    .measure = draft->measure,
    .width = draft->options->width,
    .height = draft->options->height,
    .k = draft->k,
    .date = kith_network_get_date (kith_roll_get_network (display->roll)),
    .title = self->title,
    .finding = self->finding,
    .region = region,
    .sources = _ ("Source: performance tables of the Department for Education."),
    .note = note,
  };

  kith_scene_add_box (self->scene, (KithBox){ 0, 0, draft->options->width, draft->options->height },
                      &(KithPaint){ .fill = KITH_INK (KITH_ROLE_PAGE) });
  kith_sheet_page_draw (&page);
}

static void
compose (KithWithinChart *self, const KithWithinOptions *options, const KithMeasure *measure)
{
  guint n_panels = self->within->panels->len, n = self->within->display->members->len;
  Draft draft = { self->within, options, measure, self->scene, 1 };

  draft.low = INFINITY;
  draft.high = -INFINITY;
  for (guint p = 0; p < n_panels; p++)
    if (get_panel (&draft, p)->is_percentage)
      stretch (&draft, get_panel (&draft, p), &draft.low, &draft.high);
  draft.low = fmax (0, 10 * floor ((draft.low - 5) / 10));
  draft.high = fmin (100, 10 * ceil ((draft.high + 5) / 10));
  if (options->is_sheet)
    draft.k = MIN (options->width / KITH_MAP_SHEET_WIDTH, options->height / KITH_MAP_SHEET_HEIGHT);
  draft.box.x0 = (options->is_sheet ? 10 + NAME_WIDTH : NAME_WIDTH + 2) * draft.k;
  draft.box.x1 = options->is_sheet ? options->width - 84 * draft.k : options->width - 4;
  draft.box.y0 = (options->is_sheet ? 30 + HEAD_HEIGHT : HEAD_HEIGHT) * draft.k;
  draft.row = options->is_sheet ? fmin (ROW_HEIGHT * 1.2 * draft.k,
                                        (options->height - 28 * draft.k - draft.box.y0) / n)
                                : ROW_HEIGHT;
  draft.box.y1 = draft.box.y0 + n * draft.row;
  draft.panel = (draft.box.x1 - draft.box.x0 - (n_panels - 1) * GAP * draft.k) / n_panels;
  if (options->is_sheet)
    draw_page (self, &draft);
  write_kinds (&draft);
  for (guint p = 0; p < n_panels; p++)
    draw_panel (&draft, p);
  draw_names (&draft);
  if (options->is_sheet)
    fill_column (&draft);
}

/**
 * kith_within_chart_new:
 * @within: (transfer full): what is shown
 * @options: how
 * @measure: measures words
 *
 * Returns: (transfer full): the page
 */
KithWithinChart *
kith_within_chart_new (KithFamilyWithin *within,
                       const KithWithinOptions *options,
                       const KithMeasure *measure)
{
  KithWithinChart *self = g_new0 (KithWithinChart, 1);
  guint n = within->display->members->len, n_meetings = within->meetings->len;
  double height =
      options->height > 0 ? options->height : HEAD_HEIGHT + n * ROW_HEIGHT + FOOT_HEIGHT;

  self->within = within;
  self->title = g_strdup_printf (_ ("%s: subjects and groups of pupils"), within->display->name);
  self->finding = g_strdup_printf (
      g_dngettext (NULL, "In %u subject or group of pupils a strength meets a need",
                   "In %u subjects or groups of pupils a strength meets a need", n_meetings),
      n_meetings);
  if (n_meetings == 0)
    {
      g_free (self->finding);
      self->finding = g_strdup (_ ("No strength of one school meets a need of another"));
    }
  self->scene = kith_scene_new (options->width, height);
  kith_scene_set_title (self->scene, self->title, self->finding);
  compose (self, options, measure);
  return self;
}

/**
 * kith_within_chart_free:
 * @self: (transfer full) (nullable): a page
 */
void
kith_within_chart_free (KithWithinChart *self)
{
  if (self == NULL)
    return;
  kith_family_within_free (self->within);
  kith_scene_unref (self->scene);
  g_free (self->title);
  g_free (self->finding);
  g_free (self);
}
