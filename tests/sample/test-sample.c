/* test-sample.c: the sample region
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-sample.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
make_region (guint64 seed, guint n_schools)
{
  KithSampleOptions options = { .seed = seed, .n_schools = n_schools };
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("kith-sample-XXXXXX", &error);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_assert_no_error (error);
  g_assert_true (kith_sample_write (folder, &options, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static void
remove_region (char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_free (path);
}

static char *
read_file (const char *path, const char *name, gsize *length)
{
  g_autofree char *file = g_build_filename (path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (file, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_same_bytes (void)
{
  char *one = make_region (7, 200);
  char *same = make_region (7, 200);
  char *other = make_region (8, 200);
  g_autoptr (GDir) folder = g_dir_open (one, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      gsize n_one, n_same, n_other;
      g_autofree char *a = read_file (one, name, &n_one);
      g_autofree char *b = read_file (same, name, &n_same);
      g_autofree char *c = read_file (other, name, &n_other);

      g_assert_cmpmem (a, n_one, b, n_same);
      if (strcmp (name, "README.txt") != 0)
        g_assert_true (n_one != n_other || memcmp (a, c, n_one) != 0);
      n_files++;
    }
  g_assert_cmpuint (n_files, >=, 15);
  remove_region (one);
  remove_region (same);
  remove_region (other);
}

static void
test_refusals (void)
{
  KithSampleOptions options = { .n_schools = 3 };
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent-folder-of-kith");
  g_autoptr (GError) error = NULL;

  g_assert_false (kith_sample_write (folder, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_cancelled (void)
{
  g_autoptr (KithJob) job = kith_job_new ("sample");
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("kith-sample-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GDir) left = NULL;

  kith_job_cancel (job);
  g_assert_false (kith_sample_write (folder, NULL, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = g_dir_open (path, 0, NULL);
  g_assert_null (g_dir_read_name (left));
  remove_region (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/the same seed gives the same bytes, another seed others",
                   test_same_bytes);
  g_test_add_func ("/sample/a region of three schools is refused", test_refusals);
  g_test_add_func ("/sample/a cancelled job leaves nothing behind", test_cancelled);
  return g_test_run ();
}
