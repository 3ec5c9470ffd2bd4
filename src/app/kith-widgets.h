/* kith-widgets.h: what several pages do with GTK’s own widgets
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        kith_widgets_clear       (GtkWidget   *container);
GtkWidget  *kith_widgets_new_text    (const char  *style);
int         kith_widgets_compare     (const char  *a,
                                      const char  *b);

G_END_DECLS
