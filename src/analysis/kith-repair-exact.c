/* kith-repair-exact.c: the fewest new links, where there are not many to choose from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-repair-private.h"

#include <glib/gi18n.h>
#include <glpk.h>
#include <setjmp.h>

/* Searching stops after so many nodes, wherever it is: never by the clock. */
#define MOST_NODES 20000

/* GLPK keeps its memory and its hooks for the whole process. */
static GMutex lock;

/* The program in the making: columns are numbered from 1, entries grow three arrays as one. */
typedef struct
{
  const KithRepairModel *model;
  glp_prob *problem;
  GArray *rows;    /* of int; the first is not used */
  GArray *columns; /* of int */
  GArray *values;  /* of double */
  double link_price, hanging_price, isolated_price;
} Program;

typedef struct
{
  KithJob *job;
  gboolean is_cut_short;
  GArray *taken; /* NULL where it found no best */
} Search;

static int
add_column (Program *self, int kind, double price)
{
  int column = glp_add_cols (self->problem, 1);

  glp_set_col_kind (self->problem, column, kind);
  glp_set_col_bnds (self->problem, column, GLP_DB, 0, 1);
  glp_set_obj_coef (self->problem, column, price);
  return column;
}

static int
add_row (Program *self, int type, double bound)
{
  int row = glp_add_rows (self->problem, 1);

  glp_set_row_bnds (self->problem, row, type, bound, bound);
  return row;
}

static void
add_entry (Program *self, int row, int column, double value)
{
  g_array_append_val (self->rows, row);
  g_array_append_val (self->columns, column);
  g_array_append_val (self->values, value);
}

static const KithOffer *
get_offer (const Program *self, guint offer)
{
  return &g_array_index (self->model->offers, KithOffer, offer);
}

static const KithGroup *
get_group (const Program *self, const KithOffer *offer)
{
  return &g_array_index (self->model->groups, KithGroup, offer->group);
}

/* Offers are the first columns, in their order: of as few the cheaper. */
static void
add_offers (Program *self)
{
  guint n = self->model->offers->len;
  double dearest = 1, most_links = 2.0 * self->model->n_wanting + 1;

  for (guint o = 0; o < n; o++)
    dearest = MAX (dearest, get_offer (self, o)->cost);
  for (guint o = 0; o < n; o++)
    add_column (self, GLP_BV,
                self->link_price * (1 + get_offer (self, o)->cost / dearest / most_links / 2));
}

static void
bound_rooms (Program *self)
{
  for (guint g = 0; g < self->model->groups->len; g++)
    {
      int row = add_row (self, GLP_UP, g_array_index (self->model->groups, KithGroup, g).room);

      for (guint o = 0; o < self->model->offers->len; o++)
        if (get_offer (self, o)->group == g)
          add_entry (self, row, (int)o + 1, 1);
    }
}

/* Whether a live member of the offer's group, of no more than @most. */
static gboolean
is_live_in (const Program *self, const KithOffer *offer, guint school, guint most)
{
  const KithGroup *group = get_group (self, offer);

  for (guint m = 0; m < group->n_live && group->n_live <= most; m++)
    if (group->live[m] == school)
      return TRUE;
  return FALSE;
}

/* Each arrangement counts once: a pairing, what it joins, and one in which it was alone and
   somebody joins. */
static void
count_carriers (Program *self, guint school, int row)
{
  const KithRepairModel *model = self->model;

  for (guint o = 0; o < model->offers->len; o++)
    if (get_offer (self, o)->school == school || get_offer (self, o)->other == school)
      add_entry (self, row, (int)o + 1, 1);
  for (guint g = 0; g < model->groups->len; g++)
    {
      const KithGroup *group = &g_array_index (model->groups, KithGroup, g);
      int column, one;

      if (group->n_live != 1 || group->live[0] != school)
        continue;
      column = add_column (self, GLP_CV, 0);
      one = add_row (self, GLP_LO, 0); /* no more than those who join */
      add_entry (self, one, column, -1);
      add_entry (self, row, column, 1);
      for (guint o = 0; o < model->offers->len; o++)
        if (get_offer (self, o)->group == g)
          add_entry (self, one, (int)o + 1, 1);
    }
}

/* 1 where both join the group of @a and @b. */
static int
add_both (Program *self, guint a, guint b)
{
  int column = add_column (self, GLP_CV, 0);
  guint offers[] = { a, b };

  for (guint i = 0; i < 2; i++)
    {
      int row = add_row (self, GLP_LO, 0);

      add_entry (self, row, (int)offers[i] + 1, 1);
      add_entry (self, row, column, -1);
    }
  return column;
}

/* What would tie @school to @other. Larger groups bring two at once and are counted apart. */
static void
list_tying (Program *self, guint school, guint other, int row)
{
  const KithRepairModel *model = self->model;

  for (guint o = 0; o < model->offers->len; o++)
    {
      const KithOffer *at = get_offer (self, o);

      if (at->group == KITH_INDEX_NONE)
        {
          if ((at->school == school && at->other == other) ||
              (at->school == other && at->other == school))
            add_entry (self, row, (int)o + 1, 1);
          continue;
        }
      if ((at->school == school && is_live_in (self, at, other, 1)) ||
          (at->school == other && is_live_in (self, at, school, 2)))
        add_entry (self, row, (int)o + 1, 1);
      for (guint p = 0; p < model->offers->len && at->school == school; p++)
        if (get_offer (self, p)->group == at->group && get_offer (self, p)->school == other &&
            get_group (self, at)->n_live == 1)
          add_entry (self, row, add_both (self, o, p), 1);
    }
}

