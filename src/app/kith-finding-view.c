/* kith-finding-view.c: one finding in full: never folded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-view.h"

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

static GtkWidget *
new_heading (const KithFinding *finding)
{
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
  return box;
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

/**
 * kith_finding_view_new:
 *
 * Sign and name, the sentence, what it stands on and what would clear it.
 *
 * Returns: (transfer floating): a widget that keeps nothing of @finding
 */
GtkWidget *
kith_finding_view_new (const KithFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), new_heading (finding));
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
