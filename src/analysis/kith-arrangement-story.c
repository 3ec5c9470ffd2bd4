/* kith-arrangement-story.c: everything about one arrangement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-arrangement-story.h"
#include "kith-finding-private.h"

#include <glib/gi18n.h>

/* The public part first, so that one is the other. */
typedef struct
{
  KithArrangementStory story;
  KithRoll *roll;
  const KithRecord *record;
  const KithArrangement *row;
  guint index; /* or KITH_INDEX_NONE */
  KithWording *wording;
} Story;

static const char *
get_organisation_name (const Story *self, gint64 id)
{
  const KithOrganisation *organisation =
      kith_ledger_find (self->record->ledger, KITH_TABLE_ORGANISATION, id);

  return organisation != NULL ? organisation->name : NULL;
}

static const char *
get_authority_name (const Story *self, gint64 code)
{
  const KithAuthority *authority =
      kith_ledger_find (self->record->ledger, KITH_TABLE_AUTHORITY, code);

  return authority != NULL ? authority->name : NULL;
}

/* Says who a member is, whether the register holds it or not. */
static void
tell_name (const Story *self, KithStoryMember *member)
{
  KithLedger *ledger = self->record->ledger;
  const KithSchool *school = kith_ledger_find (ledger, KITH_TABLE_SCHOOL, member->urn);
  const KithOutsideSchool *outside =
      kith_ledger_find (ledger, KITH_TABLE_OUTSIDE_SCHOOL, member->urn);

  if (member->urn == KITH_INT_NONE)
    member->name = get_organisation_name (self, member->organisation_id);
  else if (school != NULL)
    {
      member->name = school->name;
      member->authority = get_authority_name (self, member->school != KITH_INDEX_NONE
                                                        ? self->record->schools[member->school].la
                                                        : school->la);
    }
  else if (outside != NULL)
    {
      member->name = outside->name;
      member->authority = outside->authority;
    }
  if (member->name == NULL)
    member->name = member->urn != KITH_INT_NONE ? _ ("a school without a name")
                                                : _ ("an organisation without a name");
}

static KithStoryStanding
read_standing (const KithNetworkMember *member)
{
  if (!member->is_live)
    return KITH_STORY_FADED;
  return member->is_unrecorded ? KITH_STORY_UNRECORDED : KITH_STORY_LIVE;
}

static void
tell_active_members (Story *self)
{
  const KithNetworkArrangement *in = &self->record->arrangements[self->index];
  guint lead = self->story.partnership.engagement.lead;

  for (guint m = 0; m < in->n_members; m++)
    {
      const KithNetworkMember *from = &in->members[m];
      KithStoryMember member = {
        .urn = from->urn,
        .organisation_id = from->organisation_id,
        .school = from->school,
        .role = from->role,
        .is_lead = from->school != KITH_INDEX_NONE && from->school == lead,
        .joined = from->record != NULL ? from->record->joined : KITH_DATE_UNKNOWN,
        .left = from->record != NULL ? from->record->left_date : KITH_DATE_UNKNOWN,
        .last_contact = from->last_contact,
        .standing = read_standing (from),
        .is_engaged = kith_engagement_is_engaged (self->roll, from),
      };

      if (from->school != KITH_INDEX_NONE)
        member.giving = kith_give_and_take_count (self->roll, from->school);
      tell_name (self, &member);
      g_array_append_val (self->story.members, member);
    }
}

static void
tell_past_members (Story *self)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    {
      KithStoryMember member = {
        .urn = rows[i].urn,
        .organisation_id = rows[i].organisation_id,
        .school = kith_network_find_school (self->record->network, rows[i].urn),
        .role = rows[i].role,
        .is_lead = rows[i].urn != KITH_INT_NONE && rows[i].urn == self->row->lead_urn,
        .joined = rows[i].joined,
        .left = rows[i].left_date,
        .standing = kith_span_is_proposed (self->row) ? KITH_STORY_PROPOSED : KITH_STORY_ENDED,
      };

      if (rows[i].arrangement_id != self->row->id)
        continue;
      tell_name (self, &member);
      g_array_append_val (self->story.members, member);
    }
}

