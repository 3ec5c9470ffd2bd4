/* kith-lookup-private.h: rows by what they say, in the ledger and among the changes
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"

G_BEGIN_DECLS

/**
 * KithLookup:
 *
 * Finds rows of one table by some of their fields, as the base ledger and the changes so far
 * have them. Rows put after it was made are told to it with kith_lookup_note(). Text is
 * compared byte by byte.
 */
typedef struct _KithLookup KithLookup;

KithLookup  *kith_lookup_new   (KithChangeset      *changes,
                                KithTable           table,
                                const char *const  *fields);
void         kith_lookup_free  (KithLookup         *self);
const void  *kith_lookup_find  (const KithLookup   *self,
                                const void         *probe);
const void  *kith_lookup_next  (const KithLookup   *self,
                                const void         *probe,
                                gsize              *at);
void         kith_lookup_note  (KithLookup         *self,
                                gint64              key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLookup, kith_lookup_free)

G_END_DECLS
