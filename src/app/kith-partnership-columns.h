/* kith-partnership-columns.h: the columns of the ledger of partnerships
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  kith_partnership_columns_add  (GtkColumnView  *view);

G_END_DECLS
