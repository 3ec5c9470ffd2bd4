/* kith-school-story.c: everything about one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-past.h"
#include "kith-predecessors.h"
#include "kith-school-story.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* The public part first, so that one is the other. */
typedef struct
{
  KithSchoolStory story;
  KithRoll *roll;
  const KithRecord *record;
  guint school; /* index, or KITH_INDEX_NONE */
  KithWording *wording;
} Story;

static const char *
get_kind_words (KithKind kind)
{
  return _ (kith_kind_get_info (kind)->words);
}

static const char *
get_school_name (KithLedger *ledger, gint64 urn)
{
  const KithSchool *school = kith_ledger_find (ledger, KITH_TABLE_SCHOOL, urn);
  const KithOutsideSchool *outside;

  if (school != NULL)
    return school->name;
  outside = kith_ledger_find (ledger, KITH_TABLE_OUTSIDE_SCHOOL, urn);
  return outside != NULL ? outside->name : NULL;
}

static KithStoryStanding
read_standing (const KithPastMembership *past)
{
  if (past->standing == KITH_STANDING_ENDED)
    return KITH_STORY_ENDED;
  if (past->standing == KITH_STANDING_FADED)
    return KITH_STORY_FADED;
  return past->is_unrecorded ? KITH_STORY_UNRECORDED : KITH_STORY_LIVE;
}

static KithStoryMembership
tell_membership (const Story *self, const KithPastMembership *past)
{
  const KithNetworkArrangement *in =
      past->index != KITH_INDEX_NONE ? &self->record->arrangements[past->index] : NULL;
  const KithArrangement *parent =
      past->arrangement == NULL ? NULL
                                : kith_ledger_find (self->record->ledger, KITH_TABLE_ARRANGEMENT,
                                                    past->arrangement->parent_id);
  const KithMembership *row = past->record;

  return (KithStoryMembership){
    .arrangement_id = past->arrangement != NULL ? past->arrangement->id : KITH_INT_NONE,
    .membership_id = row != NULL ? row->id : KITH_INT_NONE,
    .name = past->name != NULL ? past->name : get_kind_words (past->kind),
    .kind = past->kind,
    .parent = parent != NULL ? parent->name : NULL,
    .role = row != NULL ? row->role : NULL,
    .joined = row != NULL ? row->joined : KITH_DATE_UNKNOWN,
    .left = row != NULL ? row->left_date : KITH_DATE_UNKNOWN,
    .left_after = row != NULL ? row->left_after : KITH_DATE_UNKNOWN,
    .standing = read_standing (past),
    .since = past->ended,
    .last_sign = past->last,
    .recency = past->recency,
    .n_schools = in != NULL ? in->n_schools : 0,
    .is_link = kith_kind_is_link (past->kind),
    .is_assembly = in != NULL && in->is_assembly,
  };
}

static void
tell_memberships (Story *self)
{
  g_autoptr (GArray) past = kith_past_list (self->record, self->story.record->urn);

  for (guint i = 0; i < past->len; i++)
    {
      KithStoryMembership told =
          tell_membership (self, &g_array_index (past, KithPastMembership, i));

      g_array_append_val (self->story.memberships, told);
    }
}

/* What is only proposed is no past and ties nobody; an officer wants to see it. */
static void
tell_proposed (Story *self)
{
  const KithRecord *record = self->record;
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (record->memberships, self->story.record->urn, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithArrangement *in =
          kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, rows[found[m]].arrangement_id);
      KithPastMembership past = { .record = &rows[found[m]],
                                  .arrangement = in,
                                  .index = KITH_INDEX_NONE };
      KithStoryMembership told;

      if (in == NULL || !kith_span_is_proposed (in))
        continue;
      past.name = in->name;
      past.kind = record->kinds[in - arrangements];
      told = tell_membership (self, &past);
      told.standing = KITH_STORY_PROPOSED;
      g_array_append_val (self->story.memberships, told);
    }
}

static int
compare_ties (const void *a, const void *b)
{
  const KithStoryTie *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return (one->urn > other->urn) - (one->urn < other->urn);
}

