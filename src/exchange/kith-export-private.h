/* kith-export-private.h: what is written, before it has a format
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-export.h"
#include "kith-export-table-private.h"
#include "kith-finding-private.h"

G_BEGIN_DECLS

/**
 * KithExport:
 * @chosen: (nullable): URNs of the schools that it is about; %NULL for all
 * @arrangements: (nullable): keys of the arrangements that they are or were in; %NULL for all
 * @redactor: strikes the names that the audience is not told
 *
 * What every table of an export looks at. Those who make tables leave out what the audience is
 * not told; those who write formats know nothing of audiences.
 */
typedef struct
{
  KithRoll *roll;
  const KithRecord *record;
  KithLedger *ledger;
  KithAudience audience;
  GHashTable *chosen;
  GHashTable *arrangements;
  KithRedactor *redactor;
} KithExport;

gboolean          kith_export_may             (const KithExport        *self,
                                               KithTopic                topic);
gboolean          kith_export_has_school      (const KithExport        *self,
                                               gint64                   urn);
gboolean          kith_export_has_arrangement (const KithExport        *self,
                                               const KithArrangement   *arrangement);
gboolean          kith_export_has_index       (const KithExport        *self,
                                               guint                    arrangement);
gboolean          kith_export_has_link        (const KithExport        *self,
                                               const KithEdge          *edge);
gboolean          kith_export_has_member      (const KithExport        *self,
                                               guint                    arrangement,
                                               const KithNetworkMember *member);
char             *kith_export_dup_name        (const KithExport        *self,
                                               const KithArrangement   *arrangement);
char             *kith_export_dup_index_name  (const KithExport        *self,
                                               guint                    arrangement);
const char       *kith_export_get_person      (const KithExport        *self,
                                               gint64                   id);
const char       *kith_export_get_organisation(const KithExport        *self,
                                               gint64                   id);
const char       *kith_export_get_role        (const KithExport        *self,
                                               const char              *role);

GPtrArray        *kith_export_list_books      (const KithExport        *self);
GPtrArray        *kith_export_list_tables     (const KithExport        *self,
                                               gboolean                 with_figures);
KithExportTable  *kith_export_new_figures     (const KithExport        *self);

char             *kith_export_dup_xml_text    (const char              *text);
gboolean          kith_export_write_bytes     (GFile                   *file,
                                               GBytes                  *bytes,
                                               KithJob                 *job,
                                               GError                 **error);

/* Each writes all of a file’s bytes. */
GBytes           *kith_export_make_csv        (const KithExportTable   *table);
GBytes           *kith_export_make_zip        (GPtrArray               *tables,
                                               GError                 **error);
GBytes           *kith_export_make_xlsx       (GPtrArray               *tables,
                                               GError                 **error);
GBytes           *kith_export_make_json       (GPtrArray               *tables);
GBytes           *kith_export_make_graphml    (const KithExport        *self,
                                               GPtrArray               *tables);
GBytes           *kith_export_make_gexf       (const KithExport        *self,
                                               GPtrArray               *tables);

G_END_DECLS