static void
tell_person (Story *self, gint64 person_id, const char *part)
{
  const KithPerson *person = kith_ledger_find (self->record->ledger, KITH_TABLE_PERSON, person_id);
  KithStoryPerson told = { .part = part };

  if (person == NULL)
    return;
  told.name = person->name != NULL ? person->name : _ ("somebody without a name");
  told.load = kith_load_count (self->roll, person_id);
  g_array_append_val (self->story.people, told);
}

static void
tell_lead (Story *self)
{
  const KithArrangement *parent =
      kith_ledger_find (self->record->ledger, KITH_TABLE_ARRANGEMENT, self->row->parent_id);
  const KithSchool *school =
      kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, self->row->lead_urn);

  self->story.parent = parent != NULL ? parent->name : NULL;
  if (school != NULL)
    self->story.lead = school->name;
  else if (self->row->lead_organisation_id != KITH_INT_NONE)
    self->story.lead = get_organisation_name (self, self->row->lead_organisation_id);
  else if (self->row->lead_la != KITH_INT_NONE)
    self->story.lead = get_authority_name (self, self->row->lead_la);
  tell_person (self, self->row->lead_person_id, _ ("lead"));
  tell_person (self, self->row->coordinator_id, _ ("co-ordinator"));
  tell_person (self, self->row->deputy_id, _ ("deputy"));
}

static const KithRollArrangement *
find_row (const Story *self)
{
  guint n;
  const KithRollArrangement *rows = kith_roll_get_arrangements (self->roll, &n);

  for (guint r = 0; r < n; r++)
    if (rows[r].arrangement == self->index)
      return &rows[r];
  return NULL;
}

/* "24 schools. 21 had a contact under it in the last 12 months, 3 had none." */
static void
say_engaged (Story *self, const KithEngagement *engagement)
{
  guint months = self->record->settings->engaged_months;

  kith_wording_add (
      self->wording,
      g_dngettext (NULL, "%u school in scope.", "%u schools in scope.", engagement->n_schools),
      engagement->n_schools);
  if (!engagement->has_contacts)
    kith_wording_add (
        self->wording, "%s",
        _ ("Nobody has recorded a contact under it, so nobody knows who is engaged."));
  else
    kith_wording_add (self->wording,
                      g_dngettext (NULL,
                                   "%u engaged, with a contact under it in the last %u month; %u "
                                   "silent.",
                                   "%u engaged, with a contact under it in the last %u months; %u "
                                   "silent.",
                                   months),
                      engagement->n_engaged, months, engagement->n_silent);
  if (engagement->n_others > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%u other member: an organisation or a school outside.",
                                   "%u other members: organisations and schools outside.",
                                   engagement->n_others),
                      engagement->n_others);
}

static void
say_patch (Story *self, const KithEngagement *engagement)
{
  if (engagement->patch == KITH_PATCH_RECORDED)
    kith_wording_add (self->wording, _ ("Its patch is recorded: %s."), self->row->patch);
  else if (engagement->patch == KITH_PATCH_AROUND)
    kith_wording_add (self->wording,
                      _ ("Its patch goes %.1f km from the school that leads it, which holds "
                         "%.0f%% of its members."),
                      engagement->patch_metres / 1000, 100 * self->record->settings->patch_share);
  else if (engagement->patch == KITH_PATCH_MIDDLE)
    kith_wording_add (self->wording,
                      _ ("Its patch goes %.1f km from the middle of its members, which holds "
                         "%.0f%% of them."),
                      engagement->patch_metres / 1000, 100 * self->record->settings->patch_share);
  else
    return;
  kith_wording_add (self->wording,
                    g_dngettext (NULL, "Of %u school of its phases there, %u is no member.",
                                 "Of %u schools of its phases there, %u are no members.",
                                 engagement->n_patch),
                    engagement->n_patch, engagement->n_not_reached);
  if (engagement->n_guests > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%u of these took part nevertheless.",
                                   "%u of these took part nevertheless.", engagement->n_guests),
                      engagement->n_guests);
}

