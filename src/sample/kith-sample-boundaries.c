/* kith-sample-boundaries.c: outlines of the authorities, as the ONS publishes them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#include <math.h>

/* Millionths of a degree, so that the last bits of the C library's sines do not show. */
static void
append_place (GString *text, KithPlace place)
{
  double latitude, longitude;
  gint64 north, east;

  kith_sample_place_get_degrees (place, &latitude, &longitude);
  north = (gint64)floor (latitude * 1e6 + 0.5);
  east = (gint64)floor (longitude * 1e6 + 0.5);
  g_string_append_printf (text, "[ %s%d.%06d, %d.%06d ]", east < 0 ? "-" : "",
                          (int)(ABS (east) / 1000000), (int)(ABS (east) % 1000000),
                          (int)(north / 1000000), (int)(north % 1000000));
}

static char *
describe_authority (const KithSampleAuthority *authority)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "{ \"type\": \"Feature\", \"properties\": { \"area_code\": \"%s\", "
                          "\"area_name\": \"%s\", \"area_units\": \"Square metres\" }, "
                          "\"geometry\": { \"type\": \"Polygon\", \"coordinates\": [ [ ",
                          authority->gss, authority->name);
  for (guint i = 0; i <= authority->ring->len; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_place (text, g_array_index (authority->ring, KithPlace, i % authority->ring->len));
    }
  g_string_append (text, " ] ] } }");
  return g_string_free (text, FALSE);
}

/**
 * kith_sample_write_boundaries:
 *
 * Writes GeoJSON in WGS84. Two authorities side by side have the same points between them.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_write_boundaries (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out =
      kith_sample_out_open (folder, "boundaries.geojson", KITH_SAMPLE_UTF8, "\n", job, error);

  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (
      out, "{\n\"type\": \"FeatureCollection\",\n\"name\": \"region_local_authority\",\n"
           "\"crs\": { \"type\": \"name\", \"properties\": { \"name\": "
           "\"urn:ogc:def:crs:OGC:1.3:CRS84\" } },\n"
           "\"features\": [");
  for (guint a = 0; a < region->authorities->len; a++)
    {
      g_autofree char *feature = describe_authority (KITH_SAMPLE_AUTHORITY (region, a));

      kith_sample_out_raw (out, a > 0 ? ",\n" : "\n");
      kith_sample_out_raw (out, feature);
      if (a + 1 < region->authorities->len)
        continue;
      kith_sample_out_raw (out, "\n]\n}");
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}
