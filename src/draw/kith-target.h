/* kith-target.h: scenes in files
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"
#include "kith-scene.h"

G_BEGIN_DECLS

/**
 * KithDrawError:
 * @KITH_DRAW_ERROR_SIZE: the picture would be larger than a picture can be
 * @KITH_DRAW_ERROR_SURFACE: it could not be drawn: memory, fonts
 */
typedef enum
{
  KITH_DRAW_ERROR_SIZE,
  KITH_DRAW_ERROR_SURFACE,
} KithDrawError;
#define KITH_DRAW_ERROR (kith_draw_error_quark ())
GQuark kith_draw_error_quark (void);

typedef enum
{
  KITH_TARGET_SVG,
  KITH_TARGET_PDF,
  KITH_TARGET_PNG,
  KITH_N_TARGETS,
} KithTarget;

/* The width of a PNG for which nobody asked for a resolution. */
#define KITH_TARGET_WIDTH_PX 1480

KithTarget   kith_target_find        (const char       *file_name);
const char  *kith_target_get_ending  (KithTarget        target);
const KithTheme  *kith_target_get_theme (KithTarget        target);
GBytes      *kith_scene_render       (const KithScene  *self,
                                      const KithTheme  *theme,
                                      KithTarget        target,
                                      double            dpi,
                                      KithDate          dated,
                                      GError          **error);
gboolean     kith_scene_write        (const KithScene  *self,
                                      const KithTheme  *theme,
                                      GFile            *file,
                                      KithTarget        target,
                                      double            dpi,
                                      KithDate          dated,
                                      GError          **error);

G_END_DECLS
