import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { type FieldSetter, filePath, number, text } from '../fields/field-setters.ts'

const path = filePath('file')
/** A descriptor may also be a socket or a pipe: only paths are files. */
const descriptor: FieldSetter = (fields, value) => {
  if (String(value).startsWith('/')) path(fields, value)
}

const NOT_AVAILABLE = '<NA>'
const known =
  (set: FieldSetter): FieldSetter =>
  (fields, value) => {
    if (value !== NOT_AVAILABLE && value !== 'null') set(fields, value)
  }

const peer =
  (...sides: readonly string[]): FieldSetter =>
  (fields, value) => {
    for (const side of sides) {
      fields[`${side}.ip`] ??= String(value)
      fields[`${side}.address`] ??= String(value)
    }
  }

const port =
  (...sides: readonly string[]): FieldSetter =>
  (fields, value) => {
    for (const side of sides) number(`${side}.port`)(fields, value)
  }

const names =
  (...fieldNames: readonly string[]): FieldSetter =>
  (fields, value) => {
    for (const field of fieldNames) text(field)(fields, value)
  }

const result: FieldSetter = (fields, value) => {
  if (value !== '')
    fields['event.outcome'] ??= value === 'SUCCESS' || Number(value) >= 0 ? 'success' : 'failure'
}

/** Falco's fields, by the names they have in `output_fields` and in rules; what this host is comes before who asked. */
const OUTPUT: Readonly<Record<string, FieldSetter>> = {
  'container.id': text('container.id'),
  'container.name': text('container.name'),
  'container.image': text('container.image.name'),
  'container.image.repository': text('container.image.name'),
  'container.image.tag': text('container.image.tag'),
  'evt.type': text('event.action'),
  'evt.res': result,
  'evt.hostname': text('host.name'),
  'fd.filename': text('file.name'),
  'fd.name': descriptor,
  'fd.directory': text('file.directory'),
  'fd.lip': peer('source'),
  'fd.rip': peer('destination'),
  'fd.lport': port('source'),
  'fd.rport': port('destination'),
  'fd.lip.name': names('source.domain'),
  'fd.rip.name': names('destination.domain'),
  'fd.cip': peer('client', 'source'),
  'fd.sip': peer('server', 'destination'),
  'fd.cport': port('client', 'source'),
  'fd.sport': port('server', 'destination'),
  'fd.cip.name': names('client.domain', 'source.domain'),
  'fd.sip.name': names('server.domain', 'destination.domain'),
  'fd.l4proto': text('network.transport'),
  'fs.path.name': path,
  'group.name': text('group.name'),
  'group.gid': text('group.id'),
  'k8s.ns.name': text('orchestrator.namespace'),
  'k8s.pod.name': text('orchestrator.resource.name'),
  'ka.user.name': text('user.name'),
  'ka.verb': text('event.action'),
  'ka.target.name': text('orchestrator.resource.name'),
  'ka.target.namespace': text('orchestrator.namespace'),
  'ka.target.resource': text('orchestrator.resource.type'),
  'proc.cmdline': text('process.command_line'),
  'proc.cwd': text('process.working_directory'),
  'proc.exepath': text('process.executable'),
  'proc.name': text('process.name'),
  'proc.pcmdline': text('process.parent.command_line'),
  'proc.pexepath': text('process.parent.executable'),
  'proc.pid': number('process.pid'),
  'proc.pname': text('process.parent.name'),
  'proc.ppid': number('process.parent.pid'),
  'user.name': text('user.name'),
  'user.uid': text('user.id'),
}

/** What the rules that come with Falco call them in their texts. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    command: 'proc.cmdline',
    cmdline: 'proc.cmdline',
    connection: 'fd.name',
    container: 'container.id',
    container_id: 'container.id',
    container_name: 'container.name',
    evt_type: 'evt.type',
    exe: 'proc.exepath',
    file: 'fd.name',
    image: 'container.image.repository',
    container_image_repository: 'container.image.repository',
    container_image_tag: 'container.image.tag',
    k8s_ns: 'k8s.ns.name',
    k8s_ns_name: 'k8s.ns.name',
    k8s_pod: 'k8s.pod.name',
    k8s_pod_name: 'k8s.pod.name',
    parent: 'proc.pname',
    parent_exepath: 'proc.pexepath',
    pcmdline: 'proc.pcmdline',
    pid: 'proc.pid',
    proc_exepath: 'proc.exepath',
    process: 'proc.name',
    program: 'proc.name',
    user: 'user.name',
    user_uid: 'user.uid',
  }),
)

/** Full name of a key in a rule's text; its own where none is known. */
export const fullName = (key: string): string => SHORT.get(key) ?? key

export const setFalcoFields = createFieldMapper(
  'falco.output_fields',
  Object.fromEntries(Object.entries(OUTPUT).map(([name, set]) => [name, known(set)])),
)
