/* kith-finding-single-affiliation.c: all its links hang on one house
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-answers.h"
#include "kith-past.h"
#include "kith-trust-moves.h"

#include <glib/gi18n.h>
#include <string.h>

/* What ties a school to others: which arrangements, of which kinds. */
typedef struct
{
  guint n_carrying;
  guint carrier; /* the first */
  gboolean is_own[KITH_N_KINDS];
} Carriers;

/* A trust, sponsor or diocese; one that only the establishment file names has no index. */
typedef struct
{
  KithKind kind;
  const char *name;
  guint index;
} House;

static gboolean
carries (const KithRecord *record, const KithNetworkMember *own)
{
  const KithNetworkArrangement *in = &record->arrangements[own->arrangement];

  if (!in->ties || !own->is_live || !(record->settings->weight[in->kind] > 0))
    return FALSE;
  for (guint m = 0; m < in->n_schools; m++)
    if (&in->members[m] != own && in->members[m].is_live)
      return TRUE;
  return FALSE;
}

static void
find_carriers (const KithRecord *record, guint school, Carriers *carriers)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  *carriers = (Carriers){ 0, KITH_INDEX_NONE, { FALSE } };
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (record->network, memberships[m]);

      if (!carries (record, own))
        continue;
      if (carriers->n_carrying++ == 0)
        carriers->carrier = own->arrangement;
      carriers->is_own[record->arrangements[own->arrangement].kind] = TRUE;
    }
}

static gboolean
is_house (KithKind kind)
{
  return kith_trust_moves_is_trust (kind) || kind == KITH_KIND_SPONSOR || kind == KITH_KIND_DIOCESE;
}

/* The establishment file's own words; NULL where it says that there is none. */
static const char *
read_column (const KithSchool *school, KithKind kind)
{
  const char *text = kind == KITH_KIND_SPONSOR   ? school->sponsors
                     : kind == KITH_KIND_DIOCESE ? school->diocese
                                                 : NULL;

  if (kith_text_is_blank (text) || g_ascii_strcasecmp (text, "Not applicable") == 0 ||
      g_ascii_strcasecmp (text, "Does not apply") == 0)
    return NULL;
  return text;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *one = NULL, *other = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  one = kith_text_dup_key (a);
  other = kith_text_dup_key (b);
  return strcmp (one, other) == 0;
}

/* A sponsor and a diocese go by their name: the establishment file gives no other. */
static gboolean
is_of_house (const KithRecord *record, guint school, const House *house)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      guint index = kith_network_get_member (record->network, memberships[m])->arrangement;
      const KithNetworkArrangement *in = &record->arrangements[index];

      if (index == house->index || (in->kind == house->kind && !kith_kind_is_link (in->kind) &&
                                    is_same_name (in->name, house->name)))
        return TRUE;
    }
  return is_same_name (read_column (record->schools[school].record, house->kind), house->name);
}

static gboolean
is_house_of_all (const KithRecord *record, guint school, const House *house)
{
  guint n;
  const KithTied *tied = kith_network_get_tied (record->network, school, &n);

  for (guint t = 0; t < n; t++)
    if (!is_of_house (record, tied[t].school, house))
      return FALSE;
  return TRUE;
}

/* Trust before sponsor before diocese; FALSE where the school has none that all share. */
static gboolean
find_house (const KithRecord *record, guint school, House *house)
{
  static const KithKind columns[] = { KITH_KIND_SPONSOR, KITH_KIND_DIOCESE };
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      guint index = kith_network_get_member (record->network, memberships[m])->arrangement;
      const KithNetworkArrangement *in = &record->arrangements[index];

      *house = (House){ in->kind, in->name, index };
      if (is_house (in->kind) && is_house_of_all (record, school, house))
        return TRUE;
    }
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      *house = (House){ columns[c], read_column (record->schools[school].record, columns[c]),
                        KITH_INDEX_NONE };
      if (house->name != NULL && is_house_of_all (record, school, house))
        return TRUE;
    }
  return FALSE;
}

/* What the schools tied to it have in common with it. */
static const char *
get_predicate (const Carriers *carriers, const House *house, guint n_links)
{
  if (carriers->n_carrying == 1)
    return g_dngettext (NULL, " does so through %s alone.", " do so through %s alone.", n_links);
  switch (house->kind)
    {
    case KITH_KIND_SPONSOR:
      return g_dngettext (NULL, " has its sponsor, %s.", " have its sponsor, %s.", n_links);
    case KITH_KIND_DIOCESE:
      return g_dngettext (NULL, " is of its diocese, %s.", " are of its diocese, %s.", n_links);
    default:
      return g_dngettext (NULL, " is in its trust, %s.", " are in its trust, %s.", n_links);
    }
}

static void
say_links (const KithRecord *record,
           guint school,
           const Carriers *carriers,
           const House *house,
           KithWording *wording)
{
  const char *name = kith_record_get_name (record, school);
  guint n_links = record->measures[school].n_links;
  char number[KITH_NUMBER_SIZE];

  if (n_links == 1)
    kith_wording_add (wording, _ ("The one school that works with %s"), name);
  else if (n_links == 2)
    kith_wording_add (wording, _ ("Both schools that work with %s"), name);
  else
    kith_wording_add (wording, _ ("All %s schools that work with %s"),
                      kith_number_format (n_links, FALSE, number), name);
  kith_wording_join (wording, get_predicate (carriers, house, n_links),
                     house->name != NULL         ? house->name
                     : carriers->n_carrying == 1 ? _ (kith_kind_get_info (house->kind)->words)
                                                 : _ ("one without a name"));
}

