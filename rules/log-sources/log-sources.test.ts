import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readRules } from '#core/detect/rule/read-rules'
import type { LogSource } from '#core/detect/rule/sigma-rule'
import { unknownFields } from '#core/detect/sources/unknown-fields'
import { CORPUS, createDetect, readCorpus } from '../../e2e/testkit/sigma-corpus.ts'
import { ownLogSources, readLogSourceFolder } from '../read-rule-folder.ts'

const { families, errors } = await readLogSourceFolder(ownLogSources)

test('every file is right', () => {
  expect(errors).toEqual([])
  for (const { products, when, hosts } of families)
    expect(when.length + hosts.length, products[0]).toBeGreaterThan(0)
})

/** Whether a family of the product, if the rule names one, has the category and the service. */
function isKnown({ product, category, service }: LogSource): boolean {
  const named = families.filter(({ products }) => product === undefined || products.includes(product))
  return (
    named.length > 0 &&
    (category === undefined || named.some(({ categories }) => categories.has(category))) &&
    (service === undefined || named.some(({ services }) => services.has(service)))
  )
}

describe("SigmaHQ's rules", async () => {
  const found = existsSync(CORPUS)
  const rules = found ? (await readCorpus()).rules : []

  test('are for log sources that we know', (context) => {
    if (!found) context.skip(`${CORPUS} is not there`)
    const unknown = rules.filter(({ logSource }) => !isKnown(logSource)).map(({ logSource }) => logSource)
    expect(unknown).toEqual([])
  })

  test('ask for fields that we know', (context) => {
    if (!found) context.skip(`${CORPUS} is not there`)
    expect(rules.flatMap((rule) => unknownFields(rule, families))).toEqual([])
  })
})

/** A rule and lines of different makers that say the same: it must hold for each. */
async function detectBy(source: string, items: string) {
  const { rules, errors } = readRules(
    `title: T\nid: r\nlogsource: { ${source} }\ndetection: { a: { ${items} }, condition: a }`,
    'a.yml',
  )
  expect(errors).toEqual([])
  const detect = await createDetect(rules)
  return (event: object | string) =>
    detect(typeof event === 'string' ? event : JSON.stringify(event)).includes('r')
}

describe('a process on Linux', async () => {
  const detect = await detectBy(
    'product: linux, category: process_creation',
    "Image|endswith: '/curl', CommandLine|contains: ' -o /tmp/'",
  )
  const time = { '@timestamp': '2026-03-10T12:00:00.000Z' }

  test('as auditbeat joins SYSCALL and EXECVE', () => {
    const event = {
      ...time,
      event: { module: 'auditd', category: ['process'], type: ['start'], action: 'executed' },
      auditd: { message_type: 'syscall', data: { syscall: 'execve', a0: '55d0c3' }, session: '7' },
      process: {
        executable: '/usr/bin/curl',
        args: ['curl', '-o', '/tmp/x', 'http://192.0.2.7/x'],
        title: 'curl -o /tmp/x http://192.0.2.7/x',
        pid: 812,
      },
      host: { name: 'web01', os: { type: 'linux' } },
    }
    expect(detect(event)).toBe(true)
    expect(detect({ ...event, process: { ...event.process, executable: '/usr/bin/wget' } })).toBe(false)
  })

  test('as Sysmon for Linux writes it', () => {
    const event = {
      Event: {
        System: {
          Provider: { '#attributes': { Name: 'Linux-Sysmon' } },
          EventID: 1,
          Level: 4,
          Channel: 'Linux-Sysmon/Operational',
          Computer: 'web01',
          TimeCreated: { '#attributes': { SystemTime: '2026-03-10T12:00:00Z' } },
        },
        EventData: { Image: '/usr/bin/curl', CommandLine: 'curl -o /tmp/x 192.0.2.7/x', User: 'anna' },
      },
    }
    expect(detect(event)).toBe(true)
  })

  test('as the Elastic integration for Sysmon gives it', () => {
    const event = {
      ...time,
      event: {
        module: 'sysmon_linux',
        dataset: 'sysmon_linux.log',
        category: ['process'],
        type: ['start'],
        code: '1',
      },
      process: { executable: '/usr/bin/curl', command_line: 'curl -o /tmp/x 192.0.2.7/x' },
      host: { os: { type: 'linux' } },
    }
    expect(detect(event)).toBe(true)
  })

  test('as plain ECS, also where nothing names the system', () => {
    const event = {
      ...time,
      event: { kind: 'event', category: ['process'], type: ['start'] },
      process: { executable: '/usr/bin/curl', command_line: 'curl -o /tmp/x 192.0.2.7/x' },
    }
    expect(detect(event)).toBe(true)
    expect(detect({ ...event, host: { os: { type: 'linux' } } })).toBe(true)
    expect(detect({ ...event, host: { os: { type: 'windows' } } })).toBe(false)
  })
})

