import type { Noise } from './noise.ts'
import { everydayWindowsEvent } from './windows-noise.ts'

/** As Winlogbeat ships it. */
export const winlogbeatNoise: Noise = (place, random) => {
  const { channel, provider, id, host, data } = everydayWindowsEvent(place, random)
  const name = `${host}.${place.domain}`
  const words = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]))
  const line = {
    '@timestamp': '{iso}',
    event: { code: String(id), kind: 'event', provider },
    host: { name },
    agent: { type: 'winlogbeat', version: '8.15.0' },
    winlog: {
      channel,
      provider_name: provider,
      event_id: String(id),
      computer_name: name,
      event_data: words,
    },
  }
  return [{ after: 0, text: JSON.stringify(line) }]
}
