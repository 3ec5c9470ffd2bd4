/* kith-obstacles-private.h: what names must not or had better not cover
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-label.h"

G_BEGIN_DECLS

/**
 * KithObstacles:
 *
 * Marks, ties, furniture and the edge, sorted so that those near a name are found at once.
 */
typedef struct _KithObstacles KithObstacles;

KithObstacles  *kith_obstacles_new             (KithBox                bounds,
                                                double                 cell);
void            kith_obstacles_free            (KithObstacles         *self);
void            kith_obstacles_add_furniture   (KithObstacles         *self,
                                                KithBox                box);
void            kith_obstacles_add_spot        (KithObstacles         *self,
                                                KithPoint              at,
                                                double                 reach,
                                                double                 cost);
void            kith_obstacles_add_line        (KithObstacles         *self,
                                                KithPoint              a,
                                                KithPoint              b,
                                                guint                  number);
gboolean        kith_obstacles_is_inside       (const KithObstacles   *self,
                                                KithBox                box);
gboolean        kith_obstacles_is_leader_free  (KithObstacles         *self,
                                                const KithLabelPlace  *place,
                                                KithPoint              own,
                                                double                *cost);
double          kith_obstacles_measure         (KithObstacles         *self,
                                                KithBox                box,
                                                KithPoint              own,
                                                double                 most);

KithBox         kith_line_get_span             (KithPoint              a,
                                                KithPoint              b);

G_END_DECLS
