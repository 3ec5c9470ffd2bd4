/* kith-chronicle.c: how it came to this: the dated story of one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-answers.h"
#include "kith-chronicle-private.h"
#include "kith-finding-days.h"
#include "kith-turning-days.h"

#include <glib/gi18n.h>

/* The public part first, so that one is the other. */
typedef struct
{
  KithChronicle chronicle;
  KithRoll *roll;
  KithWording *wording;
  GArray *events;
} Chronicle;

static const char *const event_keys[KITH_N_EVENTS] = {
  [KITH_EVENT_OPENED] = "opened",
  [KITH_EVENT_CLOSED] = "closed",
  [KITH_EVENT_FOLLOWED] = "followed",
  [KITH_EVENT_JOINED] = "joined",
  [KITH_EVENT_LEFT] = "left",
  [KITH_EVENT_TRUST_CHANGED] = "trust-changed",
  [KITH_EVENT_BEGAN] = "began",
  [KITH_EVENT_ENDED] = "ended",
  [KITH_EVENT_FADED] = "faded",
  [KITH_EVENT_REVIVED] = "revived",
  [KITH_EVENT_MET] = "met",
  [KITH_EVENT_ASKED] = "asked",
  [KITH_EVENT_FINDING_BEGAN] = "finding-began",
  [KITH_EVENT_FINDING_CHANGED] = "finding-changed",
  [KITH_EVENT_FINDING_ENDED] = "finding-ended",
  [KITH_EVENT_SET_ASIDE] = "set-aside",
  [KITH_EVENT_RETURNED] = "returned",
};

/**
 * kith_telling_add:
 * @day: when, or unknown
 * @arrangement: (nullable): of which
 *
 * Adds an event in the words that @self's wording holds by now.
 */
void
kith_telling_add (KithTelling *self,
                  KithEventKind kind,
                  KithDate day,
                  const KithArrangement *arrangement)
{
  KithEvent event = {
    .day = day,
    .kind = kind,
    .arrangement_id = arrangement != NULL ? arrangement->id : KITH_INT_NONE,
    .code = KITH_N_FINDINGS,
    .words = kith_wording_keep (self->wording),
  };

  g_array_append_val (self->events, event);
}

static void
add_opening (KithTelling *self)
{
  const KithSchool *school = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, self->urn);

  if (school->opened != KITH_DATE_UNKNOWN && school->opened <= self->record->as_at)
    {
      kith_wording_add (self->wording, "%s", _ ("The school opened."));
      kith_telling_add (self, KITH_EVENT_OPENED, school->opened, NULL);
    }
  if (school->closed != KITH_DATE_UNKNOWN && school->closed <= self->record->as_at)
    {
      kith_wording_add (self->wording, "%s", _ ("The school closed."));
      kith_telling_add (self, KITH_EVENT_CLOSED, school->closed, NULL);
    }
}

static gboolean
is_academy (const KithSchool *school)
{
  return school != NULL && school->type_group != NULL &&
         g_ascii_strcasecmp (school->type_group, "Academies") == 0;
}

/* What the register, or a link of the school's own, calls another. */
static const char *
find_name (const KithTelling *self, gint64 urn)
{
  const KithSchool *school = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, urn);
  gsize n;
  const KithSchoolLink *links =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_SCHOOL_LINK, &n);

  if (school != NULL && school->name != NULL)
    return school->name;
  for (gsize l = 0; l < n; l++)
    if (links[l].urn == self->urn && links[l].link_urn == urn && links[l].name != NULL)
      return links[l].name;
  return _ ("a school without a name");
}

/* A link that either side tells: which of the two came first. */
static void
add_link (KithTelling *self, gint64 before, gint64 after, KithDate day)
{
  gint64 other = before == self->urn ? after : before;
  const char *name = find_name (self, other);
  const KithSchool *own = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, self->urn);
  const KithSchool *school = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, other);
  const char *sentence = _ ("It follows %s (URN %" G_GINT64_FORMAT ").");

  if (before == self->urn)
    sentence = _ ("%s (URN %" G_GINT64_FORMAT ") follows it.");
  else if (is_academy (own) && school != NULL && !is_academy (school))
    sentence = _ ("Became an academy; it was %s (URN %" G_GINT64_FORMAT ") before.");
  kith_wording_add (self->wording, sentence, name, other);
  kith_telling_add (self, KITH_EVENT_FOLLOWED, day, NULL);
  if (after != self->urn || school == NULL || school->closed == KITH_DATE_UNKNOWN ||
      school->closed > self->record->as_at || school->closed == day)
    return;
  kith_wording_add (self->wording, _ ("%s (URN %" G_GINT64_FORMAT "), which it follows, closed."),
                    name, other);
  kith_telling_add (self, KITH_EVENT_FOLLOWED, school->closed, NULL);
}

