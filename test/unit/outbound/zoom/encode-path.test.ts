import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {encodePath} from '../../../../server/outbound/zoom/encode-path.js';
import {hasCode} from '../../../../server/core/ports/port-error.js';
import {anyText} from '../../../support/any-text.js';

/** Halves of characters among them. */
const texts = anyText();
const STEP = /(^|[/\\])\.\.?([/\\]|$)/;

describe('The path of a request', () => {
  it.each([
    [['users', 'a+b@example.org', 'meetings'], '/users/a%2Bb%40example.org/meetings'],
    [['users', 'team/a@example.org'], '/users/team%2Fa%40example.org'],
    [['users', 'jörg@müller.example'], '/users/j%C3%B6rg%40m%C3%BCller.example'],
    [['past_meetings', {uuid: 'a/b+c=='}], '/past_meetings/a%2Fb%2Bc%3D%3D'],
    [['past_meetings', {uuid: '/abc=='}], '/past_meetings/%252Fabc%253D%253D'],
    [
      ['past_meetings', {uuid: 'a//b=='}, 'participants'],
      '/past_meetings/a%252F%252Fb%253D%253D/participants',
    ],
    [['meetings', '/abc'], '/meetings/%2Fabc'],
  ])('of %j is %s', (segments, path) => {
    expect(encodePath(segments)).toBe(path);
  });

  it('has as many parts as were meant, whatever they hold, and none that a URL parser takes away', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            texts,
            texts.map((uuid) => ({uuid})),
          ),
          {minLength: 1},
        ),
        (segments) => {
          let path: string;
          try {
            path = encodePath(['x', ...segments]);
          } catch (error) {
            const names = segments.map((segment) => (typeof segment === 'string' ? segment : segment.uuid));
            expect(hasCode(error, 'zoom-trouble') && error.details.problem).toEqual({
              kind: 'invalid',
              fields: [],
            });
            expect(names.some((name) => name === '' || STEP.test(name) || !name.isWellFormed())).toBe(true);
            return;
          }
          expect(new URL(`https://api.zoom.us/v2${path}`).pathname).toBe(`/v2${path}`);
          expect(path.split('/')).toHaveLength(segments.length + 2);
          const decoded = path.split('/').slice(2).map(decodeURIComponent);
          segments.forEach((segment, index) => {
            const part = decoded[index] ?? '';
            expect(typeof segment === 'string' ? part : [part, decodeURIComponent(part)]).toEqual(
              typeof segment === 'string' ? segment : expect.arrayContaining([segment.uuid]),
            );
          });
        },
      ),
    );
  });
});

describe('The query of a request', () => {
  it('holds what is set, encoded, and nothing else', () => {
    const query = {type: 'a&b=c d', page_size: 300, live: false, page: undefined};
    expect(encodePath(['users'], query)).toBe('/users?type=a%26b%3Dc%20d&page_size=300&live=false');
    expect(encodePath(['users'], {page: undefined})).toBe('/users');
  });

  it('is read back as it was meant, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), texts), (query) => {
        const {searchParams} = new URL(`https://api.zoom.us/v2${encodePath(['x'], query)}`);
        const meant = Object.entries(query).map(([name, value]) => [name, value.toWellFormed()]);
        expect(Object.fromEntries(searchParams)).toEqual(Object.fromEntries(meant));
      }),
    );
  });
});
