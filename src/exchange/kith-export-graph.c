/* kith-export-graph.c: the tables as nodes and edges
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-graph-private.h"

#include <string.h>

static const char *const kind_keys[KITH_N_GRAPH_THINGS] = {
  [KITH_GRAPH_SCHOOL] = "school",         [KITH_GRAPH_ARRANGEMENT] = "arrangement",
  [KITH_GRAPH_OUTSIDE] = "outside",       [KITH_GRAPH_LINK] = "link",
  [KITH_GRAPH_MEMBERSHIP] = "membership",
};

/**
 * kith_graph_thing_get_key:
 *
 * Returns: (transfer none): "school", "link" …
 */
const char *
kith_graph_thing_get_key (KithGraphThingKind kind)
{
  return kind_keys[kind];
}

static const KithExportTable *
find_table (GPtrArray *tables, const char *name)
{
  for (guint t = 0; t < tables->len; t++)
    if (strcmp (((const KithExportTable *)g_ptr_array_index (tables, t))->name, name) == 0)
      return g_ptr_array_index (tables, t);
  return NULL;
}

/* A column that the table is known to have. */
static const KithExportCell *
get_cell (const KithExportTable *table, const KithExportCell *cells, const char *name)
{
  guint c = 0;

  while (strcmp (table->columns[c].name, name) != 0)
    c++;
  return &cells[c];
}

static const char *
keep (KithExportGraph *self, char *text)
{
  const char *kept = g_string_chunk_insert_const (self->texts, text);

  g_free (text);
  return kept;
}

/* First and last day; nothing where neither is known. */
static const char *
keep_spell (KithExportGraph *self, KithDate from, KithDate end)
{
  g_autofree char *first = kith_date_dup_text (from, KITH_DATE_ISO);
  g_autofree char *last =
      end == KITH_DATE_UNKNOWN ? NULL : kith_date_dup_text (end - 1, KITH_DATE_ISO);

  if (from == KITH_DATE_UNKNOWN && end == KITH_DATE_UNKNOWN)
    return NULL;
  return keep (self, g_strdup_printf ("%s/%s", from == KITH_DATE_UNKNOWN ? ".." : first,
                                      last == NULL ? ".." : last));
}

static const char *
keep_school_id (KithExportGraph *self, gint64 urn)
{
  return keep (self, g_strdup_printf ("s%" G_GINT64_FORMAT, urn));
}

static void
add_schools (KithExportGraph *self, GHashTable *known)
{
  const KithExportTable *table = self->tables[KITH_GRAPH_SCHOOL];
  guint n = kith_export_table_get_n_rows (table);

  for (guint r = 0; r < n; r++)
    {
      const KithExportCell *cells = kith_export_table_get_row (table, r);
      KithGraphThing node = {
        .kind = KITH_GRAPH_SCHOOL,
        .id = keep_school_id (self, get_cell (table, cells, "urn")->number),
        .label = get_cell (table, cells, "name")->text,
        .cells = cells,
        .spells = keep_spell (self, get_cell (table, cells, "opened")->date,
                              get_cell (table, cells, "closes")->date),
      };

      g_hash_table_add (known, (gpointer)node.id);
      g_array_append_val (self->nodes, node);
    }
}

static void
add_arrangements (KithExportGraph *self)
{
  const KithExportTable *table = self->tables[KITH_GRAPH_ARRANGEMENT];
  guint n = kith_export_table_get_n_rows (table);

  for (guint r = 0; r < n; r++)
    {
      const KithExportCell *cells = kith_export_table_get_row (table, r);
      KithGraphThing node = {
        .kind = KITH_GRAPH_ARRANGEMENT,
        .id = keep (self, g_strdup_printf ("a%" G_GINT64_FORMAT,
                                           get_cell (table, cells, "number")->number)),
        .label = get_cell (table, cells, "title")->text,
        .cells = cells,
        .spells = keep_spell (self, get_cell (table, cells, "begins")->date,
                              get_cell (table, cells, "ends")->date),
      };

      g_array_append_val (self->nodes, node);
    }
}

