import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {z} from 'zod';
import {cardSchema} from '../../../../server/outbound/store/card-schema.js';
import {jsonFormat} from '../../../../server/outbound/store/json-format.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const format = jsonFormat(z.array(cardSchema), []);

describe('a stored row', () => {
  it('P5 is read as it was written', () => {
    const cards = [
      createSampleCard(),
      createSampleCard({occurrence: 'u', startedAt: OPENED_AT, endReceivedAt: OPENED_AT, postGone: true}),
    ];
    expect(format.decode(format.encode(cards))).toEqual(cards);
  });

  it('keeps every field of a card', () => {
    const full = createSampleCard({
      occurrence: 'u',
      startedAt: 1,
      endedAt: 2,
      startReceivedAt: 3,
      endReceivedAt: 4,
      postGone: true,
    });
    full.meeting.passcode = '123456';
    expect(format.decode(JSON.stringify([full]))).toEqual([full]);
  });

  it.each([undefined, '', '{', 'null', '{}', '[{"id":"x"}]', '[null]'])(
    'that is absent or damaged, %j, is empty',
    (stored) => {
      expect(format.decode(stored)).toEqual([]);
    },
  );

  it('P5 never throws, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(Array.isArray(format.decode(stored))).toBe(true);
      }),
    );
  });
});
