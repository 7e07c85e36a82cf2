import {proxyName, type ProxyAddress} from '../core/domain/proxy-address.js';

/** What a proxy did instead of opening a tunnel; `address`: there is none, the variable holds something else. */
export type ProxyFault = 'credentials' | 'refused' | 'unreachable' | 'certificate' | 'address';

/** A connection ended at the proxy. It holds neither the name nor the password that the proxy knows. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** Node's name of the error where there is one, for the log. */
  readonly code: string;

  constructor(
    readonly fault: ProxyFault,
    /** Host and port, or the name of the variable. */
    readonly proxy: string,
    {status, code}: {status?: number; code?: string} = {},
  ) {
    super(`Proxy ${proxy}: ${fault}`);
    this.status = status;
    this.code = code ?? `PROXY_${fault.toUpperCase()}`;
  }

  /** What it answered instead. */
  readonly status: number | undefined;
}

const UNAUTHORIZED = 407;

/** The proxy answered, and opened no tunnel. */
export const refusedByProxy = (proxy: ProxyAddress, status: number): ProxyError =>
  new ProxyError(status === UNAUTHORIZED ? 'credentials' : 'refused', proxyName(proxy), {status});
