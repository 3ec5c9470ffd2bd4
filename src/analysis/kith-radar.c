/* kith-radar.c: how long each school has not been heard of
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-officers.h"
#include "kith-radar.h"

#include <stdlib.h>

/* Lists have an entry for each school. */
struct _KithRadar
{
  KithNetwork *network;
  const KithNetworkSchool *schools;
  guint n_schools;
  KithEncounters *encounters;
  KithSilence *silences;
  KithDate *recorded; /* the latest day of an officer's record */
  KithPeers *peers;   /* of its authority */
};

static int
compare_counts (const void *a, const void *b)
{
  guint one = *(const guint *)a, other = *(const guint *)b;

  return (one > other) - (one < other);
}

/* m_i: the median of the last gaps */
static double
find_usual_gap (const KithDate *days, guint n_days, guint most_gaps)
{
  guint n = MIN (n_days - 1, most_gaps);
  g_autofree guint *gaps = g_new (guint, n);

  for (guint g = 0; g < n; g++)
    gaps[g] = kith_date_count_days (days[n_days - 2 - g], days[n_days - 1 - g]);
  qsort (gaps, n, sizeof *gaps, compare_counts);
  return (gaps[(n - 1) / 2] + gaps[n / 2]) / 2.0;
}

/**
 * kith_radar_find_usual:
 * @settings: of the network
 * @days: (array length=n_days): different days with a contact that counts, from the first
 * @n_days: how many, at least 1
 * @is_known: (out): whether they are enough to know
 *
 * Returns: m_i: the days after which the school usually hears from someone again
 */
double
kith_radar_find_usual (const KithSettings *settings,
                       const KithDate *days,
                       guint n_days,
                       gboolean *is_known)
{
  double usual = settings->radar_usual_days;

  *is_known = n_days >= 3;
  if (*is_known)
    usual = find_usual_gap (days, n_days, settings->radar_gaps);
  return MAX (usual, settings->radar_least_days);
}

static KithSilence
measure_silence (const KithRadar *self, guint school)
{
  const KithSettings *settings = kith_network_get_settings (self->network);
  KithSilence silence = { .usual_days = settings->radar_usual_days, .rho = NAN };
  const KithDate *days = kith_encounters_get_days (self->encounters, school, &silence.n_days);

  if (silence.n_days == 0)
    return silence;
  silence.usual_days =
      kith_radar_find_usual (settings, days, silence.n_days, &silence.is_usual_known);
  silence.last = days[silence.n_days - 1];
  silence.counted_days = kith_date_count_days (silence.last, kith_network_get_date (self->network));
  silence.rho = silence.counted_days / silence.usual_days;
  return silence;
}

static int
compare_authorities (const void *a, const void *b, gpointer schools)
{
  gint64 one = ((const KithNetworkSchool *)schools)[*(const guint *)a].la;
  gint64 other = ((const KithNetworkSchool *)schools)[*(const guint *)b].la;

  return (one > other) - (one < other);
}

static gboolean
is_met_since (const KithRadar *self, guint school, KithDate after)
{
  guint n;
  const KithDate *days = kith_encounters_get_days (self->encounters, school, &n);

  return n > 0 && days[n - 1] > after;
}

static void
count_peers (KithRadar *self)
{
  const KithSettings *settings = kith_network_get_settings (self->network);
  KithDate after = kith_date_add_months (kith_network_get_date (self->network),
                                         -(int)settings->radar_peer_months);
  g_autofree guint *order = g_new (guint, self->n_schools + 1);
  guint to;

  self->peers = g_new0 (KithPeers, self->n_schools + 1);
  for (guint i = 0; i < self->n_schools; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)self->n_schools, sizeof *order, compare_authorities,
                     (gpointer)self->schools);
  for (guint from = 0; from < self->n_schools; from = to)
    {
      gint64 la = self->schools[order[from]].la;
      KithPeers peers = { 0, 0 };

      for (to = from; to < self->n_schools && self->schools[order[to]].la == la; to++)
        if (la != KITH_INT_NONE && self->schools[order[to]].is_home)
          {
            peers.n_schools++;
            peers.n_met += is_met_since (self, order[to], after);
          }
      for (guint at = from; at < to; at++)
        self->peers[order[at]] = peers;
    }
}

/**
 * kith_radar_new:
 * @network: the whole system as at one date
 *
 * Returns: (transfer full): how long each school has not been heard of
 */
KithRadar *
kith_radar_new (KithNetwork *network)
{
  KithRadar *self = g_new0 (KithRadar, 1);

  self->network = kith_network_ref (network);
  self->encounters = kith_encounters_new (network);
  self->schools = kith_network_get_schools (network, &self->n_schools);
  self->silences = g_new (KithSilence, self->n_schools + 1);
  for (guint i = 0; i < self->n_schools; i++)
    self->silences[i] = measure_silence (self, i);
  self->recorded = kith_officers_list_recorded (network);
  count_peers (self);
  return self;
}

/**
 * kith_radar_free:
 * @self: (transfer full) (nullable): a radar
 */
void
kith_radar_free (KithRadar *self)
{
  if (self == NULL)
    return;
  kith_encounters_free (self->encounters);
  g_free (self->silences);
  g_free (self->recorded);
  g_free (self->peers);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_radar_measure:
 * @school: index
 *
 * METHODS, finding 7.
 *
 * Returns: how long the school has not been heard of, against what is usual
 */
KithSilence
kith_radar_measure (const KithRadar *self, guint school)
{
  return self->silences[school];
}

/**
 * kith_radar_get_recorded:
 * @school: index
 *
 * Returns: the latest day, on or before the date, of an officer's record about the school, or
 *   unknown; published files do not count
 */
KithDate
kith_radar_get_recorded (const KithRadar *self, guint school)
{
  return self->recorded[school];
}

/**
 * kith_radar_count_peers:
 * @school: index
 *
 * Returns: how many home schools of its authority were met; none where nobody knows its
 *   authority
 */
KithPeers
kith_radar_count_peers (const KithRadar *self, guint school)
{
  return self->peers[school];
}

/**
 * kith_radar_get_encounters:
 *
 * Returns: (transfer none): the contacts that it goes by
 */
const KithEncounters *
kith_radar_get_encounters (const KithRadar *self)
{
  return self->encounters;
}
