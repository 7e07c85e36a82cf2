import {harmless} from '../../core/domain/harmless.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {Clock} from '../../core/ports/clock.js';
import type {GetStartLink} from '../../core/usecases/get-start-link.js';
import {abortAfter} from '../../lib/abort-after.js';
import type {Action} from './action.js';
import {type ButtonDeps, type Drawing, drawButton, withButtons} from './draw-button.js';

export const START_AS_HOST = 'start-as-host';
/** As long as Zoom's own start link lives: https://developers.zoom.us/docs/api/meetings/ */
export const HOST_WAY_LIVES_MS = 2 * 60 * 60 * 1000;
const ZOOM_DEADLINE_MS = 8_000;

/** Whose meeting it is. */
export interface HostedMeeting {
  userId: string;
  cardId: string;
  number: string;
}

/** `undefined` without an encryption key: nothing can be signed. */
export type DrawStartAsHost = (meeting: HostedMeeting, drawing: Drawing) => PostButton | undefined;

export const createDrawStartAsHost =
  (deps: ButtonDeps): DrawStartAsHost =>
  ({userId, ...values}, {place, translate}) =>
    drawButton(deps, {
      id: 'startAsHost',
      name: translate('host.button'),
      style: 'primary',
      action: START_AS_HOST,
      userId,
      place,
      livesFor: HOST_WAY_LIVES_MS,
      values,
    });

interface StartAsHostDeps {
  clock: Clock;
  getStartLink: GetStartLink;
  drawStartAsHost: DrawStartAsHost;
}

/** The press where a message can be shown to one person: the link is fetched now, shown to the host and kept nowhere. */
export const startAsHostAction = ({clock, getStartLink, drawStartAsHost}: StartAsHostDeps): Action => ({
  name: START_AS_HOST,
  whenExpired: 'host.expired',
  async press({user, reader: {translate}, values: {cardId = '', number = ''}, place}) {
    const {signal, cancel} = abortAfter(clock, ZOOM_DEADLINE_MS);
    const again = drawStartAsHost({userId: user.id, cardId, number}, {place, translate});
    const outcome = await getStartLink({userId: user.id, cardId, number, signal}).finally(cancel);
    switch (outcome.kind) {
      case 'not-the-host':
        return 'forbidden';
      case 'ended':
        return {text: translate('host.ended')};
      case 'zoom-trouble':
        return withButtons(translate('host.zoomTrouble'), again);
      case 'link': {
        const topic = harmless(outcome.topic || translate('topic.default'));
        const text = translate('host.link', {topic, url: outcome.link.reveal()});
        return {...withButtons(text, again), isSecret: true};
      }
    }
  },
});
