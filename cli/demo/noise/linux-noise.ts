import type { Random } from '../create-random.ts'
import { inside, type Noise, type Place, type Record } from './noise.ts'

const AUTH = 38
const DAEMON = 30
const CRON = 78
const SUDO = 85

const JOBS = [
  'test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.daily; }',
  'cd / && run-parts --report /etc/cron.hourly',
  '/usr/local/bin/backup.sh --incremental',
  '/usr/lib/sysstat/sa1 1 1',
  'find /var/tmp/reports -mtime +14 -delete',
] as const

const COMMANDS = [
  '/usr/bin/apt-get update',
  '/usr/bin/systemctl restart nginx',
  '/usr/bin/systemctl status postgresql',
  '/usr/bin/journalctl -u nginx --since today',
  '/usr/bin/less /var/log/syslog',
  '/usr/bin/tail -n 200 /var/log/nginx/error.log',
  '/usr/sbin/ufw status verbose',
  '/usr/bin/du -sh /var/lib/postgresql',
] as const

const SYSTEM = [
  [DAEMON, 'systemd[1]', 'Started Daily apt download activities.'],
  [DAEMON, 'systemd[1]', 'logrotate.service: Deactivated successfully.'],
  [DAEMON, 'systemd[1]', 'Starting Cleanup of Temporary Directories...'],
  [6, 'kernel', '[84213.114021] usb 1-1: new high-speed USB device number 5 using xhci_hcd'],
  [DAEMON, 'chronyd[702]', 'Selected source 192.0.2.123 (ntp.example.net)'],
  [DAEMON, 'postfix/qmgr[1188]', '4Bq2yz1K0Xz: from=<root@localhost>, size=1204, nrcpt=1 (queue active)'],
  [28, 'rsyslogd', '[origin software="rsyslogd" swVersion="8.2312.0"] rsyslogd was HUPed'],
] as const

function session(place: Place, random: Random): Record[] {
  const host = random.pick(place.hosts)
  const user = random.pick(place.people)
  const pid = random.int(1200, 30_000)
  const peer = `${inside(place, random)} port ${random.int(40_000, 65_000)}`
  const line = (after: number, text: string): Record => ({
    after,
    text: `<${AUTH}>{bsd} ${host} sshd[${pid}]: ${text}`,
  })
  const start: Record[] = []
  if (random.next() < 0.12) start.push(line(0, `Failed password for ${user} from ${peer} ssh2`))
  const key = `SHA256:${random.hex(16)}${random.hex(16)}`
  const minutes = random.int(1, 90)
  return [
    ...start,
    line(4, `Accepted publickey for ${user} from ${peer} ssh2: ED25519 ${key}`),
    line(
      4,
      `pam_unix(sshd:session): session opened for user ${user}(uid=${random.int(1000, 1040)}) by (uid=0)`,
    ),
    ...(random.next() < 0.5 ? sudo(place, random, host, user) : []),
    line(minutes * 60, `Received disconnect from ${peer}:11: disconnected by user`),
    line(minutes * 60, `pam_unix(sshd:session): session closed for user ${user}`),
  ]
}

function sudo(_: Place, random: Random, host: string, user: string): Record[] {
  const pid = random.int(1200, 30_000)
  const line = (after: number, text: string): Record => ({
    after,
    text: `<${SUDO}>{bsd} ${host} sudo[${pid}]: ${text}`,
  })
  const command = random.pick(COMMANDS)
  return [
    line(20, `${user} : TTY=pts/${random.int(0, 4)} ; PWD=/home/${user} ; USER=root ; COMMAND=${command}`),
    line(20, `pam_unix(sudo:session): session opened for user root(uid=0) by ${user}(uid=1004)`),
    line(23, 'pam_unix(sudo:session): session closed for user root'),
  ]
}

function cron(place: Place, random: Random): Record[] {
  const host = random.pick(place.hosts)
  return [
    {
      after: 0,
      text: `<${CRON}>{bsd} ${host} CRON[${random.int(1200, 30_000)}]: (root) CMD (${random.pick(JOBS)})`,
    },
  ]
}

function system(place: Place, random: Random): Record[] {
  const [priority, program, message] = random.pick(SYSTEM)
  return [{ after: 0, text: `<${priority}>{bsd} ${random.pick(place.hosts)} ${program}: ${message}` }]
}

/** Servers: people who work on them, cron, the system itself. */
export const linuxNoise: Noise = (place, random) =>
  random.weighted([
    [30, session],
    [45, cron],
    [25, system],
  ])(place, random)
