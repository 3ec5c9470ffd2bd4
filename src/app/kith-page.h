/* kith-page.h: one page of the window, one task
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_PAGE (kith_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (KithPage, kith_page, KITH, PAGE, AdwBin)

/**
 * KithPageClass:
 * @name: for actions: "roll"
 * @title: for people, not yet translated
 * @icon_name: of its row in the sidebar
 * @attach: takes the session; called once, before the page is shown
 * @search: (nullable): moves the keyboard to the page's search; %NULL for a page without one
 * @count_waiting: (nullable): work waiting on this page, for the sidebar
 */
struct _KithPageClass
{
  AdwBinClass parent_class;

  const char *name;
  const char *title;
  const char *icon_name;
  void (*attach) (KithPage *self, KithSession *session);
  void (*search) (KithPage *self);
  guint (*count_waiting) (KithPage *self);
};

KithPage     *kith_page_new            (GType         type,
                                        KithSession  *session);
KithSession  *kith_page_get_session    (KithPage     *self);
const char   *kith_page_get_name       (KithPage     *self);
const char   *kith_page_get_title      (KithPage     *self);
const char   *kith_page_get_icon_name  (KithPage     *self);
gboolean      kith_page_can_search     (KithPage     *self);
void          kith_page_search         (KithPage     *self);
guint         kith_page_count_waiting  (KithPage     *self);

G_END_DECLS
