/* kith-tie.c: how ties between schools are drawn
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-tie.h"

#include <math.h>

/* A faded tie: two stubs, each closed by a tick. */
#define STUB_PART 0.30
#define STUB_MOST 7.0
#define STUB_WIDTH 0.55
#define STUB_FADE 0.35
#define TICK 0.75

static const KithTieLine lines[KITH_N_TIES] = {
  [KITH_TIE_TRUST] = { KITH_ROLE_TRUST, 0.60, KITH_PATTERN_SOLID },
  [KITH_TIE_HUB] = { KITH_ROLE_HUB, 0.38, KITH_PATTERN_SOLID },
  [KITH_TIE_FAMILY] = { KITH_ROLE_FAMILY, 0.42, KITH_PATTERN_DOTS },
  [KITH_TIE_PAIRING] = { KITH_ROLE_PAIRING, 0.90, KITH_PATTERN_DOUBLE },
  [KITH_TIE_AREA] = { KITH_ROLE_AREA, 0.45, KITH_PATTERN_LONG_DASH },
  [KITH_TIE_PROGRAMME] = { KITH_ROLE_PROGRAMME, 0.42, KITH_PATTERN_DASH_DOT },
  [KITH_TIE_STRAND] = { KITH_ROLE_STRAND, 0.34, KITH_PATTERN_SHORT_DASH },
};

