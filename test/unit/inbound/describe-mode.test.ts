import {describe, expect, it} from '@jest/globals';
import {MODES} from '../../../server/core/domain/modes.js';
import {describeMode} from '../../../server/inbound/describe-mode.js';
import {texts} from '../../../server/messages/texts.js';

const described = (publicUrl = 'https://chat.example.org', language = 'en') =>
  Object.fromEntries(
    MODES.map((mode) => [mode.name, describeMode(texts(language), mode, publicUrl)] as const),
  );

describe('A connection on the settings page', () => {
  it('has a redirect address where somebody consents in Zoom, and there is a public address', () => {
    const redirect = (publicUrl?: string) =>
      Object.values(described(publicUrl)).map(({mode, redirect_url: url}) => [mode, url]);
    const address = 'https://chat.example.org/plugins/zoom/oauth2/complete';
    expect(redirect()).toEqual([
      ['server_to_server', ''],
      ['user', address],
      ['account', address],
      ['jwt', ''],
    ]);
    expect(redirect('').map(([, url]) => url)).toEqual(['', '', '', '']);
  });

  it('asks for scopes that reach as far as its tokens', () => {
    const {user, account, jwt} = described();
    expect(user?.scopes).toEqual([
      'user:read:user',
      'meeting:write:meeting',
      'meeting:read:meeting',
      'meeting:read:past_meeting',
    ]);
    expect(account?.scopes).toEqual(user?.scopes.map((scope) => `${scope}:admin`));
    expect(jwt?.scopes).toEqual([]);
  });

  it('lists beside that what each feature needs that one may do without', () => {
    const {user, account, jwt} = described('', 'de');
    expect(user?.features.map(({title}) => title)).toContain('Wer in einem Meeting ist');
    const people = account?.features.find(({title}) => title === 'Wer in einem Meeting ist');
    expect(people?.scopes).toEqual(['meeting:read:participant:admin']);
    expect(people?.events).toContainEqual({
      name: 'meeting.participant_joined',
      title: 'Participant/Host joined meeting',
    });
    // Without scopes, what has no events needs nothing.
    expect(jwt?.features.every(({scopes, events}) => scopes.length === 0 && events.length > 0)).toBe(true);
  });

  it('says in the language of the reader what people experience, and what becomes of connections', () => {
    const {user, server_to_server: server} = described();
    expect(user).toMatchObject({
      people: expect.stringContaining('their own Zoom account'),
      app: expect.stringContaining('**User-managed**'),
      when_chosen: expect.stringContaining('before their next meeting'),
      when_left: expect.stringContaining('stay stored'),
    });
    expect(server?.when_left).toBe('');
    expect(described('', 'de')['account']?.people).toContain('Ein Systemadministrator');
  });
});
