/* kith-sheet-page.c: what stands above and below a picture
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-page-private.h"
#include "kith-map-column-private.h"

#include <glib/gi18n.h>

/* as large as LOOK has it, or as fits */
static KithType
fit_type (
    const KithSheetPage *self, KithType type, double least_pt, const char *words, double width)
{
  while (type.size_pt > least_pt * self->k &&
         kith_measure_get_width (self->measure, &type, words) > width)
    type.size_pt -= 0.25 * self->k;
  return type;
}

/* There is room for so many lines; more are set in the smallest letters that LOOK allows. */
#define FOOT_LINES 3
#define FOOT_TYPE 6.3
#define FOOT_TYPE_LEAST 5.8

static guint
count_foot_lines (const KithSheetPage *self, const KithType *type, double width)
{
  const char *texts[] = { self->sources, self->note };
  guint n = 0;

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      g_autoptr (GPtrArray) lines = kith_map_wrap (self->measure, type, texts[t], width);

      n += lines->len;
    }
  return n;
}

static void
write_foot (const KithSheetPage *self, double x, double y, double width)
{
  KithType type = { FOOT_TYPE * self->k, KITH_WEIGHT_REGULAR };
  const char *texts[] = { self->sources, self->note };
  double step = 3.4 * self->k;

  if (count_foot_lines (self, &type, width) > FOOT_LINES)
    {
      type.size_pt = FOOT_TYPE_LEAST * self->k;
      step = 2.7 * self->k;
      y -= 0.4 * self->k;
    }

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      g_autoptr (GPtrArray) lines = kith_map_wrap (self->measure, &type, texts[t], width);

      for (guint i = 0; i < lines->len; i++)
        {
          kith_map_write (self->scene, type, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START,
                          (KithPoint){ x, y }, lines->pdata[i]);
          y += step;
        }
    }
}

static void
write_right (const KithSheetPage *self, double y, KithType type, KithRole ink, const char *words)
{
  kith_map_write (self->scene, type, KITH_INK (ink), KITH_ANCHOR_END,
                  (KithPoint){ self->width - 10 * self->k, y }, words);
}

/**
 * kith_sheet_page_draw:
 *
 * LOOK, section 6: title, finding line, day and region above; rule, sources, note and the
 * product's name below.
 */
void
kith_sheet_page_draw (const KithSheetPage *self)
{
  double k = self->k;
  double left = 10 * k, right = self->width - 10 * k;
  double foot = self->height - 17 * k;
  g_autofree char *day = kith_date_dup_text (self->date, KITH_DATE_LONG);
  g_autofree char *as_at = g_strdup_printf (_ ("as at %s"), day);
  KithType title = { 18 * k, KITH_WEIGHT_BOLD, FALSE, -0.2 * k };
  KithType finding = { 10.5 * k, KITH_WEIGHT_REGULAR };
  KithType region = { 7.6 * k, KITH_WEIGHT_REGULAR };
  double region_width = kith_measure_get_width (self->measure, &region, self->region);

  kith_scene_begin_group (self->scene, "page", NULL, NULL);
  title = fit_type (self, title, 7, self->title, right - left - 44 * k);
  finding = fit_type (self, finding, 6.3, self->finding, right - left - region_width - 6 * k);
  kith_map_write (self->scene, title, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START,
                  (KithPoint){ left, 14.2 * k }, self->title);
  write_right (self, 13.6 * k, (KithType){ 9 * k, KITH_WEIGHT_SEMIBOLD }, KITH_ROLE_INK, as_at);
  kith_map_write (self->scene, finding, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START,
                  (KithPoint){ left, 21.7 * k }, self->finding);
  write_right (self, 21.7 * k, region, KITH_ROLE_INK2, self->region);
  kith_scene_add_line (self->scene, (KithPoint){ left, foot }, (KithPoint){ right, foot },
                       &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.2 });
  write_foot (self, left, foot + 3.7 * k, right - left - 14 * k);
  write_right (self, foot + 7.6 * k, (KithType){ 8 * k, KITH_WEIGHT_SEMIBOLD }, KITH_ROLE_INK2,
               "Kith");
  kith_scene_end_group (self->scene);
}
