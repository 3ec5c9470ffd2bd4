/* kith-apart.h: marks that are too near give way
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"

G_BEGIN_DECLS

/* Names stand beside marks: up and down this part of the gap is enough. */
#define KITH_APART_LOW 0.55

gboolean  kith_apart_step  (KithPoint       *places,
                            const gboolean  *is_held,
                            const guint     *numbers,
                            guint            n_numbers,
                            double           gap);

G_END_DECLS
