import {endOfDay} from '../../core/domain/end-of-day.js';
import {readNamedMeeting} from '../../core/domain/named-meeting.js';
import {shorten} from '../../core/domain/plain-text.js';
import {readTopic} from '../../core/domain/topic.js';
import type {NamedStreamUrl} from '../../core/usecases/revoke-stream-url.js';
import {readCode} from '../../lib/spoken-code.js';
import {readStreamToken} from '../stream-address.js';

/** What was typed behind `/zoom stream-url`. */
export type StreamWish =
  | {kind: 'list'}
  /** `named`: undefined where nothing could be read. */
  | {kind: 'revoke'; named: NamedStreamUrl | undefined}
  | {
      kind: 'make';
      /** A number or a link, as it was typed; '': the meeting of theirs that is open here. */
      meeting: string;
      /** '': it gets none. */
      name: string;
      /** ms since the epoch; `undefined`: they named no date. */
      until: number | undefined;
    }
  /** They named one, and it is none. */
  | {kind: 'no-date'};

const MAX_NAME_LENGTH = 80;
/** Within quotes it is part of a name. */
const UNTIL = /(?:^|\s)until(?:\s+([^"“”„«»]*))?$/iu;

/** `855 1234 5678 "Main stage" until 2026-12-24`, or `list`, or `revoke` with what is to be revoked. Total. */
export function readStreamWish(typed: string, timeZone: string): StreamWish {
  const [, verb = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/su.exec(typed.trim()) ?? [];
  if (/^list$/i.test(verb) && rest === '') return {kind: 'list'};
  if (/^revoke$/i.test(verb)) return {kind: 'revoke', named: readNamed(rest.trim())};
  const found = UNTIL.exec(typed.trim());
  const until = found === null ? undefined : endOfDay((found[1] ?? '').trim(), timeZone);
  if (found !== null && until === undefined) return {kind: 'no-date'};
  const text = typed.trim().slice(0, found?.index);
  // A name alone is about the meeting that is open here.
  const {meeting, words} = /^["“„«]/u.test(text) ? {meeting: '', words: text} : readNamedMeeting(text);
  return {kind: 'make', meeting, name: shorten(readTopic(words), MAX_NAME_LENGTH), until};
}

function readNamed(typed: string): NamedStreamUrl | undefined {
  const token = readStreamToken(typed);
  if (token !== undefined) return {token};
  const id = readCode(typed);
  return id === undefined ? undefined : {id};
}
