/* kith-cli.h: kith-cli: every job, no display
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-edit.h"
#include "kith-output.h"
#include "kith-roll.h"
#include "kith-store.h"

G_BEGIN_DECLS

/* Exit statuses: the command line's contract. */
typedef enum
{
  KITH_EXIT_DONE = 0,
  KITH_EXIT_WITH_PROBLEMS = 1, /* rejected rows, or findings that --strict fails on */
  KITH_EXIT_NOT_DONE = 2,      /* and nothing was changed */
} KithExit;

/**
 * KithCli:
 * @format: --format
 * @as_at: --as-at, today where it is not given
 * @is_strict: --strict
 * @args: (array zero-terminated=1): what follows the verb and its options
 * @n_args: how many
 *
 * What every verb is given.
 */
typedef struct
{
  KithOutputFormat format;
  KithDate as_at;
  gboolean is_strict;
  char **args;
  guint n_args;
} KithCli;

/**
 * KithVerb:
 * @name: as typed
 * @form: what follows it
 * @does: in a line
 * @min_args: arguments that it needs
 * @max_args: and takes, %G_MAXUINT for any number
 * @options: (nullable): its own options, whose values are static
 * @run: does it
 */
typedef struct
{
  const char *name;
  const char *form;
  const char *does;
  guint min_args;
  guint max_args;
  const GOptionEntry *options;
  KithExit (*run) (const KithCli *cli, GError **error);
} KithVerb;

extern const KithVerb kith_verbs_of_register[];
extern const KithVerb kith_verbs_of_backups[];
extern const KithVerb kith_verbs_of_files[];
extern const KithVerb kith_verbs_of_schools[];
extern const KithVerb kith_verbs_of_measures[];
extern const KithVerb kith_verbs_of_school[];
extern const KithVerb kith_verbs_of_hubs[];
extern const KithVerb kith_verbs_of_maps[];
extern const KithVerb kith_verbs_of_paths[];
extern const KithVerb kith_verbs_of_record[];
extern const KithVerb kith_verbs_of_records[];
extern const KithVerb kith_verbs_of_asides[];
extern const KithVerb kith_verbs_of_people[];
extern const KithVerb kith_verbs_of_families[];
extern const KithVerb kith_verbs_of_charts[];
extern const KithVerb kith_verbs_of_repair[];
extern const KithVerb kith_verbs_of_diff[];
extern const KithVerb kith_verbs_of_briefings[];
extern const KithVerb kith_verbs_of_export[];

extern const KithVerb kith_verbs_of_what_if[];

KithStore   *kith_cli_open_store  (const KithCli     *cli,
                                   KithStoreMode      mode,
                                   GError           **error);
KithNetwork *kith_cli_read_network_of
                                  (const KithCli     *cli,
                                   KithStore         *store,
                                   GError           **error);
KithNetwork *kith_cli_read_network (const KithCli    *cli,
                                   GError           **error);
KithRoll    *kith_cli_read_roll   (const KithCli     *cli,
                                   GError           **error);
KithRoll    *kith_cli_read_roll_with_measures
                                  (const KithCli     *cli,
                                   GError           **error);
KithRoll    *kith_cli_read_roll_of (const KithCli    *cli,
                                   KithStore         *store,
                                   GError           **error);
gboolean     kith_cli_read_urn    (const char        *text,
                                   gint64            *urn,
                                   GError           **error);
KithExit     kith_cli_write_edit  (KithStore         *store,
                                   const KithEdit    *edit,
                                   GError           **error);
gint64       kith_cli_find_arrangement (KithNetwork  *network,
                                   const char        *name,
                                   KithKind           kind,
                                   GError           **error);
KithExit     kith_cli_tell_arrangement (const KithCli *cli,
                                   KithRoll          *roll,
                                   GError           **error);
void         kith_cli_print       (char              *text);
void         kith_cli_tell        (const char        *format,
                                   ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
