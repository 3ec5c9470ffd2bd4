/* kith-redactor.c: strikes from a text the names that an audience is not told
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-audience.h"

#include <glib/gi18n.h>
#include <string.h>

/* Words of a name may stand this many bytes apart: “Marsh, Ada”, “A. Marsh”. */
#define MAX_GAP 3

/* How a name may stand in a text. */
typedef enum
{
  FORM_FULL,
  FORM_INITIAL, /* “A Marsh”: in capitals, for “a marsh” is none */
  FORM_EMAIL,
} Form;

/* A name as words, folded; what stands between them does not matter. */
typedef struct
{
  char **words;
  guint n_words;
  Form form;
} Name;

struct _KithRedactor
{
  gboolean has_names;   /* strikes names */
  gboolean has_emails;  /* strikes addresses */
  GHashTable *names;    /* first word to a GPtrArray of Name */
  GHashTable *surnames; /* set */
};

/* One word of a text. */
typedef struct
{
  gsize start, end;
  char *folded;
  gboolean is_capital;
} Word;

static const char *const titles[] = {
  "mr",   "mrs",  "ms",         "miss", "mx",   "dr",    "prof", "professor", "sir",
  "dame", "cllr", "councillor", "rev",  "revd", "canon", "fr",   "sr",        NULL,
};

static void
name_free (Name *self)
{
  g_strfreev (self->words);
  g_free (self);
}

static void
clear_word (Word *word)
{
  g_free (word->folded);
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = text;

  g_array_set_clear_func (words, (GDestroyNotify)clear_word);
  while (*at != '\0')
    {
      const char *start;
      Word word;

      while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      start = at;
      while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at == start)
        break;
      word.start = (gsize)(start - text);
      word.end = (gsize)(at - text);
      word.folded = g_utf8_casefold (start, at - start);
      word.is_capital = g_unichar_isupper (g_utf8_get_char (start));
      g_array_append_val (words, word);
    }
  return words;
}

/* (transfer full): @words */
static void
add_name (KithRedactor *self, char **words, Form form)
{
  GPtrArray *list = g_hash_table_lookup (self->names, words[0]);
  Name *name = g_new (Name, 1);

  name->words = words;
  name->n_words = g_strv_length (words);
  name->form = form;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify)name_free);
      g_hash_table_insert (self->names, g_strdup (words[0]), list);
    }
  g_ptr_array_add (list, name);
}

static void
add_pair (KithRedactor *self, const char *first, const char *second)
{
  const char *const pair[] = { first, second, NULL };

  add_name (self, g_strdupv ((char **)pair), FORM_FULL);
}

static char **
dup_folded (GArray *words, guint from)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint w = from; w < words->len; w++)
    g_strv_builder_add (builder, g_array_index (words, Word, w).folded);
  return g_strv_builder_end (builder);
}

/* The first name as its initial. */
static char **
dup_with_initial (char **name)
{
  char **shorter = g_strdupv (name);

  g_free (shorter[0]);
  shorter[0] = g_utf8_substring (name[0], 0, 1);
  return shorter;
}

/* “Mrs Ada Jane Marsh” is known by these words, and as A Jane Marsh, Ada Marsh, A Marsh, Marsh
   Ada, and as Marsh after any title. */
static void
add_person (KithRedactor *self, const char *text, gboolean takes_one_word)
{
  g_autoptr (GArray) words = split_words (text);
  g_auto (GStrv) name = NULL;
  const char *last;
  guint first = 0, n;

  while (first < words->len && g_strv_contains (titles, g_array_index (words, Word, first).folded))
    first++;
  n = words->len - first;
  if (n == 0 || (n == 1 && first == 0 && !takes_one_word))
    return;
  name = dup_folded (words, first);
  last = name[n - 1];
  g_hash_table_add (self->surnames, g_strdup (last));
  if (n > 1)
    {
      char **pair;

      add_pair (self, name[0], last);
      add_pair (self, last, name[0]);
      add_name (self, dup_with_initial (name), FORM_INITIAL);
      pair = g_new0 (char *, 3);
      pair[0] = g_utf8_substring (name[0], 0, 1);
      pair[1] = g_strdup (last);
      add_name (self, pair, FORM_INITIAL);
    }
  if (n > 2 || first == 0)
    add_name (self, g_steal_pointer (&name), FORM_FULL);
}

/* A field that may name several: “Ada Marsh and Ben Coe; Cy Dunn”. */
static void
add_people (KithRedactor *self, const char *text)
{
  g_autoptr (GRegex) between = NULL;
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return;
  between = g_regex_new ("[;,/&+]| and | with ", G_REGEX_OPTIMIZE, 0, NULL);
  parts = g_regex_split (between, text, 0);
  for (guint p = 0; parts[p] != NULL; p++)
    add_person (self, parts[p], FALSE);
}

static void
add_fields (KithRedactor *self, KithLedger *ledger, KithTable table, const char *name)
{
  const KithField *field = kith_table_find_field (table, name);
  gsize row_size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize r = 0; r < n; r++)
    {
      const char *text = kith_field_get_text (field, rows + r * row_size);

      if (text != NULL && g_hash_table_add (seen, (gpointer)text))
        add_people (self, text);
    }
}

