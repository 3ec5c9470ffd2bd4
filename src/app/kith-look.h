/* kith-look.h: what a widget shows of a roll, worked out elsewhere
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

/**
 * KithLookFunc:
 * @roll: of the open register
 * @question: (nullable): what is asked
 * @job: takes progress, gives cancellation
 *
 * In a worker.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL where there is none, or with @error set
 */
typedef gpointer (*KithLookFunc) (KithRoll   *roll,
                                  GPtrArray  *question,
                                  KithJob    *job,
                                  GError    **error);

/**
 * KithLookDone:
 * @widget: which looks
 * @answer: (nullable): until the next; %NULL where there is none, or none yet
 *
 * On the main thread.
 */
typedef void (*KithLookDone)     (GtkWidget  *widget,
                                  gpointer    answer);

#define KITH_TYPE_LOOK (kith_look_get_type ())
G_DECLARE_FINAL_TYPE (KithLook, kith_look, KITH, LOOK, GObject)

KithLook  *kith_look_new          (GtkWidget       *widget,
                                   KithSession     *session,
                                   const char      *title,
                                   KithLookFunc     func,
                                   GDestroyNotify   free_answer,
                                   KithLookDone     done);
void       kith_look_ask          (KithLook        *self,
                                   GPtrArray       *question);
void       kith_look_end          (KithLook        *self);
gpointer   kith_look_get_answer   (KithLook        *self);

G_END_DECLS
