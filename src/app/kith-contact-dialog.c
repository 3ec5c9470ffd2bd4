/* kith-contact-dialog.c: what happened at a school, and what was agreed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-contact-dialog.h"
#include "kith-edit-contact.h"
#include "kith-edit-dialog.h"
#include "kith-naming.h"
#include "kith-suggest.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many others can be named in the form; a workbook has room for more. */
#define MOST_OTHERS 8

/* The words of a list for people; the first may be one of its own: "none". */
static char **
dup_words (const char *first, const char *const *words)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (list, g_strdup (first));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (_ (words[i])));
  g_ptr_array_add (list, NULL);
  return (char **)g_ptr_array_steal (list, NULL);
}

/* What a form about a contact knows beside its fields. */
typedef struct
{
  gint64 urn;
  GPtrArray *arrangements; /* of char *: what each choice means; the first is none */
  GtkWidget *others[MOST_OTHERS];
  guint n_others;
  GtkWidget *more;
  AdwPreferencesGroup *group;
} Form;

static void
free_form (gpointer data)
{
  g_ptr_array_unref (((Form *)data)->arrangements);
  g_free (data);
}

static const char *
get_part (KithEditDialog *dialog, const char *field)
{
  return kith_vocabulary_parts[kith_edit_dialog_get_choice (dialog, field)];
}

/* In the order of the kinds. At a visit or a review somebody comes and somebody is at home; at
 * the others the school was simply there. */
static gboolean
has_sides (guint kind)
{
  return strcmp (kith_vocabulary_contact_kinds[kind], "visit") == 0 ||
         strcmp (kith_vocabulary_contact_kinds[kind], "review") == 0 ||
         strcmp (kith_vocabulary_contact_kinds[kind], "inspection") == 0;
}

static guint
find_part (const char *part)
{
  guint p = 0;

  while (strcmp (kith_vocabulary_parts[p], part) != 0)
    p++;
  return p;
}

static void
kind_changed_cb (KithEditDialog *dialog)
{
  guint kind = kith_edit_dialog_get_choice (dialog, "kind");

  kith_edit_dialog_set_choice (dialog, "part", find_part (has_sides (kind) ? "host" : "present"));
}

/* What the others were: the other side, where there are two. */
static const char *
get_other_part (KithEditDialog *dialog)
{
  const char *part = get_part (dialog, "part");

  if (!has_sides (kith_edit_dialog_get_choice (dialog, "kind")) || strcmp (part, "present") == 0)
    return "present";
  return strcmp (part, "host") == 0 ? "visitor" : "host";
}

static KithEdit *
make_contact (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Form *form = data;
  g_autofree char *urn = g_strdup_printf ("%" G_GINT64_FORMAT, form->urn);
  KithPartySaid parties[MOST_OTHERS + 1] = {
    { KITH_PARTY_SCHOOL, urn, get_part (dialog, "part") },
  };
  KithContactForm said = {
    .id = KITH_INT_NONE,
    .date = kith_edit_dialog_get_text (dialog, "date"),
    .kind = kith_vocabulary_contact_kinds[kith_edit_dialog_get_choice (dialog, "kind")],
    .parties = parties,
    .n_parties = form->n_others + 1,
    .arrangement =
        g_ptr_array_index (form->arrangements, kith_edit_dialog_get_choice (dialog, "arrangement")),
    .officer = kith_edit_dialog_get_text (dialog, "officer"),
    .summary = kith_edit_dialog_get_text (dialog, "summary"),
    .outcome = kith_edit_dialog_get_text (dialog, "outcome"),
    .confidential = kith_edit_dialog_is_on (dialog, "confidential") ? "yes" : NULL,
    .what = kith_edit_dialog_get_text (dialog, "what"),
    .owner = kith_edit_dialog_get_text (dialog, "owner"),
    .due = kith_edit_dialog_get_text (dialog, "due"),
    .today = kith_date_today (),
  };

  for (guint i = 0; i < form->n_others; i++)
    parties[i + 1] = (KithPartySaid){ kith_suggest_get_kind (form->others[i]),
                                      gtk_editable_get_text (GTK_EDITABLE (form->others[i])),
                                      get_other_part (dialog) };
  return kith_edit_contact (ledger, &said);
}

/* One more who took part; the words about whoever cannot be told stand below the first. */
static void
add_other (KithEditDialog *dialog, Form *form)
{
  g_autofree char *field =
      form->n_others == 0 ? g_strdup ("party") : g_strdup_printf ("party-%u", form->n_others + 1);
  GtkWidget *row = kith_edit_dialog_add_entry (
      dialog, field, form->n_others == 0 ? _ ("Who else took part") : _ ("And who else"), NULL);

  kith_suggest_attach (row, kith_edit_dialog_get_session (dialog),
                       KITH_SUGGEST_SCHOOLS | KITH_SUGGEST_ORGANISATIONS | KITH_SUGGEST_PEOPLE,
                       TRUE);
  form->others[form->n_others++] = row;
}

static void
more_cb (KithEditDialog *dialog)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");

  kith_edit_dialog_set_group (dialog, form->group);
  add_other (dialog, form);
  gtk_widget_grab_focus (form->others[form->n_others - 1]);
  gtk_widget_set_sensitive (form->more, form->n_others < MOST_OTHERS);
}

static GtkWidget *
new_more_button (KithEditDialog *dialog)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_One more"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), dialog, G_CONNECT_SWAPPED);
  return button;
}

