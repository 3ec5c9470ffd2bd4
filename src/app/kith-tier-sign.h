/* kith-tier-sign.h: a school's sign, as the maps draw it, and its tier's word
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-roll.h"

G_BEGIN_DECLS

#define KITH_TYPE_TIER_SIGN (kith_tier_sign_get_type ())
G_DECLARE_FINAL_TYPE (KithTierSign, kith_tier_sign, KITH, TIER_SIGN, GtkWidget)

GtkWidget  *kith_tier_sign_new       (gboolean       has_word);
void        kith_tier_sign_set_size  (KithTierSign  *self,
                                      int            size_px);
void        kith_tier_sign_show      (KithTierSign  *self,
                                      KithTier       tier,
                                      KithPhase      phase);

G_END_DECLS
