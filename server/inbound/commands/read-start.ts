import {readTopic} from '../../core/domain/topic.js';

/** What was typed behind `/zoom start`. */
interface TypedStart {
  /** '' for none. */
  topic: string;
  /** `undefined`: as the person has chosen for all their meetings. */
  meetingId: 'unique' | 'personal' | undefined;
}

const WORDS: ReadonlyMap<string, TypedStart['meetingId']> = new Map([
  ['--pmi', 'personal'],
  ['--new', 'unique'],
]);

/** Phones make one dash of two. */
const isWord = (part: string | undefined): boolean => WORDS.has(wordOf(part));
const wordOf = (part = ''): string => part.toLowerCase().replace(/^[—–]/u, '--');

/** `--pmi Weekly` or `Weekly --new`: a word before or behind the topic counts, one within it is the topic's. Total. */
export function readStart(typed: string): TypedStart {
  const parts = typed.trim().split(/\s+/u);
  const first = parts.findIndex((part) => !isWord(part));
  const last = parts.findLastIndex((part) => !isWord(part));
  // One that is typed later means more.
  const said = parts.findLast(
    (part, index) => isWord(part) && (first === -1 || index < first || index > last),
  );
  return {
    topic: first === -1 ? '' : readTopic(parts.slice(first, last + 1).join(' ')),
    meetingId: WORDS.get(wordOf(said)),
  };
}
