/* kith-check-private.h: whether a register is whole
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"

G_BEGIN_DECLS

gboolean  kith_check_pages       (KithDb     *db,
                                  GError    **error);
gboolean  kith_check_references  (KithDb     *db,
                                  GError    **error);
gboolean  kith_check_everything  (KithDb     *db,
                                  GPtrArray  *problems,
                                  GError    **error);

G_END_DECLS
