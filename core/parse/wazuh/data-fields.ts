import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { account, type FieldSetter, filePath, lowerText, number, text } from '../fields/field-setters.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { setUrl } from '../web/set-url.ts'

const peer =
  (side: string): FieldSetter =>
  (fields, value) =>
    setHostPeer(fields, side, String(value))

const STATUS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    success: 'success',
    ok: 'success',
    failure: 'failure',
    failed: 'failure',
    error: 'failure',
  }),
)
const outcome: FieldSetter = (fields, value) => {
  const known = STATUS.get(String(value).toLowerCase())
  if (known !== undefined) fields['event.outcome'] ??= known
}

/** Names that Wazuh's and OSSEC's decoders give to what they find, whatever product wrote the line. */
export const setDecodedFields = createFieldMapper('wazuh.data', {
  srcip: peer('source'),
  src_ip: peer('source'),
  srcport: number('source.port'),
  src_port: number('source.port'),
  dstip: peer('destination'),
  dest_ip: peer('destination'),
  dstport: number('destination.port'),
  dest_port: number('destination.port'),
  srcuser: account('source.user'),
  dstuser: account('user'),
  user: account('user'),
  uid: text('user.id'),
  protocol: lowerText('network.transport'),
  proto: lowerText('network.transport'),
  action: text('event.action'),
  id: text('event.code'),
  status: outcome,
  url: (fields, value) => setUrl(fields, String(value)),
  command: text('process.command_line'),
  process: text('process.name'),
  file: filePath('file'),
  hostname: text('host.hostname'),
  system_name: text('host.hostname'),
  extra_data: text('event.reason'),
})

const path = filePath('file')

/** File integrity: what changed and how. */
export const setSyscheckFields = createFieldMapper('wazuh.syscheck', {
  path,
  event: text('event.action'),
  size_after: number('file.size'),
  md5_after: text('file.hash.md5'),
  sha1_after: text('file.hash.sha1'),
  sha256_after: text('file.hash.sha256'),
  uname_after: text('file.owner'),
  uid_after: text('file.uid'),
  gname_after: text('file.group'),
  gid_after: text('file.gid'),
  perm_after: text('file.mode'),
  inode_after: text('file.inode'),
  mtime_after: text('file.mtime'),
  'audit.user.name': text('user.name'),
  'audit.process.name': text('process.executable'),
})
