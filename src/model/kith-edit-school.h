/* kith-edit-school.h: what a school was asked, what it needs and what it is strong at
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/**
 * KithEnquiryForm:
 * @id: of the enquiry that is changed, or %KITH_INT_NONE for a new one
 * @urn: field "urn": the school
 * @kind: (nullable): field "kind": of arrangement that it was asked about; blank for every kind
 * @asked: field "asked": the day
 * @answer: (nullable): field "answer": none, some, or blank while there is no answer
 * @by: (nullable): who asked
 * @today: nobody was asked on a later day
 *
 * Where an enquiry is changed, a field that is %NULL stays as it is.
 */
typedef struct
{
  gint64 id;
  const char *urn;
  const char *kind;
  const char *asked;
  const char *answer;
  const char *by;
  KithDate today;
} KithEnquiryForm;

/**
 * KithNeedForm:
 * @id: of the need or the strength that is changed, or %KITH_INT_NONE for a new one
 * @urn: field "urn": the school
 * @is_strength: whether it is strong at it; else it needs help with it
 * @area: field "area": "Early reading"
 * @level: (nullable): field "level": 1 to 5, or met where it has ended
 * @evidence: (nullable): how that is known
 * @date: (nullable): field "date": of which day it is
 * @today: it is of no later day
 *
 * Where one is changed, a field that is %NULL stays as it is.
 */
typedef struct
{
  gint64 id;
  const char *urn;
  gboolean is_strength;
  const char *area;
  const char *level;
  const char *evidence;
  const char *date;
  KithDate today;
} KithNeedForm;

KithEdit  *kith_edit_enquiry  (KithLedger             *ledger,
                               const KithEnquiryForm  *form);
KithEdit  *kith_edit_need     (KithLedger             *ledger,
                               const KithNeedForm     *form);

G_END_DECLS
