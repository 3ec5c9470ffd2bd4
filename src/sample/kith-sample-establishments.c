/* kith-sample-establishments.c: the full download of establishments, and their links
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

static const char header[] =
    "\"URN\",\"LA (code)\",\"LA (name)\",\"EstablishmentNumber\",\"EstablishmentName\","
    "\"TypeOfEstablishment (code)\",\"TypeOfEstablishment (name)\","
    "\"EstablishmentTypeGroup (code)\",\"EstablishmentTypeGroup (name)\","
    "\"EstablishmentStatus (code)\",\"EstablishmentStatus (name)\","
    "\"ReasonEstablishmentOpened (code)\",\"ReasonEstablishmentOpened (name)\",\"OpenDate\","
    "\"ReasonEstablishmentClosed (code)\",\"ReasonEstablishmentClosed (name)\",\"CloseDate\","
    "\"PhaseOfEducation (code)\",\"PhaseOfEducation (name)\",\"StatutoryLowAge\","
    "\"StatutoryHighAge\",\"Boarders (code)\",\"Boarders (name)\","
    "\"NurseryProvision (name)\",\"OfficialSixthForm (code)\",\"OfficialSixthForm (name)\","
    "\"Gender (code)\",\"Gender (name)\",\"ReligiousCharacter (code)\","
    "\"ReligiousCharacter (name)\",\"ReligiousEthos (name)\",\"Diocese (code)\","
    "\"Diocese (name)\",\"AdmissionsPolicy (code)\",\"AdmissionsPolicy (name)\","
    "\"SchoolCapacity\",\"SpecialClasses (code)\",\"SpecialClasses (name)\",\"CensusDate\","
    "\"NumberOfPupils\",\"NumberOfBoys\",\"NumberOfGirls\",\"PercentageFSM\","
    "\"TrustSchoolFlag (code)\",\"TrustSchoolFlag (name)\",\"Trusts (code)\","
    "\"Trusts (name)\",\"SchoolSponsorFlag (name)\",\"SchoolSponsors (name)\","
    "\"FederationFlag (name)\",\"Federations (code)\",\"Federations (name)\",\"UKPRN\","
    "\"FEHEIdentifier\",\"FurtherEducationType (name)\",\"OfstedLastInsp\","
    "\"OfstedSpecialMeasures (code)\",\"OfstedSpecialMeasures (name)\",\"LastChangedDate\","
    "\"Street\",\"Locality\",\"Address3\",\"Town\",\"County (name)\",\"Postcode\","
    "\"SchoolWebsite\",\"TelephoneNum\",\"HeadTitle (name)\",\"HeadFirstName\","
    "\"HeadLastName\",\"HeadPreferredJobTitle\",\"InspectorateName (name)\","
    "\"InspectorateReport\",\"DateOfLastInspectionVisit\",\"NextInspectionVisit\","
    "\"TeenMoth (name)\",\"TeenMothPlaces\",\"CCF (name)\",\"SENPRU (name)\",\"EBD (name)\","
    "\"PlacesPRU\",\"FTProv (name)\",\"EdByOther (name)\",\"Section41Approved (name)\","
    "\"SEN1 (name)\",\"SEN2 (name)\",\"SEN3 (name)\",\"SEN4 (name)\",\"SEN5 (name)\","
    "\"SEN6 (name)\",\"SEN7 (name)\",\"SEN8 (name)\",\"SEN9 (name)\",\"SEN10 (name)\","
    "\"SEN11 (name)\",\"SEN12 (name)\",\"SEN13 (name)\",\"TypeOfResourcedProvision (name)\","
    "\"ResourcedProvisionOnRoll\",\"ResourcedProvisionCapacity\",\"SenUnitOnRoll\","
    "\"SenUnitCapacity\",\"GOR (code)\",\"GOR (name)\",\"DistrictAdministrative (code)\","
    "\"DistrictAdministrative (name)\",\"AdministrativeWard (code)\","
    "\"AdministrativeWard (name)\",\"ParliamentaryConstituency (code)\","
    "\"ParliamentaryConstituency (name)\",\"UrbanRural (code)\",\"UrbanRural (name)\","
    "\"GSSLACode (name)\",\"Easting\",\"Northing\",\"CensusAreaStatisticWard (name)\","
    "\"MSOA (name)\",\"LSOA (name)\",\"Inspectorate (name)\",\"SENStat\",\"SENNoStat\","
    "\"BoardingEstablishment (name)\",\"PropsName\",\"PreviousLA (code)\","
    "\"PreviousLA (name)\",\"PreviousEstablishmentNumber\",\"OfstedRating (name)\","
    "\"RSCRegion (name)\",\"Country (name)\",\"UPRN\",\"SiteName\",\"MSOA (code)\","
    "\"LSOA (code)\"";

static void
write_identity (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);
  const KithSampleTypeInfo *type = kith_sample_type_get_info (school->type);
  char code[16];

  kith_sample_out_number (out, school->urn);
  g_snprintf (code, sizeof code, "%u", authority->code);
  kith_sample_out_quoted (out, code);
  kith_sample_out_quoted (out, authority->name);
  g_snprintf (code, sizeof code, "%u", school->estab);
  kith_sample_out_quoted (out, code);
  kith_sample_out_quoted (out, school->name);
  g_snprintf (code, sizeof code, "%02u", type->code);
  kith_sample_out_quoted (out, code);
  kith_sample_out_quoted (out, type->name);
  g_snprintf (code, sizeof code, "%u", type->group_code);
  kith_sample_out_quoted (out, code);
  kith_sample_out_quoted (out, type->group);
}

static void
write_life (KithSampleOut *out, const KithSampleSchool *school, guint index)
{
  gboolean is_converter = school->predecessor != KITH_SAMPLE_NONE;

  kith_sample_out_raw (out, school->is_closed  ? ",\"2\",\"Closed\""
                            : index % 97 == 41 ? ",\"3\",\"Open, but proposed to close\""
                                               : ",\"1\",\"Open\"");
  kith_sample_out_raw (out, is_converter ? ",\"10\",\"Academy Converter\""
                                         : ",\"00\",\"Not applicable\"");
  kith_sample_out_date (out, school->opened, "\"d-m-y");
  kith_sample_out_raw (out, school->is_closed ? ",\"01\",\"Closed For Academy\""
                                              : ",\"00\",\"Not applicable\"");
  kith_sample_out_date (out, school->closed, "\"d-m-y");
}

static void
write_kind (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  gboolean has_sixth_form = school->high_age >= 18 && school->phase != KITH_SAMPLE_NOT_APPLICABLE;
  gboolean is_catholic = school->diocese != KITH_SAMPLE_NONE && school->diocese % 2 == 1;
  char code[16];

  g_snprintf (code, sizeof code, "%d", school->phase);
  kith_sample_out_quoted (out, code);
  kith_sample_out_quoted (out, kith_sample_phase_get_name (school->phase));
  kith_sample_out_number (out, school->low_age);
  kith_sample_out_number (out, school->high_age);
  kith_sample_out_raw (out, ",\"1\",\"No boarders\"");
  kith_sample_out_raw (out, school->low_age < 4 ? ",\"Has Nursery Classes\""
                                                : ",\"No Nursery Classes\"");
  kith_sample_out_raw (out, has_sixth_form ? ",\"1\",\"Has a sixth form\""
                                           : ",\"2\",\"Does not have a sixth form\"");
  kith_sample_out_raw (out, ",\"3\",\"Mixed\"");
  if (school->diocese == KITH_SAMPLE_NONE)
    kith_sample_out_raw (
        out, ",\"00\",\"Does not apply\",\"Does not apply\",\"0000\",\"Not applicable\"");
  else
    {
      kith_sample_out_raw (out, is_catholic ? ",\"03\",\"Roman Catholic\",\"Does not apply\""
                                            : ",\"02\",\"Church of England\",\"Does not apply\"");
      g_snprintf (code, sizeof code, "%s%02u", is_catholic ? "RC" : "CE", school->diocese);
      kith_sample_out_quoted (out, code);
      kith_sample_out_quoted (out, g_ptr_array_index (region->dioceses, school->diocese));
    }
  kith_sample_out_raw (out, school->phase == KITH_SAMPLE_PHASE_SECONDARY
                                ? ",\"2\",\"Non-selective\""
                                : ",\"0\",\"Not applicable\"");
}

static void
write_pupils (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  char number[32];

  kith_sample_out_number (out, school->capacity);
  kith_sample_out_raw (out, ",\"2\",\"No Special Classes\"");
  if (school->is_closed || school->type == KITH_SAMPLE_CHILDRENS_CENTRE)
    {
      kith_sample_out_raw (out, ",\"\",\"\",\"\",\"\",\"\"");
      return;
    }
  kith_sample_out_date (out, kith_date_new (region->last_year + 1, 1, 18), "\"d-m-y");
  g_snprintf (number, sizeof number, "%u", school->pupils);
  kith_sample_out_quoted (out, number);
  g_snprintf (number, sizeof number, "%u", school->boys);
  kith_sample_out_quoted (out, number);
  g_snprintf (number, sizeof number, "%u", school->pupils - school->boys);
  kith_sample_out_quoted (out, number);
  g_snprintf (number, sizeof number, "%u.%u", school->fsm / 10, school->fsm % 10);
  kith_sample_out_quoted (out, number);
}

static void
write_group (KithSampleOut *out, const KithSampleRegion *region, guint group)
{
  char uid[16];

  g_snprintf (uid, sizeof uid, "%u", KITH_SAMPLE_GROUP (region, group)->uid);
  kith_sample_out_quoted (out, uid);
  kith_sample_out_quoted (out, KITH_SAMPLE_GROUP (region, group)->name);
}

static void
write_governance (KithSampleOut *out,
                  const KithSampleRegion *region,
                  const KithSampleSchool *school)
{
  KithSampleGroupType type = school->trust == KITH_SAMPLE_NONE || school->is_closed
                                 ? 0
                                 : KITH_SAMPLE_GROUP (region, school->trust)->type;
  gboolean has_sponsor = school->sponsor != KITH_SAMPLE_NONE && !school->is_closed;
  gboolean has_federation = school->federation != KITH_SAMPLE_NONE && !school->is_closed;

  kith_sample_out_raw (
      out, type == KITH_SAMPLE_MULTI_ACADEMY_TRUST ? ",\"3\",\"Supported by a multi-academy trust\""
           : type == KITH_SAMPLE_SINGLE_ACADEMY_TRUST
               ? ",\"5\",\"Supported by a single-academy trust\""
           : type == KITH_SAMPLE_FOUNDATION_TRUST ? ",\"1\",\"Supported by a trust\""
                                                  : ",\"0\",\"Not applicable\"");
  if (type == 0)
    kith_sample_out_raw (out, ",\"\",\"\"");
  else
    write_group (out, region, school->trust);
  kith_sample_out_raw (out, has_sponsor ? ",\"Linked to a sponsor\"" : ",\"Not applicable\"");
  kith_sample_out_quoted (out,
                          has_sponsor ? KITH_SAMPLE_GROUP (region, school->sponsor)->name : "");
  kith_sample_out_raw (out, has_federation ? ",\"Supported by a federation\""
                                           : ",\"Not under a federation\"");
  if (has_federation)
    write_group (out, region, school->federation);
  else
    kith_sample_out_raw (out, ",\"\",\"\"");
}

static void
write_address (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  char text[64];

  kith_sample_out_number (out, 30000000 + (school->urn - KITH_SAMPLE_FIRST_URN));
  kith_sample_out_raw (out, ",\"\",\"Not applicable\"");
  kith_sample_out_date (out, school->inspected, "\"d-m-y");
  kith_sample_out_raw (out, ",\"0\",\"Not applicable\"");
  kith_sample_out_date (out, region->dated - 30 - school->urn % 400, "\"d-m-y");
  kith_sample_out_quoted (out, kith_sample_words_get_street (school->urn));
  kith_sample_out_raw (out, ",\"\",\"\"");
  kith_sample_out_quoted (out, KITH_SAMPLE_TOWN (region, school->town)->name);
  kith_sample_out_raw (out, ",\"\"");
  g_snprintf (text, sizeof text, "%s%u %u%c%c",
              KITH_SAMPLE_AUTHORITY (region, school->authority)->postal, school->town % 90 + 1,
              school->urn % 10, 'A' + school->urn / 10 % 26, 'A' + school->urn / 260 % 26);
  kith_sample_out_quoted (out, text);
  g_snprintf (text, sizeof text, "www.school%u.example", school->urn);
  kith_sample_out_quoted (out, text);
  g_snprintf (text, sizeof text, "01632960%03u", school->urn % 1000); /* kept for drama by Ofcom */
  kith_sample_out_quoted (out, text);
  kith_sample_out_raw (out, ",\"\",\"\",\"\",\"Headteacher\",\"\",\"\",\"\",\"\"");
}

