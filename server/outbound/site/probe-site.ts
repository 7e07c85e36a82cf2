import type {Clock} from '../../core/ports/clock.js';
import type {ProbeSite, SiteAnswer} from '../../core/ports/probe-site.js';
import {withDeadline} from '../../lib/deadline.js';

/**
 * Node's names for certificates that Zoom would not accept either:
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const BAD_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_CERT/;

/** If packets vanish, the rest of the test must not wait for this. */
const PROBE_LIMIT_MS = 5_000;

/** HTTPS_PROXY and NO_PROXY of the environment are honoured, as in all outgoing requests. */
export const createProbeSite =
  ({clock}: {clock: Clock}): ProbeSite =>
  async (url, signal) => {
    try {
      const status = await withDeadline(
        clock,
        PROBE_LIMIT_MS,
        (deadline) => ask(url, deadline.signal),
        signal,
      );
      return {kind: 'answered', status};
    } catch (error) {
      return notAnswered(error);
    }
  };

async function ask(url: string, signal: AbortSignal): Promise<number> {
  const {createHttpClient} = await import('../http/http-client.js');
  const {status, data} = await createHttpClient({keepAlive: false})({url, signal});
  data.on('error', () => undefined).destroy();
  return status;
}

function notAnswered(error: unknown): SiteAnswer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return {kind: BAD_CERTIFICATE.test(code) ? 'bad-certificate' : 'not-answered'};
}
