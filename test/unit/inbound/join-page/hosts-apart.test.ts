import type {Request, Response} from 'express';
import {describe, expect, it} from '@jest/globals';
import {hostsApart} from '../../../../server/inbound/join-page/hosts-apart.js';

const ORIGIN = 'https://join.example.org';
const CHAT = 'https://chat.example.org';
const SERVICE = 'https://zoom.example.org';
const PAGE = '/join-page/token/meeting';
const OTHER = '/api/v1/client';

/** Whether a request gets through, or there is nothing at its path. */
function asked(
  origin: string | undefined,
  publicUrl: string,
  host: string | undefined,
  path: string,
): string {
  let outcome = 'nothing';
  const response = {set: () => response} as unknown as Response;
  const request = {path, get: (name: string) => (name === 'Host' ? host : undefined)} as unknown as Request;
  const next = (problem?: unknown): void =>
    void (outcome = problem === undefined ? 'through' : JSON.stringify(problem));
  void hostsApart({origin, publicUrl})(request, response, next);
  return outcome;
}
const NOT_HERE = '{"refused":"no_such_route"}';

describe('the host of the join page', () => {
  it.each(['join.example.org', 'JOIN.example.org', 'join.example.org:443'])('A-46 answers as %s', (host) => {
    expect(asked(ORIGIN, CHAT, host, PAGE)).toBe('through');
  });

  it.each([
    ['Mattermost’s own', 'chat.example.org'],
    ['another port', 'join.example.org:8443'],
    ['another name', 'join.example.org.evil.example'],
    ['a name with a user before it', 'join.example.org@evil.example'],
    ['another path', 'evil.example/join.example.org'],
    ['nonsense', '::'],
    ['none', undefined],
  ])('A-46 answers nobody who asks for %s', (_what, host) => {
    expect(asked(ORIGIN, CHAT, host, PAGE)).toBe(NOT_HERE);
  });

  it('A-46 has nothing else of ours, and other hosts have it as ever', () => {
    for (const path of [OTHER, '/webhook', '/host', '/join-page', '/join-in-browser', '/', '/JOIN-PAGE/x']) {
      expect([path, asked(ORIGIN, CHAT, 'join.example.org', path)]).toEqual([path, NOT_HERE]);
      expect([path, asked(ORIGIN, CHAT, 'chat.example.org', path)]).toEqual([path, 'through']);
    }
  });

  it('may be the service’s own, which has all of it', () => {
    for (const path of [OTHER, PAGE]) {
      expect(asked(SERVICE, SERVICE, 'zoom.example.org', path)).toBe('through');
    }
    expect(asked(SERVICE, SERVICE, 'chat.example.org', PAGE)).toBe(NOT_HERE);
  });

  it('is none where there is no page', () => {
    expect(asked(undefined, CHAT, 'chat.example.org', PAGE)).toBe(NOT_HERE);
    expect(asked(undefined, CHAT, 'chat.example.org', OTHER)).toBe('through');
  });

  it('has the scheme’s own port in a closed network, too', () => {
    expect(asked('http://join.local', 'http://chat.local', 'join.local:80', PAGE)).toBe('through');
    expect(asked('http://join.local:8080', 'http://chat.local', 'join.local', PAGE)).toBe(NOT_HERE);
  });
});
