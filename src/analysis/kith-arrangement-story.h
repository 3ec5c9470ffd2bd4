/* kith-arrangement-story.h: everything about one arrangement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-give-and-take.h"
#include "kith-health.h"
#include "kith-partnerships.h"
#include "kith-school-story.h"

G_BEGIN_DECLS

/**
 * KithStoryMember:
 * @urn: of a school, or %KITH_INT_NONE
 * @organisation_id: of an organisation, or %KITH_INT_NONE
 * @school: index, or %KITH_INDEX_NONE for an organisation or a school that is not in scope
 * @name: of it
 * @authority: (nullable): of the school
 * @role: (nullable): lead, hub, supporter …
 * @is_lead: whether it is the school that leads
 * @joined: or unknown
 * @left: or unknown
 * @last_contact: the latest under the arrangement, or unknown
 * @standing: how it stands
 * @is_engaged: whether that contact was in the last engaged.months
 * @giving: what it gives and receives in all arrangements, of a school in scope
 */
typedef struct
{
  gint64 urn;
  gint64 organisation_id;
  guint school;
  const char *name;
  const char *authority;
  const char *role;
  gboolean is_lead;
  KithDate joined;
  KithDate left;
  KithDate last_contact;
  KithStoryStanding standing;
  gboolean is_engaged;
  KithGiveAndTake giving;
} KithStoryMember;

/**
 * KithStoryPerson:
 * @name: of the person
 * @part: lead, co-ordinator or deputy, translated
 * @load: what it carries in all arrangements
 */
typedef struct
{
  const char *name;
  const char *part;
  KithLoad load;
} KithStoryPerson;

/**
 * KithArrangementStory:
 * @partnership: its row
 * @parent: (nullable): name of its parent
 * @lead: (nullable): name of the school, organisation or authority that leads it
 * @reach: (nullable): of one that is active whom it reaches, in words
 * @support: (nullable): how many of its schools give support and receive it, in words
 * @members: (element-type KithStoryMember): schools by URN, then the others; of one that is not
 *   active all that were ever in it
 * @not_reached: (element-type KithNotReached): by URN
 * @people: (element-type KithStoryPerson): who carries it
 * @lapses: what of it runs out
 * @conditions: what makes it work
 * @has_conditions: whether that is asked: of one that is active and fades
 *
 * Everything that the register says about one arrangement at the roll's date. Texts belong to the
 * story, rows to the ledger that it keeps.
 */
typedef struct
{
  KithPartnership partnership;
  const char *parent;
  const char *lead;
  const char *reach;
  const char *support;
  GArray *members;
  GArray *not_reached;
  GArray *people;
  KithLapse lapses[KITH_N_CLOCKS];
  KithCondition conditions[KITH_N_CONDITIONS];
  gboolean has_conditions;
} KithArrangementStory;

KithArrangementStory  *kith_arrangement_story_new   (KithRoll              *roll,
                                                     gint64                 id);
void                   kith_arrangement_story_free  (KithArrangementStory  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithArrangementStory, kith_arrangement_story_free)

G_END_DECLS
