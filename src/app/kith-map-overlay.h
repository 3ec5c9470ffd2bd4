/* kith-map-overlay.h: what lies over a map on the screen, and is never exported
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-chosen.h"
#include "kith-map.h"

G_BEGIN_DECLS

/**
 * KithMapFrame:
 * @origin: where the scene's upper left corner lies, in the widget's pixels
 * @px: pixels that a millimetre of the scene takes
 * @width: of the widget, in pixels
 * @height: of it
 */
typedef struct
{
  KithPoint origin;
  double px;
  int width, height;
} KithMapFrame;

KithPoint  kith_map_frame_find_view      (const KithMapFrame  *self,
                                          KithPoint            at);
KithPoint  kith_map_frame_find_scene     (const KithMapFrame  *self,
                                          KithPoint            at);

GdkRGBA    kith_map_overlay_get_accent   (void);
void       kith_map_overlay_add_selected (GtkSnapshot         *snapshot,
                                          const KithScene     *scene,
                                          const KithMapFrame  *frame,
                                          gint64               urn);
void       kith_map_overlay_add_chosen   (GtkSnapshot         *snapshot,
                                          const KithScene     *scene,
                                          const KithMapFrame  *frame,
                                          KithChosen          *chosen);
void       kith_map_overlay_add_pins     (GtkSnapshot         *snapshot,
                                          KithMap             *map,
                                          const KithMapFrame  *frame);
void       kith_map_overlay_add_dragged  (GtkSnapshot         *snapshot,
                                          const KithScene     *scene,
                                          const KithMapFrame  *frame,
                                          gint64               urn,
                                          KithPoint            by);

G_END_DECLS
