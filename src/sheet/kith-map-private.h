/* kith-map-private.h: a map while it is composed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-engagement.h"
#include "kith-family-standing.h"
#include "kith-label.h"
#include "kith-map-outline-private.h"
#include "kith-map.h"
#include "kith-sector.h"
#include "kith-tie.h"

G_BEGIN_DECLS

/* What a mark says of its school: a tier, or how it stands with the arrangement or the school
 * in the middle. */
typedef enum
{
  KITH_STAND_ACT_NOW,
  KITH_STAND_LOOK_IN,
  KITH_STAND_WATCH,
  KITH_STAND_ASK,
  KITH_STAND_IN_TOUCH,
  KITH_STAND_LEAD,
  KITH_STAND_LIVE,
  KITH_STAND_UNRECORDED,
  KITH_STAND_FADED,
  KITH_STAND_CENTRE,
  KITH_STAND_NEAR,
  KITH_STAND_PARTED,
  KITH_STAND_AWAY,
  KITH_STAND_PLAIN, /* how it stands is not told */
  KITH_STAND_UNREACHED,
  KITH_STAND_CONTEXT,
  KITH_STAND_FAR,
  KITH_N_STANDS,
} KithStand;

/* whether it is only what lies around the subject of a map */
static inline gboolean
kith_stand_is_around (KithStand stand)
{
  return stand == KITH_STAND_CONTEXT || stand == KITH_STAND_UNREACHED;
}

/**
 * KithMapSpot:
 * @school: index in the network
 * @stand: what its mark says
 * @via: the spot through which the middle one knows it, or %G_MAXUINT
 * @place: on the grid, or where the layout put it; not known for one that is only listed
 * @at: on the map, in mm
 * @reach: of its mark, in mm
 * @figure: (nullable): under its name
 * @is_drawn: whether it lies on the map
 * @rank: what leaving out its name costs; 0 for one without a name
 * @label: number among the labels, or %G_MAXUINT
 * @number: that stands for its name, where there was no room for it; else 0
 * @badge: number that stands in its mark and before its name in the table beside the map; else 0
 * @name: (nullable): as it stands on the map
 */
typedef struct
{
  guint school;
  KithStand stand;
  guint via;
  KithPlace place;
  KithPoint at;
  double reach;
  char *figure;
  gboolean is_drawn;
  double rank;
  guint label;
  guint number;
  guint badge;
  char *name;
} KithMapSpot;

/* From this rank on a name that finds no room becomes a number, and is listed beside. */
#define KITH_MAP_MUST 40.0

/* a tie to be drawn, between two spots */
typedef struct
{
  guint from, to;
  KithTie tie;
  gboolean is_live;
} KithMapTie;

/* LOOK, section 7: in a network everyone has a name up to so many. */
#define KITH_MAP_MOST_NAMED 60

/* Rows below a network: no live link, not asked, tied to schools outside the picture. */
#define KITH_MAP_SHELVES 3

/* a member of a group */
typedef struct
{
  guint spot;
  gboolean is_live;
} KithMapMember;

/**
 * KithMapGroup:
 * @name: of the arrangement
 * @figure: (nullable): what is said of it in small letters
 * @tie: how its ties are drawn
 * @members: (element-type KithMapMember): those in the picture, the middle one left out
 * @lead: spot of the school that leads it, or %G_MAXUINT
 * @parent: number of the group that holds it, or %G_MAXUINT
 * @has_centre: whether the school in the middle is a member
 * @is_tried: whether an outline was sought
 * @outlines: (nullable) (element-type GArray): what lies around its members
 * @is_named: whether its name found room
 * @has_figure: whether what is said of it stands there too
 * @name_box: where that stands
 * @name_anchor: how it is set there
 */
typedef struct
{
  char *name;
  char *figure;
  KithTie tie;
  GArray *members;
  guint lead;
  guint parent;
  gboolean has_centre;
  gboolean is_tried;
  GPtrArray *outlines;
  gboolean is_named;
  gboolean has_figure;
  KithBox name_box;
  KithAnchor name_anchor;
} KithMapGroup;

