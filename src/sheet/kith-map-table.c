/* kith-map-table.c: the table that says what a map shows
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include "kith-short-name.h"

#include <glib/gi18n.h>

static const char *const columns[] = {
  "urn",    "name",    "authority", "phase",  "standing", "links",
  "linked", "easting", "northing",  "number", "on_map",   NULL,
};
#define N_COLUMNS (G_N_ELEMENTS (columns) - 1)

/* the schools tied to it: a list in JSON, with semicolons in CSV, left out of the text */
#define COLUMN_LINKED 6

static gboolean
is_number (guint column)
{
  return column == 0 || column == 5 || column == 7 || column == 8 || column == 9;
}

static char *
dup_linked (KithNetwork *network, guint school)
{
  guint n_tied, n_schools;
  const KithTied *tied = kith_network_get_tied (network, school, &n_tied);
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n_schools);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_tied; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? ";" : "",
                            schools[tied[i].school].record->urn);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
replace_cell (char **cells, guint column, char *words)
{
  g_free (cells[column]);
  cells[column] = words;
}

/* What the audience is not told: without its name a school must not be known by its URN or its
   place, nor by those that it is tied to; ties may be those of who supports whom. */
static void
hide_cells (char **cells, const char *name, const KithMapOptions *options)
{
  static const guint telling[] = { 0, COLUMN_LINKED, 7, 8 };

  if (options->names != KITH_MAP_NAMES_FULL)
    {
      replace_cell (cells, 1,
                    options->names == KITH_MAP_NAMES_INITIALS ? kith_name_dup_initials (name)
                                                              : g_strdup (""));
      for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
        replace_cell (cells, telling[i], g_strdup (""));
    }
  if (!kith_audience_may_see (options->audience, KITH_TOPIC_NEEDS))
    {
      replace_cell (cells, 5, g_strdup (""));
      replace_cell (cells, COLUMN_LINKED, g_strdup (""));
    }
}

static char **
make_cells (KithNetwork *network, const KithMapRow *row, const KithMapOptions *options)
{
  guint n_schools, n_tied;
  const KithNetworkSchool *school = &kith_network_get_schools (network, &n_schools)[row->school];
  const KithAuthority *authority = kith_ledger_find (kith_network_get_ledger (network),
                                                     KITH_TABLE_AUTHORITY, school->record->la);
  char **cells = g_new0 (char *, N_COLUMNS + 1);
  gboolean is_placed = kith_place_is_known (school->place);

  kith_network_get_tied (network, row->school, &n_tied);
  cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, school->record->urn);
  cells[1] = g_strdup (school->record->name);
  cells[2] = g_strdup (authority == NULL ? "" : authority->name);
  cells[3] = g_strdup (kith_phase_get_words (school->phase));
  cells[4] = g_strdup (kith_stand_get_key (row->stand));
  cells[5] = g_strdup_printf ("%u", n_tied);
  cells[6] = dup_linked (network, row->school);
  cells[7] = is_placed ? g_strdup_printf ("%.0f", school->place.x) : g_strdup ("");
  cells[8] = is_placed ? g_strdup_printf ("%.0f", school->place.y) : g_strdup ("");
  cells[9] = row->number > 0 ? g_strdup_printf ("%u", row->number) : g_strdup ("");
  cells[10] = g_strdup (row->is_drawn ? "yes" : "no");
  hide_cells (cells, school->record->name, options);
  return cells;
}

static void
append_csv (GString *text, char **cells)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      if (c > 0)
        g_string_append_c (text, ',');
      kith_text_append_csv (text, cells[c]);
    }
  g_string_append_c (text, '\n');
}

static void
append_json_text (GString *text, const char *words)
{
  g_string_append_c (text, '"');
  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      if ((guchar)*p < 0x20)
        g_string_append_printf (text, "\\u%04x", *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_json (GString *text, char **cells)
{
  g_string_append (text, "  {");
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      g_string_append_printf (text, "%s\"%s\": ", c > 0 ? ", " : "", columns[c]);
      if (c == COLUMN_LINKED)
        {
          g_auto (GStrv) urns = g_strsplit (cells[c], ";", -1);
          g_autofree char *list = g_strjoinv (", ", urns);

          g_string_append_printf (text, "[%s]", list);
        }
      else if (is_number (c))
        g_string_append (text, *cells[c] == '\0' ? "null" : cells[c]);
      else
        append_json_text (text, cells[c]);
    }
  g_string_append_c (text, '}');
}

/* columns as wide as their widest cell, without the list of linked schools */
static char *
make_text (GPtrArray *table)
{
  g_autoptr (GString) text = g_string_new (NULL);
  glong widths[N_COLUMNS] = { 0 };

  for (guint r = 0; r < table->len; r++)
    for (guint c = 0; c < N_COLUMNS; c++)
      widths[c] = MAX (widths[c], g_utf8_strlen (((char **)table->pdata[r])[c], -1));
  for (guint r = 0; r < table->len; r++)
    {
      char **cells = table->pdata[r];

      for (guint c = 0; c < N_COLUMNS; c++)
        {
          int gap = (int)(widths[c] - g_utf8_strlen (cells[c], -1));

          if (c == COLUMN_LINKED)
            continue;
          if (is_number (c))
            g_string_append_printf (text, "%*s%s", gap, "", cells[c]);
          else
            g_string_append_printf (text, "%s%*s", cells[c], c + 1 < N_COLUMNS ? gap : 0, "");
          g_string_append (text, c + 1 < N_COLUMNS ? "  " : "\n");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kith_map_dup_rows:
 * @roll: whose schools
 * @rows: (element-type KithMapRow): which of them
 * @options: for whom, and how schools are named
 * @format: how
 *
 * Returns: (transfer full): the table, a row a school
 */
char *
kith_map_dup_rows (KithRoll *roll,
                   const GArray *rows,
                   const KithMapOptions *options,
                   KithMapTable format)
{
  KithNetwork *network = kith_roll_get_network (roll);
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_add (table, g_strdupv ((char **)columns));
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (table, make_cells (network, &g_array_index (rows, KithMapRow, i), options));
  if (format == KITH_MAP_TABLE_TEXT)
    return make_text (table);
  if (format == KITH_MAP_TABLE_JSON)
    {
      g_string_append (text, "[\n");
      for (guint r = 1; r < table->len; r++)
        {
          append_json (text, table->pdata[r]);
          g_string_append (text, r + 1 < table->len ? ",\n" : "\n");
        }
      g_string_append (text, "]\n");
    }
  else
    for (guint r = 0; r < table->len; r++)
      append_csv (text, table->pdata[r]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
