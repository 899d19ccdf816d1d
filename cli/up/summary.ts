import type { Credentials } from './credentials.ts'
import type { SyslogPort } from './keep-syslog-ports.ts'

interface Summary {
  consoleUrl: string
  serverUrl: string
  host: string
  homePath: string
  credentialsFile: string
  credentials: Credentials
  /** How many are in force. */
  rules: string
  syslogPorts: readonly SyslogPort[]
  /** Passwords are shown by the start that made them, and never again. */
  showPasswords: boolean
}

/** What a person needs to know once all is ready. Uncoloured: scripts read the addresses from it. */
export function summaryOf(summary: Summary): string {
  const { consoleUrl, serverUrl, credentials, credentialsFile } = summary
  return [
    '',
    `Nightjar is ready: ${credentials.organization}`,
    `  console    ${consoleUrl}`,
    `  GraphQL    ${serverUrl}/graphql`,
    `  ingest     ${serverUrl}/ingest/v1/events`,
    ...summary.syslogPorts.map(
      ({ tenant, source, port }) => `  syslog     ${summary.host}:${port} udp+tcp  ${tenant}/${source}`,
    ),
    `  rules      ${summary.rules}`,
    '',
    ...credentials.people.map(({ email, password, may }) =>
      summary.showPasswords
        ? `  sign in    ${email}  ${password}  (${may})`
        : `  sign in    ${email}  (${may})`,
    ),
    summary.showPasswords
      ? `  These passwords and the ingest tokens are in ${credentialsFile}, which only you can read.`
      : `  Passwords and ingest tokens are in ${credentialsFile}.`,
    '',
    `  send logs  npx nightjar ingest --url ${serverUrl} --token TOKEN FILE, with an ingest token of that file`,
    '  API token  npx nightjar token create --help',
    `  data       ${summary.homePath}`,
    '  stop       Ctrl-C',
    '',
  ].join('\n')
}
