/* kith-import.c: files in; what they would change, and what is wrong with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-import.h"

#include "kith-digest-private.h"
#include "kith-file-kinds-private.h"
#include "kith-preview-private.h"
#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (kith - import - error - quark, kith_import_error)

/* Sheet of a file that is of a kind that Kith reads. */
typedef struct
{
  GFile *file;
  guint sheet;
  char *sheet_name; /* NULL where the file has no sheets */
  KithFileKind kind;
  KithFileReport *report;
  guint64 n_bytes;
} Part;

/* The import under way. */
typedef struct
{
  KithLedger *base;
  KithChangeset *changes;
  const KithImportOptions *options;
  KithJob *job;
  GPtrArray *parts;
  GPtrArray *reports;
  KithWorkbooks *workbooks; /* NULL before the first */
  GPtrArray *sources;       /* of KithSource: in the base, then of this import */
} Import;

/* A file of outlines begins with a brace or a tag. */
static gboolean
is_outline (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[256];
  gsize n = 0;
  gsize i = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, NULL))
    return FALSE;
  if (n >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  while (i < n && g_ascii_isspace (head[i]))
    i++;
  return i < n && (head[i] == '{' || head[i] == '<');
}

static guint64
measure_size (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info == NULL ? 0 : (guint64)g_file_info_get_size (info);
}

static char *
dup_name (GFile *file, const char *sheet)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_utf8_make_valid (base, -1);

  return sheet == NULL ? g_steal_pointer (&name) : g_strdup_printf ("%s: %s", name, sheet);
}

/* Finds the day or the year that a file of this kind needs; never guesses. */
static gboolean
find_time (Import *self, GFile *file, KithFileReport *report, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);

  report->dated = kith_file_name_find_dated (base);
  if (report->dated == KITH_DATE_UNKNOWN)
    report->dated = self->options->dated;
  if (kith_file_kind_get_needs (report->kind) == KITH_FILE_NEEDS_DATED &&
      report->dated == KITH_DATE_UNKNOWN)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_DATED,
                   _ ("“%s” does not say of which day it tells. Give the day on which it was "
                      "downloaded."),
                   report->name);
      return FALSE;
    }
  if (kith_file_kind_get_needs (report->kind) != KITH_FILE_NEEDS_YEAR)
    return TRUE;
  /* performance tables belong to a year, and a day in their name is no day of theirs */
  report->dated = KITH_DATE_UNKNOWN;
  report->year = kith_file_find_year (file);
  if (report->year == 0)
    report->year = self->options->year;
  return TRUE;
}

static void
add_part (Import *self, GFile *file, guint sheet, const char *sheet_name, KithFileReport *report)
{
  Part *part = g_new0 (Part, 1);

  part->file = g_object_ref (file);
  part->sheet = sheet;
  part->sheet_name = g_strdup (sheet_name);
  part->kind = report->kind;
  part->report = report;
  part->n_bytes = measure_size (file);
  g_ptr_array_add (self->parts, part);
}

static void
free_part (gpointer data)
{
  Part *part = data;

  g_object_unref (part->file);
  g_free (part->sheet_name);
  g_free (part);
}

static gboolean
plan_outline (Import *self, GFile *file, GError **error)
{
  KithFileReport *report = kith_file_report_new (dup_name (file, NULL), KITH_FILE_BOUNDARIES);

  g_ptr_array_add (self->reports, report);
  add_part (self, file, 0, NULL, report);
  return find_time (self, file, report, error);
}

/* Goes through the sheets of a file and tells of what kind each is. */
static gboolean
plan_file (Import *self, GFile *file, GError **error)
{
  g_autoptr (KithRows) rows = NULL;
  g_autoptr (GError) reason = NULL;
  guint n_planned = self->parts->len;

  if (kith_file_kind_get_reader (KITH_FILE_BOUNDARIES) != NULL && is_outline (file))
    return plan_outline (self, file, error);
  rows = kith_rows_open (file, self->job, error);
  if (rows == NULL)
    return FALSE;
  for (guint sheet = 0; kith_rows_next_sheet (rows, &reason); sheet++)
    {
      KithFileKind kind = kith_file_kind_recognise (rows);
      KithFileReport *report;

      if (kind == KITH_N_FILE_KINDS)
        continue;
      report = kith_file_report_new (dup_name (file, kith_rows_get_sheet (rows)), kind);
      g_ptr_array_add (self->reports, report);
      add_part (self, file, sheet, kith_rows_get_sheet (rows), report);
      if (!find_time (self, file, report, error))
        return FALSE;
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (self->parts->len == n_planned)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_KIND,
                   _ ("“%s” is of no kind that Kith reads: its first row is not the header of a "
                      "register file, a performance table, a census, a list of inspections or an "
                      "officers’ workbook."),
                   kith_rows_get_name (rows));
      return FALSE;
    }
  return TRUE;
}

