/* kith-cliff-chart.c: when money ends, and how many schools have no link then, as a chart
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cliff-chart.h"

#include <glib/gi18n.h>

/* Later months stand in the table. */
#define MOST_MONTHS 72
#define LEAST_MONTHS 12

#define LEFT 12.0
#define RIGHT 4.0
#define TOP 8.0
#define BOTTOM 9.5
#define SIZE_PT 8.5 /* 11 px on the screen */
#define TICK 2.6

typedef struct
{
  KithScene *scene;
  const KithCliffMonth *months;
  guint n_months;
  guint first;   /* the month of the date, counted from the year 0 */
  guint n_shown; /* months along the axis */
  guint top;     /* schools at the upper end of the other */
  KithBox box;   /* of the plot */
} Chart;

static guint
get_month (const KithCliffMonth *month)
{
  return 12 * (guint)month->year + (guint)month->month - 1;
}

static double
get_x (const Chart *self, guint month)
{
  return self->box.x0 + (self->box.x1 - self->box.x0) * (month - self->first) / self->n_shown;
}

static double
get_y (const Chart *self, double n)
{
  return self->box.y1 - (self->box.y1 - self->box.y0) * n / self->top;
}

/* 1, 2 or 5 times a power of ten, of which the axis has no more than four. */
static guint
find_step (guint most)
{
  guint step = 1;

  for (guint power = 1;; power *= 10)
    for (guint times = 1; times <= 5; times += times == 1 ? 1 : 3)
      {
        step = times * power;
        if (most <= 4 * step)
          return step;
      }
}

static void
write_text (
    const Chart *self, KithInk ink, KithAnchor anchor, double x, double y, const char *words)
{
  KithWriting writing = { { SIZE_PT, KITH_WEIGHT_REGULAR }, ink, anchor, KITH_ROLE_NOTHING };

  kith_scene_add_text (self->scene, &writing, (KithPoint){ x, y }, words);
}

static void
draw_schools_axis (const Chart *self, guint step)
{
  KithPaint line = { .stroke = KITH_INK (KITH_ROLE_GRAT), .width = 0.2 };
  KithPaint base = { .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.3 };

  for (guint n = 0; n <= self->top; n += step)
    {
      double y = get_y (self, n);
      g_autofree char *count = kith_text_dup_count (n);

      kith_scene_add_line (self->scene, (KithPoint){ self->box.x0, y },
                           (KithPoint){ self->box.x1, y }, n == 0 ? &base : &line);
      write_text (self, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_END, self->box.x0 - 1.5, y + 1,
                  count);
    }
}

/* The first month and each January, where they do not stand in each other's way. */
static void
draw_months_axis (const Chart *self)
{
  KithPaint line = { .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.2 };

  for (guint month = self->first; month < self->first + self->n_shown; month++)
    {
      g_autofree char *year = g_strdup_printf ("%u", month / 12);
      double x = get_x (self, month);

      if (month % 12 != 0)
        continue;
      kith_scene_add_line (self->scene, (KithPoint){ x, self->box.y0 },
                           (KithPoint){ x, self->box.y1 + TICK }, &line);
      write_text (self, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START, x + 0.8,
                  self->box.y1 + 2 * TICK + 2, year);
    }
}

/* Steps up where money ends, and never down. */
static void
trace_schools (const Chart *self)
{
  double y = get_y (self, 0);

  kith_scene_move_to (self->scene, self->box.x0, y);
  for (guint m = 0; m < self->n_months; m++)
    {
      double x = get_x (self, get_month (&self->months[m]));

      if (x > self->box.x1)
        break;
      kith_scene_line_to (self->scene, x, y);
      y = get_y (self, self->months[m].n_alone);
      kith_scene_line_to (self->scene, x, y);
    }
  kith_scene_line_to (self->scene, self->box.x1, y);
}

static void
draw_schools (const Chart *self)
{
  KithPaint wash = { .fill = KITH_INK_AT (KITH_ROLE_T2, 0.16) };
  KithPaint line = { .stroke = KITH_INK (KITH_ROLE_T2), .width = 0.55 };

  trace_schools (self);
  kith_scene_line_to (self->scene, self->box.x1, self->box.y1);
  kith_scene_close (self->scene);
  kith_scene_end_path (self->scene, &wash);
  trace_schools (self);
  kith_scene_end_path (self->scene, &line);
}

/* A mark under the axis for each month in which money ends. */
static void
draw_money (const Chart *self)
{
  KithPaint mark = { .stroke = KITH_INK (KITH_ROLE_PROGRAMME), .width = 0.9 };

  for (guint m = 0; m < self->n_months; m++)
    {
      double x = get_x (self, get_month (&self->months[m]));

      if (x <= self->box.x1)
        kith_scene_add_line (self->scene, (KithPoint){ x, self->box.y1 + 0.5 },
                             (KithPoint){ x, self->box.y1 + TICK }, &mark);
    }
}

static void
write_headings (const Chart *self)
{
  write_text (self, KITH_INK_WORD (KITH_ROLE_T2), KITH_ANCHOR_START, self->box.x0,
              self->box.y0 - 3.2, _ ("Schools whose last link has ended with money"));
  write_text (self, KITH_INK_WORD (KITH_ROLE_PROGRAMME), KITH_ANCHOR_END, self->box.x1,
              self->box.y0 - 3.2, _ ("Under the line: months in which money ends"));
}

/**
 * kith_cliff_chart_new:
 * @cliff: with a month or more
 * @as_at: the day it begins with
 * @width: mm
 * @height: mm
 *
 * Returns: (transfer full): the chart; its twin in words is the table of the months
 */
KithScene *
kith_cliff_chart_new (const KithCliff *cliff, KithDate as_at, double width, double height)
{
  Chart self = { .box = { LEFT, TOP, width - RIGHT, height - BOTTOM } };
  int year, month;
  guint step, last;

  self.months = kith_cliff_get_months (cliff, &self.n_months);
  g_return_val_if_fail (self.n_months > 0, NULL);

  kith_date_get_parts (as_at, &year, &month, NULL);
  self.first = 12 * (guint)year + (guint)month - 1;
  last = get_month (&self.months[self.n_months - 1]);
  self.n_shown = CLAMP (last - self.first + 2, LEAST_MONTHS, MOST_MONTHS);
  step = find_step (MAX (1, self.months[self.n_months - 1].n_alone));
  self.top = (MAX (1, self.months[self.n_months - 1].n_alone) + step - 1) / step * step;

  self.scene = kith_scene_new (width, height);
  kith_scene_set_title (self.scene, _ ("When money ends"),
                        _ ("Schools whose last link has ended with money, by month."));
  draw_months_axis (&self);
  draw_schools_axis (&self, step);
  draw_schools (&self);
  draw_money (&self);
  write_headings (&self);
  return self.scene;
}
