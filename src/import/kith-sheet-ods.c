/* kith-sheet-ods.c: OpenDocument spreadsheets (ISO/IEC 26300)
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-parts-private.h"

#include "kith-import.h"

#include <glib/gi18n.h>
#include <string.h>

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"
#define MAX_STYLES 65536u

typedef struct
{
  GArray *sheets; /* of guint: which table of the file each is */
} Book;

/* Reads which tables there are. */
typedef struct
{
  KithXmlFeed *feed;
  Book *book;
  GPtrArray *names;
  GHashTable *hidden; /* styles that hide a table */
  char *style;        /* under way */
  guint n_tables;
  guint depth; /* of tables in tables */
} BookReader;

/* Reads whether the parts are encrypted. */
typedef struct
{
  KithXmlFeed *feed;
  gboolean is_encrypted;
} ManifestReader;

typedef enum
{
  CELL_TEXT,
  CELL_NUMBER,
  CELL_PERCENT,
  CELL_DATE,
  CELL_BOOLEAN,
} CellType;

typedef struct
{
  KithXmlFeed *feed;
  KithSheetQueue *queue;
  guint wanted;   /* table */
  guint n_tables; /* begun */
  guint table_depth;
  guint64 n_rows; /* that the row under way stands for */
  guint64 column;
  guint64 n_columns; /* that the cell under way stands for */
  gboolean is_cell;
  gboolean is_covered;
  CellType type;
  guint depth;     /* of elements in the cell */
  guint paragraph; /* depth of the paragraph under way, 0 for none */
  guint ignored;   /* depth of the note or drawing under way, 0 for none */
  gboolean has_paragraph;
  gboolean is_gap;
  GString *value; /* from the attributes */
  GString *text;  /* from the paragraphs */
} Sheet;

static guint64
get_count (gconstpointer attributes, const char *name)
{
  gsize length;
  const char *value = kith_xml_find_attribute (attributes, name, NULL, &length);
  guint64 count = value == NULL ? 1 : g_ascii_strtoull (value, NULL, 10);

  return CLAMP (count, 1, G_MAXUINT32);
}

static void
start_manifest_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  ManifestReader *self = owner;

  self->is_encrypted = self->is_encrypted || strcmp (name, "encryption-data") == 0;
}

static void
ignore_end_cb (gpointer owner, const char *name)
{
}

static gboolean
check_not_encrypted (KithZip *zip, GError **error)
{
  static const KithXmlHandler handler = { start_manifest_cb, ignore_end_cb, NULL };
  g_autoptr (KithXmlFeed) feed = NULL;
  ManifestReader reader = { NULL };

  if (!kith_zip_has_part (zip, MANIFEST))
    return TRUE;
  reader.feed = feed = kith_xml_feed_new (zip, MANIFEST, &handler, &reader, error);
  if (feed == NULL || !kith_xml_feed_run (feed, error))
    return FALSE;
  if (reader.is_encrypted)
    g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                 _ ("“%s” is protected by a password. Nothing was read. Save it without one and "
                    "read that."),
                 kith_zip_get_name (zip));
  return !reader.is_encrypted;
}

static void
start_book_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  BookReader *self = owner;

  if (strcmp (name, "style") == 0)
    {
      g_free (self->style);
      self->style = kith_xml_dup_attribute (attributes, "name", NULL);
    }
  else if (strcmp (name, "table-properties") == 0)
    {
      g_autofree char *display = kith_xml_dup_attribute (attributes, "display", NULL);

      if (g_strcmp0 (display, "false") == 0 && self->style != NULL &&
          g_hash_table_size (self->hidden) < MAX_STYLES)
        g_hash_table_add (self->hidden, g_steal_pointer (&self->style));
    }
  else if (strcmp (name, "table") == 0 && self->depth++ == 0)
    {
      g_autofree char *style = kith_xml_dup_attribute (attributes, "style-name", NULL);
      char *title = NULL;

      self->n_tables++;
      if (style != NULL && g_hash_table_contains (self->hidden, style))
        return;
      if (self->names->len >= KITH_SHEET_MAX_SHEETS)
        {
          kith_xml_feed_fail (self->feed, _ ("it has more than 64 sheets"));
          return;
        }
      title = kith_xml_dup_attribute (attributes, "name", NULL);
      g_array_append_val (self->book->sheets, self->n_tables);
      g_ptr_array_add (self->names, title != NULL ? title : g_strdup (""));
    }
}

