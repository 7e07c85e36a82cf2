import {beforeEach, describe, expect, it} from '@jest/globals';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {createSdk} from '../../../join-page/sdk/create-sdk.js';

type Callbacks = {success: () => void; error: (error?: object) => void};
type Called = [name: string, ...given: unknown[]];

const entry = {signature: 'sig', meeting_number: '855', passcode: 'code', name: 'Zoe'};
const BASE = 'https://mirror.example.org/zoom';

let calls: Called[];
let clock: ManualClock;
let answers: {init: (back: Callbacks) => void; join: (back: Callbacks) => void};
beforeEach(() => {
  calls = [];
  clock = createManualClock();
  answers = {init: (back) => back.success(), join: (back) => back.success()};
});

const note =
  (name: string) =>
  (...given: unknown[]): void =>
    void calls.push([name, ...given]);
const vendors = {React: {}, ReactDOM: {}, Redux: {}, ReduxThunk: {}, _: {}};
const zoomMtg = () => ({
  setZoomJSLib: note('setZoomJSLib'),
  preLoadWasm: note('preLoadWasm'),
  prepareWebSDK: note('prepareWebSDK'),
  i18n: {load: note('load')},
  inMeetingServiceListener: note('inMeetingServiceListener'),
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
    files: {base: BASE, version: '6.2.0', isZooms: false},
    language: 'ja',
    leaveUrl: 'https://join.example.org/left',
    isIsolated: false,
    loadScripts: async (addresses) => note('loadScripts')(addresses),
    global: {...vendors, ZoomMtg: zoomMtg()},
    timer: (milliseconds, run) => clock.after(milliseconds, run),
    ...changes,
  });
const named = (name: string) => calls.filter(([called]) => called === name);

describe('Zoom’s Meeting SDK', () => {
  it('is loaded and prepared in its order, and told who joins', async () => {
    expect(await sdkWith().join(entry)).toEqual({kind: 'joined'});
    const names = ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash'];
    expect(calls).toEqual([
      [
        'loadScripts',
        [
          ...names.map((name) => `${BASE}/6.2.0/lib/vendor/${name}.min.js`),
          `${BASE}/zoom-meeting-6.2.0.min.js`,
        ],
      ],
      ['setZoomJSLib', `${BASE}/6.2.0/lib`, '/av'],
      ['preLoadWasm'],
      ['prepareWebSDK'],
      ['load', 'ja-JP'],
      [
        'init',
        {
          leaveUrl: 'https://join.example.org/left',
          patchJsMedia: false,
          disableCORP: true,
          isShowJoiningErrorDialog: false,
          disablePreview: true,
        },
      ],
      ['inMeetingServiceListener', 'onUserIsInWaitingRoom', expect.any(Function)],
      ['join', {signature: 'sig', meetingNumber: '855', passWord: 'code', userName: 'Zoe', userEmail: ''}],
    ]);
    expect(clock.nextIn()).toBeUndefined();
  });

  it('is told where Zoom is, and takes newer media files from there alone', async () => {
    const files = {base: BASE, version: '6.2.0', isZooms: true, webEndpoint: 'www.zoomgov.com'};
    await sdkWith({files}).join(entry);
    expect(named('init')).toMatchObject([['init', {webEndpoint: 'www.zoomgov.com', patchJsMedia: true}]]);
  });

  it('is loaded anew where it could not be loaded', async () => {
    let isThere = false;
    const sdk = sdkWith({
      loadScripts: async () => {
        if (!isThere) throw new Error('unreachable');
      },
    });
    expect(await sdk.join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'missing'}});
    isThere = true;
    expect(await sdk.join(entry)).toEqual({kind: 'joined'});
  });

  it('is missing where its files do not come in two minutes', async () => {
    const joining = sdkWith({loadScripts: () => new Promise(() => undefined)}).join(entry);
    clock.advance(120_000);
    expect(await joining).toEqual({kind: 'notJoined', failure: {kind: 'missing'}});
  });

  it.each(['init', 'join'] as const)('is silent where %s calls nobody back', async (step) => {
    const called = new Promise<void>((resolve) => (answers[step] = () => resolve()));
    const joining = sdkWith().join(entry);
    await called;
    clock.advance(149_999);
    expect(clock.nextIn()).toBe(1);
    clock.advance(1);
    expect(await joining).toEqual({kind: 'notJoined', failure: {kind: 'silent'}});
  });

  it('has let in who waits at the door', async () => {
    const called = new Promise<void>((resolve) => (answers.join = () => resolve()));
    const joining = sdkWith().join(entry);
    await called;
    const [, , tell] = named('inMeetingServiceListener')[0] ?? [];
    (tell as () => void)();
    expect(await joining).toEqual({kind: 'joined'});
  });

  it('does not know this browser where it names those that it knows', async () => {
    answers.join = (back) => back.error({errorCode: 1, errorMessage: 'Supported Browsers: Google Chrome, …'});
    expect(await sdkWith().join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'browser'}});
  });

  it.each([
    {},
    {...vendors, ZoomMtg: 'ZoomMtg'},
    {...vendors, ZoomMtg: {...zoomMtg(), join: undefined}},
    {...vendors, ZoomMtg: {...zoomMtg(), i18n: undefined}},
    {...vendors, _: undefined, ZoomMtg: zoomMtg()},
  ])('is not what something else leaves under its name, nor without its vendors (%j)', async (global) => {
    expect(await sdkWith({global}).join(entry)).toEqual({kind: 'notJoined', failure: {kind: 'other'}});
    expect(named('init')).toEqual([]);
  });

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
