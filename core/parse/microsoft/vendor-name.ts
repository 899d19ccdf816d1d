const MAX_NAMES = 5_000
const names = new Map<string, string>()

/** `AADDeviceId` and `incidentId` are `aad_device_id` and `incident_id`: how Elastic names a vendor's columns. */
export function vendorName(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const snake = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replaceAll(/[\s-]/g, '_')
    .toLowerCase()
  if (names.size < MAX_NAMES && name.length < 100) names.set(name, snake)
  return snake
}
