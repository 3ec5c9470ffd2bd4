/* kith-family-judge.h: whether schools can be split into Families at all
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-problem.h"
#include "kith-job.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_FAMILY_OUTLOOK_CERTIFIED,  /* sizes and rivals can be met, for certain */
  KITH_FAMILY_OUTLOOK_OPEN,       /* nothing speaks against it, and nothing proves it */
  KITH_FAMILY_OUTLOOK_IMPOSSIBLE, /* no answer exists, whoever searches */
} KithFamilyOutlook;

/* What makes it impossible. */
typedef enum
{
  KITH_FAMILY_OBSTACLE_NONE,
  KITH_FAMILY_OBSTACLE_NUMBER,        /* so many schools cannot be split into such sizes */
  KITH_FAMILY_OBSTACLE_LOCKED_SIZE,   /* more are locked together than a Family takes */
  KITH_FAMILY_OBSTACLE_LOCKED_WAYS,   /* schools locked together must stay in two Families */
  KITH_FAMILY_OBSTACLE_LOCKED_RIVALS, /* rivals must both stay in one Family */
  KITH_FAMILY_OBSTACLE_RIVALS,        /* more are all rivals of each other than there are Families */
  KITH_FAMILY_OBSTACLE_MAJORITY,      /* one authority has more schools than half of all Families */
  KITH_FAMILY_OBSTACLE_AUTHORITIES,   /* too few authorities to have enough in every Family */
} KithFamilyObstacle;

/**
 * KithFamilyJudgement:
 * @outlook: what can be said before searching
 * @obstacle: why it is impossible
 * @schools: (element-type guint): those who make it so: the rivals, the locked ones
 * @authority: the one that is too large, or %KITH_FAMILY_NONE
 * @most_rivals: the most rivals that any school has
 * @number: what there is of it: schools, rivals, places
 * @limit: what there may be at the most, or must be at the least
 */
typedef struct
{
  KithFamilyOutlook outlook;
  KithFamilyObstacle obstacle;
  GArray *schools;
  guint authority;
  guint most_rivals;
  guint number, limit;
} KithFamilyJudgement;

KithFamilyJudgement  *kith_family_judge           (const KithFamilyProblem  *problem,
                                                   KithJob                  *job,
                                                   GError                  **error);
void                  kith_family_judgement_free  (KithFamilyJudgement      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyJudgement, kith_family_judgement_free)

G_END_DECLS
