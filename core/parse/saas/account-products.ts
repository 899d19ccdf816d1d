import type { Fields } from '../../event/event.ts'
import { text } from '../fields/field-setters.ts'
import { type KeyedProduct, keyedProduct } from './keyed-product.ts'
import { typeOfAction } from './type-of-action.ts'
import { all, instant, onlyIp, peer } from './value-setters.ts'

const kind = { 'event.kind': 'event' }

function outcomeOf(fields: Fields, failed: boolean): void {
  fields['event.outcome'] = failed ? 'failure' : 'success'
}

const onePassword = (stream: string) => ({
  prefix: `1password.${stream}`,
  dataset: `1password.${stream}`,
  times: ['timestamp'],
  constants: { ...kind, 'observer.vendor': '1Password', 'observer.product': '1Password' },
})

/** Directories, log-ins and password managers. */
export const accountProducts: readonly KeyedProduct[] = [
  keyedProduct(['event_type_id', 'account_id'], {
    prefix: 'onelogin',
    dataset: 'onelogin.events',
    constants: { ...kind, 'observer.vendor': 'OneLogin', 'observer.product': 'OneLogin' },
    times: ['event_timestamp', 'created_at'],
    map: {
      id: text('event.id'),
      uuid: text('event.id'),
      event_type_id: text('event.code'),
      actor_user_id: text('user.id'),
      actor_user_name: text('user.name'),
      user_id: all(text('user.id'), text('user.target.id')),
      user_name: all(text('user.name'), text('user.target.name')),
      ipaddr: peer('source'),
      app_name: text('service.name'),
      notes: text('message'),
      error_description: text('error.message'),
      role_name: text('group.name'),
    },
    finish(fields) {
      if (fields['error.message'] !== undefined) outcomeOf(fields, true)
    },
  }),
  keyedProduct(['initiated_by', 'event_type'], {
    prefix: 'jumpcloud.event',
    dataset: 'jumpcloud.events',
    constants: { ...kind, 'observer.vendor': 'JumpCloud', 'observer.product': 'JumpCloud' },
    times: ['timestamp'],
    map: {
      id: text('event.id'),
      event_type: text('event.action'),
      client_ip: all(onlyIp('client.ip'), peer('source')),
      'initiated_by.id': text('user.id'),
      'initiated_by.email': text('user.email'),
      'initiated_by.username': text('user.name'),
      'resource.id': text('user.target.id'),
      'resource.username': text('user.target.name'),
      organization: text('organization.id'),
      error_message: text('error.message'),
      system_timestamp: instant('event.created'),
    },
    finish(fields) {
      const action = String(fields['event.action'] ?? '')
      if (fields['jumpcloud.event.success'] !== undefined)
        outcomeOf(fields, fields['jumpcloud.event.success'] !== true)
      const isLogin = action.includes('login') || action.includes('_auth') || action === 'sso_auth'
      fields['event.category'] = [isLogin ? 'authentication' : 'iam']
      fields['event.type'] = [isLogin ? 'info' : (typeOfAction(action.replaceAll('_', ' ')) ?? 'info')]
    },
  }),
  keyedProduct(['brand', 'client_ip', 'action'], {
    prefix: 'authentik.event',
    dataset: 'authentik.event',
    constants: { ...kind, 'observer.vendor': 'authentik', 'observer.product': 'authentik' },
    times: ['created'],
    map: {
      pk: text('event.id'),
      action: (fields, value) => {
        fields['event.action'] = String(value).replaceAll('_', '-')
      },
      client_ip: peer('source'),
      'user.pk': text('user.id'),
      'user.username': text('user.name'),
      'user.email': (fields, value) => {
        const email = String(value)
        if (email === '') return
        fields['user.email'] = email
        const at = email.indexOf('@')
        if (at > 0) fields['user.domain'] = email.slice(at + 1)
      },
      'context.http_request.path': text('url.path'),
      'context.http_request.method': text('http.request.method'),
      'context.http_request.user_agent': text('user_agent.original'),
      'context.message': text('message'),
    },
  }),
  keyedProduct(['actor_uuid', 'object_type', 'action'], {
    ...onePassword('audit_events'),
    map: {
      uuid: text('event.id'),
      action: text('event.action'),
      actor_uuid: text('user.id'),
      'actor_details.name': text('user.name'),
      'actor_details.email': text('user.email'),
      'session.ip': peer('source'),
      object_uuid: text('user.target.id'),
    },
    finish(fields) {
      fields['event.category'] = ['configuration']
      fields['event.type'] = ['access']
    },
  }),
  keyedProduct(['target_user', 'session_uuid'], {
    ...onePassword('signin_attempts'),
    map: {
      uuid: text('event.id'),
      category: text('event.action'),
      type: text('event.reason'),
      'target_user.uuid': text('user.id'),
      'target_user.name': text('user.name'),
      'target_user.email': text('user.email'),
      'client.ip_address': peer('source'),
      'client.os_name': text('host.os.name'),
    },
    finish(fields) {
      fields['event.category'] = ['authentication']
      fields['event.type'] = ['info']
      outcomeOf(fields, fields['event.action'] !== 'success')
    },
  }),
  keyedProduct(['item_uuid', 'vault_uuid', 'used_version'], {
    ...onePassword('item_usages'),
    map: {
      uuid: text('event.id'),
      action: text('event.action'),
      'user.uuid': text('user.id'),
      'user.name': text('user.name'),
      'user.email': text('user.email'),
      'client.ip_address': peer('source'),
    },
    finish(fields) {
      fields['event.category'] = ['file']
      fields['event.type'] = ['access']
    },
  }),
  keyedProduct(['actingUserId', 'ipAddress', 'object'], {
    prefix: 'bitwarden.event',
    dataset: 'bitwarden.event',
    constants: { ...kind, 'observer.vendor': 'Bitwarden', 'observer.product': 'Bitwarden' },
    times: ['date'],
    map: {
      type: text('event.code'),
      actingUserId: text('user.id'),
      memberId: text('user.target.id'),
      groupId: text('group.id'),
      ipAddress: peer('source'),
    },
  }),
  keyedProduct(['IP_Address', 'Username', 'Action'], {
    prefix: 'lastpass.event_report',
    dataset: 'lastpass.event_report',
    constants: { ...kind, 'observer.vendor': 'LastPass', 'observer.product': 'LastPass' },
    times: ['Time'],
    map: {
      Action: (fields, value) => {
        fields['event.action'] = String(value).toLowerCase()
      },
      IP_Address: peer('source'),
      Username: (fields, value) => {
        const name = String(value)
        fields[name.includes('@') ? 'user.email' : 'user.name'] = name
      },
      Data: text('message'),
    },
  }),
]
