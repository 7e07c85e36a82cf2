import {type Html, html} from '../zoom/oauth/html.js';
import {drawPage} from './draw-page.js';
import {type Stream, streamFor} from './event-session.js';

/** Whoever looks at the session. A platform knows them; here they are made up. */
const ATTENDEE = {name: 'Zoe Marsh', email: 'zoe@example.net'};

/** What the frame may do in it. */
const ALLOWED = 'camera; microphone; display-capture; autoplay; fullscreen; cross-origin-isolated';

/** The session as attendees see it. `startsAt`: ms since the epoch. */
export function drawSession(stream: Stream, startsAt: number): string {
  const time = new Date(startsAt).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return drawPage(
    'Opening session',
    html`${drawStream(stream)}
      <article>
        <p class="when">${time} · Main hall · 45 minutes</p>
        <h1>Opening session: what we learned this year</h1>
        <p>
          Ana Silva and Ben Okafor look back on twelve months of working in four places, show what has come of
          it, and answer your questions. Ask them in the chat at any time, or raise your hand at the end.
        </p>
        <h2>On stage</h2>
        <ul>
          <li>Ana Silva, who keeps the calendar</li>
          <li>Ben Okafor, who keeps the minutes</li>
        </ul>
        <p class="you">You are signed in as ${ATTENDEE.name} (${ATTENDEE.email}).</p>
      </article>`,
  );
}

function drawStream(stream: Stream): Html {
  if (stream.url === '') {
    return html`<div class="stream empty">
      <p>This session has no stream yet. <a href="/organiser">Add its stream URL</a></p>
    </div>`;
  }
  const address = streamFor(stream, ATTENDEE);
  switch (stream.way) {
    case 'frame':
      return html`<iframe class="stream" title="Stream" src="${address}" allow="${ALLOWED}"></iframe>`;
    case 'fill':
      return html`<iframe class="stream fill" title="Stream" src="${address}" allow="${ALLOWED}"></iframe>`;
    case 'window':
      return html`<div class="stream empty"><a class="main" href="${address}">Join the session</a></div>`;
    case 'app':
      return html`<div class="stream empty">
        <a class="main" href="${address}" target="_blank" rel="noopener">Join in the Zoom app</a>
      </div>`;
  }
}
