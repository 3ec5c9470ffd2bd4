/* kith-map-overlay.c: what lies over a map on the screen, and is never exported
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-overlay.h"

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

/**
 * kith_map_overlay_get_accent:
 *
 * Returns: the colour of what an officer has pointed out
 */
GdkRGBA
kith_map_overlay_get_accent (void)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  KithColour accent = kith_theme_get_colour (
      kith_theme_get (is_dark ? KITH_THEME_DARK : KITH_THEME_LIGHT), KITH_INK (KITH_ROLE_ACCENT));

  return (GdkRGBA){ accent.red, accent.green, accent.blue, 1 };
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
