/* kith-recording-private.h: changed rows, as SQLite's session extension keeps them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"
#include "kith-changeset.h"

G_BEGIN_DECLS

/**
 * KithConflict:
 * @KITH_CONFLICT_NONE: all went in
 * @KITH_CONFLICT_ROW: a row is not as it was when it was recorded
 * @KITH_CONFLICT_RULE: a row of @table would break a rule
 * @KITH_CONFLICT_REFERENCE: rows would refer to others that are not there
 */
typedef enum
{
  KITH_CONFLICT_NONE,
  KITH_CONFLICT_ROW,
  KITH_CONFLICT_RULE,
  KITH_CONFLICT_REFERENCE,
} KithConflict;

typedef void (*KithRecordedRowFunc) (KithTable  table,
                                     gint64     key,
                                     gpointer   data);

void       kith_recording_append   (GByteArray              *bytes,
                                    const KithChangeset     *changes);
gboolean   kith_recording_foreach  (GBytes                  *recording,
                                    KithRecordedRowFunc      func,
                                    gpointer                 data);
gboolean   kith_recording_undo     (KithDb                  *db,
                                    GBytes                  *recording,
                                    GByteArray              *undone,
                                    KithConflict            *conflict,
                                    KithTable               *table,
                                    GError                 **error);

G_END_DECLS
