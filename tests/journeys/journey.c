/* journey.c: the real program, driven as a screen reader and a keyboard drive it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journey.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define LONGEST_WAIT_S 120
#define LOOK_AGAIN_US (40 * 1000)

struct _Journey
{
  GPid pid;
  char *said;       /* path of what the program wrote on standard error */
  GSubprocess *bus; /* nullable: of a session of its own */
};

static const char *kith, *kith_cli;
static GFile *folder;

/* The program and its twin without a display are the last two arguments. */
void
journey_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  /* libatspi warns of programs that came and went */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  g_assert_cmpint (*argc, ==, 3);
  kith = (*argv)[1];
  kith_cli = (*argv)[2];
  g_assert_cmpint (atspi_init (), <=, 1);
}

GFile *
journey_get_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    {
      path = g_dir_make_tmp ("kith-journey-XXXXXX", &error);
      g_assert_no_error (error);
      folder = g_file_new_for_path (path);
    }
  return folder;
}

static void
run (const char *const *words, char **out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      words, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  /* 1 is done, with rows that were rejected */
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), <=, 1);
  if (out != NULL)
    *out = g_steal_pointer (&text);
}

/* What kith-cli answers to a verb and its arguments. */
char *
journey_ask (const char *verb, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *word;
  char *out = NULL;
  va_list rest;

  g_ptr_array_add (words, (gpointer)kith_cli);
  g_ptr_array_add (words, (gpointer)verb);
  va_start (rest, verb);
  while ((word = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer)word);
  va_end (rest);
  g_ptr_array_add (words, NULL);
  run ((const char *const *)words->pdata, &out);
  return out;
}

static void
add_files (const char *path, GPtrArray *words)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        add_files (child, words);
      else if ((g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".geojson")) &&
               strcmp (name, "planted.csv") != 0)
        g_ptr_array_add (words, g_steal_pointer (&child));
    }
}

/* A sample region as of today, in its files and as a register. The files stay, in a folder named
 * for how many schools there are: “region-60”. */
GFile *
journey_make_register (const char *name, guint n_schools)
{
  GFile *file = g_file_get_child (journey_get_folder (), name);
  g_autofree char *number = g_strdup_printf ("%u", n_schools);
  g_autofree char *base = g_strdup_printf ("region-%u", n_schools);
  g_autofree char *region = g_build_filename (g_file_peek_path (folder), base, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *made = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (!g_file_test (region, G_FILE_TEST_IS_DIR))
    g_free (journey_ask ("sample", region, "--schools", number, "--dated", today, NULL));
  made = journey_ask ("new", g_file_peek_path (file), NULL);
  g_ptr_array_add (words, g_strdup (kith_cli));
  g_ptr_array_add (words, g_strdup ("import"));
  g_ptr_array_add (words, g_file_get_path (file));
  add_files (region, words);
  g_ptr_array_add (words, NULL);
  run ((const char *const *)words->pdata, NULL);
  return file;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
journey_clean_up (void)
{
  if (folder != NULL)
    remove_all (g_file_peek_path (folder));
  g_clear_object (&folder);
}

/* The program. */

static Accessible *
find_application (Journey *self)
{
  Accessible *desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      Accessible *child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && (GPid)atspi_accessible_get_process_id (child, NULL) == self->pid)
        {
          /* what is seen is asked for each time: nobody listens for what changes */
          atspi_accessible_set_cache_mask (child, ATSPI_CACHE_NONE);
          g_object_unref (desktop);
          return child;
        }
      g_clear_object (&child);
    }
  g_object_unref (desktop);
  return NULL;
}

static gboolean
is_named (Accessible *at, const char *name)
{
  g_autofree char *full = atspi_accessible_get_name (at, NULL);
  g_autofree char *start = NULL;

  if (full == NULL)
    return FALSE;
  if (g_str_has_suffix (full, name))
    return TRUE;
  if (!g_str_has_suffix (name, "…"))
    return FALSE;
  start = g_strndup (name, strlen (name) - strlen ("…"));
  return g_str_has_prefix (full, start);
}

/* Rows of long lists are looked through only where somebody asks for a row. */
static gboolean
is_long_list (Accessible *at, AtspiRole role, int n_children)
{
  return role == ATSPI_ROLE_LIST && n_children > 30;
}

