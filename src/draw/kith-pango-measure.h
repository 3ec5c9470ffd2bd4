/* kith-pango-measure.h: words as Pango sets them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "kith-measure.h"

G_BEGIN_DECLS

/* What drawings ask for, best first (LOOK, section 5). */
#define KITH_FONTS "Inter, Adwaita Sans, Cantarell, DejaVu Sans"

KithMeasure  *kith_pango_measure_new   (void);
void          kith_pango_measure_free  (KithMeasure    *self);

PangoContext *kith_pango_new_context   (void);
PangoLayout  *kith_pango_new_layout    (PangoContext   *context,
                                        const KithType *type,
                                        const char     *text);

G_END_DECLS
