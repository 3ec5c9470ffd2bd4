/* kith-table.h: the shape of each table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-records.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_FIELD_INT,  /* gint64 */
  KITH_FIELD_REAL, /* double */
  KITH_FIELD_TEXT, /* const char * */
  KITH_FIELD_DATE, /* KithDate */
} KithFieldType;

/**
 * KithField:
 * @name: as in the struct and in the register
 * @type: what it holds
 * @offset: where in the struct
 */
typedef struct
{
  const char *name;
  KithFieldType type;
  gsize offset;
} KithField;

/**
 * KithTableInfo:
 * @name: as in the register
 * @row_size: of its struct, in bytes
 * @fields: (array length=n_fields): its fields, the key first
 * @n_fields: how many
 * @is_recorded: whether its changes are journalled and can be undone
 */
typedef struct
{
  const char *name;
  gsize row_size;
  const KithField *fields;
  guint n_fields;
  gboolean is_recorded;
} KithTableInfo;

const KithTableInfo  *kith_table_get_info   (KithTable         table);
KithTable             kith_table_find       (const char       *name);
const KithField      *kith_table_find_field (KithTable         table,
                                             const char       *name);

void                  kith_row_clear        (KithTable         table,
                                             void             *row);
gint64                kith_row_get_key      (const void       *row);
gboolean              kith_row_is_equal     (KithTable         table,
                                             const void       *a,
                                             const void       *b);

gint64                kith_field_get_int    (const KithField  *field,
                                             const void       *row);
double                kith_field_get_real   (const KithField  *field,
                                             const void       *row);
const char           *kith_field_get_text   (const KithField  *field,
                                             const void       *row);
KithDate              kith_field_get_date   (const KithField  *field,
                                             const void       *row);
void                  kith_field_set_int    (const KithField  *field,
                                             void             *row,
                                             gint64            value);
void                  kith_field_set_real   (const KithField  *field,
                                             void             *row,
                                             double            value);
void                  kith_field_set_text   (const KithField  *field,
                                             void             *row,
                                             const char       *value);
void                  kith_field_set_date   (const KithField  *field,
                                             void             *row,
                                             KithDate          value);
void                  kith_field_copy       (const KithField  *field,
                                             void             *to,
                                             const void       *from);
gboolean              kith_field_is_blank   (const KithField  *field,
                                             const void       *row);
gboolean              kith_field_is_equal   (const KithField  *field,
                                             const void       *a,
                                             const void       *b);
char                 *kith_field_dup_text   (const KithField  *field,
                                             const void       *row);

G_END_DECLS
