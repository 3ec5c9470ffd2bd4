/* test-repair.c: the fewest new links, against every choice there is
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-repair-private.h"
#include "kith-span.h"
#include "ledger-plan.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))
#define FIRST_URN 100001
#define MOST_SCHOOLS 8
#define MOST_GROUPS 5
#define MOST_CHOICES 13

typedef enum
{
  HUB,     /* can be joined */
  TRUST,   /* ties, and is not joined */
  PAIRING, /* for two */
  ENDING,  /* a hub that ends soon */
  N_TYPES,
} Type;

/* A small system, kept apart from the register that is made of it. */
typedef struct
{
  guint n, n_groups;
  double x[MOST_SCHOOLS]; /* km; NAN: not placed */
  double y[MOST_SCHOOLS];
  gboolean is_home[MOST_SCHOOLS];
  gboolean is_excluded[MOST_SCHOOLS];
  gboolean are_rivals[MOST_SCHOOLS][MOST_SCHOOLS];
  gboolean is_refused[MOST_SCHOOLS][MOST_SCHOOLS]; /* as a pair */
  Type type[MOST_GROUPS];
  int capacity[MOST_GROUPS];                     /* −1: not recorded */
  int lead[MOST_GROUPS];                         /* −1: none */
  char member[MOST_GROUPS][MOST_SCHOOLS];        /* 'l' live, 'f' faded, 0 */
  gboolean is_barred[MOST_GROUPS][MOST_SCHOOLS]; /* refused as a member */
  double minutes;
  guint assembly;
  gboolean has_pairings, has_joinings;
} Trial;

/* A pairing of a and b, or a joining of group g by a. */
typedef struct
{
  guint a, b, g;
  gboolean is_pairing;
} Choice;

/* First as few isolated, then as few hanging, then as few links. */
typedef struct
{
  guint n_isolated, n_hanging, n_links;
} Outcome;

static double
get_minutes (const Trial *trial, guint a, guint b)
{
  double far = hypot (trial->x[a] - trial->x[b], trial->y[a] - trial->y[b]);

  return far * 1.3 / 40 * 60;
}

static guint
count_members (const Trial *trial, guint g, char only)
{
  guint n = 0;

  for (guint i = 0; i < trial->n; i++)
    n += trial->member[g][i] != 0 && (only == 0 || trial->member[g][i] == only);
  return n;
}

static gboolean
is_assembly (const Trial *trial, guint g)
{
  return trial->type[g] != TRUST && count_members (trial, g, 0) > trial->assembly;
}

static gboolean
are_tied (const Trial *trial, guint a, guint b)
{
  for (guint g = 0; g < trial->n_groups; g++)
    if (!is_assembly (trial, g) && trial->member[g][a] == 'l' && trial->member[g][b] == 'l')
      return TRUE;
  return FALSE;
}

static guint
count_carriers (const Trial *trial, guint i)
{
  guint n = 0;

  for (guint g = 0; g < trial->n_groups; g++)
    n += !is_assembly (trial, g) && trial->member[g][i] == 'l' && count_members (trial, g, 'l') > 1;
  return n;
}

/* 0 isolated, 1 hanging on one link, 2 neither */
static guint
get_standing (const Trial *trial, guint i)
{
  guint n_tied = 0;

  for (guint j = 0; j < trial->n; j++)
    n_tied += j != i && are_tied (trial, i, j);
  return MIN (2, MIN (n_tied, count_carriers (trial, i)));
}

static Outcome
judge (const Trial *trial, guint n_links)
{
  Outcome outcome = { .n_links = n_links };

  for (guint i = 0; i < trial->n; i++)
    if (trial->is_home[i] && !trial->is_excluded[i])
      {
        guint standing = get_standing (trial, i);

        outcome.n_isolated += standing == 0;
        outcome.n_hanging += standing < 2;
      }
  return outcome;
}

static int
compare_outcomes (Outcome a, Outcome b)
{
  if (a.n_isolated != b.n_isolated)
    return a.n_isolated < b.n_isolated ? -1 : 1;
  if (a.n_hanging != b.n_hanging)
    return a.n_hanging < b.n_hanging ? -1 : 1;
  return (a.n_links > b.n_links) - (a.n_links < b.n_links);
}

