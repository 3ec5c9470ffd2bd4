/* test-order.c: the order in which files are given changes nothing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial.h"

#include <string.h>

#define GIAS                                                                                       \
  "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),"                          \
  "EstablishmentTypeGroup (name),CloseDate,Easting,Northing,Town\n"
#define LINKS                                                                                      \
  "URN,Group UID,Group ID,Group Name,Group Type,Group Status,Joined date,EstablishmentName,"       \
  "LA (name)\n"

/* Files of most kinds, with what makes order matter: older and newer, members before schools,
 * places before schools, and figures in two forms. */
static const struct
{
  const char *name;
  const char *text;
} files[] = {
  { "gias-20240901.csv", GIAS "100001,901,Northmoor,Alder,Open,Academies,,,,Alderham\n"
                              "100002,901,Northmoor,Beech,Open,Academies,,401000,301000,\n"
                              "100004,901,Northmoor,Dogwood,Open,Academies,,,,\n" },
  { "gias-20250901.csv", GIAS "100001,902,Southmoor,Alder Academy,Open,Academies,,,,\n"
                              "100002,901,Northmoor,Beech,Closed,Academies,2025-03-31,,,Beechham\n"
                              "100003,902,Southmoor,Cedar,Open,Academies,,,,\n" },
  { "links_20240901.csv", "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                          "100003,100002,Beech,Predecessor,\n" },
  { "links_20250901.csv", "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                          "100003,100002,Beech School,Predecessor,2025-04-01\n" },
  { "groups-2025-03-31.csv", "Group UID,Group ID,Group Name,Group Type,Closed Date,Open date,"
                             "Group Status\n"
                             "10,TR1,North Trust,Multi-academy trust,,2012-01-01,Open\n" },
  { "group-links-2024-03-31.csv",
    LINKS "100001,10,TR1,NORTH TRUST,Multi-academy trust,Open,01/09/2013,Alder,Northmoor\n"
          "100002,10,TR1,NORTH TRUST,Multi-academy trust,Open,,Beech,Northmoor\n"
          "100900,10,TR1,NORTH TRUST,Multi-academy trust,Open,,Far,Elsewhere\n" },
  { "group-links-2025-03-31.csv",
    LINKS "100001,10,TR1,North Trust,Multi-academy trust,Open,02/09/2013,Alder,Southmoor\n"
          "100900,11,TR2,Far Trust,Single-academy trust,Open,,Far School,Elsewhere\n" },
  { "2018-936-ks2.csv", "URN,TELIG,PTRWM_EXP,READPROG\n100001,30,64%,1.5\n100002,20,SUPP,\n" },
  { "2018-2019_ks2.csv", "URN,READPROG\n100001,1.5\n100002,\n" },
  { "2018-2019_census.csv", "URN,NOR,PNUMEAL\n100001,210,5%\n" },
  { "2017-2018_spine.csv", "URN,SCHNAME,NFTYPE,ICLOSE\n100001,Alder,Academy,0\n" },
  { "coords.csv", "URN,LAT,LON\n100001,52.6,1.6\n100002,52.5,1.5\n" },
};

/* Everything that a ledger says, but for keys and for which file said it. */
static char *
describe (Trial *trial)
{
  static const char *const tables[][2] = {
    { "authority", "code,name,gss" },
    { "school", "urn,name,la,type,status,closed,easting,northing,town" },
    { "school_authority", "urn,la,from_date,to_date" },
    { "school_link", "urn,link_urn,name,kind,date" },
    { "arrangement", "uid,kind,name,group_id,starts,ends,status" },
    { "membership", "urn,joined,left_date,left_after" },
    { "outside_school", "urn,name,authority" },
    { "measure", "urn,year,name,value,reason,cohort" },
    { "source", "name,kind,dated,year,n_rows,sha256" },
  };
  GString *all = g_string_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autofree char *rows = trial_list (trial->ledger, tables[t][0], tables[t][1]);

      g_string_append_printf (all, "%s: %s\n", tables[t][0], rows);
    }
  return g_string_free (all, FALSE);
}

static void
read_in_order (Trial *trial, GRand *random)
{
  GFile *given[G_N_ELEMENTS (files)];
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    given[i] = trial_write (trial, files[i].name, files[i].text);
  for (guint i = G_N_ELEMENTS (files); random != NULL && i > 1; i--)
    {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i);
      GFile *other = given[j];

      given[j] = given[i - 1];
      given[i - 1] = other;
    }
  preview =
      kith_import_read (trial->ledger, given, G_N_ELEMENTS (files), &trial->options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->reports->len, ==, G_N_ELEMENTS (files));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_file_get_basename (given[i]);

      /* reports come in the order given */
      g_assert_cmpstr (((KithFileReport *)preview->reports->pdata[i])->name, ==, name);
      g_object_unref (given[i]);
    }
  trial_accept (trial, preview);
}

static void
test_at_once (void)
{
  g_autoptr (Trial) straight = trial_new ();
  g_autofree char *expected = NULL;

  read_in_order (straight, NULL);
  expected = describe (straight);
  g_assert_nonnull (strstr (expected, "100001 Alder Academy 902 Academy Open  "));
  g_assert_nonnull (strstr (expected,
                            "membership: 100001 2013-09-02  |100002  2025-03-31 2024-03-31|"
                            "100900   |100900  2025-03-31 2024-03-31\n"));
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (Trial) trial = trial_new ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *text = NULL;

      read_in_order (trial, random);
      text = describe (trial);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* file by file, the older before the newer, is the same as all at once; then all again is
 * nothing */
static void
test_one_by_one (void)
{
  g_autoptr (Trial) at_once = trial_new ();
  g_autoptr (Trial) trial = trial_new ();
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  read_in_order (at_once, NULL);
  expected = describe (at_once);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (KithPreview) preview = trial_read (trial, files[i].name, files[i].text);

      g_assert_cmpuint (kith_changeset_get_size (preview->changes), >, 0);
    }
  text = describe (trial);
  g_assert_cmpstr (text, ==, expected);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (KithPreview) preview = trial_read (trial, files[i].name, files[i].text);

      g_assert_cmpuint (kith_changeset_get_size (preview->changes), ==, 0);
    }
}

static void
test_needs_measures (void)
{
  g_autoptr (Trial) trial = trial_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = trial_write (trial, files[i].name, files[i].text);
      gboolean has_figures =
          strstr (files[i].name, "ks2") != NULL || strstr (files[i].name, "census") != NULL;

      g_assert_cmpint (kith_import_needs_measures (&file, 1), ==, has_figures);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/forty-orders-give-one-ledger", test_at_once);
  g_test_add_func ("/order/one-by-one-is-all-at-once", test_one_by_one);
  g_test_add_func ("/order/files-of-figures-ask-for-the-table", test_needs_measures);
  return g_test_run ();
}
