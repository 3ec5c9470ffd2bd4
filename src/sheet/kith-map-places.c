/* kith-map-places.c: names of authorities and towns on a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include <math.h>
#include <string.h>

/* Towns: so many schools in the picture make one worth naming; no more than so many names. */
#define TOWN_SCHOOLS 4
#define MOST_TOWNS 14

#define STEP 2.0
#define MOST_COST 40.0

/* LOOK, section 5: the first that fits. */
static const KithType area_types[] = {
  { 8.2, KITH_WEIGHT_MEDIUM, FALSE, 2.0 },
  { 7.6, KITH_WEIGHT_MEDIUM, FALSE, 1.4 },
  { 7.0, KITH_WEIGHT_MEDIUM, FALSE, 0.8 },
  { 6.4, KITH_WEIGHT_MEDIUM, FALSE, 0.2 },
};
static const KithType town_type = { 7.5, KITH_WEIGHT_REGULAR, TRUE, 0 };

typedef struct
{
  KithPoint at;
  double order;
} Centre;

typedef struct
{
  const char *name;
  KithPoint sum;
  guint n_schools;
} Town;

static int
compare_centres (gconstpointer a, gconstpointer b)
{
  double x = ((const Centre *)a)->order, y = ((const Centre *)b)->order;

  return x < y ? -1 : x > y;
}

static gboolean
holds_box (KithMapDraft *draft, const KithMapOutline *outline, KithPoint at, KithLabelForm form)
{
  for (int i = -2; i <= 2; i++)
    for (int j = -1; j <= 1; j++)
      {
        KithPoint point = { at.x + i * form.width / 4, at.y + j * form.height / 2 };

        if (!kith_map_outline_holds (outline, kith_map_draft_find_place (draft, point)))
          return FALSE;
      }
  return TRUE;
}

/* the places in it where the words fit, those in its middle first */
static GArray *
find_centres (KithMapDraft *draft, const KithMapOutline *outline, KithLabelForm form)
{
  KithPoint low = kith_map_draft_find_point (draft, outline->low);
  KithPoint high = kith_map_draft_find_point (draft, outline->high);
  KithBox box = { MAX (low.x, draft->box.x0), MAX (high.y, draft->box.y0),
                  MIN (high.x, draft->box.x1), MIN (low.y, draft->box.y1) };
  g_autoptr (GArray) centres = g_array_new (FALSE, FALSE, sizeof (Centre));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  KithPoint middle = { 0, 0 };

  for (double y = box.y0 + form.height; y < box.y1; y += STEP)
    for (double x = box.x0 + form.width / 2; x < box.x1 - form.width / 2; x += STEP)
      if (holds_box (draft, outline, (KithPoint){ x, y }, form))
        {
          Centre centre = { { x, y }, 0 };

          g_array_append_val (centres, centre);
          middle.x += x;
          middle.y += y;
        }
  for (guint i = 0; i < centres->len; i++)
    {
      Centre *centre = &g_array_index (centres, Centre, i);

      centre->order =
          hypot (centre->at.x - middle.x / centres->len, centre->at.y - middle.y / centres->len);
    }
  g_array_sort (centres, compare_centres);
  for (guint i = 0; i < centres->len; i++)
    g_array_append_val (points, g_array_index (centres, Centre, i).at);
  return points;
}

static void
write_in (KithMapDraft *draft, const char *words, const KithType *type, KithRole halo, KithBox box)
{
  KithWriting writing = { *type, KITH_INK (KITH_ROLE_INK3), KITH_ANCHOR_MIDDLE, halo };
  KithPoint at = { (box.x0 + box.x1) / 2,
                   (box.y0 + box.y1) / 2 + type->size_pt * KITH_POINT_MM * 0.36 };

  kith_scene_add_text (draft->scene, &writing, at, words);
}

static void
name_area (KithMapDraft *draft, const KithMapOutline *outline)
{
  g_autofree char *capitals = g_utf8_strup (outline->name, -1);
  const char *words = outline->is_home ? capitals : outline->name;

  for (guint t = 0; t < G_N_ELEMENTS (area_types); t++)
    {
      KithType type = area_types[t];
      KithLabelForm form;
      g_autoptr (GArray) centres = NULL;
      KithBox box;

      type.size_pt *= draft->type;
      if (!outline->is_home)
        type.spacing_pt = 0.3;
      form.width = kith_measure_get_width (draft->measure, &type, words) + 1.5;
      form.height = type.size_pt * KITH_POINT_MM * 1.1;
      centres = find_centres (draft, outline, form);
      if (kith_labels_place_free (draft->labels, form, (const KithPoint *)centres->data,
                                  centres->len, MOST_COST, &box))
        {
          write_in (draft, words, &type, outline->is_home ? KITH_ROLE_LAND : KITH_ROLE_OTHER, box);
          return;
        }
    }
}

