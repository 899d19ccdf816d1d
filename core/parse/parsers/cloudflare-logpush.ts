import { networkDatasets } from '../cloudflare/network-datasets.ts'
import { webDatasets } from '../cloudflare/web-datasets.ts'
import { zeroTrustDatasets } from '../cloudflare/zero-trust-datasets.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

/** Those with the most keys of their own first: `dns` is what is left of three. */
const datasets = [...webDatasets, ...zeroTrustDatasets, ...networkDatasets]

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  return datasets.find(({ keys }) => keys.every((key) => key in json))?.read(json, context)
}

export const parser: Parser = {
  name: 'cloudflare-logpush',
  reads:
    'what Cloudflare Logpush and Logpull send: HTTP requests, firewall, DNS, Spectrum, network analytics, Zero Trust',
  version: 1,
  clues: datasets.map(({ keys }) => ({ json: keys })),
  parse,
  samples: [
    '{"ClientIP":"192.0.2.7","ClientSrcPort":51234,"ClientRequestBytes":812,"ClientRequestHost":"www.example.org","ClientRequestMethod":"GET","ClientRequestURI":"/login?next=%2F","ClientRequestProtocol":"HTTP/2","ClientRequestScheme":"https","ClientSSLProtocol":"TLSv1.3","ClientSSLCipher":"AEAD-AES128-GCM-SHA256","ClientRequestUserAgent":"curl/8","EdgeStartTimestamp":"2026-03-10T12:00:00Z","EdgeEndTimestamp":"2026-03-10T12:00:01Z","EdgeResponseBytes":2048,"EdgeResponseStatus":403,"OriginIP":"198.51.100.9","SecurityAction":"block","RayID":"a1"}',
    '{"Action":"block","ClientIP":"192.0.2.7","ClientRefererScheme":"","ClientRequestHost":"www.example.org","ClientRequestMethod":"GET","ClientRequestPath":"/.git/config","ClientRequestProtocol":"HTTP/1.1","ClientRequestQuery":"","ClientRequestScheme":"http","Datetime":1773144000125000000,"EdgeResponseStatus":403,"Kind":"firewall","RayID":"a2","RuleID":"r7","Source":"waf"}',
    '{"Datetime":"2026-03-10T12:00:00Z","DeviceName":"ws01","DstIP":"198.51.100.9","DstPort":53,"Email":"anna@example.org","Protocol":"udp","QueryName":"mail.example.org","QueryNameReversed":"org.example.mail","QueryTypeName":"A","RCode":3,"ResolverDecision":"allowedOnNoPolicyMatch","SrcIP":"192.0.2.7","SrcPort":51234,"UserID":"u7"}',
    '{"QueryName":"www.example.org.","QueryType":28,"ResponseCode":0,"SourceIP":"192.0.2.7","Timestamp":"1773144000"}',
  ],
}
