/* kith-roll-item.c: one school of the roll call, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-item.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * KithRollItem:
 *
 * Immutable; keeps its roll. What sorting and searching need is worked out once, when the
 * item is made, so that neither is slow on the main thread.
 */
struct _KithRollItem
{
  GObject parent_instance;

  KithRoll *roll;
  const KithRollRow *row;
  const KithNetworkSchool *school;
  const char *authority;
  guint position;
  char *sort_key;
  char *folded;
};

G_DEFINE_FINAL_TYPE (KithRollItem, kith_roll_item, G_TYPE_OBJECT)

static void
kith_roll_item_finalize (GObject *object)
{
  KithRollItem *self = KITH_ROLL_ITEM (object);

  g_clear_pointer (&self->roll, kith_roll_unref);
  g_free (self->sort_key);
  g_free (self->folded);
  G_OBJECT_CLASS (kith_roll_item_parent_class)->finalize (object);
}

static void
kith_roll_item_class_init (KithRollItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_roll_item_finalize;
}

static void
kith_roll_item_init (KithRollItem *self)
{
}

/* A postcode as people type it who are in a hurry. */
static char *
dup_without_gap (const char *postcode)
{
  g_auto (GStrv) parts = g_strsplit (postcode, " ", -1);

  return g_strjoinv (NULL, parts);
}

/* What a search looks in: everything that an officer may remember of a school. */
static char *
fold_search_text (const KithRollItem *self)
{
  const KithSchool *record = self->school->record;
  const char *postcode = record->postcode != NULL ? record->postcode : "";
  g_autofree char *without_gap = dup_without_gap (postcode);
  g_autofree char *text = g_strdup_printf (
      "%s %" G_GINT64_FORMAT " %s %s %s %s %s", record->name, record->urn,
      self->authority != NULL ? self->authority : "", record->town != NULL ? record->town : "",
      postcode, without_gap, self->row->trust != NULL ? self->row->trust : "");

  return kith_text_dup_key (text);
}

static KithRollItem *
make_item (KithRoll *roll, guint position)
{
  KithRollItem *self = g_object_new (KITH_TYPE_ROLL_ITEM, NULL);
  KithNetwork *network = kith_roll_get_network (roll);
  const KithAuthority *authority;
  guint n;

  self->roll = kith_roll_ref (roll);
  self->position = position;
  self->row = &kith_roll_get_rows (roll, &n)[position];
  self->school = &kith_network_get_schools (network, &n)[self->row->school];
  authority = kith_ledger_find (kith_network_get_ledger (network), KITH_TABLE_AUTHORITY,
                                self->school->record->la);
  self->authority = authority != NULL ? authority->name : NULL;
  self->sort_key = g_utf8_collate_key_for_filename (kith_roll_item_get_name (self), -1);
  self->folded = fold_search_text (self);
  return self;
}

/**
 * kith_roll_item_list_all:
 *
 * Made in a worker: 25,000 items take about 50 ms.
 *
 * Returns: (transfer full) (element-type KithRollItem): an item a school, in the order of the
 *   worklist
 */
GPtrArray *
kith_roll_item_list_all (KithRoll *roll)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_rows;

  kith_roll_get_rows (roll, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (items, make_item (roll, i));
  return items;
}

/**
 * kith_roll_item_get_roll:
 *
 * Returns: (transfer none): the roll that it keeps
 */
KithRoll *
kith_roll_item_get_roll (KithRollItem *self)
{
  return self->roll;
}

/**
 * kith_roll_item_get_urn:
 *
 * Returns: the school's number
 */
gint64
kith_roll_item_get_urn (KithRollItem *self)
{
  return self->school->record->urn;
}

/**
 * kith_roll_item_get_position:
 *
 * Returns: where it stands in the worklist, from 0
 */
guint
kith_roll_item_get_position (KithRollItem *self)
{
  return self->position;
}

/**
 * kith_roll_item_get_row:
 *
 * Returns: (transfer none): its row of the roll
 */
const KithRollRow *
kith_roll_item_get_row (KithRollItem *self)
{
  return self->row;
}

/**
 * kith_roll_item_get_school:
 *
 * Returns: (transfer none): the school in the network
 */
const KithNetworkSchool *
kith_roll_item_get_school (KithRollItem *self)
{
  return self->school;
}

/**
 * kith_roll_item_get_name:
 *
 * Returns: (transfer none): the school's full name
 */
const char *
kith_roll_item_get_name (KithRollItem *self)
{
  return self->school->record->name != NULL ? self->school->record->name : "";
}

/**
 * kith_roll_item_get_sort_key:
 *
 * Returns: (transfer none): the name as strcmp() sorts it in this language
 */
const char *
kith_roll_item_get_sort_key (KithRollItem *self)
{
  return self->sort_key;
}

/**
 * kith_roll_item_get_folded:
 *
 * Returns: (transfer none): name, URN, authority, town, postcode and trust as kith_text_dup_key()
 *   folds them
 */
const char *
kith_roll_item_get_folded (KithRollItem *self)
{
  return self->folded;
}

/**
 * kith_roll_item_get_authority:
 *
 * Returns: (transfer none) (nullable): the authority's name
 */
const char *
kith_roll_item_get_authority (KithRollItem *self)
{
  return self->authority;
}

/* A spreadsheet takes a cell that begins like this for a formula. */
static void
append_cell (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append_c (line, '\t');
  if (text == NULL)
    return;
  if (*text != '\0' && strchr ("=+-@", *text) != NULL)
    g_string_append_c (line, '\'');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (line, g_ascii_iscntrl (*p) ? ' ' : *p);
}

static void
append_number (GString *line, gint64 number)
{
  g_autofree char *text = NULL;

  if (number != KITH_INT_NONE)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  append_cell (line, text);
}

/**
 * kith_roll_item_dup_line:
 *
 * Returns: (transfer full): the school as a line for the clipboard, cells parted by tabs in the
 *   order of kith_roll_item_get_headings(), without an end of line
 */
char *
kith_roll_item_dup_line (KithRollItem *self)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GString) findings = g_string_new (NULL);
  char date[KITH_DATE_TEXT_SIZE + 8];

  for (guint i = 0; i < self->row->n_findings; i++)
    g_string_append_printf (findings, "%s%s", i > 0 ? "; " : "", self->row->findings[i].chip);

  append_cell (line, kith_tier_get_words (self->row->tier));
  append_number (line, kith_roll_item_get_urn (self));
  append_cell (line, kith_roll_item_get_name (self));
  append_cell (line, self->authority);
  append_cell (line, self->row->trust);
  append_number (line, self->school->record->pupils);
  append_number (line, self->row->n_links);
  append_number (line, self->row->component);
  append_cell (line, self->row->last_contact == KITH_DATE_UNKNOWN
                         ? NULL
                         : kith_date_format (self->row->last_contact, KITH_DATE_ISO, date));
  append_cell (line, findings->str);
  return g_string_free (line, FALSE);
}

/**
 * kith_roll_item_get_headings:
 *
 * Returns: (transfer none): the headings of kith_roll_item_dup_line()
 */
const char *
kith_roll_item_get_headings (void)
{
  return _ ("Tier\tURN\tSchool\tAuthority\tTrust\tPupils\tLinks\tComponent\tLast contact\t"
            "Findings");
}
