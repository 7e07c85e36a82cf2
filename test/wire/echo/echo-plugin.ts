import {systemClock} from '../../../server/lib/system-clock.js';
import {createLogger} from '../../../server/hosts/native/logger.js';
import {servePlugin} from '../../../server/protocol/plugin/serve-plugin.js';

/** The TypeScript twin of test/wire/host/echo: the same answers, so that their times can be compared. */
const logger = createLogger((line) => process.stderr.write(line), systemClock);

void servePlugin(
  {
    async onActivate(api) {
      await api.GetServerVersion();
      await api.KVGet('greeting');
      logger.info('echo is active');
    },

    async executeCommand({Command}) {
      return {ResponseType: 'ephemeral', Text: Command};
    },

    async serveHttp(request, response) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
      for (const [name, values = []] of Object.entries(request.headersDistinct)) {
        if (name.startsWith('x-') || name === 'content-type') response.setHeader(name, values);
      }
      response.setHeader('Echo-Method', request.method ?? '');
      response.setHeader('Echo-Url', request.url ?? '');
      response.end(Buffer.concat(chunks));
    },
  },
  {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    calls: {add: (work) => work},
    report: (what, error) => logger.error(what, {error: String(error)}),
  },
).then(() => process.exit());
