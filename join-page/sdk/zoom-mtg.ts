/** How the SDK says no. */
export interface SdkError {
  errorCode?: unknown;
  errorMessage?: unknown;
}

export interface Callbacks {
  success: () => void;
  error: (error: SdkError | undefined) => void;
}

/** The part of the client view that we use: https://marketplacefront.zoom.us/sdk/meeting/web/ */
export interface ZoomMtg {
  setZoomJSLib: (lib: string, directory: string) => void;
  preLoadWasm: () => void;
  prepareWebSDK: () => void;
  i18n: {load: (language: string) => unknown};
  inMeetingServiceListener: (event: string, listener: () => void) => void;
  init: (
    given: Callbacks & {
      leaveUrl: string;
      webEndpoint?: string;
      patchJsMedia: boolean;
      disableCORP: boolean;
      isShowJoiningErrorDialog: boolean;
      disablePreview: boolean;
    },
  ) => void;
  join: (
    given: Callbacks & {
      signature: string;
      meetingNumber: string;
      passWord: string;
      userName: string;
      userEmail: string;
    },
  ) => void;
}

/** What its vendors' files make, without which it fails in the midst of something. */
const VENDORS = ['React', 'ReactDOM', 'Redux', 'ReduxThunk', '_'];

const FUNCTIONS = [
  'setZoomJSLib',
  'preLoadWasm',
  'prepareWebSDK',
  'inMeetingServiceListener',
  'init',
  'join',
] as const;

/** `undefined`: something else than the SDK and what it needs is there, or nothing. */
export function findZoomMtg(global: object): ZoomMtg | undefined {
  const made = global as Readonly<Record<string, unknown>>;
  const found = made['ZoomMtg'] as Partial<ZoomMtg> | null | undefined;
  if (typeof found !== 'object' || found === null) return undefined;
  const isWhole =
    VENDORS.every((name) => made[name] !== undefined) &&
    FUNCTIONS.every((name) => typeof found[name] === 'function') &&
    typeof found.i18n?.load === 'function';
  return isWhole ? (found as ZoomMtg) : undefined;
}
