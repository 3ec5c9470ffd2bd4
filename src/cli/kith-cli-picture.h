/* kith-cli-picture.h: pictures into files
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-cli.h"
#include "kith-target.h"

G_BEGIN_DECLS

gboolean  kith_cli_write_scene  (const KithCli  *cli,
                                 KithScene      *scene,
                                 const char     *path,
                                 const char     *name,
                                 double          dots_per_inch,
                                 GError        **error);

G_END_DECLS
