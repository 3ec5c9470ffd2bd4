/* kith-conditions.c: what makes an arrangement work, as far as the record shows it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-agreement.h"
#include "kith-engagement.h"
#include "kith-finding-private.h"
#include "kith-health.h"

#include <glib/gi18n.h>

/* One arrangement, and who belongs to it. */
typedef struct
{
  const KithRoll *roll;
  const KithRecord *record;
  guint arrangement;
  const KithNetworkArrangement *in;
  KithWording *wording;
  GHashTable *schools;       /* URNs of its members */
  GHashTable *organisations; /* keys */
} Looking;

static KithCondition
answer (Looking *self, KithConditionState state)
{
  return (KithCondition){ state, kith_wording_keep (self->wording) };
}

/* An objective, and more of its schools engaged than silent. */
static KithCondition
look_at_commitment (Looking *self)
{
  KithEngagement engagement = kith_engagement_measure (self->roll, self->arrangement, NULL);
  const char *objective = self->in->record->objective;
  gboolean has_objective = !kith_text_is_blank (objective);
  char engaged[KITH_NUMBER_SIZE], number[KITH_NUMBER_SIZE];

  if (has_objective)
    kith_wording_add (self->wording, _ ("Objective: %s."), objective);
  else
    kith_wording_add (self->wording, "%s", _ ("No objective is recorded."));
  if (!engagement.has_contacts)
    kith_wording_add (self->wording, "%s", _ ("No contact under it is recorded."));
  else
    kith_wording_add (self->wording,
                      g_dngettext (NULL,
                                   "%s of %s school had a contact under it in the last %u months.",
                                   "%s of %s schools had a contact under it in the last %u months.",
                                   engagement.n_schools),
                      kith_number_format (engagement.n_engaged, TRUE, engaged),
                      kith_number_format (engagement.n_schools, FALSE, number),
                      self->record->settings->engaged_months);
  if (!has_objective || !engagement.has_contacts)
    return answer (self, KITH_CONDITION_UNRECORDED);
  return answer (self, engagement.n_engaged > engagement.n_silent ? KITH_CONDITION_MET
                                                                  : KITH_CONDITION_NOT_MET);
}

/* A data-sharing agreement. */
static KithCondition
look_at_data (Looking *self)
{
  KithAgreement agreement =
      kith_agreement_read (self->in->record->data_sharing, self->record->as_at);
  char day[KITH_DATE_TEXT_SIZE + 8];

  kith_date_format (agreement.last_day, KITH_DATE_LONG, day);
  switch (agreement.state)
    {
    case KITH_AGREEMENT_IN_FORCE:
      if (agreement.last_day == KITH_DATE_UNKNOWN)
        kith_wording_add (self->wording, "%s", _ ("A data-sharing agreement is in force."));
      else
        kith_wording_add (self->wording, _ ("A data-sharing agreement is in force until %s."), day);
      return answer (self, KITH_CONDITION_MET);
    case KITH_AGREEMENT_ENDED:
      kith_wording_add (self->wording, _ ("The data-sharing agreement ended on %s."), day);
      return answer (self, KITH_CONDITION_NOT_MET);
    case KITH_AGREEMENT_NONE:
      kith_wording_add (self->wording, "%s", _ ("There is no data-sharing agreement."));
      return answer (self, KITH_CONDITION_NOT_MET);
    case KITH_AGREEMENT_UNRECORDED:
    default:
      kith_wording_add (self->wording, "%s",
                        _ ("Nobody has recorded whether there is a data-sharing agreement."));
      return answer (self, KITH_CONDITION_UNRECORDED);
    }
}

static gboolean
has_id (GHashTable *ids, gint64 id)
{
  return id != KITH_INT_NONE && g_hash_table_contains (ids, GSIZE_TO_POINTER (id));
}

