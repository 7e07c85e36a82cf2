import type {ServiceRecords} from '../../core/ports/service-records.js';
import {createBotAccount} from './bot-account.js';
import {createCommandAnswers} from './command-answers.js';
import {createCommandTokens} from './command-tokens.js';
import {createGeneratedSettings} from './generated-settings.js';
import {createLeases} from './leases.js';
import {createPreferences} from './preferences.js';
import type {RowDeps} from './row.js';

/** What the service keeps in its store beside what the product keeps in every store. */
export const createServiceRecords = (deps: RowDeps): ServiceRecords => ({
  generatedSettings: createGeneratedSettings(deps),
  botAccount: createBotAccount(deps),
  preferences: createPreferences(deps),
  commandTokens: createCommandTokens(deps),
  commandAnswers: createCommandAnswers(deps),
  leases: createLeases(deps),
});
