/* kith-export-graphml.c: the network as GraphML
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-graph-private.h"

/* Source: Brandes, Eiglsperger, Lerner & Pich (2013), Graph Markup Language (GraphML), and its
   schema of graphml.graphdrawing.org, version 1.0. */

static void
begin (xmlTextWriterPtr writer, const char *name)
{
  xmlTextWriterStartElement (writer, BAD_CAST name);
}

static void
end (xmlTextWriterPtr writer)
{
  xmlTextWriterEndElement (writer);
}

static void
write_data (xmlTextWriterPtr writer, const char *key, const char *text)
{
  g_autofree char *clean = text == NULL ? NULL : kith_export_dup_xml_text (text);

  if (clean == NULL)
    return;
  begin (writer, "data");
  kith_export_xml_put (writer, "key", key);
  xmlTextWriterWriteString (writer, BAD_CAST clean);
  end (writer);
}

static void
write_key (
    xmlTextWriterPtr writer, const char *id, const char *of, const char *name, const char *type)
{
  begin (writer, "key");
  kith_export_xml_put (writer, "id", id);
  kith_export_xml_put (writer, "for", of);
  kith_export_xml_put (writer, "attr.name", name);
  kith_export_xml_put (writer, "attr.type", type);
  end (writer);
}

/* “school.urn”: a key for each column of a kind of thing. */
static char *
dup_key (KithGraphThingKind kind, const KithExportColumn *column)
{
  return g_strdup_printf ("%s.%s", kith_graph_thing_get_key (kind), column->name);
}

static void
write_keys (xmlTextWriterPtr writer, const KithExportGraph *graph)
{
  static const char *const types[] = { "long", "double", "string", "string" };

  write_key (writer, "date", "graph", "date", "string");
  write_key (writer, "audience", "graph", "audience", "string");
  write_key (writer, "node.kind", "node", "kind", "string");
  write_key (writer, "node.label", "node", "label", "string");
  write_key (writer, "edge.kind", "edge", "kind", "string");
  for (guint k = 0; k < KITH_N_GRAPH_THINGS; k++)
    for (guint c = 0; graph->tables[k] != NULL && c < graph->tables[k]->n_columns; c++)
      {
        const KithExportColumn *column = &graph->tables[k]->columns[c];
        g_autofree char *key = dup_key ((KithGraphThingKind)k, column);

        write_key (writer, key, k < KITH_GRAPH_LINK ? "node" : "edge", key, types[column->type]);
      }
}

static void
write_cells (xmlTextWriterPtr writer, const KithExportGraph *graph, const KithGraphThing *thing)
{
  const KithExportTable *table = graph->tables[thing->kind];

  for (guint c = 0; thing->cells != NULL && c < table->n_columns; c++)
    {
      g_autofree char *key = dup_key (thing->kind, &table->columns[c]);
      g_autofree char *text = kith_export_cell_dup_text (&table->columns[c], &thing->cells[c]);

      write_data (writer, key, text);
    }
}

static void
write_node (xmlTextWriterPtr writer, const KithExportGraph *graph, const KithGraphThing *node)
{
  begin (writer, "node");
  kith_export_xml_put (writer, "id", node->id);
  write_data (writer, "node.kind", kith_graph_thing_get_key (node->kind));
  write_data (writer, "node.label", node->label);
  write_cells (writer, graph, node);
  end (writer);
}

static void
write_edge (xmlTextWriterPtr writer, const KithExportGraph *graph, const KithGraphThing *edge)
{
  begin (writer, "edge");
  kith_export_xml_put (writer, "source", edge->ends[0]);
  kith_export_xml_put (writer, "target", edge->ends[1]);
  write_data (writer, "edge.kind", kith_graph_thing_get_key (edge->kind));
  write_cells (writer, graph, edge);
  end (writer);
}

/**
 * kith_export_make_graphml:
 * @tables: (element-type KithExportTable): as kith_export_list_tables() makes them
 *
 * Undirected. Nodes are schools, with and without a link, arrangements and other members; edges
 * are links between schools and memberships: the attribute kind tells which.
 *
 * Returns: (transfer full): the bytes of a document
 */
GBytes *
kith_export_make_graphml (const KithExport *self, GPtrArray *tables)
{
  g_autoptr (KithExportGraph) graph = kith_export_graph_new (tables);
  g_autofree char *date = kith_date_dup_text (self->record->as_at, KITH_DATE_ISO);
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = kith_export_xml_begin (buffer);

  begin (writer, "graphml");
  kith_export_xml_put (writer, "xmlns", "http://graphml.graphdrawing.org/xmlns");
  write_keys (writer, graph);
  begin (writer, "graph");
  kith_export_xml_put (writer, "edgedefault", "undirected");
  write_data (writer, "date", date);
  write_data (writer, "audience", kith_audience_get_key (self->audience));
  for (guint n = 0; n < graph->nodes->len; n++)
    write_node (writer, graph, &g_array_index (graph->nodes, KithGraphThing, n));
  for (guint e = 0; e < graph->edges->len; e++)
    write_edge (writer, graph, &g_array_index (graph->edges, KithGraphThing, e));
  end (writer);
  end (writer);
  return kith_export_xml_end (writer, buffer);
}
