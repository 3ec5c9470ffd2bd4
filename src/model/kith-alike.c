/* kith-alike.c: names that may be of one and the same
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-alike.h"

#include <stdlib.h>
#include <string.h>

/* In a shorter name one letter makes another name. */
#define LEAST_LETTERS 8

/* What words become that are written in several ways; blank for those that say nothing. */
static const char *const same_words[][2] = {
  { "the", "" },     { "ltd", "" },      { "limited", "" }, { "plc", "" },        { "cic", "" },
  { "mr", "" },      { "mrs", "" },      { "ms", "" },      { "miss", "" },       { "dr", "" },
  { "saint", "st" }, { "saints", "st" }, { "ce", "cofe" },  { "catholic", "rc" },
};

/* The same of several words, after the single ones. */
static const char *const same_phrases[][2] = {
  { " church of england ", " cofe " },
  { " c of e ", " cofe " },
  { " roman rc ", " rc " },
  { " r c ", " rc " },
};

static void
append_word (GString *key, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (same_words); i++)
    if (strcmp (same_words[i][0], word) == 0)
      word = same_words[i][1];
  if (*word != '\0')
    g_string_append_printf (key, "%s ", word);
}

/**
 * kith_alike_dup_key:
 * @name: (nullable): of a person or an organisation
 *
 * What two spellings of one name have in common: beside what kith_text_dup_key() takes away also
 * marks, “and”, “the”, “Ltd” and titles; saint is st, Church of England CofE, Catholic RC.
 *
 * Returns: (transfer full): the key; empty for a blank name
 */
char *
kith_alike_dup_key (const char *name)
{
  g_autofree char *folded = kith_text_dup_key (name);
  g_autoptr (GString) plain = g_string_new (NULL);
  GString *key = g_string_new (" ");
  g_auto (GStrv) words = NULL;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (c != '\'' && c != '.')
        g_string_append_c (plain, ' ');
    }
  words = g_strsplit (plain->str, " ", -1);
  for (guint w = 0; words[w] != NULL; w++)
    if (*words[w] != '\0' && strcmp (words[w], "and") != 0)
      append_word (key, words[w]);
  for (guint i = 0; i < G_N_ELEMENTS (same_phrases); i++)
    g_string_replace (key, same_phrases[i][0], same_phrases[i][1], 0);
  return g_strstrip (g_string_free (key, FALSE));
}

/* Whether one is the other with one letter changed, added, left out, or swapped with the next;
 * in characters, so that é is one. */
static gboolean
is_near (const char *a, const char *b)
{
  g_autofree gunichar *one = NULL;
  g_autofree gunichar *other = NULL;
  glong n, n_other, start = 0, end = 0;

  one = g_utf8_to_ucs4_fast (a, -1, &n);
  other = g_utf8_to_ucs4_fast (b, -1, &n_other);
  if (n < LEAST_LETTERS || n_other < LEAST_LETTERS || labs (n - n_other) > 1)
    return FALSE;
  while (start < MIN (n, n_other) && one[start] == other[start])
    start++;
  while (end < MIN (n, n_other) - start && one[n - 1 - end] == other[n_other - 1 - end])
    end++;
  if (n - start - end <= 1 && n_other - start - end <= 1)
    return TRUE;
  return n == n_other && n - start - end == 2 && one[start] == other[start + 1] &&
         one[start + 1] == other[start];
}

static const char *
get_name (KithTable table, const void *row)
{
  return table == KITH_TABLE_PERSON ? ((const KithPerson *)row)->name
                                    : ((const KithOrganisation *)row)->name;
}

/**
 * kith_alike_get_name:
 * @table: person or organisation
 * @id: which
 *
 * Returns: (transfer none) (nullable): what they are called
 */
const char *
kith_alike_get_name (KithLedger *ledger, KithTable table, gint64 id)
{
  const void *row = kith_ledger_find (ledger, table, id);

  return row == NULL ? NULL : get_name (table, row);
}

