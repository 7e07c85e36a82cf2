import type {Card} from '../core/domain/card.js';
import type {PrivateMessage} from '../core/ports/chat.js';
import {type Drawing, withButtons} from './actions/draw-button.js';
import type {DrawStartAsHost} from './actions/start-as-host.js';

/**
 * What the starter alone reads below their card. Where the card itself is drawn with a button for the host, one line is
 * enough. `opens`: the meeting opens by itself, so that not even that is needed.
 */
export type RenderStarted = (
  card: Card,
  how: Drawing & {drawsCards: boolean; opens: boolean},
) => PrivateMessage;

export const createRenderStarted =
  ({drawStartAsHost}: {drawStartAsHost: DrawStartAsHost}): RenderStarted =>
  (card, {place, translate, drawsCards, opens}) => {
    const opening = opens ? [translate('start.opening')] : [];
    const fixed = card.postFixed === true ? [translate('start.fixedCard')] : [];
    if (drawsCards) {
      const done = opens ? opening : [translate('start.done.withoutButton')];
      return {text: [...done, ...fixed].join('\n')};
    }
    const meeting = {userId: card.host.userId, cardId: card.id, number: card.meeting.number};
    const button = drawStartAsHost(meeting, {place, translate});
    const done = translate(button === undefined ? 'start.done.withoutButton' : 'start.done');
    return withButtons([...opening, done, ...fixed].join('\n'), button);
  };
