/* kith-new-link-item.c: a new link as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-new-link-item.h"

struct _KithNewLinkItem
{
  GObject parent_instance;

  const KithRepair *repair;
  guint link;
  gboolean is_chosen;
};

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KithNewLinkItem, kith_new_link_item, G_TYPE_OBJECT)

static void
kith_new_link_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, KITH_NEW_LINK_ITEM (object)->is_chosen);
}

static void
kith_new_link_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  kith_new_link_item_choose (KITH_NEW_LINK_ITEM (object), g_value_get_boolean (value));
}

static void
kith_new_link_item_class_init (KithNewLinkItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kith_new_link_item_get_property;
  object_class->set_property = kith_new_link_item_set_property;
  properties[PROP_CHOSEN] =
      g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kith_new_link_item_init (KithNewLinkItem *self)
{
}

/**
 * kith_new_link_item_new:
 * @repair: outlives the item
 * @link: number of one of its links
 *
 * Returns: (transfer full): a row, not chosen
 */
KithNewLinkItem *
kith_new_link_item_new (const KithRepair *repair, guint link)
{
  KithNewLinkItem *self = g_object_new (KITH_TYPE_NEW_LINK_ITEM, NULL);

  self->repair = repair;
  self->link = link;
  return self;
}

/**
 * kith_new_link_item_get_link:
 *
 * Returns: (transfer none): the link
 */
const KithNewLink *
kith_new_link_item_get_link (KithNewLinkItem *self)
{
  return &self->repair->links[self->link];
}

/**
 * kith_new_link_item_get_number:
 *
 * Returns: its number in the repair
 */
guint
kith_new_link_item_get_number (KithNewLinkItem *self)
{
  return self->link;
}

/**
 * kith_new_link_item_is_chosen:
 *
 * Returns: whether the officer chose it
 */
gboolean
kith_new_link_item_is_chosen (KithNewLinkItem *self)
{
  return self->is_chosen;
}

/**
 * kith_new_link_item_choose:
 * @is_chosen: whether the officer chooses it
 */
void
kith_new_link_item_choose (KithNewLinkItem *self, gboolean is_chosen)
{
  if (self->is_chosen == is_chosen)
    return;
  self->is_chosen = is_chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
