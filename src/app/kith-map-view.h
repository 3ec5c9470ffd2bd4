/* kith-map-view.h: a map to be looked at: moved, enlarged, asked
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-map-overlay.h"
#include "kith-map.h"
#include "kith-session.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_MAP_TOOL_MOVE,  /* moves the map */
  KITH_MAP_TOOL_BOX,   /* chooses the schools in a box */
  KITH_MAP_TOOL_LASSO, /* chooses those that the pointer goes round */
} KithMapTool;

#define KITH_TYPE_MAP_VIEW (kith_map_view_get_type ())
G_DECLARE_FINAL_TYPE (KithMapView, kith_map_view, KITH, MAP_VIEW, GtkWidget)

void         kith_map_view_set_session      (KithMapView  *self,
                                             KithSession  *session);
KithSession *kith_map_view_get_session      (KithMapView  *self);
void         kith_map_view_show             (KithMapView  *self,
                                             KithMapSubject subject,
                                             gint64        arrangement_id,
                                             KithMapLayout layout);
void         kith_map_view_set_layers       (KithMapView  *self,
                                             const KithMapLayers *layers);
void         kith_map_view_show_moment      (KithMapView  *self,
                                             KithDate      day);
void         kith_map_view_get_options      (KithMapView  *self,
                                             KithMapOptions *options);
void         kith_map_view_set_tool         (KithMapView  *self,
                                             KithMapTool   tool);
KithMap     *kith_map_view_get_map          (KithMapView  *self);
gboolean     kith_map_view_is_changing      (KithMapView  *self);
const char  *kith_map_view_get_problem      (KithMapView  *self);
void         kith_map_view_fit              (KithMapView  *self);
void         kith_map_view_zoom             (KithMapView  *self,
                                             double        factor);
void         kith_map_view_pan              (KithMapView  *self,
                                             double        dx,
                                             double        dy);
KithMapFrame kith_map_view_get_frame        (KithMapView  *self);
gint64       kith_map_view_pick             (KithMapView  *self,
                                             double        x,
                                             double        y);
void         kith_map_view_show_school      (KithMapView  *self,
                                             gint64        urn);
gboolean     kith_map_view_find             (KithMapView  *self,
                                             gint64        urn,
                                             double       *x,
                                             double       *y);

G_END_DECLS
