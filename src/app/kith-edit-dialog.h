/* kith-edit-dialog.h: a form that an officer fills in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-edit.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_EDIT_DIALOG (kith_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithEditDialog, kith_edit_dialog, KITH, EDIT_DIALOG, AdwWindow)

/* Makes the edit from what stands in the form now. */
typedef KithEdit *(*KithEditMaker)                   (KithEditDialog       *dialog,
                                                      KithLedger           *ledger,
                                                      gpointer              data);

KithEditDialog       *kith_edit_dialog_new           (GtkWidget            *over,
                                                      KithSession          *session,
                                                      const char           *title,
                                                      const char           *verb,
                                                      KithEditMaker         make,
                                                      gpointer              data,
                                                      GDestroyNotify        free_data);
KithSession          *kith_edit_dialog_get_session   (KithEditDialog       *self);
AdwPreferencesGroup  *kith_edit_dialog_add_group     (KithEditDialog       *self,
                                                      const char           *title,
                                                      const char           *description);
void                  kith_edit_dialog_set_group     (KithEditDialog       *self,
                                                      AdwPreferencesGroup  *group);
void                  kith_edit_dialog_add_alias     (KithEditDialog       *self,
                                                      const char           *alias,
                                                      const char           *field);
GtkWidget            *kith_edit_dialog_add_entry     (KithEditDialog       *self,
                                                      const char           *field,
                                                      const char           *title,
                                                      const char           *text);
GtkWidget            *kith_edit_dialog_add_day       (KithEditDialog       *self,
                                                      const char           *field,
                                                      const char           *title,
                                                      KithDate              day);
GtkWidget            *kith_edit_dialog_add_choice    (KithEditDialog       *self,
                                                      const char           *field,
                                                      const char           *title,
                                                      const char *const    *words,
                                                      guint                 selected);
GtkWidget            *kith_edit_dialog_add_switch    (KithEditDialog       *self,
                                                      const char           *field,
                                                      const char           *title,
                                                      gboolean              is_on);
const char           *kith_edit_dialog_get_text      (KithEditDialog       *self,
                                                      const char           *field);
const char           *kith_edit_dialog_get_changed   (KithEditDialog       *self,
                                                      const char           *field);
guint                 kith_edit_dialog_get_choice    (KithEditDialog       *self,
                                                      const char           *field);
void                  kith_edit_dialog_set_choice    (KithEditDialog       *self,
                                                      const char           *field,
                                                      guint                 selected);
void                  kith_edit_dialog_set_text      (KithEditDialog       *self,
                                                      const char           *field,
                                                      const char           *text);
void                  kith_edit_dialog_focus         (KithEditDialog       *self,
                                                      const char           *field);
gboolean              kith_edit_dialog_is_on         (KithEditDialog       *self,
                                                      const char           *field);
const char           *kith_edit_dialog_get_fault     (KithEditDialog       *self,
                                                      const char           *field);
void                  kith_edit_dialog_add_removal   (KithEditDialog       *self,
                                                      const char           *words,
                                                      KithEditMaker         make);
void                  kith_edit_dialog_begin         (KithEditDialog       *self);

G_END_DECLS
