import { isObject } from '../json/flatten-json.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { readEvtxEvent } from '../windows/read-evtx-event.ts'

/** `{"Event": {"System": ..., "EventData": ...}}`, as evtx_dump, Chainsaw and their kin write it. */
function parse({ json }: Line): Parsed | undefined {
  const event = json?.Event
  return isObject(event) ? readEvtxEvent(event) : undefined
}

export const parser: Parser = {
  name: 'windows-evtx',
  reads:
    '`{"Event": {"System", "EventData"}}` of evtx_dump and its kin, and what our own reader makes of EVTX files',
  version: 3,
  clues: [{ json: ['Event'] }],
  rank: 10,
  parse,
  samples: [
    '{"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},"EventID":4625,"Level":0,"Keywords":"0x8010000000000000","TimeCreated":{"#attributes":{"SystemTime":"2026-03-10T12:00:00.123456700Z"}},"EventRecordID":71,"Channel":"Security","Computer":"dc01.example.org","Security":null},"EventData":{"TargetUserName":"anna","TargetDomainName":"EXAMPLE","IpAddress":"203.0.113.9","IpPort":"51012","LogonType":3}}}',
  ],
}
