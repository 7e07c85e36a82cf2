import type {Clock} from '../../core/ports/clock.js';
import type {ProbeSite, SiteAnswer} from '../../core/ports/probe-site.js';
import {withDeadline} from '../../lib/deadline.js';
import {connectionFault} from '../../network/connection-fault.js';
import {type FindProxy, targetOf} from '../../network/find-proxy.js';

/** If packets vanish, the rest of the test must not wait for this. */
const PROBE_LIMIT_MS = 5_000;

export const createProbeSite =
  ({clock, findProxy}: {clock: Clock; findProxy: FindProxy}): ProbeSite =>
  async (url, signal) => {
    try {
      const status = await withDeadline(
        clock,
        PROBE_LIMIT_MS,
        (deadline) => ask(url, findProxy, deadline.signal),
        signal,
      );
      return {kind: 'answered', status};
    } catch (error) {
      return notAnswered(error);
    }
  };

async function ask(url: string, findProxy: FindProxy, signal: AbortSignal): Promise<number> {
  const [{rootCertificates}, {createAgents}, {createHttpClient}] = await Promise.all([
    import('node:tls'),
    import('../../network/create-agents.js'),
    import('../../network/http-client.js'),
  ]);
  // Zoom knows public authorities alone. On the way through a proxy, the certificate may be the company's.
  const isDirect = findProxy(targetOf(url)) === undefined;
  const agents = createAgents({
    keepAlive: false,
    findProxy,
    ...(isDirect && {authorities: rootCertificates}),
  });
  const {status, data} = await createHttpClient(agents)({url, signal});
  data.on('error', () => undefined).destroy();
  return status;
}

const notAnswered = (error: unknown): SiteAnswer => ({
  kind: connectionFault(error).kind === 'certificate' ? 'bad-certificate' : 'not-answered',
});
