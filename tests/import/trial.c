/* trial.c: a ledger under test, and files written for it on the spot
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include <string.h>

/* Returns: (transfer full): an empty ledger and an empty folder; today is 1 September 2026 */
Trial *
trial_new (void)
{
  Trial *self = g_new0 (Trial, 1);

  self->ledger = kith_ledger_new_empty ();
  self->folder = g_dir_make_tmp ("kith-trial-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->options.today = kith_date_new (2026, 9, 1);
  return self;
}

static void
remove_all (GFile *folder)
{
  g_autoptr (GFileEnumerator) all = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *child;

  while (all != NULL && g_file_enumerator_iterate (all, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (folder, NULL, NULL);
}

void
trial_free (Trial *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  remove_all (folder);
  kith_ledger_unref (self->ledger);
  g_free (self->folder);
  g_free (self);
}

/* Returns: (transfer full): a file with @text, in a folder of its own where @name has a slash */
GFile *
trial_write (Trial *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* Reads a file and leaves the ledger as it is. */
KithPreview *
trial_try (Trial *self, const char *name, const char *text, GError **error)
{
  g_autoptr (GFile) file = trial_write (self, name, text);
  KithPreview *preview = kith_import_read (self->ledger, &file, 1, &self->options, NULL, error);

  /* whatever is read, the five counts add up to the rows */
  for (guint r = 0; preview != NULL && r < preview->reports->len; r++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, r);

      g_assert_cmpuint (report->n_rows, ==,
                        report->n_added + report->n_changed + report->n_unchanged +
                            report->n_rejected + report->n_skipped);
    }
  return preview;
}

/* The ledger after the preview's changes. */
void
trial_accept (Trial *self, KithPreview *preview)
{
  KithLedger *after =
      kith_changeset_apply (preview->changes, kith_ledger_get_head (self->ledger) + 1);

  kith_ledger_unref (self->ledger);
  self->ledger = after;
}

/* Reads a file, which must do, and accepts it. */
KithPreview *
trial_read (Trial *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  KithPreview *preview = trial_try (self, name, text, &error);

  g_assert_no_error (error);
  trial_accept (self, preview);
  return preview;
}

/* Returns: (transfer full): "+added ~changed =unchanged !rejected -skipped" */
char *
trial_count (KithPreview *preview, guint i)
{
  const KithFileReport *report = g_ptr_array_index (preview->reports, i);

  return g_strdup_printf ("+%d ~%d =%d !%d -%d", (int)report->n_added, (int)report->n_changed,
                          (int)report->n_unchanged, (int)report->n_rejected,
                          (int)report->n_skipped);
}

/* Figures with ten digits, as a person would write them. */
static char *
dup_field (const KithField *field, const void *row)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (field->type == KITH_FIELD_REAL && !kith_field_is_blank (field, row))
    return g_strdup (
        g_ascii_formatd (number, sizeof number, "%.10g", kith_field_get_real (field, row)));
  return kith_field_dup_text (field, row);
}

static int
compare_lines (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Returns: (transfer full): the rows of a table, sorted: "100001 Alder|100002 Beech" */
char *
trial_list (KithLedger *ledger, const char *table_name, const char *fields)
{
  KithTable table = kith_table_find (table_name);
  const KithTableInfo *info = kith_table_get_info (table);
  g_auto (GStrv) names = g_strsplit (fields, ",", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gsize n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);

  for (gsize r = 0; r < n; r++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; names[i] != NULL; i++)
        for (guint f = 0; f < info->n_fields; f++)
          if (strcmp (info->fields[f].name, names[i]) == 0)
            g_ptr_array_add (cells, dup_field (&info->fields[f], rows + r * info->row_size));
      g_assert_cmpuint (cells->len, ==, g_strv_length (names));
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (lines, g_strjoinv (" ", (char **)cells->pdata));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("|", (char **)lines->pdata);
}

/* What came of the first file: "+2 ~0 =0 !0 -1". */
void
trial_assert_count (KithPreview *preview, const char *count)
{
  g_autofree char *text = trial_count (preview, 0);

  g_assert_cmpstr (text, ==, count);
}

void
trial_assert_list (Trial *self, const char *table, const char *fields, const char *rows)
{
  g_autofree char *text = trial_list (self->ledger, table, fields);

  g_assert_cmpstr (text, ==, rows);
}
