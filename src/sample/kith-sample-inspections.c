/* kith-sample-inspections.c: what inspections found, as Ofsted gives it out each month
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#include <string.h>

/* 2026: the report card, then the latest inspection of the scheme before, then an ungraded one.
   Two blanks in “OEIF  safeguarding” are the file's own. */
static const char header[] =
    "Web Link (opens in new window),URN,LAESTAB,School name,Ofsted phase,Type of education,School "
    "open date,Local authority,Postcode,Total number of pupils,Statutory lowest age,Statutory "
    "highest age,Inspection number of latest full inspection,Inspection type,Inspection start date,"
    "Publication date,Does the latest full inspection relate to the URN of the current school?,URN "
    "at time of latest full inspection,Category of concern,Safeguarding standards,Safeguarding "
    "standards - date of grade,Inclusion,Inclusion - date of grade,Curriculum and teaching,"
    "Curriculum and teaching - date of grade,Achievement,Achievement - date of grade,Attendance "
    "and "
    "behaviour,Attendance and behaviour - date of grade,Personal development and "
    "wellbeing,Personal "
    "development and wellbeing - date of grade,Early years (where applicable),Early years - date "
    "of "
    "grade,Post-16 provision (where applicable),Post-16 provision - date of grade,Leadership and "
    "governance,Leadership and governance - date of grade,Inspection number of latest OEIF graded "
    "inspection,Inspection start date of latest OEIF graded inspection,Publication date of latest "
    "OEIF graded inspection,Does the latest OEIF graded inspection relate to the URN of the "
    "current "
    "school?,URN at time of latest OEIF graded inspection,Latest OEIF category of concern,Latest "
    "OEIF overall effectiveness,Latest OEIF quality of education,Latest OEIF behaviour and "
    "attitudes,Latest OEIF personal development,Latest OEIF effectiveness of leadership and "
    "management,Latest OEIF  safeguarding is effective?,Latest OEIF early years provision (where "
    "applicable),Latest OEIF sixth form provision (where applicable),Latest ungraded inspection "
    "number,Date of latest ungraded inspection,Ungraded inspection publication date,Does the "
    "ungraded inspection relate to the URN of the current school?,URN at time of the ungraded "
    "inspection,Ungraded inspection overall outcome,Most recent category of concern";

#define FIRST_CARD (kith_date_new (2025, 11, 10))
#define N_AREAS 8 /* of a report card, safeguarding aside */
#define EARLY_YEARS 5
#define POST_16 6

static const char *const card_grades[] = { "Exceptional", "Strong standard", "Expected standard",
                                           "Needs attention", "Urgent improvement" };

/* What the file says of one school; days unknown where there was no such inspection. */
typedef struct
{
  KithDate card, again; /* and the day on which one area was graded anew */
  guint again_area;
  guint grades[N_AREAS]; /* of card_grades */
  gboolean is_card_of_concern;
  KithDate graded;
  guint32 urn_then;
  guint overall; /* 1 to 4; 0: not judged since September 2024 */
  guint areas[4];
  const char *category;
  KithDate ungraded;
} Told;

static guint
find_overall (const char *rating)
{
  static const char *const ratings[] = { "", "Outstanding", "Good", "Requires improvement" };

  for (guint g = 1; g < G_N_ELEMENTS (ratings); g++)
    if (strcmp (rating, ratings[g]) == 0)
      return g;
  return 4;
}

static gboolean
is_planted (const KithSampleSchool *school)
{
  return school->part == KITH_SAMPLE_PART_SPECIAL_MEASURES ||
         school->part == KITH_SAMPLE_PART_ACT_NOW;
}

/* About @middle, within bounds. A function, because CLAMP() would draw more than once. */
static guint
draw (KithRandom *random, int middle, int least, int most)
{
  int drawn = middle + kith_random_bell (random, 1);

  return (guint)CLAMP (drawn, least, most);
}

/* A report card: good standards for schools of which good order is promised, and for the rest
   as it comes. */
static void
give_card (const KithSampleRegion *region,
           KithRandom *random,
           const KithSampleSchool *school,
           gboolean is_of_concern,
           Told *told)
{
  guint days = region->dated - FIRST_CARD;
  gboolean is_rest = school->part == KITH_SAMPLE_PART_REST;

  told->card = FIRST_CARD + kith_random_below (random, days - 60);
  for (guint a = 0; a < N_AREAS; a++)
    told->grades[a] = draw (random, 2, 0, 3);
  if (is_of_concern || (is_rest && kith_random_chance (random, 6)))
    {
      told->grades[kith_random_below (random, EARLY_YEARS)] = 4;
      told->grades[N_AREAS - 1] = 4;
      told->is_card_of_concern = TRUE;
    }
  if (kith_random_chance (random, 10))
    {
      told->again = told->card + 40;
      told->again_area = kith_random_below (random, EARLY_YEARS);
    }
}

