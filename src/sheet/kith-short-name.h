/* kith-short-name.h: names of schools, short enough for a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-measure.h"

G_BEGIN_DECLS

char     *kith_name_dup_calm      (const char         *name);
char     *kith_name_dup_initials  (const char         *name);
char     *kith_short_name_dup     (const char         *name,
                                   double              most,
                                   const KithType     *type,
                                   const KithMeasure  *measure);
gboolean  kith_short_name_break   (const char         *name,
                                   const KithType     *type,
                                   const KithMeasure  *measure,
                                   char              **first,
                                   char              **second);

G_END_DECLS
