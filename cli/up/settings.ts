import { type Config, isChosen } from '#core/config'
import { choosePort } from './choose-port.ts'
import { keepSecret } from './keep-secret.ts'

interface Engines {
  postgres: { appUrl: string }
  clickhouse: { url: string; user: string; password: string }
}

export interface Settings {
  /** Where everybody listens: all that the console needs to know. */
  addresses: Record<string, string>
  /** How server and worker reach the databases as the program's role; never as their owner. */
  access: Record<string, string>
}

/** Environment of the child processes: one set, so that all of them meet. */
export async function settingsOf(
  config: Config,
  home: string,
  engines: Engines,
  taken: Set<number>,
): Promise<Settings> {
  const port = (name: 'PORT' | 'CONSOLE_PORT' | 'WORKER_PORT') =>
    choosePort(config.HOST, config[name], { fixed: isChosen(name), taken, variable: `NIGHTJAR_${name}` })
  const serverPort = await port('PORT')
  const consolePort = await port('CONSOLE_PORT')
  const workerPort = await port('WORKER_PORT')
  const consoleUrl = isChosen('CONSOLE_URL') ? config.CONSOLE_URL : `http://${config.HOST}:${consolePort}`
  return {
    addresses: {
      NIGHTJAR_HOST: config.HOST,
      NIGHTJAR_PORT: String(serverPort),
      NIGHTJAR_CONSOLE_PORT: String(consolePort),
      NIGHTJAR_WORKER_PORT: String(workerPort),
      NIGHTJAR_SERVER_URL: `http://${config.HOST}:${serverPort}`,
      NIGHTJAR_CONSOLE_URL: consoleUrl,
    },
    access: {
      NIGHTJAR_POSTGRES_URL: engines.postgres.appUrl,
      NIGHTJAR_CLICKHOUSE_URL: engines.clickhouse.url,
      NIGHTJAR_CLICKHOUSE_USER: engines.clickhouse.user,
      NIGHTJAR_CLICKHOUSE_PASSWORD: engines.clickhouse.password,
      NIGHTJAR_CLICKHOUSE_CLUSTER: '',
      NIGHTJAR_SECRET: config.SECRET ?? keepSecret(home, 'session-secret'),
    },
  }
}
