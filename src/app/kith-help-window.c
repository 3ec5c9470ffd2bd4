/* kith-help-window.c: the user's guide in a window of its own
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-help-window.h"
#include "kith-help.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * KithHelpWindow:
 *
 * Contents and one topic. It stands beside the other windows, also beside a dialog that wants an
 * answer, and there is only one.
 */
struct _KithHelpWindow
{
  AdwWindow parent_instance;

  AdwFlap *flap;
  GtkSearchEntry *search;
  GtkListBox *contents;
  GtkScrolledWindow *scroller;
  GtkBox *page;

  KithHelp *help;
  const KithHelpTopic *topic;
  GPtrArray *before; /* of KithHelpTopic: what was read before, the newest last */
};

G_DEFINE_FINAL_TYPE (KithHelpWindow, kith_help_window, ADW_TYPE_WINDOW)

static const KithHelpTopic *
get_topic (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "topic");
}

/* The page. */

static gboolean link_cb (KithHelpWindow *self, const char *address);

static GtkWidget *
new_words (KithHelpWindow *self, const char *markup, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", markup, "use-markup", TRUE,
                    "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  return label;
}

/* A sign before words that hang from it. */
static GtkWidget *
new_hanging (const char *sign, GtkWidget *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (sign);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
new_block (KithHelpWindow *self, const KithHelpBlock *block)
{
  static const char *const classes[] = {
    [KITH_HELP_HEADING] = "title-4",      [KITH_HELP_PARAGRAPH] = "help-words",
    [KITH_HELP_NOTE] = "help-note",       [KITH_HELP_BULLET] = "help-words",
    [KITH_HELP_STEP] = "help-words",      [KITH_HELP_TERM] = "heading",
    [KITH_HELP_MEANING] = "help-meaning",
  };
  GtkAccessibleRole role =
      block->kind == KITH_HELP_HEADING ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL;
  GtkWidget *words = new_words (self, block->markup, role, classes[block->kind]);
  g_autofree char *number = g_strdup_printf ("%u.", block->number);

  if (block->kind == KITH_HELP_BULLET)
    return new_hanging ("•", words);
  if (block->kind == KITH_HELP_STEP)
    return new_hanging (number, words);
  return words;
}

static void
add_topics_of_group (KithHelpWindow *self, const char *group)
{
  for (guint i = 0; i < self->help->topics->len; i++)
    {
      const KithHelpTopic *topic = self->help->topics->pdata[i];
      g_autofree char *markup =
          g_strdup_printf ("<a href=\"%s\">%s</a> – %s", topic->id, topic->title, topic->about);

      if (strcmp (topic->group, group) == 0)
        gtk_box_append (self->page,
                        new_words (self, markup, GTK_ACCESSIBLE_ROLE_LABEL, "help-words"));
    }
}

static void
select_row (KithHelpWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->contents, i)) != NULL; i++)
    if (get_topic (row) == self->topic)
      gtk_list_box_select_row (self->contents, row);
}

static void
show_topic (KithHelpWindow *self, const KithHelpTopic *topic)
{
  self->topic = topic;
  kith_widgets_clear (GTK_WIDGET (self->page));
  gtk_box_append (self->page,
                  new_words (self, topic->title, GTK_ACCESSIBLE_ROLE_HEADING, "title-2"));
  gtk_box_append (self->page,
                  new_words (self, topic->about, GTK_ACCESSIBLE_ROLE_LABEL, "help-about"));
  for (guint i = 0; i < topic->blocks->len; i++)
    {
      const KithHelpBlock *block = topic->blocks->pdata[i];

      gtk_box_append (self->page, new_block (self, block));
      if (strcmp (topic->id, KITH_HELP_FIRST) == 0 && block->id != NULL)
        add_topics_of_group (self, block->id);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->before->len > 0);
  select_row (self);
}

static void
go_to (KithHelpWindow *self, const char *id)
{
  const KithHelpTopic *topic = kith_help_find (self->help, id);

  if (topic == NULL || topic == self->topic)
    return;
  if (self->topic != NULL)
    g_ptr_array_add (self->before, (gpointer)self->topic);
  show_topic (self, topic);
}

static gboolean
link_cb (KithHelpWindow *self, const char *address)
{
  go_to (self, address);
  return TRUE;
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithHelpWindow *self = KITH_HELP_WINDOW (widget);

  show_topic (self, g_ptr_array_steal_index (self->before, self->before->len - 1));
}

