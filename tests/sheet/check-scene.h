/* check-scene.h: every map is read, mark by mark, and what is wrong with it counted
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map.h"
#include "kith-measure.h"

G_BEGIN_DECLS

/*
 * What was read off scenes, not pixels, over any number of maps: words over other words, words cut
 * off, words over a mark that they must not cover (their own among them), marks under the scale bar,
 * signs of the legend whose count is not that of the marks, sums that are not that of all marks or of
 * the rows of the table; then how many schools were to be named, and what became of their names.
 */
typedef struct
{
  guint n_maps, n_words;
  guint n_over_words, n_cut, n_over_marks, n_hidden;
  guint n_miscounted, n_wrong_sums;
  guint n_asked, n_placed, n_numbered, n_listed, n_dropped;
} SceneReport;

void      check_scene       (KithMap              *map,
                             const KithMapOptions *options,
                             const KithMeasure    *measure,
                             SceneReport          *report);
gboolean  report_is_clean   (const SceneReport    *report);
char     *report_dup_text   (const SceneReport    *report);

G_END_DECLS
