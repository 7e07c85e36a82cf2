import {describe, expect, it} from '@jest/globals';
import {judgeValidation, judgeWebhooks} from '../../../../server/core/domain/judge-webhooks.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {
  type Fact,
  NO_ACTIVITY,
  type WebhookActivity,
} from '../../../../server/core/domain/webhook-activity.js';

const secret = new SecretText('canary');
const complete = {webhookSecret: secret, zoomWebhookSecret: secret, signatureRequired: true};
const legacy = {...complete, zoomWebhookSecret: undefined, signatureRequired: false};

const now = (at: number): Fact => ({at, secrets: 'now'});
const before = (at: number): Fact => ({at, secrets: 'before'});
const both = (fact: Fact) => ({'meeting.started': fact, 'meeting.ended': fact});
const people = (fact: Fact) => ({'meeting.participant_joined': fact});
const arrived = (fact: Fact): Partial<WebhookActivity> => ({
  accepted: fact,
  events: {...both(fact), ...people(fact)},
});
const refused = (reason: 'address' | 'signature', fact: Fact, count = 3) => ({[reason]: {...fact, count}});
const evidence = (known: Partial<WebhookActivity>) => ({
  activity: {...NO_ACTIVITY, ...known},
  secrets: 'now',
});

describe('whether webhooks arrive', () => {
  it.each<
    [what: string, settings: typeof complete | typeof legacy, Partial<WebhookActivity>, finding: string]
  >([
    ['no secret in the address', {...complete, webhookSecret: undefined} as never, {}, 'webhook.noSecret'],
    ['no secret token', {...legacy, signatureRequired: true}, arrived(now(1)), 'webhook.noToken'],
    ['nothing, and no meeting either', complete, {}, 'webhook.none'],
    ['nothing, though a meeting was started', complete, {meetingAt: 1}, 'webhook.notSubscribed'],
    [
      'only the beginnings of meetings',
      complete,
      {accepted: now(1), events: {'meeting.started': now(1)}},
      'webhook.noEnd',
    ],
    ['only their ends', complete, {accepted: now(1), events: {'meeting.ended': now(1)}}, 'webhook.noStart'],
    ['both', complete, arrived(now(1)), 'webhook.arrived'],
    ['both, in the legacy connection without a token', legacy, arrived(now(1)), 'webhook.arrived'],
    ['both, noted by a version without marks', complete, arrived({at: 1}), 'webhook.arrived'],
    ['both, but before the secret was changed', complete, arrived(before(1)), 'webhook.before'],
    [
      'one since, and the ends only before',
      complete,
      {accepted: now(2), events: {...both(before(1)), 'meeting.started': now(2)}},
      'webhook.noEnd',
    ],
  ])('%s', (_what, settings, known, finding) => {
    expect(judgeWebhooks(settings, evidence(known))).toMatchObject({id: 'webhook', finding});
  });
});

describe('a subscription without the events about people', () => {
  const notes = (known: Partial<WebhookActivity>) =>
    judgeWebhooks(complete, evidence(known)).notes.map(({kind}) => kind);

  it('is mentioned once a meeting has ended and nobody has come, and turns nothing red', () => {
    const known = {accepted: now(1), events: both(now(1))};
    expect(judgeWebhooks(complete, evidence(known)).state).toBe('works');
    expect(notes(known)).toEqual(['unseenPeople']);
    expect(notes({...known, events: {...both(now(1)), ...people(before(1))}})).toEqual(['unseenPeople']);
  });

  it('is not mentioned where somebody has come, or where no meeting has ended', () => {
    expect(notes(arrived(now(1)))).toEqual([]);
    expect(notes({accepted: now(1), events: {'meeting.started': now(1)}})).toEqual([]);
  });
});

describe('refused webhooks', () => {
  it.each<[what: string, known: Partial<WebhookActivity>, finding: string, notes: string[]]>([
    ['of a wrong signature alone are wrong', {refused: refused('signature', now(2))}, 'webhook.refused', []],
    [
      'of a wrong signature since the last good one are wrong',
      {...arrived(now(1)), refused: refused('signature', now(2))},
      'webhook.refused',
      [],
    ],
    [
      'of a wrong signature before the last good one are a note',
      {...arrived(now(2)), refused: refused('signature', now(1))},
      'webhook.arrived',
      ['signature'],
    ],
    [
      'of a wrong signature before a validation are a note',
      {validated: now(2), refused: refused('signature', now(1))},
      'webhook.none',
      ['signature'],
    ],
    [
      'at a wrong address alone are wrong',
      {meetingAt: 1, refused: refused('address', now(2))},
      'webhook.wrongAddress',
      [],
    ],
    [
      'at a wrong address after the secret was changed are wrong',
      {...arrived(before(1)), refused: refused('address', now(2))},
      'webhook.wrongAddress',
      [],
    ],
    [
      'at a wrong address never turn a working set-up red',
      {...arrived(now(1)), refused: refused('address', now(2))},
      'webhook.arrived',
      ['address'],
    ],
    [
      'at a wrong address before a validation are a note',
      {validated: now(2), refused: refused('address', now(1))},
      'webhook.none',
      ['address'],
    ],
    [
      'of both kinds are told by the last, the other beside it',
      {refused: {...refused('address', now(2)), ...refused('signature', now(3))}},
      'webhook.refused',
      ['address'],
    ],
    [
      'of both kinds, the address last',
      {refused: {...refused('address', now(3)), ...refused('signature', now(2))}},
      'webhook.wrongAddress',
      ['signature'],
    ],
    [
      'with other secrets are forgotten',
      {refused: {...refused('address', before(3)), ...refused('signature', before(2))}},
      'webhook.none',
      [],
    ],
  ])('%s', (_what, known, finding, notes) => {
    const check = judgeWebhooks(complete, evidence(known));
    expect([check.finding, check.notes.map(({kind}) => kind)]).toEqual([finding, notes]);
  });

  it('are counted, with the time of the last', () => {
    const known = {...arrived(now(1)), refused: refused('address', now(2), 17)};
    expect(judgeWebhooks(complete, evidence(known)).notes).toEqual([
      {kind: 'address', values: {count: 17, refusedAt: 2}},
    ]);
    expect(judgeWebhooks(complete, evidence({refused: known.refused})).values).toEqual({
      count: 17,
      refusedAt: 2,
    });
  });
});

describe('whether the address was validated', () => {
  it.each<
    [what: string, settings: typeof complete | typeof legacy, Partial<WebhookActivity>, finding: string]
  >([
    ['without a token none can be', legacy, {validated: now(1)}, 'validation.noToken'],
    ['it was', complete, {validated: now(1)}, 'validation.done'],
    ['it was, noted by a version without marks', complete, {validated: {at: 1}}, 'validation.done'],
    ['it was, before the secret was changed', complete, {validated: before(1)}, 'validation.before'],
    ['it was not seen, but webhooks arrive', complete, {accepted: now(1)}, 'validation.unseen'],
    ['it was not seen, and webhooks arrived before', complete, {accepted: before(1)}, 'validation.none'],
    ['it was not', complete, {}, 'validation.none'],
  ])('%s', (_what, settings, known, finding) => {
    expect(judgeValidation(settings, evidence(known))).toMatchObject({id: 'validation', finding});
  });
});
