/* kith-audience.h: for whom something is written, and what they are not told
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/* From those who are told most. */
typedef enum
{
  KITH_AUDIENCE_OFFICERS,
  KITH_AUDIENCE_PARTNERS,
  KITH_AUDIENCE_COMMISSIONER,
  KITH_AUDIENCE_PUBLIC,
  KITH_N_AUDIENCES,
} KithAudience;

/**
 * KithTopic:
 * @KITH_TOPIC_NAMES: who a person is
 * @KITH_TOPIC_EMAILS: their e-mail addresses
 * @KITH_TOPIC_CONFIDENTIAL: a contact marked confidential: its words and its parties
 * @KITH_TOPIC_NOTES: what officers wrote in their own words of contacts, actions, needs,
 *   expertise and enquiries
 * @KITH_TOPIC_FINDINGS: which school has which finding, and so its tier
 * @KITH_TOPIC_ASIDES: which finding an officer set aside, and why
 * @KITH_TOPIC_NEEDS: needs, expertise and enquiries of a school; who supports whom
 * @KITH_TOPIC_SMALL_COHORTS: a figure of fewer pupils than the settings' suppressed_cohort, and
 *   the other groups of the same figure, from which it could be worked out
 */
typedef enum
{
  KITH_TOPIC_NAMES,
  KITH_TOPIC_EMAILS,
  KITH_TOPIC_CONFIDENTIAL,
  KITH_TOPIC_NOTES,
  KITH_TOPIC_FINDINGS,
  KITH_TOPIC_ASIDES,
  KITH_TOPIC_NEEDS,
  KITH_TOPIC_SMALL_COHORTS,
  KITH_N_TOPICS,
} KithTopic;

gboolean     kith_audience_may_see    (KithAudience   self,
                                       KithTopic      topic);
const char  *kith_audience_tell       (KithAudience   self,
                                       KithTopic      topic);
const char  *kith_audience_get_key    (KithAudience   self);
const char  *kith_audience_get_words  (KithAudience   self);
gboolean     kith_audience_find       (const char    *text,
                                       KithAudience  *audience);

/**
 * KithRedactor:
 *
 * Knows the names and e-mail addresses of all people in a register, and strikes from a text
 * those that an audience is not told. May cross threads once made.
 */
typedef struct _KithRedactor KithRedactor;

KithRedactor  *kith_redactor_new      (KithLedger          *ledger,
                                       KithAudience         audience);
void           kith_redactor_free     (KithRedactor        *self);
char          *kith_redactor_strike   (const KithRedactor  *self,
                                       const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRedactor, kith_redactor_free)

G_END_DECLS
