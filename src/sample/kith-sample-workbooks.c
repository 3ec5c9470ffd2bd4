/* kith-sample-workbooks.c: the officers' workbooks
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

/* Officers write days either way; each workbook keeps to one. */
#define ISO "y-m-d"
#define SLASH "d/m/y"

static KithSampleOut *
open_workbook (GFile *folder, const char *name, const char *header, KithJob *job, GError **error)
{
  KithSampleOut *out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8, "\r\n", job, error);

  if (out == NULL)
    return NULL;
  kith_sample_out_raw (out, header);
  if (kith_sample_out_row (out, error))
    return out;
  kith_sample_out_free (out);
  return NULL;
}

static void
write_person (KithSampleOut *out, const KithSampleRegion *region, guint person)
{
  kith_sample_out_text (
      out, person == KITH_SAMPLE_NONE ? NULL : KITH_SAMPLE_PERSON (region, person)->name);
}

static void
write_urn (KithSampleOut *out, const KithSampleRegion *region, guint school)
{
  if (school == KITH_SAMPLE_NONE)
    kith_sample_out_text (out, NULL);
  else
    kith_sample_out_number (out, KITH_SAMPLE_SCHOOL (region, school)->urn);
}

static void
write_code (KithSampleOut *out, char letter, guint index)
{
  char code[16];

  if (index == KITH_SAMPLE_NONE)
    code[0] = '\0';
  else
    g_snprintf (code, sizeof code, "%c%05u", letter, index + 1);
  kith_sample_out_text (out, code);
}

static void
write_organisation (KithSampleOut *out, const KithSampleRegion *region, guint organisation)
{
  kith_sample_out_text (
      out, organisation == KITH_SAMPLE_NONE
               ? NULL
               : g_array_index (region->organisations, KithSampleOrganisation, organisation).name);
}

static void
write_arrangement (KithSampleOut *out, const KithSampleRegion *region, guint index)
{
  const KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, index);

  write_code (out, 'A', index);
  kith_sample_out_text (out, at->name);
  kith_sample_out_text (out, kith_kind_get_info (at->kind)->key);
  write_code (out, 'A', at->parent);
  if (at->lead_authority != KITH_SAMPLE_NONE)
    kith_sample_out_text (out, KITH_SAMPLE_AUTHORITY (region, at->lead_authority)->name);
  else
    write_urn (out, region, at->lead_school);
  write_person (out, region, at->coordinator);
  write_person (out, region, at->deputy);
  kith_sample_out_date (out, at->starts, ISO);
  kith_sample_out_date (out, at->ends, ISO);
  kith_sample_out_date (out, at->review, ISO);
  kith_sample_out_text (out, at->focus);
  kith_sample_out_text (out, at->objective);
  kith_sample_out_text (out, at->funding);
  kith_sample_out_date (out, at->funding_ends, ISO);
  kith_sample_out_text (out, at->memorandum);
  kith_sample_out_text (out, at->data_sharing);
  if (at->capacity > 0)
    kith_sample_out_number (out, at->capacity);
  else
    kith_sample_out_text (out, NULL);
}

static gboolean
write_partnerships (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = open_workbook (
      folder, "partnerships.csv",
      "Arrangement "
      "id,Arrangement,Kind,Parent,Lead,Coordinator,Deputy,Starts,Ends,Review,Focus,Objective,"
      "Funding,Funding ends,Memorandum,Data sharing,Capacity,URN,Organisation,Role,Joined,Left",
      job, error);

  if (out == NULL)
    return FALSE;
  for (guint g = 0; g < region->arrangements->len; g++)
    {
      const GArray *members = KITH_SAMPLE_ARRANGEMENT (region, g)->members;

      for (guint m = 0; m < MAX (members->len, 1); m++)
        {
          const KithSampleMember *member =
              members->len == 0 ? NULL : &g_array_index (members, KithSampleMember, m);

          write_arrangement (out, region, g);
          if (members->len == 0)
            kith_sample_out_raw (out, ",,,,,");
          else
            {
              if (member->outside_urn != 0)
                kith_sample_out_number (out, member->outside_urn);
              else
                write_urn (out, region, member->school);
              write_organisation (out, region, member->organisation);
              kith_sample_out_text (out, member->role);
              kith_sample_out_date (out, member->joined, ISO);
              kith_sample_out_date (out, member->left, ISO);
            }
          if (!kith_sample_out_row (out, error))
            return FALSE;
        }
    }
  return kith_sample_out_close (out, error);
}

