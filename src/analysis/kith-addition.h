/* kith-addition.h: which rows come when something is added
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-thing.h"

G_BEGIN_DECLS

/*
 * What is added, and how it is written:
 *
 * - membership: URN/ARRANGEMENT: the school joins on the day that is asked about
 * - arrangement: KIND/URN,URN…: a new one that begins on that day, with these schools
 * - person: NAME/ARRANGEMENT: who helps to run it, as its co-ordinator, its deputy or its lead,
 *   whichever is free; somebody new where the register has nobody of that name
 * - funding: NAME/ARRANGEMENT or NAME/ARRANGEMENT/DATE: what pays for it, until that day
 * - school: URN: one that the register holds and that is not open, opens on that day
 */
gboolean  kith_addition_plan (KithChangeset  *changes,
                              KithThingType   type,
                              const char     *text,
                              KithDate        as_at,
                              GError        **error);

G_END_DECLS