static gboolean
read_link (const KithSchoolLink *link, gint64 *before, gint64 *after)
{
  gboolean is_predecessor =
      link->kind != NULL && g_ascii_strncasecmp (link->kind, "Predecessor", 11) == 0;

  if (!is_predecessor &&
      (link->kind == NULL || g_ascii_strncasecmp (link->kind, "Successor", 9) != 0))
    return FALSE;
  *before = is_predecessor ? link->link_urn : link->urn;
  *after = is_predecessor ? link->urn : link->link_urn;
  return *before != *after;
}

/* Of two that tell of one pair the one with a day, and of these the earlier. */
static gboolean
is_told_better (const KithSchoolLink *links, gsize n, gsize l)
{
  gint64 before = KITH_INT_NONE, after = KITH_INT_NONE, b, a;

  read_link (&links[l], &before, &after);
  for (gsize other = 0; other < n; other++)
    {
      KithDate day = links[l].date, other_day = links[other].date;

      if (other == l || !read_link (&links[other], &b, &a) || b != before || a != after)
        continue;
      if (other_day != KITH_DATE_UNKNOWN && (day == KITH_DATE_UNKNOWN || other_day < day))
        return TRUE;
      if (other_day == day && other < l)
        return TRUE;
    }
  return FALSE;
}

static void
add_links (KithTelling *self)
{
  gsize n;
  const KithSchoolLink *links =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_SCHOOL_LINK, &n);

  for (gsize l = 0; l < n; l++)
    {
      gint64 before, after;

      if ((links[l].urn != self->urn && links[l].link_urn != self->urn) ||
          links[l].date > self->record->as_at || !read_link (&links[l], &before, &after) ||
          is_told_better (links, n, l))
        continue;
      add_link (self, before, after, links[l].date);
    }
}

/* The first contact, and those after a silence that was a finding. */
static void
add_contacts (KithTelling *self)
{
  const KithSettings *settings = self->record->settings;
  const KithEncounters *encounters = kith_radar_get_encounters (self->record->radar);
  const KithDate *days;
  guint n;

  if (self->school == KITH_INDEX_NONE)
    return;
  days = kith_encounters_get_days (encounters, self->school, &n);
  for (guint d = 0; d < n; d++)
    {
      gboolean is_known;
      guint silent = d == 0 ? 0 : kith_date_count_days (days[d - 1], days[d]);

      if (d == 0)
        kith_wording_add (self->wording, "%s",
                          _ ("The first contact on record with somebody from outside."));
      else if (silent >
               settings->radar_amber * kith_radar_find_usual (settings, days, d, &is_known))
        kith_wording_add (self->wording,
                          g_dngettext (NULL, "Met again, after %u counted day without a contact.",
                                       "Met again, after %u counted days without a contact.",
                                       silent),
                          silent);
      else
        continue;
      kith_telling_add (self, KITH_EVENT_MET, days[d], NULL);
    }
}

static void
add_enquiries (KithTelling *self)
{
  const KithEnquiry *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_ENQUIRY, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (self->record->enquiries, self->urn, &n);

  for (guint e = 0; e < n; e++)
    {
      const KithEnquiry *enquiry = &rows[found[e]];

      if (enquiry->asked > self->record->as_at)
        continue;
      kith_answers_say_enquiry (enquiry, self->wording);
      kith_telling_add (self, KITH_EVENT_ASKED, enquiry->asked, NULL);
    }
}

static const char *
get_severity_words (KithSeverity severity)
{
  static const char *const words[] = { N_ ("red"), N_ ("amber"), N_ ("ask"), N_ ("note") };

  return _ (words[severity]);
}

static KithEventKind
say_finding (KithTelling *self, const KithFindingDay *day, gboolean is_first)
{
  const char *name = kith_finding_get_words (day->code);
  const char *severity =
      get_severity_words (day->holds == KITH_HOLDS_NOT ? day->severity_before : day->severity);

  if (day->holds == KITH_HOLDS_NOT)
    {
      kith_wording_add (self->wording, _ ("No longer so: %s (%s)."), name, severity);
      return KITH_EVENT_FINDING_ENDED;
    }
  if (day->holds == KITH_HOLDS_ASIDE)
    {
      kith_wording_add (self->wording, _ ("Set aside: %s (%s)."), name, severity);
      if (day->reason != NULL)
        kith_wording_add (self->wording, "%s", day->reason);
      return KITH_EVENT_SET_ASIDE;
    }
  if (is_first)
    kith_wording_add (self->wording, _ ("%s (%s), on this day or before."), name, severity);
  else if (day->before == KITH_HOLDS)
    kith_wording_add (self->wording, _ ("%s: %s before, %s now."), name,
                      get_severity_words (day->severity_before), severity);
  else
    kith_wording_add (self->wording,
                      day->before == KITH_HOLDS_ASIDE ? _ ("%s (%s) is no longer set aside.")
                                                      : _ ("%s (%s)."),
                      name, severity);
  kith_wording_add (self->wording, "%s", day->sentence);
  return day->before == KITH_HOLDS         ? KITH_EVENT_FINDING_CHANGED
         : day->before == KITH_HOLDS_ASIDE ? KITH_EVENT_RETURNED
                                           : KITH_EVENT_FINDING_BEGAN;
}

