/* kith-map-printer.h: the map that is shown, sent to a printer
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-session.h"

#include "kith-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *kith_map_printer_new   (KithMap              *map);
void               kith_map_printer_begin (GtkWidget            *asker,
                                           KithSession          *session,
                                           const KithMapOptions *shown);

G_END_DECLS
