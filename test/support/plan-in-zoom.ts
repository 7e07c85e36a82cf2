import {zoomTrouble} from '../../server/core/ports/port-error.js';
import type {AnswerOf} from '../../server/core/ports/zoom/operation.js';
import type {operations} from '../../server/core/ports/zoom/operations.js';
import type {FakeZoom} from './fake-zoom.js';

export type ShownMeeting = AnswerOf<(typeof operations)['getMeeting']>;

/** Of the meeting that Ana has planned for two o'clock on the next day. */
export const PLANNED_NUMBER = '87712345678';
export const PLANNED_AT = Date.parse('2026-11-24T14:00:00Z');

export const shownMeeting = (changes: Partial<ShownMeeting> = {}): ShownMeeting => ({
  id: PLANNED_NUMBER,
  uuid: 'planned-uuid==',
  host_id: 'zoom-ana',
  topic: 'Quarterly review',
  type: 2,
  start_time: new Date(PLANNED_AT).toISOString().replace('.000', ''),
  duration: 60,
  timezone: 'Europe/Berlin',
  join_url: `https://zoom.us/j/${changes.id ?? PLANNED_NUMBER}?pwd=abc`,
  status: 'waiting',
  ...changes,
});

/** These meetings and webinars are planned in Zoom, and it knows no others. */
export function planInZoom(
  zoom: FakeZoom,
  {
    meetings = [],
    webinars = [],
    held = [],
  }: {
    meetings?: readonly ShownMeeting[];
    webinars?: readonly ShownMeeting[];
    /** When a webinar was held. */
    held?: readonly {uuid: string; start_time: string}[];
  },
): void {
  const find = (all: readonly ShownMeeting[], number: string, code: number): Promise<ShownMeeting> => {
    const found = all.find(({id}) => id === number);
    if (found === undefined) return Promise.reject(zoomTrouble({kind: 'refused', code}));
    return Promise.resolve(found);
  };
  zoom.operations.getMeeting = ({meetingId}) =>
    find(meetings, meetingId, webinars.some(({id}) => id === meetingId) ? 3000 : 3001);
  zoom.operations.listPanelists ??= async () => ({panelists: []});
  zoom.operations.listPastWebinarInstances = async () => ({webinars: [...held]});
  zoom.operations.getWebinar = ({webinarId}) => find(webinars, webinarId, 3001);
}
