/* kith-sheet-xlsx.c: Excel workbooks (ECMA-376)
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-parts-private.h"

#include "kith-import.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_RELATIONS 4096u

typedef struct
{
  char *type;   /* what follows the last slash: worksheet, styles … */
  char *target; /* a part */
} Relation;

typedef struct
{
  char *part;
} SheetPlace;

typedef struct
{
  GArray *sheets; /* of SheetPlace */
  KithSheetTexts *texts;
  GArray *formats; /* of KithSheetFormat */
  gboolean is_1904;
} Book;

/* Reads one part of relations. */
typedef struct
{
  KithXmlFeed *feed;
  const char *folder;    /* that targets are relative to */
  GHashTable *relations; /* id → Relation */
} RelationReader;

/* Reads workbook.xml. */
typedef struct
{
  KithXmlFeed *feed;
  Book *book;
  GHashTable *relations;
  GPtrArray *names;
} BookReader;

typedef struct
{
  Book *book;
  KithXmlFeed *feed;
  KithSheetQueue *queue;
  guint64 row_number;
  guint column;
  guint next_column;
  char type; /* of the cell under way: n, s (shared), t (text), b, e, d */
  KithSheetFormat format;
  gboolean is_text;
  guint phonetic;
  GString *raw;  /* of the element under way */
  GString *cell; /* what the cell says */
} Sheet;

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
clear_sheet_place (gpointer data)
{
  g_free (((SheetPlace *)data)->part);
}

static void
free_book (gpointer data)
{
  Book *book = data;

  if (book == NULL)
    return;
  g_array_unref (book->sheets);
  kith_sheet_texts_free (book->texts);
  g_clear_pointer (&book->formats, g_array_unref);
  g_free (book);
}

/* xl and ../docProps/app.xml make docProps/app.xml; a target that begins with / is whole. */
static char *
dup_target (const char *folder, const char *target)
{
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;

  if (target[0] == '/')
    return g_strdup (target + 1);
  path = g_strdup_printf ("/%s/%s", folder, target);
  whole = g_canonicalize_filename (path, "/");
  return g_strdup (whole + 1);
}

static void
start_relation_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  RelationReader *self = owner;
  g_autofree char *id = NULL, *type = NULL, *target = NULL;
  const char *slash;
  Relation *relation;

  if (strcmp (name, "Relationship") != 0)
    return;
  id = kith_xml_dup_attribute (attributes, "Id", NULL);
  type = kith_xml_dup_attribute (attributes, "Type", NULL);
  target = kith_xml_dup_attribute (attributes, "Target", NULL);
  if (id == NULL || type == NULL || target == NULL ||
      g_hash_table_size (self->relations) >= MAX_RELATIONS)
    return;
  relation = g_new0 (Relation, 1);
  slash = strrchr (type, '/');
  relation->type = g_strdup (slash != NULL ? slash + 1 : type);
  relation->target = dup_target (self->folder, target);
  g_hash_table_insert (self->relations, g_steal_pointer (&id), relation);
}

static void
ignore_end_cb (gpointer owner, const char *name)
{
}

