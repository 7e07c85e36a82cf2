import type {Settings} from '../core/domain/settings.js';
import {YET_TO_COME} from '../core/domain/findings.js';
import type {SetupCheck} from '../core/domain/setup-check.js';
import type {Site} from '../core/domain/site.js';
import type {Application, SetupLine} from '../core/ports/application.js';
import type {Clock} from '../core/ports/clock.js';
import type {Texts} from '../core/ports/texts.js';
import type {CheckSetup} from '../core/usecases/check-setup.js';
import {withDeadline} from '../lib/deadline.js';
import {TEST_LIMIT_MS} from './patience.js';
import {renderCheck} from './render-check.js';
import {webhookAddress} from './webhook-address.js';

interface ListSetupDeps {
  checkSetup: CheckSetup;
  clock: Clock;
  texts: Texts;
  settingsUrl: string;
  site: Pick<Site, 'publicUrl'>;
  settings: Pick<Settings, 'webhookSecret'>;
}

/** The set-up's list for the operator of the host, who is no person in Mattermost. */
export const listSetup =
  ({checkSetup, clock, texts, settingsUrl, site, settings}: ListSetupDeps): Application['checkSetup'] =>
  async () => {
    const outcome = await withDeadline(clock, TEST_LIMIT_MS, ({signal}) =>
      checkSetup({person: undefined, typed: {}, signal}),
    );
    if (outcome.kind === 'busy') return [];
    const address = webhookAddress(site.publicUrl, settings);
    return outcome.checks.map((check) => {
      const {id, title, text} = renderCheck(texts('en'), check, settingsUrl);
      const line: SetupLine = {id, finding: check.finding, state: stateOf(check), title, text};
      return address !== undefined && lacksAddress(check) ? {...line, webhookAddress: address} : line;
    });
  };

const stateOf = ({finding, state}: SetupCheck): SetupLine['state'] =>
  YET_TO_COME.has(finding) ? 'not-yet' : state;

const lacksAddress = ({id, state}: SetupCheck): boolean =>
  (id === 'webhook' || id === 'validation') && (state === 'missing' || state === 'wrong');
