/* kith-table.c: the shape of each table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-table.h"

#include <string.h>

/* A field a line. */
/* clang-format off */
#define INT(Type, name)  { #name, KITH_FIELD_INT, G_STRUCT_OFFSET (Type, name) }
#define REAL(Type, name) { #name, KITH_FIELD_REAL, G_STRUCT_OFFSET (Type, name) }
#define TEXT(Type, name) { #name, KITH_FIELD_TEXT, G_STRUCT_OFFSET (Type, name) }
#define DATE(Type, name) { #name, KITH_FIELD_DATE, G_STRUCT_OFFSET (Type, name) }

static const KithField authority_fields[] = {
  INT (KithAuthority, code),
  TEXT (KithAuthority, name),
  TEXT (KithAuthority, gss),
  INT (KithAuthority, source_id),
};

static const KithField school_fields[] = {
  INT (KithSchool, urn),
  TEXT (KithSchool, name),
  INT (KithSchool, la),
  INT (KithSchool, estab),
  TEXT (KithSchool, type),
  TEXT (KithSchool, type_group),
  TEXT (KithSchool, status),
  DATE (KithSchool, opened),
  TEXT (KithSchool, open_reason),
  DATE (KithSchool, closed),
  TEXT (KithSchool, close_reason),
  TEXT (KithSchool, phase),
  INT (KithSchool, low_age),
  INT (KithSchool, high_age),
  TEXT (KithSchool, gender),
  TEXT (KithSchool, religion),
  TEXT (KithSchool, diocese),
  TEXT (KithSchool, admissions),
  TEXT (KithSchool, sixth_form),
  TEXT (KithSchool, nursery),
  TEXT (KithSchool, boarders),
  INT (KithSchool, capacity),
  INT (KithSchool, pupils),
  INT (KithSchool, boys),
  INT (KithSchool, girls),
  REAL (KithSchool, fsm_percent),
  DATE (KithSchool, census),
  TEXT (KithSchool, trust_flag),
  TEXT (KithSchool, trusts),
  TEXT (KithSchool, sponsors),
  TEXT (KithSchool, federations),
  TEXT (KithSchool, ukprn),
  TEXT (KithSchool, uprn),
  TEXT (KithSchool, companies_house),
  TEXT (KithSchool, street),
  TEXT (KithSchool, locality),
  TEXT (KithSchool, town),
  TEXT (KithSchool, county),
  TEXT (KithSchool, postcode),
  TEXT (KithSchool, website),
  TEXT (KithSchool, telephone),
  TEXT (KithSchool, region),
  TEXT (KithSchool, district),
  TEXT (KithSchool, ward),
  TEXT (KithSchool, urban_rural),
  TEXT (KithSchool, rsc_region),
  REAL (KithSchool, easting),
  REAL (KithSchool, northing),
  TEXT (KithSchool, lsoa),
  TEXT (KithSchool, msoa),
  TEXT (KithSchool, ofsted_rating),
  DATE (KithSchool, ofsted_last),
  DATE (KithSchool, changed),
  INT (KithSchool, source_id),
};

static const KithField school_authority_fields[] = {
  INT (KithSchoolAuthority, id),
  INT (KithSchoolAuthority, urn),
  INT (KithSchoolAuthority, la),
  DATE (KithSchoolAuthority, from_date),
  DATE (KithSchoolAuthority, to_date),
  INT (KithSchoolAuthority, source_id),
};

static const KithField school_link_fields[] = {
  INT (KithSchoolLink, id),
  INT (KithSchoolLink, urn),
  INT (KithSchoolLink, link_urn),
  TEXT (KithSchoolLink, name),
  TEXT (KithSchoolLink, kind),
  DATE (KithSchoolLink, date),
  INT (KithSchoolLink, source_id),
};

static const KithField organisation_fields[] = {
  INT (KithOrganisation, id),
  TEXT (KithOrganisation, name),
  TEXT (KithOrganisation, kind),
  TEXT (KithOrganisation, companies_house),
  TEXT (KithOrganisation, postcode),
  TEXT (KithOrganisation, note),
  INT (KithOrganisation, source_id),
};

