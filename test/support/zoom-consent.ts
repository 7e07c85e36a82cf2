/** What a person does in Zoom when an app has sent their browser there. */
export interface ConsentOptions {
  /** The address that they sign in with. */
  as: string;
  /** False: they decline. Default: they allow it. */
  allow?: boolean;
}

interface Form {
  method: string;
  action: string;
  fields: [name: string, value: string][];
  buttons: {text: string; field: [name: string, value: string]}[];
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};

/**
 * Signs in and answers on the pages of the simulated Zoom, by their forms alone. `address`: that of its authorisation.
 * Returns where the browser is sent, which is not fetched. Throws with what the page says where it says no.
 */
export async function consent(address: string | URL, {as, allow = true}: ConsentOptions): Promise<URL> {
  let answer = await fetch(address, {redirect: 'manual'});
  // One press for who has consented already, two for all others.
  for (let page = 1; page <= 2 && answer.ok; page += 1) {
    const forms = readForms(await answer.text());
    const isConsent = forms.some(({buttons}) => buttons.some(({text}) => text === 'Allow'));
    const name = isConsent ? (allow ? 'Allow' : 'Decline') : as;
    // Of the two ways that somebody has who has consented already, the last leads to the question.
    const ordered = allow ? forms : forms.toReversed();
    answer = await press(answer.url, ordered, name);
  }
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`Zoom says: ${readText(await answer.text())}`);
  return new URL(location);
}

function press(page: string, forms: readonly Form[], name: string): Promise<Response> {
  for (const {method, action, fields, buttons} of forms) {
    const pressed = buttons.find(({text}) => text.split(/\s/).includes(name));
    if (pressed === undefined) continue;
    const filled = new URLSearchParams([...fields, pressed.field]);
    const target = new URL(action, page);
    if (method === 'post') return fetch(target, {method, body: filled, redirect: 'manual'});
    target.search = filled.toString();
    return fetch(target, {redirect: 'manual'});
  }
  throw new Error(`No button says ${name}.`);
}

const readForms = (page: string): Form[] =>
  [...page.matchAll(/<form method="(\w+)" action="([^"]*)">(.*?)<\/form>/gs)].map(
    ([, method = '', action = '', inside = '']) => ({
      method,
      action,
      fields: [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [unescape(name), unescape(value)],
      ),
      buttons: [...inside.matchAll(/<button[^>]* name="([^"]*)" value="([^"]*)"[^>]*>(.*?)<\/button>/gs)].map(
        ([, name = '', value = '', text = '']) => ({
          text: readText(text),
          field: [unescape(name), unescape(value)],
        }),
      ),
    }),
  );

/** What is to be read of a piece of a page. */
const readText = (piece: string): string =>
  unescape(piece.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const unescape = (text: string): string =>
  text.replace(/&([a-z]+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
