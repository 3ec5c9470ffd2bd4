/* kith-sheet-school.c: one school and those it works with
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-engagement.h"
#include "kith-map-column-private.h"
#include "kith-map-groups-private.h"

#include <glib/gi18n.h>

#define RANK_MIDDLE 120.0
#define RANK_NEAR 100.0

/* On a small picture names that find no room are left out: nothing beside it lists them. */
#define RANK_MIDDLE_SMALL 39.0
#define RANK_NEAR_SMALL 20.0

/* Money that ends so soon is said under an arrangement's name (METHODS, section 1). */
#define SOON_DAYS 180

/* an arrangement of the school's, for putting them in order */
typedef struct
{
  guint arrangement;
  gboolean is_live;
  KithTie tie;
  const char *name;
} Own;

static int
compare_own (gconstpointer a, gconstpointer b)
{
  const Own *p = a, *q = b;

  if (p->tie != q->tie)
    return p->tie < q->tie ? -1 : 1;
  if (g_strcmp0 (p->name, q->name) != 0)
    return g_strcmp0 (p->name, q->name);
  return p->arrangement < q->arrangement ? -1 : p->arrangement > q->arrangement;
}

static KithStand
get_stand (KithMapDraft *draft, guint school, gboolean is_live)
{
  const KithRollRow *row = kith_roll_find (draft->roll, draft->schools[school].record->urn);

  if (draft->options->layout == KITH_MAP_RADIAL)
    return is_live ? KITH_STAND_NEAR : KITH_STAND_PARTED;
  return kith_map_get_tier_stand (draft, row);
}

static void
add_spot (KithMapDraft *draft, guint *spot_of, guint school, KithStand stand, double rank)
{
  KithMapSpot spot = { .school = school,
                       .stand = stand,
                       .via = G_MAXUINT,
                       .place = draft->schools[school].place,
                       .rank = rank,
                       .label = G_MAXUINT };

  if (kith_map_needs_ground (draft) && stand != KITH_STAND_CONTEXT)
    draft->n_unplaced += !kith_place_is_known (spot.place);
  spot_of[school] = draft->spots->len;
  g_array_append_val (draft->spots, spot);
}

/* a member of one of its arrangements; who is there twice is near if any link is live */
static void
add_member (
    KithMapDraft *draft, guint *spot_of, KithMapGroup *group, guint school, gboolean is_live)
{
  KithMapMember member = { spot_of[school], is_live };

  if (member.spot == G_MAXUINT)
    {
      add_spot (draft, spot_of, school, get_stand (draft, school, is_live),
                draft->is_small ? RANK_NEAR_SMALL : RANK_NEAR);
      member.spot = spot_of[school];
    }
  else if (is_live && draft->options->layout == KITH_MAP_RADIAL)
    kith_map_get_spot (draft, member.spot)->stand = KITH_STAND_NEAR;
  g_array_append_val (group->members, member);
}

/* what stands under the arrangement's name: what is about to happen, else what last did */
static char *
dup_figure (KithMapDraft *draft, const KithNetworkMember *own, const KithArrangement *record)
{
  KithKind kind = record == NULL ? KITH_KIND_OTHER : kith_kind_find (record->kind);
  KithDate since = own->record != NULL && own->record->joined != KITH_DATE_UNKNOWN
                       ? own->record->joined
                   : record != NULL ? record->starts
                                    : KITH_DATE_UNKNOWN;
  g_autofree char *day = NULL;

  if (record != NULL && record->funding_ends != KITH_DATE_UNKNOWN &&
      record->funding_ends > draft->date && record->funding_ends <= draft->date + SOON_DAYS)
    {
      day = kith_date_dup_text (record->funding_ends, KITH_DATE_SHORT);
      return g_strdup_printf (_ ("money ends %s"), day);
    }
  if (!own->is_live)
    return g_strdup (_ ("faded"));
  if (own->last_contact != KITH_DATE_UNKNOWN)
    {
      day = kith_date_dup_text (own->last_contact, KITH_DATE_SHORT);
      return g_strdup_printf (_ ("last contact %s"), day);
    }
  if (record != NULL && kith_kind_is_standing (kind) && since != KITH_DATE_UNKNOWN)
    {
      int year, month, day_of_month;

      kith_date_get_parts (since, &year, &month, &day_of_month);
      return g_strdup_printf (_ ("since %d"), year);
    }
  return own->is_unrecorded ? g_strdup (_ ("contact not recorded")) : NULL;
}

