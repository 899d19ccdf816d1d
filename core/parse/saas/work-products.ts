import type { Fields } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import { type KeyedProduct, keyedProduct } from './keyed-product.ts'
import { typeOfAction } from './type-of-action.ts'
import { all, instant, onlyIp, peer, tlsVersion, url } from './value-setters.ts'

const kind = { 'event.kind': 'event' }

/** `convertChannelToPrivate` begins with a verb of its own. */
function mattermostType(action: string): string {
  const verb = /^[a-zA-Z][a-z]*/.exec(action.slice(0, 40))?.[0] ?? ''
  if (verb === 'patch' || verb === 'convert') return 'change'
  if (verb === 'revoke' || action.toLowerCase() === 'logout') return 'end'
  return typeOfAction(verb) ?? 'info'
}

function finishMattermost(fields: Fields): void {
  const action = String(fields['event.action'] ?? '')
  const type = mattermostType(action)
  const status = fields['mattermost.audit.status']
  const failed = status === 'fail' || fields['error.code'] !== undefined
  if (status !== undefined && status !== 'attempt') fields['event.outcome'] = failed ? 'failure' : 'success'
  if (/log(?:in|out)$/i.test(action)) {
    fields['event.category'] = ['authentication', 'session']
    fields['event.type'] = [/out$/i.test(action) ? 'end' : 'start']
  } else if (action.includes('Session')) {
    fields['event.category'] = ['session']
    fields['event.type'] = [type]
  } else if (/Team|Group|Member/.test(action)) {
    fields['event.category'] = ['iam']
    fields['event.type'] = ['group', action.includes('Member') ? 'change' : type]
  } else if (/User|Password|Preferences|Role|Mfa/.test(action)) {
    fields['event.category'] = ['iam']
    fields['event.type'] = ['user', type]
  } else {
    fields['event.category'] = ['configuration']
    fields['event.type'] = [type]
  }
}

const salesforce = (stream: string, map: Parameters<typeof keyedProduct>[1]['map'], provider: string) => ({
  prefix: `salesforce.${stream}`,
  dataset: `salesforce.${stream}`,
  constants: {
    ...kind,
    'event.provider': provider,
    'observer.vendor': 'Salesforce',
    'observer.product': 'Salesforce',
  },
  times: ['TIMESTAMP_DERIVED', 'EventDate', 'CreatedDate'],
  map,
})

/** Salesforce's log of kinds: `Login`, `Logout`, `ApexExecution`. */
function finishSalesforce(fields: Fields): void {
  const own = String(fields['salesforce.event.EVENT_TYPE'] ?? '')
  const words = own.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  fields['event.action'] ??= words === 'login' ? 'login-attempt' : words
  const isSession = words === 'login' || words === 'logout'
  fields['event.category'] = [isSession ? 'authentication' : 'web']
  fields['event.type'] = ['info']
}

