import {createHash} from 'node:crypto';
import type {Card} from '../domain/card.js';
import type {Translate} from '../ports/texts.js';
import {renderCard} from './render-card.js';

/** A text in no language: which one it is, and what fills it. */
const textItself: Translate = (key, values) => JSON.stringify([key, values]);

/**
 * Two cards of the same revision look the same. It follows from the rendering, so that no fact that is shown can be
 * forgotten, and is the same in every language. 22 characters, for the record of the card.
 */
export const cardRevision = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify(renderCard(card, textItself)))
    .digest('base64url')
    .slice(0, 22);

/** Whether the post lags behind the card. The next one to touch the card shows it. */
export const needsShowing = (card: Card): boolean =>
  card.postGone !== true && card.postFixed !== true && card.shown !== cardRevision(card);
