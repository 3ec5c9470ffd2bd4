/* kith-suggestions.h: whom somebody may mean who is still typing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-contact.h"

G_BEGIN_DECLS

/* What is looked through. */
typedef enum
{
  KITH_SUGGEST_SCHOOLS       = 1 << 0,
  KITH_SUGGEST_ORGANISATIONS = 1 << 1,
  KITH_SUGGEST_PEOPLE        = 1 << 2,
  KITH_SUGGEST_ARRANGEMENTS  = 1 << 3, /* those that officers keep, and that have not ended */
  KITH_SUGGEST_AREAS         = 1 << 4, /* of needs and expertise */
} KithSuggestWhat;

/**
 * KithSuggestion:
 * @kind: what it is; %KITH_PARTY_ANY for an arrangement or an area
 * @text: to stand in the field: kith-naming.h finds it by that
 * @words: what tells it from others: "Wexbridge", "hub"
 */
typedef struct
{
  KithPartyKind kind;
  char *text;
  char *words;
} KithSuggestion;

GPtrArray  *kith_suggestions_list  (KithLedger       *ledger,
                                    const char       *typed,
                                    KithSuggestWhat   what,
                                    guint             n_most);

G_END_DECLS
