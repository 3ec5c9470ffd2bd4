/* kith-workbook-plans.c: arrangements and contacts before they are read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-workbook-plans-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Parents of parents, before it must be a circle. */
#define MAX_GENERATIONS 64

/* One arrangement that rows describe: those of one id, or of one name, kind and parent. */
typedef struct
{
  char *code;
  char *name;
  char *kind_text;
  char *parent;
  KithKind kind;
  gint64 id; /* KITH_INT_NONE until it is settled */
  gint64 parent_id;
  gboolean is_settled;
  gboolean is_stub;  /* put for a row that names it, and not read yet */
  const char *fault; /* a sentence: why it cannot be */
} Plan;

struct _KithPlans
{
  KithWorkbooks *workbooks;
  KithChangeset *changes;
  GPtrArray *plans;
  GHashTable *by_key;  /* see dup_key() */
  GHashTable *by_code; /* key → GPtrArray of Plan */
  GHashTable *by_name; /* the same */
  GHashTable *by_id;   /* gint64 → Plan */
  GHashTable *parties; /* contact → GHashTable of u:URN and o:name */
};

static void
free_plan (gpointer data)
{
  Plan *plan = data;

  g_free (plan->code);
  g_free (plan->name);
  g_free (plan->kind_text);
  g_free (plan->parent);
  g_free (plan);
}

static char *
dup_key (const char *code, const char *name, const char *kind, const char *parent)
{
  g_autofree char *c = kith_text_dup_key (code);
  g_autofree char *n = kith_text_dup_key (name);
  g_autofree char *p = kith_text_dup_key (parent);
  KithKind k = kith_kind_find (kind);

  return c[0] != '\0' ? g_strdup_printf ("id %s", c) : g_strdup_printf ("%s\n%d\n%s", n, k, p);
}

static void
index_plan (GHashTable *table, const char *text, Plan *plan)
{
  char *key = kith_text_dup_key (text);
  GPtrArray *plans = g_hash_table_lookup (table, key);

  if (plans == NULL && key[0] != '\0')
    {
      plans = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&key), plans);
    }
  if (plans != NULL)
    g_ptr_array_add (plans, plan);
  g_free (key);
}

static const GPtrArray *
find_plans (GHashTable *table, const char *text)
{
  g_autofree char *key = kith_text_dup_key (text);

  return g_hash_table_lookup (table, key);
}

static void
fill_blank (char **text, const char *with)
{
  if (*text == NULL && with != NULL)
    *text = g_strdup (with);
}

/**
 * kith_plans_new:
 *
 * Returns: (transfer full): nothing noted yet
 */
KithPlans *
kith_plans_new (KithWorkbooks *workbooks, KithChangeset *changes)
{
  KithPlans *self = g_new0 (KithPlans, 1);

  self->workbooks = workbooks;
  self->changes = changes;
  self->plans = g_ptr_array_new_with_free_func (free_plan);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_code =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->parties =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  return self;
}

/**
 * kith_plans_free:
 * @self: (transfer full) (nullable): plans
 */
void
kith_plans_free (KithPlans *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->parties);
  g_ptr_array_unref (self->plans);
  g_free (self);
}

/**
 * kith_workbooks_is_affiliation:
 *
 * Returns: whether it is a sponsor, a diocese or an authority, which no cell of a workbook means
 */
gboolean
kith_workbooks_is_affiliation (const KithArrangement *arrangement)
{
  KithKind kind = kith_kind_find (arrangement->kind);

  return kind == KITH_KIND_SPONSOR || kind == KITH_KIND_DIOCESE || kind == KITH_KIND_AUTHORITY;
}

/**
 * kith_workbooks_note_arrangement:
 * @code: (nullable): the officers' id
 * @name: (nullable): of the arrangement
 * @kind: (nullable): of the arrangement
 * @parent: (nullable): id or name
 *
 * Notes what a row of partnerships describes, whether or not the row will be read.
 */