/* Breadth first, below @from. */
static Accessible *
look_below (Accessible *from, AtspiRole role, const char *name)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (queue, g_object_ref (from));
  for (guint i = 0; i < queue->len; i++)
    {
      Accessible *at = queue->pdata[i];
      AtspiRole its = atspi_accessible_get_role (at, NULL);
      int n = atspi_accessible_get_child_count (at, NULL);

      if (its == role && i > 0 && is_named (at, name))
        return g_object_ref (at);
      if (i > 0 && is_long_list (at, its, n))
        continue;
      for (int k = 0; k < n; k++)
        {
          Accessible *child = atspi_accessible_get_child_at_index (at, k, NULL);

          if (child != NULL)
            g_ptr_array_add (queue, child);
        }
    }
  return NULL;
}

/* The newest window first: it is the one that a person sees. */
static Accessible *
look (Journey *self, AtspiRole role, const char *name)
{
  g_autoptr (Accessible) application = find_application (self);
  int n = application != NULL ? atspi_accessible_get_child_count (application, NULL) : 0;

  for (int i = n - 1; i >= 0; i--)
    {
      g_autoptr (Accessible) window = atspi_accessible_get_child_at_index (application, i, NULL);
      Accessible *found = NULL;

      if (window != NULL && atspi_accessible_get_role (window, NULL) == role &&
          is_named (window, name))
        return g_steal_pointer (&window);
      if (window != NULL)
        found = look_below (window, role, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_running (Journey *self)
{
  return waitpid (self->pid, NULL, WNOHANG) == 0;
}

/* One more look at what does not come. KITH_SHOTS names a folder for pictures of such screens. */
static void
wait_or_fail (Journey *self, gint64 *since, AtspiRole role, const char *name, const char *what)
{
  g_autofree char *picture = NULL;

  if (*since == 0)
    *since = g_get_monotonic_time ();
  if (!is_running (self))
    g_error ("the program ended while “%s” was looked for", name);
  if (g_get_monotonic_time () - *since > LONGEST_WAIT_S * G_USEC_PER_SEC)
    {
      if (g_getenv ("KITH_SHOTS") != NULL)
        {
          const char *words[] = { "import", "-window", "root", NULL, NULL };

          picture = g_build_filename (g_getenv ("KITH_SHOTS"), "journey.png", NULL);
          words[3] = picture;
          run (words, NULL);
        }
      g_error ("waited %d seconds for the %s “%s” %s", LONGEST_WAIT_S, atspi_role_get_name (role),
               name, what);
    }
  g_usleep (LOOK_AGAIN_US);
}

Accessible *
journey_find (Journey *self, AtspiRole role, const char *name)
{
  gint64 since = 0;
  Accessible *found;

  while ((found = look (self, role, name)) == NULL)
    wait_or_fail (self, &since, role, name, "to come");
  return found;
}

gboolean
journey_has (Journey *self, AtspiRole role, const char *name)
{
  g_autoptr (Accessible) found = look (self, role, name);

  return found != NULL;
}

void
journey_wait_until (Journey *self, AtspiRole role, const char *name, gboolean is_there)
{
  gint64 since = 0;

  while (journey_has (self, role, name) != is_there)
    wait_or_fail (self, &since, role, name, is_there ? "to come" : "to go");
}

void
journey_wait_for_label (Journey *self, const char *words)
{
  journey_wait_until (self, ATSPI_ROLE_LABEL, words, TRUE);
}

static gboolean
has_focused_state (Accessible *at)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (at);
  gboolean has = atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);

  g_object_unref (states);
  return has;
}

/* Of a button that opens a menu, and of an entry in a row, a part inside has the keyboard. */
static gboolean
has_focus (Accessible *at)
{
  gboolean has = has_focused_state (at);
  int n = atspi_accessible_get_child_count (at, NULL);

  for (int i = 0; i < n && !has; i++)
    {
      g_autoptr (Accessible) child = atspi_accessible_get_child_at_index (at, i, NULL);

      has = child != NULL && has_focus (child);
    }
  return has;
}

void
journey_wait_for_focus (Journey *self, AtspiRole role, const char *name)
{
  gint64 since = 0;

  for (;;)
    {
      g_autoptr (Accessible) found = look (self, role, name);

      if (found != NULL && has_focus (found))
        return;
      wait_or_fail (self, &since, role, name, "to have the keyboard");
    }
}

/* The window that keys go to. */
static char *
read_keyboard_window (void)
{
  const char *const words[] = { "xdotool", "getwindowfocus", "getwindowname", NULL };
  char *name = NULL;

  run (words, &name);
  return g_strstrip (name);
}

static void
wait_for_keyboard (Journey *self)
{
  gint64 since = 0;

  for (;;)
    {
      g_autofree char *name = read_keyboard_window ();

      if (*name != '\0')
        return;
      wait_or_fail (self, &since, ATSPI_ROLE_FRAME, "Kith", "to have the keyboard");
    }
}

/* A dialog has the keyboard a little after it is there. */
void
journey_wait_for_window (Journey *self, const char *title)
{
  gint64 since = 0;

  for (;;)
    {
      g_autofree char *name = read_keyboard_window ();

      if (g_str_has_prefix (name, title))
        return;
      wait_or_fail (self, &since, ATSPI_ROLE_FRAME, title, "to have the keyboard");
    }
}

void
journey_wait_for_window_gone (Journey *self, const char *title)
{
  gint64 since = 0;

  for (;;)
    {
      g_autofree char *name = read_keyboard_window ();

      if (!g_str_has_prefix (name, title))
        return;
      wait_or_fail (self, &since, ATSPI_ROLE_FRAME, title, "to go");
    }
}

/* The whole name of what is met by @name: what a label says. */
char *
journey_read (Journey *self, AtspiRole role, const char *name)
{
  g_autoptr (Accessible) found = journey_find (self, role, name);

  return atspi_accessible_get_name (found, NULL);
}

static Accessible *
look_for_row (Journey *self, const char *table, const char *cell)
{
  g_autoptr (Accessible) whole = look (self, ATSPI_ROLE_TREE_TABLE, table);
  g_autoptr (Accessible) rows = NULL;
  int n;

  if (whole == NULL)
    return NULL;
  /* the headings come first */
  rows = atspi_accessible_get_child_at_index (whole, 1, NULL);
  n = rows != NULL ? atspi_accessible_get_child_count (rows, NULL) : 0;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (Accessible) row = atspi_accessible_get_child_at_index (rows, i, NULL);
      g_autoptr (Accessible) found = row != NULL ? look_below (row, ATSPI_ROLE_LABEL, cell) : NULL;

      if (found != NULL)
        return g_steal_pointer (&row);
    }
  return NULL;
}

