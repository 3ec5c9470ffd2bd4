/* kith-page.c: one page of the window, one task
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-page.h"

#include <glib/gi18n.h>

/**
 * KithPage:
 *
 * What the window needs to know of a page: its name, its search, its session. All else is
 * the page's own.
 */
typedef struct
{
  KithSession *session;
} KithPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KithPage, kith_page, ADW_TYPE_BIN)

static KithPagePrivate *
get_private (KithPage *self)
{
  return kith_page_get_instance_private (self);
}

static void
kith_page_finalize (GObject *object)
{
  g_clear_object (&get_private (KITH_PAGE (object))->session);
  G_OBJECT_CLASS (kith_page_parent_class)->finalize (object);
}

static void
kith_page_class_init (KithPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_page_finalize;
}

static void
kith_page_init (KithPage *self)
{
}

/**
 * kith_page_new:
 * @type: a kind of page
 *
 * Returns: (transfer floating): a page on @session
 */
KithPage *
kith_page_new (GType type, KithSession *session)
{
  KithPage *self = g_object_new (type, NULL);

  get_private (self)->session = g_object_ref (session);
  KITH_PAGE_GET_CLASS (self)->attach (self, session);
  return self;
}

/**
 * kith_page_get_session:
 *
 * Returns: (transfer none): the session
 */
KithSession *
kith_page_get_session (KithPage *self)
{
  return get_private (self)->session;
}

/**
 * kith_page_get_name:
 *
 * Returns: (transfer none): for actions
 */
const char *
kith_page_get_name (KithPage *self)
{
  return KITH_PAGE_GET_CLASS (self)->name;
}

/**
 * kith_page_get_title:
 *
 * Returns: (transfer none): for people
 */
const char *
kith_page_get_title (KithPage *self)
{
  return _ (KITH_PAGE_GET_CLASS (self)->title);
}

/**
 * kith_page_get_icon_name:
 *
 * Returns: (transfer none): of its row in the sidebar
 */
const char *
kith_page_get_icon_name (KithPage *self)
{
  return KITH_PAGE_GET_CLASS (self)->icon_name;
}

/**
 * kith_page_can_search:
 *
 * Returns: whether there is something to search on this page
 */
gboolean
kith_page_can_search (KithPage *self)
{
  return KITH_PAGE_GET_CLASS (self)->search != NULL;
}

/**
 * kith_page_search:
 *
 * Moves the keyboard to the page's search.
 */
void
kith_page_search (KithPage *self)
{
  if (kith_page_can_search (self))
    KITH_PAGE_GET_CLASS (self)->search (self);
}

/**
 * kith_page_count_waiting:
 *
 * Returns: work waiting on this page, 0 for none
 */
guint
kith_page_count_waiting (KithPage *self)
{
  KithPageClass *klass = KITH_PAGE_GET_CLASS (self);

  return klass->count_waiting != NULL ? klass->count_waiting (self) : 0;
}
