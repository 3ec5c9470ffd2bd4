/* kith-what-if-page.c: what would be without this, or with that
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-what-if-page.h"
#include "kith-cliff-view.h"
#include "kith-keystone-view.h"
#include "kith-repair-view.h"
#include "kith-suppose-view.h"

#include <glib/gi18n.h>

/**
 * KithWhatIfPage:
 *
 * A stack of views, each with its own task, and a switch between them.
 */
struct _KithWhatIfPage
{
  KithPage parent_instance;

  GtkStack *stack;
  GtkStack *views;
  KithSupposeView *suppose;
  KithCliffView *cliff;
  KithKeystoneView *keystones;
  KithRepairView *repair;
};

G_DEFINE_FINAL_TYPE (KithWhatIfPage, kith_what_if_page, KITH_TYPE_PAGE)

static void
roll_changed_cb (KithWhatIfPage *self)
{
  KithRoll *roll = kith_session_get_roll (kith_page_get_session (KITH_PAGE (self)));
  guint n_schools = 0;

  if (roll != NULL)
    kith_network_get_schools (kith_roll_get_network (roll), &n_schools);
  gtk_stack_set_visible_child_name (self->stack, n_schools > 0 ? "views" : "empty");
}

static void
try_without_cb (KithWhatIfPage *self, gpointer thing)
{
  kith_suppose_view_try_without (self->suppose, thing);
  gtk_stack_set_visible_child_name (self->views, "suppose");
}

static void
kith_what_if_page_search (KithPage *page)
{
  KithWhatIfPage *self = KITH_WHAT_IF_PAGE (page);

  gtk_stack_set_visible_child_name (self->views, "suppose");
  kith_suppose_view_search (self->suppose);
}

static void
kith_what_if_page_attach (KithPage *page, KithSession *session)
{
  KithWhatIfPage *self = KITH_WHAT_IF_PAGE (page);

  kith_suppose_view_set_session (self->suppose, session);
  kith_cliff_view_set_session (self->cliff, session);
  kith_keystone_view_set_session (self->keystones, session);
  kith_repair_view_set_session (self->repair, session);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  roll_changed_cb (self);
}

static void
kith_what_if_page_class_init (KithWhatIfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  page_class->name = "what-if";
  page_class->title = N_ ("What if");
  page_class->icon_name = "kith-what-if-symbolic";
  page_class->attach = kith_what_if_page_attach;
  page_class->search = kith_what_if_page_search;

  g_type_ensure (KITH_TYPE_SUPPOSE_VIEW);
  g_type_ensure (KITH_TYPE_CLIFF_VIEW);
  g_type_ensure (KITH_TYPE_KEYSTONE_VIEW);
  g_type_ensure (KITH_TYPE_REPAIR_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-what-if-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithWhatIfPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithWhatIfPage, views);
  gtk_widget_class_bind_template_child (widget_class, KithWhatIfPage, suppose);
  gtk_widget_class_bind_template_child (widget_class, KithWhatIfPage, cliff);
  gtk_widget_class_bind_template_child (widget_class, KithWhatIfPage, keystones);
  gtk_widget_class_bind_template_child (widget_class, KithWhatIfPage, repair);
  gtk_widget_class_bind_template_callback (widget_class, try_without_cb);
}

static void
kith_what_if_page_init (KithWhatIfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
