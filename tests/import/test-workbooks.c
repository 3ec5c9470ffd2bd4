/* test-workbooks.c: officers' workbooks, row by row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "make-book.h"
#include "trial.h"

#include <string.h>

#define PARTNERSHIPS                                                                               \
  "Arrangement id|Arrangement|Kind|Parent|Lead|Coordinator|Deputy|Starts|Ends|Review|Focus|"       \
  "Objective|Funding|Funding ends|Memorandum|Data sharing|Capacity|URN|Organisation|Role|Joined|"  \
  "Left\n"
#define CONTACTS                                                                                   \
  "Contact|Date|Kind|URN|Organisation|Person|Part|Arrangement|Officer|Summary|Outcome|"            \
  "Confidential\n"
#define ACTIONS "Action|URN|Arrangement|Contact|What|Owner|Due|Done|Outcome\n"
#define PEOPLE "Person|Post|URN|Organisation|From|To|Days a year|Expertise|Email\n"
#define NEEDS "URN|Area|Need or expertise|Level|Evidence|Date\n"
#define ENQUIRIES "URN|Kind|Asked|Answer|By\n"

/* Four schools, an authority, and groups of GIAS: two of one name, and a sponsor. */
static Trial *
begin (void)
{
  static const KithAuthority authority = { 901, "Northmoor", NULL, KITH_INT_NONE };
  static const struct
  {
    gint64 uid;
    const char *kind, *name, *status;
  } groups[] = {
    { 10, "trust", "North Trust", "closed" },
    { 11, "single-academy-trust", "North Trust", "open" },
    { 12, "sponsor", "Reading Hub", "open" },
    { 13, "trust", "Early Trust", "open" },
  };
  Trial *trial = trial_new ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (trial->ledger);

  kith_changeset_put (changes, KITH_TABLE_AUTHORITY, &authority);
  for (gint64 urn = 100001; urn <= 100004; urn++)
    {
      KithSchool school;

      kith_row_clear (KITH_TABLE_SCHOOL, &school);
      school.urn = urn;
      school.name = "School";
      kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
    }
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      KithArrangement group;

      kith_row_clear (KITH_TABLE_ARRANGEMENT, &group);
      group.id = g + 1;
      group.uid = groups[g].uid;
      group.kind = groups[g].kind;
      group.name = groups[g].name;
      group.status = groups[g].status;
      kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &group);
    }
  kith_ledger_unref (trial->ledger);
  trial->ledger = kith_changeset_apply (changes, 1);
  return trial;
}

static KithPreview *
read_table (Trial *trial, const char *name, const char *text)
{
  g_autoptr (GBytes) csv = make_csv_table (text);
  g_autofree char *copy = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  return trial_read (trial, name, copy);
}

/* The same, with partnerships read before. */
static Trial *
begin_with (const char *text)
{
  Trial *trial = begin ();

  kith_preview_free (read_table (trial, "p.csv", text));
  return trial;
}

static char *
dup_label (KithLedger *ledger, KithTable table, gint64 id)
{
  const KithArrangement *arrangement;
  const KithContact *contact;
  g_autofree char *parent = NULL;

  if (id == KITH_INT_NONE)
    return g_strdup ("-");
  switch ((guint)table)
    {
    case KITH_TABLE_PERSON:
      return g_strdup (((const KithPerson *)kith_ledger_find (ledger, table, id))->name);
    case KITH_TABLE_ORGANISATION:
      return g_strdup (((const KithOrganisation *)kith_ledger_find (ledger, table, id))->name);
    case KITH_TABLE_CONTACT:
      contact = kith_ledger_find (ledger, table, id);
      return g_strdup_printf ("%u %s %s", contact->date, contact->kind, contact->summary);
    case KITH_TABLE_ARRANGEMENT:
    default:
      arrangement = kith_ledger_find (ledger, table, id);
      parent = dup_label (ledger, table, arrangement->parent_id);
      return g_strdup_printf ("%s %s<%s", arrangement->name, arrangement->kind, parent);
    }
}

static const struct
{
  const char *field;
  KithTable table;
} references[] = {
  { "parent_id", KITH_TABLE_ARRANGEMENT },
  { "arrangement_id", KITH_TABLE_ARRANGEMENT },
  { "lead_person_id", KITH_TABLE_PERSON },
  { "coordinator_id", KITH_TABLE_PERSON },
  { "deputy_id", KITH_TABLE_PERSON },
  { "person_id", KITH_TABLE_PERSON },
  { "organisation_id", KITH_TABLE_ORGANISATION },
  { "lead_organisation_id", KITH_TABLE_ORGANISATION },
  { "contact_id", KITH_TABLE_CONTACT },
};

