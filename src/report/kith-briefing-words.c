/* kith-briefing-words.c: what the register says, into a briefing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>

#include "kith-text.h"

static void
say_clean (KithBriefingDraft *draft, KithVoice voice, const char *text)
{
  g_autofree char *clean = kith_redactor_strike (draft->redactor, text);

  kith_document_say (draft->document, voice, clean);
}

/**
 * kith_briefing_paragraph:
 * @type: a paragraph, a note or a remark
 * @format: what it says
 *
 * Adds a whole paragraph, in which posts stand for people where the audience is not told names.
 */
void
kith_briefing_paragraph (KithBriefingDraft *draft, KithPieceType type, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  kith_document_begin (draft->document, type);
  say_clean (draft, KITH_VOICE_PLAIN, text);
}

/**
 * kith_briefing_say:
 * @voice: how it is set
 * @format: the next part of the passage
 *
 * The same of a part of a passage.
 */
void
kith_briefing_say (KithBriefingDraft *draft, KithVoice voice, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  say_clean (draft, voice, text);
}

/**
 * kith_briefing_tally:
 * @section: where the table stands
 * @tally: where the number comes from
 * @format: the words with the number in them
 *
 * Where the officer left the section out, the number stands alone.
 */
void
kith_briefing_tally (KithBriefingDraft *draft,
                     KithBriefingSection section,
                     const KithTally *tally,
                     const char *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  /* without schools there is no table of them */
  if (draft->has_section[section] && (section != KITH_BRIEFING_SCHOOLS || draft->n_rows > 0))
    kith_document_say_tally (draft->document, text, tally);
  else
    kith_document_say (draft->document, KITH_VOICE_PLAIN, text);
}

/**
 * kith_briefing_add_text:
 * @text: (nullable): all that a cell says, as the register has it
 */
void
kith_briefing_add_text (KithBriefingDraft *draft, const char *text)
{
  g_autofree char *clean = kith_redactor_strike (draft->redactor, text);

  kith_document_add_cell (draft->document, clean);
}

/**
 * kith_briefing_is_hidden:
 * @n: a number of schools
 *
 * Returns: whether it is so small that the audience is not told it
 */
gboolean
kith_briefing_is_hidden (const KithBriefingDraft *draft, guint n)
{
  return n > 0 && n < draft->least_count;
}

/**
 * kith_briefing_dup_count:
 * @n: a number of schools
 *
 * Returns: (transfer full): as the audience is told it
 */
char *
kith_briefing_dup_count (const KithBriefingDraft *draft, guint n)
{
  return kith_briefing_is_hidden (draft, n)
             ? g_strdup_printf (_ ("fewer than %u"), draft->least_count)
             : kith_text_dup_count (n);
}

/**
 * kith_briefing_add_count:
 * @n: a number of schools, all that a cell says
 */
void
kith_briefing_add_count (KithBriefingDraft *draft, guint n)
{
  g_autofree char *words = kith_briefing_dup_count (draft, n);

  kith_document_add_cell (draft->document, words);
}

/**
 * kith_briefing_add_day:
 * @day: all that a cell says, or unknown
 */
void
kith_briefing_add_day (KithBriefingDraft *draft, KithDate day)
{
  char text[KITH_DATE_TEXT_SIZE + 8];

  kith_document_add_cell (draft->document, kith_date_format (day, KITH_DATE_SHORT, text));
}

/**
 * kith_briefing_add_school:
 * @school: index
 *
 * Adds a cell with its name, which points to its row in the table of schools where it has one.
 */
void
kith_briefing_add_school (KithBriefingDraft *draft, guint school)
{
  const KithSchool *record = draft->schools[school].record;
  g_autofree char *id = kith_briefing_dup_id ("school", record->urn);

  kith_document_add_passage (draft->document, NULL);
  if (draft->has_section[KITH_BRIEFING_SCHOOLS] &&
      kith_briefing_find_row (draft, record->urn) != NULL)
    kith_document_say_link (draft->document, record->name, id);
  else
    kith_document_say (draft->document, KITH_VOICE_PLAIN, record->name);
}

/**
 * kith_briefing_dup_id:
 *
 * Returns: (transfer full): "school-100123"
 */
char *
kith_briefing_dup_id (const char *what, gint64 number)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, what, number);
}
