/* kith-sample-land.c: authorities, their boundaries and towns
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#include <math.h>

/* A part of inland England, well away from coast and borders; all regions lie in it. */
#define LAND_WEST 372000.0
#define LAND_SOUTH 128000.0
#define LAND_EAST 542000.0
#define LAND_NORTH 322000.0

#define SCHOOL_SQUARE_METRES 2.0e6 /* of land for each school, where there is room */
#define LEAST_SIDE 34000.0         /* metres, of the smallest region */
#define EDGE_STEP 900.0            /* metres between the vertices of a boundary */
#define EDGE_SWAY 700.0            /* metres, at most, at the middle of a stretch */
#define EDGE_MARGIN 1500.0         /* no school is nearer to a boundary: more than it sways */
#define TOWN_MARGIN 2400.0
#define TOWN_APART 3200.0
#define SCHOOLS_A_TOWN 15
#define SAME_METRES 3.0 /* corners nearer than this are one */

/* All corners of the Voronoi cells, so that neighbours share them exactly. */
typedef struct
{
  GArray *places; /* of KithPlace */
} Corners;

static guint
find_corner (Corners *corners, KithPlace place)
{
  KithPlace rounded = { floor (place.x + 0.5), floor (place.y + 0.5) };

  for (guint i = 0; i < corners->places->len; i++)
    if (kith_place_get_metres (g_array_index (corners->places, KithPlace, i), rounded) <
        SAME_METRES)
      return i;
  g_array_append_val (corners->places, rounded);
  return corners->places->len - 1;
}

/* Rows in which so many authorities lie. */
static guint
count_rows (guint n)
{
  guint n_rows = 1;

  while ((n_rows + 1) * (n_rows + 1) <= n + n_rows)
    n_rows++;
  return n_rows;
}

/* Sites in rows, shifted a little: cells of about the same size, none a rectangle. */
static void
place_sites (KithSampleRegion *region, KithRandom *random, guint n)
{
  guint n_rows = count_rows (n), site = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint n_columns = (n - site) / (n_rows - row);
      double wide = region->width / n_columns, high = region->height / n_rows;

      for (guint column = 0; column < n_columns; column++, site++)
        {
          double aside = row % 2 == 0 ? -0.2 : 0.2; /* as bricks lie */
          double right = 0.5 + aside + kith_random_between (random, -13, 13) / 100.0;
          double up = 0.5 + kith_random_between (random, -18, 18) / 100.0;
          KithSampleAuthority authority = { .site = {
                                                floor (region->corner.x + (column + right) * wide),
                                                floor (region->corner.y + (row + up) * high) } };

          g_array_append_val (region->authorities, authority);
        }
    }
}

/* What of a convex polygon is nearer to @near than to @far. */
static GArray *
clip (const GArray *polygon, KithPlace near, KithPlace far)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  double nx = far.x - near.x, ny = far.y - near.y;
  double middle = (nx * (near.x + far.x) + ny * (near.y + far.y)) / 2;

  for (guint i = 0; i < polygon->len; i++)
    {
      KithPlace a = g_array_index (polygon, KithPlace, i);
      KithPlace b = g_array_index (polygon, KithPlace, (i + 1) % polygon->len);
      double from = nx * a.x + ny * a.y - middle, to = nx * b.x + ny * b.y - middle;

      if (from <= 0)
        g_array_append_val (kept, a);
      if ((from < 0 && to > 0) || (from > 0 && to < 0))
        {
          double part = from / (from - to);
          KithPlace cut = { a.x + part * (b.x - a.x), a.y + part * (b.y - a.y) };

          g_array_append_val (kept, cut);
        }
    }
  return kept;
}

/* A rectangle without its corners, of which no site is cut off. */
static GArray *
outline_region (const KithSampleRegion *region)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  double cut = 0.28 / count_rows (region->authorities->len + 1);
  const double corners[8][2] = { { cut, 0 },     { 1 - cut, 0 }, { 1, cut },     { 1, 1 - cut },
                                 { 1 - cut, 1 }, { cut, 1 },     { 0, 1 - cut }, { 0, cut } };

  for (guint i = 0; i < 8; i++)
    {
      KithPlace corner = { region->corner.x + corners[i][0] * region->width,
                           region->corner.y + corners[i][1] * region->height };

      g_array_append_val (outline, corner);
    }
  return outline;
}

