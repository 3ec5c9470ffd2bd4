/* kith-thing-search.h: a person, arrangement, money or school, found by typing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-thing.h"

G_BEGIN_DECLS

#define KITH_TYPE_THING_SEARCH (kith_thing_search_get_type ())
G_DECLARE_FINAL_TYPE (KithThingSearch, kith_thing_search, KITH, THING_SEARCH, GtkWidget)

void              kith_thing_search_set_candidates (KithThingSearch  *self,
                                                    GPtrArray        *candidates);
void              kith_thing_search_set_types      (KithThingSearch  *self,
                                                    guint             types,
                                                    const char       *words);
void              kith_thing_search_show           (KithThingSearch  *self,
                                                    const KithThing  *thing);
const KithThing  *kith_thing_search_get_thing      (KithThingSearch  *self);
void              kith_thing_search_clear          (KithThingSearch  *self);

G_END_DECLS
