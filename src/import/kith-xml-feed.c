/* kith-xml-feed.c: XML from outside, a piece at a time
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-xml-feed-private.h"

#include "kith-import.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#define PIECE (64 * 1024)

/* libxml2 hands attributes over in groups of five pointers. */
typedef struct
{
  const xmlChar **fields;
  int n;
} Attributes;

struct _KithXmlFeed
{
  const char *name; /* of the file */
  KithZipPart *part;
  const char *text; /* instead of a part */
  gsize n_left;
  const KithXmlHandler *handler;
  gpointer owner;
  xmlParserCtxtPtr parser;
  gboolean is_at_end;
  char *failure; /* why the owner or a guard wants no more of it */
  char piece[PIECE];
};

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  KithXmlFeed *self = data;
  Attributes all = { attributes, n_attributes };

  if (!self->is_at_end)
    self->handler->start (self->owner, (const char *)name, &all);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  KithXmlFeed *self = data;

  if (!self->is_at_end)
    self->handler->end (self->owner, (const char *)name);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  KithXmlFeed *self = data;

  if (!self->is_at_end && self->handler->text != NULL)
    self->handler->text (self->owner, (const char *)text, (gsize)length);
}

/* A document type is where entities are made; no workbook and no boundaries have one. */
static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
  kith_xml_feed_fail (data, _ ("it defines XML entities, which no such file needs"));
}

static const xmlSAXHandler sax = {
  .initialized = XML_SAX2_MAGIC,
  .internalSubset = document_type_cb,
  .externalSubset = document_type_cb,
  .startElementNs = start_cb,
  .endElementNs = end_cb,
  .characters = text_cb,
  .cdataBlock = text_cb,
  .ignorableWhitespace = text_cb,
};

static KithXmlFeed *
begin (const KithXmlHandler *handler, gpointer owner)
{
  KithXmlFeed *self = g_new0 (KithXmlFeed, 1);

  self->handler = handler;
  self->owner = owner;
  self->parser = xmlCreatePushParserCtxt ((xmlSAXHandlerPtr)&sax, self, NULL, 0, NULL);
  /* NOENT so that &amp; in an attribute is & (libxml2 gives &#38; otherwise); entities of a
   * document's own cannot come, for a document type is refused before it is read */
  xmlCtxtUseOptions (self->parser,
                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return self;
}

/* up to a piece of what is left of a text */
static gssize
read_text (KithXmlFeed *self)
{
  gsize n = MIN (self->n_left, PIECE);

  memcpy (self->piece, self->text, n);
  self->text += n;
  self->n_left -= n;
  return (gssize)n;
}

/**
 * kith_xml_feed_new:
 * @zip: a workbook file, which must outlive the feed
 * @part: which of its parts
 * @handler: what to call
 * @owner: what to call it with
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the part, nothing of it read yet
 */
KithXmlFeed *
kith_xml_feed_new (
    KithZip *zip, const char *part, const KithXmlHandler *handler, gpointer owner, GError **error)
{
  g_autoptr (KithZipPart) opened = kith_zip_open_part (zip, part, error);
  KithXmlFeed *self;

  if (opened == NULL)
    return NULL;
  self = begin (handler, owner);
  self->name = kith_zip_get_name (zip);
  self->part = g_steal_pointer (&opened);
  return self;
}

/**
 * kith_xml_feed_new_from_text:
 * @text: a file's, which must outlive the feed
 * @length: bytes in @text
 * @name: what the file is called, likewise
 * @handler: what to call
 * @owner: what to call it with
 *
 * Returns: (transfer full): the text, nothing of it read yet
 */
KithXmlFeed *
kith_xml_feed_new_from_text (
    const char *text, gsize length, const char *name, const KithXmlHandler *handler, gpointer owner)
{
  KithXmlFeed *self = begin (handler, owner);

  self->name = name;
  self->text = text;
  self->n_left = length;
  return self;
}

/**
 * kith_xml_feed_free:
 * @self: (transfer full) (nullable): a feed
 */
void
kith_xml_feed_free (KithXmlFeed *self)
{
  if (self == NULL)
    return;
  xmlFreeParserCtxt (self->parser);
  g_clear_pointer (&self->part, kith_zip_part_free);
  g_free (self->failure);
  g_free (self);
}

/**
 * kith_xml_feed_step:
 * @error: return location for a #GError
 *
 * Reads one piece, calling the handler for what is in it. Nothing happens at the end.
 *
 * Returns: %FALSE with %KITH_IMPORT_ERROR_FORM where the part is not well formed or refused
 */
gboolean
kith_xml_feed_step (KithXmlFeed *self, GError **error)
{
  gssize n;
  int status;

  if (self->is_at_end && self->failure == NULL)
    return TRUE;
  n = self->failure != NULL ? 0
      : self->part == NULL  ? read_text (self)
                            : kith_zip_part_read (self->part, self->piece, PIECE, error);
  if (n < 0)
    return FALSE;
  status = self->failure != NULL ? 0 : xmlParseChunk (self->parser, self->piece, (int)n, n == 0);
  if (self->failure != NULL)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” cannot be read: %s. Nothing was read."), self->name, self->failure);
      return FALSE;
    }
  if (self->is_at_end)
    return TRUE;
  if (status != 0)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” is damaged: the XML in it is not well formed. Nothing was read. "
                      "Fetch or save it again."),
                   self->name);
      return FALSE;
    }
  self->is_at_end = n == 0;
  return TRUE;
}