static void
add_links (KithExportGraph *self)
{
  const KithExportTable *table = self->tables[KITH_GRAPH_LINK];
  guint n = kith_export_table_get_n_rows (table);

  for (guint r = 0; r < n; r++)
    {
      const KithExportCell *cells = kith_export_table_get_row (table, r);
      KithGraphThing edge = {
        .kind = KITH_GRAPH_LINK,
        .ends = { keep_school_id (self, get_cell (table, cells, "urn_a")->number),
                  keep_school_id (self, get_cell (table, cells, "urn_b")->number) },
        .cells = cells,
        .spells = keep_spell (self, get_cell (table, cells, "since")->date,
                              get_cell (table, cells, "until")->date),
      };

      g_array_append_val (self->edges, edge);
    }
}

/* A member that is no node yet becomes one. */
static const char *
find_member (KithExportGraph *self,
             const KithExportTable *table,
             const KithExportCell *cells,
             GHashTable *known)
{
  gint64 urn = get_cell (table, cells, "urn")->number;
  const char *name = get_cell (table, cells, "organisation_name")->text;
  const char *id = urn != KITH_INT_NONE
                       ? keep_school_id (self, urn)
                       : keep (self, g_strdup_printf ("o:%s", name != NULL ? name : ""));
  KithGraphThing node = { .kind = KITH_GRAPH_OUTSIDE, .id = id, .label = name };

  if (g_hash_table_add (known, (gpointer)id))
    g_array_append_val (self->nodes, node);
  return id;
}

static void
add_memberships (KithExportGraph *self, GHashTable *known)
{
  const KithExportTable *table = self->tables[KITH_GRAPH_MEMBERSHIP];
  guint n = kith_export_table_get_n_rows (table);

  for (guint r = 0; r < n; r++)
    {
      const KithExportCell *cells = kith_export_table_get_row (table, r);
      gint64 number = get_cell (table, cells, "arrangement_number")->number;
      KithGraphThing edge = {
        .kind = KITH_GRAPH_MEMBERSHIP,
        .ends = { find_member (self, table, cells, known),
                  keep (self, g_strdup_printf ("a%" G_GINT64_FORMAT, number)) },
        .cells = cells,
        .spells = get_cell (table, cells, "spells")->text,
      };

      g_array_append_val (self->edges, edge);
    }
}

/**
 * kith_export_graph_new:
 * @tables: (element-type KithExportTable): as kith_export_list_tables() makes them
 *
 * Returns: (transfer full): nodes and edges, whose attributes are the rows of @tables
 */
KithExportGraph *
kith_export_graph_new (GPtrArray *tables)
{
  KithExportGraph *self = g_new0 (KithExportGraph, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (KithGraphThing));
  self->edges = g_array_new (FALSE, FALSE, sizeof (KithGraphThing));
  self->texts = g_string_chunk_new (64 * 1024);
  self->tables[KITH_GRAPH_SCHOOL] = find_table (tables, "schools");
  self->tables[KITH_GRAPH_ARRANGEMENT] = find_table (tables, "arrangements");
  self->tables[KITH_GRAPH_LINK] = find_table (tables, "links");
  self->tables[KITH_GRAPH_MEMBERSHIP] = find_table (tables, "memberships");
  add_schools (self, known);
  add_arrangements (self);
  add_links (self);
  add_memberships (self, known);
  return self;
}

/**
 * kith_export_graph_free:
 * @self: (transfer full) (nullable): a graph
 */
void
kith_export_graph_free (KithExportGraph *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * kith_export_dup_xml_text:
 * @text: any text
 *
 * Returns: (transfer full): it, with U+FFFD for each character that XML has no way to write
 */
char *
kith_export_dup_xml_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_fit =
          c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);

      g_string_append_unichar (clean, is_fit ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

/**
 * kith_export_xml_begin:
 * @buffer: takes the document
 *
 * Returns: (transfer full): a writer of it
 */
xmlTextWriterPtr
kith_export_xml_begin (xmlBufferPtr buffer)
{
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  return writer;
}

/**
 * kith_export_xml_put:
 * @name: of an attribute
 * @value: (nullable): what it says; nothing is written where it is %NULL
 */
void
kith_export_xml_put (xmlTextWriterPtr writer, const char *name, const char *value)
{
  g_autofree char *clean = value == NULL ? NULL : kith_export_dup_xml_text (value);

  if (clean != NULL)
    xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST clean);
}

/**
 * kith_export_xml_end:
 * @writer: (transfer full): a writer
 * @buffer: (transfer full): what it wrote
 *
 * Returns: (transfer full): the bytes of the document
 */
GBytes *
kith_export_xml_end (xmlTextWriterPtr writer, xmlBufferPtr buffer)
{
  GBytes *bytes;

  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize)xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}
