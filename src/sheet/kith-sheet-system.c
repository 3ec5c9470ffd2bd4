/* kith-sheet-system.c: the map of the whole system
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Names: tier 1 must have one; while no school is in tier 1, tier 2 has as many as fit well. */
#define RANK_ACT_NOW 100.0
#define RANK_LOOK_IN 8.0
#define RANK_LOOK_IN_FEW 30.0
#define FEW 25

static const char *const notes[] = {
  N_ ("vulnerable, and isolated or off the radar"),
  N_ ("something serious on record"),
  N_ ("something to keep an eye on"),
  N_ ("nobody has asked yet"),
  N_ ("nothing to report"),
};

/* schools of an authority by tier */
typedef struct
{
  gint64 la;
  const char *name;
  guint n_schools;
  guint n_by_tier[KITH_N_TIERS];
} Authority;

static KithInk
get_tier_ink (KithTier tier)
{
  static const KithRole roles[] = { KITH_ROLE_T1, KITH_ROLE_T2, KITH_ROLE_T3, KITH_ROLE_TU,
                                    KITH_ROLE_T4 };

  return KITH_INK (roles[tier]);
}

static int
compare_authorities (gconstpointer a, gconstpointer b)
{
  const Authority *p = a, *q = b;
  guint urgent_p = p->n_by_tier[KITH_TIER_ACT_NOW] + p->n_by_tier[KITH_TIER_LOOK_IN];
  guint urgent_q = q->n_by_tier[KITH_TIER_ACT_NOW] + q->n_by_tier[KITH_TIER_LOOK_IN];

  if (urgent_p != urgent_q)
    return urgent_p > urgent_q ? -1 : 1;
  return g_strcmp0 (p->name, q->name);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static GArray *
count_authorities (KithMapDraft *draft)
{
  GArray *authorities = g_array_new (FALSE, TRUE, sizeof (Authority));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_rows;
  const KithRollRow *rows = kith_roll_get_rows (draft->roll, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const gint64 *la = &draft->schools[rows[i].school].record->la;
      gpointer number;
      Authority *authority;

      if (!g_hash_table_lookup_extended (numbers, la, NULL, &number))
        {
          number = GUINT_TO_POINTER (authorities->len);
          g_hash_table_insert (numbers, (gpointer)la, number);
          g_array_append_val (
              authorities, ((Authority){ .la = *la, .name = kith_map_get_authority (draft, *la) }));
        }
      authority = &g_array_index (authorities, Authority, GPOINTER_TO_UINT (number));
      authority->n_schools++;
      authority->n_by_tier[rows[i].tier]++;
    }
  g_array_sort (authorities, compare_authorities);
  return authorities;
}

/* whether how each school stands is not told to the audience */
static gboolean
hides_tiers (const KithMapDraft *draft)
{
  return !kith_audience_may_see (draft->options->audience, KITH_TOPIC_FINDINGS);
}

static char *
dup_finding (KithMapDraft *draft)
{
  static const char *const words[] = { N_ ("%s to act on now"), N_ ("%s to look in on"),
                                       N_ ("%s to watch"), N_ ("%s that nobody has asked") };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_rows;

  kith_roll_get_rows (draft->roll, &n_rows);
  for (guint tier = 0; tier < G_N_ELEMENTS (words); tier++)
    {
      guint count = kith_roll_count_tier (draft->roll, tier);
      g_autofree char *number = kith_text_dup_count (count);

      if (count > 0)
        g_ptr_array_add (parts, g_strdup_printf (_ (words[tier]), number));
    }
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? kith_text_dup_list ((const char *const *)parts->pdata)
                        : g_strdup_printf (_ ("Nothing to report on %u schools"), n_rows);
}

static void
write_title (KithMapDraft *draft, GArray *authorities)
{
  g_autofree char *n_schools = NULL, *where = NULL;
  guint n_rows;

  kith_roll_get_rows (draft->roll, &n_rows);
  n_schools = kith_text_dup_count (n_rows);
  if (authorities->len > 0 && authorities->len <= 3)
    {
      const char *names[4] = { NULL };

      for (guint i = 0; i < authorities->len; i++)
        names[i] = g_array_index (authorities, Authority, i).name;
      g_qsort_with_data (names, (gint)authorities->len, sizeof *names, compare_names, NULL);
      where = kith_text_dup_list (names);
    }
  else
    where = g_strdup_printf (_ ("%u authorities"), authorities->len);
  draft->title = g_strdup_printf (!hides_tiers (draft) ? _ ("Every school in %s, and how it stands")
                                                       : _ ("Every school in %s"),
                                  where);
  draft->region = g_strdup_printf (
      ngettext ("%s schools in %u authority", "%s schools in %u authorities", authorities->len),
      n_schools, authorities->len);
  draft->finding = hides_tiers (draft)
                       ? g_strdup_printf (ngettext ("%s school", "%s schools", n_rows), n_schools)
                       : dup_finding (draft);
}

/* who has a name on the map; nothing where nobody would */
static const char *
get_name_words (KithMapDraft *draft)
{
  if (hides_tiers (draft))
    return "";
  if (kith_roll_count_tier (draft->roll, KITH_TIER_ACT_NOW) > 0)
    return _ (" Only schools in “act now” are named.");
  if (kith_roll_count_tier (draft->roll, KITH_TIER_LOOK_IN) > 0)
    return _ (" Of “look in”, those are named for whom there is room; the table has all.");
  return "";
}

static void
write_note (KithMapDraft *draft)
{
  const KithSettings *settings = kith_network_get_settings (draft->network);

  if (hides_tiers (draft))
    {
      draft->note =
          g_strdup_printf (_ ("%s Who works with whom is not drawn, for it would tell who "
                              "works with nobody."),
                           kith_audience_tell (draft->options->audience, KITH_TOPIC_FINDINGS));
      return;
    }
  draft->note = g_strdup_printf (
      _ ("A live link has a recency of %.2f or more; where nobody recorded a contact it is taken "
         "as %.2f.%s Lines: each live arrangement as its shortest web.%s"),
      settings->live_recency, settings->unrecorded_recency, get_name_words (draft),
      draft->options->is_sheet && !hides_tiers (draft)
          ? _ (" Bars: share of each authority’s schools, “in touch” left out.")
          : "");
}

static gboolean
collect (KithMapDraft *draft, GError **error)
{
  guint n_rows;
  const KithRollRow *rows = kith_roll_get_rows (draft->roll, &n_rows);
  gboolean names_look_in = kith_roll_count_tier (draft->roll, KITH_TIER_ACT_NOW) == 0;
  g_autoptr (GArray) authorities = count_authorities (draft);

  if (draft->options->layout == KITH_MAP_NETWORK && hides_tiers (draft))
    {
      g_set_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_AUDIENCE,
                   _ ("A network shows which school works with nobody, which this audience is not "
                      "told: %s. Choose another view, or another audience."),
                   kith_audience_get_words (draft->options->audience));
      return FALSE;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      KithTier tier = rows[i].tier;
      KithMapSpot spot = { .school = rows[i].school,
                           .stand = kith_map_get_tier_stand (draft, &rows[i]),
                           .via = G_MAXUINT,
                           .place = draft->schools[rows[i].school].place,
                           .label = G_MAXUINT };

      if (spot.stand == KITH_STAND_PLAIN)
        spot.rank = 0;
      else if (tier == KITH_TIER_ACT_NOW)
        spot.rank = RANK_ACT_NOW;
      else if (tier == KITH_TIER_LOOK_IN && names_look_in)
        spot.rank = kith_roll_count_tier (draft->roll, KITH_TIER_LOOK_IN) <= FEW ? RANK_LOOK_IN_FEW
                                                                                 : RANK_LOOK_IN;
      draft->n_unplaced += kith_map_needs_ground (draft) && !kith_place_is_known (spot.place);
      g_array_append_val (draft->spots, spot);
    }
  write_title (draft, authorities);
  write_note (draft);
  return TRUE;
}

