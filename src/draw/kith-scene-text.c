/* kith-scene-text.c: a scene in words, a line a mark, to compare with another
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-pattern-private.h"
#include "kith-scene.h"

#include <math.h>

static const char *const weight_keys[] = { "regular", "medium", "semibold", "bold" };
static const char *const anchor_keys[] = { "start", "middle", "end" };

/* to a hundredth of a millimetre, and never −0 */
static void
add_number (GString *line, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  value = round (value * 100) / 100;
  g_string_append_c (line, ' ');
  g_string_append (line, g_ascii_formatd (text, sizeof text, "%.2f", value == 0 ? 0 : value));
}

static void
add_ink (GString *line, const char *name, const KithInk *ink)
{
  static const char *const tones[] = { "", "~", "*word", "*wash" };

  if (ink->role == KITH_ROLE_NOTHING)
    return;
  g_string_append_printf (line, " %s=%s%s", name, kith_role_get_key (ink->role), tones[ink->tone]);
  if (ink->tone == KITH_TONE_MIX)
    g_string_append_printf (line, "%s:%d%%", kith_role_get_key (ink->toward),
                            (int)round (ink->part * 100));
  if (ink->opacity != 1)
    g_string_append_printf (line, "@%d%%", (int)round (ink->opacity * 100));
}

static void
add_sign (GString *out, const KithMark *mark, const KithSign *sign)
{
  g_string_append_printf (out, "sign %s", kith_shape_get_key (sign->shape));
  add_number (out, mark->sign.at.x);
  add_number (out, mark->sign.at.y);
  g_string_append (out, " r");
  add_number (out, sign->r);
  add_ink (out, "fill", &sign->fill);
  add_ink (out, "edge", &sign->edge);
  if (sign->edge_width > 0)
    {
      g_string_append (out, sign->is_dashed ? " dashed" : " line");
      add_number (out, sign->edge_width);
    }
  for (guint i = 0; i < KITH_SIGN_RINGS && sign->rings[i].width > 0; i++)
    {
      g_string_append (out, " ring");
      add_number (out, sign->rings[i].distance);
      add_number (out, sign->rings[i].width);
    }
  if (mark->sign.subject != 0)
    g_string_append_printf (out, " of %" G_GINT64_FORMAT, mark->sign.subject);
  if (mark->sign.title != NULL)
    g_string_append_printf (out, " “%s”", mark->sign.title);
}

static void
add_path (GString *out, const KithMark *mark, const KithStep *steps)
{
  static const char letters[] = "MLCZ";
  const KithPaint *paint = &mark->path.paint;

  g_string_append (out, "path");
  add_ink (out, "fill", &paint->fill);
  add_ink (out, "stroke", &paint->stroke);
  if (paint->stroke.role != KITH_ROLE_NOTHING)
    {
      g_string_append_printf (out, " %s", kith_pattern_get_key (paint->pattern));
      add_number (out, paint->width);
    }
  if (paint->is_inside)
    g_string_append (out, " inside");
  for (guint s = mark->path.first; s < mark->path.first + mark->path.n_steps; s++)
    {
      guint n = steps[s].type == KITH_STEP_CLOSE ? 0 : steps[s].type == KITH_STEP_CURVE ? 3 : 1;

      g_string_append_printf (out, " %c", letters[steps[s].type]);
      for (guint p = 0; p < n; p++)
        {
          add_number (out, steps[s].points[p].x);
          add_number (out, steps[s].points[p].y);
        }
    }
}

static void
add_text (GString *out, const KithMark *mark)
{
  const KithWriting *writing = &mark->text.writing;

  g_string_append (out, "text");
  add_number (out, mark->text.at.x);
  add_number (out, mark->text.at.y);
  g_string_append_printf (out, " %s", anchor_keys[writing->anchor]);
  add_number (out, writing->type.size_pt);
  g_string_append_printf (out, " %s%s", weight_keys[writing->type.weight],
                          writing->type.is_italic ? " italic" : "");
  if (writing->type.spacing_pt != 0)
    add_number (out, writing->type.spacing_pt);
  add_ink (out, "ink", &writing->ink);
  if (writing->halo != KITH_ROLE_NOTHING)
    g_string_append_printf (out, " halo=%s", kith_role_get_key (writing->halo));
  g_string_append_printf (out, " “%s”", mark->text.words);
}

static const char *
get_tag_key (KithTag tag)
{
  return tag == KITH_TAG_LINK ? "link" : tag == KITH_TAG_PLACE ? "place" : kith_tag_get_key (tag);
}

static void
add_group (GString *out, const KithMark *mark)
{
  if (mark->group.tag != KITH_TAG_NONE)
    {
      g_string_append_printf (out, "tag %s", get_tag_key (mark->group.tag));
      if (mark->group.id != NULL)
        g_string_append_printf (out, " %s", mark->group.id);
      return;
    }
  g_string_append_printf (out, "group %s", mark->group.id);
  if (mark->group.title != NULL)
    g_string_append_printf (out, " “%s”", mark->group.title);
  if (mark->group.is_clipped)
    {
      g_string_append (out, " clip");
      add_number (out, mark->group.clip.x0);
      add_number (out, mark->group.clip.y0);
      add_number (out, mark->group.clip.x1);
      add_number (out, mark->group.clip.y1);
    }
}

/**
 * kith_scene_dup_text:
 *
 * Two scenes with the same text look the same to a hundredth of a millimetre. Tests compare
 * drawings so, not by pixels.
 *
 * Returns: (transfer full): a line a mark, groups indented
 */
char *
kith_scene_dup_text (const KithScene *self)
{
  g_autoptr (GString) out = g_string_new ("scene");
  guint n_marks, n_signs, n_steps, depth = 0;
  const KithMark *marks = kith_scene_get_marks (self, &n_marks);
  const KithSign *signs = kith_scene_get_signs (self, &n_signs);
  const KithStep *steps = kith_scene_get_steps (self, &n_steps);

  add_number (out, kith_scene_get_width (self));
  add_number (out, kith_scene_get_height (self));
  if (kith_scene_get_title (self) != NULL)
    g_string_append_printf (out, " “%s”", kith_scene_get_title (self));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].type == KITH_MARK_END)
        {
          depth--;
          continue;
        }
      g_string_append_printf (out, "%*s", (int)depth * 2, "");
      if (marks[i].type == KITH_MARK_SIGN)
        add_sign (out, &marks[i], &signs[marks[i].sign.sign]);
      else if (marks[i].type == KITH_MARK_PATH)
        add_path (out, &marks[i], steps);
      else if (marks[i].type == KITH_MARK_TEXT)
        add_text (out, &marks[i]);
      else
        {
          add_group (out, &marks[i]);
          depth++;
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
