import {expect, it} from '@jest/globals';
import {describeFuzz, type Found} from '../../../scripts/fuzz/describe-fuzz.js';
import {readEvents} from '../../../scripts/fuzz/read-events.js';

const base64 = (text: string) => ({$base64: Buffer.from(text).toString('base64')});

/** What Schemathesis writes of one request. */
function tried(label: string, status: number, failure?: {title: string; message: string}): string {
  const result = failure
    ? {name: 'not_a_server_error', status: 'failure', failure_info: {failure}}
    : {name: 'not_a_server_error', status: 'success'};
  const interaction = {
    request: {method: 'GET', uri: 'http://127.0.0.1/x', body: null},
    response: {status_code: status, content: base64('{"code": "failed"}')},
  };
  return JSON.stringify({
    ScenarioFinished: {recorder: {label, checks: {a: [result]}, interactions: {a: interaction}}},
  });
}

const found = (role: Found['role'], ...lines: string[]): Found => ({
  role,
  tally: readEvents([JSON.stringify({EngineStarted: {}}), ...lines].join('\n')),
  effects: [],
  trouble: undefined,
});

it('is content where operations are done by somebody, and by no guest', () => {
  const all = [found('guest', tried('GET /a', 403)), found('member', tried('GET /a', 200))];
  expect(describeFuzz(all)).toEqual({
    isWell: true,
    text: [
      'As guest: 1 requests (403: 1), 0 problems.',
      'As member: 1 requests (200: 1), 0 problems.',
      '1 of 1 operations were done by somebody.',
    ].join('\n'),
  });
});

it('shows what was asked and answered where an answer is not as described', () => {
  const {isWell, text} = describeFuzz([
    found('admin', tried('GET /a', 200), tried('GET /a', 500, {title: 'Server error', message: ''})),
  ]);
  expect(isWell).toBe(false);
  expect(text).toContain('GET /a: Server error (1 times)');
  expect(text).toContain('GET http://127.0.0.1/x → 500 {"code": "failed"}');
});

it.each<[string, Found[]]>([
  ['a guest is answered', [found('guest', tried('GET /a', 200))]],
  ['most is only refused', [found('admin', tried('GET /a', 200), tried('GET /b', 429))]],
  [
    'something happened that must not',
    [{...found('member', tried('GET /a', 200)), effects: ['It is gone.']}],
  ],
  ['the program broke off', [{...found('member', tried('GET /a', 200)), trouble: 'No memory'}]],
  [
    'something could not be tried',
    [found('member', tried('GET /a', 200), JSON.stringify({NonFatalError: {label: 'GET /a'}}))],
  ],
  ['nothing was tried', [found('member')]],
])('is not content where %s', (_what, all) => {
  expect(describeFuzz(all).isWell).toBe(false);
});
