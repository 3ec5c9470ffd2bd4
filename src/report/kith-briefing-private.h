/* kith-briefing-private.h: the parts of a briefing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-briefing.h"

G_BEGIN_DECLS

/* Tables that others count. */
#define KITH_TABLE_ID_SCHOOLS "schools"
#define KITH_TABLE_ID_ACTIONS "actions-due"

/* Columns of the table of schools that others count by. */
#define KITH_SCHOOLS_AUTHORITY 1
#define KITH_SCHOOLS_TIER      2
#define KITH_SCHOOLS_SEEN      4

/**
 * KithBriefingDraft:
 * @document: what is written so far
 * @options: what was asked for
 * @may_see: what the audience may see of each topic
 * @least_count: a smaller number of schools is not told, 0 where each one is
 * @redactor: every text of the register goes through it
 * @measure: how wide words are, for pictures
 * @roll: whose schools
 * @rows: (array length=n_rows): of the roll, those that it tells of
 * @network: of the roll
 * @ledger: of the network
 * @as_at: the day of the roll
 * @settings: of the network
 * @schools: of the network
 * @arrangements: of the network
 * @listed: (element-type KithRollRow): @rows by URN
 * @is_told: whether it tells of an arrangement of the network
 * @has_section: whether a section is in the paper
 *
 * A briefing as it is being composed.
 */
typedef struct
{
  KithDocument *document;
  const KithBriefingOptions *options;
  gboolean may_see[KITH_N_TOPICS];
  guint least_count;
  KithRedactor *redactor;
  const KithMeasure *measure;
  KithRoll *roll;
  const KithRollRow *rows;
  guint n_rows;
  KithNetwork *network;
  KithLedger *ledger;
  KithDate as_at;
  const KithSettings *settings;
  const KithNetworkSchool *schools;
  const KithNetworkArrangement *arrangements;
  GHashTable *listed;
  guint8 *is_told;
  gboolean has_section[KITH_N_BRIEFING_SECTIONS];
} KithBriefingDraft;

void         kith_briefing_list_changes   (KithBriefingDraft    *draft);
void         kith_briefing_add_changed    (KithBriefingDraft    *draft);
void         kith_briefing_add_headline   (KithBriefingDraft    *draft);
gboolean     kith_briefing_add_map        (KithBriefingDraft    *draft,
                                           KithJob              *job,
                                           GError              **error);
void         kith_briefing_add_schools    (KithBriefingDraft    *draft);
void         kith_briefing_add_findings   (KithBriefingDraft    *draft);
void         kith_briefing_add_found      (KithBriefingDraft    *draft,
                                           gboolean              is_ask);
gboolean     kith_briefing_add_hubs       (KithBriefingDraft    *draft,
                                           KithJob              *job,
                                           GError              **error);
void         kith_briefing_add_families   (KithBriefingDraft    *draft);
void         kith_briefing_add_lapses     (KithBriefingDraft    *draft);
void         kith_briefing_add_actions    (KithBriefingDraft    *draft);
void         kith_briefing_add_gaps       (KithBriefingDraft    *draft);
void         kith_briefing_add_method     (KithBriefingDraft    *draft);

void         kith_briefing_paragraph      (KithBriefingDraft    *draft,
                                           KithPieceType         type,
                                           const char           *format,
                                           ...) G_GNUC_PRINTF (3, 4);
void         kith_briefing_say            (KithBriefingDraft    *draft,
                                           KithVoice             voice,
                                           const char           *format,
                                           ...) G_GNUC_PRINTF (3, 4);
void         kith_briefing_tally          (KithBriefingDraft    *draft,
                                           KithBriefingSection   section,
                                           const KithTally      *tally,
                                           const char           *format,
                                           ...) G_GNUC_PRINTF (4, 5);
void         kith_briefing_add_text       (KithBriefingDraft    *draft,
                                           const char           *text);
gboolean     kith_briefing_is_hidden      (const KithBriefingDraft *draft,
                                           guint                 n);
char        *kith_briefing_dup_count      (const KithBriefingDraft *draft,
                                           guint                 n);
void         kith_briefing_add_count      (KithBriefingDraft    *draft,
                                           guint                 n);
void         kith_briefing_add_day        (KithBriefingDraft    *draft,
                                           KithDate              day);
void         kith_briefing_add_school     (KithBriefingDraft    *draft,
                                           guint                 school);
char        *kith_briefing_dup_id         (const char           *what,
                                           gint64                number);
gboolean     kith_briefing_find_scope     (KithBriefingDraft    *draft,
                                           GError              **error);
void         kith_briefing_clear_scope    (KithBriefingDraft    *draft);
gboolean     kith_briefing_is_whole       (const KithBriefingDraft *draft);
char        *kith_briefing_dup_subject    (const KithBriefingDraft *draft);
guint        kith_briefing_count_tier     (const KithBriefingDraft *draft,
                                           KithTier              tier);
const KithRollRow *
             kith_briefing_find_row       (const KithBriefingDraft *draft,
                                           gint64                urn);
gboolean     kith_action_is_open          (const KithAction     *action,
                                           KithDate              as_at);
GPtrArray   *kith_briefing_list_actions   (const KithBriefingDraft *draft,
                                           gboolean              is_open);
void         kith_briefing_say_action     (KithBriefingDraft    *draft,
                                           const KithAction     *action);
guint        kith_briefing_count_open     (const KithBriefingDraft *draft);

G_END_DECLS