static void
draw_ties (KithMapDraft *draft)
{
  guint n_arrangements;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (draft->network, &n_arrangements);
  g_autofree guint *spot_of = g_new (guint, MAX (1, draft->n_schools));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

  if (hides_tiers (draft))
    return;
  for (guint i = 0; i < draft->n_schools; i++)
    spot_of[i] = G_MAXUINT;
  for (guint i = 0; i < draft->spots->len; i++)
    if (kith_place_is_known (kith_map_get_spot (draft, i)->place))
      spot_of[kith_map_get_spot (draft, i)->school] = i;
  for (guint a = 0; a < n_arrangements; a++)
    {
      if (!arrangements[a].ties || !kith_map_may_show (draft, arrangements[a].kind) ||
          kith_map_is_tie_off (draft, kith_kind_get_info (arrangements[a].kind)->tie))
        continue;
      g_array_set_size (members, 0);
      for (guint m = 0; m < arrangements[a].n_members; m++)
        {
          const KithNetworkMember *member = &arrangements[a].members[m];

          if (member->is_live && member->school != KITH_INDEX_NONE &&
              spot_of[member->school] != G_MAXUINT)
            g_array_append_val (members, spot_of[member->school]);
        }
      kith_map_add_web (draft, (const guint *)members->data, members->len,
                        kith_kind_get_info (arrangements[a].kind)->tie);
    }
  kith_map_draw_web (draft);
}