/* In which order kinds are read: what others refer to comes first. */
static int
get_rank (KithFileKind kind)
{
  switch (kind)
    {
    case KITH_FILE_ACADEMY_LINKS:
      return KITH_FILE_GROUP_LINKS;
    case KITH_FILE_PEOPLE:
      return KITH_FILE_PARTNERSHIPS;
    case KITH_FILE_PARTNERSHIPS:
      return KITH_FILE_CONTACTS;
    case KITH_FILE_CONTACTS:
      return KITH_FILE_ACTIONS;
    case KITH_FILE_ACTIONS:
      return KITH_FILE_PEOPLE;
    default:
      return (int)kind;
    }
}

/* By kind, then the older before the newer, then by name, so that the order in which files
 * are given changes nothing. */
static int
compare_parts (const void *a, const void *b)
{
  const Part *x = *(Part *const *)a;
  const Part *y = *(Part *const *)b;

  if (get_rank (x->kind) != get_rank (y->kind))
    return get_rank (x->kind) - get_rank (y->kind);
  if (x->report->dated != y->report->dated)
    return x->report->dated < y->report->dated ? -1 : 1;
  if (x->report->year != y->report->year)
    return x->report->year - y->report->year;
  return strcmp (x->report->name, y->report->name);
}

/* Whether @name, a source's, is of the same sheet: the file itself may be called otherwise. */
static gboolean
is_same_sheet (const Part *part, const char *name)
{
  g_autofree char *ending =
      part->sheet_name == NULL ? NULL : g_strdup_printf (": %s", part->sheet_name);

  return ending == NULL || g_str_has_suffix (name, ending);
}

static const KithSource *
find_source (const Import *self, const Part *part, const char *sha256)
{
  for (guint i = 0; sha256 != NULL && i < self->sources->len; i++)
    {
      const KithSource *source = g_ptr_array_index (self->sources, i);

      if (g_strcmp0 (source->sha256, sha256) == 0 &&
          g_strcmp0 (source->kind, kith_file_kind_get_key (part->kind)) == 0 &&
          is_same_sheet (part, source->name) && source->dated == part->report->dated &&
          (part->report->year == 0 || source->year == part->report->year))
        return source;
    }
  return NULL;
}

/* The same bytes were read before: every row that went in then is known. */
static void
report_as_before (KithFileReport *report, const KithSource *source)
{
  report->n_rows = (guint64)source->n_rows;
  report->n_skipped = (guint64)source->n_skipped;
  report->n_unchanged = report->n_rows - report->n_skipped;
  if (source->year != KITH_INT_NONE)
    report->year = (int)source->year;
}

static void
put_source (Import *self, const KithReading *reading, const char *sha256)
{
  const KithFileReport *report = reading->report;
  g_autofree char *problems = kith_file_report_dup_problems (report);
  KithSource source;

  kith_row_clear (KITH_TABLE_SOURCE, &source);
  source.id = reading->source_id;
  source.name = report->name;
  source.kind = kith_file_kind_get_key (report->kind);
  source.dated = report->dated;
  if (report->year != 0)
    source.year = report->year;
  source.read_on =
      self->options->today != KITH_DATE_UNKNOWN ? self->options->today : kith_date_today ();
  source.n_rows = (gint64)report->n_rows;
  source.n_added = (gint64)report->n_added;
  source.n_changed = (gint64)report->n_changed;
  source.n_unchanged = (gint64)report->n_unchanged;
  source.n_rejected = (gint64)report->n_rejected;
  source.n_skipped = (gint64)report->n_skipped;
  source.sha256 = sha256;
  source.problems = problems;
  kith_changeset_put (self->changes, KITH_TABLE_SOURCE, &source);
  g_ptr_array_add (self->sources,
                   (gpointer)kith_changeset_find (self->changes, KITH_TABLE_SOURCE, source.id));
}

