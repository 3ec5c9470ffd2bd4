/* test-settings.c: parameters, as the register sets them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-edit-setting.h"
#include "kith-parameter.h"
#include "kith-settings.h"

#include <string.h>

static void
put_setting (KithChangeset *changes, const char *key, const char *value)
{
  KithSetting setting;

  kith_row_clear (KITH_TABLE_SETTING, &setting);
  setting.id = kith_changeset_take_key (changes, KITH_TABLE_SETTING);
  setting.key = key;
  setting.value = value;
  kith_changeset_put (changes, KITH_TABLE_SETTING, &setting);
}

static KithSettings *
make_settings (const char *key, const char *value)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  g_autoptr (KithLedger) ledger = NULL;
  KithAuthority surrey;

  kith_row_clear (KITH_TABLE_AUTHORITY, &surrey);
  surrey.code = 936;
  surrey.name = "Surrey";
  kith_changeset_put (changes, KITH_TABLE_AUTHORITY, &surrey);
  put_setting (changes, key, value);
  ledger = kith_changeset_apply (changes, 1);
  return kith_settings_new (ledger);
}

static void
test_home (void)
{
  g_autoptr (KithSettings) both = make_settings ("home", "850; surrey ");
  g_autoptr (KithSettings) wrong = make_settings ("home", "Surey");
  g_autoptr (KithSettings) none = make_settings ("home", " ");

  g_assert_cmpuint (both->n_home, ==, 2);
  g_assert_cmpint (both->home[0], ==, 850);
  g_assert_cmpint (both->home[1], ==, 936);
  /* a name that nobody bears is no authority, and not every authority */
  g_assert_cmpuint (wrong->n_home, ==, 1);
  g_assert_cmpint (wrong->home[0], ==, 0);
  g_assert_cmpuint (none->n_home, ==, 0);
}

static void
test_values (void)
{
  g_autoptr (KithSettings) set = make_settings ("radar.amber", "3");
  g_autoptr (KithSettings) word = make_settings ("radar.amber", "three");
  g_autoptr (KithSettings) below = make_settings ("radar.amber", "-1");
  g_autoptr (KithSettings) kind = make_settings ("kind.hub.half-life", "100");

  g_assert_cmpfloat (set->radar_amber, ==, 3);
  g_assert_cmpfloat (word->radar_amber, ==, 2);
  g_assert_cmpfloat (below->radar_amber, ==, 2);
  g_assert_cmpfloat (kind->half_life[KITH_KIND_HUB], ==, 100);
  g_assert_cmpfloat (kind->half_life[KITH_KIND_PAIRING], ==, 180);
}

static void
test_problems (void)
{
  static const struct
  {
    const char *key, *value;
    gboolean is_fine;
  } cases[] = {
    { "radar.amber", "3", TRUE },          { "radar.amber", "many", FALSE },
    { "radar.green", "3", FALSE },         { "radar.amber", NULL, TRUE },
    { "assembly.schools", NULL, TRUE },    { "assembly.schools", "1", FALSE },
    { "kind.hub.half-life", "365", TRUE }, { "kind.trust.half-life", "365", FALSE },
    { "kind.sponsor.weight", "1", FALSE }, { "home", "Surrey", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = kith_settings_dup_problem (cases[i].key, cases[i].value);

      g_test_message ("%s = %s", cases[i].key, cases[i].value);
      g_assert_cmpint (problem == NULL, ==, cases[i].is_fine);
    }
}

/* Each parameter that can be set has words, once, and its default can be set. */
static void
test_parameters (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (GPtrArray) parameters = kith_parameter_list ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (parameters->len, >, 70);
  for (guint p = 0; p < parameters->len; p++)
    {
      const KithParameter *parameter = parameters->pdata[p];
      g_autofree char *standard = g_strdup_printf ("%.17g", parameter->standard);
      g_autoptr (KithEdit) edit = kith_edit_setting (empty, parameter->key, standard);

      g_assert_true (g_hash_table_add (keys, parameter->key));
      g_assert_cmpuint (edit->problems->len, ==, 0);
      g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, 1);
      g_assert_nonnull (strstr (edit->what, parameter->title));
      g_assert_cmpfloat (parameter->least, <=, parameter->standard);
      g_assert_cmpfloat (parameter->standard, <=, parameter->most);
    }
}

static void
test_edit (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  g_autoptr (KithLedger) ledger = NULL;
  KithAuthority surrey;
  static const struct
  {
    const char *key, *value;
    gboolean is_good;
  } cases[] = {
    { "radar.amber", "2.5", TRUE },
    { "radar.gaps", "5", TRUE },
    { "radar.gaps", "5.5", FALSE },
    { "radar.gaps", "five", FALSE },
    { "radar.gaps", "0", FALSE },
    { "radar.green", "2", FALSE },
    { "home", "936", TRUE },
    { "home", "surrey; ", TRUE },
    { "home", "Surrey;Surey", FALSE },
    { "kind.hub.half-life", "100", TRUE },
    { "kind.trust.half-life", "100", FALSE },
  };

  kith_row_clear (KITH_TABLE_AUTHORITY, &surrey);
  surrey.code = 936;
  surrey.name = "Surrey";
  kith_changeset_put (changes, KITH_TABLE_AUTHORITY, &surrey);
  put_setting (changes, "radar.red", "7");
  ledger = kith_changeset_apply (changes, 1);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithEdit) edit = kith_edit_setting (ledger, cases[c].key, cases[c].value);

      g_assert_cmpuint (edit->problems->len, ==, cases[c].is_good ? 0 : 1);
      g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, cases[c].is_good ? 1 : 0);
    }
  {
    g_autoptr (KithEdit) again = kith_edit_setting (ledger, "radar.red", "7");
    g_autoptr (KithEdit) back = kith_edit_setting (ledger, "radar.red", NULL);
    g_autoptr (KithEdit) none = kith_edit_setting (ledger, "radar.amber", NULL);

    g_assert_cmpuint (kith_changeset_get_size (again->changes), ==, 0);
    g_assert_cmpuint (kith_changeset_count (back->changes, KITH_TABLE_SETTING, KITH_CHANGE_REMOVE),
                      ==, 1);
    g_assert_cmpuint (kith_changeset_get_size (none->changes), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/home is codes or names, and a wrong name is not everybody",
                   test_home);
  g_test_add_func ("/settings/a value out of range is the default", test_values);
  g_test_add_func ("/settings/what cannot be set is said", test_problems);
  g_test_add_func ("/settings/each parameter has words, and its default is allowed",
                   test_parameters);
  g_test_add_func ("/settings/what cannot be set is told, and nothing is changed", test_edit);
  return g_test_run ();
}
