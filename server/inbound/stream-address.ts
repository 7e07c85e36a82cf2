import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../contract/routes.js';
import type {SecretText} from '../core/domain/secret-text.js';

/** The stream URL of a pass, on the join page's own origin. Whoever has it may join. */
export const streamAddress = (origin: string, token: SecretText): string =>
  `${origin}${ROUTES_PATH}${JOIN_PAGE_PATH}/${token.reveal()}`;

const TOKEN = /(?:^|\/join-page\/)([A-Za-z0-9_-]{43})(?:[/?#].*)?$/;

/** What leads in, of a stream URL as people paste it. `undefined`: it is none. */
export const readStreamToken = (typed: string): string | undefined =>
  TOKEN.exec(typed.replace(/^[<`]+|[>`]+$/g, ''))?.[1];
