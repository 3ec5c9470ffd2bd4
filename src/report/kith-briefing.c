/* kith-briefing.c: which sections a briefing has, and their order
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* In public, fewer schools than these are not counted. */
#define LEAST_IN_PUBLIC 6

G_DEFINE_QUARK (kith - briefing - error - quark, kith_briefing_error)

static const struct
{
  const char *key;
  const char *words;
} sections[KITH_N_BRIEFING_SECTIONS] = {
  [KITH_BRIEFING_HEADLINE] = { "headline", N_ ("In short") },
  [KITH_BRIEFING_MAP] = { "map", N_ ("The map") },
  [KITH_BRIEFING_SCHOOLS] = { "schools", N_ ("Every school") },
  [KITH_BRIEFING_FINDINGS] = { "findings", N_ ("Findings") },
  [KITH_BRIEFING_HUBS] = { "hubs", N_ ("Whom hubs and partnerships reach") },
  [KITH_BRIEFING_FAMILIES] = { "families", N_ ("Families of Schools") },
  [KITH_BRIEFING_LAPSES] = { "lapses", N_ ("Funding and agreements that lapse") },
  [KITH_BRIEFING_ACTIONS] = { "actions", N_ ("Actions due and done") },
  [KITH_BRIEFING_GAPS] = { "gaps", N_ ("What the record does not know") },
  [KITH_BRIEFING_METHOD] = { "method", N_ ("Method and sources") },
};

static gboolean
find_section (const char *key, KithBriefingSection *section, GError **error)
{
  g_autoptr (GString) keys = NULL;

  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    if (strcmp (sections[s].key, key) == 0)
      {
        *section = s;
        return TRUE;
      }
  keys = g_string_new (sections[0].key);
  for (guint s = 1; s < KITH_N_BRIEFING_SECTIONS; s++)
    g_string_append_printf (keys, ", %s", sections[s].key);
  g_set_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION,
               _ ("A briefing has no section “%s”. It has: %s."), key, keys->str);
  return FALSE;
}

/**
 * kith_briefing_options_clear:
 *
 * Frees the notes.
 */
void
kith_briefing_options_clear (KithBriefingOptions *self)
{
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    g_clear_pointer (&self->notes[s], g_free);
}

/**
 * kith_briefing_read_sections:
 * @list: keys of sections in their order, commas between
 * @error: return location for a #KithBriefingError
 *
 * Returns: whether @self has these sections now
 */
gboolean
kith_briefing_read_sections (KithBriefingOptions *self, const char *list, GError **error)
{
  g_auto (GStrv) keys = g_strsplit (list, ",", -1);
  gboolean is_taken[KITH_N_BRIEFING_SECTIONS] = { FALSE };
  guint n = 0;

  for (guint k = 0; keys[k] != NULL; k++)
    {
      KithBriefingSection section;

      if (!find_section (g_strstrip (keys[k]), &section, error))
        return FALSE;
      if (!is_taken[section])
        self->sections[n++] = section;
      is_taken[section] = TRUE;
    }
  self->n_sections = n;
  return TRUE;
}

/**
 * kith_briefing_read_note:
 * @text: SECTION=WORDS
 * @error: return location for a #KithBriefingError
 *
 * Returns: whether the section has that note now
 */
gboolean
kith_briefing_read_note (KithBriefingOptions *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  KithBriefingSection section;

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION,
                   _ ("“%s” names no section. Write a note as headline=WORDS."), text);
      return FALSE;
    }
  if (!find_section (g_strstrip (parts[0]), &section, error))
    return FALSE;
  g_free (self->notes[section]);
  self->notes[section] = g_strdup (parts[1]);
  return TRUE;
}

/**
 * kith_briefing_get_reader:
 *
 * Returns: (transfer none): who reads it, in words: "the Regional Director"
 */
const char *
kith_briefing_get_reader (KithAudience audience)
{
  static const char *const readers[KITH_N_AUDIENCES] = {
    [KITH_AUDIENCE_OFFICERS] = N_ ("the authority’s officers"),
    [KITH_AUDIENCE_PARTNERS] = N_ ("partner schools and authorities"),
    [KITH_AUDIENCE_COMMISSIONER] = N_ ("the Regional Director"),
    [KITH_AUDIENCE_PUBLIC] = N_ ("the public"),
  };

  g_return_val_if_fail (audience < KITH_N_AUDIENCES, NULL);
  return _ (readers[audience]);
}

/**
 * kith_briefing_section_get_key:
 *
 * Returns: (transfer none): as on the command line
 */
const char *
kith_briefing_section_get_key (KithBriefingSection section)
{
  g_return_val_if_fail (section < KITH_N_BRIEFING_SECTIONS, NULL);
  return sections[section].key;
}

/**
 * kith_briefing_section_get_words:
 *
 * Returns: (transfer none): its heading
 */
