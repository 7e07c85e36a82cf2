import {afterEach, describe, expect, it} from '@jest/globals';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {explainRefusal} from '../../../../server/inbound/explain-refusal.js';
import {texts} from '../../../../server/messages/texts.js';
import {answerJson, answerText, type Behaviour} from '../../../support/fault-server.js';
import {errorOf, hostWith, noHurry, startZoomUnderTest, type ZoomUnderTest} from './zoom-under-test.js';

let under: ZoomUnderTest;
afterEach(() => under.server.close());

/** What becomes of an answer of Zoom's, and what people read. */
async function told(answer: Behaviour): Promise<{problem: ZoomProblem; text: string | undefined}> {
  under = await startZoomUnderTest({api: answer});
  const zoom = under.zoom.as(hostWith('user-1'), noHurry());
  const {problem} = await errorOf(
    zoom.operations.addMeetingRegistrant({
      meetingId: '85512345678',
      email: 'ana@example.org',
      first_name: 'Ana',
    }),
  );
  return {problem, text: explainRefusal(texts('en'), problem)};
}
const saying = (status: number, code: number, message = '') => told(answerJson(status, {code, message}));

describe('A number of Zoom’s that stands for several things', () => {
  it.each([
    [400, 200, 'Only available for Paid account: abc.', 'for paid accounts alone'],
    [400, 200, 'Webinar plan is missing. You must subscribe to the webinar plan.', 'no webinar licence'],
    [400, 200, 'No permission.', 'role of this Zoom user'],
    [400, 3000, 'You cannot schedule a meeting for ben@example.org', 'Schedule Privilege'],
    [400, 3000, 'Cannot access webinar info.', 'belongs to a webinar'],
    [400, 3000, 'User is inactive or blocked.', 'inactive or blocked'],
    [404, 1001, 'Meeting does not exist: 85512345678.', 'no such meeting'],
    [404, 1001, 'User does not exist: ana.', 'no such user'],
    [400, 300, 'Registration has not been enabled for this meeting: 85512345678.', 'registration is off'],
    [404, 404, 'Registration has not been enabled for this meeting: 85512345678.', 'registration is off'],
  ])('%i %i %j is told by its words', async (status, code, message, words) => {
    const {problem, text} = await saying(status, code, message);
    expect(problem).toMatchObject({kind: 'refused', code});
    expect(text).toContain(words);
  });

  it('and says nothing more is left to the caller', async () => {
    const {problem, text} = await saying(400, 3000, 'Something else.');
    expect([problem, text]).toEqual([{kind: 'refused', code: 3000}, undefined]);
  });

  it('is a missing scope where it names one, and no sign-in at all of a JWT app', async () => {
    const {problem} = await saying(
      400,
      200,
      'Invalid access token, does not contain scopes:[webinar:write].',
    );
    expect(problem).toEqual({kind: 'missing-scope', scopes: ['webinar:write']});
    await under.server.close();
    expect((await saying(400, 200, 'Account does not enabled REST API.')).problem).toEqual({
      kind: 'unauthorized',
      because: 'no-jwt',
    });
  });
});

describe('A number of Zoom’s', () => {
  it.each([
    [400, 1005, 'another one, or invite'],
    [409, 1005, 'another one, or invite'],
    [400, 1114, 'alternative hosts'],
    [400, 1120, 'once more'],
    [403, 2305, 'by e-mail only'],
    [403, 2306, 'scheduled for somebody else'],
    [403, 2314, 'AI Companion is switched off'],
    [404, 3001, 'Check the number'],
    [400, 3002, 'Try again when it is over'],
    [400, 3018, 'personal meeting room'],
    [400, 3043, 'As many have registered'],
    [400, 3161, 'host or schedule meetings'],
    [404, 3301, 'no cloud recording'],
    [404, 3322, 'no transcript'],
    [400, 12702, 'more than a year'],
  ])('%i %i has a sentence that says what to do', async (status, code, words) => {
    const {problem, text} = await saying(status, code);
    expect(problem).toEqual({kind: 'refused', code});
    expect(text).toContain(words);
  });
});

describe('A limit of a day', () => {
  const limited = (message: string) => saying(429, 429, message);

  it.each([
    ['You have reached the maximum daily rate limit for this API.', 'account', 'has been asked for as much'],
    [
      'You have exceeded the daily rate limit (3) of Add meeting registrant requests for the registrant.',
      'registrant',
      'three times a day',
    ],
  ])('says what it counts: %s', async (message, of, words) => {
    const {problem, text} = await limited(message);
    expect(problem).toMatchObject({kind: 'rate-limited', per: 'day', of});
    expect(text).toContain(words);
  });

  it('counts what a host creates and changes where it says nothing else', async () => {
    const {problem} = await limited(
      'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user.',
    );
    expect(problem).toEqual({
      kind: 'rate-limited',
      per: 'day',
      resumesAt: Date.parse('2026-11-24T00:00:00Z'),
    });
  });
});

it('A page that is not found is not Zoom’s, whatever it holds, unless it says what only Zoom says', async () => {
  expect((await told(answerText(404, 'Registration has not been enabled for this'))).problem.kind).toBe(
    'not-zoom',
  );
});
