import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { readAlertSyslog, readAlertText } from '../wazuh/read-alert-text.ts'
import { readWazuhJson } from '../wazuh/read-wazuh-json.ts'

/** A rule with a level, beside what only a manager knows. */
function isWazuh(json: JsonObject): boolean {
  const { rule, agent, manager } = json
  if (isObject(rule) && 'level' in rule && ('sidid' in rule || 'id' in rule)) return true
  return isObject(agent) && isObject(manager) && 'decoder' in json
}

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined) return isWazuh(json) ? readWazuhJson(json, context) : undefined
  return text.startsWith('** Alert ') ? readAlertText(text) : readAlertSyslog(text)
}

export const parser: Parser = {
  name: 'wazuh',
  reads: 'Wazuh and OSSEC alerts: JSON, alerts.log and syslog, with Windows events inside and ATT&CK ids',
  version: 1,
  clues: [
    { json: ['decoder', 'manager'] },
    { json: ['rule', 'decoder'] },
    { json: ['rule', 'manager'] },
    { json: ['rule', 'TimeStamp'] },
    { prefix: '** Alert ' },
    { prefix: 'Alert Level: ' },
    { program: 'ossec' },
  ],
  rank: 6,
  parse,
  samples: [
    '{"timestamp":"2026-03-10T12:00:00.250+0000","rule":{"level":10,"description":"sshd: brute force","id":"5712","mitre":{"id":["T1110"],"tactic":["Credential Access"],"technique":["Brute Force"]},"groups":["syslog","sshd","authentication_failures"]},"agent":{"id":"001","name":"web01","ip":"10.0.0.9"},"manager":{"name":"manager01"},"id":"1773144000.1","full_log":"Failed password for invalid user anna from 10.0.0.7 port 51826 ssh2","decoder":{"name":"sshd"},"data":{"srcip":"10.0.0.7","srcport":"51826","srcuser":"anna"},"location":"/var/log/auth.log"}',
    "** Alert 1773144000.1: mail  - syslog,sshd,authentication_success,\n2026 Mar 10 12:00:00 (web01) 10.0.0.9->/var/log/auth.log\nRule: 5715 (level 3) -> 'SSHD authentication success.'\nSrc IP: 10.0.0.7\nUser: anna\nMar 10 12:00:00 web01 sshd[7]: Accepted publickey for anna from 10.0.0.7 port 51826 ssh2",
    'Alert Level: 3; Rule: 5715 - SSHD authentication success.; Location: (web01) 10.0.0.9->/var/log/auth.log; classification: syslog,sshd,authentication_success,; srcip: 10.0.0.7; user: anna; Mar 10 12:00:00 web01 sshd[7]: Accepted publickey for anna',
  ],
}