static char *
dup_row (KithLedger *ledger, KithTable table, const void *row)
{
  const KithTableInfo *info = kith_table_get_info (table);
  GString *line = g_string_new (info->name);

  for (guint f = 0; f < info->n_fields; f++)
    {
      const KithField *field = &info->fields[f];
      g_autofree char *text = kith_field_dup_text (field, row);

      for (guint r = 0; r < G_N_ELEMENTS (references); r++)
        if (strcmp (references[r].field, field->name) == 0)
          {
            g_free (text);
            text = dup_label (ledger, references[r].table, kith_field_get_int (field, row));
          }
      if (text[0] != '\0' && strcmp (field->name, "id") != 0 &&
          strcmp (field->name, "source_id") != 0)
        g_string_append_printf (line, " %s=%s", field->name, text);
    }
  return g_string_free (line, FALSE);
}

static int
compare_lines (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* All that the workbooks' tables say, without keys and sources, sorted. */
static char *
describe (KithLedger *ledger)
{
  static const KithTable tables[] = {
    KITH_TABLE_ORGANISATION, KITH_TABLE_PERSON,    KITH_TABLE_POST,    KITH_TABLE_ARRANGEMENT,
    KITH_TABLE_MEMBERSHIP,   KITH_TABLE_CONTACT,   KITH_TABLE_ACTION,  KITH_TABLE_CONTACT_PARTY,
    KITH_TABLE_NEED,         KITH_TABLE_EXPERTISE, KITH_TABLE_ENQUIRY, KITH_TABLE_OUTSIDE_SCHOOL,
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      gsize n, size = kith_table_get_info (tables[t])->row_size;
      const char *rows = kith_ledger_get_rows (ledger, tables[t], &n);

      for (gsize r = 0; r < n; r++)
        g_ptr_array_add (lines, dup_row (ledger, tables[t], rows + r * size));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

/* Reads @text over a fresh register; then @table's @fields are @rows. */
static const struct
{
  const char *claim, *text, *count, *table, *fields, *rows;
} cases[] = {
  { "partnerships: a new arrangement with all that its row says",
    PARTNERSHIPS "H1|EAL Hub|Hub||100001|Jo Ray|Al Fox|2025-09-01|31/08/2028|2026-07-01|EAL|Meet|"
                 "Area fund|2027-03-31|YES|31/08/2027|20|100002||Hub|2025-09-02|\n",
    "+1 ~0 =0 !0 -0", "arrangement",
    "code,kind,name,lead_urn,coordinator_id,deputy_id,starts,ends,review,focus,objective,funding,"
    "funding_ends,memorandum,data_sharing,capacity",
    " single-academy-trust North Trust             |"
    " sponsor Reading Hub             |"
    " trust Early Trust             |"
    " trust North Trust             |"
    "H1 hub EAL Hub 100001 1 2 2025-09-01 2028-08-31 2026-07-01 EAL Meet Area fund 2027-03-31 yes "
    "2027-08-31 20" },
  { "partnerships: the member has its role and its dates",
    PARTNERSHIPS "H1|EAL Hub|hub|||||||||||||||100002||Supported|01/09/2025|30/06/2026\n",
    "+1 ~0 =0 !0 -0", "membership", "arrangement_id,urn,organisation_id,role,joined,left_date",
    "5 100002  supported 2025-09-01 2026-06-30" },
  { "partnerships: a row without member describes the arrangement",
    PARTNERSHIPS "|EAL Hub|hub|||||||||||||||||||\n", "+1 ~0 =0 !0 -0", "membership", "id", "" },
  { "partnerships: no role is member, an organisation is made when first named",
    PARTNERSHIPS "|EAL Hub|hub||||||||||||||||Moor Housing|||\n|EAL Hub|hub|||||||||||||||"
                 "| moor  HOUSING||2020-01-01|\n",
    "+2 ~0 =0 !0 -0", "membership", "organisation_id,role,joined",
    "1 member |1 member 2020-01-01" },
  { "partnerships: the same member twice is one, different dates are spells",
    PARTNERSHIPS "|A|hub|||||||||||||||100001|||2018-09-01|2020-07-31\n"
                 "|a |Hub|||||||||||||||100001|||2018-09-01|\n"
                 "|A|hub|||||||||||||||100001|||2022-09-01|\n",
    "+2 ~0 =1 !0 -0", "membership", "urn,joined,left_date",
    "100001 2018-09-01 2020-07-31|100001 2022-09-01 " },
  { "partnerships: a name under two parents is two, whose parents come later or by id",
    PARTNERSHIPS "|Tripod|cluster|P2|||||||||||||||||\n|Tripod|cluster|South|||||||||||||||||\n"
                 "P2|West|area-partnership|||||||||||||||||||\n"
                 "|South|area-partnership|||||||||||||||||||\n"
                 "|Tripod|cluster|West|||||||||||||||||||\n",
    "+4 ~0 =1 !0 -0", "arrangement", "name,kind",
    "Early Trust trust|North Trust single-academy-trust|North Trust trust|Reading Hub sponsor|"
    "South area-partnership|Tripod cluster|Tripod cluster|West area-partnership" },
  { "partnerships: a trust named as GIAS names it is the open group",
    PARTNERSHIPS "|north trust|trust|||||||2026-01-01|||Gift|||||100001|||2020-09-01|\n",
    "+1 ~0 =0 !0 -0", "membership", "arrangement_id,urn", "2 100001" },
  { "partnerships: a GIAS group by its UID, whose name stays",
    PARTNERSHIPS "13|Early|trust||||||||||Gift|||||||||\n", "+0 ~1 =0 !0 -0", "arrangement",
    "uid,name,code,funding",
    "10 North Trust  |11 North Trust  |12 Reading Hub  |13 Early Trust  Gift" },
  { "partnerships: an arrangement of a sponsor's name is not the sponsor",
    PARTNERSHIPS "|Reading Hub|hub|||||||||||||||100001||||\n", "+1 ~0 =0 !0 -0", "membership",
    "arrangement_id", "5" },
  { "partnerships: leads: person, school, organisation, authority by name and number",
    PARTNERSHIPS "|A|hub||Bo Li||||||||||||||||||\n|B|hub||100002|Bo Li|||||||||||||||||\n"
                 "|C|hub||Moor Housing||||||||||||||Moor Housing|||\n"
                 "|D|hub||Northmoor Council||||||||||||||||||\n|E|hub||901||||||||||||||||||\n",
    "+5 ~0 =0 !0 -0", "arrangement", "name,lead_person_id,lead_urn,lead_organisation_id,lead_la",
    "A 1   |B  100002  |C   1 |D    901|E    901|Early Trust    |North Trust    |North Trust    |"
    "Reading Hub    " },
  { "partnerships: a school that the register does not hold is kept outside it",
    PARTNERSHIPS "|A|hub|||||||||||||||123456||||\n", "+1 ~0 =0 !0 -0", "outside_school", "urn",
    "123456" },
  { "partnerships: a row that has only the name is about the arrangement of that name",
    PARTNERSHIPS "|A||||||||||||||||100001||||\n|A|hub|||||||||||||||100002||||\n",
    "+2 ~0 =0 !0 -0", "membership", "arrangement_id,urn", "5 100001|5 100002" },
  { "partnerships: an id in place of the name",
    PARTNERSHIPS "|h1|hub|||||||||||||||100002||||\n|H1||||||||||||||||100003||||\n"
                 "H1|EAL Hub|hub|||||||||||||||100001||||\n",
    "+3 ~0 =0 !0 -0", "arrangement", "code,name",
    " Early Trust| North Trust| North Trust| Reading Hub|H1 EAL Hub" },
  { "contacts: a row a party, of one contact",
    CONTACTS "C1|12/03/2026|Visit|100001|||host||Jo Ray|Phonics|Again in June|yes\n"
             "C1|||100002||Al Fox|visitor|||||\nC1|||||Moor Housing|present|||||\n",
    "+3 ~0 =0 !0 -0", "contact", "code,date,kind,officer,summary,outcome,confidential",
    "C1 2026-03-12 visit Jo Ray Phonics Again in June 1" },
  { "contacts: rows of an id before the one that says when and what",
    CONTACTS "C1|||100002|||visitor|||||\nC1|2026-03-12|call|100001|||host|||||\n",
    "+2 ~0 =0 !0 -0", "contact_party", "contact_id,urn,part", "1 100001 host|1 100002 visitor" },
  { "contacts: without an id the day, kind, arrangement and summary tell",
    CONTACTS "|2026-03-12|visit|100001|||||| Phonics ||\n|2026-03-12|visit|100002||||||PHONICS||\n"
             "|2026-03-13|visit|100001||||||Phonics||\n|2026-03-12|visit|100001||||||Maths||\n",
    "+4 ~0 =0 !0 -0", "contact", "date,summary",
    "2026-03-12 Maths|2026-03-12 Phonics|2026-03-13 Phonics" },
  { "actions: told by id, or by whom, where and what",
    ACTIONS "A1|100001|||Send the audit|Jo|2026-04-15||\n|100001|||Send the map|Jo|||\n"
            "|100001|||send THE map||2026-05-01||Done\n",
    "+2 ~1 =0 !0 -0", "action", "code,urn,what,owner,due,outcome",
    " 100001 Send the map Jo 2026-05-01 Done|A1 100001 Send the audit Jo 2026-04-15 " },
  { "people: posts, days and several areas of expertise",
    PEOPLE "Jo Ray|Adviser|100001||2024-09-01||30|EAL; Phonics ;eal|jo@example.org\n"
           "jo ray|Governor||Moor Housing|||2.5||\n",
    "+2 ~0 =0 !0 -0", "post", "person_id,title,urn,organisation_id,from_date,days_a_year",
    "1 Adviser 100001  2024-09-01 30|1 Governor  1  2.5" },
  { "people: areas of expertise are told letter case aside",
    PEOPLE "Jo Ray|||||||EAL; Phonics ;eal|\n", "+1 ~0 =0 !0 -0", "expertise", "person_id,area",
    "1 EAL|1 Phonics" },
  { "people: two of one name are told apart by their addresses",
    PEOPLE "Jo Ray|Head|100001|||||| a@x.org\nJo Ray|Head|100002||||||b@x.org\n"
           "Jo Ray|Head|100001||||||A@X.org\n",
    "+2 ~0 =1 !0 -0", "person", "name,email", "Jo Ray a@x.org|Jo Ray b@x.org" },
  { "needs: latest rows beside earlier ones, met and 0 alike, expertise apart",
    NEEDS "100001|Phonics|need|3|Audit|2025-09-01\n100001| PHONICS|Need|0||2026-03-01\n"
          "100001|Phonics|need|met||2026-03-01\n100001|Phonics|expertise|2||2026-03-01\n",
    "+3 ~0 =1 !0 -0", "need", "urn,area,level,evidence,date",
    "100001 PHONICS met  2026-03-01|100001 Phonics 3 Audit 2025-09-01" },
  { "enquiries: blank kind is every kind, blank answer no answer",
    ENQUIRIES "100001|Teaching school hub|2026-03-01|None|Jo\n100001||2026-03-01||Jo\n"
              "100001||2026-03-01|some|\n",
    "+2 ~1 =0 !0 -0", "enquiry", "urn,kind,asked,answer,by",
    "100001  2026-03-01 some Jo|100001 hub 2026-03-01 none Jo" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Trial) trial = begin ();
  g_autoptr (KithPreview) preview = read_table (trial, "book.csv", cases[i].text);
  g_autofree char *count = trial_count (preview, 0);
  g_autofree char *rows = trial_list (trial->ledger, cases[i].table, cases[i].fields);

  g_assert_cmpstr (count, ==, cases[i].count);
  g_assert_cmpstr (rows, ==, cases[i].rows);
}

/* Each row is left out for what stands in @column, and leaves nothing behind. */
static const struct
{
  const char *claim, *text, *column, *value, *words;
} rejected[] = {
  { "a date", PARTNERSHIPS "|A|hub|||||||||||||||100001|||31/02/2026|\n", "Joined", "31/02/2026",
    "not a date" },
  { "a kind", PARTNERSHIPS "|A|club|||||||||||||||100001||||\n", "Kind", "club", "no kind" },
  { "an affiliation", PARTNERSHIPS "|A|diocese|||||||||||||||100001||||\n", "Kind", "diocese",
    "register's own files" },
  { "a role", PARTNERSHIPS "|A|hub|||||||||||||||100001||boss||\n", "Role", "boss", "no role" },
  { "a URN", PARTNERSHIPS "|A|hub|||||||||||||||School 1||||\n", "URN", "School 1", "not a URN" },
  { "a parent", PARTNERSHIPS "|A|hub|Nowhere||||||||||||||100001||||\n", "Parent", "Nowhere",
    "No arrangement" },
  { "a sponsor as parent", PARTNERSHIPS "|A|hub|Reading Hub||||||||||||||100001||||\n", "Parent",
    "Reading Hub", "No arrangement" },
  { "a circle of parents", PARTNERSHIPS "X|A|zone|X||||||||||||||100001||||\n", "Parent", "X",
    "No arrangement" },
  { "a lead", PARTNERSHIPS "|A|hub||Nobody|||||||||||||100001||||\n", "Lead", "Nobody",
    "no person" },
  { "an agreement", PARTNERSHIPS "|A|hub||||||||||||maybe|||100001||||\n", "Memorandum", "maybe",
    "neither yes nor no" },
  { "a capacity", PARTNERSHIPS "|A|hub||||||||||||||many|100001||||\n", "Capacity", "many",
    "whole number" },
  { "two members in a row", PARTNERSHIPS "|A|hub|||||||||||||||100001|Moor|||\n", "Organisation",
    "Moor", "not both" },
  { "leaving before joining", PARTNERSHIPS "|A|hub|||||||||||||||100001|||2020-09-01|2019-09-01\n",
    "Left", "2019-09-01", "before the day of joining" },
  { "no name", PARTNERSHIPS "||hub|||||||||||||||100001||||\n", "Arrangement", "",
    "no arrangement" },
  { "no kind", PARTNERSHIPS "|A||||||||||||||||100001||||\n", "Arrangement", "A", "what kind" },
  { "a contact's day", CONTACTS "||visit|100001||||||||\n", "Date", "", "needs its day" },
  { "a contact's kind", CONTACTS "|2026-01-01|lunch|100001||||||||\n", "Kind", "lunch", "no kind" },
  { "a part", CONTACTS "|2026-01-01|visit|100001|||guest|||||\n", "Part", "guest", "no part" },
  { "a contact's arrangement", CONTACTS "|2026-01-01|visit|100001||||Nowhere||||\n", "Arrangement",
    "Nowhere", "No arrangement" },
  { "confidential", CONTACTS "|2026-01-01|visit|100001||||||||perhaps\n", "Confidential", "perhaps",
    "neither yes nor no" },
  { "an action's contact", ACTIONS "A1|100001||C9|Send||||\n", "Contact", "C9", "No contact" },
  { "an action without words", ACTIONS "A1|100001|||||||\n", "What", "", "what is to be done" },
  { "a post's days", PEOPLE "Jo|Head|100001||||-3||\n", "Days a year", "-3", "0 or more" },
  { "a post's end", PEOPLE "Jo|Head|100001||2020-01-01|2019-01-01|||\n", "To", "2019-01-01",
    "before the day" },
  { "no person", PEOPLE "|Head|100001||||||\n", "Person", "", "no person" },
  { "a level", NEEDS "100001|Phonics|need|high||\n", "Level", "high", "no level" },
  { "a side", NEEDS "100001|Phonics|wish|1||\n", "Need or expertise", "wish", "neither need" },
  { "no school", NEEDS "|Phonics|need|1||\n", "URN", "", "no school" },
  { "no area", NEEDS "100001||need|1||\n", "Area", "", "no area" },
  { "an answer", ENQUIRIES "100001|hub|2026-01-01|maybe|\n", "Answer", "maybe", "none or some" },
};

static void
test_rejected (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Trial) trial = begin ();
  g_autofree char *before = describe (trial->ledger);
  g_autofree char *after = NULL;
  g_autoptr (KithPreview) preview = read_table (trial, "book.csv", rejected[i].text);
  g_autofree char *count = trial_count (preview, 0);
  const KithFileReport *report = g_ptr_array_index (preview->reports, 0);
  const KithProblem *problem;

  g_assert_cmpstr (count, ==, "+0 ~0 =0 !1 -0");
  problem = g_ptr_array_index (report->problems, 0);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpstr (problem->column, ==, rejected[i].column);
  g_assert_cmpstr (problem->value != NULL ? problem->value : "", ==, rejected[i].value);
  g_assert_nonnull (strstr (problem->reason, rejected[i].words));
  g_assert_true (g_str_has_suffix (problem->reason, "."));
  after = describe (trial->ledger);
  g_assert_cmpstr (after, ==, before);
}

/* One of everything, with names that only other files explain. */
static const struct
{
  const char *name, *text;
} books[] = {
  { "partnerships.csv", PARTNERSHIPS
    "|Tripod 1|cluster|West|Jo Ray|||2025-09-01|||||||||3|100001||lead|2025-09-01|\n"
    "|Tripod 1|cluster|West||||||||||||||100002||member||\n"
    "W|West|area-partnership||Northmoor|Kim Lowe|Al Fox||||||Fund|2027-03-31|no||40|100003||"
    "member|2019-09-01|2021-07-31\nW|West|area-partnership|||||||||||||||100003||member|"
    "2023-09-01|\n|Link|programme|East||||||||||||||| Moor Housing|partner||\n"
    "|North Trust|trust||||||||||Grant|||||100004||||\n" },
  { "more.csv",
    PARTNERSHIPS "|East|area-partnership|W|Moor Housing|||||||||||||123456||member||\n"
                 "|Twin|hub|||||||||||||||100001||||\n|Twin|zone|||||||||||||||100004||||\n" },
  { "contacts.csv",
    CONTACTS "C1|2026-03-12|visit|100001|||host|Tripod 1|Jo|Phonics||no\n"
             "C1|||100002||Kim Lowe|visitor|||||\n"
             "|2026-03-13|meeting|100004||||Twin||Plans||\n"
             "|2026-03-13|meeting|123457|Moor Housing||present|East||Plans||yes\n" },
  { "actions.csv", ACTIONS "|100001|W|C1|Send the audit|Jo|2026-04-15||\n" },
  { "people.csv", PEOPLE "Jo Ray|Adviser||Northmoor Council|2024-09-01||30|EAL;Maths|jo@x.org\n" },
  { "needs.csv", NEEDS "100003|Phonics|need|4|Audit|2025-11-01\n100001|Phonics|expertise|5||\n" },
  { "enquiries.csv", ENQUIRIES "100004|hub|2026-01-05|none|Jo\n100003||2026-01-05|some|Jo\n" },
};

typedef GBytes *(*MakeTable) (const char *text);

/* Reads all books at once, starting with book @first, written as @make does. */
static char *
read_books (MakeTable make, guint first, gboolean is_upside_down, char **counts)
{
  g_autoptr (Trial) trial = begin ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (KithPreview) preview = NULL;

      g_ptr_array_set_size (files, 0);
      for (guint b = 0; b < G_N_ELEMENTS (books); b++)
        {
          guint i = (b + first) % G_N_ELEMENTS (books);
          g_autofree char *path = g_build_filename (trial->folder, books[i].name, NULL);
          g_autoptr (GString) text = g_string_new (books[i].text);
          g_autoptr (GBytes) bytes = NULL;

          if (is_upside_down)
            {
              g_auto (GStrv) lines = g_strsplit (books[i].text, "\n", -1);

              g_string_truncate (text, 0);
              g_string_append_printf (text, "%s\n", lines[0]);
              for (guint l = g_strv_length (lines) - 1; l > 0; l--)
                if (lines[l][0] != '\0')
                  g_string_append_printf (text, "%s\n", lines[l]);
            }
          /* the second time one more row that says nothing makes it another file */
          if (round == 1)
            g_string_append (text, " | | \n");
          bytes = make (text->str);
          g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize)g_bytes_get_size (bytes), NULL);
          g_ptr_array_add (files, g_file_new_for_path (path));
        }
      preview = kith_import_read (trial->ledger, (GFile *const *)files->pdata, files->len,
                                  &trial->options, NULL, &error);
      g_assert_no_error (error);
      for (guint r = 0; r < preview->reports->len; r++)
        {
          const KithFileReport *report = g_ptr_array_index (preview->reports, r);

          for (guint k = 0; k < report->problems->len; k++)
            {
              const KithProblem *problem = g_ptr_array_index (report->problems, k);

              if (problem->is_rejection)
                g_test_message ("%s, row %d: %s: %s", report->name, (int)problem->row,
                                problem->value, problem->reason);
            }
          g_assert_cmpuint (report->n_rejected, ==, 0);
          if (round == 1)
            g_assert_cmpuint (report->n_unchanged, ==, report->n_rows);
          g_string_append_printf (all, "%d ", (int)report->n_rows);
        }
      if (round == 1)
        for (guint t = 0; t < KITH_N_TABLES; t++)
          if (t != KITH_TABLE_SOURCE)
            for (guint k = 0; k < 3; k++)
              g_assert_cmpuint (
                  kith_changeset_count (preview->changes, (KithTable)t, (KithChangeKind)k), ==, 0);
      trial_accept (trial, preview);
    }
  if (counts != NULL)
    *counts = g_strdup (all->str);
  return describe (trial->ledger);
}

