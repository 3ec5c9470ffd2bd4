/* trial.h: a ledger under test, and files written for it on the spot
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-import.h"

G_BEGIN_DECLS

/**
 * Trial:
 * @ledger: what all files accepted so far say
 * @folder: where files are written
 * @options: for the next import
 */
typedef struct
{
  KithLedger *ledger;
  char *folder;
  KithImportOptions options;
} Trial;

Trial           *trial_new     (void);
void             trial_free    (Trial        *self);
GFile           *trial_write   (Trial        *self,
                                const char   *name,
                                const char   *text);
KithPreview     *trial_try     (Trial        *self,
                                const char   *name,
                                const char   *text,
                                GError      **error);
KithPreview     *trial_read    (Trial        *self,
                                const char   *name,
                                const char   *text);
void             trial_accept  (Trial        *self,
                                KithPreview  *preview);
char            *trial_count   (KithPreview  *preview,
                                guint         report);
char            *trial_list    (KithLedger   *ledger,
                                const char   *table,
                                const char   *fields);
void             trial_assert_count (KithPreview *preview,
                                const char   *count);
void             trial_assert_list (Trial     *self,
                                const char   *table,
                                const char   *fields,
                                const char   *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trial, trial_free)

G_END_DECLS
