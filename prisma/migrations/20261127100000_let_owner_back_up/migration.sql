-- A backup reads all rows as the owner of the tables, which FORCE binds as well: a claim of its own opens them, for the
-- owner alone and for reading only. Tables that come later need this policy too; a backup refuses without it.
DO $$
DECLARE
  guarded regclass;
BEGIN
  FOR guarded IN
    SELECT oid FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format(
      'CREATE POLICY "whole" ON %s FOR SELECT TO CURRENT_USER
         USING ((SELECT current_setting(''nightjar.backup'', true)) = ''on'')',
      guarded);
  END LOOP;
END $$;
