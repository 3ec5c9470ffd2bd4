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
 * @n_inside_links: those of @n_links in the same authority
 * @strength: s_i
 * @component: schools in its component, 1 for one without links
 *
 * METHODS, section 3, one for each school in scope: those that findings look at.
 */
typedef struct
{
  guint n_links;
  guint n_outside_links;
  guint n_local_links;
  guint n_cross_border_links;
  guint n_inside_links;
  double strength;
  guint component;
} KithMeasures;

/**
 * KithFullMeasures:
 * @links: those that findings look at
 * @concentration: H_i, from above 0 to 1, or NaN
 * @constraint: above 0, or NaN
 * @reach: schools within two introductions, itself not counted
 * @closeness: from 0 to 1; NaN until it is asked for with kith_full_measures_find_closeness()
 * @coreness: the greatest k of a set of schools each tied to k others of it
 * @is_cut_point: whether its component falls apart without it
 * @ei: from −1, all links inside its authority, to 1, all across its border, or NaN
 * @why_no_spread: (nullable): why there is no concentration and no constraint
 * @why_no_ei: (nullable): why there is no @ei
 *
 * METHODS, section 3, whole. NaN is none; why is a sentence in the user's language.
 */
typedef struct
{
  KithMeasures links;
  double concentration;
  double constraint;
  guint reach;
  double closeness;
  guint coreness;
  gboolean is_cut_point;
  double ei;
  const char *why_no_spread;
  const char *why_no_ei;
} KithFullMeasures;

KithMeasures      *kith_measures_new                  (KithNetwork       *network,
                                                       KithJob           *job,
                                                       GError           **error);
guint             *kith_measures_count_reach          (const KithMeasures *measures,
                                                       KithNetwork       *network,
                                                       guint              first,
                                                       guint              n);
KithFullMeasures  *kith_full_measures_new             (KithNetwork       *network,
                                                       guint              first,
                                                       guint              n,
                                                       KithJob           *job,
                                                       GError           **error);
gboolean           kith_full_measures_find_closeness  (KithFullMeasures  *measures,
                                                       KithNetwork       *network,
                                                       guint              first,
                                                       guint              n,
                                                       KithJob           *job,
                                                       GError           **error);

G_END_DECLS