static void
test_same_in_every_form (void)
{
  g_autofree char *csv = read_books (make_csv_table, 0, FALSE, NULL);
  g_autofree char *xlsx = read_books (make_xlsx_table, 0, FALSE, NULL);
  g_autofree char *ods = read_books (make_ods_table, 0, FALSE, NULL);

  g_assert_cmpstr (csv, ==, xlsx);
  g_assert_cmpstr (csv, ==, ods);
  g_assert_nonnull (strstr (csv, "name=Tripod 1"));
  g_assert_nonnull (strstr (csv, "parent_id=West area-partnership<-"));
  g_assert_nonnull (strstr (csv, "arrangement_id=Twin zone<-"));
  g_assert_nonnull (strstr (csv, "outside_school urn=123457"));
}

static void
test_order (void)
{
  g_autofree char *plain = read_books (make_csv_table, 0, FALSE, NULL);

  for (guint first = 0; first < G_N_ELEMENTS (books); first++)
    {
      g_autofree char *turned = read_books (make_csv_table, first, first % 2 == 1, NULL);

      g_assert_cmpstr (turned, ==, plain);
    }
}

static void
test_newer (void)
{
  g_autoptr (Trial) trial =
      begin_with (PARTNERSHIPS "H1|Hub|hub||100001|||||||Read|||||20|100001|||2020-09-01|\n"
                               "H1|Hub|hub|||||||||||||||100002||||\n");
  g_autoptr (KithPreview) second = read_table (
      trial, "p2.csv",
      PARTNERSHIPS "H1|Hub of Northmoor|hub||Northmoor|||||||Write|||||25|100001|||2020-09-01|"
                   "2026-07-31\n");
  g_autofree char *arrangement =
      trial_list (trial->ledger, "arrangement", "code,name,lead_urn,lead_la,objective,capacity");
  g_autofree char *members = trial_list (trial->ledger, "membership", "urn,joined,left_date");
  g_autofree char *count = trial_count (second, 0);

  g_assert_cmpstr (count, ==, "+0 ~1 =0 !0 -0");
  g_assert_nonnull (strstr (arrangement, "H1 Hub of Northmoor  901 Write 25"));
  g_assert_cmpstr (members, ==, "100001 2020-09-01 2026-07-31|100002  ");
}

