/* test-sample.c: the sample region
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-sample.h"

#include <glib/gstdio.h>
#include <stdlib.h>
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

/* The next cell of a row; no cell of the region holds a quotation mark. */
static char *
take_cell (char **row)
{
  gboolean is_quoted = **row == '"';
  char *cell = *row + is_quoted, *end = strchr (cell, is_quoted ? '"' : ',');

  if (end == NULL)
    end = cell + strlen (cell);
  *row = end + (*end == '"');
  if (**row == ',')
    (*row)++;
  *end = '\0';
  return cell;
}

/* Numbers in column @column of a file. */
static GHashTable *
list_numbers (const char *path, const char *name, guint column)
{
  g_autofree char *text = read_file (path, name, NULL);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint r = 1; rows[r] != NULL && *rows[r] != '\0'; r++)
    {
      char *row = rows[r], *cell = NULL;

      for (guint c = 0; c <= column; c++)
        cell = take_cell (&row);
      g_hash_table_add (numbers, GINT_TO_POINTER (atoi (cell)));
    }
  return numbers;
}

static void
test_urns (void)
{
  static const struct
  {
    const char *name;
    guint column;
  } files[] = {
    { "links_edubasealldata20260901.csv", 0 },
    { "links_edubasealldata20260901.csv", 1 },
    { "group-links-2025-09-01.csv", 1 },
    { "group-links-2026-09-01.csv", 1 },
    { "contacts.csv", 3 },
    { "needs.csv", 0 },
    { "enquiries.csv", 0 },
    { "actions.csv", 1 },
    { "2024-2025_region_ks4final.csv", 1 },
    { "grouplinks_edubaseallacademiesandfree20220901.csv", 0 },
    { "planted.csv", 0 },
    { "partnerships.csv", 17 },
  };
  char *path = make_region (3, 400);
  g_autoptr (GHashTable) known = list_numbers (path, "edubasealldata20260901.csv", 0);
  guint n_outside = 0;

  g_assert_cmpuint (g_hash_table_size (known), ==, 816);
  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autoptr (GHashTable) used = list_numbers (path, files[f].name, files[f].column);
      GHashTableIter each;
      gpointer urn;

      g_test_message ("%s", files[f].name);
      g_hash_table_iter_init (&each, used);
      while (g_hash_table_iter_next (&each, &urn, NULL))
        if (GPOINTER_TO_INT (urn) >= 899001)
          n_outside++; /* planted: schools that no file holds */
        else if (urn != NULL)
          g_assert_true (g_hash_table_contains (known, urn));
    }
  g_assert_cmpuint (n_outside, >=, 3);
  remove_region (path);
}

static guint
count_rows (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    {
      n++;
      text++;
    }
  return n;
}

static void
test_mix (void)
{
  char *path = make_region (5, 1000);
  g_autofree char *text = read_file (path, "edubasealldata20260901.csv", NULL);
  g_auto (GStrv) rows = g_strsplit (text, "\r\n", -1);
  guint n_primary = 0, n_secondary = 0, n_special = 0, n_academies = 0;

  /* those in scope come first */
  for (guint r = 1; r <= 1000; r++)
    {
      g_assert_null (strstr (rows[r], "\"Closed\""));
      g_assert_null (strstr (rows[r], "\"Independent schools\""));
      n_primary += strstr (rows[r], ",\"2\",\"Primary\",") != NULL;
      n_secondary += strstr (rows[r], ",\"4\",\"Secondary\",") != NULL;
      n_special += strstr (rows[r], "special") != NULL;
      n_academies += strstr (rows[r], "\"Academies\"") != NULL;
    }
  /* 14, 3.2, 1.2, 1.3, 0.7, 0.35 and 0.25 % rounded are 211, which leaves */
  g_assert_cmpuint (n_primary, ==, 789);
  g_assert_cmpuint (n_secondary, ==, 140);
  g_assert_cmpuint (n_special, ==, 32);
  g_assert_cmpuint (n_academies, >, 350);
  g_assert_cmpuint (n_academies, <, 600);
  g_assert_cmpuint (count_rows (text, "\"Independent schools\""), ==, 100);
  g_assert_cmpuint (count_rows (text, "\"Children's Centres\""), ==, 100);
  g_assert_cmpuint (count_rows (text, "\"2\",\"Closed\""), >, 600);
  remove_region (path);
}

