/* kith-change-order-private.h: in which order changes are written, and recorded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"

G_BEGIN_DECLS

/**
 * KithChangeOrder:
 * @KITH_CHANGE_ORDER_WRITTEN: removals, alterations, additions; what is referred to is added
 *   before what refers to it, and removed after
 * @KITH_CHANGE_ORDER_RECORDED: the other way round, as they are taken back
 */
typedef enum
{
  KITH_CHANGE_ORDER_WRITTEN,
  KITH_CHANGE_ORDER_RECORDED,
} KithChangeOrder;

const KithChange  **kith_change_order_dup  (const KithChangeset  *changes,
                                            KithChangeOrder       order);

G_END_DECLS
