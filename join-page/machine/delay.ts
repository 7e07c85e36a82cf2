import type {Waiting} from './state.js';

const HOST_MS = 10_000;
/** Browsers wake a page that nobody sees about once a minute. */
const HIDDEN_MS = 60_000;
const FIRST_MS = 4_000;
const LONGEST_MS = 60_000;
/** Those who were sent away together shall not come back together. */
const SPREAD_MS = 10_000;

const FORM_MS = 30_000;

/** A form that nobody has sent yet: how its meeting stands is asked now and then. */
export const formDelay = (random: number): number => aroundOf(FORM_MS, random);

const aroundOf = (milliseconds: number, random: number): number =>
  Math.round(milliseconds * (0.8 + 0.4 * random));

/**
 * How long to wait before the next try. Everybody waits a little shorter or longer than the others, and the longer
 * something is wrong, the longer they wait.
 *
 * @param random - from 0 up to 1
 */
export function delayOf(
  {waitsFor, failures, atLeast, isHurried}: Omit<Waiting, 'kind' | 'words'>,
  {isHidden, random}: {isHidden: boolean; random: number},
): number {
  if (isHurried) return 0;
  if (waitsFor === 'host') return aroundOf(Math.max(isHidden ? HIDDEN_MS : HOST_MS, atLeast), random);
  const growing = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) * (0.5 + 0.5 * random);
  return Math.max(growing, atLeast === 0 ? 0 : atLeast + SPREAD_MS * random);
}
