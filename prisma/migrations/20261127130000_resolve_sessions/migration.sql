-- Who has signed in, and where she belongs, in one statement: it is asked for every request. The function runs with the
-- rights of whoever calls it, so row-level security binds it too. The claims it makes meanwhile end with it.

CREATE FUNCTION resolve_session(token text)
  RETURNS TABLE (user_id uuid, name text, email text, memberships json)
  LANGUAGE plpgsql SET search_path = pg_catalog
  AS $$
  #variable_conflict use_column
  DECLARE
    user_before text := coalesce(current_setting('nightjar.user', true), '');
    tenants_before text := coalesce(current_setting('nightjar.tenants', true), '');
    person public.users;
    ids uuid[];
    roles public.role[];
    found json;
  BEGIN
    SELECT u.* INTO person FROM public.sessions s JOIN public.users u ON u.id = s.user_id
      WHERE s.token = $1 AND s.expires_at > now();
    IF person.id IS NULL THEN RETURN; END IF;
    PERFORM set_config('nightjar.user', person.id::text, true);
    SELECT array_agg(m.tenant_id), array_agg(m.role) INTO ids, roles
      FROM public.memberships m WHERE m.user_id = person.id;
    -- Not before: a policy that looks through a long list for each row costs more than all the rest.
    PERFORM set_config('nightjar.tenants', coalesce(array_to_string(ids, ','), ''), true);
    SELECT json_agg(json_build_object('tenantId', n.id, 'slug', n.slug, 'name', n.name, 'code', n.code, 'hue', n.hue,
        'role', m.role, 'organization', o.name) ORDER BY n.name)
      INTO found FROM unnest(ids, roles) AS m(tenant_id, role)
      JOIN public.tenants n ON n.id = m.tenant_id JOIN public.organizations o ON o.id = n.organization_id;
    PERFORM set_config('nightjar.user', user_before, true);
    PERFORM set_config('nightjar.tenants', tenants_before, true);
    RETURN QUERY SELECT person.id, person.name, person.email, coalesce(found, '[]'::json);
  END $$;
