/* kith-tier-bar.h: five tiers with their counts, to choose from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-roll.h"

G_BEGIN_DECLS

#define KITH_TYPE_TIER_BAR (kith_tier_bar_get_type ())
G_DECLARE_FINAL_TYPE (KithTierBar, kith_tier_bar, KITH, TIER_BAR, GtkWidget)

GtkWidget  *kith_tier_bar_new        (void);
void        kith_tier_bar_show       (KithTierBar     *self,
                                      const KithRoll  *roll);
gboolean    kith_tier_bar_is_chosen  (KithTierBar     *self,
                                      KithTier         tier);
void        kith_tier_bar_choose     (KithTierBar     *self,
                                      guint            tiers);
void        kith_tier_bar_clear      (KithTierBar     *self);

G_END_DECLS
