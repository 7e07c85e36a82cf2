import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {cardFromPost, readSignedCard} from '../../../../server/core/domain/posted-card.js';
import {createDrawCard} from '../../../../server/core/usecases/draw-card.js';
import {createSigner} from '../../../../server/lib/create-signer.js';
import {texts} from '../../../../server/messages/texts.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const draw = createDrawCard({translate: texts('en'), signer: createSigner(Buffer.from('key'), 'v1')});
const {meeting} = createSampleCard();

describe('A card that is made of its post', () => {
  it.each<[string, Partial<Card>]>([
    ['waits', {}],
    ['is live', {startedAt: OPENED_AT + 1, occurrence: meeting.uuid}],
    ['has no topic of its own', {hasDefaultTopic: true}],
    ['stands in a thread', {rootId: 'root'}],
    ['has a passcode', {meeting: {...meeting, passcode: '123456'}}],
    ['has no UUID yet', {meeting: {...meeting, uuid: undefined}}],
  ])('is the one that %s, but for how Zoom knows the host and for what counts as shown', (_how, changes) => {
    const card = createSampleCard(changes);
    const signed = readSignedCard(draw(card).props);
    const {hostId: _, ...known} = card.meeting;
    const made = signed && cardFromPost(card, signed, 'acc-1');
    expect(made).toEqual({...card, meeting: known, shown: ''});
  });

  it('has the account that the settings name, if any', () => {
    const card = createSampleCard();
    const signed = readSignedCard(draw(card).props);
    expect(signed && cardFromPost(card, signed, undefined).meeting).not.toHaveProperty('accountId');
  });
});
