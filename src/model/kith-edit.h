/* kith-edit.h: what an officer would change by hand, or what stands against it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"

G_BEGIN_DECLS

/**
 * KithEditError:
 * @KITH_EDIT_ERROR_FIELD: a field does not say what it must; the message names it
 */
typedef enum
{
  KITH_EDIT_ERROR_FIELD,
} KithEditError;
#define KITH_EDIT_ERROR (kith_edit_error_quark ())
GQuark kith_edit_error_quark (void);

/**
 * KithEditProblem:
 * @field: of the form, as the command line's option names it: "until"
 * @sentence: what is wrong with it and what to do
 */
typedef struct
{
  const char *field;
  char *sentence;
} KithEditProblem;

/**
 * KithEditHint:
 * @field: of the form
 * @sentence: what somebody may want to look at again
 * @use: (nullable): what may be meant instead of what stands in the field
 */
typedef struct
{
  const char *field;
  char *sentence;
  char *use;
} KithEditHint;

/**
 * KithEdit:
 * @changes: of the ledger that it was made from; of no size where there is a problem, or where
 *   all of it is recorded already
 * @what: for the journal: "Set aside: Off the radar, Willow Court – visited by the diocese"
 * @problems: (element-type KithEditProblem): in the order of the form
 * @hints: (element-type KithEditHint): what does not stand against it
 *
 * An edit is made from a form as it was filled in, and never written where there is a problem.
 * Whoever asks while a form is being filled in gets the same sentences as whoever sends it off.
 */
typedef struct
{
  KithChangeset *changes;
  char *what;
  GPtrArray *problems;
  GPtrArray *hints;
} KithEdit;

void         kith_edit_free          (KithEdit        *self);
const char  *kith_edit_find_problem  (const KithEdit  *self,
                                      const char      *field);
char        *kith_edit_dup_problems  (const KithEdit  *self,
                                      const char      *field);
gboolean     kith_edit_check         (const KithEdit  *self,
                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithEdit, kith_edit_free)

G_END_DECLS