static void
tell_ties (Story *self)
{
  const KithRecord *record = self->record;
  const KithEdge *edges = kith_network_get_edges (record->network, &(guint){ 0 });
  guint n;
  const KithTied *tied = kith_network_get_tied (record->network, self->school, &n);

  for (guint t = 0; t < n; t++)
    {
      const KithEdge *edge = &edges[tied[t].edge];
      const KithNetworkArrangement *via = &record->arrangements[edge->arrangement];
      const KithNetworkSchool *other = &record->schools[tied[t].school];
      KithStoryTie tie = {
        .urn = other->record->urn,
        .name = kith_record_get_name (record, tied[t].school),
        .weight = edge->weight,
        .kind = via->kind,
        .via = via->name != NULL ? via->name : get_kind_words (via->kind),
        .metres = kith_place_get_metres (record->schools[self->school].place, other->place),
        .is_local = kith_network_is_local (record->network, self->school, tied[t].school),
      };

      g_array_append_val (self->story.ties, tie);
    }
  g_array_sort (self->story.ties, compare_ties);
}

static gboolean
is_told (GArray *ties, gint64 urn)
{
  for (guint t = 0; t < ties->len; t++)
    if (g_array_index (ties, KithStoryTie, t).urn == urn)
      return TRUE;
  return FALSE;
}

static void
tell_outside (Story *self)
{
  const KithRecord *record = self->record;
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, self->school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (record->network, memberships[m]);
      const KithNetworkArrangement *in = &record->arrangements[own->arrangement];

      if (!own->is_live || !kith_kind_is_link (in->kind) || in->is_assembly)
        continue;
      for (guint o = in->n_schools; o < in->n_members; o++)
        {
          const KithNetworkMember *other = &in->members[o];
          KithStoryTie tie = {
            .urn = other->urn,
            .name = get_school_name (record->ledger, other->urn),
            .kind = in->kind,
            .via = in->name != NULL ? in->name : get_kind_words (in->kind),
            .metres = NAN,
          };

          if (other->is_outside && other->is_live && !is_told (self->story.outside, other->urn))
            g_array_append_val (self->story.outside, tie);
        }
    }
}

static const char *
get_party_name (const Story *self, const KithContactParty *party)
{
  KithLedger *ledger = self->record->ledger;

  if (party->person_id != KITH_INT_NONE)
    {
      const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, party->person_id);

      return person != NULL ? person->name : NULL;
    }
  if (party->urn != KITH_INT_NONE)
    return get_school_name (ledger, party->urn);
  if (party->organisation_id != KITH_INT_NONE)
    {
      const KithOrganisation *organisation =
          kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, party->organisation_id);

      return organisation != NULL ? organisation->name : NULL;
    }
  return NULL;
}

/* The others who were there; those of the school itself only where they are persons. */
static const char *
tell_parties (Story *self, const KithContact *contact, const KithRowIndex *by_contact)
{
  const KithContactParty *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n;
  const guint *found = kith_row_index_find (by_contact, contact->id, &n);

  for (guint p = 0; p < n; p++)
    {
      const KithContactParty *party = &rows[found[p]];
      const char *name = get_party_name (self, party);

      if (name == NULL ||
          (party->urn == self->story.record->urn && party->person_id == KITH_INT_NONE))
        continue;
      g_ptr_array_add (names, party->part != NULL ? g_strdup_printf ("%s (%s)", name, party->part)
                                                  : g_strdup (name));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = kith_text_dup_list ((const char *const *)names->pdata);
  kith_wording_join (self->wording, "%s", list);
  return kith_wording_keep (self->wording);
}

static KithStoryContact
tell_contact (Story *self, const KithContact *contact, const KithRowIndex *by_contact)
{
  const KithArrangement *under =
      kith_ledger_find (self->record->ledger, KITH_TABLE_ARRANGEMENT, contact->arrangement_id);

  return (KithStoryContact){
    .id = contact->id,
    .date = contact->date,
    .kind = contact->kind,
    .arrangement = under != NULL ? under->name : NULL,
    .parties = tell_parties (self, contact, by_contact),
    .officer = contact->officer,
    .summary = contact->summary,
    .outcome = contact->outcome,
    .is_confidential = contact->confidential == 1,
    .counts = self->school != KITH_INDEX_NONE &&
              kith_encounters_counts (kith_radar_get_encounters (self->record->radar), self->school,
                                      contact),
  };
}

static int
compare_contacts (const void *a, const void *b)
{
  const KithStoryContact *one = a, *other = b;

  if (one->date != other->date)
    return one->date > other->date ? -1 : 1;
  return (one->id < other->id) - (one->id > other->id);
}

static gboolean
has_contact (GArray *contacts, gint64 id)
{
  for (guint c = 0; c < contacts->len; c++)
    if (g_array_index (contacts, KithStoryContact, c).id == id)
      return TRUE;
  return FALSE;
}

static void
tell_contacts (Story *self)
{
  const KithRecord *record = self->record;
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  g_autoptr (KithRowIndex) by_contact =
      kith_row_index_new (record->ledger, KITH_TABLE_CONTACT_PARTY, "contact_id");
  g_autoptr (KithPredecessors) predecessors = kith_predecessors_new (record->ledger, record->as_at);
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));

  kith_predecessors_list (predecessors, self->story.record->urn, urns);
  for (guint u = 0; u < urns->len; u++)
    {
      guint n;
      const guint *found =
          kith_row_index_find (record->parties, g_array_index (urns, gint64, u), &n);

      for (guint p = 0; p < n; p++)
        {
          const KithContact *contact =
              kith_ledger_find (record->ledger, KITH_TABLE_CONTACT, rows[found[p]].contact_id);
          KithStoryContact told;

          if (contact == NULL || contact->date > record->as_at ||
              has_contact (self->story.contacts, contact->id))
            continue;
          told = tell_contact (self, contact, by_contact);
          g_array_append_val (self->story.contacts, told);
        }
    }
  g_array_sort (self->story.contacts, compare_contacts);
}

