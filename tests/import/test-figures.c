/* test-figures.c: performance tables, the census, the spine and co-ordinates
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include "kith-file-kinds-private.h"

#include <string.h>

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    int year;
    const char *dated;
  } cases[] = {
    { "2018-2019_england_ks2final.csv", 2018, "" },
    { "2018-936-ks2.csv", 2018, "" },
    { "2023-24_ks4.csv", 2023, "" },
    { "ks4_202324_final.csv", 2023, "" },
    { "census 2018_19.csv", 2018, "" },
    { "1999-2000.csv", 1999, "" },
    { "ks2-2019.csv", 0, "" },
    { "2019.csv", 0, "" },
    { "2018-2020.csv", 0, "" },
    { "2018-19-20.csv", 2018, "" },
    { "links_edubasealldata20240717.csv", 0, "2024-07-17" },
    { "groups-2022-03-31.csv", 0, "2022-03-31" },
    { "gias-2022-03.csv", 0, "2022-03-01" },
    { "2022-03_multi-academy_trusts.xlsx", 0, "2022-03-01" },
    { "surrey-2021-gias.csv", 0, "" },
    { "gias-2022-13.csv", 0, "" },
    { "state-funded_schools_-_latest_inspections_as_at_31_Aug_2025.csv", 0, "2025-08-31" },
    { "inspections as at 31 December 2024.csv", 0, "2024-12-31" },
    { "1-Sep-2024_to_31-Mar-2025.csv", 0, "2025-03-31" },
    { "31_Smarch_2025.csv", 0, "" },
    { "31_Aug_25.csv", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dated =
          kith_date_dup_text (kith_file_name_find_dated (cases[i].name), KITH_DATE_ISO);

      g_assert_cmpint (kith_file_name_find_year (cases[i].name), ==, cases[i].year);
      g_assert_cmpstr (dated, ==, cases[i].dated);
    }
}

#define KS2                                                                                        \
  "\xef\xbb\xbfRECTYPE,LEA,ESTAB,URN,SCHNAME,TELIG,BELIG,TFSM6CLA1A,PTRWM_EXP,PTRWM_EXP_B,"        \
  "PTRWM_EXP_FSM6CLA1A,READPROG,READPROG_LOWER,PTRWM_EXP_17,READ_AVERAGE\n"

static void
test_ks2 (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first =
      trial_read (trial, "2018-936-ks2.csv",
                  KS2 "1,936,2001,100001,ALDER,30,14,8,64%,57%,SUPP,-1.6,-3,50%,104\r\n"
                      "1,936,2002,100002,BEECH,12,5,2,NE,,LOWCOV,,,,c\r\n"
                      "2,936,7001,100003,CEDAR\r\n"
                      "3,936,, ,AUTHORITY,900,450,90,65%,60%,45%,0,0,66%,104\r\n"
                      "4,,,NAT,ENGLAND,9000,4500,900,65%,60%,45%,0,0,66%,104\r\n"
                      "5,936,2009,100009,A TOTAL,30,14,8,64%,57%,40%,-1.6,-3,50%,104\r\n");
  g_autoptr (KithPreview) second = NULL;

  trial_assert_count (first, "+3 ~0 =0 !0 -3");
  g_assert_cmpint (((KithFileReport *)first->reports->pdata[0])->year, ==, 2018);
  trial_assert_list (
      trial, "measure", "urn,year,name,subgroup,subject,value,reason,cohort",
      "100001 2018 PTRWM_EXP   64  30|100001 2018 PTRWM_EXP boys  57  14|"
      "100001 2018 PTRWM_EXP disadvantaged   SUPP 8|"
      "100001 2018 READPROG  reading -1.6  30|100001 2018 READ_AVERAGE  reading 104  30|"
      "100002 2018 PTRWM_EXP    NE 12|100002 2018 PTRWM_EXP disadvantaged   LOWCOV 2|"
      "100002 2018 READPROG  reading  blank 12|100002 2018 READ_AVERAGE  reading  c 12|"
      "100003 2018 PTRWM_EXP    blank |100003 2018 READPROG  reading  blank ");
  /* the subset form knows less and takes nothing away; co-ordinates in it do not make it one */
  second =
      trial_read (trial, "2018-2019_england_ks2final.csv",
                  "RECTYPE,URN,SCHNAME,READPROG,READPROG_DESCR,LATITUDE,LONGITUDE\n"
                  "1,100001,Alder,-1.6,4,52.5,-0.7\n1,100002,Beech,,,,\n2,100003,Cedar,0.4,,,\n");
  trial_assert_count (second, "+0 ~1 =2 !0 -0");
  g_assert_cmpuint (kith_changeset_count (second->changes, KITH_TABLE_MEASURE, KITH_CHANGE_ALTER),
                    ==, 1);
}

