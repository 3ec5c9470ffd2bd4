/* kith-help.h: the user's guide, read for the window that shows it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first page, whose sections are those of the contents. */
#define KITH_HELP_FIRST "index"

/**
 * KithHelpKind:
 * @KITH_HELP_HEADING: of a section
 * @KITH_HELP_PARAGRAPH: a paragraph
 * @KITH_HELP_NOTE: a paragraph that stands out
 * @KITH_HELP_BULLET: one of a list
 * @KITH_HELP_STEP: one of a list in order
 * @KITH_HELP_TERM: a word that is explained
 * @KITH_HELP_MEANING: what it means
 */
typedef enum
{
  KITH_HELP_HEADING,
  KITH_HELP_PARAGRAPH,
  KITH_HELP_NOTE,
  KITH_HELP_BULLET,
  KITH_HELP_STEP,
  KITH_HELP_TERM,
  KITH_HELP_MEANING,
} KithHelpKind;

/**
 * KithHelpBlock:
 * @kind: what it is
 * @number: of a step, from 1
 * @id: (nullable): of a heading
 * @markup: Pango's; a link's address is the id of a topic
 */
typedef struct
{
  KithHelpKind kind;
  guint number;
  char *id;
  char *markup;
} KithHelpBlock;

/**
 * KithHelpTopic:
 * @id: "page-roll"
 * @title: one line
 * @about: what it is about, one sentence
 * @group: the section of the contents that it stands in; empty for the first page
 * @order: within @group
 * @blocks: (element-type KithHelpBlock): from top to bottom
 * @links: (element-type utf8): ids of topics that it points to
 */
typedef struct
{
  char *id;
  char *title;
  char *about;
  char *group;
  char *order;
  GPtrArray *blocks;
  GPtrArray *links;
} KithHelpTopic;

/**
 * KithHelp:
 * @topics: (element-type KithHelpTopic): in the order of the contents, the first page first
 */
typedef struct
{
  GPtrArray *topics;
} KithHelp;

KithHelp             *kith_help_read       (GError         **error);
void                  kith_help_free       (KithHelp        *self);
const KithHelpTopic  *kith_help_find       (KithHelp        *self,
                                            const char      *id);
const char           *kith_help_get_group  (KithHelp        *self,
                                            const char      *group);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithHelp, kith_help_free)

KithHelpTopic        *kith_help_parse      (const char      *text,
                                            gssize           length,
                                            GError         **error);
void                  kith_help_topic_free (KithHelpTopic   *topic);

G_END_DECLS