void
kith_workbooks_note_arrangement (
    KithWorkbooks *self, const char *code, const char *name, const char *kind, const char *parent)
{
  KithPlans *plans = kith_workbooks_get_plans (self);
  g_autofree char *key = NULL;
  Plan *plan;

  if (code == NULL && (name == NULL || kith_kind_find (kind) == KITH_N_KINDS))
    return;
  key = dup_key (code, name, kind, parent);
  plan = g_hash_table_lookup (plans->by_key, key);
  if (plan == NULL)
    {
      plan = g_new0 (Plan, 1);
      plan->id = plan->parent_id = KITH_INT_NONE;
      g_ptr_array_add (plans->plans, plan);
      g_hash_table_insert (plans->by_key, g_steal_pointer (&key), plan);
    }
  fill_blank (&plan->code, code);
  fill_blank (&plan->name, name);
  fill_blank (&plan->parent, parent);
  if (kith_kind_find (kind) != KITH_N_KINDS)
    fill_blank (&plan->kind_text, kind);
}

/* Whether GIAS calls by @kind what officers call by @said: they rarely tell trusts apart. */
static gboolean
is_kind_alike (KithKind said, KithKind kind)
{
  gboolean is_trust = kind == KITH_KIND_TRUST || kind == KITH_KIND_SINGLE_ACADEMY_TRUST ||
                      kind == KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST;

  return said == kind ||
         (is_trust && (said == KITH_KIND_TRUST || said == KITH_KIND_SINGLE_ACADEMY_TRUST ||
                       said == KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST));
}

static const KithArrangement *
get_arrangement (const KithPlans *self, gint64 id)
{
  return kith_changeset_find (self->changes, KITH_TABLE_ARRANGEMENT, id);
}

static gboolean
is_closed (const KithArrangement *arrangement)
{
  return g_strcmp0 (arrangement->status, "closed") == 0;
}

/* A trust or federation named as GIAS names it is that group; of several, the open one. */
static gint64
find_group (KithPlans *self, const Plan *plan)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ARRANGEMENT, plan->name);
  const KithArrangement *best = NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const KithArrangement *group = get_arrangement (self, g_array_index (ids, gint64, i));

      if (group == NULL || group->uid == KITH_INT_NONE ||
          !is_kind_alike (plan->kind, kith_kind_find (group->kind)))
        continue;
      if (best == NULL || (is_closed (best) && !is_closed (group)) ||
          (is_closed (best) == is_closed (group) && group->uid > best->uid))
        best = group;
    }
  return best == NULL ? KITH_INT_NONE : best->id;
}

/* The officers' arrangement of this name, kind and parent in the register; with @is_free, one
 * that has no id of its own. */
static gint64
find_recorded (KithPlans *self, const Plan *plan, gboolean is_free)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ARRANGEMENT, plan->name);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const KithArrangement *row = get_arrangement (self, g_array_index (ids, gint64, i));

      if (row != NULL && row->uid == KITH_INT_NONE && kith_kind_find (row->kind) == plan->kind &&
          row->parent_id == plan->parent_id && (!is_free || row->code == NULL))
        return row->id;
    }
  return KITH_INT_NONE;
}

/* The same, among the arrangements that this import makes. */
static gint64
find_made (KithPlans *self, const Plan *plan)
{
  const GPtrArray *plans = find_plans (self->by_name, plan->name);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const Plan *other = g_ptr_array_index (plans, i);

      if (other != plan && other->is_settled && other->fault == NULL && other->kind == plan->kind &&
          other->parent_id == plan->parent_id)
        return other->id;
    }
  return KITH_INT_NONE;
}

/* Takes the kind and the name that only the register has. */
static void
complete_plan (KithPlans *self, Plan *plan)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ARRANGEMENT_ID, plan->code);
  const KithArrangement *row =
      ids == NULL ? NULL : get_arrangement (self, g_array_index (ids, gint64, 0));

  if (row != NULL)
    {
      fill_blank (&plan->name, row->name);
      fill_blank (&plan->kind_text, row->kind);
      plan->id = row->id;
      plan->parent_id = row->parent_id;
    }
  plan->kind = kith_kind_find (plan->kind_text);
  if (plan->name == NULL)
    plan->fault = _ ("No row says what the arrangement of this id is called. Give its name.");
  else if (plan->kind == KITH_N_KINDS)
    plan->fault = _ ("No row says of what kind this arrangement is. Give its kind.");
  else if (plan->id == KITH_INT_NONE &&
           (plan->kind == KITH_KIND_SPONSOR || plan->kind == KITH_KIND_DIOCESE ||
            plan->kind == KITH_KIND_AUTHORITY))
    plan->fault = _ ("Sponsors, dioceses and authorities come from the register's own files. "
                     "Choose another kind.");
}