/* The school's partnerships: a contact under one of them keeps it live. */
static void
add_arrangements (KithEditDialog *dialog, KithRoll *roll, gint64 urn, GPtrArray *texts)
{
  KithNetwork *network = kith_roll_get_network (roll);
  KithLedger *ledger = kith_network_get_ledger (network);
  guint n, school = kith_network_find_school (network, urn);
  const guint *memberships;
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (texts, g_strdup (""));
  g_ptr_array_add (words, (gpointer)_ ("none of its partnerships"));
  memberships = kith_network_get_memberships (network, school, &n);
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkArrangement *in =
          &arrangements[kith_network_get_member (network, memberships[m])->arrangement];

      if (in->record == NULL || !kith_kind_is_link (in->kind))
        continue;
      g_ptr_array_add (texts, kith_naming_dup_arrangement (ledger, in->record->id));
      g_ptr_array_add (words, (gpointer)in->name);
    }
  g_ptr_array_add (words, NULL);
  kith_edit_dialog_add_choice (dialog, "arrangement", _ ("Under"),
                               (const char *const *)words->pdata, 0);
}

static void
add_contact_fields (KithEditDialog *dialog, KithRoll *roll, Form *form)
{
  g_auto (GStrv) kinds = dup_words (NULL, kith_vocabulary_contact_kinds);
  g_auto (GStrv) parts = dup_words (NULL, kith_vocabulary_parts);
  GtkWidget *summary, *kind;

  kith_edit_dialog_add_group (dialog, NULL, NULL);
  summary = kith_edit_dialog_add_entry (dialog, "summary", _ ("What happened"), NULL);
  kind = kith_edit_dialog_add_choice (dialog, "kind", _ ("Kind"), (const char *const *)kinds, 0);
  kith_edit_dialog_add_day (dialog, "date", _ ("Day"), kith_date_today ());
  kith_edit_dialog_add_choice (dialog, "part", _ ("The school was"), (const char *const *)parts, 0);
  g_signal_connect_object (kind, "notify::selected", G_CALLBACK (kind_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  add_arrangements (dialog, roll, form->urn, form->arrangements);
  kith_edit_dialog_add_entry (dialog, "officer", _ ("Officer who took part"),
                              kith_entry_get_officer ());
  kith_edit_dialog_add_entry (dialog, "outcome", _ ("What came of it"), NULL);
  kith_edit_dialog_add_switch (dialog, "confidential", _ ("For officers alone"), FALSE);

  form->group = kith_edit_dialog_add_group (
      dialog, _ ("Others who took part"),
      _ ("Schools, organisations and people. At a visit or a review they are the other side: "
         "visitors where the school was host."));
  form->more = new_more_button (dialog);
  adw_preferences_group_set_header_suffix (form->group, form->more);
  add_other (dialog, form);

  kith_edit_dialog_add_group (dialog, _ ("What was agreed"), NULL);
  kith_edit_dialog_add_entry (dialog, "what", _ ("What is to be done"), NULL);
  kith_edit_dialog_add_entry (dialog, "owner", _ ("By whom"), NULL);
  kith_edit_dialog_add_day (dialog, "due", _ ("By when"), KITH_DATE_UNKNOWN);
  gtk_window_set_focus (GTK_WINDOW (dialog), summary);
}

/**
 * kith_contact_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with a roll
 * @urn: of a school of the roll
 *
 * Records a contact with the school. Enter in any field saves it.
 */
void
kith_contact_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn)
{
  g_autoptr (KithRollItem) item = kith_session_find_school (session, urn);
  g_autofree char *title = NULL;
  KithEditDialog *dialog;
  Form *form;

  if (item == NULL || kith_session_is_read_only (session))
    return;
  title = g_strdup_printf (_ ("Contact with %s"), kith_roll_item_get_name (item));
  form = g_new0 (Form, 1);
  form->urn = urn;
  form->arrangements = g_ptr_array_new_with_free_func (g_free);
  dialog = kith_edit_dialog_new (over, session, title, _ ("_Record contact"), make_contact, form,
                                 free_form);
  g_object_set_data (G_OBJECT (dialog), "form", form);
  add_contact_fields (dialog, kith_roll_item_get_roll (item), form);
  kith_edit_dialog_begin (dialog);
}

static KithEdit *
make_done (KithEditDialog *dialog, KithLedger *ledger, gpointer action_id)
{
  const char *outcome = kith_edit_dialog_get_text (dialog, "outcome");
  KithActionForm said = {
    .id = *(const gint64 *)action_id,
    .contact_id = KITH_INT_NONE,
    .done = kith_edit_dialog_get_text (dialog, "done"),
    .outcome = kith_text_is_blank (outcome) ? NULL : outcome,
    .today = kith_date_today (),
  };

  return kith_edit_action (ledger, &said);
}

/**
 * kith_done_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @action_id: of an action
 *
 * Records that what was agreed is done, and what came of it.
 */
void
kith_done_dialog_begin (GtkWidget *over, KithSession *session, gint64 action_id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithAction *action =
      ledger == NULL ? NULL : kith_ledger_find (ledger, KITH_TABLE_ACTION, action_id);
  KithEditDialog *dialog;

  if (action == NULL || kith_session_is_read_only (session))
    return;
  dialog = kith_edit_dialog_new (over, session, _ ("What was agreed is done"), _ ("_Done"),
                                 make_done, g_memdup2 (&action_id, sizeof action_id), g_free);
  kith_edit_dialog_add_group (dialog, NULL, action->what);
  kith_edit_dialog_add_entry (dialog, "outcome", _ ("What came of it"), action->outcome);
  kith_edit_dialog_add_day (dialog, "done", _ ("Done on"), kith_date_today ());
  kith_edit_dialog_begin (dialog);
}
