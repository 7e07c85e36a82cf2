import {personRefusal} from '../domain/who-may-start.js';
import type {Chat} from '../ports/chat.js';
import type {FindHosted, HostedCard, HostedOutcome} from './find-hosted.js';

/**
 * As `FindHosted`. A meeting without a card ('' as its id) is one that the person named by its number: whether it is
 * theirs, Zoom says when it is asked for the link.
 */
export type FindWayIn = (
  meeting: HostedCard,
) => Promise<{kind: 'hosted'; topic: string} | Exclude<HostedOutcome, {kind: 'hosted'}>>;

interface FindWayInDeps {
  findHosted: FindHosted;
  chat: Pick<Chat, 'user'>;
}

export const createFindWayIn =
  ({findHosted, chat}: FindWayInDeps): FindWayIn =>
  async (meeting) => {
    if (meeting.cardId !== '') return findHosted(meeting);
    const user = await chat.user(meeting.userId);
    if (user === undefined || personRefusal(user) !== undefined) return {kind: 'no-access'};
    return {kind: 'hosted', topic: ''};
  };
