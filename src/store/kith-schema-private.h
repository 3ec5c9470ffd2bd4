/* kith-schema-private.h: the register's tables, from one version to the next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"

G_BEGIN_DECLS

#define KITH_SCHEMA_APPLICATION_ID 0x4B495448 /* KITH */
#define KITH_SCHEMA_VERSION 2

char      **kith_schema_dup_scripts  (void);
gboolean    kith_schema_recognise    (KithDb             *db,
                                      GError            **error);
gboolean    kith_schema_migrate      (KithDb             *db,
                                      const char *const  *scripts,
                                      GError            **error);

G_END_DECLS