static void
add_persons (KithRedactor *self, KithLedger *ledger)
{
  gsize n;
  const KithPerson *persons = kith_ledger_get_rows (ledger, KITH_TABLE_PERSON, &n);

  for (gsize p = 0; p < n; p++)
    {
      if (persons[p].name != NULL && self->has_names)
        add_person (self, persons[p].name, TRUE);
      if (persons[p].email != NULL && self->has_emails)
        {
          g_autoptr (GArray) words = split_words (persons[p].email);

          if (words->len > 0)
            add_name (self, dup_folded (words, 0), FORM_EMAIL);
        }
    }
}

/**
 * kith_redactor_new:
 * @ledger: whose people
 * @audience: for whom texts are
 *
 * People are those of table person, and whoever is named as having taken part, agreed, asked or
 * decided. Cost: O(rows of the tables that name people).
 *
 * Returns: (transfer full): a redactor
 */
KithRedactor *
kith_redactor_new (KithLedger *ledger, KithAudience audience)
{
  static const struct
  {
    KithTable table;
    const char *field;
  } fields[] = {
    { KITH_TABLE_CONTACT, "officer" },     { KITH_TABLE_ACTION, "owner" },
    { KITH_TABLE_ENQUIRY, "by" },          { KITH_TABLE_SETTING_ASIDE, "by" },
    { KITH_TABLE_PAIRING_DECISION, "by" }, { KITH_TABLE_GOAL, "by" },
  };
  KithRedactor *self = g_new0 (KithRedactor, 1);

  self->has_names = !kith_audience_may_see (audience, KITH_TOPIC_NAMES);
  self->has_emails = !kith_audience_may_see (audience, KITH_TOPIC_EMAILS);
  self->names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->surnames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_persons (self, ledger);
  for (guint f = 0; f < G_N_ELEMENTS (fields) && self->has_names; f++)
    add_fields (self, ledger, fields[f].table, fields[f].field);
  return self;
}

/**
 * kith_redactor_free:
 * @self: (transfer full) (nullable): a redactor
 */
void
kith_redactor_free (KithRedactor *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->surnames);
  g_free (self);
}

static gboolean
is_near (GArray *words, guint w)
{
  return g_array_index (words, Word, w + 1).start - g_array_index (words, Word, w).end <= MAX_GAP;
}

static gboolean
fits (const Name *name, GArray *words, guint from)
{
  if (from + name->n_words > words->len)
    return FALSE;
  for (guint w = 0; w < name->n_words; w++)
    {
      const Word *word = &g_array_index (words, Word, from + w);

      if (strcmp (name->words[w], word->folded) != 0 || (w > 0 && !is_near (words, from + w - 1)) ||
          (name->form == FORM_INITIAL && !word->is_capital && word->end - word->start == 1))
        return FALSE;
    }
  return TRUE;
}

/* How many words from @from on are a name, 0 where they are none: of several the longest. */
static guint
measure_name (const KithRedactor *self, GArray *words, guint from, gboolean *is_email)
{
  const Word *word = &g_array_index (words, Word, from);
  GPtrArray *list = g_hash_table_lookup (self->names, word->folded);
  guint longest = 0;

  *is_email = FALSE;
  if (self->has_names && g_strv_contains (titles, word->folded) && from + 1 < words->len &&
      is_near (words, from))
    {
      longest = measure_name (self, words, from + 1, is_email);
      if (longest == 0 &&
          g_hash_table_contains (self->surnames, g_array_index (words, Word, from + 1).folded))
        longest = 1;
      longest += longest > 0;
    }
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Name *name = g_ptr_array_index (list, i);

      if (name->n_words > longest && fits (name, words, from))
        {
          longest = name->n_words;
          *is_email = name->form == FORM_EMAIL;
        }
    }
  return longest;
}

static gboolean
begins_sentence (const GString *text)
{
  gsize at = text->len;

  while (at > 0 && g_ascii_isspace (text->str[at - 1]))
    at--;
  return at == 0 || strchr (".!?\n", text->str[at - 1]) != NULL;
}

/**
 * kith_redactor_strike:
 * @text: (nullable): what somebody or Kith wrote
 *
 * Case and what stands between the words of a name do not matter. Of a name that somebody wrote
 * in a way of their own (“Addie”) nothing is known: words that officers wrote freely are for
 * those who may see KITH_TOPIC_NOTES.
 * Cost: O(length of @text).
 *
 * Returns: (transfer full) (nullable): @text, without the names that its readers are not told
 */
char *
kith_redactor_strike (const KithRedactor *self, const char *text)
{
  g_autoptr (GArray) words = NULL;
  GString *out;
  gsize done = 0;
  guint n;

  if (text == NULL || g_hash_table_size (self->names) == 0)
    return g_strdup (text);
  words = split_words (text);
  out = g_string_new (NULL);
  for (guint w = 0; w < words->len; w += MAX (1, n))
    {
      gboolean is_email;

      n = measure_name (self, words, w, &is_email);
      if (n == 0)
        continue;
      g_string_append_len (out, text + done, (gssize)(g_array_index (words, Word, w).start - done));
      if (is_email)
        g_string_append (out, _ ("(address left out)"));
      else if (begins_sentence (out))
        g_string_append (out, _ ("A person not named here"));
      else
        g_string_append (out, _ ("a person not named here"));
      done = g_array_index (words, Word, w + n - 1).end;
    }
  g_string_append (out, text + done);
  return g_string_free (out, FALSE);
}
