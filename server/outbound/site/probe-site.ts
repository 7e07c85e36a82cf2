import {addAbortSignal, type Readable} from 'node:stream';
import type {AxiosRequestConfig} from 'axios';
import type {Clock} from '../../core/ports/clock.js';
import type {Answered, ProbeSite, SiteAnswer} from '../../core/ports/probe-site.js';
import {withDeadline} from '../../lib/deadline.js';
import {connectionFault} from '../../network/connection-fault.js';
import {type FindProxy, targetOf} from '../../network/find-proxy.js';

/** If packets vanish, the rest of the test must not wait for this. */
const PROBE_LIMIT_MS = 5_000;

export const createProbeSite =
  ({clock, findProxy}: {clock: Clock; findProxy: FindProxy}): ProbeSite =>
  async (url, signal, bytes = 0) => {
    try {
      return await withDeadline(
        clock,
        PROBE_LIMIT_MS,
        (deadline) => ask({url, bytes}, findProxy, deadline.signal),
        signal,
      );
    } catch (error) {
      return notAnswered(error);
    }
  };

interface Wanted {
  url: string;
  bytes: number;
}

async function ask({url, bytes}: Wanted, findProxy: FindProxy, signal: AbortSignal): Promise<Answered> {
  const [{rootCertificates}, {createAgents}, {createHttpClient}] = await Promise.all([
    import('node:tls'),
    import('../../network/create-agents.js'),
    import('../../network/http-client.js'),
  ]);
  // Zoom and people's browsers know public authorities alone. Through a proxy, the certificate may be the company's.
  const isDirect = findProxy(targetOf(url)) === undefined;
  const agents = createAgents({
    keepAlive: false,
    findProxy,
    ...(isDirect && {authorities: rootCertificates}),
  });
  const asked = {url, signal, decompress: false, headers: {'Accept-Encoding': 'identity'}, ...lookupFor(url)};
  const {status, headers, data} = await createHttpClient(agents)(asked);
  return {
    kind: 'answered',
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    beginning: await beginningOf(addAbortSignal(signal, data), bytes),
  };
}

/** Browsers lead names below `localhost` to their own machine, whether the system knows them or not (RFC 6761, 6.3). */
const lookupFor = (url: string): Pick<AxiosRequestConfig, 'lookup'> =>
  new URL(url).hostname.endsWith('.localhost')
    ? {lookup: (_host, _options, done) => done(null, '127.0.0.1', 4)}
    : {};

/** Leaves the rest unread, however much there is. */
async function beginningOf(data: Readable, bytes: number): Promise<string> {
  data.on('error', () => undefined);
  const parts: Buffer[] = [];
  let length = 0;
  if (bytes > 0) {
    for await (const part of data as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= bytes) break;
    }
  }
  data.destroy();
  return Buffer.concat(parts).subarray(0, bytes).toString();
}

const notAnswered = (error: unknown): SiteAnswer => ({
  kind: connectionFault(error).kind === 'certificate' ? 'bad-certificate' : 'not-answered',
});
