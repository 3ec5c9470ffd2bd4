/* test-sample-forms.c: the sample region's files have the forms of the published ones
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-sample.h"

#include <glib/gstdio.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

/* Beginnings of the published files, copied from them, and how their rows end. */
static const struct
{
  const char *name;
  const char *beginning;
  const char *line_end;
  guint n_names, n_fields;
} forms[] = {
  { "edubasealldata20260901.csv",
    "\"URN\",\"LA (code)\",\"LA (name)\",\"EstablishmentNumber\",\"EstablishmentName\","
    "\"TypeOfEstablishment (code)\",\"TypeOfEstablishment (name)\","
    "\"EstablishmentTypeGroup (code)\",\"EstablishmentTypeGroup (name)\","
    "\"EstablishmentStatus (code)\",\"EstablishmentStatus (name)\","
    "\"ReasonEstablishmentOpened (code)\",\"ReasonEstablishmentOpened (name)\",\"OpenDate\",",
    "\r\n", 133, 133 },
  { "links_edubasealldata20260901.csv",
    "\"URN\",\"LinkURN\",\"LinkName\",\"LinkType\",\"LinkEstablishedDate\"\r\n", "\r\n", 5, 5 },
  { "groups-2026-09-01.csv",
    "Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,Closed Date,"
    "Open date,Incorporated on (open date),Group Status (code),Group Status,Group Street,"
    "Group Locality,Group Address 3,Group Town,Group County,Group Postcode,Head of Group Title,"
    "Head of Group First Name,Head of Group Last Name,UKPRN\n",
    "\n", 21, 21 },
  { "group-links-2025-09-01.csv",
    ",URN,Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,"
    "Closed Date,Open date,Incorporated on (open date),Group Status (code),Group Status,"
    "Joined date,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),"
    "PhaseOfEducation (code),PhaseOfEducation (name),LA (code),LA (name)\n0,8",
    "\n", 21, 21 },
  { "group-links-2026-09-01.csv", ",URN,Group UID,Group ID,Group Name,", "\n", 21, 21 },
  { "grouplinks_edubaseallacademiesandfree20220901.csv",
    "\"URN\",\"Linked UID\",\"Group Name\",\"Companies House Number\",\"Group Type\","
    "\"Closed Date\",\"Group Status\",\"FederationType\",\"Joined date\",\"EstablishmentName\","
    "\"TypeOfEstablishment (code)\",\"TypeOfEstablishment (name)\",\"PhaseOfEducation (code)\","
    "\"PhaseOfEducation (name)\",\"LA (code)\",\"LA (name)\",\"HasSharedHT\"\n",
    "\n", 17, 16 },
  { "2021-2022_region_census.csv",
    BOM "URN,LA,ESTAB,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,"
        "NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,NUMFSM,NUMFSMEVER,PNUMFSMEVER\r\n",
    "\r\n", 22, 22 },
  { "2024-2025_region_census.csv",
    BOM "URN,LA,Estab,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,"
        "NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCLF,NUMFSM,NUMFSMEVER,NORFSMEVER,"
        "PNUMFSMEVER\r\n",
    "\r\n", 23, 23 },
  { "2018-2019_region_ks2.csv",
    BOM "RECTYPE,ALPHAIND,LEA,ESTAB,URN,SCHNAME,ADDRESS1,ADDRESS2,ADDRESS3,TOWN,PCODE,TELNUM,"
        "PCON_CODE,PCON_NAME,URN_AC,SCHNAME_AC,OPEN_AC,NFTYPE,ICLOSE,RELDENOM,AGERANGE,CONFEXAM,"
        "TAB15,TAB1618,TOTPUPS,TPUPYEAR,TELIG,BELIG,GELIG,PBELIG,PGELIG,TKS1AVERAGE,",
    "\r\n", 318, 318 },
  { "2024-2025_region_ks4final.csv",
    "RECTYPE,URN,SCHNAME,PCODE,PCODE2,TOWN,P8MEA,P8_BANDING,ATT8SCR,PTL2BASICS_95,"
    "PTEBACC_E_PTQ_EE,EBACCAPS,OFSTEDRATING,INSPECTIONDT,WEB,SCHTYPE,GRAMMAR,GENDER,RELIGION,"
    "LATITUDE,LONGITUDE,COLOUR1,COLOUR2,PHASE\r\n",
    "\r\n", 24, 24 },
  { "2023-2024_ks4_school_info.csv",
    "\"time_period\",\"time_identifier\",\"geographic_level\",\"country_code\",\"country_name\","
    "\"school_laestab\",\"school_urn\",\"school_name\",\"old_la_code\",\"new_la_code\",\"la_name\","
    "\"version\",\"establishment_type_group\",\"full_address\",\"telnum\",\"pcon_code\","
    "\"pcon_name\",\"contflag\",\"iclose\",",
    "\r\n", 60, 60 },
  { "state-funded_schools_-_latest_inspections_as_at_31_Aug_2026.csv",
    "Web Link (opens in new window),URN,LAESTAB,School name,Ofsted phase,Type of education,School "
    "open date,",
    "\r\n", 58, 58 },
  { "partnerships.csv",
    "Arrangement id,Arrangement,Kind,Parent,Lead,Coordinator,Deputy,Starts,Ends,Review,Focus,"
    "Objective,Funding,Funding ends,Memorandum,Data sharing,Capacity,URN,Organisation,Role,Joined,"
    "Left\r\n",
    "\r\n", 22, 22 },
  { "contacts.csv",
    "Contact,Date,Kind,URN,Organisation,Person,Part,Arrangement,Officer,Summary,Outcome,"
    "Confidential\r\n",
    "\r\n", 12, 12 },
  { "actions.csv", "Action,URN,Arrangement,Contact,What,Owner,Due,Done,Outcome\r\n", "\r\n", 9, 9 },
  { "people.csv", "Person,Post,URN,Organisation,From,To,Days a year,Expertise,Email\r\n", "\r\n", 9,
    9 },
  { "needs.csv", "URN,Area,Need or expertise,Level,Evidence,Date\r\n", "\r\n", 6, 6 },
  { "enquiries.csv", "URN,Kind,Asked,Answer,By\r\n", "\r\n", 5, 5 },
  { "planted.csv", "urn,code,severity,state,why,arrangement\r\n", "\r\n", 6, 6 },
};