/* "[ -1.234567, 52.123456 ]": each point of the outlines, and how many rings it is in. */
static void
test_boundaries (void)
{
  char *path = make_region (2, 1000);
  g_autofree char *text = read_file (path, "boundaries.geojson", NULL);
  g_auto (GStrv) rings = g_strsplit (text, "[ [ ", -1);
  g_autoptr (GHashTable) points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shared = 0, n_points = 0, n_thrice = 0;
  GHashTableIter each;
  gpointer n;

  g_assert_cmpuint (g_strv_length (rings), ==, 1 + 10);
  for (guint r = 1; rings[r] != NULL; r++)
    {
      g_auto (GStrv) ring = NULL;
      guint last;

      *strstr (rings[r], " ] ]") = '\0';
      ring = g_strsplit (rings[r] + 2, " ], [ ", -1);
      last = g_strv_length (ring) - 1;
      g_assert_cmpuint (last, >, 10);
      g_assert_cmpstr (ring[0], ==, ring[last]);
      for (guint p = 0; p < last; p++)
        {
          char *north;
          double longitude = g_ascii_strtod (ring[p], &north);
          double latitude = g_ascii_strtod (north + 2, NULL);

          g_assert_cmpfloat (longitude, >, -2.6);
          g_assert_cmpfloat (longitude, <, 0.2);
          g_assert_cmpfloat (latitude, >, 50.9);
          g_assert_cmpfloat (latitude, <, 52.9);
          n = g_hash_table_lookup (points, ring[p]);
          g_hash_table_insert (points, g_strdup (ring[p]),
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
        }
    }
  g_hash_table_iter_init (&each, points);
  while (g_hash_table_iter_next (&each, NULL, &n))
    {
      g_assert_cmpuint (GPOINTER_TO_UINT (n), <=, 3);
      n_points++;
      n_shared += GPOINTER_TO_UINT (n) == 2;
      n_thrice += GPOINTER_TO_UINT (n) == 3;
    }
  /* three rows of three, three and four: all borders within have two sides, and corners three */
  g_assert_cmpuint (n_shared * 3, >, n_points);
  g_assert_cmpuint (n_thrice, >=, 8);
  remove_region (path);
}

static void
test_planted (void)
{
  static const char *const codes[] = {
    ",1,red,",
    ",1,ask,nobody has asked",
    ",1,ask,\"answered, not recorded\"",
    ",1,ask,tied only to schools outside",
    ",2,amber,",
    ",3,amber,",
    ",3,ask,",
    ",4,amber,",
    ",4,red,",
    ",5,red,",
    ",6,amber,",
    ",7,amber,",
    ",7,red,",
    ",7,ask,",
    ",8,amber,",
    ",9,amber,",
    ",10,amber,",
    ",12,note,",
    ",14,amber,",
    ",14,red,",
  };
  char *path = make_region (11, 1000);
  g_autofree char *text = read_file (path, "planted.csv", NULL);

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    {
      g_test_message ("%s", codes[c]);
      g_assert_cmpuint (count_rows (text, codes[c]), >=, 3);
    }
  g_assert_cmpuint (count_rows (text, ",11,note,"), >=, 3);
  g_assert_cmpuint (count_rows (text, ",13,note,"), >=, 3);
  g_assert_cmpuint (count_rows (text, ",13,ask,"), >=, 2);
  g_assert_cmpuint (count_rows (text, ",clean,"), >=, 300);
  remove_region (path);
}

static void
test_sizes (void)
{
  static const guint sizes[] = { 20, 50, 1000, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *path = make_region (1, sizes[i]);
      g_autofree char *text = read_file (path, "edubasealldata20260901.csv", NULL);
      g_autofree char *planted = read_file (path, "planted.csv", NULL);

      g_assert_cmpuint (count_rows (text, "\r\n"), ==, 1 + (sizes[i] * 20408 + 5000) / 10000);
      g_assert_cmpuint (count_rows (planted, ",clean,") * 100, >=, sizes[i] * 30);
      remove_region (path);
    }
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
  g_test_add_func ("/sample/every URN is that of an establishment, planted outside schools aside",
                   test_urns);
  g_test_add_func ("/sample/phases, types and closed schools are mixed as in England", test_mix);
  g_test_add_func ("/sample/boundaries are closed, inland, and shared point by point",
                   test_boundaries);
  g_test_add_func ("/sample/each finding is planted three times in a thousand schools",
                   test_planted);
  g_test_add_func ("/sample/twenty schools and five thousand are a region too, a third of it clean",
                   test_sizes);
  g_test_add_func ("/sample/a region of three schools is refused", test_refusals);
  g_test_add_func ("/sample/a cancelled job leaves nothing behind", test_cancelled);
  return g_test_run ();
}
