import {shorten, singleLine} from '../plain-text.js';

/** What is kept of the name by which somebody goes in Zoom. */
export interface ToldName {
  /** '': nothing that may be shown. */
  name: string;
  /** What they are called there was a telephone number, as Zoom calls those who dial in. */
  isCaller?: true | undefined;
}

const MAX_LENGTH = 64;
/** Zoom masks the middle of a number: `49*****123`, `xxx-xxx-1234`. Anything but letters may stand between digits. */
const PHONE_WORD = /^[\p{Nd}\p{P}\p{S}\p{M}\p{Cf}xX]+$/u;
const IN_PHONE_WORD = /[\p{Nd}*•xX]/gu;
const DIGIT = /\p{Nd}/gu;
/** Shorter ones are part of a name: “Room 12”. */
const MIN_SIGNS = 5;
const MIN_DIGITS = 3;
/** Within a word, as in `tel:+491701234567`. */
const LONG_NUMBER = /\p{Nd}(?:(?:(?![*•])[\p{P}\p{S}\p{M}\p{Cf}])*[\p{Nd}*•]){6,}/u;
const ADDRESS = /[^\s@＠﹫][@＠﹫][^\s@＠﹫]+\.[^\s@＠﹫]/u;
/** As Zoom calls a caller whose number it does not know. */
const CALL_IN = /^call-?in user(?![a-z])/i;

/** A name without the addresses and telephone numbers that people, and Zoom itself, write into it. */
export function toldName(typed: string): ToldName {
  const line = singleLine(typed);
  if (CALL_IN.test(line)) return {name: '', isCaller: true};
  const words = line.split(' ').filter((word) => singleLine(word) !== '');
  const numbers = words.filter((word) => PHONE_WORD.test(word)).join('');
  const hasNumber = count(numbers, IN_PHONE_WORD) >= MIN_SIGNS && count(numbers, DIGIT) >= MIN_DIGITS;
  const isNumber = (word: string): boolean => LONG_NUMBER.test(word) || (hasNumber && PHONE_WORD.test(word));
  const name = words.filter((word) => !isNumber(word) && !ADDRESS.test(word)).join(' ');
  if (name !== '') return {name: shorten(name, MAX_LENGTH)};
  return words.some(isNumber) ? {name, isCaller: true} : {name};
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** How a guest is shown. A comma behind it belongs to “Silva, Ana”. '': nothing else is left that can be seen. */
export const firstNameOf = (name: string): string =>
  singleLine((name.split(' ')[0] ?? '').replace(/[,;]+$/, ''));