static gboolean
is_recorded (const KithRecord *record, guint school, KithKind kind)
{
  g_autoptr (GArray) past = kith_past_list (record, record->schools[school].record->urn);

  for (guint i = 0; i < past->len; i++)
    if (g_array_index (past, KithPastMembership, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* Whether the school says that it has links of another kind, and nobody recorded any. */
static gboolean
has_unrecorded (const KithRecord *record,
                guint school,
                const Carriers *carriers,
                const KithAnswers *answers)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_kind_is_link ((KithKind)k) && !carriers->is_own[k] &&
        answers->held[k].word == KITH_ANSWER_SOME &&
        kith_answers_get (answers, (KithKind)k).word == KITH_ANSWER_SOME &&
        !is_recorded (record, school, (KithKind)k))
      return TRUE;
  return FALSE;
}

/* The kinds of which the school says that it has none, as a sentence has them; NULL where it
   says so of no other kind. */
static char *
dup_denied (const Carriers *carriers, const KithAnswers *answers)
{
  g_autoptr (GPtrArray) plurals = g_ptr_array_new ();
  gboolean is_every = FALSE;

  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_kind_is_link ((KithKind)k) && !carriers->is_own[k] &&
        kith_answers_get (answers, (KithKind)k).word == KITH_ANSWER_NONE)
      {
        is_every = is_every || answers->held[k].word != KITH_ANSWER_NONE;
        g_ptr_array_add (plurals, (gpointer)_ (kith_kind_get_info ((KithKind)k)->plural));
      }
  if (plurals->len == 0)
    return NULL;
  if (is_every)
    return g_strdup (_ ("every kind of link"));
  g_ptr_array_add (plurals, NULL);
  return kith_text_dup_list ((const char *const *)plurals->pdata);
}

/* Whether anybody has asked about others, in words and as a state. */
static void
say_answers (const KithRecord *record,
             guint school,
             const Carriers *carriers,
             const KithAnswers *answers,
             KithWording *wording,
             KithFinding *finding)
{
  const KithAnswer *every = &answers->held[KITH_EVERY_KIND];
  g_autofree char *denied = dup_denied (carriers, answers);

  finding->severity = KITH_SEVERITY_ASK;
  finding->clears =
      _ ("An answer about its other links, recorded as an enquiry, or another live partnership.");
  if (has_unrecorded (record, school, carriers, answers))
    {
      finding->state = _ ("answered, not recorded");
      finding->clears = _ ("The other partnerships that it has, recorded with their members.");
      kith_wording_add (wording, "%s", _ ("It answered that it has others, and none is recorded."));
    }
  else if (denied != NULL)
    {
      finding->severity = KITH_SEVERITY_AMBER;
      finding->clears = _ ("A live partnership beside this, with schools from elsewhere.");
      kith_wording_add (wording, _ ("Asked about %s, it named no other."), denied);
    }
  else
    {
      finding->state = _ ("nobody has asked about other links");
      kith_wording_add (wording, "%s",
                        every->word == KITH_ANSWER_SOME
                            ? _ ("It answered that it has links, and no other is recorded.")
                        : every->asked != KITH_DATE_UNKNOWN
                            ? _ ("It has not answered yet about other links.")
                            : _ ("Nobody has asked about other links."));
    }
}

static void
say_evidence (const KithRecord *record,
              guint school,
              const Carriers *carriers,
              const KithAnswers *answers,
              KithWording *wording)
{
  guint n, n_idle = 0, n_outside = record->measures[school].n_outside_links;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);
  char number[KITH_NUMBER_SIZE];

  for (guint m = 0; m < n; m++)
    n_idle += kith_kind_is_link (
        record->arrangements[kith_network_get_member (record->network, memberships[m])->arrangement]
            .kind);
  n_idle -= carriers->n_carrying;
  if (n_idle > 0)
    kith_wording_add (wording,
                      g_dngettext (NULL, "%s other membership ties it to nobody at present.",
                                   "%s other memberships tie it to nobody at present.", n_idle),
                      kith_number_format (n_idle, TRUE, number));
  if (n_outside > 0)
    kith_wording_add (wording,
                      g_dngettext (NULL, "It also works with %s school outside this register.",
                                   "It also works with %s schools outside this register.",
                                   n_outside),
                      kith_number_format (n_outside, FALSE, number));
  kith_answers_say (answers, wording);
}

/**
 * kith_find_single_affiliation:
 *
 * METHODS, finding 3. An answer of none about any other kind is enough for amber, unless
 * another says that there are some that nobody recorded.
 */
gboolean
kith_find_single_affiliation (const KithRecord *record,
                              guint school,
                              KithWording *wording,
                              KithFinding *finding)
{
  Carriers carriers;
  KithAnswers answers;
  House house;

  if (record->measures[school].n_links == 0)
    return FALSE;
  find_carriers (record, school, &carriers);
  house = (House){ record->arrangements[carriers.carrier].kind,
                   record->arrangements[carriers.carrier].name, carriers.carrier };
  if (carriers.n_carrying > 1 && !find_house (record, school, &house))
    return FALSE;
  kith_answers_read (&answers, record->ledger, record->enquiries,
                     record->schools[school].record->urn, record->as_at);
  finding->chip = _ ("One affiliation");
  if (house.index != KITH_INDEX_NONE && record->arrangements[house.index].record != NULL)
    finding->arrangement_id = record->arrangements[house.index].record->id;
  say_links (record, school, &carriers, &house, wording);
  say_answers (record, school, &carriers, &answers, wording, finding);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, school, &carriers, &answers, wording);
  finding->evidence = kith_wording_keep (wording);
  kith_wording_join (wording, "%s;%s;%u:%s", kith_severity_get_key (finding->severity),
                     finding->state != NULL ? finding->state : "", house.kind,
                     house.name != NULL ? house.name : "");
  kith_answers_add_basis (&answers, wording);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}