/**
 * kith_alike_find:
 * @table: person or organisation
 * @name: (nullable): as somebody types it
 *
 * Cost: O(rows), some milliseconds for thousands.
 *
 * Returns: one that is called otherwise and may be meant, %KITH_INT_NONE where there is none, or
 *   where @name is already that of one
 */
gint64
kith_alike_find (KithLedger *ledger, KithTable table, const char *name)
{
  g_autofree char *text = kith_text_dup_key (name);
  g_autofree char *key = kith_alike_dup_key (name);
  gsize size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);
  gint64 same = KITH_INT_NONE, near = KITH_INT_NONE;

  for (gsize i = 0; *key != '\0' && i < n; i++)
    {
      const char *row = rows + i * size;
      g_autofree char *other_text = kith_text_dup_key (get_name (table, row));
      g_autofree char *other = NULL;

      if (strcmp (text, other_text) == 0)
        return KITH_INT_NONE;
      other = kith_alike_dup_key (other_text);
      if (strcmp (key, other) == 0)
        same = kith_row_get_key (row);
      else if (near == KITH_INT_NONE && is_near (key, other))
        near = kith_row_get_key (row);
    }
  return same != KITH_INT_NONE ? same : near;
}

/* A key, and the row that it is of; a key with a letter left out as well. */
typedef struct
{
  char *key;
  gsize row;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->key);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order : (one->row > other->row) - (one->row < other->row);
}

static int
compare_alikes (gconstpointer a, gconstpointer b)
{
  const KithAlike *one = a, *other = b;

  if (one->is_spelling != other->is_spelling)
    return one->is_spelling ? -1 : 1;
  if (one->one != other->one)
    return one->one < other->one ? -1 : 1;
  return (one->other > other->other) - (one->other < other->other);
}

/* Two keys that differ by one letter share one from which a letter was left out. */
static void
add_shortened (GArray *entries, const char *key, gsize row)
{
  if (g_utf8_strlen (key, -1) < LEAST_LETTERS)
    return;
  for (const char *at = key; *at != '\0'; at = g_utf8_next_char (at))
    {
      Entry entry = { NULL, row };

      entry.key = g_strdup_printf ("%.*s%s", (int)(at - key), key, g_utf8_next_char (at));
      g_array_append_val (entries, entry);
    }
}

/**
 * kith_alike_list:
 * @table: person or organisation
 *
 * Cost: O(m log m) in the letters of all names; for a worker where there are thousands.
 *
 * Returns: (transfer full) (element-type KithAlike): each pair once, spellings first
 */
GArray *
kith_alike_list (KithLedger *ledger, KithTable table)
{
  gsize size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KithAlike));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_set_clear_func (entries, clear_entry);
  for (gsize i = 0; i < n; i++)
    {
      Entry entry = { kith_alike_dup_key (get_name (table, rows + i * size)), i };

      g_ptr_array_add (keys, g_strdup (entry.key));
      add_shortened (entries, entry.key, i);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    for (guint j = i + 1; j < entries->len; j++)
      {
        const Entry *one = &g_array_index (entries, Entry, i);
        const Entry *other = &g_array_index (entries, Entry, j);
        const char *a, *b;
        gint64 pair;

        if (strcmp (one->key, other->key) != 0)
          break;
        a = keys->pdata[one->row];
        b = keys->pdata[other->row];
        pair = (gint64)one->row * (gint64)n + (gint64)other->row;
        if (one->row != other->row && *a != '\0' && (strcmp (a, b) == 0 || is_near (a, b)) &&
            g_hash_table_add (seen, g_memdup2 (&pair, sizeof pair)))
          {
            KithAlike alike = { kith_row_get_key (rows + one->row * size),
                                kith_row_get_key (rows + other->row * size), strcmp (a, b) == 0 };

            g_array_append_val (found, alike);
          }
      }
  g_array_sort (found, compare_alikes);
  return found;
}
