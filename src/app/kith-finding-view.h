/* kith-finding-view.h: one finding in full: never folded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

GtkWidget  *kith_finding_view_new        (const KithFinding  *finding,
                                          KithSession        *session);
GtkWidget  *kith_finding_view_new_aside  (const KithFinding  *finding,
                                          KithSession        *session);

G_END_DECLS
