/* kith-person.h: what the person at this machine has chosen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keys of the schema. */
#define KITH_PERSON_OFFICER "officer"
#define KITH_PERSON_ROLL_COLUMNS "roll-columns"

GSettings  *kith_person_get_settings  (void);

G_END_DECLS
