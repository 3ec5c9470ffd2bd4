/* kith-paths.c: who can help a school, and who can introduce it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-paths.h"
#include "kith-routes.h"
#include "kith-travel.h"

#include <glib/gi18n.h>

/* Answers point into helpers, whose texts belong to the wording. */
struct _KithPaths
{
  KithRoll *roll;
  const KithRecord *record;
  guint school;
  KithWording *wording;
  GArray *help;     /* of KithHelp */
  GPtrArray *lists; /* of GArray of KithHelper, one for each */
};

static const char *
get_arrangement_name (const KithPaths *self, guint arrangement)
{
  const KithNetworkArrangement *at = &self->record->arrangements[arrangement];

  return at->name != NULL ? at->name : _ (kith_kind_get_info (at->kind)->words);
}

static const char *
get_helper_name (const KithPaths *self, KithHelperKind kind, gint64 id)
{
  KithLedger *ledger = self->record->ledger;
  const KithSchool *school;
  const KithPerson *person;
  const KithOrganisation *organisation;

  switch (kind)
    {
    case KITH_HELPER_SCHOOL:
      school = kith_ledger_find (ledger, KITH_TABLE_SCHOOL, id);
      return school != NULL && school->name != NULL ? school->name : _ ("a school without a name");
    case KITH_HELPER_PERSON:
      person = kith_ledger_find (ledger, KITH_TABLE_PERSON, id);
      return person != NULL && person->name != NULL ? person->name : _ ("a person without a name");
    default:
      organisation = kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, id);
      return organisation != NULL && organisation->name != NULL
                 ? organisation->name
                 : _ ("an organisation without a name");
    }
}

/* The first post that somebody holds, where a role says nothing of a place. */
static void
find_post (const KithPaths *self, gint64 person_id, gint64 *urn, gint64 *organisation_id)
{
  const KithPosts *posts = self->record->posts;
  const KithPost *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (posts->posts, person_id, &n);

  for (guint i = 0; i < n; i++)
    if (kith_posts_holds (posts, &rows[found[i]]))
      {
        *urn = rows[found[i]].urn;
        *organisation_id = rows[found[i]].organisation_id;
        return;
      }
}

static void
place_helper (const KithPaths *self, const KithEnd *end, KithHelper *helper)
{
  gint64 urn = end->at_urn, organisation_id = end->at_organisation;
  guint school;

  if (helper->strong->kind == KITH_HELPER_PERSON && urn == KITH_INT_NONE &&
      organisation_id == KITH_INT_NONE)
    find_post (self, helper->strong->id, &urn, &organisation_id);
  if (urn != KITH_INT_NONE)
    helper->at = get_helper_name (self, KITH_HELPER_SCHOOL, urn);
  else if (organisation_id != KITH_INT_NONE)
    helper->at = get_helper_name (self, KITH_HELPER_ORGANISATION, organisation_id);
  helper->urn = helper->strong->kind == KITH_HELPER_SCHOOL ? helper->strong->id : urn;
  school = kith_network_find_school (self->record->network, helper->urn);
  helper->minutes = school == KITH_INDEX_NONE
                        ? NAN
                        : kith_travel_get_minutes (self->record->schools[self->school].place,
                                                   self->record->schools[school].place);
}

static const char *
get_part_words (KithPart part)
{
  static const char *const words[] = { N_ ("a member"), N_ ("the lead"), N_ ("the co-ordinator"),
                                       N_ ("the deputy") };

  return _ (words[part]);
}

/* Where a person is in post who can be met there, in the words of the way. */
static const char *
get_end_place (const KithPaths *self, const KithEnd *end)
{
  if (end->at_urn != KITH_INT_NONE)
    return get_helper_name (self, KITH_HELPER_SCHOOL, end->at_urn);
  return end->at_organisation != KITH_INT_NONE
             ? get_helper_name (self, KITH_HELPER_ORGANISATION, end->at_organisation)
             : NULL;
}