/* The relations of @part, or of the package where it is NULL. */
static GHashTable *
read_relations (KithZip *zip, const char *part, GError **error)
{
  static const KithXmlHandler handler = { start_relation_cb, ignore_end_cb, NULL };
  g_autoptr (GHashTable) relations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_relation);
  g_autofree char *folder = part == NULL ? g_strdup ("") : g_path_get_dirname (part);
  g_autofree char *base = part == NULL ? g_strdup ("") : g_path_get_basename (part);
  g_autofree char *place =
      g_strdup_printf ("%s%s_rels/%s.rels", folder, part == NULL ? "" : "/", base);
  g_autoptr (KithXmlFeed) feed = NULL;
  RelationReader reader = { .folder = folder, .relations = relations };

  if (g_str_has_prefix (place, "./"))
    memmove (place, place + 2, strlen (place) - 1);
  feed = kith_xml_feed_new (zip, place, &handler, &reader, error);
  if (feed == NULL || !kith_xml_feed_run (feed, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const char *
find_target (GHashTable *relations, const char *type)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (strcmp (((Relation *)value)->type, type) == 0)
      return ((Relation *)value)->target;
  return NULL;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static void
start_book_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  BookReader *self = owner;

  if (strcmp (name, "workbookPr") == 0)
    {
      g_autofree char *value = kith_xml_dup_attribute (attributes, "date1904", NULL);

      self->book->is_1904 = is_true (value);
    }
  else if (strcmp (name, "sheet") == 0)
    {
      g_autofree char *title = kith_xml_dup_attribute (attributes, "name", NULL);
      g_autofree char *state = kith_xml_dup_attribute (attributes, "state", NULL);
      g_autofree char *id = kith_xml_dup_attribute (attributes, "id", "relationships");
      Relation *relation = id == NULL ? NULL : g_hash_table_lookup (self->relations, id);
      SheetPlace place;

      if (relation == NULL || strcmp (relation->type, "worksheet") != 0 ||
          (state != NULL && strcmp (state, "visible") != 0))
        return;
      if (self->names->len >= KITH_SHEET_MAX_SHEETS)
        {
          kith_xml_feed_fail (self->feed, _ ("it has more than 64 sheets"));
          return;
        }
      place.part = g_strdup (relation->target);
      g_array_append_val (self->book->sheets, place);
      g_ptr_array_add (self->names, title != NULL ? g_steal_pointer (&title) : g_strdup (""));
    }
}

static gboolean
read_book (KithZip *zip, gpointer *result, GPtrArray *names, GError **error)
{
  static const KithXmlHandler handler = { start_book_cb, ignore_end_cb, NULL };
  g_autoptr (GHashTable) package = read_relations (zip, NULL, error);
  g_autoptr (GHashTable) relations = NULL;
  g_autoptr (KithXmlFeed) feed = NULL;
  BookReader reader = { .names = names };
  const char *part;
  Book *book;

  if (package == NULL)
    return FALSE;
  part = find_target (package, "officeDocument");
  if (part == NULL || !kith_zip_has_part (zip, part))
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_KIND,
                   _ ("“%s” is not a workbook. Save the sheet as XLSX, ODS or CSV and read "
                      "that."),
                   kith_zip_get_name (zip));
      return FALSE;
    }
  reader.relations = relations = read_relations (zip, part, error);
  if (relations == NULL)
    return FALSE;

  *result = reader.book = book = g_new0 (Book, 1);
  book->sheets = g_array_new (FALSE, FALSE, sizeof (SheetPlace));
  g_array_set_clear_func (book->sheets, clear_sheet_place);
  reader.feed = feed = kith_xml_feed_new (zip, part, &handler, &reader, error);
  if (feed == NULL || !kith_xml_feed_run (feed, error))
    return FALSE;
  book->formats = kith_sheet_formats_read (zip, find_target (relations, "styles"), error);
  if (book->formats == NULL)
    return FALSE;
  book->texts = kith_sheet_texts_read (zip, find_target (relations, "sharedStrings"), error);
  return book->texts != NULL;
}

/* AB12 is column 27. */
static gboolean
parse_column (const char *reference, gsize length, guint *column)
{
  guint n = 0;
  gsize i;

  for (i = 0; i < length && g_ascii_isalpha (reference[i]); i++)
    {
      n = n * 26 + (guint)(g_ascii_toupper (reference[i]) - 'A') + 1;
      if (n > KITH_SHEET_MAX_COLUMNS)
        return FALSE;
    }
  *column = n - 1;
  return i > 0;
}

static void
start_cell (Sheet *self, gconstpointer attributes)
{
  gsize length;
  const char *value = kith_xml_find_attribute (attributes, "r", NULL, &length);
  guint64 style;

  if (value == NULL || !parse_column (value, length, &self->column))
    self->column = self->next_column;
  self->next_column = self->column + 1;

  value = kith_xml_find_attribute (attributes, "t", NULL, &length);
  if (value == NULL || length == 0)
    self->type = 'n';
  else if (length == 1)
    self->type = value[0];
  else
    self->type = 't'; /* inlineStr, str */

  value = kith_xml_find_attribute (attributes, "s", NULL, &length);
  style = value == NULL ? 0 : g_ascii_strtoull (value, NULL, 10);
  self->format = style < self->book->formats->len
                     ? g_array_index (self->book->formats, KithSheetFormat, style)
                     : KITH_SHEET_FORMAT_PLAIN;
  g_string_truncate (self->cell, 0);
}