static const KithField person_fields[] = {
  INT (KithPerson, id),
  TEXT (KithPerson, name),
  TEXT (KithPerson, email),
  INT (KithPerson, source_id),
};

static const KithField post_fields[] = {
  INT (KithPost, id),
  INT (KithPost, person_id),
  TEXT (KithPost, title),
  INT (KithPost, urn),
  INT (KithPost, organisation_id),
  DATE (KithPost, from_date),
  DATE (KithPost, to_date),
  REAL (KithPost, days_a_year),
  INT (KithPost, source_id),
};

static const KithField arrangement_fields[] = {
  INT (KithArrangement, id),
  INT (KithArrangement, uid),
  TEXT (KithArrangement, code),
  TEXT (KithArrangement, kind),
  TEXT (KithArrangement, name),
  INT (KithArrangement, parent_id),
  INT (KithArrangement, lead_person_id),
  INT (KithArrangement, lead_urn),
  INT (KithArrangement, lead_organisation_id),
  INT (KithArrangement, lead_la),
  INT (KithArrangement, coordinator_id),
  INT (KithArrangement, deputy_id),
  DATE (KithArrangement, starts),
  DATE (KithArrangement, ends),
  TEXT (KithArrangement, status),
  DATE (KithArrangement, review),
  TEXT (KithArrangement, focus),
  TEXT (KithArrangement, objective),
  TEXT (KithArrangement, funding),
  DATE (KithArrangement, funding_ends),
  TEXT (KithArrangement, memorandum),
  TEXT (KithArrangement, data_sharing),
  INT (KithArrangement, capacity),
  TEXT (KithArrangement, patch),
  TEXT (KithArrangement, group_id),
  TEXT (KithArrangement, companies_house),
  INT (KithArrangement, source_id),
};

static const KithField membership_fields[] = {
  INT (KithMembership, id),
  INT (KithMembership, arrangement_id),
  INT (KithMembership, urn),
  INT (KithMembership, organisation_id),
  TEXT (KithMembership, role),
  DATE (KithMembership, joined),
  DATE (KithMembership, left_date),
  DATE (KithMembership, left_after),
  INT (KithMembership, source_id),
};

static const KithField contact_fields[] = {
  INT (KithContact, id),
  TEXT (KithContact, code),
  DATE (KithContact, date),
  TEXT (KithContact, kind),
  INT (KithContact, arrangement_id),
  TEXT (KithContact, officer),
  TEXT (KithContact, summary),
  TEXT (KithContact, outcome),
  INT (KithContact, confidential),
  INT (KithContact, source_id),
};

static const KithField contact_party_fields[] = {
  INT (KithContactParty, id),
  INT (KithContactParty, contact_id),
  INT (KithContactParty, urn),
  INT (KithContactParty, organisation_id),
  INT (KithContactParty, person_id),
  TEXT (KithContactParty, part),
};

static const KithField action_fields[] = {
  INT (KithAction, id),
  TEXT (KithAction, code),
  INT (KithAction, urn),
  INT (KithAction, arrangement_id),
  INT (KithAction, contact_id),
  TEXT (KithAction, what),
  TEXT (KithAction, owner),
  DATE (KithAction, due),
  DATE (KithAction, done),
  TEXT (KithAction, outcome),
  INT (KithAction, source_id),
};

static const KithField measure_fields[] = {
  INT (KithValue, id),
  INT (KithValue, urn),
  INT (KithValue, year),
  TEXT (KithValue, name),
  TEXT (KithValue, subgroup),
  TEXT (KithValue, subject),
  REAL (KithValue, value),
  TEXT (KithValue, reason),
  INT (KithValue, cohort),
  INT (KithValue, source_id),
};

static const KithField need_fields[] = {
  INT (KithNeed, id),
  INT (KithNeed, urn),
  TEXT (KithNeed, area),
  TEXT (KithNeed, level),
  TEXT (KithNeed, evidence),
  DATE (KithNeed, date),
  INT (KithNeed, source_id),
};

