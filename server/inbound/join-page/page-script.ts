import type {RequestHandler} from 'express';
import {scriptHeaders} from './join-headers.js';

/** The builds put the page's script here: scripts/build-join-page.ts. */
declare const JOIN_PAGE_SCRIPT: string | undefined;

/** `GET /join-page/page.js`. */
export const pageScriptRoute = (): RequestHandler => (_request, response) => {
  const script = typeof JOIN_PAGE_SCRIPT === 'string' ? JOIN_PAGE_SCRIPT : '';
  response.set(scriptHeaders).type('text/javascript').send(script);
};
