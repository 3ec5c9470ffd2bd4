/* kith-layers-popover.h: what a map shows and what it leaves out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_TYPE_LAYERS_POPOVER (kith_layers_popover_get_type ())
G_DECLARE_FINAL_TYPE (KithLayersPopover, kith_layers_popover, KITH, LAYERS_POPOVER, GtkPopover)

void      kith_layers_popover_get_layers    (KithLayersPopover     *self,
                                             KithMapLayers         *layers);
gboolean  kith_layers_popover_is_filtered   (KithLayersPopover     *self);
gboolean  kith_layers_popover_is_set        (KithLayersPopover     *self);
void      kith_layers_popover_show_options  (KithLayersPopover     *self,
                                             const KithMapOptions  *options);

G_END_DECLS
