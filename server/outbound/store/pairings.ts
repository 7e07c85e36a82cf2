import {createHash} from 'node:crypto';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';
import type {Pairings} from '../../core/ports/pairings.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {newCode, readCode, showCode} from '../../lib/spoken-code.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {CODE_SECONDS, ROWS, type StoredBrowser, type StoredPairing, TOKEN_SECONDS} from './rows.js';

/** The newest of a person's browsers are kept. */
const MAX_BROWSERS = 10;

/** Of a code as it is stored. */
const CODE = /^[A-Z0-9]{8}$/;

/** A code is the key of its row, a token names its person: both are found without a scan. */
export function createPairings(deps: RowDeps): Pairings {
  const {clock, random} = deps;
  const open = openRows(deps);
  const secretText = (): string => Buffer.from(random.bytes(32)).toString('base64url');
  const pairing = (code: string) => open(ROWS.pairing, [code]);
  const browsers = (userId: string) => open(ROWS.browsers, [userId]);
  const isAlive = ({openedAt, claimed}: StoredPairing): boolean =>
    claimed !== true && openedAt + CODE_SECONDS * 1000 > clock.now();

  const alive = async (userId: string): Promise<readonly StoredBrowser[]> => {
    const known = await browsers(userId).known();
    return known.filter(({since}) => since + TOKEN_SECONDS * 1000 > clock.now());
  };
  const browserOf = async (token: string): Promise<OwnedBrowser | undefined> => {
    const userId = token.split('.', 1)[0] ?? '';
    if (!MATTERMOST_ID.test(userId)) return undefined;
    const browser = (await alive(userId)).find(({hash}) => isSame(token, hash));
    return browser && {userId, browser};
  };

  return {
    async open() {
      const code = newCode(random);
      const secret = `${code}.${secretText()}`;
      await pairing(code).update((taken) =>
        taken === undefined ? {secretHash: hashOf(secret), openedAt: clock.now()} : undefined,
      );
      return {code: showCode(code), secret};
    },
    async waiting(typed) {
      const code = readCode(typed);
      if (code === undefined) return undefined;
      const stored = await pairing(code).known();
      const isWaiting = stored !== undefined && isAlive(stored) && stored.userId === undefined;
      return isWaiting ? showCode(code) : undefined;
    },
    async confirm(typed, userId) {
      const code = readCode(typed);
      if (code === undefined) return false;
      let isConfirmed = false;
      await pairing(code).update((stored) => {
        isConfirmed = stored !== undefined && isAlive(stored) && stored.userId === undefined;
        return isConfirmed ? {...(stored as StoredPairing), userId} : undefined;
      });
      return isConfirmed;
    },
    async claim(secret) {
      const [code = ''] = secret.split('.', 1);
      if (!CODE.test(code)) return 'gone';
      let outcome: 'waiting' | 'gone' | {userId: string} = 'gone';
      await pairing(code).update((stored) => {
        outcome = 'gone';
        if (stored === undefined || !isAlive(stored) || !isSame(secret, stored.secretHash)) return undefined;
        const {userId} = stored;
        outcome = userId === undefined ? 'waiting' : {userId};
        return userId === undefined ? undefined : {...stored, claimed: true};
      });
      const claimed = outcome as 'waiting' | 'gone' | {userId: string};
      if (typeof claimed === 'string') return claimed;
      const token = `${claimed.userId}.${secretText()}`;
      const entry = {hash: hashOf(token), since: clock.now()};
      await browsers(claimed.userId).update((known) => [entry, ...known].slice(0, MAX_BROWSERS));
      return {token};
    },
    userOf: async (token) => ownerOf(await browserOf(token), ({ended}) => ended === undefined),
    formerUserOf: async (token) => ownerOf(await browserOf(token), ({ended}) => ended === true),
    async list(userId) {
      const connected = (await alive(userId)).filter(({ended}) => ended === undefined);
      return connected.map(({hash, since}) => ({id: idOf(hash), since}));
    },
    async end(userId) {
      await browsers(userId).update((known) =>
        known.length === 0 ? undefined : known.map((browser) => ({...browser, ended: true as const})),
      );
    },
    async disconnect(userId, id) {
      let isThere = false;
      await browsers(userId).update((known) => {
        const others = known.filter(({hash}) => idOf(hash) !== id.toLowerCase());
        isThere = others.length < known.length;
        return isThere ? others : undefined;
      });
      return isThere;
    },
    forget: (userId) => browsers(userId).remove(),
  };
}

interface OwnedBrowser {
  userId: string;
  browser: StoredBrowser;
}

const ownerOf = (
  owned: OwnedBrowser | undefined,
  counts: (browser: StoredBrowser) => boolean,
): string | undefined => (owned !== undefined && counts(owned.browser) ? owned.userId : undefined);

/** A small part of a digest: enough to tell ten browsers apart, and nothing to find a token by. */
const idOf = (hash: string): string => hash.slice(0, 6);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const isSame = (text: string, hash: string): boolean => equalInConstantTime(hashOf(text), hash);
