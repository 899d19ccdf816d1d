/** What a user would say of a source of a product: its format, by the names that the cases give to products. */
export const SOURCE_FORMATS: readonly (readonly [products: RegExp, format: string])[] = [
  [/^nginx\.access|^apache\.access|^Apache\/|^NGINX\//, 'access-log'],
  [/^apache\.error/, 'apache-error'],
  [/^nginx\.error/, 'nginx-error'],
  [/^panw\.panos/, 'panos'],
  [/^watchguard_firebox\./, 'watchguard'],
  [/^sophos\.xg/, 'sophos-xg'],
  [/^sophos\.utm/, 'sophos-utm'],
  [/^sonicwall_firewall\./, 'sonicwall'],
  [/^fortinet_fortigate\.|^fortinet\.firewall|^Fortinet\/fortigate/, 'fortigate'],
  [/^fortinet_fortiproxy\.|^Fortinet\/fortiproxy/, 'fortiproxy'],
  [/^checkpoint\.firewall/, 'checkpoint'],
  [/^juniper_srx\.|^juniper\.srx/, 'juniper-srx'],
  [/^Juniper\//, 'junos'],
  [/^zscaler_zia\.|^Zscaler\/zscaler-zia/, 'zscaler-zia'],
]
