/* kith-export-json.c: tables as one JSON object
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#include <json-glib/json-glib.h>

static void
set_cell (JsonObject *row, const KithExportColumn *column, const KithExportCell *cell)
{
  g_autofree char *text = NULL;

  if (kith_export_cell_is_blank (column, cell))
    json_object_set_null_member (row, column->name);
  else if (column->type == KITH_FIELD_INT)
    json_object_set_int_member (row, column->name, cell->number);
  else if (column->type == KITH_FIELD_REAL)
    json_object_set_double_member (row, column->name, cell->real);
  else
    {
      text = kith_export_cell_dup_text (column, cell);
      json_object_set_string_member (row, column->name, text);
    }
}

/* Row by row: a tree of them all would take ten times the room of the text. */
static void
append_rows (GString *text, const KithExportTable *table)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  guint n = kith_export_table_get_n_rows (table);

  for (guint r = 0; r < n; r++)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      JsonObject *row = json_object_new ();
      const KithExportCell *cells = kith_export_table_get_row (table, r);

      for (guint c = 0; c < table->n_columns; c++)
        set_cell (row, &table->columns[c], &cells[c]);
      json_node_take_object (node, row);
      json_generator_set_root (generator, node);
      g_string_append (text, r == 0 ? "\n  " : ",\n  ");
      json_generator_to_gstring (generator, text);
    }
}

/**
 * kith_export_make_json:
 * @tables: (element-type KithExportTable): a member each
 *
 * Returns: (transfer full): the bytes of one object: of each table an array of its rows, which
 *   are objects; days are text as yyyy-mm-dd, blank cells null
 */
GBytes *
kith_export_make_json (GPtrArray *tables)
{
  GString *text = g_string_new ("{");

  for (guint t = 0; t < tables->len; t++)
    {
      const KithExportTable *table = g_ptr_array_index (tables, t);

      g_string_append_printf (text, "%s\n \"%s\": [", t == 0 ? "" : ",", table->name);
      append_rows (text, table);
      g_string_append (text, "]");
    }
  g_string_append (text, "\n}\n");
  return g_string_free_to_bytes (text);
}
