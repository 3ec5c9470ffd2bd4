/* kith-diff.h: what changed in the system between two days
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

/* In the order in which they are told. */
typedef enum
{
  KITH_DIFF_OPENED,
  KITH_DIFF_CLOSED,
  KITH_DIFF_CONVERTED, /* one school went on under another URN */
  KITH_DIFF_MERGED,    /* several went on as one */
  KITH_DIFF_MOVED_TRUST,
  KITH_DIFF_MOVED_AUTHORITY,
  KITH_DIFF_NEW_LINKS,
  KITH_DIFF_LOST_LINKS,
  KITH_DIFF_FINDING_CAME,
  KITH_DIFF_FINDING_CHANGED, /* graver, or less grave */
  KITH_DIFF_FINDING_RETURNED, /* it was set aside */
  KITH_DIFF_FINDING_SET_ASIDE,
  KITH_DIFF_FINDING_WENT,
  KITH_DIFF_TIER_MOVED,
  KITH_N_DIFFS,
} KithDiffKind;

/**
 * KithDiffPair:
 * @a: a URN
 * @b: a greater one
 *
 * Two schools that work together now and did not before, or did and do not now.
 */
typedef struct
{
  gint64 a, b;
} KithDiffPair;

/**
 * KithDiffItem:
 * @kind: what happened
 * @day: when, or unknown: of findings and tiers nobody looked at each day
 * @urn: of the school, or %KITH_INT_NONE where it is about an arrangement
 * @arrangement_id: that the links go through, or that a finding is about; or %KITH_INT_NONE
 * @name: of the school or the arrangement
 * @others: (array zero-terminated=1) (nullable): URNs that the school had before
 * @code: of a finding, else %KITH_N_FINDINGS
 * @before: severity, tier, trust or authority before; %NULL for none
 * @after: and after
 * @is_grave: whether a finding is red
 * @story: what happened, in sentences that can be read out
 * @decision: (nullable): what of officers' own records somebody must decide about now
 * @first_pair: of links: see kith_diff_get_pairs()
 * @n_pairs: how many
 */
typedef struct
{
  KithDiffKind kind;
  KithDate day;
  gint64 urn;
  gint64 arrangement_id;
  const char *name;
  const gint64 *others;
  KithFindingCode code;
  const char *before;
  const char *after;
  gboolean is_grave;
  const char *story;
  const char *decision;
  guint first_pair;
  guint n_pairs;
} KithDiffItem;

#define KITH_TYPE_DIFF (kith_diff_get_type ())

/**
 * KithDiff:
 *
 * What differs between two rolls of one register, each thing once: first what needs a decision,
 * then by kind. Concerns the home schools of either day, others that went while officers’ own
 * records still speak of them, and pairs of schools where one is home. A school that went on under
 * another URN is one school: its links, findings and tier are compared as if it had kept its URN.
 * Immutable and counted; keeps both rolls. May cross threads.
 */
typedef struct _KithDiff KithDiff;

GType                kith_diff_get_type     (void);
KithDiff            *kith_diff_new          (KithRoll            *before,
                                             KithRoll            *after,
                                             KithJob             *job,
                                             GError             **error);
KithDiff            *kith_diff_new_since    (KithRoll            *after,
                                             KithDate             since,
                                             KithJob             *job,
                                             GError             **error);
KithDiff            *kith_diff_ref          (KithDiff            *self);
void                 kith_diff_unref        (KithDiff            *self);
KithRoll            *kith_diff_get_roll     (const KithDiff      *self,
                                             gboolean             is_after);
const KithDiffItem  *kith_diff_get_items    (const KithDiff      *self,
                                             guint               *n_items);
const KithDiffPair  *kith_diff_get_pairs    (const KithDiff      *self,
                                             const KithDiffItem  *item);
guint                kith_diff_count        (const KithDiff      *self,
                                             KithDiffKind         kind);
guint                kith_diff_count_decisions
                                            (const KithDiff      *self);
char                *kith_diff_dup_headline (const KithDiff      *self);

const char          *kith_diff_kind_get_key (KithDiffKind         kind);
const char          *kith_diff_kind_get_words (KithDiffKind       kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithDiff, kith_diff_unref)

G_END_DECLS
