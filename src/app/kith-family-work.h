/* kith-family-work.h: Families as a page shows them, worked out in a worker
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-standing.h"
#include "kith-result-choices.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithFamilyWork:
 * @roll: of a ledger with all figures
 * @standing: (nullable): the Families that are kept
 * @proposal: (nullable): those that are proposed instead
 * @pool: who is compared: of the proposal, else of what is kept
 * @choices: (element-type KithResultGroups): which figures the register has of the phase
 * @answer: of the proposal, that is looked at
 * @families: (nullable): of each school of it; %NULL where there are none
 * @n_families: how many
 * @explainer: (nullable): tells why
 *
 * What one question came to.
 */
typedef struct
{
  KithRoll *roll;
  KithFamilyStanding *standing;
  KithFamilies *proposal;
  const KithFamilyPool *pool;
  GArray *choices;
  guint answer;
  const guint *families;
  guint n_families;
  KithFamilyExplainer *explainer;
} KithFamilyWork;

KithFamilyWork  *kith_family_work_look      (KithRoll               *roll,
                                             KithPhase               phase);
KithFamilyWork  *kith_family_work_build     (KithRoll               *roll,
                                             const KithFamilyTerms  *terms,
                                             double                  churn,
                                             KithJob                *job,
                                             GError                **error);
void             kith_family_work_choose    (KithFamilyWork         *self,
                                             guint                   answer);
void             kith_family_work_free      (KithFamilyWork         *self);
char            *kith_family_work_dup_name  (const KithFamilyWork   *self,
                                             guint                   family);
char            *kith_family_work_dup_words (const KithFamilyWork   *self);
gboolean         kith_family_work_can_keep  (const KithFamilyWork   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyWork, kith_family_work_free)

G_END_DECLS