/* A blank joined date means the spell that is known; so does one that fills the blank. */
static void
test_known_spell (void)
{
  g_autoptr (Trial) trial = begin_with (PARTNERSHIPS "|A|hub|||||||||||||||100001|||2020-09-01|\n"
                                                     "|A|hub|||||||||||||||100002||||\n");
  g_autoptr (KithPreview) preview =
      read_table (trial, "p2.csv",
                  PARTNERSHIPS "|A|hub|||||||||||||||100001||lead||\n"
                               "|A|hub|||||||||||||||100002|||2021-09-01|\n");
  g_autofree char *members = trial_list (trial->ledger, "membership", "urn,role,joined,left_date");
  g_autofree char *count = trial_count (preview, 0);

  g_assert_cmpstr (count, ==, "+0 ~2 =0 !0 -0");
  g_assert_cmpstr (members, ==, "100001 lead 2020-09-01 |100002 member 2021-09-01 ");
}

static void
test_conflict (void)
{
  g_autoptr (Trial) trial = begin ();
  g_autoptr (KithPreview) preview = read_table (trial, "p.csv",
                                                PARTNERSHIPS "|A|hub|||||||||Read|||||||||||\n"
                                                             "|A|hub|||||||||Write|||||||||||\n");
  g_autofree char *count = trial_count (preview, 0);
  const KithFileReport *report = g_ptr_array_index (preview->reports, 0);
  const KithProblem *problem;

  g_assert_cmpstr (count, ==, "+1 ~0 =1 !0 -0");
  g_assert_cmpuint (report->problems->len, ==, 1);
  problem = g_ptr_array_index (report->problems, 0);
  g_assert_false (problem->is_rejection);
  g_assert_cmpuint (problem->row, ==, 3);
  g_assert_nonnull (strstr (problem->reason, "“Read” where this one says “Write”"));
}

