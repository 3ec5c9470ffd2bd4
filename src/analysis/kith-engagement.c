/* kith-engagement.c: whom an arrangement reaches, and whom it does not
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-engagement.h"
#include "kith-finding-private.h"

#include <stdlib.h>
#include <string.h>

/* One that is to be everywhere near; a trust, a Family or a pair is not, and there a school that
   is no member is no gap. */
static gboolean
serves_patch (KithKind kind)
{
  switch (kind)
    {
    case KITH_KIND_HUB:
    case KITH_KIND_TEACHING_SCHOOL_ALLIANCE:
    case KITH_KIND_AREA_PARTNERSHIP:
    case KITH_KIND_CLUSTER:
    case KITH_KIND_ZONE:
    case KITH_KIND_STEERING_GROUP:
    case KITH_KIND_LEARNING_PARTNERSHIP:
    case KITH_KIND_WORK_STRAND:
    case KITH_KIND_PROGRAMME:
    case KITH_KIND_OTHER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* An arrangement, which phases it has, and where its patch is. */
typedef struct
{
  const KithRecord *record;
  const KithNetworkArrangement *in;
  guint lead;
  GHashTable *guests; /* of each school in a contact under it, the latest day */
  gboolean phases[KITH_N_PHASES];
  char **areas; /* (nullable): the recorded patch, as keys */
  KithPlace centre;
} Reaching;

static void
note_phases (Reaching *self)
{
  for (guint m = 0; m < self->in->n_schools; m++)
    self->phases[kith_phase_get_compared (
        self->record->schools[self->in->members[m].school].phase)] = TRUE;
}

/* Members in scope stand first, by school. */
static gboolean
is_reached (const Reaching *self, guint school)
{
  guint low = 0, high = self->in->n_schools;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->in->members[middle].school < school)
        low = middle + 1;
      else
        high = middle;
    }
  return school == self->lead ||
         (low < self->in->n_schools && self->in->members[low].school == school);
}

static void
note_contacts (Reaching *self)
{
  const KithRecord *record = self->record;
  const KithEncounters *encounters = kith_radar_get_encounters (record->radar);
  const KithContact *contacts =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT, &(gsize){ 0 });
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  guint n_contacts, n;
  const guint *under = kith_row_index_find (record->contacts, self->in->record->id, &n_contacts);

  for (guint c = 0; c < n_contacts; c++)
    {
      const KithContact *contact = &contacts[under[c]];
      const guint *parties = kith_encounters_get_parties (encounters, contact, &n);

      for (guint p = 0; p < n && contact->date <= record->as_at; p++)
        {
          gpointer school =
              GUINT_TO_POINTER (kith_network_find_school (record->network, rows[parties[p]].urn));
          KithDate known = GPOINTER_TO_UINT (g_hash_table_lookup (self->guests, school));

          if (contact->date > known)
            g_hash_table_insert (self->guests, school, GUINT_TO_POINTER (contact->date));
        }
    }
}

