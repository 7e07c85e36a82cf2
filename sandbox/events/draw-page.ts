import {type Html, html} from '../zoom/oauth/html.js';

/** A page of the event platform. */
export const drawPage = (title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox Events</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/event-site.css" />
      </head>
      <body>
        <nav>
          <strong>Sandbox Events</strong>
          <a href="/">Session</a>
          <a href="/organiser">Organiser</a>
        </nav>
        <main>${content}</main>
      </body>
    </html>`.text;
