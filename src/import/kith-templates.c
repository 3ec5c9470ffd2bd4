/* kith-templates.c: empty workbooks for officers to fill in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-import.h"

#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXAMPLE KITH_WORKBOOK_EXAMPLE

/* The columns of DESIGN, and one row that shows how to fill them in. */
static const struct
{
  const char *name;
  const char *header;
  const char *example;
} templates[] = {
  { "partnerships.csv",
    "Arrangement id,Arrangement,Kind,Parent,Lead,Coordinator,Deputy,Starts,Ends,Review,Focus,"
    "Objective,Funding,Funding ends,Memorandum,Data sharing,Capacity,Patch,URN,Organisation,Role,"
    "Joined,Left",
    "EAL-1," EXAMPLE ",hub,,999901,Jo Example,Sam Example,2025-09-01,,2026-07-01,EAL,"
    "Every new arrival is met in a term,Area fund,2027-03-31,yes,31/08/2027,20,,999902,,member,"
    "2025-09-01," },
  { "contacts.csv",
    "Contact,Date,Kind,URN,Organisation,Person,Part,Arrangement,Officer,Summary,Outcome,"
    "Confidential",
    "C-1,2026-03-12,visit,999902,,,host,EAL-1,Jo Example," EXAMPLE ",A second visit in June,no" },
  { "actions.csv", "Action,URN,Arrangement,Contact,What,Owner,Due,Done,Outcome",
    "A-1,999902,EAL-1,C-1," EXAMPLE ",Jo Example,30/06/2026,," },
  { "people.csv", "Person,Post,URN,Organisation,From,To,Days a year,Expertise,Email",
    "Jo Example," EXAMPLE ",999901,,2024-09-01,,30,EAL; Phonics,jo@example.org" },
  { "needs.csv", "URN,Area,Need or expertise,Level,Evidence,Date",
    "999902,Phonics,need,3," EXAMPLE ",2026-03-12" },
  { "enquiries.csv", "URN,Kind,Asked,Answer,By", "999902,hub,2026-03-12,none," EXAMPLE },
};

/**
 * kith_import_write_templates:
 * @folder: where to; made if it is not there
 * @error: return location for a #GError
 *
 * Writes an empty workbook of each kind as CSV, with one row filled in as an example, which
 * an import skips. A file of that name is never written over.
 *
 * Returns: %FALSE with %KITH_IMPORT_ERROR_FILE where one cannot be written or is there already
 */
gboolean
kith_import_write_templates (GFile *folder, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  if (!g_file_make_directory_with_parents (folder, NULL, &reason) &&
      !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE,
                   _ ("“%s” cannot be made: %s. Choose another folder."), g_file_peek_path (folder),
                   reason->message);
      return FALSE;
    }
  for (guint t = 0; t < G_N_ELEMENTS (templates); t++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, templates[t].name);
      /* the mark that makes spreadsheet programs read UTF-8 */
      g_autofree char *text =
          g_strdup_printf ("\xef\xbb\xbf%s\r\n%s\r\n", templates[t].header, templates[t].example);
      g_autoptr (GFileOutputStream) stream = NULL;

      g_clear_error (&reason);
      stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &reason);
      if (stream == NULL ||
          !g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL, NULL,
                                      &reason) ||
          !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &reason))
        {
          g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE,
                       _ ("“%s” was not written: %s. Choose another folder or move the file."),
                       templates[t].name, reason->message);
          return FALSE;
        }
    }
  return TRUE;
}