static void
test_two_of_one_name (void)
{
  g_autoptr (Trial) trial = begin_with (PARTNERSHIPS "|Twin|hub|||||||||||||||100001||||\n"
                                                     "|Twin|zone|||||||||||||||100002||||\n");
  g_autoptr (KithPreview) second =
      read_table (trial, "c.csv",
                  CONTACTS "C1|2026-01-01|visit|100003|||host|Twin||||\n"
                           "C1|||100002|||visitor|||||\n"
                           "C2|2026-01-02|visit|100003||||Twin||||\n");
  g_autofree char *contacts = trial_list (trial->ledger, "contact", "code,arrangement_id");
  g_autofree char *count = trial_count (second, 0);

  g_assert_cmpstr (contacts, ==, "C1 6");
  g_assert_cmpstr (count, ==, "+2 ~0 =0 !1 -0");
}

static void
test_other_sources (void)
{
  g_autoptr (Trial) trial = begin ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (trial->ledger);
  g_autoptr (KithPreview) preview = NULL;
  g_autofree char *enquiries = NULL;
  KithEnquiry own;
  KithLedger *after;

  kith_row_clear (KITH_TABLE_ENQUIRY, &own);
  own.id = 1;
  own.urn = 100001;
  own.answer = "none";
  own.asked = kith_date_new (2026, 5, 1);
  kith_changeset_put (changes, KITH_TABLE_ENQUIRY, &own);
  after = kith_changeset_apply (changes, 2);
  kith_ledger_unref (trial->ledger);
  trial->ledger = after;
  preview = read_table (trial, "e.csv", ENQUIRIES "100001||2026-05-02|some|Jo\n");
  enquiries = trial_list (trial->ledger, "enquiry", "asked,answer,source_id");
  g_assert_cmpstr (enquiries, ==, "2026-05-01 none |2026-05-02 some 1");
}

