import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Config, isChosen, readConfig } from '#core/config'
import { UserError } from '#core/errors'
import { accessFile, homePath } from './up/home.ts'

const accessSchema = z.object({
  POSTGRES_URL: z.string(),
  POSTGRES_OWNER_URL: z.string(),
  CLICKHOUSE_URL: z.string(),
  CLICKHOUSE_USER: z.string(),
  CLICKHOUSE_PASSWORD: z.string(),
  RULES_FILE: z.string().optional(),
})

/**
 * Configuration of verbs that work on the database itself: as the environment has it, else that of the `nightjar up`
 * that runs in NIGHTJAR_HOME.
 * @throws UserError when there is neither
 */
export function readOperatorConfig(): Config {
  const config = readConfig()
  if (isChosen('POSTGRES_URL')) return config
  const file = accessFile(homePath(config.HOME))
  if (existsSync(file))
    return {
      ...config,
      CLICKHOUSE_CLUSTER: undefined,
      ...accessSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
    }
  throw new UserError(
    'BAD_USER_INPUT',
    `Nightjar does not run in ${homePath(config.HOME)}. Start it, set NIGHTJAR_HOME to where it runs, ` +
      'or set NIGHTJAR_POSTGRES_URL.',
  )
}
