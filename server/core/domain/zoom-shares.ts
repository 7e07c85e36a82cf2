import type {Share} from './share.js';

/** What an account of Zoom's is: paid, where anybody in it has a licence. */
export type ZoomPlan = 'free' | 'paid';
/** By which Zoom limits the calls of an account. */
export type RateClass = 'light' | 'medium' | 'heavy' | 'resource-intensive';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/**
 * Half of what Zoom allows, by https://developers.zoom.us/docs/api/rate-limits/ (paid: as of Pro, the smallest), so that
 * people can start meetings whatever else is asked. Zoom counts each class by itself.
 */
export const ZOOM_SHARES: Readonly<Record<ZoomPlan, Readonly<Record<RateClass, readonly Share[]>>>> = {
  free: {
    light: [
      {per: 'second', count: 2, withinMs: SECOND, atOnce: 2},
      {per: 'day', count: 3_000, withinMs: DAY, atOnce: 3_000},
    ],
    medium: [
      {per: 'second', count: 1, withinMs: SECOND, atOnce: 2},
      {per: 'day', count: 1_000, withinMs: DAY, atOnce: 1_000},
    ],
    heavy: [
      {per: 'second', count: 1, withinMs: 2 * SECOND, atOnce: 1},
      {per: 'day', count: 500, withinMs: DAY, atOnce: 500},
    ],
    'resource-intensive': [{per: 'second', count: 5, withinMs: MINUTE, atOnce: 2}],
  },
  paid: {
    light: [{per: 'second', count: 15, withinMs: SECOND, atOnce: 15}],
    medium: [{per: 'second', count: 10, withinMs: SECOND, atOnce: 10}],
    heavy: [
      {per: 'second', count: 2, withinMs: SECOND, atOnce: 2},
      {per: 'day', count: 15_000, withinMs: DAY, atOnce: 7_500},
    ],
    'resource-intensive': [{per: 'second', count: 5, withinMs: MINUTE, atOnce: 2}],
  },
};
