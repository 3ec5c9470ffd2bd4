/* kith-statements-private.h: the statements that read and write each table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-table.h"

G_BEGIN_DECLS

/**
 * KithStatements:
 * @read: every row, by key; its columns are the table's fields, in their order
 * @insert: a row; a parameter a field, of the field's name
 * @update: the row of a key; the same parameters
 * @delete: the row of a key, its only parameter
 */
typedef struct
{
  const char *read;
  const char *insert;
  const char *update;
  const char *delete;
} KithStatements;

const KithStatements  *kith_statements_get  (KithTable  table);

G_END_DECLS