/* In post at a member, or who carries it. */
static gboolean
is_of_it (const Looking *self, gint64 person_id)
{
  const KithArrangement *row = self->in->record;
  const KithPost *posts =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n;
  const guint *held = kith_row_index_find (self->record->posts->posts, person_id, &n);

  if ((row->lead_person_id == person_id || row->coordinator_id == person_id ||
       row->deputy_id == person_id) &&
      kith_holders_is_in_post (self->record->holders, person_id))
    return TRUE;
  for (guint p = 0; p < n; p++)
    if (kith_posts_holds (self->record->posts, &posts[held[p]]) &&
        (has_id (self->schools, posts[held[p]].urn) ||
         has_id (self->organisations, posts[held[p]].organisation_id)))
      return TRUE;
  return FALSE;
}

static gboolean
is_member (const Looking *self, const KithStrong *strong)
{
  switch (strong->kind)
    {
    case KITH_HELPER_SCHOOL:
      return has_id (self->schools, strong->id);
    case KITH_HELPER_ORGANISATION:
      return has_id (self->organisations, strong->id);
    case KITH_HELPER_PERSON:
    default:
      return is_of_it (self, strong->id);
    }
}

/* Whether somebody in it other than the school that needs it is strong at the area. */
static gboolean
is_located (const Looking *self, guint area, gint64 urn)
{
  guint n;
  const KithStrong *strong = kith_strengths_get_strong (self->record->strengths, area, &n);

  for (guint s = 0; s < n; s++)
    if (!(strong[s].kind == KITH_HELPER_SCHOOL && strong[s].id == urn) &&
        is_member (self, &strong[s]))
      return TRUE;
  return FALSE;
}

static void
add_area (GPtrArray *areas, const char *area)
{
  if (!g_ptr_array_find_with_equal_func (areas, area, g_str_equal, NULL))
    g_ptr_array_add (areas, (gpointer)area);
}

/* What its members need, in @lacking what of it nobody else in it is strong at. */
static guint
list_needs (const Looking *self, GPtrArray *lacking)
{
  const KithStrengths *strengths = self->record->strengths;
  guint n_needs = 0;

  for (guint m = 0; m < self->in->n_schools; m++)
    {
      guint n;
      const KithNeeded *needs = kith_strengths_get_needs (strengths, self->in->members[m].urn, &n);

      for (guint i = 0; i < n; i++)
        {
          if (kith_strengths_is_trust (strengths, needs[i].area))
            continue;
          n_needs++;
          if (!is_located (self, needs[i].area, needs[i].urn))
            add_area (lacking, kith_strengths_get_area (strengths, needs[i].area));
        }
    }
  return n_needs;
}

/* What anybody in it is strong at. */
static GPtrArray *
list_strong_areas (const Looking *self)
{
  const KithStrengths *strengths = self->record->strengths;
  GPtrArray *areas = g_ptr_array_new ();
  gsize n;
  const KithExpertise *rows = kith_ledger_get_rows (self->record->ledger, KITH_TABLE_EXPERTISE, &n);

  for (gsize r = 0; r < n; r++)
    {
      guint area = kith_strengths_find_area (strengths, rows[r].area), n_strong;
      const KithStrong *strong =
          area == KITH_AREA_NONE ? NULL : kith_strengths_get_strong (strengths, area, &n_strong);

      for (guint s = 0; strong != NULL && s < n_strong; s++)
        if (strong[s].record == &rows[r] && is_member (self, &strong[s]))
          add_area (areas, kith_strengths_get_area (strengths, area));
    }
  return areas;
}

static char *
dup_list (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return kith_text_dup_list ((const char *const *)words->pdata);
}

