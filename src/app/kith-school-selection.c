/* kith-school-selection.c: one selected school in every list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-school-selection.h"

/**
 * KithSchoolSelection:
 *
 * Keeps a list's selection and the session's the same. The session's rules: a list that is
 * filled anew, or does not hold the school, changes nothing.
 */
struct _KithSchoolSelection
{
  GObject parent_instance;

  KithSession *session;
  GtkSingleSelection *model;
  gboolean is_focused; /* before a new roll came */
  guint focusing;
  GtkWidget *list; /* a GtkColumnView or a GtkListView, which outlives this */
  KithUrnOf get_urn;
};

G_DEFINE_FINAL_TYPE (KithSchoolSelection, kith_school_selection, G_TYPE_OBJECT)

/* GTK 4.8 has no other way than the action of the list inside. */
static void
scroll_to (KithSchoolSelection *self, guint position)
{
  GtkWidget *list =
      GTK_IS_COLUMN_VIEW (self->list) ? gtk_widget_get_last_child (self->list) : self->list;

  /* one that is not shown has no rows to scroll */
  if (list != NULL && gtk_widget_get_mapped (list))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static guint
find_position (KithSchoolSelection *self, gint64 urn)
{
  guint n = kith_school_selection_get_n (self);

  for (guint i = 0; urn != 0 && i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (self->get_urn (item) == urn)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (KithSchoolSelection *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->model);

  if (item != NULL && self->get_urn (item) != 0)
    kith_session_set_selected (self->session, self->get_urn (item));
}

static void
mapped_cb (KithSchoolSelection *self)
{
  guint position = gtk_single_selection_get_selected (self->model);

  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

static gboolean
has_focus (KithSchoolSelection *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list);
}

/* The rows of a list go when it is filled anew, and the focus with them. */
static void
note_focus (KithSchoolSelection *self)
{
  self->is_focused = has_focus (self);
}

static GtkWidget *
find_selected_row (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return row;
  return NULL;
}

/* Whoever walked the list with the keyboard walks on from the school where they were. */
static gboolean
restore_focus_cb (gpointer data)
{
  KithSchoolSelection *self = KITH_SCHOOL_SELECTION (data);
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list =
      GTK_IS_COLUMN_VIEW (self->list) ? gtk_widget_get_last_child (self->list) : self->list;
  GtkWidget *row = find_selected_row (list);

  self->focusing = 0;
  /* a row that was taken out may still be what the window thinks has it */
  if (root != NULL && (focus == NULL || gtk_widget_get_root (focus) == NULL))
    gtk_widget_grab_focus (row != NULL ? row : self->list);
  return G_SOURCE_REMOVE;
}

static void
restore_focus (KithSchoolSelection *self)
{
  if (self->is_focused && self->focusing == 0)
    self->focusing = g_idle_add (restore_focus_cb, self);
  self->is_focused = FALSE;
}

static void
kith_school_selection_dispose (GObject *object)
{
  KithSchoolSelection *self = KITH_SCHOOL_SELECTION (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_school_selection_parent_class)->dispose (object);
}

static void
kith_school_selection_class_init (KithSchoolSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_school_selection_dispose;
}

static void
kith_school_selection_init (KithSchoolSelection *self)
{
}

static gint64
get_roll_item_urn (gpointer item)
{
  return kith_roll_item_get_urn (item);
}

/**
 * kith_school_selection_new:
 * @schools: (transfer full): a list of #KithRollItem
 * @list: that shows it
 *
 * Returns: (transfer full): the selection of @list, joined with that of @session
 */
KithSchoolSelection *
kith_school_selection_new (KithSession *session, GListModel *schools, GtkWidget *list)
{
  return kith_school_selection_new_of (session, schools, get_roll_item_urn, list);
}

/**
 * kith_school_selection_new_of:
 * @items: (transfer full): a list of anything that stands for a school
 * @get_urn: says which
 * @list: that shows it
 *
 * Returns: (transfer full): the selection of @list, joined with that of @session
 */
KithSchoolSelection *
kith_school_selection_new_of (KithSession *session,
                              GListModel *items,
                              KithUrnOf get_urn,
                              GtkWidget *list)
{
  KithSchoolSelection *self = g_object_new (KITH_TYPE_SCHOOL_SELECTION, NULL);

  self->session = g_object_ref (session);
  self->list = list;
  self->get_urn = get_urn;
  self->model = gtk_single_selection_new (items);
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  gtk_single_selection_set_selected (self->model, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (mapped_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (note_focus), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (restore_focus), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (kith_school_selection_follow),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kith_school_selection_get_model:
 *
 * Returns: (transfer none): for the list
 */
GtkSelectionModel *
kith_school_selection_get_model (KithSchoolSelection *self)
{
  return GTK_SELECTION_MODEL (self->model);
}

/**
 * kith_school_selection_get_n:
 *
 * Returns: how many schools the list shows
 */
guint
kith_school_selection_get_n (KithSchoolSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/**
 * kith_school_selection_follow:
 *
 * Selects the session's school in the list and brings it into view; nothing where the list
 * does not hold it.
 */
void
kith_school_selection_follow (KithSchoolSelection *self)
{
  gint64 urn = kith_session_get_selected (self->session);
  gpointer selected = gtk_single_selection_get_selected_item (self->model);
  guint position;

  if (selected != NULL && self->get_urn (selected) == urn)
    return;
  position = find_position (self, urn);
  gtk_single_selection_set_selected (self->model, position);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}
