/* kith-map.c: pictures of the system, of one arrangement with its members, of one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-groups-private.h"

#include "kith-pango-measure.h"

#include <glib/gi18n.h>
#include <math.h>

/* Below this a sheet has no room for its column. */
#define LEAST_WIDTH 200.0
#define LEAST_HEIGHT 140.0

/* Below this a picture without a sheet is a small one, and its type smaller. */
#define SMALL_HEIGHT 60.0
#define SMALL_TYPE 0.86

/* A Family is seen in the whole of its region, where that has no more authorities. */
#define MOST_WHOLE 16

struct _KithMap
{
  gatomicrefcount n_refs;
  KithRoll *roll;
  KithScene *scene;
  char *title;
  char *finding;
  char *sources;
  char *note;
  GArray *entries;
  GStringChunk *texts;
  GArray *rows;
  GArray *positions;
  KithMapKeeping keeping;
  KithMapOptions options;
  KithMapNames names;
  KithBox box;
  KithPlace centre;
  double metres_per_mm;
};

static const KithMapSteps *const subject_steps[] = {
  [KITH_MAP_SYSTEM] = &kith_map_system_steps,
  [KITH_MAP_ARRANGEMENT] = &kith_map_arrangement_steps,
  [KITH_MAP_SCHOOL] = &kith_map_school_steps,
};
static const KithMapLayoutSteps *const layout_steps[KITH_N_MAP_LAYOUTS] = {
  [KITH_MAP_SCHEMATIC] = &kith_map_schematic_layout,
  [KITH_MAP_NETWORK] = &kith_map_network_layout,
  [KITH_MAP_RADIAL] = &kith_map_radial_layout,
};

G_DEFINE_BOXED_TYPE (KithMap, kith_map, kith_map_ref, kith_map_unref)
G_DEFINE_QUARK (kith - map - error - quark, kith_map_error)

static void
clear_spot (gpointer data)
{
  KithMapSpot *spot = data;

  g_free (spot->figure);
  g_free (spot->name);
}

static void
clear_numbered (gpointer data)
{
  g_free (((KithMapNumbered *)data)->name);
}

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((KithMapEntry *)data)->icon, kith_scene_unref);
}

static void
clear_group (gpointer data)
{
  kith_map_group_clear (data);
}

