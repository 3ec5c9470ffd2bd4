/* kith-sample-wgs84.c: from British National Grid to latitude and longitude
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#include <math.h>

/* Airy 1830 and the National Grid; WGS84. */
#define AIRY_A 6377563.396
#define AIRY_B 6356256.909
#define SCALE 0.9996012717
#define ORIGIN_LAT (49 * G_PI / 180)
#define ORIGIN_LON (-2 * G_PI / 180)
#define FALSE_EAST 400000.0
#define FALSE_NORTH -100000.0
#define WGS84_A 6378137.0
#define WGS84_B 6356752.3142

/* Metres along the meridian from the grid's origin to a latitude. */
static double
measure_meridian (double latitude)
{
  double n = (AIRY_A - AIRY_B) / (AIRY_A + AIRY_B), n2 = n * n, n3 = n2 * n;
  double less = latitude - ORIGIN_LAT, more = latitude + ORIGIN_LAT;

  return AIRY_B * SCALE *
         ((1 + n + 1.25 * (n2 + n3)) * less -
          (3 * (n + n2) + 2.625 * n3) * sin (less) * cos (more) +
          1.875 * (n2 + n3) * sin (2 * less) * cos (2 * more) -
          35.0 / 24 * n3 * sin (3 * less) * cos (3 * more));
}

static void
find_airy_degrees (KithPlace place, double *latitude, double *longitude)
{
  double e2 = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
  double phi = ORIGIN_LAT + (place.y - FALSE_NORTH) / (AIRY_A * SCALE);
  double nu, rho, eta2, t, t2, d, d2;

  for (guint i = 0; i < 12; i++)
    phi += (place.y - FALSE_NORTH - measure_meridian (phi)) / (AIRY_A * SCALE);
  nu = AIRY_A * SCALE / sqrt (1 - e2 * sin (phi) * sin (phi));
  rho = nu * (1 - e2) / (1 - e2 * sin (phi) * sin (phi));
  eta2 = nu / rho - 1;
  t = tan (phi);
  t2 = t * t;
  d = (place.x - FALSE_EAST) / nu;
  d2 = d * d;
  *latitude = phi - t * nu / rho * d2 *
                        (0.5 - d2 * ((5 + 3 * t2 + eta2 - 9 * t2 * eta2) / 24 -
                                     d2 * (61 + 90 * t2 + 45 * t2 * t2) / 720));
  *longitude = ORIGIN_LON + d / cos (phi) *
                                (1 - d2 * ((nu / rho + 2 * t2) / 6 -
                                           d2 * ((5 + 28 * t2 + 24 * t2 * t2) / 120 -
                                                 d2 * (61 + 662 * t2 + 1320 * t2 * t2) / 5040)));
}

/**
 * kith_sample_place_get_degrees:
 * @place: metres on British National Grid
 * @latitude: (out): in degrees, WGS84
 * @longitude: (out): in degrees, WGS84
 *
 * Good to about 5 m in England.
 * Source: Ordnance Survey (2020), A guide to coordinate systems in Great Britain: the inverse
 * transverse Mercator projection of annex C, then the seven-parameter shift of section 6.6.
 */
void
kith_sample_place_get_degrees (KithPlace place, double *latitude, double *longitude)
{
  const double second = G_PI / 180 / 3600;
  const double rx = 0.1502 * second, ry = 0.2470 * second, rz = 0.8421 * second, s = 1 - 20.4894e-6;
  double airy_e2 = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A),
         e2 = 1 - WGS84_B * WGS84_B / (WGS84_A * WGS84_A);
  double phi, lambda, nu, x, y, z, x2, y2, z2, p;

  find_airy_degrees (place, &phi, &lambda);
  nu = AIRY_A / sqrt (1 - airy_e2 * sin (phi) * sin (phi));
  x = nu * cos (phi) * cos (lambda);
  y = nu * cos (phi) * sin (lambda);
  z = nu * (1 - airy_e2) * sin (phi);
  x2 = 446.448 + s * x - rz * y + ry * z;
  y2 = -125.157 + rz * x + s * y - rx * z;
  z2 = 542.060 - ry * x + rx * y + s * z;
  p = sqrt (x2 * x2 + y2 * y2);
  phi = atan2 (z2, p * (1 - e2));
  for (guint i = 0; i < 8; i++)
    phi = atan2 (z2 + e2 * WGS84_A / sqrt (1 - e2 * sin (phi) * sin (phi)) * sin (phi), p);
  *latitude = phi * 180 / G_PI;
  *longitude = atan2 (y2, x2) * 180 / G_PI;
}
