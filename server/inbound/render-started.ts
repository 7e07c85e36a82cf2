import type {Card} from '../core/domain/card.js';
import type {PrivateMessage} from '../core/ports/chat.js';
import {type DrawButton, type Drawing, withButtons} from './actions/draw-button.js';
import {startAsHost} from './actions/start-as-host.js';

/**
 * What the starter alone reads below their card. Where the card itself is drawn with a button for the host, one line is
 * enough. `opens`: the meeting opens by itself, so that not even that is needed.
 */
export type RenderStarted = (
  card: Card,
  how: Drawing & {drawsCards: boolean; opens: boolean},
) => PrivateMessage;

export const createRenderStarted =
  ({drawButton}: {drawButton: DrawButton}): RenderStarted =>
  (card, {place, translate, drawsCards, opens}) => {
    const opening = opens ? [translate('start.opening')] : [];
    if (drawsCards) {
      return {text: translate(opens ? 'start.opening' : 'start.done.withoutButton')};
    }
    const values = {cardId: card.id, number: card.meeting.number};
    const button = drawButton(startAsHost, {userId: card.host.userId, values}, {place, translate});
    const done = translate(button === undefined ? 'start.done.withoutButton' : 'start.done');
    return withButtons([...opening, done].join('\n'), button);
  };
