/* kith-scene.c: a picture as a flat list of marks
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-scene.h"

#include <math.h>

struct _KithScene
{
  gatomicrefcount n_refs;
  double width, height;
  const char *title;
  const char *description;
  GArray *marks;
  GArray *signs;
  GArray *steps;
  guint last_sign;  /* that was added */
  guint first_step; /* of the path that is being built */
  guint depth;      /* groups that are open */
  GStringChunk *texts;
};

G_DEFINE_BOXED_TYPE (KithScene, kith_scene, kith_scene_ref, kith_scene_unref)

static const char *
keep_text (KithScene *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->texts, text);
}

static void
add_step (KithScene *self, KithStepType type, double x, double y)
{
  KithStep step = { type, { { x, y } } };

  g_array_append_val (self->steps, step);
}

/**
 * kith_scene_new:
 * @width: in mm
 * @height: in mm
 *
 * Returns: (transfer full): a scene without marks
 */
KithScene *
kith_scene_new (double width, double height)
{
  KithScene *self = g_new0 (KithScene, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->width = width;
  self->height = height;
  self->marks = g_array_new (FALSE, FALSE, sizeof (KithMark));
  self->signs = g_array_new (FALSE, FALSE, sizeof (KithSign));
  self->steps = g_array_new (FALSE, FALSE, sizeof (KithStep));
  self->texts = g_string_chunk_new (4096);
  return self;
}

/**
 * kith_scene_ref:
 *
 * Returns: (transfer full): @self
 */
KithScene *
kith_scene_ref (KithScene *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_scene_unref:
 * @self: (transfer full): a scene
 */
void
kith_scene_unref (KithScene *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_array_unref (self->marks);
  g_array_unref (self->signs);
  g_array_unref (self->steps);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * kith_scene_set_title:
 * @title: what the picture is called
 * @description: (nullable): what it shows, for those who cannot see it
 */
void
kith_scene_set_title (KithScene *self, const char *title, const char *description)
{
  self->title = keep_text (self, title);
  self->description = keep_text (self, description);
}

/**
 * kith_scene_begin_group:
 * @id: unique in the scene: a word
 * @title: (nullable): what it is, for those who cannot see it
 * @clip: (nullable): what lies outside is not drawn
 *
 * Everything up to kith_scene_end_group() belongs to it.
 */
void
kith_scene_begin_group (KithScene *self, const char *id, const char *title, const KithBox *clip)
{
  KithMark mark = { KITH_MARK_BEGIN };

  mark.group.id = keep_text (self, id);
  mark.group.title = keep_text (self, title);
  mark.group.is_clipped = clip != NULL;
  if (clip != NULL)
    mark.group.clip = *clip;
  g_array_append_val (self->marks, mark);
  self->depth++;
}

/**
 * kith_scene_begin_tag:
 * @tag: what part of a page it is
 * @place: (nullable): of a link where it leads to, of a place its name: letters, digits and -
 *
 * Everything up to kith_scene_end_group() belongs to it. Only PDF keeps tags.
 */
void
kith_scene_begin_tag (KithScene *self, KithTag tag, const char *place)
{
  KithMark mark = { KITH_MARK_BEGIN };

  g_return_if_fail (tag > KITH_TAG_NONE && tag < KITH_N_TAGS);
  mark.group.id = keep_text (self, place);
  mark.group.tag = tag;
  g_array_append_val (self->marks, mark);
  self->depth++;
}

/**
 * kith_tag_get_key:
 *
 * Returns: (transfer none) (nullable): as PDF writes it; %NULL for a link and a place, which it
 *   writes otherwise
 */
const char *
kith_tag_get_key (KithTag tag)
{
  static const char *const keys[KITH_N_TAGS] = {
    [KITH_TAG_H1] = "H1",        [KITH_TAG_H2] = "H2",           [KITH_TAG_H3] = "H3",
    [KITH_TAG_P] = "P",          [KITH_TAG_SPAN] = "Span",       [KITH_TAG_LIST] = "L",
    [KITH_TAG_ITEM] = "LI",      [KITH_TAG_LABEL] = "Lbl",       [KITH_TAG_BODY] = "LBody",
    [KITH_TAG_TABLE] = "Table",  [KITH_TAG_CAPTION] = "Caption", [KITH_TAG_ROW] = "TR",
    [KITH_TAG_HEADER] = "TH",    [KITH_TAG_CELL] = "TD",         [KITH_TAG_FIGURE] = "Figure",
    [KITH_TAG_CONTENTS] = "TOC", [KITH_TAG_ENTRY] = "TOCI",
  };

  g_return_val_if_fail (tag < KITH_N_TAGS, NULL);
  return keys[tag];
}

/**
 * kith_scene_end_group:
 *
 * Ends the group that began last.
 */
void
kith_scene_end_group (KithScene *self)
{
  KithMark mark = { KITH_MARK_END };

  g_return_if_fail (self->depth > 0);
  self->depth--;
  g_array_append_val (self->marks, mark);
}

/**
 * kith_scene_add_sign:
 * @sign: what it looks like
 * @at: where its centre stands
 * @subject: whose it is, for kith_scene_pick(): a URN; 0 for nobody's
 * @title: (nullable): its name
 */
void
kith_scene_add_sign (
    KithScene *self, const KithSign *sign, KithPoint at, gint64 subject, const char *title)
{
  KithMark mark = { KITH_MARK_SIGN };
  guint number = self->last_sign;

  /* most often it is the one before */
  if (number >= self->signs->len ||
      !kith_sign_is_equal (&g_array_index (self->signs, KithSign, number), sign))
    for (number = 0; number < self->signs->len; number++)
      if (kith_sign_is_equal (&g_array_index (self->signs, KithSign, number), sign))
        break;
  if (number == self->signs->len)
    g_array_append_vals (self->signs, sign, 1);
  self->last_sign = number;
  mark.sign.sign = number;
  mark.sign.at = at;
  mark.sign.subject = subject;
  mark.sign.title = keep_text (self, title);
  g_array_append_val (self->marks, mark);
}

/**
 * kith_scene_add_text:
 * @writing: how it is set
 * @at: a point on the line that the letters stand on
 * @words: one line
 */
void
kith_scene_add_text (KithScene *self, const KithWriting *writing, KithPoint at, const char *words)
{
  KithMark mark = { KITH_MARK_TEXT };

  mark.text.at = at;
  mark.text.writing = *writing;
  mark.text.words = keep_text (self, words);
  g_array_append_val (self->marks, mark);
}

/**
 * kith_scene_move_to:
 *
 * Begins a part of the path that is being built.
 */
void
kith_scene_move_to (KithScene *self, double x, double y)
{
  add_step (self, KITH_STEP_MOVE, x, y);
}

/**
 * kith_scene_line_to:
 *
 * Goes on in a straight line.
 */
void
kith_scene_line_to (KithScene *self, double x, double y)
{
  add_step (self, KITH_STEP_LINE, x, y);
}

/**
 * kith_scene_curve_to:
 *
 * Goes on in a Bézier curve.
 */
void
kith_scene_curve_to (KithScene *self, KithPoint first, KithPoint second, KithPoint end)
{
  KithStep step = { KITH_STEP_CURVE, { first, second, end } };

  g_array_append_val (self->steps, step);
}

/**
 * kith_scene_close:
 *
 * Goes back to where the part began.
 */
void
kith_scene_close (KithScene *self)
{
  add_step (self, KITH_STEP_CLOSE, 0, 0);
}

/**
 * kith_scene_end_path:
 * @paint: how it looks
 *
 * Makes a mark of the path that was built since the last one.
 */
void
kith_scene_end_path (KithScene *self, const KithPaint *paint)
{
  KithMark mark = { KITH_MARK_PATH };

  mark.path.first = self->first_step;
  mark.path.n_steps = self->steps->len - self->first_step;
  mark.path.paint = *paint;
  self->first_step = self->steps->len;
  if (mark.path.n_steps > 0)
    g_array_append_val (self->marks, mark);
}

/**
 * kith_scene_add_box:
 *
 * Adds a rectangle.
 */
void
kith_scene_add_box (KithScene *self, KithBox box, const KithPaint *paint)
{
  kith_scene_move_to (self, box.x0, box.y0);
  kith_scene_line_to (self, box.x1, box.y0);
  kith_scene_line_to (self, box.x1, box.y1);
  kith_scene_line_to (self, box.x0, box.y1);
  kith_scene_close (self);
  kith_scene_end_path (self, paint);
}

/**
 * kith_scene_add_line:
 *
 * Adds a straight line.
 */
void
kith_scene_add_line (KithScene *self, KithPoint from, KithPoint to, const KithPaint *paint)
{
  kith_scene_move_to (self, from.x, from.y);
  kith_scene_line_to (self, to.x, to.y);
  kith_scene_end_path (self, paint);
}

/**
 * kith_scene_get_width:
 *
 * Returns: in mm
 */
double
kith_scene_get_width (const KithScene *self)
{
  return self->width;
}

/**
 * kith_scene_get_height:
 *
 * Returns: in mm
 */
double
kith_scene_get_height (const KithScene *self)
{
  return self->height;
}

/**
 * kith_scene_get_title:
 *
 * Returns: (transfer none) (nullable): what the picture is called
 */
const char *
kith_scene_get_title (const KithScene *self)
{
  return self->title;
}

/**
 * kith_scene_get_description:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const char *
kith_scene_get_description (const KithScene *self)
{
  return self->description;
}

/**
 * kith_scene_get_marks:
 *
 * Returns: (transfer none) (array length=n_marks): its marks, the lowest first
 */
const KithMark *
kith_scene_get_marks (const KithScene *self, guint *n_marks)
{
  *n_marks = self->marks->len;
  return (const KithMark *)self->marks->data;
}

/**
 * kith_scene_get_signs:
 *
 * Returns: (transfer none) (array length=n_signs): the signs that its marks name, each once
 */
const KithSign *
kith_scene_get_signs (const KithScene *self, guint *n_signs)
{
  *n_signs = self->signs->len;
  return (const KithSign *)self->signs->data;
}

/**
 * kith_scene_get_steps:
 *
 * Returns: (transfer none) (array length=n_steps): the steps that its paths name
 */
const KithStep *
kith_scene_get_steps (const KithScene *self, guint *n_steps)
{
  *n_steps = self->steps->len;
  return (const KithStep *)self->steps->data;
}

/**
 * kith_scene_pick:
 * @at: a point
 * @radius: how far from a sign's edge still counts, in mm
 *
 * Cost: O(marks).
 *
 * Returns: whose sign lies there: the uppermost one under the point, else the nearest; 0 for
 *   nobody's
 */
gint64
kith_scene_pick (const KithScene *self, KithPoint at, double radius)
{
  double best = INFINITY;
  gint64 subject = 0;

  for (guint i = self->marks->len; i-- > 0;)
    {
      const KithMark *mark = &g_array_index (self->marks, KithMark, i);
      double far;

      if (mark->type != KITH_MARK_SIGN || mark->sign.subject == 0)
        continue;
      far = hypot (mark->sign.at.x - at.x, mark->sign.at.y - at.y) -
            kith_sign_get_extent (&g_array_index (self->signs, KithSign, mark->sign.sign));
      if (far <= 0)
        return mark->sign.subject;
      if (far <= radius && far < best)
        {
          best = far;
          subject = mark->sign.subject;
        }
    }
  return subject;
}

/**
 * kith_scene_find:
 * @subject: whose sign
 * @at: (out): where it stands
 * @r: (out): how far it reaches from there, in mm
 *
 * Returns: whether it is in the scene
 */
gboolean
kith_scene_find (const KithScene *self, gint64 subject, KithPoint *at, double *r)
{
  for (guint i = self->marks->len; i-- > 0;)
    {
      const KithMark *mark = &g_array_index (self->marks, KithMark, i);

      if (mark->type == KITH_MARK_SIGN && mark->sign.subject == subject)
        {
          *at = mark->sign.at;
          *r = kith_sign_get_extent (&g_array_index (self->signs, KithSign, mark->sign.sign));
          return TRUE;
        }
    }
  return FALSE;
}

static KithPoint
move_point (KithPoint point, KithPoint by)
{
  return (KithPoint){ point.x + by.x, point.y + by.y };
}

static void
add_moved (KithScene *self, const KithScene *scene, const KithMark *mark, KithPoint by)
{
  const KithStep *steps = (const KithStep *)scene->steps->data;
  KithMark copy = *mark;

  switch (mark->type)
    {
    case KITH_MARK_SIGN:
      kith_scene_add_sign (self, &g_array_index (scene->signs, KithSign, mark->sign.sign),
                           move_point (mark->sign.at, by), mark->sign.subject, mark->sign.title);
      return;
    case KITH_MARK_PATH:
      for (guint s = 0; s < mark->path.n_steps; s++)
        {
          KithStep step = steps[mark->path.first + s];

          for (guint p = 0; p < G_N_ELEMENTS (step.points); p++)
            step.points[p] = move_point (step.points[p], by);
          g_array_append_val (self->steps, step);
        }
      kith_scene_end_path (self, &mark->path.paint);
      return;
    case KITH_MARK_TEXT:
      kith_scene_add_text (self, &mark->text.writing, move_point (mark->text.at, by),
                           mark->text.words);
      return;
    case KITH_MARK_BEGIN:
      copy.group.id = keep_text (self, mark->group.id);
      copy.group.title = keep_text (self, mark->group.title);
      copy.group.clip = (KithBox){ mark->group.clip.x0 + by.x, mark->group.clip.y0 + by.y,
                                   mark->group.clip.x1 + by.x, mark->group.clip.y1 + by.y };
      g_array_append_val (self->marks, copy);
      self->depth++;
      return;
    case KITH_MARK_END:
    default:
      kith_scene_end_group (self);
      return;
    }
}

/**
 * kith_scene_add_scene:
 * @scene: another, whole
 * @at: where its upper left corner comes to lie
 *
 * Copies everything in it.
 */
void
kith_scene_add_scene (KithScene *self, const KithScene *scene, KithPoint at)
{
  g_return_if_fail (self != scene && scene->depth == 0);
  for (guint i = 0; i < scene->marks->len; i++)
    add_moved (self, scene, &g_array_index (scene->marks, KithMark, i), at);
}
