/* kith-journal-private.h: the record of changes, and how they are taken back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"
#include "kith-store.h"

G_BEGIN_DECLS

gboolean    kith_journal_read_head      (KithDb             *db,
                                         gint64             *head,
                                         GError            **error);
gboolean    kith_journal_read_undoable  (KithDb             *db,
                                         gint64             *entry,
                                         GError            **error);
gboolean    kith_journal_read_redoable  (KithDb             *db,
                                         gint64             *entry,
                                         GError            **error);
GPtrArray  *kith_journal_read           (KithDb             *db,
                                         GError            **error);
gboolean    kith_journal_write          (KithDb             *db,
                                         const KithEntry    *entry,
                                         guint               n_rows,
                                         GBytes             *sealed,
                                         GError            **error);
gboolean    kith_journal_undo           (KithDb             *db,
                                         gint64              entry,
                                         const char         *who,
                                         guint64            *tables,
                                         GError            **error);
gboolean    kith_journal_redo           (KithDb             *db,
                                         const char         *who,
                                         guint64            *tables,
                                         GError            **error);
gboolean    kith_journal_check          (KithDb             *db,
                                         GPtrArray          *problems,
                                         KithJob            *job,
                                         GError            **error);

G_END_DECLS
