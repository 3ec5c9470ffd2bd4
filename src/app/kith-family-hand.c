/* kith-family-hand.c: an officer's hand on the Families that are kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-hand.h"
#include "kith-edit-dialog.h"
#include "kith-edit-families.h"
#include "kith-naming.h"
#include "kith-suggest.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * KithFamilyHand:
 *
 * Puts one school into another Family, or locks it to its own or with another school. The price
 * and every rule that a move would break stand there before it is done.
 */
struct _KithFamilyHand
{
  AdwBin parent_instance;

  GtkDropDown *to;
  GtkButton *move;
  GtkButton *stay;
  GtkButton *pair;
  GtkButton *unlock;
  GtkLabel *price;
  GtkLabel *locks;

  KithSession *session;
  const KithFamilyWork *work; /* the page's; NULL where there is none */
  guint school;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (KithFamilyHand, kith_family_hand, ADW_TYPE_BIN)

static gint64
get_urn (KithFamilyHand *self)
{
  const KithFamilyPool *pool = self->work->pool;

  return kith_network_get_schools (
             pool->network,
             &(guint){ 0 })[g_array_index (pool->schools, KithPoolSchool, self->school).school]
      .record->urn;
}

static void
apply (KithFamilyHand *self, KithEdit *edit)
{
  KithEntry entry = { .what = edit->what };

  if (kith_edit_check (edit, NULL) && kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (self->session, edit->changes, &entry, NULL, NULL);
  kith_edit_free (edit);
}

/* What the move that is aimed at would mean. */
static void
show_price (KithFamilyHand *self)
{
  guint to = gtk_drop_down_get_selected (self->to);
  g_autoptr (KithFamilyMove) move = NULL;
  g_autofree char *broken = NULL, *words = NULL;
  gboolean can_write = !kith_session_is_read_only (self->session);

  if (self->work == NULL || to >= self->work->n_families ||
      to == self->work->families[self->school])
    {
      gtk_label_set_text (self->price, _ ("It is in this Family."));
      gtk_widget_set_sensitive (GTK_WIDGET (self->move), FALSE);
      return;
    }
  move = kith_family_explainer_price_move (self->work->explainer, self->school, to);
  broken = kith_family_move_dup_words (move, self->work->pool);
  words = g_strdup_printf (_ ("Moving it there would change J by %+.3f. %s"), move->rise, broken);
  gtk_label_set_text (self->price, words);
  gtk_button_set_label (
      self->move, kith_family_move_is_allowed (move) ? _ ("_Move") : _ ("_Move despite the rules"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->move), can_write);
}

static const char *
get_name (KithLedger *ledger, gint64 urn)
{
  const char *name = kith_naming_get_school (ledger, urn);

  return name != NULL ? name : "";
}

/* "Stays in this Family. Together with …" */
static char *
dup_locks (KithFamilyHand *self, gboolean *stays)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  gint64 urn = get_urn (self);
  GString *text = g_string_new (NULL);
  gsize n;
  const KithLock *locks = kith_ledger_get_rows (ledger, KITH_TABLE_LOCK, &n);

  *stays = FALSE;
  for (gsize l = 0; l < n; l++)
    {
      gint64 other = locks[l].urn == urn ? locks[l].other_urn : locks[l].urn;

      if (locks[l].urn != urn && locks[l].other_urn != urn)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (strcmp (locks[l].kind, "stays") == 0)
        {
          g_string_append (text, _ ("Locked: stays in this Family."));
          *stays = TRUE;
        }
      else if (strcmp (locks[l].kind, "together") == 0)
        g_string_append_printf (text, _ ("Locked together with %s."), get_name (ledger, other));
      else
        g_string_append_printf (text, _ ("Locked apart from %s."), get_name (ledger, other));
    }
  return g_string_free (text, FALSE);
}

static void
show_locks (KithFamilyHand *self)
{
  gboolean stays, can_write = !kith_session_is_read_only (self->session);
  g_autofree char *words = dup_locks (self, &stays);

  gtk_label_set_text (self->locks, words);
  gtk_widget_set_visible (GTK_WIDGET (self->locks), *words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->unlock), *words != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->unlock), can_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stay), can_write && !stays);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pair), can_write);
}

