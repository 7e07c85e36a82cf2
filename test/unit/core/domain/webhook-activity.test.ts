import {describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {
  judgeValidation,
  judgeWebhooks,
  mergeActivity,
  NO_ACTIVITY,
  type WebhookActivity,
} from '../../../../server/core/domain/webhook-activity.js';

const secret = new SecretText('canary');
const complete = {webhookSecret: secret, zoomWebhookSecret: secret, signatureRequired: true};
const legacy = {...complete, zoomWebhookSecret: undefined, signatureRequired: false};
const both = ['meeting.started', 'meeting.ended'];
const activity = (changes: Partial<WebhookActivity>): WebhookActivity => ({...NO_ACTIVITY, ...changes});

describe('what is known of webhooks', () => {
  it('keeps the latest times and the needed names, in any order of writing', () => {
    const one = activity({acceptedAt: 5, refusedAt: 2, events: ['meeting.ended', 'user.created']});
    const other = activity({acceptedAt: 3, validatedAt: 7, events: ['meeting.started']});
    const together = {acceptedAt: 5, refusedAt: 2, validatedAt: 7, meetingAt: undefined, events: both};
    expect(mergeActivity(one, other)).toEqual(together);
    expect(mergeActivity(other, one)).toEqual(together);
    expect(mergeActivity(together, one)).toEqual(together);
  });
});

describe('whether webhooks arrive', () => {
  it.each([
    ['no secret in the address', {...complete, webhookSecret: undefined}, {}, 'webhook.noSecret'],
    ['no secret token', {...complete, zoomWebhookSecret: undefined}, {acceptedAt: 1}, 'webhook.noToken'],
    ['nothing, and no meeting either', complete, {}, 'webhook.none'],
    ['nothing, though a meeting was started', complete, {meetingAt: 1}, 'webhook.notSubscribed'],
    ['a wrong signature', complete, {refusedAt: 2, acceptedAt: 1, events: both}, 'webhook.refused'],
    [
      'a wrong signature, and a right validation since',
      complete,
      {refusedAt: 1, validatedAt: 2},
      'webhook.none',
    ],
    [
      'a wrong signature, mended since',
      complete,
      {refusedAt: 1, acceptedAt: 2, events: both},
      'webhook.arrived',
    ],
    [
      'only the beginnings of meetings',
      complete,
      {acceptedAt: 1, events: ['meeting.started']},
      'webhook.noEnd',
    ],
    ['only their ends', complete, {acceptedAt: 1, events: ['meeting.ended']}, 'webhook.noStart'],
    ['both', complete, {acceptedAt: 1, events: both}, 'webhook.arrived'],
    [
      'both, in the legacy connection without a token',
      legacy,
      {acceptedAt: 1, events: both},
      'webhook.arrived',
    ],
  ])('%s', (_what, settings, known, finding) => {
    expect(judgeWebhooks(settings, activity(known))).toMatchObject({id: 'webhook', finding});
  });
});

describe('whether the address was validated', () => {
  it.each([
    ['without a token none can be', legacy, {validatedAt: 1}, 'validation.noToken'],
    ['it was', complete, {validatedAt: 1}, 'validation.done'],
    ['it was not seen, but webhooks arrive', complete, {acceptedAt: 1}, 'validation.unseen'],
    ['it was not', complete, {}, 'validation.none'],
  ])('%s', (_what, settings, known, finding) => {
    expect(judgeValidation(settings, activity(known))).toMatchObject({id: 'validation', finding});
  });
});