/* What an officer may not expect of a file by its day. */
static void
remark_day (KithReading *reading)
{
  KithDate newest = kith_reading_find_newest (reading, KITH_FILE_KIND_BIT (reading->report->kind));
  g_autofree char *day = kith_date_dup_text (newest, KITH_DATE_ISO);
  g_autofree char *own = kith_date_dup_text (reading->dated, KITH_DATE_ISO);

  if (kith_file_kind_get_needs (reading->report->kind) != KITH_FILE_NEEDS_DATED)
    return;
  if (reading->dated < newest)
    kith_reading_remark_whole (reading, day,
                               _ ("A file of this kind and of this later day was read before. This "
                                  "one only filled in what was not known."));
  if (reading->dated > reading->options->today && reading->options->today != KITH_DATE_UNKNOWN)
    kith_reading_remark_whole (reading, own,
                               _ ("The file’s day has not come yet. Until then newer files will "
                                  "only fill in what is not known; check the day."));
}

static gboolean
open_part (Import *self, const Part *part, KithReading *reading, GError **error)
{
  if (part->kind == KITH_FILE_BOUNDARIES && is_outline (part->file))
    return TRUE;
  reading->rows = kith_rows_open (part->file, self->job, error);
  if (reading->rows == NULL)
    return FALSE;
  for (guint sheet = 0; sheet <= part->sheet; sheet++)
    if (!kith_rows_next_sheet (reading->rows, error))
      return FALSE;
  return TRUE;
}

/* Goes through one part for what other parts need to know of it. */
static gboolean
note_part (Import *self, Part *part, GError **error)
{
  KithFileReport *unused = kith_file_report_new (g_strdup (part->report->name), part->kind);
  KithReading reading = {
    .file = part->file,
    .changes = self->changes,
    .base = self->base,
    .options = self->options,
    .report = unused,
    .n_bytes = part->n_bytes,
    .job = self->job,
    .sources = self->sources,
    .workbooks = self->workbooks,
  };
  gboolean is_noted;

  reading.texts = g_string_chunk_new (4096);
  is_noted = open_part (self, part, &reading, error) &&
             (part->kind == KITH_FILE_CONTACTS ? kith_contacts_note (&reading, error)
                                               : kith_partnerships_note (&reading, error));
  kith_rows_free (reading.rows);
  g_string_chunk_free (reading.texts);
  g_clear_pointer (&reading.seen, g_hash_table_unref);
  kith_file_report_free (unused);
  return is_noted;
}

/* Before the first workbook: a row may name what stands below it or in another file. */
static gboolean
note_workbooks (Import *self, GError **error)
{
  self->workbooks = kith_workbooks_new (self->changes);
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if ((part->kind == KITH_FILE_PARTNERSHIPS || part->kind == KITH_FILE_CONTACTS) &&
          !note_part (self, part, error))
        return FALSE;
    }
  kith_workbooks_settle (self->workbooks);
  return TRUE;
}

static gboolean
read_part (Import *self, Part *part, GError **error)
{
  g_autoptr (KithDigest) digest =
      kith_digest_begin (part->file, kith_job_get_cancellable (self->job));
  KithReading reading = {
    .file = part->file,
    .changes = self->changes,
    .base = self->base,
    .options = self->options,
    .report = part->report,
    .n_bytes = part->n_bytes,
    .job = self->job,
    .dated = part->report->dated,
    .year = part->report->year,
    .sources = self->sources,
    .workbooks = self->workbooks,
    .source_id = kith_changeset_take_key (self->changes, KITH_TABLE_SOURCE),
  };
  const KithSource *known = NULL;
  gboolean is_read;

  /* with nothing to compare with, the digest is worked out beside the reading */
  if (self->sources->len > 0)
    known = find_source (self, part, kith_digest_get_text (digest));
  if (known != NULL && known->n_rejected == 0)
    {
      report_as_before (part->report, known);
      return TRUE;
    }
  reading.is_newest =
      reading.dated >= kith_reading_find_newest (&reading, KITH_FILE_KIND_BIT (part->kind));
  reading.texts = g_string_chunk_new (4096);
  is_read = open_part (self, part, &reading, error) &&
            kith_file_kind_get_reader (part->kind) (&reading, error);
  part->report->year = reading.year;
  kith_rows_free (reading.rows);
  g_string_chunk_free (reading.texts);
  g_clear_pointer (&reading.seen, g_hash_table_unref);
  if (!is_read)
    return FALSE;
  remark_day (&reading);
  if (known == NULL || reading.has_changed)
    put_source (self, &reading, kith_digest_get_text (digest));
  return TRUE;
}

