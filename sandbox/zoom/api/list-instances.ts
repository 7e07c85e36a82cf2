import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {isKnownYet} from './require-occurrence.js';
import {reachesHost} from './require-meeting.js';

/** Every time that a meeting or webinar was held, by its number, whole and not in pages. */
export const listInstances =
  (what: 'meetings' | 'webinars') =>
  (call: SignedCall): Answer => {
    const {state, id} = call;
    const gatherings: readonly AnyGathering[] = state[what];
    const found = gatherings.filter(
      (gathering) => String(gathering.number) === id && reachesHost(call, gathering),
    );
    if (found.length === 0) throw refusals.noMeeting(id);
    const rows = found
      .flatMap(({past}) => past)
      .filter((occurrence) => isKnownYet(state, occurrence))
      .map(({uuid, startedAt}) => ({uuid, start_time: zoomTime(startedAt)}));
    return {status: 200, body: {[what]: rows}};
  };
