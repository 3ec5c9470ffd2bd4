/* kith-finding-view.c: one finding in full: never folded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-view.h"
#include "kith-aside-dialog.h"
#include "kith-help-window.h"

#include <glib/gi18n.h>

/* A shape as well as a colour. */
static const struct
{
  const char *sign;
  const char *css_class;
  const char *words;
} severities[] = {
  [KITH_SEVERITY_RED] = { "●", "finding-red", N_ ("red") },
  [KITH_SEVERITY_AMBER] = { "▲", "finding-amber", N_ ("amber") },
  [KITH_SEVERITY_ASK] = { "◌", "finding-ask", N_ ("ask") },
  [KITH_SEVERITY_NOTE] = { "■", "finding-note", N_ ("note") },
};

static GtkWidget *
new_paragraph (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* it can be marked with the mouse, and the keyboard passes over it */
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Which finding a button is about: the roll may be another when it is pressed. */
typedef struct
{
  KithSession *session;
  gint64 urn;
  gint64 arrangement_id;
  KithFindingCode code;
} Subject;

static void
free_subject (gpointer data, GClosure *closure)
{
  g_object_unref (((Subject *)data)->session);
  g_free (data);
}

static void
set_aside_cb (GtkWidget *button, Subject *subject)
{
  kith_aside_dialog_begin (button, subject->session, subject->urn, subject->arrangement_id,
                           subject->code);
}

static void
return_cb (GtkWidget *button, Subject *subject)
{
  kith_aside_return (subject->session, subject->urn, subject->arrangement_id, subject->code);
}

static GtkWidget *
new_button (KithSession *session,
            const KithFinding *finding,
            const char *label,
            GCallback pressed_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Subject *subject = g_new (Subject, 1);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, finding->chip);

  *subject =
      (Subject){ g_object_ref (session), finding->urn, finding->arrangement_id, finding->code };
  g_signal_connect_data (button, "clicked", pressed_cb, subject, free_subject, 0);
  gtk_widget_set_sensitive (button, !kith_session_is_read_only (session));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "finding-button");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
explain_cb (GtkWidget *button, gpointer code)
{
  const char *key = kith_finding_get_key (GPOINTER_TO_UINT (code));
  g_autofree char *topic = g_strconcat ("finding-", key, NULL);

  kith_help_window_show (button, topic);
}

/* Opens the guide at what the finding means, and by which rule. */
static GtkWidget *
new_explanation (const KithFinding *finding)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("help-about-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("What “%s” means"), finding->chip);

  g_signal_connect (button, "clicked", G_CALLBACK (explain_cb), GUINT_TO_POINTER (finding->code));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "finding-explained");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
new_heading (const KithFinding *finding, GtkWidget *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_label_new (severities[finding->severity].sign);
  GtkWidget *name = gtk_label_new (finding->chip);
  g_autofree char *words =
      g_strdup_printf ("%s, %s", finding->chip, _ (severities[finding->severity].words));

  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (box, severities[finding->severity].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), new_explanation (finding));
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

/* A sentence that follows a colon; a name in capitals is let be. */
static char *
dup_continued (const char *sentence)
{
  const char *rest = g_utf8_next_char (sentence);
  gunichar first = g_utf8_get_char (sentence);
  char letter[7] = { 0 };

  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (sentence);
  g_unichar_to_utf8 (g_unichar_tolower (first), letter);
  return g_strconcat (letter, rest, NULL);
}

/* When it comes back, and why nobody acts on it until then. */
static char *
dup_aside_words (const KithSettingAside *aside)
{
  g_autofree char *until = kith_date_dup_text (aside->until, KITH_DATE_LONG);
  g_autofree char *since = kith_date_dup_text (aside->since, KITH_DATE_LONG);
  GString *words = g_string_new (NULL);

  if (aside->until != KITH_DATE_UNKNOWN)
    g_string_append_printf (words, _ ("Set aside until %s – %s"), until, aside->reason);
  else
    g_string_append_printf (words, _ ("Set aside – %s"), aside->reason);
  if (aside->by != NULL)
    g_string_append_printf (words, _ (" (%s, %s)"), aside->by, since);
  return g_string_free (words, FALSE);
}

/**
 * kith_finding_view_new_aside:
 * @finding: one that an officer set aside
 * @session: whose finding it is
 *
 * Its name, until when and why it is set aside, and a button that brings it back.
 *
 * Returns: (transfer floating): a widget that keeps nothing of @finding
 */
GtkWidget *
kith_finding_view_new_aside (const KithFinding *finding, KithSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = new_button (session, finding, _ ("Return"), G_CALLBACK (return_cb));
  g_autofree char *words = dup_aside_words (finding->aside);

  gtk_widget_add_css_class (box, "finding");
  gtk_widget_add_css_class (box, "aside");
  gtk_box_append (GTK_BOX (box), new_heading (finding, button));
  gtk_box_append (GTK_BOX (box), new_paragraph (words, "evidence"));
  return box;
}

/**
 * kith_finding_view_new:
 * @finding: of a school or an arrangement
 * @session: whose finding it is
 *
 * Sign and name, the sentence, what it stands on and what would clear it, and a button that
 * sets it aside.
 *
 * Returns: (transfer floating): a widget that keeps nothing of @finding
 */
GtkWidget *
kith_finding_view_new (const KithFinding *finding, KithSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = new_button (session, finding, _ ("Set aside…"), G_CALLBACK (set_aside_cb));

  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), new_heading (finding, button));
  gtk_box_append (GTK_BOX (box), new_paragraph (finding->sentence, NULL));
  if (finding->evidence != NULL && *finding->evidence != '\0')
    gtk_box_append (GTK_BOX (box), new_paragraph (finding->evidence, "evidence"));
  if (finding->clears != NULL && *finding->clears != '\0')
    {
      g_autofree char *continued = dup_continued (finding->clears);
      g_autofree char *clears = g_strdup_printf (_ ("Would clear this: %s"), continued);

      gtk_box_append (GTK_BOX (box), new_paragraph (clears, "evidence"));
    }
  return box;
}
