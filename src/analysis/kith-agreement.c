/* kith-agreement.c: what was signed, as a cell of an arrangement says it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-agreement.h"
#include "kith-text.h"

#include <string.h>

/**
 * kith_agreement_read:
 * @cell: (nullable): of a memorandum or a data-sharing agreement: yes, no, or its last day
 * @as_at: the date
 *
 * On its last day it is still in force. A cell that says anything else says nothing.
 *
 * Returns: how it stands at the date
 */
KithAgreement
kith_agreement_read (const char *cell, KithDate as_at)
{
  g_autofree char *key = kith_text_dup_key (cell);
  KithAgreement agreement = { KITH_AGREEMENT_UNRECORDED, KITH_DATE_UNKNOWN };

  if (strcmp (key, "yes") == 0)
    agreement.state = KITH_AGREEMENT_IN_FORCE;
  else if (strcmp (key, "no") == 0)
    agreement.state = KITH_AGREEMENT_NONE;
  else if (kith_date_parse (key, -1, &agreement.last_day) &&
           agreement.last_day != KITH_DATE_UNKNOWN)
    agreement.state = agreement.last_day < as_at ? KITH_AGREEMENT_ENDED : KITH_AGREEMENT_IN_FORCE;
  return agreement;
}
