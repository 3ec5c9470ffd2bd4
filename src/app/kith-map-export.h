/* kith-map-export.h: a map as a file or as a picture to paste
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-print.h"
#include "kith-session.h"

G_BEGIN_DECLS

void      kith_map_export_begin   (KithSession          *session,
                                   const KithMapPrint   *print,
                                   KithTarget            target,
                                   GFile                *file,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean  kith_map_export_finish  (GAsyncResult         *result,
                                   GBytes              **picture,
                                   GError              **error);

G_END_DECLS