/* “Willow Court is in SEND hub with Pond Street.”, one introduction away. */
static void
say_direct (const KithPaths *self, const KithWay *way, const char *name)
{
  const char *own = kith_record_get_name (self->record, self->school);
  const char *in = get_arrangement_name (self, way->route.first);
  const char *at = get_end_place (self, way->end);

  if (at != NULL)
    kith_wording_add (self->wording, _ ("%s works at %s, which is in %s with %s."), name, at, in,
                      own);
  else if (way->end->part == KITH_PART_MEMBER)
    kith_wording_add (self->wording, _ ("%s is in %s with %s."), name, in, own);
  else
    kith_wording_add (self->wording, _ ("%s is %s of %s, which %s is in."), name,
                      get_part_words (way->end->part), in, own);
}

static void
say_introduced (const KithPaths *self, const KithWay *way, const char *name)
{
  const char *own = kith_record_get_name (self->record, self->school);
  const char *between = kith_record_get_name (self->record, way->route.between);
  const char *first = get_arrangement_name (self, way->route.first);
  const char *second = get_arrangement_name (self, way->route.second);
  const char *at = get_end_place (self, way->end);

  kith_wording_add (self->wording, _ ("%s, which is in %s with %s, can introduce it."), between,
                    first, own);
  if (at != NULL)
    kith_wording_add (self->wording, _ ("It is in %s with %s, where %s works."), second, at, name);
  else if (way->end->part == KITH_PART_MEMBER)
    kith_wording_add (self->wording, _ ("It is in %s with %s."), second, name);
  else
    kith_wording_add (self->wording, _ ("It is in %s, of which %s is %s."), second, name,
                      get_part_words (way->end->part));
}

static KithRoute
tell_way (const KithPaths *self, const KithWay *way, const char *name)
{
  KithRoute route = way->route;

  if (route.n_introductions == 1)
    say_direct (self, way, name);
  else if (route.n_introductions == 2)
    say_introduced (self, way, name);
  route.words = kith_wording_keep (self->wording);
  return route;
}

static int
compare_doubles (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_helpers (const void *a, const void *b)
{
  const KithHelper *one = a, *other = b;
  int order = (int)one->route.n_introductions - (int)other->route.n_introductions;

  if (order == 0)
    order = compare_doubles (other->route.strength, one->route.strength);
  if (order == 0)
    order = isnan (one->minutes) - isnan (other->minutes);
  if (order == 0 && !isnan (one->minutes))
    order = compare_doubles (one->minutes, other->minutes);
  return order != 0 ? order : (one->strong > other->strong) - (one->strong < other->strong);
}

static GArray *
list_helpers (KithPaths *self, KithRoutes *routes, const KithStrong *strong, guint n)
{
  GArray *helpers = g_array_new (FALSE, FALSE, sizeof (KithHelper));
  gint64 own = self->record->schools[self->school].record->urn;

  for (guint s = 0; s < n; s++)
    {
      KithHelper helper = { .strong = &strong[s], .urn = KITH_INT_NONE };
      KithWay best, other;

      if (strong[s].kind == KITH_HELPER_SCHOOL && strong[s].id == own)
        continue;
      if (!kith_routes_find (routes, &strong[s], &best, &other))
        continue;
      helper.name = get_helper_name (self, strong[s].kind, strong[s].id);
      helper.route = tell_way (self, &best, helper.name);
      helper.other = tell_way (self, &other, helper.name);
      place_helper (self, best.end, &helper);
      g_array_append_val (helpers, helper);
    }
  g_array_sort (helpers, compare_helpers);
  return helpers;
}

static const char *
tell_answer (KithPaths *self, const KithHelp *help)
{
  char number[KITH_NUMBER_SIZE];

  if (help->n_helpers == 0)
    kith_wording_add (self->wording,
                      _ ("Nobody within two introductions of %s is recorded as strong at %s."),
                      kith_record_get_name (self->record, self->school), help->area);
  else
    kith_wording_add (
        self->wording,
        g_dngettext (NULL, "%s within two introductions of %s is recorded as strong at %s.",
                     "%s within two introductions of %s are recorded as strong at %s.",
                     help->n_helpers),
        kith_number_format (help->n_helpers, TRUE, number),
        kith_record_get_name (self->record, self->school), help->area);
  if (help->n_further > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%s other is, and nobody on record can introduce it.",
                                   "%s others are, and nobody on record can introduce it.",
                                   help->n_further),
                      kith_number_format (help->n_further, TRUE, number));
  return kith_wording_keep (self->wording);
}

