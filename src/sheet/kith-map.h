/* kith-map.h: pictures of the system, of one arrangement with its members, of one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-audience.h"
#include "kith-changeset.h"
#include "kith-roll.h"
#include "kith-scene.h"

G_BEGIN_DECLS

/**
 * KithMapError:
 * @KITH_MAP_ERROR_ARRANGEMENT: there is no such arrangement at the date of the roll
 * @KITH_MAP_ERROR_PLACES: no school that it would show has co-ordinates, or there is none
 * @KITH_MAP_ERROR_SIZE: the sheet is too small for what stands on it
 * @KITH_MAP_ERROR_SCHOOL: the school is not in scope at the date of the roll
 * @KITH_MAP_ERROR_LAYOUT: the subject has no picture of that kind
 * @KITH_MAP_ERROR_AUDIENCE: the audience must not see it
 */
typedef enum
{
  KITH_MAP_ERROR_ARRANGEMENT,
  KITH_MAP_ERROR_PLACES,
  KITH_MAP_ERROR_SIZE,
  KITH_MAP_ERROR_SCHOOL,
  KITH_MAP_ERROR_LAYOUT,
  KITH_MAP_ERROR_AUDIENCE,
} KithMapError;
#define KITH_MAP_ERROR (kith_map_error_quark ())
GQuark kith_map_error_quark (void);

typedef enum
{
  KITH_MAP_SYSTEM,      /* every school, by tier */
  KITH_MAP_ARRANGEMENT, /* one arrangement: how its members stand with it */
  KITH_MAP_SCHOOL,      /* one school and those it works with */
} KithMapSubject;

/* What the places on a picture mean. */
typedef enum
{
  KITH_MAP_GEOGRAPHIC, /* where the schools are */
  KITH_MAP_SCHEMATIC,  /* about there, moved apart until each can be seen */
  KITH_MAP_NETWORK,    /* who works with whom is near to each other */
  KITH_MAP_RADIAL,     /* one in the middle, introductions as rings */
  KITH_N_MAP_LAYOUTS,
} KithMapLayout;

/* What stands for the names of schools. */
typedef enum
{
  KITH_MAP_NAMES_FULL,
  KITH_MAP_NAMES_INITIALS, /* “SMPS”: who knows them knows them */
  KITH_MAP_NAMES_NONE,     /* nothing: nor URNs nor co-ordinates in the table */
  KITH_N_MAP_NAMES_SHOWN,
} KithMapNamesShown;

/* A4 landscape; and pixels a millimetre at which the smallest letters have 11 on screen. */
#define KITH_MAP_SHEET_WIDTH  297.0
#define KITH_MAP_SHEET_HEIGHT 210.0
#define KITH_MAP_SCREEN_PX    5.4

/**
 * KithMapLayers:
 * @tiers_off: a bit a tier: whose schools are left out
 * @ties_off: a bit a #KithTie: whose ties are, where there are several kinds
 * @has_no_outlines: whether outlines of authorities are
 * @has_no_names: whether names are
 * @only: (nullable) (element-type gint64): URNs of the schools to which it is narrowed, %NULL for
 *   everyone; nobody changes it as long as it is here
 *
 * What is left out of a map; all zero for nothing. The rest stays where it would be beside it.
 */
typedef struct
{
  guint tiers_off;
  guint ties_off;
  gboolean has_no_outlines;
  gboolean has_no_names;
  GHashTable *only;
} KithMapLayers;

/**
 * KithMapOptions:
 * @subject: what it is of
 * @arrangement_id: key of the arrangement, where it is of one
 * @is_sheet: a whole sheet with title, side column and notes; else the map alone
 * @width: mm, of the sheet or of the map alone
 * @height: mm
 * @centre: of the map alone: what lies in its middle; %KITH_PLACE_NONE for as it fits
 * @metres_per_mm: of the map alone: its scale; 0 for as it fits
 * @seed: of the placing of names
 * @layout: what places mean; where they are none on the ground, a metre of the scale is a
 *   millimetre of the picture
 * @urn: of the school, where it is of one
 * @fit_width: mm that the picture is laid out for, of which it shows a part; 0 for its own
 * @fit_height: the same
 * @positions: (nullable): a newer ledger than the roll's, for where marks stand alone; it must
 *   live until the map is made
 * @is_steady: whether a schematic map takes places from @positions also where nobody pinned them
 * @layers: what is left out
 * @title: (nullable): instead of its own; lives as long as the composing
 * @note: (nullable): that stands before its own; the same
 * @names: how schools are named
 * @audience: for whom it is: what they are not told is not in it
 */
