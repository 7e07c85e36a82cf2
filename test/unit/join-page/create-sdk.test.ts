import {beforeEach, describe, expect, it} from '@jest/globals';
import {createSdk} from '../../../join-page/sdk/create-sdk.js';

type Callbacks = {success: () => void; error: (error?: object) => void};
type Called = [name: string, ...given: unknown[]];

const entry = {signature: 'sig', meeting_number: '855', passcode: 'code', name: 'Zoe'};
const BASE = 'https://mirror.example.org/zoom';

let calls: Called[];
let shown: boolean[];
let answers: {init: (back: Callbacks) => void; join: (back: Callbacks) => void};
beforeEach(() => {
  [calls, shown] = [[], []];
  answers = {init: (back) => back.success(), join: (back) => back.success()};
});

const note =
  (name: string) =>
  (...given: unknown[]): void =>
    void calls.push([name, ...given]);
const zoomMtg = () => ({
  setZoomJSLib: note('setZoomJSLib'),
  preLoadWasm: note('preLoadWasm'),
  prepareWebSDK: note('prepareWebSDK'),
  i18n: {load: note('load')},
  init: ({success, error, ...given}: Callbacks) => {
    note('init')(given);
    answers.init({success, error});
  },
  join: ({success, error, ...given}: Callbacks) => {
    note('join')(given);
    answers.join({success, error});
  },
});

const sdkWith = (changes: Partial<Parameters<typeof createSdk>[0]> = {}) =>
  createSdk({
    files: {base: BASE, version: '6.2.0'},
    language: 'ja',
    leaveUrl: 'https://join.example.org/left',
    isIsolated: false,
    loadScripts: async (addresses) => note('loadScripts')(addresses),
    global: zoomMtg,
    showView: (isShown) => shown.push(isShown),
    ...changes,
  });
const named = (name: string) => calls.filter(([called]) => called === name);

describe('Zoom’s Meeting SDK', () => {
  it('is loaded and prepared in its order, and told who joins', async () => {
    expect(await sdkWith().join(entry)).toEqual({kind: 'joined'});
    const vendors = ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash'];
    expect(calls).toEqual([
      [
        'loadScripts',
        [
          ...vendors.map((name) => `${BASE}/6.2.0/lib/vendor/${name}.min.js`),
          `${BASE}/zoom-meeting-6.2.0.min.js`,
        ],
      ],
      ['setZoomJSLib', `${BASE}/6.2.0/lib`, '/av'],
      ['preLoadWasm'],
      ['prepareWebSDK'],
      ['load', 'jp-JP'],
      ['init', {leaveUrl: 'https://join.example.org/left', patchJsMedia: true, disableCORP: true}],
      ['join', {signature: 'sig', meetingNumber: '855', passWord: 'code', userName: 'Zoe', userEmail: ''}],
    ]);
    expect(shown).toEqual([true]);
  });

  it('is prepared once, however often somebody joins', async () => {
    const sdk = sdkWith();
    answers.join = (back) => back.error({errorCode: 3705});
    expect(await sdk.join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'code', code: 3705}});
    answers.join = (back) => back.success();
    expect(await sdk.join({...entry, signature: 'fresh'})).toEqual({kind: 'joined'});
    expect(named('init')).toHaveLength(1);
    expect(named('join').at(-1)).toMatchObject(['join', {signature: 'fresh'}]);
    expect(shown).toEqual([true, false, true]);
  });

  it('is loaded anew where it could not be loaded, or did not begin', async () => {
    let isThere = false;
    const sdk = sdkWith({
      loadScripts: async () => {
        note('loadScripts')();
        if (!isThere) throw new Error('unreachable');
      },
    });
    expect(await sdk.join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'missing'}});
    isThere = true;
    answers.init = (back) => back.error({errorCode: 1});
    expect(await sdk.join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'code', code: 1}});
    answers.init = (back) => back.success();
    expect(await sdk.join(entry)).toEqual({kind: 'joined'});
    expect(named('loadScripts')).toHaveLength(3);
  });

  it.each([undefined, {}, 'ZoomMtg', {...zoomMtg(), join: undefined}, {...zoomMtg(), i18n: undefined}])(
    'is not what something else leaves under its name (%j)',
    async (found) => {
      const sdk = sdkWith({global: () => found});
      expect(await sdk.join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'other'}});
      expect(named('init')).toEqual([]);
    },
  );

  it.each([
    ['an error without a number', (back: Callbacks) => back.error()],
    ['a number that is none', (back: Callbacks) => back.error({errorCode: 'NaN'})],
    [
      'an exception',
      () => {
        throw new Error('not ready');
      },
    ],
  ])('has failed where it ends with %s', async (_what, ends) => {
    answers.join = ends;
    expect(await sdkWith().join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'code', code: 1}});
  });

  it('keeps its isolation where the frame has it', async () => {
    await sdkWith({isIsolated: true, language: 'xx'}).join(entry);
    expect(named('init')).toMatchObject([['init', {disableCORP: false}]]);
    expect(named('load')).toEqual([['load', 'en-US']]);
  });
});
