/* kith-window.h: the window: it arranges pages and nothing else
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_WINDOW (kith_window_get_type ())
G_DECLARE_FINAL_TYPE (KithWindow, kith_window, KITH, WINDOW, AdwApplicationWindow)

KithWindow   *kith_window_new          (AdwApplication  *application);
KithSession  *kith_window_get_session  (KithWindow      *self);
void          kith_window_open         (KithWindow      *self,
                                        GFile           *file);
void          kith_window_open_last    (KithWindow      *self);
void          kith_window_show_page    (KithWindow      *self,
                                        const char      *name);

G_END_DECLS