/* a name for which there was no room: its number, and the name */
typedef struct
{
  guint number;
  char *name;
} KithMapNumbered;

/* from a layout's places to what the register keeps: times @scale, with north up or down, from
 * @origin on */
typedef struct
{
  KithPlace origin;
  double scale_x, scale_y;
} KithMapKeeping;

typedef struct _KithMapDraft KithMapDraft;

/* What one subject does at each step of composing; the last two on a map of the ground and where
 * the layout leaves them to it. */
typedef struct
{
  gboolean (*collect) (KithMapDraft *draft, GError **error);
  void (*draw_ties) (KithMapDraft *draft);
  void (*fill_column) (KithMapDraft *draft);
} KithMapSteps;

/* What one kind of picture does: gives places that are none on the ground, draws what lies
 * under the marks, explains it; where it does not, the subject does. */
typedef struct
{
  gboolean (*lay_out) (KithMapDraft *draft, GError **error);
  void (*draw_ties) (KithMapDraft *draft);
  void (*fill_column) (KithMapDraft *draft);
  const char *note; /* what places mean */
  double scale;     /* of its signs */
  double margin_x, margin_y;
} KithMapLayoutSteps;

/**
 * KithMapDraft:
 * @roll: whose schools
 * @network: of it
 * @schools: of it
 * @n_schools: how many
 * @date: of it
 * @options: as asked for
 * @job: (nullable): takes progress, gives cancellation
 * @measure: measures words
 * @redactor: strikes the names of people that the audience is not told
 * @arrangement: (nullable): of a map of one
 * @steps: of the subject
 * @engagement: of a map of one arrangement: whom it reaches
 * @standing: (nullable): of a map of a Family: what its schools are compared by
 * @layout: (nullable): of the kind of picture; %NULL for a map of the ground
 * @centre_spot: the one in the middle, or %G_MAXUINT
 * @is_small: a picture so small that it has schools' names at most
 * @positions: (element-type KithMapPosition): of whose mark can be put elsewhere
 * @keeping: how the register keeps them
 * @shelf_counts: how many stand in each row below a network
 * @shelf_places: where those rows begin
 * @sectors: (nullable): of a radial picture, one for each group
 * @layout_low: of what the layout fills, the lower left corner
 * @layout_high: the upper right one
 * @groups: (element-type KithMapGroup): the arrangements of the picture, strongest kind first
 * @scene: takes the marks
 * @outlines: of authorities
 * @has_others: whether there are outlines that are not home
 * @is_soft: whether home outlines are only drawn from where schools stand
 * @is_whole: whether all home land is to be seen
 * @spots: (element-type KithMapSpot): every school on the map or listed with it
 * @ties: (element-type KithMapTie): between spots
 * @labels: the names
 * @numbered: (element-type KithMapNumbered): names without room; number 0: not even for one
 * @n_numbers: numbers given
 * @type: what type sizes are multiplied with
 * @counts: how many are drawn, by what their marks say
 * @n_unplaced: how many have no co-ordinates, so are not drawn
 * @n_too_many: how many are not drawn because there was no room for their marks
 * @n_left_out: how many are not drawn because they are not wanted
 * @n_outside: how many members are schools that the register does not hold
 * @n_out_of_scope: how many members are schools that it holds and does not call
 * @n_organisations: how many members are organisations, whose places are not on record
 * @phases: which are drawn
 * @has_web: whether any line of a web is drawn
 * @has_line: which lines are drawn, by kind and whether faded (0) or live (1)
 * @n_lines: of a map of a Family, pairs that work together, by the kind of their line
 * @title: of the sheet
 * @finding: what it shows, in numbers
 * @region: what it covers
 * @sources: where it comes from
 * @note: how it is to be read
 * @entries: (element-type KithMapEntry): what its signs mean
 * @texts: keeps the words of the entries
 * @box: where the map lies, in mm
 * @frame: its edge is a frame; else it stands free
 * @centre: what lies in the middle of @box
 * @metres_per_mm: its scale
 * @furniture: where scale bar and north arrow stand
 */
