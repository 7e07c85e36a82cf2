import {describe, expect, it} from '@jest/globals';
import type {ZoomProblem} from '../../../server/core/domain/zoom-problem.js';
import {createDescribeObstacle} from '../../../server/inbound/describe-obstacle.js';
import {texts} from '../../../server/messages/texts.js';

const reader = {translate: texts('en', 'UTC'), isAdmin: false};
const describeObstacle = createDescribeObstacle({describeStart: ({kind}) => `as a start: ${kind}`});
const ofZoom = (problem: Exclude<ZoomProblem, {kind: 'not-connected'}>): string =>
  describeObstacle({kind: 'zoom-trouble', problem, maybeCreated: false}, reader);

describe('what keeps somebody from something of Zoom’s', () => {
  it('names the scopes that the app lacks', () => {
    expect(ofZoom({kind: 'missing-scope', scopes: ['meeting:read:invitation']})).toContain(
      'it lacks the scope `meeting:read:invitation`',
    );
    expect(ofZoom({kind: 'missing-scope', scopes: []})).toContain('it lacks a scope');
  });

  it('says that a day’s questions are over, and until when', () => {
    const resumesAt = Date.parse('2026-11-24T00:00:00Z');
    expect(ofZoom({kind: 'rate-limited', per: 'day', resumesAt})).toBe(
      'Zoom answers no more questions of this server today, until 00:00 UTC. Try again then.',
    );
    expect(ofZoom({kind: 'rate-limited', per: 'day', resumesAt: undefined})).toBe(
      'Zoom answers no more questions of this server today. Try again then.',
    );
  });

  it('does not speak of a meeting that was to be created', () => {
    expect(ofZoom({kind: 'refused', code: 3161})).toContain('Zoom refused this (code 3161)');
    expect(ofZoom({kind: 'invalid', fields: ['topic']})).toContain('Zoom refused this (code 300)');
  });

  it('is told as for a start otherwise', () => {
    expect(ofZoom({kind: 'timeout'})).toBe('as a start: zoom-trouble');
    expect(describeObstacle({kind: 'not-configured'}, reader)).toBe('as a start: not-configured');
    expect(describeObstacle({kind: 'refused', reason: 'email-missing'}, reader)).toBe('as a start: refused');
  });

  it('says who has no meetings here', () => {
    expect(describeObstacle({kind: 'refused', reason: 'guest'}, reader)).toContain('Guests, bots and people');
    expect(describeObstacle({kind: 'no-access'}, reader)).toContain('does not know your account');
  });
});
