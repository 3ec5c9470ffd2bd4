/* kith-cli-family.c: the Families that were kept, on the command line
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-family.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "kith-edit-families.h"
#include "kith-family-standing.h"

/* What every one of these asks. */
typedef struct
{
  KithStore *store;
  KithNetwork *network;
  KithFamilyStanding *standing;
} Kept;

static void
close_kept (Kept *kept)
{
  g_clear_object (&kept->store);
  g_clear_pointer (&kept->standing, kith_family_standing_free);
  g_clear_pointer (&kept->network, kith_network_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, close_kept)

static gboolean
open_kept (const KithCli *cli, KithStoreMode mode, Kept *kept, GError **error)
{
  g_autoptr (KithLedger) ledger = NULL;
  KithPhase phase;

  if (!kith_cli_read_family_phase (&phase, error))
    return FALSE;
  kept->store = kith_cli_open_store (cli, mode, error);
  if (kept->store == NULL)
    return FALSE;
  ledger = kith_store_read_ledger (kept->store, NULL, TRUE, NULL, error);
  if (ledger == NULL)
    return FALSE;
  kept->network = kith_network_new (ledger, cli->as_at, NULL, error);
  if (kept->network == NULL)
    return FALSE;
  kept->standing = kith_family_standing_new (kept->network, phase);
  if (kept->standing->arrangements->len > 0 && kept->standing->pool->problem != NULL)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("No Families of this phase (%s) are kept on that day. kith-cli families R accept "
                  "keeps what it proposes."),
               kith_phase_get_key (phase));
  return FALSE;
}

static const KithNetworkSchool *
get_school (const KithFamilyPool *pool, guint school)
{
  return &kith_network_get_schools (
      pool->network, &(guint){ 0 })[g_array_index (pool->schools, KithPoolSchool, school).school];
}

static const char *
get_family_name (const KithFamilyPool *pool, GArray *arrangements, guint family)
{
  const KithArrangement *row =
      arrangements == NULL
          ? NULL
          : kith_ledger_find (kith_network_get_ledger (pool->network), KITH_TABLE_ARRANGEMENT,
                              g_array_index (arrangements, gint64, family));

  return row == NULL ? NULL : row->name;
}

static void
print_member (KithOutput *output,
              const KithFamilyPool *pool,
              const KithFamilyExplainer *explainer,
              guint family,
              guint school,
              const char *family_name)
{
  const KithPoolSchool *of = &g_array_index (pool->schools, KithPoolSchool, school);
  KithFamilyWhy why = kith_family_explainer_explain (explainer, school);
  gboolean is_alone = why.nearest == KITH_FAMILY_NONE;

  kith_output_add_int (output, family + 1);
  kith_output_add_text (output, family_name);
  kith_output_add_int (output, get_school (pool, school)->record->urn);
  kith_output_add_text (output, get_school (pool, school)->record->name);
  kith_output_add_text (output, kith_network_get_authority (pool->network, of->school));
  kith_output_add_real (output, of->known, 2);
  kith_output_add_real (output, why.distance, 3);
  kith_output_add_int (output, is_alone ? KITH_INT_NONE : why.nearest + 1);
  kith_output_add_real (output, is_alone ? NAN : why.nearest_distance, 3);
}

/**
 * kith_cli_print_families:
 * @pool: who is compared
 * @families: (array): of each school of it, or %KITH_FAMILY_NONE
 * @n_families: how many
 * @arrangements: (nullable) (element-type gint64): keys of them, where they are kept
 *
 * A row a school, Family after Family.
 */
void
kith_cli_print_families (const KithCli *cli,
                         const KithFamilyPool *pool,
                         const guint *families,
                         guint n_families,
                         GArray *arrangements)
{
  static const KithColumn columns[] = {
    { "family", KITH_COLUMN_NUMBER },
    { "family_name", KITH_COLUMN_TEXT },
    { "urn", KITH_COLUMN_NUMBER },
    { "name", KITH_COLUMN_TEXT },
    { "authority", KITH_COLUMN_TEXT },
    { "known", KITH_COLUMN_NUMBER },
    { "distance", KITH_COLUMN_NUMBER },
    { "nearest", KITH_COLUMN_NUMBER },
    { "nearest_distance", KITH_COLUMN_NUMBER },
  };
  g_autoptr (KithFamilyExplainer) explainer = kith_family_explainer_new (pool, families);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint f = 0; f < n_families; f++)
    for (guint s = 0; s < pool->schools->len; s++)
      if (families[s] == f)
        print_member (output, pool, explainer, f, s, get_family_name (pool, arrangements, f));
  kith_cli_print (kith_output_end (output));
}

/**
 * kith_cli_show_families:
 *
 * families R show
 */
