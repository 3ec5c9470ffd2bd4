/* kith-repair.c: the fewest new links that leave no school alone, nor hanging on one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"
#include "kith-repair-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* Each school is offered links with so many of the nearest; with eight times as many as long as
   that leaves somebody in need. Of few schools all are looked at. */
#define NEAR 24
#define WIDER 8
#define FEW_SCHOOLS 250

/* So many offers and schools at most go to the exact search. */
#define MOST_EXACT_OFFERS 200
#define MOST_EXACT_SCHOOLS 16

/* The public part first, so that one is the other. */
typedef struct
{
  KithRepair repair;
  KithRoll *roll;
  const KithRecord *record;
  const KithRepairOptions *options; /* only while it is made */
  KithRepairModel *model;
  KithRepairState *state; /* with all that was taken */
  KithWording *wording;
  GArray *links;
  GArray *unmended;
} Repair;

static const KithOffer *
get_offer (const Repair *self, guint offer)
{
  return &g_array_index (self->model->offers, KithOffer, offer);
}

static const char *
get_arrangement_name (const Repair *self, guint arrangement)
{
  const KithNetworkArrangement *at = &self->record->arrangements[arrangement];

  return at->name != NULL ? at->name : _ (kith_kind_get_info (at->kind)->words);
}

/* The one arrangement that ties a school to anybody. */
static guint
find_carrier (const Repair *self, guint school)
{
  const KithEdge *edges = kith_network_get_edges (self->record->network, &(guint){ 0 });
  guint n;
  const KithTied *tied = kith_network_get_tied (self->record->network, school, &n);

  return n == 0 ? KITH_INDEX_NONE : edges[tied[0].edge].arrangement;
}

static void
say_standing (Repair *self, guint school)
{
  const KithFooting *before = &self->model->footings[school];
  const char *name = kith_record_get_name (self->record, school);

  if (self->model->number[school] == 0)
    return;
  if (before->n_tied == 0)
    kith_wording_add (self->wording, _ ("%s works with no school at present."), name);
  else if (before->n_carriers == 1)
    kith_wording_add (self->wording, _ ("%s works with others only through %s."), name,
                      get_arrangement_name (self, find_carrier (self, school)));
  else
    kith_wording_add (self->wording, _ ("%s works only with %s."), name,
                      kith_record_get_name (self->record, before->tied));
}

/* Those who were alone in what somebody joins, or knew nobody else there. */
static void
say_helped (Repair *self, const KithGroup *group)
{
  for (guint m = 0; m < group->n_live && group->n_live <= 2; m++)
    if (group->n_live == 1 || self->model->footings[group->live[m]].n_tied < 2)
      say_standing (self, group->live[m]);
}

static void
say_room (Repair *self, const KithGroup *group)
{
  const KithNetworkArrangement *at = &self->record->arrangements[group->arrangement];
  char number[KITH_NUMBER_SIZE];

  kith_wording_add (
      self->wording,
      g_dngettext (NULL, "%s school is in it.", "%s schools are in it.", at->n_schools),
      kith_number_format (at->n_schools, TRUE, number));
  if (at->record->capacity == KITH_INT_NONE)
    kith_wording_add (self->wording, _ ("How many it can take is not recorded."));
  else
    kith_wording_add (self->wording, _ ("It can take %d."), (int)at->record->capacity);
}

static const char *
tell_why (Repair *self, const KithOffer *offer)
{
  double minutes = ceil (offer->minutes);

  kith_wording_add (
      self->wording,
      g_dngettext (NULL, "About %.0f minute away.", "About %.0f minutes away.", (gulong)minutes),
      minutes);
  say_standing (self, offer->school);
  if (offer->other != KITH_INDEX_NONE)
    say_standing (self, offer->other);
  else
    {
      const KithGroup *group = &g_array_index (self->model->groups, KithGroup, offer->group);

      say_helped (self, group);
      say_room (self, group);
    }
  return kith_wording_keep (self->wording);
}

