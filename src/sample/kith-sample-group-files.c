/* kith-sample-group-files.c: groups, and who was in them at three dates
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

static const char *
get_type_name (KithSampleGroupType type)
{
  switch (type)
    {
    case KITH_SAMPLE_FEDERATION:
      return "Federation";
    case KITH_SAMPLE_FOUNDATION_TRUST:
      return "Trust";
    case KITH_SAMPLE_SPONSOR:
      return "School sponsor";
    case KITH_SAMPLE_MULTI_ACADEMY_TRUST:
      return "Multi-academy trust";
    case KITH_SAMPLE_CHILDRENS_CENTRES:
      return "Children's Centres Group";
    case KITH_SAMPLE_SINGLE_ACADEMY_TRUST:
    default:
      return "Single-academy trust";
    }
}

static gboolean
is_company (const KithSampleGroup *group)
{
  return group->company != 0;
}

/* UID, Group ID, name, company, type, dates and status, as in groups and group links. */
static void
write_group (KithSampleOut *out, const KithSampleGroup *group)
{
  char text[32] = "";

  kith_sample_out_number (out, group->uid);
  if (group->trust_number != 0)
    g_snprintf (text, sizeof text, "TR%05u", group->trust_number);
  kith_sample_out_text (out, text);
  kith_sample_out_text (out, group->name);
  /* a spreadsheet took the company's number for a figure and lost its noughts */
  g_snprintf (text, sizeof text, "%u.0", group->company);
  kith_sample_out_text (out, is_company (group) ? text : "");
  kith_sample_out_number (out, group->type);
  kith_sample_out_text (out, get_type_name (group->type));
  kith_sample_out_date (out, group->closed, "y-m-d");
  kith_sample_out_date (out, is_company (group) ? KITH_DATE_UNKNOWN : group->opened, "y-m-d");
  kith_sample_out_date (out, is_company (group) ? group->opened : KITH_DATE_UNKNOWN, "y-m-d");
  kith_sample_out_raw (out, group->closed != KITH_DATE_UNKNOWN ? ",CLOSED,Closed" : ",OPEN,Open");
}

static gboolean
write_all_groups (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  int year, month, day;
  char name[48];

  kith_date_get_parts (region->dated, &year, &month, &day);
  g_snprintf (name, sizeof name, "groups-%04d-%02d-%02d.csv", year, month, day);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8_C1, "\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (
      out, "Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,"
           "Closed Date,Open date,Incorporated on (open date),Group Status (code),Group Status,"
           "Group Street,Group Locality,Group Address 3,Group Town,Group County,Group Postcode,"
           "Head of Group Title,Head of Group First Name,Head of Group Last Name,UKPRN");
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint g = 0; g < region->groups->len; g++)
    {
      const KithSampleGroup *group = KITH_SAMPLE_GROUP (region, g);
      char ukprn[24];

      write_group (out, group);
      kith_sample_out_text (out,
                            is_company (group) ? kith_sample_words_get_street (group->uid) : "");
      kith_sample_out_raw (out, ",,");
      kith_sample_out_text (out,
                            is_company (group) ? KITH_SAMPLE_TOWN (region, group->town)->name : "");
      kith_sample_out_raw (out, ",Not recorded,,,,");
      g_snprintf (ukprn, sizeof ukprn, "%u.0", 31000000 + g);
      kith_sample_out_text (out, is_company (group) ? ukprn : "");
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

static void
write_member (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  const KithSampleTypeInfo *type = kith_sample_type_get_info (school->type);
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);

  kith_sample_out_text (out, school->name);
  kith_sample_out_number (out, type->code);
  kith_sample_out_text (out, type->name);
  kith_sample_out_number (out, school->phase);
  kith_sample_out_text (out, kith_sample_phase_get_name (school->phase));
  kith_sample_out_number (out, authority->code);
  kith_sample_out_text (out, authority->name);
}

