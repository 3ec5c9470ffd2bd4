/* kith-boundaries.c: outlines of authorities, districts and wards
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include "kith-authority.h"
#include "kith-geojson-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Kinds of area that the first three characters of a code tell of (ONS, Register of Geographic
 * Codes). E07 are the districts of counties, which run no schools. */
static const struct
{
  const char *prefix;
  const char *level;
} levels[] = {
  { "E06", "authority" }, { "E08", "authority" }, { "E09", "authority" }, { "E10", "authority" },
  { "W06", "authority" }, { "S12", "authority" }, { "N09", "authority" }, { "E07", "district" },
  { "E05", "ward" },      { "W05", "ward" },      { "S13", "ward" },      { "N08", "ward" },
};

/* The outlines that the register has, and will have after this file. */
typedef struct
{
  GHashTable *by_gss;  /* code → gint64 */
  GHashTable *by_name; /* level and name → gint64 */
  GHashTable *taken;   /* keys of outlines in this file */
} Known;

static const char *
find_level (const char *gss)
{
  if (gss == NULL)
    return "authority";
  for (guint l = 0; l < G_N_ELEMENTS (levels); l++)
    if (g_str_has_prefix (gss, levels[l].prefix))
      return levels[l].level;
  return NULL;
}

static char *
dup_name_key (const char *level, const char *name)
{
  g_autofree char *key = kith_authority_dup_key (name);

  return g_strdup_printf ("%s %s", level, key);
}

static void
add_known (Known *known, const KithBoundary *boundary)
{
  if (boundary->gss != NULL)
    g_hash_table_insert (known->by_gss, g_strdup (boundary->gss),
                         g_memdup2 (&boundary->id, sizeof (gint64)));
  g_hash_table_insert (known->by_name, dup_name_key (boundary->level, boundary->name),
                       g_memdup2 (&boundary->id, sizeof (gint64)));
}

static void
list_known (Known *known, const KithReading *self)
{
  gsize n;
  const KithBoundary *rows = kith_ledger_get_rows (self->base, KITH_TABLE_BOUNDARY, &n);

  known->by_gss = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < n; i++)
    add_known (known, &rows[i]);
  for (guint c = 0; c < kith_changeset_get_size (self->changes); c++)
    {
      const KithChange *change = kith_changeset_get (self->changes, c);

      if (change->table == KITH_TABLE_BOUNDARY && change->after != NULL)
        add_known (known, change->after);
    }
}

static void
free_known (Known *known)
{
  g_hash_table_unref (known->by_gss);
  g_hash_table_unref (known->by_name);
  g_hash_table_unref (known->taken);
}

/* By code; by level and name where either has no code. A new key where there is none. */
static gint64
find_key (Known *known, KithReading *self, const KithBoundary *boundary)
{
  g_autofree char *name_key = dup_name_key (boundary->level, boundary->name);
  const gint64 *key =
      boundary->gss == NULL ? NULL : g_hash_table_lookup (known->by_gss, boundary->gss);

  if (key == NULL)
    {
      const KithBoundary *row;

      key = g_hash_table_lookup (known->by_name, name_key);
      row = key == NULL ? NULL : kith_changeset_find (self->changes, KITH_TABLE_BOUNDARY, *key);
      if (row != NULL && row->gss != NULL && boundary->gss != NULL)
        key = NULL;
    }
  return key != NULL ? *key : kith_changeset_take_key (self->changes, KITH_TABLE_BOUNDARY);
}

/* As kith_ledger_find_authority(), with the authorities that come with the same import. */
static gint64
find_authority (const KithReading *self, const char *gss, const char *name)
{
  gint64 found = kith_ledger_find_authority (self->base, gss, name);
  g_autofree char *key = kith_authority_dup_key (name);

  for (guint c = 0; found == KITH_INT_NONE && c < kith_changeset_get_size (self->changes); c++)
    {
      const KithChange *change = kith_changeset_get (self->changes, c);
      const KithAuthority *authority = change->after;
      g_autofree char *other = NULL;

      if (change->table != KITH_TABLE_AUTHORITY || authority == NULL)
        continue;
      other = kith_authority_dup_key (authority->name);
      if ((gss != NULL && g_strcmp0 (authority->gss, gss) == 0) || strcmp (other, key) == 0)
        found = authority->code;
    }
  return found;
}

