/* kith-member-item.c: one member of a partnership, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-member-item.h"

/**
 * KithMemberItem:
 *
 * Immutable; keeps its roll, to which all its texts belong.
 */
struct _KithMemberItem
{
  GObject parent_instance;

  KithRoll *roll;
  KithStoryMember member;
};

G_DEFINE_FINAL_TYPE (KithMemberItem, kith_member_item, G_TYPE_OBJECT)

static void
kith_member_item_finalize (GObject *object)
{
  g_clear_pointer (&KITH_MEMBER_ITEM (object)->roll, kith_roll_unref);
  G_OBJECT_CLASS (kith_member_item_parent_class)->finalize (object);
}

static void
kith_member_item_class_init (KithMemberItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_member_item_finalize;
}

static void
kith_member_item_init (KithMemberItem *self)
{
}

static void
add_item (GPtrArray *items, KithRoll *roll, const KithStoryMember *member)
{
  KithMemberItem *self = g_object_new (KITH_TYPE_MEMBER_ITEM, NULL);

  self->roll = kith_roll_ref (roll);
  self->member = *member;
  g_ptr_array_add (items, self);
}

/**
 * kith_member_item_list_members:
 * @roll: that the story is told of
 *
 * Returns: (transfer full) (element-type KithMemberItem): its members
 */
GPtrArray *
kith_member_item_list_members (KithRoll *roll, const KithArrangementStory *story)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint m = 0; m < story->members->len; m++)
    add_item (items, roll, &g_array_index (story->members, KithStoryMember, m));
  return items;
}

static void
add_school (GPtrArray *items, KithRoll *roll, guint school, KithDate last_contact)
{
  KithNetwork *network = kith_roll_get_network (roll);
  const KithSchool *record = kith_network_get_schools (network, &(guint){ 0 })[school].record;
  const KithStoryMember member = {
    .urn = record->urn,
    .organisation_id = KITH_INT_NONE,
    .school = school,
    .name = record->name,
    .authority = kith_network_get_authority (network, school),
    .last_contact = last_contact,
  };

  add_item (items, roll, &member);
}

/**
 * kith_member_item_list_not_reached:
 * @roll: that the story is told of
 *
 * Returns: (transfer full) (element-type KithMemberItem): the schools that are not reached
 */
GPtrArray *
kith_member_item_list_not_reached (KithRoll *roll, const KithArrangementStory *story)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < story->not_reached->len; i++)
    {
      const KithNotReached *of = &g_array_index (story->not_reached, KithNotReached, i);

      add_school (items, roll, of->school, of->last_contact);
    }
  return items;
}

/**
 * kith_member_item_list_untouched:
 * @roll: the roll
 *
 * Returns: (transfer full) (element-type KithMemberItem): the home schools that no hub touches
 */
GPtrArray *
kith_member_item_list_untouched (KithRoll *roll)
{
  g_autoptr (GArray) untouched = kith_hubs_list_untouched (roll);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < untouched->len; i++)
    add_school (items, roll, g_array_index (untouched, guint, i), KITH_DATE_UNKNOWN);
  return items;
}

/**
 * kith_member_item_get_roll:
 *
 * Returns: (transfer none): the roll that it keeps
 */
KithRoll *
kith_member_item_get_roll (KithMemberItem *self)
{
  return self->roll;
}

/**
 * kith_member_item_get:
 *
 * Returns: (transfer none): the member
 */
const KithStoryMember *
kith_member_item_get (KithMemberItem *self)
{
  return &self->member;
}

/**
 * kith_member_item_get_urn:
 * @self: (type KithMemberItem): a member
 *
 * Returns: of a school, 0 of an organisation
 */
gint64
kith_member_item_get_urn (gpointer self)
{
  gint64 urn = KITH_MEMBER_ITEM (self)->member.urn;

  return urn == KITH_INT_NONE ? 0 : urn;
}
