/* kith-html.h: a paper as one HTML file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-document.h"

G_BEGIN_DECLS

GBytes  *kith_html_write  (const KithDocument  *document);

G_END_DECLS
