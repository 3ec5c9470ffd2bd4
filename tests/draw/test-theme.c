/* test-theme.c: text can be read and signs told apart, by anybody
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-theme.h"

#include <math.h>

/*
 * Written for the tests alone, from the sources: WCAG 2.1 relative luminance and contrast;
 * CIE 1976 L*a*b* under D65; CIEDE2000 after Sharma, Wu & Dalal (2005), Color Res. Appl. 30,
 * whose test pairs are below; deficiency after Machado, Oliveira & Fernandes (2009),
 * IEEE TVCG 15, matrices of severity 1.
 */

typedef struct
{
  double v[3];
} Triple;

static const double machado[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static const KithRole tiers[] = { KITH_ROLE_T1, KITH_ROLE_T2, KITH_ROLE_T3, KITH_ROLE_TU,
                                  KITH_ROLE_T4 };
static const KithRole kinds[] = { KITH_ROLE_TRUST,   KITH_ROLE_HUB,  KITH_ROLE_FAMILY,
                                  KITH_ROLE_PAIRING, KITH_ROLE_AREA, KITH_ROLE_PROGRAMME,
                                  KITH_ROLE_STRAND };
static const KithRole grounds[] = { KITH_ROLE_LAND, KITH_ROLE_OTHER, KITH_ROLE_SEA,
                                    KITH_ROLE_PAGE };

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static Triple
get_linear (KithColour colour)
{
  return (Triple){ { to_linear (colour.red), to_linear (colour.green), to_linear (colour.blue) } };
}

static double
get_contrast (KithColour a, KithColour b)
{
  Triple la = get_linear (a), lb = get_linear (b);
  double ya = 0.2126 * la.v[0] + 0.7152 * la.v[1] + 0.0722 * la.v[2] + 0.05;
  double yb = 0.2126 * lb.v[0] + 0.7152 * lb.v[1] + 0.0722 * lb.v[2] + 0.05;

  return MAX (ya, yb) / MIN (ya, yb);
}

static double
to_lab (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Triple
get_lab (Triple rgb, guint sight)
{
  double x, y, z;
  Triple seen;

  for (guint i = 0; i < 3; i++)
    {
      seen.v[i] = 0;
      for (guint j = 0; j < 3; j++)
        seen.v[i] += machado[sight][i][j] * rgb.v[j];
      seen.v[i] = CLAMP (seen.v[i], 0, 1);
    }
  x = (0.4124564 * seen.v[0] + 0.3575761 * seen.v[1] + 0.1804375 * seen.v[2]) / 0.95047;
  y = 0.2126729 * seen.v[0] + 0.7151522 * seen.v[1] + 0.0721750 * seen.v[2];
  z = (0.0193339 * seen.v[0] + 0.1191920 * seen.v[1] + 0.9503041 * seen.v[2]) / 1.08883;
  return (Triple){ { 116 * to_lab (y) - 16, 500 * (to_lab (x) - to_lab (y)),
                     200 * (to_lab (y) - to_lab (z)) } };
}

static double
get_hue (double b, double a)
{
  double h = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return h < 0 ? h + 360 : h;
}

static double
cos_degrees (double degrees)
{
  return cos (degrees * G_PI / 180);
}

static double
get_ciede2000 (Triple p, Triple q)
{
  double c1 = hypot (p.v[1], p.v[2]), c2 = hypot (q.v[1], q.v[2]);
  double c7 = pow ((c1 + c2) / 2, 7);
  double g = 0.5 * (1 - sqrt (c7 / (c7 + 6103515625.0)));
  double a1 = (1 + g) * p.v[1], a2 = (1 + g) * q.v[1];
  double d1 = hypot (a1, p.v[2]), d2 = hypot (a2, q.v[2]);
  double h1 = get_hue (p.v[2], a1), h2 = get_hue (q.v[2], a2);
  double dl = q.v[0] - p.v[0], dc = d2 - d1, dh = h2 - h1, dbig;
  double l = (p.v[0] + q.v[0]) / 2, c = (d1 + d2) / 2, h = h1 + h2, t, rt, sl, sc, sh, c7b, turn;

  if (d1 * d2 == 0)
    dh = 0;
  else if (dh > 180)
    dh -= 360;
  else if (dh < -180)
    dh += 360;
  dbig = 2 * sqrt (d1 * d2) * sin (dh / 2 * G_PI / 180);
  if (d1 * d2 != 0)
    {
      if (fabs (h1 - h2) <= 180)
        h /= 2;
      else
        h = h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    }
  t = 1 - 0.17 * cos_degrees (h - 30) + 0.24 * cos_degrees (2 * h) +
      0.32 * cos_degrees (3 * h + 6) - 0.20 * cos_degrees (4 * h - 63);
  turn = 30 * exp (-pow ((h - 275) / 25, 2));
  c7b = pow (c, 7);
  rt = -sin (2 * turn * G_PI / 180) * 2 * sqrt (c7b / (c7b + 6103515625.0));
  sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (dbig / sh, 2) + rt * dc / sc * dbig / sh);
}

/* five of the 34 pairs that Sharma, Wu & Dalal print, each on another branch of the formula */
static void
test_formula (void)
{
  static const struct
  {
    Triple a, b;
    double difference;
  } pairs[] = {
    { { { 50, 2.6772, -79.7751 } }, { { 50, 0, -82.7485 } }, 2.0425 },
    { { { 50, 2.49, -0.001 } }, { { 50, -2.49, 0.0009 } }, 7.1792 },
    { { { 50, 2.49, -0.001 } }, { { 50, -2.49, 0.0011 } }, 7.2195 },
    { { { 60.2574, -34.0099, 36.2677 } }, { { 60.4626, -34.1751, 39.4387 } }, 1.2644 },
    { { { 2.0776, 0.0795, -1.135 } }, { { 0.9033, -0.0636, -0.5514 } }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (get_ciede2000 (pairs[i].a, pairs[i].b), pairs[i].difference,
                                    0.0001);
}

static void
test_text (void)
{
  static const KithRole inks[] = { KITH_ROLE_INK, KITH_ROLE_INK2, KITH_ROLE_INK3 };

  for (guint t = 0; t < KITH_N_THEMES; t++)
    for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
      {
        const KithTheme *theme = kith_theme_get (t);
        KithColour ground = kith_theme_get_colour (theme, KITH_INK (grounds[g]));

        for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
          g_assert_cmpfloat (
              get_contrast (kith_theme_get_colour (theme, KITH_INK (inks[i])), ground), >=, 4.5);
        for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
          g_assert_cmpfloat (
              get_contrast (kith_theme_get_colour (theme, KITH_INK_WORD (kinds[k])), ground), >=,
              4.5);
      }
}

static void
test_marks (void)
{
  for (guint t = 0; t < KITH_N_THEMES; t++)
    for (guint g = 0; g < 2; g++)
      {
        const KithTheme *theme = kith_theme_get (t);
        KithColour ground = kith_theme_get_colour (theme, KITH_INK (grounds[g]));

        for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
          {
            /* of “watch” the edge counts */
            KithRole role = tiers[i] == KITH_ROLE_T3 ? KITH_ROLE_T3_EDGE : tiers[i];

            g_assert_cmpfloat (
                get_contrast (kith_theme_get_colour (theme, KITH_INK (role)), ground), >=, 3);
          }
        for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
          g_assert_cmpfloat (
              get_contrast (kith_theme_get_colour (theme, KITH_INK (kinds[k])), ground), >=, 3);
      }
}

static double
find_smallest (const KithTheme *theme, const KithRole *roles, guint n_roles)
{
  double smallest = INFINITY;

  for (guint sight = 0; sight < 4; sight++)
    for (guint i = 0; i < n_roles; i++)
      for (guint j = i + 1; j < n_roles; j++)
        {
          Triple a =
              get_lab (get_linear (kith_theme_get_colour (theme, KITH_INK (roles[i]))), sight);
          Triple b =
              get_lab (get_linear (kith_theme_get_colour (theme, KITH_INK (roles[j]))), sight);

          smallest = MIN (smallest, get_ciede2000 (a, b));
        }
  return smallest;
}

/* grey keeps them apart by shape, ring and pattern alone */
static void
test_differences (void)
{
  for (guint t = 0; t < KITH_N_THEMES; t++)
    {
      double tier = find_smallest (kith_theme_get (t), tiers, G_N_ELEMENTS (tiers));
      double kind = find_smallest (kith_theme_get (t), kinds, G_N_ELEMENTS (kinds));

      g_test_message ("%s: tiers %.1f, kinds %.1f", kith_theme_get_key (kith_theme_get (t)), tier,
                      kind);
      if (t == KITH_THEME_GREY)
        continue;
      g_assert_cmpfloat (tier, >=, 9);
      g_assert_cmpfloat (kind, >=, 9);
    }
}

/* black on white is 21; a tenth of the way from black to white is 0.1 */
static void
test_inks (void)
{
  const KithTheme *print = kith_theme_find ("print");
  KithColour colour =
      kith_theme_get_colour (print, KITH_INK_MIX (KITH_ROLE_INK, 0.1, KITH_ROLE_PAGE));

  g_assert_cmpfloat_with_epsilon (colour.red, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      get_contrast (kith_theme_get_colour (print, KITH_INK (KITH_ROLE_INK)),
                    kith_theme_get_colour (print, KITH_INK (KITH_ROLE_PAGE))),
      21, 1e-9);
  g_assert_cmpfloat (kith_theme_get_colour (print, KITH_INK_WASH (KITH_ROLE_HUB)).opacity, ==,
                     0.085);
  g_assert_cmpfloat (
      kith_theme_get_colour (kith_theme_find ("dark"), KITH_INK_WASH (KITH_ROLE_HUB)).opacity, ==,
      0.13);
  g_assert_null (kith_theme_find ("sepia"));
  g_assert_null (kith_theme_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/the difference of colours is as its authors print it", test_formula);
  g_test_add_func ("/theme/text on every ground is at least 4.5 to 1", test_text);
  g_test_add_func ("/theme/marks on land and other are at least 3 to 1", test_marks);
  g_test_add_func ("/theme/tiers and kinds differ by 9 for every sight", test_differences);
  g_test_add_func ("/theme/mixes, words and washes", test_inks);
  return g_test_run ();
}
