import {describe, expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import type {Card} from '../../../../server/core/domain/card.js';
import {settleCard} from '../../../../server/core/domain/settle-card.js';
import {renderCard} from '../../../../server/core/usecases/render-card.js';
import {texts} from '../../../../server/messages/texts.js';
import {after, begins, ends, joins, leaves, second} from '../../../support/meeting-story.js';

const DAY = 24 * 60 * 60;
const people = Array.from({length: 12}, (_, index) =>
  joins(index, {stayId: `2${index}`, name: `Guest${index} X`}),
);
const story = [
  begins(0),
  ...people,
  joins(20, {stayId: '9', name: '+49 170 1234567'}),
  leaves(50, {stayId: '21'}),
];
const over = after(...story, ends(90));
const dayLater = second(90 + DAY + 1);
const settled = settleCard(over, dayLater);

describe('A card that was over a day ago', () => {
  it('keeps of its people what it shows, and looks the same', () => {
    expect(settled.stays).toBeUndefined();
    expect(settled.attendees).toMatchObject({count: 13});
    expect(settled.attendees?.people).toHaveLength(8);
    expect(renderCard(settled, texts('en'))).toEqual(renderCard(over, texts('en')));
  });

  it('stays as it is, whatever is told of people later', () => {
    expect(applyEvent(settled, joins(99, {stayId: '99', name: 'Late'}))).toBe(settled);
    expect(settleCard(settled, dayLater)).toBe(settled);
  });
});

describe('A card keeps everything', () => {
  it.each<[string, Card, number]>([
    ['for a day after its end', over, second(90 + DAY)],
    ['while it is live', after(...story), second(30 * DAY)],
    ['where Zoom told of nobody', after(begins(0), ends(90)), dayLater],
  ])('%s', (_when, card, now) => {
    expect(settleCard(card, now)).toBe(card);
  });
});