static void
test_templates (void)
{
  static const char *const names[] = { "partnerships.csv", "contacts.csv", "actions.csv",
                                       "people.csv",       "needs.csv",    "enquiries.csv" };
  g_autoptr (Trial) trial = begin ();
  g_autofree char *path = g_build_filename (trial->folder, "new", "templates", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = NULL;
  g_autofree char *before = describe (trial->ledger);
  g_autofree char *after = NULL;

  kith_import_write_templates (folder, &error);
  g_assert_no_error (error);
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    g_ptr_array_add (files, g_file_get_child (folder, names[n]));
  preview = kith_import_read (trial->ledger, (GFile *const *)files->pdata, files->len,
                              &trial->options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->reports->len, ==, 6);
  for (guint r = 0; r < 6; r++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, r);
      g_autofree char *count = trial_count (preview, r);

      g_assert_cmpint (report->kind, ==, (int)(KITH_FILE_PARTNERSHIPS + r));
      g_assert_cmpstr (count, ==, "+0 ~0 =0 !0 -1");
    }
  trial_accept (trial, preview);
  after = describe (trial->ledger);
  g_assert_cmpstr (after, ==, before);

  /* and none is written over */
  g_assert_false (kith_import_write_templates (folder, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE);
}

/* The few columns that one cannot do without, in any order. */
/* Whoever writes a proposed pairing into the workbook has made it one */
static void
test_proposed (void)
{
  g_autoptr (Trial) trial = begin_with (PARTNERSHIPS "|Keys|pairing|||||||||||||||100001||||\n");
  g_autoptr (KithChangeset) changes = kith_changeset_new (trial->ledger);
  g_autoptr (KithPreview) preview = NULL;
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (trial->ledger, KITH_TABLE_ARRANGEMENT, &n);
  KithArrangement proposed = rows[n - 1];

  proposed.status = "proposed";
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &proposed);
  kith_ledger_unref (trial->ledger);
  trial->ledger = kith_changeset_apply (changes, 3);
  preview = read_table (trial, "p.csv", PARTNERSHIPS "|Keys|pairing|||||||||||||||100002||||\n");
  rows = kith_ledger_get_rows (trial->ledger, KITH_TABLE_ARRANGEMENT, &n);
  g_assert_cmpstr (rows[n - 1].name, ==, "Keys");
  g_assert_null (rows[n - 1].status);
}

