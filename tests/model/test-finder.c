/* test-finder.c: what somebody types, and what is found
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-changeset.h"
#include "kith-finder.h"

#include <string.h>

static void
put_school (KithChangeset *changes,
            gint64 urn,
            const char *name,
            const char *town,
            const char *postcode,
            const char *status)
{
  KithSchool school;

  kith_row_clear (KITH_TABLE_SCHOOL, &school);
  school.urn = urn;
  school.name = name;
  school.town = town;
  school.postcode = postcode;
  school.status = status;
  school.phase = "Primary";
  kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
}

static KithFinder *
make_finder (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  g_autoptr (KithLedger) ledger = NULL;
  KithArrangement arrangement;
  KithOrganisation organisation;
  KithPerson person;
  KithPost post;

  put_school (changes, 100001, "St Aldhelm’s Primary School", "Larkmead", "LM1 2AB", "Open");
  put_school (changes, 100002, "Saint Aldhelm's Infant School", "Moorside", "MS4 5CD", "Closed");
  put_school (changes, 100003, "Larkmead Primary School", "Westonbury", "WB1 1AA", "Open");
  put_school (changes, 200003, "Pond Street School", "Larkmead", "LM1 2AC", "Open");
  put_school (changes, 300004, "مدرسة النور", "Éastcöte", "EC1 1ZZ", "Open");
  kith_row_clear (KITH_TABLE_ARRANGEMENT, &arrangement);
  arrangement.id = 7;
  arrangement.kind = "hub";
  arrangement.name = "Larkmead EAL hub";
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &arrangement);
  kith_row_clear (KITH_TABLE_ORGANISATION, &organisation);
  organisation.id = 3;
  organisation.name = "University of Moorside";
  organisation.postcode = "MS1 1AA";
  kith_changeset_put (changes, KITH_TABLE_ORGANISATION, &organisation);
  kith_row_clear (KITH_TABLE_PERSON, &person);
  person.id = 5;
  person.name = "Zoë O’Hara";
  kith_changeset_put (changes, KITH_TABLE_PERSON, &person);
  kith_row_clear (KITH_TABLE_POST, &post);
  post.id = 1;
  post.person_id = 5;
  post.title = "Head";
  post.urn = 100003;
  kith_changeset_put (changes, KITH_TABLE_POST, &post);
  ledger = kith_changeset_apply (changes, 1);
  return kith_finder_new (ledger);
}

/* Each answer as "table:key", worked out by reading the names above. */
static void
test_finds (void)
{
  static const struct
  {
    const char *text, *found;
  } cases[] = {
    { "100001", "school:100001" },
    { "LM1 2AB", "school:100001" },
    { "lm12ab", "school:100001" },
    { "lm1", "school:200003 school:100001" },
    { "pond larkmead", "school:200003" },
    { "zoe ohara", "person:5" },
    { "O'Hara Zoë", "person:5" },
    { "moorside univ", "organisation:3" },
    { "ms11aa", "organisation:3" },
    { "النور", "school:300004" },
    { "eastcote", "school:300004" },
    { "university of nowhere", "" },
    { "200004", "" }, /* figures are never nearly right */
    { "univresity", "organisation:3" },
    { "larkmeed eal", "arrangement:7" },
    { "   ", "" },
    { "’", "" },
  };
  g_autoptr (KithFinder) finder = make_finder ();

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (GPtrArray) found = kith_finder_find (finder, cases[c].text, 10);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < found->len; i++)
        {
          const KithFound *one = found->pdata[i];

          g_string_append_printf (line, "%s%s:%" G_GINT64_FORMAT, i > 0 ? " " : "",
                                  kith_table_get_info (one->table)->name, one->key);
        }
      g_assert_cmpstr (line->str, ==, cases[c].found);
    }
}

static void
test_order (void)
{
  g_autoptr (KithFinder) finder = make_finder ();
  g_autoptr (GPtrArray) saint = kith_finder_find (finder, "saint aldhelm", 10);
  g_autoptr (GPtrArray) town = kith_finder_find (finder, "larkmead", 10);
  g_autoptr (GPtrArray) one = kith_finder_find (finder, "larkmead", 1);
  g_autoptr (GPtrArray) person = kith_finder_find (finder, "zoe", 1);

  /* "Saint" is "St"; the open school stands before the closed one */
  g_assert_cmpuint (saint->len, ==, 2);
  g_assert_cmpint (((KithFound *)saint->pdata[0])->key, ==, 100001);
  g_assert_cmpstr (((KithFound *)saint->pdata[1])->detail, ==, "Primary, Moorside, 100002, Closed");
  /* names before towns */
  g_assert_cmpuint (town->len, ==, 4);
  g_assert_cmpint (((KithFound *)town->pdata[0])->key, ==, 7);
  g_assert_cmpint (((KithFound *)town->pdata[1])->key, ==, 100003);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((KithFound *)person->pdata[0])->detail, ==,
                   "person, Head, Larkmead Primary School");
}

/* One letter changed, left out, doubled or changed places with the next still finds the school:
 * for every school of many, and every place in its name. */
static void
test_misspelt (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithFinder) finder = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  char names[50][16];

  for (guint s = 0; s < G_N_ELEMENTS (names); s++)
    {
      for (guint i = 0; i < 9; i++)
        names[s][i] = (char)g_rand_int_range (rand, 'a', 'z' + 1);
      names[s][9] = '\0';
      put_school (changes, 100001 + s, names[s], NULL, NULL, "Open");
    }
  ledger = kith_changeset_apply (changes, 1);
  finder = kith_finder_new (ledger);
  for (guint s = 0; s < G_N_ELEMENTS (names); s++)
    for (guint at = 0; at < 8; at++)
      for (guint how = 0; how < 4; how++)
        {
          g_autoptr (GString) typed = g_string_new (names[s]);
          g_autoptr (GPtrArray) found = NULL;

          if (how == 0)
            typed->str[at] = typed->str[at] == 'q' ? 'x' : 'q';
          else if (how == 1)
            g_string_erase (typed, at, 1);
          else if (how == 2)
            g_string_insert_c (typed, at, typed->str[at]);
          else
            {
              typed->str[at] = names[s][at + 1];
              typed->str[at + 1] = names[s][at];
            }
          found = kith_finder_find (finder, typed->str, 1);
          g_assert_cmpuint (found->len, ==, 1);
          g_assert_cmpint (((KithFound *)found->pdata[0])->key, ==, 100001 + s);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finder/by name, number, postcode and town, misspelt or not", test_finds);
  g_test_add_func ("/finder/what fits best stands first", test_order);
  g_test_add_func ("/finder/any one wrong letter still finds", test_misspelt);
  return g_test_run ();
}
