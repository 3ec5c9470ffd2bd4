/* golden.h: texts that were looked at once and must not change unnoticed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <string.h>

/* Run the test with --print to write what it has now; say in the commit why it changed. */
static gboolean prints_goldens;

static inline void
begin_goldens (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--print") == 0)
      prints_goldens = TRUE;
}

static inline void
check_golden (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("KITH_GOLDEN"), name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (prints_goldens)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (expected, text) != 0)
    {
      g_auto (GStrv) a = g_strsplit (expected, "\n", -1), b = g_strsplit (text, "\n", -1);
      guint line = 0;

      while (a[line] != NULL && b[line] != NULL && strcmp (a[line], b[line]) == 0)
        line++;
      g_test_message ("%s, line %u\nwas: %s\nis:  %s", path, line + 1, a[line], b[line]);
      g_test_fail ();
    }
}
