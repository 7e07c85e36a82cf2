import {shorten, singleLine} from './plain-text.js';

/** Zoom's limit: https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const MAX_TOPIC_LENGTH = 200;

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
];

/** What was typed after `/zoom start`: one pair of quotes around the whole is not part of the topic. */
export function readTopic(typed: string): string {
  const line = singleLine(typed);
  const pair = QUOTES.find(
    ([open, close]) => line.length > 1 && line.startsWith(open) && line.endsWith(close),
  );
  const inner = pair === undefined ? line : line.slice(1, -1);
  // `"a" and "b"` begins and ends with a quote, but not with one pair.
  const isOnePair = pair !== undefined && !inner.includes(pair[0]) && !inner.includes(pair[1]);
  return shorten(isOnePair ? inner.trim() : line, MAX_TOPIC_LENGTH);
}

/** What a card or an intent may be called. */
interface Titled {
  topic: string;
  hasDefaultTopic?: true | undefined;
  /** What it is called here alone. */
  local?: {title?: string | undefined} | undefined;
  /** What it is called in Zoom. */
  plan?: {topic?: string | undefined} | undefined;
}

/** What it is called: here, else in Zoom, else as it was at first. */
export const shownTopic = ({topic, local, plan}: Titled): string => local?.title ?? plan?.topic ?? topic;

/** It is called by the server's word for a meeting, as nobody gave it a topic. */
export const isUntitled = ({hasDefaultTopic, local, plan}: Titled): boolean =>
  hasDefaultTopic === true && local?.title === undefined && plan?.topic === undefined;

/** '' if nobody gave one: then each reader sees the words of their own language. */
export const givenTopic = (titled: Titled): string => (isUntitled(titled) ? '' : shownTopic(titled));