static void
end_book_cb (gpointer owner, const char *name)
{
  BookReader *self = owner;

  if (strcmp (name, "table") == 0)
    self->depth -= self->depth > 0;
}

static void
free_book (gpointer data)
{
  Book *book = data;

  if (book == NULL)
    return;
  g_array_unref (book->sheets);
  g_free (book);
}

static gboolean
read_book (KithZip *zip, gpointer *result, GPtrArray *names, GError **error)
{
  static const KithXmlHandler handler = { start_book_cb, end_book_cb, NULL };
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KithXmlFeed) feed = NULL;
  BookReader reader = { .names = names, .hidden = hidden };
  gboolean is_good;

  if (!check_not_encrypted (zip, error))
    return FALSE;
  *result = reader.book = g_new0 (Book, 1);
  reader.book->sheets = g_array_new (FALSE, FALSE, sizeof (guint));
  reader.feed = feed = kith_xml_feed_new (zip, CONTENT, &handler, &reader, error);
  is_good = feed != NULL && kith_xml_feed_run (feed, error);
  g_free (reader.style);
  return is_good;
}

static void
start_cell (Sheet *self, gconstpointer attributes, gboolean is_covered)
{
  g_autofree char *type = kith_xml_dup_attribute (attributes, "value-type", "office:1.0");
  g_autofree char *shown = kith_xml_dup_attribute (attributes, "value-type", "calcext");
  g_autofree char *value = NULL;
  const char *name = "string-value";

  self->is_cell = TRUE;
  self->is_covered = is_covered;
  self->n_columns = get_count (attributes, "number-columns-repeated");
  self->depth = self->paragraph = self->ignored = 0;
  self->has_paragraph = FALSE;
  self->type = CELL_TEXT;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->text, 0);

  if (g_strcmp0 (shown, "error") == 0)
    return;
  if (g_strcmp0 (type, "float") == 0 || g_strcmp0 (type, "currency") == 0)
    self->type = CELL_NUMBER;
  else if (g_strcmp0 (type, "percentage") == 0)
    self->type = CELL_PERCENT;
  else if (g_strcmp0 (type, "date") == 0)
    self->type = CELL_DATE;
  else if (g_strcmp0 (type, "boolean") == 0)
    self->type = CELL_BOOLEAN;
  if (self->type == CELL_NUMBER || self->type == CELL_PERCENT)
    name = "value";
  else if (self->type != CELL_TEXT)
    name = self->type == CELL_DATE ? "date-value" : "boolean-value";
  value = kith_xml_dup_attribute (attributes, name, "office:1.0");
  if (value != NULL)
    g_string_append (self->value, value);
}

/* Elements inside a cell: paragraphs, and what is no part of what the cell says. */
static void
start_in_cell (Sheet *self, const char *name, gconstpointer attributes)
{
  self->depth++;
  if (self->ignored > 0)
    return;
  if (strcmp (name, "annotation") == 0 || strcmp (name, "note") == 0 ||
      strcmp (name, "ruby-text") == 0 || strcmp (name, "frame") == 0 ||
      strcmp (name, "custom-shape") == 0)
    self->ignored = self->depth;
  else if (strcmp (name, "p") == 0 && self->paragraph == 0)
    {
      if (self->has_paragraph)
        g_string_append_c (self->text, '\n');
      self->has_paragraph = TRUE;
      self->paragraph = self->depth;
      self->is_gap = TRUE; /* white space at the start goes */
    }
  else if (self->paragraph > 0 && strcmp (name, "s") == 0)
    for (guint64 c = MIN (get_count (attributes, "c"), 256); c > 0; c--)
      g_string_append_c (self->text, ' ');
  else if (self->paragraph > 0 && strcmp (name, "tab") == 0)
    g_string_append_c (self->text, '\t');
  else if (self->paragraph > 0 && strcmp (name, "line-break") == 0)
    g_string_append_c (self->text, '\n');
  if (self->text->len > KITH_SHEET_MAX_CELL)
    kith_xml_feed_fail (self->feed, _ ("it has a cell with more text than a cell can hold"));
}

