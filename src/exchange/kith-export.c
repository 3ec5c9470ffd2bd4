/* kith-export.c: everything out, in formats that others read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (kith - export - error - quark, kith_export_error)

static const struct
{
  const char *ending, *words;
} formats[KITH_N_EXPORTS] = {
  [KITH_EXPORT_GRAPHML] = { ".graphml", N_ ("GraphML network") },
  [KITH_EXPORT_GEXF] = { ".gexf", N_ ("GEXF network") },
  [KITH_EXPORT_CSV] = { ".csv", N_ ("CSV files") },
  [KITH_EXPORT_ZIP] = { ".zip", N_ ("CSV in a ZIP file") },
  [KITH_EXPORT_XLSX] = { ".xlsx", N_ ("XLSX workbook") },
  [KITH_EXPORT_JSON] = { ".json", N_ ("JSON") },
};

/**
 * kith_export_find_format:
 * @name: of a file
 * @format: (out): what its ending says
 *
 * Returns: whether it says any
 */
gboolean
kith_export_find_format (const char *name, KithExportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint f = 0; f < KITH_N_EXPORTS; f++)
    if (g_str_has_suffix (lower, formats[f].ending))
      {
        *format = (KithExportFormat)f;
        return TRUE;
      }
  return FALSE;
}

/**
 * kith_export_get_ending:
 *
 * Returns: (transfer none): of the names of its files: ".graphml"
 */
const char *
kith_export_get_ending (KithExportFormat format)
{
  g_return_val_if_fail (format < KITH_N_EXPORTS, NULL);

  return formats[format].ending;
}

/**
 * kith_export_get_words:
 *
 * Returns: (transfer none): the format for people, translated
 */
const char *
kith_export_get_words (KithExportFormat format)
{
  g_return_val_if_fail (format < KITH_N_EXPORTS, NULL);

  return _ (formats[format].words);
}

/**
 * kith_export_may:
 *
 * Returns: whether the audience is told of @topic
 */
gboolean
kith_export_may (const KithExport *self, KithTopic topic)
{
  return kith_audience_may_see (self->audience, topic);
}

/**
 * kith_export_has_school:
 *
 * Returns: whether the export is about the school
 */
gboolean
kith_export_has_school (const KithExport *self, gint64 urn)
{
  return self->chosen == NULL || g_hash_table_contains (self->chosen, &urn);
}

/* Who supports whom is told by a pairing as such. */
static gboolean
may_tell_kind (const KithExport *self, KithKind kind)
{
  return kind != KITH_KIND_PAIRING || kith_export_may (self, KITH_TOPIC_NEEDS);
}

/**
 * kith_export_has_arrangement:
 *
 * Returns: whether the audience is told of it, and an exported school is or was in it
 */
gboolean
kith_export_has_arrangement (const KithExport *self, const KithArrangement *arrangement)
{
  return may_tell_kind (self, kith_kind_find (arrangement->kind)) &&
         (self->arrangements == NULL ||
          g_hash_table_contains (self->arrangements, &arrangement->id));
}

/**
 * kith_export_has_index:
 * @arrangement: index in the network
 *
 * Returns: as kith_export_has_arrangement()
 */
gboolean
kith_export_has_index (const KithExport *self, guint arrangement)
{
  const KithNetworkArrangement *in = &self->record->arrangements[arrangement];

  if (!may_tell_kind (self, in->kind))
    return FALSE;
  for (guint m = 0; m < in->n_members; m++)
    if (self->chosen == NULL ||
        (in->members[m].urn != KITH_INT_NONE && kith_export_has_school (self, in->members[m].urn)))
      return TRUE;
  return self->chosen == NULL;
}

/**
 * kith_export_has_link:
 *
 * Returns: whether the audience is told of it, and the export is about both schools
 */
