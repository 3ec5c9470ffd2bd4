/* random-register.c: small registers with every kind of gap
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-register.h"

typedef struct
{
  LedgerPlan *plan;
  GRand *rand;
  KithDate t;
  guint n_schools, n_arrangements;
  gint64 first_urn;
  double box_metres;
  gint64 links_source, partnerships_source, establishments_source;
  KithArrangement *arrangements[16];
  KithSchool *schools[24];
} Making;

static gboolean
chance (Making *self, double p)
{
  return g_rand_double (self->rand) < p;
}

static guint
pick (Making *self, guint n)
{
  return (guint)g_rand_int_range (self->rand, 0, (gint32)n);
}

#define PICK(self, words) ((words)[pick (self, G_N_ELEMENTS (words))])

/* Unknown, on a bound that some rule has, or anywhere within four years. */
static KithDate
pick_day (Making *self, double unknown)
{
  static const int bounds[] = { 0, -1, 1, -180, -181, -360, -361, -365, -366, -730, -731, 395 };

  if (chance (self, unknown))
    return KITH_DATE_UNKNOWN;
  if (chance (self, 0.3))
    return self->t + (KithDate)PICK (self, bounds);
  return self->t + (KithDate)g_rand_int_range (self->rand, -1500, 60);
}

static gint64
pick_urn (Making *self)
{
  return self->first_urn + pick (self, self->n_schools);
}

static const char *
keep (Making *self, const char *format, guint n)
{
  g_autofree char *text = g_strdup_printf (format, n);

  return g_intern_string (text);
}

static void
add_schools (Making *self)
{
  static const char *const groups[] = { "Local authority maintained schools",
                                        "Academies",
                                        "Free Schools",
                                        "Special schools",
                                        "Independent schools",
                                        "Children's Centres" };
  static const char *const phases[] = { "Primary",   "Primary",        "Primary",
                                        "Secondary", "All-through",    "Middle deemed primary",
                                        "Nursery",   "Not applicable", NULL };
  static const char *const statuses[] = { "Open, but proposed to close", "Closed",
                                          "Proposed to open", NULL };
  static const char *const flags[] = { "Supported by a multi-academy trust",
                                       "Supported by a single-academy trust",
                                       "Supported by a trust", NULL };

  for (guint i = 0; i < self->n_schools; i++)
    {
      KithSchool *school = plan_school (self->plan, self->first_urn + i,
                                        floor (g_rand_double (self->rand) * self->box_metres),
                                        floor (g_rand_double (self->rand) * self->box_metres));

      self->schools[i] = school;
      /* on a lattice distances are equal, and exactly on the bounds */
      if (chance (self, 0.5))
        {
          school->easting = 2500 * floor (school->easting / 2500);
          school->northing = 2500 * floor (school->northing / 2500);
        }
      school->name = keep (self, "School %u", i);
      school->la = 800 + pick (self, 3);
      school->phase = chance (self, 0.6) ? "Primary" : PICK (self, phases);
      school->pupils = chance (self, 0.2) ? KITH_INT_NONE : 100 * pick (self, 4);
      school->source_id = self->establishments_source;
      school->district = chance (self, 0.5) ? "Fen" : "Moor";
      if (chance (self, 0.1))
        school->la = KITH_INT_NONE;
      if (chance (self, 0.1))
        school->easting = school->northing = NAN;
      if (chance (self, 0.3))
        school->type_group = PICK (self, groups);
      if (chance (self, 0.1))
        school->type = "Other independent special school";
      if (chance (self, 0.2))
        school->status = PICK (self, statuses);
      if (chance (self, 0.3))
        school->opened = pick_day (self, 0.3);
      if (chance (self, 0.1))
        school->closed = pick_day (self, 0.2);
      if (chance (self, 0.3))
        {
          school->trusts = chance (self, 0.5) ? "Marsh Trust" : "MARSH TRUST";
          school->trust_flag = PICK (self, flags);
        }
      if (chance (self, 0.15))
        school->federations = chance (self, 0.5) ? "Two Rivers" : "Arrangement 0";
      if (chance (self, 0.1))
        {
          KithSchoolAuthority *row = plan_row (self->plan, KITH_TABLE_SCHOOL_AUTHORITY);

          row->urn = school->urn;
          row->la = 800 + pick (self, 3);
          row->from_date = pick_day (self, 0.3);
          row->to_date = pick_day (self, 0.3);
        }
    }
}

