/* kith-roll-columns.h: the columns of the roll call
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_COLUMN_TICK,
  KITH_COLUMN_TIER,
  KITH_COLUMN_SCHOOL,
  KITH_COLUMN_AUTHORITY,
  KITH_COLUMN_TRUST,
  KITH_COLUMN_PUPILS,
  KITH_COLUMN_LINKS,
  KITH_COLUMN_COMPONENT,
  KITH_COLUMN_LAST_CONTACT,
  KITH_COLUMN_FINDINGS,
  KITH_N_COLUMNS,
} KithRollColumn;

#define KITH_TYPE_ROLL_COLUMNS (kith_roll_columns_get_type ())
G_DECLARE_FINAL_TYPE (KithRollColumns, kith_roll_columns, KITH, ROLL_COLUMNS, GObject)

KithRollColumns  *kith_roll_columns_new              (GtkColumnView    *view);
void              kith_roll_columns_offer            (KithRollColumns  *self,
                                                      GtkWidget        *widget,
                                                      GMenu            *menu);
void              kith_roll_columns_set_session      (KithRollColumns  *self,
                                                      KithSession      *session);
void              kith_roll_columns_set_wide         (KithRollColumns  *self,
                                                      gboolean          is_wide);
void              kith_roll_columns_sort             (KithRollColumns  *self,
                                                      KithRollColumn    column,
                                                      GtkSortType       direction);
const char       *kith_roll_columns_get_order_words  (KithRollColumns  *self);

G_END_DECLS
