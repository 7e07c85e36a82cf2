import {connectionFault} from '../../../network/connection-fault.js';
import {RestError} from './rest-error.js';

/** What happened to a call that nobody answered, in words for the operator: whose fault it is, and what to do. */
export function noAnswer(error: unknown, target: string): RestError {
  const {origin, host} = new URL(target);
  const fault = connectionFault(error);
  if (fault.kind === 'certificate') {
    return unanswered(
      `The https certificate of ${origin} is not trusted (${fault.code}). Name the file of your certificate authority in NODE_EXTRA_CA_CERTS`,
      error,
    );
  }
  if (fault.kind === 'other') return unanswered(`Mattermost does not answer at ${origin}`, error);
  const {because, proxy, status} = fault;
  const says = {
    credentials: `The proxy ${proxy} did not accept the user name and the password in HTTPS_PROXY or HTTP_PROXY (status 407)`,
    refused: `The proxy ${proxy} does not let this service reach ${host} (status ${status ?? 0}). Allow it there, or add ${host} to NO_PROXY`,
    certificate: `The https certificate of the proxy ${proxy} is not trusted. Name the file of your certificate authority in NODE_EXTRA_CA_CERTS`,
    address: `${proxy} in the environment is not the address of a proxy, such as http://proxy.example.org:3128`,
    unreachable: `The proxy ${proxy} cannot be reached. Correct HTTPS_PROXY or HTTP_PROXY, or add ${host} to NO_PROXY`,
  };
  return unanswered(says[because], error);
}

const unanswered = (message: string, cause: unknown): RestError =>
  new RestError(undefined, message, '', {cause});

const TOO_MANY = 429;

/** An answer that is not a success: what Mattermost says, in JSON with the error's name, or who speaks instead. */
export function refusal(status: number, data: unknown, target: string): RestError {
  const {message, id} = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  if (typeof id === 'string') {
    const hasMessage = typeof message === 'string' && message !== '';
    return new RestError(status, hasMessage ? message : saying(status), id);
  }
  // Its limit of calls is told in plain text, and what stands before it answers with 5xx while it is down.
  if (status === TOO_MANY || status >= 500) return new RestError(status, saying(status));
  return notMattermost(target, status);
}

const saying = (status: number): string => `Mattermost answered with status ${status}`;

/** What somebody else says about a post or a channel means nothing. */
export const notMattermost = (target: string, status: number): RestError =>
  new RestError(
    undefined,
    `Something other than Mattermost answers at ${new URL(target).origin} (status ${status})`,
  );
