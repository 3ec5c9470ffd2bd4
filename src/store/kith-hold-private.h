/* kith-hold-private.h: who holds a register open for writing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-holder.h"

G_BEGIN_DECLS

/**
 * KithHold:
 *
 * The file NAME.kith.lock beside a register, which tells others who is writing to it. SQLite's own
 * locks keep the register whole; this one keeps two officers from working against each other for
 * hours. It is renewed until it is released, and taken over when its holder is gone.
 */
typedef struct _KithHold KithHold;

KithHold    *kith_hold_take         (const char   *path,
                                     GError      **error);
gboolean     kith_hold_ensure       (KithHold     *self,
                                     GError      **error);
void         kith_hold_release      (KithHold     *self);
KithHolder  *kith_hold_find_holder  (const char   *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithHold, kith_hold_release)

G_END_DECLS
