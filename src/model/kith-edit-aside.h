/* kith-edit-aside.h: setting a finding aside, and ticking a school off the worklist
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/* Months after which a finding comes back, unless an officer names a day. */
#define KITH_ASIDE_USUAL_MONTHS 6

/**
 * KITH_ASIDE_WORKLIST:
 *
 * The code of a row of table setting_aside that ticks a school off the worklist. It sets no
 * finding aside: tier and findings stay, the school is only marked as seen to. Its evidence is
 * a line for each finding that the school had; the tick is gone as soon as the school has a
 * finding that is not among them (kith-worklist.h).
 */
#define KITH_ASIDE_WORKLIST "worklist"

/**
 * KithAsideForm:
 * @urn: the school that the finding is on, or %KITH_INT_NONE
 * @arrangement_id: else the arrangement that it is on
 * @code: of the finding: "off-the-radar"
 * @title: its name for people: "Off the radar"
 * @basis: what it rests on: it comes back as soon as this changes
 * @reason: field "reason": why nobody acts on it
 * @until: field "until": the day on which it comes back
 * @since: from which day on it is aside
 * @by: the officer
 */
typedef struct
{
  gint64 urn;
  gint64 arrangement_id;
  const char *code;
  const char *title;
  const char *basis;
  const char *reason;
  const char *until;
  KithDate since;
  const char *by;
} KithAsideForm;

gboolean   kith_aside_runs        (const KithSettingAside  *aside,
                                   KithDate                 as_at);
KithEdit  *kith_edit_set_aside    (KithLedger              *ledger,
                                   const KithAsideForm     *form);
KithEdit  *kith_edit_return       (KithLedger              *ledger,
                                   gint64                   id,
                                   const char              *title,
                                   KithDate                 on);
KithEdit  *kith_edit_tick         (KithLedger              *ledger,
                                   gint64                   urn,
                                   const char              *evidence,
                                   KithDate                 since,
                                   const char              *by);
KithEdit  *kith_edit_untick       (KithLedger              *ledger,
                                   gint64                   urn,
                                   KithDate                 on);

G_END_DECLS
