-- What a token opens, in one statement: an unknown one costs one look into an index. The functions run with the rights
-- of whoever calls them, so row-level security binds them too. The claims they make meanwhile end with them.

CREATE FUNCTION resolve_ingest_token(hash bytea)
  RETURNS TABLE (
    token_id uuid, tenant_id uuid, source_id uuid, source_name text, site text, format text, zone_minutes smallint
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
    RETURN QUERY SELECT token.id, s.tenant_id, s.id, s.name, s.site, s.format, s.zone_minutes
      FROM public.sources s WHERE s.tenant_id = token.tenant_id AND s.id = token.source_id;
    PERFORM set_config('nightjar.tenants', tenants_before, true);
  END $$;

CREATE FUNCTION resolve_api_token(hash bytea)
  RETURNS TABLE (
    token_id uuid, token_name text, role public.role,
    tenant_id uuid, slug text, name text, code text, hue smallint, organization text
  )
  LANGUAGE plpgsql SET search_path = pg_catalog
  AS $$
  #variable_conflict use_column
  DECLARE
    tenants_before text := coalesce(current_setting('nightjar.tenants', true), '');
    token public.api_tokens;
  BEGIN
    PERFORM set_config('nightjar.token_hash', encode($1, 'hex'), true);
    SELECT * INTO token FROM public.api_tokens t WHERE t.hash = $1 AND t.revoked_at IS NULL;
    PERFORM set_config('nightjar.token_hash', '', true);
    IF token.id IS NULL THEN RETURN; END IF;
    PERFORM set_config('nightjar.tenants', token.tenant_id::text, true);
    IF token.last_used_at IS NULL OR token.last_used_at < now() - interval '1 minute' THEN
      UPDATE public.api_tokens t SET last_used_at = now()
      WHERE t.tenant_id = token.tenant_id AND t.id = token.id;
    END IF;
    RETURN QUERY SELECT token.id, token.name, token.role, n.id, n.slug, n.name, n.code, n.hue, o.name
      FROM public.tenants n JOIN public.organizations o ON o.id = n.organization_id
      WHERE n.id = token.tenant_id;
    PERFORM set_config('nightjar.tenants', tenants_before, true);
  END $$;
