/* kith-finding-hangs-by-a-thread.c: all its links rest on one person, one grant or one end
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"
#include "kith-text.h"

#include <glib/gi18n.h>

/* In the order of METHODS: of several threads the first is named. */
typedef enum
{
  THREAD_PERSON,  /* key: of table person */
  THREAD_FUNDING, /* key: index of a stream */
  THREAD_END,     /* key: index of an arrangement */
} ThreadType;

typedef struct
{
  ThreadType type;
  gint64 key;
} Thread;

/* What a school's links come through, and what all of it hangs by. */
typedef struct
{
  GArray *carrying; /* of guint: arrangements */
  GArray *threads;  /* of Thread */
} Hold;

static gboolean
is_money_ending (const KithRecord *record, guint arrangement)
{
  const KithArrangement *row = record->arrangements[arrangement].record;

  return row != NULL &&
         kith_holders_ends_soon (record->holders, row->funding_ends, record->settings->thread_days);
}

static gboolean
is_ending (const KithRecord *record, guint arrangement)
{
  const KithArrangement *row = record->arrangements[arrangement].record;

  return row != NULL &&
         kith_holders_ends_soon (record->holders, row->ends, record->settings->thread_days);
}

/* Whether the arrangement itself, its parents aside, ends when the thread goes. */
static gboolean
is_held_by (const KithRecord *record, guint arrangement, const Thread *thread)
{
  const KithHolding *holding = kith_holders_get (record->holders, arrangement);

  switch (thread->type)
    {
    case THREAD_PERSON:
      return holding->sole == thread->key;
    case THREAD_FUNDING:
      return holding->stream == thread->key && is_money_ending (record, arrangement);
    case THREAD_END:
      break;
    }
  return arrangement == thread->key;
}

/* What ends a parent ends its children; parents may go round in a circle. */
static guint
find_held_by (const KithRecord *record, guint arrangement, const Thread *thread)
{
  guint at = arrangement;

  for (guint step = 0; at != KITH_INDEX_NONE && step <= record->n_arrangements; step++)
    {
      if (is_held_by (record, at, thread))
        return at;
      at = record->arrangements[at].parent;
    }
  return KITH_INDEX_NONE;
}

/* Each once, also where parents go round in a circle. */
static void
add_thread (GArray *threads, ThreadType type, gint64 key)
{
  Thread thread = { type, key };

  for (guint t = 0; t < threads->len; t++)
    if (g_array_index (threads, Thread, t).type == type &&
        g_array_index (threads, Thread, t).key == key)
      return;
  g_array_append_val (threads, thread);
}

static void
list_threads (const KithRecord *record, guint arrangement, GArray *threads)
{
  guint at = arrangement;

  for (guint step = 0; at != KITH_INDEX_NONE && step <= record->n_arrangements; step++)
    {
      const KithHolding *holding = kith_holders_get (record->holders, at);

      if (holding->sole != KITH_INT_NONE)
        add_thread (threads, THREAD_PERSON, holding->sole);
      if (is_money_ending (record, at))
        add_thread (threads, THREAD_FUNDING, holding->stream);
      if (is_ending (record, at))
        add_thread (threads, THREAD_END, at);
      at = record->arrangements[at].parent;
    }
}

/* Keeps the threads that end this arrangement too. */
static void
keep_threads (const KithRecord *record, guint arrangement, GArray *threads)
{
  for (guint t = threads->len; t-- > 0;)
    if (find_held_by (record, arrangement, &g_array_index (threads, Thread, t)) == KITH_INDEX_NONE)
      g_array_remove_index (threads, t);
}

static int
compare_threads (gconstpointer a, gconstpointer b)
{
  const Thread *one = a, *other = b;
  int order = (one->type > other->type) - (one->type < other->type);

  return order != 0 ? order : (one->key > other->key) - (one->key < other->key);
}

/* Whether anything at all ends it. Nearly every school is let go at its first arrangement. */
static gboolean
has_thread (const KithRecord *record, guint arrangement)
{
  guint at = arrangement;

  for (guint step = 0; at != KITH_INDEX_NONE && step <= record->n_arrangements; step++)
    {
      if (kith_holders_get (record->holders, at)->sole != KITH_INT_NONE ||
          is_money_ending (record, at) || is_ending (record, at))
        return TRUE;
      at = record->arrangements[at].parent;
    }
  return FALSE;
}

static gboolean
hangs_somehow (const KithRecord *record, const guint *memberships, guint n)
{
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (record->network, memberships[m]);

      if (own->is_live && kith_holders_ties (record->holders, own->arrangement) &&
          !has_thread (record, own->arrangement))
        return FALSE;
    }
  return TRUE;
}

