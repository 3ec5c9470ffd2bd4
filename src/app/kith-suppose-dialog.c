/* kith-suppose-dialog.c: what is supposed to be there besides
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-suppose-dialog.h"
#include "kith-addition.h"
#include "kith-thing-search.h"

#include <glib/gi18n.h>

#define SCHOOL (1u << KITH_THING_SCHOOL)
#define ARRANGEMENT (1u << KITH_THING_ARRANGEMENT)

/**
 * KithSupposeDialog:
 *
 * A form for one addition. What cannot be added is said in it, and nothing is lost.
 */
struct _KithSupposeDialog
{
  AdwWindow parent_instance;

  AdwComboRow *what;
  KithThingSearch *first;
  KithThingSearch *second;
  AdwEntryRow *name;
  AdwEntryRow *until;
  GtkLabel *problem;

  KithSupposeView *view;
  KithSession *session;
};

G_DEFINE_FINAL_TYPE (KithSupposeDialog, kith_suppose_dialog, ADW_TYPE_WINDOW)

/* In the order of the choice. */
static const struct
{
  KithThingType type;
  const char *choice;
  guint first, second; /* what is searched; 0 where nothing is */
  const char *name;    /* what the entry is for */
  gboolean has_until;
} forms[] = {
  { KITH_THING_ARRANGEMENT, N_ ("Two schools work together"), SCHOOL, SCHOOL, NULL, FALSE },
  { KITH_THING_MEMBERSHIP, N_ ("A school joins an arrangement"), SCHOOL, ARRANGEMENT, NULL, FALSE },
  { KITH_THING_PERSON, N_ ("Somebody else helps to run an arrangement"), 0, ARRANGEMENT, N_ ("Who"),
    FALSE },
  { KITH_THING_FUNDING, N_ ("Money pays for an arrangement"), 0, ARRANGEMENT, N_ ("Whose money"),
    TRUE },
};

static void
set_search (KithThingSearch *search, guint type, const char *school_words)
{
  gtk_widget_set_visible (GTK_WIDGET (search), type != 0);
  if (type != 0)
    kith_thing_search_set_types (search, type,
                                 type == SCHOOL ? school_words : _ ("Which arrangement"));
}

static void
what_changed_cb (KithSupposeDialog *self)
{
  guint form = adw_combo_row_get_selected (self->what);
  gint64 selected = kith_session_get_selected (self->session);

  if (form >= G_N_ELEMENTS (forms))
    return;
  set_search (self->first, forms[form].first, _ ("Which school"));
  set_search (self->second, forms[form].second, _ ("With which school"));
  if (forms[form].first == SCHOOL && selected != 0)
    {
      g_autoptr (KithThing) school =
          kith_thing_new (KITH_THING_SCHOOL, selected, KITH_INT_NONE, NULL);

      kith_thing_search_show (self->first, school);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->name), forms[form].name != NULL);
  if (forms[form].name != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _ (forms[form].name));
  gtk_widget_set_visible (GTK_WIDGET (self->until), forms[form].has_until);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static char *
dup_text (KithSupposeDialog *self, guint form, const KithThing *first, const KithThing *second)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  const char *until = gtk_editable_get_text (GTK_EDITABLE (self->until));

  switch (forms[form].type)
    {
    case KITH_THING_ARRANGEMENT:
      return g_strdup_printf ("pairing/%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, first->key,
                              second->key);
    case KITH_THING_MEMBERSHIP:
      return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, first->key, second->key);
    case KITH_THING_PERSON:
      return g_strdup_printf ("%s/%" G_GINT64_FORMAT, name, second->key);
    default:
      return g_strdup_printf ("%s/%" G_GINT64_FORMAT "%s%s", name, second->key,
                              *until != '\0' ? "/" : "", until);
    }
}

static char *
dup_words (KithSupposeDialog *self, guint form, const KithThing *first, const KithThing *second)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *one = first != NULL ? kith_thing_dup_words (first, ledger) : NULL;
  g_autofree char *other = kith_thing_dup_words (second, ledger);

  switch (forms[form].type)
    {
    case KITH_THING_ARRANGEMENT:
      return g_strdup_printf (_ ("With %s and %s together"), one, other);
    case KITH_THING_MEMBERSHIP:
      return g_strdup_printf (_ ("With %s in %s"), one, other);
    case KITH_THING_PERSON:
      return g_strdup_printf (_ ("With %s for %s"), name, other);
    default:
      return g_strdup_printf (_ ("With money from %s for %s"), name, other);
    }
}

static void
tell (KithSupposeDialog *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* Tried out first: what cannot be added is told here, where it can be corrected. */
static void
add_cb (KithSupposeDialog *self)
{
  guint form = adw_combo_row_get_selected (self->what);
  const KithThing *first = kith_thing_search_get_thing (self->first);
  const KithThing *second = kith_thing_search_get_thing (self->second);
  g_autoptr (KithChangeset) changes = kith_changeset_new (kith_session_get_ledger (self->session));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if ((forms[form].first != 0 && first == NULL) || second == NULL)
    {
      tell (self, _ ("Choose from what fits while you type."));
      return;
    }
  if (first != NULL && forms[form].first != 0 && kith_thing_is_equal (first, second))
    {
      tell (self, _ ("These are the same school. Choose another."));
      return;
    }
  if (forms[form].name != NULL &&
      kith_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->name))))
    {
      tell (self, _ ("Write a name."));
      return;
    }
  text = dup_text (self, form, first, second);
  if (!kith_addition_plan (changes, forms[form].type, text, kith_session_get_as_at (self->session),
                           &error))
    {
      tell (self, error->message);
      return;
    }
  words = dup_words (self, form, forms[form].first != 0 ? first : NULL, second);
  kith_suppose_view_add (self->view, kith_supposition_new_with (forms[form].type, text, words));
  gtk_window_close (GTK_WINDOW (self));
}

static void
kith_suppose_dialog_dispose (GObject *object)
{
  KithSupposeDialog *self = KITH_SUPPOSE_DIALOG (object);

  g_clear_object (&self->view);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_suppose_dialog_parent_class)->dispose (object);
}

static void
kith_suppose_dialog_class_init (KithSupposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_suppose_dialog_dispose;
  g_type_ensure (KITH_TYPE_THING_SEARCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-suppose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSupposeDialog, what);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeDialog, first);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeDialog, second);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeDialog, until);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, what_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_suppose_dialog_init (KithSupposeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_suppose_dialog_begin:
 * @view: which is given what is added
 * @candidates: (element-type KithCandidate): what can be chosen
 */
void
kith_suppose_dialog_begin (KithSupposeView *view, KithSession *session, GPtrArray *candidates)
{
  KithSupposeDialog *self = g_object_new (KITH_TYPE_SUPPOSE_DIALOG, "transient-for",
                                          gtk_widget_get_root (GTK_WIDGET (view)), NULL);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  kith_thing_search_set_candidates (self->first, candidates);
  kith_thing_search_set_candidates (self->second, candidates);
  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    gtk_string_list_append (choices, _ (forms[form].choice));
  adw_combo_row_set_model (self->what, G_LIST_MODEL (choices));
  what_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