static void
count_tied (Program *self, guint school, int row)
{
  const KithRepairModel *model = self->model;
  const KithFooting *footing = &model->footings[school];
  g_autofree guint8 *is_other = g_new0 (guint8, model->n_schools + 1);

  for (guint o = 0; o < model->offers->len; o++)
    {
      const KithOffer *at = get_offer (self, o);

      is_other[at->school] = TRUE;
      if (at->other != KITH_INDEX_NONE)
        is_other[at->other] = TRUE;
      else
        is_other[get_group (self, at)->live[0]] = TRUE;
      if (at->group != KITH_INDEX_NONE && at->school == school && get_group (self, at)->n_live > 1)
        add_entry (self, row, (int)o + 1, 2);
    }
  is_other[school] = FALSE;
  if (footing->n_tied == 1)
    is_other[footing->tied] = FALSE;
  for (guint j = 0; j < model->n_schools; j++)
    if (is_other[j])
      {
        int column = add_column (self, GLP_CV, 0);
        int one = add_row (self, GLP_LO, 0);

        add_entry (self, one, column, -1);
        add_entry (self, row, column, 1);
        list_tying (self, school, j, one);
      }
}

/* Two arrangements and two schools, or the price of hanging; one of each, or that of being
   isolated. */
static void
add_school (Program *self, guint school)
{
  const KithFooting *footing = &self->model->footings[school];
  int hanging = add_column (self, GLP_BV, self->hanging_price);
  int isolated = footing->n_tied == 0 ? add_column (self, GLP_BV, self->isolated_price) : 0;
  int row;

  if (footing->n_carriers < 2)
    {
      row = add_row (self, GLP_LO, 2.0 - footing->n_carriers);
      count_carriers (self, school, row);
      add_entry (self, row, hanging, 1);
      if (isolated != 0)
        add_entry (self, row, isolated, 1);
    }
  if (footing->n_tied < 2)
    {
      row = add_row (self, GLP_LO, 2.0 - footing->n_tied);
      count_tied (self, school, row);
      add_entry (self, row, hanging, 1);
      if (isolated != 0)
        add_entry (self, row, isolated, 1);
    }
}

static void
make_program (Program *self)
{
  const KithRepairModel *model = self->model;

  glp_set_obj_dir (self->problem, GLP_MIN);
  add_offers (self);
  bound_rooms (self);
  for (guint w = 0; w < model->n_wanting; w++)
    add_school (self, model->wanting[w]);
  glp_load_matrix (self->problem, (int)self->rows->len - 1, (const int *)self->rows->data,
                   (const int *)self->columns->data, (const double *)self->values->data);
}

static void
look_up_cb (glp_tree *tree, void *data)
{
  Search *search = data;
  int n_nodes;

  glp_ios_tree_size (tree, NULL, NULL, &n_nodes);
  if (n_nodes <= MOST_NODES && kith_job_step (search->job, n_nodes, MOST_NODES, NULL))
    return;
  search->is_cut_short = TRUE;
  glp_ios_terminate (tree);
}

static void
fail_cb (void *data)
{
  longjmp (*(jmp_buf *)data, 1);
}

static void
solve (Program *self, Search *search)
{
  glp_iocp control;

  self->problem = glp_create_prob ();
  make_program (self);
  glp_init_iocp (&control);
  control.msg_lev = GLP_MSG_OFF;
  control.presolve = GLP_ON;
  control.cb_func = look_up_cb;
  control.cb_info = search;
  if (glp_intopt (self->problem, &control) == 0 && glp_mip_status (self->problem) == GLP_OPT)
    {
      search->taken = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint o = 0; o < self->model->offers->len; o++)
        if (glp_mip_col_val (self->problem, (int)o + 1) > 0.5)
          g_array_append_val (search->taken, o);
    }
  glp_delete_prob (self->problem);
}

/* Without memory GLPK would end the process: it is left by the back door. */
static void
solve_safely (Program *self, Search *search)
{
  jmp_buf back;

  if (setjmp (back) == 0)
    {
      glp_error_hook (fail_cb, &back);
      glp_term_out (GLP_OFF);
      solve (self, search);
    }
  glp_error_hook (NULL, NULL);
  glp_free_env ();
}

/**
 * kith_repair_find_exactly:
 * @model: what there is to choose from
 * @job: (nullable): takes progress, gives cancellation
 * @is_proved: (out): whether the search came to its end
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * A mixed integer program: first as few isolated schools as can be, then as few that hang on
 * one link, then as few links, then the cheapest. Cost: exponential in the offers.
 *
 * Returns: (transfer full) (nullable) (element-type guint): numbers of the offers taken; %NULL
 *   where the search was cut short, or with @error set
 */
GArray *
kith_repair_find_exactly (const KithRepairModel *model,
                          KithJob *job,
                          gboolean *is_proved,
                          GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (int));
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (int));
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (double));
  Program program = { model, NULL, rows, columns, values, 1, 0, 0 };
  Search search = { job, FALSE, NULL };

  *is_proved = FALSE;
  g_array_set_size (rows, 1);
  g_array_set_size (columns, 1);
  g_array_set_size (values, 1);
  program.hanging_price = 2.0 * model->n_wanting + 2;
  program.isolated_price = program.hanging_price * (model->n_wanting + 1);
  kith_job_begin (job, _ ("Looking for the fewest links"), 0.5, 0.8);
  g_mutex_lock (&lock);
  solve_safely (&program, &search);
  g_mutex_unlock (&lock);
  if (!kith_job_step (job, 1, 1, error))
    {
      g_clear_pointer (&search.taken, g_array_unref);
      return NULL;
    }
  *is_proved = search.taken != NULL && !search.is_cut_short;
  return search.taken;
}
