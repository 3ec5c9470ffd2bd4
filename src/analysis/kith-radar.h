/* kith-radar.h: how long each school has not been heard of
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-encounters.h"

G_BEGIN_DECLS

/**
 * KithRadar:
 *
 * What finding 7 of METHODS measures of every school in scope. Immutable.
 */
typedef struct _KithRadar KithRadar;

/**
 * KithSilence:
 * @n_days: different days with a contact that counts
 * @last: the latest, or unknown
 * @counted_days: days since then, school holidays left out
 * @usual_days: m_i
 * @is_usual_known: whether m_i comes from its gaps
 * @rho: ρ_i, NaN where there was no contact
 */
typedef struct
{
  guint n_days;
  KithDate last;
  guint counted_days;
  double usual_days;
  gboolean is_usual_known;
  double rho;
} KithSilence;

/**
 * KithPeers:
 * @n_schools: home schools of one authority
 * @n_met: those with a contact that counts in the last 12 months
 */
typedef struct
{
  guint n_schools;
  guint n_met;
} KithPeers;

KithRadar            *kith_radar_new             (KithNetwork      *network);
void                  kith_radar_free            (KithRadar        *self);
KithSilence           kith_radar_measure         (const KithRadar  *self,
                                                  guint             school);
KithDate              kith_radar_get_recorded    (const KithRadar  *self,
                                                  guint             school);
KithPeers             kith_radar_count_peers     (const KithRadar  *self,
                                                  guint             school);
double                kith_radar_find_usual      (const KithSettings  *settings,
                                                  const KithDate   *days,
                                                  guint             n_days,
                                                  gboolean         *is_known);
const KithEncounters *kith_radar_get_encounters  (const KithRadar  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRadar, kith_radar_free)

G_END_DECLS
