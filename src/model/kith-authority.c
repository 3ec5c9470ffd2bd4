/* kith-authority.c: telling authorities by code and by name
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-authority.h"

#include <string.h>

/* Words around the name proper, longer before shorter. */
static const char *const before[] = {
  "the royal borough of ",
  "royal borough of ",
  "london borough of ",
  "metropolitan borough of ",
  "the city of ",
  "city of ",
  "county of ",
  "borough of ",
  "county ",
  "the ",
};
static const char *const after[] = {
  " metropolitan borough council",
  " metropolitan district council",
  " county council",
  " city council",
  " borough council",
  " council",
  ", city of",
  ", county of",
  ", royal borough of",
};

/**
 * kith_authority_dup_key:
 * @name: (nullable): "Bristol, City of", "Bristol City Council", "County Durham" …
 *
 * What the spellings of one authority's name have in common, in GIAS, with ONS and among
 * officers.
 *
 * Returns: (transfer full): the key, empty for a blank name
 */
char *
kith_authority_dup_key (const char *name)
{
  char *key = kith_text_dup_key (name);
  gsize length = strlen (key);

  for (guint a = 0; a < G_N_ELEMENTS (after); a++)
    if (length > strlen (after[a]) && g_str_has_suffix (key, after[a]))
      {
        length -= strlen (after[a]);
        key[length] = '\0';
      }
  for (guint b = 0; b < G_N_ELEMENTS (before); b++)
    if (length > strlen (before[b]) && g_str_has_prefix (key, before[b]))
      {
        length -= strlen (before[b]);
        memmove (key, key + strlen (before[b]), length + 1);
        break;
      }
  return key;
}

/**
 * kith_ledger_find_authority:
 * @gss: (nullable): a code such as E08000001
 * @name: (nullable): a name, in any of its spellings
 *
 * By code where the register has one, else by name. Cost: O(authorities).
 *
 * Returns: the authority's code, or %KITH_INT_NONE where there is none, or names fit several
 */
gint64
kith_ledger_find_authority (const KithLedger *ledger, const char *gss, const char *name)
{
  gsize n;
  const KithAuthority *authorities = kith_ledger_get_rows (ledger, KITH_TABLE_AUTHORITY, &n);
  g_autofree char *key = kith_authority_dup_key (name);
  gint64 found = KITH_INT_NONE;

  for (gsize i = 0; gss != NULL && i < n; i++)
    if (g_strcmp0 (authorities[i].gss, gss) == 0)
      return authorities[i].code;
  for (gsize i = 0; key[0] != '\0' && i < n; i++)
    {
      g_autofree char *other = kith_authority_dup_key (authorities[i].name);

      if (strcmp (other, key) != 0)
        continue;
      if (found != KITH_INT_NONE)
        return KITH_INT_NONE;
      found = authorities[i].code;
    }
  return found;
}

/**
 * kith_boundary_find_authority:
 * @ledger: what the register says
 *
 * Outlines may be read before the schools that tell of authorities: then la is not recorded,
 * and the outline's code or name tells.
 *
 * Returns: the code of the authority whose outline it is, or %KITH_INT_NONE
 */
gint64
kith_boundary_find_authority (const KithBoundary *boundary, const KithLedger *ledger)
{
  if (boundary->la != KITH_INT_NONE)
    return boundary->la;
  if (g_strcmp0 (boundary->level, "authority") != 0)
    return KITH_INT_NONE;
  return kith_ledger_find_authority (ledger, boundary->gss, boundary->name);
}
