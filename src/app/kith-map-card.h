/* kith-map-card.h: what is told of a school on a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-session.h"

G_BEGIN_DECLS

char  *kith_map_card_dup_markup  (KithSession  *session,
                                  gint64        urn);
char  *kith_map_card_dup_words   (KithSession  *session,
                                  gint64        urn);

G_END_DECLS
