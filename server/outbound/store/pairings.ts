import {createHash} from 'node:crypto';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';
import type {Pairings} from '../../core/ports/pairings.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {CODE_SECONDS, ROWS, type StoredPairing, TOKEN_SECONDS} from './rows.js';

/** The newest of a person's browsers are kept. */
const MAX_BROWSERS = 10;

/** Letters and digits that nobody mistakes for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const CODE_LENGTH = 8;

/** A code is the key of its row, a token names its person: both are found without a scan. */
export function createPairings(deps: RowDeps): Pairings {
  const {clock, random} = deps;
  const open = openRows(deps);
  const secretText = (): string => Buffer.from(random.bytes(32)).toString('base64url');
  const pairing = (code: string) => open(ROWS.pairing, [code]);
  const browsers = (userId: string) => open(ROWS.browsers, [userId]);
  const isAlive = ({openedAt, claimed}: StoredPairing): boolean =>
    claimed !== true && openedAt + CODE_SECONDS * 1000 > clock.now();

  return {
    async open() {
      const letters = Array.from(random.bytes(CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
      const code = letters.join('');
      const secret = `${code}.${secretText()}`;
      await pairing(code).update((taken) =>
        taken === undefined ? {secretHash: hashOf(secret), openedAt: clock.now()} : undefined,
      );
      return {code: `${code.slice(0, 4)}-${code.slice(4)}`, secret};
    },
    async confirm(typed, userId) {
      const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
      if (code.length !== CODE_LENGTH) return false;
      let isConfirmed = false;
      await pairing(code).update((stored) => {
        isConfirmed = stored !== undefined && isAlive(stored) && stored.userId === undefined;
        return isConfirmed ? {...(stored as StoredPairing), userId} : undefined;
      });
      return isConfirmed;
    },
    async claim(secret) {
      const code = secret.slice(0, CODE_LENGTH);
      if (!/^[A-Z0-9]{8}$/.test(code)) return 'gone';
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
    async userOf(token) {
      const userId = token.split('.', 1)[0] ?? '';
      if (!MATTERMOST_ID.test(userId)) return undefined;
      const known = await browsers(userId).known();
      const alive = known.filter(({since}) => since + TOKEN_SECONDS * 1000 > clock.now());
      return alive.some(({hash}) => isSame(token, hash)) ? userId : undefined;
    },
    forget: (userId) => browsers(userId).remove(),
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const isSame = (text: string, hash: string): boolean => equalInConstantTime(hashOf(text), hash);
