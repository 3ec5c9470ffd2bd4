/* kith-short-name.c: names of schools, short enough for a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-short-name.h"

#include <string.h>

/* LOOK, section 7: in this order, until the name fits. Words are found whole, whatever their
 * letter case; a blank instead is left out only while another word remains. */
static const struct
{
  const char *words;
  const char *instead;
} steps[] = {
  { "School", "" },
  { "Voluntary Aided", "" },
  { "Voluntary Controlled", "" },
  { "Community", "" },
  { "Junior and Infant", "" },
  { "Church of England", "CofE" },
  { "C of E", "CofE" },
  { "Roman Catholic", "RC" },
  { "Catholic", "RC" },
  { "Saint", "St" },
  { "and", "&" },
  { "Primary", "" },
  { "Academy", "" },
};

static gboolean
is_edge (char c)
{
  return c == '\0' || c == ' ' || c == ',' || c == '(' || c == ')' || c == '-';
}

/* where whole words begin, letter case aside; NULL for nowhere */
static char *
find_words (const char *name, const char *words)
{
  gsize length = strlen (words);

  for (const char *p = name; *p != '\0'; p++)
    if ((p == name || is_edge (p[-1])) && g_ascii_strncasecmp (p, words, length) == 0 &&
        is_edge (p[length]))
      return (char *)p;
  return NULL;
}

/* one space between words, none before a comma or at the ends */
static void
tidy (GString *name)
{
  gsize to = 0;

  for (gsize from = 0; from < name->len; from++)
    {
      char c = name->str[from];

      if (c == ' ' && (to == 0 || name->str[to - 1] == ' '))
        continue;
      if (c == ',' && to > 0 && name->str[to - 1] == ' ')
        to--;
      name->str[to++] = c;
    }
  while (to > 0 && (name->str[to - 1] == ' ' || name->str[to - 1] == ','))
    to--;
  g_string_truncate (name, to);
}

/* “Elm Primary & Nursery” must not become “Elm & Nursery”. */
static gboolean
is_joined (const char *rest)
{
  while (*rest == ' ')
    rest++;
  return g_str_has_prefix (rest, "& ") || g_ascii_strncasecmp (rest, "and ", 4) == 0;
}

static gboolean
replace (GString *name, const char *words, const char *instead)
{
  const char *at = find_words (name->str, words);
  g_autoptr (GString) changed = NULL;

  if (at == NULL || (*instead == '\0' && is_joined (at + strlen (words))))
    return FALSE;
  changed = g_string_new_len (name->str, at - name->str);
  g_string_append (changed, instead);
  g_string_append (changed, at + strlen (words));
  tidy (changed);
  /* “Primary Academy” must not become nothing, nor a mere “The” */
  if (*instead == '\0' && (changed->len == 0 || g_ascii_strcasecmp (changed->str, "the") == 0))
    return FALSE;
  g_string_assign (name, changed->str);
  return TRUE;
}

static gboolean
has_small_letters (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_islower (*p) || g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* what stays in capitals, and what is small inside a name */
static const char *
find_usual (const char *word, gsize length, gboolean is_first)
{
  static const char *const usual[] = { "CE",  "RC",   "VA",   "VC",  "SEN", "SEND", "EAL",
                                       "UTC", "PRU",  "AP",   "II",  "III", "IV",   "VI",
                                       "VII", "VIII", "and",  "of",  "the", "for",  "in",
                                       "at",  "on",   "with", "CofE" };

  for (guint u = 0; u < G_N_ELEMENTS (usual); u++)
    if (strlen (usual[u]) == length && g_ascii_strncasecmp (word, usual[u], length) == 0 &&
        !(is_first && g_ascii_islower (*usual[u])))
      return usual[u];
  return NULL;
}

static gboolean
is_inside_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '\'' || c == 0x2019;
}

/* Its first letter large, the others small; after O’ and D’ a large one again. */
static void
append_word (GString *text, const char *word, gsize length)
{
  const char *end = word + length;
  gboolean is_large = TRUE;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, is_large ? c : g_unichar_tolower (c));
      is_large = (c == '\'' || c == 0x2019) && p == word + 1;
    }
}

/**
 * kith_name_dup_calm:
 * @name: (nullable): as the register has it
 *
 * A name that is all in capitals is set in large and small letters: it says no more than the
 * others do, and no louder. Any other stays as it is.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
kith_name_dup_calm (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = name;

  if (name == NULL || has_small_letters (name))
    return g_strdup (name);
  while (*p != '\0')
    {
      const char *end = p;
      const char *usual;

      while (*end != '\0' && is_inside_word (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      usual = find_usual (p, (gsize)(end - p), p == name);
      if (usual != NULL)
        g_string_append (text, usual);
      else
        append_word (text, p, (gsize)(end - p));
      for (p = end; *p != '\0' && !is_inside_word (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        g_string_append_unichar (text, g_utf8_get_char (p));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kith_name_dup_initials:
 * @name: as the register has it
 *
 * The first letter or figure of each word, small words left out: “SMPS”.
 *
 * Returns: (transfer full): the letters
 */
char *
kith_name_dup_initials (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = name; *p != '\0';)
    {
      const char *end = p;
      const char *usual;

      while (*end != '\0' && is_inside_word (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      usual = find_usual (p, (gsize)(end - p), FALSE);
      if (end > p && (usual == NULL || g_ascii_isupper (*usual)))
        g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (p)));
      p = *end == '\0' ? end : g_utf8_next_char (end);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kith_short_name_dup:
 * @name: as the register has it
 * @most: how wide it may be, in mm
 * @type: how it is set
 * @measure: measures
 *
 * Shortens by the table and never invents. What is still too wide at the end stays so.
 *
 * Returns: (transfer full): the name, no longer than it must be
 */
char *
kith_short_name_dup (const char *name,
                     double most,
                     const KithType *type,
                     const KithMeasure *measure)
{
  g_autofree char *calm = kith_name_dup_calm (name);
  g_autoptr (GString) shorter = g_string_new (calm);
  char *comma;

  g_string_replace (shorter, "'", "’", 0);
  tidy (shorter);
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      if (kith_measure_get_width (measure, type, shorter->str) <= most)
        break;
      while (replace (shorter, steps[s].words, steps[s].instead))
        continue;
    }
  comma = strchr (shorter->str, ',');
  if (comma != NULL && comma > shorter->str &&
      kith_measure_get_width (measure, type, shorter->str) > most)
    g_string_truncate (shorter, (gsize)(comma - shorter->str));
  return g_string_free (g_steal_pointer (&shorter), FALSE);
}

/**
 * kith_short_name_break:
 * @name: a name
 * @type: how it is set
 * @measure: measures
 * @first: (out) (transfer full): the upper line
 * @second: (out) (transfer full): the lower line
 *
 * Breaks it where the wider line is narrowest.
 *
 * Returns: %FALSE for a name of one word; nothing is returned then
 */
gboolean
kith_short_name_break (
    const char *name, const KithType *type, const KithMeasure *measure, char **first, char **second)
{
  const char *best = NULL;
  double narrowest = 0;

  for (const char *p = strchr (name, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *upper = g_strndup (name, (gsize)(p - name));
      double width = MAX (kith_measure_get_width (measure, type, upper),
                          kith_measure_get_width (measure, type, p + 1));

      if (best == NULL || width < narrowest)
        {
          best = p;
          narrowest = width;
        }
    }
  if (best == NULL)
    return FALSE;
  *first = g_strndup (name, (gsize)(best - name));
  *second = g_strdup (best + 1);
  return TRUE;
}
