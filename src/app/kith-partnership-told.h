/* kith-partnership-told.h: a partnership's story, told in a worker, and its words as widgets
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-arrangement-story.h"
#include "kith-session.h"

G_BEGIN_DECLS

/**
 * KithPartnershipTold:
 * @story: all of it
 * @members: (element-type KithMemberItem): its members
 * @not_reached: (element-type KithMemberItem): schools in its patch that are no members
 */
typedef struct
{
  KithArrangementStory *story;
  GPtrArray *members;
  GPtrArray *not_reached;
} KithPartnershipTold;

void                  kith_partnership_told_make      (KithRoll                   *roll,
                                                       gint64                      id,
                                                       GCancellable               *cancellable,
                                                       GAsyncReadyCallback         callback,
                                                       gpointer                    user_data);
KithPartnershipTold  *kith_partnership_told_finish    (GAsyncResult               *result,
                                                       GError                    **error);
void                  kith_partnership_told_free      (KithPartnershipTold        *self);

char                 *kith_partnership_told_dup_facts (const KithPartnershipTold  *self);
void                  kith_partnership_told_fill      (const KithPartnershipTold  *self,
                                                       KithDate                    as_at,
                                                       KithSession                *session,
                                                       GtkBox                     *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPartnershipTold, kith_partnership_told_free)

G_END_DECLS
