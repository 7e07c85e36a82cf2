import type {Application} from '../core/ports/application.js';
import type {Clock} from '../core/ports/clock.js';
import type {Texts} from '../core/ports/texts.js';
import type {CheckSetup} from '../core/usecases/check-setup.js';
import {withDeadline} from '../lib/deadline.js';
import {TEST_LIMIT_MS} from './patience.js';
import {renderCheck} from './render-check.js';

/** The set-up's list for the operator of the host, who is no person in Mattermost. */
export const listSetup =
  ({
    checkSetup,
    clock,
    texts,
    settingsUrl,
  }: {
    checkSetup: CheckSetup;
    clock: Clock;
    texts: Texts;
    settingsUrl: string;
  }): Application['checkSetup'] =>
  async () => {
    const outcome = await withDeadline(clock, TEST_LIMIT_MS, ({signal}) =>
      checkSetup({person: undefined, typed: {}, signal}),
    );
    if (outcome.kind === 'busy') return [];
    return outcome.checks.map((check) => renderCheck(texts('en'), check, settingsUrl));
  };
