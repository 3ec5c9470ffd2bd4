/* kith-finder.c: schools, arrangements, organisations and people, found by what somebody types
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finder.h"

#include "kith-kind.h"

#include <glib/gi18n.h>
#include <string.h>

/* How well a word that somebody typed fits one that is there. */
typedef enum
{
  FIT_NONE,
  FIT_NEAR,  /* but for a letter or two */
  FIT_BEGIN, /* it begins so */
  FIT_WHOLE,
} Fit;

/* Longer words are looked for by their first letters. */
#define MOST_LETTERS 31

/* Of more than so many that fit nobody reads the names: they are not put in order by them. */
#define MOST_NAMED 1000

typedef struct
{
  KithTable table;
  gint64 key;
  guint first, n_words; /* in `words` */
  guint n_name;         /* how many of these are its name's */
  gboolean is_past;     /* a closed school: after those that are open */
} Entry;

struct _KithFinder
{
  gatomicrefcount n_refs;
  KithLedger *ledger;
  GStringChunk *text;
  GPtrArray *vocabulary; /* of char *: every word once */
  GArray *words;         /* of guint: the entries' words, in the vocabulary */
  GArray *entries;       /* of Entry */
  GHashTable *numbers;   /* while it is made: word → its number + 1 */
};

/* Words. */

typedef void (*WordFunc) (const char *word, gpointer data);

static void
end_word (GString *word, WordFunc take, gpointer data)
{
  if (word->len == 0)
    return;
  take (strcmp (word->str, "saint") == 0 ? "st" : word->str, data);
  g_string_truncate (word, 0);
}

/* The words of a text, case and accents aside, apostrophes left out: "Zoë O’Hara" is zoe ohara. */
static void
foreach_word (const char *text, WordFunc take, gpointer data)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) word = g_string_sized_new (32);

  if (text == NULL)
    return;
  normal = g_str_is_ascii (text) ? NULL : g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *at = normal != NULL ? normal : text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\'' || c == 0x2019 || g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (word, g_unichar_tolower (c));
      else
        end_word (word, take, data);
    }
  end_word (word, take, data);
}

static void
add_word_cb (const char *word, gpointer data)
{
  KithFinder *self = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, word));

  if (number == 0)
    {
      char *kept = g_string_chunk_insert (self->text, word);

      g_ptr_array_add (self->vocabulary, kept);
      number = self->vocabulary->len;
      g_hash_table_insert (self->numbers, kept, GUINT_TO_POINTER (number));
    }
  number--;
  g_array_append_val (self->words, number);
}

static void
add_words (KithFinder *self, const char *text)
{
  foreach_word (text, add_word_cb, self);
}

static void
begin_entry (KithFinder *self, Entry *entry, KithTable table, gint64 key, const char *name)
{
  *entry = (Entry){ .table = table, .key = key, .first = self->words->len };
  add_words (self, name);
  entry->n_name = self->words->len - entry->first;
}

static void
end_entry (KithFinder *self, Entry *entry)
{
  entry->n_words = self->words->len - entry->first;
  g_array_append_val (self->entries, *entry);
}

/* A postcode is typed with or without its space. */
static void
add_postcode (KithFinder *self, const char *postcode)
{
  g_autofree char *joined = g_strdup (postcode);
  gsize n = 0;

  add_words (self, postcode);
  for (const char *at = postcode; at != NULL && *at != '\0'; at++)
    if (*at != ' ')
      joined[n++] = *at;
  if (joined == NULL)
    return;
  joined[n] = '\0';
  add_words (self, joined);
}

static void
add_number (KithFinder *self, gint64 number)
{
  char text[24];

  if (number == KITH_INT_NONE)
    return;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  add_words (self, text);
}

static void
add_schools (KithFinder *self)
{
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (self->ledger, KITH_TABLE_SCHOOL, &n);

  for (gsize i = 0; i < n; i++)
    {
      Entry entry;

      begin_entry (self, &entry, KITH_TABLE_SCHOOL, schools[i].urn, schools[i].name);
      add_words (self, schools[i].town);
      add_words (self, schools[i].locality);
      add_postcode (self, schools[i].postcode);
      add_number (self, schools[i].urn);
      entry.is_past = g_strcmp0 (schools[i].status, "Closed") == 0;
      end_entry (self, &entry);
    }
}