struct _KithMapDraft
{
  KithRoll *roll;
  KithNetwork *network;
  const KithNetworkSchool *schools;
  guint n_schools;
  KithDate date;
  const KithMapOptions *options;
  KithJob *job;
  const KithMeasure *measure;
  KithRedactor *redactor;
  const KithNetworkArrangement *arrangement;
  const KithMapSteps *steps;
  KithEngagement engagement;
  KithFamilyStanding *standing;
  const KithMapLayoutSteps *layout;
  guint centre_spot;
  gboolean is_small;
  GArray *positions;
  KithMapKeeping keeping;
  guint shelf_counts[KITH_MAP_SHELVES];
  KithPlace shelf_places[KITH_MAP_SHELVES];
  KithSector *sectors;
  KithPlace layout_low, layout_high;
  GArray *groups;
  KithScene *scene;
  GPtrArray *outlines;
  gboolean has_others;
  gboolean is_soft;
  gboolean is_whole;
  GArray *spots;
  GArray *ties;
  KithLabels *labels;
  GArray *numbered;
  guint n_numbers;
  double type;
  guint counts[KITH_N_STANDS];
  guint n_unplaced;
  guint n_too_many;
  guint n_left_out;
  guint n_outside, n_out_of_scope, n_organisations;
  gboolean phases[KITH_N_PHASES];
  gboolean has_web;
  gboolean has_line[KITH_N_TIES][2];
  guint n_lines[KITH_N_TIES];
  char *title;
  char *finding;
  char *region;
  char *sources;
  char *note;
  GArray *entries;
  GStringChunk *texts;
  KithBox box;
  gboolean frame;
  KithPlace centre;
  double metres_per_mm;
  KithBox furniture;
};

extern const KithMapSteps kith_map_system_steps;
extern const KithMapSteps kith_map_arrangement_steps;
extern const KithMapSteps kith_map_family_steps;
extern const KithMapSteps kith_map_school_steps;
extern const KithMapLayoutSteps kith_map_schematic_layout;
extern const KithMapLayoutSteps kith_map_network_layout;
extern const KithMapLayoutSteps kith_map_radial_layout;

/* one of the schools on the map or listed with it; asked for a million times for England */
static inline KithMapSpot *
kith_map_get_spot (KithMapDraft *draft, guint index)
{
  return &g_array_index (draft->spots, KithMapSpot, index);
}

gboolean      kith_map_needs_ground       (const KithMapDraft *draft);
KithPoint     kith_map_draft_find_point   (const KithMapDraft *draft,
                                           KithPlace          place);
KithPlace     kith_map_draft_find_place   (const KithMapDraft *draft,
                                           KithPoint          point);
const char   *kith_map_get_authority      (KithMapDraft      *draft,
                                           gint64             code);
KithPoint     kith_map_get_room           (KithMapDraft      *draft);
gboolean      kith_map_fit                (KithMapDraft      *draft);
void          kith_map_place_spots        (KithMapDraft      *draft);

KithMapGroup *kith_map_get_group          (KithMapDraft      *draft,
                                           guint              index);
void          kith_map_draw_group_names   (KithMapDraft      *draft);
void          kith_map_place_group_names  (KithMapDraft      *draft);

KithSign      kith_map_make_sign          (KithStand          stand,
                                           KithPhase          phase,
                                           KithTie            tie,
                                           double             scale);
KithShape     kith_map_get_shape          (KithPhase          phase);
const char   *kith_stand_get_key          (KithStand          stand);
const char   *kith_stand_get_words        (KithStand          stand);
const char   *kith_map_get_stand_words    (const KithMapDraft *draft,
                                           KithStand          stand);

