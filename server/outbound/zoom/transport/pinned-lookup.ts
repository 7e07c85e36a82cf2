import {isPublicAddress} from '../../../core/domain/public-address.js';

/** All addresses of a host. */
export type ResolveHost = (host: string) => Promise<string[]>;

/** `code` of the error with which a connection to a private address fails. */
export const BLOCKED_ADDRESS = 'BLOCKED_ADDRESS';

type LookupCallback = (error: Error | null, addresses: string[]) => void;

/**
 * The lookup of a connection: the name is resolved once, every address is judged, and the connection is made to exactly
 * these addresses, so that a name cannot change between the check and its use.
 */
export function createPinnedLookup(resolve: ResolveHost) {
  return (host: string, _options: object, done: LookupCallback): void => {
    resolve(host).then(
      (addresses) => {
        if (addresses.length > 0 && addresses.every(isPublicAddress)) done(null, addresses);
        else done(Object.assign(new Error('not a public address'), {code: BLOCKED_ADDRESS}), []);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error('cannot resolve'), []),
    );
  };
}
