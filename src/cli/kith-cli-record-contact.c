/* kith-cli-record-contact.c: what happened, and what was agreed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-edit-removal.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"

/* "100123:host": what stands after the last colon is a part only where it is one, or where
 * numbers stand before it. */
static void
add_parties (GArray *parties, GPtrArray *texts, char **texts_said, KithPartyKind what_kind)
{
  for (guint i = 0; texts_said != NULL && texts_said[i] != NULL; i++)
    {
      char *text = g_strdup (texts_said[i]);
      char *colon = strrchr (text, ':');
      KithPartySaid party = { what_kind, text, NULL };
      const char *part = NULL;

      g_ptr_array_add (texts, text);
      if (colon != NULL && (what_kind == KITH_PARTY_SCHOOL ||
                            (kith_vocabulary_read_part (colon + 1, &part) == NULL && part != NULL)))
        {
          *colon = '\0';
          party.part = colon + 1;
        }
      g_array_append_val (parties, party);
    }
}

/**
 * kith_record_list_parties:
 * @texts: (element-type utf8): keeps what the parties say
 *
 * Returns: (transfer full) (element-type KithPartySaid): schools, organisations and people, each
 *   with its part where one is given
 */
GArray *
kith_record_list_parties (const KithRecordSaid *said, GPtrArray *texts)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (KithPartySaid));

  add_parties (parties, texts, said->urns, KITH_PARTY_SCHOOL);
  add_parties (parties, texts, said->organisations, KITH_PARTY_ORGANISATION);
  add_parties (parties, texts, said->persons, KITH_PARTY_PERSON);
  return parties;
}

/* topic "contact" */
KithEdit *
kith_record_contact (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) parties = kith_record_list_parties (said, texts);
  g_autofree char *day = kith_date_dup_text (today, KITH_DATE_ISO);
  KithContactForm form = {
    .date = said->date != NULL ? said->date
            : said->id == NULL ? day
                               : NULL,
    .kind = said->kind,
    .parties = (const KithPartySaid *)parties->data,
    .n_parties = parties->len,
    .arrangement = said->arrangement,
    .officer = said->officer,
    .summary = said->summary,
    .outcome = said->outcome,
    .confidential = said->is_confidential ? "yes" : NULL,
    .what = said->what,
    .owner = said->owner,
    .due = said->due,
    .today = today,
  };

  if (!kith_record_read_id (said, &form.id, error))
    return NULL;
  if (said->is_deleted)
    return kith_edit_remove_record (ledger, KITH_TABLE_CONTACT, form.id);
  return kith_edit_contact (ledger, &form);
}

/* The officers' own id; else the words, of actions that are not done. */
static gint64
find_action (KithLedger *ledger, const char *text, GError **error)
{
  g_autofree char *key = kith_text_dup_key (text);
  gsize n;
  const KithAction *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ACTION, &n);
  gint64 found = KITH_INT_NONE;
  guint n_found = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *code = kith_text_dup_key (rows[i].code);
      g_autofree char *words = kith_text_dup_key (rows[i].what);

      if (strcmp (code, key) == 0)
        return rows[i].id;
      if (rows[i].done == KITH_DATE_UNKNOWN && strcmp (words, key) == 0)
        n_found++, found = rows[i].id;
    }
  if (n_found != 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 n_found == 0
                     ? _ ("No action has the id “%s”, and none to be done has these words.")
                     : _ ("Several actions have the words “%s”. Give the id of one."),
                 text);
  return n_found == 1 ? found : KITH_INT_NONE;
}

/* topic "action" */
KithEdit *
kith_record_action (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  KithActionForm form = {
    .id = KITH_INT_NONE,
    .urn = said->urns != NULL ? said->urns[0] : NULL,
    .arrangement = said->arrangement,
    .contact_id = KITH_INT_NONE,
    .what = said->what,
    .owner = said->owner,
    .due = said->due,
    .done = said->done,
    .outcome = said->outcome,
    .today = today,
  };

  if (!kith_record_read_id (said, &form.id, error))
    return NULL;
  if (said->action != NULL && form.id == KITH_INT_NONE)
    {
      form.id = find_action (ledger, said->action, error);
      if (form.id == KITH_INT_NONE)
        return NULL;
    }
  if (said->is_deleted)
    return kith_edit_remove_record (ledger, KITH_TABLE_ACTION, form.id);
  return kith_edit_action (ledger, &form);
}
