/* kith-roll-view.h: a part of the roll call that somebody looks at again and again
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

/* The page whose views these are, in the register's table. */
#define KITH_ROLL_VIEW_PAGE "roll"

/**
 * KithRollView:
 * @tiers: a bit for each tier that is wanted; 0 for all
 * @authority: (nullable): its name, %NULL for all
 * @trust: (nullable): its name, "" for schools in no trust, %NULL for all
 * @phase: a #KithPhase, or -1 for all
 * @finding: a #KithFindingCode, or -1 for all
 * @is_to_do: whether only schools that somebody has yet to see to
 * @text: (nullable): words that must all occur in a school's name, URN, authority, town,
 *   postcode or trust
 *
 * All of it must fit. In text, as the register keeps it and the command line takes it, it is
 * "tier=1,2;authority=Northmoor;phase=Primary;trust=;finding=off-the-radar;to-do;text=church".
 */
typedef struct
{
  guint tiers;
  char *authority;
  char *trust;
  int phase;
  int finding;
  gboolean is_to_do;
  char *text;
} KithRollView;

KithRollView      *kith_roll_view_new       (void);
KithRollView      *kith_roll_view_parse     (const char          *text,
                                             GError             **error);
char              *kith_roll_view_dup_text  (const KithRollView  *self);
gboolean           kith_roll_view_fits      (const KithRollView  *self,
                                             const KithRoll      *roll,
                                             const KithRollRow   *row);
const KithSavedView *
                   kith_roll_view_find      (KithLedger          *ledger,
                                             const char          *name);
void               kith_roll_view_free      (KithRollView        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRollView, kith_roll_view_free)

G_END_DECLS
