import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  addRefusals,
  type Fact,
  factOf,
  markUnmarked,
  mergeFacts,
  NO_ACTIVITY,
  type WebhookFacts,
} from '../../../../server/core/domain/webhook-activity.js';

const fact: fc.Arbitrary<Fact> = fc.record(
  {at: fc.integer({min: 1, max: 9}), secrets: fc.constantFrom('old', 'new')},
  {requiredKeys: ['at']},
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});
const facts: fc.Arbitrary<WebhookFacts> = fc.record({
  accepted: maybe(fact),
  validated: maybe(fact),
  meetingAt: maybe(fc.integer({min: 1, max: 9})),
  events: fc.dictionary(fc.constantFrom('meeting.started', 'meeting.ended'), fact),
});

describe('what is known of webhooks', () => {
  it('keeps the latest of each fact with its secrets, and the needed names alone', () => {
    const one = {
      accepted: {at: 5, secrets: 'a'},
      events: {'meeting.ended': {at: 5}, 'user.created': {at: 5}},
    };
    const other = {accepted: {at: 3, secrets: 'b'}, validated: {at: 7}, events: {'meeting.started': {at: 3}}};
    expect(mergeFacts(one, other)).toEqual({
      accepted: {at: 5, secrets: 'a'},
      validated: {at: 7},
      meetingAt: undefined,
      events: {'meeting.started': {at: 3}, 'meeting.ended': {at: 5}},
    });
  });

  it('is the same in any order and repetition, so that nodes may write over each other', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const all = mergeFacts(mergeFacts(a, b), c);
        expect(mergeFacts(a, mergeFacts(c, b))).toEqual(all);
        expect(mergeFacts(all, b)).toEqual(all);
      }),
    );
  });

  it('is of the present secrets where it carries their mark or none', () => {
    expect(
      [{at: 1}, {at: 1, secrets: 'now'}, {at: 1, secrets: 'old'}].map((one) => factOf('now', one)?.at),
    ).toEqual([1, 1, undefined]);
  });
});

describe('the count of refused webhooks', () => {
  const refused = (at: number, count: number, secrets: string) => ({address: {at, count, secrets}});

  it('adds up, in any order, with the time of the last', () => {
    const sum = refused(9, 5, 'a');
    expect(addRefusals(refused(9, 2, 'a'), refused(4, 3, 'a'))).toEqual(sum);
    expect(addRefusals(refused(4, 3, 'a'), refused(9, 2, 'a'))).toEqual(sum);
  });

  it('begins anew when the secrets change', () => {
    expect(addRefusals(refused(4, 300, 'a'), refused(9, 1, 'b'))).toEqual(refused(9, 1, 'b'));
  });

  it('counts each reason for itself', () => {
    const signature = {at: 1, count: 1, secrets: 'a'};
    expect(addRefusals(refused(4, 3, 'a'), {signature})).toEqual({...refused(4, 3, 'a'), signature});
  });
});

describe('facts that an earlier version noted', () => {
  const unmarked = {
    ...NO_ACTIVITY,
    accepted: {at: 1},
    validated: {at: 2, secrets: 'other'},
    events: {'meeting.ended': {at: 0}},
    refused: {signature: {at: 3, count: 1}},
  };

  it('are marked with the secrets in force, and those with a mark keep it', () => {
    expect(markUnmarked(unmarked, 'now')).toMatchObject({
      accepted: {at: 1, secrets: 'now'},
      validated: {at: 2, secrets: 'other'},
      events: {'meeting.ended': {at: 0, secrets: 'now'}},
      refused: {signature: {at: 3, count: 1, secrets: 'now'}},
    });
  });

  it('are not written again when all of them are marked', () => {
    expect(markUnmarked(markUnmarked(unmarked, 'now') ?? NO_ACTIVITY, 'later')).toBeUndefined();
    expect(markUnmarked(NO_ACTIVITY, 'now')).toBeUndefined();
  });
});
