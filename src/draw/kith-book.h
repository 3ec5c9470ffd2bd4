/* kith-book.h: pages that belong together
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"
#include "kith-scene.h"
#include "kith-theme.h"

G_BEGIN_DECLS

/**
 * KithBookEntry:
 * @level: 1 for what stands at the margin of the outline
 * @words: what it says
 * @place: where it leads to
 * @page: that the place is on, from 0
 */
typedef struct
{
  guint level;
  const char *words;
  const char *place;
  guint page;
} KithBookEntry;

#define KITH_TYPE_BOOK (kith_book_get_type ())

/**
 * KithBook:
 *
 * Pages, and an outline that leads to places on them. Built by one thread, then only read, and
 * may then cross threads. Counted.
 */
typedef struct _KithBook KithBook;

GType                 kith_book_get_type    (void);
KithBook             *kith_book_new         (const char       *title,
                                             const char       *subject);
KithBook             *kith_book_ref         (KithBook         *self);
void                  kith_book_unref       (KithBook         *self);
void                  kith_book_add_page    (KithBook         *self,
                                             KithScene        *page);
void                  kith_book_add_entry   (KithBook         *self,
                                             guint             level,
                                             const char       *words,
                                             const char       *place);
guint                 kith_book_count_pages (const KithBook   *self);
KithScene            *kith_book_get_page    (const KithBook   *self,
                                             guint             i);
const KithBookEntry  *kith_book_get_entries (const KithBook   *self,
                                             guint            *n_entries);
GBytes               *kith_book_render_pdf  (const KithBook   *self,
                                             const KithTheme  *theme,
                                             KithDate          dated,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBook, kith_book_unref)

G_END_DECLS
