import {createHash} from 'node:crypto';
import {ATTEMPT_LIVES_MS} from '../../core/domain/connect-attempt.js';
import {SecretText} from '../../core/domain/secret-text.js';
import type {ConnectAttempts} from '../../core/ports/connect-attempts.js';
import type {KeyRing, SealedFor} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {type StoredConnectAttempt} from './consent-rows.js';
import {ROWS} from './rows.js';

/**
 * One row for each state, by its digest: nobody who reads the store can come back with one. What is sealed opens only
 * beside what it was sealed beside, so that nobody who writes to the store makes an attempt another person's.
 */
export function createConnectAttempts(deps: RowDeps & {keys: KeyRing}): ConnectAttempts {
  const {clock, keys} = deps;
  const open = openRows(deps);
  return {
    async open(state, {userId, terms, browser, verifier}) {
      const digest = digestOf(state);
      const facts = {userId, ...terms, browser};
      const sealed = await keys.seal(verifier.reveal(), sealedFor(digest, facts));
      const row = {...facts, sealed, at: clock.now()};
      await open(ROWS.connectAttempt, [digest], {seen: {stored: undefined}}).update(() => row);
    },
    async take(state) {
      const digest = digestOf(state);
      let taken: StoredConnectAttempt | undefined;
      await open(ROWS.connectAttempt, [digest]).update((stored) => {
        taken = stored;
        if (stored?.sealed === undefined) return undefined;
        const {sealed: _used, ...rest} = stored;
        return rest;
      });
      if (taken?.sealed === undefined || taken.at + ATTEMPT_LIVES_MS < clock.now()) return undefined;
      const opened = await keys.open(taken.sealed, sealedFor(digest, taken));
      if (opened === undefined) return undefined;
      const {userId, consent, clientId, webUrl, redirectUri, browser} = taken;
      const terms = {consent, clientId, webUrl, redirectUri};
      return {userId, terms, browser, verifier: new SecretText(opened.text)};
    },
  };
}

const sealedFor = (
  digest: string,
  {userId, browser, consent, clientId, webUrl, redirectUri}: Omit<StoredConnectAttempt, 'sealed' | 'at'>,
): SealedFor => ({
  purpose: 'state/v1',
  record: JSON.stringify([digest, userId, browser, consent, clientId, webUrl, redirectUri]),
});

const digestOf = (state: string): string => createHash('sha256').update(state).digest('hex');
