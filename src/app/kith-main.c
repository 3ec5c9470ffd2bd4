/* kith-main.c: starts the desktop application
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>

/* The register is closed as if an officer had quit, and nobody is asked; a second signal ends the
 * program as it is. */
static gboolean
terminated_cb (gpointer application)
{
  g_action_group_activate_action (application, "end", NULL);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (KithApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KITH_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = kith_application_new ();
  g_unix_signal_add (SIGTERM, terminated_cb, application);
  g_unix_signal_add (SIGINT, terminated_cb, application);
  g_unix_signal_add (SIGHUP, terminated_cb, application);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
