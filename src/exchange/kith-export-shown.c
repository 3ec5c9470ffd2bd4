/* kith-export-shown.c: the roll call as it is shown: these schools, in this order
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#include <glib/gi18n.h>

static const KithExportColumn columns[] = {
  { "Tier", KITH_FIELD_TEXT },         { "URN", KITH_FIELD_INT },
  { "School", KITH_FIELD_TEXT },       { "Authority", KITH_FIELD_TEXT },
  { "Phase", KITH_FIELD_TEXT },        { "Trust", KITH_FIELD_TEXT },
  { "Pupils", KITH_FIELD_INT },        { "Links", KITH_FIELD_INT },
  { "Local links", KITH_FIELD_INT },   { "Component", KITH_FIELD_INT },
  { "Last contact", KITH_FIELD_DATE }, { "Findings", KITH_FIELD_TEXT },
};

static char *
dup_findings (const KithRollRow *row)
{
  GString *findings = g_string_new (NULL);

  for (guint i = 0; i < row->n_findings; i++)
    g_string_append_printf (findings, "%s%s", i > 0 ? "; " : "", row->findings[i].chip);
  return g_string_free (findings, FALSE);
}

static void
add_row (KithExportTable *table, KithNetwork *network, const KithRollRow *row)
{
  guint n;
  const KithNetworkSchool *school = &kith_network_get_schools (network, &n)[row->school];

  kith_export_table_add_text (table, kith_tier_get_words (row->tier));
  kith_export_table_add_int (table, school->record->urn);
  kith_export_table_add_text (table, school->record->name);
  kith_export_table_add_text (table, kith_network_get_authority (network, row->school));
  kith_export_table_add_text (table, kith_phase_get_words (school->phase));
  kith_export_table_add_text (table, row->trust);
  kith_export_table_add_int (table, school->record->pupils);
  kith_export_table_add_int (table, row->n_links);
  kith_export_table_add_int (table, row->n_local_links);
  kith_export_table_add_int (table, row->component);
  kith_export_table_add_date (table, row->last_contact);
  kith_export_table_take_text (table, dup_findings (row));
}

/**
 * kith_export_write_shown:
 * @roll: the roll call
 * @urns: (element-type gint64): the schools, as they stand; one that the roll does not list is
 *   passed over
 * @file: where it goes: its name ends in .csv or .xlsx
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithExportError
 *
 * One table for those who may see the roll call: a row a school, with tier and findings in words.
 *
 * Returns: %TRUE when it was written
 */
gboolean
kith_export_write_shown (
    KithRoll *roll, const GArray *urns, GFile *file, KithJob *job, GError **error)
{
  g_autoptr (GPtrArray) tables =
      g_ptr_array_new_with_free_func ((GDestroyNotify)kith_export_table_free);
  KithExportTable *table = kith_export_table_new (_ ("Roll call"), columns, G_N_ELEMENTS (columns));
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;
  KithExportFormat format;

  g_ptr_array_add (tables, table);
  if (!kith_export_find_format (name, &format) ||
      (format != KITH_EXPORT_CSV && format != KITH_EXPORT_XLSX))
    {
      g_set_error (error, KITH_EXPORT_ERROR, KITH_EXPORT_ERROR_FORMAT,
                   _ ("“%s” is no table’s name. End it in .csv or .xlsx."), name);
      return FALSE;
    }
  for (guint u = 0; u < urns->len; u++)
    {
      const KithRollRow *row = kith_roll_find (roll, g_array_index (urns, gint64, u));

      if (row != NULL)
        add_row (table, kith_roll_get_network (roll), row);
      if (!kith_job_step (job, u, urns->len, error))
        return FALSE;
    }
  bytes = format == KITH_EXPORT_CSV ? kith_export_make_csv (table)
                                    : kith_export_make_xlsx (tables, error);
  return bytes != NULL && kith_export_write_bytes (file, bytes, job, error);
}
