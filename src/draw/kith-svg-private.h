/* kith-svg-private.h: a scene as SVG
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-scene.h"

G_BEGIN_DECLS

GBytes  *kith_scene_render_svg  (const KithScene  *self,
                                 const KithTheme  *theme,
                                 double            magnify);

G_END_DECLS
