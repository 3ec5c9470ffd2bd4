/* kith-encounters.h: contacts in which somebody from outside met or spoke with a school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"
#include "kith-predecessors.h"

G_BEGIN_DECLS

/**
 * KithEncounters:
 *
 * The contacts that count for finding 7 of METHODS, of every school in scope. Immutable.
 */
typedef struct _KithEncounters KithEncounters;

KithEncounters  *kith_encounters_new        (KithNetwork           *network);
void             kith_encounters_free       (KithEncounters        *self);
const KithDate  *kith_encounters_get_days   (const KithEncounters  *self,
                                             guint                  school,
                                             guint                 *n_days);
guint            kith_encounters_count_shared
                                            (const KithEncounters  *self,
                                             guint                  school);
const KithPredecessors *
                 kith_encounters_get_predecessors
                                            (const KithEncounters  *self);
gboolean         kith_encounters_has_trust  (const KithEncounters  *self,
                                             guint                  school);
gboolean         kith_encounters_counts     (const KithEncounters  *self,
                                             guint                  school,
                                             const KithContact     *contact);
void             kith_encounters_list_urns  (const KithEncounters  *self,
                                             guint                  school,
                                             GArray                *urns);
gboolean         kith_encounters_is_itself  (const KithEncounters  *self,
                                             guint                  school,
                                             gint64                 urn);
const guint     *kith_encounters_get_parties (const KithEncounters *self,
                                             const KithContact     *contact,
                                             guint                 *n_parties);
gboolean         kith_encounters_is_kind    (const KithContact     *contact,
                                             const char            *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithEncounters, kith_encounters_free)

G_END_DECLS
