/* kith-target-private.h: PDF of one page or many
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "kith-target.h"

G_BEGIN_DECLS

cairo_surface_t  *kith_target_create_pdf  (GByteArray       *bytes,
                                           double            width,
                                           double            height,
                                           const char       *title,
                                           const char       *subject,
                                           KithDate          dated);
gboolean          kith_target_finish      (cairo_surface_t  *surface,
                                           cairo_t          *cr,
                                           GError          **error);

G_END_DECLS