static gboolean
write_contacts (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = open_workbook (folder, "contacts.csv",
                                                 "Contact,Date,Kind,URN,Organisation,Person,Part,"
                                                 "Arrangement,Officer,Summary,Outcome,Confidential",
                                                 job, error);

  if (out == NULL)
    return FALSE;
  for (guint c = 0; c < region->contacts->len; c++)
    {
      const KithSampleContact *contact = &g_array_index (region->contacts, KithSampleContact, c);

      for (guint p = 0; p < contact->n_parties; p++)
        {
          const KithSampleParty *party =
              &g_array_index (region->parties, KithSampleParty, contact->first_party + p);

          write_code (out, 'C', c);
          kith_sample_out_date (out, contact->date, SLASH);
          kith_sample_out_text (out, contact->kind);
          write_urn (out, region, party->school);
          kith_sample_out_raw (out, ",,");
          kith_sample_out_text (out, party->part);
          write_code (out, 'A', contact->arrangement);
          write_person (out, region, contact->officer);
          kith_sample_out_text (out, contact->summary);
          kith_sample_out_text (out, contact->outcome);
          kith_sample_out_text (out, contact->is_confidential ? "yes" : "");
          if (!kith_sample_out_row (out, error))
            return FALSE;
        }
    }
  return kith_sample_out_close (out, error);
}