describe('a process on Windows', async () => {
  const detect = await detectBy(
    'product: windows, category: process_creation',
    "Image|endswith: '\\whoami.exe', ParentImage|endswith: '\\cmd.exe', User|endswith: anna",
  )
  const folder = 'C:\\Windows\\System32\\'

  test('by Sysmon, by Security 4688 and by an agent that writes ECS', () => {
    const flat = { Channel: 'Security', EventID: 4688, ProviderName: 'Microsoft-Windows-Security-Auditing' }
    expect(
      detect({
        ...flat,
        NewProcessName: `${folder}whoami.exe`,
        ParentProcessName: `${folder}cmd.exe`,
        SubjectUserName: 'anna',
      }),
    ).toBe(true)
    expect(
      detect({
        Channel: 'Microsoft-Windows-Sysmon/Operational',
        EventID: 1,
        Image: `${folder}whoami.exe`,
        ParentImage: `${folder}cmd.exe`,
        User: 'EXAMPLE\\anna',
      }),
    ).toBe(true)
    expect(
      detect({
        '@timestamp': '2026-03-10T12:00:00Z',
        event: { kind: 'event', module: 'endpoint', category: ['process'], type: ['start'] },
        host: { os: { type: 'windows' } },
        process: { executable: `${folder}whoami.exe`, parent: { executable: `${folder}cmd.exe` } },
        user: { name: 'anna' },
      }),
    ).toBe(true)
  })
})

