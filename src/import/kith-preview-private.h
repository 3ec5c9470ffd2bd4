/* kith-preview-private.h: what came of each file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-import.h"

G_BEGIN_DECLS

KithFileReport  *kith_file_report_new           (char                  *name,
                                                 KithFileKind           kind);
void             kith_file_report_free          (gpointer               data);
char            *kith_file_report_dup_problems  (const KithFileReport  *self);
char            *kith_preview_dup_summary       (const KithPreview     *self,
                                                 guint                  n_files);

G_END_DECLS
