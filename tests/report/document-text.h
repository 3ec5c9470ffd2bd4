/* document-text.h: what a paper says, as one text, however it is set
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-book.h"
#include "kith-document.h"

G_BEGIN_DECLS

char  *dup_document_text  (const KithDocument  *document);
char  *dup_html_text      (const char          *html);
char  *dup_book_text      (const KithBook      *book);
char  *dup_joined         (const char          *text);

G_END_DECLS
