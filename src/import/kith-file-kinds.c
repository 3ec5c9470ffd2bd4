/* kith-file-kinds.c: the kinds of file, how to tell them, who reads them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *key;
  const char *words;
  KithFileNeeds needs;
  KithReader read; /* NULL where the kind has no rows */
} KindInfo;

static const KindInfo kinds[KITH_N_FILE_KINDS] = {
  [KITH_FILE_ESTABLISHMENTS] = { "establishments", N_ ("establishments"), KITH_FILE_NEEDS_DATED,
                                 kith_establishments_read },
  [KITH_FILE_ESTABLISHMENT_LINKS] = { "establishment-links", N_ ("establishment links"),
                                      KITH_FILE_NEEDS_DATED, kith_establishment_links_read },
  [KITH_FILE_GROUPS] = { "groups", N_ ("groups"), KITH_FILE_NEEDS_DATED, kith_groups_read },
  [KITH_FILE_GROUP_LINKS] = { "group-links", N_ ("group links"), KITH_FILE_NEEDS_DATED,
                              kith_group_links_read },
  [KITH_FILE_ACADEMY_LINKS] = { "academy-links", N_ ("academy group links"), KITH_FILE_NEEDS_DATED,
                                kith_group_links_read },
  [KITH_FILE_CENSUS] = { "census", N_ ("school census"), KITH_FILE_NEEDS_YEAR,
                         kith_performance_read },
  [KITH_FILE_KS2] = { "ks2", N_ ("key stage 2 results"), KITH_FILE_NEEDS_YEAR,
                      kith_performance_read },
  [KITH_FILE_KS4] = { "ks4", N_ ("key stage 4 results"), KITH_FILE_NEEDS_YEAR,
                      kith_performance_read },
  [KITH_FILE_INSPECTIONS] = { "inspections", N_ ("inspection outcomes"), KITH_FILE_NEEDS_DATED,
                              kith_inspections_read },
  [KITH_FILE_SPINE] = { "spine", N_ ("school spine"), KITH_FILE_NEEDS_NOTHING, kith_spine_read },
  [KITH_FILE_DEPRIVATION] = { "deprivation", N_ ("deprivation"), KITH_FILE_NEEDS_YEAR,
                              kith_deprivation_read },
  [KITH_FILE_COORDINATES] = { "coordinates", N_ ("co-ordinates of schools"),
                              KITH_FILE_NEEDS_NOTHING, kith_coordinates_read },
  [KITH_FILE_BOUNDARIES] = { "boundaries", N_ ("boundaries"), KITH_FILE_NEEDS_NOTHING,
                             kith_boundaries_read },
  [KITH_FILE_PARTNERSHIPS] = { "partnerships", N_ ("partnerships"), KITH_FILE_NEEDS_NOTHING,
                               kith_partnerships_read },
  [KITH_FILE_CONTACTS] = { "contacts", N_ ("contacts"), KITH_FILE_NEEDS_NOTHING,
                           kith_contacts_read },
  [KITH_FILE_ACTIONS] = { "actions", N_ ("actions"), KITH_FILE_NEEDS_NOTHING, kith_actions_read },
  [KITH_FILE_PEOPLE] = { "people", N_ ("people"), KITH_FILE_NEEDS_NOTHING, kith_people_read },
  [KITH_FILE_NEEDS] = { "needs", N_ ("needs and expertise"), KITH_FILE_NEEDS_NOTHING,
                        kith_needs_read },
  [KITH_FILE_ENQUIRIES] = { "enquiries", N_ ("enquiries"), KITH_FILE_NEEDS_NOTHING,
                            kith_enquiries_read },
};

/*
 * A file is of the first kind of which it has every column; | parts the names that a column
 * may have. Columns that a kind needs besides are asked for by its reader, which then says
 * which one is missing.
 */
