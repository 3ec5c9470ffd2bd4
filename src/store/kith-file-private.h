/* kith-file-private.h: the file of a register, before it is opened as one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char  *kith_file_find         (GFile       *file,
                               gboolean     is_writable,
                               GError     **error);
char  *kith_file_find_target  (GFile       *file,
                               const char  *register_path,
                               GError     **error);
char  *kith_file_make         (GFile       *file,
                               GError     **error);

G_END_DECLS
