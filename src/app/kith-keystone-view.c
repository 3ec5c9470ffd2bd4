/* kith-keystone-view.c: the people and arrangements that hold schools together, as a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-keystone-view.h"
#include "kith-keystones.h"
#include "kith-look.h"

#include <glib/gi18n.h>

/* Rows are widgets; what parts a school or two is a long list. */
#define MOST_ROWS 60

/**
 * KithKeystoneView:
 *
 * A row for each person and arrangement without which schools would fall apart, those that would
 * part most first. Signal "try-without": somebody asks what would be without it.
 */
struct _KithKeystoneView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkLabel *more;

  KithLook *look;
  GPtrArray *rows; /* of GtkWidget, in the group */
};

G_DEFINE_FINAL_TYPE (KithKeystoneView, kith_keystone_view, ADW_TYPE_BIN)

enum
{
  TRY_WITHOUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a worker finds: keeps the network that it is about. */
typedef struct
{
  KithHolders *holders;
  KithKeystone *keystones;
  guint n;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  kith_holders_free (found->holders);
  g_free (found->keystones);
  g_free (found);
}

static gpointer
find_in_worker (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  Found *found = g_new0 (Found, 1);

  found->holders = kith_holders_new (kith_roll_get_network (roll));
  found->keystones = kith_keystones_list (found->holders, &found->n, job, error);
  if (found->keystones == NULL)
    g_clear_pointer (&found, free_found);
  return found;
}

static const char *
get_person_name (KithLedger *ledger, gint64 person_id)
{
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, person_id);

  return person != NULL && person->name != NULL ? person->name : _ ("Somebody without a name");
}

static char *
dup_pieces (const KithKeystone *keystone)
{
  g_autofree char *parted = kith_text_dup_count (keystone->n_parted);

  return g_strdup_printf (
      g_dngettext (NULL, "%s school would be parted from the rest, in %u pieces",
                   "%s schools would be parted from the rest, in %u pieces", keystone->n_parted),
      parted, keystone->n_pieces);
}

/* Kind, who runs it, and who has gone. */
static char *
dup_standing (const Found *found, const KithNetworkArrangement *arrangement, guint index)
{
  KithLedger *ledger = kith_network_get_ledger (kith_holders_get_network (found->holders));
  const KithHolding *holding = kith_holders_get (found->holders, index);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  GString *words = g_string_new (_ (kith_kind_get_info (arrangement->kind)->words));

  for (guint p = 0; p < holding->n_people; p++)
    g_ptr_array_add (names, (char *)get_person_name (ledger, holding->people[p]));
  g_ptr_array_add (names, NULL);
  list = kith_text_dup_list ((const char *const *)names->pdata);
  if (holding->n_people > 0)
    g_string_append_printf (words, _ (", run by %s"), list);
  if (holding->is_coordinator_gone)
    g_string_append_printf (words, _ (". %s, its co-ordinator, has left every post on record"),
                            get_person_name (ledger, arrangement->record->coordinator_id));
  return g_string_free (words, FALSE);
}

static void
try_clicked_cb (GtkButton *button, KithKeystoneView *self)
{
  g_signal_emit (self, signals[TRY_WITHOUT], 0, g_object_get_data (G_OBJECT (button), "thing"));
}

static void
add_try_button (KithKeystoneView *self, AdwActionRow *row, KithThing *thing, const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Without it…"));
  g_autofree char *label = g_strdup_printf (_ ("What if without %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "thing", thing, (GDestroyNotify)kith_thing_free);
  g_signal_connect (button, "clicked", G_CALLBACK (try_clicked_cb), self);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

static void
add_row (KithKeystoneView *self, const Found *found, const KithKeystone *keystone)
{
  KithNetwork *network = kith_holders_get_network (found->holders);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *pieces = dup_pieces (keystone);
  g_autofree char *standing = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *escaped = NULL;
  const char *name;
  KithThing *thing = NULL;

  if (keystone->type == KITH_THING_PERSON)
    {
      name = get_person_name (kith_network_get_ledger (network), keystone->person_id);
      standing = g_strdup (_ ("person"));
      thing = kith_thing_new (KITH_THING_PERSON, keystone->person_id, KITH_INT_NONE, NULL);
    }
  else
    {
      const KithNetworkArrangement *arrangement =
          &kith_network_get_arrangements (network, &(guint){ 0 })[keystone->arrangement];

      name = arrangement->name;
      standing = dup_standing (found, arrangement, keystone->arrangement);
      if (arrangement->record != NULL)
        thing =
            kith_thing_new (KITH_THING_ARRANGEMENT, arrangement->record->id, KITH_INT_NONE, NULL);
    }
  subtitle = g_strdup_printf ("%s\n%s", pieces, standing);
  escaped = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (row, escaped);
  adw_action_row_set_subtitle_lines (row, 0);
  if (thing != NULL)
    add_try_button (self, row, thing, name);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_found (GtkWidget *widget, gpointer answer)
{
  KithKeystoneView *self = KITH_KEYSTONE_VIEW (widget);
  const Found *found = answer;
  g_autofree char *more = NULL;

  for (guint r = 0; r < self->rows->len; r++)
    adw_preferences_group_remove (self->group, self->rows->pdata[r]);
  g_ptr_array_set_size (self->rows, 0);
  if (found == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "looking");
      return;
    }
  for (guint k = 0; k < MIN (found->n, MOST_ROWS); k++)
    add_row (self, found, &found->keystones[k]);
  more = g_strdup_printf (_ ("And %u more, which would part no more schools than the last. "
                             "kith-cli what-if --cut lists them all."),
                          found->n > MOST_ROWS ? found->n - MOST_ROWS : 0);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), found->n > MOST_ROWS);
  gtk_stack_set_visible_child_name (self->stack, found->n > 0 ? "list" : "none");
}

static void
kith_keystone_view_dispose (GObject *object)
{
  g_clear_pointer (&KITH_KEYSTONE_VIEW (object)->look, kith_look_end);
  G_OBJECT_CLASS (kith_keystone_view_parent_class)->dispose (object);
}

static void
kith_keystone_view_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_KEYSTONE_VIEW (object)->rows);
  G_OBJECT_CLASS (kith_keystone_view_parent_class)->finalize (object);
}

static void
kith_keystone_view_class_init (KithKeystoneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_keystone_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_keystone_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-keystone-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithKeystoneView, stack);
  gtk_widget_class_bind_template_child (widget_class, KithKeystoneView, group);
  gtk_widget_class_bind_template_child (widget_class, KithKeystoneView, more);

  /**
   * KithKeystoneView::try-without:
   * @thing: a #KithThing, until the handler returns
   */
  signals[TRY_WITHOUT] = g_signal_new ("try-without", KITH_TYPE_KEYSTONE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
kith_keystone_view_init (KithKeystoneView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_keystone_view_set_session:
 *
 * Takes the session, once.
 */
void
kith_keystone_view_set_session (KithKeystoneView *self, KithSession *session)
{
  self->look =
      kith_look_new (GTK_WIDGET (self), session, _ ("Looking for what holds schools together"),
                     find_in_worker, free_found, show_found);
}
