/* test-sample-planted.c: from the sample region's files to the findings that it planted
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"
#include "kith-network.h"
#include "kith-roll.h"
#include "kith-sample.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The findings that the roll call knows; the codes of METHODS, section 4. */
static const KithFindingCode known[] = {
  KITH_FINDING_NO_LIVE_LINK,      KITH_FINDING_NO_LOCAL_LINK,
  KITH_FINDING_ODD_ONE_OUT,       KITH_FINDING_OFF_THE_RADAR,
  KITH_FINDING_HANGS_BY_A_THREAD, KITH_FINDING_BEYOND_REACH,
  KITH_FINDING_MEETINGS_ONLY,     KITH_FINDING_ONE_WAY,
  KITH_FINDING_PAPER_AGREEMENT,   KITH_FINDING_SINGLE_AFFILIATION,
  KITH_FINDING_ORPHANED,          KITH_FINDING_SHUNTED,
  KITH_FINDING_CUT_OFF,           KITH_FINDING_VULNERABLE,
};

/* A sample region, and what the program made of it. */
typedef struct
{
  char *path;
  KithLedger *ledger;
  KithRoll *roll;
} Trial;

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static gboolean
is_for_import (const char *name, gboolean with_inspections)
{
  return strcmp (name, "planted.csv") != 0 && strcmp (name, "README.txt") != 0 &&
         (with_inspections || strstr (name, "inspections") == NULL);
}

/* All that is for importing, in the order of the alphabet or against it. */
static GPtrArray *
list_files (const char *path, gboolean is_reversed, gboolean with_inspections)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_for_import (name, with_inspections))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (
          path, g_ptr_array_index (names, is_reversed ? names->len - 1 - i : i), NULL);

      g_ptr_array_add (files, g_file_new_for_path (file));
    }
  return files;
}

static KithPreview *
read_files (KithLedger *ledger, const char *path, gboolean is_reversed, gboolean with_inspections)
{
  const KithImportOptions options = { .today = kith_date_new (2026, 9, 2) };
  g_autoptr (GPtrArray) files = list_files (path, is_reversed, with_inspections);
  g_autoptr (GError) error = NULL;
  KithPreview *preview =
      kith_import_read (ledger, (GFile *const *)files->pdata, files->len, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (preview->reports->len, ==, files->len);
  for (guint r = 0; r < preview->reports->len; r++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, r);

      g_test_message ("%s: %u rejected", report->name, (guint)report->n_rejected);
      g_assert_cmpuint (report->n_rejected, ==, 0);
    }
  return preview;
}

static void
begin (Trial *self, guint64 seed, guint n_schools, gboolean is_reversed, gboolean with_inspections)
{
  KithSampleOptions options = { .seed = seed, .n_schools = n_schools };
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithPreview) preview = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  self->path = g_dir_make_tmp ("kith-planted-XXXXXX", &error);
  folder = g_file_new_for_path (self->path);
  g_assert_true (kith_sample_write (folder, &options, NULL, &error));
  preview = read_files (empty, self->path, is_reversed, with_inspections);
  self->ledger = kith_changeset_apply (preview->changes, 1);
  network = kith_network_new (self->ledger, kith_date_new (2026, 9, 1), NULL, &error);
  g_assert_no_error (error);
  self->roll = kith_roll_new (network, NULL, &error);
  g_assert_no_error (error);
}

static void
end (Trial *self)
{
  g_autoptr (GPtrArray) files = list_files (self->path, FALSE, TRUE);
  static const char *const others[] = { "planted.csv", "README.txt" };

  for (guint f = 0; f < files->len; f++)
    g_file_delete (g_ptr_array_index (files, f), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *file = g_build_filename (self->path, others[i], NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_free (self->path);
  kith_ledger_unref (self->ledger);
  kith_roll_unref (self->roll);
}

static gboolean
is_known (guint code)
{
  for (guint k = 0; k < G_N_ELEMENTS (known); k++)
    if (known[k] + 1 == code)
      return TRUE;
  return FALSE;
}

/* "1:ask (nobody has asked) 4:amber": what the program found of a school or an arrangement. */
static char *
describe_found (const KithFinding *findings, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint code = 1; code <= KITH_N_FINDINGS; code++)
    for (guint f = 0; f < n && is_known (code); f++)
      if (findings[f].code + 1 == code)
        {
          g_string_append_printf (text, " %u:%s", code,
                                  kith_severity_get_key (findings[f].severity));
          if (findings[f].state != NULL && findings[f].urn != KITH_INT_NONE)
            g_string_append_printf (text, " (%s)", findings[f].state);
        }
  return g_string_free (text, FALSE);
}

/* A cell that is quoted where it has a comma in it, in brackets; empty for an empty one. */
static char *
dup_state (const char *cells)
{
  gboolean is_quoted = *cells == '"';
  const char *end = strchr (cells + is_quoted, is_quoted ? '"' : ',');
  g_autofree char *state = g_strndup (cells + is_quoted, (gsize)(end - cells) - (gsize)is_quoted);

  return *state == '\0' ? g_strdup ("") : g_strdup_printf (" (%s)", state);
}

/* The same from planted.csv: for each school listed there, clean ones with nothing. */
static GHashTable *
read_planted (const char *path)
{
  GHashTable *planted = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *file = g_build_filename (path, "planted.csv", NULL);
  g_auto (GStrv) rows = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  rows = g_strsplit (text, "\r\n", -1);
  for (guint r = 1; rows[r] != NULL && *rows[r] != '\0'; r++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[r], ",", 4); /* a quoted cell comes after these */
      g_autofree char *state = dup_state (cells[3]);
      gpointer urn = GINT_TO_POINTER (atoi (cells[0]));
      const char *before = g_hash_table_lookup (planted, urn);

      if (urn == NULL)
        continue; /* on an arrangement */
      g_hash_table_insert (planted, urn,
                           is_known ((guint)atoi (cells[1]))
                               ? g_strdup_printf ("%s %s:%s%s", before != NULL ? before : "",
                                                  cells[1], cells[2], state)
                               : g_strdup (before != NULL ? before : ""));
    }
  return planted;
}