/* Appends the points between two corners, swaying: each half sways half as much. */
static void
sway (GArray *ring, KithRandom *random, KithPlace a, KithPlace b, double most)
{
  double long_metres = kith_place_get_metres (a, b);
  double by = kith_random_between (random, -100, 100) / 100.0 * most;
  KithPlace middle;

  if (long_metres < EDGE_STEP)
    return;
  middle.x = floor ((a.x + b.x) / 2 - (b.y - a.y) / long_metres * by + 0.5);
  middle.y = floor ((a.y + b.y) / 2 + (b.x - a.x) / long_metres * by + 0.5);
  sway (ring, random, a, middle, most / 2);
  g_array_append_val (ring, middle);
  sway (ring, random, middle, b, most / 2);
}

/* From corner to corner; the same points whichever of the two authorities asks. */
static void
append_edge (KithSampleRegion *region, GArray *ring, const Corners *corners, guint from, guint to)
{
  guint low = MIN (from, to), high = MAX (from, to);
  KithPlace a = g_array_index (corners->places, KithPlace, low);
  KithPlace b = g_array_index (corners->places, KithPlace, high);
  KithPlace start = g_array_index (corners->places, KithPlace, from);
  g_autoptr (GArray) between = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_EDGES + (guint64)low * 100000 + high);
  sway (between, &random, a, b, MIN (EDGE_SWAY, kith_place_get_metres (a, b) * 0.08));
  g_array_append_val (ring, start);
  for (guint i = 0; i < between->len; i++)
    g_array_append_val (ring,
                        g_array_index (between, KithPlace, from == low ? i : between->len - 1 - i));
}

static void
draw_boundaries (KithSampleRegion *region)
{
  Corners corners = { g_array_new (FALSE, FALSE, sizeof (KithPlace)) };
  guint n = region->authorities->len;

  for (guint i = 0; i < n; i++)
    {
      KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, i);
      g_autoptr (GArray) cell = outline_region (region);
      g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < n; j++)
        if (j != i)
          {
            GArray *kept = clip (cell, authority->site, KITH_SAMPLE_AUTHORITY (region, j)->site);

            g_array_unref (cell);
            cell = kept;
          }
      for (guint c = 0; c < cell->len; c++)
        {
          guint corner = find_corner (&corners, g_array_index (cell, KithPlace, c));

          if (turns->len == 0 || (g_array_index (turns, guint, turns->len - 1) != corner &&
                                  g_array_index (turns, guint, 0) != corner))
            g_array_append_val (turns, corner);
        }
      authority->ring = g_array_new (FALSE, FALSE, sizeof (KithPlace));
      for (guint c = 0; c < turns->len; c++)
        append_edge (region, authority->ring, &corners, g_array_index (turns, guint, c),
                     g_array_index (turns, guint, (c + 1) % turns->len));
    }
  g_array_unref (corners.places);
}

/* Metres from @place to the nearest straight edge of the land of @authority, less than 0 outside.
 */
static double
measure_margin (const KithSampleRegion *region, guint authority, KithPlace place)
{
  KithPlace site = KITH_SAMPLE_AUTHORITY (region, authority)->site;
  g_autoptr (GArray) outline = outline_region (region);
  double least = G_MAXDOUBLE;

  for (guint j = 0; j < region->authorities->len; j++)
    if (j != authority)
      {
        KithPlace other = KITH_SAMPLE_AUTHORITY (region, j)->site;
        double nx = other.x - site.x, ny = other.y - site.y;
        double past =
            nx * (place.x - (site.x + other.x) / 2) + ny * (place.y - (site.y + other.y) / 2);

        least = MIN (least, -past / sqrt (nx * nx + ny * ny));
      }
  for (guint i = 0; i < outline->len; i++)
    {
      KithPlace a = g_array_index (outline, KithPlace, i);
      KithPlace b = g_array_index (outline, KithPlace, (i + 1) % outline->len);
      double dx = b.x - a.x, dy = b.y - a.y;

      least = MIN (least, (dx * (place.y - a.y) - dy * (place.x - a.x)) / sqrt (dx * dx + dy * dy));
    }
  return least;
}

/**
 * kith_sample_land_holds:
 *
 * Returns: whether a school of the authority may stand there: inside its boundary, and not on it
 */
