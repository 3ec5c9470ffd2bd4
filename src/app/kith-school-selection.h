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

/* An item's school, 0 for none. */
typedef gint64 (*KithUrnOf) (gpointer item);

KithSchoolSelection  *kith_school_selection_new        (KithSession          *session,
                                                        GListModel           *schools,
                                                        GtkWidget            *list);
KithSchoolSelection  *kith_school_selection_new_of     (KithSession          *session,
                                                        GListModel           *items,
                                                        KithUrnOf             get_urn,
                                                        GtkWidget            *list);
GtkSelectionModel    *kith_school_selection_get_model  (KithSchoolSelection  *self);
guint                 kith_school_selection_get_n      (KithSchoolSelection  *self);
void                  kith_school_selection_follow     (KithSchoolSelection  *self);

G_END_DECLS
