import type { Fields, Scalar } from '../../event/event.ts'
import { account, type FieldMap, type FieldSetter, filePath, number, text } from '../fields/field-setters.ts'
import { commandLine } from './command-line.ts'

/** Names in the details of an event, without spaces and in lower case: `Host Application`, `HostApplication`. */
const DETAILS: ReadonlyMap<string, FieldSetter> = new Map([
  ['hostname', text('process.title')],
  ['hostid', text('process.entity_id')],
  ['hostversion', text('powershell.process.executable_version')],
  ['hostapplication', commandLine],
  ['engineversion', text('powershell.engine.version')],
  ['newenginestate', text('powershell.engine.new_state')],
  ['previousenginestate', text('powershell.engine.previous_state')],
  ['providername', text('powershell.provider.name')],
  ['newproviderstate', text('powershell.provider.new_state')],
  ['runspaceid', text('powershell.runspace_id')],
  ['pipelineid', text('powershell.pipeline_id')],
  ['commandname', text('powershell.command.name')],
  ['commandtype', text('powershell.command.type')],
  ['commandpath', text('powershell.command.path')],
  ['commandline', text('powershell.command.value')],
  ['scriptname', filePath('file')],
  ['sequencenumber', number('event.sequence')],
  ['detailsequence', number('powershell.sequence')],
  ['detailtotal', number('powershell.total')],
  ['userid', account('user')],
  ['user', account('user')],
  ['connecteduser', account('source.user')],
])

const MAX_LINES = 64

/** By a name as it is written. Bounded, because a sender chooses them. */
const MAX_SETTERS = 1_000
const setters = new Map<string, FieldSetter | undefined>()

function setterOf(written: string): FieldSetter | undefined {
  const known = setters.get(written)
  if (known !== undefined || setters.has(written)) return known
  const found = DETAILS.get(written.replaceAll(' ', '').trim().toLowerCase())
  if (setters.size < MAX_SETTERS) setters.set(written, found)
  return found
}

/** Lines of `HostApplication=powershell.exe -File x.ps1`, with or without spaces around the sign. */
function details(fields: Fields, value: Scalar): void {
  const lines = String(value)
  if (!lines.includes('=')) return
  for (const line of lines.split('\n', MAX_LINES)) {
    const equals = line.indexOf('=')
    if (equals < 0 || equals > 40) continue
    const set = setterOf(line.slice(0, equals))
    const content = set === undefined ? '' : line.slice(equals + 1).trim()
    if (content !== '') set?.(fields, content)
  }
}

const INVOCATION =
  /^([A-Za-z ]{1,40})\(([^()]{1,200})\): (?:"([^"]{1,500})"|name="([^"]{1,500})"; value="(.*)")$/

/** `CommandInvocation(Get-Item): "Get-Item"` and the parameters below it: what the pipeline ran. */
function invocations(fields: Fields, value: Scalar): void {
  const names: string[] = []
  const values: string[] = []
  for (const line of String(value).split('\n', MAX_LINES)) {
    const match = INVOCATION.exec(line.trim().slice(0, 2_000))
    if (!match) continue
    names.push(match[2] ?? '')
    values.push(match[3] ?? match[5] ?? '')
  }
  if (names.length === 0) return
  fields['powershell.command.invocation_details.related_command'] ??= names
  fields['powershell.command.invocation_details.value'] ??= values
}

const scriptBlock: FieldMap = {
  ScriptBlockText: text('powershell.file.script_block_text'),
  ScriptBlockId: text('powershell.file.script_block_id'),
  RunspaceId: text('powershell.runspace_id'),
  MessageNumber: number('powershell.sequence'),
  MessageTotal: number('powershell.total'),
  Path: filePath('file'),
}
const pipeline: FieldMap = { ContextInfo: details, Payload: invocations }
const lifecycle: FieldMap = { param3: details, Data: details }

/** Microsoft-Windows-PowerShell and PowerShellCore. */
export const powershellFields: Readonly<Record<string, FieldMap>> = {
  4103: pipeline,
  4104: scriptBlock,
  4105: scriptBlock,
  4106: scriptBlock,
}

/** PowerShell, the old log whose data have no names. */
export const classicPowershellFields: Readonly<Record<string, FieldMap>> = {
  400: lifecycle,
  403: lifecycle,
  500: lifecycle,
  501: lifecycle,
  600: lifecycle,
  800: { param1: text('powershell.command.value'), param2: details, param3: invocations, Data: details },
}
