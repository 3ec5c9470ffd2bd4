/* kith-display-row.c: one school of a data display, as a row of the table beside it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-display-row.h"
#include "kith-text-column.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  CELL_NUMBER,
  CELL_NAME,
  CELL_VALUE,
  CELL_INTERVAL,
  CELL_CHANGE,
  CELL_PUPILS,
  CELL_GOAL,
  N_CELLS,
};

struct _KithDisplayRow
{
  GObject parent_instance;

  gint64 urn;
  char *cells[N_CELLS];
};

G_DEFINE_FINAL_TYPE (KithDisplayRow, kith_display_row, G_TYPE_OBJECT)

static void
kith_display_row_finalize (GObject *object)
{
  KithDisplayRow *self = KITH_DISPLAY_ROW (object);

  for (guint c = 0; c < N_CELLS; c++)
    g_free (self->cells[c]);
  G_OBJECT_CLASS (kith_display_row_parent_class)->finalize (object);
}

static void
kith_display_row_class_init (KithDisplayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_display_row_finalize;
}

static void
kith_display_row_init (KithDisplayRow *self)
{
}

static char *
dup_value (const KithFamilyDisplay *display, double value)
{
  return g_strdup_printf (kith_measure_is_percentage (display->measure) ? "%.0f%%" : "%.1f", value);
}

/* "61% by 2027/28", and whether anybody has set it */
static char *
dup_goal (const KithFamilyDisplay *display, const KithDisplayPoint *point)
{
  g_autofree char *value = NULL;

  if (point->goal_state == KITH_GOAL_NONE)
    return NULL;
  value = dup_value (display, point->goal);
  return g_strdup_printf (point->goal_state == KITH_GOAL_RECORDED ? _ ("%s by %d/%02d")
                                                                  : _ ("%s by %d/%02d, suggested"),
                          value, point->goal_year, (point->goal_year + 1) % 100);
}

static void
fill_cells (KithDisplayRow *self, const KithFamilyDisplay *display, const KithDisplayPoint *point)
{
  gboolean is_percentage = kith_measure_is_percentage (display->measure);

  self->cells[CELL_VALUE] = dup_value (display, point->attainment);
  if (point->has_interval)
    self->cells[CELL_INTERVAL] = g_strdup_printf (_ ("%.0f–%.0f%%"), point->low, point->high);
  if (!isnan (point->change))
    self->cells[CELL_CHANGE] = g_strdup_printf (
        is_percentage ? "%s%.0f" : "%s%.1f", point->change >= 0 ? "+" : "−", fabs (point->change));
  if (point->cohort != KITH_INT_NONE)
    self->cells[CELL_PUPILS] = g_strdup_printf ("%d", (int)point->cohort);
  self->cells[CELL_GOAL] = dup_goal (display, point);
}

static KithDisplayRow *
make_row (const KithFamilyDisplay *display, guint school, guint number)
{
  KithDisplayRow *self = g_object_new (KITH_TYPE_DISPLAY_ROW, NULL);
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (display->roll), &(guint){ 0 });

  self->urn = schools[school].record->urn;
  self->cells[CELL_NUMBER] = g_strdup_printf ("%u", number);
  self->cells[CELL_NAME] = g_strdup (schools[school].record->name);
  return self;
}

static int
compare_numbers (const void *a, const void *b, gpointer data)
{
  guint one = (guint)g_ascii_strtoull (((KithDisplayRow *)a)->cells[CELL_NUMBER], NULL, 10);
  guint other = (guint)g_ascii_strtoull (((KithDisplayRow *)b)->cells[CELL_NUMBER], NULL, 10);

  return (one > other) - (one < other);
}

/**
 * kith_display_row_list:
 * @display: what is shown
 *
 * Returns: (transfer full): a row for each school of the Family, by name, and why one is not shown
 */
GListModel *
kith_display_row_list (const KithFamilyDisplay *display)
{
  GListStore *rows = g_list_store_new (KITH_TYPE_DISPLAY_ROW);

  for (guint p = 0; p < display->points->len; p++)
    {
      const KithDisplayPoint *point = &g_array_index (display->points, KithDisplayPoint, p);
      g_autoptr (KithDisplayRow) row = make_row (display, point->school, point->number);

      fill_cells (row, display, point);
      g_list_store_append (rows, row);
    }
  for (guint m = 0; m < display->missing->len; m++)
    {
      const KithDisplayMissing *missing = &g_array_index (display->missing, KithDisplayMissing, m);
      g_autoptr (KithDisplayRow) row = make_row (display, missing->school, missing->number);

      row->cells[CELL_GOAL] = g_strdup_printf (_ ("Not shown: %s"), missing->why);
      g_list_store_append (rows, row);
    }
  g_list_store_sort (rows, compare_numbers, NULL);
  return G_LIST_MODEL (rows);
}

static char *
dup_number (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_NUMBER]);
}

static char *
dup_name (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_NAME]);
}

static char *
dup_figure (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_VALUE]);
}

static char *
dup_interval (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_INTERVAL]);
}

static char *
dup_change (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_CHANGE]);
}

static char *
dup_pupils (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_PUPILS]);
}

static char *
dup_aim (gpointer row)
{
  return g_strdup (KITH_DISPLAY_ROW (row)->cells[CELL_GOAL]);
}

/**
 * kith_display_row_add_columns:
 * @view: shows the rows
 *
 * By name and no other order: a Family is no league table.
 */
void
kith_display_row_add_columns (GtkColumnView *view)
{
  static const KithTextColumn columns[] = {
    { N_ ("No."), 38, TRUE, dup_number, NULL },
    { N_ ("School"), 140, FALSE, dup_name, NULL },
    { N_ ("Now"), 52, TRUE, dup_figure, NULL },
    { N_ ("95% interval"), 92, TRUE, dup_interval, NULL },
    { N_ ("3 years"), 60, TRUE, dup_change, NULL },
    { N_ ("Pupils"), 54, TRUE, dup_pupils, NULL },
    { N_ ("Goal"), 190, FALSE, dup_aim, NULL },
  };

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    kith_text_column_add (view, &columns[c]);
}

/**
 * kith_display_row_get_urn:
 *
 * Returns: of the school
 */
gint64
kith_display_row_get_urn (KithDisplayRow *self)
{
  return self->urn;
}
