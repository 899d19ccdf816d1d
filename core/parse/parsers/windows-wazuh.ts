import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { readEvtxEvent } from '../windows/read-evtx-event.ts'
import { wordOf } from '../windows/word-of.ts'

/** Wazuh writes `TargetUserName` as `targetUserName`. */
function restored(data: JsonObject): JsonObject {
  const result: JsonObject = Object.create(null)
  for (const name in data) result[name.charAt(0).toUpperCase() + name.slice(1)] = data[name]
  return result
}

const NAMES = ['eventdata', 'system'] as const

/** `{"win": {"system", "eventdata"}}`: what Wazuh's agent makes of an event. */
function parse({ json }: Line): Parsed | undefined {
  const win = json?.win
  const system = isObject(win) ? win.system : undefined
  if (!isObject(win) || !isObject(system)) return undefined
  const data = isObject(win.eventdata) ? win.eventdata : {}
  const rest = Object.keys(win).filter((name) => !NAMES.some((known) => known === name))
  const message = wordOf(system.message)
  return readEvtxEvent({
    System: {
      Provider: { Name: system.providerName, Guid: system.providerGuid },
      EventID: system.eventID,
      Version: system.version,
      Level: system.level,
      Keywords: system.keywords,
      TimeCreated: { SystemTime: system.systemTime },
      EventRecordID: system.eventRecordID,
      Execution: { ProcessID: system.processID, ThreadID: system.threadID },
      Channel: system.channel,
      Computer: system.computer,
    },
    EventData: restored(data),
    UserData: Object.fromEntries(
      rest.map((name) => [name, isObject(win[name]) ? restored(win[name]) : undefined]),
    ),
    RenderingInfo: { Message: message.startsWith('"') ? message.slice(1, -1) : message },
  })
}

export const parser: Parser = {
  name: 'windows-wazuh',
  reads: "Windows events as Wazuh's agent sends them: `win.system`, `win.eventdata`",
  version: 1,
  clues: [{ json: ['win'] }],
  rank: 10,
  parse,
  samples: [
    '{"win":{"system":{"providerName":"Microsoft-Windows-Sysmon","eventID":"1","level":"4","keywords":"0x8000000000000000","systemTime":"2026-03-10T12:00:00.1234567Z","eventRecordID":"71","processID":"600","threadID":"604","channel":"Microsoft-Windows-Sysmon/Operational","computer":"ws01.example.org","message":"\\"Process Create\\""},"eventdata":{"utcTime":"2026-03-10 12:00:00.120","image":"C:\\\\Windows\\\\whoami.exe","processId":"4012","commandLine":"whoami /all","user":"EXAMPLE\\\\anna"}}}',
  ],
}
