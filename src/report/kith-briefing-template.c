/* kith-briefing-template.c: which sections a briefing has, kept for next term
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-template.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "kith-text.h"

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (json, "\\%c", *at);
    else if ((guchar)*at < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint)(guchar)*at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}

/* {"headline":"what the officer adds","map":""}: the sections in their order, and their notes */
static char *
dup_state (const KithBriefingOptions *options)
{
  GString *json = g_string_new ("{");
  guint n = options->n_sections > 0 ? options->n_sections : KITH_N_BRIEFING_SECTIONS;

  for (guint i = 0; i < n; i++)
    {
      KithBriefingSection section = options->n_sections > 0 ? options->sections[i] : i;
      const char *note = options->notes[section];

      if (i > 0)
        g_string_append_c (json, ',');
      append_string (json, kith_briefing_section_get_key (section));
      g_string_append_c (json, ':');
      append_string (json, note != NULL ? note : "");
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* NULL where none begins at @at, which is left behind it otherwise */
static char *
read_string (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *from = *at;

  if (*from++ != '"')
    return NULL;
  while (*from != '"')
    {
      guint code;

      if (*from == '\0')
        return NULL;
      if (*from != '\\')
        g_string_append_c (text, *from++);
      else if (from[1] == 'u' && sscanf (from + 2, "%4x", &code) == 1 && strnlen (from, 6) == 6)
        {
          g_string_append_unichar (text, code == 0 ? ' ' : code);
          from += 6;
        }
      else if (from[1] == '\0')
        return NULL;
      else
        {
          g_string_append_c (text, from[1]);
          from += 2;
        }
    }
  *at = from + 1;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is not written as it should be ends it. */
static gboolean
read_state (const char *state, KithBriefingOptions *options)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const char *at = state;

  while (*at == '{' || *at == ',')
    {
      g_autofree char *key = NULL, *note = NULL, *both = NULL;

      at++;
      key = read_string (&at);
      if (key == NULL || *at++ != ':' || (note = read_string (&at)) == NULL)
        return FALSE;
      both = g_strconcat (key, "=", note, NULL);
      if (note[0] != '\0' && !kith_briefing_read_note (options, both, NULL))
        return FALSE;
      g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", key);
    }
  return *at == '}' && kith_briefing_read_sections (options, list->str, NULL);
}

static const KithSavedView *
find_template (KithLedger *ledger, const char *name)
{
  g_autofree char *key = kith_text_dup_key (name);
  gsize n;
  const KithSavedView *rows = kith_ledger_get_rows (ledger, KITH_TABLE_SAVED_VIEW, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *own = kith_text_dup_key (rows[i].name);

      if (g_strcmp0 (rows[i].page, KITH_BRIEFING_TEMPLATE_PAGE) == 0 && g_strcmp0 (own, key) == 0)
        return &rows[i];
    }
  return NULL;
}

/**
 * kith_briefing_make_template:
 * @name: of it; an earlier one of that name gives way
 * @options: whose sections, their order and their notes are kept
 *
 * Returns: (transfer full): one row of table saved_view
 */
KithChangeset *
kith_briefing_make_template (KithLedger *ledger,
                             const char *name,
                             const KithBriefingOptions *options)
{
  KithChangeset *changes = kith_changeset_new (ledger);
  const KithSavedView *before = find_template (ledger, name);
  g_autofree char *state = dup_state (options);
  KithSavedView row;

  kith_row_clear (KITH_TABLE_SAVED_VIEW, &row);
  row.id = before != NULL ? before->id : kith_changeset_take_key (changes, KITH_TABLE_SAVED_VIEW);
  row.name = kith_changeset_keep_text (changes, name, -1);
  row.page = KITH_BRIEFING_TEMPLATE_PAGE;
  row.state = kith_changeset_keep_text (changes, state, -1);
  kith_changeset_put (changes, KITH_TABLE_SAVED_VIEW, &row);
  return changes;
}

/**
 * kith_briefing_read_template:
 * @name: as it was kept
 * @options: takes sections and notes
 * @error: return location for a #KithBriefingError
 *
 * Returns: whether there is one of that name
 */
gboolean
kith_briefing_read_template (KithLedger *ledger,
                             const char *name,
                             KithBriefingOptions *options,
                             GError **error)
{
  const KithSavedView *row = find_template (ledger, name);

  if (row != NULL && row->state != NULL && read_state (row->state, options))
    return TRUE;
  if (row != NULL)
    g_set_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION,
                 _ ("The template “%s” was made by another version of Kith. Save it again."), name);
  else
    g_set_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION,
                 _ ("No template is called “%s”. Keep one with --save-template."), name);
  return FALSE;
}
