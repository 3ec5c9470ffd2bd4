/* kith-cli-maps.c: maps: of the system, of a hub, of any arrangement, of a school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-picture.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-map-print.h"
#include "kith-target.h"

static gboolean is_system;
static char *hub;
static char *family;
static char *arrangement;
static gint64 school_urn;
static char *layout_name;
static char *theme_name;
static char *output_path;
static gboolean is_table;
static double dpi;
static char *paper_name;
static char *tile_name;
static char *own_title;
static char *own_note;
static char *names_shown;
static char *audience_name;

static const GOptionEntry map_options[] = {
  { "system", 0, 0, G_OPTION_ARG_NONE, &is_system, N_ ("Every school, by tier"), NULL },
  { "hub", 0, 0, G_OPTION_ARG_STRING, &hub, N_ ("One hub with its members: its name or id"),
    N_ ("A") },
  { "family", 0, 0, G_OPTION_ARG_STRING, &family, N_ ("One Family of Schools: its name or id"),
    N_ ("A") },
  { "arrangement", 0, 0, G_OPTION_ARG_STRING, &arrangement,
    N_ ("Any arrangement with its members: its name, id or UID"), N_ ("A") },
  { "school", 0, 0, G_OPTION_ARG_INT64, &school_urn, N_ ("One school and those it works with"),
    N_ ("URN") },
  { "layout", 0, 0, G_OPTION_ARG_STRING, &layout_name,
    N_ ("What places mean; of a school radial unless said otherwise, else geographic"),
    N_ ("geographic|schematic|network|radial") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, N_ ("Draw in these colours"),
    N_ ("light|dark|print|grey") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path, N_ ("Draw into FILE.svg, .pdf or .png"),
    N_ ("FILE") },
  { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &dpi,
    N_ ("Resolution of a PNG: 150 for screens, 300 for print"), N_ ("N") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_name, N_ ("How large the sheet is; A4 unless said"),
    N_ ("A4|A3|A2|A1|A0") },
  { "tile", 0, 0, G_OPTION_ARG_STRING, &tile_name,
    N_ ("Cut a PDF into pages of this size, with marks where to cut and an overlap"),
    N_ ("A4|A3|A2|A1") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &own_title, N_ ("Write this as the title"), N_ ("WORDS") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &own_note, N_ ("Write this before the note"), N_ ("WORDS") },
  { "names", 0, 0, G_OPTION_ARG_STRING, &names_shown,
    N_ ("How schools are named: full, by initials, or not at all; names of arrangements stay"),
    N_ ("full|initials|none") },
  { "for", 0, 0, G_OPTION_ARG_STRING, &audience_name,
    N_ ("For whom: what they are not told is not in it"),
    N_ ("officers|partners|commissioner|public") },
  { "table", 0, 0, G_OPTION_ARG_NONE, &is_table, N_ ("Write what the map shows as a table"), NULL },
  { NULL },
};

static gboolean
is_named (const KithArrangement *record, const char *name, const char *key)
{
  g_autofree char *own = kith_text_dup_key (record->name);
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, record->uid);

  return strcmp (own, key) == 0 || g_strcmp0 (record->code, name) == 0 || strcmp (uid, name) == 0;
}

/**
 * kith_cli_find_arrangement:
 * @network: the whole system as at one date
 * @name: the officers' id, the GIAS UID or the name of an active arrangement
 * @kind: of it, %KITH_N_KINDS for any
 * @error: return location for an error, also where several are called so
 *
 * Returns: its key, or %KITH_INT_NONE
 */
gint64
kith_cli_find_arrangement (KithNetwork *network, const char *name, KithKind kind, GError **error)
{
  g_autofree char *key = kith_text_dup_key (name);
  g_autoptr (GString) others = g_string_new (NULL);
  const KithNetworkArrangement *arrangements;
  gint64 found = KITH_INT_NONE;
  guint n, n_found = 0;

  arrangements = kith_network_get_arrangements (network, &n);
  for (guint g = 0; g < n; g++)
    {
      const KithArrangement *record = arrangements[g].record;

      if (record == NULL || (kind != KITH_N_KINDS && arrangements[g].kind != kind) ||
          !is_named (record, name, key))
        continue;
      found = record->id;
      g_string_append_printf (others, "%s%s (%s)", n_found == 0 ? "" : ", ", record->name,
                              record->code != NULL ? record->code : record->kind);
      n_found++;
    }
  if (n_found == 1)
    return found;
  if (n_found == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 kind == KITH_KIND_HUB      ? _ ("No hub is called “%s” at this date.")
                 : kind == KITH_KIND_FAMILY ? _ ("No Family is called “%s” at this date.")
                                            : _ ("No arrangement is called “%s” at this date."),
                 name);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%u arrangements are called “%s”: %s. Give the id of one."), n_found, name,
                 others->str);
  return KITH_INT_NONE;
}

static gboolean
read_subject (KithRoll *roll, KithMapOptions *options, GError **error)
{
  const struct
  {
    const char *name;
    KithKind kind;
  } asked[] = { { hub, KITH_KIND_HUB },
                { family, KITH_KIND_FAMILY },
                { arrangement, KITH_N_KINDS } };
  guint n = is_system + (school_urn != 0);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    n += asked[i].name != NULL;
  if (n != 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Say what to draw: --system, --hub A, --family A, --arrangement A or "
                      "--school URN."));
      return FALSE;
    }
  options->subject = is_system         ? KITH_MAP_SYSTEM
                     : school_urn != 0 ? KITH_MAP_SCHOOL
                                       : KITH_MAP_ARRANGEMENT;
  options->urn = school_urn;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].name != NULL)
      {
        options->arrangement_id = kith_cli_find_arrangement (kith_roll_get_network (roll),
                                                             asked[i].name, asked[i].kind, error);
        return options->arrangement_id != KITH_INT_NONE;
      }
  return TRUE;
}

