/* kith-recording-private.h: changed rows, as SQLite's session extension records them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"
#include "kith-table.h"

G_BEGIN_DECLS

/**
 * KithRecording:
 *
 * Records the rows of recorded tables that a connection changes while this lives.
 */
typedef struct _KithRecording KithRecording;

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

KithRecording  *kith_recording_begin  (KithDb               *db,
                                       GError              **error);
GBytes         *kith_recording_end    (KithRecording        *self,
                                       GError              **error);
void            kith_recording_free   (KithRecording        *self);

gboolean        kith_recorded_foreach (GBytes               *changes,
                                       KithRecordedRowFunc   func,
                                       gpointer              data);
GBytes         *kith_recorded_invert  (KithDb               *db,
                                       GBytes               *changes,
                                       GError              **error);
gboolean        kith_recorded_apply   (KithDb               *db,
                                       GBytes               *changes,
                                       KithConflict         *conflict,
                                       KithTable            *table,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRecording, kith_recording_free)

G_END_DECLS
