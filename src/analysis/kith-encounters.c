/* kith-encounters.c: contacts in which somebody from outside met or spoke with a school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-encounters.h"
#include "kith-own-trusts.h"
#include "kith-party-contacts.h"
#include "kith-row-index.h"
#include "kith-span.h"

#include <stdlib.h>

/* A URN under which contacts of a school stand besides its own. */
typedef struct
{
  gint64 urn;
  guint school;
} Former;

struct _KithEncounters
{
  KithNetwork *network;
  KithLedger *ledger;
  const KithNetworkSchool *schools;
  guint n_schools;
  KithOwnTrusts *trusts;
  KithPredecessors *predecessors;
  KithRowIndex *posts; /* by person */
  guint *party_first;  /* of each contact */
  guint *parties;      /* rows */
  GArray *formers;     /* of Former, by URN */
  guint *day_first;    /* of each school */
  guint *n_days;
  KithDate *days;  /* different ones, from the first */
  guint *n_shared; /* of each school: contacts that name another party with a URN */
};

static int
compare_formers (const void *a, const void *b)
{
  const Former *one = a, *other = b;

  if (one->urn != other->urn)
    return one->urn < other->urn ? -1 : 1;
  return (one->school > other->school) - (one->school < other->school);
}

static int
compare_days (const void *a, const void *b)
{
  KithDate one = *(const KithDate *)a, other = *(const KithDate *)b;

  return (one > other) - (one < other);
}

static void
list_formers (KithEncounters *self)
{
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->formers = g_array_new (FALSE, FALSE, sizeof (Former));
  for (guint i = 0; i < self->n_schools; i++)
    {
      kith_predecessors_list (self->predecessors, self->schools[i].record->urn, urns);
      for (guint u = 1; u < urns->len; u++)
        {
          Former former = { g_array_index (urns, gint64, u), i };

          g_array_append_val (self->formers, former);
        }
    }
  g_array_sort (self->formers, compare_formers);
}

static guint
find_formers (const KithEncounters *self, gint64 urn)
{
  guint low = 0, high = self->formers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->formers, Former, middle).urn < urn)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_former (const KithEncounters *self, gint64 urn, guint school)
{
  for (guint f = find_formers (self, urn);
       f < self->formers->len && g_array_index (self->formers, Former, f).urn == urn; f++)
    if (g_array_index (self->formers, Former, f).school == school)
      return TRUE;
  return FALSE;
}

static void
list_parties (KithEncounters *self)
{
  g_autofree guint *contacts = kith_party_contacts_list (self->ledger);
  g_autofree guint *fill = NULL;
  gsize n_contacts, n;

  kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT, &n_contacts);
  kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT_PARTY, &n);
  self->party_first = g_new0 (guint, n_contacts + 1);
  self->parties = g_new (guint, n + 1);
  for (gsize p = 0; p < n; p++)
    if (contacts[p] != KITH_CONTACT_NONE)
      self->party_first[contacts[p] + 1]++;
  for (gsize c = 0; c < n_contacts; c++)
    self->party_first[c + 1] += self->party_first[c];
  fill = g_memdup2 (self->party_first, (n_contacts + 1) * sizeof *fill);
  for (gsize p = 0; p < n; p++)
    if (contacts[p] != KITH_CONTACT_NONE)
      self->parties[fill[contacts[p]]++] = (guint)p;
}

/* A person belongs where a post was held on that day. */
static gboolean
is_person_of_trust (
    const KithEncounters *self, guint school, gint64 urn, gint64 person, KithDate day)
{
  guint n;
  const guint *found = kith_row_index_find (self->posts, person, &n);
  const KithPost *posts = kith_ledger_get_rows (self->ledger, KITH_TABLE_POST, &(gsize){ 0 });

  for (guint p = 0; p < n; p++)
    {
      const KithPost *post = &posts[found[p]];
      KithSpan always = { 0, KITH_SPAN_NO_END };

      if (!kith_span_holds (kith_span_cut (always, post->from_date, post->to_date), day))
        continue;
      if (post->urn != KITH_INT_NONE &&
          (post->urn == urn || post->urn == self->schools[school].record->urn ||
           is_former (self, post->urn, school) ||
           kith_own_trusts_has_school (self->trusts, urn, post->urn, day)))
        return TRUE;
      if (kith_own_trusts_has_organisation (self->trusts, urn, post->organisation_id, day))
        return TRUE;
    }
  return FALSE;
}

/* urn: under which the school stands there, its own or a predecessor's */
static gboolean
is_from_outside (const KithEncounters *self,
                 guint school,
                 gint64 urn,
                 const KithContactParty *party,
                 KithDate day)
{
  if (party->urn != KITH_INT_NONE)
    return party->urn != urn && party->urn != self->schools[school].record->urn &&
           !is_former (self, party->urn, school) &&
           !kith_own_trusts_has_school (self->trusts, urn, party->urn, day);
  if (party->organisation_id != KITH_INT_NONE)
    return !kith_own_trusts_has_organisation (self->trusts, urn, party->organisation_id, day);
  return party->person_id != KITH_INT_NONE &&
         !is_person_of_trust (self, school, urn, party->person_id, day);
}

