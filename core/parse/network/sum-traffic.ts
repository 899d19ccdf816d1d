import type { Fields } from '../../event/event.ts'

/** `network.bytes` and `network.packets` from what both sides sent. */
export function sumTraffic(fields: Fields): void {
  for (const unit of ['bytes', 'packets'] as const) {
    const { [`source.${unit}`]: sent, [`destination.${unit}`]: received } = fields
    if (typeof sent === 'number' && typeof received === 'number')
      fields[`network.${unit}`] ??= sent + received
  }
}
