/* kith-roll-filter.h: which schools of the roll call are shown
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-chosen.h"
#include "kith-roll.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROLL_FILTER (kith_roll_filter_get_type ())
G_DECLARE_FINAL_TYPE (KithRollFilter, kith_roll_filter, KITH, ROLL_FILTER, GtkFilter)

KithRollFilter  *kith_roll_filter_new            (void);
void             kith_roll_filter_set_text       (KithRollFilter  *self,
                                                  const char      *text);
void             kith_roll_filter_set_tier       (KithRollFilter  *self,
                                                  KithTier         tier,
                                                  gboolean         is_wanted);
void             kith_roll_filter_set_authority  (KithRollFilter  *self,
                                                  const char      *authority);
void             kith_roll_filter_set_trust      (KithRollFilter  *self,
                                                  const char      *trust);
void             kith_roll_filter_set_phase      (KithRollFilter  *self,
                                                  int              phase);
void             kith_roll_filter_set_finding    (KithRollFilter  *self,
                                                  int              code);
void             kith_roll_filter_set_to_do      (KithRollFilter  *self,
                                                  gboolean         is_to_do);
void             kith_roll_filter_set_only       (KithRollFilter  *self,
                                                  KithChosen      *chosen);
void             kith_roll_filter_clear          (KithRollFilter  *self);
gboolean         kith_roll_filter_is_set         (KithRollFilter  *self);

G_END_DECLS