/* FALSE where nothing single ends all that ties the school. */
static gboolean
find_hold (const KithRecord *record, const guint *memberships, guint n, Hold *hold)
{
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (record->network, memberships[m]);

      if (!own->is_live || !kith_holders_ties (record->holders, own->arrangement))
        continue;
      if (hold->carrying->len == 0)
        list_threads (record, own->arrangement, hold->threads);
      else
        keep_threads (record, own->arrangement, hold->threads);
      g_array_append_val (hold->carrying, own->arrangement);
    }
  g_array_sort (hold->threads, compare_threads);
  return hold->threads->len > 0;
}

static const char *
get_name (const KithRecord *record, guint arrangement)
{
  const KithNetworkArrangement *in = &record->arrangements[arrangement];

  return in->name != NULL ? in->name : _ (kith_kind_get_info (in->kind)->words);
}

/* The arrangements that the thread itself ends, of those that carry the school's links. */
static GArray *
list_held (const KithRecord *record, const Hold *hold, const Thread *thread)
{
  GArray *held = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; c < hold->carrying->len; c++)
    {
      guint at = find_held_by (record, g_array_index (hold->carrying, guint, c), thread);
      gboolean is_known = FALSE;

      for (guint h = 0; h < held->len; h++)
        is_known = is_known || g_array_index (held, guint, h) == at;
      if (!is_known)
        g_array_append_val (held, at);
    }
  return held;
}

static char *
dup_names (const KithRecord *record, const GArray *arrangements)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint a = 0; a < arrangements->len; a++)
    g_ptr_array_add (names, (char *)get_name (record, g_array_index (arrangements, guint, a)));
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

static const char *
get_person_name (const KithRecord *record, gint64 person_id)
{
  const KithPerson *person = kith_ledger_find (record->ledger, KITH_TABLE_PERSON, person_id);

  return person != NULL && person->name != NULL ? person->name : _ ("one person");
}

/* The money of all of them has gone on the latest of its days. */
static KithDate
find_last_money (const KithRecord *record, const GArray *held)
{
  KithDate last = KITH_DATE_UNKNOWN;

  for (guint h = 0; h < held->len; h++)
    last = MAX (last, record->arrangements[g_array_index (held, guint, h)].record->funding_ends);
  return last;
}

static void
say_thread (const KithRecord *record,
            const Thread *thread,
            const GArray *held,
            const char *name,
            KithWording *wording)
{
  g_autofree char *names = dup_names (record, held);
  char day[KITH_DATE_TEXT_SIZE + 8];
  const KithStream *streams = kith_holders_get_streams (record->holders, &(guint){ 0 });

  switch (thread->type)
    {
    case THREAD_PERSON:
      kith_wording_add (wording, _ ("Without %s, who alone runs %s, %s has no link."),
                        get_person_name (record, thread->key), names, name);
      return;
    case THREAD_FUNDING:
      kith_date_format (find_last_money (record, held), KITH_DATE_LONG, day);
      if (held->len == 1)
        kith_wording_add (wording, _ ("Without %s, whose money ends on %s, %s has no link."), names,
                          day, name);
      else
        kith_wording_add (wording, _ ("Without %s, which pays for %s until %s, %s has no link."),
                          streams[thread->key].name, names, day, name);
      return;
    case THREAD_END:
      break;
    }
  kith_date_format (record->arrangements[thread->key].record->ends, KITH_DATE_LONG, day);
  kith_wording_add (wording, _ ("Without %s, which ends on %s, %s has no link."), names, day, name);
}

/* The other threads that would do the same. */
static void
say_others (const KithRecord *record, const Hold *hold, KithWording *wording)
{
  const KithStream *streams = kith_holders_get_streams (record->holders, &(guint){ 0 });
  char day[KITH_DATE_TEXT_SIZE + 8];

  for (guint t = 1; t < hold->threads->len; t++)
    {
      const Thread *thread = &g_array_index (hold->threads, Thread, t);
      g_autoptr (GArray) held = list_held (record, hold, thread);

      if (thread->type == THREAD_PERSON)
        kith_wording_add (wording, _ ("It rests on %s as well."),
                          get_person_name (record, thread->key));
      else if (thread->type == THREAD_FUNDING && streams[thread->key].name != NULL)
        kith_wording_add (wording, _ ("Money from %s ends on %s."), streams[thread->key].name,
                          kith_date_format (find_last_money (record, held), KITH_DATE_LONG, day));
      else if (thread->type == THREAD_FUNDING)
        kith_wording_add (wording, _ ("The money of %s ends on %s."),
                          get_name (record, g_array_index (held, guint, 0)),
                          kith_date_format (find_last_money (record, held), KITH_DATE_LONG, day));
      else
        kith_wording_add (
            wording, _ ("%s ends on %s."), get_name (record, (guint)thread->key),
            kith_date_format (record->arrangements[thread->key].record->ends, KITH_DATE_LONG, day));
    }
}

