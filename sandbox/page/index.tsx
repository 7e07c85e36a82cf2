import React, {useSyncExternalStore} from 'react';
import ReactDOM from 'react-dom';
import {IntlProvider} from 'react-intl';
import {Provider, useSelector} from 'react-redux';
import {App} from './app.js';
import {CustomRoute, customRoute} from './custom-route.js';
import {browserHistory} from './browser-history.js';
import {loadData} from './load-data.js';
import {hasWebApp, loadWebApp} from './load-web-app.js';
import {pluginHost, subscribe} from './registry.js';
import {keepLinksInSeat} from './seat.js';
import {openSocket} from './socket.js';
import {changePage, type PageState, store} from './store.js';
import {takeEscape} from './take-escape.js';
import {applyTheme, chosenTheme} from './theme.js';

function Localised({children}: {children: React.ReactNode}): React.ReactElement {
  const {translations} = useSyncExternalStore(subscribe, pluginHost);
  const locale = useSelector(
    ({entities: {users}}: PageState) => users.profiles[users.currentUserId]?.locale ?? 'en',
  );
  return (
    <IntlProvider locale={locale} messages={{...translations(locale)}} onError={() => undefined}>
      {children}
    </IntlProvider>
  );
}

async function main(): Promise<void> {
  Object.assign(window, {WebappUtils: {browserHistory}});
  applyTheme(chosenTheme());
  await loadData();
  if (hasWebApp) await loadWebApp();
  openSocket();
  keepLinksInSeat(document);
  takeEscape(document, () => changePage((state) => ({...state, views: {...state.views, rootId: ''}})));
  const root = document.getElementById('root') as HTMLElement;
  const {createRoot} = ReactDOM as unknown as {
    createRoot: (element: HTMLElement) => {render: (node: React.ReactNode) => void};
  };
  createRoot(root).render(
    <Provider store={store}>
      <Localised>{customRoute === undefined ? <App /> : <CustomRoute route={customRoute} />}</Localised>
    </Provider>,
  );
}

void main().catch((error: unknown) => {
  document.body.textContent = `The page could not be loaded: ${String(error)}`;
});