/* Rows of one table about the school, by a day of theirs; one that nobody knows comes last. */
typedef struct
{
  gsize day;
  gboolean is_latest_first;
} Order;

static int
compare_rows (const void *a, const void *b, gpointer data)
{
  const Order *order = data;
  const void *one = *(void *const *)a, *other = *(void *const *)b;
  KithDate day = G_STRUCT_MEMBER (KithDate, one, order->day);
  KithDate other_day = G_STRUCT_MEMBER (KithDate, other, order->day);

  if (day == other_day)
    return kith_row_get_key (one) < kith_row_get_key (other) ? -1 : 1;
  if (day == KITH_DATE_UNKNOWN || other_day == KITH_DATE_UNKNOWN)
    return day == KITH_DATE_UNKNOWN ? 1 : -1;
  return (day > other_day) == order->is_latest_first ? -1 : 1;
}

static GPtrArray *
tell_rows (Story *self, KithTable table, gsize urn, Order order, gboolean keeps_later)
{
  gsize row_size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (self->record->ledger, table, &n);
  GPtrArray *told = g_ptr_array_new ();

  for (gsize r = 0; r < n; r++)
    {
      const char *row = rows + r * row_size;

      if (G_STRUCT_MEMBER (gint64, row, urn) == self->story.record->urn &&
          (keeps_later || G_STRUCT_MEMBER (KithDate, row, order.day) <= self->record->as_at))
        g_ptr_array_add (told, (gpointer)row);
    }
  g_ptr_array_sort_with_data (told, compare_rows, &order);
  return told;
}

static void
add_silence (Story *self)
{
  g_ptr_array_add (self->story.silences, (gpointer)kith_wording_keep (self->wording));
}

static void
tell_silences (Story *self)
{
  const KithRecord *record = self->record;
  const KithSettings *settings = record->settings;
  char number[KITH_NUMBER_SIZE];
  guint n_near;

  if (self->school == KITH_INDEX_NONE)
    return;
  kith_network_get_neighbours (record->network, self->school, &n_near);
  if (!kith_place_is_known (record->schools[self->school].place))
    {
      kith_wording_add (self->wording, "%s",
                        _ ("Not placed: no co-ordinates, so nothing near it can be told."));
      add_silence (self);
    }
  else if (n_near < settings->min_neighbours)
    {
      kith_wording_add (
          self->wording,
          g_dngettext (
              NULL, "Too few neighbours: %s school of its phase within %g km, and %u are needed.",
              "Too few neighbours: %s schools of its phase within %g km, and %u are needed.",
              n_near),
          kith_number_format (n_near, FALSE, number), settings->neighbour_metres / 1000,
          settings->min_neighbours);
      add_silence (self);
    }
  if (kith_vulnerable_get_silence (record, self->school) != NULL)
    {
      kith_wording_add (self->wording, "%s", kith_vulnerable_get_silence (record, self->school));
      add_silence (self);
    }
  if (self->story.ofsted.scheme == KITH_OFSTED_UNKNOWN)
    {
      kith_wording_add (self->wording, "%s",
                        _ ("Inspections: none of this school’s own is on record."));
      add_silence (self);
    }
}

