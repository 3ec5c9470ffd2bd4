/* kith-digest-private.h: the SHA-256 of a file, while it is read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KithDigest KithDigest;

KithDigest  *kith_digest_begin     (GFile         *file,
                                    GCancellable  *cancellable);
const char  *kith_digest_get_text  (KithDigest    *self);
void         kith_digest_free      (KithDigest    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithDigest, kith_digest_free)

G_END_DECLS
