import {useSyncExternalStore} from 'react';
import {type IntlShape, useIntl} from 'react-intl';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {useStepsSince} from '../state/ticker.js';
import {useText} from '../text/use-text.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long ago that was, in the reader's language; `undefined`: less than a minute. */
export function useAgo(time: number): string | undefined {
  const {ticker} = useServices();
  const intl = useIntl();
  const minutes = useStepsSince(ticker, time, MINUTE);
  if (minutes < 1) return undefined;
  if (minutes < 60) return intl.formatRelativeTime(-minutes, 'minute');
  if (minutes < 24 * 60) return intl.formatRelativeTime(-Math.floor(minutes / 60), 'hour');
  return intl.formatRelativeTime(-Math.floor(minutes / (24 * 60)), 'day');
}

/** A length such as "1 hour, 12 minutes". The caller words what is shorter than a minute. */
export function useLength(): (milliseconds: number) => string {
  const intl = useIntl();
  return (milliseconds) => {
    const minutes = Math.floor(milliseconds / MINUTE);
    const part = (value: number, unit: 'hour' | 'minute'): string =>
      intl.formatNumber(value, {style: 'unit', unit, unitDisplay: 'long'});
    const parts = [
      ...(minutes >= 60 ? [part(Math.floor(minutes / 60), 'hour')] : []),
      ...(minutes < 60 || minutes % 60 > 0 ? [part(minutes % 60, 'minute')] : []),
    ];
    return intl.formatList(parts, {type: 'unit'});
  };
}

/** The reader's zone and clock. */
function useClockFace() {
  const {timeZone, twelveHours} = useReader();
  const zone = timeZone === undefined ? {} : {timeZone};
  const hours =
    twelveHours === undefined
      ? ({hour: 'numeric'} as const)
      : twelveHours
        ? ({hour: 'numeric', hourCycle: 'h12'} as const)
        : ({hour: '2-digit', hourCycle: 'h23'} as const);
  return {zone, hours};
}

/** Day and time of day in the reader's zone and by their clock, as "November 30 at 2:05 PM". */
export function useDayAndTime(): (time: number) => string {
  const intl = useIntl();
  const {zone, hours} = useClockFace();
  return (time) =>
    intl.formatDate(time, {...zone, month: 'long', day: 'numeric', ...hours, minute: '2-digit'});
}

/** The time of day in the reader's zone and by their clock, and the date unless that is today. */
export function useMoment(): (time: number) => {time: string; date?: string} {
  const intl = useIntl();
  const {zone, hours} = useClockFace();
  const {ticker} = useServices();
  const day = (time: number): string =>
    intl.formatDate(time, {...zone, year: 'numeric', month: 'numeric', day: 'numeric'});
  return (time) => ({
    time: intl.formatDate(time, {...zone, ...hours, minute: '2-digit'}),
    ...(day(time) === day(ticker.now())
      ? {}
      : {date: intl.formatDate(time, {...zone, month: 'long', day: 'numeric'})}),
  });
}

/**
 * How many whole minutes it is until then, the last one counted; less than 0: since then. Drawn again each minute, and
 * so at midnight. `undefined`: no time.
 */
export function useMinutesUntil(time: number | undefined): number | undefined {
  const {ticker} = useServices();
  return useSyncExternalStore(ticker.subscribe, () =>
    time === undefined ? undefined : Math.ceil((time - ticker.now()) / MINUTE),
  );
}

/**
 * Day and time of day by the reader's calendar, as "Tomorrow, 10:00" or "Thu, December 3, 10:00"; `inside` a sentence
 * as "tomorrow, 10:00".
 */
export function useWhen(): (time: number, place?: 'inside') => string {
  const intl = useIntl();
  const say = useText();
  const {zone, hours} = useClockFace();
  const {ticker} = useServices();
  return (time, place) => {
    const days = dayOf(time, zone) - dayOf(ticker.now(), zone);
    const near = intl.formatRelativeTime(days, 'day', {numeric: 'auto'});
    const day =
      Math.abs(days) <= 1
        ? place === 'inside'
          ? near
          : capitalized(near, intl)
        : intl.formatDate(time, {
            ...zone,
            weekday: 'short',
            month: 'long',
            day: 'numeric',
            ...(Math.abs(days) > 180 ? {year: 'numeric'} : {}),
          });
    return say('zoom.plan.when', {day, time: intl.formatDate(time, {...zone, ...hours, minute: '2-digit'})});
  };
}

/** The days since the epoch, by the calendar of that zone. */
function dayOf(time: number, zone: {timeZone?: string}): number {
  const parts = new Intl.DateTimeFormat('en', {...zone, year: 'numeric', month: 'numeric', day: 'numeric'});
  const {year, month, day} = Object.fromEntries(
    parts.formatToParts(time).map(({type, value}) => [type, Number(value)]),
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / DAY;
}

const capitalized = (text: string, {locale}: IntlShape): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