static void
tell_reach (Story *self)
{
  say_engaged (self, &self->story.partnership.engagement);
  say_patch (self, &self->story.partnership.engagement);
  self->story.reach = kith_wording_keep (self->wording);
}

/* What its schools do in all arrangements, as supporters and supported. */
static void
tell_support (Story *self)
{
  guint n[4] = { 0 };

  for (guint m = 0; m < self->story.members->len; m++)
    n[kith_give_and_take_get_giving (
        &g_array_index (self->story.members, KithStoryMember, m).giving)]++;
  if (n[KITH_GIVING_ONLY_GIVES] + n[KITH_GIVING_ONLY_RECEIVES] + n[KITH_GIVING_BOTH] == 0)
    return;
  kith_wording_add (self->wording,
                    _ ("In all arrangements together, %u of its schools only give support, %u only "
                       "receive it and %u do both."),
                    n[KITH_GIVING_ONLY_GIVES], n[KITH_GIVING_ONLY_RECEIVES], n[KITH_GIVING_BOTH]);
  self->story.support = kith_wording_keep (self->wording);
}

static void
tell_arrangement (Story *self)
{
  KithPartnership *partnership = &self->story.partnership;

  if (self->index != KITH_INDEX_NONE)
    {
      partnership->row = find_row (self);
      partnership->engagement =
          kith_engagement_measure (self->roll, self->index, self->story.not_reached);
      tell_active_members (self);
      tell_reach (self);
      tell_support (self);
      self->story.has_conditions = !kith_kind_is_standing (partnership->kind);
      if (self->story.has_conditions)
        kith_conditions_read (self->roll, self->index, self->wording, self->story.conditions);
    }
  else
    tell_past_members (self);
  tell_lead (self);
  kith_lapses_read (self->row, self->record->as_at, self->record->settings->lapse_days,
                    self->story.lapses);
}

/**
 * kith_arrangement_story_new:
 * @roll: the roll, of which the story keeps a reference
 * @id: key of an arrangement
 *
 * Cost: its members, the arrangements, and for one with a patch the schools.
 *
 * Returns: (transfer full) (nullable): the story; %NULL where the register does not hold @id
 */
KithArrangementStory *
kith_arrangement_story_new (KithRoll *roll, gint64 id)
{
  const KithRecord *record = kith_roll_get_record (roll);
  const KithArrangement *row = kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, id);
  Story *self;

  if (row == NULL)
    return NULL;
  self = g_new0 (Story, 1);
  self->roll = kith_roll_ref (roll);
  self->record = record;
  self->row = row;
  self->index = kith_network_find_arrangement (record->network, id);
  self->wording = kith_wording_new ();
  self->story = (KithArrangementStory){
    .partnership = kith_partnership_read (roll, row),
    .members = g_array_new (FALSE, FALSE, sizeof (KithStoryMember)),
    .not_reached = g_array_new (FALSE, FALSE, sizeof (KithNotReached)),
    .people = g_array_new (FALSE, FALSE, sizeof (KithStoryPerson)),
  };
  tell_arrangement (self);
  return &self->story;
}

/**
 * kith_arrangement_story_free:
 * @story: (transfer full) (nullable): a story
 */
void
kith_arrangement_story_free (KithArrangementStory *story)
{
  Story *self = (Story *)story;

  if (self == NULL)
    return;
  g_array_unref (story->members);
  g_array_unref (story->not_reached);
  g_array_unref (story->people);
  kith_wording_free (self->wording);
  kith_roll_unref (self->roll);
  g_free (self);
}
