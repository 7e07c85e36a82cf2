import {displayName} from '../domain/person.js';
import type {Chat, ChatUser, PrivateMessage} from '../ports/chat.js';
import {findRecipients, type NotMeant} from './find-recipients.js';
import type {GetInvitation, Invitation, InvitationInput, InvitationOutcome} from './get-invitation.js';
import type {Telling, TellPerson} from './tell-person.js';

/** Who got something, by user name, and who did not. */
export interface Delivery {
  told: readonly string[];
  missed: readonly {name: string; because: NotMeant | Exclude<Telling, 'told'>}[];
}

export type SendOutcome =
  | ({kind: 'sent'; topic: string} & Delivery)
  /** Of those who were named, nobody can get it: Zoom was not asked. */
  | ({kind: 'nobody'} & Delivery)
  | Exclude<InvitationOutcome, {kind: 'invitation'}>;

export interface SendInput extends InvitationInput {
  /** As they were typed, without the `@`. */
  names: readonly string[];
  /** Ids by user name, as Mattermost found them in the team of the person who typed. */
  mentions: ReadonlyMap<string, string>;
}

/** Rejects with what the chat rejects with. */
export type SendInvitation = (input: SendInput) => Promise<SendOutcome>;

interface SendInvitationDeps {
  chat: Pick<Chat, 'user'>;
  getInvitation: GetInvitation;
  tellPerson: TellPerson;
  /** What `person` reads. `name`: of whoever invites. */
  write: (invitation: Invitation, name: string, person: ChatUser) => PrivateMessage;
}

/** Sends Zoom's own invitation to people by direct message, in the name of its host. */
export const createSendInvitation =
  ({chat, getInvitation, tellPerson, write}: SendInvitationDeps): SendInvitation =>
  async ({names, mentions, ...input}) => {
    const {people, missed} = await findRecipients(chat, {userId: input.userId, names, mentions});
    if (people.length === 0) return {kind: 'nobody', told: [], missed};
    const outcome = await getInvitation(input);
    if (outcome.kind !== 'invitation') return outcome;
    const {invitation} = outcome;
    const user = await input.user;
    const name = user === undefined ? '' : displayName(user);
    const tellings = await Promise.all(
      people.map(async (person) => ({
        name: person.username,
        because: await tellPerson(input.userId, person, write(invitation, name, person)),
      })),
    );
    return {kind: 'sent', topic: invitation.topic, ...delivery(tellings, missed)};
  };

/** Those of `tellings` who were told, and everybody else. */
function delivery(
  tellings: readonly {name: string; because: Telling}[],
  missed: Delivery['missed'],
): Delivery {
  return {
    told: tellings.filter(({because}) => because === 'told').map(({name}) => name),
    missed: [
      ...missed,
      ...tellings.flatMap(({name, because}) => (because === 'told' ? [] : [{name, because}])),
    ],
  };
}
