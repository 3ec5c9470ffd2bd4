/* kith-map-column-private.h: the column beside a map, from the top down
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-private.h"

G_BEGIN_DECLS

/**
 * KithMapColumn:
 * @draft: (nullable): whose, beside a map
 * @measure: measures words
 * @texts: (nullable): keeps the words of the entries
 * @entries: (nullable): grow as the column does
 * @scene: takes the marks
 * @x0: left edge, in mm
 * @x1: right edge
 * @y: how far it is filled
 * @bottom: how far it may be
 * @k: what measures are multiplied with
 * @heading: (nullable): waits for its first entry
 */
typedef struct
{
  KithMapDraft *draft;
  const KithMeasure *measure;
  GStringChunk *texts;
  GArray *entries;
  KithScene *scene;
  double x0, x1, y, bottom;
  double k;
  const char *heading;
} KithMapColumn;

void    kith_map_column_begin      (KithMapColumn  *self,
                                    KithMapDraft   *draft);
void    kith_map_column_begin_beside
                                   (KithMapColumn  *self,
                                    KithScene      *scene,
                                    const KithMeasure *measure,
                                    double          width,
                                    double          height,
                                    double          k);
void    kith_map_column_end        (KithMapColumn  *self);
void    kith_map_column_heading    (KithMapColumn  *self,
                                    const char     *words,
                                    const char     *right);
void    kith_map_column_rule       (KithMapColumn  *self);
void    kith_map_column_sign       (KithMapColumn  *self,
                                    const KithSign *sign,
                                    const char     *words,
                                    const char     *note,
                                    guint           count,
                                    const KithInk  *bar,
                                    double          part);
void    kith_map_column_total      (KithMapColumn  *self,
                                    const char     *words,
                                    guint           count);
void    kith_map_column_undrawn    (KithMapColumn  *self,
                                    const char     *words,
                                    guint           count);
void    kith_map_column_members    (KithMapColumn  *self);
void    kith_map_column_all        (KithMapColumn  *self,
                                    guint           n_drawn);
void    kith_map_column_phases     (KithMapColumn  *self);
void    kith_map_column_tie        (KithMapColumn  *self,
                                    KithTie         tie,
                                    gboolean        is_live,
                                    const char     *words);
void    kith_map_column_line       (KithMapColumn  *self,
                                    const KithPaint *paint,
                                    const char     *words);
void    kith_map_column_area       (KithMapColumn  *self,
                                    const KithPaint *paint,
                                    const char     *words);
void    kith_map_column_words      (KithMapColumn  *self,
                                    const char     *words);
void    kith_map_column_numbers    (KithMapColumn  *self);
void    kith_map_column_list       (KithMapColumn  *self,
                                    const char     *words);
double  kith_map_column_left       (KithMapColumn  *self);

void    kith_map_write             (KithScene      *scene,
                                    KithType        type,
                                    KithInk         ink,
                                    KithAnchor      anchor,
                                    KithPoint       at,
                                    const char     *words);
GPtrArray *kith_map_wrap           (const KithMeasure *measure,
                                    const KithType *type,
                                    const char     *words,
                                    double          width);

G_END_DECLS
