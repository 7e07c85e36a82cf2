import {hasCode, isStoreError} from '../../core/ports/port-error.js';
import type {CommandTokens} from '../../core/ports/service-records.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredCommandTokens as Tokens} from './rows.js';

/** A token is replaced when it is this old. The former one stays good while commands are on their way. */
const REPLACE_AFTER_MS = 30 * 24 * 60 * 60_000;
const FORMER_GOOD_FOR_MS = 60_000;

/** One row for each team. */
export function createCommandTokens(deps: RowDeps): CommandTokens {
  const {clock} = deps;
  const open = openRows(deps);
  const row = (teamId: string) => open(ROWS.commandTokens, [teamId]);
  /** As last read: while the store is down, the command still works. */
  const seen = new Map<string, {tokens: Tokens; at: number}>();
  const note = (teamId: string, tokens: Tokens | undefined): Tokens | undefined => {
    if (tokens === undefined) seen.delete(teamId);
    else seen.set(teamId, {tokens, at: clock.now()});
    return tokens;
  };
  const read = async (teamId: string): Promise<Tokens | undefined> => note(teamId, await row(teamId).known());
  const write = async (teamId: string, change: (stored: Tokens | undefined) => Tokens): Promise<void> => {
    try {
      note(teamId, await row(teamId).update(change));
    } catch (error) {
      if (!hasCode(error, 'record-unreadable')) throw error;
      // Mattermost itself has named the token, so this process needs no record of it.
      note(teamId, change(undefined));
    }
  };
  const isFormer = ({former, since}: Tokens, token: string): boolean =>
    former !== undefined && since + FORMER_GOOD_FOR_MS > clock.now() && equalInConstantTime(token, former);
  const isOneOf = (tokens: Tokens, token: string): boolean =>
    equalInConstantTime(token, tokens.token) || isFormer(tokens, token);

  return {
    async compare(teamId, current) {
      const tokens = await read(teamId).catch((error: unknown) => {
        if (!hasCode(error, 'record-unreadable')) throw error;
        return note(teamId, {token: current, since: clock.now()});
      });
      if (tokens === undefined) return 'new';
      if (!equalInConstantTime(tokens.token, current)) return 'other';
      return tokens.since + REPLACE_AFTER_MS <= clock.now() ? 'old' : 'known';
    },
    take: (teamId, token) =>
      write(teamId, (stored) => ({...stored, token, since: clock.now(), former: undefined})),
    replace: (teamId, token, former) =>
      write(teamId, (stored) => ({...stored, token, since: clock.now(), former})),
    isOnRecord: async (teamId) => (await read(teamId)) !== undefined,
    async forget(teamId) {
      note(teamId, undefined);
      await row(teamId).remove();
    },
    async isGenuine(teamId, token) {
      const known = seen.get(teamId);
      const isFresh = known !== undefined && known.at + FORMER_GOOD_FOR_MS > clock.now();
      if (isFresh && isOneOf(known.tokens, token)) return true;
      // Another node may have replaced it.
      const tokens = await read(teamId).catch((error: unknown) => {
        if (known === undefined || !isStoreError(error)) throw error;
        return known.tokens;
      });
      return tokens !== undefined && isOneOf(tokens, token);
    },
    async isFormer(teamId, token) {
      const tokens = await read(teamId);
      return tokens !== undefined && isFormer(tokens, token);
    },
  };
}
