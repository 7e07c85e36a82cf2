import type {AskedPlace, AskedPlaces} from '../../core/ports/asked-places.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ASKED_SECONDS, type StoredAskedPlace} from './consent-rows.js';
import {ROWS} from './rows.js';

/** One row for each person: what they asked for last counts. */
export function createAskedPlaces(deps: RowDeps): AskedPlaces {
  const {clock} = deps;
  const open = openRows(deps);
  const row = (userId: string) => open(ROWS.askedPlace, [userId]);
  const alive = (stored: StoredAskedPlace | undefined): AskedPlace | undefined =>
    stored === undefined || stored.at + ASKED_SECONDS * 1000 < clock.now() ? undefined : placeOf(stored);
  return {
    async note(userId, {channelId, rootId, drawsCards, meeting}) {
      await row(userId).update((stored) => {
        const {topic: _former, besides: _too, ...rest} = stored ?? {};
        const wish = meeting && {topic: meeting.topic, ...(meeting.besides && {besides: true as const})};
        return {...rest, channelId, rootId, drawsCards, ...wish, at: clock.now()};
      });
    },
    find: async (userId) => alive(await row(userId).known()),
    async take(userId) {
      let found: StoredAskedPlace | undefined;
      await row(userId).update((stored) => {
        found = stored;
        if (stored?.topic === undefined) return undefined;
        const {topic: _taken, besides: _too, ...rest} = stored;
        return rest;
      });
      return alive(found);
    },
  };
}

const placeOf = ({channelId, rootId, drawsCards, topic, besides}: StoredAskedPlace): AskedPlace => ({
  channelId,
  rootId,
  drawsCards,
  ...(topic !== undefined && {meeting: {topic, besides: besides === true}}),
});
