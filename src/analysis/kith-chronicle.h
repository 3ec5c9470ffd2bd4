/* kith-chronicle.h: how it came to this: the dated story of one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_EVENT_OPENED,
  KITH_EVENT_CLOSED,
  KITH_EVENT_FOLLOWED, /* another school, or was followed by one */
  KITH_EVENT_JOINED,
  KITH_EVENT_LEFT,
  KITH_EVENT_TRUST_CHANGED,
  KITH_EVENT_BEGAN, /* an arrangement that it is in */
  KITH_EVENT_ENDED,
  KITH_EVENT_FADED,
  KITH_EVENT_REVIVED,
  KITH_EVENT_MET,
  KITH_EVENT_ASKED,
  KITH_EVENT_FINDING_BEGAN,
  KITH_EVENT_FINDING_CHANGED, /* graver, or less grave */
  KITH_EVENT_FINDING_ENDED,
  KITH_EVENT_SET_ASIDE,
  KITH_EVENT_RETURNED,
  KITH_N_EVENTS,
} KithEventKind;

/**
 * KithEvent:
 * @day: when, or unknown
 * @after: where it lies between two files: the day of the earlier
 * @kind: what
 * @arrangement_id: of which arrangement, or %KITH_INT_NONE
 * @code: of which finding, or %KITH_N_FINDINGS
 * @severity: of that finding, on that day or, where it ended, before it
 * @words: a sentence or two
 */
typedef struct
{
  KithDate day;
  KithDate after;
  KithEventKind kind;
  gint64 arrangement_id;
  KithFindingCode code;
  KithSeverity severity;
  const char *words;
} KithEvent;

/**
 * KithChronicle:
 * @events: (array length=n_events): those without a day, then from the first
 * @n_events: how many
 * @from: the day from which on findings are told; what held already on it begins on it
 * @n_looked: on how many days the findings were looked at
 *
 * Links, contacts, answers and findings of one school on or before the roll's date. Texts
 * belong to it.
 */
typedef struct
{
  const KithEvent *events;
  guint n_events;
  KithDate from;
  guint n_looked;
} KithChronicle;

KithChronicle  *kith_chronicle_new    (KithRoll       *roll,
                                       gint64          urn,
                                       KithJob        *job,
                                       GError        **error);
void            kith_chronicle_free   (KithChronicle  *self);

const char     *kith_event_get_key    (KithEventKind   kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithChronicle, kith_chronicle_free)

G_END_DECLS
