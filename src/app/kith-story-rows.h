/* kith-story-rows.h: what the register says about a school, as rows that unfold
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_STORY_ROWS (kith_story_rows_get_type ())
G_DECLARE_FINAL_TYPE (KithStoryRows, kith_story_rows, KITH, STORY_ROWS, AdwBin)

void  kith_story_rows_set_session  (KithStoryRows  *self,
                                    KithSession    *session);

G_END_DECLS