/* Strengths on record, and one for each need of a member. */
static KithCondition
look_at_expertise (Looking *self)
{
  g_autoptr (GPtrArray) strong = list_strong_areas (self), lacking = g_ptr_array_new ();
  guint n_needs = list_needs (self, lacking), n_lacking = lacking->len, n_strong = strong->len;
  g_autofree char *strong_words = dup_list (strong), *lacking_words = dup_list (lacking);

  if (n_strong == 0)
    {
      kith_wording_add (self->wording, "%s", _ ("No strength of a member is recorded."));
      return answer (self, KITH_CONDITION_UNRECORDED);
    }
  kith_wording_add (self->wording, _ ("Strengths on record: %s."), strong_words);
  if (n_lacking > 0)
    {
      kith_wording_add (self->wording,
                        _ ("Members need help that nobody else in it is recorded "
                           "to be strong at: %s."),
                        lacking_words);
      return answer (self, KITH_CONDITION_NOT_MET);
    }
  if (n_needs > 0)
    kith_wording_add (self->wording, "%s",
                      _ ("Each need of a member is met by somebody else in it."));
  else
    kith_wording_add (self->wording, "%s", _ ("No need of a member is recorded."));
  return answer (self, KITH_CONDITION_MET);
}

/* The titles of the posts that a person holds. */
static void
add_titles (const Looking *self, gint64 person_id, GPtrArray *titles)
{
  const KithPost *posts =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n;
  const guint *held = kith_row_index_find (self->record->posts->posts, person_id, &n);

  for (guint p = 0; p < n; p++)
    {
      const KithPost *post = &posts[held[p]];
      gboolean is_known = kith_text_is_blank (post->title);

      for (guint t = 0; t < titles->len; t++)
        is_known = is_known || g_ascii_strcasecmp (titles->pdata[t], post->title) == 0;
      if (!is_known && kith_posts_holds (self->record->posts, post))
        g_ptr_array_add (titles, (gpointer)post->title);
    }
}

/* Those who took part in a contact under it lately. */
static void
add_titles_of_contacts (const Looking *self, GPtrArray *titles)
{
  const KithRecord *record = self->record;
  KithDate after = kith_date_add_months (record->as_at, -(int)record->settings->engaged_months);
  const KithContact *contacts =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT, &(gsize){ 0 });
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  guint n_contacts, n;
  const guint *under = kith_row_index_find (record->contacts, self->in->record->id, &n_contacts);

  for (guint c = 0; c < n_contacts; c++)
    {
      const KithContact *contact = &contacts[under[c]];
      const guint *parties =
          kith_encounters_get_parties (kith_radar_get_encounters (record->radar), contact, &n);

      if (contact->date <= after || contact->date > record->as_at)
        continue;
      for (guint p = 0; p < n; p++)
        if (rows[parties[p]].person_id != KITH_INT_NONE)
          add_titles (self, rows[parties[p]].person_id, titles);
    }
}

/* People in two different posts or more carry it, or took part lately. */
static KithCondition
look_at_levels (Looking *self)
{
  const KithHolding *holding = kith_holders_get (self->record->holders, self->arrangement);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *words = NULL;
  guint n;

  for (guint p = 0; p < holding->n_people; p++)
    add_titles (self, holding->people[p], titles);
  add_titles_of_contacts (self, titles);
  n = titles->len;
  words = dup_list (titles);
  if (n == 0)
    {
      kith_wording_add (self->wording, "%s",
                        _ ("No post of anybody who carries it or took part is recorded."));
      return answer (self, KITH_CONDITION_UNRECORDED);
    }
  kith_wording_add (self->wording, _ ("Who carries it or took part in the last %u months: %s."),
                    self->record->settings->engaged_months, words);
  return answer (self, n > 1 ? KITH_CONDITION_MET : KITH_CONDITION_NOT_MET);
}

static void
add_name (GPtrArray *names, const char *name)
{
  g_ptr_array_add (names, (gpointer)(name != NULL ? name : _ ("somebody without a name")));
}

static void
add_leading_schools (const Looking *self, GPtrArray *names)
{
  const KithRecord *record = self->record;
  gint64 lead_urn = self->in->record->lead_urn;
  guint lead = kith_network_find_school (record->network, lead_urn);

  if (lead_urn != KITH_INT_NONE)
    add_name (names, lead != KITH_INDEX_NONE ? kith_record_get_name (record, lead) : NULL);
  for (guint m = 0; m < self->in->n_schools; m++)
    {
      const KithNetworkMember *member = &self->in->members[m];

      if (member->urn != lead_urn &&
          (g_strcmp0 (member->role, "lead") == 0 || g_strcmp0 (member->role, "hub") == 0))
        add_name (names, kith_record_get_name (record, member->school));
    }
}

