/* kith-thing.h: what can be taken away from the system, or added to it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithAnalysisError:
 * @KITH_ANALYSIS_ERROR_NOT_FOUND: the register holds nothing of that name or number
 * @KITH_ANALYSIS_ERROR_AMBIGUOUS: it holds several
 * @KITH_ANALYSIS_ERROR_FORM: the words do not say what is asked for
 */
typedef enum
{
  KITH_ANALYSIS_ERROR_NOT_FOUND,
  KITH_ANALYSIS_ERROR_AMBIGUOUS,
  KITH_ANALYSIS_ERROR_FORM,
} KithAnalysisError;
#define KITH_ANALYSIS_ERROR (kith_analysis_error_quark ())
GQuark kith_analysis_error_quark (void);

typedef enum
{
  KITH_THING_PERSON,
  KITH_THING_ARRANGEMENT,
  KITH_THING_FUNDING,
  KITH_THING_SCHOOL,
  KITH_THING_MEMBERSHIP,
  KITH_N_THINGS,
} KithThingType;

/**
 * KithThing:
 * @type: what it is
 * @key: of a person or an arrangement; the URN of a school, or of a membership's; else
 *   %KITH_INT_NONE
 * @arrangement_id: of a membership, else %KITH_INT_NONE
 * @name: (nullable): of funding; names that are equal trimmed and case folded are one
 */
typedef struct
{
  KithThingType type;
  gint64 key;
  gint64 arrangement_id;
  char *name;
} KithThing;

KithThing   *kith_thing_new            (KithThingType     type,
                                        gint64            key,
                                        gint64            arrangement_id,
                                        const char       *name);
KithThing   *kith_thing_copy           (const KithThing  *self);
void         kith_thing_free           (KithThing        *self);
gboolean     kith_thing_is_equal       (const KithThing  *self,
                                        const KithThing  *other);
KithThing   *kith_thing_find           (KithLedger       *ledger,
                                        KithThingType     type,
                                        const char       *text,
                                        GError          **error);
char        *kith_thing_dup_words      (const KithThing  *self,
                                        KithLedger       *ledger);

const char  *kith_thing_type_get_key   (KithThingType     type);
gboolean     kith_thing_type_find      (const char       *text,
                                        KithThingType    *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithThing, kith_thing_free)

G_END_DECLS
