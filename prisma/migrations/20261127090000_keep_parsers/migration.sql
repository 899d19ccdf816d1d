-- Parsers that people write as data, and what a source says of its lines beside their format.

ALTER TABLE "sources" ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "parser_versions" (
  "id" UUID NOT NULL,
  "tenant_id" UUID,
  "organization_id" UUID,
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "definition" TEXT,
  "saved_by" UUID NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "parser_versions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "parser_versions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "parser_versions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "parser_versions_one_owner" CHECK (("tenant_id" IS NULL) <> ("organization_id" IS NULL)),
  CONSTRAINT "parser_versions_once" UNIQUE NULLS NOT DISTINCT ("tenant_id", "organization_id", "name", "version")
);
CREATE INDEX "parser_versions_of_organization" ON "parser_versions" ("organization_id", "name", "version" DESC);

ALTER TABLE "parser_versions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "parser_versions" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

-- What is for all tenants of an organization, each of them may read. "tenants" is guarded itself: only those in scope are seen.
CREATE POLICY "for_all" ON "parser_versions" FOR SELECT
  USING ("organization_id" IN (SELECT "organization_id" FROM "tenants"));
-- Writing it takes the claim of the organization, which is made only for who administers all its tenants.
CREATE POLICY "of_organization" ON "parser_versions" FOR INSERT
  WITH CHECK ("organization_id" = (SELECT nullif(current_setting('nightjar.organization', true), '')::uuid));

-- With the settings. A function's result cannot be replaced in place.
DROP FUNCTION resolve_ingest_token(bytea);
CREATE FUNCTION resolve_ingest_token(hash bytea)
  RETURNS TABLE (
    token_id uuid, tenant_id uuid, source_id uuid, source_name text, site text, format text, zone_minutes smallint,
    settings jsonb
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
    RETURN QUERY SELECT token.id, s.tenant_id, s.id, s.name, s.site, s.format, s.zone_minutes, s.settings
      FROM public.sources s WHERE s.tenant_id = token.tenant_id AND s.id = token.source_id;
    PERFORM set_config('nightjar.tenants', tenants_before, true);
  END $$;
