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

/**
 * KithPrinting:
 * @theme: its colours
 * @dpi: of a PNG, dots per inch; 0 for one %KITH_TARGET_WIDTH_PX wide
 * @magnify: how much larger than the scene the paper is, all of it alike; 0 for as large
 * @tile_width: mm of the pages that a PDF is cut into, 0 for one page as large as the paper
 * @tile_height: of the same
 * @dated: the day that stands in a PDF as the day of its making: the as-at date, so that the same
 *   picture has the same bytes
 *
 * How a scene becomes a file.
 */
typedef struct
{
  const KithTheme *theme;
  double dpi;
  double magnify;
  double tile_width, tile_height;
  KithDate dated;
} KithPrinting;

/* DIN EN ISO 216, landscape, from the largest. */
typedef enum
{
  KITH_PAPER_A0,
  KITH_PAPER_A1,
  KITH_PAPER_A2,
  KITH_PAPER_A3,
  KITH_PAPER_A4,
  KITH_N_PAPERS,
} KithPaper;

/* Pages of a poster: what their printer leaves free, and how much of each the next one repeats. */
#define KITH_TILE_MARGIN  10.0
#define KITH_TILE_OVERLAP 10.0

gboolean     kith_paper_find         (const char         *name,
                                      KithPaper          *paper);
const char  *kith_paper_get_name     (KithPaper           paper);
void         kith_paper_fit          (KithPaper           paper,
                                      double             *width,
                                      double             *height,
                                      double             *magnify);
void         kith_paper_choose_tile  (KithPaper           tile,
                                      KithPaper           paper,
                                      double             *width,
                                      double             *height);
KithTarget   kith_target_find        (const char       *file_name);
const char  *kith_target_get_ending  (KithTarget        target);
const KithTheme  *kith_target_get_theme (KithTarget        target);
GBytes      *kith_scene_render       (const KithScene    *self,
                                      const KithPrinting *printing,
                                      KithTarget          target,
                                      GError            **error);
gboolean     kith_scene_write        (const KithScene    *self,
                                      const KithPrinting *printing,
                                      GFile              *file,
                                      KithTarget          target,
                                      GError            **error);
guint        kith_printing_count_tiles (const KithPrinting *self,
                                      const KithScene    *scene,
                                      guint              *n_x,
                                      guint              *n_y);

G_END_DECLS