static gboolean
may_pair (const Trial *trial, guint a, guint b)
{
  for (guint g = 0; g < trial->n_groups; g++)
    if (trial->type[g] == PAIRING && trial->member[g][a] != 0 && trial->member[g][b] != 0)
      return FALSE;
  return trial->has_pairings && !trial->is_excluded[a] && !trial->is_excluded[b] &&
         !trial->are_rivals[a][b] && !trial->is_refused[a][b] && !are_tied (trial, a, b) &&
         get_minutes (trial, a, b) <= trial->minutes;
}

static gboolean
may_join (const Trial *trial, guint i, guint g)
{
  gboolean is_new = FALSE, is_near = FALSE;

  if (!trial->has_joinings || trial->type[g] != HUB || trial->member[g][i] != 0 ||
      trial->is_excluded[i] || trial->is_barred[g][i] ||
      count_members (trial, g, 0) >= trial->assembly ||
      (trial->capacity[g] >= 0 && count_members (trial, g, 0) >= (guint)trial->capacity[g]))
    return FALSE;
  for (guint j = 0; j < trial->n; j++)
    if (trial->member[g][j] == 'l')
      {
        is_new = is_new || !are_tied (trial, i, j);
        is_near = is_near || get_minutes (trial, i, j) <= trial->minutes;
      }
  if (trial->lead[g] >= 0 && !isnan (trial->x[trial->lead[g]]))
    is_near = get_minutes (trial, i, (guint)trial->lead[g]) <= trial->minutes;
  return is_new && is_near;
}

static guint
list_choices (const Trial *trial, Choice choices[64])
{
  guint n = 0;

  for (guint a = 0; a < trial->n; a++)
    for (guint b = a + 1; b < trial->n; b++)
      if (may_pair (trial, a, b))
        choices[n++] = (Choice){ a, b, 0, TRUE };
  for (guint i = 0; i < trial->n && n < 40; i++)
    for (guint g = 0; g < trial->n_groups; g++)
      if (may_join (trial, i, g))
        choices[n++] = (Choice){ i, 0, g, FALSE };
  return n;
}

/* With some of the choices; FALSE where there is no room for all. */
static gboolean
apply (const Trial *trial, const Choice *choices, guint chosen, Trial *after)
{
  *after = *trial;
  for (guint c = 0; chosen >> c != 0; c++)
    {
      const Choice *choice = &choices[c];

      if ((chosen >> c & 1) == 0 || choice->is_pairing)
        continue;
      if (!may_join (trial, choice->a, choice->g) ||
          count_members (after, choice->g, 0) >= trial->assembly ||
          (trial->capacity[choice->g] >= 0 &&
           count_members (after, choice->g, 0) >= (guint)trial->capacity[choice->g]))
        return FALSE;
      after->member[choice->g][choice->a] = 'l';
    }
  return TRUE;
}

/* Pairings have no room in the arrays of groups: counted apart. */
static Outcome
judge_with (const Trial *after, const Choice *choices, guint chosen)
{
  Outcome outcome = { .n_links = (guint)__builtin_popcount (chosen) };

  for (guint i = 0; i < after->n; i++)
    {
      guint n_carriers = count_carriers (after, i), n_tied = 0, least;

      if (!after->is_home[i] || after->is_excluded[i])
        continue;
      for (guint j = 0; j < after->n; j++)
        {
          gboolean is_tied = j != i && are_tied (after, i, j);

          for (guint c = 0; chosen >> c != 0; c++)
            if ((chosen >> c & 1) != 0 && choices[c].is_pairing &&
                ((choices[c].a == i && choices[c].b == j) ||
                 (choices[c].a == j && choices[c].b == i)))
              {
                is_tied = TRUE;
                n_carriers++;
              }
          n_tied += is_tied;
        }
      least = MIN (n_carriers, n_tied);
      outcome.n_isolated += least == 0;
      outcome.n_hanging += least < 2;
    }
  return outcome;
}

static Outcome
find_best (const Trial *trial, const Choice *choices, guint n)
{
  Outcome best = judge (trial, 0);

  for (guint chosen = 1; chosen < 1u << n; chosen++)
    {
      Trial after;
      Outcome outcome;

      if (!apply (trial, choices, chosen, &after))
        continue;
      outcome = judge_with (&after, choices, chosen);
      if (compare_outcomes (outcome, best) < 0)
        best = outcome;
    }
  return best;
}

