import type {RequestHandler} from 'express';

/** The builds put the page's script here. */
declare const JOIN_PAGE_SCRIPT: string | undefined;

/** `GET /join-page/page.js`. */
export const pageScriptRoute = (): RequestHandler => (_request, response) => {
  const script = typeof JOIN_PAGE_SCRIPT === 'string' ? JOIN_PAGE_SCRIPT : '';
  response.type('text/javascript').send(script);
};
