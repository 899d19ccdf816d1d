import { account, executable, type FieldMap, filePath, number, text } from '../fields/field-setters.ts'

const scriptBlock: FieldMap = {
  ScriptBlockText: text('powershell.file.script_block_text'),
  ScriptBlockId: text('powershell.file.script_block_id'),
  Path: filePath('file'),
}

/** Providers beside Security and Sysmon, by event id. */
export const otherFields: Readonly<Record<string, Readonly<Record<string, FieldMap>>>> = {
  'Microsoft-Windows-PowerShell': { 4104: scriptBlock },
  PowerShellCore: { 4104: scriptBlock },
  'Service Control Manager': {
    7036: { param1: text('service.name'), param2: text('service.state') },
    7045: {
      ServiceName: text('service.name'),
      ServiceType: text('service.type'),
      ImagePath: text('process.command_line'),
      AccountName: account('user.target'),
    },
  },
  'Microsoft-Windows-TaskScheduler': {
    106: { UserContext: account('user') },
    140: { UserName: account('user') },
    141: { UserName: account('user') },
    200: { ActionName: executable('process') },
  },
  'Microsoft-Windows-Windows Defender': {
    1116: { 'Process Name': executable('process'), Path: filePath('file') },
    1117: { 'Process Name': executable('process'), Path: filePath('file') },
  },
  'Microsoft-Windows-Eventlog': {
    1102: {
      SubjectUserName: text('user.name'),
      SubjectDomainName: text('user.domain'),
      SubjectUserSid: text('user.id'),
    },
  },
  'Microsoft-Windows-WMI-Activity': { 5861: { processid: number('process.pid') } },
}
