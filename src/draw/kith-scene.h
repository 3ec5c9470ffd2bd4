/* kith-scene.h: a picture as a flat list of marks
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-measure.h"
#include "kith-sign.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCENE (kith_scene_get_type ())

/**
 * KithScene:
 *
 * What is to be seen, in mm from the upper left corner, with roles for inks: no colour, no
 * pixel. Marks lie over those that were added before. Built by one thread, then only read,
 * and may then cross threads. Counted.
 */
typedef struct _KithScene KithScene;

typedef enum
{
  KITH_MARK_SIGN,
  KITH_MARK_PATH,
  KITH_MARK_TEXT,
  KITH_MARK_BEGIN, /* a group: a layer, one school … */
  KITH_MARK_END,
} KithMarkType;

/* What a part of a page is, to whoever has it read aloud: as PDF calls it. */
typedef enum
{
  KITH_TAG_NONE,
  KITH_TAG_H1,
  KITH_TAG_H2,
  KITH_TAG_H3,
  KITH_TAG_P,
  KITH_TAG_SPAN,
  KITH_TAG_LIST,
  KITH_TAG_ITEM,
  KITH_TAG_LABEL,
  KITH_TAG_BODY,
  KITH_TAG_TABLE,
  KITH_TAG_CAPTION,
  KITH_TAG_ROW,
  KITH_TAG_HEADER,
  KITH_TAG_CELL,
  KITH_TAG_FIGURE,
  KITH_TAG_CONTENTS,
  KITH_TAG_ENTRY,
  KITH_TAG_LINK,  /* leads to a place */
  KITH_TAG_PLACE, /* may be led to */
  KITH_N_TAGS,
} KithTag;

/* How a line is broken: LOOK, section 4. */
typedef enum
{
  KITH_PATTERN_SOLID,
  KITH_PATTERN_DOTS,
  KITH_PATTERN_DOUBLE,
  KITH_PATTERN_LONG_DASH,
  KITH_PATTERN_DASH_DOT,
  KITH_PATTERN_SHORT_DASH,
  KITH_PATTERN_FINE_DOTS, /* the edge of a soft shape */
  KITH_N_PATTERNS,
} KithPattern;

/**
 * KithPaint:
 * @fill: of the inside, even-odd
 * @stroke: of the line
 * @width: of the line, in mm
 * @pattern: of the line
 * @ground: what runs down the middle of a double line
 * @is_inside: whether only that part of the line is drawn that lies inside the path
 */
typedef struct
{
  KithInk fill;
  KithInk stroke;
  double width;
  KithPattern pattern;
  KithRole ground;
  gboolean is_inside;
} KithPaint;

/**
 * KithWriting:
 * @type: size, weight …
 * @ink: of the letters
 * @anchor: which part of the line stands at the point
 * @halo: the ground around the letters, nothing for none
 */
typedef struct
{
  KithType type;
  KithInk ink;
  KithAnchor anchor;
  KithRole halo;
} KithWriting;

/* LOOK, section 7. */
#define KITH_HALO_WIDTH   0.9
#define KITH_HALO_OPACITY 0.88

/**
 * KithMark:
 * @type: which of the parts holds
 * @sign: a sign, its number among the scene's, where it stands, whose it is (0: nobody's)
 * @path: its steps and how they are painted
 * @text: one line, at the left, middle or end of the line it stands on
 * @group: everything up to its end; @clip is empty where nothing is cut off; @tag says what it is
 *   on a page, and then @id is the place that a link leads to, or that may be led to
 */
typedef struct
{
  KithMarkType type;
  union
  {
    struct
    {
      guint sign;
      KithPoint at;
      gint64 subject;
      const char *title;
    } sign;
    struct
    {
      guint first, n_steps;
      KithPaint paint;
    } path;
    struct
    {
      KithPoint at;
      KithWriting writing;
      const char *words;
    } text;
    struct
    {
      const char *id;
      const char *title;
      gboolean is_clipped;
      KithBox clip;
      KithTag tag;
    } group;
  };
} KithMark;

GType            kith_scene_get_type        (void);
KithScene       *kith_scene_new             (double              width,
                                             double              height);
KithScene       *kith_scene_ref             (KithScene          *self);
void             kith_scene_unref           (KithScene          *self);

void             kith_scene_set_title       (KithScene          *self,
                                             const char         *title,
                                             const char         *description);
void             kith_scene_begin_group     (KithScene          *self,
                                             const char         *id,
                                             const char         *title,
                                             const KithBox      *clip);
void             kith_scene_begin_tag       (KithScene          *self,
                                             KithTag             tag,
                                             const char         *place);
void             kith_scene_end_group       (KithScene          *self);
void             kith_scene_add_scene       (KithScene          *self,
                                             const KithScene    *scene,
                                             KithPoint           at);
void             kith_scene_add_sign        (KithScene          *self,
                                             const KithSign     *sign,
                                             KithPoint           at,
                                             gint64              subject,
                                             const char         *title);
void             kith_scene_add_text        (KithScene          *self,
                                             const KithWriting  *writing,
                                             KithPoint           at,
                                             const char         *words);
void             kith_scene_move_to         (KithScene          *self,
                                             double              x,
                                             double              y);
void             kith_scene_line_to         (KithScene          *self,
                                             double              x,
                                             double              y);
void             kith_scene_curve_to        (KithScene          *self,
                                             KithPoint           first,
                                             KithPoint           second,
                                             KithPoint           end);
void             kith_scene_close           (KithScene          *self);
void             kith_scene_end_path        (KithScene          *self,
                                             const KithPaint    *paint);
void             kith_scene_add_box         (KithScene          *self,
                                             KithBox             box,
                                             const KithPaint    *paint);
void             kith_scene_add_line        (KithScene          *self,
                                             KithPoint           from,
                                             KithPoint           to,
                                             const KithPaint    *paint);

double           kith_scene_get_width       (const KithScene    *self);
double           kith_scene_get_height      (const KithScene    *self);
const char      *kith_scene_get_title       (const KithScene    *self);
const char      *kith_scene_get_description (const KithScene    *self);
const KithMark  *kith_scene_get_marks       (const KithScene    *self,
                                             guint              *n_marks);
const KithSign  *kith_scene_get_signs       (const KithScene    *self,
                                             guint              *n_signs);
const KithStep  *kith_scene_get_steps       (const KithScene    *self,
                                             guint              *n_steps);
const char      *kith_tag_get_key           (KithTag             tag);
gint64           kith_scene_pick            (const KithScene    *self,
                                             KithPoint           at,
                                             double              radius);
gboolean         kith_scene_find            (const KithScene    *self,
                                             gint64              subject,
                                             KithPoint          *at,
                                             double             *r);
char            *kith_scene_dup_text        (const KithScene    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithScene, kith_scene_unref)

G_END_DECLS
