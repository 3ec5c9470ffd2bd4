/* kith-label.h: where names stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"
#include "kith-measure.h"

G_BEGIN_DECLS

#define KITH_LABEL_FORMS 3

/**
 * KithLabelForm:
 * @width: in mm; 0 for a form that does not exist
 * @height: in mm
 */
typedef struct
{
  double width, height;
} KithLabelForm;

/**
 * KithLabel:
 * @at: centre of the mark that it names
 * @reach: how far the mark reaches from there, in mm
 * @forms: what it takes in one line, then in two, then as a mere number
 * @rank: what it may cost, and what it costs to leave it out; the higher the earlier it is placed
 */
typedef struct
{
  KithPoint at;
  double reach;
  KithLabelForm forms[KITH_LABEL_FORMS];
  double rank;
} KithLabel;

/**
 * KithLabelPlace:
 * @is_placed: whether there was room
 * @form: which of its forms
 * @box: where the words go
 * @anchor: how lines are set in @box
 * @has_leader: whether a thin line joins name and mark
 * @from: where that begins, at the mark
 * @to: where it ends, at the name
 */
typedef struct
{
  gboolean is_placed;
  guint form;
  KithBox box;
  KithAnchor anchor;
  gboolean has_leader;
  KithPoint from, to;
} KithLabelPlace;

/**
 * KithLabels:
 *
 * Names to be placed, and what they must not or had better not cover (LOOK, section 7).
 */
typedef struct _KithLabels KithLabels;

KithLabels            *kith_labels_new            (KithBox           bounds);
void                   kith_labels_free           (KithLabels       *self);
void                   kith_labels_add_furniture  (KithLabels       *self,
                                                   KithBox           box);
void                   kith_labels_add_spot       (KithLabels       *self,
                                                   KithPoint         at,
                                                   double            reach,
                                                   double            cost);
void                   kith_labels_add_line       (KithLabels       *self,
                                                   KithPoint         a,
                                                   KithPoint         b,
                                                   guint             number);
guint                  kith_labels_add            (KithLabels       *self,
                                                   const KithLabel  *label);
void                   kith_labels_place          (KithLabels       *self,
                                                   guint64           seed);
const KithLabelPlace  *kith_labels_get            (const KithLabels *self,
                                                   guint             label);
gboolean               kith_labels_place_free     (KithLabels       *self,
                                                   KithLabelForm     form,
                                                   const KithPoint  *centres,
                                                   guint             n_centres,
                                                   double            most,
                                                   KithBox          *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLabels, kith_labels_free)

G_END_DECLS
