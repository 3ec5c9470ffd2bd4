/* kith-scene-export.h: a sheet into a file that an officer chooses
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-scene.h"
#include "kith-session.h"

G_BEGIN_DECLS

void  kith_scene_export_begin  (GtkWidget    *over,
                                KithSession  *session,
                                KithScene    *sheet,
                                KithDate      dated);

G_END_DECLS
