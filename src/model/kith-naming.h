/* kith-naming.h: whom and what somebody means
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/*
 * Officers type a number or a name. Those that may fail answer %NULL, or a translated sentence
 * that says why nobody can be told from it. Names are compared as kith_text_dup_key() has
 * them. Cost: O(rows of the table).
 */
const char  *kith_naming_find_school        (KithLedger  *ledger,
                                             const char  *text,
                                             gint64      *urn);
const char  *kith_naming_find_arrangement   (KithLedger  *ledger,
                                             const char  *text,
                                             gint64      *id);
char        *kith_naming_dup_arrangement    (KithLedger  *ledger,
                                             gint64       id);
gint64       kith_naming_find_organisation  (KithLedger  *ledger,
                                             const char  *name);
gint64       kith_naming_find_person        (KithLedger  *ledger,
                                             const char  *name,
                                             guint       *n_found);
const char  *kith_naming_get_school         (KithLedger  *ledger,
                                             gint64       urn);
char        *kith_naming_dup_school         (KithLedger  *ledger,
                                             gint64       urn);

G_END_DECLS
