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
 * What is left to do for the starter once their meeting is posted. Their own card is nothing new to them, so it must
 * not leave an unread badge in a direct channel. A person who started from a profile is taken to the direct channel,
 * since they chose whom to talk to. Nobody else is taken away from what they are reading: they get a notice.
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

/** Makes one notice of two: it says what kept the meeting from opening, and keeps the ways to the card. */
export function together(first: Notice | undefined, elsewhere: Notice | undefined): Notice | undefined {
  if (first === undefined || elsewhere === undefined) return first ?? elsewhere;
  const {page, host, more} = elsewhere;
  return {...first, ...(page && {page}), ...(host && {host}), ...(more !== undefined && {more})};
}

/** Tells the starter, too, what the server has to say about their meeting. */
export function withSentence(notice: Notice | undefined, sentence: string | undefined): Notice | undefined {
  if (sentence === undefined) return notice;
  if (notice !== undefined) return {...notice, more: sentence};
  return {kind: 'done', text: {key: 'zoom.notice.started'}, more: sentence, cause: {kind: 'news'}};
}
