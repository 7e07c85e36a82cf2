import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readSignedContext, signContext} from '../../../../server/inbound/actions/signed-context.js';
import {ana, ben} from '../../../support/people.js';

const key = Buffer.alloc(32, 1);
const context = {
  action: 'start-as-host',
  userId: ana.id,
  expiresAt: 1_000,
  values: {cardId: 'card', number: '85512345678'},
};
const signed = signContext(key, context);

describe('the context of a button', () => {
  it('comes back as it went out', () => {
    const travelled: unknown = JSON.parse(JSON.stringify(signed));
    expect(readSignedContext(key, 'start-as-host', travelled)).toEqual(context);
  });

  it('may come back with what others have added', () => {
    expect(readSignedContext(key, 'start-as-host', {...signed, extra: 1})).toEqual(context);
  });

  it.each([
    ['another action', {...signed, action: 'delete'}],
    ['another person', {...signed, userId: ben.id}],
    ['another card', {...signed, values: {...signed.values, cardId: 'other'}}],
    ['another meeting', {...signed, values: {...signed.values, number: '85512345679'}}],
    ['a later end', {...signed, expiresAt: 2_000}],
    ['no signature', context],
    ['an empty signature', {...signed, signature: ''}],
    ['another signature', {...signed, signature: signContext(Buffer.alloc(32, 2), context).signature}],
    ['values moved between each other', {...signed, values: {cardId: '85512345678', number: 'card'}}],
    ['one value less', {...signed, values: {cardId: 'card'}}],
  ])('A-03 is not ours with %s', (_what, received) => {
    expect(readSignedContext(key, 'start-as-host', received)).toBeUndefined();
  });

  it('is for the action that it was made for', () => {
    expect(readSignedContext(key, 'delete', signed)).toBeUndefined();
  });

  it('is never ours by chance, whatever was received', () => {
    fc.assert(
      fc.property(fc.anything(), (received) => {
        expect(readSignedContext(key, 'start-as-host', received)).toBeUndefined();
      }),
    );
  });
});