static void
add_arrangements (KithFinder *self)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &n);

  for (gsize i = 0; i < n; i++)
    {
      Entry entry;

      begin_entry (self, &entry, KITH_TABLE_ARRANGEMENT, rows[i].id, rows[i].name);
      add_number (self, rows[i].uid);
      add_words (self, rows[i].code);
      entry.is_past = rows[i].ends != KITH_DATE_UNKNOWN && rows[i].ends <= kith_date_today ();
      end_entry (self, &entry);
    }
}

static void
add_parties (KithFinder *self)
{
  gsize n;
  const KithOrganisation *organisations =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_ORGANISATION, &n);
  const KithPerson *people;
  Entry entry;

  for (gsize i = 0; i < n; i++)
    {
      begin_entry (self, &entry, KITH_TABLE_ORGANISATION, organisations[i].id,
                   organisations[i].name);
      add_postcode (self, organisations[i].postcode);
      end_entry (self, &entry);
    }
  people = kith_ledger_get_rows (self->ledger, KITH_TABLE_PERSON, &n);
  for (gsize i = 0; i < n; i++)
    {
      begin_entry (self, &entry, KITH_TABLE_PERSON, people[i].id, people[i].name);
      end_entry (self, &entry);
    }
}

/* Fits. */

/* How many letters must be changed, added, left out or changed places with the next to make @typed
 * the beginning of @word; more than @most is as good as never (Damerau 1964, Commun. ACM 7, 171).
 */
static guint
measure_distance (const char *typed, const char *word, guint most)
{
  guint rows[3][MOST_LETTERS + 2];
  guint n = (guint)strlen (typed), m = MIN ((guint)strlen (word), n + most), best = n;

  for (guint j = 0; j <= m; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
      guint least = row[0] = i;

      for (guint j = 1; j <= m; j++)
        {
          row[j] =
              MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (typed[i - 1] != word[j - 1]));
          if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > most)
        return most + 1;
    }
  for (guint j = 0; j <= m; j++)
    best = MIN (best, rows[n % 3][j]);
  return best;
}

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/* Where one letter is wrong, one of the first two stands where it should, or next to it: this
 * spares the measuring of nearly all words. */
static gboolean
begins_alike (const char *typed, const char *word)
{
  return word[0] != '\0' &&
         (typed[0] == word[0] || typed[1] == word[1] || typed[0] == word[1] || typed[1] == word[0]);
}

static Fit
find_fit (const char *typed, const char *word, gboolean is_near_allowed)
{
  gsize n = strlen (typed);

  if (strncmp (typed, word, n) == 0)
    return word[n] == '\0' ? FIT_WHOLE : FIT_BEGIN;
  if (!is_near_allowed || n < 4 || n > MOST_LETTERS - 2 || has_digit (typed) ||
      !begins_alike (typed, word))
    return FIT_NONE;
  return measure_distance (typed, word, n < 8 ? 1 : 2) <= (n < 8 ? 1u : 2u) ? FIT_NEAR : FIT_NONE;
}

typedef struct
{
  const Entry *entry;
  int score;
  const char *name; /* to put those of one score in order; NULL where they are too many */
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *one = a, *other = b;
  int order;

  if (one->score != other->score)
    return other->score - one->score;
  order = g_strcmp0 (one->name, other->name);
  return order != 0 ? order
         : one->entry->table != other->entry->table
             ? (int)one->entry->table - (int)other->entry->table
         : one->entry->key < other->entry->key ? -1
                                               : one->entry->key > other->entry->key;
}

/* How well an entry fits all that was typed; 0 where a word fits none of its words. A word of the
 * name is worth more than one of its place, the first of the name most of all. */
