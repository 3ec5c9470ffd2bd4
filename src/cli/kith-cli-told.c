/* kith-cli-told.c: findings, and tables one below the other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-told.h"

const KithColumn kith_cli_finding_columns[KITH_CLI_N_FINDING_COLUMNS] = {
  { "code", KITH_COLUMN_TEXT },      { "severity", KITH_COLUMN_TEXT },
  { "state", KITH_COLUMN_TEXT },     { "sentence", KITH_COLUMN_TEXT },
  { "evidence", KITH_COLUMN_TEXT },  { "clears", KITH_COLUMN_TEXT },
  { "set_aside", KITH_COLUMN_TEXT },
};

/**
 * kith_cli_dup_codes:
 * @findings: (array length=n): some
 *
 * Returns: (transfer full): "no-live-link:red;odd-one-out:amber"
 */
char *
kith_cli_dup_codes (const KithFinding *findings, guint n)
{
  GString *codes = g_string_new (NULL);

  for (guint f = 0; f < n; f++)
    g_string_append_printf (codes, "%s%s:%s", f == 0 ? "" : ";",
                            kith_finding_get_key (findings[f].code),
                            kith_severity_get_key (findings[f].severity));
  return g_string_free (codes, FALSE);
}

/**
 * kith_cli_add_findings:
 * @output: with the columns kith_cli_finding_columns
 * @findings: (array length=n): some
 *
 * Writes a row for each.
 */
void
kith_cli_add_findings (KithOutput *output, const KithFinding *findings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      kith_output_add_text (output, kith_finding_get_key (findings[i].code));
      kith_output_add_text (output, kith_severity_get_key (findings[i].severity));
      kith_output_add_text (output, findings[i].state);
      kith_output_add_text (output, findings[i].sentence);
      kith_output_add_text (output, findings[i].evidence);
      kith_output_add_text (output, findings[i].clears);
      kith_output_add_text (output, findings[i].aside == NULL ? NULL : findings[i].aside->reason);
    }
}

/**
 * kith_cli_append_finding_words:
 * @findings: (array length=n): some
 *
 * Sentences are for reading: one to a paragraph, not cut into a column.
 */
void
kith_cli_append_finding_words (GString *text, const KithFinding *findings, guint n)
{
  for (guint f = 0; f < n; f++)
    g_string_append_printf (text, "%s (%s)\n  %s\n  %s\n  %s\n",
                            kith_finding_get_words (findings[f].code),
                            kith_severity_get_key (findings[f].severity), findings[f].sentence,
                            findings[f].evidence, findings[f].clears);
}

/**
 * kith_cli_append_section:
 * @text: what stands before it, empty at the first
 * @key: in JSON, of one object that is left open
 * @heading: in a table for people
 * @output: (transfer full): its rows
 * @words: (nullable): sentences in place of a table for people
 */
void
kith_cli_append_section (GString *text,
                         KithOutputFormat format,
                         const char *key,
                         const char *heading,
                         KithOutput *output,
                         const char *words)
{
  gboolean is_first = text->len == 0;
  g_autofree char *rows = kith_output_end (output);

  if (format == KITH_OUTPUT_JSON)
    {
      g_strchomp (rows);
      g_string_append_printf (text, "%s\"%s\": %s", is_first ? "{\n" : ",\n", key, rows);
      return;
    }
  if (!is_first)
    g_string_append_c (text, '\n');
  if (format == KITH_OUTPUT_TABLE)
    g_string_append_printf (text, "%s\n", heading);
  g_string_append (text, format == KITH_OUTPUT_TABLE && words != NULL ? words : rows);
}
