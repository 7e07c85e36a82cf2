import {harmless} from '../core/domain/harmless.js';
import {givenTopic} from '../core/domain/topic.js';
import type {Texts} from '../core/ports/texts.js';
import type {DrawArrival} from '../core/usecases/tell-host-of-arrival.js';
import {type DrawButton, withButtons} from './actions/draw-button.js';
import {startAsHost} from './actions/start-as-host.js';

/** A guest's name is whatever they typed in Zoom: the host learns on the card who it says that they are. */
export const createDrawArrival =
  ({drawButton, texts}: {drawButton: DrawButton; texts: Texts}): DrawArrival =>
  (card, {userId, name}, reader) => {
    const translate = texts(reader.locale, reader.timezone || undefined);
    const topic = givenTopic(card) || translate('topic.default');
    const text =
      userId === undefined
        ? translate('arrival.guest', {topic: harmless(topic)})
        : translate('arrival.person', {name: harmless(name, topic), topic: harmless(topic, name)});
    const values = {cardId: card.id, number: card.meeting.number};
    const button = drawButton(startAsHost, {userId: card.host.userId, values}, {place: undefined, translate});
    return withButtons(text, button);
  };
