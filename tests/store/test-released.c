/* test-released.c: registers of every schema that was ever released open and read the same
 *
 * With --make FOLDER it writes a register of the present schema and what it says, once for each
 * schema, when that is released.
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-schema-private.h"

#include <glib/gstdio.h>

/* What a register says, and what undo and redo make of it. */
static char *
describe (StoreFixture *fixture)
{
  g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_WRITE);
  g_autoptr (GPtrArray) history = kith_store_read_history (store, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *now = store_dump (store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  for (guint e = 0; e < history->len; e++)
    {
      const KithJournalRow *row = g_ptr_array_index (history, e);

      g_string_append_printf (
          text, "entry %" G_GINT64_FORMAT "|%s|%s|%u|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "\n",
          row->entry, row->who, row->what, row->n_rows, row->undoes, row->undone_by);
    }
  g_string_append_printf (text, "now\n%s", now);
  g_assert_true (kith_store_undo (store, 0, "Ben Oakes", NULL, NULL));
  undone = store_dump (store);
  g_string_append_printf (text, "undone\n%s", undone);
  g_assert_true (kith_store_redo (store, "Ben Oakes", NULL, NULL));
  redone = store_dump (store);
  g_assert_cmpstr (redone, ==, now);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
make (const char *folder)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *stem = g_strdup_printf ("%s/schema-%d", folder, KITH_SCHEMA_VERSION);
  g_autofree char *path = g_strconcat (stem, ".kith", NULL);
  g_autofree char *golden_path = g_strconcat (stem, ".txt", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *golden = NULL;
  gsize size;

  store_fixture_fill (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
  golden = describe (fixture);
  g_assert_true (g_file_set_contents (golden_path, golden, -1, NULL));
}

static void
test_schema (gconstpointer stem)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_strconcat (stem, ".kith", NULL);
  g_autofree char *golden_path = g_strconcat (stem, ".txt", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *golden = NULL;
  g_autofree char *now = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (golden_path, &golden, NULL, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize)size, NULL));
  now = describe (fixture);
  g_assert_cmpstr (now, ==, golden);
}

int
main (int argc, char **argv)
{
  g_autofree char *stem = NULL;

  if (argc == 3 && g_str_equal (argv[1], "--make"))
    {
      make (argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  stem = g_build_filename (argv[1], "schema-1", NULL);
  g_test_add_data_func ("/released/schema 1 reads the same, and its history works", stem,
                        test_schema);
  return g_test_run ();
}
