import type {StartedCard} from '../api/answers.js';
import type {Api} from '../api/create-api.js';
import type {HostState} from '../mattermost/host-state.js';
import type {Page} from '../mattermost/page.js';
import {isDirectChannel, isInSight, pathToPerson, pathToPost, type Place} from '../mattermost/place.js';
import type {Notice} from '../state/client-state.js';
import type {StartAt} from '../state/start-at.js';

interface AfterStartDeps {
  api: Pick<Api, 'markViewed'>;
  page: Pick<Page, 'navigate'>;
  hostState: () => HostState;
}

/**
 * What is left to do for the starter once their meeting is posted. Their own card is nothing new to them, so that a
 * direct channel gets no badge by it. A person who starts from a profile is led to the direct channel: with whom they want
 * to talk they said themselves. Nobody is led away from what they read otherwise: they get a notice.
 */
export function afterStart(
  {api, page, hostState}: AfterStartDeps,
  {personId}: StartAt,
  place: Place,
  card: StartedCard | undefined,
): Notice | undefined {
  const state = hostState();
  const isDirect = personId !== undefined || isDirectChannel(state, place.channelId);
  if (isDirect) void api.markViewed(place.channelId);
  if (isInSight(state, place)) return undefined;
  const path = personId === undefined ? undefined : pathToPerson(state, personId);
  if (path !== undefined) {
    page.navigate(path);
    return undefined;
  }
  if (card === undefined) return undefined;
  const {postId, cardId, meetingId} = card;
  return {
    kind: 'done',
    text: {key: place.rootId === '' ? 'zoom.notice.inChannel' : 'zoom.notice.inThread'},
    page: {key: 'zoom.notice.toCard', path: pathToPost(state, place, postId)},
    host: {cardId, meetingId},
    cause: {kind: 'out-of-sight', place},
  };
}

/** One notice of two: what kept the meeting from opening is said first, the ways to the card stay. */
export function together(first: Notice | undefined, elsewhere: Notice | undefined): Notice | undefined {
  if (first === undefined || elsewhere === undefined) return first ?? elsewhere;
  const {page, host} = elsewhere;
  return {...first, ...(page && {page}), ...(host && {host})};
}
