/* kith-typeset.h: a paper on pages
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-book.h"
#include "kith-document.h"

G_BEGIN_DECLS

/* A4 portrait, and its margins, in mm */
#define KITH_PAGE_WIDTH  210.0
#define KITH_PAGE_HEIGHT 297.0
#define KITH_PAGE_LEFT   15.0
#define KITH_PAGE_RIGHT  195.0
#define KITH_PAGE_TOP    20.0
#define KITH_PAGE_BOTTOM 280.0

KithBook  *kith_typeset  (const KithDocument  *document,
                          const KithMeasure   *measure);

G_END_DECLS