/* Of a pairing the school in need comes first. */
static void
add_link (Repair *self, guint number)
{
  const KithOffer *offer = get_offer (self, number);
  KithNewLink link = { offer->school, offer->other, KITH_INDEX_NONE, offer->minutes };

  if (offer->other != KITH_INDEX_NONE && self->model->number[offer->school] == 0)
    {
      link.school = offer->other;
      link.other = offer->school;
    }
  if (link.other != KITH_INDEX_NONE)
    kith_wording_add (self->wording, _ ("%s and %s"),
                      kith_record_get_name (self->record, link.school),
                      kith_record_get_name (self->record, link.other));
  else
    {
      link.arrangement = g_array_index (self->model->groups, KithGroup, offer->group).arrangement;
      kith_wording_add (self->wording, _ ("%s joins %s"),
                        kith_record_get_name (self->record, link.school),
                        get_arrangement_name (self, link.arrangement));
    }
  link.name = kith_wording_keep (self->wording);
  link.why = tell_why (self, offer);
  g_array_append_val (self->links, link);
}

/* Where a school stands on the worklist; others come last. */
static guint
get_place (const Repair *self, guint school)
{
  guint n;
  const KithRollRow *rows = kith_roll_get_rows (self->roll, &n);
  const KithRollRow *row =
      school == KITH_INDEX_NONE
          ? NULL
          : kith_roll_find (self->roll, self->record->schools[school].record->urn);

  return row == NULL ? n : (guint)(row - rows);
}

static int
compare_links (const void *a, const void *b, gpointer data)
{
  const Repair *self = data;
  const KithNewLink *one = a, *other = b;
  guint x = MIN (get_place (self, one->school), get_place (self, one->other));
  guint y = MIN (get_place (self, other->school), get_place (self, other->other));

  if (x != y)
    return x < y ? -1 : 1;
  return (one->minutes > other->minutes) - (one->minutes < other->minutes);
}

static guint
get_need (const Repair *self, guint wanting)
{
  return MIN (kith_footing_get_lack (&self->model->footings[self->model->wanting[wanting]]),
              self->model->of_first[wanting + 1] - self->model->of_first[wanting]);
}

static const char *
tell_obstacle (Repair *self, guint wanting)
{
  double minutes = self->options->minutes;

  if (!kith_place_is_known (self->record->schools[self->model->wanting[wanting]].place))
    return _ ("It is not placed, so that no way can be measured.");
  if (get_need (self, wanting) == 0)
    kith_wording_add (self->wording, _ ("Nobody who may be linked with it is within %g minutes."),
                      minutes);
  else
    kith_wording_add (self->wording, _ ("There is no more room within %g minutes."), minutes);
  return kith_wording_keep (self->wording);
}

static guint
find_unmended (Repair *self)
{
  guint n_uncovered = 0;

  for (guint w = 0; w < self->model->n_wanting; w++)
    {
      guint school = self->model->wanting[w];
      const KithFooting *after = &self->state->footings[school];
      guint lack = kith_footing_get_lack (after);
      guint had = kith_footing_get_lack (&self->model->footings[school]);
      KithUnmended unmended = { school, after->n_tied == 0 };

      if (lack == 0)
        continue;
      n_uncovered += lack - MIN (lack, had - get_need (self, w));
      unmended.why = tell_obstacle (self, w);
      g_array_append_val (self->unmended, unmended);
    }
  return n_uncovered;
}

/* What holds of a school now, and would not with all the links. */
static void
say_cleared (Repair *self, const KithRoll *after, guint school)
{
  gint64 urn = self->record->schools[school].record->urn;
  const KithRollRow *row = kith_roll_find (self->roll, urn);
  const KithRollRow *then = kith_roll_find (after, urn);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint f = 0; row != NULL && then != NULL && f < row->n_findings; f++)
    {
      gboolean is_left = FALSE;

      for (guint g = 0; g < then->n_findings; g++)
        is_left = is_left || then->findings[g].code == row->findings[f].code;
      if (!is_left)
        g_ptr_array_add (words, (gpointer)kith_finding_get_words (row->findings[f].code));
    }
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  list = kith_text_dup_list ((const char *const *)words->pdata);
  kith_wording_add (self->wording, _ ("%s: %s."), kith_record_get_name (self->record, school),
                    list);
}

