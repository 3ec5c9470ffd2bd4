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
  g_autoptr (GString) shorter = g_string_new (name);
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
