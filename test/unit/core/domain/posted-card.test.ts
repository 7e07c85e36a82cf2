import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {cardFromPost, readSignedCard, signedFacts} from '../../../../server/core/domain/posted-card.js';
import {createDrawCard} from '../../../../server/core/usecases/draw-card.js';
import {createSigner} from '../../../../server/lib/create-signer.js';
import {texts} from '../../../../server/messages/texts.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const draw = createDrawCard({
  translate: texts('en'),
  signer: createSigner(Buffer.from('key'), 'v1'),
  browserLink: undefined,
});
const {meeting} = createSampleCard();

const PLANNED: Partial<Card> = {
  kind: 'scheduled',
  plan: {
    toldAt: OPENED_AT,
    startsAt: OPENED_AT + 1,
    nextAt: OPENED_AT + 2,
    minutes: 30,
    isSeries: true,
    registrationUrl: 'https://zoom.us/meeting/register/abc',
    alternativeHosts: ['Ben'],
    panelists: ['Carla', 'Dora'],
  },
};

describe('A card that is made of its post', () => {
  it.each<[string, Partial<Card>]>([
    ['waits', {}],
    ['is live', {startedAt: OPENED_AT + 1, occurrence: meeting.uuid}],
    ['has no topic of its own', {hasDefaultTopic: true}],
    ['stands in a thread', {rootId: 'root'}],
    ['has a passcode', {meeting: {...meeting, passcode: '123456'}}],
    ['has a personal number, and waits', {kind: 'personal', meeting: {...meeting, uuid: undefined}}],
    [
      'has a personal number, and is live',
      {kind: 'personal', startedAt: OPENED_AT + 1, occurrence: meeting.uuid},
    ],
    ['was scheduled, and waits', {...PLANNED, meeting: {...meeting, uuid: undefined}}],
    ['was scheduled, and is live', {...PLANNED, startedAt: OPENED_AT + 1, occurrence: meeting.uuid}],
    [
      'is a webinar with a title of its own',
      {
        ...PLANNED,
        kind: 'webinar',
        local: {title: 'Weekly planning'},
        meeting: {...meeting, uuid: undefined},
      },
    ],
    [
      'is described here',
      {...PLANNED, local: {description: 'Bring\nnumbers.'}, meeting: {...meeting, uuid: undefined}},
    ],
    ['has no UUID yet', {meeting: {...meeting, uuid: undefined}}],
  ])('is the one that %s, but for how Zoom knows the host and for what counts as shown', (_how, changes) => {
    const card = createSampleCard(changes);
    const signed = readSignedCard(draw(card).props);
    const {hostId: _, ...known} = card.meeting;
    const made = signed && cardFromPost(card, signed, 'acc-1');
    expect(made).toEqual({...card, meeting: known, shown: ''});
  });

  it('is signed as cards were before there were personal meeting IDs', () => {
    const {zoom_card: signed} = draw(createSampleCard()).props as {zoom_card: {signed: {signature: string}}};
    expect(signed.signed.signature).toBe('v1.6B9x7C8rOy9VJv4kX6TnzcTwxO6CanN2O67oRxgvZOo');
  });

  it('is not taken for a card of the other kind', () => {
    const signer = createSigner(Buffer.from('key'), 'v1');
    const isGenuine = (card: Card, isPersonal: boolean): boolean => {
      const signed = readSignedCard({...draw(card).props, meeting_personal: isPersonal});
      return signed !== undefined && signer.hasSigned(signedFacts(card, signed), signed.signature);
    };
    const [instant, personal] = [createSampleCard(), createSampleCard({kind: 'personal'})];
    expect([isGenuine(instant, false), isGenuine(personal, true)]).toEqual([true, true]);
    expect([isGenuine(instant, true), isGenuine(personal, false)]).toEqual([false, false]);
  });

  it('is not taken for one with another plan, title or description', () => {
    const signer = createSigner(Buffer.from('key'), 'v1');
    const {props} = draw(createSampleCard(PLANNED));
    const isGenuine = (changes: Readonly<Record<string, unknown>>): boolean => {
      const zoomCard = {...(props['zoom_card'] as object), ...changes};
      const signed = readSignedCard({...props, zoom_card: zoomCard});
      return (
        signed !== undefined && signer.hasSigned(signedFacts(createSampleCard(), signed), signed.signature)
      );
    };
    expect(isGenuine({})).toBe(true);
    const changed = [
      {kind: undefined},
      {kind: 'webinar'},
      {plan: {}},
      {titled_here: true},
      {description: '?'},
    ];
    expect(changed.map(isGenuine)).toEqual(changed.map(() => false));
  });

  it('has the account that the settings name, if any', () => {
    const card = createSampleCard();
    const signed = readSignedCard(draw(card).props);
    expect(signed && cardFromPost(card, signed, undefined).meeting).not.toHaveProperty('accountId');
  });
});