/* The register with all the links, looked at once more. */
static KithRoll *
make_roll (Repair *self, KithJob *job, GError **error)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (self->record->ledger);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;

  for (guint i = 0; i < self->links->len; i++)
    {
      KithProposal proposal = kith_repair_get_proposal (&self->repair, i);

      kith_proposal_put (changes, &proposal, self->record->as_at, TRUE);
    }
  ledger = kith_changeset_apply (changes, kith_ledger_get_head (self->record->ledger));
  kith_job_begin (job, _ ("Looking at what they clear"), 0.8, 0.9);
  network = kith_network_new (ledger, self->record->as_at, job, error);
  return network == NULL ? NULL : kith_roll_new (network, job, error);
}

static gboolean
tell_cleared (Repair *self, KithJob *job, GError **error)
{
  g_autoptr (KithRoll) after = make_roll (self, job, error);

  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < self->links->len; i++)
    {
      KithNewLink *link = &g_array_index (self->links, KithNewLink, i);

      say_cleared (self, after, link->school);
      if (link->other != KITH_INDEX_NONE)
        say_cleared (self, after, link->other);
      link->clears = kith_wording_keep (self->wording);
      if (*link->clears == '\0')
        link->clears = NULL;
    }
  return TRUE;
}

/* How it is now: what is only proposed mends nothing. */
static void
say_now (Repair *self)
{
  const KithRepair *repair = &self->repair;
  char number[KITH_NUMBER_SIZE];

  if (repair->n_isolated + repair->n_hanging == 0)
    kith_wording_add (self->wording,
                      _ ("Every school works with others, and none hangs on one link."));
  if (repair->n_isolated > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%s school works with no other.",
                                   "%s schools work with no other.", repair->n_isolated),
                      kith_number_format (repair->n_isolated, TRUE, number));
  if (repair->n_hanging > 0)
    kith_wording_add (
        self->wording,
        g_dngettext (NULL, "%s hangs on one link.", "%s hang on one link.", repair->n_hanging),
        kith_number_format (repair->n_hanging, TRUE, number));
}

static void
tell_result (Repair *self)
{
  KithRepair *repair = &self->repair;
  char number[KITH_NUMBER_SIZE], day[KITH_DATE_TEXT_SIZE + 8];

  say_now (self);
  if (self->model->n_wanting == 0 && repair->n_proposed > 0)
    kith_wording_add (self->wording, _ ("No further link is needed."));
  else if (self->model->n_wanting > 0 && repair->n_links == 0)
    kith_wording_add (self->wording, _ ("No new link is possible within these limits."));
  else if (repair->n_links > 0)
    {
      kith_wording_add (
          self->wording,
          g_dngettext (NULL, "%s new link would do.", "%s new links would do.", repair->n_links),
          kith_number_format (repair->n_links, TRUE, number));
      if (repair->is_exact)
        kith_wording_add (self->wording, _ ("Fewer will not."));
      else
        kith_wording_add (self->wording,
                          _ ("Fewer than %s will not; whether fewer would is not known."),
                          kith_number_format (repair->bound, FALSE, number));
    }
  if (repair->n_unmended > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%s school is left that these do not help.",
                                   "%s schools are left that these do not help.",
                                   repair->n_unmended),
                      kith_number_format (repair->n_unmended, TRUE, number));
  if (repair->n_proposed > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%s link that was proposed before counts as made.",
                                   "%s links that were proposed before count as made.",
                                   repair->n_proposed),
                      kith_number_format (repair->n_proposed, TRUE, number));
  repair->words = kith_wording_keep (self->wording);
  kith_wording_add (
      self->wording,
      _ ("As at %s. A school stands on two links when two arrangements tie it, and to two schools. "
         "A new link is a pairing, never of rivals, or the joining of an arrangement with room; "
         "its way is at most %g minutes (straight line × 1.3 at 40 km/h)."),
      kith_date_format (self->record->as_at, KITH_DATE_LONG, day), self->options->minutes);
  if (self->options->n_excluded > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%s school takes no part.", "%s schools take no part.",
                                   self->options->n_excluded),
                      kith_number_format (self->options->n_excluded, TRUE, number));
  if (self->options->n_refused > 0)
    kith_wording_add (self->wording,
                      g_dngettext (NULL, "%s link was refused.", "%s links were refused.",
                                   self->options->n_refused),
                      kith_number_format (self->options->n_refused, TRUE, number));
  repair->rules = kith_wording_keep (self->wording);
}

