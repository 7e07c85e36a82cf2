import type {Mattermost} from '../../sandbox/mattermost/mattermost.js';
import type {LogRecord} from '../../sandbox/mattermost/records.js';

/** The last line of the plugin's log that begins with this message, once there are `count` of them. */
export async function untilLogged(server: Mattermost, message: string, count = 1): Promise<LogRecord> {
  const found = (): LogRecord | undefined =>
    server.state.logs.filter((line) => line.message.startsWith(message))[count - 1];
  return new Promise((resolve) => {
    const look = (): void => {
      const line = found();
      if (line === undefined) return;
      stop();
      resolve(line);
    };
    const stop = server.onChange(look);
    look();
  });
}
