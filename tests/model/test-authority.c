/* test-authority.c: telling authorities by code and by name
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-authority.h"
#include "kith-changeset.h"

static void
test_spellings (void)
{
  static const char *const same[][2] = {
    { "Bristol, City of", "Bristol City Council" },
    { "County Durham", "Durham" },
    { "Isles Of Scilly", "Isles of Scilly" },
    { "Herefordshire, County of", "  herefordshire " },
    { "Kingston upon Hull, City of", "City of Kingston upon Hull" },
    { "Stockport Metropolitan Borough Council", "Stockport" },
    { "Windsor and Maidenhead", "Royal Borough of Windsor and Maidenhead" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = kith_authority_dup_key (same[i][0]);
      g_autofree char *b = kith_authority_dup_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, !=, "");
    }
}

static void
test_find (void)
{
  static const KithAuthority rows[] = {
    { 801, "Bristol, City of", "E06000023" },
    { 840, "Durham", NULL },
    { 901, "Twice", NULL },
    { 902, "twice", NULL },
  };
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  g_autoptr (KithLedger) ledger = NULL;
  KithBoundary boundary = {
    .id = 1, .la = KITH_INT_NONE, .name = "County Durham", .gss = "E06000047", .level = "authority"
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    kith_changeset_put (changes, KITH_TABLE_AUTHORITY, &rows[i]);
  ledger = kith_changeset_apply (changes, 1);
  g_assert_cmpint (kith_ledger_find_authority (ledger, "E06000023", "Elsewhere"), ==, 801);
  g_assert_cmpint (kith_ledger_find_authority (ledger, NULL, "City of Bristol"), ==, 801);
  g_assert_cmpint (kith_ledger_find_authority (ledger, NULL, "Twice"), ==, KITH_INT_NONE);
  g_assert_cmpint (kith_ledger_find_authority (ledger, NULL, NULL), ==, KITH_INT_NONE);
  g_assert_cmpint (kith_boundary_find_authority (&boundary, ledger), ==, 840);
  boundary.level = "district";
  g_assert_cmpint (kith_boundary_find_authority (&boundary, ledger), ==, KITH_INT_NONE);
  boundary.la = 801;
  g_assert_cmpint (kith_boundary_find_authority (&boundary, ledger), ==, 801);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/authority/spellings of one name have one key", test_spellings);
  g_test_add_func ("/authority/a code counts before a name, and two names are none", test_find);
  return g_test_run ();
}
