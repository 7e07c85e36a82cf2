import {hasCode, isStoreError} from '../../core/ports/port-error.js';
import type {CommandTokens} from '../../core/ports/service-records.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredCommandTokens as Tokens} from './rows.js';

/** A token is replaced when it is this old. The old one stays good while commands are on their way. */
const ROTATE_AFTER_MS = 30 * 24 * 60 * 60_000;
const FORMER_GOOD_FOR_MS = 5 * 60_000;

/** One row for each team. */
export function createCommandTokens(deps: RowDeps): CommandTokens {
  const {clock} = deps;
  const open = openRows(deps);
  /** As last read: while the store is down, the command still works. */
  const seen = new Map<string, {tokens: Tokens; at: number}>();
  const row = (teamId: string) => open(ROWS.commandTokens, [teamId]);
  const note = (teamId: string, tokens: Tokens | undefined): Tokens | undefined => {
    if (tokens !== undefined) seen.set(teamId, {tokens, at: clock.now()});
    return tokens;
  };
  const isOld = ({since}: Tokens): boolean => since + ROTATE_AFTER_MS <= clock.now();
  const isOneOf = ({token: current, former, since}: Tokens, token: string): boolean => {
    const isFormerGood = former !== undefined && since + FORMER_GOOD_FOR_MS > clock.now();
    return equalInConstantTime(token, current) || (isFormerGood && equalInConstantTime(token, former));
  };
  const settle = async (teamId: string, current: string, renew: () => Promise<string>): Promise<void> => {
    const tokens = row(teamId);
    const since = clock.now();
    let isOurs = false;
    const noted = await tokens.update((stored) => {
      isOurs = stored !== undefined && isOld(stored);
      // Only one of the nodes makes the new token.
      if (isOurs) return {...(stored as Tokens), since};
      const isKnown = stored?.token === current || stored?.former === current;
      return isKnown ? undefined : {...stored, token: current, since, former: undefined};
    });
    note(teamId, noted);
    if (!isOurs) return;
    const token = await renew();
    note(teamId, await tokens.update((stored) => ({...stored, token, former: current, since})));
  };
  return {
    settle: (teamId, current, renew) =>
      settle(teamId, current, renew).catch((error: unknown) => {
        if (!hasCode(error, 'record-unreadable')) throw error;
        // Mattermost itself has named the token, so this process needs no record of it.
        note(teamId, {token: current, since: clock.now()});
      }),
    async isGenuine(teamId, token) {
      const known = seen.get(teamId);
      const isFresh = known !== undefined && known.at + FORMER_GOOD_FOR_MS > clock.now();
      if (isFresh && isOneOf(known.tokens, token)) return true;
      // Another node may have replaced it.
      const tokens = await row(teamId)
        .known()
        .then(
          (found) => note(teamId, found),
          (error: unknown) => {
            if (known === undefined || !isStoreError(error)) throw error;
            return known.tokens;
          },
        );
      return tokens !== undefined && isOneOf(tokens, token);
    },
  };
}
