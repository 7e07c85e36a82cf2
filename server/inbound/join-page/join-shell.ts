import type {RequestHandler} from 'express';
import type {JoinPage} from '../../core/domain/join-page.js';
import type {Texts} from '../../core/ports/texts.js';
import {pageHeaders, renderPage} from '../page/render-page.js';
import {readerLanguage} from './reader-language.js';

export interface JoinShellDeps {
  /** `undefined`: there is none, and no request comes here. */
  joinPage: JoinPage | undefined;
  texts: Texts;
  settings: {allowInsecureAddresses: boolean};
}

/** `GET /join-page/{pass}`: the same for every pass. */
export const joinShellRoute = ({texts, settings}: JoinShellDeps): RequestHandler => {
  const headers = pageHeaders({allowInsecure: settings.allowInsecureAddresses});
  return (request, response) => {
    const language = readerLanguage(request);
    const translate = texts(language);
    response.set(headers).type('html');
    response.send(renderPage({language, title: 'Zoom', text: translate('pass.zoom.unavailable')}));
  };
};
