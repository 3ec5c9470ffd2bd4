/* kith-authorities-private.h: the authorities that a file names, and which school is in which
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-reading-private.h"

G_BEGIN_DECLS

typedef struct _KithAuthorities KithAuthorities;

KithAuthorities  *kith_authorities_new       (KithReading            *reading);
void              kith_authorities_free      (KithAuthorities        *self);
KithOutcome       kith_authorities_note      (KithAuthorities        *self,
                                              gint64                  urn,
                                              const KithSchool       *before,
                                              gint64                  la);
gboolean          kith_authorities_has_read  (const KithAuthorities  *self,
                                              gint64                  la);
void              kith_authorities_end       (KithAuthorities        *self);

G_END_DECLS
