import { notice } from '../../event/problem.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { readEventXml } from '../windows/read-event-xml.ts'
import { readEvtxEvent } from '../windows/read-evtx-event.ts'

/** What Event Viewer, wevtutil, event forwarding and Splunk's `XmlWinEventLog` show. */
function parse({ text }: Line): Parsed | undefined {
  const read = readEventXml(text)
  const parsed = read && readEvtxEvent(read.event)
  if (!parsed || parsed.fields['event.code'] === '') return undefined
  if (read.cut) notice(parsed.fields, 'fields_cut')
  return parsed
}

export const parser: Parser = {
  name: 'windows-xml',
  reads:
    "Windows event XML: Event Viewer, wevtutil, event forwarding, Splunk's XmlWinEventLog; with rendered text or without",
  version: 1,
  clues: [{ prefix: '<Event' }, { prefix: '<?xml' }, { prefix: '<e:Event' }, { prefix: '<ns0:Event' }],
  rank: 10,
  parse,
  samples: [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing' Guid='{54849625-5478-4994-a5ba-3e3b0328c30d}'/><EventID>4625</EventID><Version>0</Version><Level>0</Level><Task>12544</Task><Opcode>0</Opcode><Keywords>0x8010000000000000</Keywords><TimeCreated SystemTime='2026-03-10T12:00:00.123456700Z'/><EventRecordID>71</EventRecordID><Correlation/><Execution ProcessID='600' ThreadID='604'/><Channel>Security</Channel><Computer>dc01.example.org</Computer><Security/></System><EventData><Data Name='TargetUserName'>anna</Data><Data Name='TargetDomainName'>EXAMPLE</Data><Data Name='LogonType'>3</Data><Data Name='IpAddress'>203.0.113.9</Data><Data Name='IpPort'>51012</Data></EventData></Event>",
    '<?xml version="1.0" encoding="utf-8"?>\n<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n  <System>\n    <Provider Name="Service Control Manager" EventSourceName="Service Control Manager"/>\n    <EventID Qualifiers="16384">7045</EventID>\n    <Level>4</Level>\n    <TimeCreated SystemTime="2026-03-10T12:00:00.5Z"/>\n    <Channel>System</Channel>\n    <Computer>ws01.example.org</Computer>\n  </System>\n  <EventData>\n    <Data Name="ServiceName">Sync &amp; Share</Data>\n    <Data Name="ImagePath">C:\\sync.exe</Data>\n  </EventData>\n  <RenderingInfo Culture="en-US">\n    <Message>A service was installed in the system.</Message>\n    <Level>Information</Level>\n  </RenderingInfo>\n</Event>',
  ],
}
