import {button, control, element, who} from './elements.js';
import {type AccountView, fullName, type SimulatorView} from './view.js';

const KINDS: {[Kind in AccountView['appType']]: string} = {
  server_to_server: 'A Server-to-Server OAuth app: it signs in by itself, and nobody connects.',
  general_user: 'A General app that each person authorises for themselves.',
  general_admin: 'A General app that an admin authorises for the whole account.',
};

/** As Zoom's Marketplace calls them when one creates an app. */
const KIND_NAMES: typeof KINDS = {
  server_to_server: 'Server-to-Server OAuth',
  general_user: 'General, user-managed',
  general_admin: 'General, admin-managed',
};

const LISTS = ['redirectUris', 'scopes'] as const;
const CREDENTIALS = ['clientId', 'clientSecret'] as const;
const SWITCHES = ['isActivated', 'isPublished', 'isPreApproved'] as const;

/** The app in Zoom's Marketplace: what it is, and who has added it. */
export function drawApp({account, users, consents}: SimulatorView, refresh: () => unknown): void {
  element('app-about').textContent = `${account.appName}. ${KINDS[account.appType]}`;
  drawKinds(account.appType, refresh);
  const isConnected = (userId: string): boolean =>
    consents.some((consent) => consent.userId === userId && consent.status === 'connected');
  const connected = users.filter(({id}) => isConnected(id));
  const revoke = (id: string): Promise<unknown> =>
    control('DELETE', `/users/${encodeURIComponent(id)}/consent`).then(refresh);
  element('connections').replaceChildren(
    ...connected.map((user) =>
      who(
        fullName(user),
        button('Revoke in Zoom', () => revoke(user.id)),
      ),
    ),
    ...(connected.length === 0 && account.appType !== 'server_to_server' ? ['Nobody has connected.'] : []),
  );
  fillIn(account);
}

/** One press makes the app anew, and right: what was spoilt below is mended by it, too. */
function drawKinds(now: AccountView['appType'], refresh: () => unknown): void {
  const kinds = Object.keys(KINDS) as AccountView['appType'][];
  element('kinds').replaceChildren(
    ...kinds.map((appType) => {
      const made = button(
        KIND_NAMES[appType],
        () => control('POST', '/app', {appType}).then(refresh),
        appType === now,
      );
      made.ariaPressed = String(appType === now);
      return made;
    }),
  );
}

/** What somebody is typing stays. */
function fillIn(account: AccountView): void {
  if (element('app-settings').contains(document.activeElement)) return;
  for (const name of CREDENTIALS) element<HTMLInputElement>(name).value = account[name];
  for (const name of LISTS) element<HTMLTextAreaElement>(name).value = account[name].join('\n');
  for (const name of SWITCHES) element<HTMLInputElement>(name).checked = account[name];
}

/** Every change is one of the app at once, as a mistake in the Marketplace would be. */
export function listenToApp(refresh: () => unknown): void {
  const change = (changes: object): void => void control('POST', '/account', changes).then(refresh);
  for (const name of LISTS) {
    const field = element<HTMLTextAreaElement>(name);
    field.onchange = () => change({[name]: field.value.split(/\s+/).filter((part) => part !== '')});
  }
  for (const name of SWITCHES) {
    const field = element<HTMLInputElement>(name);
    field.onchange = () => change({[name]: field.checked});
  }
}
