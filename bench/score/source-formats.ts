/** What a user would say of a source of a product: its format, by the names that the cases give to products. */
export const SOURCE_FORMATS: readonly (readonly [products: RegExp, format: string])[] = [
  [/^nginx\.access|^apache\.access|^Apache\/|^NGINX\//, 'access-log'],
  [/^apache\.error/, 'apache-error'],
  [/^nginx\.error/, 'nginx-error'],
  [/^cisco_asa\.|^cisco\.asa$/, 'cisco-asa'],
  [/^cisco_ftd\.|^cisco\.ftd$/, 'cisco-ftd'],
  [/^cisco_ios\.|^cisco\.ios$|^Cisco\/cisco-ios/, 'cisco-ios'],
  [/^cisco_nexus\.|^cisco\.nexus$|^Cisco\/cisco-nx-os/, 'cisco-nexus'],
  [/^Cisco\/cisco-secure-firewall/, 'cisco-ftd'],
  [/^pfsense\./, 'pfsense'],
  [/^iptables\.|^Netfilter\//, 'netfilter'],
  [/^cisco_meraki\.log|^cisco\.meraki|^Cisco\/cisco-meraki/, 'cisco-meraki'],
  [/^cisco_ise\.|^Cisco\/cisco-ise/, 'cisco-ise'],
]
