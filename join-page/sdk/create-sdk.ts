import type {Entry} from '../../contract/join-page.js';
import type {SdkFiles} from '../../contract/join-page-shell.js';
import type {Event, SdkAbsence, SdkRefusal} from '../machine/event.js';
import {orElse, type Timer} from '../timer.js';
import {called} from './called.js';
import {findZoomMtg, type ZoomMtg} from './zoom-mtg.js';

/** Zoom's Meeting SDK, which is not loaded before somebody joins. */
export interface Sdk {
  /** Resolves when Zoom has let the person in, or has said why not. */
  join: (entry: Entry) => Promise<Extract<Event, {kind: 'joined' | 'notJoined'}>>;
}

interface SdkDeps {
  files: SdkFiles;
  /** The reader's, as we name it. */
  language: string;
  /** Where the browser goes when the person leaves. Not a part of the same page, which is not loaded anew then. */
  leaveUrl: string;
  isIsolated: boolean;
  loadScripts: (addresses: readonly string[]) => Promise<void>;
  /** Where the scripts leave what they make. */
  global: object;
  timer: Timer;
}

/** In this order: each needs those before it. https://developers.zoom.us/docs/meeting-sdk/web/client-view/import/ */
const VENDORS = ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash'];

/** As the client view names them. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['de', 'de-DE'],
  ['en', 'en-US'],
  ['es', 'es-ES'],
  ['fr', 'fr-FR'],
  ['ja', 'ja-JP'],
]);

/** Six megabytes. Whoever is slower than that has no meeting either. */
const LOADING_MS = 120_000;
/**
 * The SDK waits two minutes for its WebAssembly and then gives up without a word, as it does where it cannot read a
 * signature.
 */
const SILENCE_MS = 150_000;

export function createSdk(deps: SdkDeps): Sdk {
  return {
    async join(entry) {
      const loaded = await loadSdk(deps);
      if ('kind' in loaded) return {kind: 'notJoined', failure: loaded};
      const refusal = await orElse(useSdk(loaded, deps, entry), {
        timer: deps.timer,
        milliseconds: SILENCE_MS,
        otherwise: {kind: 'silent'} as const,
      });
      return refusal === undefined ? {kind: 'joined'} : {kind: 'notJoined', failure: refusal};
    },
  };
}

async function loadSdk({files, loadScripts, global, timer}: SdkDeps): Promise<ZoomMtg | SdkAbsence> {
  const {base, version} = files;
  const vendors = VENDORS.map((name) => `${base}/${version}/lib/vendor/${name}.min.js`);
  const loading = loadScripts([...vendors, `${base}/zoom-meeting-${version}.min.js`]).then(
    () => true,
    () => false,
  );
  const isLoaded = await orElse(loading, {timer, milliseconds: LOADING_MS, otherwise: false});
  if (!isLoaded) return {kind: 'missing'};
  return findZoomMtg(global) ?? {kind: 'other'};
}

const useSdk = async (sdk: ZoomMtg, deps: SdkDeps, entry: Entry): Promise<SdkRefusal | undefined> =>
  (await initSdk(sdk, deps)) ?? (await joinBy(sdk, entry));

const initSdk = (
  sdk: ZoomMtg,
  {files, language, leaveUrl, isIsolated}: SdkDeps,
): Promise<SdkRefusal | undefined> =>
  called((callbacks) => {
    sdk.setZoomJSLib(`${files.base}/${files.version}/lib`, '/av');
    sdk.preLoadWasm();
    sdk.prepareWebSDK();
    void sdk.i18n.load(LANGUAGES.get(language) ?? 'en-US');
    sdk.init({
      leaveUrl,
      ...(files.webEndpoint !== undefined && {webEndpoint: files.webEndpoint}),
      // Newer media files come from where Zoom says, which nobody who keeps a mirror has agreed to.
      patchJsMedia: files.isZooms,
      disableCORP: !isIsolated,
      // What went wrong is said by the page, in front of which a dialog would stand.
      isShowJoiningErrorDialog: false,
      // They have pressed Join already.
      disablePreview: true,
      ...callbacks,
    });
  });

const joinBy = (sdk: ZoomMtg, entry: Entry): Promise<SdkRefusal | undefined> =>
  called((callbacks) => {
    // Whoever waits at the door has been let into Zoom's view, which says so.
    sdk.inMeetingServiceListener('onUserIsInWaitingRoom', callbacks.success);
    sdk.join({
      signature: entry.signature,
      meetingNumber: entry.meeting_number,
      passWord: entry.passcode,
      userName: entry.name,
      userEmail: entry.email ?? '',
      ...callbacks,
    });
  });
