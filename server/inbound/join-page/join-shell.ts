import type {RequestHandler} from 'express';
import {
  JOIN_PAGE_SHELL_ID,
  JOIN_PAGE_TEXTS,
  type JoinPageShell,
  type JoinPageText,
  type SdkFiles,
} from '../../../contract/join-page-shell.js';
import type {ImportKind} from '../../../contract/import.js';
import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../../contract/routes.js';
import type {JoinPage} from '../../core/domain/join-page.js';
import type {Settings} from '../../core/domain/settings.js';
import type {TextKey, Texts, Translate} from '../../core/ports/texts.js';
import {refusal} from '../http/refusal.js';
import {escaped} from '../page/render-page.js';
import {joinHeaders} from './join-headers.js';
import {readerLanguage} from './reader-language.js';
import {sdkFilesOf} from './sdk-files-of.js';

export interface JoinShellDeps {
  /** `undefined`: there is none, and no request comes here. */
  joinPage: JoinPage | undefined;
  texts: Texts;
  settings: Pick<Settings, 'zoom'>;
}

/** `GET /join-page/{pass}`: the same for every pass, good or bad. What a pass is worth, the page's script asks. */
export const joinShellRoute = ({joinPage, texts, settings}: JoinShellDeps): RequestHandler => {
  if (joinPage === undefined) return (_request, _response, next) => next(refusal('no_such_route'));
  const addresses = settings.zoom?.addresses;
  const headers = joinHeaders(joinPage, addresses);
  const sdk = sdkFilesOf(joinPage.sdk, addresses);
  return (request, response) => {
    const language = readerLanguage(request);
    response.set(headers).type('html');
    response.send(renderShell({language, translate: texts(language), sdk}));
  };
};

interface ShellInput {
  language: string;
  translate: Translate;
  sdk: SdkFiles;
}

/** What is there before the script runs is seen where it does not. */
const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
.start { margin: 1rem; animation: start 0s 2s both; }
@keyframes start { from { visibility: hidden; } }
`;

function renderShell({language, translate, sdk}: ShellInput): string {
  const texts = textsOf(translate, 'meeting');
  const shell: JoinPageShell = {sdk, texts, webinarTexts: differing(textsOf(translate, 'webinar'), texts)};
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(texts.title)}</title>
<style>${STYLE}</style>
<script type="application/json" id="${JOIN_PAGE_SHELL_ID}">${jsonInHtml(shell)}</script>
<script src="${ROUTES_PATH}${JOIN_PAGE_PATH}/page.js" defer></script>
</head>
<body>
<main><p class="start">${escaped(translate('joinPage.start'))}</p></main>
</body>
</html>
`;
}

/** What the server says of the same is said in the same words. */
const SAID_BY_SERVER = new Set([
  'nameNeeded',
  'emailNeeded',
  'waiting',
  'registration',
  'elsewhere',
  'zoomSignIn',
  'over',
] as const);
type SaidByServer = typeof SAID_BY_SERVER extends Set<infer Name> ? Name : never;

const isSaidByServer = (name: JoinPageText): name is SaidByServer =>
  (SAID_BY_SERVER as ReadonlySet<string>).has(name);

const keyOf = (name: JoinPageText): TextKey => (isSaidByServer(name) ? `pass.${name}` : `joinPage.${name}`);

/** The script fills these in. */
const LEFT_OPEN = {code: '{code}', status: '{status}', host: '{host}', number: '{number}'};

const textsOf = (translate: Translate, kind: ImportKind): Record<JoinPageText, string> =>
  Object.fromEntries(
    JOIN_PAGE_TEXTS.map((name) => [name, translate(keyOf(name), {kind, ...LEFT_OPEN})]),
  ) as Record<JoinPageText, string>;

const differing = (
  ours: Readonly<Record<JoinPageText, string>>,
  others: Readonly<Record<JoinPageText, string>>,
): Partial<Record<JoinPageText, string>> =>
  Object.fromEntries(Object.entries(ours).filter(([name, text]) => others[name as JoinPageText] !== text));

/** Nothing in it ends the element that it stands in. */
const jsonInHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
