/* kith-svg.h: a scene as SVG inside another file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-scene.h"

G_BEGIN_DECLS

char  *kith_scene_dup_inline_svg  (const KithScene *self,
                                   const KithTheme *theme,
                                   const char      *prefix,
                                   const char      *title,
                                   const char      *description);

G_END_DECLS
