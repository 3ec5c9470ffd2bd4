/* fuzz-boundary.c: any bytes at all as GeoJSON, TopoJSON, KML or GML
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"
#include "kith-outline-private.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  gboolean is_wgs84 = FALSE;
  g_autoptr (GPtrArray) outlines =
      kith_outlines_read ((const char *)data, size, "fuzz", &is_wgs84, &error);

  g_assert_true ((outlines == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == KITH_IMPORT_ERROR);
  for (guint o = 0; outlines != NULL && o < outlines->len; o++)
    {
      KithOutline *outline = g_ptr_array_index (outlines, o);
      g_autofree char *wkt = NULL;

      kith_outline_place (outline, is_wgs84);
      if (outline->fault != NULL)
        continue;
      kith_outline_simplify (outline, KITH_OUTLINE_METRES);
      kith_outline_limit (outline, 100);
      wkt = kith_outline_dup_wkt (outline);
      g_assert_true (wkt == NULL || g_str_has_prefix (wkt, "MULTIPOLYGON ((("));
    }
  return 0;
}
