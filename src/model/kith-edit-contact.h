/* kith-edit-contact.h: what happened between whom, and what was agreed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/* Who somebody is; with KITH_PARTY_ANY it must be somebody whom the register knows. */
typedef enum
{
  KITH_PARTY_ANY,
  KITH_PARTY_SCHOOL,
  KITH_PARTY_ORGANISATION,
  KITH_PARTY_PERSON,
} KithPartyKind;

/**
 * KithPartySaid:
 * @kind: what @who is
 * @who: a URN, a school's name, or the name of an organisation or a person
 * @part: (nullable): host, visitor, reviewer or present
 * @id: of an organisation or a person who is known, and whose name @who still is; else 0. It
 *   tells two of one name apart
 */
typedef struct
{
  KithPartyKind kind;
  const char *who;
  const char *part;
  gint64 id;
} KithPartySaid;

/**
 * KithContactForm:
 * @id: of the contact that is changed, or %KITH_INT_NONE for a new one
 * @date: field "date"
 * @kind: field "kind": visit, meeting …
 * @parties: (array length=n_parties): fields "party"; blank ones are passed over
 * @n_parties: how many
 * @arrangement: (nullable): field "arrangement": what it was under: its id or name
 * @officer: (nullable): who took part, not who typed
 * @summary: (nullable): what happened
 * @outcome: (nullable): what came of it
 * @confidential: (nullable): field "confidential": yes or no
 * @what: (nullable): what was agreed: an action of the first school and the arrangement
 * @owner: (nullable): who does it
 * @due: (nullable): field "due": by when
 * @today: no contact is of a later day
 *
 * Where a contact is changed, a field that is %NULL stays as it is, and so do those who took part
 * where none is named; else those who are named take their place.
 */
typedef struct
{
  gint64 id;
  const char *date;
  const char *kind;
  const KithPartySaid *parties;
  guint n_parties;
  const char *arrangement;
  const char *officer;
  const char *summary;
  const char *outcome;
  const char *confidential;
  const char *what;
  const char *owner;
  const char *due;
  KithDate today;
} KithContactForm;

/**
 * KithActionForm:
 * @id: of the action that is changed, or %KITH_INT_NONE for a new one
 * @urn: (nullable): field "urn": the school that it is about
 * @arrangement: (nullable): field "arrangement": what it is about besides, its id or name
 * @contact_id: where it was agreed, or %KITH_INT_NONE
 * @what: field "what": what is to be done
 * @owner: (nullable): who does it
 * @due: (nullable): field "due": by when
 * @done: (nullable): field "done": when it was done
 * @outcome: (nullable): what came of it
 * @today: nothing was done on a later day
 *
 * Where an action is changed, a field that is %NULL stays as it is.
 */
typedef struct
{
  gint64 id;
  const char *urn;
  const char *arrangement;
  gint64 contact_id;
  const char *what;
  const char *owner;
  const char *due;
  const char *done;
  const char *outcome;
  KithDate today;
} KithActionForm;

KithEdit  *kith_edit_contact  (KithLedger             *ledger,
                               const KithContactForm  *form);
KithEdit  *kith_edit_action   (KithLedger             *ledger,
                               const KithActionForm   *form);

G_END_DECLS