static void
fill_tiers (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  guint total = 0;

  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    total += draft->counts[tier];
  kith_map_column_heading (column, _ ("Tier"), _ ("Schools"));
  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    {
      KithSign sign = kith_map_make_sign ((KithStand)tier, KITH_PHASE_PRIMARY, KITH_TIE_HUB, 1);
      KithInk ink = get_tier_ink (tier);

      if (draft->counts[tier] > 0)
        kith_map_column_sign (column, &sign, kith_stand_get_words ((KithStand)tier),
                              _ (notes[tier]), draft->counts[tier], &ink,
                              (double)draft->counts[tier] / total);
    }
  kith_map_column_all (column, total);
}

/* one mark for all */
static void
fill_schools (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  KithSign sign = kith_map_make_sign (KITH_STAND_PLAIN, KITH_PHASE_PRIMARY, KITH_TIE_HUB, 1);

  kith_map_column_heading (column, _ ("On the map"), _ ("Schools"));
  kith_map_column_sign (column, &sign, kith_stand_get_words (KITH_STAND_PLAIN), NULL,
                        draft->counts[KITH_STAND_PLAIN], NULL, 0);
  kith_map_column_all (column, draft->counts[KITH_STAND_PLAIN]);
}

/* what stands right of a bar, from the left */
static const double number_columns[] = { -22, -15, -6.5, 0 };

static void
write_number (KithMapColumn *column, guint tier, const char *words, gboolean is_bold, KithRole role)
{
  KithType type = { (role == KITH_ROLE_INK ? 7 : 6.3) * column->k,
                    is_bold ? KITH_WEIGHT_SEMIBOLD : KITH_WEIGHT_REGULAR };

  kith_map_write (column->scene, type, KITH_INK (role), KITH_ANCHOR_END,
                  (KithPoint){ column->x1 + number_columns[tier] * column->k, column->y }, words);
}

