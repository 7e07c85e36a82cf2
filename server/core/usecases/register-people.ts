import {readEmail} from '../domain/email.js';
import {displayName} from '../domain/person.js';
import {SecretText} from '../domain/secret-text.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import {MAX_TOPIC_LENGTH} from '../domain/topic.js';
import {starterRefusal} from '../domain/who-may-start.js';
import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import type {Chat, ChatUser, PrivateMessage} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import {findOwnNumber, type OwnNumber} from './find-own-number.js';
import {findRecipients, type NotMeant} from './find-recipients.js';
import type {IdentifyDeps} from './identify-in-zoom.js';
import {explainObstacle, type Obstacle} from './obstacle.js';
import type {TellPerson} from './tell-person.js';

/** Why somebody was not registered, or has no link. */
export type NotRegistered =
  | NotMeant
  /** Mattermost does not know that the address is theirs. */
  | 'email-unconfirmed'
  | 'email-missing'
  /** Nobody else can register any more. */
  | 'full'
  /** Zoom registers an address three times a day. */
  | 'too-often'
  /** The host asks questions that only the person can answer. */
  | 'questions'
  | 'zoom'
  /** There was no time left. */
  | 'not-tried'
  /** They are registered, and have to be approved by the host first: Zoom writes to them. */
  | 'pending'
  /** They are registered, and Zoom writes to them; the link could not be sent here. */
  | 'not-told';

export interface Registrations {
  /** By user name: they have their link by direct message. */
  registered: readonly string[];
  missed: readonly {name: string; because: NotRegistered}[];
}

export type RegisterOutcome =
  | ({kind: 'registered'; topic: string} & Registrations)
  /** Nobody was named: the page where people register by themselves. */
  | {kind: 'page'; topic: string; url: string}
  /** Whoever wants to can join without. `url`: undefined where it leads to an address that is not trusted. */
  | {kind: 'open'; topic: string; url: string | undefined}
  | Extract<OwnNumber, {kind: 'gone' | 'not-the-host'}>
  | Obstacle;

export interface RegisterInput {
  userId: string;
  user: Promise<ChatUser | undefined>;
  number: string;
  /** As they were typed, without the `@`. */
  names: readonly string[];
  /** Ids by user name, as Mattermost found them in the team of the person who typed. */
  mentions: ReadonlyMap<string, string>;
  signal: AbortSignal;
}

export type RegisterPeople = (input: RegisterInput) => Promise<RegisterOutcome>;

/** For whom somebody is registered, and by whom. */
export interface Registered {
  topic: string;
  /** Theirs alone. */
  link: SecretText;
  /** Of whoever registered them. */
  name: string;
}

export interface RegisterPeopleDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  chat: Pick<Chat, 'user'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
  tellPerson: TellPerson;
  hosts: LinkHosts;
  /** What `person` reads. */
  write: (registered: Registered, person: ChatUser) => PrivateMessage;
}

const TROUBLE = 'Zoom registered nobody';

/** Registers people for a meeting or webinar of the person's own. Each gets their own link, which nobody else sees. */
export const createRegisterPeople =
  ({zoom, ...deps}: RegisterPeopleDeps): RegisterPeople =>
  async (input) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    const nextAt = deps.allowance.spend(input.userId, {id: deps.newId(), at: deps.clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    try {
      const own = await findOwnNumber(
        {...deps, zoom},
        {user: await input.user, number: input.number},
        input.signal,
      );
      return own.kind === 'own' ? await registerFor(deps, input, own) : own;
    } catch (error) {
      return explainObstacle(deps.logger, TROUBLE, error);
    }
  };

type Deps = Omit<RegisterPeopleDeps, 'zoom'>;
type Own = Extract<OwnNumber, {kind: 'own'}>;

async function registerFor(deps: Deps, input: RegisterInput, own: Own): Promise<RegisterOutcome> {
  const {shown} = own.found;
  const topic = shorten(singleLine(shown.topic ?? ''), MAX_TOPIC_LENGTH);
  const {registration_url: page, join_url: link} = shown;
  if (page === undefined)
    return {kind: 'open', topic, url: isMeetingLink(link, deps.hosts) ? link : undefined};
  if (input.names.length === 0) {
    return isMeetingLink(page, deps.hosts)
      ? {kind: 'page', topic, url: page}
      : {kind: 'open', topic, url: undefined};
  }
  const {people, missed} = await findRecipients(deps.chat, input);
  const host = await input.user;
  const name = host === undefined ? '' : displayName(host);
  const results: {name: string; because: NotRegistered | 'registered'}[] = [...missed];
  // One after the other: Zoom is not to be asked for twenty at once.
  for (const person of people) {
    const because = await registerOne(deps, input, own, {person, topic, name});
    results.push({name: person.username, because});
  }
  return {
    kind: 'registered',
    topic,
    registered: results.filter(({because}) => because === 'registered').map((one) => one.name),
    missed: results.flatMap((one) => (one.because === 'registered' ? [] : [{...one, because: one.because}])),
  };
}

interface Guest {
  person: ChatUser;
  topic: string;
  name: string;
}

async function registerOne(
  deps: Deps,
  {userId, number, signal}: RegisterInput,
  {zoom, found}: Own,
  {person, topic, name}: Guest,
): Promise<NotRegistered | 'registered'> {
  if (signal.aborted) return 'not-tried';
  const email = readEmail(person.email);
  if (email === undefined) return 'email-missing';
  // Nobody is registered by an address that may be somebody else's.
  if (starterRefusal({...person, isGuest: false}, deps.trustUnverifiedEmails) !== undefined)
    return 'email-unconfirmed';
  const registrant = {email, ...namesOf(person)};
  try {
    const {join_url: link} =
      found.kind === 'webinar'
        ? await zoom.operations.addWebinarRegistrant({webinarId: number, ...registrant})
        : await zoom.operations.addMeetingRegistrant({meetingId: number, ...registrant});
    if (link === undefined) return 'pending';
    if (!isMeetingLink(link, deps.hosts)) return 'not-told';
    const message = deps.write({topic, link: new SecretText(link), name}, person);
    return (await deps.tellPerson(userId, person, message)) === 'told' ? 'registered' : 'not-told';
  } catch (error) {
    return reasonOf(deps.logger, error);
  }
}

/** Zoom wants a first name. */
function namesOf(person: ChatUser): {first_name: string; last_name?: string} {
  const [first, last] = [singleLine(person.firstName).slice(0, 64), singleLine(person.lastName).slice(0, 64)];
  if (first === '') return {first_name: displayName(person).slice(0, 64)};
  return {first_name: first, ...(last !== '' && {last_name: last})};
}

/** Zoom's numbers: 3043 full · 300 a question without an answer; who registers too often is refused for the day. */
function reasonOf(logger: Logger, error: unknown): NotRegistered {
  if (!hasCode(error, 'zoom-trouble')) throw error;
  const {problem, logFields} = error.details;
  if (problem.kind === 'refused' && problem.code === 3043) return 'full';
  if (problem.kind === 'invalid') return 'questions';
  if (problem.kind === 'rate-limited' && problem.per === 'day') return 'too-often';
  logger.warn(TROUBLE, {problem: problem.kind, ...logFields});
  return 'zoom';
}