static void
clear_draft (KithMapDraft *draft)
{
  g_clear_pointer (&draft->scene, kith_scene_unref);
  g_clear_pointer (&draft->outlines, g_ptr_array_unref);
  g_clear_pointer (&draft->spots, g_array_unref);
  g_clear_pointer (&draft->ties, g_array_unref);
  g_clear_pointer (&draft->groups, g_array_unref);
  g_clear_pointer (&draft->sectors, g_free);
  g_clear_pointer (&draft->positions, g_array_unref);
  g_clear_pointer (&draft->standing, kith_family_standing_free);
  g_clear_pointer (&draft->redactor, kith_redactor_free);
  g_clear_pointer (&draft->labels, kith_labels_free);
  g_clear_pointer (&draft->numbered, g_array_unref);
  g_clear_pointer (&draft->entries, g_array_unref);
  g_clear_pointer (&draft->texts, g_string_chunk_free);
  g_clear_pointer (&draft->title, g_free);
  g_clear_pointer (&draft->finding, g_free);
  g_clear_pointer (&draft->region, g_free);
  g_clear_pointer (&draft->sources, g_free);
  g_clear_pointer (&draft->note, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithMapDraft, clear_draft)

/* larger sheets are magnified as a whole when they are printed */
static double
find_type_scale (const KithMapOptions *options)
{
  return !options->is_sheet && options->height < SMALL_HEIGHT ? SMALL_TYPE : 1;
}

static void
begin_draft (KithMapDraft *draft,
             KithRoll *roll,
             const KithMapOptions *options,
             const KithMeasure *measure)
{
  draft->roll = roll;
  draft->network = kith_roll_get_network (roll);
  draft->schools = kith_network_get_schools (draft->network, &draft->n_schools);
  draft->date = kith_network_get_date (draft->network);
  draft->redactor = kith_redactor_new (kith_network_get_ledger (draft->network), options->audience);
  draft->options = options;
  draft->measure = measure;
  draft->steps = subject_steps[options->subject];
  draft->layout = layout_steps[options->layout];
  draft->centre_spot = G_MAXUINT;
  draft->is_small = !options->is_sheet && options->height < SMALL_HEIGHT;
  draft->groups = g_array_new (FALSE, FALSE, sizeof (KithMapGroup));
  g_array_set_clear_func (draft->groups, clear_group);
  draft->scene = kith_scene_new (options->width, options->height);
  draft->spots = g_array_new (FALSE, TRUE, sizeof (KithMapSpot));
  g_array_set_clear_func (draft->spots, clear_spot);
  draft->ties = g_array_new (FALSE, FALSE, sizeof (KithMapTie));
  draft->numbered = g_array_new (FALSE, FALSE, sizeof (KithMapNumbered));
  g_array_set_clear_func (draft->numbered, clear_numbered);
  draft->entries = g_array_new (FALSE, FALSE, sizeof (KithMapEntry));
  g_array_set_clear_func (draft->entries, clear_entry);
  draft->texts = g_string_chunk_new (512);
  draft->type = find_type_scale (options);
  draft->box = (KithBox){ 0, 0, options->width, options->height };
  if (options->is_sheet)
    draft->box = (KithBox){ 10 * draft->type, 29 * draft->type, options->width - 83 * draft->type,
                            options->height - 21 * draft->type };
  draft->labels = kith_labels_new (draft->box);
  draft->positions = g_array_new (FALSE, FALSE, sizeof (KithMapPosition));
}

/* home is land where a school of the roll is */
static void
read_outlines (KithMapDraft *draft)
{
  g_autoptr (GHashTable) homes = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_rows;
  const KithRollRow *rows = kith_roll_get_rows (draft->roll, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (homes, (gpointer)&draft->schools[rows[i].school].record->la);
  draft->outlines = kith_map_outline_read_all (kith_network_get_ledger (draft->network));
  draft->is_soft = TRUE;
  for (guint i = 0; i < draft->outlines->len; i++)
    {
      KithMapOutline *outline = draft->outlines->pdata[i];

      outline->is_home = g_hash_table_contains (homes, &outline->la);
      draft->has_others |= !outline->is_home;
      draft->is_soft &= !outline->is_home;
    }
  if (draft->is_soft)
    kith_map_add_soft_outlines (draft);
  draft->is_whole = draft->options->subject == KITH_MAP_SYSTEM ||
                    (draft->steps == &kith_map_family_steps && !draft->has_others &&
                     draft->outlines->len <= MOST_WHOLE);
  draft->frame = draft->has_others || draft->outlines->len == 0 || !draft->is_whole;
}

/* On the ground all is where it is, and its outlines are read. */
static gboolean
lay_out (KithMapDraft *draft, GError **error)
{
  if (draft->layout == NULL)
    {
      read_outlines (draft);
      return TRUE;
    }
  draft->outlines = g_ptr_array_new ();
  draft->frame = TRUE;
  for (guint i = 0; i < draft->spots->len; i++)
    kith_map_get_spot (draft, i)->place = KITH_PLACE_NONE;
  return draft->layout->lay_out (draft, error);
}

static void
draw_map (KithMapDraft *draft)
{
  kith_scene_begin_group (draft->scene, "map", draft->title,
                          draft->frame || !draft->options->is_sheet ? &draft->box : NULL);
  kith_map_draw_ground (draft);
  if (draft->layout != NULL && draft->layout->draw_ties != NULL)
    draft->layout->draw_ties (draft);
  else
    draft->steps->draw_ties (draft);
  kith_map_draw_spots (draft);
  kith_map_place_names (draft);
  kith_map_draw_places (draft);
  kith_map_draw_names (draft);
  kith_map_draw_group_names (draft);
  kith_scene_end_group (draft->scene);
}

/* what whoever asks wants to have written */
static void
put_own_words (KithMapDraft *draft)
{
  if (draft->options->title != NULL)
    {
      g_free (draft->title);
      draft->title = g_strdup (draft->options->title);
    }
  if (draft->options->note != NULL)
    {
      char *note = g_strdup_printf ("%s %s", draft->options->note, draft->note);

      g_free (draft->note);
      draft->note = note;
    }
}

static gboolean
compose (KithMapDraft *draft, KithJob *job, GError **error)
{
  g_autofree char *description = NULL;

  draft->job = job;
  kith_job_begin (job, _ ("Drawing the map"), 0, 1);
  if (!draft->steps->collect (draft, error) || !lay_out (draft, error))
    return FALSE;
  if (!kith_map_fit (draft))
    {
      g_set_error_literal (
          error, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES,
          _ ("None of these schools has co-ordinates, so there is no map. Import a "
             "file with eastings and northings."));
      return FALSE;
    }
  kith_map_leave_out (draft);
  kith_map_place_spots (draft);
  put_own_words (draft);
  kith_map_write_sources (draft);
  kith_map_finish_note (draft);
  if (!kith_job_step (job, 0, 2, error))
    return FALSE;
  kith_scene_begin_group (draft->scene, "ground", NULL, NULL);
  kith_scene_add_box (draft->scene,
                      (KithBox){ 0, 0, draft->options->width, draft->options->height },
                      &(KithPaint){ .fill = KITH_INK (KITH_ROLE_PAGE) });
  kith_scene_end_group (draft->scene);
  draw_map (draft);
  if (!kith_job_step (job, 2, 2, error))
    return FALSE;
  kith_map_draw_furniture (draft);
  if (draft->options->is_sheet)
    kith_map_draw_page (draft);
  if (draft->layout != NULL && draft->layout->fill_column != NULL)
    draft->layout->fill_column (draft);
  else
    draft->steps->fill_column (draft);
  description = g_strdup_printf ("%s. %s. %s", draft->finding, draft->region, draft->note);
  kith_scene_set_title (draft->scene, draft->title, description);
  return TRUE;
}

static GArray *
make_rows (KithMapDraft *draft)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KithMapRow));

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      KithMapRow row = { spot->school, spot->stand, spot->is_drawn,
                         spot->badge > 0 ? spot->badge : spot->number };

      if (spot->is_drawn || spot->stand != KITH_STAND_CONTEXT)
        g_array_append_val (rows, row);
    }
  return rows;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 p = ((const KithMapPosition *)a)->urn, q = ((const KithMapPosition *)b)->urn;

  return p < q ? -1 : p > q;
}

