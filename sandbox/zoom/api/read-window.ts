import {zoomTime} from '../zoom-time.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';

const DAY_MS = 86_400_000;

/** A span of time, both ends included. Times: ms since the epoch. */
export interface Window {
  from: number;
  to: number;
}

/** `from` and `to`, which are days (`2026-11-23`) or times, as far as they are given. Throws the refusal. */
export function readWindow({form}: SignedCall): Window {
  const window = {
    from: readEnd(form, 'from')?.at ?? Number.NEGATIVE_INFINITY,
    to: readEnd(form, 'to')?.until ?? Number.POSITIVE_INFINITY,
  };
  if (window.from > window.to) throw refusals.badWindow();
  return window;
}

/**
 * The same where Zoom goes back no further than some days at a time, and from now where nothing is said. Throws the
 * refusal for more.
 */
export function readDays(call: SignedCall, most: number, usual = 1): Window & {fields: object} {
  const now = call.state.clock.now();
  const given = readWindow(call);
  const to = Number.isFinite(given.to) ? given.to : now;
  const from = Number.isFinite(given.from)
    ? given.from
    : Math.min(to, startOfDay(now - (usual - 1) * DAY_MS));
  if (startOfDay(to) - startOfDay(from) > most * DAY_MS) throw refusals.tooLongWindow(most);
  return {from, to, fields: {from: day(from), to: day(to)}};
}

const startOfDay = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;

const day = (at: number): string => zoomTime(at).slice(0, 10);

/** A day counts to its last millisecond. */
function readEnd(form: URLSearchParams, field: 'from' | 'to'): {at: number; until: number} | undefined {
  const text = form.get(field) ?? '';
  if (text === '') return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const at = isDay || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw refusals.invalid([{field, message: 'Invalid field.'}]);
  return {at, until: isDay ? at + DAY_MS - 1 : at};
}

export const isWithin = (at: number, {from, to}: Window): boolean => at >= from && at <= to;
