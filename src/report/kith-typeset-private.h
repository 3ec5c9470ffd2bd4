/* kith-typeset-private.h: a paper as it is being set
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-lines-private.h"
#include "kith-typeset.h"

G_BEGIN_DECLS

/* Lines of a type stand so many times its size apart. */
#define KITH_LEADING 1.38

/**
 * KithTypeset:
 * @document: what is set
 * @measure: how wide words are
 * @book: takes the pages
 * @page: the last
 * @y: what is filled of it, in mm from above
 * @n_pages: in all, as the round before counted them; 0 in the first
 * @starts: (nullable) (element-type guint): of that round: the page of each section
 */
typedef struct
{
  const KithDocument *document;
  const KithMeasure *measure;
  KithBook *book;
  KithScene *page;
  double y;
  guint n_pages;
  const GArray *starts;
} KithTypeset;

void    kith_typeset_begin_page     (KithTypeset       *self);
double  kith_typeset_get_leading    (const KithType    *type);
double  kith_typeset_get_baseline   (const KithType    *type);
void    kith_typeset_add_table      (KithTypeset       *self,
                                     const KithPiece   *piece);
double  kith_typeset_measure_table_start
                                    (KithTypeset       *self,
                                     const KithPiece   *piece);
double  kith_typeset_measure_start  (KithTypeset       *self,
                                     const KithPiece   *piece);

G_END_DECLS
