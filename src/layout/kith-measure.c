/* kith-measure.c: how wide words are
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-measure.h"

/**
 * kith_measure_get_width:
 * @self: measures
 * @type: how the words are set
 * @text: one line of UTF-8
 *
 * Returns: how wide it is in mm
 */
double
kith_measure_get_width (const KithMeasure *self, const KithType *type, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, 0);
  return *text == '\0' ? 0 : self->measure_width (self->data, type, text);
}