static void
draw_trial (GRand *rand, Trial *trial)
{
  *trial = (Trial){ .n = (guint)g_rand_int_range (rand, 2, MOST_SCHOOLS + 1),
                    .n_groups = (guint)g_rand_int_range (rand, 0, MOST_GROUPS + 1),
                    .minutes = g_rand_int_range (rand, 10, 50),
                    .assembly = (guint)g_rand_int_range (rand, 3, 9),
                    .has_pairings = g_rand_double (rand) < 0.85,
                    .has_joinings = g_rand_double (rand) < 0.85 };
  for (guint i = 0; i < trial->n; i++)
    {
      /* at least 4 km apart, so that none are rivals by distance */
      trial->x[i] = 4.0 * g_rand_int_range (rand, 0, 6) + g_rand_double (rand) / 100;
      trial->y[i] = 4.0 * i;
      if (g_rand_double (rand) < 0.08)
        trial->x[i] = trial->y[i] = NAN;
      trial->is_home[i] = g_rand_double (rand) < 0.8;
      trial->is_excluded[i] = g_rand_double (rand) < 0.08;
      for (guint j = 0; j < i; j++)
        {
          trial->are_rivals[i][j] = trial->are_rivals[j][i] = g_rand_double (rand) < 0.15;
          trial->is_refused[i][j] = trial->is_refused[j][i] = g_rand_double (rand) < 0.1;
        }
    }
  for (guint g = 0; g < trial->n_groups; g++)
    {
      guint n = (guint)g_rand_int_range (rand, 1, 4);

      trial->type[g] = g_rand_double (rand) < 0.6 ? HUB : (Type)g_rand_int_range (rand, 0, N_TYPES);
      trial->capacity[g] = g_rand_double (rand) < 0.6 ? -1 : g_rand_int_range (rand, 0, 5);
      trial->lead[g] =
          g_rand_double (rand) < 0.7 ? -1 : g_rand_int_range (rand, 0, (gint32)trial->n);
      for (guint i = 0; i < trial->n; i++)
        trial->is_barred[g][i] = g_rand_double (rand) < 0.1;
      if (trial->type[g] == PAIRING)
        n = 2;
      for (; n > 0; n--)
        trial->member[g][g_rand_int_range (rand, 0, (gint32)trial->n)] =
            trial->type[g] != TRUST && g_rand_double (rand) < 0.2 ? 'f' : 'l';
    }
}

static KithLedger *
make_ledger (const Trial *trial)
{
  static const char *const kinds[] = { "hub", "trust", "pairing", "hub" };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autofree char *assembly = g_strdup_printf ("%u", trial->assembly);

  for (guint i = 0; i < trial->n; i++)
    plan_school (plan, FIRST_URN + i, trial->x[i] * 1000, trial->y[i] * 1000)->la =
        trial->is_home[i] ? 850 : 851;
  plan_setting (plan, "home", "850");
  plan_setting (plan, "assembly.schools", g_intern_string (assembly));
  for (guint i = 0; i < trial->n; i++)
    for (guint j = 0; j < i; j++)
      if (trial->are_rivals[i][j])
        {
          KithRivalry *row = plan_row (plan, KITH_TABLE_RIVALRY);

          row->urn = FIRST_URN + i;
          row->other_urn = FIRST_URN + j;
          row->decision = "rivals";
        }
  for (guint g = 0; g < trial->n_groups; g++)
    {
      KithArrangement *at = plan_arrangement (plan, kinds[trial->type[g]], "Larkmead");

      at->starts = REVIEW - 2000;
      if (trial->type[g] == ENDING)
        at->ends = REVIEW + 90;
      if (trial->capacity[g] >= 0)
        at->capacity = trial->capacity[g];
      if (trial->lead[g] >= 0)
        at->lead_urn = FIRST_URN + trial->lead[g];
      plan_contact (plan, at, "meeting", REVIEW - 1900);
      for (guint i = 0; i < trial->n; i++)
        if (trial->member[g][i] != 0)
          plan_member (plan, at, FIRST_URN + i)->joined =
              trial->member[g][i] == 'l' ? REVIEW - 10 : REVIEW - 1500;
    }
  return plan_end (plan);
}