static void
read_outline (KithReading *self, Known *known, KithOutline *outline, gboolean is_simplified)
{
  g_autofree char *wkt = NULL;
  KithBoundary boundary;

  kith_row_clear (KITH_TABLE_BOUNDARY, &boundary);
  boundary.gss = outline->gss;
  boundary.name = outline->name;
  boundary.level = find_level (outline->gss);
  if (boundary.level == NULL)
    kith_outline_set_fault (outline, _ ("Its code is not that of an authority, a district or a "
                                        "ward. Others are not drawn."));
  if (outline->fault == NULL)
    {
      if (is_simplified)
        kith_outline_simplify (outline, KITH_OUTLINE_METRES);
      kith_outline_limit (outline, KITH_OUTLINE_KEPT_POINTS);
      wkt = kith_outline_dup_wkt (outline);
      if (wkt == NULL)
        kith_outline_set_fault (outline, _ ("It is too small to be drawn."));
    }
  if (outline->fault != NULL)
    {
      kith_reading_reject_item (self, outline->name, outline->fault);
      return;
    }
  boundary.outline = wkt;
  boundary.id = find_key (known, self, &boundary);
  if (!g_hash_table_add (known->taken, g_memdup2 (&boundary.id, sizeof (gint64))))
    {
      kith_reading_reject_item (self, outline->name,
                                _ ("The file has it twice. The first was read."));
      return;
    }
  if (strcmp (boundary.level, "authority") == 0)
    boundary.la = find_authority (self, boundary.gss, boundary.name);
  kith_reading_count (self, kith_reading_put (self, KITH_TABLE_BOUNDARY, &boundary));
  add_known (known, &boundary);
}

static GBytes *
load_file (KithReading *self, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GError) reason = NULL;
  GBytes *bytes;

  if (info != NULL && g_file_info_get_size (info) > KITH_JSON_MAX_BYTES)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” holds more than Kith reads of boundaries. Fetch generalised ones: "
                      "they are for orientation."),
                   self->report->name);
      return NULL;
    }
  bytes = g_file_load_bytes (self->file, kith_job_get_cancellable (self->job), NULL, &reason);
  if (bytes != NULL)
    return bytes;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE,
                 _ ("“%s” cannot be read: %s. Check that it is there and that you may open it."),
                 self->report->name, reason->message);
  return NULL;
}

/**
 * kith_boundaries_read:
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Reads outlines from GeoJSON, TopoJSON, KML or GML into table boundary. One is told by its code,
 * else by its level and name, so that the same file twice adds nothing. la is set where the
 * authority is known by then; kith_boundary_find_authority() finds it later.
 *
 * Returns: %FALSE where the file is none
 */
gboolean
kith_boundaries_read (KithReading *self, GError **error)
{
  g_autoptr (GBytes) bytes = load_file (self, error);
  g_autoptr (GPtrArray) outlines = NULL;
  gboolean is_wgs84, is_good = TRUE;
  gsize n_points = 0, size;
  const char *text;
  Known known;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  outlines = kith_outlines_read (text, size, self->report->name, &is_wgs84, error);
  if (outlines == NULL)
    return FALSE;
  for (guint o = 0; o < outlines->len; o++)
    n_points += ((KithOutline *)g_ptr_array_index (outlines, o))->points->len;
  list_known (&known, self);
  for (guint o = 0; o < outlines->len && is_good; o++)
    {
      KithOutline *outline = g_ptr_array_index (outlines, o);

      is_good = kith_reading_next_item (self, outlines->len, error);
      if (!is_good)
        break;
      kith_outline_place (outline, is_wgs84);
      read_outline (self, &known, outline, n_points > KITH_OUTLINE_MANY_POINTS);
    }
  free_known (&known);
  return is_good;
}
