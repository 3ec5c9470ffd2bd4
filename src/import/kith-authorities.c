/* kith-authorities.c: the authorities that a file names, and which school is in which
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-authorities-private.h"

#include "kith-lookup-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* One authority, and the nine-character codes that its rows give it, each with how often: a
 * school near a border may have its neighbour's. */
typedef struct
{
  gint64 code;
  char *name;
  GHashTable *gss;
} Named;

struct _KithAuthorities
{
  KithReading *reading;
  guint column_code;
  guint column_name;
  guint column_gss;
  GHashTable *named;  /* code → Named */
  KithLookup *spells; /* of table school_authority by urn; NULL while nobody moved */
  Named *last;
  char last_gss[16];
  guint *last_count;
};

static void
free_named (gpointer data)
{
  Named *named = data;

  g_free (named->name);
  g_hash_table_unref (named->gss);
  g_free (named);
}

/**
 * kith_authorities_new:
 * @reading: an establishments file under way, which must outlive it
 *
 * Returns: (transfer full): no authorities yet
 */
KithAuthorities *
kith_authorities_new (KithReading *reading)
{
  KithAuthorities *self = g_new0 (KithAuthorities, 1);

  self->reading = reading;
  self->column_code = kith_reading_find_column (reading, "LA (code)");
  self->column_name = kith_reading_find_column (reading, "LA (name)");
  self->column_gss = kith_reading_find_column (reading, "GSSLACode (name)|GSSLACode");
  self->named = g_hash_table_new_full (NULL, NULL, NULL, free_named);
  return self;
}

/**
 * kith_authorities_free:
 * @self: (nullable): authorities
 */
void
kith_authorities_free (KithAuthorities *self)
{
  if (self == NULL)
    return;
  kith_lookup_free (self->spells);
  g_hash_table_unref (self->named);
  g_free (self);
}

static void
note_gss (KithAuthorities *self, Named *named)
{
  const char *gss = kith_reading_get_text (self->reading, self->column_gss);
  guint *count;

  /* X999999 stands where there is none */
  if (gss == NULL || gss[0] == 'X' || strlen (gss) != 9)
    return;
  if (self->last == named && strcmp (gss, self->last_gss) == 0)
    {
      ++*self->last_count;
      return;
    }
  count = g_hash_table_lookup (named->gss, gss);
  if (count == NULL)
    {
      count = g_new0 (guint, 1);
      g_hash_table_insert (named->gss, g_strdup (gss), count);
    }
  ++*count;
  self->last = named;
  self->last_count = count;
  g_strlcpy (self->last_gss, gss, sizeof self->last_gss);
}

static KithOutcome
put_spell (KithAuthorities *self, KithSchoolAuthority *spell)
{
  KithOutcome outcome;

  if (spell->id == KITH_INT_NONE)
    spell->id = kith_changeset_take_key (self->reading->changes, KITH_TABLE_SCHOOL_AUTHORITY);
  outcome = kith_reading_put (self->reading, KITH_TABLE_SCHOOL_AUTHORITY, spell);
  if (self->spells != NULL)
    kith_lookup_note (self->spells, spell->id);
  return outcome;
}

/* The school's spell that has no end (@is_last), or the one that has no beginning. */
static const KithSchoolAuthority *
find_spell (KithAuthorities *self, gint64 urn, gboolean is_last)
{
  static const char *const by[] = { "urn", NULL };
  KithSchoolAuthority probe = { .urn = urn };
  const KithSchoolAuthority *spell;
  gsize at = 0;

  if (self->spells == NULL)
    self->spells = kith_lookup_new (self->reading->changes, KITH_TABLE_SCHOOL_AUTHORITY, by);
  while ((spell = kith_lookup_next (self->spells, &probe, &at)) != NULL)
    if ((is_last ? spell->to_date : spell->from_date) == KITH_DATE_UNKNOWN)
      return spell;
  return NULL;
}

/* The earliest day after this file's of which a file of its kind told. */
static KithDate
find_next_dated (const KithReading *reading)
{
  KithDate next = KITH_DATE_UNKNOWN;

  for (guint i = 0; i < reading->sources->len; i++)
    {
      const KithSource *source = g_ptr_array_index (reading->sources, i);

      if (g_strcmp0 (source->kind, kith_file_kind_get_key (reading->report->kind)) == 0 &&
          source->dated > reading->dated && (next == KITH_DATE_UNKNOWN || source->dated < next))
        next = source->dated;
    }
  return next;
}

