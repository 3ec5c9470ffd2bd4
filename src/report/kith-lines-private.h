/* kith-lines-private.h: a passage in lines of a width
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-document.h"

G_BEGIN_DECLS

/**
 * KithLinePiece:
 * @words: that stand on one line and belong to one run
 * @type: how they are set
 * @ink: of them
 * @link: (nullable): where they lead to
 * @x: where they begin, in mm from the left
 */
typedef struct
{
  char *words;
  KithType type;
  KithInk ink;
  const char *link;
  double x;
} KithLinePiece;

/**
 * KithLine:
 * @first: of its pieces
 * @n_pieces: how many
 * @width: in mm
 */
typedef struct
{
  guint first, n_pieces;
  double width;
} KithLine;

/**
 * KithLines:
 * @pieces: (element-type KithLinePiece): of all lines
 * @lines: (element-type KithLine): from above
 *
 * A passage, broken at its spaces.
 */
typedef struct
{
  GArray *pieces;
  GArray *lines;
} KithLines;

KithLines  *kith_lines_break  (const KithDocument  *document,
                               const KithPassage   *passage,
                               const KithType      *type,
                               KithInk              ink,
                               double               width,
                               const KithMeasure   *measure);
KithLines  *kith_lines_break_words
                              (const char          *words,
                               const KithType      *type,
                               KithInk              ink,
                               double               width,
                               const KithMeasure   *measure);
void        kith_lines_free   (KithLines           *self);
void        kith_lines_draw   (const KithLines     *self,
                               guint                line,
                               KithScene           *page,
                               KithPoint            at,
                               KithTag              tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLines, kith_lines_free)

G_END_DECLS
