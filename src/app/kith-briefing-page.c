/* kith-briefing-page.c: the briefing, as each audience gets it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-page.h"
#include "kith-book-view.h"
#include "kith-briefing-templates.h"
#include "kith-briefing-work.h"
#include "kith-candidates.h"
#include "kith-choose-files.h"
#include "kith-look.h"
#include "kith-thing-search.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/* As the drop-down has them */
typedef enum
{
  ABOUT_ALL,
  ABOUT_SELECTED,
  ABOUT_PARTNERSHIP,
} About;

/**
 * KithBriefingPage:
 *
 * The pages of the briefing as they would be printed now. Whoever reads it is chosen above them;
 * beside them stands what it is about, what these see and what they do not, and which sections
 * there are.
 */
struct _KithBriefingPage
{
  KithPage parent_instance;

  GtkStack *stack;
  GtkStack *preview;
  AdwStatusPage *none;
  GtkDropDown *audience;
  GtkDropDown *about;
  KithThingSearch *search;
  GtkLabel *count;
  GtkListBox *rules;
  GtkListBox *sections;
  GtkTextView *note;
  KithBookView *book;

  GMenu *templates_menu;

  GtkWidget *rows[KITH_N_BRIEFING_SECTIONS];
  GtkCheckButton *checks[KITH_N_BRIEFING_SECTIONS];
  guint order[KITH_N_BRIEFING_SECTIONS]; /* the sections as they come */
  char *notes[KITH_N_BRIEFING_SECTIONS]; /* of the template that was taken, but its first */
  gint64 template_id;                    /* of that; 0 for none */
  gboolean is_taking;
  gboolean is_typed; /* whether the officer wrote in the note since then */
  KithLook *look;
  KithLook *candidates_look;
  GFile *file;         /* of the register that something was chosen from */
  GPtrArray *question; /* the last; NULL while somebody may still be typing */
  guint note_wait;     /* source of the moment in which somebody may still be typing */
};

G_DEFINE_FINAL_TYPE (KithBriefingPage, kith_briefing_page, KITH_TYPE_PAGE)

/* how long nobody types before the pages follow */
#define NOTE_MS 700

static KithAudience
get_audience (KithBriefingPage *self)
{
  return (KithAudience)gtk_drop_down_get_selected (self->audience);
}

static About
get_about (KithBriefingPage *self)
{
  return (About)gtk_drop_down_get_selected (self->about);
}

/* FALSE where the officer has not said yet */
static gboolean
find_subject (KithBriefingPage *self, KithBriefingOptions *options)
{
  const KithThing *thing = kith_thing_search_get_thing (self->search);

  switch (get_about (self))
    {
    case ABOUT_SELECTED:
      options->urn = kith_session_get_selected (kith_page_get_session (KITH_PAGE (self)));
      return options->urn != 0;
    case ABOUT_PARTNERSHIP:
      options->arrangement_id = thing == NULL ? 0 : thing->key;
      return thing != NULL;
    default:
      return TRUE;
    }
}

/* NULL where there is none, or it is not what is asked for any more: a paper made for others is
   never given out. */
static const KithBriefingPaper *
get_paper (KithBriefingPage *self)
{
  KithSession *session = kith_page_get_session (KITH_PAGE (self));
  const KithBriefingPaper *paper = self->look == NULL ? NULL : kith_look_get_answer (self->look);

  return paper != NULL && paper->document != NULL && paper->question == self->question &&
                 paper->roll == kith_session_get_roll (session)
             ? paper
             : NULL;
}

static void
allow_actions (KithBriefingPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const KithBriefingPaper *paper = get_paper (self);
  gboolean is_read_only = kith_session_is_read_only (kith_page_get_session (KITH_PAGE (self)));

  gtk_widget_action_set_enabled (widget, "briefing.export", paper != NULL);
  gtk_widget_action_set_enabled (widget, "briefing.print", paper != NULL);
  gtk_widget_action_set_enabled (widget, "briefing.issue",
                                 paper != NULL && paper->is_whole && !is_read_only);
}

static void
free_options (gpointer data)
{
  kith_briefing_options_clear (data);
  g_free (data);
}

