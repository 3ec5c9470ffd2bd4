/* kith-engagement.h: whom an arrangement reaches, and whom it does not
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_PATCH_NONE,      /* its kind serves no patch, or nobody knows where it is */
  KITH_PATCH_RECORDED,  /* authorities or districts */
  KITH_PATCH_AROUND,    /* about the school that leads it */
  KITH_PATCH_MIDDLE,    /* about the middle of its members */
} KithPatch;

/**
 * KithEngagement:
 * @lead: the school that leads it, an index, or %KITH_INDEX_NONE
 * @n_schools: active members in scope, n_g
 * @n_engaged: of these, those with a contact under it in the last engaged.months
 * @n_silent: the others of these
 * @n_others: its other members: outside schools, schools not in scope, organisations
 * @n_others_engaged: of these, those with such a contact
 * @has_contacts: whether anybody recorded a contact under it on or before the date; if not, that
 *   all its members are silent says nothing of them
 * @patch: how its patch is known
 * @patch_metres: how far it goes, NaN where it is none or recorded
 * @n_patch: schools of its phases in its patch, members or not
 * @n_not_reached: of these, those that are no members
 * @n_guests: of these again, those with a contact under it at any time
 *
 * METHODS, section 3, the last words on a hub or other arrangement.
 */
typedef struct
{
  guint lead;
  guint n_schools;
  guint n_engaged;
  guint n_silent;
  guint n_others;
  guint n_others_engaged;
  gboolean has_contacts;
  KithPatch patch;
  double patch_metres;
  guint n_patch;
  guint n_not_reached;
  guint n_guests;
} KithEngagement;

/**
 * KithNotReached:
 * @school: index
 * @last_contact: the latest under the arrangement in which it took part nevertheless, or unknown
 */
typedef struct
{
  guint school;
  KithDate last_contact;
} KithNotReached;

KithEngagement  kith_engagement_measure      (const KithRoll           *roll,
                                              guint                     arrangement,
                                              GArray                   *not_reached);
gboolean        kith_engagement_is_engaged   (const KithRoll           *roll,
                                              const KithNetworkMember  *member);
guint           kith_engagement_find_lead    (const KithNetwork        *network,
                                              guint                     arrangement);

G_END_DECLS
