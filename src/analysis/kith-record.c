/* kith-record.c: what every finding looks at
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>

#define MANY_SCHOOLS 2000

static KithDate *
find_first_contacts (KithLedger *ledger, KithDate as_at)
{
  gsize n, n_rows;
  const KithContact *contacts = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT, &n);
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n_rows);
  KithDate *first = g_new0 (KithDate, n_rows + 1);

  for (gsize c = 0; c < n; c++)
    {
      const KithArrangement *under =
          kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, contacts[c].arrangement_id);
      KithDate *known = under == NULL ? NULL : &first[under - rows];

      if (known == NULL || contacts[c].date == KITH_DATE_UNKNOWN || contacts[c].date > as_at)
        continue;
      if (*known == KITH_DATE_UNKNOWN || contacts[c].date < *known)
        *known = contacts[c].date;
    }
  return first;
}

static KithKind *
list_kinds (KithLedger *ledger)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  KithKind *kinds = g_new (KithKind, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      kinds[i] = kith_kind_find (rows[i].kind);
      if (kinds[i] == KITH_N_KINDS)
        kinds[i] = KITH_KIND_OTHER;
    }
  return kinds;
}

static void
find_largest (KithRecord *self)
{
  for (guint i = 0; i < self->n_schools; i++)
    self->largest = MAX (self->largest, self->measures[i].component);
  for (guint i = 0; i < self->n_schools; i++)
    self->n_in_largest += self->measures[i].component == self->largest;
}

static gpointer
make_radar (gpointer network)
{
  return kith_radar_new (network);
}

/* The radar is half of the work. Of many schools it is made beside all the rest; of few, a thread
   would cost more than it saves, and there is none. */
static GThread *
begin_radar (KithNetwork *network)
{
  guint n_schools;

  kith_network_get_schools (network, &n_schools);
  return n_schools > MANY_SCHOOLS ? g_thread_new ("radar", make_radar, network) : NULL;
}

static KithRadar *
end_radar (GThread *thread, KithNetwork *network)
{
  return thread != NULL ? g_thread_join (thread) : kith_radar_new (network);
}

/**
 * kith_record_new:
 * @network: the whole system as at one date
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Returns: (transfer full): what findings look at, or %NULL
 */
KithRecord *
kith_record_new (KithNetwork *network, KithJob *job, GError **error)
{
  GThread *radar = begin_radar (network);
  KithMeasures *measures = kith_measures_new (network, job, error);
  KithRecord *self;

  if (measures == NULL)
    {
      if (radar != NULL)
        kith_radar_free (g_thread_join (radar));
      return NULL;
    }
  self = g_new0 (KithRecord, 1);
  self->network = kith_network_ref (network);
  self->ledger = kith_network_get_ledger (network);
  self->settings = kith_network_get_settings (network);
  self->as_at = kith_network_get_date (network);
  self->schools = kith_network_get_schools (network, &self->n_schools);
  self->arrangements = kith_network_get_arrangements (network, &self->n_arrangements);
  self->measures = measures;
  self->holders = kith_holders_new (network);
  self->spans = kith_span_list_arrangements (self->ledger);
  self->first_contact = find_first_contacts (self->ledger, self->as_at);
  self->memberships = kith_row_index_new (self->ledger, KITH_TABLE_MEMBERSHIP, "urn");
  self->parties = kith_row_index_new (self->ledger, KITH_TABLE_CONTACT_PARTY, "urn");
  self->enquiries = kith_row_index_new (self->ledger, KITH_TABLE_ENQUIRY, "urn");
  self->contacts = kith_row_index_new (self->ledger, KITH_TABLE_CONTACT, "arrangement_id");
  self->actions = kith_row_index_new (self->ledger, KITH_TABLE_ACTION, "arrangement_id");
  self->actions_of_contact = kith_row_index_new (self->ledger, KITH_TABLE_ACTION, "contact_id");
  self->strengths = kith_strengths_new (network);
  self->posts = kith_posts_new (network);
  self->members = kith_row_index_new (self->ledger, KITH_TABLE_MEMBERSHIP, "arrangement_id");
  self->kinds = list_kinds (self->ledger);
  find_largest (self);
  self->results = kith_results_new (network, NULL);
  self->ofsted = kith_ofsted_new (network);
  self->radar = end_radar (radar, network);
  return self;
}

/**
 * kith_record_free:
 * @self: (transfer full) (nullable): a record
 */
void
kith_record_free (KithRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->measures);
  kith_holders_free (self->holders);
  kith_radar_free (self->radar);
  g_free (self->spans);
  g_free (self->first_contact);
  kith_row_index_free (self->memberships);
  kith_row_index_free (self->parties);
  kith_row_index_free (self->enquiries);
  kith_row_index_free (self->contacts);
  kith_row_index_free (self->actions);
  kith_row_index_free (self->actions_of_contact);
  kith_strengths_free (self->strengths);
  kith_posts_free (self->posts);
  kith_row_index_free (self->members);
  g_free (self->kinds);
  kith_results_free (self->results);
  kith_ofsted_free (self->ofsted);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_record_get_name:
 * @school: index
 *
 * Returns: (transfer none): the school's name, for sentences
 */
const char *
kith_record_get_name (const KithRecord *self, guint school)
{
  const char *name = self->schools[school].record->name;

  return name != NULL ? name : _ ("a school without a name");
}

/**
 * kith_record_get_arrangement_name:
 * @arrangement: index
 *
 * Returns: (transfer none): its name, or what its kind is called, for sentences
 */
const char *
kith_record_get_arrangement_name (const KithRecord *self, guint arrangement)
{
  const KithNetworkArrangement *in = &self->arrangements[arrangement];

  return in->name != NULL ? in->name : _ (kith_kind_get_info (in->kind)->words);
}

/**
 * kith_record_name_row:
 * @arrangement: a row of table arrangement
 *
 * Returns: (transfer none): its name, for sentences; its kind where it has none
 */
const char *
kith_record_name_row (const KithRecord *self, const KithArrangement *arrangement)
{
  const KithArrangement *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });

  if (arrangement->name != NULL)
    return arrangement->name;
  return _ (kith_kind_get_info (self->kinds[arrangement - rows])->words);
}
