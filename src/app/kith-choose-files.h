/* kith-choose-files.h: asking for files
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KithFilesChosen) (GtkWidget *asker,
                                 GFile *const *files,
                                 guint n_files);

void  kith_choose_register      (GtkWidget        *asker,
                                 KithFilesChosen   chosen);
void  kith_choose_new_register  (GtkWidget        *asker,
                                 KithFilesChosen   chosen);
void  kith_choose_files         (GtkWidget        *asker,
                                 KithFilesChosen   chosen);
void  kith_choose_target        (GtkWidget        *asker,
                                 const char       *title,
                                 const char       *name,
                                 KithFilesChosen   chosen);

G_END_DECLS