static KithRepair *
make_repair (KithRoll *roll, const KithRepairOptions *options)
{
  g_autoptr (GError) error = NULL;
  KithRepair *repair = kith_repair_new (roll, options, NULL, &error);

  g_assert_no_error (error);
  return repair;
}

static KithLedger *
apply_links (const KithRepair *repair, KithLedger *ledger)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);

  for (guint i = 0; i < repair->n_links; i++)
    {
      KithProposal proposal = kith_repair_get_proposal (repair, i);

      kith_proposal_put (changes, &proposal, REVIEW, TRUE);
    }
  return kith_changeset_apply (changes, 2);
}

/* Of the schools that are asked about, how many are left, from a network alone. */
static Outcome
judge_ledger (KithLedger *ledger, const KithRepairOptions *options, guint n_links)
{
  g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
  guint n, n_arrangements;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &n_arrangements);
  Outcome outcome = { .n_links = n_links };

  for (guint i = 0; i < n; i++)
    {
      guint n_tied, n_carriers = 0;
      gboolean is_asked = schools[i].is_home;

      kith_network_get_tied (network, i, &n_tied);
      for (guint e = 0; e < options->n_excluded; e++)
        is_asked = is_asked && options->excluded[e] != schools[i].record->urn;
      for (guint g = 0; g < n_arrangements; g++)
        {
          gboolean is_in = FALSE;
          guint n_live = 0;

          for (guint m = 0; m < arrangements[g].n_schools && arrangements[g].ties; m++)
            if (arrangements[g].members[m].is_live)
              {
                n_live++;
                is_in = is_in || arrangements[g].members[m].school == i;
              }
          n_carriers += is_in && n_live > 1;
        }
      if (!is_asked)
        continue;
      outcome.n_isolated += n_tied == 0;
      outcome.n_hanging += MIN (n_tied, n_carriers) < 2;
    }
  return outcome;
}

static void
assert_equal (Outcome a, Outcome b)
{
  g_assert_cmpuint (a.n_isolated, ==, b.n_isolated);
  g_assert_cmpuint (a.n_hanging, ==, b.n_hanging);
  g_assert_cmpuint (a.n_links, ==, b.n_links);
}

/* Room for what the options point into */
typedef struct
{
  gint64 excluded[MOST_SCHOOLS];
  KithProposal refused[MOST_SCHOOLS * (MOST_SCHOOLS + MOST_GROUPS)];
} Room;

/* Pairs are refused either way round; groups have the keys 1, 2 … */
static KithRepairOptions
make_options (const Trial *trial, Room *room)
{
  KithRepairOptions options = {
    trial->minutes, trial->has_pairings, trial->has_joinings, room->excluded, 0, room->refused, 0
  };

  for (guint i = 0; i < trial->n; i++)
    {
      if (trial->is_excluded[i])
        room->excluded[options.n_excluded++] = FIRST_URN + i;
      for (guint j = 0; j < i; j++)
        if (trial->is_refused[i][j])
          room->refused[options.n_refused++] =
              (KithProposal){ NULL, FIRST_URN + ((i + j) % 2 ? i : j),
                              FIRST_URN + ((i + j) % 2 ? j : i), KITH_INT_NONE };
      for (guint g = 0; g < trial->n_groups; g++)
        if (trial->is_barred[g][i])
          room->refused[options.n_refused++] =
              (KithProposal){ NULL, FIRST_URN + i, KITH_INT_NONE, 1 + g };
    }
  return options;
}

