import {describe, expect, it} from '@jest/globals';
import {ZOOM_FEATURE_NAMES} from '../../../../server/core/domain/zoom-features.js';
import type {ZoomConnection} from '../../../../server/core/domain/zoom-connection.js';
import {neededScopes} from '../../../../server/core/ports/zoom/scopes.js';
import {judgeScopes} from '../../../../server/core/usecases/judge-scopes.js';

const judge = (granted: readonly string[]) =>
  judgeScopes({scopes: 'account', untoldScopes: 'scopes.untold'} as ZoomConnection, granted);
const required = neededScopes('account');
const optional = ZOOM_FEATURE_NAMES.flatMap((feature) => neededScopes('account', feature));

describe('The scopes of an app', () => {
  it('are all granted, and each feature without its scope is mentioned by name, which turns nothing red', () => {
    const check = judge(required);
    expect([check.finding, check.state]).toEqual(['scopes.granted', 'works']);
    expect(check.notes.map(({kind, values}) => [kind, values['feature']])).toEqual(
      ZOOM_FEATURE_NAMES.map((feature) => ['off', feature]),
    );
    expect(check.notes.find(({values}) => values['feature'] === 'attendance')?.values['scopes']).toBe(
      '`meeting:read:list_past_participants:admin`',
    );
  });

  it('leave nothing to mention where everything is granted, also as an older app has it', () => {
    expect(judge([...required, ...optional]).notes).toEqual([]);
    expect(judge(['user:read:admin', 'meeting:read:admin', 'meeting:write:admin']).notes).toEqual([]);
  });

  it('that are needed come first: nothing is said of features while one is missing', () => {
    expect(judge(optional)).toMatchObject({finding: 'scopes.missing', notes: []});
  });
});
