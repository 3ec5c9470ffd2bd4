/* kith-cli-told.h: findings, and tables one below the other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-output.h"
#include "kith-roll.h"

G_BEGIN_DECLS

#define KITH_CLI_N_FINDING_COLUMNS 7

/* What kith_cli_add_findings() writes. */
extern const KithColumn kith_cli_finding_columns[KITH_CLI_N_FINDING_COLUMNS];

char  *kith_cli_dup_codes             (const KithFinding  *findings,
                                       guint               n);
void   kith_cli_add_findings          (KithOutput         *output,
                                       const KithFinding  *findings,
                                       guint               n);
void   kith_cli_append_finding_words  (GString            *text,
                                       const KithFinding  *findings,
                                       guint               n);
void   kith_cli_append_section        (GString            *text,
                                       KithOutputFormat    format,
                                       const char         *key,
                                       const char         *heading,
                                       KithOutput         *output,
                                       const char         *words);

G_END_DECLS
