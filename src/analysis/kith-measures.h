/* kith-measures.h: what is measured of every school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/**
 * KithMeasures:
 * @n_links: distinct schools tied to it
 * @n_outside_links: distinct outside schools tied to it
 * @n_local_links: those of @n_links that are local
 * @n_cross_border_links: those of @n_links in another authority, both being known
 * @strength: s_i
 * @component: schools in its component, 1 for one without links
 *
 * METHODS, section 3, one for each school in scope.
 */
typedef struct
{
  guint n_links;
  guint n_outside_links;
  guint n_local_links;
  guint n_cross_border_links;
  double strength;
  guint component;
} KithMeasures;

KithMeasures  *kith_measures_new (KithNetwork  *network,
                                  KithJob      *job,
                                  GError      **error);

G_END_DECLS
