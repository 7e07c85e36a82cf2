import {displayName} from '../domain/person.js';
import type {StreamPass} from '../domain/stream-pass.js';
import type {Chat} from '../ports/chat.js';
import type {StreamPasses} from '../ports/stream-passes.js';

export interface ListedStreamUrl {
  pass: StreamPass;
  /** Who made it for a meeting of theirs; `undefined`: they did it themselves. */
  by: string | undefined;
}

/**
 * Those that somebody made, or others for meetings that they host, and that still let people in, the newest first.
 * Rejects with what chat and store reject with.
 */
export type ListStreamUrls = (userId: string) => Promise<readonly ListedStreamUrl[]>;

interface ListStreamUrlsDeps {
  streamPasses: Pick<StreamPasses, 'list'>;
  chat: Pick<Chat, 'user'>;
}

export const createListStreamUrls =
  ({streamPasses, chat}: ListStreamUrlsDeps): ListStreamUrls =>
  async (userId) => {
    const passes = await streamPasses.list(userId);
    const makers = [...new Set(passes.map(({madeBy}) => madeBy))].filter((madeBy) => madeBy !== userId);
    const named = makers.map(async (id): Promise<[string, string]> => {
      const maker = await chat.user(id);
      return [id, maker === undefined ? id : displayName(maker)];
    });
    const names = new Map(await Promise.all(named));
    return passes.map((pass) => ({pass, by: names.get(pass.madeBy)}));
  };
