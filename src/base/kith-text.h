/* kith-text.h: words and numbers as files write them and people read them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <math.h>

G_BEGIN_DECLS

/* A whole number or a figure that is not recorded. */
#define KITH_INT_NONE  G_MININT64
#define KITH_REAL_NONE ((double) NAN)

char        *kith_text_dup_key        (const char  *text);
gboolean     kith_text_is_blank       (const char  *text);
char        *kith_text_dup_utf8       (const char  *bytes,
                                       gsize        length);
gboolean     kith_text_parse_int      (const char  *text,
                                       gssize       length,
                                       gint64      *value);
gboolean     kith_text_parse_real     (const char  *text,
                                       gssize       length,
                                       double      *value);
char        *kith_text_dup_count      (gint64       n);
char        *kith_text_dup_real       (double       value);
char        *kith_text_dup_list       (const char *const *items);
void         kith_text_append_csv     (GString     *line,
                                       const char  *cell);

G_END_DECLS
