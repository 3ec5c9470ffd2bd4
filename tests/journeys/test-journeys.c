/* test-journeys.c: an officer's ways through the real program
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journey.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define N_SCHOOLS 60

/* What kith-cli says of the first school, or the first arrangement, with a finding. */
typedef struct
{
  gint64 urn;
  char *name;
  char *sentence;
} Told;

static void
free_told (Told *told)
{
  g_free (told->name);
  g_free (told->sentence);
  g_free (told);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Told, free_told)

static JsonNode *
ask_json (const char *verb, GFile *file)
{
  g_autofree char *text = journey_ask (verb, g_file_peek_path (file), "--format", "json", NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

static JsonObject *
find_row (JsonNode *rows, const char *member, const char *value)
{
  JsonArray *array = json_node_get_array (rows);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *row = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (row, member, NULL), value) == 0)
        return row;
    }
  return NULL;
}

static char *
dup_name (GFile *file, gint64 urn)
{
  g_autoptr (JsonNode) roll = ask_json ("roll", file);
  JsonArray *rows = json_node_get_array (roll);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (json_object_get_int_member (row, "urn") == urn)
        return g_strdup (json_object_get_string_member (row, "name"));
    }
  return NULL;
}

/* With @code, or with the first that there is. */
static Told *
find_told (GFile *file, const char *code)
{
  g_autoptr (JsonNode) findings = ask_json ("findings", file);
  JsonObject *row = code != NULL
                        ? find_row (findings, "code", code)
                        : json_array_get_object_element (json_node_get_array (findings), 0);
  Told *told = g_new0 (Told, 1);

  if (row == NULL)
    g_error ("the sample region has no school with %s", code);
  told->urn = json_object_get_int_member (row, "urn");
  told->name = dup_name (file, told->urn);
  told->sentence = g_strdup (json_object_get_string_member (row, "sentence"));
  return told;
}

/* The first school in a tier; NULL if there is none. */
static char *
dup_name_in_tier (GFile *file, const char *tier)
{
  g_autoptr (JsonNode) roll = ask_json ("roll", file);
  JsonObject *row = find_row (roll, "tier", tier);

  return row != NULL ? g_strdup (json_object_get_string_member (row, "name")) : NULL;
}

static char *
dup_postcode (GFile *file, gint64 urn)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, urn);
  g_autofree char *text =
      journey_ask ("school", g_file_peek_path (file), number, "--format", "json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  JsonArray *rows;

  g_assert_no_error (error);
  rows = json_object_get_array_member (json_node_get_object (root), "school");
  return g_strdup (
      json_object_get_string_member (json_array_get_object_element (rows, 0), "postcode"));
}

/* Looks a school up in the roll call and selects it: the window begins with the page that was
 * left last. */
static void
select_school (Journey *journey, const char *words)
{
  journey_keys (journey, "ctrl+1 ctrl+shift+f");
  journey_type (journey, words);
  journey_wait_for_label (journey, "1 of 60 schools…");
  journey_keys_until (journey, "Return", "Record contact…");
}

static GFile *
get_sample (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "kith", "Sample region.kith", NULL);
}

/* The sentence of the gravest finding in the window is the one that kith-cli tells, and what it
 * stands on and what would clear it are beside it. */
static void
check_evidence (Journey *journey, GFile *file)
{
  g_autoptr (Told) told = find_told (file, NULL);

  journey_wait_for_label (journey, told->sentence);
  journey_wait_for_label (journey, "Would clear this: …");
}

static void
test_first_start (void)
{
  Journey *journey = journey_begin (NULL);
  g_autoptr (GFile) sample = get_sample ();

  journey_press (journey, "Open the sample region");
  g_object_unref (journey_find_row (journey, "Roll call", "Act now"));
  /* Enter in the search takes the first of those that are shown */
  journey_keys (journey, "ctrl+shift+f");
  journey_keys_until (journey, "Return", "Record contact…");
  check_evidence (journey, sample);
  journey_end (journey);
  g_file_delete (sample, NULL, NULL);
}

