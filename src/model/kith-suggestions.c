/* kith-suggestions.c: whom somebody may mean who is still typing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-suggestions.h"
#include "kith-kind.h"
#include "kith-naming.h"

#include <glib/gi18n.h>
#include <string.h>

/* What was typed, in words; and what was found, names that begin with it first. */
typedef struct
{
  KithLedger *ledger;
  char *key;
  char **words;
  guint n_most;
  GPtrArray *first;
  GPtrArray *others;
} Search;

static void
free_suggestion (gpointer data)
{
  KithSuggestion *suggestion = data;

  g_free (suggestion->text);
  g_free (suggestion->words);
  g_free (suggestion);
}

/* Whether all words occur in @name: 2 where it begins with what was typed, 1 elsewhere, else 0. */
static int
rank_name (const Search *search, const char *name)
{
  g_autofree char *key = kith_text_dup_key (name);

  for (guint w = 0; search->words[w] != NULL; w++)
    if (strstr (key, search->words[w]) == NULL)
      return 0;
  return g_str_has_prefix (key, search->key) ? 2 : 1;
}

static gboolean
is_full (const Search *search)
{
  return search->first->len >= search->n_most;
}

static void
add_suggestion (Search *search, int rank, KithPartyKind kind, char *text, const char *words)
{
  GPtrArray *to = rank == 2 ? search->first : search->others;
  KithSuggestion *suggestion;

  if (to->len >= search->n_most)
    {
      g_free (text);
      return;
    }
  suggestion = g_new (KithSuggestion, 1);
  *suggestion = (KithSuggestion){ kind, text, g_strdup (words) };
  g_ptr_array_add (to, suggestion);
}

static int
rank_school (const Search *search, const KithSchool *school)
{
  char urn[24];

  if (g_strcmp0 (school->status, "Closed") == 0 || school->name == NULL)
    return 0;
  if (g_ascii_isdigit (search->key[0]))
    {
      g_snprintf (urn, sizeof urn, "%" G_GINT64_FORMAT, school->urn);
      if (g_str_has_prefix (urn, search->key))
        return 2;
    }
  return rank_name (search, school->name);
}

static void
search_schools (Search *search)
{
  gsize n;
  const KithSchool *rows = kith_ledger_get_rows (search->ledger, KITH_TABLE_SCHOOL, &n);

  for (gsize i = 0; i < n && !is_full (search); i++)
    {
      int rank = rank_school (search, &rows[i]);
      const KithAuthority *authority;

      if (rank == 0)
        continue;
      authority = kith_ledger_find (search->ledger, KITH_TABLE_AUTHORITY, rows[i].la);
      add_suggestion (search, rank, KITH_PARTY_SCHOOL,
                      g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", rows[i].name, rows[i].urn),
                      authority != NULL ? authority->name : _ ("school"));
    }
}

static void
search_organisations (Search *search)
{
  gsize n;
  const KithOrganisation *rows = kith_ledger_get_rows (search->ledger, KITH_TABLE_ORGANISATION, &n);

  for (gsize i = 0; i < n && !is_full (search); i++)
    {
      int rank = rank_name (search, rows[i].name);

      if (rank > 0)
        add_suggestion (search, rank, KITH_PARTY_ORGANISATION, g_strdup (rows[i].name),
                        rows[i].kind != NULL ? rows[i].kind : _ ("organisation"));
    }
}

static void
search_people (Search *search)
{
  gsize n;
  const KithPerson *rows = kith_ledger_get_rows (search->ledger, KITH_TABLE_PERSON, &n);

  for (gsize i = 0; i < n && !is_full (search); i++)
    {
      int rank = rank_name (search, rows[i].name);

      if (rank > 0)
        add_suggestion (search, rank, KITH_PARTY_PERSON, g_strdup (rows[i].name), _ ("person"));
    }
}

static void
search_arrangements (Search *search)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (search->ledger, KITH_TABLE_ARRANGEMENT, &n);
  KithDate today = kith_date_today ();

  for (gsize i = 0; i < n && !is_full (search); i++)
    {
      KithKind kind = kith_kind_find (rows[i].kind);
      int rank = 0;

      if (rows[i].uid == KITH_INT_NONE && kind != KITH_N_KINDS && kith_kind_is_link (kind) &&
          g_strcmp0 (rows[i].status, "closed") != 0 &&
          (rows[i].ends == KITH_DATE_UNKNOWN || rows[i].ends > today))
        rank = rank_name (search, rows[i].name);
      if (rank > 0)
        add_suggestion (search, rank, KITH_PARTY_ANY,
                        kith_naming_dup_arrangement (search->ledger, rows[i].id),
                        _ (kith_kind_get_info (kind)->words));
    }
}

/* Each once, as it was first written. */
static void
search_areas_of (Search *search, KithTable table, GHashTable *seen)
{
  const KithTableInfo *info = kith_table_get_info (table);
  const KithField *field = kith_table_find_field (table, "area");
  gsize n;
  const char *rows = kith_ledger_get_rows (search->ledger, table, &n);

  for (gsize i = 0; i < n && !is_full (search); i++)
    {
      const char *area = kith_field_get_text (field, rows + i * info->row_size);
      int rank = rank_name (search, area);

      if (rank > 0 && g_hash_table_add (seen, kith_text_dup_key (area)))
        add_suggestion (search, rank, KITH_PARTY_ANY, g_strdup (area), _ ("area"));
    }
}

static void
search_areas (Search *search)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  search_areas_of (search, KITH_TABLE_NEED, seen);
  search_areas_of (search, KITH_TABLE_EXPERTISE, seen);
}

/**
 * kith_suggestions_list:
 * @typed: what stands in the field
 * @what: what is looked through
 * @n_most: how many are wanted
 *
 * Those whose names hold every word that was typed, and schools whose URN begins with it; names
 * that begin with what was typed come first. Cost: O(rows of the tables), some ms for England.
 *
 * Returns: (transfer full) (element-type KithSuggestion): none for a blank
 */
GPtrArray *
kith_suggestions_list (KithLedger *ledger, const char *typed, KithSuggestWhat what, guint n_most)
{
  g_autofree char *key = kith_text_dup_key (typed);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  GPtrArray *found = g_ptr_array_new_with_free_func (free_suggestion);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (free_suggestion);
  Search search = { ledger, key, words, n_most, found, others };

  if (key[0] == '\0')
    return found;
  if ((what & KITH_SUGGEST_ARRANGEMENTS) != 0)
    search_arrangements (&search);
  if ((what & KITH_SUGGEST_AREAS) != 0)
    search_areas (&search);
  if ((what & KITH_SUGGEST_PEOPLE) != 0)
    search_people (&search);
  if ((what & KITH_SUGGEST_ORGANISATIONS) != 0)
    search_organisations (&search);
  if ((what & KITH_SUGGEST_SCHOOLS) != 0)
    search_schools (&search);
  while (others->len > 0 && found->len < n_most)
    g_ptr_array_add (found, g_ptr_array_steal_index (others, 0));
  return found;
}
