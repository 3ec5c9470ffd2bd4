/* kith-finding-orphaned.c: it left its trust, federation or partnership, and is in none now
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-strengths.h"
#include "kith-trust-moves.h"

#include <glib/gi18n.h>

/* A membership that ended last, and when. */
typedef struct
{
  const KithMembership *row;
  const KithArrangement *in;
  KithDate ended;
} Ended;

/* Trust, federation, or area or learning partnership. */
static gboolean
is_house (KithKind kind)
{
  return kith_trust_moves_is_trust (kind) || kind == KITH_KIND_FEDERATION ||
         kind == KITH_KIND_AREA_PARTNERSHIP || kind == KITH_KIND_LEARNING_PARTNERSHIP;
}

static gboolean
is_in_any (const KithRecord *record, guint school)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    if (is_house (record
                      ->arrangements[kith_network_get_member (record->network, memberships[m])
                                         ->arrangement]
                      .kind))
      return TRUE;
  return FALSE;
}

/* Of those that have ended, on whatever day, the last one. */
static Ended
find_ended (const KithRecord *record, gint64 urn)
{
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  Ended last = { NULL, NULL, KITH_DATE_UNKNOWN };
  guint n;
  const guint *found = kith_row_index_find (record->memberships, urn, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *row = &rows[found[m]];
      const KithArrangement *in =
          kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, row->arrangement_id);
      KithSpan span;

      if (in == NULL || !is_house (record->kinds[in - arrangements]))
        continue;
      span = kith_span_of_membership (row, record->spans[in - arrangements]);
      if (span.from < span.until && span.until <= record->as_at && span.until > last.ended)
        last = (Ended){ row, in, span.until };
    }
  return last;
}

/* The row that says that it is seeking a trust; NULL where none holds. */
static const KithNeed *
find_need (const KithRecord *record, gint64 urn)
{
  guint n;
  const KithNeeded *needs = kith_strengths_get_needs (record->strengths, urn, &n);

  for (guint i = 0; i < n; i++)
    if (kith_strengths_is_trust (record->strengths, needs[i].area))
      return needs[i].record;
  return NULL;
}

static void
say_ended (const KithRecord *record, const Ended *ended, const char *name, KithWording *wording)
{
  const char *in = kith_record_name_row (record, ended->in);
  char day[KITH_DATE_TEXT_SIZE + 8], after[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (wording, _ ("%s is in no trust, federation or partnership at present."), name);
  kith_date_format (ended->ended, KITH_DATE_LONG, day);
  if (ended->ended != ended->row->left_date)
    kith_wording_add (wording, _ ("%s, which it was in, ended on %s."), in, day);
  else if (ended->row->left_after != KITH_DATE_UNKNOWN)
    kith_wording_add (wording, _ ("Its membership of %s ended between %s and %s."), in,
                      kith_date_format (ended->row->left_after, KITH_DATE_LONG, after), day);
  else
    kith_wording_add (wording, _ ("Its membership of %s ended on %s."), in, day);
}

static void
say_ended_evidence (const Ended *ended, KithWording *wording)
{
  char day[KITH_DATE_TEXT_SIZE + 8], after[KITH_DATE_TEXT_SIZE + 8];

  if (ended->ended == ended->row->left_date && ended->row->left_after != KITH_DATE_UNKNOWN)
    kith_wording_add (wording, _ ("The list of %s has it as a member; that of %s has not."),
                      kith_date_format (ended->row->left_after, KITH_DATE_LONG, after),
                      kith_date_format (ended->ended, KITH_DATE_LONG, day));
  kith_wording_add (wording, "%s",
                    _ ("Area and learning partnerships stand in no published file: one that "
                       "nobody recorded is not known here."));
}

/* A school that another follows may be closed by a newer file: then it is no longer asked about. */
static void
say_successors (const KithRecord *record, gint64 urn, KithWording *wording)
{
  gsize n;
  const KithSchoolLink *links = kith_ledger_get_rows (record->ledger, KITH_TABLE_SCHOOL_LINK, &n);

  for (gsize l = 0; l < n; l++)
    if (links[l].urn == urn && links[l].date <= record->as_at && links[l].kind != NULL &&
        g_ascii_strncasecmp (links[l].kind, "Successor", 9) == 0)
      kith_wording_add (wording,
                        _ ("On record, %s (URN %" G_GINT64_FORMAT ") follows it: a newer schools "
                           "file may say that it closed."),
                        links[l].name != NULL ? links[l].name : _ ("a school without a name"),
                        links[l].link_urn);
}

static void
say_need (const KithNeed *need, const char *name, gboolean is_first, KithWording *wording)
{
  char day[KITH_DATE_TEXT_SIZE + 8];

  if (is_first)
    kith_wording_add (wording, _ ("%s is seeking a trust"), name);
  else
    kith_wording_add (wording, "%s", _ ("It is seeking a trust"));
  if (need->date == KITH_DATE_UNKNOWN)
    kith_wording_join (wording, "%s", _ (", recorded on a day that is not known."));
  else
    kith_wording_join (wording, _ (", recorded on %s."),
                       kith_date_format (need->date, KITH_DATE_LONG, day));
}

static void
say_need_evidence (const KithNeed *need, KithWording *wording)
{
  if (need->level != NULL)
    kith_wording_add (wording, _ ("Its need has level %s."), need->level);
  else
    kith_wording_add (wording, "%s", _ ("The level of its need is not recorded."));
}

/* The last membership that ended stands in it also when that is too long ago to count: so the
   basis stays the same as days pass. */
static void
add_basis (const Ended *ended, const KithNeed *need, KithWording *wording)
{
  kith_wording_join (wording, "red");
  if (ended->row != NULL)
    kith_wording_join (wording, ";left:%" G_GINT64_FORMAT ":%u", ended->in->id, ended->ended);
  if (need != NULL)
    kith_wording_join (wording, ";seeking:%u:%s", need->date,
                       need->level != NULL ? need->level : "");
}

/**
 * kith_find_orphaned:
 *
 * METHODS, finding 5. A membership that ended on a day that nobody knows is no finding.
 */
gboolean
kith_find_orphaned (const KithRecord *record,
                    guint school,
                    KithWording *wording,
                    KithFinding *finding)
{
  gint64 urn = record->schools[school].record->urn;
  const char *name = kith_record_get_name (record, school);
  const KithNeed *need = find_need (record, urn);
  Ended ended = { NULL, NULL, KITH_DATE_UNKNOWN };
  gboolean is_left;

  if (!is_in_any (record, school))
    ended = find_ended (record, urn);
  is_left =
      ended.row != NULL &&
      ended.ended > kith_date_add_months (record->as_at, -(int)record->settings->orphaned_months);
  if (!is_left && need == NULL)
    return FALSE;
  finding->severity = KITH_SEVERITY_RED;
  finding->chip = _ ("Orphaned");
  if (is_left)
    {
      finding->arrangement_id = ended.in->id;
      say_ended (record, &ended, name, wording);
    }
  if (need != NULL)
    say_need (need, name, !is_left, wording);
  finding->sentence = kith_wording_keep (wording);
  if (is_left)
    {
      say_ended_evidence (&ended, wording);
      say_successors (record, urn, wording);
    }
  if (need != NULL)
    say_need_evidence (need, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears =
      !is_left       ? _ ("The need recorded as met, once it is in a trust or seeks none.")
      : need == NULL ? _ ("A trust, a federation or an area or learning partnership, recorded.")
                     : _ ("Its new trust, recorded as a membership, and the need recorded as met.");
  add_basis (&ended, need, wording);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}