static void
test_ks4 (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) old =
      trial_read (trial, "2018-2019/england_ks4final.csv", /* the folder tells the year */
                  "RECTYPE,URN,TPUP,P8MEA,ATT8SCR,ATT8SCR_BOYS,ATT8SCR_NFSM6CLA1A,KS2APS\n"
                  "1,100001,\"1,180\",NP,57.9,0.10%,50,27.1\n");
  g_autoptr (KithPreview) new = trial_read (
      trial, "school_info.csv", /* the rows tell the year */
      "time_period,geographic_level,school_urn,t_pupils,avg_ks2_scaledscore,pt_disadvantaged\n"
      "202324,School,100001,181,104.2,z\n"
      "202324,National,,9999,104,20\n"
      "2024,School,100001,181,104.2,z\n"
      "202324,School,100002,180,u,c\n");

  trial_assert_count (old, "+1 ~0 =0 !0 -0");
  trial_assert_count (new, "+2 ~0 =0 !1 -1");
  trial_assert_list (trial, "measure", "urn,year,name,subgroup,value,reason,cohort",
                     "100001 2018 ATT8SCR  57.9  1180|100001 2018 ATT8SCR boys 0.1  |"
                     "100001 2018 ATT8SCR not-disadvantaged 50  |100001 2018 KS2APS  27.1  1180|"
                     "100001 2018 P8MEA   NP 1180|100001 2023 PTFSM6CLA1A   z 181|"
                     "100001 2023 avg_ks2_scaledscore  104.2  181|100002 2023 PTFSM6CLA1A   c 180|"
                     "100002 2023 avg_ks2_scaledscore   u 180");
}

static void
test_census (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview =
      trial_read (trial, "2024-2025_england_census.csv",
                  "URN,LA,Estab,SCHOOLTYPE,NOR,PSENELSE,PNUMEAL,PNUMUNCLF,PNUMFSMEVER\n"
                  "100001,901,2001,State-funded primary,\"1,249\",4.82%,60.20%,0,24.88%\n"
                  "100001,901,2001,State-funded primary,\"1,249\",4.82%,60.20%,0,24.88%\n"
                  "100001,901,2001,State-funded primary,250,4.82%,60.20%,0,24.88%\n"
                  "100002,901,2002,State-funded primary,12,about 4,NA,,\n"
                  "NAT,,,Total,99999,1,1,1,1\n");
  const KithFileReport *report = preview->reports->pdata[0];

  trial_assert_count (preview, "+2 ~0 =1 !1 -1");
  g_assert_cmpuint (report->problems->len, ==, 2);
  g_assert_cmpstr (((KithProblem *)report->problems->pdata[0])->value, ==, "100001");
  g_assert_true (((KithProblem *)report->problems->pdata[0])->is_rejection);
  g_assert_cmpstr (((KithProblem *)report->problems->pdata[1])->value, ==, "about 4");
  g_assert_false (((KithProblem *)report->problems->pdata[1])->is_rejection);
  trial_assert_list (trial, "measure", "urn,year,name,value,reason,cohort",
                     "100001 2024 NOR 1249  |100001 2024 PNUMEAL 60.2  1249|"
                     "100001 2024 PNUMFSMEVER 24.88  1249|100001 2024 PNUMUNCFL 0  1249|"
                     "100001 2024 PSENELSE 4.82  1249|100002 2024 NOR 12  |"
                     "100002 2024 PNUMEAL  NA 12");
}

/* the year is never guessed */
static void
test_year (void)
{
  static const char text[] = "URN,NOR,PNUMEAL\n100001,20,5\n";
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) asked = NULL;

  g_assert_null (trial_try (trial, "census-2019.csv", text, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_YEAR);
  g_assert_nonnull (strstr (error->message, "census-2019.csv"));
  trial->options.year = 2019;
  asked = trial_read (trial, "census-2019.csv", text);
  trial_assert_list (trial, "measure", "year,name,value", "2019 NOR 20|2019 PNUMEAL 5");
}

static void
read_schools (Trial *trial)
{
  g_autoptr (KithPreview) preview = trial_read (
      trial, "gias-20250901.csv",
      "URN,LA (code),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name),"
      "Town,Easting,Northing\n"
      "100001,901,Alder,Open,Academies,Alderham,400000,300000\n"
      "100002,901,Beech,Open,Academies,,,\n");

  trial_assert_count (preview, "+2 ~0 =0 !0 -0");
}

