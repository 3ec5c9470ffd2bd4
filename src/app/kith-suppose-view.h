/* kith-suppose-view.h: something is taken away or added, and what would be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"
#include "kith-supposition.h"

G_BEGIN_DECLS

#define KITH_TYPE_SUPPOSE_VIEW (kith_suppose_view_get_type ())
G_DECLARE_FINAL_TYPE (KithSupposeView, kith_suppose_view, KITH, SUPPOSE_VIEW, AdwBin)

void  kith_suppose_view_set_session (KithSupposeView  *self,
                                     KithSession      *session);
void  kith_suppose_view_try_without (KithSupposeView  *self,
                                     const KithThing  *thing);
void  kith_suppose_view_add         (KithSupposeView  *self,
                                     KithSupposition  *supposition);
void  kith_suppose_view_search      (KithSupposeView  *self);

G_END_DECLS
