import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { looksLikeClfTime, parseClfTime } from '../time/parse-clf-time.ts'
import { quotedAt } from '../web/read-quoted.ts'
import { setUrl } from '../web/set-url.ts'

/** `[time] client TLSv1.2 CIPHER "GET /a HTTP/1.1" 1375`: `ssl_request_log` as distributions set it up. */
function parse({ text }: Line): Parsed | undefined {
  if (!looksLikeClfTime(text, 1)) return undefined
  const close = text.indexOf('] ')
  const quote = text.indexOf(' "', close)
  if (close < 20 || close > 40 || quote < 0 || quote - close > 200) return undefined
  const time = parseClfTime(text.slice(1, close))
  const [client = '', version = '', cipher = '', ...more] = text.slice(close + 2, quote).split(' ', 5)
  const protocol = /^(TLS|SSL)v(\d(?:\.\d)?)$/.exec(version)
  const request = quotedAt(text, quote + 1)
  if (time === undefined || !protocol || !request || more.length > 0) return undefined
  const fields = createFields()
  fields['event.module'] = 'apache'
  fields['event.dataset'] = 'apache.access'
  setPeer(fields, 'source', client)
  fields['tls.version_protocol'] = (protocol[1] ?? '').toLowerCase()
  fields['tls.version'] = protocol[2] ?? ''
  if (cipher !== '-') fields['tls.cipher'] = cipher
  const [method = '', url, http] = request.value.split(' ', 3)
  if (url !== undefined) {
    fields['http.request.method'] = method
    setUrl(fields, url)
    if (http?.startsWith('HTTP/')) fields['http.version'] = http.slice(5)
  } else if (request.value !== '-') fields['url.original'] = request.value
  const bytes = wholeNumber(text.slice(request.end + 1))
  if (bytes !== undefined) fields['http.response.body.bytes'] = bytes
  return { time, fields }
}

export const parser: Parser = {
  name: 'ssl-request-log',
  reads: "TLS request log of Apache's mod_ssl",
  version: 1,
  clues: [{ prefix: '[0' }, { prefix: '[1' }, { prefix: '[2' }, { prefix: '[3' }],
  parse,
  samples: [
    '[10/Mar/2026:13:55:36 +0100] 203.0.113.9 TLSv1.3 TLS_AES_256_GCM_SHA384 "GET /a.php?b=c HTTP/1.1" 1375',
    '[10/Mar/2026:13:55:36 +0100] 203.0.113.9 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 "-" -',
  ],
}