/* The greedy answer of the same: never better, never below the bound, mostly as good. */
static gboolean
check_greedy (KithRoll *roll, const KithRepairOptions *options, Outcome best)
{
  g_autoptr (KithRepairModel) model =
      kith_repair_model_new (kith_roll_get_network (roll), options, G_MAXUINT, NULL, NULL);
  g_autoptr (GArray) taken = kith_repair_find_greedily (model, NULL, NULL);
  g_autoptr (KithRepairState) state = kith_repair_state_new (model);
  Outcome outcome = { .n_links = taken->len };
  guint bound = kith_repair_find_bound (model), n_uncovered = 0;

  for (guint t = 0; t < taken->len; t++)
    {
      guint offer = g_array_index (taken, guint, t);

      g_assert_true (kith_repair_state_may_take (state, offer));
      kith_repair_state_take (state, offer);
    }
  for (guint w = 0; w < model->n_wanting; w++)
    {
      guint lack = kith_footing_get_lack (&state->footings[model->wanting[w]]);
      guint had = kith_footing_get_lack (&model->footings[model->wanting[w]]);
      guint n_offers = model->of_first[w + 1] - model->of_first[w];

      outcome.n_isolated += lack == 2;
      outcome.n_hanging += lack > 0;
      n_uncovered += lack - MIN (lack, had - MIN (had, n_offers));
    }
  g_assert_cmpint (compare_outcomes (outcome, best), >=, 0);
  g_assert_cmpuint (bound, <=, outcome.n_links + n_uncovered);
  if (best.n_hanging == 0)
    g_assert_cmpuint (bound, <=, best.n_links);
  return compare_outcomes (outcome, best) == 0;
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  guint n_compared = 0, n_links = 0, n_joinings = 0, n_unmended = 0, n_greedy = 0;

  while (n_compared < 500)
    {
      Room room;
      Choice choices[128];
      Trial trial;
      guint n;

      draw_trial (rand, &trial);
      n = list_choices (&trial, choices);
      if (n == 0 || n > MOST_CHOICES)
        continue;
      {
        KithRepairOptions options = make_options (&trial, &room);
        g_autoptr (KithLedger) ledger = make_ledger (&trial);
        g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
        g_autoptr (KithRepair) repair = make_repair (roll, &options);
        g_autoptr (KithLedger) mended = apply_links (repair, ledger);
        Outcome best = find_best (&trial, choices, n), before = judge (&trial, 0);

        g_test_message ("case %u: %u schools, %u choices", n_compared, trial.n, n);
        g_assert_cmpuint (repair->n_isolated, ==, before.n_isolated);
        g_assert_cmpuint (repair->n_isolated + repair->n_hanging, ==, before.n_hanging);
        assert_equal (judge_ledger (mended, &options, repair->n_links), best);
        g_assert_true (repair->is_exact);
        g_assert_cmpuint (repair->bound, ==, best.n_links);
        g_assert_cmpuint (repair->n_unmended, ==, best.n_hanging);
        n_greedy += check_greedy (roll, &options, best);
        n_links += best.n_links;
        n_unmended += repair->n_unmended;
        for (guint i = 0; i < repair->n_links; i++)
          n_joinings += repair->links[i].other == KITH_INDEX_NONE;
        n_compared++;
      }
    }
  g_test_message ("%u links, %u of them joinings; %u schools not mended; greedy as good in %u",
                  n_links, n_joinings, n_unmended, n_greedy);
  g_assert_cmpuint (n_links, >, 500);
  g_assert_cmpuint (n_joinings, >, 50);
  g_assert_cmpuint (n_unmended, >, 50);
  g_assert_cmpuint (n_greedy, >, 450);
}

/* A town of 600 schools, a third of them in hubs */
static KithLedger *
make_town (guint32 seed)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 600; i++)
    plan_school (plan, FIRST_URN + i, g_rand_double_range (rand, 0, 60000),
                 g_rand_double_range (rand, 0, 60000));
  for (guint g = 0; g < 40; g++)
    {
      KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
      gint32 first = g_rand_int_range (rand, 0, 580);

      if (g % 2 == 0)
        hub->capacity = 12;
      for (gint32 m = g_rand_int_range (rand, 1, 10); m > 0; m--)
        plan_member (plan, hub, FIRST_URN + first + g_rand_int_range (rand, 0, 20));
    }
  return plan_end (plan);
}

static void
test_property (void)
{
  KithRepairOptions options = { 45, TRUE, TRUE };

  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (KithLedger) ledger = make_town (seed);
      g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
      g_autoptr (KithRepair) repair = make_repair (roll, &options);
      g_autoptr (KithLedger) mended = apply_links (repair, ledger);
      Outcome before = judge_ledger (ledger, &options, 0);
      Outcome after = judge_ledger (mended, &options, repair->n_links);

      g_assert_cmpuint (before.n_isolated, >, 100);
      g_assert_cmpuint (repair->n_isolated, ==, before.n_isolated);
      g_assert_cmpuint (repair->n_isolated + repair->n_hanging, ==, before.n_hanging);
      g_assert_cmpuint (after.n_isolated, ==, 0);
      g_assert_cmpuint (after.n_hanging, ==, 0);
      g_assert_cmpuint (repair->n_unmended, ==, 0);
      g_test_message ("%u links, bound %u", repair->n_links, repair->bound);
      g_assert_cmpuint (repair->n_links, >=, repair->bound);
      g_assert_cmpuint (repair->n_links, <=, repair->bound + 2);
    }
}

