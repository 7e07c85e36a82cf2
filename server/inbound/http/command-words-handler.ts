import type {RequestHandler} from 'express';
import type {SubcommandDefinition} from '../../core/ports/host.js';
import type {Translate} from '../../core/ports/texts.js';
import {jsonRoute, type JsonRouteDeps, NO_BODY} from './json-route.js';

export interface CommandWordsDeps extends JsonRouteDeps {
  wordsIn: (translate: Translate) => readonly SubcommandDefinition[];
}

/**
 * `GET /api/v1/command-words`: what may stand behind `/zoom`, for this reader in their language. Mattermost asks while
 * somebody types and keeps what begins with what is there; the names are its own (`model.AutocompleteListItem`).
 */
export const commandWordsHandler = (deps: CommandWordsDeps): RequestHandler =>
  jsonRoute(NO_BODY, deps, async ({reader}) => {
    const {translate, isAdmin} = await reader();
    const words = deps.wordsIn(translate).filter(({isForAdmins}) => isAdmin || !isForAdmins);
    return {json: words.map(({name, hint, help}) => ({Item: name, Hint: hint, HelpText: help}))};
  });