static void
tell_results (Story *self)
{
  const KithResults *results = self->record->results;
  KithSchoolStory *story = &self->story;
  const KithResult *found;
  guint n;

  story->inspections =
      tell_rows (self, KITH_TABLE_INSPECTION, G_STRUCT_OFFSET (KithInspection, urn),
                 (Order){ G_STRUCT_OFFSET (KithInspection, date), TRUE }, FALSE);
  /* a list without days tells nothing of the time before its own */
  for (guint i = story->inspections->len; i > 0; i--)
    if (kith_ofsted_get_day (self->record->ofsted, story->inspections->pdata[i - 1]) >
        self->record->as_at)
      g_ptr_array_remove_index (story->inspections, i - 1);
  if (self->school == KITH_INDEX_NONE)
    {
      kith_ofsted_tell (self->record->ofsted, NULL, story->inspections, self->wording,
                        story->result_lines);
      return;
    }
  story->result_measure = kith_results_get_school_measure (results, self->school);
  found = kith_results_get (results, self->school, &n);
  for (guint r = n; r > 0; r--)
    g_array_append_val (story->results, found[r - 1]);
  kith_results_tell (results, self->school, self->wording, story->result_lines);
  kith_ofsted_find (self->record->ofsted, self->school, &story->ofsted);
  kith_ofsted_tell (self->record->ofsted, &story->ofsted, story->inspections, self->wording,
                    story->result_lines);
}

static void
tell_school (Story *self)
{
  tell_memberships (self);
  tell_proposed (self);
  if (self->school != KITH_INDEX_NONE)
    {
      tell_ties (self);
      tell_outside (self);
    }
  tell_contacts (self);
  tell_results (self);
  tell_silences (self);
  self->story.enquiries = tell_rows (self, KITH_TABLE_ENQUIRY, G_STRUCT_OFFSET (KithEnquiry, urn),
                                     (Order){ G_STRUCT_OFFSET (KithEnquiry, asked), TRUE }, FALSE);
  self->story.needs = tell_rows (self, KITH_TABLE_NEED, G_STRUCT_OFFSET (KithNeed, urn),
                                 (Order){ G_STRUCT_OFFSET (KithNeed, date), TRUE }, FALSE);
  self->story.expertise =
      tell_rows (self, KITH_TABLE_EXPERTISE, G_STRUCT_OFFSET (KithExpertise, urn),
                 (Order){ G_STRUCT_OFFSET (KithExpertise, date), TRUE }, FALSE);
  self->story.actions = tell_rows (self, KITH_TABLE_ACTION, G_STRUCT_OFFSET (KithAction, urn),
                                   (Order){ G_STRUCT_OFFSET (KithAction, due), FALSE }, TRUE);
}

/**
 * kith_school_story_new:
 * @roll: the roll, of which the story keeps a reference
 * @urn: of a school
 *
 * Cost: the size of the tables enquiry, need, expertise, action, inspection and contact_party.
 *
 * Returns: (transfer full) (nullable): the story; %NULL where the register does not hold @urn
 */
KithSchoolStory *
kith_school_story_new (KithRoll *roll, gint64 urn)
{
  const KithRecord *record = kith_roll_get_record (roll);
  const KithSchool *school = kith_ledger_find (record->ledger, KITH_TABLE_SCHOOL, urn);
  Story *self;

  if (school == NULL)
    return NULL;
  self = g_new0 (Story, 1);
  self->roll = kith_roll_ref (roll);
  self->record = record;
  self->school = kith_network_find_school (record->network, urn);
  self->wording = kith_wording_new ();
  self->story = (KithSchoolStory){
    .record = school,
    .row = kith_roll_find (roll, urn),
    .la = self->school != KITH_INDEX_NONE ? record->schools[self->school].la : school->la,
    .phase = kith_phase_find (school->phase, school->type),
    .is_open = self->school != KITH_INDEX_NONE,
    .memberships = g_array_new (FALSE, FALSE, sizeof (KithStoryMembership)),
    .ties = g_array_new (FALSE, FALSE, sizeof (KithStoryTie)),
    .outside = g_array_new (FALSE, FALSE, sizeof (KithStoryTie)),
    .contacts = g_array_new (FALSE, FALSE, sizeof (KithStoryContact)),
    .results = g_array_new (FALSE, FALSE, sizeof (KithResult)),
    .result_lines = g_array_new (FALSE, FALSE, sizeof (KithMeasureLine)),
    .silences = g_ptr_array_new (),
  };
  tell_school (self);
  return &self->story;
}