static gboolean
is_named_already (KithMapDraft *draft, const char *name)
{
  for (guint i = 0; i < draft->outlines->len; i++)
    if (g_ascii_strcasecmp (((KithMapOutline *)draft->outlines->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_towns (gconstpointer a, gconstpointer b)
{
  const Town *p = a, *q = b;

  return p->n_schools != q->n_schools ? (p->n_schools > q->n_schools ? -1 : 1)
                                      : strcmp (p->name, q->name);
}

/* @by_authority: not towns, but authorities: where no outline names them */
static GArray *
find_towns (KithMapDraft *draft, gboolean by_authority)
{
  GArray *towns = g_array_new (FALSE, FALSE, sizeof (Town));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      const KithSchool *school = draft->schools[spot->school].record;
      const char *name = by_authority ? kith_map_get_authority (draft, school->la) : school->town;
      gpointer number;
      Town *town;

      if (!spot->is_drawn || name == NULL)
        continue;
      if (!g_hash_table_lookup_extended (numbers, name, NULL, &number))
        {
          Town fresh = { .name = name };

          number = GUINT_TO_POINTER (towns->len);
          g_hash_table_insert (numbers, (char *)name, number);
          g_array_append_val (towns, fresh);
        }
      town = &g_array_index (towns, Town, GPOINTER_TO_UINT (number));
      town->n_schools++;
      town->sum.x += spot->at.x;
      town->sum.y += spot->at.y;
    }
  g_array_sort (towns, compare_towns);
  return towns;
}

/* around the middle of its schools, the nearest place first */
static void
name_town (KithMapDraft *draft, const Town *town, const char *words, KithType type)
{
  KithPoint middle = { town->sum.x / town->n_schools, town->sum.y / town->n_schools };
  KithPoint centres[49];
  guint n = 0;
  KithLabelForm form;
  KithBox box;

  type.size_pt *= draft->type;
  form.width = kith_measure_get_width (draft->measure, &type, words) + 1;
  form.height = type.size_pt * KITH_POINT_MM * 1.1;
  for (guint ring = 0; ring < 5; ring++)
    for (guint k = 0; k < (ring == 0 ? 1u : 12u); k++)
      {
        double angle = 2 * G_PI * k / 12;

        centres[n++] =
            (KithPoint){ middle.x + cos (angle) * ring * 2.2, middle.y + sin (angle) * ring * 2.2 };
      }
  if (kith_labels_place_free (draft->labels, form, centres, n, MOST_COST / 3, &box))
    write_in (draft, words, &type, KITH_ROLE_LAND, box);
}

/* in capitals around the middle of their schools */
static void
name_authorities (KithMapDraft *draft)
{
  g_autoptr (GArray) authorities = find_towns (draft, TRUE);

  for (guint i = 0; i < authorities->len; i++)
    {
      const Town *authority = &g_array_index (authorities, Town, i);
      g_autofree char *capitals = g_utf8_strup (authority->name, -1);

      if (authority->n_schools >= TOWN_SCHOOLS)
        name_town (draft, authority, capitals, area_types[1]);
    }
}

/**
 * kith_map_draw_places:
 *
 * Writes authorities' names, then towns', where the schools' names leave room; none where
 * places are none on the ground.
 */
void
kith_map_draw_places (KithMapDraft *draft)
{
  g_autoptr (GArray) towns = NULL;
  guint n_named = 0;

  if (draft->options->layers.has_no_names ||
      (draft->layout != NULL && draft->layout != &kith_map_schematic_layout))
    return;
  kith_scene_begin_group (draft->scene, "places", NULL, NULL);
  if (draft->layout != NULL)
    {
      name_authorities (draft);
      kith_scene_end_group (draft->scene);
      return;
    }
  kith_map_name_distances (draft);
  for (guint i = 0; i < draft->outlines->len; i++)
    name_area (draft, draft->outlines->pdata[i]);
  if (draft->options->subject != KITH_MAP_SYSTEM)
    towns = find_towns (draft, FALSE);
  for (guint i = 0; towns != NULL && i < towns->len; i++)
    {
      const Town *town = &g_array_index (towns, Town, i);

      if (town->n_schools < TOWN_SCHOOLS || n_named == MOST_TOWNS)
        break;
      if (is_named_already (draft, town->name))
        continue;
      name_town (draft, town, town->name, town_type);
      n_named++;
    }
  kith_scene_end_group (draft->scene);
}