/* yes, no, a day, a day about t, or blank */
static const char *
pick_agreement (Making *self)
{
  static const char *const cells[] = { "yes", "no", "2026-07-31", "2027-12-31", NULL, NULL, NULL };
  g_autofree char *day = NULL;

  if (chance (self, 0.8))
    return PICK (self, cells);
  day = kith_date_dup_text (self->t - 1 + pick (self, 3), KITH_DATE_ISO);
  return g_intern_string (day);
}

/* Who leads it and what is said of it; nothing where the file is a published one. */
static void
describe_arrangement (Making *self, KithArrangement *arrangement)
{
  static const char *const patches[] = { "801", "800;802", " fen ", "Moor;801", "Nowhere", "" };

  arrangement->source_id = chance (self, 0.3) ? self->links_source : self->partnerships_source;
  if (chance (self, 0.2))
    arrangement->source_id = KITH_INT_NONE;
  if (chance (self, 0.2))
    arrangement->lead_la = 800 + pick (self, 3);
  else if (chance (self, 0.2))
    arrangement->lead_urn = pick_urn (self);
  else if (chance (self, 0.1))
    arrangement->lead_organisation_id = 1 + pick (self, 3);
  if (chance (self, 0.3))
    arrangement->objective = chance (self, 0.8) ? "Reading" : " ";
  if (chance (self, 0.2))
    arrangement->patch = PICK (self, patches);
  arrangement->memorandum = pick_agreement (self);
  arrangement->data_sharing = pick_agreement (self);
}

static void
add_arrangements (Making *self)
{
  static const char *const kinds[] = { "trust",
                                       "federation",
                                       "single-academy-trust",
                                       "secure-single-academy-trust",
                                       "learning-partnership",
                                       "sponsor",
                                       "diocese",
                                       "family",
                                       "pairing",
                                       "hub",
                                       "hub",
                                       "area-partnership",
                                       "cluster",
                                       "work-strand",
                                       "programme",
                                       "peer-review",
                                       "other" };

  for (guint g = 0; g < self->n_arrangements; g++)
    {
      KithArrangement *arrangement =
          plan_arrangement (self->plan, PICK (self, kinds), keep (self, "Arrangement %u", g));

      self->arrangements[g] = arrangement;
      describe_arrangement (self, arrangement);
      if (chance (self, 0.5))
        arrangement->starts = pick_day (self, 0.4);
      if (chance (self, 0.15))
        arrangement->ends = pick_day (self, 0.2);
      if (chance (self, 0.1))
        arrangement->status = "closed";
      /* a parent before or after it, itself, or one that is not there */
      if (chance (self, 0.3))
        arrangement->parent_id = 1 + pick (self, self->n_arrangements + 1);
    }
}

/* Who runs them and what pays for them; ends that come soon are on the bounds of soon */
static void
add_holders (Making *self)
{
  static const char *const funds[] = { "Opportunity fund", " opportunity FUND", "A charity", NULL };
  static const char *const memoranda[] = { "yes", "no", NULL };
  static const int soon[] = { 0, 1, 90, 180, 181 };

  for (guint g = 0; g < self->n_arrangements; g++)
    {
      KithArrangement *arrangement = self->arrangements[g];

      if (chance (self, 0.3))
        arrangement->coordinator_id = 1 + pick (self, 4);
      if (chance (self, 0.1))
        arrangement->deputy_id = 1 + pick (self, 4);
      if (chance (self, 0.1))
        arrangement->lead_person_id = 1 + pick (self, 4);
      if (chance (self, 0.4))
        arrangement->memorandum = PICK (self, memoranda);
      if (chance (self, 0.1))
        {
          g_autofree char *last = kith_date_dup_text (self->t - 1 + pick (self, 3), KITH_DATE_ISO);

          arrangement->memorandum = g_intern_string (last);
        }
      if (chance (self, 0.4))
        arrangement->funding = PICK (self, funds);
      if (chance (self, 0.3))
        arrangement->funding_ends = self->t + (KithDate)PICK (self, soon);
      if (chance (self, 0.15))
        arrangement->ends = self->t + (KithDate)PICK (self, soon);
    }
}

