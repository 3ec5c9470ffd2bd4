/* test-person.c: what a person chooses for themselves
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-person.h"
#include "kith-store.h"

static void
test_officer (void)
{
  g_autofree char *account = g_strdup (kith_entry_get_officer ());
  GSettings *settings = kith_person_get_settings ();

  if (settings == NULL)
    {
      g_test_skip ("GSETTINGS_SCHEMA_DIR does not name the folder of the schema");
      return;
    }
  g_assert_true (settings == kith_person_get_settings ());
  g_settings_set_string (settings, KITH_PERSON_OFFICER, " Zoë O’Hara ");
  g_assert_cmpstr (kith_entry_get_officer (), ==, "Zoë O’Hara");
  g_settings_set_string (settings, KITH_PERSON_OFFICER, "  ");
  g_assert_cmpstr (kith_entry_get_officer (), ==, account);
  g_settings_set_string (settings, KITH_PERSON_OFFICER, "Ada Marsh");
  g_settings_reset (settings, KITH_PERSON_OFFICER);
  g_assert_cmpstr (kith_entry_get_officer (), ==, account);
}

static void
test_no_schema (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_unsetenv ("GSETTINGS_SCHEMA_DIR");
  g_setenv ("XDG_DATA_DIRS", "/nonexistent", TRUE);
  g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);
  g_assert_null (kith_person_get_settings ());
  g_assert_null (kith_person_get_settings ());
  g_assert_cmpstr (kith_entry_get_officer (), !=, "");
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (
      "/person/the name that is set stands in entries, and the account’s where none is",
      test_officer);
  g_test_add_func ("/person/a program without its schema runs all the same", test_no_schema);
  return g_test_run ();
}
