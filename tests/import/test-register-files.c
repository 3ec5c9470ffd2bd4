/* test-register-files.c: establishments, their links, groups and memberships
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include <string.h>

#define HEADER                                                                                     \
  "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),"      \
  "EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,"                   \
  "PhaseOfEducation (name),SchoolCapacity,PercentageFSM,Trusts (name),Easting,Northing,"           \
  "GSSLACode (name),CHNumber,Linked establishments\n"

#define ALDER                                                                                      \
  "100001,901,Northmoor,2001,Alder Primary School,Community school,"                               \
  "Local authority maintained schools,Open,01-09-1990,,Primary,210,12.5,,400100,300200,"           \
  "E10000901,,100900 Predecessor\n"
#define BEECH                                                                                      \
  "100002,901,Northmoor,4002,Beech School,Academy converter,Academies,Open,2012-09-01,,"           \
  "Secondary,\"1,200\",8.0,Beech Trust,401000,301000,E10000901,5210075.0,\n"

/* What the n-th problem says, as "row column value". */
static void
assert_problem (KithPreview *preview, guint n, const char *where, gboolean is_rejection)
{
  const KithFileReport *report = g_ptr_array_index (preview->reports, 0);
  const KithProblem *problem;
  g_autofree char *text = NULL;

  g_assert_cmpuint (report->problems->len, >, n);
  problem = g_ptr_array_index (report->problems, n);
  text = g_strdup_printf ("%d %s %s", (int)problem->row,
                          problem->column == NULL ? "-" : problem->column,
                          problem->value == NULL ? "-" : problem->value);
  g_assert_cmpstr (text, ==, where);
  g_assert_cmpint (problem->is_rejection, ==, is_rejection);
  g_assert_true (g_str_has_suffix (problem->reason, "."));
}

static void
test_establishments (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "gias-20250901.csv", HEADER ALDER BEECH);
  g_autoptr (KithPreview) second = NULL;
  g_autoptr (KithPreview) third = NULL;

  trial_assert_count (first, "+2 ~0 =0 !0 -0");
  g_assert_cmpstr (first->summary, ==, "Import of gias-20250901.csv: 2 schools added");
  trial_assert_list (trial, "school",
                     "urn,name,la,estab,status,opened,capacity,fsm_percent,easting",
                     "100001 Alder Primary School 901 2001 Open 1990-09-01 210 12.5 400100|"
                     "100002 Beech School 901 4002 Open 2012-09-01 1200 8 401000");
  trial_assert_list (trial, "school", "urn,companies_house,trusts",
                     "100001  |100002 05210075 Beech Trust");
  trial_assert_list (trial, "authority", "code,name,gss", "901 Northmoor E10000901");
  trial_assert_list (trial, "school_authority", "urn,la,from_date,to_date",
                     "100001 901  |100002 901  ");
  trial_assert_list (trial, "source", "name,kind,dated,n_rows,n_added",
                     "gias-20250901.csv establishments 2025-09-01 2 2");

  /* the same file, and the same bytes under another name, change nothing at all */
  second = trial_read (trial, "gias-20250901.csv", HEADER ALDER BEECH);
  trial_assert_count (second, "+0 ~0 =2 !0 -0");
  g_assert_cmpuint (kith_changeset_get_size (second->changes), ==, 0);
  third = trial_read (trial, "copy of 2025-09-01.csv", HEADER ALDER BEECH);
  g_assert_cmpuint (kith_changeset_get_size (third->changes), ==, 0);
}

/* other bytes that say the same leave only a line in the list of files */
static void
test_same_in_other_bytes (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "a-20250901.csv", HEADER ALDER BEECH);
  g_autoptr (KithPreview) second = trial_read (trial, "b-20250901.csv", HEADER BEECH ALDER);

  trial_assert_count (second, "+0 ~0 =2 !0 -0");
  g_assert_cmpuint (kith_changeset_get_size (second->changes), ==, 1);
  g_assert_cmpuint (kith_changeset_count (second->changes, KITH_TABLE_SOURCE, KITH_CHANGE_ADD), ==,
                    1);
  g_assert_cmpuint (first->reports->len, ==, 1);
}

