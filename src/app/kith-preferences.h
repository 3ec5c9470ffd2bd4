/* kith-preferences.h: what a person and a register choose
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_PREFERENCES (kith_preferences_get_type ())
G_DECLARE_FINAL_TYPE (KithPreferences, kith_preferences, KITH, PREFERENCES, AdwPreferencesWindow)

KithPreferences  *kith_preferences_new  (GtkWindow    *parent,
                                         KithSession  *session);

G_END_DECLS
