import {addressDigest} from '../domain/address-digest.js';
import type {Card} from '../domain/card.js';
import {readEmail} from '../domain/email.js';
import type {HeardParticipant, Participant} from '../domain/participant.js';
import {displayName} from '../domain/person.js';
import {personRefusal, starterRefusal} from '../domain/who-may-start.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Grants} from '../ports/grants.js';
import {chatUnavailable, hasCode, isPortError} from '../ports/port-error.js';
import type {KnownPerson, RecentPeople} from './recent-people.js';

/**
 * Who somebody in a meeting is in Mattermost. Who is nobody there has the name that they have in Zoom. `cards`: of
 * their meeting. `ifUntold`: what becomes of somebody who could not be asked about in time. guest: they count as nobody
 * there, and are asked about again with the next that is heard of them; this never rejects · reject: with
 * `chat-unavailable`, `bot-shut-out` or `store-unavailable`, where nothing more will be heard.
 */
export type RecogniseParticipant = (
  heard: HeardParticipant,
  cards: readonly Card[],
  ifUntold: 'guest' | 'reject',
) => Promise<Participant>;

interface RecogniseParticipantDeps {
  chat: Pick<Chat, 'user' | 'userByEmail'>;
  /** Knows who has consented as a Zoom user. */
  grants: Pick<Grants, 'personOf'>;
  recentPeople: RecentPeople;
  trustUnverifiedEmails: boolean;
  /** What the work comes to, or `late` when it takes longer than a webhook can wait. The work goes on. */
  inTime: <T>(work: Promise<T>, late: () => T) => Promise<T>;
}

export const createRecogniseParticipant =
  (deps: RecogniseParticipantDeps): RecogniseParticipant =>
  async ({address, ...heard}, cards, ifUntold) => {
    const participant = {...heard, addressDigest: address && addressDigest(address)};
    const known =
      hostAmong(cards, heard.zoomUserId) ??
      (await deps.inTime(find(deps, {...participant, address}), late).catch((error: unknown) => {
        // They are told apart without it, too; a store that fails is met again by whoever records the event.
        if (!isPortError(error)) throw error;
        if (ifUntold === 'reject' && isForTheMoment(error)) throw error;
        return undefined;
      }));
    return {...participant, ...known};
  };

function late(): never {
  throw chatUnavailable('Mattermost did not say in time who somebody in a meeting is');
}

const isForTheMoment = (error: unknown): boolean =>
  hasCode(error, 'chat-unavailable', 'bot-shut-out', 'store-unavailable');

/** Mattermost need not be asked who the host of a card is. */
function hostAmong(cards: readonly Card[], zoomUserId: string | undefined): KnownPerson | undefined {
  if (zoomUserId === undefined) return undefined;
  const host = cards.findLast(({meeting}) => meeting.hostId === zoomUserId)?.host;
  return host && {userId: host.userId, name: host.name};
}

/** An address is trusted as it is for a start, and so is a consent. */
async function find(
  {chat, grants, recentPeople, trustUnverifiedEmails}: RecogniseParticipantDeps,
  {address, addressDigest: digest, zoomUserId}: Participant & Pick<HeardParticipant, 'address'>,
): Promise<KnownPerson | undefined> {
  const byAddress = async (email: string): Promise<KnownPerson | undefined> => {
    const user = await chat.userByEmail(email);
    const isTheirs = user !== undefined && readEmail(user.email) === email;
    return isTheirs && isTrusted(user, trustUnverifiedEmails) ? knownAs(user) : undefined;
  };
  const byConsent = async (id: string): Promise<KnownPerson | undefined> => {
    const userId = await grants.personOf(id);
    const user = userId === undefined ? undefined : await chat.user(userId);
    return user !== undefined && isHere(user) ? knownAs(user) : undefined;
  };
  return (
    (address && (await recentPeople.recall(`address ${digest}`, () => byAddress(address)))) ||
    (zoomUserId && (await recentPeople.recall(`zoom ${zoomUserId}`, () => byConsent(zoomUserId)))) ||
    undefined
  );
}

/** A guest of the server may not start meetings, but take part in them. */
const withoutGuest = (user: ChatUser): ChatUser => ({...user, isGuest: false});
const isHere = (user: ChatUser): boolean => personRefusal(withoutGuest(user)) === undefined;
const isTrusted = (user: ChatUser, trustUnverifiedEmails: boolean): boolean =>
  starterRefusal(withoutGuest(user), trustUnverifiedEmails) === undefined;

const knownAs = (user: ChatUser): KnownPerson => ({userId: user.id, name: displayName(user)});