static gboolean
counts_for (const KithEncounters *self, guint school, gint64 urn, const KithContact *contact)
{
  const KithContact *contacts =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT, &(gsize){ 0 });
  const KithContactParty *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  gsize c = (gsize)(contact - contacts);

  if (contact->date == KITH_DATE_UNKNOWN || contact->date > kith_network_get_date (self->network) ||
      kith_encounters_is_kind (contact, "letter"))
    return FALSE;
  if (!kith_text_is_blank (contact->officer) || kith_encounters_is_kind (contact, "inspection"))
    return TRUE;
  for (guint p = self->party_first[c]; p < self->party_first[c + 1]; p++)
    if (is_from_outside (self, school, urn, &rows[self->parties[p]], contact->date))
      return TRUE;
  return FALSE;
}

/* A day of a school, still in the order of the contacts. */
typedef struct
{
  guint school;
  KithDate day;
} SchoolDay;

static void
add_day (KithEncounters *self, GArray *found, guint school, gint64 urn, const KithContact *contact)
{
  SchoolDay day = { school, contact->date };

  if (counts_for (self, school, urn, contact))
    g_array_append_val (found, day);
}

static gboolean
is_shared (const KithEncounters *self, gsize contact, const KithContactParty *rows)
{
  guint n_urns = 0;

  for (guint p = self->party_first[contact]; p < self->party_first[contact + 1]; p++)
    n_urns += rows[self->parties[p]].urn != KITH_INT_NONE;
  return n_urns > 1;
}

static void
add_party (KithEncounters *self,
           GArray *found,
           guint school,
           gint64 urn,
           const KithContact *contact,
           gboolean shared)
{
  add_day (self, found, school, urn, contact);
  self->n_shared[school] += shared;
}

static GArray *
find_days (KithEncounters *self)
{
  gsize n_contacts;
  const KithContact *contacts =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT, &n_contacts);
  const KithContactParty *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SchoolDay));

  self->n_shared = g_new0 (guint, self->n_schools + 1);
  for (gsize c = 0; c < n_contacts; c++)
    {
      gboolean shared = is_shared (self, c, rows);

      for (guint p = self->party_first[c]; p < self->party_first[c + 1]; p++)
        {
          gint64 urn = rows[self->parties[p]].urn;
          guint school;

          if (urn == KITH_INT_NONE)
            continue;
          school = kith_network_find_school (self->network, urn);
          if (school != KITH_INDEX_NONE)
            add_party (self, found, school, urn, &contacts[c], shared);
          for (guint f = find_formers (self, urn);
               f < self->formers->len && g_array_index (self->formers, Former, f).urn == urn; f++)
            add_party (self, found, g_array_index (self->formers, Former, f).school, urn,
                       &contacts[c], shared);
        }
    }
  return found;
}

static void
order_days (KithEncounters *self)
{
  g_autoptr (GArray) found = find_days (self);
  const SchoolDay *all = (const SchoolDay *)found->data;
  g_autofree guint *fill = NULL;

  self->day_first = g_new0 (guint, self->n_schools + 1);
  self->n_days = g_new0 (guint, self->n_schools + 1);
  self->days = g_new (KithDate, found->len + 1);
  for (guint d = 0; d < found->len; d++)
    self->day_first[all[d].school + 1]++;
  for (guint i = 0; i < self->n_schools; i++)
    self->day_first[i + 1] += self->day_first[i];
  fill = g_memdup2 (self->day_first, (self->n_schools + 1) * sizeof *fill);
  for (guint d = 0; d < found->len; d++)
    self->days[fill[all[d].school]++] = all[d].day;
  for (guint i = 0; i < self->n_schools; i++)
    {
      KithDate *days = &self->days[self->day_first[i]];
      guint n = self->day_first[i + 1] - self->day_first[i];

      qsort (days, n, sizeof *days, compare_days);
      for (guint d = 0; d < n; d++)
        if (self->n_days[i] == 0 || days[self->n_days[i] - 1] != days[d])
          days[self->n_days[i]++] = days[d];
    }
}

/**
 * kith_encounters_new:
 * @network: the whole system as at one date
 *
 * METHODS, finding 7: all kinds of contact but letters count, where an officer took part, or
 * it was an inspection, or another named party is not of the school's own trust on that day.
 * A single predecessor's contacts are the school's. Cost: O(n log n) over contacts and their
 * parties.
 *
 * Returns: (transfer full): the contacts that count
 */
