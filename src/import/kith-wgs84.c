/* kith-wgs84.c: latitude and longitude onto British National Grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-wgs84.h"

#include <proj.h>

/* Spelled out, so that it needs no database and is the same on every machine, whichever grids
 * are installed there: the seven parameters of EPSG:1314 backwards, then EPSG:27700's
 * projection. Within 5 m of Ordnance Survey's own OSTN15 (EPSG gives 2 m on average). */
static const char pipeline[] =
    "+proj=pipeline"
    " +step +proj=unitconvert +xy_in=deg +xy_out=rad"
    " +step +proj=cart +ellps=WGS84"
    " +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842"
    " +s=-20.489 +convention=position_vector"
    " +step +inv +proj=cart +ellps=airy"
    " +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000"
    " +ellps=airy";

/* PROJ's contexts belong to one thread each. */
typedef struct
{
  PJ_CONTEXT *context;
  PJ *transformation;
} Projector;

static void
free_projector (gpointer data)
{
  Projector *self = data;

  proj_destroy (self->transformation);
  proj_context_destroy (self->context);
  g_free (self);
}

static GPrivate projectors = G_PRIVATE_INIT (free_projector);

static Projector *
get_projector (void)
{
  Projector *self = g_private_get (&projectors);

  if (self != NULL)
    return self;
  self = g_new0 (Projector, 1);
  self->context = proj_context_create ();
  proj_context_set_enable_network (self->context, 0);
  self->transformation = proj_create (self->context, pipeline);
  g_assert (self->transformation != NULL);
  g_private_set (&projectors, self);
  return self;
}

/**
 * kith_place_from_wgs84:
 * @latitude: degrees north, WGS84
 * @longitude: degrees east, WGS84
 *
 * Any thread. About a microsecond. Within 5 m.
 *
 * Returns: the place on British National Grid; %KITH_PLACE_NONE where it is not in Great
 *   Britain or the waters around it
 */
KithPlace
kith_place_from_wgs84 (double latitude, double longitude)
{
  PJ_COORD point;
  KithPlace place;

  if (!(latitude >= 49 && latitude <= 62 && longitude >= -10 && longitude <= 4))
    return KITH_PLACE_NONE;
  point =
      proj_trans (get_projector ()->transformation, PJ_FWD, proj_coord (longitude, latitude, 0, 0));
  place = (KithPlace){ point.xy.x, point.xy.y };
  return kith_place_is_in_britain (place) ? place : KITH_PLACE_NONE;
}

/**
 * kith_place_is_in_britain:
 * @place: a place
 *
 * Returns: whether it is known and within the National Grid's 700 km by 1,300 km
 */
gboolean
kith_place_is_in_britain (KithPlace place)
{
  return place.x >= 0 && place.x <= 700000 && place.y >= 0 && place.y <= 1300000;
}