static const struct
{
  KithFileKind kind;
  const char *columns[5];
} signatures[] = {
  { KITH_FILE_ACADEMY_LINKS, { "Linked UID", "Group Type", "FederationType|HasSharedHT" } },
  { KITH_FILE_GROUP_LINKS, { "Group UID|Linked UID", "Group Type", "Joined date|URN" } },
  { KITH_FILE_GROUPS, { "Group Name", "Group Type" } },
  { KITH_FILE_ESTABLISHMENT_LINKS, { "LinkURN", "LinkType" } },
  { KITH_FILE_ESTABLISHMENTS,
    { "EstablishmentName|EstablishmentNumber",
      "TypeOfEstablishment (name)|EstablishmentStatus (name)|EstablishmentTypeGroup (name)" } },
  { KITH_FILE_KS2, { "PTRWM_EXP|READPROG|MATPROG|READ_AVERAGE" } },
  { KITH_FILE_KS4, { "ATT8SCR|P8MEA|PTL2BASICS_95|avg_att8|avg_ks2_scaledscore|KS2APS" } },
  { KITH_FILE_CENSUS, { "NOR", "PNUMEAL|PNUMFSMEVER|PSENELK|PSENELSE" } },
  { KITH_FILE_INSPECTIONS,
    { "URN|URN at time of latest full inspection|URN at time of latest graded inspection",
      "Overall effectiveness|Quality of education|Curriculum and teaching" } },
  { KITH_FILE_INSPECTIONS, { "unique_reference_number", "rating" } },
  { KITH_FILE_DEPRIVATION,
    { "Postcode|PCD|PCDS|LSOA code|LSOA code (2011)|LSOA code (2021)|LSOA11CD|LSOA21CD",
      "IDACI Score|Income Deprivation Affecting Children Index (IDACI) Score (rate)|"
      "Income Deprivation Affecting Children Index (IDACI) Score (rate) (2025)" } },
  { KITH_FILE_SPINE, { "SCHNAME", "MINORGROUP|NFTYPE", "ICLOSE|OPENDATE" } },
  { KITH_FILE_CONTACTS, { "Date", "Kind", "URN|Organisation|Person|Part|Summary|Officer" } },
  { KITH_FILE_PARTNERSHIPS,
    { "Arrangement", "Kind", "URN|Organisation|Role|Parent|Lead|Coordinator|Starts|Funding" } },
  { KITH_FILE_ACTIONS, { "What", "URN|Arrangement|Contact|Owner|Due|Done" } },
  { KITH_FILE_PEOPLE, { "Person", "Post|Expertise|Days a year|Email" } },
  { KITH_FILE_NEEDS, { "Area", "Need or expertise" } },
  { KITH_FILE_ENQUIRIES, { "Asked", "Answer" } },
  { KITH_FILE_COORDINATES, { "URN", "LAT|LATITUDE", "LON|LONG|LNG|LONGITUDE" } },
  { KITH_FILE_COORDINATES, { "URN", "Easting", "Northing" } },
};

static gboolean
has_column (const KithRows *rows, const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, "|", -1);

  for (guint c = 0; c < kith_rows_get_n_columns (rows); c++)
    for (guint i = 0; each[i] != NULL; i++)
      if (g_ascii_strcasecmp (kith_rows_get_column (rows, c), each[i]) == 0)
        return TRUE;
  return FALSE;
}

/**
 * kith_file_kind_recognise:
 * @rows: a sheet whose header was read
 *
 * Returns: its kind by its header, or %KITH_N_FILE_KINDS
 */
KithFileKind
kith_file_kind_recognise (const KithRows *rows)
{
  for (guint s = 0; s < G_N_ELEMENTS (signatures); s++)
    {
      gboolean has_all = kinds[signatures[s].kind].read != NULL;

      for (guint c = 0; has_all && c < G_N_ELEMENTS (signatures[s].columns); c++)
        if (signatures[s].columns[c] != NULL)
          has_all = has_column (rows, signatures[s].columns[c]);
      if (has_all)
        return signatures[s].kind;
    }
  return KITH_N_FILE_KINDS;
}

/**
 * kith_file_kind_get_reader:
 *
 * Returns: (nullable): who reads a sheet of this kind; %NULL where the kind has no rows
 */
KithReader
kith_file_kind_get_reader (KithFileKind kind)
{
  g_return_val_if_fail (kind < KITH_N_FILE_KINDS, NULL);
  return kinds[kind].read;
}

/**
 * kith_file_kind_get_needs:
 *
 * Returns: what must be known of a file of this kind besides its rows
 */
KithFileNeeds
kith_file_kind_get_needs (KithFileKind kind)
{
  g_return_val_if_fail (kind < KITH_N_FILE_KINDS, KITH_FILE_NEEDS_NOTHING);
  return kinds[kind].needs;
}

/**
 * kith_file_kind_get_words:
 *
 * Returns: (transfer none): the kind for people, translated
 */
const char *
kith_file_kind_get_words (KithFileKind kind)
{
  g_return_val_if_fail (kind < KITH_N_FILE_KINDS, NULL);
  return _ (kinds[kind].words);
}

/**
 * kith_file_kind_get_key:
 *
 * Returns: (transfer none): the kind as the register writes it: "group-links"
 */
const char *
kith_file_kind_get_key (KithFileKind kind)
{
  g_return_val_if_fail (kind < KITH_N_FILE_KINDS, NULL);
  return kinds[kind].key;
}
