/* kith-parameter.c: the parameters of METHODS in words, for those who set them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-parameter.h"

#include "kith-kind.h"
#include "kith-settings.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *key;
  KithParameterGroup group;
  const char *title, *meaning;
} Words;

static const Words words[] = {
  { "scope.independent", KITH_PARAMETER_SCOPE, N_ ("Independent schools"),
    N_ ("They are listed, and have findings, like state schools") },
  { "scope.colleges", KITH_PARAMETER_SCOPE, N_ ("Colleges"),
    N_ ("They are listed, and have findings, like schools") },
  { "neighbours.count", KITH_PARAMETER_NEAR, N_ ("Nearest schools looked at"),
    N_ ("Schools of the same phase, for “odd one out”") },
  { "neighbours.metres", KITH_PARAMETER_NEAR, N_ ("Neighbours are within"), N_ ("Metres") },
  { "neighbours.least", KITH_PARAMETER_NEAR, N_ ("Too few neighbours below"),
    N_ ("Schools: with fewer, rules that need neighbours say nothing") },
  { "local.metres", KITH_PARAMETER_NEAR, N_ ("A link is local within"), N_ ("Metres") },
  { "local.authority-metres", KITH_PARAMETER_NEAR, N_ ("An authority is local throughout up to"),
    N_ ("Metres between any two of its schools") },
  { "rivals.metres-primary", KITH_PARAMETER_NEAR, N_ ("Primary rivals are closer than"),
    N_ ("Metres; nursery schools too") },
  { "rivals.metres-secondary", KITH_PARAMETER_NEAR, N_ ("Secondary rivals are closer than"),
    N_ ("Metres; all-through schools too") },
  { "rivals.nearest", KITH_PARAMETER_NEAR, N_ ("Rivals are among the nearest"),
    N_ ("Schools; 0 for every one within the distance") },
  { "live.recency", KITH_PARAMETER_LIVE, N_ ("A membership is live from"),
    N_ ("Share of its strength that is left; each half-life halves it") },
  { "live.unrecorded", KITH_PARAMETER_LIVE, N_ ("Strength where nothing is dated"),
    N_ ("Share, for a membership that no record touches") },
  { "assembly.schools", KITH_PARAMETER_LIVE, N_ ("An assembly has more schools than"),
    N_ ("It ties no two of them") },
  { "radar.amber", KITH_PARAMETER_RADAR, N_ ("Amber beyond"),
    N_ ("Times the school’s usual gap between contacts") },
  { "radar.red", KITH_PARAMETER_RADAR, N_ ("Red beyond"),
    N_ ("Times the school’s usual gap between contacts") },
  { "radar.days", KITH_PARAMETER_RADAR, N_ ("Red in any case beyond"), N_ ("Counted days") },
  { "radar.usual-days", KITH_PARAMETER_RADAR, N_ ("Usual gap where contacts are too few"),
    N_ ("Days") },
  { "radar.least-days", KITH_PARAMETER_RADAR, N_ ("A usual gap is at least"), N_ ("Days") },
  { "radar.gaps", KITH_PARAMETER_RADAR, N_ ("Gaps that make the usual one"),
    N_ ("The last so many; their median") },
  { "radar.new-days", KITH_PARAMETER_RADAR, N_ ("A school counts as new for"),
    N_ ("Days, in which nobody need have met it") },
  { "radar.record-months", KITH_PARAMETER_RADAR, N_ ("An officer’s record counts for"),
    N_ ("Months, before “no contact recorded” is red") },
  { "radar.peer-months", KITH_PARAMETER_RADAR, N_ ("Its authority’s contacts are those of"),
    N_ ("Months, before “no contact recorded” is red") },
  { "radar.peer-share", KITH_PARAMETER_RADAR, N_ ("Its authority’s schools that have one"),
    N_ ("Share of them, from which “no contact recorded” is red") },
  { "orphaned.months", KITH_PARAMETER_TRUSTS, N_ ("Orphaned: it left within"), N_ ("Months") },
  { "shunted.changes", KITH_PARAMETER_TRUSTS, N_ ("Shunted from so many changes of trust"), NULL },
  { "shunted.months", KITH_PARAMETER_TRUSTS, N_ ("Shunted: changes within"), N_ ("Months") },
  { "cut-off.schools", KITH_PARAMETER_WHOLE, N_ ("Cut off in a group of fewer than"),
    N_ ("Schools") },
  { "cut-off.share", KITH_PARAMETER_WHOLE, N_ ("… while another group holds more than"),
    N_ ("Share of those in scope") },
  { "thread.days", KITH_PARAMETER_WHOLE, N_ ("Hangs by a thread that ends within"), N_ ("Days") },
  { "repair.minutes", KITH_PARAMETER_WHOLE, N_ ("New links are no further than"),
    N_ ("Minutes of travel") },
  { "vulnerable.sd", KITH_PARAMETER_RESULTS, N_ ("Vulnerable from below the mean by"),
    N_ ("Standard deviations") },
  { "vulnerable.values", KITH_PARAMETER_RESULTS, N_ ("A mean needs at least"),
    N_ ("Schools with results") },
  { "suppressed.cohort", KITH_PARAMETER_RESULTS, N_ ("Results are shown from cohorts of"),
    N_ ("Pupils") },
  { "engaged.months", KITH_PARAMETER_WORK, N_ ("Engaged: a contact within"), N_ ("Months") },
  { "patch.share", KITH_PARAMETER_WORK, N_ ("A patch holds so much of the members"),
    N_ ("Share, where no patch is recorded") },
  { "lapse.days", KITH_PARAMETER_WORK, N_ ("Told that it lapses within"), N_ ("Days") },
  { "talk.meetings", KITH_PARAMETER_WORK, N_ ("Meetings only: from"), N_ ("Meetings") },
  { "talk.months", KITH_PARAMETER_WORK, N_ ("Meetings only: within"), N_ ("Months") },
  { "one-way.visits", KITH_PARAMETER_WORK, N_ ("One way: from"), N_ ("Visits") },
  { "one-way.months", KITH_PARAMETER_WORK, N_ ("One way: within"), N_ ("Months") },
};

static const char *const groups[KITH_N_PARAMETER_GROUPS] = {
  [KITH_PARAMETER_SCOPE] = N_ ("In scope"),
  [KITH_PARAMETER_NEAR] = N_ ("Neighbours, local links and rivals"),
  [KITH_PARAMETER_LIVE] = N_ ("Live memberships"),
  [KITH_PARAMETER_RADAR] = N_ ("Off the radar"),
  [KITH_PARAMETER_TRUSTS] = N_ ("Orphaned and shunted"),
  [KITH_PARAMETER_WHOLE] = N_ ("The whole system"),
  [KITH_PARAMETER_RESULTS] = N_ ("Results"),
  [KITH_PARAMETER_WORK] = N_ ("What arrangements do"),
  [KITH_PARAMETER_WEIGHTS] = N_ ("Weight of a tie"),
  [KITH_PARAMETER_HALF_LIVES] = N_ ("Half-life of a membership"),
};

static void
add_parameter (
    GPtrArray *list, char *key, KithParameterGroup group, const char *title, const char *meaning)
{
  KithParameter *self = g_new0 (KithParameter, 1);

  self->key = key;
  self->group = group;
  self->title = g_strdup (title);
  self->meaning = g_strdup (meaning);
  if (!kith_settings_find_range (key, self))
    g_assert_not_reached ();
  g_ptr_array_add (list, self);
}

/**
 * kith_parameter_list:
 *
 * Returns: (transfer full) (element-type KithParameter): every parameter that is a number, by group
 */
