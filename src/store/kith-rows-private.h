/* kith-rows-private.h: rows of the model's structs, in and out of tables
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-db-private.h"

G_BEGIN_DECLS

KithBlock  *kith_rows_read   (KithDb               *db,
                              KithTable             table,
                              KithJob              *job,
                              GError              **error);
gboolean    kith_rows_write  (KithDb               *db,
                              const KithChangeset  *changes,
                              KithJob              *job,
                              GError              **error);

G_END_DECLS
