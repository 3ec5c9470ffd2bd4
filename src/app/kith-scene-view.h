/* kith-scene-view.h: a small scene as a widget
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-scene.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCENE_VIEW (kith_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (KithSceneView, kith_scene_view, KITH, SCENE_VIEW, GtkWidget)

GtkWidget  *kith_scene_view_new  (KithScene  *scene,
                                  double      px_per_mm);

G_END_DECLS
