import {describe, expect, it} from '@jest/globals';
import {isOfApi, ZOOM_FEATURE_NAMES} from '../../../../server/core/domain/zoom-features.js';
import type {ZoomConnection} from '../../../../server/core/domain/zoom-connection.js';
import {neededScopes} from '../../../../server/core/ports/zoom/scopes.js';
import {judgeScopes} from '../../../../server/core/usecases/judge-scopes.js';

const judge = (granted: readonly string[]) =>
  judgeScopes({scopes: 'account', untoldScopes: 'scopes.untold'} as ZoomConnection, granted);
const required = neededScopes('account');
const optional = ZOOM_FEATURE_NAMES.flatMap((feature) => neededScopes('account', feature));

const ofCards = ZOOM_FEATURE_NAMES.filter((feature) => !isOfApi(feature));

describe('The scopes of an app', () => {
  it('are all granted, and each feature of cards without its scope is named, which turns nothing red', () => {
    const check = judge(required);
    expect([check.finding, check.state]).toEqual(['scopes.granted', 'works']);
    expect(check.notes.map(({kind, values}) => [kind, values['feature']])).toEqual([
      ...ofCards.map((feature) => ['off', feature]),
      ['offInApi', undefined],
    ]);
    expect(check.notes.find(({values}) => values['feature'] === 'attendance')?.values['scopes']).toBe(
      '`meeting:read:list_past_participants:admin`',
    );
  });

  it('leave nothing to mention where everything is granted, also as an older app has it', () => {
    expect(judge([...required, ...optional]).notes).toEqual([]);
    const classic = ['user', 'meeting', 'webinar'].flatMap((what) => [
      `${what}:read:admin`,
      `${what}:write:admin`,
    ]);
    const others = ['recording', 'meeting_summary', 'phone', 'chat_channel', 'chat_message'];
    const ofApi = others.map((what) => `${what}:read:admin`);
    expect(judge([...classic, ...ofApi]).notes).toEqual([]);
    expect(judge(classic).notes.map(({kind}) => kind)).toEqual(['offInApi']);
  });

  it('that only other systems need are one sentence together, which counts those that are missing', () => {
    const granted = [...required, ...optional].filter((scope) => !/^(phone|team_chat):/.test(scope));
    expect(judge(granted).notes).toEqual([{kind: 'offInApi', values: {count: 5}}]);
  });

  it('of people for themselves alone are not missed for what reaches the whole account', () => {
    const own = {scopes: 'own', untoldScopes: 'scopes.untold'} as ZoomConnection;
    const granted = [undefined, ...ZOOM_FEATURE_NAMES].flatMap((feature) => neededScopes('own', feature));
    expect(granted.join(' ')).not.toMatch(/phone:|list_users/);
    expect(judgeScopes(own, granted).notes).toEqual([]);
  });

  it('that are needed come first: nothing is said of features while one is missing', () => {
    expect(judge(optional)).toMatchObject({finding: 'scopes.missing', notes: []});
  });
});
