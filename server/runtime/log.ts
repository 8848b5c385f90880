import { destination, pino, stdSerializers, type DestinationStream } from 'pino'

/** Details of a log line; an error goes under `error`. */
export type LogFields = Readonly<Record<string, unknown>>

/** What is written for whoever runs the server. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

export type LogLevel = 'info' | 'warn' | 'error' | 'silent'

/** Writes one JSON object a line, to standard error at once, so that nothing is lost when the process dies. */
export function createLog(
  level: LogLevel,
  stream: DestinationStream = destination({ dest: 2, sync: true }),
): Log {
  const serializers = { error: stdSerializers.err }
  const logger = pino({ level, base: null, serializers }, stream)
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  }
}

/** Writes nothing. */
export const silentLog: Log = {
  info: () => {},
  warn: () => {},
  error: () => {},
}
