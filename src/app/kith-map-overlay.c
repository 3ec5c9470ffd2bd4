/* kith-map-overlay.c: what lies over a map on the screen, and is never exported
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-overlay.h"
#include "kith-map-pins.h"

#include <adwaita.h>
#include <math.h>

/* LOOK, section 3: the ring of the selected school, 1 mm outside the mark. */
#define RING_MM 0.6
#define RING_FAR_MM 1.0
#define RING_LEAST_PX 2.0

/* Around each of those that are chosen. */
#define CHOSEN_FAR_MM 0.25
#define CHOSEN_PX 1.3
#define CHOSEN_FILL 0.14

/* Among more, squares on whole pixels, which are quick. */
#define MANY 1500

/* A pin stands in the upper right of its mark: its head, and how far that is away. */
#define PIN_PX 3.0
#define PIN_UP_PX 7.0
#define PIN_HALO_PX 1.2

/**
 * kith_map_frame_find_view:
 * @at: in the scene
 *
 * Returns: where it lies in the widget
 */
KithPoint
kith_map_frame_find_view (const KithMapFrame *self, KithPoint at)
{
  return (KithPoint){ self->origin.x + at.x * self->px, self->origin.y + at.y * self->px };
}

/**
 * kith_map_frame_find_scene:
 * @at: in the widget
 *
 * Returns: what lies there in the scene
 */
KithPoint
kith_map_frame_find_scene (const KithMapFrame *self, KithPoint at)
{
  return (KithPoint){ (at.x - self->origin.x) / self->px, (at.y - self->origin.y) / self->px };
}

static GdkRGBA
get_role (KithRole role)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  KithColour colour = kith_theme_get_colour (
      kith_theme_get (is_dark ? KITH_THEME_DARK : KITH_THEME_LIGHT), KITH_INK (role));

  return (GdkRGBA){ colour.red, colour.green, colour.blue, 1 };
}

/**
 * kith_map_overlay_get_accent:
 *
 * Returns: the colour of what an officer has pointed out
 */
GdkRGBA
kith_map_overlay_get_accent (void)
{
  return get_role (KITH_ROLE_ACCENT);
}

/**
 * kith_map_overlay_add_selected:
 * @urn: of the school that is selected; 0 for none
 *
 * Draws a ring around it, where it is on the map.
 */
void
kith_map_overlay_add_selected (GtkSnapshot *snapshot,
                               const KithScene *scene,
                               const KithMapFrame *frame,
                               gint64 urn)
{
  GdkRGBA accent = kith_map_overlay_get_accent ();
  KithPoint at;
  double r, reach;
  cairo_t *cr;

  if (urn == 0 || !kith_scene_find (scene, urn, &at, &r))
    return;
  at = kith_map_frame_find_view (frame, at);
  reach = (r + RING_FAR_MM + RING_MM) * frame->px;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (at.x - reach, at.y - reach, 2 * reach, 2 * reach));
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, MAX (RING_LEAST_PX, RING_MM * frame->px));
  cairo_arc (cr, at.x, at.y, (r + RING_FAR_MM) * frame->px, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_chosen (cairo_t *cr, const GdkRGBA *accent, KithPoint at, double r)
{
  GdkRGBA wash = *accent;

  wash.alpha = CHOSEN_FILL;
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, r, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &wash);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_stroke (cr);
}

/**
 * kith_map_overlay_add_chosen:
 * @chosen: schools
 *
 * Rings and washes each of them that is in sight.
 *
 * Cost: O(marks).
 */