/* what one file changes and the next takes back is no change, whoever said it last */
static void
test_taken_back (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "a-20250901.csv", HEADER ALDER);
  g_autoptr (GFile) other =
      trial_write (trial, "b-20251001.csv",
                   HEADER "100001,901,Northmoor,2001,Elder Primary School,Community school,"
                          "Local authority maintained schools,Open,,,Primary,,,,,,,,\n");
  g_autoptr (GFile) back = trial_write (trial, "c-20251101.csv", HEADER ALDER);
  GFile *files[] = { other, back };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) both =
      kith_import_read (trial->ledger, files, 2, &trial->options, NULL, &error);

  g_assert_no_error (error);
  trial_assert_count (first, "+1 ~0 =0 !0 -0");
  trial_assert_count (both, "+0 ~1 =0 !0 -0");
  g_assert_cmpuint (kith_changeset_get_size (both->changes), ==, 2); /* two sources */
}

/* closes, moves, renames; absence closes nothing and is listed */
static void
test_newer (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "a-20250901.csv", HEADER ALDER BEECH);
  g_autoptr (KithPreview) second = trial_read (
      trial, "b-20260401.csv",
      HEADER "100002,902,Southmoor,4002,Beech Academy,Academy converter,Academies,Closed,,"
             "31-03-2026,,,,,,,E10000902,,\n"
             "100003,901,Northmoor,2003,Cedar School,Community school,"
             "Local authority maintained schools,Open,,,Primary,,,,,,,,\n");

  trial_assert_count (first, "+2 ~0 =0 !0 -0");
  trial_assert_count (second, "+1 ~1 =0 !0 -0");
  assert_problem (second, 0, "0 - 100001 Alder Primary School", FALSE);
  /* what a newer file leaves blank stays, but nobody is in a trust that it does not name */
  trial_assert_list (trial, "school", "urn,name,la,status,opened,closed,capacity,trusts,easting",
                     "100001 Alder Primary School 901 Open 1990-09-01  210  400100|"
                     "100002 Beech Academy 902 Closed 2012-09-01 2026-03-31 1200  401000|"
                     "100003 Cedar School 901 Open     ");
  trial_assert_list (trial, "school_authority", "urn,la,from_date,to_date",
                     "100001 901  |100002 901  2026-04-01|100002 902 2026-04-01 |100003 901  ");
}

/* fills what is blank, and leaves what is known */
static void
test_older (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) newer = trial_read (
      trial, "b-20260401.csv",
      HEADER "100002,902,Southmoor,4002,Beech Academy,Academy converter,Academies,Open,,,"
             "Secondary,,9,,,,E10000902,,\n");
  g_autoptr (KithPreview) older = trial_read (trial, "a-20250901.csv", HEADER ALDER BEECH);

  trial_assert_count (newer, "+1 ~0 =0 !0 -0");
  trial_assert_count (older, "+1 ~1 =0 !0 -0");
  assert_problem (older, 0, "0 - 2026-04-01", FALSE);
  trial_assert_list (trial, "school", "urn,name,la,capacity,fsm_percent,trusts,easting",
                     "100001 Alder Primary School 901 210 12.5  400100|"
                     "100002 Beech Academy 902 1200 9  401000");
  trial_assert_list (trial, "school_authority", "urn,la,from_date,to_date",
                     "100001 901  |100002 901  2026-04-01|100002 902 2026-04-01 ");
}

static void
test_rows (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview = trial_read (
      trial, "a-20250901.csv",
      HEADER ALDER ALDER                                 /* rows 2 and 3: the same is one */
      " ,901,Northmoor,,Total,,,,,,,,,,,,,,\n"           /* 4: a total */
      "NAT,,,,England,,,,,,,,,,,,,,\n"                   /* 5: a total */
      "100001,901,Northmoor,2001,Alder Junior School,,," /* 6: the same URN, otherwise */
      "Open,,,,,,,,,,,\n"
      "10X,901,Northmoor,1,Elm,,,Open,,,,,,,,,,,\n" /* 7: no URN */
      "100007,901,Northmoor,1,,,,Open,,,,,,,,,,,\n" /* 8: no name */
      "100008,901,Northmoor,1,Fir School,,,Open,32-13-2001,,,many,,,0,0,,,x,\"y z\",w\n"
      "100009,901,Northmoor,1,Gean School,,,Open,1900-01-01\n"); /* 10: short */

  trial_assert_count (preview, "+3 ~0 =1 !3 -2");
  assert_problem (preview, 0, "6 URN 100001", TRUE);
  assert_problem (preview, 1, "7 URN 10X", TRUE);
  assert_problem (preview, 2, "8 URN 100007", TRUE);
  assert_problem (preview, 3, "9 OpenDate 32-13-2001", FALSE);
  assert_problem (preview, 4, "9 SchoolCapacity many", FALSE);
  trial_assert_list (trial, "school", "urn,name,opened,capacity,easting",
                     "100001 Alder Primary School 1990-09-01 210 400100|100008 Fir School   |"
                     "100009 Gean School   ");
}