static char *folder;

static char *
read_file (const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* No cell of the region holds a quotation mark or a line end. */
static guint
count_fields (const char *row)
{
  gboolean is_quoted = FALSE;
  guint n = 1;

  for (const char *at = row; *at != '\0'; at++)
    {
      if (*at == '"')
        is_quoted = !is_quoted;
      n += *at == ',' && !is_quoted;
    }
  return n;
}

static void
test_forms (void)
{
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      g_autofree char *text = read_file (forms[f].name);
      g_auto (GStrv) rows = g_strsplit (text, forms[f].line_end, -1);
      guint n_whole = 0, n_rows = g_strv_length (rows) - 1;

      g_test_message ("%s", forms[f].name);
      g_assert_true (g_str_has_prefix (text, forms[f].beginning));
      g_assert_cmpstr (rows[n_rows], ==, "");
      g_assert_cmpuint (count_fields (rows[0]), ==, forms[f].n_names);
      g_assert_cmpuint (n_rows, >, 1);
      for (guint r = 1; r < n_rows; r++)
        n_whole += count_fields (rows[r]) == forms[f].n_fields;
      /* only key stage 2 has rows that stop short: of schools without results */
      if (strstr (forms[f].name, "ks2") != NULL)
        g_assert_cmpuint (n_whole, >, n_rows * 3 / 4);
      else
        g_assert_cmpuint (n_whole, ==, n_rows - 1);
    }
}

static void
test_encodings (void)
{
  g_autofree char *establishments = read_file ("edubasealldata20260901.csv");
  g_autofree char *groups = read_file ("groups-2026-09-01.csv");
  g_autofree char *academies = read_file ("grouplinks_edubaseallacademiesandfree20220901.csv");

  /* an apostrophe is one byte of Windows-1252 here … */
  g_assert_nonnull (strstr (establishments, "\x92s "));
  g_assert_false (g_utf8_validate (establishments, -1, NULL));
  g_assert_false (g_utf8_validate (academies, -1, NULL));
  /* … and a control character in valid UTF-8 there */
  g_assert_true (g_utf8_validate (groups, -1, NULL));
  g_assert_nonnull (strstr (groups, "\xc2\x92s "));
  g_assert_null (strstr (groups, "\xe2\x80\x99"));
}

