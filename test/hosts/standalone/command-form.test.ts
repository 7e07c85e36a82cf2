import {describe, expect, it} from '@jest/globals';
import {readCommandForm, responsePath} from '../../../server/hosts/standalone/http/command-form.js';

const id = (letter: string): string => letter.repeat(26);
const form = {
  token: 't',
  team_id: id('a'),
  channel_id: id('b'),
  user_id: id('c'),
  command: '/zoom',
  text: 'start',
};
const read = (changes: Record<string, string>) =>
  readCommandForm(Buffer.from(new URLSearchParams({...form, ...changes}).toString()));

describe('what Mattermost posts for a command', () => {
  it('is read with its defaults', () => {
    expect(read({})).toMatchObject({user_id: id('c'), root_id: '', response_url: ''});
  });

  it.each([{token: ''}, {team_id: 'x'}, {user_id: '../me'}, {channel_id: ''}, {root_id: 'x'}])(
    'is nothing with %j',
    (changes) => {
      expect(read(changes)).toBeUndefined();
    },
  );
});

describe('where a command can be answered later', () => {
  const sites = ['https://chat.example.org/team', 'http://mattermost:8065', ''];
  it.each([
    [`https://chat.example.org/team/hooks/commands/${id('h')}`, `/hooks/commands/${id('h')}`],
    [`http://mattermost:8065/hooks/commands/${id('h')}`, `/hooks/commands/${id('h')}`],
  ])('is %s', (url, path) => {
    expect(responsePath(url, sites)).toBe(path);
  });

  it.each([
    `https://evil.example/hooks/commands/${id('h')}`,
    `https://chat.example.org/team@evil.example/hooks/commands/${id('h')}`,
    `https://chat.example.org/team/hooks/commands/${id('h')}/../../api/v4/users`,
    `https://chat.example.org/team/hooks/commands/${id('h')}?x=1`,
    '/hooks/commands/x',
    '',
  ])('S-15 is never %s', (url) => {
    expect(responsePath(url, sites)).toBeUndefined();
  });
});
