/* kith-preview.c: what came of each file, and of all of them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-preview-private.h"

#include <glib/gi18n.h>

/* The register keeps so many problems of a file, a line each; the list on screen has all. */
#define MAX_KEPT_PROBLEMS 1000u

/* What a summary counts, the most telling first. */
static const struct
{
  KithTable table;
  const char *added[2]; /* one, many */
  const char *changed[2];
} counted[] = {
  { KITH_TABLE_SCHOOL,
    { N_ ("%s school added"), N_ ("%s schools added") },
    { N_ ("%s school changed"), N_ ("%s schools changed") } },
  { KITH_TABLE_SCHOOL_LINK,
    { N_ ("%s link between schools added"), N_ ("%s links between schools added") },
    { N_ ("%s link between schools changed"), N_ ("%s links between schools changed") } },
  { KITH_TABLE_ARRANGEMENT,
    { N_ ("%s arrangement added"), N_ ("%s arrangements added") },
    { N_ ("%s arrangement changed"), N_ ("%s arrangements changed") } },
  { KITH_TABLE_MEMBERSHIP,
    { N_ ("%s membership added"), N_ ("%s memberships added") },
    { N_ ("%s membership changed"), N_ ("%s memberships changed") } },
  { KITH_TABLE_MEASURE,
    { N_ ("%s figure added"), N_ ("%s figures added") },
    { N_ ("%s figure changed"), N_ ("%s figures changed") } },
  { KITH_TABLE_INSPECTION,
    { N_ ("%s inspection outcome added"), N_ ("%s inspection outcomes added") },
    { N_ ("%s inspection outcome changed"), N_ ("%s inspection outcomes changed") } },
  { KITH_TABLE_PERSON,
    { N_ ("%s person added"), N_ ("%s people added") },
    { N_ ("%s person changed"), N_ ("%s people changed") } },
  { KITH_TABLE_CONTACT,
    { N_ ("%s contact added"), N_ ("%s contacts added") },
    { N_ ("%s contact changed"), N_ ("%s contacts changed") } },
  { KITH_TABLE_ACTION,
    { N_ ("%s action added"), N_ ("%s actions added") },
    { N_ ("%s action changed"), N_ ("%s actions changed") } },
  { KITH_TABLE_NEED,
    { N_ ("%s need added"), N_ ("%s needs added") },
    { N_ ("%s need changed"), N_ ("%s needs changed") } },
  { KITH_TABLE_ENQUIRY,
    { N_ ("%s enquiry added"), N_ ("%s enquiries added") },
    { N_ ("%s enquiry changed"), N_ ("%s enquiries changed") } },
  { KITH_TABLE_BOUNDARY,
    { N_ ("%s boundary added"), N_ ("%s boundaries added") },
    { N_ ("%s boundary changed"), N_ ("%s boundaries changed") } },
};

static void
free_problem (gpointer data)
{
  KithProblem *problem = data;

  g_free (problem->column);
  g_free (problem->value);
  g_free (problem->reason);
  g_free (problem);
}

/**
 * kith_file_report_new:
 * @name: (transfer full): the file's name
 * @kind: what it was recognised as
 *
 * Returns: (transfer full): a report without rows
 */
KithFileReport *
kith_file_report_new (char *name, KithFileKind kind)
{
  KithFileReport *self = g_new0 (KithFileReport, 1);

  self->name = name;
  self->kind = kind;
  self->problems = g_ptr_array_new_with_free_func (free_problem);
  return self;
}

/**
 * kith_file_report_free:
 * @data: (nullable): a report
 */
void
kith_file_report_free (gpointer data)
{
  KithFileReport *self = data;

  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * kith_file_report_dup_problems:
 *
 * Returns: (transfer full) (nullable): what the register keeps of the problems, a line each
 */
char *
kith_file_report_dup_problems (const KithFileReport *self)
{
  GString *lines;

  if (self->problems->len == 0)
    return NULL;
  lines = g_string_new (NULL);
  for (guint i = 0; i < self->problems->len && i < MAX_KEPT_PROBLEMS; i++)
    {
      const KithProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->row > 0)
        g_string_append_printf (lines, _ ("row %lu: "), (gulong)problem->row);
      if (problem->column != NULL)
        g_string_append_printf (lines, "%s: ", problem->column);
      if (!kith_text_is_blank (problem->value))
        g_string_append_printf (lines, "“%s”: ", problem->value);
      g_string_append_printf (lines, "%s\n", problem->reason);
    }
  if (self->problems->len > MAX_KEPT_PROBLEMS)
    g_string_append_printf (lines, _ ("and %u more\n"), self->problems->len - MAX_KEPT_PROBLEMS);
  return g_string_free (lines, FALSE);
}

static void
append_count (GString *text, const char *const words[2], guint n)
{
  g_autofree char *count = NULL;
  g_auto (GStrv) parts = NULL;

  if (n == 0)
    return;
  count = kith_text_dup_count (n);
  parts = g_strsplit (ngettext (words[0], words[1], n), "%s", 2);
  g_string_append (text, text->len > 0 ? ", " : "");
  g_string_append_printf (text, "%s%s%s", parts[0], count, parts[1]);
}

/**
 * kith_preview_dup_summary:
 * @n_files: how many files were read
 *
 * Returns: (transfer full): "Import of 3 files: 728 schools added"
 */
char *
kith_preview_dup_summary (const KithPreview *self, guint n_files)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autofree char *files = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      append_count (counts, counted[i].added,
                    kith_changeset_count (self->changes, counted[i].table, KITH_CHANGE_ADD));
      append_count (counts, counted[i].changed,
                    kith_changeset_count (self->changes, counted[i].table, KITH_CHANGE_ALTER));
    }
  if (counts->len == 0)
    g_string_append (counts, _ ("nothing new"));
  if (n_files == 1 && self->reports->len > 0)
    {
      const KithFileReport *report = g_ptr_array_index (self->reports, 0);

      files = g_strdup (report->name);
    }
  else
    files = g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);
  return g_strdup_printf (_ ("Import of %s: %s"), files, counts->str);
}

/**
 * kith_import_dup_rejects:
 * @preview: what came of some files
 *
 * Returns: (transfer full): the rows that were left out, as CSV: file,row,column,value,reason
 */
char *
kith_import_dup_rejects (const KithPreview *preview)
{
  GString *csv = g_string_new ("file,row,column,value,reason\n");

  for (guint r = 0; r < preview->reports->len; r++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, r);

      for (guint i = 0; i < report->problems->len; i++)
        {
          const KithProblem *problem = g_ptr_array_index (report->problems, i);

          if (!problem->is_rejection)
            continue;
          kith_text_append_csv (csv, report->name);
          g_string_append_printf (csv, ",%" G_GUINT64_FORMAT ",", problem->row);
          kith_text_append_csv (csv, problem->column);
          g_string_append_c (csv, ',');
          kith_text_append_csv (csv, problem->value);
          g_string_append_c (csv, ',');
          kith_text_append_csv (csv, problem->reason);
          g_string_append_c (csv, '\n');
        }
    }
  return g_string_free (csv, FALSE);
}

/**
 * kith_preview_free:
 * @self: (nullable): a preview
 */
void
kith_preview_free (KithPreview *self)
{
  if (self == NULL)
    return;
  kith_changeset_unref (self->changes);
  if (self->reports != NULL)
    g_ptr_array_unref (self->reports);
  g_free (self->summary);
  g_free (self);
}