/* Whether the ledger has what a file of this kind is compared with. */
static gboolean
has_table_for (const Import *self, KithFileKind kind)
{
  return (kind != KITH_FILE_CENSUS && kind != KITH_FILE_KS2 && kind != KITH_FILE_KS4) ||
         kith_ledger_has_table (self->base, KITH_TABLE_MEASURE);
}

static gboolean
read_parts (Import *self, GError **error)
{
  guint64 n_total = 0;
  guint64 n_done = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n_total += MAX (1, ((Part *)g_ptr_array_index (self->parts, i))->n_bytes);
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);
      g_autofree char *words = g_strdup_printf (_ ("Reading %s"), part->report->name);
      guint64 n_after = n_done + MAX (1, part->n_bytes);

      kith_job_begin (self->job, words, (double)n_done / (double)n_total,
                      (double)n_after / (double)n_total);
      n_done = n_after;
      if (part->kind >= KITH_FILE_PARTNERSHIPS && self->workbooks == NULL &&
          !note_workbooks (self, error))
        return FALSE;
      if (self->workbooks != NULL)
        kith_workbooks_begin_file (self->workbooks);
      if (!read_part (self, part, error))
        return FALSE;
    }
  return TRUE;
}

static void
list_sources (Import *self)
{
  gsize n;
  const KithSource *sources = kith_ledger_get_rows (self->base, KITH_TABLE_SOURCE, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (self->sources, (gpointer)&sources[i]);
}

/**
 * kith_import_needs_measures:
 * @files: (array length=n_files): files
 * @n_files: how many
 *
 * Returns: whether one of them holds figures, so that the ledger must have its table measure
 *   read. Files that cannot be read do not count.
 */
gboolean
kith_import_needs_measures (GFile *const *files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (KithRows) rows =
          is_outline (files[i]) ? NULL : kith_rows_open (files[i], NULL, NULL);

      while (rows != NULL && kith_rows_next_sheet (rows, NULL))
        {
          KithFileKind kind = kith_file_kind_recognise (rows);

          if (kind == KITH_FILE_CENSUS || kind == KITH_FILE_KS2 || kind == KITH_FILE_KS4 ||
              kind == KITH_FILE_DEPRIVATION)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * kith_import_read:
 * @ledger: what the register says, its table measure read where one of the files asks for it:
 *   kith_import_needs_measures()
 * @files: (array length=n_files): files of any kinds, in any order
 * @n_files: how many
 * @options: the year and the day of files that do not say
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Compares the files with the ledger. Nothing is written: the preview's changes are applied
 * by whoever accepts them. One file that cannot be read fails all of them.
 *
 * Cost: one pass over each file; memory for what they change, not for the files.
 *
 * Returns: (transfer full): what they would change, or %NULL
 */
KithPreview *
kith_import_read (KithLedger *ledger,
                  GFile *const *files,
                  guint n_files,
                  const KithImportOptions *options,
                  KithJob *job,
                  GError **error)
{
  g_autoptr (KithPreview) preview = g_new0 (KithPreview, 1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  Import self = {
    .base = ledger, .options = options, .job = job, .parts = parts, .sources = sources
  };
  gboolean is_read;

  g_return_val_if_fail (ledger != NULL && options != NULL, NULL);

  preview->changes = self.changes = kith_changeset_new (ledger);
  preview->reports = self.reports = g_ptr_array_new_with_free_func (kith_file_report_free);
  list_sources (&self);
  for (guint i = 0; i < n_files; i++)
    if (!plan_file (&self, files[i], error))
      return NULL;
  for (guint i = 0; i < parts->len; i++)
    g_return_val_if_fail (has_table_for (&self, ((Part *)g_ptr_array_index (parts, i))->kind),
                          NULL);
  g_ptr_array_sort (parts, compare_parts);
  is_read = read_parts (&self, error);
  kith_workbooks_free (self.workbooks);
  if (!is_read)
    return NULL;
  preview->summary = kith_preview_dup_summary (preview, n_files);
  return g_steal_pointer (&preview);
}
