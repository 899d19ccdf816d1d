-- How long events are kept, by tenant and by source.

ALTER TABLE "tenants" ADD COLUMN "retention_days" INTEGER CHECK ("retention_days" BETWEEN 1 AND 10950);
ALTER TABLE "sources" ADD COLUMN "retention_days" INTEGER CHECK ("retention_days" BETWEEN 1 AND 10950);

-- The doors seal the class into the payload: those of syslog need the tenant of a source with a port.
CREATE POLICY "syslog_doors" ON "tenants" FOR SELECT
  USING (
    (SELECT current_setting('nightjar.door', true)) = 'syslog'
    AND "id" IN (SELECT "tenant_id" FROM "sources" WHERE "syslog_port" IS NOT NULL)
  );

-- With the days. A function's result cannot be replaced in place.
DROP FUNCTION resolve_ingest_token(bytea);
CREATE FUNCTION resolve_ingest_token(hash bytea)
  RETURNS TABLE (
    token_id uuid, tenant_id uuid, source_id uuid, source_name text, site text, format text, zone_minutes smallint,
    settings jsonb, retention_days integer
  )
  LANGUAGE plpgsql SET search_path = pg_catalog
  AS $$
  #variable_conflict use_column
  DECLARE
    tenants_before text := coalesce(current_setting('nightjar.tenants', true), '');
    token public.ingest_tokens;
  BEGIN
    PERFORM set_config('nightjar.token_hash', encode($1, 'hex'), true);
    SELECT * INTO token FROM public.ingest_tokens t WHERE t.hash = $1 AND t.revoked_at IS NULL;
    PERFORM set_config('nightjar.token_hash', '', true);
    IF token.id IS NULL THEN RETURN; END IF;
    PERFORM set_config('nightjar.tenants', token.tenant_id::text, true);
    IF token.last_used_at IS NULL OR token.last_used_at < now() - interval '1 minute' THEN
      UPDATE public.ingest_tokens t SET last_used_at = now()
      WHERE t.tenant_id = token.tenant_id AND t.id = token.id;
    END IF;
    RETURN QUERY SELECT token.id, s.tenant_id, s.id, s.name, s.site, s.format, s.zone_minutes, s.settings,
        coalesce(s.retention_days, n.retention_days)
      FROM public.sources s JOIN public.tenants n ON n.id = s.tenant_id
      WHERE s.tenant_id = token.tenant_id AND s.id = token.source_id;
    PERFORM set_config('nightjar.tenants', tenants_before, true);
  END $$;