/** What people work with: chats, meetings, files, customers. */
export const workProducts: readonly KeyedProduct[] = [
  keyedProduct(['date_create', 'entity', 'actor'], {
    prefix: 'slack.audit',
    dataset: 'slack.audit',
    constants: { ...kind, 'event.type': ['info'], 'observer.vendor': 'Slack', 'observer.product': 'Slack' },
    times: ['date_create'],
    map: {
      id: text('event.id'),
      action: text('event.action'),
      'actor.user.id': text('user.id'),
      'actor.user.name': text('user.full_name'),
      'actor.user.email': text('user.email'),
      'entity.user.id': text('user.target.id'),
      'entity.user.email': text('user.target.email'),
      'context.ip_address': peer('source'),
      'context.ua': text('user_agent.original'),
      'context.location.name': text('organization.name'),
      'details.md5_hash': text('file.hash.md5'),
      'details.reason': text('event.reason'),
    },
  }),
  keyedProduct(['api_path', 'event', 'ip_address'], {
    prefix: 'mattermost.audit',
    dataset: 'mattermost.audit',
    constants: { ...kind, 'observer.vendor': 'Mattermost', 'observer.product': 'Mattermost' },
    times: ['timestamp'],
    map: {
      event: text('event.action'),
      user_id: text('user.id'),
      'user.id': text('user.target.id'),
      'user.name': text('user.target.name'),
      'team.id': text('group.id'),
      'team.name': text('group.name'),
      ip_address: peer('source'),
      api_path: url,
      client: text('user_agent.original'),
      err: text('error.code'),
      code: number('http.response.status_code'),
    },
    finish: finishMattermost,
  }),
  keyedProduct(['event_id', 'event_type', 'created_by'], {
    prefix: 'box.events',
    dataset: 'box_events.events',
    constants: { ...kind, 'observer.vendor': 'Box', 'observer.product': 'Box' },
    times: ['created_at'],
    map: {
      event_id: text('event.id'),
      event_type: text('event.action'),
      ip_address: all(onlyIp('source.ip'), onlyIp('client.ip')),
      'created_by.id': text('user.id'),
      'created_by.name': text('user.full_name'),
      'created_by.login': text('user.email'),
      'source.name': text('file.name'),
      'source.size': number('file.size'),
      'source.sha1': text('file.hash.sha1'),
      'source.file_version.sha1': text('file.hash.sha1'),
      'additional_details.shield_alert.rule_category': text('rule.category'),
      'additional_details.shield_alert.rule_id': text('rule.id'),
      'additional_details.shield_alert.rule_name': text('rule.name'),
      'additional_details.shield_alert.user.name': text('user.effective.name'),
      'additional_details.shield_alert.alert_summary.description': text('message'),
    },
    finish(fields) {
      if (fields['event.action'] === 'SHIELD_ALERT') fields['event.kind'] = 'alert'
    },
  }),
  keyedProduct(['EVENT_TYPE', 'ORGANIZATION_ID', 'TIMESTAMP_DERIVED'], {
    ...salesforce(
      'event',
      {
        USER_ID_DERIVED: text('user.id'),
        USER_ID: text('user.id'),
        USER_NAME: text('user.email'),
        CLIENT_IP: peer('source'),
        SOURCE_IP: peer('source'),
        CIPHER_SUITE: text('tls.cipher'),
        TLS_PROTOCOL: tlsVersion,
        URI: text('url.path'),
        METHOD: text('http.request.method'),
        STATUS_CODE: number('http.response.status_code'),
        REQUEST_SIZE: number('http.request.bytes'),
        RESPONSE_SIZE: number('http.response.bytes'),
        REQUEST_ID: text('event.id'),
        REQUEST_STATUS: (fields, value) => {
          if (value === 'Success' || value === 'S') fields['event.outcome'] = 'success'
          else if (value !== '') fields['event.outcome'] = 'failure'
        },
      },
      'EventLogFile',
    ),
    finish: finishSalesforce,
  }),
  keyedProduct(['EventIdentifier', 'EventDate', 'UserId'], {
    ...salesforce(
      'object',
      {
        EventIdentifier: text('event.id'),
        UserId: text('user.id'),
        Username: text('user.email'),
        SourceIp: peer('source'),
        CipherSuite: text('tls.cipher'),
        TlsProtocol: tlsVersion,
        HttpMethod: text('http.request.method'),
        Status: (fields, value) => {
          fields['event.outcome'] = value === 'Success' ? 'success' : 'failure'
        },
      },
      'Object',
    ),
    finish(fields) {
      const login =
        fields['salesforce.object.LoginType'] !== undefined || fields['event.outcome'] !== undefined
      fields['event.action'] = login ? 'login-attempt' : 'logout'
      fields['event.category'] = ['authentication']
      fields['event.type'] = ['info']
    },
  }),
  keyedProduct(['DelegateUser', 'Section', 'CreatedById'], {
    ...salesforce(
      'setupaudittrail',
      {
        Id: text('event.id'),
        Action: text('event.action'),
        CreatedById: text('user.id'),
        'CreatedBy.Username': text('user.name'),
        Display: text('message'),
      },
      'Object',
    ),
    finish(fields) {
      fields['event.category'] = ['configuration']
      fields['event.type'] = ['admin']
    },
  }),
  keyedProduct(['event', 'payload', 'event_ts'], zoom()),
  keyedProduct(['zoom'], zoom()),
]

/** What ended, began or was allowed in a meeting, a call, a recording: the last word of the event. */
const ZOOM_TYPES: Readonly<Record<string, string>> = {
  ended: 'end',
  missed: 'end',
  completed: 'end',
  stopped: 'end',
  started: 'start',
  connected: 'start',
  sent: 'creation',
  ringing: 'creation',
  created: 'creation',
  updated: 'change',
  renamed: 'change',
  recovered: 'change',
  deleted: 'deletion',
  trashed: 'deletion',
  approved: 'allowed',
  denied: 'denied',
}

function zoom(): Parameters<typeof keyedProduct>[1] {
  return {
    prefix: 'zoom',
    dataset: 'zoom.webhook',
    constants: { ...kind, 'observer.vendor': 'Zoom', 'observer.product': 'Webhook' },
    times: ['event_ts', 'payload.object.timestamp', 'payload.time_stamp'],
    map: {
      event: text('event.action'),
      'payload.operator_id': text('user.id'),
      'payload.operator': text('user.email'),
      'payload.object.registrant.id': text('user.id'),
      'payload.object.registrant.email': text('user.email'),
      'payload.object.host_id': text('user.id'),
      'payload.object.share_url': text('url.full'),
      'payload.object.join_url': text('url.full'),
      'payload.object.answer_start_time': instant('event.start'),
      'payload.object.call_end_time': instant('event.end'),
      'payload.account_id': text('organization.id'),
      'payload.object.duration': all((fields, value) => {
        if (Number(value) > 0) fields['event.duration'] = Number(value) * 60e9
      }),
    },
    finish(fields) {
      const action = String(fields['event.action'] ?? '')
      const [area = '', what = ''] = action.split('.', 2)
      const type = ZOOM_TYPES[what.slice(what.lastIndexOf('_') + 1)]
      if (area === 'user' || area === 'account') {
        fields['event.category'] = what.includes('settings') ? ['configuration', 'iam'] : ['iam']
        fields['event.type'] = area === 'user' ? [type ?? 'change'] : ['user', type ?? 'change']
        const target = fields['zoom.payload.object.id']
        if (target !== undefined) fields['user.target.id'] ??= String(target)
      } else if (area === 'chat_channel')
        fields['event.type'] = [what.startsWith('member_') ? 'user' : (type ?? 'info')]
      else fields['event.type'] = type === undefined ? ['info'] : ['info', type]
    },
  }
}