void          kith_map_add_soft_outlines  (KithMapDraft      *draft);
gboolean      kith_map_is_tie_off         (const KithMapDraft *draft,
                                           KithTie            tie);
void          kith_map_count_undrawn      (KithMapDraft      *draft,
                                           const KithNetworkMember *member);
void          kith_map_leave_out          (KithMapDraft      *draft);
char         *kith_map_dup_left_out       (const KithMapDraft *draft);

void          kith_map_draw_ground        (KithMapDraft      *draft);
void          kith_map_draw_spots         (KithMapDraft      *draft);
KithType      kith_map_get_badge_type     (const KithMapDraft *draft);
void          kith_map_add_web            (KithMapDraft      *draft,
                                           const guint       *spots,
                                           guint              n_spots,
                                           KithTie            tie);
void          kith_map_sort_ties          (KithMapDraft      *draft);
void          kith_map_draw_web           (KithMapDraft      *draft);
KithPaint     kith_map_get_web_paint      (KithMapDraft      *draft);

char         *kith_map_dup_arrangement_name (const KithMapDraft *draft,
                                           const char         *name);
gboolean      kith_map_may_show           (const KithMapDraft *draft,
                                           KithKind           kind);
KithStand     kith_map_get_tier_stand     (const KithMapDraft *draft,
                                           const KithRollRow *row);
char         *kith_map_dup_full_name      (const KithMapDraft *draft,
                                           guint              school);
char         *kith_map_dup_name           (const KithMapDraft *draft,
                                           guint              school,
                                           double             most,
                                           const KithType    *type);
void          kith_map_place_names        (KithMapDraft      *draft);
void          kith_map_draw_names         (KithMapDraft      *draft);
KithMapNames  kith_map_draft_count_names  (KithMapDraft      *draft);
void          kith_map_draw_places        (KithMapDraft      *draft);

void          kith_map_mark_unreached     (KithMapDraft      *draft,
                                           guint              arrangement);
void          kith_map_draw_distances     (KithMapDraft      *draft);
void          kith_map_name_distances     (KithMapDraft      *draft);
char         *kith_map_dup_distances      (const KithMapDraft *draft);
KithPaint     kith_map_get_patch_paint    (const KithMapDraft *draft);
KithPaint     kith_map_get_distance_paint (void);

double        kith_map_make_room          (KithMapDraft      *draft);
void          kith_map_place_furniture    (KithMapDraft      *draft);
void          kith_map_draw_furniture     (KithMapDraft      *draft);
void          kith_map_draw_page          (KithMapDraft      *draft);

void          kith_map_write_sources      (KithMapDraft      *draft);
void          kith_map_finish_note        (KithMapDraft      *draft);

/* where a school stands, as the register keeps it: of a network in mm, downwards; of a schematic
 * map in metres on the grid, so that it does not depend on the size of the picture */
typedef struct
{
  gint64 urn;
  KithPoint at;
  gboolean is_pinned;
} KithMapPosition;

const char           *kith_map_get_position_view   (const KithMapOptions *options);
GHashTable           *kith_map_read_positions      (KithLedger           *ledger,
                                                    const char           *view);
KithLedger           *kith_map_get_position_ledger (const KithMapDraft   *draft);

KithPoint             kith_map_keeping_from_place  (const KithMapKeeping *self,
                                                    KithPlace             place);
const KithMapKeeping *kith_map_get_keeping         (const KithMap        *self);
const KithMapOptions *kith_map_get_options         (const KithMap        *self);
const GArray         *kith_map_get_positions       (const KithMap        *self);

/* a row of the table: a school of the map */
typedef struct
{
  guint school;
  KithStand stand;
  gboolean is_drawn;
  guint number; /* that stands for its name on the map, or in its mark; else 0 */
} KithMapRow;

char         *kith_map_dup_rows           (KithRoll          *roll,
                                           const GArray      *rows,
                                           const KithMapOptions *options,
                                           KithMapTable       format);

G_END_DECLS
