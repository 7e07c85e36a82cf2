import {describe, expect, it} from '@jest/globals';
import type {ZoomProblem} from '../../../server/core/domain/zoom-problem.js';
import type {NotConnected} from '../../../server/core/usecases/start-outcome.js';
import {describeZoomProblem} from '../../../server/inbound/describe-zoom-problem.js';
import {readerFor} from '../../../server/inbound/reader.js';
import {texts} from '../../../server/messages/texts.js';
import {admin, ana} from '../../support/people.js';

const settingsUrl = 'https://chat.example.org/admin_console/plugins/plugin_zoom';
const resumesAt = Date.parse('2026-11-24T00:00:00Z');

type Trouble = Exclude<ZoomProblem, NotConnected>;

/** Every problem; the type asks for each kind. */
const PROBLEMS: {[Kind in Trouble['kind']]: [Trouble & {kind: Kind}, string][]} = {
  unreachable: [[{kind: 'unreachable'}, 'cannot reach Zoom right now']],
  proxy: [
    [{kind: 'proxy', proxy: 'proxy.example:3128', because: 'credentials', status: 407}, 'through a proxy'],
    [{kind: 'proxy', proxy: 'proxy.example:3128', because: 'refused', status: 403}, 'through a proxy'],
    [{kind: 'proxy', proxy: 'proxy.example:3128', because: 'unreachable'}, 'through a proxy'],
    [{kind: 'proxy', proxy: 'proxy.example:3128', because: 'certificate'}, 'through a proxy'],
    [{kind: 'proxy', proxy: 'HTTPS_PROXY', because: 'address'}, 'through a proxy'],
  ],
  certificate: [[{kind: 'certificate', code: 'CERT_HAS_EXPIRED'}, 'make sure that it is Zoom']],
  'not-zoom': [[{kind: 'not-zoom', status: 404}, 'other than Zoom answered']],
  timeout: [[{kind: 'timeout'}, 'Zoom did not answer within 8 seconds']],
  unauthorized: [[{kind: 'unauthorized'}, "refused this server's credentials"]],
  'missing-scope': [[{kind: 'missing-scope', scopes: []}, 'lacks a permission']],
  forbidden: [[{kind: 'forbidden'}, 'does not allow this']],
  refused: [
    [{kind: 'refused', code: 3200}, '(code 3200)'],
    [{kind: 'refused', code: 3161}, 'Ask your Zoom administrator whether it may'],
    [{kind: 'refused', code: 200, because: 'webinarPlan'}, 'has no webinar licence'],
  ],
  invalid: [
    [{kind: 'invalid', fields: []}, 'does not allow it. Nothing'],
    [{kind: 'invalid', fields: ['password', 'agenda']}, 'does not allow it (`password`, `agenda`). Nothing'],
    [{kind: 'invalid', fields: ['password', 'topic']}, 'with another topic'],
  ],
  'rate-limited': [
    [{kind: 'rate-limited', per: 'second', resumesAt: undefined}, 'too many requests'],
    [{kind: 'rate-limited', per: 'day', resumesAt: undefined}, 'you have reached that limit. Nothing'],
    [{kind: 'rate-limited', per: 'day', resumesAt}, 'You can start the next one at 01:00 GMT+1.'],
    [{kind: 'rate-limited', per: 'day', resumesAt: undefined, of: 'registrant'}, 'three times a day'],
    [{kind: 'rate-limited', per: 'day', resumesAt, of: 'account'}, 'Try again at 01:00 GMT+1.'],
    [{kind: 'rate-limited', per: 'second', resumesAt, of: 'share'}, 'for starting meetings'],
  ],
  'server-error': [[{kind: 'server-error', status: 503}, '(status 503)']],
  'not-understood': [[{kind: 'not-understood', detail: 'redirect'}, 'could not be understood']],
  'unsafe-link': [[{kind: 'unsafe-link', meetingNumber: '85512345678'}, 'meeting 85512345678']],
  'blocked-address': [[{kind: 'blocked-address'}, 'leads to a private network']],
};
const all = Object.values(PROBLEMS).flat() as [Trouble, string][];

const describeTo = (user: typeof ana, problem: Trouble, maybeCreated = false): string =>
  describeZoomProblem(readerFor(texts, user), problem, {maybeCreated, settingsUrl});

describe("Zoom's trouble in one sentence", () => {
  it.each(all)('%j holds %j', (problem, words) => {
    expect(describeTo(ana, problem)).toContain(words);
  });

  it.each(all)('%j is complete for every reader, whether or not a meeting may exist', (problem) => {
    for (const user of [ana, admin]) {
      for (const maybeCreated of [true, false]) {
        expect(describeTo(user, problem, maybeCreated)).not.toMatch(/undefined|null|NaN|[{}]| {2}| \./);
      }
    }
  });

  it.each<Trouble>([
    {kind: 'timeout'},
    {kind: 'unreachable'},
    {kind: 'server-error', status: 500},
    {kind: 'not-understood', detail: 'not-json'},
  ])('%j says that the meeting may exist where nobody knows, and only there', (problem) => {
    expect(describeTo(ana, problem, true)).toContain('look under Meetings in Zoom');
    expect(describeTo(ana, problem, false)).toContain('Nothing was created');
  });

  it('S-14 gives the end of a daily limit in the zone of the reader', () => {
    const inTokyo = {...ana, timezone: 'Asia/Tokyo'};
    expect(describeTo(inTokyo, {kind: 'rate-limited', per: 'day', resumesAt})).toContain('09:00 GMT+9');
    expect(describeTo({...ana, timezone: ''}, {kind: 'rate-limited', per: 'day', resumesAt})).toContain(
      '00:00 UTC',
    );
  });
});

describe("Zoom's trouble for an administrator", () => {
  it.each<[Trouble, string]>([
    [{kind: 'unauthorized'}, settingsUrl],
    [{kind: 'blocked-address'}, settingsUrl],
    [
      {kind: 'proxy', proxy: 'proxy.example:3128', because: 'credentials', status: 407},
      '`proxy.example:3128` did not accept the user name and the password (status 407)',
    ],
    [
      {kind: 'proxy', proxy: 'proxy.example:3128', because: 'refused', status: 403},
      '`proxy.example:3128` does not let this server reach Zoom (status 403)',
    ],
    [{kind: 'proxy', proxy: 'proxy.example:3128', because: 'unreachable'}, 'cannot reach the proxy'],
    [{kind: 'proxy', proxy: 'proxy.example:3128', because: 'certificate'}, '`NODE_EXTRA_CA_CERTS`'],
    [{kind: 'proxy', proxy: 'HTTPS_PROXY', because: 'address'}, '`HTTPS_PROXY` in the environment is not'],
    [{kind: 'certificate', code: 'CERT_HAS_EXPIRED'}, '(CERT_HAS_EXPIRED)'],
    [{kind: 'not-zoom', status: 404}, 'ends with `/v2`'],
    [{kind: 'missing-scope', scopes: ['a:b', 'c:d']}, 'lacks the scopes `a:b`, `c:d`.'],
    [{kind: 'missing-scope', scopes: ['a:b']}, 'lacks the scope `a:b`.'],
    [{kind: 'missing-scope', scopes: []}, 'lacks a scope.'],
  ])('%j says where to mend it: %s', (problem, words) => {
    expect(describeTo(admin, problem)).toContain(words);
    expect(describeTo(ana, problem)).not.toContain(words);
  });
});
