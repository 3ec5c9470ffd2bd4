/* kith-column-choice.h: which columns of a list a person wants to see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithColumnOption:
 * @name: in the settings, and of the action
 * @label: in the menu
 * @needs_room: whether it is usual only where there is room
 * @stays: whether it cannot be hidden
 */
typedef struct
{
  const char *name;
  const char *label;
  gboolean needs_room;
  gboolean stays;
} KithColumnOption;

#define KITH_TYPE_COLUMN_CHOICE (kith_column_choice_get_type ())
G_DECLARE_FINAL_TYPE (KithColumnChoice, kith_column_choice, KITH, COLUMN_CHOICE, GObject)

KithColumnChoice  *kith_column_choice_new          (const KithColumnOption  *options,
                                                    guint                    n_options,
                                                    GSettings               *settings,
                                                    const char              *key);
void               kith_column_choice_set_room     (KithColumnChoice        *self,
                                                    gboolean                 has_room);
gboolean           kith_column_choice_is_wanted    (KithColumnChoice        *self,
                                                    guint                    column);
GActionGroup      *kith_column_choice_get_actions  (KithColumnChoice        *self);
void               kith_column_choice_fill         (KithColumnChoice        *self,
                                                    GMenu                   *menu,
                                                    const char              *prefix);

G_END_DECLS
