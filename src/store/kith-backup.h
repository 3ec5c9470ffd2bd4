/* kith-backup.h: dated copies of a register, and the way back to one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-store.h"

G_BEGIN_DECLS

/* How many stay; the oldest make room. */
#define KITH_BACKUPS_KEPT 10

/**
 * KithBackup:
 * @file: a register of its own
 * @number: one more than the backup before it, whatever the clock said
 * @made: when, in local time, as its name says
 * @size: in bytes
 *
 * A copy of "north.kith" in the folder "north-backups" beside it, such as
 * "north-0007-2026-11-28-0915.kith". Beside it, because who may read the register may read its
 * copies, because colleagues find them there, and because a machine that is lost takes none along.
 */
typedef struct
{
  GFile *file;
  guint number;
  GDateTime *made;
  goffset size;
} KithBackup;

GPtrArray   *kith_backup_list      (GFile             *file);
KithBackup  *kith_backup_make      (GFile             *file,
                                    KithJob           *job,
                                    GError           **error);
gboolean     kith_backup_keep      (GFile             *file,
                                    KithJob           *job,
                                    GError           **error);
gboolean     kith_backup_restore   (const KithBackup  *self,
                                    KithStore         *store,
                                    const char        *who,
                                    KithJob           *job,
                                    GError           **error);
gboolean     kith_backup_put_back  (const KithBackup  *self,
                                    GFile             *file,
                                    GFile            **aside,
                                    GError           **error);
char        *kith_backup_dup_when  (const KithBackup  *self);
char        *kith_backup_dup_last  (const KithBackup  *self);
KithBackup  *kith_backup_copy      (const KithBackup  *self);
void         kith_backup_free      (KithBackup        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBackup, kith_backup_free)

G_END_DECLS
