/* kith-geojson-private.h: outlines from GeoJSON, TopoJSON, KML and GML
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "kith-outline-private.h"

G_BEGIN_DECLS

/* Nobody's boundaries are nested deeper, nor larger; json-glib calls itself for each level and
 * keeps each number in a node. */
#define KITH_JSON_MAX_DEPTH  64u
#define KITH_JSON_MAX_BYTES  (64u * 1024 * 1024)
#define KITH_JSON_MAX_MEMORY (192u * 1024 * 1024)

gboolean     kith_json_check           (const char   *text,
                                        gsize         length,
                                        const char   *name,
                                        GError      **error);
JsonNode    *kith_json_find            (JsonNode     *node,
                                        const char   *member);
JsonArray   *kith_json_get_array       (JsonNode     *node);
const char  *kith_json_get_string      (JsonNode     *node);
gboolean     kith_json_get_point       (JsonNode     *node,
                                        double       *x,
                                        double       *y);

gboolean     kith_topojson_read           (JsonNode     *root,
                                           GPtrArray    *outlines);
void         kith_outline_read_properties (KithOutline  *self,
                                           JsonNode     *feature);
void         kith_outline_read_names      (KithOutline  *self,
                                           const char *const *keys,
                                           const char *const *values,
                                           guint         n,
                                           const char   *id);
gboolean     kith_outline_knows_crs       (const char   *crs);
void         kith_outline_refuse_crs      (const char   *crs,
                                           const char   *name,
                                           GError      **error);
GPtrArray   *kith_geoxml_read             (const char   *text,
                                           gsize         length,
                                           const char   *name,
                                           GError      **error);

G_END_DECLS