static void
add_area (KithPaths *self, KithRoutes *routes, guint area, const char *text, const KithNeed *need)
{
  guint n = 0, n_own = 0;
  gint64 own = self->record->schools[self->school].record->urn;
  const KithStrong *strong =
      area == KITH_AREA_NONE ? NULL : kith_strengths_get_strong (self->record->strengths, area, &n);
  GArray *helpers = list_helpers (self, routes, strong, n);
  KithHelp help = { .area = text, .need = need };

  for (guint s = 0; s < n; s++)
    n_own += strong[s].kind == KITH_HELPER_SCHOOL && strong[s].id == own;
  help.helpers = (const KithHelper *)helpers->data;
  help.n_helpers = helpers->len;
  help.n_further = n - helpers->len - n_own;
  help.words = tell_answer (self, &help);
  g_ptr_array_add (self->lists, helpers);
  g_array_append_val (self->help, help);
}

/* The area as somebody asked for it, needed or not. */
static void
add_asked (KithPaths *self, KithRoutes *routes, const char *text)
{
  const KithStrengths *strengths = self->record->strengths;
  guint area = kith_strengths_find_area (strengths, text), n;
  const KithNeeded *needs =
      kith_strengths_get_needs (strengths, self->record->schools[self->school].record->urn, &n);
  const KithNeed *need = NULL;

  for (guint i = 0; i < n; i++)
    if (needs[i].area == area)
      need = needs[i].record;
  if (area != KITH_AREA_NONE)
    text = kith_strengths_get_area (strengths, area);
  kith_wording_join (self->wording, "%s", text);
  add_area (self, routes, area, kith_wording_keep (self->wording), need);
}

static void
add_needs (KithPaths *self, KithRoutes *routes)
{
  const KithStrengths *strengths = self->record->strengths;
  guint n;
  const KithNeeded *needs =
      kith_strengths_get_needs (strengths, self->record->schools[self->school].record->urn, &n);

  for (guint i = 0; i < n; i++)
    if (!kith_strengths_is_trust (strengths, needs[i].area))
      add_area (self, routes, needs[i].area, kith_strengths_get_area (strengths, needs[i].area),
                needs[i].record);
}

/**
 * kith_paths_new:
 * @roll: the roll call at the date
 * @urn: of a school in scope, home or not
 * @area: (nullable): what help is sought with; %NULL for each current need, "Seeking a trust"
 *   aside
 * @is_own_trust_left_out: whether its own trust, and ways through it, do not count
 *
 * Finds who is strong at it within two introductions (METHODS, sections 3 and 4: as finding 10
 * reads them), and the ways there. Cost: for each who is strong at it, the memberships of the
 * schools tied to the school.
 *
 * Returns: (transfer full) (nullable): the answers; %NULL where the school is not in the roll's
 *   network
 */
KithPaths *
kith_paths_new (KithRoll *roll, gint64 urn, const char *area, gboolean is_own_trust_left_out)
{
  guint school = kith_network_find_school (kith_roll_get_network (roll), urn);
  g_autoptr (KithRoutes) routes = NULL;
  KithPaths *self;

  if (school == KITH_INDEX_NONE)
    return NULL;
  self = g_new0 (KithPaths, 1);
  self->roll = kith_roll_ref (roll);
  self->record = kith_roll_get_record (roll);
  self->school = school;
  self->wording = kith_wording_new ();
  self->help = g_array_new (FALSE, FALSE, sizeof (KithHelp));
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  routes = kith_routes_new (self->record, school, is_own_trust_left_out);
  if (area != NULL)
    add_asked (self, routes, area);
  else
    add_needs (self, routes);
  return self;
}

/**
 * kith_paths_free:
 * @self: (transfer full) (nullable): answers
 */
void
kith_paths_free (KithPaths *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lists);
  g_array_unref (self->help);
  kith_wording_free (self->wording);
  kith_roll_unref (self->roll);
  g_free (self);
}

/**
 * kith_paths_get:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): an answer for each area
 */
const KithHelp *
kith_paths_get (const KithPaths *self, guint *n)
{
  *n = self->help->len;
  return (const KithHelp *)self->help->data;
}