static void
test_keyboard (void)
{
  Journey *journey = journey_begin (NULL);
  g_autoptr (GFile) sample = get_sample ();

  /* the menu is first in the order of Tab, and the window’s own buttons are left out */
  journey_keys (journey, "Tab");
  journey_wait_for_focus (journey, ATSPI_ROLE_PUSH_BUTTON, "Open the sample region");
  journey_keys (journey, "Return");
  g_object_unref (journey_find_row (journey, "Roll call", "Act now"));
  journey_keys_until (journey, "ctrl+shift+f Escape Home", "Record contact…");
  check_evidence (journey, sample);
  /* F1 tells what is before the officer */
  journey_keys (journey, "F1");
  journey_wait_for_label (journey, "Each school in scope exactly once, the most urgent first");
  journey_keys (journey, "Escape");
  journey_end (journey);
  g_file_delete (sample, NULL, NULL);
}

static void
test_contact (void)
{
  g_autoptr (GFile) file = journey_make_register ("contact.kith", N_SCHOOLS);
  g_autoptr (Told) told = find_told (file, "off-the-radar");
  Journey *journey = journey_begin (file);

  select_school (journey, told->name);
  journey_wait_for_label (journey, told->sentence);
  journey_keys (journey, "ctrl+r");
  journey_wait_for_window (journey, "Contact with ");
  journey_type (journey, "We met the head.");
  journey_press (journey, "Record contact");
  journey_wait_until (journey, ATSPI_ROLE_LABEL, told->sentence, FALSE);
  journey_press (journey, "Undo");
  journey_wait_for_label (journey, told->sentence);
  journey_end (journey);
}

/* A school that nobody has asked about its other links leaves “ask” with the answer. */
static void
test_ask (void)
{
  g_autoptr (GFile) file = journey_make_register ("ask.kith", N_SCHOOLS);
  g_autofree char *name = dup_name_in_tier (file, "U");
  Journey *journey = journey_begin (file);

  select_school (journey, name);
  journey_wait_for_label (journey, "Nobody has asked about other links.");
  journey_keys (journey, "ctrl+k");
  journey_wait_for_window (journey, "Ask ");
  journey_choose (journey, "Asked about", "hubs");
  journey_keys (journey, "Tab");
  journey_choose (journey, "It answered", "none");
  journey_press (journey, "Record");
  journey_wait_until (journey, ATSPI_ROLE_LABEL, "Nobody has asked about other links.", FALSE);
  journey_wait_until (journey, ATSPI_ROLE_PUSH_BUTTON, "Ask: 0 schools", TRUE);
  g_free (name);
  name = dup_name_in_tier (file, "U");
  g_assert_null (name);
  journey_end (journey);
}

/* As people write it who are in a hurry. */
static void
test_postcode (void)
{
  g_autoptr (GFile) file = journey_make_register ("postcode.kith", N_SCHOOLS);
  g_autoptr (Told) told = find_told (file, NULL);
  g_autofree char *postcode = dup_postcode (file, told->urn);
  g_autofree char *small = g_ascii_strdown (postcode, -1);
  g_autoptr (GString) without_gap = g_string_new (small);
  Journey *journey = journey_begin (file);

  g_string_replace (without_gap, " ", "", 0);
  journey_keys (journey, "ctrl+2 ctrl+f");
  journey_wait_for_window (journey, "Find");
  journey_type (journey, without_gap->str);
  journey_wait_for_label (journey, told->name);
  journey_keys_until (journey, "Return", "Record contact…");
  journey_wait_for_label (journey, told->sentence);
  journey_end (journey);
}

