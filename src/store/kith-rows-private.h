/* kith-rows-private.h: rows of the model's structs, in and out of tables
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-db-private.h"

G_BEGIN_DECLS

#define KITH_ROWS_DAY_SIZE 10 /* yyyy-mm-dd */

KithBlock  *kith_rows_read        (KithDb               *db,
                                   KithTable             table,
                                   KithJob              *job,
                                   GError              **error);
KithBlock  *kith_rows_read_headlines (KithDb            *db,
                                   KithJob              *job,
                                   GError              **error);
gboolean    kith_rows_write       (KithDb               *db,
                                   const KithChangeset  *changes,
                                   KithJob              *job,
                                   GError              **error);
void        kith_rows_format_day  (KithDate              date,
                                   char                  text[static KITH_ROWS_DAY_SIZE]);

G_END_DECLS
