/* kith-preferences.c: what a person and a register choose
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-preferences.h"
#include "kith-parameter-row.h"
#include "kith-person.h"
#include "kith-settings.h"

#include <glib/gi18n.h>

/**
 * KithPreferences:
 *
 * The officer's name is the person's own; all else is the register's, for everybody who opens it,
 * and each change of it is an entry of its history.
 */
struct _KithPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesPage *people;
  AdwPreferencesPage *findings;
  AdwPreferencesPage *ties;
  AdwEntryRow *officer;
  AdwPreferencesGroup *no_register;
  AdwExpanderRow *home;

  KithSession *session;
  GPtrArray *home_rows; /* of GtkCheckButton, made when they are first looked at */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (KithPreferences, kith_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* Where each group of parameters stands. */
static AdwPreferencesPage *
find_page (KithPreferences *self, KithParameterGroup group)
{
  switch (group)
    {
    case KITH_PARAMETER_SCOPE:
      return self->people;
    case KITH_PARAMETER_WEIGHTS:
    case KITH_PARAMETER_HALF_LIVES:
    case KITH_PARAMETER_LIVE:
    case KITH_PARAMETER_NEAR:
      return self->ties;
    default:
      return self->findings;
    }
}

static void
add_parameters (KithPreferences *self)
{
  g_autoptr (GPtrArray) parameters = kith_parameter_list ();
  GtkWidget *group = NULL;
  const KithParameter *last = NULL;

  for (guint p = 0; p < parameters->len; p++)
    {
      const KithParameter *parameter = parameters->pdata[p];

      if (last == NULL || last->group != parameter->group)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           kith_parameter_get_group_words (parameter->group));
          adw_preferences_page_add (find_page (self, parameter->group),
                                    ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 kith_parameter_row_new (self->session, parameter));
      last = parameter;
    }
}

/* Home authorities. */

static const KithAuthority *
get_authorities (KithPreferences *self, gsize *n)
{
  return kith_ledger_get_rows (kith_session_get_ledger (self->session), KITH_TABLE_AUTHORITY, n);
}

static int
compare_authorities (gconstpointer a, gconstpointer b)
{
  const KithAuthority *one = *(const KithAuthority *const *)a;
  const KithAuthority *other = *(const KithAuthority *const *)b;

  return g_utf8_collate (one->name != NULL ? one->name : "",
                         other->name != NULL ? other->name : "");
}

static char *
dup_home_words (KithPreferences *self)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  g_autoptr (KithSettings) settings = kith_settings_new (ledger);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize h = 0; h < settings->n_home; h++)
    {
      const KithAuthority *authority =
          kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, settings->home[h]);

      g_ptr_array_add (names, authority != NULL && authority->name != NULL
                                  ? (gpointer)authority->name
                                  : (gpointer)_ ("one that is not in the register"));
    }
  if (names->len == 0)
    return g_strdup (_ ("All: every school in scope is listed"));
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

static void
home_toggled_cb (KithPreferences *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (self->is_setting)
    return;
  for (guint i = 0; i < self->home_rows->len; i++)
    if (gtk_check_button_get_active (self->home_rows->pdata[i]))
      g_string_append_printf (
          value, "%s%" G_GINT64_FORMAT, value->len > 0 ? ";" : "",
          *(gint64 *)g_object_get_data (G_OBJECT (self->home_rows->pdata[i]), "code"));
  kith_parameter_set (self->session, "home", value->len > 0 ? value->str : NULL);
}

static void
add_home_row (KithPreferences *self, const KithAuthority *authority)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 authority->name != NULL ? authority->name : "");
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (check), "code",
                          g_memdup2 (&authority->code, sizeof authority->code), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (home_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->home, row);
  g_ptr_array_add (self->home_rows, check);
}

static void
show_home (KithPreferences *self)
{
  g_autoptr (KithSettings) settings = NULL;
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;

  if (!kith_session_is_open (self->session))
    return;
  words = dup_home_words (self);
  escaped = g_markup_escape_text (words, -1);
  settings = kith_settings_new (kith_session_get_ledger (self->session));
  adw_expander_row_set_subtitle (self->home, escaped);
  gtk_widget_set_sensitive (GTK_WIDGET (self->home), !kith_session_is_read_only (self->session));
  self->is_setting = TRUE;
  for (guint i = 0; i < self->home_rows->len; i++)
    {
      gint64 *code = g_object_get_data (G_OBJECT (self->home_rows->pdata[i]), "code");

      gtk_check_button_set_active (self->home_rows->pdata[i],
                                   settings->n_home > 0 && kith_settings_is_home (settings, *code));
    }
  self->is_setting = FALSE;
}

static void
home_expanded_cb (KithPreferences *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const KithAuthority *authorities;
  gsize n;

  if (self->home_rows->len > 0 || !kith_session_is_open (self->session))
    return;
  authorities = get_authorities (self, &n);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer)&authorities[i]);
  g_ptr_array_sort (sorted, compare_authorities);
  for (guint i = 0; i < sorted->len; i++)
    add_home_row (self, sorted->pdata[i]);
  show_home (self);
}

/* The person. */

static void
bind_officer (KithPreferences *self)
{
  GSettings *settings = kith_person_get_settings ();

  gtk_widget_set_sensitive (GTK_WIDGET (self->officer), settings != NULL);
  if (settings != NULL)
    g_settings_bind (settings, KITH_PERSON_OFFICER, self->officer, "text", G_SETTINGS_BIND_DEFAULT);
}

static void
register_changed_cb (KithPreferences *self)
{
  gboolean is_open = kith_session_is_open (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->no_register), !is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->home), is_open);
  show_home (self);
}

static void
kith_preferences_dispose (GObject *object)
{
  g_clear_object (&KITH_PREFERENCES (object)->session);
  G_OBJECT_CLASS (kith_preferences_parent_class)->dispose (object);
}

static void
kith_preferences_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_PREFERENCES (object)->home_rows);
  G_OBJECT_CLASS (kith_preferences_parent_class)->finalize (object);
}

static void
kith_preferences_class_init (KithPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_preferences_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, KithPreferences, people);
  gtk_widget_class_bind_template_child (widget_class, KithPreferences, findings);
  gtk_widget_class_bind_template_child (widget_class, KithPreferences, ties);
  gtk_widget_class_bind_template_child (widget_class, KithPreferences, officer);
  gtk_widget_class_bind_template_child (widget_class, KithPreferences, no_register);
  gtk_widget_class_bind_template_child (widget_class, KithPreferences, home);
  gtk_widget_class_bind_template_callback (widget_class, home_expanded_cb);
}

static void
kith_preferences_init (KithPreferences *self)
{
  self->home_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_preferences_new:
 * @session: whose register they are of, if one is open
 *
 * Returns: (transfer none): the window
 */
KithPreferences *
kith_preferences_new (GtkWindow *parent, KithSession *session)
{
  KithPreferences *self = g_object_new (KITH_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  bind_officer (self);
  if (kith_session_is_open (session))
    add_parameters (self);
  else
    {
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), self->findings);
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), self->ties);
    }
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  register_changed_cb (self);
  return self;
}