static void
draw_authority (KithMapColumn *column, const Authority *authority, double x, double per_part)
{
  double y = column->y;

  for (guint tier = 0; tier < KITH_TIER_IN_TOUCH; tier++)
    {
      double width = per_part * authority->n_by_tier[tier] / authority->n_schools;
      g_autofree char *number = kith_text_dup_count (authority->n_by_tier[tier]);
      KithBox box = { x, y - 2.0 * column->k, x + width, y + 0.1 * column->k };
      KithPaint paint = { .fill = get_tier_ink (tier) };

      /* ask is hollow, watch has its edge */
      if (tier == KITH_TIER_ASK)
        {
          box = kith_box_grow (box, -0.15);
          paint = (KithPaint){ .fill = KITH_INK (KITH_ROLE_LAND),
                               .stroke = KITH_INK (KITH_ROLE_TU),
                               .width = 0.3 };
        }
      if (width > 0.35)
        kith_scene_add_box (column->scene, box, &paint);
      x += width;
      write_number (column, tier, number, tier == KITH_TIER_ACT_NOW, KITH_ROLE_INK);
    }
}

static void
fill_authorities (KithMapColumn *column)
{
  static const char *const heads[] = { N_ ("act"), N_ ("look"), N_ ("watch"), N_ ("ask") };
  g_autoptr (GArray) authorities = count_authorities (column->draft);
  KithType type = { 7 * column->k, KITH_WEIGHT_REGULAR };
  double name_width = 0, longest = 0, x, room;
  guint n_shown = authorities->len;
  double n_fit = floor ((kith_map_column_left (column) - 6 * column->k) / (4.0 * column->k));

  if (authorities->len < 2 || n_fit < 2)
    return;
  if (n_shown > n_fit)
    n_shown = (guint)n_fit - 1;
  for (guint i = 0; i < n_shown; i++)
    {
      const Authority *a = &g_array_index (authorities, Authority, i);
      double share = 1 - (double)a->n_by_tier[KITH_TIER_IN_TOUCH] / (double)MAX (1, a->n_schools);

      name_width =
          MAX (name_width, kith_measure_get_width (column->draft->measure, &type, a->name));
      longest = MAX (longest, share);
    }
  kith_map_column_heading (column, _ ("By authority"), NULL);
  column->y -= 1.8 * column->k;
  for (guint t = 0; t < G_N_ELEMENTS (heads); t++)
    write_number (column, t, _ (heads[t]), FALSE, KITH_ROLE_INK2);
  column->y += 1.4 * column->k;
  x = column->x0 + name_width + 2 * column->k;
  room = column->x1 - 27 * column->k - x;
  for (guint i = 0; i < n_shown; i++)
    {
      const Authority *a = &g_array_index (authorities, Authority, i);

      column->y += 4.0 * column->k;
      kith_map_write (column->scene, type, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_END,
                      (KithPoint){ column->x0 + name_width, column->y }, a->name);
      draw_authority (column, a, x, longest > 0 ? MAX (0, room) / longest : 0);
    }
  if (n_shown < authorities->len)
    {
      guint n_left = authorities->len - n_shown;
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %u more, in the table", "and %u more, in the table", n_left), n_left);

      column->y += 1.0 * column->k;
      kith_map_column_words (column, more);
    }
}

static void
fill_column (KithMapDraft *draft)
{
  KithMapColumn column;
  KithPaint web = { .stroke = KITH_INK_MIX (KITH_ROLE_T4, 0.42, KITH_ROLE_LAND), .width = 0.3 };

  kith_map_column_begin (&column, draft);
  if (hides_tiers (draft))
    fill_schools (&column);
  else
    fill_tiers (&column);
  column.y += 3.5 * column.k;
  kith_map_column_phases (&column);
  if (draft->has_web)
    kith_map_column_line (&column, &web, _ ("live links, as the shortest web"));
  column.y += 4 * column.k;
  if (!hides_tiers (draft))
    fill_authorities (&column);
  kith_map_column_numbers (&column);
  kith_map_column_end (&column);
}

const KithMapSteps kith_map_system_steps = { collect, draw_ties, fill_column };
