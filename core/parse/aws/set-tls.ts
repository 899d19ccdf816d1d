import type { Fields } from '../../event/event.ts'
import { setText } from '../cloud/set-text.ts'

/** `TLSv1.2`, `TLSV1.1`, `tlsv12` as `tls.version` 1.2 and `tls.version_protocol`. */
export function setTls(fields: Fields, cipher: string | undefined, protocol: string | undefined): void {
  setText(fields, 'tls.cipher', cipher)
  const version = /^(tls|ssl)v?(\d)\.?(\d?)$/i.exec(protocol ?? '')
  if (!version?.[1] || !version[2]) return
  fields['tls.version_protocol'] = version[1].toLowerCase()
  fields['tls.version'] = `${version[2]}.${version[3] || '0'}`
}
