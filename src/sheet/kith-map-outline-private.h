/* kith-map-outline-private.h: outlines of authorities on the grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-grid.h"
#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithMapOutline:
 * @la: the authority's code, or %KITH_INT_NONE
 * @name: of it
 * @is_home: whether it is one of those whose map it is
 * @is_soft: whether it is only drawn from where schools stand
 * @source_id: of the file that it came from, or %KITH_INT_NONE
 * @points: (element-type KithPlace): of all rings, one after the other
 * @ends: (element-type guint): where each ring ends among the points
 * @low: south-west corner of what it covers
 * @high: north-east corner
 */
typedef struct
{
  gint64 la;
  const char *name;
  gboolean is_home;
  gboolean is_soft;
  gint64 source_id;
  GArray *points;
  GArray *ends;
  KithPlace low, high;
} KithMapOutline;

KithMapOutline *kith_map_outline_new   (void);
GPtrArray  *kith_map_outline_read_all  (KithLedger         *ledger);
gboolean    kith_map_outline_parse     (const char         *text,
                                    KithMapOutline        *outline);
gboolean    kith_map_outline_holds     (const KithMapOutline  *outline,
                                    KithPlace           place);
void        kith_map_outline_free      (KithMapOutline        *outline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMapOutline, kith_map_outline_free)

G_END_DECLS
