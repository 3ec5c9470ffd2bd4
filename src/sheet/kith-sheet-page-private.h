/* kith-sheet-page-private.h: what stands above and below a picture
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"
#include "kith-scene.h"

G_BEGIN_DECLS

/**
 * KithSheetPage:
 * @scene: takes the marks
 * @measure: measures words
 * @width: of the sheet, in mm
 * @height: of it
 * @k: what measures are multiplied with
 * @date: as at which
 * @title: of the sheet
 * @finding: what it shows, in numbers
 * @region: what it covers
 * @sources: where it comes from
 * @note: how it is to be read
 */
typedef struct
{
  KithScene *scene;
  const KithMeasure *measure;
  double width, height;
  double k;
  KithDate date;
  const char *title;
  const char *finding;
  const char *region;
  const char *sources;
  const char *note;
} KithSheetPage;

void  kith_sheet_page_draw  (const KithSheetPage  *self);

G_END_DECLS
