/* kith-holder.h: who holds a register open for writing, for those who may only read it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithHolder:
 * @user: (nullable): the officer
 * @host: (nullable): the machine
 * @since: when they opened it, in local time
 * @is_ours: whether it is this program
 * @is_gone: whether the lock is stale: what left it is known to have ended, or has not renewed it
 */
typedef struct
{
  char *user;
  char *host;
  GDateTime *since;
  gboolean is_ours;
  gboolean is_gone;
} KithHolder;

KithHolder  *kith_holder_find      (GFile             *file);
KithHolder  *kith_holder_copy      (const KithHolder  *self);
gboolean     kith_holder_is_equal  (const KithHolder  *self,
                                    const KithHolder  *other);
void         kith_holder_free      (KithHolder        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithHolder, kith_holder_free)

G_END_DECLS