static KithMap *
end_draft (KithMapDraft *draft)
{
  KithMap *self = g_new0 (KithMap, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->roll = kith_roll_ref (draft->roll);
  self->scene = g_steal_pointer (&draft->scene);
  self->title = g_steal_pointer (&draft->title);
  self->finding = g_steal_pointer (&draft->finding);
  self->sources = g_steal_pointer (&draft->sources);
  self->note = g_steal_pointer (&draft->note);
  self->entries = g_steal_pointer (&draft->entries);
  self->texts = g_steal_pointer (&draft->texts);
  self->rows = make_rows (draft);
  self->positions = g_steal_pointer (&draft->positions);
  g_array_sort (self->positions, compare_positions);
  self->names = kith_map_draft_count_names (draft);
  self->keeping = draft->keeping;
  self->options = *draft->options;
  self->options.positions = NULL;
  self->options.layers.only = NULL;
  self->options.title = self->options.note = NULL;
  self->box = draft->box;
  self->centre = draft->centre;
  self->metres_per_mm = draft->metres_per_mm;
  return self;
}

/* for the same sum as while it was composed */
static KithMapDraft
get_frame (const KithMap *self)
{
  return (KithMapDraft){ .box = self->box,
                         .centre = self->centre,
                         .metres_per_mm = self->metres_per_mm };
}

/**
 * kith_map_needs_ground:
 *
 * Returns: whether a school without co-ordinates has no place on this kind of picture
 */
gboolean
kith_map_needs_ground (const KithMapDraft *draft)
{
  return draft->layout == NULL || draft->layout == &kith_map_schematic_layout;
}

/**
 * kith_map_get_authority:
 *
 * Returns: (transfer none): the authority's name; of one that the register does not name, its
 *   code
 */
const char *
kith_map_get_authority (KithMapDraft *draft, gint64 code)
{
  const KithAuthority *authority =
      kith_ledger_find (kith_network_get_ledger (draft->network), KITH_TABLE_AUTHORITY, code);

  g_autofree char *words = NULL;

  if (authority != NULL && authority->name != NULL)
    return authority->name;
  if (code == KITH_INT_NONE)
    return _ ("no authority");
  words = g_strdup_printf (_ ("authority %" G_GINT64_FORMAT), code);
  return g_string_chunk_insert_const (draft->texts, words);
}

/**
 * kith_map_new:
 * @roll: whose schools
 * @options: what it is of, and how large
 * @measure: (nullable): measures words; %NULL for the fonts of this machine
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithMapError
 *
 * Composes a map as LOOK, sections 3 to 7, has it. From any thread.
 *
 * Cost: a city region of 1,000 schools in 0.1 s, most of it for names; all England in 0.3 s.
 *
 * Returns: (transfer full): the map, or %NULL
 */
KithMap *
kith_map_new (KithRoll *roll,
              const KithMapOptions *options,
              const KithMeasure *measure,
              KithJob *job,
              GError **error)
{
  g_auto (KithMapDraft) draft = { NULL };
  KithMeasure *own = NULL;
  gboolean is_composed;

  g_return_val_if_fail (roll != NULL && options != NULL, NULL);
  if (options->is_sheet && (options->width < LEAST_WIDTH || options->height < LEAST_HEIGHT))
    {
      g_set_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_SIZE,
                   _ ("A sheet of %.0f × %.0f mm is too small for a map with its key. Use A4 or "
                      "larger."),
                   options->width, options->height);
      return NULL;
    }
  if (measure == NULL)
    measure = own = kith_pango_measure_new ();
  begin_draft (&draft, roll, options, measure);
  is_composed = compose (&draft, job, error);
  kith_pango_measure_free (own);
  return is_composed ? end_draft (&draft) : NULL;
}

