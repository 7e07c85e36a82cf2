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
        const wish = meeting && {
          topic: meeting.topic,
          ...(meeting.besides && {besides: true as const}),
          ...(meeting.meetingId !== undefined && {meetingId: meeting.meetingId}),
          ...(meeting.isForMany === true && {isForMany: true as const}),
        };
        return {...(stored && withoutWish(stored)), channelId, rootId, drawsCards, ...wish, at: clock.now()};
      });
    },
    find: async (userId) => alive(await row(userId).known()),
    async take(userId) {
      let found: StoredAskedPlace | undefined;
      await row(userId).update((stored) => {
        found = stored;
        if (stored?.topic === undefined) return undefined;
        return withoutWish(stored);
      });
      return alive(found);
    },
  };
}

const withoutWish = ({
  topic: _topic,
  besides: _besides,
  meetingId: _meetingId,
  isForMany: _isForMany,
  ...rest
}: StoredAskedPlace): StoredAskedPlace => rest;

const placeOf = ({
  channelId,
  rootId,
  drawsCards,
  topic,
  meetingId,
  ...said
}: StoredAskedPlace): AskedPlace => ({
  channelId,
  rootId,
  drawsCards,
  ...(topic !== undefined && {
    meeting: {topic, besides: said.besides === true, meetingId, isForMany: said.isForMany === true},
  }),
});
