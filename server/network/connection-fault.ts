import {isCertificateCode} from './certificate-codes.js';
import {ProxyError, type ProxyFault} from './proxy-error.js';

/** Why there is no answer, and whose fault that is. `code`: Node's name of the error, for the log. */
export type ConnectionFault =
  | {kind: 'proxy'; because: ProxyFault; proxy: string; status: number | undefined; code: string}
  /** The certificate of who answered is not one to trust. */
  | {kind: 'certificate'; code: string}
  | {kind: 'other'; code: string};

/** Reads the error of a request, of which nothing else may be kept: it can hold the whole request, token included. */
export function connectionFault(error: unknown): ConnectionFault {
  const proxyError = [error, error instanceof Error ? error.cause : undefined].find(
    (each) => each instanceof ProxyError,
  );
  if (proxyError !== undefined) {
    const {fault, proxy, status, code} = proxyError;
    return {kind: 'proxy', because: fault, proxy, status, code};
  }
  const isNamed = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const code = isNamed ? String(error.code) : 'unknown';
  return {kind: isCertificateCode(code) ? 'certificate' : 'other', code};
}
