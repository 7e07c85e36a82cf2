import {
  type Entry,
  JOIN_STATES,
  type JoinableMeeting,
  type JoinLinkAnswer,
} from '../../contract/join-page.js';
import type {Refusal} from '../machine/event.js';

type Fields = Readonly<Record<string, unknown>>;

/** Something that a proxy says in the server's place is none of ours. */
const fieldsOf = (body: unknown): Fields | undefined =>
  typeof body === 'object' && body !== null ? (body as Fields) : undefined;

const isText = (value: unknown): value is string => typeof value === 'string';

/** For a link that people press: `javascript:` and the like are none. */
const webAddress = (value: unknown): string | undefined =>
  isText(value) && /^https?:\/\//i.test(value) ? value : undefined;

/** `undefined`: it is none. */
export function readMeeting(body: unknown): JoinableMeeting | undefined {
  const fields = fieldsOf(body);
  const state = JOIN_STATES.find((known) => known === fields?.['state']);
  if (fields === undefined || state === undefined) return undefined;
  const {kind, number, topic, text, name, email} = fields;
  if (!isText(number) || !isText(topic) || !isText(text)) return undefined;
  const registrationUrl = webAddress(fields['registration_url']);
  return {
    state,
    kind: kind === 'webinar' ? 'webinar' : 'meeting',
    number,
    topic,
    text,
    asks_email: fields['asks_email'] === true,
    ...(isText(name) && {name}),
    ...(isText(email) && {email}),
    ...(registrationUrl !== undefined && {registration_url: registrationUrl}),
  };
}

/** `undefined`: it is none. */
export function readEntry(body: unknown): Entry | undefined {
  const {signature, meeting_number, passcode, name, email} = fieldsOf(body) ?? {};
  if (!isText(signature) || !isText(meeting_number) || !isText(passcode) || !isText(name)) return undefined;
  return {signature, meeting_number, passcode, name, ...(isText(email) && {email})};
}

const APP_LINK = /^(zoommtg|zoomus):\/\//i;

/** `undefined`: it is none. */
export function readLink(body: unknown): JoinLinkAnswer | undefined {
  const {url: given, app_url} = fieldsOf(body) ?? {};
  const url = webAddress(given);
  if (url === undefined) return undefined;
  return {url, ...(isText(app_url) && APP_LINK.test(app_url) && {app_url})};
}

/** `undefined`: it is none. `seconds`: the header Retry-After. */
export function readRefusal(body: unknown, seconds: string | null): Refusal | undefined {
  const fields = fieldsOf(body);
  const {code, message} = fields ?? {};
  if (!isText(code) || !isText(message)) return undefined;
  const signInUrl = webAddress(fields?.['sign_in_url']);
  const registrationUrl = webAddress(fields?.['registration_url']);
  return {
    code,
    message,
    retryAfter: Math.max(0, Number(seconds) || 0) * 1000,
    ...(signInUrl !== undefined && {signInUrl}),
    ...(registrationUrl !== undefined && {registrationUrl}),
  };
}