/* neither the spine nor co-ordinates add or change a school: they fill in */
static void
test_spine (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview = NULL;

  read_schools (trial);
  preview = trial_read (trial, "2017-2018_england_spine.csv",
                        "URN,LA,ESTAB,SCHNAME,TOWN,ICLOSE,OPENDATE,MINORGROUP,NFTYPE,AGEL,AGEH\n"
                        "100001,901,2001,Old Alder,Elsewhere,1,,Academy,Converter,4,11\n"
                        "100002,901,2002,Old Beech,Beechham,0,43344,Academy,Converter,11,16\n"
                        "100003,901,2003,Cedar,Cedarham,0,,Academy,Converter,11,16\n"
                        "100002,901,2002,Old Beech,Otherham,0,,Academy,Converter,11,16\n"
                        "100001,901,2001,Old Alder,Elsewhere,1,,Academy,Converter,4,11\n");
  trial_assert_count (preview, "+0 ~2 =1 !1 -1");
  trial_assert_list (trial, "school", "urn,name,town,estab,opened,low_age",
                     "100001 Alder Alderham 2001  4|100002 Beech Beechham 2002 2018-09-01 11");
}

/* Caister water tower stands at 52.657977, 1.716052 and at 651409.8, 313177.4 (Ordnance Survey,
 * A guide to coordinate systems in Great Britain); seven parameters come within five metres */
static void
test_coordinates (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) degrees = NULL;
  g_autoptr (KithPreview) metres = NULL;
  const KithSchool *beech;

  read_schools (trial);
  degrees = trial_try (trial, "coords.csv",
                       "URN,SCHNAME,LAT,LON\n100001,A,52.0,0.1\n100002,B,1.716052,52.657977\n"
                       "100003,C,52,1\n",
                       NULL);
  trial_assert_count (degrees, "+0 ~0 =1 !1 -1");
  g_clear_pointer (&degrees, kith_preview_free);
  degrees = trial_read (trial, "coords.csv",
                        "URN,SCHNAME,LAT,LON\n100001,A,52.0,0.1\n100002,B,52.657977,1.716052\n");
  trial_assert_count (degrees, "+0 ~1 =1 !0 -0");
  beech = kith_ledger_find (trial->ledger, KITH_TABLE_SCHOOL, 100002);
  g_assert_cmpfloat_with_epsilon (beech->easting, 651409.9, 5);
  g_assert_cmpfloat_with_epsilon (beech->northing, 313177.3, 5);
  metres = trial_read (trial, "places.csv", "URN,Easting,Northing\n100002,500000,200000\n");
  trial_assert_count (metres, "+0 ~0 =1 !0 -0");
}

/* By postcode however it is written, or by LSOA; several schools may stand at one place. */
static void
test_deprivation (void)
{
  static const char by_postcode[] = "Postcode,LSOA code,IDACI Decile,IDACI Score\n"
                                    "gu12 6lx,E01000001,5,0.15\n"
                                    "GU126LY,E01000002,5,0.25\n"
                                    "ZZ1 1ZZ,E01000009,5,0.35\n"
                                    "GU12 6LX,E01000001,5,much\n";
  static const char by_lsoa[] =
      "LSOA code (2011),Income Deprivation Affecting Children Index (IDACI) Score (rate)\n"
      "E01000001,0.16\n";
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) schools = NULL, first = NULL, again = NULL, lsoa = NULL;
  g_autoptr (GError) error = NULL;

  schools = trial_read (
      trial, "gias-20250901.csv",
      "URN,LA (code),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name),"
      "Postcode,LSOA (code)\n"
      "100001,901,Alder,Open,Academies,GU12 6LX,E01000001\n"
      "100002,901,Beech,Open,Academies,GU12 6LX,E01000001\n"
      "100003,901,Cedar,Open,Academies,GU12 6LY,E01000002\n");
  g_assert_null (trial_try (trial, "idaci.csv", by_postcode, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_YEAR);
  trial->options.year = 2019;
  first = trial_read (trial, "idaci.csv", by_postcode);
  trial_assert_count (first, "+2 ~0 =0 !1 -1");
  trial_assert_list (trial, "measure", "urn,year,name,value",
                     "100001 2019 IDACI 0.15|100002 2019 IDACI 0.15|100003 2019 IDACI 0.25");
  again = trial_read (trial, "idaci.csv", by_postcode);
  trial_assert_count (again, "+0 ~0 =2 !1 -1");
  lsoa = trial_read (trial, "lsoa.csv", by_lsoa);
  trial_assert_count (lsoa, "+0 ~1 =0 !0 -0");
  trial_assert_list (trial, "measure", "urn,value", "100001 0.16|100002 0.16|100003 0.25");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/names-tell-years-and-days", test_names);
  g_test_add_func ("/figures/ks2-with-reasons-cohorts-and-totals", test_ks2);
  g_test_add_func ("/figures/ks4-in-both-forms", test_ks4);
  g_test_add_func ("/figures/census", test_census);
  g_test_add_func ("/figures/the-year-is-never-guessed", test_year);
  g_test_add_func ("/figures/a-spine-fills-in", test_spine);
  g_test_add_func ("/figures/co-ordinates-fill-in", test_coordinates);
  g_test_add_func ("/figures/deprivation-by-postcode-or-lsoa", test_deprivation);
  return g_test_run ();
}