static int
score_entry (const KithFinder *self, const Entry *entry, guint8 **fits, guint n_typed)
{
  int score = 0;

  for (guint t = 0; t < n_typed; t++)
    {
      int best = 0;

      for (guint w = 0; w < entry->n_words; w++)
        {
          int fit = fits[t][g_array_index (self->words, guint, entry->first + w)];

          if (fit != FIT_NONE)
            best = MAX (best, 4 * fit + 2 * (w < entry->n_name) + (w == t && w < entry->n_name));
        }
      if (best == 0)
        return 0;
      score += best;
    }
  return 2 * score - entry->is_past;
}

static const char *
find_name (const KithFinder *self, const Entry *entry)
{
  const void *row = kith_ledger_find (self->ledger, entry->table, entry->key);
  const char *name = NULL;

  switch (entry->table)
    {
    case KITH_TABLE_SCHOOL:
      name = ((const KithSchool *)row)->name;
      break;
    case KITH_TABLE_ARRANGEMENT:
      name = ((const KithArrangement *)row)->name;
      break;
    case KITH_TABLE_ORGANISATION:
      name = ((const KithOrganisation *)row)->name;
      break;
    default:
      name = ((const KithPerson *)row)->name;
    }
  return name != NULL ? name : _ ("Without a name");
}

static GArray *
match (const KithFinder *self, GPtrArray *typed, gboolean is_near_allowed)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) fits = g_ptr_array_new_with_free_func (g_free);

  for (guint t = 0; t < typed->len; t++)
    {
      guint8 *row = g_malloc (self->vocabulary->len + 1);

      for (guint v = 0; v < self->vocabulary->len; v++)
        row[v] = (guint8)find_fit (typed->pdata[t], self->vocabulary->pdata[v], is_near_allowed);
      g_ptr_array_add (fits, row);
    }
  for (guint e = 0; e < self->entries->len; e++)
    {
      Match one = { &g_array_index (self->entries, Entry, e) };

      one.score = score_entry (self, one.entry, (guint8 **)fits->pdata, typed->len);
      if (one.score > 0)
        g_array_append_val (matches, one);
    }
  for (guint m = 0; matches->len <= MOST_NAMED && m < matches->len; m++)
    {
      Match *one = &g_array_index (matches, Match, m);

      one->name = find_name (self, one->entry);
    }
  g_array_sort (matches, compare_matches);
  return matches;
}

/* Details. */

static void
append_part (GString *detail, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? ", " : "", part);
}

static void
append_school (const KithFinder *self, gint64 urn, GString *detail)
{
  const KithSchool *school = kith_ledger_find (self->ledger, KITH_TABLE_SCHOOL, urn);
  const KithAuthority *authority =
      kith_ledger_find (self->ledger, KITH_TABLE_AUTHORITY, school->la);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, urn);

  append_part (detail, school->phase);
  append_part (detail, school->town);
  append_part (detail, authority != NULL ? authority->name : NULL);
  append_part (detail, number);
  if (g_strcmp0 (school->status, "Open") != 0)
    append_part (detail, school->status);
}

/* What somebody does where; the first post on record that is not known to have ended. */
static void
append_post (const KithFinder *self, gint64 person, GString *detail)
{
  gsize n;
  const KithPost *posts = kith_ledger_get_rows (self->ledger, KITH_TABLE_POST, &n);

  append_part (detail, _ ("person"));
  for (gsize i = 0; i < n; i++)
    if (posts[i].person_id == person &&
        (posts[i].to_date == KITH_DATE_UNKNOWN || posts[i].to_date > kith_date_today ()))
      {
        const KithSchool *school = kith_ledger_find (self->ledger, KITH_TABLE_SCHOOL, posts[i].urn);
        const KithOrganisation *organisation =
            kith_ledger_find (self->ledger, KITH_TABLE_ORGANISATION, posts[i].organisation_id);

        append_part (detail, posts[i].title);
        append_part (detail, school != NULL         ? school->name
                             : organisation != NULL ? organisation->name
                                                    : NULL);
        return;
      }
}