KithExit
kith_cli_show_families (const KithCli *cli, GError **error)
{
  g_auto (Kept) kept = { 0 };
  guint n_unplaced;

  if (!open_kept (cli, KITH_STORE_READ, &kept, error))
    return KITH_EXIT_NOT_DONE;
  kith_cli_print_families (cli, kept.standing->pool, kept.standing->families,
                           kept.standing->arrangements->len, kept.standing->arrangements);
  n_unplaced = kept.standing->pool->schools->len - kept.standing->n_placed;
  if (n_unplaced > 0)
    kith_cli_tell (g_dngettext (NULL, "%u school that can be compared is in no Family.",
                                "%u schools that can be compared are in no Family.", n_unplaced),
                   n_unplaced);
  return KITH_EXIT_DONE;
}

static gboolean
find_member (const Kept *kept, const char *text, guint *school, GError **error)
{
  gint64 urn;

  if (!kith_cli_read_urn (text, &urn, error))
    return FALSE;
  *school = kith_family_pool_find (kept->standing->pool, urn);
  if (*school != KITH_FAMILY_NONE)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("School %s is not among those that these Families are built of."), text);
  return FALSE;
}

static void
tell_broken (const KithFamilyPool *pool, const KithFamilyMove *move)
{
  g_autofree char *words = kith_family_move_dup_words (move, pool);

  kith_cli_tell ("%s", words);
}

static void
print_shares (const KithCli *cli,
              const KithFamilyPool *pool,
              const KithFamilyWhy *why,
              const KithFamilyProfile *profile,
              guint school)
{
  static const KithColumn columns[] = {
    { "variable", KITH_COLUMN_TEXT },      { "value", KITH_COLUMN_NUMBER },
    { "year", KITH_COLUMN_NUMBER },        { "reason", KITH_COLUMN_TEXT },
    { "family_mean", KITH_COLUMN_NUMBER }, { "based_on", KITH_COLUMN_NUMBER },
    { "pool_mean", KITH_COLUMN_NUMBER },   { "weight", KITH_COLUMN_NUMBER },
    { "share", KITH_COLUMN_NUMBER },
  };
  const KithPoolSchool *of = &g_array_index (pool->schools, KithPoolSchool, school);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint v = 0; v < pool->variables->len; v++)
    {
      const KithPoolVariable *by = &g_array_index (pool->variables, KithPoolVariable, v);
      const KithPoolFigure *figure = &of->figures[by->variable];

      kith_output_add_text (output, kith_variable_get_key (by->variable));
      kith_output_add_real (output, figure->value, 1);
      kith_output_add_int (output, figure->year > 0 ? figure->year : KITH_INT_NONE);
      kith_output_add_text (output, figure->reason);
      kith_output_add_real (output, profile->mean[by->variable], 1);
      kith_output_add_int (output, profile->n_known[by->variable]);
      kith_output_add_real (output, by->mean, 1);
      kith_output_add_real (output, by->weight, 3);
      kith_output_add_real (output, why->shares[by->variable], 3);
    }
  kith_cli_print (kith_output_end (output));
}

/**
 * kith_cli_explain_family:
 *
 * families R explain URN
 */
KithExit
kith_cli_explain_family (const KithCli *cli, GError **error)
{
  g_auto (Kept) kept = { 0 };
  g_autoptr (KithFamilyExplainer) explainer = NULL;
  g_autoptr (KithFamilyMove) move = NULL;
  KithFamilyStanding *standing;
  KithFamilyWhy why;
  KithFamilyProfile profile;
  guint school, family;

  if (!open_kept (cli, KITH_STORE_READ, &kept, error) ||
      !find_member (&kept, cli->args[2], &school, error))
    return KITH_EXIT_NOT_DONE;
  standing = kept.standing;
  family = standing->families[school];
  if (family == KITH_FAMILY_NONE)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("%s is in no Family."),
                   get_school (standing->pool, school)->record->name);
      return KITH_EXIT_NOT_DONE;
    }
  explainer = kith_family_explainer_new (standing->pool, standing->families);
  why = kith_family_explainer_explain (explainer, school);
  profile = kith_family_explainer_profile (explainer, family);
  print_shares (cli, standing->pool, &why, &profile, school);
  kith_cli_tell (_ ("%s is in %s, %u schools of %u authorities, %.2f from its mean."),
                 get_school (standing->pool, school)->record->name,
                 get_family_name (standing->pool, standing->arrangements, family),
                 profile.n_schools, profile.n_authorities, why.distance);
  if (why.nearest == KITH_FAMILY_NONE)
    return KITH_EXIT_DONE;
  move = kith_family_explainer_price_move (explainer, school, why.nearest);
  kith_cli_tell (
      _ ("The nearest other Family is %s, %.2f away; moving there would change J by %+.3f."),
      get_family_name (standing->pool, standing->arrangements, why.nearest), why.nearest_distance,
      move->rise);
  tell_broken (standing->pool, move);
  return KITH_EXIT_DONE;
}

