/* kith-book-view.c: pages one below the other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-book-view.h"

#include "kith-painter.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 12
#define LEAST_WIDTH 200
#define USUAL_WIDTH 560
#define MOST_WIDTH 860

/* pages that are kept as pictures: those in sight, and some about them */
#define MOST_KEPT 8

/**
 * KithBookView:
 *
 * The pages of a book as they are printed, for a scrolled window. Only those in sight are drawn,
 * by the same painter as the file. Whoever cannot see them has the HTML form, which says the
 * same.
 */
struct _KithBookView
{
  GtkWidget parent_instance;

  KithBook *book;
  GHashTable *pictures; /* of GdkTexture, by page number */
  int pictures_width;   /* that they were drawn at, in device pixels */
  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (KithBookView, kith_book_view, GTK_TYPE_WIDGET)

static double
get_ratio (KithBookView *self)
{
  const KithScene *first = kith_book_get_page (self->book, 0);

  return kith_scene_get_height (first) / kith_scene_get_width (first);
}

static int
get_page_width (int width)
{
  return MAX (1, MIN (width - 2 * GAP, MOST_WIDTH));
}

static int
get_step (KithBookView *self, int width)
{
  return (int)ceil (get_page_width (width) * get_ratio (self)) + GAP;
}

static GtkSizeRequestMode
kith_book_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kith_book_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  KithBookView *self = KITH_BOOK_VIEW (widget);
  int width = for_size < 0 ? USUAL_WIDTH : for_size;

  *minimum = LEAST_WIDTH;
  *natural = USUAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural =
        self->book == NULL ? 0
                           : (int)kith_book_count_pages (self->book) * get_step (self, width) + GAP;
}

static GdkTexture *
draw_page (KithBookView *self, guint number, int width)
{
  KithScene *page = kith_book_get_page (self->book, number);
  double scale = width / kith_scene_get_width (page);
  int height = (int)ceil (kith_scene_get_height (page) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale, scale);
  kith_scene_paint (page, kith_theme_get (KITH_THEME_PRINT), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize)height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
get_picture (KithBookView *self, guint number, int width)
{
  GdkTexture *picture;

  if (width != self->pictures_width || g_hash_table_size (self->pictures) > MOST_KEPT)
    g_hash_table_remove_all (self->pictures);
  self->pictures_width = width;
  picture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (number));
  if (picture == NULL)
    {
      picture = draw_page (self, number, width);
      g_hash_table_insert (self->pictures, GUINT_TO_POINTER (number), picture);
    }
  return picture;
}

/* what of the widget is in sight */
static void
find_sight (KithBookView *self, double *from, double *to)
{
  *from = 0;
  *to = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->adjustment == NULL)
    return;
  *from = gtk_adjustment_get_value (self->adjustment);
  *to = *from + gtk_adjustment_get_page_size (self->adjustment);
}

/* a sheet of paper */
static void
append_page (GtkSnapshot *snapshot, GdkTexture *picture, const graphene_rect_t *where)
{
  const GdkRGBA shade = { 0, 0, 0, 0.3f };
  GskRoundedRect edge;

  gsk_rounded_rect_init_from_rect (&edge, where, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &shade, 0, 1, 1, 3);
  gtk_snapshot_append_texture (snapshot, picture, where);
}

static void
kith_book_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithBookView *self = KITH_BOOK_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int page_width = get_page_width (width);
  int step;
  double from, to;

  if (self->book == NULL)
    return;
  step = get_step (self, width);
  find_sight (self, &from, &to);
  for (guint p = 0; p < kith_book_count_pages (self->book); p++)
    {
      double top = GAP + (double)p * step;

      if (top + step < from || top > to)
        continue;
      append_page (snapshot,
                   get_picture (self, p, page_width * gtk_widget_get_scale_factor (widget)),
                   &GRAPHENE_RECT_INIT ((float)(width - page_width) / 2, (float)top,
                                        (float)page_width, (float)(step - GAP)));
    }
}

static void
kith_book_view_root (GtkWidget *widget)
{
  KithBookView *self = KITH_BOOK_VIEW (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (kith_book_view_parent_class)->root (widget);
  if (viewport == NULL)
    return;
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

static void
kith_book_view_unroot (GtkWidget *widget)
{
  KithBookView *self = KITH_BOOK_VIEW (widget);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  GTK_WIDGET_CLASS (kith_book_view_parent_class)->unroot (widget);
}

static void
kith_book_view_finalize (GObject *object)
{
  KithBookView *self = KITH_BOOK_VIEW (object);

  g_clear_pointer (&self->book, kith_book_unref);
  g_hash_table_unref (self->pictures);
  G_OBJECT_CLASS (kith_book_view_parent_class)->finalize (object);
}

static void
kith_book_view_class_init (KithBookViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_book_view_finalize;
  widget_class->get_request_mode = kith_book_view_get_request_mode;
  widget_class->measure = kith_book_view_measure;
  widget_class->snapshot = kith_book_view_snapshot;
  widget_class->root = kith_book_view_root;
  widget_class->unroot = kith_book_view_unroot;
  gtk_widget_class_set_css_name (widget_class, "bookview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kith_book_view_init (KithBookView *self)
{
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * kith_book_view_set_book:
 * @book: (nullable): what it shows
 */
void
kith_book_view_set_book (KithBookView *self, KithBook *book)
{
  guint n = book == NULL ? 0 : kith_book_count_pages (book);
  g_autofree char *words = g_strdup_printf (
      g_dngettext (NULL, "The briefing on %u page", "The briefing on %u pages", n), n);

  g_clear_pointer (&self->book, kith_book_unref);
  self->book = book == NULL ? NULL : kith_book_ref (book);
  g_hash_table_remove_all (self->pictures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
