/* kith-candidates.h: what can be chosen to be taken away, with words to find it by
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"
#include "kith-thing.h"

G_BEGIN_DECLS

/**
 * KithCandidate:
 * @thing: what it is
 * @words: what people call it
 * @detail: what tells it from another of that name: "hub, 12 schools"
 * @folded: what is searched: both, case folded
 */
typedef struct
{
  KithThing *thing;
  char *words;
  char *detail;
  char *folded;
} KithCandidate;

GPtrArray  *kith_candidates_list  (KithRoll          *roll);
GPtrArray  *kith_candidates_find  (const GPtrArray   *candidates,
                                   guint              types,
                                   const char        *text,
                                   guint              most);

G_END_DECLS
