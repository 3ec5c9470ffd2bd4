/* kith-family-chart.h: the data display of a Family, with what can be chosen of it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-family-work.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_FAMILY_CHART (kith_family_chart_get_type ())
G_DECLARE_FINAL_TYPE (KithFamilyChart, kith_family_chart, KITH, FAMILY_CHART, AdwBin)

void  kith_family_chart_set_session  (KithFamilyChart       *self,
                                      KithSession           *session);
void  kith_family_chart_show         (KithFamilyChart       *self,
                                      const KithFamilyWork  *work,
                                      guint                  family);

G_END_DECLS
