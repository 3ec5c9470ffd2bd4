/* test-short-name.c: names get shorter by the table, and no other way
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-short-name.h"

/* letters that are one millimetre wide, whatever the type */
static double
measure_letters (gpointer data, const KithType *type, const char *text)
{
  return (double)g_utf8_strlen (text, -1);
}

static const KithMeasure letters = { measure_letters, NULL };
static const KithType type = { 7, KITH_WEIGHT_MEDIUM };

/* by hand, as a careful typist would */
static void
test_calm (void)
{
  static const char *const cases[][2] = {
    { "LORVANMARKET LEARNING ALLIANCE", "Lorvanmarket Learning Alliance" },
    { "THE KELVARWORTH TRUST", "The Kelvarworth Trust" },
    { "ST MARY'S C OF E (VA) PRIMARY SCHOOL", "St Mary's C of E (VA) Primary School" },
    { "ST MARY’S RC PRIMARY", "St Mary’s RC Primary" },
    { "FRIENDS OF THE LAKE", "Friends of the Lake" },
    { "O'BRIEN HIGH SCHOOL", "O'Brien High School" },
    { "STOKE-ON-TRENT UTC", "Stoke-on-Trent UTC" },
    { "SANT ÉLIE ÉCOLE", "Sant Élie École" },
    { "KING EDWARD VI SCHOOL", "King Edward VI School" },
    { "93", "93" },
    { "", "" },
    /* what is not all in capitals is as somebody wrote it */
    { "ARK Globe Academy", "ARK Globe Academy" },
    { "iSCHOOL", "iSCHOOL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = kith_name_dup_calm (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
  g_assert_null (kith_name_dup_calm (NULL));
}

static void
test_table (void)
{
  static const struct
  {
    const char *name;
    guint most;
    const char *expected;
  } cases[] = {
    { "Oak Primary School", 40, "Oak Primary School" },
    { "Oak Primary School", 17, "Oak Primary" },
    { "Oak Primary School", 5, "Oak" },
    { "St Mary's Church of England Voluntary Aided Primary School", 22, "St Mary’s CofE Primary" },
    { "St Mary's Church of England Voluntary Aided Primary School", 15, "St Mary’s CofE" },
    { "St Mary's C of E Voluntary Controlled Infant School", 22, "St Mary’s CofE Infant" },
    { "Our Lady of Pity Roman Catholic Primary School", 24, "Our Lady of Pity RC" },
    { "Our Lady of Pity Catholic Primary School", 27, "Our Lady of Pity RC Primary" },
    { "Saint Wilfrid and All Saints School", 23, "St Wilfrid & All Saints" },
    { "Elm Junior and Infant School", 10, "Elm" },
    { "Elm Infant School", 10, "Elm Infant" },
    { "Elm Community Junior School", 10, "Elm Junior" },
    { "Thornhill Academy", 9, "Thornhill" },
    { "Elm Primary and Nursery School", 5, "Elm Primary & Nursery" },
    /* nothing is left out where no word, or only “The”, would remain */
    { "The Academy", 3, "The Academy" },
    { "Primary School", 3, "Primary" },
    { "School", 1, "School" },
    /* whole words only */
    { "Schoolfield Sandhurst Academy", 21, "Schoolfield Sandhurst" },
    { "Landmark Candover High School", 40, "Landmark Candover High School" },
    { "Heron Way Primary School, Walkden", 10, "Heron Way" },
    { "HERON WAY PRIMARY SCHOOL", 10, "Heron Way" },
    /* what cannot be shortened further stays as it is */
    { "Supercalifragilistic School", 5, "Supercalifragilistic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = kith_short_name_dup (cases[i].name, cases[i].most, &type, &letters);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_break (void)
{
  g_autofree char *first = NULL, *second = NULL, *none = NULL;

  g_assert_true (
      kith_short_name_break ("St Wilfrid & All Saints", &type, &letters, &first, &second));
  g_assert_cmpstr (first, ==, "St Wilfrid");
  g_assert_cmpstr (second, ==, "& All Saints");
  g_assert_false (kith_short_name_break ("Oakfield", &type, &letters, &none, &none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/short-name/names shorten in the order of the table", test_table);
  g_test_add_func ("/short-name/capitals become large and small letters", test_calm);
  g_test_add_func ("/short-name/a name breaks where its lines are most alike", test_break);
  return g_test_run ();
}
