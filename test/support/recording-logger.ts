import type {LogFields, Logger} from '../../server/core/ports/logger.js';

export interface RecordingLogger extends Logger {
  readonly lines: readonly {level: keyof Logger; message: string; fields: LogFields}[];
}

/** Keeps what was logged. */
export function createRecordingLogger(): RecordingLogger {
  const lines: {level: keyof Logger; message: string; fields: LogFields}[] = [];
  const at =
    (level: keyof Logger) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({level, message, fields});
  return {lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error')};
}
