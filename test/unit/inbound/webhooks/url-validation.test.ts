import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {urlValidation} from '../../../../server/inbound/webhooks/url-validation.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';
import {signWebhook, ZOOM_SECRET} from '../../../support/sign-webhook.js';

let logger = createRecordingLogger();
beforeEach(() => void (logger = createRecordingLogger()));
const validate = (plainToken: unknown, token = ZOOM_SECRET) =>
  urlValidation.receive({
    body: {event: 'endpoint.url_validation', payload: {plainToken}},
    authenticity: 'fresh',
    token: new SecretText(token),
    receivedAt: 0,
    logger,
  });

describe("Zoom's validation of the webhook address", () => {
  it('has the name by which Zoom sends it', () => {
    expect(urlValidation.name).toBe('endpoint.url_validation');
  });

  it('W-11 gets the token back with its HMAC', async () => {
    const plainToken = 'Kn5a3Wv7SP6YP5b4BWfZpg';
    expect(await validate(plainToken)).toEqual({
      status: 200,
      json: {plainToken, encryptedToken: '2a41c3138d2187a756c51428f78d192e9b88dcf44dd62d1b081ace4ec2241e0a'},
    });
  });

  it('W-13 never signs what could be an event: the answer would be the signature of a forgery', async () => {
    const body = '{"event":"meeting.ended"}';
    const forgery = signWebhook(body, 1_795_442_400_000);
    expect(await validate(`v0:${forgery['x-zm-request-timestamp']}:${body}`)).toEqual({status: 400});
  });

  it.each([
    [undefined],
    [null],
    [22],
    [['Kn5a3Wv7SP6YP5b4BWfZpg']],
    [''],
    ['short'],
    ['x'.repeat(65)],
    ['x'.repeat(10_240)],
    ['Kn5a3Wv7SP6YP5b4BWfZpg\n'],
    ['Kn5a3Wv7SP6Y:5b4BWfZpg'],
    ['Kn5a3Wv7SP6Y P5b4BWfZpg'],
  ])('W-13 is refused for the token %j', async (plainToken) => {
    expect(await validate(plainToken)).toEqual({status: 400});
  });

  it('is not signed without a secret: the address alone signs nothing', async () => {
    const body = {payload: {plainToken: 'Kn5a3Wv7SP6YP5b4BWfZpg'}};
    const answer = await urlValidation.receive({
      body,
      authenticity: 'fresh',
      token: undefined,
      receivedAt: 0,
      logger,
    });
    expect(answer).toEqual({status: 204});
    expect(logger.lines).toMatchObject([{level: 'warn', message: expect.stringContaining('is not set')}]);
  });
});
