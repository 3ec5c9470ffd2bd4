/* kith-help.c: the user's guide, read for the window that shows it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-help.h"

#include <string.h>

#define FOLDER "/io/github/kith_schools/Kith/help/"

/* Mallard, as far as the guide uses it. What is not here is refused, so that nothing that was
 * written is left out in silence. */

typedef struct
{
  KithHelpTopic *topic;
  GPtrArray *open;  /* element names, outermost first */
  gboolean is_sort; /* the title that is open says where the topic stands, and is not seen */
  GString *words;   /* of the paragraph or title that is open, as markup; NULL outside one */
  char *section;    /* the id of the section that is open */
  guint number;     /* of the last step */
} Reading;

static const struct
{
  const char *element, *before, *after;
} inlines[] = {
  { "em", "<i>", "</i>" },  { "gui", "<b>", "</b>" },    { "key", "<b>", "</b>" },
  { "keyseq", "", "" },     { "file", "<tt>", "</tt>" }, { "cmd", "<tt>", "</tt>" },
  { "link", NULL, "</a>" },
};

static const char *const containers[] = { "page",  "info",  "section", "list",
                                          "steps", "terms", "item",    "note" };

static void
free_block (gpointer data)
{
  KithHelpBlock *block = data;

  g_free (block->id);
  g_free (block->markup);
  g_free (block);
}

static KithHelpTopic *
new_topic (void)
{
  KithHelpTopic *topic = g_new0 (KithHelpTopic, 1);

  topic->group = g_strdup ("");
  topic->order = g_strdup ("");
  topic->blocks = g_ptr_array_new_with_free_func (free_block);
  topic->links = g_ptr_array_new_with_free_func (g_free);
  return topic;
}

/* The nth element around the one that is being opened or closed, from 0. */
static const char *
get_around (Reading *self, guint n)
{
  return n < self->open->len ? self->open->pdata[self->open->len - 1 - n] : "";
}

static int
find_inline (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (strcmp (inlines[i].element, element) == 0)
      return i;
  return -1;
}

static void
add_link (Reading *self, const char *xref)
{
  g_auto (GStrv) parts = g_strsplit (xref, "#", 2);
  g_autofree char *escaped = g_markup_escape_text (parts[0], -1);

  g_ptr_array_add (self->topic->links, g_strdup (parts[0]));
  if (self->words != NULL)
    g_string_append_printf (self->words, "<a href=\"%s\">", escaped);
}

static void
enter_link (Reading *self, const char *type, const char *xref)
{
  if (g_strcmp0 (type, "guide") == 0 && strchr (xref, '#') != NULL)
    {
      g_free (self->topic->group);
      self->topic->group = g_strdup (strchr (xref, '#') + 1);
    }
  add_link (self, xref);
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static gboolean
begins_words (const char *element)
{
  return strcmp (element, "p") == 0 || strcmp (element, "title") == 0 ||
         strcmp (element, "desc") == 0;
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reading *self = data;
  const char *xref = find_attribute (names, values, "xref");
  int at = find_inline (element);

  if (begins_words (element))
    {
      self->words = g_string_new (NULL);
      self->is_sort = g_strcmp0 (find_attribute (names, values, "type"), "sort") == 0;
    }
  else if (strcmp (element, "link") == 0 && xref != NULL)
    enter_link (self, find_attribute (names, values, "type"), xref);
  else if (at >= 0 && self->words != NULL)
    {
      /* keys that are pressed together */
      if (strcmp (element, "key") == 0 && g_str_has_suffix (self->words->str, "</b>") &&
          strcmp (get_around (self, 0), "keyseq") == 0)
        g_string_append (self->words, " + ");
      g_string_append (self->words, inlines[at].before);
    }
  else if (strcmp (element, "page") == 0)
    self->topic->id = g_strdup (find_attribute (names, values, "id"));
  else if (strcmp (element, "steps") == 0)
    self->number = 0;
  else if (strcmp (element, "section") == 0)
    {
      g_free (self->section);
      self->section = g_strdup (find_attribute (names, values, "id"));
    }
  else if (!g_strv_contains (containers, element) && at < 0)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "“%s” is not shown",
                 element);
  g_ptr_array_add (self->open, g_strdup (element));
}

static KithHelpBlock *
add_block (Reading *self, KithHelpKind kind, const char *markup)
{
  KithHelpBlock *block = g_new0 (KithHelpBlock, 1);

  block->kind = kind;
  block->number = kind == KITH_HELP_STEP ? ++self->number : 0;
  block->markup = g_strdup (markup);
  g_ptr_array_add (self->topic->blocks, block);
  return block;
}

static void
end_title (Reading *self, const char *markup)
{
  const char *around = get_around (self, 0);

  if (strcmp (around, "info") == 0 && self->is_sort)
    {
      g_free (self->topic->order);
      self->topic->order = g_strdup (markup);
    }
  else if (strcmp (around, "section") == 0)
    add_block (self, KITH_HELP_HEADING, markup)->id = g_steal_pointer (&self->section);
  else if (strcmp (around, "item") == 0)
    add_block (self, KITH_HELP_TERM, markup);
  else
    self->topic->title = g_strdup (markup);
}

