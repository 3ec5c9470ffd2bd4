/* kith-tier-bar.c: five tiers with their counts, to choose from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-tier-bar.h"
#include "kith-tier-sign.h"

#include <glib/gi18n.h>

/**
 * KithTierBar:
 *
 * A toggle a tier with sign, word and count; the counts are of the whole roll, so they add up
 * to it whatever is chosen. Signal "changed": another choice.
 */
struct _KithTierBar
{
  GtkWidget parent_instance;

  GtkToggleButton *toggles[KITH_N_TIERS];
  GtkLabel *counts[KITH_N_TIERS];
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KithTierBar, kith_tier_bar, GTK_TYPE_WIDGET)

static void
toggled_cb (KithTierBar *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
add_toggle (KithTierBar *self, KithTier tier)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *sign = kith_tier_sign_new (FALSE);
  GtkWidget *count = gtk_label_new (NULL);

  kith_tier_sign_show (KITH_TIER_SIGN (sign), tier, KITH_PHASE_PRIMARY);
  gtk_widget_add_css_class (count, "heading");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), gtk_label_new (kith_tier_get_words (tier)));
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_parent (toggle, GTK_WIDGET (self));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->toggles[tier] = GTK_TOGGLE_BUTTON (toggle);
  self->counts[tier] = GTK_LABEL (count);
}

static void
kith_tier_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_tier_bar_parent_class)->dispose (object);
}

static void
kith_tier_bar_class_init (KithTierBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_tier_bar_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tierbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kith_tier_bar_init (KithTierBar *self)
{
  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    add_toggle (self, tier);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Schools by tier"), -1);
}

/**
 * kith_tier_bar_new:
 *
 * Returns: (transfer floating): a bar without counts, nothing chosen
 */
GtkWidget *
kith_tier_bar_new (void)
{
  return g_object_new (KITH_TYPE_TIER_BAR, NULL);
}

/**
 * kith_tier_bar_show:
 * @roll: (nullable): whose schools are counted
 */
void
kith_tier_bar_show (KithTierBar *self, const KithRoll *roll)
{
  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    {
      guint n = roll != NULL ? kith_roll_count_tier (roll, tier) : 0;
      g_autofree char *count = kith_text_dup_count (n);
      g_autofree char *name = NULL;

      /* TRANSLATORS: a tier and how many schools are in it: "Look in: 4 schools" */
      name = g_strdup_printf (ngettext ("%s: %s school", "%s: %s schools", n),
                              kith_tier_get_words (tier), count);
      gtk_label_set_text (self->counts[tier], count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[tier]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/**
 * kith_tier_bar_is_chosen:
 *
 * Returns: whether the toggle of @tier is down
 */
gboolean
kith_tier_bar_is_chosen (KithTierBar *self, KithTier tier)
{
  return gtk_toggle_button_get_active (self->toggles[tier]);
}

/**
 * kith_tier_bar_choose:
 * @tiers: a bit for each tier whose toggle is to be down
 */
void
kith_tier_bar_choose (KithTierBar *self, guint tiers)
{
  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    gtk_toggle_button_set_active (self->toggles[tier], (tiers & (1u << tier)) != 0);
}

/**
 * kith_tier_bar_clear:
 *
 * Chooses no tier, which shows all.
 */
void
kith_tier_bar_clear (KithTierBar *self)
{
  kith_tier_bar_choose (self, 0);
}
