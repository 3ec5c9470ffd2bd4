/* kith-family-figures-private.h: the published figures that Families are built by
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-pool.h"

G_BEGIN_DECLS

const char  *kith_family_figures_read  (KithNetwork  *network,
                                        GArray       *schools);

G_END_DECLS