static char *
dup_detail (const KithFinder *self, const Entry *entry)
{
  GString *detail = g_string_new (NULL);
  const KithArrangement *arrangement;
  const KithOrganisation *organisation;
  KithKind kind;

  switch (entry->table)
    {
    case KITH_TABLE_SCHOOL:
      append_school (self, entry->key, detail);
      break;
    case KITH_TABLE_ARRANGEMENT:
      arrangement = kith_ledger_find (self->ledger, KITH_TABLE_ARRANGEMENT, entry->key);
      kind = kith_kind_find (arrangement->kind);
      append_part (detail,
                   kind < KITH_N_KINDS ? _ (kith_kind_get_info (kind)->words) : arrangement->kind);
      if (entry->is_past)
        append_part (detail, _ ("ended"));
      break;
    case KITH_TABLE_ORGANISATION:
      organisation = kith_ledger_find (self->ledger, KITH_TABLE_ORGANISATION, entry->key);
      append_part (detail, organisation->kind != NULL ? organisation->kind : _ ("organisation"));
      append_part (detail, organisation->postcode);
      break;
    default:
      append_post (self, entry->key, detail);
    }
  return g_string_free (detail, FALSE);
}

static void
take_typed_cb (const char *word, gpointer typed)
{
  g_ptr_array_add (typed, g_strdup (word));
}

/**
 * kith_finder_new:
 * @ledger: what the register says
 *
 * Cost: O(words in names, towns and postcodes); for a worker.
 *
 * Returns: (transfer full): a finder of all schools, open and closed, all arrangements,
 *   organisations and people
 */
KithFinder *
kith_finder_new (KithLedger *ledger)
{
  KithFinder *self = g_new0 (KithFinder, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->ledger = kith_ledger_ref (ledger);
  self->text = g_string_chunk_new (64 * 1024);
  self->vocabulary = g_ptr_array_new ();
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  add_schools (self);
  add_arrangements (self);
  add_parties (self);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  return self;
}

/**
 * kith_finder_ref:
 *
 * Returns: (transfer full): @self
 */
KithFinder *
kith_finder_ref (KithFinder *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_finder_unref:
 * @self: (transfer full) (nullable): a finder
 */
void
kith_finder_unref (KithFinder *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_array_unref (self->entries);
  g_array_unref (self->words);
  g_ptr_array_unref (self->vocabulary);
  g_string_chunk_free (self->text);
  kith_ledger_unref (self->ledger);
  g_free (self);
}

/**
 * kith_finder_get_ledger:
 *
 * Returns: (transfer none): what it finds in
 */
KithLedger *
kith_finder_get_ledger (const KithFinder *self)
{
  return self->ledger;
}

/**
 * kith_finder_find:
 * @text: what somebody typed: names, beginnings of words, a URN, a postcode, a town
 * @most: how many to find
 *
 * What fits every word that was typed; words that are whole before beginnings, names before
 * places, what is open before what is closed. Only where nothing does, words that are wrong in a
 * letter, and long ones in two, are taken too; figures never are.
 *
 * Returns: (transfer full) (element-type KithFound): the best first
 */
GPtrArray *
kith_finder_find (const KithFinder *self, const char *text, guint most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_found_free);
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) matches = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return found;
  foreach_word (text, take_typed_cb, typed);
  if (typed->len == 0)
    return found;
  matches = match (self, typed, FALSE);
  if (matches->len == 0)
    {
      g_array_unref (matches);
      matches = match (self, typed, TRUE);
    }
  for (guint m = 0; m < MIN (matches->len, most); m++)
    {
      const Match *one = &g_array_index (matches, Match, m);
      KithFound *place = g_new0 (KithFound, 1);

      place->table = one->entry->table;
      place->key = one->entry->key;
      place->name = g_strdup (find_name (self, one->entry));
      place->detail = dup_detail (self, one->entry);
      g_ptr_array_add (found, place);
    }
  return found;
}

/**
 * kith_found_get_words:
 *
 * Returns: (transfer none): what it is, for people
 */
const char *
kith_found_get_words (const KithFound *self)
{
  switch (self->table)
    {
    case KITH_TABLE_SCHOOL:
      return _ ("school");
    case KITH_TABLE_ARRANGEMENT:
      return _ ("arrangement");
    case KITH_TABLE_ORGANISATION:
      return _ ("organisation");
    default:
      return _ ("person");
    }
}

/**
 * kith_found_free:
 * @self: (transfer full) (nullable): what was found
 */
void
kith_found_free (KithFound *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}
