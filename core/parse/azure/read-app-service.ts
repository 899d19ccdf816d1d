import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'

/** Sites of App Service: requests as IIS has them, publishing by people, access rules, output of the program. */
export function readAppService(fields: Fields, { properties, category }: JsonObject): void {
  const row = objectOf(properties)
  setEnd(fields, 'source', row.CIp ?? row.UserAddress)
  if (category === 'AppServiceHTTPLogs') {
    setText(fields, 'http.request.method', row.CsMethod)
    setNumber(fields, 'http.response.status_code', row.ScStatus)
    setNumber(fields, 'http.request.bytes', row.CsBytes)
    setNumber(fields, 'http.response.bytes', row.ScBytes)
    setText(fields, 'http.request.referrer', row.Referer)
    setText(fields, 'user_agent.original', textOf(row.UserAgent)?.replaceAll('+', ' '))
    setText(fields, 'url.domain', row.CsHost)
    setText(fields, 'url.path', row.CsUriStem)
    setText(fields, 'url.query', row.CsUriQuery)
    setNumber(fields, 'url.port', row.SPort)
    setText(fields, 'user.name', row.CsUsername)
    setText(fields, 'host.name', row.ComputerName)
    fields['event.category'] = ['web']
    fields['event.type'] = ['access']
  } else if (category === 'AppServiceAuditLogs') {
    const name = textOf(row.UserDisplayName)
    if (name !== undefined) setEmail(fields, 'user', name)
    setText(fields, 'user.id', row.User)
    setText(fields, 'network.protocol', row.Protocol)
    fields['event.category'] = ['authentication']
    fields['event.type'] = ['start']
  } else if (category === 'AppServiceIPSecAuditLogs') {
    const denied = /^deny/i.test(printScalar(row.Result).slice(0, 10))
    fields['event.category'] = ['network']
    fields['event.type'] = ['connection', denied ? 'denied' : 'allowed']
  }
}
