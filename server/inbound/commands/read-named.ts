import type {LinkHosts} from '../../../contract/link-rules.js';
import {readSharedLink} from '../../core/domain/shared-link.js';

/** What was typed behind a command that is about one meeting, and may be about people. */
export interface TypedNames {
  /** Digits; '': none was named. `undefined`: what was typed is neither a number nor a link to a meeting. */
  number: string | undefined;
  /** As it was typed, cleaned; `undefined`: none was. Somebody's own room has one without a number. */
  link: string | undefined;
  /** Of people, without the `@`, in the order in which they were typed. */
  names: readonly string[];
}

/** Numbers are printed in groups, and pasted as they are printed. */
const NUMBER = /^\d[\d\s\u00a0-]{7,18}\d$/u;
const PERSON = /(?<!\S)@([A-Za-z0-9][A-Za-z0-9._-]*)/gu;

/** `855 1234 5678 @ben @cleo`, in any order. Total. */
export function readNamed(typed: string, hosts: LinkHosts): TypedNames {
  const names = [...typed.matchAll(PERSON)].map(([, name = '']) => name);
  const rest = typed.replace(PERSON, ' ').trim();
  if (rest === '') return {number: '', link: undefined, names};
  if (NUMBER.test(rest)) {
    const digits = rest.replace(/\D/gu, '');
    return {number: /^\d{9,11}$/.test(digits) ? digits : undefined, link: undefined, names};
  }
  const link = readSharedLink(rest, hosts);
  return {number: link?.number || undefined, link: link?.url, names};
}