static void
write_place (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);
  const char *town = KITH_SAMPLE_TOWN (region, school->town)->name;
  char text[64];

  kith_sample_out_raw (out, ",\"Z\",\"Middle Region\"");
  kith_sample_out_quoted (out, authority->gss);
  kith_sample_out_quoted (out, authority->name);
  g_snprintf (text, sizeof text, "E05%06u", school->town);
  kith_sample_out_quoted (out, text);
  kith_sample_out_quoted (out, town);
  g_snprintf (text, sizeof text, "E14%06u", school->authority);
  kith_sample_out_quoted (out, text);
  kith_sample_out_quoted (out, authority->name);
  kith_sample_out_raw (out, ",\"C1\",\"(England/Wales) Urban city and town\"");
  kith_sample_out_quoted (out, authority->gss);
  if (school->is_placed)
    {
      kith_sample_out_number (out, (gint64)school->place.x);
      kith_sample_out_number (out, (gint64)school->place.y);
    }
  else
    kith_sample_out_raw (out, ",,");
  kith_sample_out_raw (out, ",\"\"");
  g_snprintf (text, sizeof text, "%s %03u", town, school->urn % 20);
  kith_sample_out_quoted (out, text);
  g_snprintf (text, sizeof text, "%s %03u%c", town, school->urn % 20, 'A' + school->urn % 5);
  kith_sample_out_quoted (out, text);
  kith_sample_out_raw (out, ",\"\",\"\",\"\",\"\",\"\",\"999\",\"\",\"\"");
  kith_sample_out_quoted (out, school->rating);
  kith_sample_out_raw (out, ",\"Middle Region\",\"\"");
  g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT,
              G_GUINT64_CONSTANT (100060000000) + school->urn);
  kith_sample_out_quoted (out, text);
  kith_sample_out_raw (out, ",\"\"");
  g_snprintf (text, sizeof text, "E02%06u", school->town);
  kith_sample_out_quoted (out, text);
  g_snprintf (text, sizeof text, "E01%06u", school->urn % 1000000);
  kith_sample_out_quoted (out, text);
}