static gboolean
add_findings (KithTelling *self, KithChronicle *chronicle, KithJob *job, GError **error)
{
  g_autoptr (KithFindingDays) days = kith_finding_days_new (self->record, self->urn, job, error);
  const KithSchool *school = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, self->urn);

  if (days == NULL)
    return FALSE;
  chronicle->from = days->from;
  chronicle->n_looked = days->n_looked;
  for (guint d = 0; d < days->days->len; d++)
    {
      const KithFindingDay *day = &g_array_index (days->days, KithFindingDay, d);
      gboolean is_first = day->day == days->from && days->from != school->opened;
      KithEvent *event;

      kith_telling_add (self, say_finding (self, day, is_first), day->day, NULL);
      event = &g_array_index (self->events, KithEvent, self->events->len - 1);
      event->code = day->code;
      event->severity = day->holds == KITH_HOLDS_NOT ? day->severity_before : day->severity;
    }
  return TRUE;
}

/* By day; on one day in the order of the kinds, then as they were found. */
static int
compare_events (const void *a, const void *b)
{
  const KithEvent *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->code != other->code)
    return one->code < other->code ? -1 : 1;
  if (one->arrangement_id != other->arrangement_id)
    return one->arrangement_id < other->arrangement_id ? -1 : 1;
  return g_strcmp0 (one->words, other->words);
}

/* Two spells in one arrangement tell of some things twice. */
static void
order_events (GArray *events)
{
  guint n_kept = 0;

  g_array_sort (events, compare_events);
  for (guint e = 0; e < events->len; e++)
    {
      KithEvent event = g_array_index (events, KithEvent, e);

      if (n_kept == 0 ||
          compare_events (&g_array_index (events, KithEvent, n_kept - 1), &event) != 0)
        g_array_index (events, KithEvent, n_kept++) = event;
    }
  g_array_set_size (events, n_kept);
}

static gboolean
tell_all (Chronicle *self, gint64 urn, KithJob *job, GError **error)
{
  const KithRecord *record = kith_roll_get_record (self->roll);
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  KithTelling telling = { record, urn,          kith_network_find_school (record->network, urn),
                          urns,   self->events, self->wording };

  kith_predecessors_list (
      kith_encounters_get_predecessors (kith_radar_get_encounters (record->radar)), urn, urns);
  add_opening (&telling);
  add_links (&telling);
  kith_telling_add_memberships (&telling);
  kith_telling_add_fades (&telling);
  add_contacts (&telling);
  add_enquiries (&telling);
  if (!add_findings (&telling, &self->chronicle, job, error))
    return FALSE;
  order_events (self->events);
  self->chronicle.events = (const KithEvent *)self->events->data;
  self->chronicle.n_events = self->events->len;
  return TRUE;
}

/**
 * kith_chronicle_new:
 * @roll: the roll as at the last day that is told; the story keeps a reference
 * @urn: of a school that the register holds
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Cost: that of kith_finding_days_new(), which all else is small against.
 *
 * Returns: (transfer full): the story, or %NULL
 */
KithChronicle *
kith_chronicle_new (KithRoll *roll, gint64 urn, KithJob *job, GError **error)
{
  const KithRecord *record = kith_roll_get_record (roll);
  Chronicle *self;

  g_return_val_if_fail (kith_ledger_find (record->ledger, KITH_TABLE_SCHOOL, urn) != NULL, NULL);

  self = g_new0 (Chronicle, 1);
  self->roll = kith_roll_ref (roll);
  self->wording = kith_wording_new ();
  self->events = g_array_new (FALSE, FALSE, sizeof (KithEvent));
  if (tell_all (self, urn, job, error))
    return &self->chronicle;
  kith_chronicle_free (&self->chronicle);
  return NULL;
}

/**
 * kith_chronicle_free:
 * @chronicle: (transfer full) (nullable): a story
 */
void
kith_chronicle_free (KithChronicle *chronicle)
{
  Chronicle *self = (Chronicle *)chronicle;

  if (self == NULL)
    return;
  g_array_unref (self->events);
  kith_wording_free (self->wording);
  kith_roll_unref (self->roll);
  g_free (self);
}

/**
 * kith_event_get_key:
 *
 * Returns: (transfer none): for programs: "joined", "finding-began"
 */
const char *
kith_event_get_key (KithEventKind kind)
{
  g_return_val_if_fail (kind < KITH_N_EVENTS, NULL);
  return event_keys[kind];
}
