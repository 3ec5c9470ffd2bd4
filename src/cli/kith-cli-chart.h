/* kith-cli-chart.h: pages about a Family, on the command line
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-cli.h"
#include "kith-family-within.h"

G_BEGIN_DECLS

void  kith_cli_print_within  (const KithCli           *cli,
                              const KithFamilyWithin  *within);

G_END_DECLS
