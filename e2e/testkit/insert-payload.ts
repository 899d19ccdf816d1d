import { createStore } from '#core/store/create-store'
import { insertEvents } from '#core/store/insert-events'
import { eventsOfPayload } from './events-of-payload.ts'

/** A process that says `begin`, inserts one payload and says `done`: to be killed in between. */
const [connection = '', tenantId = '', payloadId = '', received = '', lines = ''] = process.argv.slice(2)
const events = eventsOfPayload({ tenantId, payloadId, received: Number(received), lines: Number(lines) })
const store = createStore(JSON.parse(connection))
process.send?.('begin')
await insertEvents(store, payloadId, events)
process.send?.('done')
await store.close()
process.disconnect?.()
