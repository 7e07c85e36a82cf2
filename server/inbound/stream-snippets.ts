import {escaped} from './page/render-page.js';

/** What the frame may use, and that it may be isolated where the page around it is: that makes Zoom's video faster. */
const ALLOWED = 'camera; microphone; display-capture; autoplay; fullscreen; cross-origin-isolated';

/** What an organiser pastes. */
export interface StreamSnippets {
  /** Above the text of a session. */
  part: string;
  /** A page of its own that the meeting fills. */
  whole: string;
  link: string;
  /** An address that opens the Zoom app. */
  app: string;
}

/** HTML around a stream URL. `label`: what the link says. */
export const streamSnippets = (
  url: string,
  {title, label}: {title: string; label: string},
): StreamSnippets => ({
  part: frame(url, title, 'width: 100%; height: 640px; border: 0'),
  whole: `<!doctype html>
<html>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escaped(title)}</title>
</head>
<body style="margin: 0">
  ${frame(`${url}?view=fill`, title, 'display: block; width: 100%; height: 100vh; border: 0')}
</body>
</html>`,
  link: `<a href="${escaped(url)}" rel="noreferrer">${escaped(label)}</a>`,
  app: `${url}?open=app`,
});

const frame = (url: string, title: string, style: string): string =>
  `<iframe src="${escaped(url)}" title="${escaped(title)}" allow="${ALLOWED}" allowfullscreen style="${style}"></iframe>`;
