/** What a user would say of a source of a product: its format, by the names that the cases give to products. */
export const SOURCE_FORMATS: readonly (readonly [products: RegExp, format: string])[] = [
  [/^nginx\.access|^apache\.access|^Apache\/|^NGINX\//, 'access-log'],
  [/^apache\.error/, 'apache-error'],
  [/^nginx\.error/, 'nginx-error'],
  [/^cef(?:\.log)?$|^CEF\//, 'cef'],
  [/^suricata\.|^Suricata\//, 'suricata-eve'],
  [/^snort\./, 'snort'],
  [/^falco\./, 'falco'],
  [/^zeek\./, 'zeek-json'],
]
