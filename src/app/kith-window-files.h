/* kith-window-files.h: asking for files
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KithFilesChosen) (GtkWindow *window,
                                 GFile *const *files,
                                 guint n_files);

void  kith_window_choose_register      (GtkWindow        *window,
                                        KithFilesChosen   chosen);
void  kith_window_choose_new_register  (GtkWindow        *window,
                                        KithFilesChosen   chosen);
void  kith_window_choose_files         (GtkWindow        *window,
                                        KithFilesChosen   chosen);
void  kith_window_choose_target        (GtkWindow        *window,
                                        const char       *title,
                                        const char       *name,
                                        KithFilesChosen   chosen);

G_END_DECLS
