/* kith-zip-private.h: the parts of a workbook file, read with bounds
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithZip:
 *
 * A ZIP file in memory whose list of parts was found whole. Nothing is unpacked to disk, and
 * no part gives more than %KITH_ZIP_MOST bytes, nor more than %KITH_ZIP_RATIO times the
 * file's own size once past %KITH_ZIP_FREE.
 */
typedef struct _KithZip KithZip;
typedef struct _KithZipPart KithZipPart;

#define KITH_ZIP_FREE  (64u * 1024 * 1024)
#define KITH_ZIP_MOST  (768u * 1024 * 1024)
#define KITH_ZIP_RATIO 120u
#define KITH_ZIP_PARTS 4096u

KithZip      *kith_zip_new         (GBytes       *bytes,
                                    const char   *name,
                                    GError      **error);
void          kith_zip_free        (KithZip      *self);
const char   *kith_zip_get_name    (KithZip      *self);
gboolean      kith_zip_has_part    (KithZip      *self,
                                    const char   *part);

KithZipPart  *kith_zip_open_part   (KithZip      *self,
                                    const char   *part,
                                    GError      **error);
gssize        kith_zip_part_read   (KithZipPart  *self,
                                    void         *bytes,
                                    gsize         size,
                                    GError      **error);
void          kith_zip_part_free   (KithZipPart  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithZip, kith_zip_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithZipPart, kith_zip_part_free)

G_END_DECLS