static void
test_encodings (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview =
      trial_read (trial, "a-20250901.csv",
                  HEADER "100001,901,Northmoor,1,St Anne\x92s Caf\xe9,,,Open,,,,,,,,,,,\n"
                         "100002,901,Northmoor,1,St Anne\xc2\x92s Caf\xc3\xa9,,,Open,,,,,,,,,,,\n");

  trial_assert_count (preview, "+2 ~0 =0 !0 -0");
  trial_assert_list (trial, "school", "urn,name", "100001 St Anne’s Café|100002 St Anne’s Café");
}

static void
test_establishment_links (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first =
      trial_read (trial, "links_edubasealldata20230421.csv",
                  "\"URN\",\"LinkURN\",\"LinkName\",\"LinkType\",\"LinkEstablishedDate\"\r\n"
                  "100001,100900,\"Old Alder\",\"Predecessor\",\"\"\r\n"
                  "100900,100001,\"Alder\",\"Successor\",\"01-01-1900\"\r\n"
                  "100001,100001,\"Alder\",\"Other\",\"01-09-2030\"\r\n"
                  "100001,,\"?\",\"Other\",\"\"\r\n");
  g_autoptr (KithPreview) second =
      trial_read (trial, "links_edubasealldata20240717.csv",
                  "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                  "100001,100900,Old Alder School,Predecessor,01/09/2001\n");
  g_autoptr (KithPreview) older =
      trial_read (trial, "links_edubasealldata20220101.csv",
                  "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                  "100001,100900,Very old Alder,Predecessor,01/09/1999\n"
                  "100900,100001,Alder,Successor,2001-09-01\n");

  trial_assert_count (first, "+3 ~0 =0 !1 -0");
  assert_problem (first, 0, "5 LinkURN ", TRUE);
  trial_assert_count (second, "+0 ~1 =0 !0 -0");
  trial_assert_count (older, "+0 ~1 =1 !0 -0");
  trial_assert_list (trial, "school_link", "urn,link_urn,name,kind,date",
                     "100001 100001 Alder Other 2030-09-01|"
                     "100001 100900 Old Alder School Predecessor 2001-09-01|"
                     "100900 100001 Alder Successor 2001-09-01");
}

static void
put_officers_pairing (Trial *trial)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (trial->ledger);
  KithArrangement pairing;
  KithMembership member;
  KithLedger *after;

  kith_row_clear (KITH_TABLE_ARRANGEMENT, &pairing);
  pairing.id = kith_changeset_take_key (changes, KITH_TABLE_ARRANGEMENT);
  pairing.kind = "pairing";
  pairing.name = "Alder with Beech";
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &pairing);
  kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
  member.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
  member.arrangement_id = pairing.id;
  member.urn = 100001;
  kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
  after = kith_changeset_apply (changes, 1);
  kith_ledger_unref (trial->ledger);
  trial->ledger = after;
}

/* a school that became another: the officer is told that its pairings can move */
static void
test_successor (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview = NULL;

  put_officers_pairing (trial);
  preview = trial_read (trial, "links_edubasealldata20230421.csv",
                        "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                        "100001,100005,Alder Academy,Successor,\n"
                        "100002,100006,Beech Academy,Successor,\n");
  trial_assert_count (preview, "+2 ~0 =0 !0 -0");
  assert_problem (preview, 0, "2 LinkURN 100005", FALSE);
  g_assert_cmpuint (((KithFileReport *)preview->reports->pdata[0])->problems->len, ==, 1);
}

#define GROUPS                                                                                     \
  "Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,Closed Date," \
  "Open date,Incorporated on (open date),Group Status (code),Group Status\n"