gboolean
kith_export_has_link (const KithExport *self, const KithEdge *edge)
{
  return may_tell_kind (self, self->record->arrangements[edge->arrangement].kind) &&
         kith_export_has_school (self, self->record->schools[edge->a].record->urn) &&
         kith_export_has_school (self, self->record->schools[edge->b].record->urn);
}

/**
 * kith_export_has_member:
 * @arrangement: index in the network
 * @member: of it
 *
 * Returns: whether the audience is told of the arrangement, and the export is about the member
 */
gboolean
kith_export_has_member (const KithExport *self, guint arrangement, const KithNetworkMember *member)
{
  return kith_export_has_index (self, arrangement) &&
         (member->urn == KITH_INT_NONE || kith_export_has_school (self, member->urn));
}

/**
 * kith_export_dup_name:
 *
 * Returns: (transfer full) (nullable): its name as the audience is told it: what a published
 *   file calls a group is known to all
 */
char *
kith_export_dup_name (const KithExport *self, const KithArrangement *arrangement)
{
  if (arrangement->uid != KITH_INT_NONE)
    return g_strdup (arrangement->name);
  return kith_redactor_strike (self->redactor, arrangement->name);
}

/**
 * kith_export_dup_index_name:
 * @arrangement: index in the network
 *
 * Returns: (transfer full) (nullable): as kith_export_dup_name()
 */
char *
kith_export_dup_index_name (const KithExport *self, guint arrangement)
{
  const KithNetworkArrangement *in = &self->record->arrangements[arrangement];

  return in->record != NULL ? kith_export_dup_name (self, in->record) : g_strdup (in->name);
}

/**
 * kith_export_get_person:
 * @id: of a person, or %KITH_INT_NONE
 *
 * Returns: (transfer none) (nullable): the name, where the audience is told names
 */
const char *
kith_export_get_person (const KithExport *self, gint64 id)
{
  const KithPerson *person = kith_ledger_find (self->ledger, KITH_TABLE_PERSON, id);

  return person != NULL && kith_export_may (self, KITH_TOPIC_NAMES) ? person->name : NULL;
}

/**
 * kith_export_get_organisation:
 * @id: of an organisation, or %KITH_INT_NONE
 *
 * Returns: (transfer none) (nullable): its name, which may hold somebody’s
 */
const char *
kith_export_get_organisation (const KithExport *self, gint64 id)
{
  const KithOrganisation *row = kith_ledger_find (self->ledger, KITH_TABLE_ORGANISATION, id);

  return row != NULL ? row->name : NULL;
}

/**
 * kith_export_get_role:
 * @role: (nullable): of a member
 *
 * Returns: (transfer none) (nullable): it, unless it tells who supports whom and the audience
 *   is not told
 */
const char *
kith_export_get_role (const KithExport *self, const char *role)
{
  gboolean is_support = role != NULL && g_ascii_strncasecmp (role, "support", 7) == 0;

  return is_support && !kith_export_may (self, KITH_TOPIC_NEEDS) ? NULL : role;
}

static void
choose (KithExport *self, GArray *schools)
{
  const KithMembership *members =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });

  self->chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->arrangements = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint s = 0; s < schools->len; s++)
    {
      const gint64 *urn = &g_array_index (schools, gint64, s);
      guint n;
      const guint *found = kith_row_index_find (self->record->memberships, *urn, &n);

      g_hash_table_add (self->chosen, (gpointer)urn);
      for (guint m = 0; m < n; m++)
        g_hash_table_add (self->arrangements, (gpointer)&members[found[m]].arrangement_id);
    }
}

static void
clear_export (KithExport *self)
{
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->arrangements, g_hash_table_unref);
  g_clear_pointer (&self->redactor, kith_redactor_free);
}

/**
 * kith_export_write_bytes:
 *
 * Writes a file, which is replaced only when the new one is whole.
 *
 * Returns: %FALSE with @error set to %KITH_EXPORT_ERROR_FILE, or to %G_IO_ERROR_CANCELLED
 */
