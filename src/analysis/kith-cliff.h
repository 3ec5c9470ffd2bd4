/* kith-cliff.h: when money ends, and who has no link then
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-holders.h"

G_BEGIN_DECLS

/**
 * KithCliffMonth:
 * @year: of the month
 * @month: 1 to 12
 * @arrangements: (array length=n_arrangements): indices of those whose own money ends in it, by
 *   the day, then index
 * @n_arrangements: how many
 * @n_ended: arrangements whose money has ended by the end of it, or their parents' has
 * @schools: (array length=n_schools): indices of schools whose last link ends in it
 * @n_schools: how many
 * @n_alone: schools that have lost their last link by the end of it, because money ended
 *
 * One month in which money ends.
 */
typedef struct
{
  int year, month;
  const guint *arrangements;
  guint n_arrangements;
  guint n_ended;
  const guint *schools;
  guint n_schools;
  guint n_alone;
} KithCliffMonth;

/**
 * KithCliff:
 *
 * METHODS, section 5: the months after the date in which money ends, in order. What ends a
 * parent, money included, ends its children. Money whose end nobody knows does not end, and
 * what has outlived its money goes on. Keeps the holders' network. Immutable.
 */
typedef struct _KithCliff KithCliff;

KithCliff             *kith_cliff_new         (const KithHolders  *holders);
void                   kith_cliff_free        (KithCliff          *self);
const KithCliffMonth  *kith_cliff_get_months  (const KithCliff    *self,
                                               guint              *n_months);
guint                  kith_cliff_count_alone (const KithCliff    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithCliff, kith_cliff_free)

G_END_DECLS
