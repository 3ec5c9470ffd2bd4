/* kith-painter.h: a scene on a Cairo surface
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "kith-scene.h"

G_BEGIN_DECLS

void  kith_scene_paint  (const KithScene  *self,
                         const KithTheme  *theme,
                         cairo_t          *cr);

G_END_DECLS
