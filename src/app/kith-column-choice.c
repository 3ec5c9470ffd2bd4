/* kith-column-choice.c: which columns of a list a person wants to see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-column-choice.h"

#include <glib/gi18n.h>

#define USUAL "usual"

/**
 * KithColumnChoice:
 *
 * A column is as usual until somebody ticks or unticks it in the menu, and from then on as they
 * said, from one day to the next. Signal "changed": they said something.
 */
struct _KithColumnChoice
{
  GObject parent_instance;

  const KithColumnOption *options;
  guint n_options;
  GSettings *settings; /* nullable: then it is remembered until the window closes */
  char *key;
  GVariant *chosen; /* a{sb}: whether each that somebody chose is shown */
  gboolean has_room;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (KithColumnChoice, kith_column_choice, G_TYPE_OBJECT)

static guint changed_signal;

static GSimpleAction *
get_action (KithColumnChoice *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static void
show_states (KithColumnChoice *self)
{
  for (guint i = 0; i < self->n_options; i++)
    g_simple_action_set_state (get_action (self, self->options[i].name),
                               g_variant_new_boolean (kith_column_choice_is_wanted (self, i)));
  g_simple_action_set_enabled (get_action (self, USUAL), g_variant_n_children (self->chosen) > 0);
}

static void
set_chosen (KithColumnChoice *self, GVariant *chosen)
{
  g_variant_ref_sink (chosen);
  g_variant_unref (self->chosen);
  self->chosen = chosen;
  show_states (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
setting_changed_cb (KithColumnChoice *self)
{
  g_autoptr (GVariant) chosen = g_settings_get_value (self->settings, self->key);

  set_chosen (self, chosen);
}

/* Where the setting cannot be written, as where there is none: until the window closes. */
static void
choose (KithColumnChoice *self, GVariant *floating)
{
  g_autoptr (GVariant) chosen = g_variant_ref_sink (floating);

  if (self->settings == NULL || !g_settings_set_value (self->settings, self->key, chosen))
    set_chosen (self, chosen);
}

static void
state_asked_cb (GSimpleAction *action, GVariant *is_shown, KithColumnChoice *self)
{
  const char *asked = g_action_get_name (G_ACTION (action));
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  gboolean was_shown;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sb}"));
  g_variant_iter_init (&iter, self->chosen);
  while (g_variant_iter_next (&iter, "{&sb}", &name, &was_shown))
    if (g_strcmp0 (name, asked) != 0)
      g_variant_builder_add (&builder, "{sb}", name, was_shown);
  g_variant_builder_add (&builder, "{sb}", asked, g_variant_get_boolean (is_shown));
  choose (self, g_variant_builder_end (&builder));
}

static void
usual_cb (KithColumnChoice *self)
{
  choose (self, g_variant_new_array (G_VARIANT_TYPE ("{sb}"), NULL, 0));
}

static void
kith_column_choice_finalize (GObject *object)
{
  KithColumnChoice *self = KITH_COLUMN_CHOICE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_variant_unref (self->chosen);
  g_free (self->key);
  G_OBJECT_CLASS (kith_column_choice_parent_class)->finalize (object);
}

static void
kith_column_choice_class_init (KithColumnChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_column_choice_finalize;
  changed_signal = g_signal_new ("changed", KITH_TYPE_COLUMN_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_column_choice_init (KithColumnChoice *self)
{
  self->actions = g_simple_action_group_new ();
  self->chosen = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{sb}"), NULL, 0));
}

static void
add_actions (KithColumnChoice *self)
{
  g_autoptr (GSimpleAction) usual = g_simple_action_new (USUAL, NULL);

  for (guint i = 0; i < self->n_options; i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (self->options[i].name, NULL, g_variant_new_boolean (TRUE));

      g_simple_action_set_enabled (action, !self->options[i].stays);
      g_signal_connect_object (action, "change-state", G_CALLBACK (state_asked_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_signal_connect_object (usual, "activate", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (usual));
}

/* GIO ends a program that asks for a key which an older schema has not. */
static gboolean
has_key (GSettings *settings, const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

/**
 * kith_column_choice_new:
 * @options: (array length=n_options): static
 * @settings: (nullable): the person's
 * @key: of type a{sb}: a name, and whether that column is shown; where the schema has no such
 *   key, nothing outlasts the window
 *
 * Returns: (transfer full): what was chosen; it follows the settings
 */
KithColumnChoice *
kith_column_choice_new (const KithColumnOption *options,
                        guint n_options,
                        GSettings *settings,
                        const char *key)
{
  KithColumnChoice *self = g_object_new (KITH_TYPE_COLUMN_CHOICE, NULL);

  self->options = options;
  self->n_options = n_options;
  self->key = g_strdup (key);
  add_actions (self);
  if (settings != NULL && has_key (settings, key))
    {
      g_autofree char *signal = g_strconcat ("changed::", key, NULL);

      self->settings = g_object_ref (settings);
      g_signal_connect_object (settings, signal, G_CALLBACK (setting_changed_cb), self,
                               G_CONNECT_SWAPPED);
      setting_changed_cb (self);
    }
  show_states (self);
  return self;
}

/**
 * kith_column_choice_set_room:
 * @has_room: whether there is room for the columns that need it
 */
void
kith_column_choice_set_room (KithColumnChoice *self, gboolean has_room)
{
  self->has_room = has_room;
  show_states (self);
}

/**
 * kith_column_choice_is_wanted:
 * @column: place of an option
 *
 * Returns: whether the column is to be shown
 */
gboolean
kith_column_choice_is_wanted (KithColumnChoice *self, guint column)
{
  const KithColumnOption *option = &self->options[column];
  gboolean is_shown = !option->needs_room || self->has_room;

  if (option->stays)
    return TRUE;
  g_variant_lookup (self->chosen, option->name, "b", &is_shown);
  return is_shown;
}

/**
 * kith_column_choice_get_actions:
 *
 * Returns: (transfer none): one for each column, by its name, and "usual"
 */
GActionGroup *
kith_column_choice_get_actions (KithColumnChoice *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * kith_column_choice_fill:
 * @menu: an empty menu
 * @prefix: under which a widget has the actions
 *
 * Offers each column with a check, and to have the usual ones again.
 */
void
kith_column_choice_fill (KithColumnChoice *self, GMenu *menu, const char *prefix)
{
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) back = g_menu_new ();
  g_autofree char *usual = g_strdup_printf ("%s." USUAL, prefix);

  for (guint i = 0; i < self->n_options; i++)
    {
      g_autofree char *action = g_strdup_printf ("%s.%s", prefix, self->options[i].name);

      g_menu_append (columns, _ (self->options[i].label), action);
    }
  g_menu_append (back, _ ("_Usual columns"), usual);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
}