/**
 * kith_sample_write_establishments:
 *
 * Writes the full download: 133 columns, Windows-1252, CRLF, text in quotation marks.
 *
 * Returns: %FALSE with @error set where the file cannot be written or the job was cancelled
 */
gboolean
kith_sample_write_establishments (KithSampleRegion *region,
                                  GFile *folder,
                                  KithJob *job,
                                  GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  int year, month, day;
  char name[48];

  kith_date_get_parts (region->dated, &year, &month, &day);
  g_snprintf (name, sizeof name, "edubasealldata%04d%02d%02d.csv", year, month, day);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_WINDOWS_1252, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out, header);
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->schools->len; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);

      write_identity (out, region, school);
      write_life (out, school, s);
      write_kind (out, region, school);
      write_pupils (out, region, school);
      write_governance (out, region, school);
      write_address (out, region, school);
      kith_sample_out_raw (out, ",\"Not applicable\",\"\",\"Not applicable\",\"Not "
                                "applicable\",\"Not applicable\",\"\",\"\""
                                ",\"Not applicable\",\"Not applicable\"");
      kith_sample_out_raw (out, ",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                                "\"\",\"\",\"\",\"\",\"\"");
      write_place (out, region, school);
      if (!kith_sample_out_row (out, error) ||
          (job != NULL && s % 4096 == 0 && !kith_job_step (job, s, region->schools->len, error)))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