static void
test_groups (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (
      trial, "groups-2022-03-31.csv",
      GROUPS "10,TR1,NORTH TRUST,7953395.0,6,Multi-academy trust,,,2012-02-17,OPEN,Open\n"
             "11,,None,,1,Federation,1900-01-01,2009-01-06,,CLOSED,Closed\n"
             "12,,Oak Foundation,,2,Trust,,,,OPEN,Open\n"
             "13,,Sea Children\xc2\x92s Centres,,8,Children's Centres Group,,,,OPEN,Open\n"
             "14,SP1,Sea Sponsor,,5,School sponsor,,,,OPEN,Open\n"
             "15,,Odd,,99,Choir,,,,OPEN,Open\n"
             "14,SP1,Sea Sponsor,,5,School sponsor,,,,OPEN,Open\n"
             "14,SP2,Lake Sponsor,,5,School sponsor,,,,OPEN,Open\n");
  g_autoptr (KithPreview) second = trial_read (
      trial, "groups-2023-03-31.csv",
      GROUPS "10,TR1,North and South Trust,07953395,6,Multi-academy trust,2023-01-31,,,CLOSED,"
             "Closed\n");
  g_autoptr (KithPreview) older =
      trial_read (trial, "groups-2020-03-31.csv",
                  GROUPS "10,TR9,OLD TRUST,,6,Multi-academy trust,,2011-01-01,,OPEN,Open\n"
                         "14,SP1,Old Sponsor,,5,School sponsor,,2001-01-01,,OPEN,Open\n");

  trial_assert_count (first, "+4 ~0 =1 !2 -1");
  assert_problem (first, 0, "7 Group Type Choir", TRUE);
  assert_problem (first, 1, "9 Group UID 14", TRUE);
  trial_assert_count (second, "+0 ~1 =0 !0 -0");
  trial_assert_count (older, "+0 ~1 =1 !0 -0");
  trial_assert_list (trial, "arrangement",
                     "uid,kind,name,group_id,companies_house,starts,ends,status",
                     "10 trust North and South Trust TR1 07953395 2012-02-17 2023-01-31 closed|"
                     "11 federation None   2009-01-06  closed|"
                     "12 foundation-trust Oak Foundation     open|"
                     "14 sponsor Sea Sponsor SP1  2001-01-01  open");
}

#define LINKS                                                                                      \
  ",URN,Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,"        \
  "Closed Date,Open date,Group Status,Joined date,EstablishmentName,LA (name)\n"
#define IN(urn, uid, type, joined)                                                                 \
  "0," urn "," uid ",,Group " uid ",,," type ",,,Open," joined ",School " urn ",Northmoor\n"
#define MAT "Multi-academy trust"

/* the history that METHODS, section 1, tells; worked by hand */
static void
test_history (void)
{
  static const char *const names[] = { "links-2020-01-01.csv", "links-2021-01-01.csv",
                                       "links-2022-01-01.csv" };
  static const char *const texts[] = {
    LINKS IN ("100001", "10", MAT, "01/09/2015") IN ("100002", "10", MAT, "")
        IN ("100003", "20", "Federation", "2010-09-01") IN ("100004", "30", MAT, "2011-09-01"),
    /* 100002 has gone from 10, which is named; 30 and 100004 are not named */
    LINKS IN ("100001", "10", MAT, "02/09/2015") IN ("100003", "20", "Federation", "01/01/1900"),
    /* 100001 has moved to 40; 100005 has come to 10 */
    LINKS IN ("100001", "40", MAT, "2021-09-01") IN ("100005", "10", MAT, "2021-10-01")
        IN ("100003", "20", "Federation", ""),
  };
  static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                     { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      g_autoptr (Trial) trial = trial_new ();

      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (KithPreview) preview =
              trial_read (trial, names[orders[o][i]], texts[orders[o][i]]);

          g_assert_cmpuint (preview->reports->len, ==, 1);
        }
      g_test_message ("order %u %u %u", orders[o][0], orders[o][1], orders[o][2]);
      trial_assert_list (trial, "membership", "urn,joined,left_date,left_after",
                         "100001 2015-09-02 2022-01-01 2021-01-01|100001 2021-09-01  |"
                         "100002  2021-01-01 2020-01-01|100003 2010-09-01  |100004 2011-09-01  |"
                         "100005 2021-10-01  ");
    }
}