/* The latest inspection of the scheme before, as GIAS has it; or by area, without an overall
   grade, after September 2024. */
static void
give_grades (KithRandom *random, const KithSampleSchool *school, Told *told)
{
  if (school->inspected == KITH_DATE_UNKNOWN)
    return;
  told->graded = school->inspected;
  told->urn_then = school->urn;
  told->overall = find_overall (school->rating);
  if (strcmp (school->rating, "Special Measures") == 0)
    told->category = "SM";
  if (strcmp (school->rating, "Serious Weaknesses") == 0)
    told->category = "SWK";
  for (guint a = 0; a < 4; a++)
    told->areas[a] = draw (random, (int)told->overall, 1, 4);
  if (!is_planted (school) && told->overall < 4 && kith_random_chance (random, 12))
    {
      told->graded = kith_date_new (2025, 1, 7) + kith_random_below (random, 150);
      told->overall = 0;
    }
  else if (told->overall == 2 && kith_random_chance (random, 40))
    told->ungraded = told->graded + 90;
}

/*
 * What a reader may trip over: an academy whose predecessor was found inadequate, and an old
 * grade of concern with a report card after it that is of none.
 */
static void
set_traps (const KithSampleRegion *region,
           KithRandom *random,
           const KithSampleSchool *school,
           Told *told)
{
  if (told->graded == KITH_DATE_UNKNOWN || is_planted (school) ||
      !kith_random_chance (random, school->predecessor != KITH_SAMPLE_NONE ? 12 : 3))
    return;
  told->overall = 4;
  told->category = "SM";
  told->ungraded = KITH_DATE_UNKNOWN;
  if (school->predecessor == KITH_SAMPLE_NONE)
    {
      told->card = FIRST_CARD + 30;
      return;
    }
  told->urn_then = KITH_SAMPLE_SCHOOL (region, school->predecessor)->urn;
  if (school->opened != KITH_DATE_UNKNOWN)
    told->graded = MIN (told->graded, school->opened - 200);
}

static Told
tell (const KithSampleRegion *region, KithRandom *random, const KithSampleSchool *school, guint s)
{
  Told told = { .card = KITH_DATE_UNKNOWN,
                .again = KITH_DATE_UNKNOWN,
                .graded = KITH_DATE_UNKNOWN,
                .urn_then = school->urn,
                .ungraded = KITH_DATE_UNKNOWN };
  gboolean has_cards = region->dated > FIRST_CARD + 100;

  if (school->part == KITH_SAMPLE_PART_NEW)
    return told;
  for (guint a = 0; a < N_AREAS; a++)
    told.grades[a] = 2;
  give_grades (random, school, &told);
  if (has_cards)
    set_traps (region, random, school, &told);
  if (is_planted (school) && has_cards && s % 3 == 0)
    {
      /* the report card is of concern, and what was before it is not */
      give_card (region, random, school, TRUE, &told);
      told.overall = 2;
      told.category = NULL;
    }
  else if (!is_planted (school) && told.card == KITH_DATE_UNKNOWN && has_cards &&
           kith_random_chance (random, 22))
    give_card (region, random, school, FALSE, &told);
  return told;
}

static void
write_day (KithSampleOut *out, KithDate day)
{
  if (day == KITH_DATE_UNKNOWN)
    kith_sample_out_raw (out, ",NULL");
  else
    kith_sample_out_date (out, day, "d/m/y");
}

static void
write_identity (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);
  char text[48];

  kith_sample_out_text (out, "Ofsted School Webpage");
  kith_sample_out_number (out, school->urn);
  kith_sample_out_number (out, authority->code * 10000 + school->estab);
  kith_sample_out_text (out, school->name);
  kith_sample_out_text (out, kith_sample_phase_get_name (school->phase));
  kith_sample_out_text (out, kith_sample_type_get_info (school->type)->name);
  write_day (out, school->opened);
  kith_sample_out_text (out, authority->name);
  g_snprintf (text, sizeof text, "%s%u %uAA", authority->postal, school->town % 90 + 1,
              school->urn % 10);
  kith_sample_out_text (out, text);
  kith_sample_out_number (out, school->pupils);
  kith_sample_out_number (out, school->low_age);
  kith_sample_out_number (out, school->high_age);
}

static gboolean
is_judged (const KithSampleSchool *school, guint area)
{
  return (area != EARLY_YEARS || school->low_age <= 4) &&
         (area != POST_16 || school->high_age >= 18);
}

