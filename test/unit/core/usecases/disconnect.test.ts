import {expect, it} from '@jest/globals';
import type {GrantState} from '../../../../server/core/domain/grant.js';
import {createDisconnect} from '../../../../server/core/usecases/disconnect.js';
import {ana} from '../../../support/people.js';

/** Of a person of whom this is stored, and whose record yields nothing that Zoom could be told of. */
const disconnectFrom = async (state: GrantState) => {
  const done: string[] = [];
  const outcome = await createDisconnect({
    grants: {find: async () => state, remove: async () => void done.push('removed')},
    giveBack: async () => void done.push('given back'),
    audit: ({event}) => void done.push(event),
  })({userId: ana.id, consent: 'person'});
  return [outcome.kind, ...done];
};

it.each(['unreadable', 'key-lost'] as const)(
  'what is stored and %s is deleted, and said to be, since Zoom cannot be told',
  async (because) => {
    expect(await disconnectFrom({kind: 'ended', because})).toEqual(['deleted', 'removed', 'disconnect']);
  },
);

it.each([{kind: 'none'}, {kind: 'ended', because: 'revoked'}] as const)(
  'whoever has %j is not connected, and leaves no record either',
  async (state) => {
    expect(await disconnectFrom(state)).toEqual(['was-not', 'removed']);
  },
);
