import {type Callbacks, fail, succeed} from './callbacks.js';
import {holdMeeting} from './hold-meeting.js';
import {createListeners} from './listeners.js';
import {askFirst, sayWhyNot} from './own-dialogs.js';
import {type InitArguments, readInit, readJoin, tooMuch} from './read-arguments.js';
import {createSteps} from './steps.js';
import {tryBrowser} from './try-browser.js';
import {createZoomServer} from './zoom-server.js';

/**
 * A stand-in for the client view of Zoom's Meeting SDK for Web, as far as the product uses it:
 * https://marketplacefront.zoom.us/sdk/meeting/web/. It does what the real one is seen to do, and is strict where that
 * one fails silently: what is called too early throws, and so does what is missing in the page.
 */
const VENDORS = ['React', 'ReactDOM', 'Redux', 'ReduxThunk', '_'];
const LANGUAGES = ['de-DE', 'en-US', 'es-ES', 'fr-FR', 'ja-JP'];
/** One join in that time, in each document. */
const JOINS_EVERY_MS = 10_000;
const LIB = /^(.+)\/\d+\.\d+\.\d+\/lib$/;

for (const name of VENDORS) {
  if (!(name in window))
    throw new ReferenceError(`${name} is not defined: it has to be loaded before Zoom’s SDK.`);
}

const steps = createSteps();
const listeners = createListeners();
let [lib, directory, language] = ['', '', 'en-US'];
let settings: InitArguments | undefined;
let mayJoin = true;
let leaveMeeting: (() => Promise<void>) | undefined;
let isPrepared: Promise<void> = Promise.resolve();

const zoomMtg = {
  setZoomJSLib(path: string, dir: string): void {
    if (!LIB.test(path) || !dir.startsWith('/')) throw new TypeError('ZoomMtg.setZoomJSLib: no such place.');
    steps.take('setZoomJSLib');
    [lib, directory] = [path, dir];
  },
  preLoadWasm(): void {
    steps.take('preLoadWasm');
    isPrepared = tryBrowser(`${lib}${directory}/media.wasm`);
    isPrepared.catch(() => undefined);
  },
  prepareWebSDK(): void {
    steps.take('prepareWebSDK');
    addStyle(`${lib.replace(/\/lib$/, '')}/ui/zoom-meetingsdk.css`);
  },
  i18n: {
    load(name: string): void {
      if (!LANGUAGES.includes(name)) throw new TypeError(`ZoomMtg.i18n.load: ${name} is no language.`);
      language = name;
    },
    onLoad: (run: () => void): void => queueMicrotask(run),
  },
  checkSystemRequirements: (): object => ({browserName: 'Chrome', features: ['computerAudio', 'video']}),
  getWebSDKVersion: (): string[] => ['6.2.0', '6.2.0'],
  inMeetingServiceListener: listeners.add,

  init(given: Callbacks): void {
    steps.take('init');
    const read = readInit(given);
    if (read === 'silent') return console.warn('you must be set leaveUrl to other page, not #*** !!!');
    if (read === 'invalid') return fail(given, 'init', 1, 'Init Invalid Parameter !!!');
    settings = read;
    isPrepared.then(
      () => succeed(given, 'init'),
      (error: unknown) => fail(given, 'init', 1, String(error)),
    );
  },

  join(given: Callbacks): void {
    steps.take('join');
    if (!mayJoin) return fail(given, 'join', 3633, 'You have reached the API limit for this call.');
    mayJoin = false;
    setTimeout(() => (mayJoin = true), JOINS_EVERY_MS);
    void joinMeeting(given);
  },

  leaveMeeting(given: Callbacks = {}): void {
    if (leaveMeeting === undefined) return fail(given, 'leaveMeeting', 1, 'Not in a meeting.');
    succeed(given, 'leaveMeeting');
    void leaveMeeting();
  },
};

async function joinMeeting(given: Callbacks): Promise<void> {
  if (settings === undefined) return fail(given, 'join', 2, 'The meeting is not initialised.');
  const {leaveUrl, showsErrors, hasPreview} = settings;
  const read = readJoin(given);
  if (read === 'silent') return console.error('please check your signature and please add appKey');
  if (read === 'invalid') return fail(given, 'join', 3, 'Join parameters are invalid!');
  const invalid = tooMuch(read);
  if (invalid !== undefined) return fail(given, 'join', 4003, invalid);
  if (hasPreview) await askFirst();
  const [, base = ''] = LIB.exec(lib) ?? [];
  const zoom = createZoomServer(base);
  listeners.tell('onMeetingStatus', {meetingStatus: 1});
  const answer = await zoom
    .join(read)
    .catch(() => ({errorCode: 1, errorMessage: 'Fail to join the meeting.'}));
  if ('errorCode' in answer) {
    const {errorCode, errorMessage} = answer;
    listeners.tell('onMeetingStatus', {meetingStatus: 3, errorCode, errorMessage});
    if (showsErrors) sayWhyNot(errorMessage);
    return fail(given, 'join', errorCode, errorMessage);
  }
  leaveMeeting = holdMeeting({zoom, session: answer.session, leaveUrl, language, listeners});
  succeed(given, 'join');
}

function addStyle(address: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}

Object.assign(window, {ZoomMtg: zoomMtg});