static void
add_members (Making *self)
{
  for (guint g = 0; g < self->n_arrangements; g++)
    {
      guint n = pick (self, chance (self, 0.2) ? 2 * self->n_schools : 1 + self->n_schools / 2);

      /* nearly all of them, so that one may be the odd one out */
      for (guint i = 0; i < self->n_schools && g < 2; i++)
        if (chance (self, 0.9))
          plan_member (self->plan, self->arrangements[g], self->first_urn + i);

      for (guint m = 0; m < n; m++)
        {
          KithMembership *member = plan_member (self->plan, self->arrangements[g], pick_urn (self));

          if (chance (self, 0.1))
            member->role = chance (self, 0.5) ? "hub" : "lead";
          member->joined = pick_day (self, 0.4);
          if (chance (self, 0.2))
            member->left_date = pick_day (self, 0.2);
          if (chance (self, 0.1))
            member->urn = 900001 + pick (self, 3);
          if (chance (self, 0.1))
            {
              member->urn = KITH_INT_NONE;
              member->organisation_id = 1 + pick (self, 3);
            }
          member->source_id = chance (self, 0.3) ? self->links_source : self->partnerships_source;
          if (chance (self, 0.2))
            member->source_id = KITH_INT_NONE;
        }
    }
}

/* Mostly as it is used to, so that some are always hosts. */
static const char *
pick_part (Making *self, gint64 urn)
{
  static const char *const parts[] = { "host", "visitor", "Host", "reviewer", "present", NULL };

  if (chance (self, 0.98))
    return urn % 2 == 0 ? "host" : "visitor";
  return PICK (self, parts);
}

static void
add_contacts (Making *self)
{
  static const char *const kinds[] = { "visit",   "meeting", "call",      "letter",
                                       "Meeting", "Visit",   "Inspection" };
  guint n = pick (self, 4 * self->n_schools);

  for (guint c = 0; c < n; c++)
    {
      KithContact *contact =
          plan_contact (self->plan, NULL, PICK (self, kinds), pick_day (self, 0.02));
      guint n_parties = 1 + pick (self, 3);

      if (chance (self, 0.5) && self->n_arrangements > 0)
        contact->arrangement_id = 1 + pick (self, self->n_arrangements);
      if (chance (self, 0.3))
        contact->officer = "J Wren";
      if (chance (self, 0.1))
        contact->outcome = chance (self, 0.7) ? "A visit agreed" : "";
      for (guint p = 0; p < n_parties; p++)
        {
          KithContactParty *party = plan_party (self->plan, contact, pick_urn (self));

          party->part = pick_part (self, party->urn);
          if (chance (self, 0.25))
            {
              party->urn = KITH_INT_NONE;
              if (chance (self, 0.5))
                party->organisation_id = 1 + pick (self, 3);
              else
                party->person_id = 1 + pick (self, 4);
            }
        }
    }
}

/* Groups that meet about as often as METHODS asks, within a year or a little more. */
static void
add_meetings (Making *self)
{
  for (guint g = 0; g < self->n_arrangements; g++)
    for (guint m = chance (self, 0.2) ? 2 + pick (self, 4) : 0; m > 0; m--)
      {
        KithContact *meeting =
            plan_contact (self->plan, self->arrangements[g], "meeting", self->t - pick (self, 380));

        if (chance (self, 0.05))
          meeting->outcome = "A visit agreed";
        plan_party (self->plan, meeting, pick_urn (self));
      }
}