static const KithField expertise_fields[] = {
  INT (KithExpertise, id),
  INT (KithExpertise, urn),
  INT (KithExpertise, person_id),
  INT (KithExpertise, organisation_id),
  TEXT (KithExpertise, area),
  TEXT (KithExpertise, level),
  TEXT (KithExpertise, evidence),
  DATE (KithExpertise, date),
  INT (KithExpertise, source_id),
};

static const KithField enquiry_fields[] = {
  INT (KithEnquiry, id),
  INT (KithEnquiry, urn),
  TEXT (KithEnquiry, kind),
  DATE (KithEnquiry, asked),
  TEXT (KithEnquiry, answer),
  TEXT (KithEnquiry, by),
  INT (KithEnquiry, source_id),
};

static const KithField inspection_fields[] = {
  INT (KithInspection, id),
  INT (KithInspection, urn),
  TEXT (KithInspection, scheme),
  TEXT (KithInspection, area),
  TEXT (KithInspection, grade),
  DATE (KithInspection, date),
  INT (KithInspection, source_id),
};

static const KithField setting_aside_fields[] = {
  INT (KithSettingAside, id),
  INT (KithSettingAside, urn),
  INT (KithSettingAside, arrangement_id),
  TEXT (KithSettingAside, code),
  TEXT (KithSettingAside, reason),
  TEXT (KithSettingAside, by),
  DATE (KithSettingAside, since),
  DATE (KithSettingAside, until),
  TEXT (KithSettingAside, evidence),
};

static const KithField interest_fields[] = {
  INT (KithInterest, id),
  INT (KithInterest, person_id),
  INT (KithInterest, organisation_id),
  INT (KithInterest, urn),
  TEXT (KithInterest, what),
  DATE (KithInterest, declared),
  DATE (KithInterest, resolved),
  TEXT (KithInterest, resolution),
};

static const KithField rivalry_fields[] = {
  INT (KithRivalry, id),
  INT (KithRivalry, urn),
  INT (KithRivalry, other_urn),
  TEXT (KithRivalry, decision),
  TEXT (KithRivalry, reason),
};

static const KithField catchment_fields[] = {
  INT (KithCatchment, id),
  TEXT (KithCatchment, name),
  INT (KithCatchment, urn),
};

static const KithField lock_fields[] = {
  INT (KithLock, id),
  TEXT (KithLock, kind),
  INT (KithLock, urn),
  INT (KithLock, other_urn),
  INT (KithLock, arrangement_id),
};

static const KithField outside_school_fields[] = {
  INT (KithOutsideSchool, urn),
  TEXT (KithOutsideSchool, name),
  TEXT (KithOutsideSchool, authority),
  INT (KithOutsideSchool, source_id),
};

static const KithField family_run_fields[] = {
  INT (KithFamilyRun, id),
  DATE (KithFamilyRun, accepted),
  TEXT (KithFamilyRun, phase),
  TEXT (KithFamilyRun, settings),
  INT (KithFamilyRun, seed),
  TEXT (KithFamilyRun, result),
};

static const KithField pairing_decision_fields[] = {
  INT (KithPairingDecision, id),
  INT (KithPairingDecision, supported_urn),
  INT (KithPairingDecision, supporter_urn),
  TEXT (KithPairingDecision, decision),
  TEXT (KithPairingDecision, reason),
  DATE (KithPairingDecision, decided),
  TEXT (KithPairingDecision, by),
};

static const KithField goal_fields[] = {
  INT (KithGoal, id),
  INT (KithGoal, urn),
  TEXT (KithGoal, measure),
  INT (KithGoal, year),
  REAL (KithGoal, value),
  DATE (KithGoal, set_on),
  TEXT (KithGoal, by),
};

static const KithField briefing_fields[] = {
  INT (KithBriefing, id),
  DATE (KithBriefing, issued),
  TEXT (KithBriefing, audience),
  TEXT (KithBriefing, title),
  TEXT (KithBriefing, summary),
  TEXT (KithBriefing, sha256),
};