/* All memberships as at a date; an index column without a name comes first. */
static gboolean
write_links (KithSampleRegion *region,
             GFile *folder,
             KithDate dated,
             KithSampleLinkFiles which,
             KithJob *job,
             GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  int year, month, day;
  guint row = 0;
  char name[48];

  kith_date_get_parts (dated, &year, &month, &day);
  g_snprintf (name, sizeof name, "group-links-%04d-%02d-%02d.csv", year, month, day);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8_C1, "\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (
      out, ",URN,Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,"
           "Closed Date,Open date,Incorporated on (open date),Group Status (code),Group Status,"
           "Joined date,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),"
           "PhaseOfEducation (code),PhaseOfEducation (name),LA (code),LA (name)");
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint l = 0; l < region->group_links->len; l++)
    {
      const KithSampleGroupLink *link =
          &g_array_index (region->group_links, KithSampleGroupLink, l);

      if (!(link->files & which))
        continue;
      kith_sample_out_number (out, row++);
      kith_sample_out_number (out, KITH_SAMPLE_SCHOOL (region, link->school)->urn);
      write_group (out, KITH_SAMPLE_GROUP (region, link->group));
      /* the older file is from before GIAS changed how it writes days */
      kith_sample_out_date (out, link->joined, which == KITH_SAMPLE_LINKS_NOW ? "y-m-d" : "d/m/y");
      write_member (out, region, KITH_SAMPLE_SCHOOL (region, link->school));
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

static void
write_academy_link (KithSampleOut *out,
                    const KithSampleRegion *region,
                    const KithSampleGroupLink *link)
{
  const KithSampleGroup *group = KITH_SAMPLE_GROUP (region, link->group);
  const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, link->school);
  const KithSampleTypeInfo *type = kith_sample_type_get_info (school->type);
  char text[32] = "";

  kith_sample_out_number (out, school->urn);
  kith_sample_out_number (out, group->uid);
  kith_sample_out_quoted (out, group->name);
  if (is_company (group))
    g_snprintf (text, sizeof text, "%08u", group->company);
  kith_sample_out_quoted (out, text);
  kith_sample_out_quoted (out, get_type_name (group->type));
  kith_sample_out_date (out, group->closed, "\"d-m-y");
  kith_sample_out_raw (out,
                       group->closed != KITH_DATE_UNKNOWN ? ",\"Closed\",\"\"" : ",\"Open\",\"\"");
  kith_sample_out_date (out, link->joined, "\"d-m-y");
  kith_sample_out_quoted (out, school->name);
  g_snprintf (text, sizeof text, "%u", type->code);
  kith_sample_out_quoted (out, text);
  kith_sample_out_quoted (out, type->name);
  g_snprintf (text, sizeof text, "%d", school->phase);
  kith_sample_out_quoted (out, text);
  kith_sample_out_quoted (out, kith_sample_phase_get_name (school->phase));
  g_snprintf (text, sizeof text, "%u", KITH_SAMPLE_AUTHORITY (region, school->authority)->code);
  kith_sample_out_quoted (out, text);
  kith_sample_out_quoted (out, KITH_SAMPLE_AUTHORITY (region, school->authority)->name);
}

/* Academies and free schools four years before: 17 names above 16 fields. */
static gboolean
write_academy_links (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  int year, month, day;
  char name[64];

  kith_date_get_parts (kith_date_add_months (region->dated, -48), &year, &month, &day);
  g_snprintf (name, sizeof name, "grouplinks_edubaseallacademiesandfree%04d%02d%02d.csv", year,
              month, day);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_WINDOWS_1252, "\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (
      out, "\"URN\",\"Linked UID\",\"Group Name\",\"Companies House Number\",\"Group Type\","
           "\"Closed Date\",\"Group Status\",\"FederationType\",\"Joined date\","
           "\"EstablishmentName\",\"TypeOfEstablishment (code)\",\"TypeOfEstablishment (name)\","
           "\"PhaseOfEducation (code)\",\"PhaseOfEducation (name)\",\"LA (code)\",\"LA (name)\","
           "\"HasSharedHT\"");
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint l = 0; l < region->group_links->len; l++)
    {
      const KithSampleGroupLink *link =
          &g_array_index (region->group_links, KithSampleGroupLink, l);

      if (!(link->files & KITH_SAMPLE_LINKS_EARLY))
        continue;
      write_academy_link (out, region, link);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

/**
 * kith_sample_write_groups:
 *
 * Writes all groups, all group links now and a year before, and those of academies four years
 * before, each in its own form.
 *
 * Returns: %FALSE with @error set where a file cannot be written
 */
gboolean
kith_sample_write_groups (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  KithDate before = kith_date_add_months (region->dated, -12);

  return write_all_groups (region, folder, job, error) &&
         write_links (region, folder, region->dated, KITH_SAMPLE_LINKS_NOW, job, error) &&
         write_links (region, folder, before, KITH_SAMPLE_LINKS_BEFORE, job, error) &&
         write_academy_links (region, folder, job, error);
}