static KithPoint
find_between (KithPoint a, KithPoint b, double part)
{
  return (KithPoint){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

/* the part of a Bézier curve from t0 to t1 (de Casteljau) */
static void
cut_curve (KithPoint curve[4], double t0, double t1)
{
  for (guint side = 0; side < 2; side++)
    {
      double t = side == 0 ? t0 : t0 < 1 ? 1 - (t1 - t0) / (1 - t0) : 0;
      KithPoint a = find_between (curve[0], curve[1], t);
      KithPoint b = find_between (curve[1], curve[2], t);
      KithPoint c = find_between (curve[2], curve[3], t);
      KithPoint d = find_between (a, b, t);
      KithPoint e = find_between (b, c, t);
      KithPoint end = curve[3], middle = find_between (d, e, t);

      /* what is left, then turned round, so that the second turn cuts the other end */
      curve[0] = end;
      curve[1] = c;
      curve[2] = e;
      curve[3] = middle;
    }
}

static KithPoint
find_on_curve (const KithPoint curve[4], double t)
{
  double u = 1 - t;
  double w[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
  KithPoint point = { 0, 0 };

  for (guint i = 0; i < 4; i++)
    {
      point.x += w[i] * curve[i].x;
      point.y += w[i] * curve[i].y;
    }
  return point;
}

/* the t at which the curve is @far from where it begins, sought in the nearer half */
static double
find_distance (const KithPoint curve[4], KithPoint from, double far, gboolean from_end)
{
  double low = 0, high = 0.5;

  for (guint i = 0; i < 30; i++)
    {
      double middle = (low + high) / 2;
      KithPoint point = find_on_curve (curve, from_end ? 1 - middle : middle);

      if (hypot (point.x - from.x, point.y - from.y) < far)
        low = middle;
      else
        high = middle;
    }
  return from_end ? 1 - low : low;
}

static void
add_curve (KithScene *scene, const KithPoint curve[4], gboolean is_bent, const KithPaint *paint)
{
  kith_scene_move_to (scene, curve[0].x, curve[0].y);
  if (is_bent)
    kith_scene_curve_to (scene, curve[1], curve[2], curve[3]);
  else
    kith_scene_line_to (scene, curve[3].x, curve[3].y);
  kith_scene_end_path (scene, paint);
}

static void
add_tick (KithScene *scene, KithPoint before, KithPoint at, const KithPaint *paint)
{
  double length = hypot (at.x - before.x, at.y - before.y);
  double dx = (at.x - before.x) / MAX (length, 1e-9) * TICK;
  double dy = (at.y - before.y) / MAX (length, 1e-9) * TICK;

  kith_scene_add_line (scene, (KithPoint){ at.x - dy, at.y + dx },
                       (KithPoint){ at.x + dy, at.y - dx }, paint);
}

static void
add_stubs (KithScene *scene, const KithPoint curve[4], gboolean is_bent, const KithPaint *paint)
{
  double length = hypot (curve[3].x - curve[0].x, curve[3].y - curve[0].y);
  double part = length > 0 ? MIN (STUB_PART, STUB_MOST / length) : 0;
  KithPaint tick = *paint;

  tick.pattern = KITH_PATTERN_SOLID;
  for (guint side = 0; side < 2; side++)
    {
      KithPoint stub[4] = { curve[0], curve[1], curve[2], curve[3] };

      cut_curve (stub, side == 0 ? 0 : 1 - part, side == 0 ? part : 1);
      add_curve (scene, stub, is_bent, paint);
      if (side == 0)
        add_tick (scene, stub[2], stub[3], &tick);
      else
        add_tick (scene, stub[1], stub[0], &tick);
    }
}

/**
 * kith_tie_get_line:
 *
 * Returns: (transfer none): what LOOK, section 4, says of its width and pattern
 */
const KithTieLine *
kith_tie_get_line (KithTie tie)
{
  g_return_val_if_fail (tie < KITH_N_TIES, NULL);
  return &lines[tie];
}

/**
 * kith_tie_get_curve:
 * @path: between two marks
 * @curve: (out caller-allocates): the Bézier curve that is drawn; it stops short of the marks
 */
void
kith_tie_get_curve (const KithTiePath *path, KithPoint curve[4])
{
  double dx = path->to.x - path->from.x, dy = path->to.y - path->from.y;
  double t0, t1;

  curve[0] = path->from;
  curve[3] = path->to;
  /* handles at 4/3 of the swing bring the middle to it */
  for (guint i = 1; i <= 2; i++)
    {
      curve[i] = find_between (path->from, path->to, i / 3.0);
      curve[i].x += dy * path->bend * 4 / 3;
      curve[i].y -= dx * path->bend * 4 / 3;
    }
  t0 = find_distance (curve, path->from, path->from_r + KITH_TIE_GAP, FALSE);
  t1 = find_distance (curve, path->to, path->to_r + KITH_TIE_GAP, TRUE);
  cut_curve (curve, t0, MAX (t0, t1));
}

/**
 * kith_tie_get_points:
 * @path: between two marks
 * @n_points: how many, 2 at least
 * @points: (out caller-allocates) (array length=n_points): points along what is drawn
 */
void
kith_tie_get_points (const KithTiePath *path, guint n_points, KithPoint *points)
{
  KithPoint curve[4];

  g_return_if_fail (n_points >= 2);
  kith_tie_get_curve (path, curve);
  for (guint i = 0; i < n_points; i++)
    points[i] = find_on_curve (curve, (double)i / (n_points - 1));
}

/**
 * kith_scene_add_tie:
 * @scene: takes it
 * @tie: which kind of line
 * @is_live: whether it is drawn whole; else as two stubs
 * @path: between which marks
 * @ground: what it lies on
 */
void
kith_scene_add_tie (
    KithScene *scene, KithTie tie, gboolean is_live, const KithTiePath *path, KithRole ground)
{
  const KithTieLine *line = kith_tie_get_line (tie);
  KithPaint paint = { .stroke = KITH_INK (line->role),
                      .width = line->width,
                      .pattern = line->pattern,
                      .ground = ground };
  KithPoint curve[4];

  kith_tie_get_curve (path, curve);
  if (is_live)
    {
      add_curve (scene, curve, path->bend != 0, &paint);
      return;
    }
  paint.stroke = KITH_INK_MIX (line->role, STUB_FADE, ground);
  paint.width *= STUB_WIDTH;
  /* at this width a double line would close up */
  if (paint.pattern == KITH_PATTERN_DOUBLE)
    paint.pattern = KITH_PATTERN_SOLID;
  add_stubs (scene, curve, path->bend != 0, &paint);
}
