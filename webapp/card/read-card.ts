import {asRecord, asText} from '../api/request.js';
import type {Post} from '../mattermost/global-state.js';

export interface Person {
  userId: string;
  name: string;
}

/** What a card shows, read from props that anybody may have written. */
export interface CardView {
  state: 'waiting' | 'live' | 'ended';
  topic: string;
  /** Not yet judged: `allowedLink` does. */
  link: string;
  number: string;
  passcode: string;
  hostName: string;
  /** '' on cards of the official plugin: nobody can start those from here. */
  hostUserId: string;
  cardId: string;
  /** Milliseconds since the epoch. */
  openedAt: number;
  startedAt: number | undefined;
  endedAt: number | undefined;
  people: readonly Person[];
  peopleCount: number;
  isRecording: boolean;
}

const MAX_TEXT = 500;
const MAX_PEOPLE = 50;

/** Total; `undefined`: the props are not those of a card, and the post's own text is all there is to show. */
export function readCard({props, create_at: openedAt}: Post): CardView | undefined {
  const values = asRecord(props);
  const ours = asRecord(values['zoom_card']);
  const number = meetingNumber(values['meeting_id']);
  const state = stateOf(values, ours);
  const topic = text(values['meeting_topic']);
  if (state === undefined || number === '' || topic === '') return undefined;
  const people = list(ours['people']).flatMap(readPerson).slice(0, MAX_PEOPLE);
  return {
    state,
    topic,
    number,
    link: asText(values['meeting_link']),
    passcode: text(ours['passcode']),
    hostName: text(ours['host_name']) || text(values['meeting_creator_username']),
    hostUserId: text(ours['host_user_id']),
    cardId: text(ours['id']),
    openedAt,
    startedAt: time(ours['started_at']),
    endedAt: time(ours['ended_at']) ?? time(values['meeting_end_time']),
    people,
    peopleCount: Math.max(people.length, count(ours['people_count'])),
    isRecording: ours['recording'] === true,
  };
}

function stateOf(
  values: Readonly<Record<string, unknown>>,
  ours: Readonly<Record<string, unknown>>,
): CardView['state'] | undefined {
  const state = ours['state'];
  if (state === 'waiting' || state === 'live' || state === 'ended') return state;
  // Cards of the official plugin know only two.
  if (values['meeting_status'] === 'ENDED') return 'ended';
  return values['meeting_status'] === 'STARTED' ? 'live' : undefined;
}

/** As Zoom prints it: `855 1234 5678`. */
function meetingNumber(value: unknown): string {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^\d{9,15}$/.test(digits)) return '';
  const tail = digits.length > 10 ? 8 : 7;
  return [digits.slice(0, -tail), digits.slice(-tail, -4), digits.slice(-4)].join(' ');
}

function readPerson(value: unknown): readonly Person[] {
  const person = asRecord(value);
  const name = text(person['name']);
  return name === '' ? [] : [{name, userId: /^[a-z0-9]{26}$/.exec(asText(person['user_id']))?.[0] ?? ''}];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => asText(value).slice(0, MAX_TEXT).trim();
const count = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? Math.min(value, 100_000) : 0;
/** The last moment that a Date can hold. */
const LATEST = 8.64e15;
const time = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && value <= LATEST ? value : undefined;
