/* kith-briefing-templates.h: sections and notes that officers kept for next term
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-briefing.h"
#include "kith-session.h"

G_BEGIN_DECLS

void      kith_briefing_templates_fill    (GMenu                      *menu,
                                           KithSession                *session,
                                           gint64                      taken);
gboolean  kith_briefing_templates_read    (KithSession                *session,
                                           gint64                      id,
                                           KithBriefingOptions        *options);
void      kith_briefing_templates_save    (GtkWidget                  *asker,
                                           KithSession                *session,
                                           KithBriefingOptions        *options);
void      kith_briefing_templates_keep    (KithSession                *session,
                                           const char                 *name,
                                           const KithBriefingOptions  *options);
void      kith_briefing_templates_forget  (KithSession                *session,
                                           gint64                      id);

G_END_DECLS
