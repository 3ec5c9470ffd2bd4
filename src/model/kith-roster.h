/* kith-roster.h: everybody whom officers have named, and what each does
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithRosterRow:
 * @id: key of the person or the organisation
 * @name: what they are called; the ledger's
 * @what: of a person: the posts that they hold, or held last; of an organisation: its kind
 * @days: a year, in all the posts that a person holds; NaN where nobody knows
 * @areas: what they are strong at: "Phonics; Early reading"
 * @partnerships: of a person: the active ones that they lead or co-ordinate; of an organisation:
 *   those that it leads or is in
 * @n_contacts: contacts that they took part in
 * @last_contact: the last of them, or unknown
 */
typedef struct
{
  gint64 id;
  const char *name;
  char *what;
  double days;
  char *areas;
  char *partnerships;
  guint n_contacts;
  KithDate last_contact;
} KithRosterRow;

GArray  *kith_roster_list  (KithLedger  *ledger,
                            KithTable    table,
                            KithDate     as_at);

G_END_DECLS
