/* kith-cli-family.h: the Families that were kept, on the command line
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-cli.h"
#include "kith-family-pool.h"

G_BEGIN_DECLS

void      kith_cli_print_families     (const KithCli         *cli,
                                       const KithFamilyPool  *pool,
                                       const guint           *families,
                                       guint                  n_families,
                                       GArray                *arrangements);
KithExit  kith_cli_show_families      (const KithCli         *cli,
                                       GError               **error);
KithExit  kith_cli_explain_family     (const KithCli         *cli,
                                       GError               **error);
KithExit  kith_cli_move_to_family     (const KithCli         *cli,
                                       GError               **error);
KithExit  kith_cli_lock_family        (const KithCli         *cli,
                                       GError               **error);
KithExit  kith_cli_name_family        (const KithCli         *cli,
                                       GError               **error);
KithExit  kith_cli_set_goals          (const KithCli         *cli,
                                       GError               **error);

/* The options of the verb: kith-cli-families.c */
gboolean  kith_cli_read_family_phase  (KithPhase             *phase,
                                       GError               **error);
gboolean  kith_cli_is_despite_rules   (void);
const char
         *kith_cli_get_goal_measure   (void);
int       kith_cli_get_goal_year      (void);

G_END_DECLS