gboolean
kith_export_write_bytes (GFile *file, GBytes *bytes, KithJob *job, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_replace_contents (file, data != NULL ? data : "", size, NULL, FALSE,
                               G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               kith_job_get_cancellable (job), &reason))
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, KITH_EXPORT_ERROR, KITH_EXPORT_ERROR_FILE,
                 _ ("“%s” was not written: %s. Choose another folder or make room."),
                 g_file_peek_path (file), reason->message);
  return FALSE;
}

/* F.csv stands for F-schools.csv, F-links.csv … */
static gboolean
write_csv (GPtrArray *tables, GFile *file, KithJob *job, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  gsize stem = strlen (path) - strlen (formats[KITH_EXPORT_CSV].ending);

  for (guint t = 0; t < tables->len; t++)
    {
      const KithExportTable *table = g_ptr_array_index (tables, t);
      g_autoptr (GBytes) bytes = kith_export_make_csv (table);
      g_autofree char *name = g_strdup_printf ("%.*s-%s.csv", (int)stem, path, table->name);
      g_autoptr (GFile) child = g_file_new_for_path (name);

      if (!kith_job_step (job, t, tables->len, error) ||
          !kith_export_write_bytes (child, bytes, job, error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
make_bytes (const KithExport *self, GPtrArray *tables, KithExportFormat format, GError **error)
{
  switch (format)
    {
    case KITH_EXPORT_GRAPHML:
      return kith_export_make_graphml (self, tables);
    case KITH_EXPORT_GEXF:
      return kith_export_make_gexf (self, tables);
    case KITH_EXPORT_ZIP:
      return kith_export_make_zip (tables, error);
    case KITH_EXPORT_XLSX:
      return kith_export_make_xlsx (tables, error);
    default:
      return kith_export_make_json (tables);
    }
}

/* The workbooks first, and the tables after them; a graph has no workbooks. */
static GPtrArray *
list_all (const KithExport *self, KithExportFormat format)
{
  gboolean is_graph = format == KITH_EXPORT_GRAPHML || format == KITH_EXPORT_GEXF;
  g_autoptr (GPtrArray) tables = NULL;
  GPtrArray *all;

  tables = kith_export_list_tables (self, !is_graph && format != KITH_EXPORT_XLSX);
  if (is_graph)
    return g_steal_pointer (&tables);
  all = kith_export_list_books (self);
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&tables));
  return all;
}

/**
 * kith_export_write:
 * @roll: what is exported
 * @options: for whom, and about which schools
 * @format: how it is written
 * @file: where to; replaced if it is there
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithExportError or %G_IO_ERROR_CANCELLED
 *
 * Exports what the register says as at the roll’s date. What the audience is not told is in no
 * byte of the file. The same register, date and options give the same bytes. Published figures
 * are in CSV, ZIP and JSON, where the ledger holds them.
 *
 * Returns: %FALSE with @error set, and no file that is not whole
 */
gboolean
kith_export_write (KithRoll *roll,
                   const KithExportOptions *options,
                   KithExportFormat format,
                   GFile *file,
                   KithJob *job,
                   GError **error)
{
  KithExport self = {
    .roll = roll,
    .record = kith_roll_get_record (roll),
    .ledger = kith_network_get_ledger (kith_roll_get_network (roll)),
    .audience = options->audience,
  };
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_written = FALSE;

  self.redactor = kith_redactor_new (self.ledger, options->audience);
  if (options->schools != NULL)
    choose (&self, options->schools);
  if (kith_job_step (job, 0, 2, error))
    {
      tables = list_all (&self, format);
      if (format == KITH_EXPORT_CSV)
        is_written = write_csv (tables, file, job, error);
      else if (kith_job_step (job, 1, 2, error))
        {
          bytes = make_bytes (&self, tables, format, error);
          is_written = bytes != NULL && kith_export_write_bytes (file, bytes, job, error);
        }
    }
  clear_export (&self);
  return is_written;
}
