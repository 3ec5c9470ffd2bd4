/* kith-json.c: JSON from outside, checked before it is parsed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-geojson-private.h"

#include "kith-import.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What json-glib keeps for a number, and for an object or an array, in bytes (1.6, 64 bit,
 * measured). */
#define NUMBER_MEMORY 80u
#define NESTED_MEMORY 240u

/* Past the string that begins at @at; @end where it has no end. */
static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;
  return at < end ? at : end;
}

/**
 * kith_json_check:
 * @text: a file's
 * @length: bytes in @text
 * @name: what the file is called, for sentences
 * @error: return location for a #GError
 *
 * A plain scan: UTF-8, nothing outside strings but what JSON has there (json-glib would skip
 * comments), nesting, and about how much memory the parsed file takes.
 *
 * Returns: %FALSE with %KITH_IMPORT_ERROR_FORM where json-glib must not see it
 */
gboolean
kith_json_check (const char *text, gsize length, const char *name, GError **error)
{
  const char *end = text + length;
  guint depth = 0;
  guint64 memory = 0;

  if (length > KITH_JSON_MAX_BYTES)
    memory = KITH_JSON_MAX_MEMORY + 1;
  else if (!g_utf8_validate_len (text, length, NULL))
    goto damaged;
  for (const char *at = text; at < end && memory <= KITH_JSON_MAX_MEMORY; at++)
    {
      if (*at == '"')
        {
          const char *close = skip_string (at, end);

          memory += NUMBER_MEMORY + (guint64)(close - at);
          at = close;
        }
      else if (*at == '[' || *at == '{')
        {
          memory += NESTED_MEMORY;
          if (++depth > KITH_JSON_MAX_DEPTH)
            {
              g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                           _ ("“%s” is nested more than %u levels deep, which no file of "
                              "boundaries is. Nothing was read."),
                           name, KITH_JSON_MAX_DEPTH);
              return FALSE;
            }
        }
      else if (*at == ']' || *at == '}')
        depth -= depth > 0;
      else if (*at == ',')
        memory += NUMBER_MEMORY;
      else if (!g_ascii_isalnum (*at) && strchr (" \t\r\n:+-.", *at) == NULL)
        goto damaged;
    }
  if (memory <= KITH_JSON_MAX_MEMORY)
    return TRUE;
  g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
               _ ("“%s” holds more than Kith reads of boundaries. Fetch generalised ones: they "
                  "are for orientation."),
               name);
  return FALSE;

damaged:
  g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
               _ ("“%s” is not whole JSON. Nothing was read. Fetch the file again."), name);
  return FALSE;
}

/**
 * kith_json_find:
 * @node: (nullable): anything
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the member of that name, where @node is an object that
 *   has one
 */
JsonNode *
kith_json_find (JsonNode *node, const char *member)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return json_object_get_member (json_node_get_object (node), member);
}

/**
 * kith_json_get_array:
 * @node: (nullable): anything
 *
 * Returns: (transfer none) (nullable): its array
 */
JsonArray *
kith_json_get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * kith_json_get_string:
 * @node: (nullable): anything
 *
 * Returns: (transfer none) (nullable): its string
 */
const char *
kith_json_get_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
get_number (JsonNode *node, double *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || (json_node_get_value_type (node) != G_TYPE_INT64 &&
                                        json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return FALSE;
  *value = json_node_get_double (node);
  return isfinite (*value);
}

/**
 * kith_json_get_point:
 * @node: (nullable): anything
 * @x: (out): its first number
 * @y: (out): its second; others do not matter
 *
 * Returns: whether it is a point
 */
gboolean
kith_json_get_point (JsonNode *node, double *x, double *y)
{
  JsonArray *array = kith_json_get_array (node);

  return array != NULL && json_array_get_length (array) >= 2 &&
         get_number (json_array_get_element (array, 0), x) &&
         get_number (json_array_get_element (array, 1), y);
}
