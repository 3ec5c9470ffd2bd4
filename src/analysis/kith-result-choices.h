/* kith-result-choices.h: which figures can be looked at, and what they are called
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-results.h"

G_BEGIN_DECLS

#define KITH_N_SUBGROUPS 7

/**
 * KithResultGroups:
 * @measure: name of a published measure
 * @subject: (nullable): that it is of
 * @subgroups: (array length=n_subgroups): of whom there are figures; %NULL stands for all pupils,
 *   and comes first
 * @n_subgroups: at least 1
 */
typedef struct
{
  const char *measure;
  const char *subject;
  const char *subgroups[KITH_N_SUBGROUPS];
  guint n_subgroups;
} KithResultGroups;

GArray      *kith_result_choices_list    (KithNetwork             *network,
                                          KithPhase                phase);
const char  *kith_measure_get_subject    (const char              *measure);
const char  *kith_measure_get_words      (const char              *measure);
const char  *kith_subgroup_get           (guint                    subgroup);
const char  *kith_subgroup_get_words     (const char              *subgroup);
char        *kith_result_choice_dup_words
                                         (const KithResultChoice  *choice);

G_END_DECLS
