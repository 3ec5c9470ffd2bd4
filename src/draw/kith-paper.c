/* kith-paper.c: sizes of paper, and what is composed for them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-target.h"

/* LOOK, section 5: letters grow less than paper does. A larger sheet is composed for less paper
   than it has, and then magnified, so that lines and marks grow with the letters. */
static const struct
{
  const char *name;
  double width, height;
  double magnify;
} papers[KITH_N_PAPERS] = {
  [KITH_PAPER_A0] = { "A0", 1189, 841, 2.5 }, [KITH_PAPER_A1] = { "A1", 841, 594, 2.0 },
  [KITH_PAPER_A2] = { "A2", 594, 420, 1.6 },  [KITH_PAPER_A3] = { "A3", 420, 297, 1.25 },
  [KITH_PAPER_A4] = { "A4", 297, 210, 1 },
};

/**
 * kith_paper_find:
 * @name: in any case of letters
 * @paper: (out): which
 *
 * Returns: whether there is one of that name
 */
gboolean
kith_paper_find (const char *name, KithPaper *paper)
{
  for (guint p = 0; p < KITH_N_PAPERS; p++)
    if (g_ascii_strcasecmp (name, papers[p].name) == 0)
      {
        *paper = p;
        return TRUE;
      }
  return FALSE;
}

/**
 * kith_paper_get_name:
 *
 * Returns: (transfer none): "A4"
 */
const char *
kith_paper_get_name (KithPaper paper)
{
  g_return_val_if_fail (paper < KITH_N_PAPERS, NULL);
  return papers[paper].name;
}

/**
 * kith_paper_fit:
 * @width: (out): that a scene for it is composed for, in mm
 * @height: (out): the same
 * @magnify: (out): how much larger the paper is
 */
void
kith_paper_fit (KithPaper paper, double *width, double *height, double *magnify)
{
  g_return_if_fail (paper < KITH_N_PAPERS);
  *magnify = papers[paper].magnify;
  *width = papers[paper].width / *magnify;
  *height = papers[paper].height / *magnify;
}

/**
 * kith_paper_choose_tile:
 * @tile: of the pages
 * @paper: of the poster
 * @width: (out): of a page, in mm: lying or standing, whichever takes fewer of them
 * @height: (out): of it
 */
void
kith_paper_choose_tile (KithPaper tile, KithPaper paper, double *width, double *height)
{
  g_autoptr (KithScene) poster = kith_scene_new (papers[paper].width, papers[paper].height);
  KithPrinting lying = { .tile_width = papers[tile].width, .tile_height = papers[tile].height };
  KithPrinting standing = { .tile_width = papers[tile].height, .tile_height = papers[tile].width };
  guint n_x, n_y;
  gboolean stands = kith_printing_count_tiles (&standing, poster, &n_x, &n_y) <
                    kith_printing_count_tiles (&lying, poster, &n_x, &n_y);

  *width = stands ? standing.tile_width : lying.tile_width;
  *height = stands ? standing.tile_height : lying.tile_height;
}