/* The arrangement that alone carries the links of the school in “ask”. */
static char *
dup_only_arrangement (GFile *file, gint64 *urn)
{
  g_autoptr (JsonNode) findings = ask_json ("findings", file);
  g_autoptr (JsonNode) hubs = ask_json ("hubs", file);
  JsonArray *rows = json_node_get_array (hubs);
  JsonArray *told = json_node_get_array (findings);
  gint64 id = 0;

  for (guint i = 0; i < json_array_get_length (told); i++)
    {
      JsonObject *row = json_array_get_object_element (told, i);
      const char *sentence = json_object_get_string_member (row, "sentence");

      if (strcmp (json_object_get_string_member (row, "code"), "single-affiliation") != 0 ||
          strstr (sentence, "Partnership") == NULL)
        continue;
      *urn = json_object_get_int_member (row, "urn");
      id = json_object_get_int_member (row, "arrangement");
    }
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (json_object_get_int_member (row, "arrangement") == id)
        return g_strdup (json_object_get_string_member (row, "name"));
    }
  g_error ("the sample region has no school that one partnership alone ties to others");
  return NULL;
}

static void
test_end_partnership (void)
{
  g_autoptr (GFile) file = journey_make_register ("end.kith", N_SCHOOLS);
  gint64 urn = 0;
  g_autofree char *arrangement = dup_only_arrangement (file, &urn);
  g_autofree char *school = dup_name (file, urn);
  g_autofree char *alone = g_strdup_printf ("No school works with %s at present…", school);
  Journey *journey = journey_begin (file);

  select_school (journey, school);
  journey_wait_for_label (journey, "Would clear this: …");
  g_assert_false (journey_has (journey, ATSPI_ROLE_LABEL, alone));
  journey_keys (journey, "ctrl+4 ctrl+shift+f");
  journey_type (journey, arrangement);
  journey_wait_for_label (journey, "1 of …");
  journey_keys (journey, "Return");
  journey_wait_for_label (journey, "What makes it work, as far as the record shows");
  journey_press (journey, "Edit");
  /* its key in the menu */
  journey_wait_until (journey, ATSPI_ROLE_MENU_ITEM, "End…", TRUE);
  journey_keys (journey, "e");
  journey_wait_for_window (journey, "End a partnership");
  journey_press (journey, "End");
  journey_wait_for_label (journey, alone);
  journey_press (journey, "Undo");
  journey_wait_until (journey, ATSPI_ROLE_LABEL, alone, FALSE);
  journey_end (journey);
}

static void
test_restore (void)
{
  g_autoptr (GFile) file = journey_make_register ("restore.kith", N_SCHOOLS);
  g_autoptr (Told) told = find_told (file, "off-the-radar");
  Journey *journey;

  g_free (journey_ask ("backup", g_file_peek_path (file), NULL));
  journey = journey_begin (file);
  select_school (journey, told->name);
  journey_wait_for_label (journey, told->sentence);
  journey_keys (journey, "ctrl+r");
  journey_wait_for_window (journey, "Contact with ");
  journey_type (journey, "We met the head.");
  journey_press (journey, "Record contact");
  journey_wait_until (journey, ATSPI_ROLE_LABEL, told->sentence, FALSE);
  journey_keys (journey, "F10");
  journey_wait_until (journey, ATSPI_ROLE_MENU_ITEM, "Restore a backup…", TRUE);
  journey_keys (journey, "r");
  journey_wait_for_window (journey, "Restore a backup");
  journey_press (journey, "Restore the backup of …");
  journey_wait_for_label (journey, told->sentence);
  journey_end (journey);
}

