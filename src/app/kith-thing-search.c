/* kith-thing-search.c: a person, arrangement, money or school, found by typing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-thing-search.h"
#include "kith-candidates.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/* What is found and shown: who wants another types more. */
#define MOST_FOUND 7

/**
 * KithThingSearch:
 *
 * An entry, and under it what fits while somebody types. Return takes the first, the arrow down
 * goes into the list. Signal "chosen": something was.
 */
struct _KithThingSearch
{
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkFrame *frame;
  GtkListBox *list;

  GPtrArray *candidates; /* of KithCandidate; NULL while there are none */
  GPtrArray *found;      /* of KithCandidate, in the order of the rows */
  guint types;
  KithThing *thing;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (KithThingSearch, kith_thing_search, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_row (const KithCandidate *candidate)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (candidate->words);
  GtkWidget *detail = gtk_label_new (candidate->detail);
  g_autofree char *name = g_strdup_printf ("%s, %s", candidate->words, candidate->detail);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_found (KithThingSearch *self)
{
  kith_widgets_clear (GTK_WIDGET (self->list));
  for (guint f = 0; f < self->found->len; f++)
    gtk_list_box_append (self->list, new_row (self->found->pdata[f]));
  gtk_widget_set_visible (GTK_WIDGET (self->frame), self->found->len > 0);
}

static void
find (KithThingSearch *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (self->candidates != NULL && self->thing == NULL)
    self->found =
        kith_candidates_find (self->candidates, self->types,
                              gtk_editable_get_text (GTK_EDITABLE (self->entry)), MOST_FOUND);
  else
    self->found = g_ptr_array_new ();
  show_found (self);
}

static void
text_changed_cb (KithThingSearch *self)
{
  if (self->is_setting)
    return;
  g_clear_pointer (&self->thing, kith_thing_free);
  find (self);
}

static void
set_text (KithThingSearch *self, const char *text)
{
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting = FALSE;
}

static void
choose (KithThingSearch *self, guint at)
{
  const KithCandidate *candidate = self->found->pdata[at];

  g_clear_pointer (&self->thing, kith_thing_free);
  self->thing = kith_thing_copy (candidate->thing);
  set_text (self, candidate->words);
  find (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (KithThingSearch *self, GtkListBoxRow *row)
{
  choose (self, (guint)gtk_list_box_row_get_index (row));
}

static void
activated_cb (KithThingSearch *self)
{
  if (self->found != NULL && self->found->len > 0)
    choose (self, 0);
}

static gboolean
key_pressed_cb (KithThingSearch *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (key != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static gboolean
kith_thing_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KITH_THING_SEARCH (widget)->entry));
}

static void
kith_thing_search_dispose (GObject *object)
{
  KithThingSearch *self = KITH_THING_SEARCH (object);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->thing, kith_thing_free);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_thing_search_parent_class)->dispose (object);
}

static void
kith_thing_search_class_init (KithThingSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_thing_search_dispose;
  widget_class->grab_focus = kith_thing_search_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-thing-search.ui");
  gtk_widget_class_bind_template_child (widget_class, KithThingSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, KithThingSearch, frame);
  gtk_widget_class_bind_template_child (widget_class, KithThingSearch, list);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  signals[CHOSEN] = g_signal_new ("chosen", KITH_TYPE_THING_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_thing_search_init (KithThingSearch *self)
{
  self->types = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_thing_search_set_candidates:
 * @candidates: (nullable) (element-type KithCandidate): what can be found
 */
void
kith_thing_search_set_candidates (KithThingSearch *self, GPtrArray *candidates)
{
  if (candidates != NULL)
    g_ptr_array_ref (candidates);
  /* what was found belongs to those before */
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = candidates;
  find (self);
}

/**
 * kith_thing_search_set_types:
 * @types: a bit for each #KithThingType that may be found
 * @words: what to type, for people
 */
void
kith_thing_search_set_types (KithThingSearch *self, guint types, const char *words)
{
  self->types = types;
  g_object_set (self->entry, "placeholder-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  kith_thing_search_clear (self);
}

/**
 * kith_thing_search_show:
 * @thing: among the candidates
 *
 * Chooses it, without telling anybody.
 */
void
kith_thing_search_show (KithThingSearch *self, const KithThing *thing)
{
  for (guint c = 0; self->candidates != NULL && c < self->candidates->len; c++)
    {
      const KithCandidate *candidate = self->candidates->pdata[c];

      if (!kith_thing_is_equal (candidate->thing, thing))
        continue;
      g_clear_pointer (&self->thing, kith_thing_free);
      self->thing = kith_thing_copy (thing);
      set_text (self, candidate->words);
      find (self);
      return;
    }
}

/**
 * kith_thing_search_get_thing:
 *
 * Returns: (transfer none) (nullable): what is chosen
 */
const KithThing *
kith_thing_search_get_thing (KithThingSearch *self)
{
  return self->thing;
}

/**
 * kith_thing_search_clear:
 *
 * Begins anew.
 */
void
kith_thing_search_clear (KithThingSearch *self)
{
  g_clear_pointer (&self->thing, kith_thing_free);
  set_text (self, "");
  find (self);
}
