/* kith-finding-view.h: one finding in full: never folded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-roll.h"

G_BEGIN_DECLS

GtkWidget  *kith_finding_view_new  (const KithFinding  *finding);

G_END_DECLS