static void
settle_identity (KithPlans *self, Plan *plan)
{
  if (plan->id == KITH_INT_NONE)
    plan->id = find_group (self, plan);
  if (plan->id == KITH_INT_NONE)
    plan->id = find_recorded (self, plan, plan->code != NULL);
  if (plan->id == KITH_INT_NONE && plan->code == NULL)
    plan->id = find_made (self, plan);
  if (plan->id == KITH_INT_NONE)
    plan->id = kith_changeset_take_key (self->changes, KITH_TABLE_ARRANGEMENT);
  if (!g_hash_table_contains (self->by_id, &plan->id))
    g_hash_table_insert (self->by_id, &plan->id, plan);
}

static void
add_candidate (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

/* What @text may mean: by id if there is one, else by name. Returns %FALSE while some of that
 * name are not settled. */
static gboolean
list_candidates (KithPlans *self, const Plan *except, const char *text, GArray *ids)
{
  for (guint by_name = 0; by_name < 2 && ids->len == 0; by_name++)
    {
      const GArray *known = kith_workbooks_find (
          self->workbooks, by_name ? KITH_NAMES_ARRANGEMENT : KITH_NAMES_ARRANGEMENT_ID, text);
      const GPtrArray *plans = find_plans (by_name ? self->by_name : self->by_code, text);

      for (guint i = 0; known != NULL && i < known->len; i++)
        if (g_array_index (known, gint64, i) != except->id)
          add_candidate (ids, g_array_index (known, gint64, i));
      for (guint i = 0; plans != NULL && i < plans->len; i++)
        {
          const Plan *plan = g_ptr_array_index (plans, i);

          if (plan == except || plan->fault != NULL)
            continue;
          if (plan->id == KITH_INT_NONE)
            return FALSE;
          if (plan->id != except->id)
            add_candidate (ids, plan->id);
        }
    }
  return TRUE;
}

/* Of several, those that have not closed. */
static void
drop_closed (KithPlans *self, GArray *ids)
{
  guint n_open = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const KithArrangement *row = get_arrangement (self, g_array_index (ids, gint64, i));

      n_open += row == NULL || !is_closed (row);
    }
  for (guint i = ids->len; n_open > 0 && i > 0; i--)
    {
      const KithArrangement *row = get_arrangement (self, g_array_index (ids, gint64, i - 1));

      if (row != NULL && is_closed (row))
        g_array_remove_index (ids, i - 1);
    }
}

static gint64
get_parent_id (KithPlans *self, gint64 id)
{
  const Plan *plan = g_hash_table_lookup (self->by_id, &id);
  const KithArrangement *row = get_arrangement (self, id);

  if (plan != NULL)
    return plan->parent_id;
  return row == NULL ? KITH_INT_NONE : row->parent_id;
}

static gboolean
is_ancestor (KithPlans *self, gint64 id, gint64 of)
{
  for (guint g = 0; g < MAX_GENERATIONS && of != KITH_INT_NONE; g++)
    {
      if (of == id)
        return TRUE;
      of = get_parent_id (self, of);
    }
  return of != KITH_INT_NONE;
}

/* Where an id stands in place of the name. Returns %FALSE while that plan is not settled. */
static gboolean
settle_by_id (KithPlans *self, Plan *plan)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ARRANGEMENT_ID, plan->name);
  const GPtrArray *plans = find_plans (self->by_code, plan->name);
  const Plan *meant = plans == NULL ? NULL : g_ptr_array_index (plans, 0);

  if (meant != NULL && !meant->is_settled && meant->fault == NULL)
    return FALSE;
  if (meant != NULL && meant->fault == NULL)
    plan->id = meant->id;
  else if (ids != NULL)
    plan->id = g_array_index (ids, gint64, 0);
  if (plan->id != KITH_INT_NONE)
    plan->parent_id = get_parent_id (self, plan->id);
  return TRUE;
}