static GArray *
choose_offers (const KithRepairModel *model, gboolean *is_proved, KithJob *job, GError **error)
{
  gboolean is_small =
      model->offers->len <= MOST_EXACT_OFFERS && model->n_wanting <= MOST_EXACT_SCHOOLS;
  g_autoptr (GError) reason = NULL;
  GArray *taken = NULL;

  *is_proved = FALSE;
  if (is_small && kith_repair_model_is_whole (model))
    taken = kith_repair_find_exactly (model, job, is_proved, &reason);
  if (taken == NULL && reason == NULL)
    taken = kith_repair_find_greedily (model, job, &reason);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return taken;
}

static KithRepairState *
take_all (const KithRepairModel *model, const GArray *taken)
{
  KithRepairState *state = kith_repair_state_new (model);

  for (guint t = 0; t < taken->len; t++)
    kith_repair_state_take (state, g_array_index (taken, guint, t));
  return state;
}

/* Whether somebody is left in need who was not offered all that there is. */
static gboolean
is_too_narrow (const KithRepairModel *model, const KithRepairState *state)
{
  for (guint w = 0; w < model->n_wanting; w++)
    if (!model->is_whole[w] && kith_footing_get_lack (&state->footings[model->wanting[w]]) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
choose_links (Repair *self, KithJob *job, GError **error)
{
  KithNetwork *network = self->record->network;
  g_autoptr (GArray) taken = NULL;

  for (guint most = self->record->n_schools <= FEW_SCHOOLS ? G_MAXUINT : NEAR;; most *= WIDER)
    {
      g_clear_pointer (&self->state, kith_repair_state_free);
      g_clear_pointer (&self->model, kith_repair_model_free);
      g_clear_pointer (&taken, g_array_unref);
      self->model = kith_repair_model_new (network, self->options, most, job, error);
      if (self->model == NULL)
        return FALSE;
      taken = choose_offers (self->model, &self->repair.is_exact, job, error);
      if (taken == NULL)
        return FALSE;
      self->state = take_all (self->model, taken);
      if (!is_too_narrow (self->model, self->state))
        break;
    }
  for (guint t = 0; t < taken->len; t++)
    add_link (self, g_array_index (taken, guint, t));
  return TRUE;
}

/* As it is now: what is only proposed mends nothing. */
static void
count_now (Repair *self, KithNetwork *network)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  g_autofree KithFooting *footings = kith_footings_new (network);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_asked = schools[i].is_home && kith_footing_get_lack (&footings[i]) > 0;

      for (guint e = 0; e < self->options->n_excluded; e++)
        is_asked = is_asked && self->options->excluded[e] != schools[i].record->urn;
      self->repair.n_isolated += is_asked && footings[i].n_tied == 0;
      self->repair.n_hanging += is_asked && footings[i].n_tied > 0;
    }
}

static void
conclude (Repair *self)
{
  KithRepair *repair = &self->repair;
  guint n_uncovered = find_unmended (self), bound = kith_repair_find_bound (self->model);

  g_array_sort_with_data (self->links, compare_links, self);
  repair->links = (const KithNewLink *)self->links->data;
  repair->n_links = self->links->len;
  repair->unmended = (const KithUnmended *)self->unmended->data;
  repair->n_unmended = self->unmended->len;
  repair->bound = repair->is_exact ? repair->n_links : bound - MIN (bound, n_uncovered);
  repair->is_exact = repair->is_exact || (n_uncovered == 0 && repair->n_links == repair->bound);
}

