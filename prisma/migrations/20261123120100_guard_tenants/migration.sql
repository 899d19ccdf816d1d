-- Row-level security. The program's role sees no row of a tenant unless its transaction names the tenant in
-- `nightjar.tenants`. FORCE binds the owner of the tables as well.

CREATE FUNCTION nightjar_tenants() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog
  AS $$ SELECT string_to_array(nullif(current_setting('nightjar.tenants', true), ''), ',')::uuid[] $$;

ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "tenants" USING ("id" = ANY ((SELECT nightjar_tenants())::uuid[]));

ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "memberships" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

ALTER TABLE "sources" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "sources" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

ALTER TABLE "ingest_tokens" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "ingest_tokens" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "api_tokens" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

ALTER TABLE "alerts" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "alerts" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

ALTER TABLE "alert_contributions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "alert_contributions"
  USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));

-- The few lookups that come before a scope. Each opens, for reading, only the rows that the asker already names.

-- Who holds a token's secret may learn its tenant.
CREATE POLICY "by_hash" ON "ingest_tokens" FOR SELECT
  USING ("hash" = (SELECT decode(nullif(current_setting('nightjar.token_hash', true), ''), 'hex')));
CREATE POLICY "by_hash" ON "api_tokens" FOR SELECT
  USING ("hash" = (SELECT decode(nullif(current_setting('nightjar.token_hash', true), ''), 'hex')));

-- Who has signed in may learn where she belongs.
CREATE POLICY "of_user" ON "memberships" FOR SELECT
  USING ("user_id" = (SELECT nullif(current_setting('nightjar.user', true), '')::uuid));

-- The syslog doors open a port for each source that has one.
CREATE POLICY "syslog_doors" ON "sources" FOR SELECT
  USING ("syslog_port" IS NOT NULL AND (SELECT current_setting('nightjar.door', true)) = 'syslog');

-- An operator at the command line names a tenant by slug, or all of the organization.
CREATE POLICY "by_slug" ON "tenants" FOR SELECT
  USING ("slug" = ANY ((SELECT string_to_array(nullif(current_setting('nightjar.slugs', true), ''), ','))::text[]));
CREATE POLICY "of_organization" ON "tenants" FOR SELECT
  USING ("organization_id" = (SELECT nullif(current_setting('nightjar.organization', true), '')::uuid));