static guint
count_edges (KithLedger *ledger)
{
  g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
  guint n;

  kith_network_get_edges (network, &n);
  return n;
}

static void
assert_same_findings (KithLedger *a, KithLedger *b)
{
  g_autoptr (KithRoll) one = call_roll (a, REVIEW), other = call_roll (b, REVIEW);
  guint n, n_other;
  const KithFinding *findings = kith_roll_get_findings (one, &n);
  const KithFinding *others = kith_roll_get_findings (other, &n_other);

  g_assert_cmpuint (n, ==, n_other);
  for (guint f = 0; f < n; f++)
    {
      g_assert_cmpint (findings[f].code, ==, others[f].code);
      g_assert_cmpint (findings[f].urn, ==, others[f].urn);
      g_assert_cmpstr (findings[f].sentence, ==, others[f].sentence);
      g_assert_cmpstr (findings[f].evidence, ==, others[f].evidence);
    }
}

static void
accept_edit (KithLedger **ledger, KithEdit *made)
{
  g_autoptr (KithEdit) edit = made;
  g_autoptr (GError) error = NULL;
  KithLedger *after;

  kith_edit_check (edit, &error);
  g_assert_no_error (error);
  after = kith_changeset_apply (edit->changes, 2);
  kith_ledger_unref (*ledger);
  *ledger = after;
}

static void
check_proposed (KithLedger *ledger, const KithRepairOptions *options)
{
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithRepair) repair = make_repair (roll, options);
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (KithProposal));
  g_autoptr (KithLedger) at_once = apply_links (repair, ledger);
  g_autoptr (KithLedger) proposed = kith_ledger_ref (ledger);
  g_autoptr (KithLedger) confirmed = NULL, dropped = NULL;
  gsize n, n_members;
  const KithArrangement *rows;
  guint n_proposed = 0;

  for (guint i = 0; i < repair->n_links; i++)
    {
      KithProposal proposal = kith_repair_get_proposal (repair, i);

      g_array_append_val (proposals, proposal);
    }
  accept_edit (&proposed, kith_edit_propose (ledger, (const KithProposal *)proposals->data,
                                             proposals->len, REVIEW - 1));
  assert_same_findings (ledger, proposed);
  g_assert_cmpuint (count_edges (ledger), ==, count_edges (proposed));
  {
    g_autoptr (KithRoll) later = call_roll (proposed, REVIEW);
    g_autoptr (KithRepair) again = make_repair (later, options);

    g_assert_cmpuint (again->n_links, ==, 0);
    g_assert_cmpuint (again->n_proposed, ==, repair->n_links);
    g_assert_cmpuint (again->n_isolated, ==, repair->n_isolated);
    g_assert_cmpuint (again->n_hanging, ==, repair->n_hanging);
  }
  confirmed = kith_ledger_ref (proposed);
  dropped = kith_ledger_ref (proposed);
  rows = kith_ledger_get_rows (proposed, KITH_TABLE_ARRANGEMENT, &n);
  for (gsize i = 0; i < n; i++)
    if (kith_span_is_proposed (&rows[i]))
      {
        n_proposed++;
        g_assert_cmpint (rows[i].parent_id != KITH_INT_NONE, !=, options->has_pairings);
        accept_edit (&confirmed, kith_edit_confirm (confirmed, rows[i].id, REVIEW));
        accept_edit (&dropped, kith_edit_drop (dropped, rows[i].id));
      }
  g_assert_cmpuint (n_proposed, ==, repair->n_links);
  g_assert_cmpuint (n_proposed, >, 10);
  g_assert_cmpuint (count_edges (confirmed), ==, count_edges (at_once));
  g_assert_cmpuint (count_edges (confirmed), >, count_edges (ledger));
  assert_same_findings (confirmed, at_once);
  kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n_members);
  kith_ledger_get_rows (dropped, KITH_TABLE_MEMBERSHIP, &n);
  g_assert_cmpuint (n, ==, n_members);
  assert_same_findings (ledger, dropped);
}