/**
 * kith_school_story_measure:
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Adds where the school stands in the whole network. Cost: the size of the network, 20 to
 * 80 ms for England.
 *
 * Returns: %FALSE with @error set; a school that is not open and in scope has no measures
 */
gboolean
kith_school_story_measure (KithSchoolStory *story, KithJob *job, GError **error)
{
  Story *self = (Story *)story;
  KithNetwork *network = self->record->network;
  g_autofree KithFullMeasures *measures = NULL;

  if (g_cancellable_set_error_if_cancelled (kith_job_get_cancellable (job), error))
    return FALSE;
  if (self->school == KITH_INDEX_NONE || story->measures != NULL)
    return TRUE;
  measures = kith_full_measures_new (network, self->school, 1, job, error);
  if (measures == NULL ||
      !kith_full_measures_find_closeness (measures, network, self->school, 1, job, error))
    return FALSE;
  kith_full_measures_tell (measures, self->wording, story->measure_lines);
  story->measures = g_steal_pointer (&measures);
  return TRUE;
}

/**
 * kith_school_story_look_back:
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Adds how it came to this. Cost: that of kith_chronicle_new().
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_school_story_look_back (KithSchoolStory *story, KithJob *job, GError **error)
{
  Story *self = (Story *)story;

  if (story->chronicle == NULL)
    story->chronicle = kith_chronicle_new (self->roll, story->record->urn, job, error);
  return story->chronicle != NULL;
}

/**
 * kith_school_story_free:
 * @story: (transfer full) (nullable): a story
 */
void
kith_school_story_free (KithSchoolStory *story)
{
  Story *self = (Story *)story;

  if (self == NULL)
    return;
  kith_chronicle_free (story->chronicle);
  g_array_unref (story->memberships);
  g_array_unref (story->ties);
  g_array_unref (story->outside);
  g_array_unref (story->contacts);
  g_array_unref (story->results);
  g_ptr_array_unref (story->inspections);
  g_array_unref (story->result_lines);
  g_ptr_array_unref (story->enquiries);
  g_ptr_array_unref (story->needs);
  g_ptr_array_unref (story->expertise);
  g_ptr_array_unref (story->actions);
  g_ptr_array_unref (story->silences);
  g_free ((gpointer)story->measures);
  kith_wording_free (self->wording);
  kith_roll_unref (self->roll);
  g_free (self);
}

/**
 * kith_school_story_seeks_help:
 * @need: a row of its needs
 *
 * Returns: whether it is one that others can help with, and holds: the latest of its area, not
 *   ended, of a school in scope
 */
gboolean
kith_school_story_seeks_help (const KithSchoolStory *self, const KithNeed *need)
{
  const KithStrengths *strengths = ((const Story *)self)->record->strengths;
  guint n;
  const KithNeeded *needs = kith_strengths_get_needs (strengths, self->record->urn, &n);

  for (guint i = 0; i < n && self->is_open; i++)
    if (needs[i].record == need)
      return !kith_strengths_is_trust (strengths, needs[i].area);
  return FALSE;
}

/**
 * kith_story_standing_get_words:
 *
 * Returns: (transfer none): how a membership stands, for people, translated
 */
const char *
kith_story_standing_get_words (KithStoryStanding standing)
{
  static const char *const words[] = {
    N_ ("live"), N_ ("contact not recorded"), N_ ("faded"), N_ ("ended"), N_ ("proposed"),
  };

  g_return_val_if_fail (standing < G_N_ELEMENTS (words), NULL);
  return _ (words[standing]);
}
