/** The guided first run: what to try, in order, until it has been tried. */
const STEPS: readonly {tried: string; text: string}[] = [
  {tried: '/zoom start', text: 'Try: /zoom start Weekly planning'},
  {tried: 'press', text: 'Everybody sees the card; the button is for Ana alone. Press it: press'},
  {tried: 'zoom start', text: 'Next, be the host in Zoom: zoom start'},
  {tried: 'zoom join', text: 'Let somebody in: zoom join Ben'},
  {tried: 'zoom end', text: 'End the meeting in Zoom, and watch the card: zoom end'},
  {tried: 'as', text: 'See it as somebody whom Zoom does not know: as zoe, then /zoom start'},
  {tried: 'kill', text: 'Break something: kill, or zoom fault create-meeting hang'},
  {tried: 'help', text: 'That is the whole product. Everything else: help'},
];

/** The next thing to try; `undefined`: all of it has been tried. */
export const suggest = (tried: ReadonlySet<string>): string | undefined =>
  STEPS.find((step) => !tried.has(step.tried))?.text;