/* Settles a plan once its parent is. Returns whether it is settled. */
static gboolean
settle_plan (KithPlans *self, Plan *plan)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (plan->code == NULL && !settle_by_id (self, plan))
    return FALSE;

  if (plan->parent != NULL)
    {
      if (!list_candidates (self, plan, plan->parent, ids))
        return FALSE;
      if (ids->len > 1)
        drop_closed (self, ids);
      if (ids->len == 0)
        plan->fault = _ ("No arrangement has this id or name, neither in the register nor in "
                         "these files. Add it or correct the cell.");
      else if (ids->len > 1)
        plan->fault = _ ("Several arrangements have this name. Give the id of the one that is "
                         "meant.");
      else
        plan->parent_id = g_array_index (ids, gint64, 0);
    }
  plan->is_settled = TRUE;
  if (plan->fault != NULL)
    return TRUE;
  settle_identity (self, plan);
  if (is_ancestor (self, plan->id, plan->parent_id))
    {
      plan->fault = _ ("This arrangement would be its own parent. Correct one of the two.");
      plan->parent_id = KITH_INT_NONE;
    }
  return TRUE;
}

/* The order of rows and of files must not matter. */
static int
compare_plans (const void *a, const void *b)
{
  const Plan *x = *(Plan *const *)a;
  const Plan *y = *(Plan *const *)b;
  int order;

  if ((x->code == NULL) != (y->code == NULL))
    return x->code == NULL ? 1 : -1;
  order = g_strcmp0 (x->code, y->code);
  if (order == 0)
    order = g_strcmp0 (x->name, y->name);
  if (order == 0)
    order = g_strcmp0 (x->parent, y->parent);
  return order != 0 ? order : g_strcmp0 (x->kind_text, y->kind_text);
}

/**
 * kith_workbooks_settle:
 *
 * When all is noted: tells which arrangement of the register each is, parents first.
 * Cost: O(n log n) for n arrangements in the files, and a round for each generation.
 */
void
kith_workbooks_settle (KithWorkbooks *self)
{
  KithPlans *plans = kith_workbooks_get_plans (self);
  gboolean has_moved = TRUE;

  g_ptr_array_sort (plans->plans, compare_plans);
  for (guint i = 0; i < plans->plans->len; i++)
    {
      Plan *plan = g_ptr_array_index (plans->plans, i);

      complete_plan (plans, plan);
      index_plan (plans->by_code, plan->code, plan);
      index_plan (plans->by_name, plan->name, plan);
    }
  while (has_moved)
    {
      has_moved = FALSE;
      for (guint i = 0; i < plans->plans->len; i++)
        {
          Plan *plan = g_ptr_array_index (plans->plans, i);

          if (plan->fault == NULL && !plan->is_settled && settle_plan (plans, plan))
            has_moved = TRUE;
        }
    }
  for (guint i = 0; i < plans->plans->len; i++)
    {
      Plan *plan = g_ptr_array_index (plans->plans, i);

      if (plan->fault == NULL && !plan->is_settled)
        plan->fault = _ ("This arrangement would be its own parent. Correct one of the two.");
    }
}

/* What a row that gives no kind is about, where only the register says so. */
static gint64
find_recorded_by_name (KithPlans *self, const char *name)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ARRANGEMENT_ID, name);

  if (ids == NULL)
    ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ARRANGEMENT, name);
  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : KITH_INT_NONE;
}

/* The plan of a row that gives neither id nor kind: the one that has its name. */
static Plan *
find_plan_by_name (KithPlans *self, const char *name)
{
  const GPtrArray *plans = find_plans (self->by_code, name);

  if (plans == NULL)
    plans = find_plans (self->by_name, name);
  return plans != NULL && plans->len == 1 ? g_ptr_array_index (plans, 0) : NULL;
}

/**
 * kith_workbooks_find_planned:
 * @reading: partnerships under way
 * @code: (nullable): as the row has it
 * @name: (nullable): as the row has it
 * @kind: (nullable): as the row has it
 * @parent: (nullable): as the row has it
 * @parent_id: (out): the parent, or %KITH_INT_NONE
 * @fault: (out): a sentence where there is none
 *
 * Returns: the key of the arrangement that the row describes, which may not be put yet; or
 *   %KITH_INT_NONE
 */
