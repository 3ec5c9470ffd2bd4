/* briefing-register.h: a small register with much in it that not everybody may see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-audience.h"
#include "kith-roll.h"

G_BEGIN_DECLS

#define BRIEFING_DAY kith_date_new (2026, 9, 12)
#define BRIEFING_FIRST 100001
#define BRIEFING_SCHOOLS 10

/**
 * BriefingSecret:
 * @words: as the register has it
 * @seen_by: (array length=KITH_N_AUDIENCES): whether they stand in the paper of each audience
 */
typedef struct
{
  const char *words;
  gboolean seen_by[KITH_N_AUDIENCES];
} BriefingSecret;

extern const BriefingSecret briefing_secrets[];
extern const guint n_briefing_secrets;

KithRoll  *draw_up_briefing_register  (void);

G_END_DECLS
