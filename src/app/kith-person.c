/* kith-person.c: what the person at this machine has chosen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-person.h"

#include "kith-store.h"

static void
officer_changed_cb (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, KITH_PERSON_OFFICER);

  kith_entry_set_officer (name);
}

/* GIO ends a program that asks for a schema which is not there; one that was not installed must
 * run all the same. */
static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettings *settings;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, KITH_APPLICATION_ID, TRUE);
  if (schema == NULL)
    {
      g_debug ("the schema is not installed: defaults hold");
      return NULL;
    }
  settings = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect (settings, "changed::" KITH_PERSON_OFFICER, G_CALLBACK (officer_changed_cb),
                    NULL);
  officer_changed_cb (settings);
  return settings;
}

/**
 * kith_person_get_settings:
 *
 * On the main thread. From the first call on, the officer's name follows the settings.
 *
 * Returns: (transfer none) (nullable): the person's settings; %NULL where their schema is not
 *   installed, and defaults hold
 */
GSettings *
kith_person_get_settings (void)
{
  static GSettings *settings;
  static gboolean is_looked_for;

  if (!is_looked_for)
    settings = new_settings ();
  is_looked_for = TRUE;
  return settings;
}
