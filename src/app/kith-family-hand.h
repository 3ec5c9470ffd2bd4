/* kith-family-hand.h: an officer's hand on the Families that are kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-family-work.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_FAMILY_HAND (kith_family_hand_get_type ())
G_DECLARE_FINAL_TYPE (KithFamilyHand, kith_family_hand, KITH, FAMILY_HAND, AdwBin)

void  kith_family_hand_set_session  (KithFamilyHand        *self,
                                     KithSession           *session);
void  kith_family_hand_show         (KithFamilyHand        *self,
                                     const KithFamilyWork  *work,
                                     guint                  school);
void  kith_family_hand_aim          (KithFamilyHand        *self,
                                     guint                  family);
void  kith_family_hand_rename       (GtkWidget             *over,
                                     KithSession           *session,
                                     const KithFamilyWork  *work,
                                     guint                  family);

G_END_DECLS