void
kith_map_overlay_add_chosen (GtkSnapshot *snapshot,
                             const KithScene *scene,
                             const KithMapFrame *frame,
                             KithChosen *chosen)
{
  GdkRGBA accent = kith_map_overlay_get_accent ();
  gboolean is_many = kith_chosen_get_n (chosen) > MANY;
  guint n_marks, n_signs;
  const KithMark *marks = kith_scene_get_marks (scene, &n_marks);
  const KithSign *signs = kith_scene_get_signs (scene, &n_signs);
  cairo_t *cr;

  if (kith_chosen_get_n (chosen) == 0)
    return;
  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height));
  cairo_set_line_width (cr, CHOSEN_PX);
  for (guint i = 0; i < n_marks; i++)
    {
      KithPoint at;
      double r;

      if (marks[i].type != KITH_MARK_SIGN || !kith_chosen_has (chosen, marks[i].sign.subject))
        continue;
      at = kith_map_frame_find_view (frame, marks[i].sign.at);
      r = (kith_sign_get_extent (&signs[marks[i].sign.sign]) + CHOSEN_FAR_MM) * frame->px;
      if (at.x < -r || at.y < -r || at.x > frame->width + r || at.y > frame->height + r)
        continue;
      if (is_many)
        cairo_rectangle (cr, round (at.x - r), round (at.y - r), round (2 * r), round (2 * r));
      else
        draw_chosen (cr, &accent, at, r);
    }
  if (is_many)
    {
      accent.alpha = CHOSEN_FILL;
      gdk_cairo_set_source_rgba (cr, &accent);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

/* A head on a needle, with the ground around both. */
static void
draw_pin (cairo_t *cr, KithPoint foot)
{
  KithPoint head = { foot.x + PIN_UP_PX * 0.6, foot.y - PIN_UP_PX };
  GdkRGBA ground = get_role (KITH_ROLE_VIEW), ink = get_role (KITH_ROLE_INK);

  for (guint pass = 0; pass < 2; pass++)
    {
      double more = pass == 0 ? PIN_HALO_PX : 0;

      gdk_cairo_set_source_rgba (cr, pass == 0 ? &ground : &ink);
      cairo_set_line_width (cr, 1.4 + 2 * more);
      cairo_move_to (cr, foot.x, foot.y);
      cairo_line_to (cr, head.x, head.y);
      cairo_stroke (cr);
      cairo_arc (cr, head.x, head.y, PIN_PX + more, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * kith_map_overlay_add_pins:
 *
 * Shows which marks an officer has put where they stand.
 */
void
kith_map_overlay_add_pins (GtkSnapshot *snapshot, KithMap *map, const KithMapFrame *frame)
{
  g_autoptr (GArray) pinned = kith_map_list_pinned (map);
  cairo_t *cr;

  if (pinned->len == 0)
    return;
  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height));
  for (guint i = 0; i < pinned->len; i++)
    {
      KithPoint at;
      double r;

      if (!kith_scene_find (kith_map_get_scene (map), g_array_index (pinned, gint64, i), &at, &r))
        continue;
      at = kith_map_frame_find_view (frame, (KithPoint){ at.x + 0.6 * r, at.y - 0.6 * r });
      draw_pin (cr, at);
    }
  cairo_destroy (cr);
}

/**
 * kith_map_overlay_add_dragged:
 * @urn: of a school on the map
 * @by: how far its mark is dragged, in pixels
 *
 * Draws a line from where it stands to where it would, and a ring there.
 */
void
kith_map_overlay_add_dragged (GtkSnapshot *snapshot,
                              const KithScene *scene,
                              const KithMapFrame *frame,
                              gint64 urn,
                              KithPoint by)
{
  static const double dashes[] = { 4, 3 };
  GdkRGBA accent = kith_map_overlay_get_accent ();
  KithPoint from, to;
  double r;
  cairo_t *cr;

  if (!kith_scene_find (scene, urn, &from, &r))
    return;
  from = kith_map_frame_find_view (frame, from);
  to = (KithPoint){ from.x + by.x, from.y + by.y };
  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height));
  cairo_set_line_width (cr, CHOSEN_PX);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_chosen (cr, &accent, to, r * frame->px);
  cairo_destroy (cr);
}
