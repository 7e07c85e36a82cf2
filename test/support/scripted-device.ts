import {isInside, type MeetingEvent, type Whereabouts} from '../../server/core/domain/events.js';
import type {Participant} from '../../server/core/domain/participant.js';
import {joins, leaves} from './meeting-story.js';

/** What somebody may do next. */
export const MOVES = ['come', 'wait', 'waitForHost', 'sendOut', 'go', 'move', 'moveBeside', 'blink'] as const;

type Place = 'gone' | Whereabouts;

export interface Step {
  move: (typeof MOVES)[number];
  /** Since the last step; longer than a move between rooms takes. */
  pause: number;
  /** Between a leave and a join that belong together. Zoom’s times are whole seconds. */
  gap: number;
  /** Zoom times the join before the leave. */
  isReversed: boolean;
  /** They come back under the same number, and Zoom tells one thing of two that mean the same. */
  isPlain: boolean;
}

/** What really happened to a device, and what Zoom tells of it. Times: seconds. */
export interface ScriptedDevice {
  place: Place;
  waitsSince: number;
  cameInAt: number;
  /** From each coming to the next going. */
  spans: [number, number][];
  events: MeetingEvent<'joined' | 'left'>[];
}

/** `as`: how Zoom names it in its first stay, its second, … */
export function scriptDevice(
  start: number,
  steps: readonly Step[],
  as: (stay: number) => Participant,
): ScriptedDevice {
  const device = createDevice(as);
  let at = start;
  for (const step of steps) {
    at += step.pause;
    STEPS[device.now.place](device, step, at);
    at += step.gap;
  }
  return device.now;
}

type Device = ReturnType<typeof createDevice>;

function createDevice(as: (stay: number) => Participant) {
  const now: ScriptedDevice = {place: 'gone', waitsSince: -1, cameInAt: -1, spans: [], events: []};
  let stay = 0;
  const isIn = (): boolean => now.place !== 'gone' && isInside(now.place);
  const goOut = (at: number): void => {
    const last = now.spans.at(-1);
    if (isIn() && last !== undefined) last[1] = at;
    now.place = 'gone';
  };
  return {
    now,
    /** The stay in the meeting goes on, in a breakout room. */
    isBeside: false,
    renew: (): number => stay++,
    says: (at: number, where: Whereabouts): unknown => now.events.push(leaves(at, as(stay), where)),
    goOut,
    comeTo(where: Whereabouts, at: number): void {
      now.events.push(joins(at, as(stay), where));
      if (!isInside(where)) goOut(at);
      else if (!isIn()) now.spans.push([at, Infinity]);
      now.place = where;
      now[isInside(where) ? 'cameInAt' : 'waitsSince'] = at;
    },
  };
}

const ARRIVALS: Partial<Record<Step['move'], Whereabouts>> = {
  come: 'meeting',
  wait: 'waitingRoom',
  waitForHost: 'forTheHost',
};

const endWait = (device: Device, {move, gap}: Step, at: number): void => {
  const {place} = device.now;
  if (place === 'gone' || (move !== 'come' && move !== 'go')) return;
  device.says(at, place);
  if (move === 'come') device.comeTo('meeting', at + gap);
  else device.goOut(at);
};

/** What a step makes of a device, by where it is; what makes no sense there changes nothing. */
const STEPS: Record<Place, (device: Device, step: Step, at: number) => void> = {
  gone(device, {move, isPlain}, at) {
    const where = ARRIVALS[move];
    if (where === undefined) return;
    if (!isPlain) device.renew();
    device.comeTo(where, at);
  },
  waitingRoom: endWait,
  forTheHost: endWait,
  meeting(device, {move, gap, isReversed, isPlain}, at) {
    if (move === 'go' || (move === 'sendOut' && !isPlain)) device.says(at, 'meeting');
    if (move === 'go') device.goOut(at);
    if (move === 'sendOut') device.comeTo('waitingRoom', at);
    // Gone and back at once.
    if (move === 'blink') {
      device.says(at, 'meeting');
      if (!isPlain) device.renew();
      device.comeTo('meeting', at + gap);
    }
    if (move === 'move') device.says(at + (isReversed ? gap : 0), 'meeting');
    if (move === 'move' || move === 'moveBeside') {
      device.comeTo('breakoutRoom', at + (isReversed ? 0 : gap));
      device.isBeside = move === 'moveBeside';
    }
  },
  breakoutRoom(device, {move, gap, isReversed, isPlain}, at) {
    if (move === 'go') {
      if (!isPlain) device.says(at, 'breakoutRoom');
      if (isPlain || device.isBeside) device.says(at, 'meeting');
      device.goOut(at);
    } else if (move === 'move') {
      device.says(at + (isReversed ? gap : 0), 'breakoutRoom');
      device.comeTo('meeting', at + (isReversed ? 0 : gap));
    }
  },
};
