/* kith-outline-private.h: the outline of an area on British National Grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-grid.h"

G_BEGIN_DECLS

/* Outlines with more points in all are simplified, to within so many metres; with more still,
 * the file is refused. */
#define KITH_OUTLINE_MANY_POINTS 200000u
#define KITH_OUTLINE_METRES      20.0
#define KITH_OUTLINE_MAX_POINTS  2000000u

/* One outline has no more points than so many when it is kept: it is drawn over and over. */
#define KITH_OUTLINE_KEPT_POINTS 6000u

/**
 * KithOutline:
 * @gss: (nullable): the area's code: E08000001
 * @name: (nullable): what it is called
 * @points: (element-type KithPlace): of all rings; as the file has them until placed
 * @rings: (element-type guint): how many points each ring has
 * @polygons: (element-type guint): how many rings each polygon has, its outer one first
 * @fault: (nullable): a sentence: why it cannot be used
 */
typedef struct
{
  char *gss;
  char *name;
  GArray *points;
  GArray *rings;
  GArray *polygons;
  char *fault;
} KithOutline;

KithOutline  *kith_outline_new       (void);
void          kith_outline_free      (KithOutline   *self);
void          kith_outline_set_fault (KithOutline   *self,
                                      const char    *fault);
void          kith_outline_place     (KithOutline   *self,
                                      gboolean       is_wgs84);
void          kith_outline_simplify  (KithOutline   *self,
                                      double         metres);
void          kith_outline_limit     (KithOutline   *self,
                                      guint          most);
char         *kith_outline_dup_wkt   (KithOutline   *self);

GPtrArray    *kith_outlines_read     (const char    *text,
                                      gsize          length,
                                      const char    *name,
                                      gboolean      *is_wgs84,
                                      GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithOutline, kith_outline_free)

G_END_DECLS