static void
end_paragraph (Reading *self, const char *markup)
{
  const char *around = get_around (self, 0);
  const char *list = get_around (self, 1);

  if (strcmp (around, "note") == 0)
    add_block (self, KITH_HELP_NOTE, markup);
  else if (strcmp (around, "item") != 0)
    add_block (self, KITH_HELP_PARAGRAPH, markup);
  else if (strcmp (list, "steps") == 0)
    add_block (self, KITH_HELP_STEP, markup);
  else
    add_block (self, strcmp (list, "terms") == 0 ? KITH_HELP_MEANING : KITH_HELP_BULLET, markup);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *self = data;
  int at = find_inline (element);

  g_ptr_array_set_size (self->open, self->open->len - 1);
  if (at >= 0 && self->words != NULL)
    g_string_append (self->words, inlines[at].after);
  if (!begins_words (element))
    return;
  g_strstrip (self->words->str);
  if (strcmp (element, "title") == 0)
    end_title (self, self->words->str);
  else if (strcmp (element, "desc") == 0)
    self->topic->about = g_strdup (self->words->str);
  else
    end_paragraph (self, self->words->str);
  g_string_free (self->words, TRUE);
  self->words = NULL;
}

/* Lines of the file are no lines of the page. */
static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *self = data;
  g_autofree char *escaped = NULL;

  if (self->words == NULL)
    return;
  escaped = g_markup_escape_text (text, length);
  for (const char *at = escaped; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (self->words, *at);
    else if (self->words->len > 0 && self->words->str[self->words->len - 1] != ' ')
      g_string_append_c (self->words, ' ');
}

/**
 * kith_help_parse:
 * @text: a page of the guide
 * @length: in bytes, or -1
 *
 * Returns: (transfer full) (nullable): the topic; %NULL, with @error set, where it is not sound
 */
KithHelpTopic *
kith_help_parse (const char *text, gssize length, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { .topic = new_topic (), .open = open };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reading, NULL);
  gboolean is_sound = g_markup_parse_context_parse (context, text, length, error) &&
                      g_markup_parse_context_end_parse (context, error);

  if (reading.words != NULL)
    g_string_free (reading.words, TRUE);
  g_free (reading.section);
  if (is_sound &&
      (reading.topic->id == NULL || reading.topic->title == NULL || reading.topic->about == NULL))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "a page has an id, a title and a description");
      is_sound = FALSE;
    }
  if (!is_sound)
    g_clear_pointer (&reading.topic, kith_help_topic_free);
  return reading.topic;
}

/**
 * kith_help_topic_free:
 */
void
kith_help_topic_free (KithHelpTopic *topic)
{
  g_free (topic->id);
  g_free (topic->title);
  g_free (topic->about);
  g_free (topic->group);
  g_free (topic->order);
  g_ptr_array_unref (topic->blocks);
  g_ptr_array_unref (topic->links);
  g_free (topic);
}

static KithHelpTopic *
read_topic (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  KithHelpTopic *topic;

  if (bytes == NULL)
    return NULL;
  topic = kith_help_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (topic == NULL)
    g_prefix_error (error, "%s: ", name);
  return topic;
}

/* Sections of the contents stand in the order in which the first page has them. */
static int
rank_group (const KithHelpTopic *first, const KithHelpTopic *topic)
{
  guint i = 0;

  if (topic == first)
    return -1;
  while (i < first->blocks->len &&
         g_strcmp0 (((KithHelpBlock *)first->blocks->pdata[i])->id, topic->group) != 0)
    i++;
  return i;
}

static int
compare_topics (gconstpointer a, gconstpointer b, gpointer first)
{
  const KithHelpTopic *x = *(const KithHelpTopic *const *)a;
  const KithHelpTopic *y = *(const KithHelpTopic *const *)b;
  int order = rank_group (first, x) - rank_group (first, y);

  if (order == 0)
    order = strcmp (x->order, y->order);
  return order != 0 ? order : strcmp (x->id, y->id);
}

/**
 * kith_help_read:
 *
 * Reads the whole guide, which is a part of the program: it is there without a network, in a
 * sandbox, and where no reader of help pages is installed.
 *
 * Returns: (transfer full) (nullable): the guide; %NULL, with @error set, where a page is not sound
 */
KithHelp *
kith_help_read (GError **error)
{
  g_auto (GStrv) names =
      g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (KithHelp) self = g_new0 (KithHelp, 1);
  KithHelpTopic *first;

  self->topics = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_help_topic_free);
  if (names == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      KithHelpTopic *topic = read_topic (names[i], error);

      if (topic == NULL)
        return NULL;
      g_ptr_array_add (self->topics, topic);
    }
  first = (KithHelpTopic *)kith_help_find (self, KITH_HELP_FIRST);
  g_return_val_if_fail (first != NULL, NULL);
  g_ptr_array_sort_with_data (self->topics, compare_topics, first);
  return g_steal_pointer (&self);
}

/**
 * kith_help_free:
 */
void
kith_help_free (KithHelp *self)
{
  g_ptr_array_unref (self->topics);
  g_free (self);
}

/**
 * kith_help_find:
 * @id: of a topic
 *
 * Returns: (transfer none) (nullable): it
 */
const KithHelpTopic *
kith_help_find (KithHelp *self, const char *id)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const KithHelpTopic *topic = self->topics->pdata[i];

      if (strcmp (topic->id, id) == 0)
        return topic;
    }
  return NULL;
}

/**
 * kith_help_get_group:
 * @group: of a topic
 *
 * Returns: (transfer none) (nullable): what the section of the contents is called, as markup
 */
const char *
kith_help_get_group (KithHelp *self, const char *group)
{
  const KithHelpTopic *first = kith_help_find (self, KITH_HELP_FIRST);

  for (guint i = 0; i < first->blocks->len; i++)
    {
      const KithHelpBlock *block = first->blocks->pdata[i];

      if (g_strcmp0 (block->id, group) == 0)
        return block->markup;
    }
  return NULL;
}
