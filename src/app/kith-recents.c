/* kith-recents.c: the registers that were open last
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-recents.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>
#include <string.h>

#define CONTENT_TYPE "application/x-kith-register"
#define ENDING ".kith"
#define MOST 6

/**
 * KithRecents:
 *
 * A list of them; it is not seen where there are none. The desktop keeps it, and its other
 * programs show it too. Whether a register is still there is found when it is opened: a share
 * that has gone must not hold up the window.
 */
struct _KithRecents
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KithRecents, kith_recents, ADW_TYPE_BIN)

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *x = *(GtkRecentInfo *const *)a;
  GtkRecentInfo *y = *(GtkRecentInfo *const *)b;
  int order =
      g_date_time_compare (gtk_recent_info_get_visited (y), gtk_recent_info_get_visited (x));

  return order != 0 ? order : strcmp (gtk_recent_info_get_uri (x), gtk_recent_info_get_uri (y));
}

/* Of GtkRecentInfo, the newest first. */
static GPtrArray *
list_recent (void)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *registers = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_recent_info_unref);

  for (GList *at = all; at != NULL; at = at->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (at->data), CONTENT_TYPE) == 0)
      g_ptr_array_add (registers, gtk_recent_info_ref (at->data));
  g_list_free_full (all, (GDestroyNotify)gtk_recent_info_unref);
  g_ptr_array_sort (registers, compare_visited);
  if (registers->len > MOST)
    g_ptr_array_set_size (registers, MOST);
  return registers;
}

static char *
dup_name (GtkRecentInfo *info)
{
  const char *name = gtk_recent_info_get_display_name (info);

  return g_str_has_suffix (name, ENDING) ? g_strndup (name, strlen (name) - strlen (ENDING))
                                         : g_strdup (name);
}

/* In words; of what lies on this machine without its “file:”. */
static char *
dup_folder (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
}

static GtkWidget *
new_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dup_name (info);
  g_autofree char *folder = dup_folder (info);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);
  return row;
}

static void
fill_list (KithRecents *self)
{
  g_autoptr (GPtrArray) registers = list_recent ();

  kith_widgets_clear (GTK_WIDGET (self->list));
  for (guint i = 0; i < registers->len; i++)
    gtk_list_box_append (self->list, new_row (registers->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), registers->len > 0);
}

static void
kith_recents_class_init (KithRecentsClass *klass)
{
}

static void
kith_recents_init (KithRecents *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recent registers"), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Recent registers"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 420);
  adw_clamp_set_child (ADW_CLAMP (clamp), group);
  adw_bin_set_child (ADW_BIN (self), clamp);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_list),
                           self, G_CONNECT_SWAPPED);
  fill_list (self);
}

/**
 * kith_recents_add:
 * @file: a register that was opened
 *
 * Tells the desktop.
 */
void
kith_recents_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *)CONTENT_TYPE,
    .app_name = (char *)"kith",
    .app_exec = (char *)"kith %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
is_named_twice (GPtrArray *registers, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < registers->len; i++)
    {
      g_autofree char *other = dup_name (registers->pdata[i]);

      n += strcmp (name, other) == 0;
    }
  return n > 1;
}

/**
 * kith_recents_fill_menu:
 * @menu: what it held goes
 *
 * An item for each; of two that are named alike each says its folder.
 */
void
kith_recents_fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) registers = list_recent ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < registers->len; i++)
    {
      g_autofree char *name = dup_name (registers->pdata[i]);
      g_autofree char *folder = dup_folder (registers->pdata[i]);
      g_autofree char *words = is_named_twice (registers, name)
                                   ? g_strdup_printf ("%s (%s)", name, folder)
                                   : g_strdup (name);
      g_autoptr (GString) label = g_string_new (words);
      g_autoptr (GMenuItem) item = NULL;

      g_string_replace (label, "_", "__", 0);
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                         gtk_recent_info_get_uri (registers->pdata[i]));
      g_menu_append_item (menu, item);
    }
}