/* its arrangements that tie schools, strongest kind first; those too large to tie are told */
static GArray *
list_own (KithMapDraft *draft, guint school, GString *assemblies)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (Own));
  guint n, n_arrangements;
  const guint *memberships = kith_network_get_memberships (draft->network, school, &n);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (draft->network, &n_arrangements);

  for (guint i = 0; i < n; i++)
    {
      const KithNetworkMember *member = kith_network_get_member (draft->network, memberships[i]);
      const KithNetworkArrangement *arrangement = &arrangements[member->arrangement];
      Own line = { member->arrangement, member->is_live,
                   kith_kind_get_info (arrangement->kind)->tie, arrangement->name };

      if (!kith_map_may_show (draft, arrangement->kind))
        continue;
      if (arrangement->is_assembly)
        g_string_append_printf (
            assemblies,
            _ (" It also belongs to %s, whose %u schools are too many to tie each other."),
            arrangement->name, arrangement->n_schools);
      if (!arrangement->ties)
        continue;
      for (guint m = 0; m < arrangement->n_members; m++)
        if (arrangement->members[m].school == KITH_INDEX_NONE)
          kith_map_count_undrawn (draft, &arrangement->members[m]);
      g_array_append_val (own, line);
    }
  g_array_sort (own, compare_own);
  return own;
}

/* a sector whose members all stand in earlier ones says so */
static void
tell_elsewhere (KithMapDraft *draft, KithMapGroup *group, guint n_before)
{
  for (guint m = 0; m < group->members->len; m++)
    if (g_array_index (group->members, KithMapMember, m).spot >= n_before)
      return;
  if (group->members->len == 0)
    return;
  g_free (group->figure);
  group->figure = g_strdup_printf (
      ngettext ("%u school, elsewhere here", "%u schools, elsewhere here", group->members->len),
      group->members->len);
}

static void
add_arrangement (KithMapDraft *draft, guint *spot_of, guint school, const Own *own)
{
  guint n;
  const KithNetworkArrangement *arrangement =
      &kith_network_get_arrangements (draft->network, &n)[own->arrangement];
  KithMapGroup *group = kith_map_add_group (draft, arrangement->name, own->tie);
  guint lead = kith_engagement_find_lead (draft->network, own->arrangement);
  guint n_before = draft->spots->len;

  group->has_centre = TRUE;
  for (guint m = 0; m < arrangement->n_members; m++)
    {
      const KithNetworkMember *member = &arrangement->members[m];

      if (member->school == school)
        group->figure = dup_figure (draft, member, arrangement->record);
      /* where the school itself has faded, all have: the lead stands for them, but on the
       * picture that has room for all */
      else if (member->school != KITH_INDEX_NONE &&
               (own->is_live || draft->options->layout == KITH_MAP_RADIAL ||
                member->school == lead))
        add_member (draft, spot_of, group, member->school, own->is_live && member->is_live);
    }
  tell_elsewhere (draft, group, n_before);
}

/* the arrangement that its neighbours are in, and it is not */
static void
add_others (KithMapDraft *draft, guint *spot_of, guint school)
{
  const KithRollRow *row = kith_roll_find (draft->roll, draft->schools[school].record->urn);
  guint n_near, n;
  const KithNear *near = kith_network_get_neighbours (draft->network, school, &n_near);
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (draft->network, &n);

  if (!kith_audience_may_see (draft->options->audience, KITH_TOPIC_FINDINGS))
    return;
  for (guint f = 0; row != NULL && f < row->n_findings; f++)
    {
      guint number =
          kith_network_find_arrangement (draft->network, row->findings[f].arrangement_id);
      KithMapGroup *group;

      if (row->findings[f].code != KITH_FINDING_ODD_ONE_OUT || number == KITH_INDEX_NONE)
        continue;
      group = kith_map_add_group (draft, arrangements[number].name,
                                  kith_kind_get_info (arrangements[number].kind)->tie);
      group->figure = g_strdup (_ ("its neighbours; it is not in it"));
      for (guint i = 0; i < n_near; i++)
        for (guint m = 0; m < arrangements[number].n_members; m++)
          if (arrangements[number].members[m].school == near[i].index)
            add_member (draft, spot_of, group, near[i].index, TRUE);
      return;
    }
}

/* who is one introduction further, through the first that knows them */
static void
add_far (KithMapDraft *draft, guint *spot_of)
{
  guint n_near = draft->spots->len;

  for (guint i = 1; i < n_near; i++)
    {
      guint n;
      const KithTied *tied =
          kith_network_get_tied (draft->network, kith_map_get_spot (draft, i)->school, &n);

      for (guint t = 0; kith_map_get_spot (draft, i)->stand == KITH_STAND_NEAR && t < n; t++)
        if (spot_of[tied[t].school] == G_MAXUINT)
          {
            add_spot (draft, spot_of, tied[t].school, KITH_STAND_FAR, 0);
            kith_map_get_spot (draft, draft->spots->len - 1)->via = i;
          }
    }
}

