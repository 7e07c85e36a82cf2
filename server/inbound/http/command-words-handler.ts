import type {RequestHandler} from 'express';
import type {Chat} from '../../core/ports/chat.js';
import type {SubcommandDefinition} from '../../core/ports/host.js';
import type {Texts, Translate} from '../../core/ports/texts.js';
import {readerFor} from '../reader.js';
import {actingUser} from './acting-user.js';

interface CommandWordsDeps {
  chat: Chat;
  texts: Texts;
  wordsIn: (translate: Translate) => readonly SubcommandDefinition[];
}

/**
 * `GET /api/v1/command-words`: what may stand behind `/zoom`, for this reader in their language. Mattermost asks while
 * somebody types and keeps what begins with what is there; the names are its own (`model.AutocompleteListItem`).
 */
export const commandWordsHandler =
  ({chat, texts, wordsIn}: CommandWordsDeps): RequestHandler =>
  async (request, response) => {
    const {translate, isAdmin} = readerFor(texts, await chat.user(actingUser(request)));
    const words = wordsIn(translate).filter(({isForAdmins}) => isAdmin || !isForAdmins);
    response.json(words.map(({name, hint, help}) => ({Item: name, Hint: hint, HelpText: help})));
  };