static gboolean
find_kept_family (const KithFamilyStanding *standing,
                  const char *text,
                  guint *family,
                  GError **error)
{
  gint64 number;

  for (*family = 0; *family < standing->arrangements->len; (*family)++)
    if (g_strcmp0 (get_family_name (standing->pool, standing->arrangements, *family), text) == 0 ||
        (kith_text_parse_int (text, -1, &number) && number == *family + 1))
      return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a Family: give its name, or its number from families R show."),
               text);
  return FALSE;
}

/**
 * kith_cli_move_to_family:
 *
 * families R move URN FAMILY
 */
KithExit
kith_cli_move_to_family (const KithCli *cli, GError **error)
{
  g_auto (Kept) kept = { 0 };
  g_autoptr (KithFamilyExplainer) explainer = NULL;
  g_autoptr (KithFamilyMove) move = NULL;
  g_autoptr (KithEdit) edit = NULL;
  const KithNetworkSchool *record;
  guint school, family;

  if (!open_kept (cli, KITH_STORE_WRITE, &kept, error) ||
      !find_member (&kept, cli->args[2], &school, error) ||
      !find_kept_family (kept.standing, cli->args[3], &family, error))
    return KITH_EXIT_NOT_DONE;
  record = get_school (kept.standing->pool, school);
  edit = kith_edit_move_to_family (kith_network_get_ledger (kept.network), record->record->urn,
                                   g_array_index (kept.standing->arrangements, gint64, family),
                                   cli->as_at);
  if (!kith_edit_check (edit, error))
    return KITH_EXIT_NOT_DONE;
  explainer = kith_family_explainer_new (kept.standing->pool, kept.standing->families);
  move = kith_family_explainer_price_move (explainer, school, family);
  kith_cli_tell (_ ("It would change J by %+.3f."), move->rise);
  tell_broken (kept.standing->pool, move);
  if (!kith_family_move_is_allowed (move) && !kith_cli_is_despite_rules ())
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("Nothing was changed: it breaks a rule. --despite-rules moves it all "
                              "the same."));
      return KITH_EXIT_NOT_DONE;
    }
  return kith_cli_write_edit (kept.store, edit, error);
}

static KithEdit *
lock_school (const KithCli *cli, const Kept *kept, GError **error)
{
  KithLedger *ledger = kith_network_get_ledger (kept->network);
  const KithFamilyStanding *standing = kept->standing;
  const char *kind = cli->args[2];
  gboolean is_pair = strcmp (kind, "together") == 0 || strcmp (kind, "apart") == 0;
  guint school, other;

  if (strcmp (cli->args[1], "unlock") == 0)
    return find_member (kept, cli->args[2], &school, error)
               ? kith_edit_unlock (ledger, get_school (standing->pool, school)->record->urn)
               : NULL;
  if ((strcmp (kind, "stays") != 0 && !is_pair) || cli->n_args != (is_pair ? 5 : 4))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("This is called as: kith-cli families R lock stays URN, or together "
                              "URN URN, or apart URN URN"));
      return NULL;
    }
  if (!find_member (kept, cli->args[3], &school, error))
    return NULL;
  if (is_pair)
    return find_member (kept, cli->args[4], &other, error)
               ? kith_edit_lock (ledger, kind, get_school (standing->pool, school)->record->urn,
                                 get_school (standing->pool, other)->record->urn, KITH_INT_NONE)
               : NULL;
  if (standing->families[school] == KITH_FAMILY_NONE)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("%s is in no Family."),
                   get_school (standing->pool, school)->record->name);
      return NULL;
    }
  return kith_edit_lock (
      ledger, kind, get_school (standing->pool, school)->record->urn, KITH_INT_NONE,
      g_array_index (standing->arrangements, gint64, standing->families[school]));
}

/**
 * kith_cli_lock_family:
 *
 * families R lock …, families R unlock URN
 */
KithExit
kith_cli_lock_family (const KithCli *cli, GError **error)
{
  g_auto (Kept) kept = { 0 };
  g_autoptr (KithEdit) edit = NULL;

  if (!open_kept (cli, KITH_STORE_WRITE, &kept, error))
    return KITH_EXIT_NOT_DONE;
  edit = lock_school (cli, &kept, error);
  return edit == NULL ? KITH_EXIT_NOT_DONE : kith_cli_write_edit (kept.store, edit, error);
}

/**
 * kith_cli_name_family:
 *
 * families R name FAMILY NAME
 */
KithExit
kith_cli_name_family (const KithCli *cli, GError **error)
{
  g_auto (Kept) kept = { 0 };
  g_autoptr (KithEdit) edit = NULL;
  guint family;

  if (!open_kept (cli, KITH_STORE_WRITE, &kept, error) ||
      !find_kept_family (kept.standing, cli->args[2], &family, error))
    return KITH_EXIT_NOT_DONE;
  edit = kith_edit_name_family (kith_network_get_ledger (kept.network),
                                g_array_index (kept.standing->arrangements, gint64, family),
                                cli->args[3], cli->as_at);
  return kith_cli_write_edit (kept.store, edit, error);
}
