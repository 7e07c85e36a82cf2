import type {ApiFunctions} from '../../server/protocol/host/api-server.js';
import {auditFunctions} from './api/audit.js';
import {botFunctions} from './api/bots.js';
import {commandFunctions} from './api/commands.js';
import {configurationFunctions, type ConfigurationParts} from './api/configuration.js';
import {fileFunctions} from './api/files.js';
import {keyValueFunctions} from './api/key-value.js';
import {peopleFunctions} from './api/people.js';
import {eventFunctions} from './api/events.js';
import {postFunctions} from './api/posts.js';
import {preferenceFunctions} from './api/preferences.js';
import type {State} from './state.js';

/** The plugin API over the small Mattermost's memory. */
export function createApi(state: State, configuration: ConfigurationParts): ApiFunctions {
  return {
    ...configurationFunctions(state, configuration),
    ...peopleFunctions(state),
    ...botFunctions(state),
    ...postFunctions(state),
    ...fileFunctions(state),
    ...keyValueFunctions(state),
    ...commandFunctions(state),
    ...preferenceFunctions(state),
    ...eventFunctions(state),
    ...auditFunctions(state),
  };
}
