-- The figures that findings look at are one in sixty of the largest table, and lie all over it. This
-- holds copies of them, so that a roll call reads these and not the table.
CREATE INDEX measure_headline
  ON measure (id, urn, year, name, subgroup, subject, value, reason, cohort, source_id)
  WHERE name IN ('PTRWM_EXP', 'ATT8SCR') AND subgroup IS NULL AND subject IS NULL;

PRAGMA user_version = 2;
