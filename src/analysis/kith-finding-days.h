/* kith-finding-days.h: on which days one school's findings began and ended
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"

G_BEGIN_DECLS

/* How a finding stands on a day. */
typedef enum
{
  KITH_HOLDS_NOT,
  KITH_HOLDS,
  KITH_HOLDS_ASIDE, /* an officer set it aside */
} KithHolds;

/**
 * KithFindingDay:
 * @day: the first on which it stands so; for what held already when the story begins, that day
 * @code: which
 * @before: how it stood on the day before
 * @holds: how it stands on this day
 * @severity_before: where it held before
 * @severity: where it holds
 * @sentence: (nullable): as on this day, where it holds
 * @reason: (nullable): why it was set aside
 */
typedef struct
{
  KithDate day;
  KithFindingCode code;
  KithHolds before;
  KithHolds holds;
  KithSeverity severity_before;
  KithSeverity severity;
  const char *sentence;
  const char *reason;
} KithFindingDay;

/**
 * KithFindingDays:
 * @days: (element-type KithFindingDay): by day, then in the order of METHODS
 * @from: the day on which they begin
 * @n_looked: on how many days the school was looked at
 *
 * Texts belong to it.
 */
typedef struct
{
  GArray *days;
  KithDate from;
  guint n_looked;
  KithWording *wording;
} KithFindingDays;

KithFindingDays  *kith_finding_days_new   (const KithRecord  *record,
                                           gint64             urn,
                                           KithJob           *job,
                                           GError           **error);
void              kith_finding_days_free  (KithFindingDays   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFindingDays, kith_finding_days_free)

G_END_DECLS
