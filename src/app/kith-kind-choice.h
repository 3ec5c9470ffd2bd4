/* kith-kind-choice.h: kinds of arrangement, to choose from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"

G_BEGIN_DECLS

/* The kinds that tie schools, in the order of METHODS. */
char       **kith_kind_choice_dup_words  (const char  *first);
const char  *kith_kind_choice_get_key    (guint        choice);
guint        kith_kind_choice_find       (KithKind     kind);

G_END_DECLS
