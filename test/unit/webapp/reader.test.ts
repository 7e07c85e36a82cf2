import {describe, expect, it} from '@jest/globals';
import {basePathOf} from '../../../webapp/mattermost/base-path.js';
import type {HostState} from '../../../webapp/mattermost/host-state.js';
import {readerOf} from '../../../webapp/mattermost/reader.js';

const state = (timezone: Record<string, string> | null, preferences: Record<string, string> = {}) =>
  ({
    entities: {
      users: {currentUserId: 'me', profiles: {me: {id: 'me', username: 'me', timezone}}},
      preferences: {
        myPreferences: Object.fromEntries(
          Object.entries(preferences).map(([name, value]) => [name, {value}]),
        ),
      },
    },
  }) as unknown as HostState;

describe('The reader', () => {
  it.each([
    [
      {useAutomaticTimezone: 'true', automaticTimezone: 'Asia/Tokyo', manualTimezone: 'Europe/Paris'},
      'Asia/Tokyo',
    ],
    [
      {useAutomaticTimezone: 'false', automaticTimezone: 'Asia/Tokyo', manualTimezone: 'Europe/Paris'},
      'Europe/Paris',
    ],
    [{useAutomaticTimezone: 'true', automaticTimezone: 'Not/AZone'}, undefined],
    [null, undefined],
  ])('with %j is in the zone %s', (timezone, zone) => {
    expect(readerOf(state(timezone)).timeZone).toBe(zone);
  });

  it.each([
    [{}, undefined],
    [{'display_settings--use_military_time': 'true'}, false],
    [{'display_settings--use_military_time': 'false'}, true],
  ])('who chose %j reads twelve hours: %s', (preferences, twelve) => {
    expect(readerOf(state(null, preferences)).twelveHours).toBe(twelve);
  });

  it('who chose nothing has meetings opened in the browser', () => {
    expect(readerOf(state(null))).toMatchObject({opensMeetings: true, prefersApp: false});
    const chosen = {'pp_zoom--open': 'off', 'pp_zoom--app': 'zoom'};
    expect(readerOf(state(null, chosen))).toMatchObject({opensMeetings: false, prefersApp: true});
  });
});

describe('The path below which Mattermost lives', () => {
  it.each([
    ['https://example.org', undefined, ''],
    ['https://example.org/chat/', undefined, '/chat'],
    ['https://example.org/chat', '/other', '/other'],
    [undefined, undefined, ''],
    ['no address', undefined, ''],
  ])('of %s and %s is %j', (siteUrl, basename, path) => {
    expect(basePathOf(siteUrl, basename)).toBe(path);
  });
});
