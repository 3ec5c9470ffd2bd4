/* kith-export-graph-private.h: the tables as nodes and edges
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-export-private.h"

#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* What a node or an edge is. */
typedef enum
{
  KITH_GRAPH_SCHOOL,
  KITH_GRAPH_ARRANGEMENT,
  KITH_GRAPH_OUTSIDE,      /* a school or an organisation that is no node otherwise */
  KITH_GRAPH_LINK,         /* two schools work together */
  KITH_GRAPH_MEMBERSHIP,   /* a member and its arrangement */
  KITH_N_GRAPH_THINGS,
} KithGraphThingKind;

/**
 * KithGraphThing:
 * @kind: what it is
 * @id: of a node
 * @label: (nullable): of a node, for people
 * @ends: (nullable): ids of the nodes that an edge joins
 * @cells: (nullable): its row, of the table of its kind: its attributes
 * @spells: (nullable): when it was so: "2019-09-01/2021-08-31;2023-09-01/.."
 */
typedef struct
{
  KithGraphThingKind kind;
  const char *id;
  const char *label;
  const char *ends[2];
  const KithExportCell *cells;
  const char *spells;
} KithGraphThing;

/**
 * KithExportGraph:
 * @nodes: (element-type KithGraphThing): schools with and without a link, arrangements, others
 * @edges: (element-type KithGraphThing): links, then memberships
 * @tables: the table of each kind of thing, %NULL for none
 */
typedef struct
{
  GArray *nodes;
  GArray *edges;
  const KithExportTable *tables[KITH_N_GRAPH_THINGS];
  GStringChunk *texts;
} KithExportGraph;

KithExportGraph  *kith_export_graph_new         (GPtrArray               *tables);
void              kith_export_graph_free        (KithExportGraph         *self);
const char       *kith_graph_thing_get_key      (KithGraphThingKind       kind);

xmlTextWriterPtr  kith_export_xml_begin         (xmlBufferPtr             buffer);
void              kith_export_xml_put           (xmlTextWriterPtr         writer,
                                                 const char              *name,
                                                 const char              *value);
GBytes           *kith_export_xml_end           (xmlTextWriterPtr         writer,
                                                 xmlBufferPtr             buffer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithExportGraph, kith_export_graph_free)

G_END_DECLS