static void
say_evidence (const KithRecord *record, guint school, const Hold *hold, KithWording *wording)
{
  guint n_links = record->measures[school].n_links;
  g_autofree char *names = dup_names (record, hold->carrying);
  char number[KITH_NUMBER_SIZE];

  kith_wording_add (
      wording, g_dngettext (NULL, "%s link, through %s.", "%s links, all through %s.", n_links),
      kith_number_format (n_links, TRUE, number), names);
  say_others (record, hold, wording);
  for (guint c = 0; c < hold->carrying->len; c++)
    {
      guint arrangement = g_array_index (hold->carrying, guint, c);
      const KithHolding *holding = kith_holders_get (record->holders, arrangement);

      if (holding->is_coordinator_gone)
        kith_wording_add (
            wording, _ ("%s, who co-ordinates %s, has left every post on record."),
            get_person_name (record, record->arrangements[arrangement].record->coordinator_id),
            get_name (record, arrangement));
    }
}

static const char *
get_cure (ThreadType type)
{
  switch (type)
    {
    case THREAD_PERSON:
      return _ ("A second person who leads or co-ordinates it, a memorandum, or a link that rests "
                "on somebody else.");
    case THREAD_FUNDING:
      return _ ("Money beyond that day, or a link that does not rest on it.");
    case THREAD_END:
      break;
    }
  return _ ("A later end, or a link that does not end with it.");
}

static void
add_basis (const KithRecord *record, const Hold *hold, KithWording *wording)
{
  kith_wording_join (wording, "amber");
  for (guint t = 0; t < hold->threads->len; t++)
    {
      const Thread *thread = &g_array_index (hold->threads, Thread, t);
      g_autoptr (GArray) held = list_held (record, hold, thread);

      if (thread->type == THREAD_PERSON)
        kith_wording_join (wording, ";person:%" G_GINT64_FORMAT, thread->key);
      for (guint h = 0; h < held->len; h++)
        {
          const KithArrangement *row = record->arrangements[g_array_index (held, guint, h)].record;

          kith_wording_join (wording, ";%u:%" G_GINT64_FORMAT ":%u", thread->type, row->id,
                             thread->type == THREAD_FUNDING ? row->funding_ends
                             : thread->type == THREAD_END   ? row->ends
                                                            : 0);
        }
    }
}

static void
say_finding (
    const KithRecord *record, guint school, Hold *hold, KithWording *wording, KithFinding *finding)
{
  const Thread *thread = &g_array_index (hold->threads, Thread, 0);
  g_autoptr (GArray) held = list_held (record, hold, thread);

  finding->severity = KITH_SEVERITY_AMBER;
  finding->chip = _ ("Hangs by a thread");
  if (held->len == 1)
    finding->arrangement_id = record->arrangements[g_array_index (held, guint, 0)].record->id;
  say_thread (record, thread, held, kith_record_get_name (record, school), wording);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, school, hold, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears = get_cure (thread->type);
  add_basis (record, hold, wording);
  finding->basis = kith_wording_keep (wording);
}

/**
 * kith_find_hangs_by_a_thread:
 *
 * METHODS, finding 9: the removal (section 5) of one person, of the money of one name that ends
 * within so many days, or of one arrangement that ends within them, leaves a school that has
 * links without any. Of the money of one name only what ends within the days counts as ending.
 * Of several threads it names the first, and the others as evidence.
 */
gboolean
kith_find_hangs_by_a_thread (const KithRecord *record,
                             guint school,
                             KithWording *wording,
                             KithFinding *finding)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);
  Hold hold;
  gboolean is_found;

  if (record->measures[school].n_links == 0 || !hangs_somehow (record, memberships, n))
    return FALSE;
  hold = (Hold){ g_array_new (FALSE, FALSE, sizeof (guint)),
                 g_array_new (FALSE, FALSE, sizeof (Thread)) };
  is_found = find_hold (record, memberships, n, &hold);
  if (is_found)
    say_finding (record, school, &hold, wording, finding);
  g_array_unref (hold.carrying);
  g_array_unref (hold.threads);
  return is_found;
}