/* one that left and came back has two spells */
static void
test_spells (void)
{
  static const char away[] = LINKS IN ("100002", "10", MAT, "");
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "links-2020-01-01.csv",
                                              LINKS IN ("100001", "10", MAT, "2015-09-01")
                                                  IN ("100001", "10", MAT, "2015-09-01"));
  g_autoptr (KithPreview) second = trial_read (trial, "links-2021-01-01.csv", away);
  g_autoptr (KithPreview) third =
      trial_read (trial, "links-2022-01-01.csv", LINKS IN ("100001", "10", MAT, "2021-09-01"));
  g_autoptr (KithPreview) fourth = trial_read (trial, "links-2023-01-01.csv",
                                               LINKS IN ("100001", "10", MAT, "2021-09-01")
                                                   IN ("100002", "10", MAT, "2013-09-01")
                                                       IN ("100002", "10", MAT, "2022-09-01"));

  trial_assert_count (first, "+1 ~0 =1 !0 -0");
  trial_assert_count (second, "+1 ~0 =0 !0 -0");
  trial_assert_count (third, "+1 ~0 =0 !0 -0");
  trial_assert_count (fourth, "+2 ~0 =1 !0 -0");
  trial_assert_list (trial, "membership", "urn,joined,left_date,left_after",
                     "100001 2015-09-01 2021-01-01 2020-01-01|100001 2021-09-01  |"
                     "100002  2022-01-01 2021-01-01|100002 2013-09-01  |100002 2022-09-01  ");
}

/* a row without a joined date is the same membership as one with, whichever comes first */
static void
test_undated (void)
{
  static const char *const texts[] = {
    LINKS IN ("100001", "10", MAT, "") IN ("100001", "10", MAT, "2015-09-01"),
    LINKS IN ("100001", "10", MAT, "2015-09-01") IN ("100001", "10", MAT, "1900-01-01"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Trial) trial = trial_new ();
      g_autoptr (KithPreview) first = trial_read (trial, "links-2020-01-01.csv", texts[i]);
      g_autoptr (KithPreview) other = trial_read (trial, "links-2021-01-01.csv", texts[1 - i]);

      g_assert_cmpuint (first->reports->len + other->reports->len, ==, 2);
      trial_assert_list (trial, "membership", "urn,joined,left_date", "100001 2015-09-01 ");
    }
}

/* a file of academies says nothing of federations */
static void
test_academies_only (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) all =
      trial_read (trial, "links-2020-01-01.csv",
                  LINKS IN ("100001", "10", MAT, "") IN ("100001", "20", "Federation", "")
                      IN ("100002", "10", MAT, ""));
  g_autoptr (KithPreview) academies = trial_read (
      trial, "grouplinks_edubaseallacademiesandfree20210501.csv",
      "\"URN\",\"Linked UID\",\"Group Name\",\"Group Type\",\"Closed Date\",\"Group Status\","
      "\"FederationType\",\"Joined date\",\"EstablishmentName\",\"HasSharedHT\"\n"
      "100001,10,\"Group 10\",\"Multi-academy trust\",\"\",\"Open\",\"\",\"01-09-2016\",\"A\"\n");

  trial_assert_count (all, "+3 ~0 =0 !0 -0");
  trial_assert_count (academies, "+0 ~1 =0 !0 -0");
  trial_assert_list (trial, "membership", "urn,joined,left_date,left_after",
                     "100001   |100001 2016-09-01  |100002  2021-05-01 2020-01-01");
}

/* one row, one school that is not there: told once, and the row is an addition */
static void
test_outside_is_told_once (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) preview =
      trial_read (trial, "partnerships.csv",
                  "Arrangement id,Arrangement,Kind,URN,Organisation,Role\n"
                  "H1,Reading hub,hub,100077,,member\n"
                  "H1,Reading hub,hub,,Marsh College,partner\n");
  const KithFileReport *report = g_ptr_array_index (preview->reports, 0);

  trial_assert_count (preview, "+2 ~0 =0 !0 -0");
  g_assert_cmpuint (report->problems->len, ==, 1);
}

/* an authority whose name no file gives has a stand-in until one does */
static void
test_unnamed_authority (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) codes =
      trial_read (trial, "a-20240901.csv",
                  "URN,LA (code),EstablishmentName,EstablishmentStatus (name),"
                  "EstablishmentTypeGroup (name)\n100003,901,Cedar,Open,Academies\n");
  g_autoptr (KithPreview) names = NULL;

  trial_assert_count (codes, "+1 ~0 =0 !0 -0");
  trial_assert_list (trial, "authority", "code,name", "901 Authority 901");
  names = trial_read (trial, "b-20250901.csv", HEADER ALDER);
  trial_assert_count (names, "+1 ~0 =0 !0 -0");
  trial_assert_list (trial, "authority", "code,name", "901 Northmoor");
}

