/* test-export.c: what an export holds, and what is in no byte of it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "call-roll.h"
#include "kith-export.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#define DAY (kith_date_new (2026, 9, 1))

/* A school with a partner, and of everything that an audience is not told one that is found
   nowhere else. */
static KithLedger *
plan_secrets (const char *suppressed_cohort)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithPerson *person = plan_row (plan, KITH_TABLE_PERSON);
  KithArrangement *hub = plan_arrangement (plan, "hub", "Quillon Vesper’s reading hub");
  KithArrangement *pair = plan_arrangement (plan, "pairing", "Pairwise-47");
  KithArrangement *duo = plan_arrangement (plan, "other", "Duo");
  KithContact *open = plan_contact (plan, hub, "visit", DAY - 30);
  KithContact *closed = plan_contact (plan, hub, "visit", DAY - 20);
  KithAction *action = plan_row (plan, KITH_TABLE_ACTION);
  KithAction *hidden = plan_row (plan, KITH_TABLE_ACTION);
  KithNeed *need = plan_row (plan, KITH_TABLE_NEED);
  KithEnquiry *enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);
  KithSettingAside *aside = plan_row (plan, KITH_TABLE_SETTING_ASIDE);
  static const struct
  {
    const char *group;
    double value;
    gint64 cohort;
    gint64 year;
  } figures[] = { { NULL, 71.25, 30, 2024 },
                  { "boys", 61.2345, 3, 2024 },
                  { "girls", 58.7654, 27, 2024 },
                  { NULL, 44.4321, 5, 2023 } };

  person->name = "Quillon Vesper";
  person->email = "quillon@vesper.example";
  hub->coordinator_id = person->id;
  hub->funding_ends = DAY + 30; /* so that a sentence names who or what it hangs by */
  hub->focus = "=1+1";
  for (gint64 urn = 100001; urn <= 100002; urn++)
    {
      plan_school (plan, urn, 1000.0 * (double)urn, 0);
      plan_member (plan, hub, urn)->role = urn == 100001 ? "supported" : NULL;
      plan_member (plan, pair, urn)->role = urn == 100001 ? "supported" : "supporter";
      plan_party (plan, open, urn);
      plan_party (plan, closed, urn);
    }
  plan_school (plan, 100003, 0, 0);
  /* two that hang by the one who alone runs what ties them: a sentence names them */
  duo->coordinator_id = person->id;
  for (gint64 urn = 100004; urn <= 100005; urn++)
    {
      plan_school (plan, urn, 1000.0 * (double)urn, 0);
      plan_member (plan, duo, urn);
    }
  open->officer = "Tamsin Roke";
  open->summary = "Plainword-11";
  closed->confidential = 1;
  closed->summary = "Hushword-22";
  closed->outcome = "Hushword-23";
  action->urn = hidden->urn = 100001;
  action->what = "Actword-33";
  action->owner = "Perpetua Lund";
  hidden->what = "Hushword-24";
  hidden->contact_id = closed->id;
  need->urn = 100001;
  need->area = "Areaword-44";
  need->evidence = "Proofword-55";
  enquiry->urn = 100003;
  enquiry->answer = "none";
  enquiry->by = "Osric Fane";
  aside->urn = 100003;
  aside->code = "no-live-link";
  aside->reason = "Asideword-66";
  aside->since = DAY - 1;
  aside->until = DAY + 100;
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      KithValue *value = plan_row (plan, KITH_TABLE_MEASURE);

      value->urn = 100001;
      value->year = figures[f].year;
      value->name = "PTRWM_EXP";
      value->subgroup = figures[f].group;
      value->value = figures[f].value;
      value->cohort = figures[f].cohort;
    }
  if (suppressed_cohort != NULL)
    plan_setting (plan, "suppressed.cohort", suppressed_cohort);
  return plan_end (plan);
}

/* Where each is written: g graphs, t tables of the network, b workbooks, f figures. */
static const struct
{
  const char *secret;
  KithTopic topic;
  const char *where;
} secrets[] = {
  { "Quillon", KITH_TOPIC_NAMES, "gtb" },
  { "Vesper", KITH_TOPIC_NAMES, "gtb" },
  { "Tamsin Roke", KITH_TOPIC_NAMES, "b" },
  { "Perpetua Lund", KITH_TOPIC_NAMES, "b" },
  { "Osric Fane", KITH_TOPIC_NEEDS, "b" },
  { "quillon@vesper", KITH_TOPIC_EMAILS, "b" },
  { "Plainword-11", KITH_TOPIC_NOTES, "b" },
  { "Actword-33", KITH_TOPIC_NOTES, "b" },
  { "Proofword-55", KITH_TOPIC_NOTES, "b" },
  { "Hushword-22", KITH_TOPIC_CONFIDENTIAL, "b" },
  { "Hushword-23", KITH_TOPIC_CONFIDENTIAL, "b" },
  { "Hushword-24", KITH_TOPIC_CONFIDENTIAL, "b" },
  { "Areaword-44", KITH_TOPIC_NEEDS, "b" },
  { "Pairwise-47", KITH_TOPIC_NEEDS, "gtb" },
  { "supporte", KITH_TOPIC_NEEDS, "gtb" },
  { "beyond-reach", KITH_TOPIC_FINDINGS, "gt" },
  { "who alone runs Duo", KITH_TOPIC_FINDINGS, "t" },
  { "Asideword-66", KITH_TOPIC_ASIDES, "t" },
  { "61.2345", KITH_TOPIC_SMALL_COHORTS, "f" },
  { "58.7654", KITH_TOPIC_SMALL_COHORTS, "f" },
  { "44.4321", KITH_TOPIC_SMALL_COHORTS, "f" },
};