static gboolean
read_layout (KithMapOptions *options, GError **error)
{
  static const char *const names[KITH_N_MAP_LAYOUTS] = {
    [KITH_MAP_GEOGRAPHIC] = "geographic",
    [KITH_MAP_SCHEMATIC] = "schematic",
    [KITH_MAP_NETWORK] = "network",
    [KITH_MAP_RADIAL] = "radial",
  };

  options->layout = options->subject == KITH_MAP_SCHOOL ? KITH_MAP_RADIAL : KITH_MAP_GEOGRAPHIC;
  if (layout_name == NULL)
    return TRUE;
  for (guint i = 0; i < KITH_N_MAP_LAYOUTS; i++)
    if (strcmp (layout_name, names[i]) == 0)
      {
        options->layout = i;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a layout. Choose geographic, schematic, network or radial."),
               layout_name);
  return FALSE;
}

/* in the colours that are asked for, or those of the kind of file */
static gboolean
write_scene (
    KithScene *scene, const char *path, const char *name, KithPrinting *printing, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  KithTarget target = kith_target_find (path);

  if (target == KITH_N_TARGETS)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” ends in none of .svg, .pdf and .png."), path);
      return FALSE;
    }
  printing->theme = name == NULL ? kith_target_get_theme (target) : kith_theme_find (name);
  if (printing->theme == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a theme. Choose light, dark, print or grey."), name);
      return FALSE;
    }
  if (printing->tile_width > 0 && target != KITH_TARGET_PDF)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Only a PDF has pages: end the name “%s” in .pdf, or leave out --tile."),
                   path);
      return FALSE;
    }
  return kith_scene_write (scene, printing, file, target, error);
}

/**
 * kith_cli_write_scene:
 * @scene: a picture
 * @path: of the file; its end says what is written
 * @name: (nullable): the colours; %NULL for those of the kind of file
 * @dots_per_inch: of a PNG, 0 for as the screen has it
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_cli_write_scene (const KithCli *cli,
                      KithScene *scene,
                      const char *path,
                      const char *name,
                      double dots_per_inch,
                      GError **error)
{
  KithPrinting printing = { .dpi = dots_per_inch, .dated = cli->as_at };

  return write_scene (scene, path, name, &printing, error);
}

static void
print_table (const KithCli *cli, const KithMap *map)
{
  static const KithMapTable formats[] = {
    [KITH_OUTPUT_TABLE] = KITH_MAP_TABLE_TEXT,
    [KITH_OUTPUT_CSV] = KITH_MAP_TABLE_CSV,
    [KITH_OUTPUT_JSON] = KITH_MAP_TABLE_JSON,
  };

  kith_cli_print (kith_map_dup_table (map, formats[cli->format]));
}

/* as it was where nothing is asked for */
static gboolean
read_paper (const char *name, KithPaper *paper, GError **error)
{
  if (name == NULL || kith_paper_find (name, paper))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no paper. Choose A4, A3, A2, A1 or A0."), name);
  return FALSE;
}

static gboolean
read_sizes (KithMapPrint *print, GError **error)
{
  print->dpi = dpi;
  return read_paper (paper_name, &print->paper, error) &&
         read_paper (tile_name, &print->tile, error);
}

static gboolean
read_words (KithMapOptions *options, GError **error)
{
  static const char *const shown[KITH_N_MAP_NAMES_SHOWN] = {
    [KITH_MAP_NAMES_FULL] = "full",
    [KITH_MAP_NAMES_INITIALS] = "initials",
    [KITH_MAP_NAMES_NONE] = "none",
  };

  options->title = own_title;
  options->note = own_note;
  if (audience_name != NULL && !kith_audience_find (audience_name, &options->audience))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no audience. Choose officers, partners, commissioner or public."),
                   audience_name);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (names_shown == NULL || strcmp (names_shown, shown[i]) == 0)
      {
        options->names = i;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no way to name schools. Choose full, initials or none."), names_shown);
  return FALSE;
}

static KithExit
run_map (const KithCli *cli, GError **error)
{
  KithMapPrint print = { .map = { .seed = 1 }, .paper = KITH_PAPER_A4, .tile = KITH_N_PAPERS };
  KithPrinting printing;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithMap) map = NULL;

  if (output_path == NULL && !is_table)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Say where to draw (-o FILE.svg, .pdf or .png), or ask for --table."));
      return KITH_EXIT_NOT_DONE;
    }
  /* a Family's table stands on figures */
  roll = family != NULL ? kith_cli_read_roll_with_measures (cli, error)
                        : kith_cli_read_roll (cli, error);
  if (roll == NULL || !read_subject (roll, &print.map, error) || !read_layout (&print.map, error) ||
      !read_words (&print.map, error) || !read_sizes (&print, error))
    return KITH_EXIT_NOT_DONE;
  map = kith_map_print_compose (&print, roll, NULL, &printing, error);
  if (map == NULL || (output_path != NULL && !write_scene (kith_map_get_scene (map), output_path,
                                                           theme_name, &printing, error)))
    return KITH_EXIT_NOT_DONE;
  if (is_table)
    print_table (cli, map);
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_maps[] = {
  { "map", "R --system|--hub A|--family A|--arrangement A|--school URN -o F",
    N_ ("draws a map, or tells it as a table"), 1, 1, map_options, run_map },
  { NULL },
};