/* a space in a cell is nothing, today and when the file comes again */
static void
test_space_is_nothing (void)
{
#define ROWS "Person,Post,URN\nAda Marsh, ,100001\n"
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) first = trial_read (trial, "people.csv", ROWS);
  g_autoptr (KithPreview) second = trial_read (trial, "people.csv", ROWS "\n");

  trial_assert_count (first, "+1 ~0 =0 !0 -0");
  trial_assert_list (trial, "post", "title,urn", " 100001");
  g_assert_cmpuint (kith_changeset_count (second->changes, KITH_TABLE_POST, KITH_CHANGE_ALTER), ==,
                    0);
#undef ROWS
}

/* members that the register does not hold wait outside until it does */
static void
test_outside (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) links =
      trial_read (trial, "links-2020-01-01.csv",
                  LINKS IN ("100001", "10", MAT, "") IN ("100077", "10", MAT, "")
                      IN ("20001", "90", "Children's Centres Group", ""));
  g_autoptr (KithPreview) schools = NULL;

  trial_assert_count (links, "+2 ~0 =0 !0 -1");
  trial_assert_list (trial, "outside_school", "urn,name,authority",
                     "100001 School 100001 Northmoor|100077 School 100077 Northmoor");
  schools = trial_read (trial, "a-20250901.csv", HEADER ALDER);
  trial_assert_list (trial, "outside_school", "urn", "100077");
  trial_assert_count (schools, "+1 ~0 =0 !0 -0");
}

/* what an officer recorded of a trust's members stays as it is */
static void
test_officers_membership (void)
{
  g_autoptr (Trial) trial = trial_new ();
  g_autoptr (KithPreview) groups =
      trial_read (trial, "groups-2019-03-31.csv",
                  GROUPS "10,TR1,Group 10,,6,Multi-academy trust,,,,OPEN,Open\n");
  g_autoptr (KithChangeset) changes = kith_changeset_new (trial->ledger);
  g_autoptr (KithPreview) first = NULL;
  g_autoptr (KithPreview) second = NULL;
  KithMembership member;
  KithLedger *after;

  for (gint64 urn = 100001; urn <= 100002; urn++)
    {
      kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
      member.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
      member.arrangement_id = 1;
      member.urn = urn;
      member.role = "lead";
      kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
    }
  after = kith_changeset_apply (changes, 2);
  kith_ledger_unref (trial->ledger);
  trial->ledger = after;

  first = trial_read (trial, "links-2020-01-01.csv", LINKS IN ("100001", "10", MAT, "2015-09-01"));
  second = trial_read (trial, "links-2021-01-01.csv", LINKS IN ("100001", "10", MAT, "2016-09-01"));
  trial_assert_list (trial, "membership", "urn,role,joined,left_date",
                     "100001 lead  |100002 lead  ");
  trial_assert_count (groups, "+1 ~0 =0 !0 -0");
  trial_assert_count (first, "+0 ~0 =1 !0 -0");
  trial_assert_count (second, "+0 ~0 =1 !0 -0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/establishments-twice-change-nothing", test_establishments);
  g_test_add_func ("/register/the-same-in-other-bytes-is-a-source-row", test_same_in_other_bytes);
  g_test_add_func ("/register/what-is-taken-back-is-no-change", test_taken_back);
  g_test_add_func ("/register/a-newer-file-closes-moves-and-renames", test_newer);
  g_test_add_func ("/register/an-older-file-fills-blanks", test_older);
  g_test_add_func ("/register/each-row-has-one-of-five-outcomes", test_rows);
  g_test_add_func ("/register/names-in-any-encoding", test_encodings);
  g_test_add_func ("/register/links-in-circles-dated-and-not", test_establishment_links);
  g_test_add_func ("/register/a-successor-is-told", test_successor);
  g_test_add_func ("/register/groups-open-and-close", test_groups);
  g_test_add_func ("/register/memberships-have-a-history-in-any-order", test_history);
  g_test_add_func ("/register/who-comes-back-has-two-spells", test_spells);
  g_test_add_func ("/register/undated-and-dated-rows-are-one", test_undated);
  g_test_add_func ("/register/academies-decide-only-about-academies", test_academies_only);
  g_test_add_func ("/register/an outside school is told once", test_outside_is_told_once);
  g_test_add_func ("/register/an authority without a name has a stand-in", test_unnamed_authority);
  g_test_add_func ("/register/a space is nothing", test_space_is_nothing);
  g_test_add_func ("/register/outside-schools-come-in", test_outside);
  g_test_add_func ("/register/officers-memberships-stay", test_officers_membership);
  return g_test_run ();
}