static void
test_few_columns (void)
{
  static const struct
  {
    KithFileKind kind;
    const char *text;
  } few[] = {
    { KITH_FILE_PARTNERSHIPS, "URN|Kind|Arrangement\n100001|hub|A\n" },
    { KITH_FILE_CONTACTS, "Kind|URN|Arrangement|Date\nvisit|100001||2026-01-01\n" },
    { KITH_FILE_ACTIONS, "URN|What\n100001|Send\n" },
    { KITH_FILE_PEOPLE, "Post|Person\nHead|Jo Ray\n" },
    { KITH_FILE_NEEDS, "Need or expertise|Area|URN\nneed|Phonics|100001\n" },
    { KITH_FILE_ENQUIRIES, "Answer|Asked|URN\nnone|2026-01-01|100001\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    {
      g_autoptr (Trial) trial = begin ();
      g_autoptr (KithPreview) preview = read_table (trial, "few.csv", few[i].text);
      const KithFileReport *report = g_ptr_array_index (preview->reports, 0);

      g_assert_cmpint (report->kind, ==, (int)few[i].kind);
      g_assert_cmpuint (report->n_added, ==, 1);
    }
}

/* Without the mark, the example itself is a good row. */
static void
test_example_is_good (void)
{
  g_autoptr (Trial) trial = begin ();
  g_autoptr (GFile) folder = g_file_new_for_path (trial->folder);
  static const char *const names[] = { "people.csv",  "partnerships.csv", "contacts.csv",
                                       "actions.csv", "needs.csv",        "enquiries.csv" };

  g_assert_true (kith_import_write_templates (folder, NULL));
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names[n]);
      g_autofree char *text = NULL;
      g_autoptr (GString) filled = NULL;
      g_autoptr (KithPreview) preview = NULL;
      g_autofree char *count = NULL;

      g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
      filled = g_string_new (text);
      g_assert_cmpuint (g_string_replace (filled, "EXAMPLE — delete this row", "Really", 0), ==, 1);
      preview = trial_read (trial, names[n], filled->str);
      count = trial_count (preview, 0);
      g_assert_cmpstr (count, ==, "+1 ~0 =0 !0 -0");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workbooks/%s", cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rejected); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workbooks/left out: %s", rejected[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rejected);
    }
  g_test_add_func ("/workbooks/CSV, XLSX and ODS say the same, and twice adds nothing",
                   test_same_in_every_form);
  g_test_add_func ("/workbooks/the order of files and of rows does not matter", test_order);
  g_test_add_func ("/workbooks/a newer version changes rows and takes none away", test_newer);
  g_test_add_func ("/workbooks/a blank day of joining means the spell that is known",
                   test_known_spell);
  g_test_add_func ("/workbooks/two rows that differ are a problem, and the first stays",
                   test_conflict);
  g_test_add_func ("/workbooks/of two of one name the party's own", test_two_of_one_name);
  g_test_add_func ("/workbooks/records of other sources are untouched", test_other_sources);
  g_test_add_func ("/workbooks/an unedited template changes nothing", test_templates);
  g_test_add_func ("/workbooks/what was proposed is recorded, and no proposal any more",
                   test_proposed);
  g_test_add_func ("/workbooks/a few columns will do", test_few_columns);
  g_test_add_func ("/workbooks/a template's example is a good row", test_example_is_good);
  return g_test_run ();
}