/* Of three files as they are published, one has a row that is not a date. */
static void
write_files (GFile *into)
{
  static const char *const starts[] = { "edubasealldata", "groups-", "partnerships" };
  g_autoptr (GFile) region = g_file_get_child (journey_get_folder (), "region-60");
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (region), 0, NULL);
  const char *name;

  g_assert_true (g_file_make_directory (into, NULL, NULL));
  while ((name = g_dir_read_name (dir)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
      if (g_str_has_prefix (name, starts[i]))
        {
          g_autoptr (GFile) from = g_file_get_child (region, name);
          g_autoptr (GFile) to = g_file_get_child (into, name);
          g_autofree char *text = NULL;
          g_autoptr (GString) all = NULL;
          gsize length = 0;

          g_assert_true (g_file_load_contents (from, NULL, &text, &length, NULL, NULL));
          all = g_string_new_len (text, length);
          if (i == 2)
            g_string_append (all,
                             "Z1,Reading together,cluster,,,,,31/02/2026,,,,,,,,,,800001,,,,\n");
          g_assert_true (g_file_set_contents (g_file_peek_path (to), all->str, all->len, NULL));
        }
}

static void
test_import (void)
{
  g_autoptr (GFile) file = g_file_get_child (journey_get_folder (), "import.kith");
  g_autoptr (GFile) files = g_file_get_child (journey_get_folder (), "three");
  g_autofree char *path = g_strdup_printf ("%s/", g_file_peek_path (files));
  Journey *journey;

  g_object_unref (journey_make_register ("region.kith", N_SCHOOLS));
  g_free (journey_ask ("new", g_file_peek_path (file), NULL));
  write_files (files);
  journey = journey_begin (file);
  journey_keys (journey, "ctrl+i");
  journey_wait_for_window (journey, "Import files");
  journey_keys (journey, "ctrl+l");
  journey_type (journey, path);
  journey_keys (journey, "Return");
  /* GTK says nothing of the rows of its own chooser, nor when the folder’s are there */
  while (journey_has (journey, ATSPI_ROLE_PUSH_BUTTON, "_Read Read"))
    {
      journey_keys (journey, "ctrl+a");
      journey_press_if_there (journey, "_Read Read");
    }
  journey_wait_for_label (journey, "This is not a date. Write it as yyyy-mm-dd or dd/mm/yyyy.");
  journey_wait_for_label (journey, "column Starts: “31/02/2026”");
  journey_press (journey, "Import");
  g_object_unref (journey_find_row (journey, "Roll call", "Ask"));
  journey_wait_for_label (journey, "60 schools, each one once…");
  journey_end (journey);
}

/* An authority of which exactly so many schools are in the roll call. */
static char *
dup_authority (GFile *file, guint n_schools)
{
  g_autoptr (JsonNode) roll = ask_json ("roll", file);
  JsonArray *rows = json_node_get_array (roll);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      const char *name =
          json_object_get_string_member (json_array_get_object_element (rows, i), "authority");
      guint n = 0;

      for (guint k = 0; k < json_array_get_length (rows); k++)
        n += strcmp (name, json_object_get_string_member (json_array_get_object_element (rows, k),
                                                          "authority")) == 0;
      if (n == n_schools)
        return g_strdup (name);
    }
  g_error ("no authority of the sample region has %u schools", n_schools);
  return NULL;
}

/* Twelve schools of one authority become a hub, which is seen on the map with all of them. */
static void
test_hub (void)
{
  g_autoptr (GFile) file = journey_make_register ("hub.kith", 36);
  g_autofree char *authority = dup_authority (file, 12);
  g_autoptr (JsonNode) hubs = NULL;
  Journey *journey = journey_begin (file);

  journey_wait_for_label (journey, "36 schools, each one once…");
  journey_keys (journey, "ctrl+1 ctrl+shift+f");
  journey_type (journey, authority);
  journey_wait_for_label (journey, "12 of 36 schools…");
  journey_keys (journey, "ctrl+shift+a");
  journey_wait_for_label (journey, "12 schools chosen");
  journey_keys (journey, "alt+w");
  journey_wait_for_window (journey, "New partnership");
  journey_type (journey, "Reading together");
  journey_press (journey, "Make");
  journey_wait_for_window_gone (journey, "New partnership");
  journey_keys (journey, "ctrl+4 ctrl+shift+f");
  journey_type (journey, "Reading together");
  journey_wait_for_label (journey, "1 of …");
  journey_keys (journey, "Return");
  journey_wait_for_label (journey, "12 schools in scope. …");
  journey_keys (journey, "alt+m");
  journey_wait_for_label (journey, "12 schools in 1 authority with no contact recorded");
  journey_end (journey);
  hubs = ask_json ("hubs", file);
  g_assert_cmpint (
      json_object_get_int_member (find_row (hubs, "name", "Reading together"), "schools"), ==, 12);
}

