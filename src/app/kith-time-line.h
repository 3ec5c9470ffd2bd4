/* kith-time-line.h: the years of the record, to go through and to play
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_TIME_LINE (kith_time_line_get_type ())
G_DECLARE_FINAL_TYPE (KithTimeLine, kith_time_line, KITH, TIME_LINE, GtkWidget)

KithDate  kith_time_line_find_first   (KithLedger    *ledger,
                                       KithDate       last);

void      kith_time_line_set_session  (KithTimeLine  *self,
                                       KithSession   *session);
KithDate  kith_time_line_get_day      (KithTimeLine  *self);
gboolean  kith_time_line_is_playing   (KithTimeLine  *self);
gboolean  kith_time_line_is_at_rest   (KithTimeLine  *self);
void      kith_time_line_play         (KithTimeLine  *self,
                                       gboolean       is_playing);
void      kith_time_line_go_on        (KithTimeLine  *self);

G_END_DECLS