/**
 * kith_xml_feed_is_at_end:
 *
 * Returns: whether nothing more will come
 */
gboolean
kith_xml_feed_is_at_end (const KithXmlFeed *self)
{
  return self->is_at_end;
}

/**
 * kith_xml_feed_stop:
 *
 * For a handler that has all that it wants: nothing more will come, and that is no error.
 */
void
kith_xml_feed_stop (KithXmlFeed *self)
{
  self->is_at_end = TRUE;
  xmlStopParser (self->parser);
}

/**
 * kith_xml_feed_fail:
 * @reason: what is wrong, as part of a sentence
 *
 * For a handler that refuses what comes: the step under way fails.
 */
void
kith_xml_feed_fail (KithXmlFeed *self, const char *reason)
{
  if (self->failure == NULL)
    self->failure = g_strdup (reason);
  kith_xml_feed_stop (self);
}

/**
 * kith_xml_feed_run:
 * @error: return location for a #GError
 *
 * Reads the part to its end, or until the handler stops.
 *
 * Returns: %FALSE with %KITH_IMPORT_ERROR_FORM
 */
gboolean
kith_xml_feed_run (KithXmlFeed *self, GError **error)
{
  do
    if (!kith_xml_feed_step (self, error))
      return FALSE;
  while (!self->is_at_end);
  return TRUE;
}

/**
 * kith_xml_find_attribute:
 * @attributes: as the handler got them
 * @name: without prefix
 * @space: (nullable): what its namespace's URI must contain
 * @length: (out): bytes in the value
 *
 * Returns: (transfer none) (nullable): the value, which does not end in NUL
 */
const char *
kith_xml_find_attribute (gconstpointer attributes,
                         const char *name,
                         const char *space,
                         gsize *length)
{
  const Attributes *all = attributes;

  for (int a = 0; a < all->n; a++)
    {
      const xmlChar **fields = all->fields + a * 5;

      if (strcmp ((const char *)fields[0], name) != 0 ||
          (space != NULL && (fields[2] == NULL || strstr ((const char *)fields[2], space) == NULL)))
        continue;
      *length = (gsize)(fields[4] - fields[3]);
      return (const char *)fields[3];
    }
  *length = 0;
  return NULL;
}

/**
 * kith_xml_dup_attribute:
 *
 * As kith_xml_find_attribute().
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
kith_xml_dup_attribute (gconstpointer attributes, const char *name, const char *space)
{
  gsize length;
  const char *value = kith_xml_find_attribute (attributes, name, space, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}