static void
start_sheet_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  Sheet *self = owner;
  gsize length;
  const char *number;

  if (strcmp (name, "c") == 0)
    start_cell (self, attributes);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    {
      self->is_text = self->phonetic == 0;
      g_string_truncate (self->raw, 0);
    }
  else if (strcmp (name, "row") == 0)
    {
      number = kith_xml_find_attribute (attributes, "r", NULL, &length);
      self->row_number = number == NULL ? 0 : g_ascii_strtoull (number, NULL, 10);
      self->next_column = 0;
    }
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

/* The value element under way, as the cell's type has it. */
static void
append_value (Sheet *self)
{
  const char *shared;

  switch (self->type)
    {
    case 's':
      shared =
          kith_sheet_texts_get (self->book->texts, g_ascii_strtoull (self->raw->str, NULL, 10));
      if (shared == NULL)
        kith_xml_feed_fail (self->feed, _ ("a cell names a text that it does not have"));
      else
        g_string_append (self->cell, shared);
      break;
    case 'b':
      g_string_append (self->cell, is_true (self->raw->str) ? "TRUE" : "FALSE");
      break;
    case 'n':
      kith_sheet_append_number (self->cell, self->raw->str, self->format, self->book->is_1904);
      break;
    case 'd':
      g_string_append_len (self->cell, self->raw->str, (gssize)strcspn (self->raw->str, "T"));
      break;
    default:
      kith_sheet_append_escaped (self->cell, self->raw->str, self->raw->len);
    }
}

static void
end_sheet_cb (gpointer owner, const char *name)
{
  Sheet *self = owner;
  const char *refusal = NULL;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    {
      if (self->is_text && self->raw->len > 0)
        append_value (self);
      self->is_text = FALSE;
    }
  else if (strcmp (name, "c") == 0)
    {
      if (self->cell->len > 0)
        refusal = kith_sheet_queue_add_cell (self->queue, self->column, 1, self->cell->str,
                                             self->cell->len);
    }
  else if (strcmp (name, "row") == 0)
    refusal = kith_sheet_queue_end_row (self->queue, self->row_number, 1);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic -= self->phonetic > 0;
  else if (strcmp (name, "sheetData") == 0)
    kith_xml_feed_stop (self->feed);
  if (refusal != NULL)
    kith_xml_feed_fail (self->feed, refusal);
}

static void
text_sheet_cb (gpointer owner, const char *text, gsize length)
{
  Sheet *self = owner;

  if (!self->is_text)
    return;
  if (self->raw->len + self->cell->len + length > KITH_SHEET_MAX_CELL)
    kith_xml_feed_fail (self->feed, _ ("it has a cell with more text than a cell can hold"));
  else
    g_string_append_len (self->raw, text, (gssize)length);
}

static void
free_sheet (gpointer data)
{
  Sheet *self = data;

  if (self == NULL)
    return;
  kith_xml_feed_free (self->feed);
  g_string_free (self->raw, TRUE);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

static gpointer
open_sheet (gpointer data, KithZip *zip, guint sheet, KithSheetQueue *queue, GError **error)
{
  static const KithXmlHandler handler = { start_sheet_cb, end_sheet_cb, text_sheet_cb };
  Sheet *self = g_new0 (Sheet, 1);

  self->book = data;
  self->queue = queue;
  self->type = 'n';
  self->raw = g_string_new (NULL);
  self->cell = g_string_new (NULL);
  self->feed = kith_xml_feed_new (zip, g_array_index (self->book->sheets, SheetPlace, sheet).part,
                                  &handler, self, error);
  if (self->feed == NULL)
    g_clear_pointer (&self, free_sheet);
  return self;
}

static gboolean
step_sheet (gpointer data, gboolean *is_at_end, GError **error)
{
  Sheet *self = data;

  if (!kith_xml_feed_step (self->feed, error))
    return FALSE;
  *is_at_end = kith_xml_feed_is_at_end (self->feed);
  return TRUE;
}

const KithSheetClass kith_sheet_xlsx = {
  .read = read_book,
  .free_book = free_book,
  .open_sheet = open_sheet,
  .step = step_sheet,
  .free_sheet = free_sheet,
};