static gboolean
write_actions (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out =
      open_workbook (folder, "actions.csv",
                     "Action,URN,Arrangement,Contact,What,Owner,Due,Done,Outcome", job, error);

  if (out == NULL)
    return FALSE;
  for (guint a = 0; a < region->actions->len; a++)
    {
      const KithSampleAction *action = &g_array_index (region->actions, KithSampleAction, a);

      write_code (out, 'T', a);
      write_urn (out, region, action->school);
      write_code (out, 'A', action->arrangement);
      write_code (out, 'C', action->contact);
      kith_sample_out_text (out, action->what);
      write_person (out, region, action->owner);
      kith_sample_out_date (out, action->due, SLASH);
      kith_sample_out_date (out, action->done, SLASH);
      kith_sample_out_text (out, action->outcome);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

static gboolean
write_people (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = open_workbook (
      folder, "people.csv", "Person,Post,URN,Organisation,From,To,Days a year,Expertise,Email", job,
      error);

  if (out == NULL)
    return FALSE;
  for (guint p = 0; p < region->people->len; p++)
    {
      const KithSamplePerson *person = KITH_SAMPLE_PERSON (region, p);
      char email[48];

      kith_sample_out_text (out, person->name);
      kith_sample_out_text (out, person->post);
      write_urn (out, region, person->school);
      write_organisation (out, region, person->organisation);
      kith_sample_out_date (out, person->from, ISO);
      kith_sample_out_date (out, person->to, ISO);
      if (person->days_a_year > 0)
        kith_sample_out_number (out, person->days_a_year);
      else
        kith_sample_out_text (out, NULL);
      kith_sample_out_text (out, person->expertise);
      g_snprintf (email, sizeof email, "person%u@kith.example", p + 1);
      kith_sample_out_text (out, email);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

static gboolean
write_needs (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = open_workbook (
      folder, "needs.csv", "URN,Area,Need or expertise,Level,Evidence,Date", job, error);

  if (out == NULL)
    return FALSE;
  for (guint n = 0; n < region->needs->len; n++)
    {
      const KithSampleNeed *need = &g_array_index (region->needs, KithSampleNeed, n);

      write_urn (out, region, need->school);
      kith_sample_out_text (out, need->area);
      kith_sample_out_text (out, need->is_expertise ? "expertise" : "need");
      kith_sample_out_text (out, need->level);
      kith_sample_out_text (out, need->is_expertise ? "Lessons seen" : "Talked over with the head");
      kith_sample_out_date (out, need->date, ISO);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

static gboolean
write_enquiries (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out =
      open_workbook (folder, "enquiries.csv", "URN,Kind,Asked,Answer,By", job, error);

  if (out == NULL)
    return FALSE;
  for (guint e = 0; e < region->enquiries->len; e++)
    {
      const KithSampleEnquiry *enquiry = &g_array_index (region->enquiries, KithSampleEnquiry, e);

      write_urn (out, region, enquiry->school);
      kith_sample_out_text (out, enquiry->kind);
      kith_sample_out_date (out, enquiry->asked, ISO);
      kith_sample_out_text (out, enquiry->answer);
      write_person (out, region, enquiry->by);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error);
}

/**
 * kith_sample_write_workbooks:
 *
 * Writes partnerships, contacts, actions, people, needs and enquiries.
 *
 * Returns: %FALSE with @error set where a file cannot be written
 */
gboolean
kith_sample_write_workbooks (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  return write_partnerships (region, folder, job, error) &&
         write_contacts (region, folder, job, error) &&
         write_actions (region, folder, job, error) && write_people (region, folder, job, error) &&
         write_needs (region, folder, job, error) && write_enquiries (region, folder, job, error);
}

static gboolean
write_readme (GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out =
      kith_sample_out_open (folder, "README.txt", KITH_SAMPLE_UTF8, "\n", job, error);

  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (
      out,
      "The sample region\n"
      "\n"
      "Schools, towns, authorities, trusts and people in these files are invented. No real school "
      "is\n"
      "meant, and any likeness of a name is chance. URNs begin at 800001, authority codes at 990 "
      "and\n"
      "400, postcodes with Q: the Department for Education and the Post Office use none of these.\n"
      "\n"
      "The files have the form in which the real ones are published, with their irregularities:\n"
      "establishments, links, groups and group links as Get Information about Schools gives them "
      "out,\n"
      "census, key stage 2 and key stage 4 as the Department does, inspections as Ofsted does, "
      "boundaries as\n"
      "the Office for National Statistics does, and six officers\u2019 workbooks. All may be "
      "imported at once, in any "
      "order.\n"
      "\n"
      "planted.csv is not for importing. It lists schools for which all findings are known, as at "
      "the\n"
      "day in the establishment file\u2019s name: a row for each finding, or \u201cclean\u201d for "
      "none (notes\n"
      "aside). Schools that it does not list are as chance made them.");
  return kith_sample_out_row (out, error) && kith_sample_out_close (out, error);
}

/**
 * kith_sample_write_planted:
 *
 * Writes planted.csv, what must be found, and README.txt, what all this is.
 *
 * Returns: %FALSE with @error set where a file cannot be written
 */
gboolean
kith_sample_write_planted (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out =
      open_workbook (folder, "planted.csv", "urn,code,severity,state,why,arrangement", job, error);

  if (out == NULL)
    return FALSE;
  for (guint e = 0; e < region->expected->len; e++)
    {
      const KithSampleExpected *expected = &g_array_index (region->expected, KithSampleExpected, e);

      write_urn (out, region, expected->school);
      if (expected->code == 0)
        kith_sample_out_text (out, "clean");
      else
        kith_sample_out_number (out, expected->code);
      kith_sample_out_text (out, expected->severity);
      kith_sample_out_text (out, expected->state);
      kith_sample_out_text (out, expected->why);
      kith_sample_out_text (out,
                            expected->arrangement == KITH_SAMPLE_NONE
                                ? NULL
                                : KITH_SAMPLE_ARRANGEMENT (region, expected->arrangement)->name);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  return kith_sample_out_close (out, error) && write_readme (folder, job, error);
}
