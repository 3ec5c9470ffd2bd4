/* kith-party-contacts.h: which contact each party was at
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/* A party whose contact the register does not hold. */
#define KITH_CONTACT_NONE G_MAXUINT

guint  *kith_party_contacts_list (KithLedger *ledger);

G_END_DECLS
