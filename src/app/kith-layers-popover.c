/* kith-layers-popover.c: what a map shows and what it leaves out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-layers-popover.h"
#include "kith-scene-view.h"
#include "kith-tie.h"
#include "kith-tier-sign.h"

#include <glib/gi18n.h>

/* Of a line, as the legend draws it. */
#define LINE_WIDTH 10.0
#define LINE_HEIGHT 4.0
#define LINE_PX 3.4

/**
 * KithLayersPopover:
 *
 * A check for each tier and each kind of link, for outlines and names, and one that narrows the
 * map to what the roll call shows. Signal "changed": another choice.
 */
struct _KithLayersPopover
{
  GtkPopover parent_instance;

  GtkWidget *schools, *links; /* what stands together */
  GtkCheckButton *tiers[KITH_N_TIERS];
  GtkCheckButton *ties[KITH_N_TIES];
  GtkCheckButton *filtered;
  GtkCheckButton *outlines;
  GtkCheckButton *names;
  gboolean is_clearing;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KithLayersPopover, kith_layers_popover, GTK_TYPE_POPOVER)

static void
toggled_cb (KithLayersPopover *self)
{
  if (!self->is_clearing)
    g_signal_emit (self, changed_signal, 0);
}

static void
show_all_cb (KithLayersPopover *self)
{
  self->is_clearing = TRUE;
  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    gtk_check_button_set_active (self->tiers[tier], TRUE);
  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    gtk_check_button_set_active (self->ties[tie], TRUE);
  gtk_check_button_set_active (self->filtered, FALSE);
  gtk_check_button_set_active (self->outlines, TRUE);
  gtk_check_button_set_active (self->names, TRUE);
  self->is_clearing = FALSE;
  toggled_cb (self);
}

/* With a sign or a line before its words. */
static GtkCheckButton *
add_check (
    KithLayersPopover *self, GtkWidget *column, GtkWidget *icon, const char *words, gboolean is_on)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_box_append (GTK_BOX (column), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (check);
}

static GtkWidget *
add_column (GtkWidget *box, const char *title)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (box), column);
  return column;
}

static GtkWidget *
new_line (KithTie tie)
{
  g_autoptr (KithScene) scene = kith_scene_new (LINE_WIDTH, LINE_HEIGHT);
  KithTiePath path = { { 0, LINE_HEIGHT / 2 }, { LINE_WIDTH, LINE_HEIGHT / 2 }, 0, 0, 0 };

  kith_scene_add_tie (scene, tie, TRUE, &path, KITH_ROLE_VIEW);
  return kith_scene_view_new (scene, LINE_PX);
}

static void
add_schools (KithLayersPopover *self, GtkWidget *box)
{
  self->schools = add_column (box, _ ("Schools"));
  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    {
      GtkWidget *sign = kith_tier_sign_new (FALSE);

      kith_tier_sign_show (KITH_TIER_SIGN (sign), tier, KITH_PHASE_PRIMARY);
      self->tiers[tier] =
          add_check (self, self->schools, sign, kith_tier_get_words ((KithTier)tier), TRUE);
    }
  self->filtered =
      add_check (self, self->schools, NULL, _ ("Only what the roll call shows"), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filtered),
                               _ ("The filter of the roll call holds here too"));
}

static void
add_links (KithLayersPopover *self, GtkWidget *box)
{
  self->links = add_column (box, _ ("Links"));
  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    self->ties[tie] = add_check (self, self->links, new_line ((KithTie)tie),
                                 kith_map_get_tie_words ((KithTie)tie), TRUE);
}

static void
kith_layers_popover_class_init (KithLayersPopoverClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_layers_popover_init (KithLayersPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *besides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *all = gtk_button_new_with_mnemonic (_ ("Show _everything"));

  gtk_widget_add_css_class (box, "layers");
  add_schools (self, columns);
  add_links (self, columns);
  self->outlines = add_check (self, besides, NULL, _ ("Outlines"), TRUE);
  self->names = add_check (self, besides, NULL, _ ("Names"), TRUE);
  g_signal_connect_object (all, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (GTK_BOX (box), besides);
  gtk_box_append (GTK_BOX (box), all);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * kith_layers_popover_get_layers:
 * @layers: (out caller-allocates): what is left out; nobody is narrowed to
 */
void
kith_layers_popover_get_layers (KithLayersPopover *self, KithMapLayers *layers)
{
  *layers = (KithMapLayers){ .has_no_outlines = !gtk_check_button_get_active (self->outlines),
                             .has_no_names = !gtk_check_button_get_active (self->names) };
  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    if (!gtk_check_button_get_active (self->tiers[tier]))
      layers->tiers_off |= 1u << tier;
  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    if (!gtk_check_button_get_active (self->ties[tie]))
      layers->ties_off |= 1u << tie;
}

/**
 * kith_layers_popover_is_filtered:
 *
 * Returns: whether the map is narrowed to what the roll call shows
 */
gboolean
kith_layers_popover_is_filtered (KithLayersPopover *self)
{
  return gtk_check_button_get_active (self->filtered);
}

/**
 * kith_layers_popover_is_set:
 *
 * Returns: whether anything is left out
 */
gboolean
kith_layers_popover_is_set (KithLayersPopover *self)
{
  KithMapLayers layers;

  kith_layers_popover_get_layers (self, &layers);
  return layers.tiers_off != 0 || layers.ties_off != 0 || layers.has_no_outlines ||
         layers.has_no_names || kith_layers_popover_is_filtered (self);
}

/**
 * kith_layers_popover_show_options:
 * @options: of the map
 *
 * Offers only what can be left out of such a map.
 */
void
kith_layers_popover_show_options (KithLayersPopover *self, const KithMapOptions *options)
{
  gtk_widget_set_sensitive (self->schools, kith_map_can_leave_out (options));
  gtk_widget_set_sensitive (self->links, kith_map_can_leave_out_ties (options));
  gtk_widget_set_sensitive (GTK_WIDGET (self->outlines), options->layout == KITH_MAP_GEOGRAPHIC);
}
