import type {Card} from '../../core/domain/card.js';
import {literal} from '../../core/domain/plain-text.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Translate} from '../../core/ports/texts.js';
import {ZoomError} from '../../core/ports/zoom.js';
import type {GetStartLink} from '../../core/usecases/get-start-link.js';
import {abortAfter} from '../../lib/abort-after.js';
import type {Action} from './action.js';
import {type ButtonDeps, drawButton} from './draw-button.js';

const ACTION = 'start-as-host';
/** As long as Zoom's own start link lives: https://developers.zoom.us/docs/api/meetings/ */
const EXPIRES_AFTER_MS = 2 * 60 * 60 * 1000;
const ZOOM_DEADLINE_MS = 8_000;

/** `undefined` without an encryption key: nothing can be signed. */
export type DrawStartAsHost = (card: Card, translate: Translate) => PostButton | undefined;

export const createDrawStartAsHost =
  (deps: ButtonDeps): DrawStartAsHost =>
  (card, translate) =>
    drawButton(deps, {
      id: 'startAsHost',
      name: translate('host.button'),
      style: 'primary',
      action: ACTION,
      userId: card.host.userId,
      livesFor: EXPIRES_AFTER_MS,
      values: {cardId: card.id, number: card.meeting.number},
    });

/** The press: the link is fetched now and shown to the host alone. */
export const startAsHostAction = ({
  clock,
  getStartLink,
}: {
  clock: Clock;
  getStartLink: GetStartLink;
}): Action => ({
  name: ACTION,
  whenExpired: 'host.expired',
  async press({user, reader: {translate}, values: {cardId = '', number = ''}, logger}) {
    const {signal, cancel} = abortAfter(clock, ZOOM_DEADLINE_MS);
    try {
      const outcome = await getStartLink({userId: user.id, cardId, number, signal});
      if (outcome.kind === 'not-the-host') return 'forbidden';
      if (outcome.kind === 'ended') return {text: translate('host.ended')};
      const url = outcome.link.reveal();
      return {text: translate('host.link', {topic: literal(outcome.topic), url})};
    } catch (error) {
      if (!(error instanceof ZoomError)) throw error;
      logger.warn('Zoom gave no start link', {problem: error.problem.kind, ...error.logFields});
      return {text: translate('host.zoomTrouble')};
    } finally {
      cancel();
    }
  },
});
