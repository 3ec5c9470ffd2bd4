/* kith-school-selection.h: one selected school in every list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCHOOL_SELECTION (kith_school_selection_get_type ())
G_DECLARE_FINAL_TYPE (KithSchoolSelection, kith_school_selection, KITH, SCHOOL_SELECTION, GObject)

KithSchoolSelection  *kith_school_selection_new        (KithSession          *session,
                                                        GListModel           *schools,
                                                        GtkWidget            *list);
GtkSelectionModel    *kith_school_selection_get_model  (KithSchoolSelection  *self);
guint                 kith_school_selection_get_n      (KithSchoolSelection  *self);
void                  kith_school_selection_follow     (KithSchoolSelection  *self);

G_END_DECLS
