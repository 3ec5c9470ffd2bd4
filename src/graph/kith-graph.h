/* kith-graph.h: measures of the whole network; the one door to igraph
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/**
 * KithGraphError:
 * @KITH_GRAPH_ERROR_MEMORY: there was not enough of it
 * @KITH_GRAPH_ERROR_FAILED: the measure could not be taken
 */
typedef enum
{
  KITH_GRAPH_ERROR_MEMORY,
  KITH_GRAPH_ERROR_FAILED,
} KithGraphError;
#define KITH_GRAPH_ERROR (kith_graph_error_quark ())
GQuark kith_graph_error_quark (void);

/**
 * KithGraph:
 *
 * The schools of a network and the edges between them, for measuring. Used by one thread at a
 * time, never the main one; different graphs may be in use at once, and wait for each other.
 */
typedef struct _KithGraph KithGraph;

/**
 * KithComponents:
 * @component: (array length=n_schools): of each school, from 0, by the lowest school in each
 * @n_schools: how many schools
 * @size: (array length=n_components): how many schools are in each
 * @n_components: how many components
 */
typedef struct
{
  guint *component;
  guint n_schools;
  guint *size;
  guint n_components;
} KithComponents;

KithGraph       *kith_graph_new                (KithNetwork      *network,
                                                guint32           seed,
                                                GError          **error);
void             kith_graph_free               (KithGraph        *self);
guint32          kith_graph_get_seed           (const KithGraph  *self);

KithComponents  *kith_graph_find_components    (KithGraph        *self,
                                                KithJob          *job,
                                                GError          **error);
void             kith_components_free          (KithComponents   *self);

double          *kith_graph_measure_constraint (KithGraph        *self,
                                                guint             first,
                                                guint             n,
                                                KithJob          *job,
                                                GError          **error);
double          *kith_graph_measure_closeness  (KithGraph        *self,
                                                guint             first,
                                                guint             n,
                                                KithJob          *job,
                                                GError          **error);
guint           *kith_graph_measure_coreness   (KithGraph        *self,
                                                KithJob          *job,
                                                GError          **error);
gboolean        *kith_graph_find_cut_points    (KithGraph        *self,
                                                KithJob          *job,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithGraph, kith_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithComponents, kith_components_free)

G_END_DECLS
