/* kith-wording.h: sentences, and the memory that holds them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"

G_BEGIN_DECLS

/**
 * KithWording:
 *
 * Builds one text after the other, sentence by sentence, and keeps them all until it is freed.
 */
typedef struct _KithWording KithWording;

#define KITH_NUMBER_SIZE 32

KithWording  *kith_wording_new       (void);
void          kith_wording_free      (KithWording  *self);
void          kith_wording_add       (KithWording  *self,
                                      const char   *format,
                                      ...) G_GNUC_PRINTF (2, 3);
void          kith_wording_join      (KithWording  *self,
                                      const char   *format,
                                      ...) G_GNUC_PRINTF (2, 3);
const char   *kith_wording_keep      (KithWording  *self);

const char   *kith_number_format     (guint         n,
                                      gboolean      is_first,
                                      char          text[static KITH_NUMBER_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWording, kith_wording_free)

G_END_DECLS