/* Whoever leads, co-ordinates or is deputy, people that have left aside: two or more. */
static KithCondition
look_at_leaders (Looking *self)
{
  const KithArrangement *row = self->in->record;
  KithLedger *ledger = self->record->ledger;
  const KithHolding *holding = kith_holders_get (self->record->holders, self->arrangement);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *words = NULL;
  guint n;

  for (guint p = 0; p < holding->n_people; p++)
    {
      const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, holding->people[p]);

      add_name (names, person != NULL ? person->name : NULL);
    }
  add_leading_schools (self, names);
  if (row->lead_organisation_id != KITH_INT_NONE)
    {
      const KithOrganisation *organisation =
          kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, row->lead_organisation_id);

      add_name (names, organisation != NULL ? organisation->name : NULL);
    }
  if (row->lead_la != KITH_INT_NONE)
    {
      const KithAuthority *authority =
          kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, row->lead_la);

      add_name (names, authority != NULL ? authority->name : NULL);
    }
  n = names->len;
  words = dup_list (names);
  if (n == 0)
    {
      kith_wording_add (self->wording, "%s", _ ("Nobody is recorded to lead it."));
      return answer (self, KITH_CONDITION_UNRECORDED);
    }
  kith_wording_add (self->wording, _ ("Led, co-ordinated or deputised for by %s."), words);
  if (holding->is_coordinator_gone)
    kith_wording_add (self->wording, "%s", _ ("Its co-ordinator has left every post."));
  return answer (self, n > 1 ? KITH_CONDITION_MET : KITH_CONDITION_NOT_MET);
}

static void
list_members (Looking *self)
{
  self->schools = g_hash_table_new (NULL, NULL);
  self->organisations = g_hash_table_new (NULL, NULL);
  for (guint m = 0; m < self->in->n_members; m++)
    {
      const KithNetworkMember *member = &self->in->members[m];

      if (member->urn != KITH_INT_NONE)
        g_hash_table_add (self->schools, GSIZE_TO_POINTER (member->urn));
      else
        g_hash_table_add (self->organisations, GSIZE_TO_POINTER (member->organisation_id));
    }
  if (self->in->record->lead_organisation_id != KITH_INT_NONE)
    g_hash_table_add (self->organisations,
                      GSIZE_TO_POINTER (self->in->record->lead_organisation_id));
}

/**
 * kith_conditions_read:
 * @roll: the roll
 * @arrangement: index in its network, of one with a row
 * @wording: keeps the evidence
 * @conditions: (out caller-allocates): what the record shows of each
 *
 * What makes a Family of schools work, after the Greater Manchester Challenge: a shared commitment
 * (an objective, and more schools engaged than silent), shared data (an agreement in force),
 * expertise located (strengths on record, one for each need), people at several levels (two
 * different posts among those who carry it or took part), several leaders (two or more). What
 * nobody has recorded is neither met nor not met.
 */
void
kith_conditions_read (const KithRoll *roll,
                      guint arrangement,
                      KithWording *wording,
                      KithCondition conditions[static KITH_N_CONDITIONS])
{
  const KithRecord *record = kith_roll_get_record (roll);
  Looking self = {
    .roll = roll,
    .record = record,
    .arrangement = arrangement,
    .in = &record->arrangements[arrangement],
    .wording = wording,
  };

  list_members (&self);
  conditions[KITH_CONDITION_COMMITMENT] = look_at_commitment (&self);
  conditions[KITH_CONDITION_DATA] = look_at_data (&self);
  conditions[KITH_CONDITION_EXPERTISE] = look_at_expertise (&self);
  conditions[KITH_CONDITION_LEVELS] = look_at_levels (&self);
  conditions[KITH_CONDITION_LEADERS] = look_at_leaders (&self);
  g_hash_table_unref (self.schools);
  g_hash_table_unref (self.organisations);
}
