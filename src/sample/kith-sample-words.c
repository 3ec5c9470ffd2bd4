/* kith-sample-words.c: names that nobody bears
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

/* Beginnings that no English place has, as far as the DfE's and the ONS's lists tell. */
static const char *const stems[] = {
  "Arvel",  "Bexom",  "Corvin", "Dravel", "Embrak", "Fenvar", "Gavrel", "Hexom",   "Ivrel",
  "Jarvom", "Kelvar", "Lorvan", "Marvex", "Norvel", "Orvan",  "Pravel", "Quorvex", "Ruvel",
  "Savrin", "Torvan", "Ulvex",  "Vanrel", "Wexvar", "Yarvel", "Zelvin", "Abrax",   "Brovan",
  "Crevan", "Dovrex", "Elvrin", "Farvex", "Grevan", "Havrin", "Istrel", "Jovrel",  "Krevin",
  "Luvran", "Movrel", "Nevran", "Ostrel", "Pelvax", "Quavel", "Revrin", "Stavrel", "Trevax",
  "Umbrax", "Vexlin", "Wovran", "Yovrin", "Zavrel", "Aldrax", "Bravin", "Covrex",  "Drovin",
  "Evrax",  "Fravel", "Glovin", "Harvex", "Ilvran", "Kovrin",
};
static const char *const endings[] = {
  "ley",   "ton",   "ford",   "bury",   "wick",    "ham",    "stead", "mere",  "combe", "hurst",
  "dale",  "field", "bridge", "port",   "minster", "worth",  "den",   "well",  "gate",  "thorpe",
  "brook", "moor",  "holme",  "cliffe", "haven",   "market", "cross", "mouth",
};
static const char *const saints[] = {
  "Arvela", "Bexomar", "Corvinian", "Dravela", "Embrax",  "Fenvara", "Gavrela", "Hexomund",
  "Ivrela", "Jarvoma", "Kelvara",   "Lorvana", "Marvexa", "Norvela", "Orvana",  "Pravela",
};
static const char *const given[] = {
  "Ada",   "Amir",  "Anwen",  "Basil", "Bea",   "Callum", "Cora",  "Dara",    "Edith", "Elias",
  "Farah", "Finn",  "Gita",   "Hal",   "Imran", "Ines",   "Jonah", "Kiran",   "Leila", "Lorna",
  "Maud",  "Milo",  "Nadia",  "Nell",  "Omar",  "Orla",   "Petra", "Quentin", "Rhona", "Rufus",
  "Sadia", "Silas", "Tamsin", "Theo",  "Uma",   "Vera",   "Wilf",  "Yasmin",  "Zadie", "Zubair",
};
static const char *const surname_endings[] = {
  "son", "man", "er", "ley", "ard", "wright", "low", "by", "ing", "shaw", "croft", "well",
};
static const char *const streets[] = {
  "School Lane", "Mill Rise",    "Chapel Street", "Station Approach", "Orchard Way", "The Green",
  "Church Walk", "Meadow Close", "Foundry Road",  "Weavers Row",      "Quarry Bank", "Park Drive",
};
static const char *const areas[] = {
  "EAL",         "Phonics",    "Mathematics", "SEND",      "Attendance",
  "Early years", "Leadership", "Writing",     "Behaviour", "Science",
};

static const char *
pick (KithRandom *random, const char *const *words, guint n_words)
{
  return words[kith_random_below (random, n_words)];
}

#define PICK(random, words) pick (random, words, G_N_ELEMENTS (words))

/* Gives a name away once. Returns NULL where somebody has it already. */
static const char *
take_name (KithSampleRegion *region, const char *name)
{
  const char *kept;

  if (g_hash_table_contains (region->names, name))
    return NULL;
  kept = g_string_chunk_insert (region->text, name);
  g_hash_table_add (region->names, (gpointer)kept);
  return kept;
}

/**
 * kith_sample_words_new_place:
 *
 * Returns: a town that is on no map, each only once
 */
const char *
kith_sample_words_new_place (KithSampleRegion *region, KithRandom *random)
{
  for (guint attempt = 0;; attempt++)
    {
      const char *before = attempt < 40 ? "" : attempt % 2 == 0 ? "Nether " : "Over ";
      g_autofree char *name =
          g_strconcat (before, PICK (random, stems), PICK (random, endings), NULL);
      const char *kept = take_name (region, name);

      if (kept != NULL)
        return kept;
    }
}

/**
 * kith_sample_words_new_authority:
 *
 * Returns: an authority that never was, each only once
 */
const char *
kith_sample_words_new_authority (KithSampleRegion *region, KithRandom *random)
{
  static const char *const forms[] = { "%sshire",   "%s",       "%s and the Vale",
                                       "North %s",  "South %s", "%s Forest",
                                       "%s Valley", "%sland",   "%s Borders" };

  for (;;)
    {
      const char *form = PICK (random, forms);
      const char *stem = PICK (random, stems);
      GString *name = g_string_new (form);
      const char *kept;

      g_string_replace (name, "%s", stem, 1);
      kept = take_name (region, name->str);
      g_string_free (name, TRUE);
      if (kept != NULL)
        return kept;
    }
}

