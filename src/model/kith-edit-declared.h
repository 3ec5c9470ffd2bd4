/* kith-edit-declared.h: interests, rivals and catchments that somebody declared
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-contact.h"

G_BEGIN_DECLS

/**
 * KithInterestForm:
 * @id: of the interest that is changed, or %KITH_INT_NONE for a new one
 * @urn: (nullable): field "urn": the school that it is about
 * @who: field "who": whose it is: a person or an organisation
 * @what: field "what": what it is: "Governor of both schools"
 * @declared: (nullable): field "declared": the day
 * @resolved: (nullable): field "resolved": the day from which on it is none any more
 * @resolution: (nullable): how
 * @today: nothing was declared or resolved on a later day
 *
 * Where one is changed, a field that is %NULL stays as it is.
 */
typedef struct
{
  gint64 id;
  const char *urn;
  KithPartySaid who;
  const char *what;
  const char *declared;
  const char *resolved;
  const char *resolution;
  KithDate today;
} KithInterestForm;

/**
 * KithRivalryForm:
 * @urn: field "urn": a school
 * @other: field "other": another
 * @is_struck_out: whether they are no rivals, whatever distance and catchment say
 * @reason: (nullable): why
 *
 * Of a pair there is one word: a later one takes the place of an earlier.
 */
typedef struct
{
  const char *urn;
  const char *other;
  gboolean is_struck_out;
  const char *reason;
} KithRivalryForm;

KithEdit  *kith_edit_interest   (KithLedger              *ledger,
                                 const KithInterestForm  *form);
KithEdit  *kith_edit_rivalry    (KithLedger              *ledger,
                                 const KithRivalryForm   *form);
KithEdit  *kith_edit_catchment  (KithLedger              *ledger,
                                 gint64                   id,
                                 const char              *urn,
                                 const char              *name);

G_END_DECLS