KithEncounters *
kith_encounters_new (KithNetwork *network)
{
  KithEncounters *self = g_new0 (KithEncounters, 1);

  self->network = kith_network_ref (network);
  self->ledger = kith_network_get_ledger (network);
  self->schools = kith_network_get_schools (network, &self->n_schools);
  self->trusts = kith_own_trusts_new (self->ledger);
  self->predecessors = kith_predecessors_new (self->ledger, kith_network_get_date (network));
  self->posts = kith_row_index_new (self->ledger, KITH_TABLE_POST, "person_id");
  list_formers (self);
  list_parties (self);
  order_days (self);
  return self;
}

/**
 * kith_encounters_free:
 * @self: (transfer full) (nullable): contacts that count
 */
void
kith_encounters_free (KithEncounters *self)
{
  if (self == NULL)
    return;
  kith_own_trusts_free (self->trusts);
  kith_predecessors_free (self->predecessors);
  kith_row_index_free (self->posts);
  g_free (self->party_first);
  g_free (self->parties);
  g_array_unref (self->formers);
  g_free (self->day_first);
  g_free (self->n_days);
  g_free (self->days);
  g_free (self->n_shared);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_encounters_get_days:
 * @school: index
 * @n_days: (out): how many
 *
 * Returns: (transfer none) (array length=n_days): the different days with a contact that
 *   counts, on or before the date, from the first
 */
const KithDate *
kith_encounters_get_days (const KithEncounters *self, guint school, guint *n_days)
{
  *n_days = self->n_days[school];
  return &self->days[self->day_first[school]];
}

/**
 * kith_encounters_count_shared:
 * @school: index
 *
 * Returns: at least as many as the contacts, at any time, in which it took part with another
 *   school: so who asks after these need not look where there are too few
 */
guint
kith_encounters_count_shared (const KithEncounters *self, guint school)
{
  return self->n_shared[school];
}

/**
 * kith_encounters_get_predecessors:
 *
 * Returns: (transfer none): which schools came from which, as at the date
 */
const KithPredecessors *
kith_encounters_get_predecessors (const KithEncounters *self)
{
  return self->predecessors;
}

/**
 * kith_encounters_has_trust:
 * @school: index
 *
 * Returns: whether the school is in a trust or federation at the date
 */
gboolean
kith_encounters_has_trust (const KithEncounters *self, guint school)
{
  return kith_own_trusts_has_any (self->trusts, self->schools[school].record->urn,
                                  kith_network_get_date (self->network));
}

/**
 * kith_encounters_counts:
 * @school: index
 * @contact: a row of the ledger in which the school or a predecessor took part
 *
 * Returns: whether somebody from outside the school's own trust met or spoke with it there
 */
gboolean
kith_encounters_counts (const KithEncounters *self, guint school, const KithContact *contact)
{
  const KithContact *contacts =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT, &(gsize){ 0 });
  const KithContactParty *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  gsize c = (gsize)(contact - contacts);

  for (guint p = self->party_first[c]; p < self->party_first[c + 1]; p++)
    {
      gint64 urn = rows[self->parties[p]].urn;

      if (urn != KITH_INT_NONE &&
          (urn == self->schools[school].record->urn || is_former (self, urn, school)) &&
          counts_for (self, school, urn, contact))
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_encounters_list_urns:
 * @school: index
 * @urns: (inout) (element-type gint64): is emptied, then holds its own URN and those under which
 *   its contacts stand besides
 */
void
kith_encounters_list_urns (const KithEncounters *self, guint school, GArray *urns)
{
  kith_predecessors_list (self->predecessors, self->schools[school].record->urn, urns);
}

/**
 * kith_encounters_is_itself:
 * @school: index
 * @urn: of a party to a contact
 *
 * Returns: whether the school is that party, under its own URN or a single predecessor's
 */
gboolean
kith_encounters_is_itself (const KithEncounters *self, guint school, gint64 urn)
{
  return urn == self->schools[school].record->urn || is_former (self, urn, school);
}

/**
 * kith_encounters_get_parties:
 * @contact: a row of the ledger
 * @n_parties: (out): how many
 *
 * Returns: (transfer none) (array length=n_parties): rows of table contact_party
 */
const guint *
kith_encounters_get_parties (const KithEncounters *self,
                             const KithContact *contact,
                             guint *n_parties)
{
  const KithContact *contacts =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT, &(gsize){ 0 });
  gsize c = (gsize)(contact - contacts);

  *n_parties = self->party_first[c + 1] - self->party_first[c];
  return &self->parties[self->party_first[c]];
}

/**
 * kith_encounters_is_kind:
 * @contact: a row of the ledger
 * @kind: "visit", "meeting" …
 *
 * Returns: whether it is of that kind, in whatever letters
 */
gboolean
kith_encounters_is_kind (const KithContact *contact, const char *kind)
{
  return contact->kind != NULL && g_ascii_strcasecmp (contact->kind, kind) == 0;
}
