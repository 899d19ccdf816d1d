/** What a user would say of a source of a product: its format, by the names that the cases give to products. */
export const SOURCE_FORMATS: readonly (readonly [products: RegExp, format: string])[] = [
  [/^nginx\.access|^apache\.access|^Apache\/|^NGINX\//, 'access-log'],
  [/^apache\.error/, 'apache-error'],
  [/^nginx\.error/, 'nginx-error'],
  [
    /^windows\.|^system\.(security|system|application)$|^sysmon_linux\.|^Beats\/winlogbeat/,
    'windows-winlogbeat',
  ],
  [/^Windows\/windows$/, 'windows-flat'],
  [/^Azure\/azure-windows/, 'windows-azure'],
  [/^Windows\/microsoft-always-on-vpn/, 'nps'],
  [/^m365_defender\.event|microsoft-365-defender/, 'defender-hunting'],
  [
    /^m365_defender\.|^microsoft_defender_endpoint\.|^microsoft\.(defender_atp|m365_defender)/,
    'defender-alert',
  ],
  [/^microsoft_defender_cloud\./, 'defender-for-cloud'],
  [/microsoft-intune/, 'intune'],
]
