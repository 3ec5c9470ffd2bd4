/* kith-chart.h: the data display of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-display.h"
#include "kith-map.h"

G_BEGIN_DECLS

/**
 * KithChartOptions:
 * @is_sheet: a whole sheet with title, side column and notes; else the chart alone
 * @width: mm
 * @height: mm
 * @selected: URN of the school that is told of beside the chart, 0 for none
 * @has_intervals: whether every school has its interval, not only the selected one
 * @has_tails: whether the path of the years before leads to each mark
 * @has_goals: whether an arrow leads from each mark to the goal of its school
 * @seed: of the placing of names
 */
typedef struct
{
  gboolean is_sheet;
  double width, height;
  gint64 selected;
  gboolean has_intervals;
  gboolean has_tails;
  gboolean has_goals;
  guint64 seed;
} KithChartOptions;

/**
 * KithChart:
 * @display: what it shows
 * @scene: as it is drawn
 * @title: of the sheet
 * @finding: what it shows, in numbers
 * @region: measure and years
 * @sources: where it comes from
 * @note: how it is to be read
 *
 * METHODS, section 6, "the data display", as composed. Immutable.
 */
typedef struct
{
  KithFamilyDisplay *display;
  KithScene *scene;
  char *title;
  char *finding;
  char *region;
  char *sources;
  char *note;
} KithChart;

KithChart  *kith_chart_new   (KithFamilyDisplay       *display,
                              const KithChartOptions  *options,
                              const KithMeasure       *measure);
void        kith_chart_free  (KithChart               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithChart, kith_chart_free)

G_END_DECLS
