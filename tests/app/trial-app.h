/* trial-app.h: a register, a session and a window to try things on
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"
#include "kith-window.h"

G_BEGIN_DECLS

/* In scope; fewer than the sample's usual 1,000, so that a test is quick. */
#define TRIAL_SCHOOLS 60

GFile        *trial_get_folder      (void);
GFile        *trial_write_file      (const char       *name,
                                     const char       *text);
GFile        *trial_make_register   (const char       *name);

void          trial_wait            (gboolean        (*is_done) (gpointer data),
                                     gpointer          data);
void          trial_wait_for_roll   (KithSession      *session);
void          trial_settle          (void);

KithWindow   *trial_open_window     (GFile            *file);
void          trial_close_window    (KithWindow       *window);
gpointer      trial_find            (gpointer          from,
                                     GType             type,
                                     const char       *words);
guint         trial_count           (gpointer          from,
                                     GType             type);

void          trial_end             (void);

G_END_DECLS
