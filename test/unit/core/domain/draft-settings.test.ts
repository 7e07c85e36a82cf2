import {describe, expect, it} from '@jest/globals';
import {draftSettings} from '../../../../server/core/domain/draft-settings.js';

const stored = {
  accountid: 'acc-1',
  oauthclientid: 'client-1',
  oauthclientsecret: 'stored-secret',
  webhooksecret: 'w',
  zoomwebhooksecret: 'z',
  encryptionkey: 'e',
};
const secretOf = (typed: Record<string, unknown>): string | undefined => {
  const token = draftSettings(stored, typed).zoom?.connection.token;
  return token?.kind === 'granted' ? token.client.secret.reveal() : undefined;
};

describe('Settings as typed', () => {
  it('are the stored ones where nothing was typed, in whatever case their names come', () => {
    expect(secretOf({})).toBe('stored-secret');
    expect(draftSettings(stored, {AccountID: 'acc-2'}).accountId).toBe('acc-2');
    expect(draftSettings(stored, {accountid: 'acc-2'}).accountId).toBe('acc-2');
    expect(draftSettings(stored, {AccountID: ''}).problems).toEqual([
      {setting: 'AccountID', kind: 'missing'},
    ]);
  });

  it('are the stored ones where Mattermost masks them', () => {
    expect(secretOf({OAuthClientSecret: '********************************'})).toBe('stored-secret');
    expect(secretOf({OAuthClientSecret: '*'})).toBe('stored-secret');
    expect(secretOf({OAuthClientSecret: 'typed-secret'})).toBe('typed-secret');
  });

  it.each([
    {ZoomURL: 'https://zoomgov.com', ZoomAPIURL: 'https://api.zoomgov.com/v2'},
    {AllowInsecureZoomURLs: true},
    {ZoomAPIURL: 'https://api-eu.zoom.us/v2'},
  ])('do not take a stored secret to another address: %j', (typed) => {
    const draft = draftSettings(stored, {...typed, OAuthClientSecret: '****'});
    expect(draft.zoom).toBeUndefined();
    expect(draft.problems).toEqual([{setting: 'OAuthClientSecret', kind: 'to-be-typed-again'}]);
    expect(secretOf({...typed, OAuthClientSecret: 'typed-secret'})).toBe('typed-secret');
  });

  it('take it to the same address, typed as it is stored', () => {
    expect(secretOf({ZoomURL: ' https://zoom.us ', AllowInsecureZoomURLs: 'false'})).toBe('stored-secret');
  });

  it.each(['constructor', '__proto__', 'toString', 'Unknown'])(
    'A-06 leave out what is no setting: %s',
    (name) => {
      const typed = JSON.parse(`{"${name}": "x"}`) as Record<string, unknown>;
      expect(draftSettings(stored, typed)).toEqual(draftSettings(stored, {}));
    },
  );
});