typedef struct
{
  KithMapSubject subject;
  gint64 arrangement_id;
  gboolean is_sheet;
  double width, height;
  KithPlace centre;
  double metres_per_mm;
  guint64 seed;
  KithMapLayout layout;
  gint64 urn;
  double fit_width, fit_height;
  KithLedger *positions;
  gboolean is_steady;
  KithMapLayers layers;
  const char *title;
  const char *note;
  KithMapNamesShown names;
  KithAudience audience;
} KithMapOptions;

/**
 * KithMapEntry:
 * @heading: (nullable): of the entries from here on
 * @icon: (nullable): the sign or the line, 10 × 6 mm; %NULL for what is not drawn
 * @words: what it means
 * @note: (nullable): in small letters below
 * @count: how many are drawn so; −1 where nothing is counted
 */
typedef struct
{
  const char *heading;
  KithScene *icon;
  const char *words;
  const char *note;
  gint count;
} KithMapEntry;

/**
 * KithMapNames:
 * @n_asked: schools drawn that were to have a name on the map
 * @n_placed: of these, those that have it
 * @n_numbered: those whose name became a number, and stands beside the map
 * @n_listed: those for which there was not even room for that: only listed beside the map
 *
 * The others are of those whose name may be missing.
 */
typedef struct
{
  guint n_asked, n_placed, n_numbered, n_listed;
} KithMapNames;

typedef enum
{
  KITH_MAP_TABLE_TEXT,
  KITH_MAP_TABLE_CSV,
  KITH_MAP_TABLE_JSON,
} KithMapTable;

#define KITH_TYPE_MAP (kith_map_get_type ())

/**
 * KithMap:
 *
 * A map as it was composed: its scene, what its signs mean and how many there are of each,
 * its words, and the table that says the same. Immutable and counted; may cross threads.
 */
typedef struct _KithMap KithMap;

GType                kith_map_get_type          (void);
KithMap             *kith_map_new               (KithRoll              *roll,
                                                 const KithMapOptions  *options,
                                                 const KithMeasure     *measure,
                                                 KithJob               *job,
                                                 GError               **error);
KithMap             *kith_map_ref               (KithMap               *self);
void                 kith_map_unref             (KithMap               *self);

KithScene           *kith_map_get_scene         (const KithMap         *self);
const char          *kith_map_get_title         (const KithMap         *self);
const char          *kith_map_get_finding       (const KithMap         *self);
const char          *kith_map_get_sources       (const KithMap         *self);
const char          *kith_map_get_note          (const KithMap         *self);
const KithMapEntry  *kith_map_get_entries       (const KithMap         *self,
                                                 guint                 *n_entries);
KithMapNames         kith_map_count_names       (const KithMap         *self);
double               kith_map_get_metres_per_mm (const KithMap         *self);
KithPoint            kith_map_find_point        (const KithMap         *self,
                                                 KithPlace              place);
KithPlace            kith_map_find_place        (const KithMap         *self,
                                                 KithPoint              point);
KithSign             kith_map_get_tier_sign     (KithTier               tier,
                                                 KithPhase              phase);
gboolean             kith_map_can_leave_out     (const KithMapOptions  *options);
gboolean             kith_map_can_leave_out_ties
                                                (const KithMapOptions  *options);
const char          *kith_map_get_tie_words     (KithTie                tie);
char                *kith_map_dup_table         (const KithMap         *self,
                                                 KithMapTable           format);

KithChangeset       *kith_map_make_positions    (const KithMap         *self,
                                                 KithLedger            *ledger);
KithLedger          *kith_map_make_steady       (const KithMap         *self,
                                                 KithLedger            *ledger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMap, kith_map_unref)

G_END_DECLS