/* Writes down that the school was in @la from one file's day, or until the next file's. */
static KithOutcome
note_move (KithAuthorities *self, gint64 urn, gint64 la)
{
  gboolean is_newest = self->reading->is_newest;
  const KithSchoolAuthority *known = find_spell (self, urn, is_newest);
  KithDate day = is_newest ? self->reading->dated : find_next_dated (self->reading);
  KithSchoolAuthority spell;

  if (known != NULL && known->la == la)
    return KITH_OUTCOME_UNCHANGED;
  if (known != NULL)
    {
      spell = *known;
      *(is_newest ? &spell.to_date : &spell.from_date) = day;
      put_spell (self, &spell);
    }
  kith_row_clear (KITH_TABLE_SCHOOL_AUTHORITY, &spell);
  spell.urn = urn;
  spell.la = la;
  if (known != NULL)
    *(is_newest ? &spell.from_date : &spell.to_date) = day;
  put_spell (self, &spell);
  return KITH_OUTCOME_CHANGED;
}

/**
 * kith_authorities_note:
 * @urn: the school of the row under way
 * @before: (nullable): what was known of it
 * @la: the authority that it is now known to be in
 *
 * Notes the authority that the row names, and a move from one to another with its day.
 *
 * Returns: whether that changes anything
 */
KithOutcome
kith_authorities_note (KithAuthorities *self, gint64 urn, const KithSchool *before, gint64 la)
{
  KithCell cell = kith_rows_get_cell (self->reading->rows, self->column_code);
  gint64 code;
  Named *named;

  if (!kith_text_parse_int (cell.text, (gssize)cell.length, &code) || code == KITH_INT_NONE)
    code = la;
  named = g_hash_table_lookup (self->named, GINT_TO_POINTER ((int)code));
  if (named == NULL)
    {
      named = g_new0 (Named, 1);
      named->code = code;
      named->name = g_strdup (kith_reading_get_text (self->reading, self->column_name));
      named->gss = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->named, GINT_TO_POINTER ((int)code), named);
    }
  note_gss (self, named);
  if (before == NULL)
    {
      KithSchoolAuthority spell;

      kith_row_clear (KITH_TABLE_SCHOOL_AUTHORITY, &spell);
      spell.urn = urn;
      spell.la = la;
      put_spell (self, &spell);
      return KITH_OUTCOME_ADDED;
    }
  return before->la == code ? KITH_OUTCOME_UNCHANGED : note_move (self, urn, code);
}

/**
 * kith_authorities_has_read:
 *
 * Returns: whether the file has a school of this authority
 */
gboolean
kith_authorities_has_read (const KithAuthorities *self, gint64 la)
{
  return g_hash_table_contains (self->named, GINT_TO_POINTER ((int)la));
}

static int
compare_codes (const void *a, const void *b)
{
  const Named *x = *(Named *const *)a;
  const Named *y = *(Named *const *)b;

  return x->code < y->code ? -1 : x->code > y->code;
}

/* The code that most rows give; of equals, the first in the alphabet. */
static const char *
choose_gss (const Named *named)
{
  GHashTableIter iter;
  gpointer gss, count;
  const char *best = NULL;
  guint n_best = 0;

  g_hash_table_iter_init (&iter, named->gss);
  while (g_hash_table_iter_next (&iter, &gss, &count))
    if (*(guint *)count > n_best || (*(guint *)count == n_best && strcmp (gss, best) < 0))
      {
        best = gss;
        n_best = *(guint *)count;
      }
  return best;
}

/**
 * kith_authorities_end:
 *
 * Puts the authorities that the file named: new ones, and what is new about known ones.
 */
void
kith_authorities_end (KithAuthorities *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->named);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (all, value);
  g_ptr_array_sort (all, compare_codes);
  for (guint i = 0; i < all->len; i++)
    {
      const Named *named = g_ptr_array_index (all, i);
      const KithAuthority *before =
          kith_changeset_find (self->reading->changes, KITH_TABLE_AUTHORITY, named->code);
      const char *gss = choose_gss (named);
      g_autofree char *stand_in =
          g_strdup_printf (_ ("Authority %" G_GINT64_FORMAT), (gint64)named->code);
      KithAuthority row;

      kith_row_clear (KITH_TABLE_AUTHORITY, &row);
      if (before != NULL)
        row = *before;
      row.code = named->code;
      /* a file that gives codes alone still has authorities; one that names them is believed */
      if (row.name == NULL)
        row.name = stand_in;
      if (named->name != NULL && (self->reading->is_newest || g_strcmp0 (row.name, stand_in) == 0))
        row.name = named->name;
      if (gss != NULL && (self->reading->is_newest || row.gss == NULL))
        row.gss = gss;
      kith_reading_put (self->reading, KITH_TABLE_AUTHORITY, &row);
    }
}