static void
write_card (KithSampleOut *out, const KithSampleSchool *school, const Told *told)
{
  if (told->card == KITH_DATE_UNKNOWN)
    {
      for (guint c = 0; c < 25; c++)
        kith_sample_out_raw (out, ",NULL");
      return;
    }
  kith_sample_out_number (out, 10500000 + school->urn);
  kith_sample_out_text (out, "S5 Full inspection");
  write_day (out, told->card);
  write_day (out, told->card + 45);
  kith_sample_out_text (out, "Yes");
  kith_sample_out_number (out, school->urn);
  kith_sample_out_text (out, told->is_card_of_concern ? "RSI" : "NULL");
  kith_sample_out_text (out, told->is_card_of_concern ? "Not met" : "Met");
  write_day (out, told->card);
  for (guint a = 0; a < N_AREAS; a++)
    {
      gboolean is_again = told->again != KITH_DATE_UNKNOWN && told->again_area == a;

      kith_sample_out_text (out, is_judged (school, a) ? card_grades[told->grades[a]]
                                                       : "Not applicable");
      write_day (out, !is_judged (school, a) ? KITH_DATE_UNKNOWN
                      : is_again             ? told->again
                                             : told->card);
    }
}

static void
write_graded (KithSampleOut *out, const KithSampleSchool *school, const Told *told)
{
  if (told->graded == KITH_DATE_UNKNOWN)
    {
      for (guint c = 0; c < 14; c++)
        kith_sample_out_raw (out, ",NULL");
      return;
    }
  kith_sample_out_number (out, 10000000 + school->urn);
  write_day (out, told->graded);
  write_day (out, told->graded + 38);
  kith_sample_out_text (out, told->urn_then == school->urn ? "Yes" : "No");
  kith_sample_out_number (out, told->urn_then);
  kith_sample_out_text (out, told->category != NULL ? told->category : "NULL");
  if (told->overall == 0)
    kith_sample_out_text (out, "Not judged");
  else
    kith_sample_out_number (out, told->overall);
  for (guint a = 0; a < 4; a++)
    kith_sample_out_number (out, told->areas[a]);
  kith_sample_out_text (out, told->category != NULL ? "No" : "Yes");
  kith_sample_out_number (out, school->low_age <= 4 ? told->areas[0] : 9);
  kith_sample_out_number (out, school->high_age >= 18 ? told->areas[1] : 9);
}

static void
write_ungraded (KithSampleOut *out, const KithSampleSchool *school, const Told *told)
{
  if (told->ungraded == KITH_DATE_UNKNOWN)
    {
      kith_sample_out_raw (out, ",NULL,NULL,NULL,NULL,NULL,NULL");
      return;
    }
  kith_sample_out_number (out, 10200000 + school->urn);
  write_day (out, told->ungraded);
  write_day (out, told->ungraded + 30);
  kith_sample_out_text (out, "Yes");
  kith_sample_out_number (out, school->urn);
  kith_sample_out_text (out, school->urn % 5 == 0 ? "School remains Good (Concerns) - S5 Next"
                                                  : "School remains Good");
}

static gboolean
write_school (KithSampleOut *out,
              const KithSampleRegion *region,
              const KithSampleSchool *school,
              const Told *told,
              GError **error)
{
  write_identity (out, region, school);
  write_card (out, school, told);
  write_graded (out, school, told);
  write_ungraded (out, school, told);
  kith_sample_out_text (out, told->card != KITH_DATE_UNKNOWN
                                 ? (told->is_card_of_concern ? "RSI" : "NULL")
                             : told->category != NULL ? told->category
                                                      : "NULL");
  return kith_sample_out_row (out, error);
}

/**
 * kith_sample_write_inspections:
 *
 * Writes the latest inspections as at the day before: Windows-1252, CRLF, NULL where there is
 * nothing, 9 where an area does not apply; report cards beside the grades of the scheme before,
 * some of these found of a predecessor. One row stands there twice.
 *
 * Returns: %FALSE with @error set where the file cannot be written or the job was cancelled
 */
gboolean
kith_sample_write_inspections (KithSampleRegion *region,
                               GFile *folder,
                               KithJob *job,
                               GError **error)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autoptr (KithSampleOut) out = NULL;
  KithRandom random;
  int year, month, day;
  char name[96];

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_INSPECTIONS);
  kith_date_get_parts (region->dated - 1, &year, &month, &day);
  g_snprintf (name, sizeof name, "state-funded_schools_-_latest_inspections_as_at_%d_%s_%d.csv",
              day, months[month - 1], year);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_WINDOWS_1252, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out, header);
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      Told told = tell (region, &random, school, s);

      for (guint times = s == region->n_in_scope / 2 ? 2 : 1; times > 0; times--)
        if (!write_school (out, region, school, &told, error))
          return FALSE;
      if (job != NULL && s % 4096 == 0 && !kith_job_step (job, s, region->n_in_scope, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}