GPtrArray *
kith_parameter_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_parameter_free);

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    add_parameter (list, g_strdup (words[w].key), words[w].group, _ (words[w].title),
                   words[w].meaning != NULL ? _ (words[w].meaning) : NULL);
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_kind_is_link ((KithKind)k))
      {
        const KithKindInfo *info = kith_kind_get_info ((KithKind)k);

        add_parameter (list, g_strdup_printf ("kind.%s.weight", info->key), KITH_PARAMETER_WEIGHTS,
                       _ (info->words), NULL);
      }
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (!kith_kind_is_standing ((KithKind)k))
      {
        const KithKindInfo *info = kith_kind_get_info ((KithKind)k);

        add_parameter (list, g_strdup_printf ("kind.%s.half-life", info->key),
                       KITH_PARAMETER_HALF_LIVES, _ (info->words), _ ("Days"));
      }
  return list;
}

/**
 * kith_parameter_dup_title:
 * @key: of a parameter
 *
 * Returns: (transfer full): what people call it, with what it is about: "Off the radar: red
 *   beyond"; its key where it has no words
 */
char *
kith_parameter_dup_title (const char *key)
{
  g_autoptr (GPtrArray) list = kith_parameter_list ();

  for (guint p = 0; p < list->len; p++)
    {
      const KithParameter *parameter = list->pdata[p];

      if (strcmp (parameter->key, key) == 0)
        return g_strdup_printf ("%s: %s", kith_parameter_get_group_words (parameter->group),
                                parameter->title);
    }
  return g_strdup (strcmp (key, "home") == 0 ? _ ("Home authorities") : key);
}

/**
 * kith_parameter_get_group_words:
 *
 * Returns: (transfer none): for people
 */
const char *
kith_parameter_get_group_words (KithParameterGroup group)
{
  return _ (groups[group]);
}

/**
 * kith_parameter_free:
 * @self: (transfer full) (nullable): a parameter
 */
void
kith_parameter_free (KithParameter *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->title);
  g_free (self->meaning);
  g_free (self);
}