static void
fill_families (KithFamilyHand *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  KithFamilyWhy why = kith_family_explainer_explain (self->work->explainer, self->school);

  for (guint f = 0; f < self->work->n_families; f++)
    {
      g_autofree char *name = kith_family_work_dup_name (self->work, f);

      gtk_string_list_append (names, name);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (
      self->to, why.nearest != KITH_FAMILY_NONE ? why.nearest : self->work->families[self->school]);
  self->is_filling = FALSE;
}

static void
aim_changed_cb (KithFamilyHand *self)
{
  if (!self->is_filling)
    show_price (self);
}

static void
move_cb (KithFamilyHand *self)
{
  guint to = gtk_drop_down_get_selected (self->to);

  if (self->work != NULL && to < self->work->n_families)
    apply (self,
           kith_edit_move_to_family (kith_session_get_ledger (self->session), get_urn (self),
                                     g_array_index (self->work->standing->arrangements, gint64, to),
                                     kith_session_get_as_at (self->session)));
}

static void
stay_cb (KithFamilyHand *self)
{
  apply (self, kith_edit_lock (kith_session_get_ledger (self->session), "stays", get_urn (self),
                               KITH_INT_NONE,
                               g_array_index (self->work->standing->arrangements, gint64,
                                              self->work->families[self->school])));
}

static void
unlock_cb (KithFamilyHand *self)
{
  apply (self, kith_edit_unlock (kith_session_get_ledger (self->session), get_urn (self)));
}

static KithEdit *
make_pair_edit (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_lock_pair (
      ledger, kith_edit_dialog_get_choice (dialog, "kind") == 0 ? "together" : "apart",
      *(gint64 *)data, kith_edit_dialog_get_text (dialog, "school"));
}

static void
pair_cb (KithFamilyHand *self)
{
  const char *kinds[] = { _ ("Always in one Family"), _ ("Never in one Family"), NULL };
  gint64 urn = get_urn (self);
  KithEditDialog *dialog =
      kith_edit_dialog_new (GTK_WIDGET (self), self->session, _ ("Lock two schools"), _ ("_Lock"),
                            make_pair_edit, g_memdup2 (&urn, sizeof urn), g_free);

  kith_edit_dialog_add_group (dialog, get_name (kith_session_get_ledger (self->session), urn),
                              _ ("The lock holds when Families are built."));
  kith_edit_dialog_add_choice (dialog, "kind", _ ("They are"), kinds, 0);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "school", _ ("The other school"), NULL),
                       self->session, KITH_SUGGEST_SCHOOLS, FALSE);
  kith_edit_dialog_begin (dialog);
}

static void
kith_family_hand_dispose (GObject *object)
{
  KithFamilyHand *self = KITH_FAMILY_HAND (object);

  g_clear_object (&self->session);
  self->work = NULL;
  G_OBJECT_CLASS (kith_family_hand_parent_class)->dispose (object);
}

static void
kith_family_hand_class_init (KithFamilyHandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_family_hand_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-family-hand.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, to);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, move);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, stay);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, pair);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, unlock);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, price);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyHand, locks);
  gtk_widget_class_bind_template_callback (widget_class, aim_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, stay_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
}

static void
kith_family_hand_init (KithFamilyHand *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_family_hand_set_session:
 * @session: takes what is done; set once
 */
void
kith_family_hand_set_session (KithFamilyHand *self, KithSession *session)
{
  self->session = g_object_ref (session);
}

/**
 * kith_family_hand_show:
 * @work: (nullable): of Families that are kept, lives until the next call; %NULL for none
 * @school: of its pool
 */
void
kith_family_hand_show (KithFamilyHand *self, const KithFamilyWork *work, guint school)
{
  self->work = work;
  self->school = school;
  gtk_widget_set_visible (GTK_WIDGET (self), work != NULL);
  if (work == NULL)
    return;
  fill_families (self);
  show_price (self);
  show_locks (self);
}

/**
 * kith_family_hand_aim:
 * @family: from 0: where the school that is shown may go; nothing is done yet
 */
void
kith_family_hand_aim (KithFamilyHand *self, guint family)
{
  gtk_drop_down_set_selected (self->to, family);
  show_price (self);
}

typedef struct
{
  gint64 arrangement_id;
} NameSubject;

static KithEdit *
make_name_edit (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const NameSubject *subject = data;

  return kith_edit_name_family (ledger, subject->arrangement_id,
                                kith_edit_dialog_get_text (dialog, "name"),
                                kith_session_get_as_at (kith_edit_dialog_get_session (dialog)));
}

/**
 * kith_family_hand_rename:
 * @over: a widget of the window
 * @session: takes what is done
 * @work: of Families that are kept
 * @family: from 0
 *
 * Asks for another name for a Family.
 */
void
kith_family_hand_rename (GtkWidget *over,
                         KithSession *session,
                         const KithFamilyWork *work,
                         guint family)
{
  g_autofree char *name = kith_family_work_dup_name (work, family);
  NameSubject *subject = g_new0 (NameSubject, 1);
  KithEditDialog *dialog;

  subject->arrangement_id = g_array_index (work->standing->arrangements, gint64, family);
  dialog = kith_edit_dialog_new (over, session, _ ("Name a Family"), _ ("_Rename"), make_name_edit,
                                 subject, g_free);
  kith_edit_dialog_add_group (dialog, name, NULL);
  kith_edit_dialog_add_entry (dialog, "name", _ ("Name"), name);
  kith_edit_dialog_begin (dialog);
}