static void
test_irregularities (void)
{
  static const struct
  {
    const char *name;
    const char *holds;
  } cases[] = {
    { "group-links-2026-09-01.csv", ",1900-01-01," },
    { "group-links-2025-09-01.csv", ",01/01/1900," },
    { "group-links-2026-09-01.csv", ".0,6,Multi-academy" },
    { "groups-2026-09-01.csv", ",CLOSED,Closed," },
    { "links_edubasealldata20260901.csv", "\"Predecessor\",\"\"\r\n" },
    { "links_edubasealldata20260901.csv", "\"Successor - merged\"" },
    { "edubasealldata20260901.csv", "\"01\",\"Community school\"" },
    { "edubasealldata20260901.csv", "\"2\",\"Closed\"" },
    { "edubasealldata20260901.csv", "\",,,\"\",\"" },
    { "2024-2025_region_census.csv", "NAT,,PRI," },
    { "2024-2025_region_census.csv", "\"1," },
    { "2024-2025_region_census.csv", "0%," },
    { "2021-2022_region_census.csv", ",NA,NA,NA" },
    { "2024-2025_region_ks2.csv", ",SUPP," },
    { "2024-2025_region_ks2.csv", ",LOWCOV," },
    { "2024-2025_region_ks2.csv", "\r\n3, ,99" },
    { "2024-2025_region_ks2.csv", "\r\n4, , , , , ," },
    { "2024-2025_region_ks2.csv", "\r\n5, , , , , ," },
    { "2024-2025_region_ks2.csv", "PTRWM_EXP_24" },
    { "2024-2025_region_ks4final.csv", ",SUPP," },
    { "2024-2025_region_ks4final.csv", "4,NAT," },
    { "2023-2024_ks4_school_info.csv", ",\"z\",\"z\"" },
    { "needs.csv", "Seeking a trust" },
    { "partnerships.csv", ",899" },
    { "contacts.csv", ",letter," },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree char *text = read_file (cases[c].name);

      g_test_message ("%s holds %s", cases[c].name, cases[c].holds);
      g_assert_nonnull (strstr (text, cases[c].holds));
    }
}

/* The older form quotes nothing: a comma is a comma. */
static void
test_shares (void)
{
  g_autofree char *text = read_file ("2021-2022_region_census.csv");
  g_auto (GStrv) rows = g_strsplit (text, "\r\n", -1);
  g_auto (GStrv) names = g_strsplit (rows[0], ",", -1);
  guint n_shares = 0;

  for (guint r = 1; rows[r] != NULL && *rows[r] != '\0'; r++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[r], ",", -1);

      for (guint c = 0; names[c] != NULL && cells[c] != NULL; c++)
        {
          double share = g_ascii_strtod (cells[c], NULL);

          if (names[c][0] != 'P')
            continue;
          n_shares += share > 0;
          if (share < 0 || share > 100)
            g_test_message ("row %u, %s: %s", r, names[c], cells[c]);
          g_assert_cmpfloat (share, >=, 0);
          g_assert_cmpfloat (share, <=, 100);
        }
    }
  g_assert_cmpuint (n_shares, >, 5000);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("kith-sample-XXXXXX", &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (folder);
  g_assert_true (kith_sample_write (file, NULL, NULL, &error));
  g_test_add_func ("/sample-forms/headers, line ends and field counts are the published ones",
                   test_forms);
  g_test_add_func ("/sample-forms/apostrophes are encoded as in each published file",
                   test_encodings);
  g_test_add_func ("/sample-forms/every irregularity of the real files is there",
                   test_irregularities);
  g_test_add_func ("/sample-forms/a share of the pupils is one", test_shares);
  result = g_test_run ();
  remove_folder ();
  return result;
}