static void
test_refused (void)
{
  g_autoptr (KithLedger) ledger = make_town (3);
  g_autoptr (KithEdit) confirm = kith_edit_confirm (ledger, 1, REVIEW);
  g_autoptr (KithEdit) drop = kith_edit_drop (ledger, 999);

  g_assert_nonnull (kith_edit_find_problem (confirm, "proposal"));
  g_assert_nonnull (kith_edit_find_problem (drop, "proposal"));
}

/* Proposed, a link hides nothing; confirmed, it is what it would have been at once */
static void
test_proposed (void)
{
  KithRepairOptions pairings = { 45, TRUE, FALSE }, joinings = { 45, FALSE, TRUE };
  g_autoptr (KithLedger) ledger = make_town (3);

  check_proposed (ledger, &pairings);
  check_proposed (ledger, &joinings);
}

static void
test_words (void)
{
  KithRepairOptions options = { 45, TRUE, TRUE };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithRepair) repair = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *zone = plan_arrangement (plan, "zone", "Fen zone");

  plan_school (plan, 100001, 0, 0)->name = "Pond Street";
  plan_school (plan, 100002, 10000, 0)->name = "Willow Court";
  plan_school (plan, 100003, 20000, 0)->name = "Longacre";
  plan_school (plan, 100004, NAN, NAN)->name = "St Aldhelm’s";
  plan_member (plan, hub, 100002);
  plan_member (plan, hub, 100003);
  plan_member (plan, zone, 100002);
  plan_member (plan, zone, 100003);
  ledger = plan_end (plan);
  roll = call_roll (ledger, REVIEW);
  repair = make_repair (roll, &options);
  /* Pond Street needs two, the other two know nobody but each other: it joins one group, and
     that mends them; then the other group. Both ways are 10 km, 19.5 minutes. */
  g_assert_cmpuint (repair->n_isolated, ==, 2);
  g_assert_cmpuint (repair->n_hanging, ==, 2);
  g_assert_cmpuint (repair->n_links, ==, 2);
  g_assert_true (repair->is_exact);
  g_assert_cmpstr (repair->words, ==,
                   "Two schools work with no other. Two hang on one link. Two new links would do. "
                   "Fewer will not. One school is left that these do not help.");
  g_assert_cmpuint (repair->n_unmended, ==, 1);
  g_assert_true (repair->unmended[0].is_isolated);
  g_assert_cmpstr (repair->unmended[0].why, ==,
                   "It is not placed, so that no way can be measured.");
  g_assert_nonnull (strstr (repair->links[0].why, "Pond Street works with no school at present."));
  g_assert_nonnull (strstr (repair->links[0].clears, "Pond Street: No live link"));
}

static void
test_nothing (void)
{
  KithRepairOptions options = { 45, TRUE, TRUE };
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithRepair) repair = make_repair (roll, &options);

  g_assert_cmpuint (repair->n_links, ==, 0);
  g_assert_true (repair->is_exact);
  g_assert_cmpstr (repair->words, ==,
                   "Every school works with others, and none hangs on one link.");
}

static void
test_cancelled (void)
{
  KithRepairOptions options = { 45, TRUE, TRUE };
  g_autoptr (KithLedger) ledger = make_town (1);
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithJob) job = kith_job_new ("Repair");
  g_autoptr (GError) error = NULL;

  kith_job_cancel (job);
  g_assert_null (kith_repair_new (roll, &options, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/as few links as any choice, in 500 systems of up to eight schools",
                   test_brute_force);
  g_test_add_func ("/repair/after it no school is isolated nor hangs on one link", test_property);
  g_test_add_func ("/repair/a proposed link ties nobody until it is confirmed", test_proposed);
  g_test_add_func ("/repair/what is not proposed is neither confirmed nor dropped", test_refused);
  g_test_add_func ("/repair/in words", test_words);
  g_test_add_func ("/repair/of nothing is nothing", test_nothing);
  g_test_add_func ("/repair/cancelled gives nothing", test_cancelled);
  return g_test_run ();
}
