import {createHash} from 'node:crypto';

/** What the page says, in the reader's words. */
export interface PageWords {
  language: string;
  title: string;
  text: string;
  /** Something to be typed elsewhere. */
  code?: string;
  /** A list below the text. */
  points?: {title: string; items: readonly string[]};
  /** What is pressed to go on. */
  button?: string;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 34rem; padding: 15vh 1.5rem 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 2rem 0 0; }
li { margin: 0.4rem 0; overflow-wrap: anywhere; }
ul { padding-left: 1.2rem; }
code { display: inline-block; padding: 0.5rem 0.9rem; border: 1px solid; border-radius: 4px; font-size: 1.15rem; user-select: all; }
button { font: inherit; font-weight: 600; padding: 0.6rem 1.2rem; border: 0; border-radius: 4px; background: #0b5cff; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Nothing runs, nothing is loaded, nobody frames it. Chromium holds the redirect that answers a form to `form-action`,
 * too; Zoom's start links are https but for a Zoom next door.
 */
export const pageHeaders = ({allowInsecure}: {allowInsecure: boolean}): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action 'self' https:${allowInsecure ? ' http:' : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
});

/** A plain page. The form goes to the very address that the page was opened under. */
export const renderPage = ({
  language,
  title,
  text,
  code,
  points,
  button,
}: PageWords): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${code === undefined ? '' : `<p><code>${escaped(code)}</code></p>`}
${points === undefined ? '' : list(points)}
${button === undefined ? '' : `<form method="post"><button type="submit">${escaped(button)}</button></form>`}
</main>
</body>
</html>
`;

const list = ({title, items}: {title: string; items: readonly string[]}): string =>
  `<h2>${escaped(title)}</h2><ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text, in HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
