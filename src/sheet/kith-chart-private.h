/* kith-chart-private.h: a data display while it is composed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-chart.h"
#include "kith-label.h"

G_BEGIN_DECLS

/**
 * KithAxis:
 * @low: at its beginning
 * @high: at its end
 * @step: between two lines
 */
typedef struct
{
  double low, high, step;
} KithAxis;

/**
 * KithChartDraft:
 * @display: what is shown
 * @options: as asked for
 * @measure: measures words
 * @scene: takes the marks
 * @k: what measures are multiplied with
 * @box: where the chart lies, in mm
 * @x: attainment
 * @y: improvement, or pupils
 * @is_funnel: whether it is pupils
 * @is_percentage: whether the measure is one
 * @selected: number among the points, or %G_MAXUINT
 * @labels: the names
 * @numbered: (element-type guint): points whose names found no room: a number stands for them
 * @n_vulnerable: points with the sign of finding 14
 * @n_thin: points that few pupils or years stand behind
 * @n_beyond: points that stand at the edge
 * @n_goals: arrows to goals
 * @n_tails: paths of the years before
 */
typedef struct
{
  KithFamilyDisplay *display;
  const KithChartOptions *options;
  const KithMeasure *measure;
  KithScene *scene;
  double k;
  KithBox box;
  KithAxis x, y;
  gboolean is_funnel;
  gboolean is_percentage;
  guint selected;
  KithLabels *labels;
  GArray *numbered;
  guint n_vulnerable;
  guint n_thin;
  guint n_beyond;
  guint n_goals;
  guint n_tails;
} KithChartDraft;

KithAxis   kith_axis_new               (double                 low,
                                        double                 high,
                                        guint                  n_steps);
KithPoint  kith_chart_find_point       (const KithChartDraft  *draft,
                                        double                 attainment,
                                        double                 up);
double     kith_chart_get_up           (const KithChartDraft  *draft,
                                        double                 change,
                                        gint64                 cohort);
char      *kith_chart_dup_value        (const KithChartDraft  *draft,
                                        double                 value);
char      *kith_chart_dup_change       (const KithChartDraft  *draft,
                                        double                 change);
const KithDisplayPoint
          *kith_chart_get_point        (const KithChartDraft  *draft,
                                        guint                  point);
const KithSchool
          *kith_chart_get_school       (const KithChartDraft  *draft,
                                        guint                  school);
KithSign   kith_chart_get_sign         (const KithChartDraft  *draft,
                                        guint                  point);
void       kith_chart_draw_field       (KithChartDraft        *draft);
void       kith_chart_write_fixed      (KithChartDraft        *draft,
                                        double                 x,
                                        double                 y,
                                        KithType               type,
                                        KithInk                ink,
                                        KithAnchor             anchor,
                                        const char            *words);
void       kith_chart_draw_under       (KithChartDraft        *draft);
void       kith_chart_draw_points      (KithChartDraft        *draft);
void       kith_chart_fill_column      (KithChartDraft        *draft);

G_END_DECLS
