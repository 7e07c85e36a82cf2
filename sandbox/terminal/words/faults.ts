import {ROUTE_NAMES, type RouteName} from '../../zoom/api/routes.js';
import type {Fault} from '../../zoom/faults/fault.js';
import type {WebhookFault} from '../../zoom/webhooks/webhook-fault.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

const CALL_FAULTS: Readonly<Record<string, {fault: Fault; says: string}>> = {
  hang: {fault: {kind: 'hang'}, says: 'is never answered; the plugin gives up after 8 seconds'},
  reset: {fault: {kind: 'reset'}, says: 'loses its connection'},
  fail: {fault: {kind: 'answer', status: 500, body: {}}, says: 'is answered with the status 500'},
  refuse: {
    fault: {kind: 'answer', status: 400, body: {code: 3161, message: 'Meeting hosting is not allowed.'}},
    says: 'is refused with the code 3161',
  },
  gibberish: {fault: {kind: 'not-json'}, says: 'is answered with a web page'},
};

const DAY_MS = 86_400_000;

const WEBHOOK_FAULTS: Readonly<Record<string, {fault: WebhookFault; says: string}>> = {
  lose: {fault: {kind: 'drop'}, says: 'The next webhook is lost.'},
  twice: {fault: {kind: 'duplicate'}, says: 'The next webhook is sent twice.'},
  day: {fault: {kind: 'drop', forMs: DAY_MS}, says: 'All webhooks are lost for a day; zoom mend ends it.'},
};

const CALLS = ROUTE_NAMES.join(', ');
const kinds = (faults: object): string => Object.keys(faults).join(', ');

/** What goes wrong on Zoom's side. */
export const faultWords: readonly Word[] = [
  {
    name: 'zoom fault webhook',
    argument: 'KIND',
    help: `the next webhook is lost or sent twice, or all of a day are lost: ${kinds(WEBHOOK_FAULTS)}`,
    run({sandbox, screen}, kind) {
      const found = WEBHOOK_FAULTS[kind];
      if (found === undefined)
        throw new TerminalError(`Type zoom fault webhook KIND, with one of: ${kinds(WEBHOOK_FAULTS)}.`);
      sandbox.zoom.faultWebhook(found.fault);
      screen.line(found.says);
    },
  },
  {
    name: 'zoom fault',
    argument: 'CALL KIND',
    help: `the next call goes wrong. Calls: ${CALLS}. Kinds: ${kinds(CALL_FAULTS)}`,
    run({sandbox, screen}, rest) {
      const [call = '', kind = ''] = rest.split(' ');
      const route = ROUTE_NAMES.find((name): name is RouteName => name === call);
      const found = CALL_FAULTS[kind];
      if (route === undefined || found === undefined) {
        throw new TerminalError(
          `Type zoom fault CALL KIND. Calls: ${CALLS}. Kinds: ${kinds(CALL_FAULTS)}. For webhooks: zoom fault webhook KIND.`,
        );
      }
      sandbox.zoom.fault({route, fault: found.fault});
      screen.line(`The next call ${route} ${found.says}.`);
    },
  },
  {
    name: 'zoom mend',
    argument: '',
    help: 'nothing of it goes wrong any more',
    run({sandbox, screen}) {
      sandbox.zoom.liftFaults();
      sandbox.zoom.liftWebhookFaults();
      sandbox.zoom.liftSdkFaults();
      screen.line('Calls and webhooks of Zoom go well again.');
    },
  },
];
