import type {SdkFault} from '../../zoom/sdk/sdk-fault.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

const SDK_FAULTS: Readonly<Record<string, {fault: SdkFault; says: string}>> = {
  expired: {
    fault: {kind: 'answer', code: 3705},
    says: 'The next join is refused: the signature has expired.',
  },
  full: {fault: {kind: 'answer', code: 4005}, says: 'The next join is refused: the meeting is full.'},
  elsewhere: {
    fault: {kind: 'answer', code: 4012},
    says: 'The next join is refused: the meeting is in another account.',
  },
  other: {
    fault: {kind: 'serve', what: 'script'},
    says: 'Another script lies at the SDK’s address; zoom mend ends it.',
  },
  gone: {fault: {kind: 'unreachable'}, says: 'Nobody can connect to the SDK’s address; zoom mend ends it.'},
};
const kinds = Object.keys(SDK_FAULTS).join(', ');

/** People who join in a browser, on a page of somebody else's. */
export const joinPageWords: readonly Word[] = [
  {
    name: 'event site',
    argument: '',
    help: 'where the event site is, into which the host pastes what /zoom stream-url says',
    run({sandbox: {eventSite}, screen}) {
      if (eventSite === undefined) throw new TerminalError('There is no event site here.');
      screen.line(`Open ${eventSite}/ in a browser. On its page Organiser, paste the stream URL.`);
    },
  },
  {
    name: 'zoom sdk',
    argument: 'KIND',
    help: `what goes wrong with the next who joins in the browser: ${kinds}`,
    run({sandbox, screen}, kind) {
      const found = SDK_FAULTS[kind];
      if (found === undefined) throw new TerminalError(`Type zoom sdk KIND, with one of: ${kinds}.`);
      sandbox.zoom.faultSdk(found.fault);
      screen.line(found.says);
    },
  },
];
