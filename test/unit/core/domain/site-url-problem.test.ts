import {expect, it} from '@jest/globals';
import {siteUrlProblem} from '../../../../server/core/domain/site-url-problem.js';

it.each([
  ['', 'siteUrl.missing'],
  ['chat.example.org', 'siteUrl.missing'],
  ['http://chat.example.org', 'siteUrl.notHttps'],
  ['http://localhost:8065', 'siteUrl.notPublic'],
  ['https://localhost', 'siteUrl.notPublic'],
  ['https://chat.localhost', 'siteUrl.notPublic'],
  ['https://chat.local', 'siteUrl.notPublic'],
  ['https://mattermost', 'siteUrl.notPublic'],
  ['https://127.0.0.1:8065', 'siteUrl.notPublic'],
  ['https://0x7f.1', 'siteUrl.notPublic'],
  ['https://10.1.2.3', 'siteUrl.notPublic'],
  ['https://172.20.0.1', 'siteUrl.notPublic'],
  ['https://192.168.1.1/chat', 'siteUrl.notPublic'],
  ['https://[::1]', 'siteUrl.notPublic'],
  ['https://100.64.0.1', 'siteUrl.notPublic'],
  ['https://[fd00::1]', 'siteUrl.notPublic'],
  ['https://[2606:4700::1111]', undefined],
  ['https://172.32.0.1', undefined],
  ['https://chat.example.org', undefined],
  ['https://example.org/chat', undefined],
])('The Site URL "%s" is judged without asking anybody: %s', (siteUrl, problem) => {
  expect(siteUrlProblem(siteUrl, false)).toBe(problem);
});

it('In a closed network any Site URL may do, but there must be one', () => {
  expect(siteUrlProblem('http://127.0.0.1:8065', true)).toBeUndefined();
  expect(siteUrlProblem('', true)).toBe('siteUrl.missing');
});
