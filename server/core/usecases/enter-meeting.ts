import {readEmail} from '../domain/email.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import type {SecretText} from '../domain/secret-text.js';
import type {SignEntry} from '../ports/sign-entry.js';
import type {Joinable} from './judge-joinable.js';
import type {LookAtJoinable, LookAtJoinableOutcome} from './look-at-joinable.js';
import type {Pass} from './read-pass.js';

/** What lets one person in, once. */
export interface GrantedEntry {
  signature: SecretText;
  number: string;
  /** Empty: the meeting has none. */
  passcode: SecretText;
  name: string;
  email: string | undefined;
}

/** Why nobody gets in now. */
export type NoEntry =
  | Exclude<LookAtJoinableOutcome, {kind: 'seen'}>
  | {kind: 'not-live'; meeting: Exclude<Joinable, {state: 'live'}>}
  /** Nothing to see is left of the name. */
  | {kind: 'name-needed'}
  /** Zoom wants to know who attends a webinar. */
  | {kind: 'email-needed'};

export type EnterOutcome = {kind: 'entry'; entry: GrantedEntry} | NoEntry;

/** As typed. */
export interface WhoEnters {
  name: string;
  email: string | undefined;
}

/** Rejects with what cards reject with. */
export type EnterMeeting = (pass: Pass, who: WhoEnters) => Promise<EnterOutcome>;

interface EnterMeetingDeps {
  lookAtJoinable: LookAtJoinable;
  /** `undefined`: there is no join page. */
  signEntry: SignEntry | undefined;
}

/** As long as a name of a registrant in Zoom. Its SDK takes 128, of which a letter beyond ASCII counts as two. */
const MAX_NAME_LENGTH = 64;
/** The SDK takes no longer one. */
const MAX_EMAIL_LENGTH = 100;

/** Lets somebody in as an attendee, with the passcode as Zoom has it now. Nobody can become a host here. */
export const createEnterMeeting =
  ({lookAtJoinable, signEntry}: EnterMeetingDeps): EnterMeeting =>
  async (pass, who) => {
    if (signEntry === undefined) return {kind: 'not-configured'};
    const name = readName(who.name);
    if (name === '') return {kind: 'name-needed'};
    const email = readShortEmail(who.email || (wantsEmail(pass) && pass.person?.email) || '');
    if (wantsEmail(pass) && email === undefined) return {kind: 'email-needed'};
    const looked = await lookAtJoinable(pass);
    if (looked.kind !== 'seen') return looked;
    const {meeting} = looked;
    if (meeting.state !== 'live') return {kind: 'not-live', meeting};
    const signature = await signEntry(pass.number);
    const {passcode} = meeting;
    return {kind: 'entry', entry: {signature, number: pass.number, passcode, name, email}};
  };

/** The SDK takes nothing in which `<script>` stands, so what people draw with these is drawn with others. */
const readName = (typed: string): string =>
  shorten(singleLine(typed), MAX_NAME_LENGTH).replaceAll('<', '‹').replaceAll('>', '›');

function readShortEmail(typed: string): string | undefined {
  const email = readEmail(singleLine(typed));
  return email === undefined || email.length > MAX_EMAIL_LENGTH || /[<>]/.test(email) ? undefined : email;
}

/** Who attends a webinar is known to Zoom by their address: https://developers.zoom.us/docs/meeting-sdk/web/webinars/ */
export const wantsEmail = ({kind}: Pick<Pass, 'kind'>): boolean => kind === 'webinar';
