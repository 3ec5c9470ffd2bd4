/* store-fixture.h: a register in a folder of its own, for tests
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-store.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} StoreFixture;

StoreFixture   *store_fixture_new        (void);
void            store_fixture_free       (StoreFixture      *self);
KithStore      *store_fixture_create     (StoreFixture      *self);
KithStore      *store_fixture_open       (StoreFixture      *self,
                                          KithStoreMode      mode);
void            store_fixture_fill       (StoreFixture      *self);

void            store_limit_files        (guint64            size);

KithLedger     *store_read               (KithStore         *store);
char           *store_dump               (KithStore         *store);
void            store_apply              (KithStore         *store,
                                          KithChangeset     *changes,
                                          const char        *what);
KithChangeset  *store_change             (KithStore         *store);
void            put_school               (KithChangeset     *changes,
                                          gint64             urn,
                                          const char        *name);
gint64          put_arrangement          (KithChangeset     *changes,
                                          const char        *name);
gint64          put_membership           (KithChangeset     *changes,
                                          gint64             arrangement_id,
                                          gint64             urn);
void            store_fill_row           (KithTable          table,
                                          void              *row,
                                          gint64             seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreFixture, store_fixture_free)