/* A second officer looks on while the first has the register, and takes over from them. */
static void
take_over (const char *name, gboolean is_killed)
{
  g_autoptr (GFile) file = journey_make_register (name, N_SCHOOLS);
  g_autoptr (Told) told = find_told (file, "off-the-radar");
  g_autoptr (JsonNode) findings = NULL;
  const char *left = is_killed ? " and left it without closing it."
                               : "Nobody has this register open for writing any more.";
  Journey *first = journey_begin (file), *second;

  journey_wait_for_label (first, "60 schools, each one once…");
  second = journey_begin_elsewhere (file);
  journey_wait_for_label (second, "Open for writing by …");
  if (is_killed)
    journey_kill (first);
  else
    journey_end (first);
  journey_wait_for_label (second, left);
  journey_press (second, "Take over");
  journey_wait_until (second, ATSPI_ROLE_LABEL, left, FALSE);
  select_school (second, told->name);
  journey_wait_for_label (second, told->sentence);
  journey_keys (second, "ctrl+r");
  journey_wait_for_window (second, "Contact with ");
  journey_type (second, "We met the head.");
  journey_press (second, "Record contact");
  journey_wait_until (second, ATSPI_ROLE_LABEL, told->sentence, FALSE);
  journey_end (second);
  findings = ask_json ("findings", file);
  g_assert_null (find_row (findings, "sentence", told->sentence));
}

static void
test_take_over (void)
{
  take_over ("closed.kith", FALSE);
}

static void
test_take_over_killed (void)
{
  take_over ("killed.kith", TRUE);
}

static void
check_names (Journey *journey, const char *where)
{
  g_autofree char *unnamed = journey_list_unnamed (journey);

  if (*unnamed != '\0')
    g_error ("%s: nobody named these:\n%s", where, unnamed);
}

/* All pages are in the window; each dialog is a window of its own. */
static void
test_names (void)
{
  static const struct
  {
    const char *keys, *title;
  } dialogs[] = {
    { "ctrl+r", "Contact with " },
    { "ctrl+m", "Add " },
    { "ctrl+k", "Ask " },
    { "F1", "Kith help" },
  };
  g_autoptr (GFile) file = journey_make_register ("names.kith", N_SCHOOLS);
  g_autoptr (Told) told = find_told (file, NULL);
  Journey *journey = journey_begin (file);

  select_school (journey, told->name);
  journey_wait_for_label (journey, told->sentence);
  /* what a page shows for the first time is there when it has been shown */
  journey_keys (journey, "ctrl+2 ctrl+3 ctrl+4 ctrl+5 ctrl+6 ctrl+7 ctrl+8 ctrl+1");
  check_names (journey, "the window");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      journey_keys (journey, dialogs[i].keys);
      journey_wait_for_window (journey, dialogs[i].title);
      check_names (journey, dialogs[i].title);
      journey_keys (journey, "Escape");
      journey_wait_for_window_gone (journey, dialogs[i].title);
    }
  journey_end (journey);
}

int
main (int argc, char **argv)
{
  int status;

  journey_init (&argc, &argv);
  g_test_add_func ("/journeys/from the first start to a flagged school’s evidence",
                   test_first_start);
  g_test_add_func ("/journeys/the same by keyboard alone", test_keyboard);
  g_test_add_func ("/journeys/a contact is recorded, and the finding clears", test_contact);
  g_test_add_func ("/journeys/any hub? none: the school leaves ask", test_ask);
  g_test_add_func ("/journeys/a school is found by its postcode", test_postcode);
  g_test_add_func ("/journeys/a partnership ends, a school has nobody, and undo",
                   test_end_partnership);
  g_test_add_func ("/journeys/a backup is restored", test_restore);
  g_test_add_func ("/journeys/three files are read, and a row is explained", test_import);
  g_test_add_func ("/journeys/twelve schools become a hub, which is seen on the map", test_hub);
  g_test_add_func ("/journeys/a register is taken over when it is closed", test_take_over);
  g_test_add_func ("/journeys/a register is taken over from a program that was killed",
                   test_take_over_killed);
  g_test_add_func ("/journeys/everything that can be used has a name", test_names);
  status = g_test_run ();
  journey_clean_up ();
  return status;
}