static const char *const written[KITH_N_EXPORTS] = {
  [KITH_EXPORT_GRAPHML] = "g", [KITH_EXPORT_GEXF] = "g",  [KITH_EXPORT_CSV] = "tbf",
  [KITH_EXPORT_ZIP] = "tbf",   [KITH_EXPORT_XLSX] = "tb", [KITH_EXPORT_JSON] = "tbf",
};

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kith-export-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
empty_folder (const Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The file’s own bytes, and of what is packed in it each member. */
static void
append_unpacked (GString *text, const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char bytes[4096];
  la_ssize_t n;

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, sizeof bytes) == ARCHIVE_OK)
    while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
      {
        g_string_append (text, archive_entry_pathname (entry));
        while ((n = archive_read_data (archive, bytes, sizeof bytes)) > 0)
          g_string_append_len (text, bytes, n);
      }
  archive_read_free (archive);
}

static GString *
export_all (const Fixture *fixture,
            KithRoll *roll,
            const KithExportOptions *options,
            KithExportFormat format)
{
  g_autofree char *name = g_strconcat ("x", kith_export_get_ending (format), NULL);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  GString *text = g_string_new (NULL);
  const char *member;

  empty_folder (fixture);
  g_assert_true (kith_export_write (roll, options, format, file, NULL, &error));
  g_assert_no_error (error);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((member = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *own = g_build_filename (fixture->folder, member, NULL);
      g_autofree char *data = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (own, &data, &size, NULL));
      g_string_append_len (text, data, (gssize)size);
      append_unpacked (text, own);
    }
  return text;
}

static gboolean
holds (const GString *text, const char *secret)
{
  return memmem (text->str, text->len, secret, strlen (secret)) != NULL;
}

/* Each secret stands where the audience is told of it, which shows that the search finds it in
   that format; and nowhere else. */
static void
test_audiences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KithLedger) ledger = plan_secrets (NULL);
  g_autoptr (KithRoll) roll = call_roll (ledger, DAY);

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    for (guint f = 0; f < KITH_N_EXPORTS; f++)
      {
        KithExportOptions options = { .audience = (KithAudience)a };
        GString *text = export_all (fixture, roll, &options, (KithExportFormat)f);

        for (guint s = 0; s < G_N_ELEMENTS (secrets); s++)
          {
            gboolean is_told = kith_audience_may_see ((KithAudience)a, secrets[s].topic) &&
                               strpbrk (secrets[s].where, written[f]) != NULL;

            if (strcmp (secrets[s].secret, "Osric Fane") == 0)
              is_told = is_told && kith_audience_may_see ((KithAudience)a, KITH_TOPIC_NAMES);
            if (strcmp (secrets[s].secret, "Proofword-55") == 0)
              is_told = is_told && kith_audience_may_see ((KithAudience)a, KITH_TOPIC_NEEDS);
            if (holds (text, secrets[s].secret) != is_told)
              g_error ("“%s” in %s for %s: %d", secrets[s].secret,
                       kith_export_get_ending ((KithExportFormat)f),
                       kith_audience_get_key ((KithAudience)a), !is_told);
          }
        g_assert_true (holds (text, "100003")); /* a school without a link is there for all */
        g_string_free (text, TRUE);
      }
}

/* With the rule about small cohorts out of force the same search finds what it hid. */
static void
test_small_cohorts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KithLedger) ledger = plan_secrets ("1");
  g_autoptr (KithRoll) roll = call_roll (ledger, DAY);
  KithExportOptions options = { .audience = KITH_AUDIENCE_PUBLIC };
  GString *text = export_all (fixture, roll, &options, KITH_EXPORT_ZIP);

  g_assert_true (holds (text, "61.2345"));
  g_assert_true (holds (text, "58.7654"));
  g_string_free (text, TRUE);
}

