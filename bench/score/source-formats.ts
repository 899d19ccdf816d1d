/** What a user would say of a source of a product: its format, by the names that the cases give to products. */
export const SOURCE_FORMATS: readonly (readonly [products: RegExp, format: string])[] = [
  [/^nginx\.access|^apache\.access|^Apache\/|^NGINX\//, 'access-log'],
  [/^apache\.error/, 'apache-error'],
  [/^nginx\.error/, 'nginx-error'],
  [/^okta\.system|^Okta\//, 'okta'],
  [/^auth0\.|^Auth0\//, 'auth0'],
  [/^cisco_duo\.|^Duo\//, 'duo'],
  [/^github\.audit|^Github\//, 'github-audit'],
  [/^gitlab\./, 'gitlab'],
  [/^atlassian_/, 'atlassian-audit'],
  [/^ping_one\./, 'ping-one'],
  [/^cloudflare\.audit|^cloudflare_logpush\.audit|^Cloudflare\/audit/, 'cloudflare-audit'],
  [/^cloudflare|^Cloudflare\//, 'cloudflare-logpush'],
  [/^crowdstrike\.falcon|^CrowdStrike\/crowdstrike_falcon/, 'crowdstrike-falcon'],
  [/^crowdstrike\.fdr|^CrowdStrike\/crowdstrike-telemetry/, 'crowdstrike-fdr'],
  [/^crowdstrike\./, 'crowdstrike-api'],
  [/^sentinel_one|^SentinelOne\//, 'sentinel-one'],
]
