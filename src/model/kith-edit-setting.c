/* kith-edit-setting.c: a parameter of the register, set or set back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-private.h"
#include "kith-edit-setting.h"
#include "kith-parameter.h"
#include "kith-settings.h"

#include <glib/gi18n.h>
#include <string.h>

static const KithSetting *
find_setting (KithLedger *ledger, const char *key)
{
  gsize n;
  const KithSetting *settings = kith_ledger_get_rows (ledger, KITH_TABLE_SETTING, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (settings[i].key, key) == 0)
      return &settings[i];
  return NULL;
}

/* A name that no authority of the register bears would leave the roll call empty; before the first
 * file is read there are none to compare with. */
static void
check_home (KithEdit *edit, KithLedger *ledger, const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, ";", -1);
  gsize n;

  kith_ledger_get_rows (ledger, KITH_TABLE_AUTHORITY, &n);
  for (guint i = 0; n > 0 && names[i] != NULL; i++)
    if (!kith_text_is_blank (names[i]) &&
        kith_ledger_find (ledger, KITH_TABLE_AUTHORITY,
                          kith_settings_find_authority (ledger, names[i])) == NULL)
      kith_edit_refuse (edit, "value",
                        _ ("No authority in this register is called “%s”. Write its name as GIAS "
                           "does, or its code."),
                        g_strstrip (names[i]));
}

/**
 * kith_edit_setting:
 * @ledger: what the register says
 * @key: a parameter: "radar.amber"; field "key"
 * @value: (nullable): what it is to be; %NULL for its default; field "value"
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_setting (KithLedger *ledger, const char *key, const char *value)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *problem = kith_settings_dup_problem (key, value);
  const KithSetting *before = find_setting (ledger, key);
  g_autofree char *title = kith_parameter_dup_title (key);
  KithSetting setting;

  if (problem != NULL)
    kith_edit_refuse (edit, "value", "%s", problem);
  else if (strcmp (key, "home") == 0 && value != NULL)
    check_home (edit, ledger, value);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", title);
  if (value == NULL)
    {
      if (before != NULL)
        kith_changeset_remove (edit->changes, KITH_TABLE_SETTING, before->id);
      return kith_edit_end (edit, _ ("Set back to its default: %s"), title);
    }
  kith_row_clear (KITH_TABLE_SETTING, &setting);
  setting.id =
      before != NULL ? before->id : kith_changeset_take_key (edit->changes, KITH_TABLE_SETTING);
  setting.key = key;
  setting.value = value;
  kith_changeset_put (edit->changes, KITH_TABLE_SETTING, &setting);
  return kith_edit_end (edit, _ ("Set: %s %s"), title, value);
}