/* For each arrangement in planted.csv, by its name. */
static GHashTable *
read_planted_arrangements (const char *path)
{
  GHashTable *planted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *file = g_build_filename (path, "planted.csv", NULL);
  g_auto (GStrv) rows = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  rows = g_strsplit (text, "\r\n", -1);
  for (guint r = 1; rows[r] != NULL; r++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[r], ",", 4);
      const char *name = strrchr (rows[r], ','), *before;

      if (*rows[r] != ',')
        continue; /* on a school */
      g_assert_true (is_known ((guint)atoi (cells[1])));
      before = g_hash_table_lookup (planted, name + 1);
      g_hash_table_insert (
          planted, g_strdup (name + 1),
          g_strdup_printf ("%s %s:%s", before != NULL ? before : "", cells[1], cells[2]));
    }
  return planted;
}

/* All of them: what is not in planted.csv has no finding. */
static void
compare_arrangements (const Trial *self)
{
  g_autoptr (GHashTable) planted = read_planted_arrangements (self->path);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (self->roll), &(guint){ 0 });
  guint n_rows, n_found = 0;
  const KithRollArrangement *rows = kith_roll_get_arrangements (self->roll, &n_rows);

  for (guint r = 0; r < n_rows; r++)
    {
      const char *name = arrangements[rows[r].arrangement].name;
      const char *expected = g_hash_table_lookup (planted, name);
      g_autofree char *found = describe_found (rows[r].findings, rows[r].n_findings);

      if (strcmp (found, expected != NULL ? expected : "") != 0)
        g_test_message ("%s", name);
      g_assert_cmpstr (found, ==, expected != NULL ? expected : "");
      n_found += expected != NULL;
    }
  g_assert_cmpuint (n_found, ==, g_hash_table_size (planted));
}

static void
compare (const Trial *self, guint n_least)
{
  g_autoptr (GHashTable) planted = read_planted (self->path);
  GHashTableIter each;
  gpointer urn, expected;

  g_assert_cmpuint (g_hash_table_size (planted), >=, n_least);
  g_hash_table_iter_init (&each, planted);
  while (g_hash_table_iter_next (&each, &urn, &expected))
    {
      const KithRollRow *row = kith_roll_find (self->roll, GPOINTER_TO_INT (urn));
      g_autofree char *found = NULL;

      g_assert_nonnull (row);
      found = describe_found (row->findings, row->n_findings);
      if (strcmp (found, expected) != 0)
        g_test_message ("school %d", GPOINTER_TO_INT (urn));
      g_assert_cmpstr (found, ==, expected);
    }
  compare_arrangements (self);
}

static void
test_planted (void)
{
  guint n_seeds = g_test_slow () ? 20 : 2, n_schools = g_test_slow () ? 1000 : 300;

  for (guint seed = 1; seed <= n_seeds; seed++)
    {
      Trial trial;
      guint n_rows;

      g_test_message ("seed %u", seed);
      begin (&trial, seed, n_schools, seed % 2 == 0, TRUE);
      kith_roll_get_rows (trial.roll, &n_rows);
      g_assert_cmpuint (n_rows, ==, n_schools);
      compare (&trial, n_schools / 2);
      end (&trial);
    }
}

static void
test_small (void)
{
  static const guint sizes[] = { 20, 50, 120, 400 };
  guint n_sizes = g_test_slow () ? 4 : 2, n_seeds = g_test_slow () ? 5 : 2;

  for (guint i = 0; i < n_sizes; i++)
    for (guint seed = 1; seed <= n_seeds; seed++)
      {
        Trial trial;

        g_test_message ("%u schools, seed %u", sizes[i], seed);
        begin (&trial, seed, sizes[i], FALSE, TRUE);
        compare (&trial, sizes[i] / 2);
        end (&trial);
      }
}

/* The schools file's own ratings stand in. */
static void
test_without_inspections (void)
{
  guint n_seeds = g_test_slow () ? 20 : 2;

  for (guint seed = 1; seed <= n_seeds; seed++)
    {
      Trial trial;

      g_test_message ("seed %u", seed);
      begin (&trial, seed, 300, FALSE, FALSE);
      compare (&trial, 150);
      end (&trial);
    }
}

static void
test_twice (void)
{
  g_autoptr (KithPreview) again = NULL;
  Trial trial;

  begin (&trial, 4, 100, FALSE, TRUE);
  again = read_files (trial.ledger, trial.path, FALSE, TRUE);
  for (guint r = 0; r < again->reports->len; r++)
    {
      const KithFileReport *report = g_ptr_array_index (again->reports, r);

      g_test_message ("%s", report->name);
      g_assert_cmpuint (report->n_added, ==, 0);
      g_assert_cmpuint (report->n_changed, ==, 0);
    }
  end (&trial);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (
      "/sample-planted/what is planted is found, and nothing of the clean, in any order of files",
      test_planted);
  g_test_add_func ("/sample-planted/the same in small regions", test_small);
  g_test_add_func ("/sample-planted/the same without Ofsted’s file", test_without_inspections);
  g_test_add_func ("/sample-planted/the files a second time change nothing", test_twice);
  return g_test_run ();
}
