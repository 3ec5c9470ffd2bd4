/* kith-xml-feed-private.h: XML from outside, a piece at a time
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-zip-private.h"

G_BEGIN_DECLS

/**
 * KithXmlHandler:
 * @start: an element begins; @attributes is for kith_xml_find_attribute()
 * @end: it ends
 * @text: character data between; may come in several pieces
 *
 * Names are without prefix.
 */
typedef struct
{
  void (*start) (gpointer owner, const char *name, gconstpointer attributes);
  void (*end) (gpointer owner, const char *name);
  void (*text) (gpointer owner, const char *text, gsize length);
} KithXmlHandler;

/**
 * KithXmlFeed:
 *
 * A part of a workbook, or a file, on its way through libxml2: no network, no document type, no entity
 * but XML's own five, no element deeper than 256.
 */
typedef struct _KithXmlFeed KithXmlFeed;

KithXmlFeed  *kith_xml_feed_new        (KithZip               *zip,
                                        const char            *part,
                                        const KithXmlHandler  *handler,
                                        gpointer               owner,
                                        GError               **error);
KithXmlFeed  *kith_xml_feed_new_from_text
                                       (const char            *text,
                                        gsize                  length,
                                        const char            *name,
                                        const KithXmlHandler  *handler,
                                        gpointer               owner);
void          kith_xml_feed_free       (KithXmlFeed           *self);
gboolean      kith_xml_feed_step       (KithXmlFeed           *self,
                                        GError               **error);
gboolean      kith_xml_feed_is_at_end  (const KithXmlFeed     *self);
void          kith_xml_feed_stop       (KithXmlFeed           *self);
void          kith_xml_feed_fail       (KithXmlFeed           *self,
                                        const char            *reason);
gboolean      kith_xml_feed_run        (KithXmlFeed           *self,
                                        GError               **error);

const char   *kith_xml_find_attribute  (gconstpointer          attributes,
                                        const char            *name,
                                        const char            *space,
                                        gsize                 *length);
char         *kith_xml_dup_attribute   (gconstpointer          attributes,
                                        const char            *name,
                                        const char            *space);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithXmlFeed, kith_xml_feed_free)

G_END_DECLS
