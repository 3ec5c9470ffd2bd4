/* kith-envelope-private.h: recorded changes, sealed against damage
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GByteArray  *kith_envelope_new   (void);
GBytes      *kith_envelope_seal  (GByteArray  *envelope);
GBytes      *kith_envelope_open  (GBytes      *sealed);

G_END_DECLS