static char *
dup_note (KithBriefingPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What the officer adds stands before what the first section has of its own. */
static char *
join_notes (const char *typed, const char *kept)
{
  if (kith_text_is_blank (kept))
    return g_strdup (typed);
  return kith_text_is_blank (typed) ? g_strdup (kept) : g_strconcat (typed, "\n", kept, NULL);
}

static KithBriefingOptions *
make_options (KithBriefingPage *self)
{
  KithBriefingOptions *options = g_new0 (KithBriefingOptions, 1);
  g_autofree char *typed = dup_note (self);
  guint first;

  options->audience = get_audience (self);
  for (guint i = 0; i < KITH_N_BRIEFING_SECTIONS; i++)
    if (gtk_check_button_get_active (self->checks[self->order[i]]))
      options->sections[options->n_sections++] = self->order[i];
  first = options->n_sections > 0 ? options->sections[0] : 0;
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    options->notes[s] = s == first ? join_notes (typed, self->notes[s]) : g_strdup (self->notes[s]);
  return options;
}

/* The pages as they are asked for now */
static void
ask (KithBriefingPage *self)
{
  KithBriefingOptions *options;

  if (self->is_taking)
    return;
  options = make_options (self);

  g_clear_pointer (&self->question, g_ptr_array_unref);
  self->question = g_ptr_array_new_with_free_func (free_options);
  if (find_subject (self, options))
    g_ptr_array_add (self->question, options);
  else
    free_options (options);
  kith_look_ask (self->look, self->question);
  allow_actions (self);
}

static void
show_rules (KithBriefingPage *self)
{
  kith_widgets_clear (GTK_WIDGET (self->rules));
  for (guint t = 0; t < KITH_N_TOPICS; t++)
    {
      gboolean is_seen = kith_audience_may_see (get_audience (self), t);
      GtkWidget *line = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line),
                                     kith_audience_tell (get_audience (self), t));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (line),
                                 gtk_image_new_from_icon_name (is_seen ? "view-reveal-symbolic"
                                                                       : "view-conceal-symbolic"));
      gtk_list_box_append (self->rules, line);
    }
}

static void
audience_chosen_cb (KithBriefingPage *self)
{
  show_rules (self);
  if (self->look != NULL)
    ask (self);
}

static gboolean
note_written_cb (gpointer data)
{
  KithBriefingPage *self = data;

  self->note_wait = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
note_changed_cb (KithBriefingPage *self)
{
  if (self->is_taking)
    return;
  self->is_typed = TRUE;
  g_clear_handle_id (&self->note_wait, g_source_remove);
  g_clear_pointer (&self->question, g_ptr_array_unref);
  allow_actions (self);
  self->note_wait = g_timeout_add (NOTE_MS, note_written_cb, self);
}

static void
about_chosen_cb (KithBriefingPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search), get_about (self) == ABOUT_PARTNERSHIP);
  if (self->look != NULL)
    ask (self);
}

static void
selection_changed_cb (KithBriefingPage *self)
{
  if (get_about (self) == ABOUT_SELECTED)
    ask (self);
}

static gpointer
list_candidates (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  return kith_candidates_list (roll);
}

static void
show_candidates (GtkWidget *widget, gpointer answer)
{
  kith_thing_search_set_candidates (KITH_THING_SEARCH (widget), answer);
}

/* What is to be done before there are pages, or why there are none */
static void
show_none (KithBriefingPage *self, const char *problem)
{
  KithBriefingOptions subject = { 0 };
  gboolean is_waiting = problem == NULL && find_subject (self, &subject);

  gtk_stack_set_visible_child_name (self->preview, is_waiting ? "looking" : "none");
  if (problem != NULL)
    {
      adw_status_page_set_title (self->none, _ ("There is no briefing"));
      adw_status_page_set_description (self->none, problem);
    }
  else if (get_about (self) == ABOUT_SELECTED)
    {
      adw_status_page_set_title (self->none, _ ("Select a school"));
      adw_status_page_set_description (self->none,
                                       _ ("On the map, in the roll call, or with Find."));
    }
  else
    {
      adw_status_page_set_title (self->none, _ ("Choose a partnership"));
      adw_status_page_set_description (self->none, _ ("Type a part of its name at the left."));
    }
}

static void
show_paper (GtkWidget *widget, gpointer answer)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (widget);
  const KithBriefingPaper *paper = answer;
  KithBook *book = paper == NULL ? NULL : paper->book;
  guint n = book == NULL ? 0 : kith_book_count_pages (book);
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u page", "%u pages", n), n);

  allow_actions (self);
  kith_book_view_set_book (self->book, book);
  gtk_label_set_label (self->count, book == NULL ? "" : words);
  if (book != NULL)
    gtk_stack_set_visible_child_name (self->preview, "pages");
  else
    show_none (self, paper == NULL ? NULL : paper->problem);
}