/* The first row of a table that has a cell of that name. */
Accessible *
journey_find_row (Journey *self, const char *table, const char *cell)
{
  gint64 since = 0;
  Accessible *row;

  while ((row = look_for_row (self, table, cell)) == NULL)
    wait_or_fail (self, &since, ATSPI_ROLE_TABLE_ROW, cell, "to come");
  return row;
}

static gboolean
is_control (AtspiRole role)
{
  static const AtspiRole roles[] = {
    ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_RADIO_BUTTON,
    ATSPI_ROLE_COMBO_BOX,   ATSPI_ROLE_ENTRY,         ATSPI_ROLE_TEXT,      ATSPI_ROLE_SPIN_BUTTON,
    ATSPI_ROLE_SLIDER,      ATSPI_ROLE_PAGE_TAB,      ATSPI_ROLE_MENU_ITEM, ATSPI_ROLE_TREE_TABLE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == role)
      return TRUE;
  return FALSE;
}

/* GTK gives what nobody named the name of its type. */
static gboolean
is_nameless (Accessible *at)
{
  g_autofree char *name = atspi_accessible_get_name (at, NULL);

  return name == NULL || *name == '\0' || g_str_has_prefix (name, "Gtk") ||
         g_str_has_prefix (name, "Adw") || g_str_has_prefix (name, "Kith");
}

/* The button inside a menu button, and the menu button around one, are one to a person; so are a
 * list to choose from and the button that opens it. */
static gboolean
is_part_of_named (Accessible *at, AtspiRole role)
{
  g_autoptr (Accessible) parent = atspi_accessible_get_parent (at, NULL);
  g_autoptr (Accessible) child = atspi_accessible_get_child_at_index (at, 0, NULL);

  return (parent != NULL && atspi_accessible_get_role (parent, NULL) == ATSPI_ROLE_COMBO_BOX) ||
         (child != NULL && atspi_accessible_get_role (child, NULL) == role && !is_nameless (child));
}

static void
add_unnamed (Accessible *at, const char *path, GString *words)
{
  AtspiRole role = atspi_accessible_get_role (at, NULL);
  g_autofree char *name = atspi_accessible_get_name (at, NULL);
  g_autofree char *here = NULL;
  int n = atspi_accessible_get_child_count (at, NULL);

  here = is_nameless (at) ? g_strdup_printf ("%s/%s", path, atspi_role_get_name (role))
                          : g_strdup_printf ("…/%s “%s”", atspi_role_get_name (role), name);
  if (is_control (role) && is_nameless (at) && !is_part_of_named (at, role))
    g_string_append_printf (words, "%s\n", here);
  if (is_long_list (at, role, n))
    n = 5;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (Accessible) child = atspi_accessible_get_child_at_index (at, i, NULL);

      if (child != NULL)
        add_unnamed (child, here, words);
    }
}