static const char *
describe_phase (const KithSampleSchool *school, KithRandom *random)
{
  static const char *const secondary[] = { "School", "High School", "Academy", "Community School" };

  switch (school->type)
    {
    case KITH_SAMPLE_INDEPENDENT:
      return "House School";
    case KITH_SAMPLE_FURTHER_EDUCATION:
      return "College";
    case KITH_SAMPLE_UNIVERSITY:
      return "University";
    case KITH_SAMPLE_CHILDRENS_CENTRE:
      return "Children\u2019s Centre";
    case KITH_SAMPLE_NURSERY:
      return "Nursery School";
    case KITH_SAMPLE_PUPIL_REFERRAL_UNIT:
    case KITH_SAMPLE_AP_CONVERTER:
      return "Centre";
    case KITH_SAMPLE_COMMUNITY_SPECIAL:
    case KITH_SAMPLE_SPECIAL_CONVERTER:
    case KITH_SAMPLE_FREE_SPECIAL:
    case KITH_SAMPLE_INDEPENDENT_SPECIAL:
      return "School";
    default:
      break;
    }
  switch (school->phase)
    {
    case KITH_SAMPLE_PHASE_SECONDARY:
    case KITH_SAMPLE_PHASE_ALL_THROUGH:
      return PICK (random, secondary);
    case KITH_SAMPLE_PHASE_MIDDLE_PRIMARY:
    case KITH_SAMPLE_PHASE_MIDDLE_SECONDARY:
      return "Middle School";
    default:
      return school->high_age <= 7             ? "Infant School"
             : school->low_age == 7            ? "Junior School"
             : school->low_age == 3            ? "Primary and Nursery School"
             : kith_random_chance (random, 12) ? "Community Primary School"
                                               : "Primary School";
    }
}

/**
 * kith_sample_words_new_school:
 * @school: with town, type, phase, ages and diocese
 *
 * Returns: its name; as in the DfE's files two schools may bear the same
 */
const char *
kith_sample_words_new_school (KithSampleRegion *region,
                              KithRandom *random,
                              const KithSampleSchool *school)
{
  const char *phase = describe_phase (school, random);
  const char *town = KITH_SAMPLE_TOWN (region, school->town)->name;

  if (school->diocese != KITH_SAMPLE_NONE && school->diocese % 2 == 0)
    return kith_sample_region_keep (region, "St %s\u2019s Church of England %s",
                                    PICK (random, saints), phase);
  if (school->diocese != KITH_SAMPLE_NONE)
    return kith_sample_region_keep (region, "St %s\u2019s Catholic %s", PICK (random, saints),
                                    phase);
  if (kith_random_chance (random, 15))
    return kith_sample_region_keep (region, "%s %s", town, phase);
  if (kith_random_chance (random, 4))
    return kith_sample_region_keep (region, "%s%s School, %s", PICK (random, stems),
                                    PICK (random, endings), town);
  return kith_sample_region_keep (region, "%s%s %s", PICK (random, stems), PICK (random, endings),
                                  phase);
}

/**
 * kith_sample_words_new_trust:
 *
 * Returns: a trust's name, each only once; some in capitals, as companies write them
 */
const char *
kith_sample_words_new_trust (KithSampleRegion *region, KithRandom *random)
{
  static const char *const forms[] = {
    "Learning Trust",      "Academies Trust", "Education Trust",   "Schools Partnership",
    "Multi Academy Trust", "Trust",           "Learning Alliance", "Academy Federation",
  };

  for (;;)
    {
      g_autofree char *name =
          g_strconcat (kith_random_chance (random, 20) ? "The " : "", PICK (random, stems),
                       kith_random_chance (random, 50) ? PICK (random, endings) : "", " ",
                       PICK (random, forms), NULL);
      const char *kept;

      if (kith_random_chance (random, 45))
        {
          char *capitals = g_ascii_strup (name, -1);

          g_free (name);
          name = capitals;
        }
      kept = take_name (region, name);
      if (kept != NULL)
        return kept;
    }
}

/**
 * kith_sample_words_new_person:
 *
 * Returns: somebody's name, each only once
 */
const char *
kith_sample_words_new_person (KithSampleRegion *region, KithRandom *random)
{
  for (guint attempt = 0;; attempt++)
    {
      char initial[4] = "";
      g_autofree char *name = NULL;
      const char *kept;

      if (attempt > 4)
        g_snprintf (initial, sizeof initial, "%c ", 'A' + kith_random_below (random, 26));
      name = g_strconcat (PICK (random, given), " ", initial, PICK (random, stems),
                          PICK (random, surname_endings), NULL);
      kept = take_name (region, name);
      if (kept != NULL)
        return kept;
    }
}

/**
 * kith_sample_words_get_street:
 *
 * Returns: a street such as any town has
 */
const char *
kith_sample_words_get_street (guint number)
{
  return streets[number % G_N_ELEMENTS (streets)];
}

/**
 * kith_sample_words_get_area:
 *
 * Returns: an area of need and expertise
 */
const char *
kith_sample_words_get_area (guint number)
{
  return areas[number % G_N_ELEMENTS (areas)];
}

/**
 * kith_sample_words_count_areas:
 */
guint
kith_sample_words_count_areas (void)
{
  return G_N_ELEMENTS (areas);
}