static const KithField position_fields[] = {
  INT (KithPosition, id),
  TEXT (KithPosition, view),
  TEXT (KithPosition, subject),
  REAL (KithPosition, x),
  REAL (KithPosition, y),
  INT (KithPosition, pinned),
};

static const KithField saved_view_fields[] = {
  INT (KithSavedView, id),
  TEXT (KithSavedView, name),
  TEXT (KithSavedView, page),
  TEXT (KithSavedView, state),
};

static const KithField boundary_fields[] = {
  INT (KithBoundary, id),
  TEXT (KithBoundary, gss),
  INT (KithBoundary, la),
  TEXT (KithBoundary, name),
  TEXT (KithBoundary, level),
  TEXT (KithBoundary, outline),
  INT (KithBoundary, source_id),
};

static const KithField source_fields[] = {
  INT (KithSource, id),
  TEXT (KithSource, name),
  TEXT (KithSource, kind),
  DATE (KithSource, dated),
  INT (KithSource, year),
  DATE (KithSource, read_on),
  INT (KithSource, n_rows),
  INT (KithSource, n_added),
  INT (KithSource, n_changed),
  INT (KithSource, n_unchanged),
  INT (KithSource, n_rejected),
  INT (KithSource, n_skipped),
  TEXT (KithSource, sha256),
  TEXT (KithSource, problems),
};

static const KithField setting_fields[] = {
  INT (KithSetting, id),
  TEXT (KithSetting, key),
  TEXT (KithSetting, value),
};