/* Of the newest window, what a person can use and nobody named: a line each. */
char *
journey_list_unnamed (Journey *self)
{
  g_autoptr (Accessible) application = find_application (self);
  int n = application != NULL ? atspi_accessible_get_child_count (application, NULL) : 0;
  g_autoptr (Accessible) window =
      n > 0 ? atspi_accessible_get_child_at_index (application, n - 1, NULL) : NULL;
  GString *words = g_string_new (NULL);

  g_assert_nonnull (window);
  add_unnamed (window, "", words);
  return g_string_free (words, FALSE);
}

/* What a person does. */

static gboolean
is_sensitive (Accessible *at)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (at);
  gboolean is = atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE);

  g_object_unref (states);
  return is;
}

/* One that stays down when it is pressed is a button too. */
static Accessible *
look_for_button (Journey *self, const char *name)
{
  Accessible *found = look (self, ATSPI_ROLE_PUSH_BUTTON, name);

  return found != NULL ? found : look (self, ATSPI_ROLE_TOGGLE_BUTTON, name);
}

static Accessible *
find_sensitive_button (Journey *self, const char *name)
{
  gint64 since = 0;

  for (;;)
    {
      g_autoptr (Accessible) found = look_for_button (self, name);

      if (found != NULL && is_sensitive (found))
        return g_steal_pointer (&found);
      wait_or_fail (self, &since, ATSPI_ROLE_PUSH_BUTTON, name, "to be ready");
    }
}

static gboolean
press (Accessible *at, GError **error)
{
  AtspiAction *action = atspi_accessible_get_action_iface (at);
  gboolean is_pressed = action != NULL && atspi_action_do_action (action, 0, error);

  g_clear_object (&action);
  return is_pressed;
}

void
journey_press (Journey *self, const char *button)
{
  g_autoptr (Accessible) found = find_sensitive_button (self, button);
  g_autoptr (GError) error = NULL;

  g_assert_true (press (found, &error));
  g_assert_no_error (error);
}

/* It may go while it is pressed. */
void
journey_press_if_there (Journey *self, const char *button)
{
  g_autoptr (Accessible) found = look (self, ATSPI_ROLE_PUSH_BUTTON, button);

  if (found != NULL)
    press (found, NULL);
}

/* Keys as xdotool writes them, with spaces between: "ctrl+f Down". */
void
journey_keys (Journey *self, const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "xdotool");
  g_ptr_array_add (words, (gpointer) "key");
  g_ptr_array_add (words, (gpointer) "--delay");
  g_ptr_array_add (words, (gpointer) "40");
  for (guint i = 0; each[i] != NULL; i++)
    g_ptr_array_add (words, each[i]);
  g_ptr_array_add (words, NULL);
  run ((const char *const *)words->pdata, NULL);
}

/* Presses keys, and once more after a second, until a button can be pressed: a key that comes
 * before the window is ready for it is lost, as people find. */
void
journey_keys_until (Journey *self, const char *keys, const char *button)
{
  gint64 since = 0, pressed = 0;

  for (;;)
    {
      g_autoptr (Accessible) found = look (self, ATSPI_ROLE_PUSH_BUTTON, button);

      if (found != NULL && is_sensitive (found))
        return;
      if (g_get_monotonic_time () - pressed > G_USEC_PER_SEC)
        {
          journey_keys (self, keys);
          pressed = g_get_monotonic_time ();
        }
      wait_or_fail (self, &since, ATSPI_ROLE_PUSH_BUTTON, button, "to be ready");
    }
}

void
journey_type (Journey *self, const char *text)
{
  const char *const words[] = { "xdotool", "type", "--delay", "30", text, NULL };

  run (words, NULL);
}

/* How far below the item that has the keyboard the one with these words is; G_MAXINT while the
 * list is not open. */
static int
measure_way (Accessible *list, const char *words)
{
  int n = atspi_accessible_get_child_count (list, NULL);
  int from = G_MAXINT, to = G_MAXINT;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (Accessible) item = atspi_accessible_get_child_at_index (list, i, NULL);
      g_autoptr (Accessible) label =
          item != NULL ? look_below (item, ATSPI_ROLE_LABEL, words) : NULL;

      if (item != NULL && has_focused_state (item))
        from = i;
      if (label != NULL)
        to = i;
    }
  return from == G_MAXINT || to == G_MAXINT ? G_MAXINT : to - from;
}

