/* kith-supposition.h: one thing that is supposed to be gone, or to be there
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-thing.h"
#include "kith-what-if.h"

G_BEGIN_DECLS

/**
 * KithSupposition:
 * @thing: (nullable): what is taken away; %NULL where something is added
 * @type: of it, or of what is added
 * @text: (nullable): what is added, as kith_addition_plan() reads it
 * @words: for people: "Without Ada Marsh"
 */
typedef struct
{
  KithThing *thing;
  KithThingType type;
  char *text;
  char *words;
} KithSupposition;

/**
 * KithSupposed:
 * @what_if: the answer, with its findings
 * @ended: (nullable): a sentence that names the arrangements that end
 */
typedef struct
{
  KithWhatIf *what_if;
  char *ended;
} KithSupposed;

KithSupposition  *kith_supposition_new_without (KithLedger            *ledger,
                                                const KithThing       *thing);
KithSupposition  *kith_supposition_new_with    (KithThingType          type,
                                                const char            *text,
                                                const char            *words);
KithSupposition  *kith_supposition_copy        (const KithSupposition *self);
void              kith_supposition_free        (KithSupposition       *self);
gboolean          kith_supposition_is_equal    (const KithSupposition *self,
                                                const KithSupposition *other);

KithSupposed     *kith_supposed_new            (KithRoll              *roll,
                                                const GPtrArray       *suppositions,
                                                KithJob               *job,
                                                GError               **error);
void              kith_supposed_free           (KithSupposed          *self);

G_END_DECLS
