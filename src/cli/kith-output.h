/* kith-output.h: results as a table for people, as CSV and as JSON
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-date.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_OUTPUT_TABLE,
  KITH_OUTPUT_CSV,
  KITH_OUTPUT_JSON,
} KithOutputFormat;

typedef enum
{
  KITH_COLUMN_TEXT,
  KITH_COLUMN_NUMBER, /* to the right in tables, bare in JSON */
} KithColumnType;

/**
 * KithColumn:
 * @name: as the contract has it: "last_contact"
 * @type: how its cells are written
 */
typedef struct
{
  const char *name;
  KithColumnType type;
} KithColumn;

typedef struct _KithOutput KithOutput;

KithOutput  *kith_output_new       (KithOutputFormat   format,
                                    const KithColumn  *columns,
                                    guint              n_columns);
void         kith_output_add_text  (KithOutput        *self,
                                    const char        *text);
void         kith_output_add_int   (KithOutput        *self,
                                    gint64             value);
void         kith_output_add_real  (KithOutput        *self,
                                    double             value,
                                    int                decimals);
void         kith_output_add_date  (KithOutput        *self,
                                    KithDate           date);
char        *kith_output_end       (KithOutput        *self);

G_END_DECLS