/* The contents. */

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithHelpWindow *self = KITH_HELP_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
row_activated_cb (KithHelpWindow *self, GtkListBoxRow *row)
{
  go_to (self, get_topic (row)->id);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static gboolean
has_words (const KithHelpTopic *topic, const char *folded)
{
  g_autoptr (GString) all = g_string_new (topic->title);
  g_autofree char *text = NULL;

  g_string_append_printf (all, " %s", topic->about);
  for (guint i = 0; i < topic->blocks->len; i++)
    g_string_append_printf (all, " %s", ((KithHelpBlock *)topic->blocks->pdata[i])->markup);
  text = g_utf8_casefold (all->str, -1);
  return strstr (text, folded) != NULL;
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  KithHelpWindow *self = data;
  g_autofree char *folded =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  return has_words (get_topic (row), g_strstrip (folded));
}

static void
search_changed_cb (KithHelpWindow *self)
{
  gtk_list_box_invalidate_filter (self->contents);
}

/* Enter opens the first that is left. */
static void
search_activated_cb (KithHelpWindow *self)
{
  GtkListBoxRow *row;

  gtk_list_box_invalidate_filter (self->contents);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->contents, i)) != NULL; i++)
    if (filter_row (row, self))
      {
        go_to (self, get_topic (row)->id);
        return;
      }
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  KithHelpWindow *self = data;
  const char *group = get_topic (row)->group;
  const char *words = kith_help_get_group (self->help, group);
  GtkWidget *label;

  if (words == NULL || (before != NULL && strcmp (get_topic (before)->group, group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "help-group");
  gtk_list_box_row_set_header (row, label);
}

static void
fill_contents (KithHelpWindow *self)
{
  for (guint i = 0; i < self->help->topics->len; i++)
    {
      const KithHelpTopic *topic = self->help->topics->pdata[i];
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (label), topic->title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (label)), -1);
      g_object_set_data (G_OBJECT (row), "topic", (gpointer)topic);
      gtk_list_box_append (self->contents, row);
    }
}

static void
kith_help_window_finalize (GObject *object)
{
  KithHelpWindow *self = KITH_HELP_WINDOW (object);

  g_ptr_array_unref (self->before);
  g_clear_pointer (&self->help, kith_help_free);
  G_OBJECT_CLASS (kith_help_window_parent_class)->finalize (object);
}

static void
kith_help_window_class_init (KithHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_help_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KithHelpWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KithHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, KithHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, KithHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, KithHelpWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_cb);
}

static void
kith_help_window_init (KithHelpWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->before = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->help = kith_help_read (&error);
  /* the guide is a part of the program, and a test reads all of it */
  g_assert_no_error (error);
  fill_contents (self);
  gtk_list_box_set_filter_func (self->contents, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->contents, set_header, self, NULL);
}

/* A dialog belongs to the program through the window that it stands before. */
static GtkApplication *
find_application (GtkWidget *over)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (over));

  while (window != NULL && gtk_window_get_application (window) == NULL)
    window = gtk_window_get_transient_for (window);
  return window != NULL ? gtk_window_get_application (window) : NULL;
}

/**
 * kith_help_window_find:
 *
 * Returns: (transfer none) (nullable): the window, if it is open
 */
KithHelpWindow *
kith_help_window_find (GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (KITH_IS_HELP_WINDOW (at->data))
      return at->data;
  return NULL;
}

/**
 * kith_help_window_show:
 * @over: in a window of the program, or in a dialog before one
 * @topic: id of a topic; one that is not known shows the contents
 *
 * Shows a topic.
 */
void
kith_help_window_show (GtkWidget *over, const char *topic)
{
  GtkApplication *application = find_application (over);
  KithHelpWindow *self;

  g_return_if_fail (application != NULL);
  self = kith_help_window_find (application);
  if (self == NULL)
    {
      g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

      self = g_object_new (KITH_TYPE_HELP_WINDOW, "application", application, NULL);
      /* a dialog that wants an answer holds up the windows of its own group alone */
      gtk_window_group_add_window (group, GTK_WINDOW (self));
    }
  go_to (self, kith_help_find (self->help, topic) != NULL ? topic : KITH_HELP_FIRST);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * kith_help_window_shown_cb:
 * @topic: a string
 *
 * For a key of a dialog.
 *
 * Returns: %TRUE
 */
gboolean
kith_help_window_shown_cb (GtkWidget *over, GVariant *topic, gpointer data)
{
  kith_help_window_show (over, g_variant_get_string (topic, NULL));
  return TRUE;
}

/**
 * kith_help_window_get_topic:
 *
 * Returns: (transfer none): the id of what is shown
 */
const char *
kith_help_window_get_topic (KithHelpWindow *self)
{
  return self->topic->id;
}
