/* kith-application.c: the program
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-application.h"
#include "kith-person.h"
#include "kith-help-window.h"
#include "kith-resources.h"
#include "kith-window.h"

#include <glib/gi18n.h>

/**
 * KithApplication:
 *
 * One window a register. Without a file it opens the last register.
 */
struct _KithApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (KithApplication, kith_application, ADW_TYPE_APPLICATION)

/* The newest window on a register. */
static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (KITH_IS_WINDOW (at->data))
      return at->data;
  return NULL;
}

/* The guide alone keeps no program running. */
static void
kith_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  KithHelpWindow *help = kith_help_window_find (application);

  GTK_APPLICATION_CLASS (kith_application_parent_class)->window_removed (application, window);
  if (KITH_IS_WINDOW (window) && help != NULL && find_window (application) == NULL)
    gtk_window_destroy (GTK_WINDOW (help));
}

static void
kith_application_activate (GApplication *application)
{
  GtkWindow *window = find_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (kith_window_new (ADW_APPLICATION (application)));
      kith_window_open_last (KITH_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
kith_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      KithWindow *window = kith_window_new (ADW_APPLICATION (application));

      kith_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (
      parent, "application-name", _ ("Kith"), "application-icon", KITH_APPLICATION_ID, "version",
      KITH_VERSION, "developer-name", _ ("The Kith authors"), "license-type", GTK_LICENSE_GPL_3_0,
      "copyright", _ ("© 2026 The Kith authors"), "website", KITH_WEBSITE, "issue-url",
      KITH_WEBSITE "/issues", "comments",
      _ ("Every school, the partnerships that tie it to others, and those that nobody is in "
         "touch with."),
      NULL);
}

/* The program ends when the last session does: what is being written is written. */
/* Each window remembers itself as it closes. One in which somebody is writing may ask first, and
 * then nothing is closed. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (data);
  GtkWindow *first;

  while ((first = gtk_application_get_active_window (application)) != NULL)
    {
      g_autoptr (GtkWindow) window = g_object_ref (first);

      gtk_window_close (window);
      if (gtk_widget_get_visible (GTK_WIDGET (window)))
        return;
      gtk_window_destroy (window);
    }
}

/* The program is told to end: nobody is there to answer a question. */
static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (data);
  GtkWindow *first;

  while ((first = gtk_application_get_active_window (application)) != NULL)
    {
      g_autoptr (GtkWindow) window = g_object_ref (first);

      if (KITH_IS_WINDOW (window))
        gtk_window_close (window);
      gtk_window_destroy (window);
    }
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (kith_window_new (ADW_APPLICATION (data))));
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "win.open", { "<Control>o" } },
    { "win.new", { "<Control>n" } },
    { "win.import", { "<Control>i" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.find", { "<Control>f" } },
    { "win.search", { "<Control><Shift>f" } },
    { "win.as-at", { "<Control>d" } },
    { "win.page('roll')", { "<Control>1" } },
    { "win.page('map')", { "<Control>2" } },
    { "win.page('families')", { "<Control>3" } },
    { "win.page('partnerships')", { "<Control>4" } },
    { "win.page('diary')", { "<Control>5" } },
    { "win.page('people')", { "<Control>6" } },
    { "win.page('what-if')", { "<Control>7" } },
    { "win.page('briefing')", { "<Control>8" } },
    { "win.page('sources')", { "<Control>9" } },
    { "win.page('changes')", { "<Control>0" } },
    { "win.record-contact", { "<Control>r" } },
    { "win.add-to-partnership", { "<Control>m" } },
    { "win.ask", { "<Control>k" } },
    { "win.tick", { "<Control>t" } },
    { "win.help", { "F1" } },
    { "win.pane", { "F9" } },
    { "win.menu", { "F10" } },
    { "window.close", { "<Control>w" } },
    { "win.copy-all", { "<Control><Shift>c" } },
    { "win.choose-all", { "<Control><Shift>a" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           (const char *const *)accelerators[i].keys);
}

static void
kith_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_cb },
    { "quit", quit_cb },
    { "end", end_cb },
    { "new-window", new_window_cb },
  };

  /* before the parent looks for the style sheet */
  kith_register_resource ();
  G_APPLICATION_CLASS (kith_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  add_accelerators (GTK_APPLICATION (application));
  kith_person_get_settings ();
  gtk_window_set_default_icon_name (KITH_APPLICATION_ID);
}

static void
kith_application_class_init (KithApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = kith_application_startup;
  application_class->activate = kith_application_activate;
  application_class->open = kith_application_open;
  GTK_APPLICATION_CLASS (klass)->window_removed = kith_application_window_removed;
}

static void
kith_application_init (KithApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), "[FILE.kith…]");
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Keeps an authority’s picture of its schools and who works with "
                               "whom."));
}

/**
 * kith_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
KithApplication *
kith_application_new (void)
{
  return g_object_new (KITH_TYPE_APPLICATION, "application-id", KITH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
