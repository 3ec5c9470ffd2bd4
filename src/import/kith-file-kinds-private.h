/* kith-file-kinds-private.h: the kinds of file, how to tell them, who reads them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-reading-private.h"

G_BEGIN_DECLS

/**
 * KithFileNeeds:
 *
 * What must be known of a file of this kind besides its rows.
 */
typedef enum
{
  KITH_FILE_NEEDS_NOTHING,
  KITH_FILE_NEEDS_DATED,
  KITH_FILE_NEEDS_YEAR,
} KithFileNeeds;

KithReader     kith_file_kind_get_reader      (KithFileKind     kind);
KithFileNeeds  kith_file_kind_get_needs       (KithFileKind     kind);
KithFileKind   kith_file_kind_recognise       (const KithRows  *rows);
KithDate       kith_file_name_find_dated      (const char      *name);
int            kith_file_name_find_year       (const char      *name);
int            kith_file_find_year            (GFile           *file);

gboolean       kith_establishments_read       (KithReading     *self,
                                               GError         **error);
gboolean       kith_establishment_links_read  (KithReading     *self,
                                               GError         **error);
gboolean       kith_groups_read               (KithReading     *self,
                                               GError         **error);
gboolean       kith_group_links_read          (KithReading     *self,
                                               GError         **error);
gboolean       kith_performance_read          (KithReading     *self,
                                               GError         **error);
gboolean       kith_inspections_read          (KithReading     *self,
                                               GError         **error);
gboolean       kith_spine_read                (KithReading     *self,
                                               GError         **error);
gboolean       kith_deprivation_read          (KithReading     *self,
                                               GError         **error);
gboolean       kith_coordinates_read          (KithReading     *self,
                                               GError         **error);
gboolean       kith_boundaries_read           (KithReading     *self,
                                               GError         **error);
gboolean       kith_partnerships_read          (KithReading     *self,
                                               GError         **error);
gboolean       kith_contacts_read              (KithReading     *self,
                                               GError         **error);
gboolean       kith_actions_read               (KithReading     *self,
                                               GError         **error);
gboolean       kith_people_read                (KithReading     *self,
                                               GError         **error);
gboolean       kith_needs_read                 (KithReading     *self,
                                               GError         **error);
gboolean       kith_enquiries_read             (KithReading     *self,
                                               GError         **error);

G_END_DECLS