/* Links that are proposed already are not proposed again, nor others in their place. */
static KithRoll *
foresee (Repair *self, KithRoll *roll, KithJob *job, GError **error)
{
  KithNetwork *now = kith_roll_get_network (roll);
  KithDate as_at = kith_network_get_date (now);
  g_autoptr (KithLedger) ledger =
      kith_proposal_foresee (kith_network_get_ledger (now), as_at, &self->repair.n_proposed);
  g_autoptr (KithNetwork) network = NULL;

  if (self->repair.n_proposed == 0)
    return kith_roll_ref (roll);
  kith_job_begin (job, _ ("Looking for schools that need a link"), 0, 0.1);
  network = kith_network_new (ledger, as_at, job, error);
  return network == NULL ? NULL : kith_roll_new (network, job, error);
}

/**
 * kith_repair_new:
 * @roll: the roll call at the date
 * @options: what is allowed
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Seeks the fewest new links after which no home school is isolated, and no single link's loss
 * isolates one (METHODS, section 5). Links are those of the two-mode network, in which
 * fragility is told: a school's membership of what ties it to others, and a pairing is one for
 * each of the two. A school therefore stands when at least two arrangements tie it to others;
 * and, since two schools may part, to at least two schools.
 *
 * Exact, by a mixed integer program, where few schools need a link; otherwise greedy, with a
 * bound, and exact where the two meet. What cannot be helped is listed. No random numbers.
 *
 * Returns: (transfer full): the links, or %NULL
 */
KithRepair *
kith_repair_new (KithRoll *roll, const KithRepairOptions *options, KithJob *job, GError **error)
{
  Repair *self = g_new0 (Repair, 1);
  g_autoptr (KithRepair) repair = &self->repair;

  self->wording = kith_wording_new ();
  self->links = g_array_new (FALSE, FALSE, sizeof (KithNewLink));
  self->unmended = g_array_new (FALSE, FALSE, sizeof (KithUnmended));
  self->options = options;
  count_now (self, kith_roll_get_network (roll));
  self->roll = foresee (self, roll, job, error);
  if (self->roll == NULL)
    return NULL;
  self->record = kith_roll_get_record (self->roll);
  repair->network = self->record->network;
  if (!choose_links (self, job, error))
    return NULL;
  conclude (self);
  if (!tell_cleared (self, job, error))
    return NULL;
  tell_result (self);
  self->options = NULL;
  return g_steal_pointer (&repair);
}

/**
 * kith_repair_free:
 * @self: (transfer full) (nullable): new links
 */
void
kith_repair_free (KithRepair *self)
{
  Repair *whole = (Repair *)self;

  if (self == NULL)
    return;
  kith_repair_state_free (whole->state);
  kith_repair_model_free (whole->model);
  kith_wording_free (whole->wording);
  g_array_unref (whole->links);
  g_array_unref (whole->unmended);
  kith_roll_unref (whole->roll);
  g_free (whole);
}

/**
 * kith_repair_get_proposal:
 * @link: number of a new link
 *
 * Returns: what it is in the register; its text lives as long as @self
 */
KithProposal
kith_repair_get_proposal (const KithRepair *self, guint link)
{
  const KithNewLink *at = &self->links[link];
  const KithNetworkSchool *schools = kith_network_get_schools (self->network, &(guint){ 0 });
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (self->network, &(guint){ 0 });

  return (KithProposal){
    .name = at->name,
    .urn = schools[at->school].record->urn,
    .other_urn = at->other == KITH_INDEX_NONE ? KITH_INT_NONE : schools[at->other].record->urn,
    .arrangement_id = at->arrangement == KITH_INDEX_NONE ? KITH_INT_NONE
                                                         : arrangements[at->arrangement].record->id,
  };
}
