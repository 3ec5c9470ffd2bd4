/* kith-map-card.c: what is told of a school on a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-card.h"

#include <glib/gi18n.h>

/* Of the schools that it works with, no more are named. */
#define MOST_NAMED 4

typedef struct
{
  const char *name;
  GPtrArray *lines; /* of texts without markup */
} Card;

static void
clear_card (Card *card)
{
  g_clear_pointer (&card->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, clear_card)

/* its tier, where it is and how many it works with */
static char *
dup_facts (KithRollItem *item)
{
  const KithRollRow *row = kith_roll_item_get_row (item);
  const char *authority = kith_roll_item_get_authority (item);
  g_autofree char *links =
      g_strdup_printf (ngettext ("%u link", "%u links", row->n_links), row->n_links);

  return authority != NULL
             ? g_strdup_printf ("%s · %s · %s", kith_tier_get_words (row->tier), authority, links)
             : g_strdup_printf ("%s · %s", kith_tier_get_words (row->tier), links);
}

static char *
dup_findings (KithRollItem *item)
{
  const KithRollRow *row = kith_roll_item_get_row (item);
  GString *text;

  if (row->n_findings == 0)
    return NULL;
  text = g_string_new (row->findings[0].chip);
  for (guint i = 1; i < row->n_findings; i++)
    g_string_append_printf (text, ", %s", row->findings[i].chip);
  return g_string_free (text, FALSE);
}

/* the schools that it works with, in the order of their URNs */
static char *
dup_tied (KithNetwork *network, guint school)
{
  guint n, n_schools;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n_schools);
  const KithTied *tied = kith_network_get_tied (network, school, &n);
  g_autoptr (GString) names = g_string_new (NULL);

  if (n == 0)
    return NULL;
  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", schools[tied[i].school].record->name);
  if (n <= MOST_NAMED)
    return g_strdup_printf (_ ("Works with %s"), names->str);
  return g_strdup_printf (
      ngettext ("Works with %s and %u more", "Works with %s and %u more", n - MOST_NAMED),
      names->str, n - MOST_NAMED);
}

static void
take_line (Card *card, char *line)
{
  if (line != NULL)
    g_ptr_array_add (card->lines, line);
}

static gboolean
fill_card (Card *card, KithSession *session, gint64 urn)
{
  KithRoll *roll = kith_session_get_roll (session);
  KithNetwork *network = roll != NULL ? kith_roll_get_network (roll) : NULL;
  guint school = network != NULL ? kith_network_find_school (network, urn) : KITH_INDEX_NONE, n;
  g_autoptr (KithRollItem) item = kith_session_find_school (session, urn);

  if (school == KITH_INDEX_NONE)
    return FALSE;
  card->name = kith_network_get_schools (network, &n)[school].record->name;
  card->lines = g_ptr_array_new_with_free_func (g_free);
  if (item != NULL)
    {
      take_line (card, dup_facts (item));
      take_line (card, dup_findings (item));
    }
  take_line (card, dup_tied (network, school));
  return TRUE;
}

/**
 * kith_map_card_dup_markup:
 *
 * Returns: (transfer full) (nullable): a school's name, tier, links and findings, as markup; %NULL
 *   for one that is not in scope
 */
char *
kith_map_card_dup_markup (KithSession *session, gint64 urn)
{
  g_auto (Card) card = { 0 };
  GString *text;
  g_autofree char *name = NULL;

  if (!fill_card (&card, session, urn))
    return NULL;
  name = g_markup_escape_text (card.name, -1);
  text = g_string_new (NULL);
  g_string_append_printf (text, "<b>%s</b>", name);
  for (guint i = 0; i < card.lines->len; i++)
    {
      g_autofree char *line = g_markup_escape_text (card.lines->pdata[i], -1);

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}

/**
 * kith_map_card_dup_words:
 *
 * Returns: (transfer full) (nullable): the same in one line, to be spoken
 */
char *
kith_map_card_dup_words (KithSession *session, gint64 urn)
{
  g_auto (Card) card = { 0 };
  GString *text;

  if (!fill_card (&card, session, urn))
    return NULL;
  text = g_string_new (card.name);
  for (guint i = 0; i < card.lines->len; i++)
    g_string_append_printf (text, ". %s", (const char *)card.lines->pdata[i]);
  return g_string_free (text, FALSE);
}
