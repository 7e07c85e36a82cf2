import type {PostContent} from '../domain/post-content.js';
import {displayName} from '../domain/person.js';
import type {StartPlace} from '../domain/start-place.js';
import type {Chat} from '../ports/chat.js';
import {isChatError, type ChatErrorCode} from '../ports/port-error.js';
import {type AccessRefusal, checkAccess} from './check-access.js';
import type {GetInvitation, Invitation, InvitationInput, InvitationOutcome} from './get-invitation.js';
import {type ManyReadersDeps, manyReaders} from './many-readers.js';
import type {RunningStarts} from './running-starts.js';

export type PostInvitationOutcome =
  | {kind: 'posted'}
  /** So many people will read it: the person has to say first that they know. */
  | {kind: 'large-channel'; members: number}
  | AccessRefusal
  | Exclude<InvitationOutcome, {kind: 'invitation'}>
  | {kind: ChatErrorCode};

export interface PostInvitationInput extends StartPlace, InvitationInput {
  /** They know how many people read it. */
  isForMany: boolean;
}

export type PostInvitation = (input: PostInvitationInput) => Promise<PostInvitationOutcome>;

interface PostInvitationDeps extends ManyReadersDeps {
  chat: Chat;
  getInvitation: GetInvitation;
  restrictsDirectMessages: boolean;
  /** Two presses for the same meeting and place are one. */
  running: Pick<RunningStarts<PostInvitationOutcome>, 'join'>;
  /** What people read in the channel. `name`: of whoever invites. */
  write: (invitation: Invitation, name: string) => PostContent;
}

/** Posts Zoom's own invitation, with everything that stands in it, in the name of its host. */
export const createPostInvitation =
  (deps: PostInvitationDeps): PostInvitation =>
  ({channelId, rootId, ...input}) =>
    deps.running.join(
      `${input.userId} ${channelId} ${rootId} ${input.number}`,
      () => post(deps, {channelId, rootId, ...input}),
      (first) => first,
    );

async function post(deps: PostInvitationDeps, input: PostInvitationInput): Promise<PostInvitationOutcome> {
  const {channelId, rootId, isForMany} = input;
  try {
    const asker = {...input, mayPostHere: false};
    // Whether the meeting is theirs, Zoom says; no address of theirs speaks for them here.
    const access = await checkAccess({...deps, isByConsent: true, trustUnverifiedEmails: false}, asker);
    if (access.kind !== 'granted') return access;
    const members = isForMany ? undefined : await manyReaders(deps, channelId);
    if (members !== undefined) return {kind: 'large-channel', members};
    const outcome = await deps.getInvitation(input);
    if (outcome.kind !== 'invitation') return outcome;
    const content = deps.write(outcome.invitation, displayName(access.user));
    await deps.chat.createPost({channelId, rootId, content});
    return {kind: 'posted'};
  } catch (error) {
    if (!isChatError(error)) throw error;
    deps.logger.error('Mattermost failed while an invitation was posted', {error: error.message});
    return {kind: error.code};
  }
}