static gboolean
write_link (KithSampleOut *out,
            const KithSampleSchool *from,
            const KithSampleSchool *to,
            const char *kind,
            KithDate date,
            GError **error)
{
  kith_sample_out_number (out, from->urn);
  kith_sample_out_number (out, to->urn);
  kith_sample_out_quoted (out, to->name);
  kith_sample_out_quoted (out, kind);
  kith_sample_out_date (out, date, "\"d-m-y");
  return kith_sample_out_row (out, error);
}

/* Closed schools that merged, three into one and once twelve; at last two that each follow the
 * other. */
static gboolean
write_mergers (KithSampleOut *out, KithSampleRegion *region, KithRandom *random, GError **error)
{
  guint n = region->schools->len, first = n, size = 12;

  while (first > region->n_in_scope && KITH_SAMPLE_SCHOOL (region, first - 1)->is_closed)
    first--;
  for (guint s = first; s + size + 2 < n; s += size + 1, size = 3)
    {
      const KithSampleSchool *into = KITH_SAMPLE_SCHOOL (region, s + size);

      if (size == 3 && !kith_random_chance (random, 15))
        continue;
      for (guint i = s; i < s + size; i++)
        {
          const KithSampleSchool *closed = KITH_SAMPLE_SCHOOL (region, i);

          if (!write_link (out, closed, into, "Successor - merged", closed->closed, error) ||
              (!kith_random_chance (random, 10) &&
               !write_link (out, into, closed, "Predecessor - merged", closed->closed, error)))
            return FALSE;
        }
    }
  return first + 2 > n ||
         (write_link (out, KITH_SAMPLE_SCHOOL (region, n - 2), KITH_SAMPLE_SCHOOL (region, n - 1),
                      "Successor", KITH_DATE_UNKNOWN, error) &&
          write_link (out, KITH_SAMPLE_SCHOOL (region, n - 1), KITH_SAMPLE_SCHOOL (region, n - 2),
                      "Successor", KITH_DATE_UNKNOWN, error));
}

/**
 * kith_sample_write_links:
 *
 * Writes the predecessors and successors: a quarter without a date, some told from one side
 * only, a ring among them.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_write_links (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  KithRandom random;
  int year, month, day;
  char name[48];

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_FILES);
  kith_date_get_parts (region->dated, &year, &month, &day);
  g_snprintf (name, sizeof name, "links_edubasealldata%04d%02d%02d.csv", year, month, day);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_WINDOWS_1252, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out,
                       "\"URN\",\"LinkURN\",\"LinkName\",\"LinkType\",\"LinkEstablishedDate\"");
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      const KithSampleSchool *before;
      KithDate date = kith_random_chance (&random, 24) ? KITH_DATE_UNKNOWN : school->opened;

      if (school->predecessor == KITH_SAMPLE_NONE)
        continue;
      before = KITH_SAMPLE_SCHOOL (region, school->predecessor);
      if (!write_link (out, school, before, "Predecessor", date, error) ||
          (!kith_random_chance (&random, 3) &&
           !write_link (out, before, school, "Successor", date, error)))
        return FALSE;
    }
  return write_mergers (out, region, &random, error) && kith_sample_out_close (out, error);
}
