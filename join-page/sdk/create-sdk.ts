import type {Entry} from '../../contract/join-page.js';
import type {Event} from '../machine/event.js';
import {findZoomMtg, type SdkError, type ZoomMtg} from './zoom-mtg.js';

/** Zoom's Meeting SDK, which is not loaded before somebody joins. */
export interface Sdk {
  /** Resolves when Zoom has let the person in, or has said why not. */
  join: (entry: Entry) => Promise<Extract<Event, {kind: 'joined' | 'notJoined'}>>;
}

interface SdkDeps {
  /** Where its files lie: `base` without a slash at the end. */
  files: {base: string; version: string};
  /** The reader's, as we name it. */
  language: string;
  /** Where the browser goes when the person leaves. */
  leaveUrl: string;
  isIsolated: boolean;
  loadScripts: (addresses: readonly string[]) => Promise<void>;
  /** What the scripts have left under that name. */
  global: () => unknown;
  /** Shows Zoom's view, or hides it, so that ours is seen again. */
  showView: (isShown: boolean) => void;
}

/** In this order: each needs those before it. https://developers.zoom.us/docs/meeting-sdk/web/client-view/import/ */
const VENDORS = ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash'];

/** As the client view names them; Japanese with the country's letters. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['de', 'de-DE'],
  ['en', 'en-US'],
  ['es', 'es-ES'],
  ['fr', 'fr-FR'],
  ['ja', 'jp-JP'],
]);

/** Of the SDK itself, where it gives no number: "Invoke function error". */
const FAIL = 1;

export function createSdk(deps: SdkDeps): Sdk {
  let prepared: Promise<ZoomMtg | SdkProblem> | undefined;
  const prepare = async (): Promise<ZoomMtg | SdkProblem> => {
    const made = await (prepared ??= prepareSdk(deps));
    // What failed is tried anew by the next who press.
    if ('kind' in made) prepared = undefined;
    return made;
  };
  return {
    async join(entry) {
      const sdk = await prepare();
      deps.showView(true);
      const failure = 'kind' in sdk ? sdk : await joinBy(sdk, entry);
      if (failure === undefined) return {kind: 'joined'};
      deps.showView(false);
      return {kind: 'notJoined', failure};
    },
  };
}

type SdkProblem = Extract<Event, {kind: 'notJoined'}>['failure'];

async function prepareSdk(deps: SdkDeps): Promise<ZoomMtg | SdkProblem> {
  const {base, version} = deps.files;
  const vendors = VENDORS.map((name) => `${base}/${version}/lib/vendor/${name}.min.js`);
  try {
    await deps.loadScripts([...vendors, `${base}/zoom-meeting-${version}.min.js`]);
  } catch {
    // Browsers say no more of a script than that it did not come.
    return {kind: 'missing'};
  }
  const sdk = findZoomMtg(deps.global());
  if (sdk === undefined) return {kind: 'other'};
  return (await initSdk(sdk, deps)) ?? sdk;
}

const initSdk = (
  sdk: ZoomMtg,
  {files, language, leaveUrl, isIsolated}: SdkDeps,
): Promise<SdkProblem | undefined> =>
  called((callbacks) => {
    sdk.setZoomJSLib(`${files.base}/${files.version}/lib`, '/av');
    sdk.preLoadWasm();
    sdk.prepareWebSDK();
    void sdk.i18n.load(LANGUAGES.get(language) ?? 'en-US');
    sdk.init({leaveUrl, patchJsMedia: true, disableCORP: !isIsolated, ...callbacks});
  });

const joinBy = (sdk: ZoomMtg, entry: Entry): Promise<SdkProblem | undefined> =>
  called((callbacks) =>
    sdk.join({
      signature: entry.signature,
      meetingNumber: entry.meeting_number,
      passWord: entry.passcode,
      userName: entry.name,
      userEmail: entry.email ?? '',
      ...callbacks,
    }),
  );

/** Foreign code may call back twice, or throw. @returns `undefined`: it worked */
const called = (
  call: (callbacks: {success: () => void; error: (error: SdkError | undefined) => void}) => void,
): Promise<SdkProblem | undefined> =>
  new Promise((resolve) => {
    const error = (given: SdkError | undefined): void => {
      const code = Number(given?.errorCode);
      resolve({kind: 'code', code: Number.isInteger(code) && code > 0 ? code : FAIL});
    };
    try {
      call({success: () => resolve(undefined), error});
    } catch {
      error(undefined);
    }
  });
