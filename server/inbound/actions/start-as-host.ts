import type {Card} from '../../core/domain/card.js';
import {literal} from '../../core/domain/plain-text.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Translate} from '../../core/ports/texts.js';
import {ZoomError} from '../../core/ports/zoom.js';
import type {GetStartLink} from '../../core/usecases/get-start-link.js';
import {abortAfter} from '../../lib/abort-after.js';
import type {Action} from './action.js';
import {readSignedContext, signContext} from './signed-context.js';

const ACTION = 'start-as-host';
/** As long as Zoom's own start link lives: https://developers.zoom.us/docs/api/meetings/ */
const EXPIRES_AFTER_MS = 2 * 60 * 60 * 1000;
const ZOOM_DEADLINE_MS = 8_000;

/** `undefined` without an encryption key: nothing can be signed. */
export type DrawStartAsHost = (card: Card, translate: Translate) => PostButton | undefined;

export const createDrawStartAsHost =
  ({key, clock}: {key: Buffer | undefined; clock: Clock}): DrawStartAsHost =>
  (card, translate) =>
    key && {
      id: 'startAsHost',
      type: 'button',
      name: translate('host.button'),
      style: 'primary',
      integration: {
        url: `/plugins/zoom/api/v1/actions/${ACTION}`,
        context: {
          ...signContext(key, {
            action: ACTION,
            userId: card.host.userId,
            cardId: card.id,
            number: card.meeting.number,
            expiresAt: clock.now() + EXPIRES_AFTER_MS,
          }),
        },
      },
    };

interface StartAsHostDeps {
  key: Buffer | undefined;
  clock: Clock;
  getStartLink: GetStartLink;
}

/** The press: only the host, only through a button of ours, and the link is shown to nobody else. */
export const startAsHostAction = ({key, clock, getStartLink}: StartAsHostDeps): Action => ({
  name: ACTION,
  async press({userId, context: received, translate, logger}) {
    const context = key && readSignedContext(key, ACTION, received);
    if (context?.userId !== userId) return 'forbidden';
    if (context.expiresAt < clock.now()) return {text: translate('host.expired')};
    const {cardId, number} = context;
    const {signal, cancel} = abortAfter(clock, ZOOM_DEADLINE_MS);
    try {
      const outcome = await getStartLink({userId, cardId, number, signal});
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