static void
test_formulas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KithLedger) ledger = plan_secrets (NULL);
  g_autoptr (KithRoll) roll = call_roll (ledger, DAY);
  KithExportOptions options = { 0 };
  GString *csv = export_all (fixture, roll, &options, KITH_EXPORT_CSV);
  GString *xlsx = export_all (fixture, roll, &options, KITH_EXPORT_XLSX);

  g_assert_true (holds (csv, ",\"'=1+1\","));
  g_assert_false (holds (csv, ",=1+1"));
  g_assert_true (holds (xlsx, "<t>=1+1</t>"));
  g_assert_false (holds (xlsx, "<f>"));
  g_string_free (csv, TRUE);
  g_string_free (xlsx, TRUE);
}

/* No school; one; one with names of 400 characters, controls in them, and no place. */
static KithLedger *
plan_edge (guint edge)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autofree char *name = g_strnfill (400, 'N');
  KithSchool *school;

  if (edge == 0)
    return plan_end (plan);
  school = plan_school (plan, 100001, 0, 0);
  if (edge == 2)
    {
      name[10] = '\001';
      name[399] = '&';
      school->name = name;
      school->easting = school->northing = NAN;
      plan_member (plan, plan_arrangement (plan, "hub", name), 100001);
      plan_member (plan, plan_arrangement (plan, "other", NULL), 999999);
    }
  return plan_end (plan);
}

static void
test_edges (Fixture *fixture, gconstpointer data)
{
  for (guint edge = 0; edge < 3; edge++)
    {
      g_autoptr (KithLedger) ledger = plan_edge (edge);
      g_autoptr (KithRoll) roll = call_roll (ledger, DAY);

      for (guint f = 0; f < KITH_N_EXPORTS; f++)
        {
          KithExportOptions options = { 0 };
          GString *text = export_all (fixture, roll, &options, (KithExportFormat)f);

          g_assert_cmpint (holds (text, "100001"), ==, edge > 0);
          g_assert_false (holds (text, "nan"));
          if (f != KITH_EXPORT_CSV && f != KITH_EXPORT_ZIP && f != KITH_EXPORT_JSON)
            g_assert_false (holds (text, "N\001N"));
          g_string_free (text, TRUE);
        }
    }
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KithLedger) ledger = plan_edge (1);
  g_autoptr (KithRoll) roll = call_roll (ledger, DAY);

  for (guint f = 0; f < KITH_N_EXPORTS; f++)
    {
      g_autofree char *path = g_strdup_printf ("%s/no/such/x%s", fixture->folder,
                                               kith_export_get_ending ((KithExportFormat)f));
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      KithExportOptions options = { 0 };

      g_assert_false (kith_export_write (roll, &options, (KithExportFormat)f, file, NULL, &error));
      g_assert_error (error, KITH_EXPORT_ERROR, KITH_EXPORT_ERROR_FILE);
    }
}

static void
test_shown (void)
{
  g_autoptr (KithLedger) ledger = plan_secrets (NULL);
  g_autoptr (KithRoll) roll = call_roll (ledger, DAY);
  g_autofree char *folder = g_dir_make_tmp ("kith-shown-XXXXXX", NULL);
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  static const gint64 shown[] = { 100003, 999999, 100001 }; /* the second is on no roll */
  static const char *const names[] = { "shown.csv", "shown.xlsx", "shown.pdf" };

  g_array_append_vals (urns, shown, G_N_ELEMENTS (shown));
  for (guint f = 0; f < G_N_ELEMENTS (names); f++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, names[f], NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      gboolean is_written = kith_export_write_shown (roll, urns, file, NULL, &error);

      if (f == 2)
        {
          g_assert_false (is_written);
          g_assert_error (error, KITH_EXPORT_ERROR, KITH_EXPORT_ERROR_FORMAT);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
      if (f == 1)
        {
          g_assert_true (g_str_has_prefix (text, "PK"));
          g_unlink (g_file_peek_path (file));
          continue;
        }
      lines = g_strsplit (text, "\r\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 4); /* the head, two schools, the end */
      g_assert_cmpstr (lines[0], ==,
                       "\xef\xbb\xbfTier,URN,School,Authority,Phase,Trust,Pupils,Links,Local "
                       "links,Component,Last contact,Findings");
      g_assert_nonnull (strstr (lines[1], ",100003,"));
      g_assert_nonnull (strstr (lines[2], ",100001,"));
      g_unlink (g_file_peek_path (file));
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/what an audience is not told is in no byte", Fixture, NULL, set_up,
              test_audiences, tear_down);
  g_test_add ("/export/small cohorts are what hides a figure", Fixture, NULL, set_up,
              test_small_cohorts, tear_down);
  g_test_add ("/export/cells are text, not formulas", Fixture, NULL, set_up, test_formulas,
              tear_down);
  g_test_add ("/export/registers with next to nothing", Fixture, NULL, set_up, test_edges,
              tear_down);
  g_test_add ("/export/what cannot be written is said", Fixture, NULL, set_up, test_unwritable,
              tear_down);
  g_test_add_func ("/export/what is shown goes out in its order, as CSV or XLSX", test_shown);
  return g_test_run ();
}
