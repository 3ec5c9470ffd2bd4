/* kith-copy-private.h: a register written once more, in another place
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"

G_BEGIN_DECLS

gboolean  kith_copy_write  (KithDb      *db,
                            const char  *path,
                            KithJob     *job,
                            GError     **error);

G_END_DECLS
