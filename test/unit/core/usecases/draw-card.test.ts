import {describe, expect, it} from '@jest/globals';
import {createDrawCard} from '../../../../server/core/usecases/draw-card.js';
import {browserLinkBelow} from '../../../../server/inbound/join-page/browser-link.js';
import {texts} from '../../../../server/messages/texts.js';
import {createPlannedCard, samplePlan} from '../../../support/planned-card.js';
import {attachmentOf, createSampleCard} from '../../../support/sample-card.js';
import {cardRevision} from '../../../../server/core/usecases/card-revision.js';

const translate = texts('en');
const withLink = createDrawCard({
  translate,
  signer: undefined,
  browserLink: browserLinkBelow('https://chat.example.org'),
});
const withoutLink = createDrawCard({translate, signer: undefined, browserLink: undefined});
const link =
  '[Join in the browser](https://chat.example.org/plugins/zoom/join-in-browser?card=c1&number=85512345678)';

describe('the post of a card', () => {
  it('leads its members to the join page, below all that it says itself, with nothing secret in the address', () => {
    const card = createSampleCard({id: 'c1'});
    const text = attachmentOf(withoutLink(card)).text ?? '';
    expect(attachmentOf(withLink(card)).text).toBe(`${text}\n${link}, without the Zoom app`);
  });

  it('leads nobody there once it is over, or where people register first', () => {
    const over = createSampleCard({id: 'c1', cancelledAt: 1});
    const registrationUrl = 'https://zoom.us/meeting/register/85512345678';
    const registered = createPlannedCard({id: 'c1', plan: samplePlan({registrationUrl})});
    for (const card of [over, registered]) expect(withLink(card)).toEqual(withoutLink(card));
  });

  it('is not to be written anew because the settings changed', () => {
    const card = createSampleCard();
    expect(card.shown).toBe(cardRevision(card));
    expect(withLink(card)).not.toEqual(withoutLink(card));
  });
});
