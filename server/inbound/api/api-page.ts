import {createHash} from 'node:crypto';
import {PROBLEMS} from '../http/problem-codes.js';
import {escaped} from '../page/render-page.js';
import type {OpenApiDocument} from './open-api.js';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.3rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; margin: 2rem 0 0; overflow-wrap: anywhere; }
h3 + p { margin-top: 0.25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
pre { overflow-x: auto; font-size: 0.85rem; }
summary { cursor: pointer; }
summary:focus-visible, a:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** Nothing runs, nothing is loaded, nobody frames it. */
export const API_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** What the page reads of the description. */
interface Call {
  operationId: string;
  summary: string;
  description: string;
  tags: readonly string[];
  parameters: readonly {name: string; in: string; required: boolean; description?: string; schema: object}[];
  requestBody?: {content: {'application/json': {schema: object}}};
  responses: Readonly<
    Record<string, {description: string; content?: {'application/json'?: {schema: object}}}>
  >;
}

/** The description of the API, for people: in English, as the names in it are. */
export function renderApiPage(document: OpenApiDocument): string {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({path, method, call: call as unknown as Call})),
  );
  const groups = [...new Set(calls.flatMap(({call}) => call.tags))];
  const sections = groups.map((group) => {
    const within = calls.filter(({call}) => call.tags.includes(group));
    return `<h2>${escaped(group)}</h2>${within.map(renderCall).join('')}`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API of Zoom for Mattermost</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>API of Zoom for Mattermost</h1>
<p>Everything here is below <code>${escaped(serverOf(document))}</code>. The same as <a href="openapi.json">OpenAPI 3.1</a>.</p>
${sections.join('\n')}
<h2>How it says no</h2>
${problems()}
</main>
</body>
</html>
`;
}

const serverOf = ({servers}: OpenApiDocument): string => (servers as readonly {url: string}[])[0]?.url ?? '';

function renderCall({path, method, call}: {path: string; method: string; call: Call}): string {
  const body = call.requestBody?.content['application/json'].schema;
  const [status, done] = Object.entries(call.responses).find(([code]) => code.startsWith('2')) ?? [];
  const answer = done?.content?.['application/json']?.schema;
  return `
<h3 id="${escaped(call.operationId)}">${escaped(call.operationId)}: <code>${method.toUpperCase()} ${escaped(path)}</code></h3>
<p>${marked(call.summary)} ${marked(call.description)}</p>
${call.parameters.length === 0 ? '' : parameters(call)}
${body === undefined ? '' : schema('Body', body)}
${answer === undefined ? `<p>Answers ${status ?? ''} without a body.</p>` : schema(`Answer, ${status ?? ''}`, answer)}`;
}

const parameters = ({parameters: named}: Call): string =>
  `<table><tr><th>Parameter</th><th>In</th><th>Type</th><th></th></tr>${named
    .map(
      ({name, in: place, required, description = '', schema: type}) =>
        `<tr><td><code>${escaped(name)}</code></td><td>${place}${required ? '' : ', optional'}</td><td>${escaped(typeOf(type))}</td><td>${marked(description)}</td></tr>`,
    )
    .join('')}</table>`;

const typeOf = (type: {enum?: readonly unknown[]; type?: string}): string =>
  type.enum?.map(String).join(' · ') ?? type.type ?? '';

const schema = (title: string, shape: object): string =>
  `<details><summary>${escaped(title)}</summary><pre>${escaped(JSON.stringify(shape, null, 2))}</pre></details>`;

/** Each code has an address of its own, by which answers name their type. */
const problems = (): string =>
  `<table><tr><th>Status</th><th>Code</th><th></th></tr>${Object.entries(PROBLEMS)
    .map(
      ([code, {status, title}]) =>
        `<tr id="${code}"><td>${status}</td><td><code>${code}</code></td><td>${escaped(title)}</td></tr>`,
    )
    .join('')}</table>`;

/** Names between backticks are code. */
const marked = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