describe("other makers' own names and ECS", async () => {
  const ecs = (dataset: string, more: object) => ({
    '@timestamp': '2026-03-10T12:00:00Z',
    event: { kind: 'event', module: dataset.split('.')[0], dataset },
    ...more,
  })

  test.each<[source: string, items: string, own: object | string, ecs: object]>([
    [
      'product: aws, service: cloudtrail',
      'eventSource: iam.amazonaws.com, eventName: CreateUser, userAgent|contains: cli',
      {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateUser',
        awsRegion: 'eu-west-1',
        userAgent: 'aws-cli/2',
      },
      {
        event: {
          kind: 'event',
          dataset: 'aws.cloudtrail',
          provider: 'iam.amazonaws.com',
          action: 'CreateUser',
        },
        user_agent: { original: 'aws-cli/2' },
      },
    ],
    [
      'product: okta, service: okta',
      'eventType: user.session.start, outcome.result: FAILURE',
      {
        eventType: 'user.session.start',
        outcome: { result: 'FAILURE' },
        actor: { alternateId: 'anna@example.org' },
      },
      {
        event: { kind: 'event', dataset: 'okta.system', action: 'user.session.start' },
        okta: { outcome: { result: 'FAILURE' } },
      },
    ],
    [
      'product: azure, service: signinlogs',
      'ResultType: 50053, userAgent|contains: curl',
      {
        category: 'SignInLogs',
        operationName: 'Sign-in activity',
        resultType: '50053',
        properties: { userAgent: 'curl/8' },
      },
      {
        event: { kind: 'event', dataset: 'azure.signinlogs' },
        azure: { signinlogs: { result_type: '50053' } },
        user_agent: { original: 'curl/8' },
      },
    ],
    [
      'product: gcp, service: gcp.audit',
      'gcp.audit.method_name|endswith: .SetIamPolicy',
      { protoPayload: { methodName: 'storage.SetIamPolicy' }, resource: { type: 'gcs_bucket' } },
      { event: { kind: 'event', dataset: 'gcp.audit', action: 'storage.SetIamPolicy' } },
    ],
    [
      'product: zeek, service: dns',
      "query|endswith: '.example.org', qtype_name: TXT",
      {
        _path: 'dns',
        ts: 1_773_144_000.5,
        uid: 'C1',
        'id.orig_h': '10.0.0.7',
        query: 'a.example.org',
        qtype_name: 'TXT',
      },
      ecs('zeek.dns', { dns: { question: { name: 'a.example.org', type: 'TXT' } } }),
    ],
    [
      'category: dns',
      "query|endswith: '.example.org'",
      { _path: 'dns', ts: 1, uid: 'C1', 'id.orig_h': '10.0.0.7', query: 'a.example.org' },
      { event: { kind: 'event', category: ['network'] }, dns: { question: { name: 'a.example.org' } } },
    ],
    [
      'product: kubernetes, service: audit',
      'verb: create, objectRef.resource: pods',
      { auditID: 'a', verb: 'create', objectRef: { resource: 'pods' } },
      ecs('kubernetes.audit_logs', {
        kubernetes: { audit: { verb: 'create', objectRef: { resource: 'pods' } } },
      }),
    ],
    [
      'category: webserver',
      "cs-method: POST, cs-uri-query|contains: '/upload', sc-status: 200",
      '192.0.2.7 - - [10/Mar/2026:12:00:00 +0000] "POST /upload?x=1 HTTP/1.1" 200 5 "-" "curl/8"',
      ecs('iis.access', {
        url: { original: '/upload', query: 'to=/upload' },
        http: { request: { method: 'POST' }, response: { status_code: 200 } },
      }),
    ],
    [
      'product: linux, service: auditd',
      'type: PATH, name: /etc/shadow',
      ecs('auditd.log', { auditd: { log: { record_type: 'PATH', name: '/etc/shadow' } } }),
      ecs('auditd.log', { auditd: { log: { record_type: 'PATH' } }, file: { path: '/etc/shadow' } }),
    ],
  ])('%s: %s', async (source, items, own, ecsEvent) => {
    const detect = await detectBy(source, items)
    expect(detect(own), 'own names').toBe(true)
    expect(detect(ecsEvent), 'ECS').toBe(true)
  })
})

test("Defender's names lose their spaces, data without names is Data, user data is found in its element", async () => {
  const event = (channel: string, id: number, rest: object) => ({
    Event: { System: { Provider: { '#attributes': { Name: 'X' } }, EventID: id, Channel: channel }, ...rest },
  })
  const threat = await detectBy('product: windows, service: windefend', 'ThreatName: Eicar, EventID: 1116')
  expect(
    threat(
      event('Microsoft-Windows-Windows Defender/Operational', 1116, {
        EventData: { 'Threat Name': 'EICAR' },
      }),
    ),
  ).toBe(true)
  const data = await detectBy('product: windows, service: application', 'Data|contains: xp_cmdshell')
  expect(
    data(event('Application', 15457, { EventData: { Data: { '#text': ['xp_cmdshell', '0', '1'] } } })),
  ).toBe(true)
  const address = await detectBy(
    'product: windows, service: terminalservices-localsessionmanager',
    'Address|cidr: 192.0.2.0/24',
  )
  const rdp = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'
  expect(address(event(rdp, 21, { UserData: { EventXML: { Address: '192.0.2.7' } } }))).toBe(true)
})

test('a Zeek rule that holds by what is missing meets no line without a trace of Zeek', async () => {
  const detect = await detectBy('product: zeek, service: rdp', "id.orig_h|cidr|neq: '10.0.0.0/8'")
  const lines = [
    '##DOSE|pump-07|rate=4.2 ml/h|OK',
    '<30>Mar 10 12:00:00 app01 systemd[1]: Started Rotate log files.',
    { time: '2026-03-10T12:00:00Z', level: 'info', msg: 'order accepted', order: 7 },
  ]
  expect(lines.map(detect)).toEqual([false, false, false])
  const address = '198.51.100.7'
  expect(detect({ ts: 1773144000.25, 'id.orig_h': address, 'id.resp_p': 3389 })).toBe(true)
  expect(detect({ event: { dataset: 'zeek.rdp' }, source: { ip: address } })).toBe(true)
})
