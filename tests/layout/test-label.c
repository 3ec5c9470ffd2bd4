/* test-label.c: names overlap nothing, checked by code that shares none with the placer
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-label.h"

#include <math.h>

#define MOST 400

typedef struct
{
  KithPoint at;
  double reach;
  gboolean is_firm;
} Mark;

/* one instance, as the checker knows it */
typedef struct
{
  double width, height;
  Mark marks[3000];
  guint n_marks;
  KithBox furniture[4];
  guint n_furniture;
  KithLabelPlace places[MOST];
  KithLabel labels[MOST];
  guint n_labels;
} Instance;

/* The checker looks at everything by sampling points, every quarter of a millimetre. */
static gboolean
is_over (KithBox box, double x, double y)
{
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

static void
check_leader (const Instance *in, guint i)
{
  const KithLabelPlace *place = &in->places[i];
  double length = hypot (place->to.x - place->from.x, place->to.y - place->from.y);

  for (double s = 0; s <= length; s += 0.25)
    {
      double x = place->from.x + (place->to.x - place->from.x) * s / length;
      double y = place->from.y + (place->to.y - place->from.y) * s / length;

      for (guint j = 0; j < in->n_labels; j++)
        g_assert_false (in->places[j].is_placed && is_over (in->places[j].box, x, y));
      for (guint m = 0; m < in->n_marks; m++)
        g_assert_cmpfloat (hypot (in->marks[m].at.x - x, in->marks[m].at.y - y), >=,
                           in->marks[m].reach);
      for (guint f = 0; f < in->n_furniture; f++)
        g_assert_false (is_over (in->furniture[f], x, y));
    }
}

static double
turn (KithPoint a, KithPoint b, KithPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static void
check_pair (const KithLabelPlace *p, const KithLabelPlace *q)
{
  g_assert_true (p->box.x1 <= q->box.x0 || q->box.x1 <= p->box.x0 || p->box.y1 <= q->box.y0 ||
                 q->box.y1 <= p->box.y0);
  if (p->has_leader && q->has_leader)
    g_assert_false ((turn (p->from, p->to, q->from) > 0) != (turn (p->from, p->to, q->to) > 0) &&
                    (turn (q->from, q->to, p->from) > 0) != (turn (q->from, q->to, p->to) > 0));
}

static void
check (const Instance *in)
{
  for (guint i = 0; i < in->n_labels; i++)
    {
      const KithLabelPlace *place = &in->places[i];
      const KithLabelForm *form = &in->labels[i].forms[place->form];

      if (!place->is_placed)
        continue;
      g_assert_cmpfloat_with_epsilon (place->box.x1 - place->box.x0, form->width, 1e-9);
      g_assert_cmpfloat_with_epsilon (place->box.y1 - place->box.y0, form->height, 1e-9);
      g_assert_true (place->box.x0 >= 0 && place->box.y0 >= 0 && place->box.x1 <= in->width &&
                     place->box.y1 <= in->height);
      for (double x = place->box.x0; x <= place->box.x1; x += 0.25)
        for (double y = place->box.y0; y <= place->box.y1; y += 0.25)
          {
            for (guint m = 0; m < in->n_marks; m++)
              g_assert_false (in->marks[m].is_firm &&
                              hypot (in->marks[m].at.x - x, in->marks[m].at.y - y) <
                                  in->marks[m].reach);
            for (guint f = 0; f < in->n_furniture; f++)
              g_assert_false (is_over (in->furniture[f], x, y));
          }
      if (place->has_leader)
        check_leader (in, i);
      for (guint j = 0; j < i; j++)
        if (in->places[j].is_placed)
          check_pair (place, &in->places[j]);
    }
}

static guint
place (Instance *in, guint n_labels, guint n_context, guint seed, gint64 *microseconds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (KithLabels) labels = kith_labels_new ((KithBox){ 0, 0, in->width, in->height });
  guint n_placed = 0;
  gint64 start;

  in->n_marks = in->n_furniture = in->n_labels = 0;
  in->furniture[in->n_furniture++] =
      (KithBox){ in->width - 40, in->height - 15, in->width, in->height };
  kith_labels_add_furniture (labels, in->furniture[0]);
  for (guint i = 0; i < n_context; i++)
    {
      Mark mark = { { g_rand_double (rand) * in->width, g_rand_double (rand) * in->height },
                    0.6,
                    i % 9 == 0 };

      in->marks[in->n_marks++] = mark;
      kith_labels_add_spot (labels, mark.at, mark.reach, mark.is_firm ? INFINITY : 0.55);
    }
  for (guint i = 0; i < n_labels; i++)
    {
      double wide = g_rand_double_range (rand, 12, 34);
      KithLabel label = { { g_rand_double (rand) * in->width,
                            g_rand_double (rand) * (in->height - 17) },
                          1.3,
                          { { wide, 2.6 }, { wide * 0.6, 5.4 } },
                          40 + i % 3 };

      in->marks[in->n_marks++] = (Mark){ label.at, label.reach, TRUE };
      in->labels[in->n_labels++] = label;
      g_assert_cmpuint (kith_labels_add (labels, &label), ==, i);
    }
  for (guint i = 0; i < 40; i++)
    kith_labels_add_line (
        labels, (KithPoint){ g_rand_double (rand) * in->width, g_rand_double (rand) * in->height },
        (KithPoint){ in->width / 2, in->height / 2 }, i);
  start = g_get_monotonic_time ();
  kith_labels_place (labels, seed);
  if (microseconds != NULL)
    *microseconds = g_get_monotonic_time () - start;
  for (guint i = 0; i < n_labels; i++)
    {
      const KithLabelPlace *found = kith_labels_get (labels, i);

      in->places[i] = found == NULL ? (KithLabelPlace){ FALSE } : *found;
      n_placed += found != NULL;
    }
  return n_placed;
}

/* sparse, as a hub map; full; and so full that some must be left out */
static void
test_random (void)
{
  static const struct
  {
    guint n_labels, n_context;
    double least;
  } sizes[] = { { 30, 300, 1 }, { 70, 200, 0.97 }, { 150, 100, 0.6 } };
  g_autofree Instance *in = g_new0 (Instance, 1);

  in->width = 204;
  in->height = 160;
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 1; seed <= 6; seed++)
      {
        guint n = place (in, sizes[s].n_labels, sizes[s].n_context, seed, NULL);

        g_test_message ("%u of %u placed", n, sizes[s].n_labels);
        g_assert_cmpuint (n, >=, (guint)(sizes[s].least * sizes[s].n_labels));
        check (in);
      }
}

static void
test_repeat (void)
{
  g_autofree Instance *a = g_new0 (Instance, 1);
  g_autofree Instance *b = g_new0 (Instance, 1);

  a->width = b->width = 204;
  a->height = b->height = 160;
  place (a, 60, 300, 4, NULL);
  place (b, 60, 300, 4, NULL);
  for (guint i = 0; i < 60; i++)
    {
      g_assert_cmpint (a->places[i].is_placed, ==, b->places[i].is_placed);
      g_assert_cmpfloat (a->places[i].box.x0, ==, b->places[i].box.x0);
      g_assert_cmpfloat (a->places[i].box.y0, ==, b->places[i].box.y0);
    }
}

static void
test_speed (void)
{
  g_autofree Instance *in = g_new0 (Instance, 1);
  gint64 best = G_MAXINT64;

  in->width = 420;
  in->height = 297;
  for (guint i = 0; i < 3; i++)
    {
      gint64 microseconds;

      place (in, 300, 1200, 1, &microseconds);
      best = MIN (best, microseconds);
    }
  g_test_message ("300 names among 1,200 marks: %.0f ms", best / 1000.0);
  g_assert_cmpint (best, <, 2000000);
}

/* one mark alone: its name stands to the right; at the right edge it stands to the left */
static void
test_simple (void)
{
  g_autoptr (KithLabels) labels = kith_labels_new ((KithBox){ 0, 0, 100, 60 });
  KithLabel label = { { 30, 30 }, 1, { { 20, 2.6 }, { 12, 5.4 } }, 40 };
  const KithLabelPlace *place;

  kith_labels_add (labels, &label);
  label.at = (KithPoint){ 95, 30 };
  kith_labels_add (labels, &label);
  kith_labels_place (labels, 1);
  place = kith_labels_get (labels, 0);
  g_assert_cmpfloat (place->box.x0, >, 31);
  g_assert_cmpfloat_with_epsilon ((place->box.y0 + place->box.y1) / 2, 30, 1e-9);
  g_assert_cmpint (place->anchor, ==, KITH_ANCHOR_START);
  place = kith_labels_get (labels, 1);
  g_assert_cmpfloat (place->box.x1, <, 94);
  g_assert_cmpint (place->anchor, ==, KITH_ANCHOR_END);
  g_assert_false (place->has_leader);
}

/* a place name goes to the best of the offered places that is free, or stays away */
static void
test_free (void)
{
  g_autoptr (KithLabels) labels = kith_labels_new ((KithBox){ 0, 0, 100, 60 });
  KithLabel label = { { 30, 30 }, 1, { { 20, 2.6 } }, 40 };
  static const KithPoint centres[] = { { 40, 30 }, { 50, 45 }, { 60, 45 } };
  KithBox box;

  kith_labels_add (labels, &label);
  kith_labels_place (labels, 1);
  g_assert_true (kith_labels_place_free (labels, (KithLabelForm){ 10, 3 }, centres, 3, 10, &box));
  g_assert_cmpfloat (box.x0, ==, 45);
  g_assert_cmpfloat (box.y1, ==, 46.5);
  g_assert_false (kith_labels_place_free (labels, (KithLabelForm){ 10, 3 }, centres, 2, 10, &box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/a name stands right of its mark where it can", test_simple);
  g_test_add_func ("/label/names of areas take what is free", test_free);
  g_test_add_func ("/label/nothing overlaps and nothing is cut, on random maps", test_random);
  g_test_add_func ("/label/the same seed gives the same places", test_repeat);
  g_test_add_func ("/label/300 names are placed while one waits", test_speed);
  return g_test_run ();
}