/* The list that a row opens holds more than the one that shows what is chosen. */
static Accessible *
look_for_choices (Accessible *combo)
{
  g_autoptr (Accessible) pane = look_below (combo, ATSPI_ROLE_SCROLL_PANE, "");

  return pane != NULL ? look_below (pane, ATSPI_ROLE_LIST, "") : NULL;
}

/* In a row that has the keyboard. */
void
journey_choose (Journey *self, const char *combo, const char *words)
{
  g_autoptr (Accessible) row = NULL;
  gint64 since = 0;
  int way = G_MAXINT;

  journey_wait_for_focus (self, ATSPI_ROLE_COMBO_BOX, combo);
  row = journey_find (self, ATSPI_ROLE_COMBO_BOX, combo);
  journey_keys (self, "space");
  while (way == G_MAXINT)
    {
      g_autoptr (Accessible) choices = look_for_choices (row);

      way = choices != NULL ? measure_way (choices, words) : G_MAXINT;
      if (way == G_MAXINT)
        wait_or_fail (self, &since, ATSPI_ROLE_LIST_ITEM, words, "to be offered");
    }
  for (int i = 0; i < ABS (way); i++)
    journey_keys (self, way > 0 ? "Down" : "Up");
  journey_keys (self, "Return");
  journey_wait_for_focus (self, ATSPI_ROLE_COMBO_BOX, combo);
}

static char *
dup_accessibility_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  char *address = NULL;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (bus, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(s)", &address);
  return address;
}

static Journey *
begin (GFile *file, char **environment)
{
  Journey *self = g_new0 (Journey, 1);
  const char *words[] = { kith, file != NULL ? g_file_peek_path (file) : NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Accessible) window = NULL;
  int standard_error = -1;

  self->said = g_build_filename (g_file_peek_path (journey_get_folder ()), "said-XXXXXX", NULL);
  standard_error = g_mkstemp (self->said);
  g_assert_cmpint (standard_error, >=, 0);
  g_spawn_async_with_fds (NULL, (char **)words, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                          &self->pid, -1, -1, standard_error, &error);
  g_assert_no_error (error);
  g_close (standard_error, NULL);
  if (file == NULL)
    window = journey_find (self, ATSPI_ROLE_PUSH_BUTTON, "Open the sample region");
  else
    window = journey_find (self, ATSPI_ROLE_TREE_TABLE, "Roll call");
  wait_for_keyboard (self);
  return self;
}

/* Starts the program, on @file or as on the first day, and waits for its window. */
Journey *
journey_begin (GFile *file)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "GTK_A11Y", "atspi", TRUE);

  return begin (file, environment);
}

/* A bus for a session, and its address. */
static GSubprocess *
start_bus (char **address)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "dbus-daemon",
                                       "--session", "--nofork", "--print-address", NULL);
  g_autoptr (GDataInputStream) lines = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bus));
  *address = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (*address);
  return bus;
}

/* The same beside one that runs, in a session of its own as on a colleague’s machine: what starts
 * in the same session would be a window of the one that runs. */
Journey *
journey_begin_elsewhere (GFile *file)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "GTK_A11Y", "atspi", TRUE);
  g_autofree char *accessibility = dup_accessibility_bus ();
  g_autofree char *session = NULL;
  GSubprocess *bus = start_bus (&session);
  Journey *self;

  environment = g_environ_setenv (environment, "AT_SPI_BUS_ADDRESS", accessibility, TRUE);
  environment = g_environ_setenv (environment, "DBUS_SESSION_BUS_ADDRESS", session, TRUE);
  self = begin (file, environment);
  self->bus = bus;
  return self;
}

/* A warning on standard error is a fault. */
static void
check_said (Journey *self)
{
  g_autofree char *said = NULL;

  g_file_get_contents (self->said, &said, NULL, NULL);
  if (strstr (said, "WARNING") != NULL || strstr (said, "CRITICAL") != NULL)
    g_error ("the program wrote:\n%s", said);
}

static int
end (Journey *self, int number)
{
  int status = 0;

  kill (self->pid, number);
  g_assert_cmpint (waitpid (self->pid, &status, 0), ==, self->pid);
  g_spawn_close_pid (self->pid);
  check_said (self);
  if (self->bus != NULL)
    g_subprocess_force_exit (self->bus);
  g_clear_object (&self->bus);
  g_free (self->said);
  g_free (self);
  return status;
}

/* Ends it as a desktop does that shuts down. */
void
journey_end (Journey *self)
{
  int status = end (self, SIGTERM);

  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* Ends it as a power cut does: it is told nothing. */
void
journey_kill (Journey *self)
{
  end (self, SIGKILL);
}
