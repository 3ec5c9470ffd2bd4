/* kith-settings.h: the parameters of METHODS, as the register sets them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"
#include "kith-ledger.h"
#include "kith-parameter.h"

G_BEGIN_DECLS

/**
 * KithSettings:
 *
 * Each field is a parameter of METHODS with its default there, unless the register's table
 * setting holds another under the key that stands beside it. A value that is not of its kind
 * or out of range is the default.
 */
typedef struct
{
  gint64 *home;                  /* home: codes or names, "850;Surrey"; empty for all */
  gsize n_home;
  gboolean include_independent;  /* scope.independent: 0 or 1 */
  gboolean include_colleges;     /* scope.colleges */
  guint n_neighbours;            /* neighbours.count: 8 */
  guint min_neighbours;          /* neighbours.least: 4 */
  double neighbour_metres;       /* neighbours.metres: 10000 */
  double local_metres;           /* local.metres: 10000 */
  double local_authority_metres; /* local.authority-metres: 25000 */
  double live_recency;           /* live.recency: 0.25 */
  double unrecorded_recency;     /* live.unrecorded: 0.5 */
  guint assembly_schools;        /* assembly.schools: 40; more than these make an assembly */
  double weight[KITH_N_KINDS];   /* kind.hub.weight …: ω; an affiliation's stays 0 */
  double half_life[KITH_N_KINDS]; /* kind.hub.half-life …: days; a standing kind's stays 0 */
  double radar_amber;            /* radar.amber: ρ above it, 2 */
  double radar_red;              /* radar.red: ρ above it, 4 */
  guint radar_days;              /* radar.days: red beyond so many counted days, 395 */
  guint radar_usual_days;        /* radar.usual-days: 180 where contacts are too few */
  guint radar_least_days;        /* radar.least-days: 28 */
  guint radar_gaps;              /* radar.gaps: 8 */
  guint radar_new_days;          /* radar.new-days: 180; a school open no longer is not accused */
  guint radar_record_months;     /* radar.record-months: 24 */
  guint radar_peer_months;       /* radar.peer-months: 12 */
  double radar_peer_share;       /* radar.peer-share: 0.5 */
  guint orphaned_months;         /* orphaned.months: 24 */
  guint shunted_changes;         /* shunted.changes: 2 */
  guint shunted_months;          /* shunted.months: 60 */
  guint cut_off_schools;         /* cut-off.schools: 5; a smaller component is cut off */
  double cut_off_share;          /* cut-off.share: 0.5 of those in scope are in another */
  guint thread_days;             /* thread.days: 180 */
  guint engaged_months;          /* engaged.months: 12 */
  double patch_share;            /* patch.share: 0.9 of the members, where no patch is recorded */
  guint talk_meetings;           /* talk.meetings: 3 */
  guint talk_months;             /* talk.months: 12 */
  guint one_way_visits;          /* one-way.visits: 3 */
  guint one_way_months;          /* one-way.months: 24 */
  guint lapse_days;              /* lapse.days: 180 */
  double vulnerable_sd;          /* vulnerable.sd: 1 */
  guint vulnerable_values;       /* vulnerable.values: 5 */
  guint suppressed_cohort;       /* suppressed.cohort: 6; smaller ones are not shown */
  guint thin_cohort;             /* thin.cohort: 15; smaller ones are drawn hollow */
  guint rival_nearest;           /* rivals.nearest: 3; 0 for every one within the distance */
  double rival_metres_primary;   /* rivals.metres-primary: 3000; and nursery */
  double rival_metres_secondary; /* rivals.metres-secondary: 6000; and all-through */
  guint repair_minutes;          /* repair.minutes: 45, the travel cap */
} KithSettings;

KithSettings  *kith_settings_new          (KithLedger    *ledger);
void           kith_settings_free         (KithSettings  *self);
gboolean       kith_settings_is_home      (const KithSettings *self,
                                           gint64         la);
gboolean       kith_settings_find_range   (const char    *key,
                                           KithParameter *parameter);
char          *kith_settings_dup_problem  (const char    *key,
                                           const char    *value);
gint64         kith_settings_find_authority
                                          (KithLedger    *ledger,
                                           const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSettings, kith_settings_free)

G_END_DECLS
