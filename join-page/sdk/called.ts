import type {SdkRefusal} from '../machine/event.js';
import type {Callbacks, SdkError} from './zoom-mtg.js';

/** Of the SDK itself, where it gives no number: "Fail to join the meeting." */
const FAIL = 1;

/** It gives no number of its own to a browser that it does not know. */
const OTHER_BROWSER = /^Supported Browsers/;

/** Foreign code may call back twice, or throw. @returns `undefined`: it worked. Pending where it never calls back */
export const called = (call: (callbacks: Callbacks) => void): Promise<SdkRefusal | undefined> =>
  new Promise((resolve) => {
    const error = (given: SdkError | undefined): void => resolve(refusalOf(given));
    try {
      call({success: () => resolve(undefined), error});
    } catch {
      error(undefined);
    }
  });

function refusalOf(given: SdkError | undefined): SdkRefusal {
  if (OTHER_BROWSER.test(String(given?.errorMessage))) return {kind: 'browser'};
  const code = Number(given?.errorCode);
  return {kind: 'code', code: Number.isInteger(code) && code > 0 ? code : FAIL};
}