static int
compare_metres (const void *a, const void *b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

/* The lead's place, else the mean of its placed members'. */
static KithPatch
find_centre (Reaching *self)
{
  const KithNetworkSchool *schools = self->record->schools;
  double x = 0, y = 0;
  guint n = 0;

  if (self->lead != KITH_INDEX_NONE && kith_place_is_known (schools[self->lead].place))
    {
      self->centre = schools[self->lead].place;
      return KITH_PATCH_AROUND;
    }
  for (guint m = 0; m < self->in->n_schools; m++)
    {
      KithPlace place = schools[self->in->members[m].school].place;

      if (!kith_place_is_known (place))
        continue;
      x += place.x;
      y += place.y;
      n++;
    }
  self->centre = (KithPlace){ x / n, y / n };
  return n > 0 ? KITH_PATCH_MIDDLE : KITH_PATCH_NONE;
}

/* The distance that holds the settings' share of its placed members; NaN where it has none. */
static double
find_patch_metres (const Reaching *self)
{
  g_autofree double *metres = g_new (double, self->in->n_schools + 1);
  double share = self->record->settings->patch_share;
  guint n = 0, needed;

  for (guint m = 0; m < self->in->n_schools; m++)
    {
      KithPlace place = self->record->schools[self->in->members[m].school].place;

      if (kith_place_is_known (place))
        metres[n++] = kith_place_get_metres (self->centre, place);
    }
  if (n == 0)
    return NAN;
  qsort (metres, n, sizeof *metres, compare_metres);
  needed = (guint)ceil (share * n - 1e-9); /* nine tenths of ten are nine */
  return metres[CLAMP (needed, 1, n) - 1];
}

/* "850;Guildford": codes of authorities, or names of districts or authorities */
static char **
dup_areas (const char *patch)
{
  char **areas = g_strsplit (patch, ";", -1);

  for (guint a = 0; areas[a] != NULL; a++)
    {
      char *key = kith_text_dup_key (areas[a]);

      g_free (areas[a]);
      areas[a] = key;
    }
  return areas;
}

static gboolean
is_called (const char *name, const char *key)
{
  g_autofree char *own = kith_text_dup_key (name);

  return *own != '\0' && strcmp (own, key) == 0;
}

static gboolean
is_in_areas (const Reaching *self, guint school)
{
  const KithNetworkSchool *at = &self->record->schools[school];

  for (guint a = 0; self->areas[a] != NULL; a++)
    {
      gint64 code;

      if (kith_text_parse_int (self->areas[a], -1, &code) && code != KITH_INT_NONE
              ? code == at->la
              : is_called (at->record->district, self->areas[a]) ||
                    is_called (kith_network_get_authority (self->record->network, school),
                               self->areas[a]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_patch (const Reaching *self, guint school, double metres)
{
  KithPlace place = self->record->schools[school].place;

  if (self->record->schools[school].phase == KITH_PHASE_OTHER ||
      !self->phases[kith_phase_get_compared (self->record->schools[school].phase)])
    return FALSE;
  if (self->areas != NULL)
    return is_in_areas (self, school);
  return fabs (place.x - self->centre.x) <= metres && /* not where it is not placed */
         kith_place_get_metres (self->centre, place) <= metres;
}

static void
look_around (Reaching *self, KithEngagement *engagement, GArray *not_reached)
{
  for (guint i = 0; i < self->record->n_schools; i++)
    {
      KithNotReached found = { .school = i };

      if (!is_in_patch (self, i, engagement->patch_metres))
        continue;
      engagement->n_patch++;
      if (is_reached (self, i))
        continue;
      found.last_contact =
          GPOINTER_TO_UINT (g_hash_table_lookup (self->guests, GUINT_TO_POINTER (i)));
      engagement->n_not_reached++;
      engagement->n_guests += found.last_contact != KITH_DATE_UNKNOWN;
      if (not_reached != NULL)
        g_array_append_val (not_reached, found);
    }
}

static void
measure_patch (const KithRecord *record,
               const KithNetworkArrangement *in,
               KithEngagement *engagement,
               GArray *not_reached)
{
  gboolean is_recorded = !kith_text_is_blank (in->record->patch);
  Reaching self = { .record = record, .in = in, .lead = engagement->lead };

  if (in->n_schools == 0 || (!is_recorded && !serves_patch (in->kind)))
    return;
  engagement->patch = is_recorded ? KITH_PATCH_RECORDED : find_centre (&self);
  if (engagement->patch == KITH_PATCH_NONE)
    return;
  if (is_recorded)
    self.areas = dup_areas (in->record->patch);
  else
    engagement->patch_metres = find_patch_metres (&self);
  self.guests = g_hash_table_new (NULL, NULL);
  note_phases (&self);
  note_contacts (&self);
  look_around (&self, engagement, not_reached);
  g_hash_table_unref (self.guests);
  g_strfreev (self.areas);
}

/**
 * kith_engagement_is_engaged:
 * @roll: the roll
 * @member: of one of its network's arrangements
 *
 * Returns: whether a contact under the arrangement in the last engaged.months names it
 */
gboolean
kith_engagement_is_engaged (const KithRoll *roll, const KithNetworkMember *member)
{
  const KithRecord *record = kith_roll_get_record (roll);

  return member->last_contact >
         kith_date_add_months (record->as_at, -(int)record->settings->engaged_months);
}

/**
 * kith_engagement_find_lead:
 * @network: the whole system as at one date
 * @arrangement: index
 *
 * Returns: index of the school that leads it: the one recorded as its lead, else a member with
 *   the role hub, else one with the role lead; or %KITH_INDEX_NONE
 */
guint
kith_engagement_find_lead (const KithNetwork *network, guint arrangement)
{
  static const char *const roles[] = { "hub", "lead" };
  const KithNetworkArrangement *in =
      &kith_network_get_arrangements (network, &(guint){ 0 })[arrangement];

  if (in->record != NULL && in->record->lead_urn != KITH_INT_NONE)
    {
      guint school = kith_network_find_school (network, in->record->lead_urn);

      if (school != KITH_INDEX_NONE)
        return school;
    }
  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    for (guint m = 0; m < in->n_members; m++)
      if (in->members[m].school != KITH_INDEX_NONE &&
          g_strcmp0 (in->members[m].role, roles[r]) == 0)
        return in->members[m].school;
  return KITH_INDEX_NONE;
}

/**
 * kith_engagement_measure:
 * @roll: the roll
 * @arrangement: index in its network
 * @not_reached: (nullable) (element-type KithNotReached): takes the schools that are not reached,
 *   by URN
 *
 * The patch is what is recorded: codes of authorities, or names of districts or authorities. Else
 * it is the schools within the distance, from the school that leads it or from the middle of its
 * members, that holds patch.share of those that are placed; so it is for kinds that are there for
 * everybody near, and not for a trust, a Family, a pairing, a research group, a peer review or an
 * affiliation. All-through schools count as secondary, and one without a phase is of none. The lead
 * is reached, member or not. Without a member in scope nobody knows its phases, and there is no
 * patch.
 *
 * Cost: its members, and for one with a patch O(n) over the schools.
 *
 * Returns: its reach
 */
KithEngagement
kith_engagement_measure (const KithRoll *roll, guint arrangement, GArray *not_reached)
{
  const KithRecord *record = kith_roll_get_record (roll);
  const KithNetworkArrangement *in = &record->arrangements[arrangement];
  KithEngagement engagement = {
    .lead = kith_engagement_find_lead (record->network, arrangement),
    .n_schools = in->n_schools,
    .n_others = in->n_members - in->n_schools,
    .has_contacts = in->has_contacts,
    .patch_metres = NAN,
  };

  for (guint m = 0; m < in->n_members; m++)
    {
      gboolean is_engaged = kith_engagement_is_engaged (roll, &in->members[m]);

      if (m >= in->n_schools)
        engagement.n_others_engaged += is_engaged;
      else if (is_engaged)
        engagement.n_engaged++;
      else
        engagement.n_silent++;
    }
  if (in->record != NULL)
    measure_patch (record, in, &engagement, not_reached);
  return engagement;
}
