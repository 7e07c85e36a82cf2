import {expect, it} from '@jest/globals';
import {judgeTrouble, troubleValues} from '../../../../server/core/domain/judge-sign-in.js';

it.each([
  [
    {kind: 'proxy', proxy: 'proxy.example:3128', because: 'refused', status: 403} as const,
    'trouble.proxy',
    {proxy: 'proxy.example:3128', because: 'refused', status: 403},
  ],
  [
    {kind: 'certificate', code: 'CERT_HAS_EXPIRED'} as const,
    'trouble.certificate',
    {code: 'CERT_HAS_EXPIRED'},
  ],
  [{kind: 'not-zoom', status: 404} as const, 'trouble.notZoom', {status: 404}],
  [{kind: 'timeout'} as const, 'trouble.timeout', {}],
])('%j is the finding %s, with what its text needs', (problem, finding, values) => {
  expect(judgeTrouble(problem)).toBe(finding);
  expect(troubleValues(problem)).toEqual(values);
});
