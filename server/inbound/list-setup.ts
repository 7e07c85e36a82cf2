import type {Application} from '../core/ports/application.js';
import type {Clock} from '../core/ports/clock.js';
import type {Texts} from '../core/ports/texts.js';
import type {CheckSetup} from '../core/usecases/check-setup.js';
import {abortAfter} from '../lib/abort-after.js';
import {renderCheck} from './render-check.js';

const LIMIT_MS = 20_000;

/** The set-up's list for whoever operates the host, who is no person in Mattermost. */
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
    const {signal, cancel} = abortAfter(clock, LIMIT_MS);
    const outcome = await checkSetup({person: undefined, typed: {}, signal}).finally(cancel);
    if (outcome.kind === 'busy') return [];
    return outcome.checks.map((check) => renderCheck(texts('en'), check, settingsUrl));
  };
