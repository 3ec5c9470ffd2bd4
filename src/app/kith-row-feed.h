/* kith-row-feed.h: rows come into a list a few at a time
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  kith_row_feed_take  (GListStore  *store,
                               GPtrArray   *items,
                               guint       *n_come);

G_END_DECLS
