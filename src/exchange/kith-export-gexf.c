/* kith-export-gexf.c: the network as GEXF, with its dates as spells
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-graph-private.h"

#include <string.h>

/* Source: GEXF 1.2draft Primer (gexf.net, 2012): dynamic graphs, whose days are whole. */

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

static gboolean
is_of (KithGraphThingKind kind, gboolean is_edge)
{
  return (kind >= KITH_GRAPH_LINK) == is_edge;
}

/* Attributes are numbered through the columns of all nodes, or of all edges; 0 is the kind. */
static guint
find_first (const KithExportGraph *graph, KithGraphThingKind kind)
{
  guint number = 1;

  for (guint k = 0; k < kind; k++)
    if (graph->tables[k] != NULL && is_of ((KithGraphThingKind)k, kind >= KITH_GRAPH_LINK))
      number += graph->tables[k]->n_columns;
  return number;
}

static void
write_attribute (xmlTextWriterPtr writer, guint number, const char *title, const char *type)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  begin (writer, "attribute");
  kith_export_xml_put (writer, "id", id);
  kith_export_xml_put (writer, "title", title);
  kith_export_xml_put (writer, "type", type);
  end (writer);
}

static void
write_attributes (xmlTextWriterPtr writer, const KithExportGraph *graph, gboolean is_edge)
{
  static const char *const types[] = { "long", "double", "string", "string" };

  begin (writer, "attributes");
  kith_export_xml_put (writer, "class", is_edge ? "edge" : "node");
  kith_export_xml_put (writer, "mode", "static");
  write_attribute (writer, 0, "kind", "string");
  for (guint k = 0; k < KITH_N_GRAPH_THINGS; k++)
    for (guint c = 0; graph->tables[k] != NULL && is_of ((KithGraphThingKind)k, is_edge) &&
                      c < graph->tables[k]->n_columns;
         c++)
      {
        const KithExportColumn *column = &graph->tables[k]->columns[c];
        g_autofree char *title = g_strdup_printf (
            "%s.%s", kith_graph_thing_get_key ((KithGraphThingKind)k), column->name);

        write_attribute (writer, find_first (graph, (KithGraphThingKind)k) + c, title,
                         types[column->type]);
      }
  end (writer);
}

static void
write_value (xmlTextWriterPtr writer, guint number, const char *value)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  if (value == NULL)
    return;
  begin (writer, "attvalue");
  kith_export_xml_put (writer, "for", id);
  kith_export_xml_put (writer, "value", value);
  end (writer);
}

static void
write_values (xmlTextWriterPtr writer, const KithExportGraph *graph, const KithGraphThing *thing)
{
  const KithExportTable *table = graph->tables[thing->kind];
  guint first = find_first (graph, thing->kind);

  begin (writer, "attvalues");
  write_value (writer, 0, kith_graph_thing_get_key (thing->kind));
  for (guint c = 0; thing->cells != NULL && c < table->n_columns; c++)
    {
      g_autofree char *text = kith_export_cell_dup_text (&table->columns[c], &thing->cells[c]);

      write_value (writer, first + c, text);
    }
  end (writer);
}

/* An end that nobody knows is open. */
static void
write_spells (xmlTextWriterPtr writer, const char *spells)
{
  g_auto (GStrv) parts = spells == NULL ? NULL : g_strsplit (spells, ";", -1);

  if (parts == NULL)
    return;
  begin (writer, "spells");
  for (guint p = 0; parts[p] != NULL; p++)
    {
      g_auto (GStrv) days = g_strsplit (parts[p], "/", 2);

      begin (writer, "spell");
      if (strcmp (days[0], "..") != 0)
        kith_export_xml_put (writer, "start", days[0]);
      if (strcmp (days[1], "..") != 0)
        kith_export_xml_put (writer, "end", days[1]);
      end (writer);
    }
  end (writer);
}

static void
write_nodes (xmlTextWriterPtr writer, const KithExportGraph *graph)
{
  begin (writer, "nodes");
  for (guint n = 0; n < graph->nodes->len; n++)
    {
      const KithGraphThing *node = &g_array_index (graph->nodes, KithGraphThing, n);

      begin (writer, "node");
      kith_export_xml_put (writer, "id", node->id);
      kith_export_xml_put (writer, "label", node->label != NULL ? node->label : node->id);
      write_values (writer, graph, node);
      write_spells (writer, node->spells);
      end (writer);
    }
  end (writer);
}

/* The tie strength, where the edge is a link. */
static char *
dup_weight (const KithExportGraph *graph, const KithGraphThing *edge)
{
  const KithExportTable *table = graph->tables[edge->kind];

  for (guint c = 0; c < table->n_columns; c++)
    if (strcmp (table->columns[c].name, "weight") == 0)
      return kith_export_cell_dup_text (&table->columns[c], &edge->cells[c]);
  return NULL;
}

static void
write_edges (xmlTextWriterPtr writer, const KithExportGraph *graph)
{
  begin (writer, "edges");
  for (guint e = 0; e < graph->edges->len; e++)
    {
      const KithGraphThing *edge = &g_array_index (graph->edges, KithGraphThing, e);
      g_autofree char *id = g_strdup_printf ("e%u", e);
      g_autofree char *weight = dup_weight (graph, edge);

      begin (writer, "edge");
      kith_export_xml_put (writer, "id", id);
      kith_export_xml_put (writer, "source", edge->ends[0]);
      kith_export_xml_put (writer, "target", edge->ends[1]);
      kith_export_xml_put (writer, "weight", weight);
      write_values (writer, graph, edge);
      write_spells (writer, edge->spells);
      end (writer);
    }
  end (writer);
}

/**
 * kith_export_make_gexf:
 * @tables: (element-type KithExportTable): as kith_export_list_tables() makes them
 *
 * The same nodes, edges and attributes as GraphML; when schools were open, arrangements ran and
 * memberships held stands in spells, of first and last days.
 *
 * Returns: (transfer full): the bytes of a document
 */
GBytes *
kith_export_make_gexf (const KithExport *self, GPtrArray *tables)
{
  g_autoptr (KithExportGraph) graph = kith_export_graph_new (tables);
  g_autofree char *date = kith_date_dup_text (self->record->as_at, KITH_DATE_ISO);
  g_autofree char *words =
      g_strdup_printf ("as at %s, for %s", date, kith_audience_get_key (self->audience));
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = kith_export_xml_begin (buffer);

  begin (writer, "gexf");
  kith_export_xml_put (writer, "xmlns", "http://www.gexf.net/1.2draft");
  kith_export_xml_put (writer, "version", "1.2");
  begin (writer, "meta");
  kith_export_xml_put (writer, "lastmodifieddate", date);
  xmlTextWriterWriteElement (writer, BAD_CAST "creator", BAD_CAST "Kith");
  xmlTextWriterWriteElement (writer, BAD_CAST "description", BAD_CAST words);
  end (writer);
  begin (writer, "graph");
  kith_export_xml_put (writer, "mode", "dynamic");
  kith_export_xml_put (writer, "timeformat", "date");
  kith_export_xml_put (writer, "defaultedgetype", "undirected");
  write_attributes (writer, graph, FALSE);
  write_attributes (writer, graph, TRUE);
  write_nodes (writer, graph);
  write_edges (writer, graph);
  end (writer);
  end (writer);
  return kith_export_xml_end (writer, buffer);
}
