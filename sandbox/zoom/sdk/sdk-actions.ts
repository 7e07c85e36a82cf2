import type {SimulatorState} from '../state/create-state.js';
import type {JoinRequest} from './join-request.js';
import type {SdkFault} from './sdk-fault.js';

/** Somebody who wanted to join by the SDK. */
export interface RecordedJoin {
  /** ms since the epoch. */
  at: number;
  /** Of the page in which the SDK ran. */
  origin: string;
  /** `undefined`: it was none. */
  request: JoinRequest | undefined;
  /** Zoom's code; 0: they are in, or in the waiting room. */
  code: number;
}

/** What goes wrong with the Meeting SDK, and what it was given. */
export interface SdkActions {
  /** What JoinPageSDK is set to: stand-ins for Zoom's files, of our own. */
  readonly sdkUrl: string;
  /** All that ever were, oldest first. */
  readonly sdkJoins: readonly RecordedJoin[];
  readonly sdkFaults: () => readonly SdkFault[];
  faultSdk: (fault: SdkFault) => void;
  liftSdkFaults: () => void;
}

/** The same, as the simulator's own routes use it. */
export interface SdkDesk extends SdkActions {
  recordJoin: (join: RecordedJoin) => void;
  /** The answer that the next join gets, if it was to get one. */
  takeAnswer: () => Extract<SdkFault, {kind: 'answer'}> | undefined;
}

/** Of which stand-ins are there. */
export const SDK_VERSION = '6.2.0';

export function createSdkDesk({url, changed}: SimulatorState): SdkDesk {
  const sdkJoins: RecordedJoin[] = [];
  let faults: readonly SdkFault[] = [];
  const setFaults = (next: readonly SdkFault[]): void => {
    faults = next;
    changed();
  };
  return {
    sdkUrl: `${url}/sdk/${SDK_VERSION}`,
    sdkJoins,
    sdkFaults: () => faults,
    faultSdk: (fault) => setFaults([...faults, fault]),
    liftSdkFaults: () => setFaults([]),
    recordJoin: (join) => {
      sdkJoins.push(join);
      changed();
    },
    takeAnswer: () => {
      const next = faults.find((fault) => fault.kind === 'answer');
      if (next !== undefined) setFaults(faults.filter((fault) => fault !== next));
      return next;
    },
  };
}
