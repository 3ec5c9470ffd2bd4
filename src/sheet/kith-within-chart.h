/* kith-within-chart.h: subjects and groups of pupils of a Family on one page
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-within.h"
#include "kith-map.h"

G_BEGIN_DECLS

/**
 * KithWithinOptions:
 * @is_sheet: a whole sheet with title, side column and notes; else the panels alone
 * @width: mm
 * @height: mm; 0 for the panels alone: as high as they are
 * @selected: URN of the school whose row is in bold, 0 for none
 */
typedef struct
{
  gboolean is_sheet;
  double width, height;
  gint64 selected;
} KithWithinOptions;

/**
 * KithWithinChart:
 * @within: what it shows
 * @scene: as it is drawn
 * @title: of the sheet
 * @finding: what it shows, in numbers
 *
 * A row a school, by name, and a panel for each subject and group of pupils, in which the school
 * stands beside the mean of its Family. Immutable.
 */
typedef struct
{
  KithFamilyWithin *within;
  KithScene *scene;
  char *title;
  char *finding;
} KithWithinChart;

KithWithinChart  *kith_within_chart_new   (KithFamilyWithin         *within,
                                           const KithWithinOptions  *options,
                                           const KithMeasure        *measure);
void              kith_within_chart_free  (KithWithinChart          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWithinChart, kith_within_chart_free)

G_END_DECLS
