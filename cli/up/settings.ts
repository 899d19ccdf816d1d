import { type Config, isChosen } from '#core/config'
import { choosePort } from './choose-port.ts'
import { keepSecret } from './keep-secret.ts'

interface Engines {
  postgres: { ownerUrl: string; appUrl: string }
  clickhouse: { url: string; user: string; password: string }
}

/** Environment of every child process: one set of addresses, so that all of them meet. */
export async function settingsOf(
  config: Config,
  home: string,
  engines: Engines,
  taken: Set<number>,
): Promise<Record<string, string>> {
  const port = (name: 'PORT' | 'CONSOLE_PORT' | 'WORKER_PORT') =>
    choosePort(config.HOST, config[name], { fixed: isChosen(name), taken, variable: `NIGHTJAR_${name}` })
  const serverPort = await port('PORT')
  const consolePort = await port('CONSOLE_PORT')
  const workerPort = await port('WORKER_PORT')
  return {
    NIGHTJAR_HOME: home,
    NIGHTJAR_HOST: config.HOST,
    NIGHTJAR_POSTGRES_URL: engines.postgres.appUrl,
    NIGHTJAR_POSTGRES_OWNER_URL: engines.postgres.ownerUrl,
    NIGHTJAR_CLICKHOUSE_URL: engines.clickhouse.url,
    NIGHTJAR_CLICKHOUSE_USER: engines.clickhouse.user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: engines.clickhouse.password,
    NIGHTJAR_SECRET: config.SECRET ?? keepSecret(home, 'session-secret'),
    NIGHTJAR_PORT: String(serverPort),
    NIGHTJAR_CONSOLE_PORT: String(consolePort),
    NIGHTJAR_WORKER_PORT: String(workerPort),
    NIGHTJAR_SERVER_URL: `http://${config.HOST}:${serverPort}`,
    NIGHTJAR_CONSOLE_URL: isChosen('CONSOLE_URL')
      ? config.CONSOLE_URL
      : `http://${config.HOST}:${consolePort}`,
  }
}
