/** What FortiOS' own names become in CEF; those without an equal keep theirs behind a mark of the product. */
const NAMES: Readonly<Record<string, string>> = {
  deviceExternalId: 'devid',
  dvchost: 'devname',
  deviceSeverity: 'level',
  externalId: 'sessionid',
  externalID: 'sessionid',
  src: 'srcip',
  spt: 'srcport',
  shost: 'srcname',
  dst: 'dstip',
  dpt: 'dstport',
  dhost: 'hostname',
  sourceTranslatedAddress: 'transip',
  sourceTranslatedPort: 'transport',
  destinationTranslatedAddress: 'tranip',
  destinationTranslatedPort: 'tranport',
  deviceInboundInterface: 'srcintf',
  deviceOutboundInterface: 'dstintf',
  smac: 'srcmac',
  dmac: 'dstmac',
  suser: 'user',
  sproc: 'ui',
  duser: 'user',
  act: 'action',
  app: 'service',
  out: 'sentbyte',
  in: 'rcvdbyte',
  fname: 'filename',
  fsize: 'filesize',
  request: 'url',
  requestMethod: 'httpmethod',
  requestClientApplication: 'agent',
  outcome: 'status',
  reason: 'reason',
  msg: 'msg',
  proto: 'proto',
  tz: 'tz',
}

const DIRECTIONS = new Map([
  ['0', 'inbound'],
  ['1', 'outbound'],
])

const MARKED = /^(?:FTNTFGT|FortinetFortiGate|ad\.|foo\.)(\w{1,60})$/

/** @returns pairs as FortiOS writes them itself, from the extensions and name of a CEF record */
export function fromCef(
  extensions: ReadonlyMap<string, string>,
  name: string,
  classId: string,
): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const [key, value] of extensions) {
    const own = MARKED.exec(key)?.[1] ?? (Object.hasOwn(NAMES, key) ? NAMES[key] : undefined)
    if (own === undefined || value === '') continue
    const bare = value.replace(/^"(.*)"$/, '$1')
    if (!pairs.has(own)) pairs.set(own, bare)
    if (key === 'duser' && !pairs.has('dstuser')) pairs.set('dstuser', bare)
  }
  const direction = DIRECTIONS.get(extensions.get('deviceDirection') ?? '')
  if (direction !== undefined && !pairs.has('direction')) pairs.set('direction', direction)
  // `traffic:forward close`, or the subtype first: `forward traffic accept`.
  const [type = '', subtype = ''] = (extensions.get('cat') ?? name.split(' ', 1)[0] ?? '').split(':', 2)
  if (type !== '' && !pairs.has('type')) pairs.set('type', type)
  if (subtype !== '' && !pairs.has('subtype')) pairs.set('subtype', subtype)
  if (!pairs.has('logid')) pairs.set('logid', classId)
  if (!pairs.has('level')) pairs.set('level', 'notice')
  return pairs
}
