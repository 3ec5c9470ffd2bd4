/* kith-session.h: the open register, and what it says as at a day
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-chosen.h"
#include "kith-backup.h"
#include "kith-import.h"
#include "kith-job-queue.h"
#include "kith-register-view.h"
#include "kith-roll-filter.h"
#include "kith-roll-item.h"
#include "kith-store.h"

G_BEGIN_DECLS

#define KITH_TYPE_SESSION (kith_session_get_type ())
G_DECLARE_FINAL_TYPE (KithSession, kith_session, KITH, SESSION, GObject)

KithSession   *kith_session_new                 (void);
KithJobQueue  *kith_session_get_jobs            (KithSession              *self);

/* The register. What fails is told by "failed", what was done by "done". */
void           kith_session_open                (KithSession              *self,
                                                 GFile                    *file);
void           kith_session_create              (KithSession              *self,
                                                 GFile                    *file);
void           kith_session_open_sample         (KithSession              *self);
void           kith_session_close               (KithSession              *self);
void           kith_session_undo                (KithSession              *self,
                                                 gint64                    entry);
void           kith_session_redo                (KithSession              *self);
void           kith_session_copy                (KithSession              *self,
                                                 GFile                    *to);
void           kith_session_restore             (KithSession              *self,
                                                 const KithBackup         *backup);
void           kith_session_put_back            (KithSession              *self,
                                                 GFile                    *file,
                                                 const KithBackup         *backup);

/* Where another program writes to it. */
KithAccess     kith_session_get_access          (KithSession              *self);
const KithHolder *
               kith_session_get_holder          (KithSession              *self);
void           kith_session_set_waiting         (KithSession              *self,
                                                 gboolean                  is_waiting);
gboolean       kith_session_is_waiting          (KithSession              *self);

/* Files. */
void           kith_session_read_files          (KithSession              *self,
                                                 GFile                   *const *files,
                                                 guint                     n_files,
                                                 const KithImportOptions  *options,
                                                 GAsyncReadyCallback       callback,
                                                 gpointer                  user_data);
KithPreview   *kith_session_read_files_finish   (KithSession              *self,
                                                 GAsyncResult             *result,
                                                 GError                  **error);
void           kith_session_accept              (KithSession              *self,
                                                 KithPreview              *preview);
void           kith_session_read_figures        (KithSession              *self,
                                                 GAsyncReadyCallback       callback,
                                                 gpointer                  user_data);
KithLedger    *kith_session_read_figures_finish (KithSession              *self,
                                                 GAsyncResult             *result,
                                                 GError                  **error);

void           kith_session_apply               (KithSession              *self,
                                                 KithChangeset            *changes,
                                                 const KithEntry          *entry,
                                                 GAsyncReadyCallback       callback,
                                                 gpointer                  user_data);
gboolean       kith_session_apply_finish        (KithSession              *self,
                                                 GAsyncResult             *result,
                                                 GError                  **error);

/* What it says. */
gboolean       kith_session_can_keep            (KithSession              *self);
void           kith_session_keep                (KithSession              *self,
                                                 KithChangeset            *changes,
                                                 GAsyncReadyCallback       callback,
                                                 gpointer                  user_data);
gboolean       kith_session_keep_finish         (KithSession              *self,
                                                 GAsyncResult             *result,
                                                 GError                  **error);
gboolean       kith_session_is_open             (KithSession              *self);
gboolean       kith_session_is_read_only        (KithSession              *self);
GFile         *kith_session_get_file            (KithSession              *self);
char          *kith_session_dup_name            (KithSession              *self);
KithLedger    *kith_session_get_ledger          (KithSession              *self);
GPtrArray     *kith_session_get_history         (KithSession              *self);
gint64         kith_session_get_undoable        (KithSession              *self);
gint64         kith_session_get_redoable        (KithSession              *self);
KithDate       kith_session_get_schools_dated   (KithSession              *self);
KithDate       kith_session_get_as_at           (KithSession              *self);
void           kith_session_set_as_at           (KithSession              *self,
                                                 KithDate                  as_at);
gboolean       kith_session_is_working          (KithSession              *self);
void           kith_session_renew               (KithSession              *self);
KithRoll      *kith_session_get_roll            (KithSession              *self);
GListModel    *kith_session_get_schools         (KithSession              *self);

/* The school that every page and the pane show. */
gint64         kith_session_get_selected        (KithSession              *self);
void           kith_session_set_selected        (KithSession              *self,
                                                 gint64                    urn);
KithRollFilter *kith_session_get_filter         (KithSession              *self);
KithChosen    *kith_session_get_chosen          (KithSession              *self);
KithRollItem  *kith_session_find_school         (KithSession              *self,
                                                 gint64                    urn);

G_END_DECLS