/* Meanwhile something else may be asked for. */
static void
write_paper (GtkWidget *page, GFile *file, gboolean is_issued)
{
  KithSession *session = kith_page_get_session (KITH_PAGE (page));
  const KithBriefingPaper *paper = get_paper (KITH_BRIEFING_PAGE (page));

  if (paper != NULL && (paper->is_whole || !is_issued))
    kith_briefing_work_write (session, paper, file, is_issued);
  else
    g_signal_emit_by_name (session, "failed",
                           is_issued ? _ ("The briefing was not issued")
                                     : _ ("The briefing was not exported"),
                           _ ("It has changed. Try again when its pages are there."));
}

static void
export_chosen (GtkWidget *page, GFile *const *files, guint n_files)
{
  write_paper (page, files[0], FALSE);
}

static void
issue_chosen (GtkWidget *page, GFile *const *files, guint n_files)
{
  write_paper (page, files[0], TRUE);
}

static void
choose_target (GtkWidget *widget, const char *title, KithFilesChosen chosen)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (widget);
  g_autofree char *name =
      g_strdup_printf (_ ("briefing-%s.pdf"), kith_audience_get_key (get_audience (self)));

  if (get_paper (self) != NULL)
    kith_choose_target (widget, title, name, chosen);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_target (widget, _ ("Export the briefing as PDF or HTML"), export_chosen);
}

static void
issue_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_target (widget, _ ("Issue the briefing as PDF or HTML"), issue_chosen);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const KithBriefingPaper *paper = get_paper (KITH_BRIEFING_PAGE (widget));

  if (paper != NULL)
    kith_briefing_work_print (widget, paper);
}

/* The sections in the order of @options, then the others */
static void
order_sections (KithBriefingPage *self, const KithBriefingOptions *options)
{
  gboolean has[KITH_N_BRIEFING_SECTIONS] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < options->n_sections; i++)
    {
      self->order[n++] = options->sections[i];
      has[options->sections[i]] = TRUE;
    }
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    {
      gtk_check_button_set_active (self->checks[s], has[s]);
      if (!has[s])
        self->order[n++] = s;
    }
  gtk_list_box_invalidate_sort (self->sections);
}

/* Words that were typed stay, before those of the template. */
static void
take_template (KithBriefingPage *self, KithBriefingOptions *options)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  guint first = options->n_sections > 0 ? options->sections[0] : 0;
  g_autofree char *typed = self->is_typed ? dup_note (self) : NULL;
  const char *kept = options->notes[first];
  gboolean is_there = typed != NULL && kept != NULL && strstr (typed, kept) != NULL;
  g_autofree char *note = join_notes (typed, is_there ? NULL : kept);

  self->is_taking = TRUE;
  order_sections (self, options);
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    {
      g_free (self->notes[s]);
      self->notes[s] = s == first ? NULL : g_steal_pointer (&options->notes[s]);
    }
  gtk_text_buffer_set_text (buffer, note != NULL ? note : "", -1);
  self->is_typed = !kith_text_is_blank (typed);
  self->is_taking = FALSE;
  g_clear_handle_id (&self->note_wait, g_source_remove);
}

static void
template_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (widget);
  KithSession *session = kith_page_get_session (KITH_PAGE (self));
  g_auto (KithBriefingOptions) options = { 0 };

  if (!kith_briefing_templates_read (session, g_variant_get_int64 (parameter), &options))
    return;
  self->template_id = g_variant_get_int64 (parameter);
  take_template (self, &options);
  kith_briefing_templates_fill (self->templates_menu, session, self->template_id);
  ask (self);
}

static void
save_template_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (widget);

  kith_briefing_templates_save (widget, kith_page_get_session (KITH_PAGE (self)),
                                make_options (self));
}

static void
forget_template_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (widget);

  kith_briefing_templates_forget (kith_page_get_session (KITH_PAGE (self)), self->template_id);
}

static void
register_changed_cb (KithBriefingPage *self)
{
  KithSession *session = kith_page_get_session (KITH_PAGE (self));
  gboolean can_write = kith_session_is_open (session) && !kith_session_is_read_only (session);

  kith_briefing_templates_fill (self->templates_menu, session, self->template_id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.save-template", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.forget-template", can_write);
}

