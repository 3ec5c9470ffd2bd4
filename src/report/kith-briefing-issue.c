/* kith-briefing-issue.c: what a briefing said when it was issued
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-issue.h"

#include <glib/gi18n.h>
#include <string.h>

#define SCHOOLS "\"schools\":{"

/* {"schools":{"100001":"1","100002":"U"}}: the tier of each school on the roll */
static char *
dup_summary (KithRoll *roll)
{
  GString *json = g_string_new ("{" SCHOOLS);
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (roll), &(guint){ 0 });
  guint n;
  const KithRollRow *rows = kith_roll_get_rows (roll, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s\"%" G_GINT64_FORMAT "\":\"%s\"", i == 0 ? "" : ",",
                            schools[rows[i].school].record->urn, kith_tier_get_key (rows[i].tier));
  g_string_append (json, "}}");
  return g_string_free (json, FALSE);
}

/**
 * kith_briefing_make_issue:
 * @roll: that the paper tells of, as at the day on which it is issued
 * @audience: who reads it
 * @document: the paper
 * @file: as it is given out
 * @what: (out) (transfer full): for the journal
 *
 * Keeps what the paper said of each school, so that the next can tell what has changed, and the
 * SHA-256 of the file.
 *
 * Returns: (transfer full): one row of table briefing
 */
KithChangeset *
kith_briefing_make_issue (
    KithRoll *roll, KithAudience audience, const KithDocument *document, GBytes *file, char **what)
{
  KithNetwork *network = kith_roll_get_network (roll);
  KithChangeset *changes = kith_changeset_new (kith_network_get_ledger (network));
  g_autofree char *summary = dup_summary (roll);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file);
  KithBriefing row;

  kith_row_clear (KITH_TABLE_BRIEFING, &row);
  row.id = kith_changeset_take_key (changes, KITH_TABLE_BRIEFING);
  row.issued = kith_network_get_date (network);
  row.audience = kith_audience_get_key (audience);
  row.title = kith_changeset_keep_text (changes, kith_document_get_title (document), -1);
  row.summary = kith_changeset_keep_text (changes, summary, -1);
  row.sha256 = kith_changeset_keep_text (changes, sha256, -1);
  kith_changeset_put (changes, KITH_TABLE_BRIEFING, &row);
  *what = g_strdup_printf (_ ("Briefing issued: %s, for %s"), row.title,
                           kith_briefing_get_reader (audience));
  return changes;
}

/**
 * kith_briefing_find_issued:
 * @audience: who read it
 * @as_at: the day
 *
 * Returns: (transfer none) (nullable): the last that was issued to them before that day
 */
const KithBriefing *
kith_briefing_find_issued (KithLedger *ledger, KithAudience audience, KithDate as_at)
{
  const KithBriefing *last = NULL;
  gsize n;
  const KithBriefing *rows = kith_ledger_get_rows (ledger, KITH_TABLE_BRIEFING, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (rows[i].audience, kith_audience_get_key (audience)) == 0 &&
        rows[i].issued < as_at && (last == NULL || rows[i].issued >= last->issued))
      last = &rows[i];
  return last;
}

static gboolean
find_tier (const char *key, gsize length, KithTier *tier)
{
  for (guint t = 0; t < KITH_N_TIERS; t++)
    if (strlen (kith_tier_get_key (t)) == length &&
        strncmp (kith_tier_get_key (t), key, length) == 0)
      {
        *tier = t;
        return TRUE;
      }
  return FALSE;
}

/**
 * kith_briefing_read_tiers:
 * @issued: a row
 *
 * Returns: (transfer full) (element-type gint64 KithTier): the tier of each school as it was told
 *   then; one that is not written as it should be is left out
 */
GHashTable *
kith_briefing_read_tiers (const KithBriefing *issued)
{
  GHashTable *tiers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const char *at = issued->summary == NULL ? NULL : strstr (issued->summary, SCHOOLS);

  at = at == NULL ? NULL : at + strlen (SCHOOLS);
  while (at != NULL && *at == '"')
    {
      char *end;
      gint64 urn = g_ascii_strtoll (at + 1, &end, 10);
      const char *key = g_str_has_prefix (end, "\":\"") ? end + 3 : NULL;
      const char *close = key == NULL ? NULL : strchr (key, '"');
      KithTier tier;

      if (close == NULL)
        break;
      if (find_tier (key, (gsize)(close - key), &tier))
        g_hash_table_insert (tiers, g_memdup2 (&urn, sizeof urn), GUINT_TO_POINTER (tier));
      at = close[1] == ',' ? close + 2 : NULL;
    }
  return tiers;
}
