/** How the SDK says no. */
export interface SdkError {
  errorCode?: unknown;
  errorMessage?: unknown;
}

interface Callbacks {
  success: () => void;
  error: (error: SdkError | undefined) => void;
}

/** The part of the client view that we use: https://marketplacefront.zoom.us/sdk/meeting/web/ */
export interface ZoomMtg {
  setZoomJSLib: (lib: string, directory: string) => void;
  preLoadWasm: () => void;
  prepareWebSDK: () => void;
  i18n: {load: (language: string) => unknown};
  init: (given: Callbacks & {leaveUrl: string; patchJsMedia: boolean; disableCORP: boolean}) => void;
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

const FUNCTIONS = ['setZoomJSLib', 'preLoadWasm', 'prepareWebSDK', 'init', 'join'] as const;

/** `undefined`: something else than the SDK is there, or nothing. */
export function findZoomMtg(given: unknown): ZoomMtg | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const candidate = given as Partial<ZoomMtg>;
  const isWhole = FUNCTIONS.every((name) => typeof candidate[name] === 'function');
  return isWhole && typeof candidate.i18n?.load === 'function' ? (candidate as ZoomMtg) : undefined;
}