/* whoever shares an arrangement with it, and is not tied to it */
static guint
count_faded (KithMapDraft *draft, guint school, const GArray *own)
{
  g_autoptr (GHashTable) faded = g_hash_table_new (NULL, NULL);
  guint n, n_tied;
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (draft->network, &n);
  const KithTied *tied = kith_network_get_tied (draft->network, school, &n_tied);

  for (guint i = 0; i < own->len; i++)
    {
      const KithNetworkArrangement *arrangement =
          &arrangements[g_array_index (own, Own, i).arrangement];

      for (guint m = 0; m < arrangement->n_members; m++)
        if (arrangement->members[m].school != KITH_INDEX_NONE &&
            arrangement->members[m].school != school)
          g_hash_table_add (faded, GUINT_TO_POINTER (arrangement->members[m].school));
    }
  for (guint t = 0; t < n_tied; t++)
    g_hash_table_remove (faded, GUINT_TO_POINTER (tied[t].school));
  return g_hash_table_size (faded);
}

static guint
count_live_groups (KithMapDraft *draft)
{
  guint n = 0;

  for (guint g = 0; g < draft->groups->len; g++)
    {
      const KithMapGroup *group = kith_map_get_group (draft, g);
      gboolean is_live = FALSE;

      for (guint m = 0; m < group->members->len; m++)
        is_live |= g_array_index (group->members, KithMapMember, m).is_live;
      n += group->has_centre && is_live;
    }
  return n;
}

static void
write_words (KithMapDraft *draft, guint school, const GArray *own, const char *assemblies)
{
  const KithSettings *settings = kith_network_get_settings (draft->network);
  guint n_tied, n_groups = count_live_groups (draft), n_faded = count_faded (draft, school, own);
  g_autoptr (GString) finding = g_string_new (NULL);
  g_autofree char *name = kith_map_dup_full_name (draft, school);

  kith_network_get_tied (draft->network, school, &n_tied);
  draft->title = g_strdup_printf (_ ("%s and the schools it works with"), name);
  if (n_tied == 0)
    g_string_append (finding, _ ("No school works with it at present"));
  else
    {
      g_string_append_printf (finding, ngettext ("%u school", "%u schools", n_tied), n_tied);
      g_string_append_printf (
          finding, ngettext (" in %u partnership", " in %u partnerships", n_groups), n_groups);
    }
  if (n_faded > 0)
    g_string_append_printf (
        finding, ngettext ("; %u link has faded", "; %u links have faded", n_faded), n_faded);
  draft->finding = g_string_free (g_steal_pointer (&finding), FALSE);
  draft->region = g_strdup (kith_map_get_authority (draft, draft->schools[school].record->la));
  draft->note =
      g_strdup_printf (_ ("A link is live while its recency is %.2f or more; where nobody "
                          "recorded a contact it is taken as %.2f.%s%s"),
                       settings->live_recency, settings->unrecorded_recency,
                       draft->options->layout == KITH_MAP_RADIAL || n_faded == 0
                           ? ""
                           : _ (" Where the school itself has faded, only the lead is "
                                "drawn."),
                       assemblies);
}

static gboolean
collect (KithMapDraft *draft, GError **error)
{
  guint school = kith_network_find_school (draft->network, draft->options->urn);
  g_autofree guint *spot_of = g_new (guint, MAX (1, draft->n_schools));
  g_autoptr (GString) assemblies = g_string_new (NULL);
  g_autoptr (GArray) own = NULL;

  if (school == KITH_INDEX_NONE)
    {
      g_set_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_SCHOOL,
                   _ ("There is no school in scope with URN %" G_GINT64_FORMAT
                      " at this date. Choose another one, or another date."),
                   draft->options->urn);
      return FALSE;
    }
  for (guint i = 0; i < draft->n_schools; i++)
    spot_of[i] = G_MAXUINT;
  own = list_own (draft, school, assemblies);
  draft->centre_spot = 0;
  add_spot (draft, spot_of, school,
            draft->options->layout == KITH_MAP_RADIAL ? KITH_STAND_CENTRE
                                                      : get_stand (draft, school, TRUE),
            draft->is_small ? RANK_MIDDLE_SMALL : RANK_MIDDLE);
  for (guint i = 0; i < own->len; i++)
    add_arrangement (draft, spot_of, school, &g_array_index (own, Own, i));
  if (draft->options->layout == KITH_MAP_RADIAL)
    add_far (draft, spot_of);
  else
    add_others (draft, spot_of, school);
  for (guint i = 0; draft->layout == NULL && i < draft->n_schools; i++)
    if (spot_of[i] == G_MAXUINT)
      add_spot (draft, spot_of, i, KITH_STAND_CONTEXT, 0);
  write_words (draft, school, own, assemblies->str);
  return TRUE;
}

const KithMapSteps kith_map_school_steps = { collect, kith_map_draw_groups,
                                             kith_map_fill_network_column };