const char *
kith_briefing_section_get_words (KithBriefingSection section)
{
  g_return_val_if_fail (section < KITH_N_BRIEFING_SECTIONS, NULL);
  return _ (sections[section].words);
}

static void
begin_document (KithBriefingDraft *draft)
{
  g_autofree char *subject = kith_briefing_dup_subject (draft);
  g_autofree char *title = g_strdup_printf (_ ("Who works with whom: %s"), subject);
  g_autofree char *day = kith_date_dup_text (draft->as_at, KITH_DATE_LONG);
  g_autofree char *subtitle = g_strdup_printf (
      _ ("Briefing for %s, as at %s"), kith_briefing_get_reader (draft->options->audience), day);

  draft->document = kith_document_new (title, subtitle, draft->as_at);
}

static gboolean
add_section (KithBriefingDraft *draft, KithBriefingSection section, KithJob *job, GError **error)
{
  static void (*const add[KITH_N_BRIEFING_SECTIONS]) (KithBriefingDraft * draft) = {
    [KITH_BRIEFING_HEADLINE] = kith_briefing_add_headline,
    [KITH_BRIEFING_SCHOOLS] = kith_briefing_add_schools,
    [KITH_BRIEFING_FINDINGS] = kith_briefing_add_findings,
    [KITH_BRIEFING_FAMILIES] = kith_briefing_add_families,
    [KITH_BRIEFING_LAPSES] = kith_briefing_add_lapses,
    [KITH_BRIEFING_ACTIONS] = kith_briefing_add_actions,
    [KITH_BRIEFING_GAPS] = kith_briefing_add_gaps,
    [KITH_BRIEFING_METHOD] = kith_briefing_add_method,
  };
  const char *note = draft->options->notes[section];
  g_autofree char *id = g_strconcat ("section-", sections[section].key, NULL);

  kith_document_add_heading (draft->document, 2, id, kith_briefing_section_get_words (section));
  if (note != NULL && note[0] != '\0')
    kith_briefing_paragraph (draft, KITH_PIECE_REMARK, "%s", note);
  if (section == KITH_BRIEFING_MAP)
    return kith_briefing_add_map (draft, job, error);
  if (section == KITH_BRIEFING_HUBS)
    return kith_briefing_add_hubs (draft, job, error);
  add[section](draft);
  return TRUE;
}

static gboolean
write_sections (KithBriefingDraft *draft, KithJob *job, GError **error)
{
  const KithBriefingOptions *options = draft->options;
  guint n = options->n_sections > 0 ? options->n_sections : KITH_N_BRIEFING_SECTIONS;

  for (guint i = 0; i < n; i++)
    draft->has_section[options->n_sections > 0 ? options->sections[i] : i] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!add_section (draft, options->n_sections > 0 ? options->sections[i] : i, job, error) ||
        !kith_job_step (job, i + 1, n, error))
      return FALSE;
  return TRUE;
}

/**
 * kith_briefing_compose:
 * @roll: whose schools
 * @options: who reads it, and what is in it
 * @measure: how wide words are, for the pictures in it
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithDocumentError, or of a map
 *
 * What the audience may not see is not in the paper. Every number that says where it comes from
 * has been counted again in the table that it points to: a paper that does not add up is not
 * made.
 *
 * Returns: (transfer full): the paper, or %NULL
 */
KithDocument *
kith_briefing_compose (KithRoll *roll,
                       const KithBriefingOptions *options,
                       const KithMeasure *measure,
                       KithJob *job,
                       GError **error)
{
  KithNetwork *network = kith_roll_get_network (roll);
  KithBriefingDraft draft = {
    .options = options,
    .least_count = options->audience == KITH_AUDIENCE_PUBLIC ? LEAST_IN_PUBLIC : 0,
    .measure = measure,
    .roll = roll,
    .network = network,
    .ledger = kith_network_get_ledger (network),
    .as_at = kith_network_get_date (network),
    .settings = kith_network_get_settings (network),
    .schools = kith_network_get_schools (network, &(guint){ 0 }),
    .arrangements = kith_network_get_arrangements (network, &(guint){ 0 }),
  };
  g_autoptr (KithDocument) document = NULL;
  gboolean is_written;

  if (!kith_briefing_find_scope (&draft, error))
    return NULL;
  for (guint t = 0; t < KITH_N_TOPICS; t++)
    draft.may_see[t] = kith_audience_may_see (options->audience, t);
  draft.redactor = kith_redactor_new (draft.ledger, options->audience);
  begin_document (&draft);
  document = draft.document;
  is_written = write_sections (&draft, job, error);
  kith_redactor_free (draft.redactor);
  kith_briefing_clear_scope (&draft);
  if (!is_written || !kith_document_check (document, error))
    return NULL;
  return g_steal_pointer (&document);
}
