/* kith-cli-goals.c: goals for the schools of a Family, on the command line
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-family.h"
#include "kith-family-display.h"

#include <glib/gi18n.h>
#include <string.h>

/* The first Family on record that a school is in, or KITH_INT_NONE with @error set. */
static gint64
find_family (KithNetwork *network, gint64 urn, GError **error)
{
  guint school = kith_network_find_school (network, urn), n = 0;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &(guint){ 0 });
  const guint *memberships =
      school == KITH_INDEX_NONE ? NULL : kith_network_get_memberships (network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkArrangement *in =
          &arrangements[kith_network_get_member (network, memberships[m])->arrangement];

      if (in->kind == KITH_KIND_FAMILY)
        return in->record->id;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("School %" G_GINT64_FORMAT " is in no Family on that day."), urn);
  return KITH_INT_NONE;
}

static KithEdit *
make_edit (const KithCli *cli, KithRoll *roll, GError **error)
{
  KithNetwork *network = kith_roll_get_network (roll);
  const KithResultChoice choice = { kith_cli_get_goal_measure (), NULL, NULL };
  gboolean is_one = cli->n_args == 4;
  g_autoptr (KithFamilyDisplay) display = NULL;
  gint64 urn = 0, id;

  if (is_one && !kith_cli_read_urn (cli->args[2], &urn, error))
    return NULL;
  id = is_one ? find_family (network, urn, error)
              : kith_cli_find_arrangement (network, cli->args[2], KITH_KIND_FAMILY, error);
  if (id == KITH_INT_NONE)
    return NULL;
  display = kith_family_display_new (roll, id, choice.measure == NULL ? NULL : &choice,
                                     KITH_DISPLAY_IMPROVEMENT, error);
  if (display == NULL)
    return NULL;
  if (!is_one)
    return kith_family_display_set_goals (display, cli->as_at, g_get_user_name ());
  return kith_family_display_set_goal (display, urn, kith_cli_get_goal_year (),
                                       strcmp (cli->args[3], "none") == 0 ? NULL : cli->args[3],
                                       cli->as_at, g_get_user_name ());
}

/**
 * kith_cli_set_goals:
 *
 * families R goals FAMILY, families R goal URN FIGURE
 */
KithExit
kith_cli_set_goals (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithEdit) edit = NULL;

  if (store == NULL || (roll = kith_cli_read_roll_of (cli, store, error)) == NULL)
    return KITH_EXIT_NOT_DONE;
  edit = make_edit (cli, roll, error);
  return edit == NULL ? KITH_EXIT_NOT_DONE : kith_cli_write_edit (store, edit, error);
}
