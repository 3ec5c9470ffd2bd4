/* other-officer.h: another process that has a register open for writing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int           other_officer_main   (int           argc,
                                    char        **argv);
GSubprocess  *other_officer_start  (GFile        *file);
void          other_officer_add    (GSubprocess  *officer,
                                    const char   *person);
void          other_officer_close  (GSubprocess  *officer);
void          other_officer_kill   (GSubprocess  *officer);

G_END_DECLS