gint64
kith_workbooks_find_planned (KithReading *reading,
                             const char *code,
                             const char *name,
                             const char *kind,
                             const char *parent,
                             gint64 *parent_id,
                             const char **fault)
{
  KithPlans *self = kith_workbooks_get_plans (reading->workbooks);
  g_autofree char *key = dup_key (code, name, kind, parent);
  Plan *plan = g_hash_table_lookup (self->by_key, key);

  *parent_id = KITH_INT_NONE;
  *fault = NULL;
  if (plan == NULL)
    plan = find_plan_by_name (self, name);
  if (plan == NULL && find_recorded_by_name (self, name) != KITH_INT_NONE)
    return find_recorded_by_name (self, name);
  if (plan == NULL)
    *fault = _ ("The row does not say of what kind this arrangement is. Give its kind.");
  else
    *fault = plan->fault;
  if (*fault != NULL)
    return KITH_INT_NONE;
  *parent_id = plan->parent_id;
  return plan->id;
}

/**
 * kith_workbooks_fill_stub:
 * @id: what kith_workbooks_find_planned() found
 * @arrangement: (out caller-allocates): the arrangement as the register has it; if it has
 *   none, with what the files say of who it is
 */
void
kith_workbooks_fill_stub (KithWorkbooks *self, gint64 id, KithArrangement *arrangement)
{
  KithPlans *plans = kith_workbooks_get_plans (self);
  const KithArrangement *row = get_arrangement (plans, id);
  const Plan *plan = g_hash_table_lookup (plans->by_id, &id);

  if (row != NULL)
    {
      *arrangement = *row;
      return;
    }
  kith_row_clear (KITH_TABLE_ARRANGEMENT, arrangement);
  arrangement->id = id;
  g_return_if_fail (plan != NULL);
  arrangement->code = plan->code;
  arrangement->name = plan->name;
  arrangement->kind = kith_kind_get_info (plan->kind)->key;
  arrangement->parent_id = plan->parent_id;
}

/**
 * kith_workbooks_put_stub:
 * @id: an arrangement that a row names, or %KITH_INT_NONE
 *
 * Makes the arrangement and its parents, where the rows that describe them were not read yet.
 *
 * Returns: whether that changes anything
 */
KithOutcome
kith_workbooks_put_stub (KithReading *reading, gint64 id)
{
  KithPlans *plans = kith_workbooks_get_plans (reading->workbooks);
  KithOutcome outcome = KITH_OUTCOME_UNCHANGED;

  for (guint g = 0; g < MAX_GENERATIONS && id != KITH_INT_NONE; g++)
    {
      KithArrangement arrangement;

      if (get_arrangement (plans, id) != NULL)
        break;
      kith_workbooks_fill_stub (reading->workbooks, id, &arrangement);
      kith_outcome_raise (&outcome,
                          kith_workbook_put (reading, KITH_TABLE_ARRANGEMENT, &arrangement));
      ((Plan *)g_hash_table_lookup (plans->by_id, &id))->is_stub = TRUE;
      id = arrangement.parent_id;
    }
  return outcome;
}

/**
 * kith_workbooks_take_stub:
 * @id: an arrangement
 *
 * Returns: whether kith_workbooks_put_stub() made it and this is the first row about it
 */
gboolean
kith_workbooks_take_stub (KithWorkbooks *self, gint64 id)
{
  Plan *plan = g_hash_table_lookup (kith_workbooks_get_plans (self)->by_id, &id);
  gboolean is_stub = plan != NULL && plan->is_stub;

  if (is_stub)
    plan->is_stub = FALSE;
  return is_stub;
}

/**
 * kith_workbooks_get_parties:
 * @contact: what tells the contact from others, as its rows have it
 *
 * Returns: (transfer none): who took part, u:URN and o:name in one set; whoever notes a contact
 *   adds to it
 */
GHashTable *
kith_workbooks_get_parties (KithWorkbooks *self, const char *contact)
{
  KithPlans *plans = kith_workbooks_get_plans (self);
  GHashTable *parties = g_hash_table_lookup (plans->parties, contact);

  if (parties == NULL)
    {
      parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (plans->parties, g_strdup (contact), parties);
    }
  return parties;
}
