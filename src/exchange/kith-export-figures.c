/* kith-export-figures.c: published figures, without those of few pupils
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#define TEXT KITH_FIELD_TEXT
#define INT KITH_FIELD_INT
#define REAL KITH_FIELD_REAL

static const KithExportColumn columns[] = {
  { "urn", INT },      { "year", INT },   { "measure", TEXT }, { "subgroup", TEXT },
  { "subject", TEXT }, { "value", REAL }, { "reason", TEXT },  { "cohort", INT },
};

static gboolean
is_all (const char *subgroup)
{
  return kith_text_is_blank (subgroup) || g_ascii_strcasecmp (subgroup, "all") == 0;
}

/* Figures of one school, year, measure and subject are one figure of several groups. */
static char *
dup_figure (const KithValue *row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s", row->urn, row->year,
                          row->name, row->subject != NULL ? row->subject : "");
}

static gboolean
is_small (const KithExport *self, const KithValue *row)
{
  return row->cohort != KITH_INT_NONE && row->cohort < self->record->settings->suppressed_cohort;
}

/* Those of which some group is small. */
static GHashTable *
list_withheld (const KithExport *self, const KithValue *rows, gsize n)
{
  GHashTable *withheld = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize r = 0; r < n; r++)
    if (is_small (self, &rows[r]))
      g_hash_table_add (withheld, dup_figure (&rows[r]));
  return withheld;
}

static void
add_figure (const KithExport *self,
            KithExportTable *table,
            const KithValue *row,
            GHashTable *withheld)
{
  gboolean is_kept = kith_export_may (self, KITH_TOPIC_SMALL_COHORTS);

  if (!is_kept)
    {
      g_autofree char *figure =
          g_hash_table_size (withheld) == 0 || is_all (row->subgroup) ? NULL : dup_figure (row);

      is_kept =
          !is_small (self, row) && (figure == NULL || !g_hash_table_contains (withheld, figure));
    }
  kith_export_table_add_int (table, row->urn);
  kith_export_table_add_int (table, row->year);
  kith_export_table_add_text (table, row->name);
  kith_export_table_add_text (table, row->subgroup);
  kith_export_table_add_text (table, row->subject);
  kith_export_table_add_real (table, is_kept ? row->value : KITH_REAL_NONE);
  kith_export_table_add_text (table, is_kept ? row->reason : "few pupils");
  kith_export_table_add_int (table, is_kept ? row->cohort : KITH_INT_NONE);
}

/**
 * kith_export_new_figures:
 *
 * Where one group of a figure is small, no group of it is told but all pupils: from these and
 * another group the small one could be worked out.
 *
 * Returns: (transfer full): the table of published figures
 */
KithExportTable *
kith_export_new_figures (const KithExport *self)
{
  KithExportTable *table = kith_export_table_new ("figures", columns, G_N_ELEMENTS (columns));
  gsize n;
  const KithValue *rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_MEASURE, &n);
  g_autoptr (GHashTable) withheld = list_withheld (self, rows, n);

  for (gsize r = 0; r < n; r++)
    if (kith_export_has_school (self, rows[r].urn))
      add_figure (self, table, &rows[r], withheld);
  return table;
}
