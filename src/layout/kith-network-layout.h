/* kith-network-layout.h: who works with whom, near to each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"
#include "kith-job.h"

G_BEGIN_DECLS

/**
 * KithLayoutGroup:
 * @members: (array length=n_members): numbers of schools
 * @n_members: at least 2
 * @lead: who stands in its middle, a member, or %G_MAXUINT
 * @parent: number of the group that holds it, or %G_MAXUINT
 * @is_outlined: whether an outline is to be drawn around its members: who is none had better
 *   stand outside
 */
typedef struct
{
  const guint *members;
  guint n_members;
  guint lead;
  guint parent;
  gboolean is_outlined;
} KithLayoutGroup;

/**
 * KithNetworkLayout:
 * @groups: (array length=n_groups): what ties schools
 * @n_groups: how many
 * @n_schools: how many schools
 * @aspect: width by height of the whole, about
 * @gap: between two schools at least, in mm, from side to side; half of it up and down
 * @margin: that an outline and its name take around members, in mm
 * @seed: of where schools begin
 */
typedef struct
{
  const KithLayoutGroup *groups;
  guint n_groups;
  guint n_schools;
  double aspect;
  double gap;
  double margin;
  guint32 seed;
} KithNetworkLayout;

gboolean  kith_network_layout_find  (const KithNetworkLayout  *self,
                                     KithPoint                *places,
                                     KithJob                  *job,
                                     GError                  **error);

G_END_DECLS