#define TABLE(name, Type, is_recorded)                                                             \
  { #name, sizeof (Type), name##_fields, G_N_ELEMENTS (name##_fields), is_recorded }

/* clang-format on */

static const KithTableInfo tables[KITH_N_TABLES] = {
  [KITH_TABLE_AUTHORITY] = TABLE (authority, KithAuthority, TRUE),
  [KITH_TABLE_SCHOOL] = TABLE (school, KithSchool, TRUE),
  [KITH_TABLE_SCHOOL_AUTHORITY] = TABLE (school_authority, KithSchoolAuthority, TRUE),
  [KITH_TABLE_SCHOOL_LINK] = TABLE (school_link, KithSchoolLink, TRUE),
  [KITH_TABLE_ORGANISATION] = TABLE (organisation, KithOrganisation, TRUE),
  [KITH_TABLE_PERSON] = TABLE (person, KithPerson, TRUE),
  [KITH_TABLE_POST] = TABLE (post, KithPost, TRUE),
  [KITH_TABLE_ARRANGEMENT] = TABLE (arrangement, KithArrangement, TRUE),
  [KITH_TABLE_MEMBERSHIP] = TABLE (membership, KithMembership, TRUE),
  [KITH_TABLE_CONTACT] = TABLE (contact, KithContact, TRUE),
  [KITH_TABLE_CONTACT_PARTY] = TABLE (contact_party, KithContactParty, TRUE),
  [KITH_TABLE_ACTION] = TABLE (action, KithAction, TRUE),
  [KITH_TABLE_MEASURE] = TABLE (measure, KithValue, TRUE),
  [KITH_TABLE_NEED] = TABLE (need, KithNeed, TRUE),
  [KITH_TABLE_EXPERTISE] = TABLE (expertise, KithExpertise, TRUE),
  [KITH_TABLE_ENQUIRY] = TABLE (enquiry, KithEnquiry, TRUE),
  [KITH_TABLE_INSPECTION] = TABLE (inspection, KithInspection, TRUE),
  [KITH_TABLE_SETTING_ASIDE] = TABLE (setting_aside, KithSettingAside, TRUE),
  [KITH_TABLE_INTEREST] = TABLE (interest, KithInterest, TRUE),
  [KITH_TABLE_RIVALRY] = TABLE (rivalry, KithRivalry, TRUE),
  [KITH_TABLE_CATCHMENT] = TABLE (catchment, KithCatchment, TRUE),
  [KITH_TABLE_LOCK] = TABLE (lock, KithLock, TRUE),
  [KITH_TABLE_OUTSIDE_SCHOOL] = TABLE (outside_school, KithOutsideSchool, TRUE),
  [KITH_TABLE_FAMILY_RUN] = TABLE (family_run, KithFamilyRun, TRUE),
  [KITH_TABLE_PAIRING_DECISION] = TABLE (pairing_decision, KithPairingDecision, TRUE),
  [KITH_TABLE_GOAL] = TABLE (goal, KithGoal, TRUE),
  [KITH_TABLE_BRIEFING] = TABLE (briefing, KithBriefing, TRUE),
  [KITH_TABLE_POSITION] = TABLE (position, KithPosition, FALSE),
  [KITH_TABLE_SAVED_VIEW] = TABLE (saved_view, KithSavedView, FALSE),
  [KITH_TABLE_BOUNDARY] = TABLE (boundary, KithBoundary, TRUE),
  [KITH_TABLE_SOURCE] = TABLE (source, KithSource, TRUE),
  [KITH_TABLE_SETTING] = TABLE (setting, KithSetting, TRUE),
};

static void *
get_place (const KithField *field, const void *row)
{
  return (char *)row + field->offset;
}

/* Text that is not recorded is NULL wherever it is kept; a reader may still hold "" for it. */
static gboolean
is_same_text (const char *a, const char *b)
{
  return a == b || strcmp (a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

/**
 * kith_table_get_info:
 * @table: a table
 *
 * Returns: (transfer none): its name and its fields, the key first
 */
const KithTableInfo *
kith_table_get_info (KithTable table)
{
  g_return_val_if_fail (table < KITH_N_TABLES, NULL);
  return &tables[table];
}

/**
 * kith_table_find:
 * @name: a table's name
 *
 * Returns: the table, or %KITH_N_TABLES
 */
KithTable
kith_table_find (const char *name)
{
  for (guint t = 0; t < KITH_N_TABLES; t++)
    if (g_strcmp0 (tables[t].name, name) == 0)
      return (KithTable)t;
  return KITH_N_TABLES;
}

/**
 * kith_table_find_field:
 * @name: of a field that @table has
 *
 * Returns: (transfer none): it
 */
const KithField *
kith_table_find_field (KithTable table, const char *name)
{
  const KithTableInfo *info = kith_table_get_info (table);

  for (guint f = 0; f < info->n_fields; f++)
    if (strcmp (info->fields[f].name, name) == 0)
      return &info->fields[f];
  g_assert_not_reached ();
}

/**
 * kith_row_clear:
 * @table: whose row it is
 * @row: (out caller-allocates): set to a row of which nothing is recorded
 */
void
kith_row_clear (KithTable table, void *row)
{
  const KithTableInfo *info = &tables[table];

  memset (row, 0, info->row_size);
  for (guint f = 0; f < info->n_fields; f++)
    {
      void *place = get_place (&info->fields[f], row);

      if (info->fields[f].type == KITH_FIELD_INT)
        *(gint64 *)place = KITH_INT_NONE;
      else if (info->fields[f].type == KITH_FIELD_REAL)
        *(double *)place = KITH_REAL_NONE;
    }
}

/**
 * kith_row_get_key:
 * @row: a row of any table
 *
 * Returns: its key
 */
gint64
kith_row_get_key (const void *row)
{
  return *(const gint64 *)row;
}

/**
 * kith_field_get_int:
 * @field: a field of type %KITH_FIELD_INT
 * @row: a row that has it
 *
 * Returns: the number, or %KITH_INT_NONE
 */
gint64
kith_field_get_int (const KithField *field, const void *row)
{
  return *(const gint64 *)get_place (field, row);
}

/**
 * kith_field_get_real:
 *
 * Returns: the figure, or NaN
 */
double
kith_field_get_real (const KithField *field, const void *row)
{
  return *(const double *)get_place (field, row);
}

/**
 * kith_field_get_text:
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
kith_field_get_text (const KithField *field, const void *row)
{
  return *(const char *const *)get_place (field, row);
}

/**
 * kith_field_get_date:
 *
 * Returns: the day, or unknown
 */
KithDate
kith_field_get_date (const KithField *field, const void *row)
{
  return *(const KithDate *)get_place (field, row);
}

void
kith_field_set_int (const KithField *field, void *row, gint64 value)
{
  *(gint64 *)get_place (field, row) = value;
}

void
kith_field_set_real (const KithField *field, void *row, double value)
{
  *(double *)get_place (field, row) = value;
}

/* @value: (transfer none): kept as a pointer; who owns the row owns its text */
void
kith_field_set_text (const KithField *field, void *row, const char *value)
{
  *(const char **)get_place (field, row) = value;
}

void
kith_field_set_date (const KithField *field, void *row, KithDate value)
{
  *(KithDate *)get_place (field, row) = value;
}

/**
 * kith_field_copy:
 * @to: a row that has the field
 * @from: another, whose value is taken; its text stays its own
 */
void
kith_field_copy (const KithField *field, void *to, const void *from)
{
  switch (field->type)
    {
    case KITH_FIELD_INT:
      kith_field_set_int (field, to, kith_field_get_int (field, from));
      break;
    case KITH_FIELD_REAL:
      kith_field_set_real (field, to, kith_field_get_real (field, from));
      break;
    case KITH_FIELD_TEXT:
      kith_field_set_text (field, to, kith_field_get_text (field, from));
      break;
    case KITH_FIELD_DATE:
    default:
      kith_field_set_date (field, to, kith_field_get_date (field, from));
    }
}

/**
 * kith_field_is_blank:
 *
 * Returns: whether nothing is recorded in this field of @row
 */
gboolean
kith_field_is_blank (const KithField *field, const void *row)
{
  switch (field->type)
    {
    case KITH_FIELD_INT:
      return kith_field_get_int (field, row) == KITH_INT_NONE;
    case KITH_FIELD_REAL:
      return isnan (kith_field_get_real (field, row));
    case KITH_FIELD_TEXT:
      return is_same_text (kith_field_get_text (field, row), NULL);
    case KITH_FIELD_DATE:
    default:
      return kith_field_get_date (field, row) == KITH_DATE_UNKNOWN;
    }
}

/**
 * kith_field_is_equal:
 *
 * Returns: whether two rows say the same in this field; not recorded equals not recorded
 */
gboolean
kith_field_is_equal (const KithField *field, const void *a, const void *b)
{
  double x, y;

  switch (field->type)
    {
    case KITH_FIELD_INT:
      return kith_field_get_int (field, a) == kith_field_get_int (field, b);
    case KITH_FIELD_REAL:
      x = kith_field_get_real (field, a);
      y = kith_field_get_real (field, b);
      return x == y || (isnan (x) && isnan (y));
    case KITH_FIELD_TEXT:
      return is_same_text (kith_field_get_text (field, a), kith_field_get_text (field, b));
    case KITH_FIELD_DATE:
    default:
      return kith_field_get_date (field, a) == kith_field_get_date (field, b);
    }
}

/**
 * kith_row_is_equal:
 *
 * Returns: whether two rows of @table say the same in every field
 */
gboolean
kith_row_is_equal (KithTable table, const void *a, const void *b)
{
  const KithTableInfo *info = &tables[table];

  for (guint f = 0; f < info->n_fields; f++)
    if (!kith_field_is_equal (&info->fields[f], a, b))
      return FALSE;
  return TRUE;
}

/**
 * kith_field_dup_text:
 *
 * Returns: (transfer full): what the field says, as a file would write it; empty where
 *   nothing is recorded
 */
char *
kith_field_dup_text (const KithField *field, const void *row)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (kith_field_is_blank (field, row))
    return g_strdup ("");
  switch (field->type)
    {
    case KITH_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, kith_field_get_int (field, row));
    case KITH_FIELD_REAL:
      return g_strdup (g_ascii_dtostr (number, sizeof number, kith_field_get_real (field, row)));
    case KITH_FIELD_TEXT:
      return g_strdup (kith_field_get_text (field, row));
    case KITH_FIELD_DATE:
    default:
      return kith_date_dup_text (kith_field_get_date (field, row), KITH_DATE_ISO);
    }
}
