/* kith-proposals.h: proposals of Families beside each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-family-work.h"

G_BEGIN_DECLS

#define KITH_TYPE_PROPOSALS (kith_proposals_get_type ())
G_DECLARE_FINAL_TYPE (KithProposals, kith_proposals, KITH, PROPOSALS, AdwBin)

void   kith_proposals_show        (KithProposals         *self,
                                   const KithFamilyWork  *work);
guint  kith_proposals_get_chosen  (KithProposals         *self);

G_END_DECLS