gboolean
kith_sample_land_holds (const KithSampleRegion *region, guint authority, KithPlace place)
{
  return measure_margin (region, authority, place) >= EDGE_MARGIN;
}

static KithPlace
find_town_place (KithSampleRegion *region, KithRandom *random, guint authority)
{
  const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, authority);
  double reach = 0;

  for (guint i = 0; i < at->ring->len; i++)
    reach = MAX (reach, kith_place_get_metres (at->site, g_array_index (at->ring, KithPlace, i)));
  for (guint attempt = 0; attempt < 200; attempt++)
    {
      KithPlace place = {
        floor (at->site.x + kith_random_between (random, -1000, 1000) * reach / 1000),
        floor (at->site.y + kith_random_between (random, -1000, 1000) * reach / 1000)
      };
      double apart = TOWN_APART * (200 - attempt) / 200;
      gboolean is_free = measure_margin (region, authority, place) >= TOWN_MARGIN;

      for (guint t = at->first_town; is_free && t < region->towns->len; t++)
        is_free = kith_place_get_metres (KITH_SAMPLE_TOWN (region, t)->place, place) >= apart;
      if (is_free)
        return place;
    }
  return at->site;
}

/* The first town of an authority is its largest. */
static void
found_towns (KithSampleRegion *region, KithRandom *random, guint authority)
{
  KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, authority);
  guint n_towns = MAX (1, (at->n_schools + SCHOOLS_A_TOWN / 2) / SCHOOLS_A_TOWN);
  guint weights = 0, left = at->n_schools, first_school = at->first_school;

  at->first_town = region->towns->len;
  at->n_towns = n_towns;
  for (guint t = 0; t < n_towns; t++)
    weights += 12 + 24 / (t + 1);
  for (guint t = 0; t < n_towns; t++)
    {
      guint share = at->n_schools * (12 + 24 / (t + 1)) / weights;
      KithSampleTown town = {
        .name = kith_sample_words_new_place (region, random),
        .authority = authority,
        .n_schools = t + 1 == n_towns ? left : MIN (left, MAX (1, share)),
        .need = (guint)kith_random_around (random, 40, 25, 2, 98),
        .first_school = first_school,
      };

      town.place = find_town_place (region, random, authority);
      left -= town.n_schools;
      first_school += town.n_schools;
      g_array_append_val (region->towns, town);
    }
}

static void
choose_frame (KithSampleRegion *region, KithRandom *random)
{
  double side = MAX (LEAST_SIDE, sqrt (SCHOOL_SQUARE_METRES * region->n_in_scope));

  region->width = MIN (side, LAND_EAST - LAND_WEST);
  region->height = MIN (side, LAND_NORTH - LAND_SOUTH);
  region->corner.x = floor (LAND_WEST + (LAND_EAST - LAND_WEST - region->width) *
                                            kith_random_below (random, 101) / 100);
  region->corner.y = floor (LAND_SOUTH + (LAND_NORTH - LAND_SOUTH - region->height) *
                                             kith_random_below (random, 101) / 100);
}

/**
 * kith_sample_make_land:
 * @n_authorities: how many
 *
 * Divides a part of England among invented authorities and founds their towns.
 */
void
kith_sample_make_land (KithSampleRegion *region, guint n_authorities)
{
  KithRandom random;
  guint first = 0;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_LAND);
  choose_frame (region, &random);
  place_sites (region, &random, n_authorities);
  draw_boundaries (region);
  for (guint a = 0; a < n_authorities; a++)
    {
      KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, a);

      at->name = kith_sample_words_new_authority (region, &random);
      at->code = a < 10 ? 990 + a : 390 + a; /* the DfE gives neither to anybody in England */
      at->gss = kith_sample_region_keep (region, "E08000%u", at->code);
      at->postal =
          kith_sample_region_keep (region, "Q%c", 'A' + a % 26); /* no postcode begins with Q */
      at->first_school = first;
      at->n_schools = (region->n_in_scope - first) / (n_authorities - a);
      at->is_thin = n_authorities >= 4 && region->n_in_scope >= 100 && a % 10 == 3;
      at->organisation = kith_sample_region_add_organisation (
          region, kith_sample_region_keep (region, "%s Council", at->name), "authority");
      found_towns (region, &random, a);
      first += at->n_schools;
    }
}
