/* kith-school-story.h: everything about one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-chronicle.h"
#include "kith-result-words.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/* How a membership stands at the date. */
typedef enum
{
  KITH_STORY_LIVE,
  KITH_STORY_UNRECORDED, /* live, and "contact not recorded" */
  KITH_STORY_FADED,
  KITH_STORY_ENDED,
  KITH_STORY_PROPOSED, /* and nobody has confirmed it: it ties nobody */
} KithStoryStanding;

/**
 * KithStoryMembership:
 * @arrangement_id: key of the arrangement, or %KITH_INT_NONE where only the establishment
 *   file names it
 * @membership_id: key of the membership, or %KITH_INT_NONE
 * @name: of the arrangement
 * @kind: of it
 * @parent: (nullable): name of its parent
 * @role: (nullable): lead, hub, supporter …
 * @joined: or unknown
 * @left: or unknown
 * @left_after: where that lies between two files: the day of the earlier
 * @standing: how it stands
 * @since: the first day on which it was faded or ended, or unknown
 * @last_sign: the latest contact under it, or joining, or start: c_ig
 * @recency: r_ig, 0 once ended
 * @n_schools: active schools in scope in it
 * @is_link: whether its kind ties schools
 * @is_assembly: whether it is too large to tie anybody
 */
typedef struct
{
  gint64 arrangement_id;
  gint64 membership_id;
  const char *name;
  KithKind kind;
  const char *parent;
  const char *role;
  KithDate joined;
  KithDate left;
  KithDate left_after;
  KithStoryStanding standing;
  KithDate since;
  KithDate last_sign;
  double recency;
  guint n_schools;
  gboolean is_link;
  gboolean is_assembly;
} KithStoryMembership;

/**
 * KithStoryTie:
 * @urn: of the school tied to
 * @name: of it
 * @weight: w_ij
 * @kind: of the arrangement that gives most of the weight
 * @via: that arrangement's name
 * @metres: straight line, NaN where one is not placed
 * @is_local: as METHODS has it
 */
typedef struct
{
  gint64 urn;
  const char *name;
  double weight;
  KithKind kind;
  const char *via;
  double metres;
  gboolean is_local;
} KithStoryTie;

/**
 * KithStoryContact:
 * @id: key
 * @date: when
 * @kind: (nullable): visit, meeting …
 * @arrangement: (nullable): name of the arrangement that it was under
 * @parties: (nullable): the others who were there: "Pond Street (host) and Ada Marsh"
 * @officer: (nullable): who took part
 * @summary: (nullable): what happened
 * @outcome: (nullable): what came of it
 * @is_confidential: whether it is for officers alone
 * @counts: whether somebody from outside the school's own trust met or spoke with it
 */
typedef struct
{
  gint64 id;
  KithDate date;
  const char *kind;
  const char *arrangement;
  const char *parties;
  const char *officer;
  const char *summary;
  const char *outcome;
  gboolean is_confidential;
  gboolean counts;
} KithStoryContact;

/**
 * KithSchoolStory:
 * @record: the register's row
 * @row: (nullable): of the roll; %NULL where it is not a home school
 * @la: authority at the date, or %KITH_INT_NONE
 * @phase: of it
 * @is_open: whether it is in scope and open at the date
 * @memberships: (element-type KithStoryMembership): those that hold, then those that ended,
 *   then those of which somebody only thinks
 * @ties: (element-type KithStoryTie): strongest first
 * @outside: (element-type KithStoryTie): outside schools tied to it; no weight, no place
 * @contacts: (element-type KithStoryContact): latest first, a single predecessor's too
 * @enquiries: (element-type KithEnquiry*): latest first
 * @needs: (element-type KithNeed*): latest first
 * @expertise: (element-type KithExpertise*): latest first
 * @actions: (element-type KithAction*): by the day due
 * @results: (element-type KithResult): attainment by year, the latest first
 * @result_measure: (nullable): what these are figures of
 * @ofsted: what is in force of its inspections
 * @inspections: (element-type KithInspection*): its own outcomes until the date, latest first
 * @result_lines: (element-type KithMeasureLine): results, then inspections, in words
 * @silences: (element-type utf8): what cannot be said of it, and why: "Too few neighbours …"
 * @measures: (nullable): where it stands; %NULL until kith_school_story_measure(), and where
 *   it is not open and in scope
 * @measure_lines: the same in words, where there are @measures
 * @chronicle: (nullable): how it came to this; %NULL until kith_school_story_look_back()
 *
 * Everything that the register says about one school, on or before the roll's date. Texts
 * belong to the story, rows to the ledger that it keeps.
 */
typedef struct
{
  const KithSchool *record;
  const KithRollRow *row;
  gint64 la;
  KithPhase phase;
  gboolean is_open;
  GArray *memberships;
  GArray *ties;
  GArray *outside;
  GArray *contacts;
  GPtrArray *enquiries;
  GPtrArray *needs;
  GPtrArray *expertise;
  GPtrArray *actions;
  GArray *results;
  const char *result_measure;
  KithOfstedOutcome ofsted;
  GPtrArray *inspections;
  GArray *result_lines;
  GPtrArray *silences;
  const KithFullMeasures *measures;
  KithMeasureLine measure_lines[KITH_N_MEASURE_LINES];
  KithChronicle *chronicle;
} KithSchoolStory;

KithSchoolStory  *kith_school_story_new   (KithRoll         *roll,
                                           gint64            urn);
gboolean          kith_school_story_look_back
                                          (KithSchoolStory  *self,
                                           KithJob          *job,
                                           GError          **error);
gboolean          kith_school_story_measure (KithSchoolStory *self,
                                           KithJob          *job,
                                           GError          **error);
void              kith_school_story_free  (KithSchoolStory  *self);
gboolean          kith_school_story_seeks_help (const KithSchoolStory *self,
                                           const KithNeed   *need);
const char       *kith_story_standing_get_words (KithStoryStanding standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSchoolStory, kith_school_story_free)

G_END_DECLS