static void
start_sheet_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  Sheet *self = owner;

  if (self->is_cell)
    start_in_cell (self, name, attributes);
  else if (strcmp (name, "table") == 0)
    self->n_tables += self->table_depth++ == 0;
  else if (self->n_tables != self->wanted)
    return;
  else if (strcmp (name, "table-cell") == 0)
    start_cell (self, attributes, FALSE);
  else if (strcmp (name, "covered-table-cell") == 0)
    start_cell (self, attributes, TRUE);
  else if (strcmp (name, "table-row") == 0)
    {
      self->n_rows = get_count (attributes, "number-rows-repeated");
      self->column = 0;
    }
}

static void
end_cell (Sheet *self)
{
  GString *text = self->text;
  const char *refusal = NULL;

  self->is_cell = FALSE;
  if (self->type == CELL_NUMBER || self->type == CELL_PERCENT)
    {
      g_string_truncate (text, 0);
      kith_sheet_append_number (
          text, self->value->str,
          self->type == CELL_NUMBER ? KITH_SHEET_FORMAT_PLAIN : KITH_SHEET_FORMAT_PERCENT, FALSE);
    }
  else if (self->type == CELL_DATE && self->value->len > 0)
    {
      g_string_truncate (self->value, strcspn (self->value->str, "T"));
      text = self->value;
    }
  else if (self->type == CELL_BOOLEAN && self->value->len > 0)
    g_string_assign (text, strcmp (self->value->str, "true") == 0 ? "TRUE" : "FALSE");
  else if (!self->has_paragraph)
    text = self->value;

  if (!self->is_covered && text->len > 0)
    refusal =
        kith_sheet_queue_add_cell (self->queue, (guint)MIN (self->column, KITH_SHEET_MAX_COLUMNS),
                                   (guint)self->n_columns, text->str, text->len);
  if (refusal != NULL)
    kith_xml_feed_fail (self->feed, refusal);
  self->column += self->n_columns;
}

static void
end_sheet_cb (gpointer owner, const char *name)
{
  Sheet *self = owner;
  const char *refusal = NULL;

  if (self->is_cell && self->depth > 0)
    {
      if (self->depth == self->paragraph)
        self->paragraph = 0;
      if (self->depth == self->ignored)
        self->ignored = 0;
      self->depth--;
    }
  else if (self->is_cell)
    end_cell (self);
  else if (strcmp (name, "table") == 0)
    {
      self->table_depth -= self->table_depth > 0;
      if (self->table_depth == 0 && self->n_tables == self->wanted)
        kith_xml_feed_stop (self->feed);
    }
  else if (self->n_tables == self->wanted && strcmp (name, "table-row") == 0)
    refusal = kith_sheet_queue_end_row (self->queue, 0, self->n_rows);
  if (refusal != NULL)
    kith_xml_feed_fail (self->feed, refusal);
}

/* White space in a paragraph is one space (ODF 1.3 part 3, 6.1.2). */
static void
text_sheet_cb (gpointer owner, const char *text, gsize length)
{
  Sheet *self = owner;

  if (!self->is_cell || self->paragraph == 0 || self->ignored > 0 || self->is_covered)
    return;
  if (self->text->len + length > KITH_SHEET_MAX_CELL)
    {
      kith_xml_feed_fail (self->feed, _ ("it has a cell with more text than a cell can hold"));
      return;
    }
  for (gsize i = 0; i < length; i++)
    {
      gboolean is_space = g_ascii_isspace (text[i]);

      if (!is_space || !self->is_gap)
        g_string_append_c (self->text, is_space ? ' ' : text[i]);
      self->is_gap = is_space;
    }
}

static void
free_sheet (gpointer data)
{
  Sheet *self = data;

  if (self == NULL)
    return;
  kith_xml_feed_free (self->feed);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gpointer
open_sheet (gpointer data, KithZip *zip, guint sheet, KithSheetQueue *queue, GError **error)
{
  static const KithXmlHandler handler = { start_sheet_cb, end_sheet_cb, text_sheet_cb };
  Sheet *self = g_new0 (Sheet, 1);

  self->queue = queue;
  self->wanted = g_array_index (((Book *)data)->sheets, guint, sheet);
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->feed = kith_xml_feed_new (zip, CONTENT, &handler, self, error);
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

const KithSheetClass kith_sheet_ods = {
  .read = read_book,
  .free_book = free_book,
  .open_sheet = open_sheet,
  .step = step_sheet,
  .free_sheet = free_sheet,
};
