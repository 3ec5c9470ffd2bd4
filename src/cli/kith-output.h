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
  KITH_COLUMN_NOTES,  /* each text once in tables, an object in JSON, not in CSV */
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

/**
 * KithNote:
 * @name: what it is about: another column's name
 * @text: (nullable): a sentence; %NULL where there is nothing to say of @name
 */
typedef struct
{
  const char *name;
  const char *text;
} KithNote;

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
void         kith_output_add_notes (KithOutput        *self,
                                    const KithNote    *notes,
                                    guint              n_notes);
char        *kith_output_end       (KithOutput        *self);

G_END_DECLS
