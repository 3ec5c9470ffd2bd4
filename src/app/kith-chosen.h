/* kith-chosen.h: the schools that an officer has put together for what comes next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHOSEN (kith_chosen_get_type ())
G_DECLARE_FINAL_TYPE (KithChosen, kith_chosen, KITH, CHOSEN, GObject)

KithChosen  *kith_chosen_new         (void);
guint        kith_chosen_get_n       (KithChosen    *self);
gboolean     kith_chosen_has         (KithChosen    *self,
                                      gint64         urn);
GArray      *kith_chosen_dup_urns    (KithChosen    *self);
void         kith_chosen_set         (KithChosen    *self,
                                      const gint64  *urns,
                                      guint          n_urns);
void         kith_chosen_add         (KithChosen    *self,
                                      const gint64  *urns,
                                      guint          n_urns);
void         kith_chosen_toggle      (KithChosen    *self,
                                      gint64         urn);
void         kith_chosen_keep_known  (KithChosen    *self,
                                      KithLedger    *ledger);

G_END_DECLS
