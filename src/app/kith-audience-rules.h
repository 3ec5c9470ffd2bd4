/* kith-audience-rules.h: what an audience sees, or does not, as rows
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-audience.h"

G_BEGIN_DECLS

void  kith_audience_rules_show  (AdwPreferencesGroup  *group,
                                 KithAudience          audience,
                                 gboolean              is_seen);

G_END_DECLS
