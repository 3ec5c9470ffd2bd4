/* kith-chips.c: findings as a row of chips
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chips.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PADDING_PX 7
#define BAR_PX 2
#define RADIUS_PX 6
#define GAP_PX 5
#define ROOM_ABOVE_PX 2

/* LOOK, section 9. What is not asked has an edge and no fill. */
typedef struct
{
  GdkRGBA fill, bar, text;
} ChipColours;

#define RGB(hex) ((hex) >> 16) / 255.f, (((hex) >> 8) & 255) / 255.f, ((hex)&255) / 255.f

static const ChipColours colours[2][4] = {
  {
      [KITH_SEVERITY_RED] = { { RGB (0xa4133c), .11f },
                              { RGB (0xa4133c), 1 },
                              { RGB (0x7d0d2d), 1 } },
      [KITH_SEVERITY_AMBER] = { { RGB (0xd9560b), .13f },
                                { RGB (0xd9560b), 1 },
                                { RGB (0x7a3003), 1 } },
      [KITH_SEVERITY_ASK] = { { 0 }, { RGB (0x5b46b0), 1 }, { RGB (0x47358f), 1 } },
      [KITH_SEVERITY_NOTE] = { { RGB (0x1b2430), .08f }, { 0 }, { RGB (0x454e5c), 1 } },
  },
  {
      [KITH_SEVERITY_RED] = { { RGB (0xff6f7d), .26f },
                              { RGB (0xff6f7d), 1 },
                              { RGB (0xffc9ce), 1 } },
      [KITH_SEVERITY_AMBER] = { { RGB (0xff9d3b), .22f },
                                { RGB (0xff9d3b), 1 },
                                { RGB (0xffdab5), 1 } },
      [KITH_SEVERITY_ASK] = { { 0 }, { RGB (0xbcaeff), 1 }, { RGB (0xcdc3ff), 1 } },
      [KITH_SEVERITY_NOTE] = { { RGB (0xf2f3f5), .12f }, { 0 }, { RGB (0xc6cad1), 1 } },
  },
};

/**
 * KithChips:
 *
 * One widget a cell: as many chips as there is room for, then "+2" for the rest; all of them
 * are in the accessible name and in the tooltip.
 */
struct _KithChips
{
  GtkWidget parent_instance;

  KithRoll *roll; /* keeps the findings */
  const KithFinding *findings;
  guint n_findings;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (KithChips, kith_chips, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (KithChips *self, const char *text)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

static int
measure_chip (KithChips *self, const char *text, int *height)
{
  int width;

  pango_layout_get_pixel_size (get_layout (self, text), &width, height);
  *height += 2 * ROOM_ABOVE_PX;
  return width + 2 * PADDING_PX + BAR_PX;
}

static int
measure_rest (KithChips *self, guint n_left)
{
  char text[16];
  int width;

  if (n_left == 0)
    return 0;
  g_snprintf (text, sizeof text, "+%u", n_left);
  pango_layout_get_pixel_size (get_layout (self, text), &width, NULL);
  return width + GAP_PX;
}

static void
kith_chips_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  KithChips *self = KITH_CHIPS (widget);
  int height;
  int width = measure_chip (self, "Xg", &height);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : height;
}

static void
append_words (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *ink)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static void
append_dashed_edge (GtkSnapshot *snapshot, const GskRoundedRect *outline, const GdkRGBA *ink)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &outline->bounds);
  const graphene_rect_t *box = &outline->bounds;
  double x0 = box->origin.x + .5, y0 = box->origin.y + .5;
  double x1 = x0 + box->size.width - 1, y1 = y0 + box->size.height - 1;
  double r = RADIUS_PX - .5;
  const double dashes[] = { 3, 2 };

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - r, y0 + r, r, -G_PI_2, 0);
  cairo_arc (cr, x1 - r, y1 - r, r, 0, G_PI_2);
  cairo_arc (cr, x0 + r, y1 - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x0 + r, y0 + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_chip (KithChips *self,
             GtkSnapshot *snapshot,
             const KithFinding *finding,
             const graphene_rect_t *box)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const ChipColours *colour = &colours[is_dark][finding->severity];
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour->fill, box);
  if (finding->severity != KITH_SEVERITY_ASK)
    gtk_snapshot_append_color (
        snapshot, &colour->bar,
        &GRAPHENE_RECT_INIT (box->origin.x, box->origin.y, BAR_PX, box->size.height));
  gtk_snapshot_pop (snapshot);
  if (finding->severity == KITH_SEVERITY_ASK)
    append_dashed_edge (snapshot, &outline, &colour->bar);
  append_words (snapshot, get_layout (self, finding->chip), box->origin.x + PADDING_PX + BAR_PX,
                box->origin.y + ROOM_ABOVE_PX, &colour->text);
}

static void
kith_chips_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithChips *self = KITH_CHIPS (widget);
  int room = gtk_widget_get_width (widget);
  guint n = self->n_findings;
  char text[16] = "–";
  GdkRGBA ink;
  int x = 0;
  guint i;
  int height;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, room, gtk_widget_get_height (widget)));
  for (i = 0; i < n; i++)
    {
      int width = measure_chip (self, self->findings[i].chip, &height);
      double y = (gtk_widget_get_height (widget) - height) / 2;

      if (i > 0 && x + width + measure_rest (self, n - i - 1) > room)
        break;
      append_chip (self, snapshot, &self->findings[i], &GRAPHENE_RECT_INIT (x, y, width, height));
      x += width + GAP_PX;
    }
  if (n > i)
    g_snprintf (text, sizeof text, "+%u", n - i);
  if (n > i || n == 0)
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
      ink.alpha *= .7f;
      measure_chip (self, text, &height);
      append_words (snapshot, get_layout (self, text), x,
                    (gtk_widget_get_height (widget) - height) / 2 + ROOM_ABOVE_PX, &ink);
    }
  gtk_snapshot_pop (snapshot);
}

/* All of them; NULL where there are none. */
static char *
dup_words (const KithChips *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->n_findings; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", self->findings[i].chip);
  return g_string_free (words, words->len == 0);
}

static gboolean
kith_chips_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = dup_words (KITH_CHIPS (widget));

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
kith_chips_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  KithChips *self = KITH_CHIPS (widget);

  GTK_WIDGET_CLASS (kith_chips_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
kith_chips_finalize (GObject *object)
{
  KithChips *self = KITH_CHIPS (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->roll, kith_roll_unref);
  G_OBJECT_CLASS (kith_chips_parent_class)->finalize (object);
}

static void
kith_chips_class_init (KithChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_chips_finalize;
  widget_class->measure = kith_chips_measure;
  widget_class->snapshot = kith_chips_snapshot;
  widget_class->query_tooltip = kith_chips_query_tooltip;
  widget_class->css_changed = kith_chips_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
kith_chips_init (KithChips *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * kith_chips_new:
 *
 * Returns: (transfer floating): an empty row of chips
 */
GtkWidget *
kith_chips_new (void)
{
  return g_object_new (KITH_TYPE_CHIPS, NULL);
}

/**
 * kith_chips_show:
 * @roll: (nullable): keeps @findings
 * @findings: (nullable) (array length=n_findings): what is shown
 * @n_findings: how many
 */
void
kith_chips_show (KithChips *self, KithRoll *roll, const KithFinding *findings, guint n_findings)
{
  g_autofree char *words = NULL;

  if (roll != NULL)
    kith_roll_ref (roll);
  g_clear_pointer (&self->roll, kith_roll_unref);
  self->roll = roll;
  self->findings = findings;
  self->n_findings = n_findings;

  words = dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("no findings"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