/* What was chosen goes with its register; what was typed stays. */
static void
forget_register (KithBriefingPage *self)
{
  KithBriefingOptions options = { 0 };

  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    options.sections[options.n_sections++] = s;
  if (self->template_id != 0)
    take_template (self, &options);
  self->template_id = 0;
  kith_thing_search_clear (self->search);
  gtk_drop_down_set_selected (self->about, ABOUT_ALL);
  ask (self);
}

static void
roll_changed_cb (KithBriefingPage *self)
{
  KithSession *session = kith_page_get_session (KITH_PAGE (self));
  KithRoll *roll = kith_session_get_roll (session);
  GFile *file = kith_session_is_open (session) ? kith_session_get_file (session) : NULL;
  guint n_rows = 0;

  if (roll != NULL)
    kith_roll_get_rows (roll, &n_rows);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "briefing" : "empty");
  allow_actions (self);
  if (self->file != file &&
      (file == NULL || self->file == NULL || !g_file_equal (file, self->file)))
    forget_register (self);
  g_set_object (&self->file, file);
}

static guint
find_place (KithBriefingPage *self, GtkListBoxRow *row)
{
  for (guint i = 0; i < KITH_N_BRIEFING_SECTIONS; i++)
    if (self->rows[self->order[i]] == GTK_WIDGET (row))
      return i;
  return KITH_N_BRIEFING_SECTIONS;
}

static int
compare_rows (GtkListBoxRow *one, GtkListBoxRow *other, gpointer self)
{
  return (int)find_place (self, one) - (int)find_place (self, other);
}

static void
add_sections (KithBriefingPage *self)
{
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      self->order[s] = s;
      self->rows[s] = row;
      self->checks[s] = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (self->checks[s], TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     kith_briefing_section_get_words (s));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_list_box_append (self->sections, row);
      g_signal_connect_object (check, "toggled", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    }
}

static void
kith_briefing_page_attach (KithPage *page, KithSession *session)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (page);

  self->look = kith_look_new (GTK_WIDGET (self), session, _ ("Composing the briefing"),
                              kith_briefing_work_compose, kith_briefing_paper_free, show_paper);
  self->candidates_look =
      kith_look_new (GTK_WIDGET (self->search), session, _ ("Listing partnerships"),
                     list_candidates, (GDestroyNotify)g_ptr_array_unref, show_candidates);
  add_sections (self);
  gtk_list_box_set_sort_func (self->sections, compare_rows, self, NULL);
  show_rules (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed",
                           G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  register_changed_cb (self);
  roll_changed_cb (self);
  ask (self);
}

static void
kith_briefing_page_dispose (GObject *object)
{
  KithBriefingPage *self = KITH_BRIEFING_PAGE (object);

  g_clear_handle_id (&self->note_wait, g_source_remove);
  g_clear_object (&self->file);
  g_clear_pointer (&self->question, g_ptr_array_unref);
  g_clear_pointer (&self->candidates_look, kith_look_end);
  g_clear_pointer (&self->look, kith_look_end);
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    g_clear_pointer (&self->notes[s], g_free);
  G_OBJECT_CLASS (kith_briefing_page_parent_class)->dispose (object);
}

static void
kith_briefing_page_class_init (KithBriefingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_briefing_page_dispose;
  page_class->name = "briefing";
  page_class->title = N_ ("Briefing");
  page_class->icon_name = "x-office-document-symbolic";
  page_class->attach = kith_briefing_page_attach;

  g_type_ensure (KITH_TYPE_BOOK_VIEW);
  g_type_ensure (KITH_TYPE_THING_SEARCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-briefing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, preview);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, audience);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, templates_menu);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, none);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, about);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, search);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, count);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, rules);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, sections);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, note);
  gtk_widget_class_bind_template_child (widget_class, KithBriefingPage, book);
  gtk_widget_class_bind_template_callback (widget_class, audience_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_install_action (widget_class, "briefing.issue", NULL, issue_cb);
  gtk_widget_class_install_action (widget_class, "briefing.template", "x", template_cb);
  gtk_widget_class_install_action (widget_class, "briefing.save-template", NULL, save_template_cb);
  gtk_widget_class_install_action (widget_class, "briefing.forget-template", NULL,
                                   forget_template_cb);
  gtk_widget_class_install_action (widget_class, "briefing.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print_cb);
}

static void
kith_briefing_page_init (KithBriefingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_thing_search_set_types (self->search, 1u << KITH_THING_ARRANGEMENT,
                               _ ("Hub, Family or other partnership"));
}
