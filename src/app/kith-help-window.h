/* kith-help-window.h: the user's guide in a window of its own
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KITH_TYPE_HELP_WINDOW (kith_help_window_get_type ())
G_DECLARE_FINAL_TYPE (KithHelpWindow, kith_help_window, KITH, HELP_WINDOW, AdwWindow)

void             kith_help_window_show       (GtkWidget       *over,
                                              const char      *topic);
gboolean         kith_help_window_shown_cb   (GtkWidget       *over,
                                              GVariant        *topic,
                                              gpointer         data);
KithHelpWindow  *kith_help_window_find       (GtkApplication  *application);
const char      *kith_help_window_get_topic  (KithHelpWindow  *self);

G_END_DECLS
