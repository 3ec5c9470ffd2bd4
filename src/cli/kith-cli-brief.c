/* kith-cli-brief.c: brief: the briefing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-briefing-issue.h"
#include "kith-briefing-template.h"
#include "kith-briefing.h"
#include "kith-html.h"
#include "kith-pango-measure.h"
#include "kith-typeset.h"

static char *audience_name;
static gint64 school_urn;
static char *hub;
static char *family;
static char *section_list;
static char **notes;
static char *output_path;
static gboolean is_issued;
static char *template_name;
static char *new_template;

static const GOptionEntry brief_options[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &audience_name,
    N_ ("Who reads it; officers unless said otherwise"),
    N_ ("officers|partners|commissioner|public") },
  { "school", 0, 0, G_OPTION_ARG_INT64, &school_urn, N_ ("Only of one school"), N_ ("URN") },
  { "hub", 0, 0, G_OPTION_ARG_STRING, &hub, N_ ("Only of one hub or other arrangement"), N_ ("A") },
  { "family", 0, 0, G_OPTION_ARG_STRING, &family, N_ ("Only of one Family of Schools"), N_ ("A") },
  { "sections", 0, 0, G_OPTION_ARG_STRING, &section_list,
    N_ ("Only these, in this order: headline,map,schools,findings,hubs,families,lapses,actions,"
        "gaps,method"),
    N_ ("LIST") },
  { "note", 0, 0, G_OPTION_ARG_STRING_ARRAY, &notes, N_ ("Add your own words to a section"),
    N_ ("SECTION=WORDS") },
  { "template", 0, 0, G_OPTION_ARG_STRING, &template_name,
    N_ ("With the sections and notes that were kept as NAME"), N_ ("NAME") },
  { "save-template", 0, 0, G_OPTION_ARG_STRING, &new_template,
    N_ ("Keep the sections and notes as NAME"), N_ ("NAME") },
  { "issue", 0, 0, G_OPTION_ARG_NONE, &is_issued,
    N_ ("Keep what it says, so that the next one tells what has changed"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path, N_ ("Write FILE.pdf or .html"),
    N_ ("FILE") },
  { NULL },
};

static gboolean
read_options (KithBriefingOptions *options, GError **error)
{
  if (audience_name != NULL && !kith_audience_find (audience_name, &options->audience))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no audience. Choose officers, partners, commissioner or public."),
                   audience_name);
      return FALSE;
    }
  if (section_list != NULL && !kith_briefing_read_sections (options, section_list, error))
    return FALSE;
  for (guint n = 0; notes != NULL && notes[n] != NULL; n++)
    if (!kith_briefing_read_note (options, notes[n], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_subject (KithRoll *roll, KithBriefingOptions *options, GError **error)
{
  const char *name = hub != NULL ? hub : family;
  gint64 id;

  options->urn = school_urn;
  if ((school_urn != 0) + (hub != NULL) + (family != NULL) > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Ask for one thing: --school URN, --hub A or --family A."));
      return FALSE;
    }
  if (is_issued && (school_urn != 0 || name != NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Only a briefing on all schools is kept as issued."));
      return FALSE;
    }
  if (name == NULL)
    return TRUE;
  id = kith_cli_find_arrangement (kith_roll_get_network (roll), name,
                                  family != NULL ? KITH_KIND_FAMILY : KITH_N_KINDS, error);
  options->arrangement_id = id;
  return id != KITH_INT_NONE;
}

static gboolean
write_bytes (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                               NULL, NULL, error))
    return TRUE;
  g_prefix_error (error, _ ("The briefing “%s” could not be saved: "), path);
  return FALSE;
}

/* The pages are set with the same measures as the pictures in them. */
static GBytes *
make_bytes (const KithDocument *document, const KithMeasure *measure, GError **error)
{
  g_autoptr (KithBook) book = NULL;

  if (g_str_has_suffix (output_path, ".html"))
    return kith_html_write (document);
  book = kith_typeset (document, measure);
  return kith_book_render_pdf (book, kith_theme_get (KITH_THEME_PRINT),
                               kith_document_get_date (document), error);
}

/* The file is there before the register says so. */
static gboolean
keep_issue (KithStore *store,
            KithRoll *roll,
            const KithBriefingOptions *options,
            const KithDocument *document,
            GBytes *bytes,
            GError **error)
{
  g_autofree char *what = NULL;
  g_autoptr (KithChangeset) changes =
      kith_briefing_make_issue (roll, options->audience, document, bytes, &what);
  const KithEntry entry = { .who = kith_entry_get_officer (), .what = what };

  if (!kith_store_apply (store, changes, &entry, NULL, error))
    return FALSE;
  kith_cli_tell ("%s", what);
  return TRUE;
}

static gboolean
keep_template (KithStore *store, KithRoll *roll, const KithBriefingOptions *options, GError **error)
{
  g_autoptr (KithChangeset) changes = kith_briefing_make_template (
      kith_network_get_ledger (kith_roll_get_network (roll)), new_template, options);
  g_autofree char *what = g_strdup_printf (_ ("Template kept: %s"), new_template);
  const KithEntry entry = { .who = kith_entry_get_officer (), .what = what };

  if (!kith_store_apply (store, changes, &entry, NULL, error))
    return FALSE;
  kith_cli_tell ("%s", what);
  return TRUE;
}

/* Options that are given go before those of a template. */
static gboolean
read_template (KithRoll *roll, KithBriefingOptions *options, GError **error)
{
  return template_name == NULL ||
         (kith_briefing_read_template (kith_network_get_ledger (kith_roll_get_network (roll)),
                                       template_name, options, error) &&
          read_options (options, error));
}

static KithRoll *
read_roll (const KithCli *cli, KithStore *store, GError **error)
{
  g_autoptr (KithNetwork) network =
      store == NULL ? NULL : kith_cli_read_network_of (cli, store, error);

  return network == NULL ? NULL : kith_roll_new (network, NULL, error);
}

static KithExit
run_brief (const KithCli *cli, GError **error)
{
  g_auto (KithBriefingOptions) options = { 0 };
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KithMeasure *measure;

  if (output_path == NULL ||
      !(g_str_has_suffix (output_path, ".html") || g_str_has_suffix (output_path, ".pdf")))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Say where to write the briefing: -o FILE.pdf or FILE.html."));
      return KITH_EXIT_NOT_DONE;
    }
  if (!read_options (&options, error))
    return KITH_EXIT_NOT_DONE;
  store = kith_cli_open_store (
      cli, is_issued || new_template != NULL ? KITH_STORE_WRITE : KITH_STORE_READ, error);
  roll = read_roll (cli, store, error);
  if (roll == NULL || !read_template (roll, &options, error) ||
      !read_subject (roll, &options, error))
    return KITH_EXIT_NOT_DONE;
  measure = kith_pango_measure_new ();
  document = kith_briefing_compose (roll, &options, measure, NULL, error);
  if (document != NULL)
    bytes = make_bytes (document, measure, error);
  kith_pango_measure_free (measure);
  if (bytes == NULL || !write_bytes (bytes, output_path, error))
    return KITH_EXIT_NOT_DONE;
  if (new_template != NULL && !keep_template (store, roll, &options, error))
    return KITH_EXIT_NOT_DONE;
  if (is_issued && !keep_issue (store, roll, &options, document, bytes, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_tell ("%s. %s.", kith_document_get_title (document),
                 kith_document_get_subtitle (document));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_briefings[] = {
  { "brief", "R -o F.pdf|html", N_ ("writes the briefing, for those who read it"), 1, 1,
    brief_options, run_brief },
  { NULL },
};
