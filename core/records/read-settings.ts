import { type SourceSettings, sourceSettingsSchema } from '../parse/source-settings.ts'

/** What a source's row says. Settings that this version does not know must not keep its lines out. */
export function readSettings(stored: unknown): SourceSettings {
  return sourceSettingsSchema.safeParse(stored).data ?? {}
}