/**
 * kith_map_ref:
 *
 * Returns: (transfer full): @self
 */
KithMap *
kith_map_ref (KithMap *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_map_unref:
 * @self: (transfer full): a map
 */
void
kith_map_unref (KithMap *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  kith_roll_unref (self->roll);
  kith_scene_unref (self->scene);
  g_free (self->title);
  g_free (self->finding);
  g_free (self->sources);
  g_free (self->note);
  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_array_unref (self->rows);
  g_array_unref (self->positions);
  g_free (self);
}

/**
 * kith_map_get_scene:
 *
 * Returns: (transfer none): what is to be painted
 */
KithScene *
kith_map_get_scene (const KithMap *self)
{
  return self->scene;
}

/**
 * kith_map_get_title:
 *
 * Returns: (transfer none): the subject
 */
const char *
kith_map_get_title (const KithMap *self)
{
  return self->title;
}

/**
 * kith_map_get_finding:
 *
 * Returns: (transfer none): what it shows, in numbers
 */
const char *
kith_map_get_finding (const KithMap *self)
{
  return self->finding;
}

/**
 * kith_map_get_sources:
 *
 * Returns: (transfer none): which files it stands on
 */
const char *
kith_map_get_sources (const KithMap *self)
{
  return self->sources;
}

/**
 * kith_map_get_note:
 *
 * Returns: (transfer none): rules, parameters, seed, and what is left out
 */
const char *
kith_map_get_note (const KithMap *self)
{
  return self->note;
}

/**
 * kith_map_get_entries:
 *
 * Returns: (transfer none) (array length=n_entries): what its signs mean; only those that
 *   occur, and the counts add up to the marks that are drawn
 */
const KithMapEntry *
kith_map_get_entries (const KithMap *self, guint *n_entries)
{
  *n_entries = self->entries->len;
  return (const KithMapEntry *)self->entries->data;
}

/**
 * kith_map_count_names:
 *
 * Returns: how many schools were to be named, and what became of their names
 */
KithMapNames
kith_map_count_names (const KithMap *self)
{
  return self->names;
}

/**
 * kith_map_get_metres_per_mm:
 *
 * Returns: its scale
 */
double
kith_map_get_metres_per_mm (const KithMap *self)
{
  return self->metres_per_mm;
}

/**
 * kith_map_find_point:
 *
 * Returns: where @place lies in the scene, in mm
 */
KithPoint
kith_map_find_point (const KithMap *self, KithPlace place)
{
  KithMapDraft frame = get_frame (self);

  return kith_map_draft_find_point (&frame, place);
}

/**
 * kith_map_find_place:
 *
 * Returns: which place lies at @point of the scene
 */
KithPlace
kith_map_find_place (const KithMap *self, KithPoint point)
{
  KithMapDraft frame = get_frame (self);

  return kith_map_draft_find_place (&frame, point);
}

/**
 * kith_map_dup_table:
 * @self: a map
 * @format: how
 *
 * The map's twin in words: every school that is drawn, and those that would be if they had
 * co-ordinates. As many have on_map "yes" as the entries count.
 *
 * Returns: (transfer full): the table
 */
char *
kith_map_dup_table (const KithMap *self, KithMapTable format)
{
  return kith_map_dup_rows (self->roll, self->rows, &self->options, format);
}

/**
 * kith_map_get_options:
 *
 * Returns: (transfer none): what it was asked for
 */
const KithMapOptions *
kith_map_get_options (const KithMap *self)
{
  return &self->options;
}

/**
 * kith_map_get_positions:
 *
 * Returns: (transfer none) (element-type KithMapPosition): of whose mark can be put elsewhere, by
 *   URN
 */
const GArray *
kith_map_get_positions (const KithMap *self)
{
  return self->positions;
}

/**
 * kith_map_get_keeping:
 *
 * Returns: (transfer none): how the register keeps places
 */
const KithMapKeeping *
kith_map_get_keeping (const KithMap *self)
{
  return &self->keeping;
}
