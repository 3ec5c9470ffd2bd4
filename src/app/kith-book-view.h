/* kith-book-view.h: pages one below the other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-book.h"

G_BEGIN_DECLS

#define KITH_TYPE_BOOK_VIEW (kith_book_view_get_type ())
G_DECLARE_FINAL_TYPE (KithBookView, kith_book_view, KITH, BOOK_VIEW, GtkWidget)

void  kith_book_view_set_book  (KithBookView  *self,
                                KithBook      *book);

G_END_DECLS