static void
add_people (Making *self)
{
  static const char *const names[] = { "Larkmead University", "Fen Charity", "Pond Housing" };

  for (guint o = 0; o < 3; o++)
    ((KithOrganisation *)plan_row (self->plan, KITH_TABLE_ORGANISATION))->name = names[o];
  for (guint p = 0; p < 4; p++)
    {
      ((KithPerson *)plan_row (self->plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
      for (guint n = pick (self, 3); n > 0; n--)
        {
          KithPost *post = plan_row (self->plan, KITH_TABLE_POST);

          post->person_id = p + 1;
          if (chance (self, 0.7))
            post->urn = pick_urn (self);
          else
            post->organisation_id = 1 + pick (self, 3);
          post->from_date = pick_day (self, 0.5);
          post->to_date = pick_day (self, 0.7);
        }
    }
}

static void
add_enquiries (Making *self)
{
  static const char *const kinds[] = { "pairing", "hub", "trust", "family", "area-partnership" };
  static const char *const answers[] = { "none", "none", "some", NULL };

  for (guint e = pick (self, 2 * self->n_schools); e > 0; e--)
    {
      KithEnquiry *enquiry = plan_row (self->plan, KITH_TABLE_ENQUIRY);

      enquiry->urn = pick_urn (self);
      enquiry->kind = chance (self, 0.6) ? NULL : PICK (self, kinds);
      enquiry->asked = pick_day (self, 0.1);
      enquiry->answer = PICK (self, answers);
    }
  for (guint a = pick (self, self->n_schools); a > 0; a--)
    {
      KithAction *action = plan_row (self->plan, KITH_TABLE_ACTION);
      KithNeed *need = plan_row (self->plan, KITH_TABLE_NEED);

      action->urn = pick_urn (self);
      action->due = pick_day (self, 0.3);
      action->done = pick_day (self, 0.5);
      if (chance (self, 0.1) && self->n_arrangements > 0)
        action->arrangement_id = 1 + pick (self, self->n_arrangements);
      if (chance (self, 0.3))
        action->contact_id = 1 + pick (self, 4 * self->n_schools);
      need->urn = pick_urn (self);
      need->date = pick_day (self, 0.5);
    }
}

static void
add_links (Making *self)
{
  static const char *const kinds[] = { "Predecessor", "Successor", "Predecessor - merged",
                                       "Successor - Split School", "Other" };

  for (guint l = pick (self, 1 + self->n_schools / 2); l > 0; l--)
    {
      KithSchoolLink *link = plan_row (self->plan, KITH_TABLE_SCHOOL_LINK);

      link->urn = pick_urn (self);
      link->link_urn = chance (self, 0.2) ? 900010 : pick_urn (self);
      link->kind = PICK (self, kinds);
      link->date = pick_day (self, 0.5);
    }
}

/* Ages, catchments and officers' pairs */
static void
add_rivals (Making *self)
{
  static const gint64 ages[][2] = { { 4, 11 },  { 4, 11 },  { 5, 7 }, { 7, 11 },
                                    { 11, 16 }, { 11, 18 }, { 2, 8 }, { KITH_INT_NONE, 11 } };
  static const char *const names[] = { "Marsh", "MARSH", "Fen" };

  for (guint i = 0; i < self->n_schools; i++)
    {
      guint a = pick (self, G_N_ELEMENTS (ages));

      self->schools[i]->low_age = ages[a][0];
      self->schools[i]->high_age = ages[a][1];
    }
  for (guint c = pick (self, self->n_schools / 2 + 1); c > 0; c--)
    {
      KithCatchment *row = plan_row (self->plan, KITH_TABLE_CATCHMENT);

      row->name = PICK (self, names);
      row->urn = pick_urn (self);
    }
  for (guint r = pick (self, self->n_schools / 2 + 1); r > 0; r--)
    {
      KithRivalry *row = plan_row (self->plan, KITH_TABLE_RIVALRY);

      row->urn = self->first_urn + pick (self, self->n_schools - 1);
      row->other_urn = row->urn + 1 + pick (self, 3);
      row->decision = chance (self, 0.5) ? "rivals" : "struck-out";
    }
  if (chance (self, 0.2))
    plan_setting (self->plan, "rivals.nearest", chance (self, 0.5) ? "0" : "1");
}

/* Needs and expertise, what schools and organisations lead, and what is only proposed; drawn
   last, so that the rest stays as it was. */
static void
add_strengths (Making *self)
{
  static const char *const areas[] = { "Reading",    " reading ",        "READING",
                                       "Attendance", "Outdoor learning", "Seeking a trust",
                                       NULL };
  static const char *const levels[] = { "3", "5", "met", "0", NULL };

  for (guint g = 0; g < self->n_arrangements; g++)
    {
      KithArrangement *arrangement = self->arrangements[g];

      if (chance (self, 0.1))
        arrangement->lead_urn = pick_urn (self);
      if (chance (self, 0.1))
        arrangement->lead_organisation_id = 1 + pick (self, 3);
      if (chance (self, 0.05))
        arrangement->status = "proposed";
    }
  for (guint r = pick (self, 2 * self->n_schools); r > 0; r--)
    {
      KithNeed *need = plan_row (self->plan, KITH_TABLE_NEED);

      need->urn = pick_urn (self);
      need->area = PICK (self, areas);
      need->level = PICK (self, levels);
      need->date = pick_day (self, 0.3);
    }
  for (guint r = pick (self, 8); r > 0; r--)
    {
      KithExpertise *strength = plan_row (self->plan, KITH_TABLE_EXPERTISE);

      if (chance (self, 0.4))
        strength->urn = pick_urn (self);
      else if (chance (self, 0.6))
        strength->person_id = 1 + pick (self, 4);
      else
        strength->organisation_id = 1 + pick (self, 3);
      strength->area = PICK (self, areas);
      strength->level = PICK (self, levels);
      strength->date = pick_day (self, 0.3);
    }
}

/* All schools of a trust that nobody else is in join another on one day, but for one at times. */
static void
add_merger (Making *self, KithArrangement **trusts)
{
  KithArrangement *from = plan_arrangement (self->plan, "trust", "Merged trust");
  gint64 urn = pick_urn (self);
  KithDate joined = pick_day (self, 0.2), day = self->t - pick (self, 1800);
  guint n = 1 + pick (self, 3), n_moved = n - (guint)chance (self, 0.2);

  for (guint i = 0; i < n; i++)
    {
      KithMembership *member = plan_member (self->plan, from, urn + i);

      member->joined = joined;
      member->source_id = self->links_source;
      if (chance (self, 0.5))
        member->left_date = day + pick (self, 3) - 1;
      if (i >= n_moved)
        continue;
      member = plan_member (self->plan, trusts[0], urn + i);
      member->joined = day;
      member->source_id = self->links_source;
      member = plan_member (self->plan, trusts[1], urn + i);
      member->joined = self->t - pick (self, 900);
      member->source_id = self->links_source;
    }
}

/* Two schools in a pairing of their own, and most of the others in one trust. */
static void
add_pair (Making *self)
{
  KithArrangement *pair = plan_arrangement (self->plan, "pairing", "A pairing apart");
  KithArrangement *most = plan_arrangement (self->plan, "trust", "Trust of most");

  for (guint i = 0; i < self->n_schools; i++)
    plan_member (self->plan, i < 2 ? pair : most, self->first_urn + i);
}

/* From trust to trust: alone, with all others of the trust, or under another URN; and pairs that
   nobody else is tied to. */
static void
add_histories (Making *self)
{
  static const char *const levels[] = { "3", "met", "Met ", NULL };
  KithArrangement *trusts[4];

  for (guint i = 0; i < self->n_schools; i++)
    {
      KithSchool *school = self->schools[i];

      if (chance (self, 0.3))
        school->diocese = chance (self, 0.7) ? "Diocese of Fen" : "Not applicable";
      if (chance (self, 0.2))
        school->sponsors = chance (self, 0.5) ? "Arrangement 3" : "ARRANGEMENT 3 ";
      if (chance (self, 0.1))
        {
          KithNeed *need = plan_row (self->plan, KITH_TABLE_NEED);

          need->urn = school->urn;
          need->area = " seeking a TRUST";
          need->level = PICK (self, levels);
          need->date = pick_day (self, 0.3);
        }
    }
  for (guint g = 0; g < G_N_ELEMENTS (trusts); g++)
    trusts[g] = plan_arrangement (self->plan, g == 3 ? "single-academy-trust" : "trust",
                                  keep (self, "Trust %u", g));
  for (guint move = chance (self, 0.5) ? self->n_schools : 0; move > 0; move--)
    {
      KithArrangement *to = PICK (self, trusts);
      gint64 urn = pick_urn (self);
      KithDate day = pick_day (self, 0.1);
      gboolean is_together = chance (self, 0.2);

      for (guint i = 0; i < (is_together ? 3u : 1u); i++)
        {
          KithMembership *member = plan_member (self->plan, to, is_together ? urn + i : urn);

          member->joined = day;
          member->left_date = chance (self, 0.3) ? pick_day (self, 0.3) : KITH_DATE_UNKNOWN;
          member->source_id = self->links_source;
        }
    }
  if (chance (self, 0.3))
    add_merger (self, trusts);
  if (self->n_schools >= 6 && chance (self, 0.3))
    add_pair (self);
}

/* Results of some years with gaps, small cohorts and reasons, and of years that have yet to count.
 */
static void
add_results (Making *self)
{
  static const char *const names[] = { "PTRWM_EXP", "ATT8SCR", "PTRWM_HIGH" };
  double p = chance (self, 0.6) ? 0.85 : 0.3;

  for (guint i = 0; i < self->n_schools; i++)
    {
      double level = 20 + 60 * g_rand_double (self->rand),
             slope = 16 * g_rand_double (self->rand) - 8;

      for (int year = 2012; year <= 2027; year++)
        {
          KithValue *row;

          if (!chance (self, p))
            continue;
          row = plan_row (self->plan, KITH_TABLE_MEASURE);
          row->urn = self->first_urn + i;
          row->year = year;
          row->name = chance (self, 0.9)
                          ? names[g_strcmp0 (self->schools[i]->phase, "Primary") != 0]
                          : PICK (self, names);
          row->subgroup = chance (self, 0.05) ? "boys" : NULL;
          row->subject = chance (self, 0.05) ? "maths" : NULL;
          row->value = level + slope * (year - 2023) / 3 + 10 * g_rand_double (self->rand);
          row->cohort = chance (self, 0.2) ? KITH_INT_NONE : 3 + pick (self, 60);
          if (chance (self, 0.08))
            {
              row->value = NAN;
              row->reason = "SUPP";
            }
        }
    }
}

static void
add_inspections (Making *self)
{
  static const char *const areas[] = { "Overall effectiveness", "Overall effectiveness",
                                       "Category of concern", "Quality of education",
                                       "Ungraded inspection" };
  static const char *const grades[] = {
    "Good", "Inadequate", "Special measures", "Serious weaknesses", "Requires improvement",
    "Good", "Outstanding"
  };
  static const char *const card_areas[] = { "Inclusion", "Achievement", "Category of concern" };
  static const char *const card_grades[] = { "Urgent improvement", "Expected standard",
                                             "Needs attention" };

  gint64 files[2];

  for (guint f = 0; f < 2; f++)
    {
      KithSource *file = plan_source (self->plan, "inspections");

      file->dated = f == 0 ? self->t - 300 : self->t + 30;
      files[f] = file->id;
    }
  for (guint n = pick (self, 2 * self->n_schools); n > 0; n--)
    {
      KithInspection *row = plan_row (self->plan, KITH_TABLE_INSPECTION);
      gboolean is_card = chance (self, 0.4);

      row->urn = pick_urn (self);
      row->source_id = chance (self, 0.5) ? files[pick (self, 2)] : KITH_INT_NONE;
      row->scheme = is_card ? "report-card" : "single-grade";
      row->area = is_card ? PICK (self, card_areas) : PICK (self, areas);
      row->grade = is_card ? PICK (self, card_grades) : PICK (self, grades);
      /* few days, so that grades of one inspection meet */
      row->date = chance (self, 0.3) ? KITH_DATE_UNKNOWN : self->t + 1 - 200 * pick (self, 5);
    }
  for (guint i = 0; i < self->n_schools; i++)
    if (chance (self, 0.2))
      {
        self->schools[i]->ofsted_rating = PICK (self, grades);
        self->schools[i]->ofsted_last = pick_day (self, 0.3);
      }
}

KithLedger *
random_register_new (guint32 seed, KithDate t)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Making self = { .plan = plan, .rand = rand, .t = t, .first_urn = 100001 };

  self.n_schools = 1 + pick (&self, 24);
  self.n_arrangements = pick (&self, G_N_ELEMENTS (self.arrangements));
  self.box_metres = chance (&self, 0.5) ? 15000 : 60000;
  self.links_source = plan_source (plan, "group-links")->id;
  self.partnerships_source = plan_source (plan, "partnerships")->id;
  self.establishments_source = plan_source (plan, "establishments")->id;
  add_schools (&self);
  add_arrangements (&self);
  add_members (&self);
  add_contacts (&self);
  add_meetings (&self);
  add_people (&self);
  add_enquiries (&self);
  add_links (&self);
  add_holders (&self);
  if (chance (&self, 0.4))
    plan_setting (plan, "home", chance (&self, 0.5) ? "801" : "800;802");
  if (chance (&self, 0.4))
    plan_setting (plan, "assembly.schools", "5");
  add_rivals (&self);
  add_strengths (&self);
  add_histories (&self);
  add_results (&self);
  add_inspections (&self);
  return plan_end (plan);
}
