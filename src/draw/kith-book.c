/* kith-book.c: pages that belong together
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-book.h"

#include "kith-painter.h"
#include "kith-target-private.h"

#include <cairo-pdf.h>

/* Deeper ones stand under the last that is less deep. */
#define MOST_LEVELS 6

struct _KithBook
{
  gatomicrefcount n_refs;
  char *title;
  char *subject;
  GPtrArray *pages;
  GArray *entries;
  GStringChunk *texts;
};

G_DEFINE_BOXED_TYPE (KithBook, kith_book, kith_book_ref, kith_book_unref)

/**
 * kith_book_new:
 * @title: of it
 * @subject: (nullable): in a line
 *
 * Returns: (transfer full): a book without pages
 */
KithBook *
kith_book_new (const char *title, const char *subject)
{
  KithBook *self = g_new0 (KithBook, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->title = g_strdup (title);
  self->subject = g_strdup (subject);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_scene_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (KithBookEntry));
  self->texts = g_string_chunk_new (1024);
  return self;
}

/**
 * kith_book_ref:
 *
 * Returns: (transfer full): @self
 */
KithBook *
kith_book_ref (KithBook *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_book_unref:
 * @self: (transfer full): a book
 */
void
kith_book_unref (KithBook *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->title);
  g_free (self->subject);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * kith_book_add_page:
 * @page: the next
 */
void
kith_book_add_page (KithBook *self, KithScene *page)
{
  g_ptr_array_add (self->pages, kith_scene_ref (page));
}

/**
 * kith_book_add_entry:
 * @level: 1 for what stands at the margin
 * @words: what it says
 * @place: on the page that was added last
 *
 * Adds a line to the outline.
 */
void
kith_book_add_entry (KithBook *self, guint level, const char *words, const char *place)
{
  KithBookEntry entry = {
    .level = CLAMP (level, 1, MOST_LEVELS),
    .words = g_string_chunk_insert (self->texts, words),
    .place = g_string_chunk_insert (self->texts, place),
    .page = self->pages->len - 1,
  };

  g_return_if_fail (self->pages->len > 0);
  g_array_append_val (self->entries, entry);
}

/**
 * kith_book_count_pages:
 *
 * Returns: how many there are
 */
guint
kith_book_count_pages (const KithBook *self)
{
  return self->pages->len;
}

/**
 * kith_book_get_page:
 * @i: from 0
 *
 * Returns: (transfer none): it
 */
KithScene *
kith_book_get_page (const KithBook *self, guint i)
{
  g_return_val_if_fail (i < self->pages->len, NULL);
  return self->pages->pdata[i];
}

/**
 * kith_book_get_entries:
 * @n_entries: (out): how many
 *
 * Returns: (array length=n_entries) (transfer none): the outline
 */
const KithBookEntry *
kith_book_get_entries (const KithBook *self, guint *n_entries)
{
  *n_entries = self->entries->len;
  return (const KithBookEntry *)self->entries->data;
}

static void
add_outline (const KithBook *self, cairo_surface_t *surface)
{
  int above[MOST_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint e = 0; e < self->entries->len; e++)
    {
      const KithBookEntry *entry = &g_array_index (self->entries, KithBookEntry, e);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", entry->place);
      int id = cairo_pdf_surface_add_outline (surface, above[entry->level - 1], entry->words,
                                              attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint l = entry->level; l <= MOST_LEVELS; l++)
        above[l] = id;
    }
}

/* Without a part that holds all others Cairo does not call the file tagged. */
static void
paint_pages (const KithBook *self, const KithTheme *theme, cairo_surface_t *surface, cairo_t *cr)
{
  double point = KITH_POINT_MM;

  for (guint p = 0; p < self->pages->len; p++)
    {
      const KithScene *page = self->pages->pdata[p];
      g_autofree char *number = g_strdup_printf ("%u", p + 1);

      cairo_pdf_surface_set_size (surface, kith_scene_get_width (page) / point,
                                  kith_scene_get_height (page) / point);
      cairo_pdf_surface_set_page_label (surface, number);
      cairo_save (cr);
      cairo_scale (cr, 1 / point, 1 / point);
      if (p == 0)
        cairo_tag_begin (cr, "Document", NULL);
      kith_scene_paint (page, theme, cr);
      cairo_restore (cr);
      if (p + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
}

/**
 * kith_book_render_pdf:
 * @theme: its colours
 * @dated: the day that stands in it as the day of its making, so that the same book has the same
 *   bytes
 * @error: return location for a #KithDrawError
 *
 * Tagged, with an outline, page labels and links.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
kith_book_render_pdf (const KithBook *self, const KithTheme *theme, KithDate dated, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self->pages->len > 0, NULL);
  surface = kith_target_create_pdf (bytes, kith_scene_get_width (self->pages->pdata[0]),
                                    kith_scene_get_height (self->pages->pdata[0]), self->title,
                                    self->subject, dated);
  cr = cairo_create (surface);
  paint_pages (self, theme, surface, cr);
  add_outline (self, surface);
  if (!kith_target_finish (surface, cr, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
